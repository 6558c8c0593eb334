"""Writing what linking made: everything from `events` on replaced in one transaction, and what that changed noted."""

from __future__ import annotations

import sqlite3
from zlib import compress, decompress

import msgspec

from ..arabic.letters import fold
from ..linking.account import Event
from ..linking.days import days, span
from ..linking.entities import FAMILY_FIRST
from ..linking.link import Linked
from ..model import Entity
from .fates import AHEAD, ahead, fates
from .file import translated
from .write import Writer

_EVENTS = (
    "events", "event_parties", "event_countries", "event_articles", "event_reports", "evidence", "disagreements", "threads",
    "promises",
)  # fmt: skip
_LINKED = (*_EVENTS, "entities", "spellings")


def relink(writer: Writer, made: Linked, rules: str, *, pages: int) -> tuple[int, int, int, int]:
    """Puts the events in the record. Returns the build's number and how many events are new, changed, withdrawn."""
    db = writer.db
    with translated(writer.path):
        db.execute("BEGIN IMMEDIATE")
        try:
            before = dict(db.execute("SELECT id, body FROM events").fetchall())
            stages = dict(db.execute("SELECT id, status FROM events").fetchall())
            places = _places(db)
            for table in _LINKED:
                db.execute(f"DELETE FROM {table}")
            bodies = put(db, made.events)
            _entities(db, made)
            db.execute("UPDATE articles SET copy_of = NULL WHERE copy_of IS NOT NULL")
            db.executemany("UPDATE articles SET copy_of = ? WHERE id = ?", [(c, a) for a, c in made.copy_of.items()])
            build = db.execute("SELECT coalesce(max(id), 0) + 1 FROM builds").fetchone()[0]
            counts = _changes(db, build, before, stages, bodies, made)
            _aliases(db, set(before), places, made)
            articles = db.execute("SELECT count(*) FROM articles").fetchone()[0]
            if pages or any(counts):
                db.execute(
                    "INSERT INTO builds VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (build, pages, articles, len(made.events), *counts, rules),
                )
            else:
                build -= 1
            db.executemany(
                "INSERT OR REPLACE INTO facts VALUES (?, ?)",
                [
                    ("linked", "yes"),
                    ("rules", rules),
                    ("last day", db.execute("SELECT coalesce(max(day), '') FROM articles").fetchone()[0]),
                    ("idle rulings", msgspec.json.encode(sorted(made.idle)).decode()),
                ],
            )
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
    return build, *counts


def put(db: sqlite3.Connection, events: list[Event]) -> dict[str, bytes]:
    """Writes events, in the timeline's order, and all that hangs on them. Returns their bodies by id."""
    keys = dict(db.execute("SELECT id, key FROM articles"))
    bodies = {e.id: _event(db, n, e, keys) for n, e in enumerate(events, 1)}
    fates(db, events)
    return bodies


def _event(db: sqlite3.Connection, key: int, e: Event, articles: dict[str, int]) -> bytes:
    body = compress(msgspec.json.encode(e))
    span = days(e.date)
    last = days(e.not_after)
    lands = sorted({w.country for w in (*e.actors, *e.recipients) if w.country})
    row = (
        key,
        e.id,
        e.act,
        e.mode,
        e.status,
        e.detail,
        e.contested,
        e.date,
        e.precision,
        span[0] if span else None,
        span[1] if span else last[1] if last else None,
        e.not_after,
        (e.date or "")[:7],
        e.place.id if e.place else None,
        e.place.country if e.place else None,
        " ".join(lands),
        e.articles,
        e.independent_sources,
        e.salience,
        e.protocol,
        e.reviewed,
        ahead(e),
        called_off(e),
        e.sentence.en,
        e.sentence.ar,
        body,
    )
    db.execute(f"INSERT INTO events VALUES ({', '.join('?' * len(row))})", row)
    db.executemany("INSERT INTO event_countries VALUES (?, ?)", [(c, key) for c in lands])
    told = sorted({articles[t.article] for t in e.reports if t.article in articles})
    db.executemany("INSERT INTO event_articles VALUES (?, ?)", [(a, key) for a in told])
    rows = [("actor", w.id, w.country) for w in e.actors] + [("recipient", w.id, w.country) for w in e.recipients]
    rows += [("about", w.id, w.country) for w in e.about] + [
        (role, w.id, w.country) for role, ws in e.roles.items() for w in ws
    ]
    rows += [("source", v.id, None) for v in (*e.asserted_by, *e.denied_by) if v.id]
    db.executemany("INSERT OR IGNORE INTO event_parties VALUES (?, ?, ?, ?, ?)", [(e.id, *r, key) for r in rows])
    db.executemany(
        "INSERT INTO event_reports VALUES (?, ?, ?, ?)", [(t.article, t.report, e.id, t.item) for t in e.reports]
    )
    db.executemany(
        "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)", [(e.id, v.article, v.report, v.start, v.end) for v in e.evidence]
    )
    db.executemany(
        "INSERT OR IGNORE INTO disagreements VALUES (?, ?, ?, ?, ?)",
        [
            (e.id, d.field, d.kind, v.value, msgspec.json.encode(v.articles).decode())
            for d in e.disagreements
            for v in d.values
        ],
    )
    db.executemany(
        "INSERT OR IGNORE INTO threads VALUES (?, ?, ?, ?)", [(e.id, t.relation, t.event, t.why) for t in e.thread]
    )
    return body


def called_off(e: Event) -> bool:
    """Was it ever told to be called off or put off, whatever came later?"""
    return e.status == "cancelled" or any(h.status == "cancelled" for h in e.history)


def _entities(db: sqlite3.Connection, made: Linked) -> None:
    """The entities with the articles and events they stand in; what other ids of theirs stand for."""
    for old, new in made.moves.items():
        db.execute("INSERT OR REPLACE INTO aliases VALUES (?, ?, 'entity')", (old, new))
    articles: dict[str, int] = {}
    for i, n in db.execute("SELECT entity, count(DISTINCT article) FROM mentions GROUP BY entity"):
        i = made.moves.get(i, i)
        articles[i] = articles.get(i, 0) + n
    events = dict(db.execute("SELECT entity, count(DISTINCT event) FROM event_parties GROUP BY entity").fetchall())
    db.executemany(
        "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                e.id,
                e.kind,
                e.name,
                e.name_ar,
                e.wikidata,
                e.country,
                e.sector,
                e.office,
                articles.get(e.id, 0),
                events.get(e.id, 0),
            )
            for e in made.entities.values()
        ],
    )
    names = {(fold(n).casefold(), e.id, n) for e in made.entities.values() for n in (e.name, e.name_ar) if n}
    names |= {(fold(n).casefold(), e.id, n) for e in made.entities.values() for n in _family(e)}
    names |= {(fold(s).casefold(), i, s) for i, spelled in made.spellings.items() for s in spelled}
    db.executemany("INSERT OR IGNORE INTO spellings VALUES (?, ?, ?)", sorted(names))


def _family(e: Entity) -> list[str]:
    """The English family name of a person, as one looks him up: the first word where the family comes first."""
    words = e.name.split() if e.kind == "person" else []
    return [words[0] if e.country in FAMILY_FIRST else words[-1]] if len(words) > 1 else []


def _changes(
    db: sqlite3.Connection,
    build: int,
    before: dict[str, bytes],
    stages: dict[str, str],
    bodies: dict[str, bytes],
    made: Linked,
) -> tuple[int, int, int]:
    """Notes what is new, changed and withdrawn since the build before; and what of their status."""
    status = {e.id: e.status for e in made.events}
    new = [i for i in bodies if i not in before]
    changed = [i for i in bodies if i in before and before[i] != bodies[i]]
    gone = [i for i in before if i not in bodies]
    rows = [(build, i, "new", "") for i in new]
    rows += [(build, i, "changed", _turned(stages[i], status[i], before[i], bodies[i])) for i in changed]
    rows += [(build, e.id, "passed", "its day has passed") for e in _passed(db, made.events) if e.id not in {*new, *changed}]
    rows += [
        (build, i, "withdrawn", f"now part of {made.ids[i]}" if i in made.ids else "no report tells it any more")
        for i in gone
    ]
    db.executemany("INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?)", rows)
    return len(new), len(changed), len(gone)


class _Sides(msgspec.Struct):
    """Of an event, what a change is told of."""

    independent_sources: int
    contested: bool


def _turned(was: str, is_: str, before: bytes, after: bytes) -> str:
    """What became of an event, in words: its status, its first independent confirmation, a new denial; "" for less."""
    old, new = (msgspec.json.decode(decompress(body), type=_Sides) for body in (before, after))
    out = [f"{was} → {is_}"] if was != is_ else []
    if old.independent_sources < 2 <= new.independent_sources:
        out.append("first independent confirmation")
    if new.contested and not old.contested:
        out.append("newly denied")
    return "; ".join(out)


def _passed(db: sqlite3.Connection, events: list[Event]) -> list[Event]:
    """Plans whose day the record's articles had not reached at the last build, and now have left behind."""
    now = db.execute("SELECT max(day) FROM articles").fetchone()[0]
    then = db.execute("SELECT value FROM facts WHERE name = 'last day'").fetchone()
    if not then or not now:
        return []
    first, last = span(then[0])[0], span(now)[0]
    return [e for e in events if e.status in AHEAD and e.date and first <= span(e.date)[1] < last]


def _places(db: sqlite3.Connection) -> dict[str, tuple[str, str, int]]:
    """Where each event's first report stands: article, act, offset."""
    rows = db.execute(
        "SELECT e.id, v.article, e.act, min(v.start) FROM events e JOIN evidence v ON v.event = e.id GROUP BY e.id"
    )
    return {i: (article, act, start) for i, article, act, start in rows}


def _aliases(db: sqlite3.Connection, before: set[str], places: dict[str, tuple[str, str, int]], made: Linked) -> None:
    """Old ids go on resolving: to the event that has the report they were named after; where newer rules read that
    report otherwise, to the event of that act nearest to its place in the article."""
    now = {e.id for e in made.events}
    was = dict(db.execute("SELECT id, stands_for FROM aliases WHERE kind = 'event'").fetchall())
    lost = sorted((before | set(was)) - now)
    near: dict[tuple[str, str], list[tuple[int, str]]] = {}
    if any(i not in made.ids for i in lost):
        for e in made.events:
            for v in e.evidence:
                near.setdefault((v.article, e.act), []).append((v.start, e.id))
    target: dict[str, str] = {}
    for i in lost:
        to = made.ids.get(i)
        if to is None and i in places:
            article, act, start = places[i]
            to = min(near.get((article, act), []), key=lambda x: (abs(x[0] - start), x[1]), default=(0, None))[1]
        if to:
            target[i] = to
    for i in lost:  # what a ruling rejected leads nowhere, but is remembered, since the ruling may be undone
        to = target.get(i) or target.get(was.get(i, "")) or (was[i] if was.get(i) in now else "")
        db.execute("INSERT OR REPLACE INTO aliases VALUES (?, ?, 'event')", (i, to))
    db.executemany("DELETE FROM aliases WHERE id = ?", [(i,) for i in sorted(now & set(was))])
