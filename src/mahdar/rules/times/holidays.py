"""Feasts and days with a date of their own: عيد الفطر 2018, رأس السنة, يوم الأرض."""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Gregorian

from .calendar import DAY, make_day
from .grammar import Found, Hit
from .hijri import gregorian
from .parts import RULES
from .resolve import AGAINST, NO_DAY, far, year_of, year_reference


def easter(year: int) -> date:
    """Western Easter Sunday.

    >>> easter(2018)
    datetime.date(2018, 4, 1)
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return date(year, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)


def orthodox_easter(year: int) -> date:
    """Eastern Easter Sunday, as a Gregorian day.

    >>> orthodox_easter(2018)
    datetime.date(2018, 4, 8)
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    return date(year, (d + e + 114) // 31, (d + e + 114) % 31 + 1) + timedelta(days=13)


def days(value: str, year: int) -> list[date]:
    """The days a holiday falls on in a Gregorian year. `value` is as in the table (g MONTH DAY, easter N …)."""
    kind, *numbers = value.split()
    n = [int(x) for x in numbers]
    if kind == "g":
        d = make_day(year, *n)
        return [d] if d else []
    if kind == "h":
        if not 1925 <= year <= 2070:
            return []
        first = Gregorian(year, 1, 1).to_hijri().year
        return [d for y in (first, first + 1) if (d := gregorian(y, *n)) and d.year == year]
    return [(easter if kind == "easter" else orthodox_easter)(year) + DAY * n[0]]


@RULES.rule("holiday", "h=(holiday) (mod=(mod) | yearpart)")
def holiday(hit: Hit) -> Found | None:
    value, anchor = hit.value("h") or "", hit.ctx.day
    after = hit.after()
    if after and not hit.has("year") and after.lexeme.cls in ("the", "num", "ord", "card"):
        return None  # عيد الميلاد الـ92: a birthday
    year = year_of(hit) if hit.has("year") else year_reference(hit) if hit.has("yref") else None
    if year is not None:
        found = days(value, year)
        return Found(found[0].isoformat(), "the feast of the year named") if found else None
    if anchor is None:
        return Found(None, NO_DAY)
    near = [d for y in range(anchor.year - 1, anchor.year + 2) for d in days(value, y)]
    mod = hit.cls("mod")
    if mod in ("last", "lastp"):
        near = [d for d in near if d < anchor]
    elif mod == "next":
        near = [d for d in near if d > anchor]
    if not near:
        return None
    direction = hit.ctx.direction(hit.start, hit.end)
    best = min(near, key=lambda d: (far((d - anchor).days, direction, AGAINST), d))
    return Found(best.isoformat(), "the feast nearest the article's day")
