"""Pages → readings → record: the stages in order, on one screen.

What is stored depends on the set of pages alone: their order, batches, the number of workers and interruptions
never show.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from .errors import MahdarError, PageError
from .model import Article, Page, Reading, Struct
from .record.file import building, connect
from .record.pack import Packed, digest, pack
from .record.relink import relink
from .record.rulings import load
from .record.write import Writer
from .spreading import spread

if TYPE_CHECKING:
    from .pages import Known

#: pages written in one transaction
BATCH = 64
Given = str | os.PathLike[str] | Page | Article
Reader = Callable[[Article], Reading]
Progress = Callable[[str, int, int | None], None]


class Failed(Struct):
    """A page that couldn't be read."""

    page: str
    why: str


class Built(Struct):
    """What a build did."""

    build: int
    added: int = 0  # articles added
    known: int = 0  # pages and articles the record had
    failed: tuple[Failed, ...] = ()
    articles: int = 0  # in the record now
    reports: int = 0
    events: int = 0
    new: int = 0
    changed: int = 0
    withdrawn: int = 0


class _Item(Struct):
    """A page, a JSONL line or an article on its way to a reader."""

    id: str
    sha: str
    what: Any  # Page, Known, Article, or articles with their hashes


def build(
    paths: Iterable[Given],
    record_path: str | os.PathLike[str],
    *,
    jobs: int = 1,
    lexicon: Iterable[str | os.PathLike[str]] = (),
    read: Reader | None = None,
    rules: str | None = None,
    progress: Progress | None = None,
) -> Built:
    """Reads what the record doesn't hold yet and links everything anew.

    `paths`: files, folders, or Page and Article structs. `read` and `rules` take the place of Mahdar's own reading
    and its version (for tests). A folder with one article «استقبل كيم جونغ أون سيرغي لافروف» gives a record with
    one event,
    `meet`.
    Errors: RecordError where the record can't be written or another build is running; pages that can't be read are
    in `failed`.
    """
    say = progress or (lambda stage, done, total: None)
    folders = tuple(os.fspath(f) for f in lexicon)
    if read is None and rules is None:
        rules = _rules(folders)
    rules = rules or "given"
    with building(record_path):
        writer = Writer(record_path)
        try:
            failed: list[Failed] = []
            count = _Count()
            todo = _unread(paths, writer, rules, failed, count)
            batch: list[tuple[str, str, list[Packed] | str]] = []
            for outcome in spread(_work, chain(todo, _again(writer, rules)), jobs=jobs, start=(read, folders)):
                batch.append(outcome)
                if isinstance(outcome[2], str):
                    failed.append(Failed(page=outcome[0], why=outcome[2]))
                if len(batch) >= BATCH:
                    _keep(writer, batch, rules, count)
                    say("reading", count.done, None)
            _keep(writer, batch, rules, count)
            say("reading", count.done, None)
            made = _link(writer, say)
            say("writing", 0, len(made.events))
            number, new, changed, withdrawn = relink(writer, made, rules, pages=count.done)
            articles, reports = (
                writer.db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("articles", "reports")
            )
        finally:
            writer.close()
    return Built(
        build=number,
        added=count.added,
        known=count.known,
        failed=tuple(failed),
        articles=articles,
        reports=reports,
        events=len(made.events),
        new=new,
        changed=changed,
        withdrawn=withdrawn,
    )


def relink_only(record_path: str | os.PathLike[str], progress: Progress | None = None) -> int:
    """Links a record's readings anew (after a ruling). Returns the number of events."""
    say = progress or (lambda stage, done, total: None)
    with building(record_path):
        connect(record_path).close()
        writer = Writer(record_path)
        try:
            row = writer.db.execute("SELECT value FROM facts WHERE name = 'rules'").fetchone()
            made = _link(writer, say)
            relink(writer, made, row[0] if row else "given", pages=0)
        finally:
            writer.close()
    return len(made.events)


class _Count:
    def __init__(self) -> None:
        self.done = self.added = self.known = 0


def _link(writer: Writer, say: Progress):
    from .linking.link import link

    say("linking", 0, None)
    return link(list(writer.told()), load(writer.db))


def _keep(writer: Writer, batch: list[tuple[str, str, list[Packed] | str]], rules: str, count: _Count) -> None:
    if batch:
        added, there = writer.store(batch, rules)
        count.added += added
        count.known += there
        count.done += len(batch)
        batch.clear()


def _unread(paths: Iterable[Given], writer: Writer, rules: str, failed: list[Failed], count: _Count) -> Iterator[_Item]:
    """The pages that the record doesn't hold as these rules read them."""
    for item in _sources(paths):
        if isinstance(item, PageError):
            failed.append(Failed(page=item.where or "?", why=str(item)))
            continue
        if isinstance(item, Article):
            sha = digest(
                pickle.dumps(
                    [getattr(item, f) for f in ("id", "url", "outlet", "title", "published", "text", "day")], protocol=4
                )
            )
        else:
            extra = [str(getattr(item, f, None)) for f in ("url", "date")]
            sha = digest(item.data, "\0".join(extra).encode())
        if writer.known(item.id, sha, rules):
            count.known += 1
        else:
            yield _Item(id=item.id, sha=sha, what=item)


def _sources(paths: Iterable[Given]) -> Iterator[Page | Known | Article | PageError]:
    for path in paths:
        if isinstance(path, (Page, Article)):
            yield path
        else:
            from .pages import sources

            yield from sources([os.fspath(path)])


def _again(writer: Writer, rules: str) -> Iterator[_Item]:
    """Articles that older rules read and that no page given now brings anew."""
    for source, sha, articles in list(writer.stale(rules)):
        yield _Item(id=source, sha=sha, what=articles)


def _rules(folders: tuple[str, ...]) -> str:
    from .lexicon import load as load_lexicon
    from .reading import version

    return version(load_lexicon(folders))


def _reader(read: Reader | None, folders: tuple[str, ...]) -> Reader:
    """The reading of one article; loads the lexicon once a process."""
    if read is not None:
        return read
    from .lexicon import load as load_lexicon
    from .pages import use
    from .reading import read as read_article

    use(folders)
    lexicon = load_lexicon(folders)
    return lambda article: read_article(article, lexicon)


def _work(start: tuple[Reader | None, tuple[str, ...]]) -> Callable[[_Item], tuple[str, str, list[Packed] | str]]:
    """What a worker does with an item: its articles as rows, or why it can't be read."""
    reader = _reader(*start)

    def work(item: _Item) -> tuple[str, str, list[Packed] | str]:
        try:
            what = item.what
            if isinstance(what, list):
                return item.id, item.sha, [pack(a, reader(a), sha) for a, sha in what]
            articles = [what] if isinstance(what, Article) else _cut(what)
            return item.id, item.sha, [pack(a, reader(a)) for a in articles]
        except MahdarError as error:
            return item.id, item.sha, str(error)
        except Exception as error:  # a fault of the reader's costs that page, not the build
            fault = f"{type(error).__name__}: {error}"
            return (
                item.id,
                item.sha,
                f"{item.id}: the reader failed ({fault}); this is a fault of Mahdar's, please report it",
            )

    return work


def _cut(page: Page | Known) -> list[Article]:
    from .pages import read as cut

    return cut(page)
