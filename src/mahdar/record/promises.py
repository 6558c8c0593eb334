"""What became of what was promised, planned, threatened or invited; silence of a pile is never told as a non-event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..linking.account import Event
from ..linking.days import days, iso, span
from .filters import where
from .views import Promise

if TYPE_CHECKING:
    from .read import Record

PROMISING = ("invite", "agree", "threaten")
AHEAD = ("planned", "proposed")
WAIT = 14  # days after a planned day within which a report of it is looked for
OVERTAKES = 180  # days within which another act of the kind may have taken a plan's place


#: events that may be promises, or were
_MAY_BE = """(e.status <> 'held' OR e.act IN ('invite', 'agree', 'threaten') OR e.id IN (
    SELECT x.event FROM reports r JOIN articles a ON a.key = r.article JOIN event_reports x ON x.article = a.id AND x.report = r.id
    WHERE r.status IN ('planned', 'proposed')))"""


def promises(record: Record, who: str | None, state: str | None) -> Iterator[Promise]:
    """What was promised, by date, with its state: open, overdue (its day has passed without a report), carried out, called
    off, or overtaken (the same parties did the same another day)."""
    last = record.db.execute("SELECT max(day) FROM articles").fetchone()[0]
    condition, given = where(background=False, who=who or ())
    for event in record.walk(f"{condition} AND {_MAY_BE}", given):
        found = _promise(record, event, last)
        if found and state in (None, found.state):
            yield found


def _promise(record: Record, e: Event, last: str | None) -> Promise | None:
    if e.act in PROMISING and e.status == "held":
        return _word(record, e, last)
    if e.status in AHEAD:
        return _plan(record, e, last)
    if e.status == "cancelled":
        return Promise(event=e, state="called off", by=(), until=e.date, holds="")
    if e.status == "held" and any(h.status in AHEAD for h in e.history):
        return Promise(event=e, state="carried out", by=(e.id,), until=e.date, holds="")
    return None


def _word(record: Record, e: Event, last: str | None) -> Promise | None:
    """An invitation, agreement or threat: its state is that of the acts it is tied to."""
    deeds = [record.event(t.event) for t in e.thread if t.relation == "carried_out_by"]
    if not deeds:
        if e.act == "agree" and e.mode in (None, "sign"):
            return None  # a signing is no promise of something else
        holds = _holds(record, e.date, None, "no report here of its being carried out")
        return Promise(event=e, state="open", by=(), until=None, holds=holds)
    until = max((d.date for d in deeds if d.date), default=None)
    if any(d.status == "held" for d in deeds):
        state = "carried out"
    elif all(d.status == "cancelled" for d in deeds):
        state = "called off"
    else:
        state = "overdue" if _over(until, last) else "open"
    by = tuple(d.id for d in deeds)
    holds = (
        ""
        if state in ("carried out", "called off")
        else _holds(record, e.date, until, "no report here that it was held")
    )
    return Promise(event=e, state=state, by=by, until=until, holds=holds)


def _plan(record: Record, e: Event, last: str | None) -> Promise:
    """A plan: open until its day has passed; overtaken where the same parties did the same after that day."""
    told = e.history[0].first_reported if e.history else None
    holds = _holds(record, told, e.date, "no report here that it was held")
    if not _over(e.date, last):
        return Promise(event=e, state="open", by=(), until=e.date, holds=holds)
    later = _later(record, e)
    return Promise(event=e, state="overtaken" if later else "overdue", by=later, until=e.date, holds=holds)


def _later(record: Record, e: Event) -> tuple[str, ...]:
    """The first act of the kind, held, by the same parties after a plan's day."""
    parties = [w.id for w in (*e.actors, *e.recipients)]
    if not e.date or not parties:
        return ()
    day = span(e.date)[1]
    all_in = " AND ".join(
        ["id IN (SELECT event FROM event_parties WHERE entity = ? AND role IN ('actor', 'recipient'))"] * len(parties)
    )
    row = record.db.execute(
        f"SELECT id FROM events WHERE act = ? AND status = 'held' AND first_day > ? AND first_day <= ? AND {all_in} "
        "ORDER BY first_day, id LIMIT 1",
        (e.act, day, day + OVERTAKES, *parties),
    ).fetchone()
    return (row[0],) if row else ()


def _over(until: str | None, last: str | None) -> bool:
    """Does the record reach beyond the day?"""
    return bool(until and last and days(last) and span(until)[1] < span(last)[0])


def _holds(record: Record, since: str | None, until: str | None, what: str) -> str:
    """In words: what the record has for the time in question; silence of a pile is not an event."""
    if until and (time := days(until)):
        a, b = iso(time[0]), iso(time[1] + WAIT)
        n = record.db.execute("SELECT count(*) FROM articles WHERE day BETWEEN ? AND ?", (a, b)).fetchone()[0]
        if not n:
            return f"{what}; the record has no articles of {a} to {b}"
        return f"{what}; the record has {n} article{'s' * (n != 1)} of {a} to {b}"
    first = iso(span(since)[0]) if since and days(since) else "0000"
    n, last = record.db.execute("SELECT count(*), max(day) FROM articles WHERE day > ?", (first,)).fetchone()
    if not n:
        return f"{what}; the record has no later articles"
    return f"{what}; the record has {n} later article{'s' * (n != 1)}, the last of {last}"
