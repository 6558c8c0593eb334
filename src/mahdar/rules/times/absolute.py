"""Dates that name their day, month or year: 12 يونيو 2018, أيار/مايو, عام 2009, 31/05/2018."""

from __future__ import annotations

import re

from ...arabic.clitics import AND
from .calendar import bounds, make_day, month_value, shift_month, year_value
from .grammar import NOTHING, Found, Hit
from .parts import RULES
from .resolve import (
    NO_DAY,
    conflict,
    month_number,
    nearest_day,
    nearest_month,
    two_months,
    unit_around,
    year_of,
    year_reference,
)
from .shapes import shape


def lead_weekday(hit: Hit) -> int | None:
    """The weekday named before a date."""
    return next((int(t.lexeme.value) for t in hit.part("lead") if t.lexeme.cls in ("weekday", "weekday2")), None)


@RULES.rule(
    "day and month",
    'lead=(lead) no=(dayno) from? monthword? "("? mon=(mon) (mod=(mod))? yearpart (mod2=(mod))?',
    'lead=(lead) no=(num) "/,-،" mon=(mon) "/-،,"? year=(year)',
    "lead=(lead) no=(dayno) from? monthword? mon=(weak) year=(year)?",
)
def day_month(hit: Hit) -> Found | None:
    day, month = hit.number("no"), month_number(hit)
    if day is None or month is None or not 1 <= day <= 31:
        return None
    if hit.part("mon")[0].prefix.startswith(AND):
        return None  # المادة 25 ومارس صلاحياته
    if hit.cls("mon") == "weak" and len(hit.part("mon")) == 1 and not hit.has("year") and not hit.ctx.alone:
        return None
    weekday = lead_weekday(hit)
    year = year_of(hit) if hit.has("year") else year_reference(hit) if hit.has("yref") else None
    if make_day(year or 2000, month, day) is None:
        return Found(None, "the calendar has no such day")
    if year is not None:
        d = make_day(year, month, day)
        found = Found(d.isoformat(), "day, month and year named" + conflict(d, weekday)) if d else None
    else:
        mod = hit.cls("mod") or hit.cls("mod2")
        found = nearest_day(hit.ctx, month, day, weekday, mod, hit.start, hit.end)
        if weekday is not None and day <= 5 and hit.cls("no") == "ord" and found and found.value:
            plain = nearest_day(hit.ctx, month, day, None, mod, hit.start, hit.end)
            if plain and plain.value != found.value:
                return None  # الخميس الأول من مارس in a year whose first of March is no Thursday
    if found and weekday is not None and day <= 5 and hit.cls("no") == "ord" and "doesn't fit" in found.why:
        return None  # الثلاثاء الثالث من سبتمبر: the third Tuesday
    return found and found._replace(named=(year, month, day, weekday))


@RULES.rule("month before day", 'lead=(lead) mon=(mon) no=(num) "،,"? year=(year)', "lead=(lead) mon=(mon) no=(num)")
def month_day(hit: Hit) -> Found | None:
    return day_month(hit) if hit.has("year") or hit.ctx.alone else None


@RULES.rule("month", "(part=(part))? month_year (mod2=(mod))?")
def month(hit: Hit) -> Found | None:
    pair = two_months(hit)
    number = month_number(hit)
    if number is None:
        return None
    if not plain_month(hit):
        return None
    year = year_of(hit) if hit.has("year") else year_reference(hit) if hit.has("yref") else None
    if year is not None:
        if pair:
            return Found(
                f"{bounds(month_value(year, pair[0]))[0]}/{bounds(month_value(year, pair[1]))[1]}",
                "two months and a year named",
            )
        return Found(month_value(year, number), "month and year named")
    mod, early = hit.cls("mod") or hit.cls("mod2"), hit.value("part") == "early"
    found = nearest_month(hit.ctx, number, mod, hit.start, hit.end, early=early)
    return found._replace(named=(None, number, None, None))


def plain_month(hit: Hit) -> bool:
    """A bare month that is also another word or a name (مارس, ماي) must stand behind a word of time."""
    tokens = hit.part("mon")
    if len(tokens) > 1 or tokens[0].lexeme.cls != "shy" or hit.has("year") or hit.has("yref") or hit.has("mod"):
        return True
    before = hit.before()
    return hit.tokens[hit.i] is not tokens[0] or (
        before is not None and before.lexeme.cls in ("in", "ago", "to", "within", "ahead", "and")
    )


@RULES.rule(
    "day of this month", "lead=(lead) no=(dayno) (from? (demo month_S | month_S mod=(mod|same)) | from month_S)"
)
def day_of_month(hit: Hit) -> Found | None:
    day, anchor = hit.number("no"), hit.ctx.day
    if day is None or not 1 <= day <= 31 or numbers_another(hit, "no"):
        return None
    if anchor is None:
        return Found(None, NO_DAY)
    n = {"last": -1, "lastp": -1, "next": 1, "this": 0, "beforelast": -2, "afternext": 2}.get(hit.cls("mod") or "this")
    if n is None:
        return None
    value = unit_around(anchor, "month", n)
    assert value is not None
    d = make_day(value[1][0].year, value[1][0].month, day)
    return (
        Found(d.isoformat(), "day of a month counted from the article's" + conflict(d, lead_weekday(hit)))
        if d
        else None
    )


def numbers_another(hit: Hit, part: str) -> bool:
    """Does the number belong to the word before it (الهجوم الخامس هذا الشهر)? No من, no يوم, no preposition: so it does."""
    before, lead = hit.before(), [t for t in hit.tokens[hit.i : hit.groups[part][0]]]
    led = bool(lead) or (before is not None and before.lexeme.cls in ("in", "from", "to", "and", "between", "ago"))
    inner = any(t.lexeme.cls == "from" for t in hit.tokens[hit.groups[part][1] : hit.j])
    return not (led or inner or hit.cls("mod") == "this" or hit.ctx.alone)


@RULES.rule("day of the current month, unnamed", "lead=(lead) no=(the? num) from? mod=(this|next|last)")
def day_of_unnamed_month(hit: Hit) -> Found | None:
    mod, before = hit.first("mod"), hit.before()
    at_home = hit.has("lead") or (before is not None and before.lexeme.cls in ("in", "from", "to", "and"))
    if mod is None or "feminine" in shape(mod.norm) or (mod.lexeme.cls != "this" and not at_home):
        return None
    return day_of_month(hit)


@RULES.rule("year", "(part=(part))? from? year=(fullyear) (mod=(mod))?")
def year(hit: Hit) -> Found | None:
    number, after = year_of(hit), hit.after()
    if number is None:
        return None
    if after and after.lexeme.cls == "bc":
        return NOTHING
    tokens = hit.part("year")
    named = tokens[0].lexeme.cls == "unit" or tokens[-1].lexeme.cls == "ad"
    if not named and not bare_year(hit, number):
        return None
    if tokens[-1].lexeme.cls != "ad" and (not 1000 <= number <= 2200 or HIJRI_NOW[0] <= number <= HIJRI_NOW[1]):
        return None
    return Found(year_value(number), "year named")


_NUMBER_TAIL = re.compile(r"-\d{1,3}(?!\d)|-\d{5}|[:.,]\d")
_RANGE_TAIL = re.compile(r"[-/]\d{1,3}(?!\d)")
_NUMBER_HEAD = re.compile(r"\d[-/]$")
#: years in digits that are Hijri ones
_HIJRI = (1343, 1500)
#: years that the press of our time means as Hijri ones even without هـ
HIJRI_NOW = (1390, 1460)
_SCALE = re.compile(r"\s*[%°$€]|[a-z]", re.IGNORECASE)
#: the word behind a number
_NEXT = re.compile(r" ([^\W\d_]+)(?!\w)")
#: what stands before a year
_LEADS = frozenset(("in", "ago", "to", "from", "and", "ahead", "within", "with", "between", "part", "month", "season", "trap"))


def bare_year(hit: Hit, number: int) -> bool:
    """May four digits alone be a year? Not where they count something."""
    if not 1900 <= number <= 2060:
        return False
    text, (start, end) = hit.ctx.text, (hit.part("year")[0].start, hit.part("year")[-1].end)
    if _SCALE.match(text, end) or text[max(0, start - 1) : start] in ("$", "+", "€", "#", "@"):
        return False
    after, before = hit.after(), hit.before()
    if after and after.lexeme.cls in ("counted", "unit") and not after.prefix and not placed(hit, number):
        return False
    word = _NEXT.match(text, end)
    if word and "counted" in shape(word.group(1)) and not (before and before.lexeme.cls in _LEADS) and not hit.ctx.alone:
        return False  # بيع 1995 كتابا
    glued = before is not None and before.lexeme.cls in "-/" and _NUMBER_HEAD.search(text[max(0, start - 2) : start])
    further = hit.before(2) if before is not None and before.lexeme.cls == "/" else None
    return not (glued or (further and further.lexeme.cls == "num") or _NUMBER_TAIL.match(text, end))


def placed(hit: Hit, number: int) -> bool:
    """Is a number before a counted noun a year all the same: نشر في 2012 وثيقة? A round one isn't (في 2000 منزل)."""
    before = hit.before()
    return 1900 < number < 2060 and number % 100 != 0 and before is not None and before.lexeme.cls in ("in", "ago")


def range_counts(hit: Hit) -> bool:
    """Is what looks like two years a range of counted things (بين 2000 و2050 شخصا), or part of a longer number?"""
    after = hit.after()
    counted = after is not None and after.lexeme.cls == "counted" and not after.prefix
    return counted or bool(_RANGE_TAIL.match(hit.ctx.text, hit.end))


@RULES.rule("date in digits with blanks", 'lead=(lead) a=(num) "/" b=(num) "/" year=(year)')
def spaced(hit: Hit) -> Found | None:
    d, m, y = hit.number("a"), hit.number("b"), hit.number("year")
    day = make_day(y or 0, m or 0, d or 0) if y and not _HIJRI[0] <= y <= _HIJRI[1] else None
    weekday = lead_weekday(hit)
    return Found(day.isoformat(), "date in digits" + conflict(day, weekday), named=(y, m, d, weekday)) if day else None


@RULES.rule("numeric date", "lead=(lead) date=(date)")
def numeric(hit: Hit) -> Found | None:
    token = hit.first("date")
    assert token is not None
    a, b, c = re.split(r"[./-]", token.norm)
    if len(a) == 4:
        y, m, d = int(a), int(b), int(c)
    elif len(c) == 4:
        d, m, y = int(a), int(b), int(c)
        if m > 12 >= d:
            d, m = m, d
    elif len(c) == 2 and (hit.ctx.alone or hit.ctx.line):
        d, m, y = int(a), int(b), int(c) + (1900 if int(c) > 50 else 2000)
    else:
        return None
    if _HIJRI[0] <= y <= _HIJRI[1]:
        return None
    day = make_day(y, m, d)
    weekday = lead_weekday(hit)
    return Found(day.isoformat(), "date in digits" + conflict(day, weekday), named=(y, m, d, weekday)) if day else None


@RULES.rule("day and month in digits", 'a=(num) "/-" b=(num)')
def short_numeric(hit: Hit) -> Found | None:
    day, month = hit.number("a"), hit.number("b")
    if not hit.ctx.alone or day is None or month is None or not 1 <= month <= 12 or len(hit.tokens) > 3:
        return None
    return nearest_day(hit.ctx, month, day, None, None, hit.start, hit.end)


@RULES.rule("weekday and day alone", "lead=(wday) no=(num)")
def weekday_and_day(hit: Hit) -> Found | None:
    day, weekday, anchor = hit.number("no"), lead_weekday(hit), hit.ctx.day
    if not hit.ctx.alone or anchor is None or day is None or len(hit.tokens) > 2:
        return None
    months = (shift_month(anchor.year, anchor.month, n) for n in (0, 1, -1))
    fits = [d for y, m in months if (d := make_day(y, m, day)) and d.weekday() == weekday]
    return Found(fits[0].isoformat(), "such a weekday with that number, in or near the month") if fits else None


@RULES.rule("number of a day alone", "day_s no=(dayno)")
def day_number(hit: Hit) -> Found | None:
    day, anchor = hit.number("no"), hit.ctx.day
    if not hit.ctx.alone or anchor is None or day is None or hit.j - hit.i < len(hit.tokens):
        return None
    d = make_day(anchor.year, anchor.month, day) if 1 <= day <= 31 else None
    return Found(d.isoformat(), "that day of the month") if d else None
