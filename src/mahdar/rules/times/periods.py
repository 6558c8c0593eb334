"""Pieces of the calendar: decades, centuries, quarters, seasons, weeks of a month, the last Monday of March."""

from __future__ import annotations

from datetime import date

from ...arabic.clitics import definite
from .calendar import DAY, bounds, interval, last_of_month, make_day, weekday_after, weekday_before
from .grammar import Found, Hit
from .parts import RULES
from .relative import STEP, repeated
from .resolve import NO_DAY, month_number, names_weekday, nearest_month, unit_around, year_of, year_reference


@RULES.rule(
    "decade",
    "(part=(part))? decade=(decade) (from? century=(century_S) (cmod=(mod) | no=(ord) card? card++?)?)? (age=(age))?",
)
def decade(hit: Hit) -> Found | None:
    start = int(hit.value("decade") or 0)
    token = hit.first("decade")
    if hit.has("age"):
        return None
    century = 1900
    if hit.cls("cmod") == "this":
        century = hit.ctx.day.year // 100 * 100 if hit.ctx.day else 2000
    elif hit.has("no"):
        number = _century(hit)
        if number is None:
            return None
        century = (number - 1) * 100
    elif not hit.has("century") and token and not definite(token.norm) and not hit.has("part"):
        return None
    first = century + start
    return Found(f"{first:04d}-01-01/{first + 9:04d}-12-31", "decade named")


def _century(hit: Hit) -> int | None:
    from ...arabic import numbers

    i = hit.groups["no"][0]
    j = i + 1
    while j < hit.j and hit.tokens[j].lexeme.cls == "card":
        j += 1
    first = hit.tokens[i]
    return numbers.parse([first.norm[len(first.prefix) :], *(t.norm for t in hit.tokens[i + 1 : j])])


@RULES.rule("century", "(part=(part))? (century_S|century_s) no=(ord|card|num) card? card++?")
def century(hit: Hit) -> Found | None:
    number, after = _century(hit), hit.after()
    if number is None or not 10 <= number <= 21 or (after and after.lexeme.cls in ("bc", "ah")):
        return None
    return Found(f"{number * 100 - 99:04d}-01-01/{number * 100:04d}-12-31", "century named")


@RULES.rule("decade of a century", "decade_S no=(ord|latest1) from century_S (cno=(ord card? card++?) | cmod=(mod))")
def decade_of_century(hit: Hit) -> Found | None:
    if hit.has("cno"):
        number = hit.number("cno")
    else:
        number = 20 + STEP.get(hit.cls("cmod") or "this", 0) + 1
    n = 10 if hit.cls("no") == "latest1" else hit.number("no")
    if number is None or n is None or not (1 <= n <= 10 and 10 <= number <= 21):
        return None
    first = (number - 1) * 100 + (n - 1) * 10
    return Found(f"{first:04d}-01-01/{first + 9:04d}-12-31", "decade of a century")


@RULES.rule(
    "part of a year",
    "unit=(fraction) yearly? no=(ord) ((from|in)? (year_S mod=(mod|latest1) | year_S | demo year_S) | yearpart)",
    "unit=(half_S) no=(ord) (from|in) month_year",
    "unit=(half_S) no=(ord) (from|in) counted_month",
    "unit=(fraction) no=(latest1) (from|in)? (year_S mod=(mod) | demo year_S | yref=(that year_S) | year=(fullyear))",
    "no=(ord) unit=(fraction) (from|in)? (year_S mod=(mod) | year=(fullyear))",
)
def fraction(hit: Hit) -> Found | None:
    unit = (hit.value("unit") or "").split()[0]
    if hit.has("mon") or any(t.lexeme.value in ("month S",) for t in hit.tokens[hit.i : hit.j]):
        return _half_month(hit)
    if unit != "quarter" and hit.j - hit.i == 2 and not hit.ctx.alone:
        return None  # of a match, of a book
    size = {"quarter": 3, "third": 4, "half": 6}[unit]
    n = 12 // size if hit.cls("no") in ("latest1", "latest") else hit.number("no")
    if n is None or not 1 <= n <= 12 // size:
        return None
    year = year_of(hit) if hit.has("year") else year_reference(hit) if hit.has("yref") else None
    if year is None:
        if hit.ctx.day is None:
            return Found(None, NO_DAY)
        year = hit.ctx.day.year + STEP.get(hit.cls("mod") or "this", 0)
    first = date(year, (n - 1) * size + 1, 1)
    return Found(interval(first, last_of_month(year, n * size)), f"{unit} {n} of a year")


def _half_month(hit: Hit) -> Found | None:
    span, n = _month(hit), hit.number("no")
    if span is None or n not in (1, 2):
        return None
    middle = span[0] + 14 * DAY
    return Found(interval(span[0], middle) if n == 1 else interval(middle + DAY, span[1]), f"half {n} of a month")


@RULES.rule(
    "season", "(part=(part))? (demo=(demo))? season=(season) (mod=(mod) | (from|in)? (year_S ymod=(mod)) | yearpart)"
)
def season(hit: Hit) -> Found | None:
    month = int(hit.value("season") or 0)
    anchor = hit.ctx.day
    if hit.has("year"):
        year = year_of(hit)
    elif hit.has("yref"):
        year = year_reference(hit)
    elif hit.has("mod") or hit.has("demo") or hit.has("ymod"):
        if anchor is None:
            return Found(None, NO_DAY)
        options = [(_season(y, month), y) for y in range(anchor.year - 2, anchor.year + 3)]
        mod = hit.cls("mod") or "this"
        if hit.has("ymod"):
            year = anchor.year + STEP.get(hit.cls("ymod") or "this", 0)
        elif mod in ("last", "lastp"):
            year = max(y for (a, b), y in options if b < anchor)
        elif mod == "next":
            year = min(y for (a, b), y in options if a > anchor)
        else:
            year = min((abs((a - anchor).days + 45), y) for (a, b), y in options)[1]
    else:
        return None
    return Found(interval(*_season(year, month)), "season by the months of meteorologists") if year else None


def _season(year: int, month: int) -> tuple[date, date]:
    k = year * 12 + month + 1
    return date(year, month, 1), last_of_month(k // 12, k % 12 + 1)


@RULES.rule(
    "week of a month",
    "(week_S no=(ord) | no=(ord) week_s) (from|in) (month_year | counted_month)",
    "week=(part) week_s (from|in) (month_year | counted_month)",
)
def week_of_month(hit: Hit) -> Found | None:
    span = _month(hit)
    if span is None:
        return None if hit.ctx.day else Found(None, NO_DAY)
    if hit.has("week"):
        return (
            Found(interval(span[1] - 6 * DAY, span[1]), "last seven days of the month")
            if hit.value("week") == "end"
            else None
        )
    n = hit.number("no") or 0
    if not 1 <= n <= 5:
        return None
    first = span[0] + 7 * DAY * (n - 1)
    return Found(interval(first, min(first + 6 * DAY, span[1])), f"seven days of the month, number {n}")


def _month(hit: Hit) -> tuple[date, date] | None:
    """First and last day of the month a rule names."""
    if hit.has("mon"):
        number = month_number(hit)
        if number is None:
            return None
        year = year_of(hit) if hit.has("year") else year_reference(hit) if hit.has("yref") else None
        if year is not None:
            return bounds(f"{year:04d}-{number:02d}")
        found = nearest_month(hit.ctx, number, hit.cls("mod"), hit.start, hit.end)
        return bounds(found.value) if found.value else None
    if hit.ctx.day is None:
        return None
    value = unit_around(hit.ctx.day, "month", STEP.get(hit.cls("mod") or "this", 0))
    return value[1] if value else None


@RULES.rule(
    "weekday of a month",
    "no=(ord|part) (day_s)? w=(wday|card) (from|in) (month_year | (demo month_S | month_S mod=(mod)?))",
    "w=(wday) no=(ord|latest1) (from|in) (month_year | (demo month_S | month_S mod=(mod)?))",
)
def weekday_of_month(hit: Hit) -> Found | None:
    span, weekday = _month(hit), int(hit.value("w") or 0)
    if hit.cls("w") == "card":  # آخر اثنين, أول أحد
        weekday = {1: 6, 2: 0}.get(weekday, -1)
        if weekday < 0 or not names_weekday(hit.first("w") or hit.tokens[hit.i]):
            return None
    if span is None:
        return None if hit.ctx.day else Found(None, NO_DAY)
    if hit.cls("no") in ("part", "latest1"):
        if hit.cls("no") == "part" and hit.value("no") != "end":
            return None
        d = weekday_before(span[1], weekday)
        return Found(d.isoformat(), "the month's last such weekday")
    n = hit.number("no") or 0
    if not 1 <= n <= 5:
        return None
    d = weekday_after(span[0], weekday) + 7 * DAY * (n - 1)
    return Found(d.isoformat(), f"the month's such weekday, number {n}") if d <= span[1] else None


@RULES.rule(
    "day of a month in words",
    "no=(ord|part) (day_s) (from|in) (month_year | counted_month)",
)
def day_in_words(hit: Hit) -> Found | None:
    span = _month(hit)
    if span is None:
        return None if hit.ctx.day else Found(None, NO_DAY)
    if hit.cls("no") == "part":
        return Found(span[1].isoformat(), "the month's last day") if hit.value("no") == "end" else None
    n = hit.number("no") or 0
    d = make_day(span[0].year, span[0].month, n) if n else None
    return Found(d.isoformat(), "day of the month") if d else None


@RULES.rule("weekend", "(demo=(demo))? unit=(weekendof|weekend_S) (mod=(mod))?")
def weekend(hit: Hit) -> Found | None:
    anchor = hit.ctx.day
    if repeated(hit):
        return None
    if anchor is None:
        return Found(None, NO_DAY)
    value = unit_around(anchor, "weekend", STEP[hit.cls("mod") or "demo"])
    return Found(value[0], "Saturday and Sunday counted from the article's week") if value else None
