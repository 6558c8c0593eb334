"""Many pages to readings: a pool of processes, few pages in flight, results in the order of the input."""

from __future__ import annotations

import itertools
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any

from ..errors import PageError

BATCH_ITEMS, BATCH_BYTES = 32, 1 << 20
_lexicon: Any = None


def _start(folders: tuple[str, ...]) -> None:
    global _lexicon
    from .. import lexicon
    from ..pages import use

    _lexicon = lexicon.load(folders)
    use(folders)


def _start_worker(folders: tuple[str, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _start(folders)


def read_one(item: Any, lexicon: Any) -> Iterator[Any]:
    """The readings of one page or line, a PageError in place of what can't be read. No page makes it raise."""
    from ..pages import read as articles
    from ..reading import read

    if isinstance(item, PageError):
        yield item
        return
    try:
        for article in articles(item):
            yield read(article, lexicon)
    except PageError as e:
        yield e if e.where else PageError(e.what, where=item.id, hint=e.hint)
    except (MemoryError, RecursionError):
        yield PageError("too large or too deeply nested to read", where=item.id, hint="cut the page")
    except Exception as e:
        yield PageError(
            f"internal error ({type(e).__name__}: {e})", where=item.id, hint="please report it with the page"
        )


def _work(batch: list[Any], make: Callable[[Any], Any]) -> list[Any]:
    out: list[Any] = []
    for item in batch:
        for result in read_one(item, _lexicon):
            failed = isinstance(result, PageError)
            out.append((False, result.what, result.where, result.hint) if failed else (True, make(result)))
    return out


def batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    """Items in handfuls: not too many, not too large."""
    batch: list[Any] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(getattr(item, "data", b""))
        if len(batch) >= BATCH_ITEMS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _unpack(results: list[Any]) -> Iterator[Any]:
    for ok, *rest in results:
        yield rest[0] if ok else PageError(rest[0], where=rest[1], hint=rest[2])


def read_all(
    paths: Sequence[str], make: Callable[[Any], Any], *, jobs: int = 1, lexicon: Sequence[str] = ()
) -> Iterator[Any]:
    """`make(reading)` of every article below the paths, or a PageError, in the order of the input.

    `make` must be a function a process can be sent. With one job everything happens in this process.
    """
    from ..pages import sources

    folders = tuple(lexicon)
    handfuls = batches(sources(paths))
    if jobs == 1:
        _start(folders)
        for batch in handfuls:
            yield from _unpack(_work(batch, make))
        return
    _start(folders)  # compiled once, and inherited where processes are forked
    context = multiprocessing.get_context("fork" if sys.platform.startswith("linux") else "spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=(folders,)) as pool:
        waiting: deque[Future] = deque(
            pool.submit(_work, batch, make) for batch in itertools.islice(handfuls, 3 * jobs)
        )
        try:
            while waiting:
                results = waiting.popleft().result()
                for batch in itertools.islice(handfuls, 1):
                    waiting.append(pool.submit(_work, batch, make))
                yield from _unpack(results)
        finally:
            for future in waiting:
                future.cancel()
