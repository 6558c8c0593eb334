"""What became of what was promised, planned, threatened or invited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from zlib import decompress

import msgspec

from ..linking.account import Event
from .filters import Words, many, where
from .views import Promise

if TYPE_CHECKING:
    from .read import Record

_EVENT = msgspec.json.Decoder(Event)
#: promises that are given their words at a time
PAGE = 60
_FROM = "FROM promises p JOIN events e ON e.key = p.event"
#: those whose day lies before the first of the record's pages come last
_OLD = "e.date IS NOT NULL AND e.date < (SELECT substr(min(day), 1, 7) FROM articles)"


def promises(
    record: Record,
    who: Words = (),
    state: Words = (),
    words: str | None = None,
    act: str | None = None,
    *,
    own: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[Promise]:
    """What was promised, with its state, by date; `own`: what is of the time of the record's pages first."""
    condition, given = _asked(who, words, act)
    if states := many(state):
        condition += f" AND p.state IN ({', '.join('?' * len(states))})"
    rows = record.db.execute(
        f"SELECT p.state, p.by, p.until, p.holds, b.body FROM (SELECT e.key AS k, {_OLD if own else 0} AS old {_FROM} "
        f"WHERE {condition} ORDER BY old, k LIMIT ? OFFSET ?) JOIN promises p ON p.event = k JOIN events b ON b.key = k ORDER BY old, k",
        (*given, *states, -1 if limit is None else limit, offset),
    )
    while found := rows.fetchmany(PAGE):
        events = record.quoted([_EVENT.decode(decompress(body)) for *_, body in found])
        for event, (fate, by, until, holds, _) in zip(events, found, strict=True):
            yield Promise(event=event, state=fate, by=msgspec.json.decode(by, type=tuple[str, ...]), until=until, holds=holds)


def states(record: Record, who: Words = (), words: str | None = None, act: str | None = None) -> dict[str, int]:
    """How many promises that fit are in each state."""
    condition, given = _asked(who, words, act)
    return dict(record.db.execute(f"SELECT p.state, count(*) {_FROM} WHERE {condition} GROUP BY 1 ORDER BY 1", given))


def _asked(who: Words, words: str | None, act: str | None) -> tuple[str, list[object]]:
    """The condition on promises; who is invited to visit is invited."""
    condition, given = where(background=False, who=who or (), words=words or None)
    if act:
        condition += " AND (e.act = ? OR (? = 'invite' AND e.detail = 'invited'))"
        given += [act, act]
    return condition, given
