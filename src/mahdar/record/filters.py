"""Filters on events as SQL."""

from __future__ import annotations

from collections.abc import Iterable

from ..arabic.letters import fold
from ..errors import UsageError
from ..linking.days import days

Words = str | Iterable[str]


def many(value: Words | None) -> list[str]:
    """One or several values, or none, as a list."""
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
    of the other filters any value will do. `status` cancelled also finds what was called off and held after all.

    Errors: UsageError for a day that isn't one.
    """
    sql: list[str] = ["1"]
    given: list[object] = []

    def add(condition: str, *values: object) -> None:
        sql.append(condition)
        given.extend(values)

    for n in many(who):
        marks = ", ".join("?" * len(many(roles)))
        add(
            f"e.key IN (SELECT key FROM event_parties WHERE entity IN ({_ENTITY}) AND role IN ({marks}))",
            *_name(n),
            *many(roles),
        )
    if s := many(source):
        any_of = " UNION ".join([_ENTITY] * len(s))
        add(
            f"e.key IN (SELECT key FROM event_parties WHERE entity IN ({any_of}) AND role = 'source')",
            *(v for n in s for v in _name(n)),
        )
    for c in many(country):
        add("e.key IN (SELECT event FROM event_countries WHERE country = ?)", c.upper())
    for column, values in (("act", many(act)), ("mode", many(mode))):
        if values:
            add(f"e.{column} IN ({', '.join('?' * len(values))})", *values)
    if values := many(status):
        ever = " OR e.called_off" if "cancelled" in values else ""
        add(f"(e.status IN ({', '.join('?' * len(values))}){ever})", *values)
    if p := many(place):
        any_of = " UNION ".join([_ENTITY] * len(p))
        add(
            f"(e.place IN ({any_of}) OR e.place_country IN ({', '.join('?' * len(p))}))",
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
            "e.key IN (SELECT event FROM event_articles WHERE article IN (SELECT rowid FROM search WHERE search MATCH ?))",
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


#: an entity by id, by the beginning of an id, or by a name in either language
_ENTITY = (
    "SELECT ? UNION SELECT id FROM entities WHERE id BETWEEN ? AND ? UNION SELECT entity FROM spellings WHERE folded = ?"
)


def _name(name: str) -> tuple[str, str, str, str]:
    first = name if ":" in name else "\U0010ffff"
    return name, first, f"{first}\U0010ffff", fold(name).casefold().strip()


def _day(value: str, *, last: bool) -> int:
    span = days(value)
    if span is None:
        raise UsageError(f"not a day: {value}", hint="write it as 2018-05-31, 2018-05 or 2018")
    return span[1] if last else span[0]
