"""Days, months, years and intervals as EDTF values, and the arithmetic on them. Knows no Arabic."""

from __future__ import annotations

from datetime import date, timedelta

DAY = timedelta(days=1)


def month_value(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def year_value(year: int) -> str:
    return f"{year:04d}"


def interval(first: date, last: date) -> str:
    """An interval of days; a day where both are one.

    >>> interval(date(2018, 6, 12), date(2018, 6, 15))
    '2018-06-12/2018-06-15'
    """
    if last < first:
        first, last = last, first
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_month(year: int, month: int, n: int) -> tuple[int, int]:
    """(year, month), n months on.

    >>> shift_month(2018, 1, -1)
    (2017, 12)
    """
    k = year * 12 + month - 1 + n
    return k // 12, k % 12 + 1


def shift_months(day: date, n: int) -> date:
    """The same day n months on, or the month's last.

    >>> shift_months(date(2018, 3, 31), -1)
    datetime.date(2018, 2, 28)
    """
    year, month = shift_month(day.year, day.month, n)
    return date(year, month, min(day.day, last_of_month(year, month).day))


def last_of_month(year: int, month: int) -> date:
    y, m = shift_month(year, month, 1)
    return date(y, m, 1) - DAY


def monday(day: date) -> date:
    return day - DAY * day.weekday()


def week(day: date) -> tuple[date, date]:
    """Monday and Sunday around the day."""
    first = monday(day)
    return first, first + 6 * DAY


def bounds(value: str) -> tuple[date, date]:
    """First and last day of a value.

    >>> bounds("2018-02")
    (datetime.date(2018, 2, 1), datetime.date(2018, 2, 28))
    """
    first, _, last = value.partition("/")
    return _bound(first, False), _bound(last or first, True)


def _bound(value: str, last: bool) -> date:
    parts = [int(x) for x in value.split("-")]
    if len(parts) == 3:
        return date(parts[0], parts[1], parts[2])
    if len(parts) == 2:
        year, month = parts
        return last_of_month(year, month) if last else date(year, month, 1)
    return date(parts[0], 12, 31) if last else date(parts[0], 1, 1)


def weekday_before(day: date, weekday: int, *, strict: bool = False) -> date:
    """The nearest such weekday before or on the day (strict: before it)."""
    back = (day.weekday() - weekday) % 7
    return day - DAY * (back or 7 * strict)


def weekday_after(day: date, weekday: int, *, strict: bool = False) -> date:
    """The nearest such weekday after or on the day (strict: after it)."""
    on = (weekday - day.weekday()) % 7
    return day + DAY * (on or 7 * strict)
