"""The same work over many items, in as many processes as wanted; results come in the order of the items."""

from __future__ import annotations

import gc
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import TypeVar

from .errors import MahdarError

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S")
#: items sent to a worker at once, and how many such portions wait for each worker: memory stays bounded
PORTION = 16
AHEAD = 3

_do: Callable | None = None


def spread(work: Callable[[S], Callable[[T], R]], items: Iterable[T], *, jobs: int, start: S) -> Iterator[R]:
    """`work(start)` is called once in each process and gives what is done to every item.

    Errors: MahdarError where a worker dies (killed, out of memory).
    """
    if jobs <= 1:
        do = None
        for item in items:
            do = do or work(start)
            yield do(item)
        return
    items = iter(items)
    begun = (work, start, gc.get_threshold())
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=begun) as pool:
        waiting: deque = deque()
        try:
            while True:
                while len(waiting) < jobs * AHEAD and (portion := list(islice(items, PORTION))):
                    waiting.append(pool.submit(_portion, portion))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise MahdarError(
                "a worker process ended",
                hint="there may be too little memory: try fewer --jobs; nothing stored is lost",
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _begin(work: Callable, start: object, collect: tuple[int, int, int]) -> None:
    """Prepares a worker, its collector set as its parent's; it ends when its parent does, however that ends."""
    global _do
    gc.set_threshold(*collect)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_outlive, args=(parent,), daemon=True).start()
    _do = work(start)


def _outlive(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _portion(items: list) -> list:
    if _do is None:
        raise RuntimeError("worker not begun")
    return [_do(item) for item in items]
