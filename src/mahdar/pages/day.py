"""The article's day: the calendar day of its publication in the outlet's home time zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .media import media


def local_day(published: str | None, outlet: str | None) -> str | None:
    """What اليوم means in an article: its day in the outlet's home zone where both zones are known, else as written.

    >>> local_day("2018-05-31T23:30:00+00:00", "France 24"), local_day("2018-05-31T18:56", None)
    ('2018-06-01', '2018-05-31')
    """
    if not published:
        return None
    medium = media().by_name.get(outlet or "")
    if medium and medium.zone and "T" in published:
        try:
            moment = datetime.fromisoformat(published)
            if moment.tzinfo:
                return moment.astimezone(ZoneInfo(medium.zone)).date().isoformat()
        except (ValueError, ZoneInfoNotFoundError, OverflowError):
            pass
    return published[:10]
