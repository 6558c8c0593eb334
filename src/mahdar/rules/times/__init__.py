"""Times: calendar expressions of a text and their values. The front door is `find`."""

from __future__ import annotations

from ...model import Time
from .dateline import Dateline, dateline, datelines
from .finding import find
from .offsets import from_base

__all__ = ["Dateline", "dateline", "datelines", "find", "from_base", "times"]


def times(text: str, date: str | None = None, *, offsets: bool = False) -> list[Time]:
    """The calendar expressions of a text with their values against a day.

    >>> [(t.text, t.value) for t in times("يصل الوزير بعد غد", "2018-07-18")]
    [('بعد غد', '2018-07-20')]

    Errors: UsageError where `date` is no ISO day.
    """
    return find(text, day=date, offsets=offsets)
