"""Reading a record: `open_record` gives a `Record`, which only reads and may be used while another program builds."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, Self
from zlib import decompress

import msgspec

from ..arabic.letters import fold
from ..errors import RecordError
from ..linking.account import Event, Evidence
from ..linking.ruled import Ruling
from ..model import Report
from . import queries, rulings
from .file import connect, translated
from .filters import Words, where
from .pack import unpack_reading
from .promises import promises, states
from .search import search
from .views import Change, Coverage, EntityView, Hit, Promise, Quote, ReportView, StoredArticle

_EVENT = msgspec.json.Decoder(Event)
#: events that are given their words at a time
PAGE = 60


class Record:
    """An open record.

    Errors of all its methods: RecordError for a damaged file, UsageError for a filter that can't be understood.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self.db: sqlite3.Connection = connect(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self.db.close()

    def timeline(self, *, limit: int | None = None, offset: int = 0, **filters: Any) -> Iterator[Event]:
        """The events that fit, by date then id, the undated last; filters as in `record.filters.where`.

        who="لافروف" gives the events in which Sergey Lavrov acts or is acted upon.
        """
        condition, given = where(**filters)
        return self.walk(condition, given, limit, offset)

    def walk(self, condition: str, given: Sequence[Any], limit: int | None = None, offset: int = 0) -> Iterator[Event]:
        """The events `e` that meet a condition in SQL, in the timeline's order."""
        with translated(self.path):
            rows = self.db.execute(
                f"SELECT body FROM (SELECT e.key AS k FROM events e WHERE {condition} ORDER BY k LIMIT ? OFFSET ?) "
                "JOIN events ON events.key = k ORDER BY k",
                (*given, -1 if limit is None else limit, offset),
            )
            while found := rows.fetchmany(PAGE):
                yield from self.quoted([_EVENT.decode(decompress(body)) for (body,) in found])

    events = timeline

    def undated(self, *, limit: int | None = None, offset: int = 0, **filters: Any) -> Iterator[Event]:
        """The events without a date that fit, by the day before which they were told, those without one last."""
        condition, given = where(**filters)
        with translated(self.path):
            rows = self.db.execute(
                "SELECT body FROM (SELECT e.rowid AS k, e.not_after AS d, e.id AS i FROM events e "
                f"WHERE {condition} AND e.date IS NULL ORDER BY d IS NULL, d, i LIMIT ? OFFSET ?) "
                "JOIN events ON events.rowid = k ORDER BY d IS NULL, d, i",
                (*given, -1 if limit is None else limit, offset),
            )
            while found := rows.fetchmany(PAGE):
                yield from self.quoted([_EVENT.decode(decompress(body)) for (body,) in found])

    def count(self, **filters: Any) -> int:
        """How many events fit."""
        condition, given = where(**filters)
        return self._one(f"SELECT count(*) FROM events e WHERE {condition}", given)[0]

    def density(self, **filters: Any) -> list[tuple[str, str, int]]:
        """Events that fit by month ("" for the undated) and status."""
        condition, given = where(**filters)
        return self._all(
            f"SELECT e.month, e.status, count(*) FROM events e WHERE {condition} GROUP BY 1, 2 ORDER BY 1, 2", given
        )

    def facets(self, **filters: Any) -> dict[str, list[tuple[str, int]]]:
        """How many of the events that fit have each status, act, mode and country, the most frequent first."""
        condition, given = where(**filters)
        with translated(self.path):
            return queries.facets(self.db, condition, given)

    def event(self, id: str) -> Event:
        """The event of that id, also of one it had in an older build.

        Errors: RecordError where no event ever had it.
        """
        row = self._first("SELECT body FROM events WHERE id = ?", (id,)) or self._first(
            "SELECT body FROM aliases a JOIN events e ON e.id = a.stands_for WHERE a.id = ? AND a.kind = 'event'", (id,)
        )
        if row is None:
            for r in rulings.load(self.db):
                if r.kind == "reject" and r.state == "active" and id in (r.target, r.what.get("item")):
                    raise RecordError(
                        f"event {id} was rejected by {r.who} on {r.day}: {r.reason}",
                        where=self.path,
                        hint=f"mahdar rule undo {r.id} brings it back",
                    )
            raise RecordError(f"no event {id}", where=self.path, hint="mahdar timeline lists the events with their ids")
        return self._quoted(_EVENT.decode(decompress(row[0])))

    def article(self, id: str) -> StoredArticle:
        """The article of that id with its reading.

        Errors: RecordError where there's none.
        """
        row = self._first(
            "SELECT id, page, url, outlet, carrier, agencies, title, published, day, text, reading, copy_of "
            "FROM articles WHERE id = ?",
            (id,),
        )
        if row is None:
            raise RecordError(f"no article {id}", where=self.path, hint="mahdar search finds articles by their words")
        events = tuple(
            e for (e,) in self._all("SELECT DISTINCT event FROM event_reports WHERE article = ? ORDER BY event", (id,))
        )
        return StoredArticle(
            id=row[0],
            page=row[1],
            url=row[2],
            outlet=row[3],
            carrier=row[4],
            agencies=tuple(msgspec.json.decode(row[5])),
            title=row[6],
            published=row[7],
            day=row[8],
            text=row[9],
            reading=unpack_reading(row[10], row[0], row[9]),
            copy_of=row[11],
            events=events,
        )

    def articles(self) -> Iterator[str]:
        """The ids of all articles, sorted."""
        return (i for (i,) in self._all("SELECT id FROM articles ORDER BY id", ()))

    def report(self, article: str, report: str) -> ReportView:
        """One report of an article.

        Errors: RecordError where there's none.
        """
        a = self.article(article)
        found = next((r for r in a.reading.reports if r.id == report), None) or self._added(a, report)
        if found is None:
            raise RecordError(
                f"article {article} has no report {report}",
                where=self.path,
                hint=f"it has {len(a.reading.reports)}: r1, r2 …",
            )
        row = self._first("SELECT event FROM event_reports WHERE article = ? AND report = ?", (article, report))
        return ReportView(
            report=found, entities={e.id: e for e in a.reading.entities}, article=a, event=row[0] if row else None
        )

    def _added(self, a: StoredArticle, report: str) -> Report | None:
        """A report that a ruling added."""
        for r in rulings.load(self.db):
            if r.kind == "add" and r.state == "active" and f"h{r.number}" == report and r.target == a.id:
                start, end = int(str(r.what["start"])), int(str(r.what["end"]))
                return Report(
                    id=report,
                    act=str(r.what["act"]),
                    status=str(r.what.get("status", "held")),
                    start=start,
                    end=end,
                    anchor=a.text[start:end],
                    evidence=((start, end),),
                    why=f"added by {r.who} on {r.day}: {r.reason}",
                )
        return None

    def entity(self, name: str) -> list[EntityView]:
        """Whoever has that id or goes by that name, in either language, the most frequent first."""
        rows = self._all(
            "SELECT id, kind, name, name_ar, country, sector, office, articles, events FROM entities WHERE id = ?1 "
            "OR id IN (SELECT stands_for FROM aliases WHERE id = ?1 AND kind = 'entity') OR id IN (SELECT "
            "entity FROM spellings WHERE folded = ?2) "
            "ORDER BY events DESC, articles DESC, id",
            (name, fold(name).casefold().strip()),
        )
        return [
            EntityView(
                id=r[0],
                kind=r[1],
                name=r[2],
                name_ar=r[3],
                country=r[4],
                sector=r[5],
                office=r[6],
                articles=r[7],
                events=r[8],
                names=tuple(
                    s
                    for (s,) in self._all("SELECT spelling FROM spellings WHERE entity = ? ORDER BY spelling", (r[0],))
                ),
            )
            for r in rows
        ]

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Articles with all the words, "phrases" and beginnings* of the query, the best first."""
        with translated(self.path):
            return search(self.db, query, limit)

    def quotes(
        self,
        who: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        *,
        titled: bool = False,
    ) -> Iterator[Quote]:
        """What was said, in order: by whom, on which occasion, carried by whom, the words; `titled`: also what is said
        in articles whose title names whom or what it is about."""
        with translated(self.path):
            yield from queries.quotes(self.db, who, about, since, until, titled)

    def promises(self, who: Words = (), state: Words = (), **asked: Any) -> Iterator[Promise]:
        """Invitations, agreements, threats and plans with what became of them, and what the record holds for their
        time; `words`, `act`, `limit`, `offset` and `own` as in `record.promises`."""
        with translated(self.path):
            yield from promises(self, who or (), state or (), **asked)

    def states(self, who: Words = (), words: str | None = None, act: str | None = None) -> dict[str, int]:
        """How many promises that fit are open, overdue, carried out, called off, overtaken."""
        with translated(self.path):
            return states(self, who or (), words, act)

    def coverage(self) -> Coverage:
        """Articles by outlet and month, failures, and the months without any."""
        with translated(self.path):
            return queries.coverage(self.db)

    def changes(self, build: int | None = None) -> list[Change]:
        """What a build (the last one) added, changed and withdrew."""
        with translated(self.path):
            return queries.changes(self.db, build)

    def rulings(self) -> list[Ruling]:
        """What people decided, in order."""
        with translated(self.path):
            return rulings.load(self.db)

    def failures(self) -> list[tuple[str, str]]:
        """Pages that couldn't be read, and why."""
        return self._all("SELECT page, why FROM failures ORDER BY page, sha", ())

    def facts(self) -> dict[str, object]:
        """Versions, hashes and counts of the record."""
        out: dict[str, object] = dict(self._all("SELECT name, value FROM facts ORDER BY name", ()))
        for table in (
            "pages",
            "failures",
            "articles",
            "reports",
            "statements",
            "events",
            "entities",
            "builds",
            "rulings",
        ):
            out[table] = self._one(f"SELECT count(*) FROM {table}", ())[0]
        out["format"] = self._one("PRAGMA user_version", ())[0]
        return out

    def quoted(self, events: Sequence[Event]) -> list[Event]:
        """Events with the words of their evidence and where they stand, asked for all at once."""
        wanted = msgspec.json.encode([(v.article, v.start, v.end - v.start) for e in events for v in e.evidence])
        rows = iter(
            self.db.execute(
                "SELECT substr(text, (j.value ->> 1) + 1, j.value ->> 2), outlet, url, published, copy_of "
                "FROM json_each(?) j LEFT JOIN articles a ON a.id = j.value ->> 0 ORDER BY j.key",
                (wanted.decode(),),
            ).fetchall()
        )
        return [msgspec.structs.replace(e, evidence=tuple(_with(v, *next(rows)) for v in e.evidence)) for e in events]

    def _quoted(self, event: Event) -> Event:
        return self.quoted([event])[0]

    def _all(self, sql: str, given: Sequence[Any]) -> list:
        with translated(self.path):
            return self.db.execute(sql, given).fetchall()

    def _first(self, sql: str, given: Sequence[Any]) -> tuple | None:
        with translated(self.path):
            return self.db.execute(sql, given).fetchone()

    def _one(self, sql: str, given: Sequence[Any]) -> tuple:
        row = self._first(sql, given)
        return row if row is not None else (0,)


def _with(v: Evidence, words: str | None, outlet: str | None, url: str | None, published: str | None, copy: str | None) -> Evidence:
    """Evidence with its words; as it is where its article is gone."""
    if words is None:
        return v
    return msgspec.structs.replace(v, quote=words, outlet=outlet, url=url, published=published, copy_of=copy)


def open_record(path: str | os.PathLike[str]) -> Record:
    """The record in a file, for reading; use it in a `with` statement.

    `with open_record("demo.mahdar") as record: record.timeline(who="كيم جونغ أون")` walks through Kim Jong Un's events.
    Errors: RecordError for a file that isn't a record, is damaged or too new.
    """
    return Record(path)
