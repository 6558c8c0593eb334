"""Filters on events as SQL."""

from __future__ import annotations

from collections.abc import Iterable

from ..arabic.letters import fold
from ..errors import UsageError
from ..linking.days import days

Words = str | Iterable[str]


def _many(value: Words | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def where(
    who: Words = (),
    country: Words = (),
    act: Words = (),
    mode: Words = (),
    status: Words = (),
    place: Words = (),
    source: Words = (),
    since: str | None = None,
    until: str | None = None,
    words: str | None = None,
    background: bool = True,
    protocol: bool = True,
    independent: int = 0,
    reviewed: bool = False,
    roles: Words = ("actor", "recipient"),
) -> tuple[str, list[object]]:
    """The condition on `events e` and its parameters. All who and all countries named must take part;
    of the other filters any value will do.

    Errors: UsageError for a day that isn't one.
    """
    sql: list[str] = ["1"]
    given: list[object] = []

    def add(condition: str, *values: object) -> None:
        sql.append(condition)
        given.extend(values)

    for n in _many(who):
        marks = ", ".join("?" * len(_many(roles)))
        add(
            f"e.id IN (SELECT event FROM event_parties WHERE role IN ({marks}) AND ({_ENTITY.format(column='entity')}))",
            *_many(roles),
            *_name(n),
        )
    if s := _many(source):
        any_of = " OR ".join([_ENTITY.format(column="entity")] * len(s))
        add(
            f"e.id IN (SELECT event FROM event_parties WHERE role = 'source' AND ({any_of}))",
            *(v for n in s for v in _name(n)),
        )
    for c in _many(country):
        add("e.id IN (SELECT event FROM event_parties WHERE role IN ('actor', 'recipient') AND country = ?)", c.upper())
    for column, values in (("act", _many(act)), ("mode", _many(mode)), ("status", _many(status))):
        if values:
            add(f"e.{column} IN ({', '.join('?' * len(values))})", *values)
    if p := _many(place):
        any_of = " OR ".join([_ENTITY] * len(p)).format(column="e.place")
        add(
            f"({any_of} OR e.place_country IN ({', '.join('?' * len(p))}))",
            *(v for n in p for v in _name(n)),
            *(x.upper() for x in p),
        )
    if since:
        add("e.last_day >= ?", _day(since, last=False))
    if until:
        add("coalesce(e.first_day, e.last_day) <= ?", _day(until, last=True))
    if words:
        from .search import query

        add(
            "e.id IN (SELECT r.event FROM event_reports r JOIN articles a ON a.id = r.article "
            "WHERE a.key IN (SELECT rowid FROM search WHERE search MATCH ?))",
            query(words),
        )
    if not background:
        add("e.salience <> 'background'")
    if not protocol:
        add("e.protocol = 0")
    if independent:
        add("e.independent_sources >= ?", independent)
    if reviewed:
        add("e.reviewed = 1")
    return " AND ".join(sql), given


_ENTITY = "{column} = ? OR {column} GLOB ? OR {column} IN (SELECT entity FROM spellings WHERE folded = ?)"


def _name(name: str) -> tuple[str, str, str]:
    """An entity by id, by the beginning of an id, or by a name in either language."""
    safe = "".join(f"[{c}]" if c in "*?[" else c for c in name)
    return name, f"{safe}*" if ":" in name else "\0", fold(name).casefold().strip()


def _day(value: str, *, last: bool) -> int:
    span = days(value)
    if span is None:
        raise UsageError(f"not a day: {value}", hint="write it as 2018-05-31, 2018-05 or 2018")
    return span[1] if last else span[0]
