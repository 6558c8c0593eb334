"""What became of what was promised, planned, threatened or invited, worked out when the events are written; silence of a pile
is never told as a non-event."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from ..linking.account import Event
from ..linking.days import days, iso, span

PROMISING = frozenset({"agree", "invite", "threaten"})
AHEAD = frozenset({"planned", "proposed"})
WAIT = 14  # days after a planned day within which a report of it is looked for
OVERTAKES = 180  # days within which another act of the kind may have taken a plan's place


class Fate(NamedTuple):
    """open, overdue (its day has passed without a report), carried out, called off, or overtaken (the same parties did the same
    another day); by which events; until when; and what the record holds for its time."""

    state: str
    by: tuple[str, ...]
    until: str | None
    holds: str


def fates(db: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Writes what became of each promise among events that are written, numbered as they come."""
    db.executemany("INSERT INTO promises VALUES (?, ?, ?, ?, ?)", _rows(_Pile(db), events))


def _rows(pile: _Pile, events: Iterable[Event]) -> Iterator[tuple[int, str, str, str | None, str]]:
    for key, e in enumerate(events, 1):
        if found := _fate(pile, e):
            yield key, found.state, msgspec.json.encode(found.by).decode(), found.until, found.holds


def ahead(e: Event) -> bool:
    """Was it a promise, a threat or a plan, or is it still?"""
    return e.status != "held" or e.act in PROMISING or any(h.status in AHEAD for h in e.history)


class _Pile:
    """What promises ask of a record: its articles by day, and what events became of, each looked up once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.days = [d for (d,) in self.db.execute("SELECT day FROM articles WHERE day IS NOT NULL ORDER BY day")]
        self.last = self.days[-1] if self.days else None

    def between(self, since: str, until: str) -> int:
        """How many articles are of these days."""
        return bisect_right(self.days, until) - bisect_left(self.days, since)

    def deeds(self, e: Event) -> list[tuple[str, str, str | None]]:
        """The acts a promise is tied to: id, status, date."""
        ids = [t.event for t in e.thread if t.relation == "carried_out_by"]
        marks = ", ".join("?" * len(ids))
        return self.db.execute(f"SELECT id, status, date FROM events WHERE id IN ({marks}) ORDER BY key", ids).fetchall()


def _fate(pile: _Pile, e: Event) -> Fate | None:
    if e.act in PROMISING and e.status == "held":
        return _word(pile, e)
    if e.status in AHEAD:
        return _plan(pile, e)
    if e.status == "cancelled":
        return Fate(state="called off", by=(), until=e.date, holds="")
    if e.status == "held" and any(h.status in AHEAD for h in e.history):
        return Fate(state="carried out", by=(e.id,), until=e.date, holds="")
    return None


def _word(pile: _Pile, e: Event) -> Fate | None:
    """An invitation, agreement or threat: its state is that of the acts it is tied to."""
    deeds = pile.deeds(e)
    if not deeds:
        if e.act == "agree" and e.mode in (None, "sign"):
            return None  # a signing is no promise of something else
        holds = _holds(pile, e.date, None, "no report here of its being carried out")
        return Fate(state="open", by=(), until=None, holds=holds)
    until = max((date for _, _, date in deeds if date), default=None)
    states = {status for _, status, _ in deeds}
    if "held" in states:
        state = "carried out"
    elif states == {"cancelled"}:
        state = "called off"
    else:
        state = "overdue" if _over(until, pile.last) else "open"
    by = tuple(i for i, _, _ in deeds)
    done = state in ("carried out", "called off")
    holds = "" if done else _holds(pile, e.date, until, "no report here that it was held")
    return Fate(state=state, by=by, until=until, holds=holds)


def _plan(pile: _Pile, e: Event) -> Fate:
    """A plan: open until its day has passed; overtaken where the same parties did the same after that day."""
    told = e.history[0].first_reported if e.history else None
    holds = _holds(pile, told, e.date, "no report here that it was held")
    if not _over(e.date, pile.last):
        return Fate(state="open", by=(), until=e.date, holds=holds)
    later = _later(pile, e)
    return Fate(state="overtaken" if later else "overdue", by=later, until=e.date, holds=holds)


def _later(pile: _Pile, e: Event) -> tuple[str, ...]:
    """The first act of the kind, held, by the same parties after a plan's day."""
    parties = [w.id for w in (*e.actors, *e.recipients)]
    if not e.date or not parties:
        return ()
    day = span(e.date)[1]
    all_in = " AND ".join(
        ["key IN (SELECT key FROM event_parties WHERE entity = ? AND role IN ('actor', 'recipient'))"] * len(parties)
    )
    row = pile.db.execute(
        f"SELECT id FROM events WHERE act = ? AND status = 'held' AND first_day > ? AND first_day <= ? AND {all_in} "
        "ORDER BY first_day, id LIMIT 1",
        (e.act, day, day + OVERTAKES, *parties),
    ).fetchone()
    return (row[0],) if row else ()


def _over(until: str | None, last: str | None) -> bool:
    """Does the record reach beyond the day?"""
    return bool(until and last and days(last) and span(until)[1] < span(last)[0])


def _holds(pile: _Pile, since: str | None, until: str | None, what: str) -> str:
    """In words: what the record has for the time in question; silence of a pile is not an event."""
    if until and (time := days(until)):
        a, b = iso(time[0]), iso(time[1] + WAIT)
        n = pile.between(a, b)
        if not n:
            return f"{what}; the record has no articles of {a} to {b}"
        return f"{what}; the record has {n} article{'s' * (n != 1)} of {a} to {b}"
    first = iso(span(since)[0]) if since and days(since) else "0000"
    n = len(pile.days) - bisect_right(pile.days, first)
    if not n:
        return f"{what}; the record has no later articles"
    return f"{what}; the record has {n} later article{'s' * (n != 1)}, the last of {pile.last}"
