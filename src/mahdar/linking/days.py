"""Calendar values as spans of day numbers: comparing dates of different precision."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

Days = tuple[int, int]


@lru_cache(maxsize=50_000)
def days(value: str | None) -> Days | None:
    """A day, month, year or interval as (first, last) day numbers; None where it isn't one.

    >>> days("2018-06") == (days("2018-06-01")[0], days("2018-06-30")[1])
    True
    """
    if not value:
        return None
    a, _, b = value.partition("/")
    try:
        return _bound(a, last=False), _bound(b or a, last=True)
    except ValueError:
        return None


def span(value: str) -> Days:
    """The days of a value that is known to be one.

    Errors: ValueError for a value that isn't.
    """
    found = days(value)
    if found is None:
        raise ValueError(f"not a calendar value: {value}")
    return found


def _bound(value: str, *, last: bool) -> int:
    parts = [int(x) for x in value[:10].split("-")]
    y, m, d = (*parts, 0, 0)[:3]
    if d:
        return date(y, m, d).toordinal()
    if not m:
        return date(y, 12 if last else 1, 31 if last else 1).toordinal()
    if not last:
        return date(y, m, 1).toordinal()
    return (date(y + m // 12, m % 12 + 1, 1) - timedelta(days=1)).toordinal()


def precision(value: str | None) -> str | None:
    """day, month, year or interval; None without a value.

    >>> precision("2018-06"), precision("2018-05-30/2018-05-31"), precision(None)
    ('month', 'interval', None)
    """
    if not value:
        return None
    if "/" in value:
        return "interval"
    return {1: "year", 2: "month", 3: "day"}[value.count("-") + 1]


def gap(a: Days, b: Days) -> int:
    """Days between two spans; 0 where they share a day.

    >>> gap((1, 3), (5, 9)), gap((1, 5), (5, 9))
    (2, 0)
    """
    return max(0, b[0] - a[1], a[0] - b[1])


def within(inner: Days, outer: Days) -> bool:
    """Does the outer span hold the inner one?"""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def iso(day: int) -> str:
    """The ISO day of a day number."""
    return date.fromordinal(day).isoformat()
