"""Questions to a record: what was said, what it covers, what a build changed."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from math import ceil

import msgspec

from ..arabic.letters import fold
from ..arabic.stems import stem
from ..errors import RecordError
from ..linking.days import days, iso
from .filters import _day
from .search import WORD, written
from .views import Change, Coverage, Quote

LETTERS = re.compile(r"[^\W\d_]+")
#: share of stems from which two wordings of one speaker are the same words …
SAME_WORDS = 0.6
#: … within so many days
SPELL = 3


def ids_of(db: sqlite3.Connection, name: str) -> list[str]:
    """The entities a name may mean, with the ids they had in single articles."""
    rows = db.execute(
        "SELECT ?1 UNION SELECT entity FROM spellings WHERE folded = ?2 UNION SELECT id FROM aliases WHERE "
        "kind = 'entity' AND "
        "stands_for IN (SELECT ?1 UNION SELECT entity FROM spellings WHERE folded = ?2) ORDER BY 1",
        (name, fold(name).casefold().strip()),
    )
    return [i for (i,) in rows]


def facets(db: sqlite3.Connection, condition: str, given: Sequence[object]) -> dict[str, list[tuple[str, int]]]:
    """How many of the events that meet a condition have each status, act, mode and country, the most frequent first;
    under cancelled also what was called off and held after all, as the filter has it."""
    counts: dict[str, Counter[str]] = {field: Counter() for field in ("status", "act", "mode", "country")}
    source = f"FROM events e WHERE {condition}"
    first = ""
    if " MATCH " in condition:  # asked once, not twice
        first, source = f"WITH e AS MATERIALIZED (SELECT status, act, mode, called_off, countries {source})", "FROM e"
    sql = (
        f"{first} SELECT e.status, e.act, e.mode, e.called_off, NULL, count(*) {source} GROUP BY 1, 2, 3, 4 "
        f"UNION ALL SELECT NULL, NULL, NULL, 0, e.countries, count(*) {source} GROUP BY 5"
    )
    for *values, called_off, countries, n in db.execute(sql, given if first else (*given, *given)):
        if called_off and values[0] != "cancelled":
            counts["status"]["cancelled"] += n
        for field, value in zip(counts, (*values, None), strict=True):
            if value is not None:
                counts[field][value] += n
        for land in (countries or "").split():
            counts["country"][land] += n
    return {field: sorted(c.items(), key=lambda x: (-x[1], x[0])) for field, c in counts.items()}


def quotes(
    db: sqlite3.Connection, who: str | None, about: str | None, since: str | None, until: str | None, titled: bool = False
) -> Iterator[Quote]:
    """What was said, by day; the same words in several articles once, with the articles of the other renderings.

    What is said about somebody names him; `titled`: or stands in an article whose title does.
    """
    sql, given = ["1"], []
    if who:
        ids = ids_of(db, who)
        sql.append(f"s.entity IN ({', '.join('?' * len(ids))})")
        given += ids
    if since:
        sql.append("a.day >= ?")
        given.append(iso(_day(since, last=False)))
    if until:
        sql.append("a.day <= ?")
        given.append(iso(_day(until, last=True)))
    known: dict[str, tuple[str, str]] = {}

    def called(id: str) -> tuple[str, str]:
        """The id somebody has now, and the name."""
        if id not in known:
            now = db.execute("SELECT stands_for FROM aliases WHERE id = ? AND kind = 'entity'", (id,)).fetchone()
            name = db.execute("SELECT name FROM entities WHERE id = ?", now or (id,)).fetchone()
            known[id] = (now[0] if now else id, name[0] if name else now[0] if now else id)
        return known[id]

    wanted = None
    if about:
        names = sorted(n for n in _spelled(db, about) if WORD.search(n))
        if not names:
            return
        wanted = _named(names)
        sql.append("a.key IN (SELECT rowid FROM search WHERE search MATCH ?)")
        given.append(" OR ".join(f'"{" ".join(words)}"' for words in _written(names)))
    rows = db.execute(
        'SELECT s.entity, a.day, t.kind, t.channel, t.via, substr(a.text, t.start + 1, t."end" - t.start), '
        't.start, t."end", a.id, a.outlet, a.url, '
        "a.published, a.title FROM speakers s JOIN statements t ON t.article = s.article AND t.id = s.statement JOIN "
        "articles a ON a.key = s.article "
        f"WHERE {' AND '.join(sql)} ORDER BY a.day IS NULL, a.day, a.id, t.start, s.entity",
        given,
    )
    recent = _Recent()
    for entity, day, kind, channel, via, words, start, end, article, outlet, url, published, title in rows:
        if wanted and not any(wanted.search(fold(w).casefold()) for w in (words, *((title,) if titled and title else ()))):
            continue
        speaker, name = called(entity)
        number = (days(day) or (0, 0))[0]
        yield from recent.until(number - SPELL)
        marks = frozenset([stem(w) for w in LETTERS.findall(fold(words)) if len(w) > 2])
        if (twin := recent.twin(speaker, article, marks)) is not None:
            twin.append(article)
            continue
        quote = Quote(
            speaker=name,
            speaker_id=speaker,
            day=day,
            kind=kind,
            channel=channel,
            via=tuple(called(v)[1] for v in msgspec.json.decode(via)) if via != "[]" else (),
            words=words,
            start=start,
            end=end,
            article=article,
            outlet=outlet,
            url=url,
            published=published,
        )
        recent.add(number, marks, quote)
    yield from recent.until(None)


class _Recent:
    """The quotations of the last days, and where else each was told in like words."""

    def __init__(self) -> None:
        self.told: deque[tuple[int, frozenset[str], Quote, list[str]]] = deque()
        self.gone = 0
        self.by: dict[tuple[str, str], list[int]] = {}

    def add(self, day: int, marks: frozenset[str], quote: Quote) -> None:
        """Remembers a quotation by those of its words that every one like it shares one of."""
        for mark in _first(marks):
            self.by.setdefault((quote.speaker_id, mark), []).append(self.gone + len(self.told))
        self.told.append((day, marks, quote, []))

    def twin(self, speaker: str, article: str, marks: frozenset[str]) -> list[str] | None:
        """The articles of the first quotation of that speaker, in another article, in like words."""
        for n in sorted({n for mark in _first(marks) for n in self.by.get((speaker, mark), ()) if n >= self.gone}):
            _, other, quote, articles = self.told[n - self.gone]
            if quote.article != article and _same(other, marks):
                return articles
        return None

    def until(self, day: int | None) -> Iterator[Quote]:
        """The quotations before a day, all where it is None, and forgets them."""
        while self.told and (day is None or self.told[0][0] < day):
            _, _, quote, articles = self.told.popleft()
            self.gone += 1
            yield msgspec.structs.replace(quote, renderings=tuple(dict.fromkeys(articles)))


def _first(marks: frozenset[str]) -> list[str]:
    """The longest words of a wording, so many that two like wordings must share one."""
    order = sorted(marks, key=lambda w: (-len(w), w))
    return order[: len(order) - ceil(SAME_WORDS * len(order)) + 1]


def _written(names: list[str]) -> Iterator[tuple[str, ...]]:
    """The words of folded names, the first with what may be written onto it; one of few letters, or in Latin ones, alone."""
    for name in names:
        first, *rest = WORD.findall(name)
        for form in written(first) if len(first) > 2 and first[0] > "z" else [first]:
            yield (form, *rest)


def _named(names: list[str]) -> re.Pattern[str]:
    """Any of the folded names, as whole words, with or without a conjunction and a preposition.

    >>> bool(_named(["سكريبال"]).search("قضيه تسميم لسكريبال،")), bool(_named(["كيم"]).search("الحكيم"))
    (True, False)
    """
    parts = [r"\W+".join(map(re.escape, words)) for words in _written(names)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)" if parts else r"(?!)")


def _spelled(db: sqlite3.Connection, name: str) -> set[str]:
    """All folded names of whoever a name may mean, and the name itself."""
    ids = ids_of(db, name)
    rows = db.execute(f"SELECT folded FROM spellings WHERE entity IN ({', '.join('?' * len(ids))})", ids)
    return {fold(name).casefold()} | {f for (f,) in rows}


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a) >= 4 and len(b) >= 4 and len(a & b) >= SAME_WORDS * len(a | b)


def coverage(db: sqlite3.Connection) -> Coverage:
    """Articles by outlet and month, and the months between the first and the last that have none."""
    rows = [
        (o, m or "", n, 0)
        for o, m, n in db.execute(
            "SELECT coalesce(outlet, ''), substr(day, 1, 7), count(*) FROM articles GROUP BY 1, 2 ORDER BY 2, 1"
        )
    ]
    months = sorted({m for _, m, _, _ in rows if m})
    gaps = []
    for a, b in zip(months, months[1:], strict=False):
        between = list(_months(a, b))
        if between:
            gaps.append((between[0], between[-1]))
    failed = db.execute("SELECT count(*) FROM failures").fetchone()[0]
    return Coverage(
        outlets=tuple(sorted({o for o, *_ in rows})),
        months=tuple(months),
        rows=tuple(rows),
        gaps=tuple(gaps),
        failed=failed,
        undated=sum(n for _, m, n, _ in rows if not m),
    )


def _months(a: str, b: str) -> Iterator[str]:
    """The months strictly between two."""
    y, m = map(int, a.split("-"))
    while True:
        y, m = y + m // 12, m % 12 + 1
        if f"{y:04}-{m:02}" >= b:
            return
        yield f"{y:04}-{m:02}"


def changes(db: sqlite3.Connection, build: int | None) -> list[Change]:
    """What a build did to the events, new ones first.

    Errors: RecordError for a build that never was.
    """
    last = db.execute("SELECT coalesce(max(id), 0) FROM builds").fetchone()[0]
    number = last if build is None else build
    if not 0 < number <= last:
        raise RecordError(
            f"there was no build {number}", hint=f"the builds are 1 to {last}" if last else "build the record first"
        )
    rows = db.execute(
        "SELECT c.build, c.kind, c.event, c.what, e.sentence_en FROM changes c LEFT JOIN events e ON e.id = "
        "c.event WHERE c.build = ? "
        "ORDER BY CASE c.kind WHEN 'new' THEN 0 WHEN 'changed' THEN 1 ELSE 2 END, e.date IS NULL, e.date, c.event",
        (number,),
    )
    return [Change(build=b, kind=k, event=e, what=w, sentence=s) for b, k, e, w, s in rows]
