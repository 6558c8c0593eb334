"""Hijri dates by the Umm al-Qura calendar: 10 رمضان 1439هـ, شهر رمضان, 29 رمضان 1447 الموافق 18 مارس 2026."""

from __future__ import annotations

import re
from datetime import date

from hijridate import Gregorian, Hijri

from ...arabic.clitics import AND
from .absolute import HIJRI_NOW, lead_weekday
from .calendar import interval
from .grammar import NOTHING, Found, Hit
from .parts import RULES
from .resolve import NO_DAY, conflict

#: what the Umm al-Qura tables of hijridate cover
FIRST, LAST = 1343, 1500
#: years ahead of the article's that are still spoken of without هـ (plans to 1452)
_AHEAD = 13
TAIL = '("،,"? (in|from)? yearword? year=(year) ah? | mod=(mod))?'


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one; None outside the tables."""
    try:
        return Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None


def month_span(year: int, month: int) -> str | None:
    """A Hijri month as an interval of days."""
    if not FIRST <= year <= LAST:
        return None
    first = Hijri(year, month, 1)
    return interval(first.to_gregorian(), Hijri(year, month, first.month_length()).to_gregorian())


def hijri_year(hit: Hit, month: int) -> int | None:
    """The Hijri year named, else the one nearest the article's day."""
    if hit.has("year"):
        year = hit.number("year") or 0
        return year if year <= LAST else _in_gregorian(year, month)
    if hit.ctx.day is None or not 1925 <= hit.ctx.day.year <= 2070:
        return None
    today = Gregorian.fromdate(hit.ctx.day).to_hijri()
    back = {"last": today.year - (month >= today.month), "next": today.year + (month <= today.month)}.get(
        hit.cls("mod") or ""
    )
    if back is not None:
        return back
    return min(
        (today.year - 1, today.year, today.year + 1), key=lambda y: abs((y - today.year) * 12 + month - today.month)
    )


def _in_gregorian(year: int, month: int) -> int | None:
    """The Hijri year whose month begins in a Gregorian year."""
    if not 1925 <= year <= 2070:
        return None
    first = Gregorian(year, 1, 1).to_hijri().year
    return next((y for y in (first, first + 1) if Hijri(y, month, 1).to_gregorian().year == year), None)


@RULES.rule("hijri date", f"lead=(lead) no=(dayno) from? monthword? mon=(hmonth) {TAIL}")
def hijri_day(hit: Hit) -> Found | None:
    month, day = int(hit.value("mon") or 0), hit.number("no")
    year = hijri_year(hit, month)
    if day is None or not 1 <= day <= 30 or score(hit, month):
        return None
    if year is None:
        return Found(None, NO_DAY)
    d = gregorian(year, month, day)
    why = "Hijri date by Umm al-Qura"
    return Found(d.isoformat(), why + conflict(d, lead_weekday(hit)), named=_named(d, hit)) if d else None


def score(hit: Hit, month: int) -> bool:
    """Is it the nil of a score (فاز الفريق 3 صفر)? Only a preposition or more of a date makes it the month."""
    before = hit.before()
    alone = hit.j - hit.i == 2 and not (before and before.lexeme.cls in ("in", "from", "to", "ago"))
    return hit.part("mon")[0].prefix.startswith(AND) or (month == 2 and alone and not hit.ctx.alone)


@RULES.rule("hijri date in digits", "lead=(lead) date=(date) ah?")
def hijri_numeric(hit: Hit) -> Found | None:
    parts = [int(x) for x in re.split(r"[./-]", hit.tokens[hit.groups["date"][0]].norm)]
    y, m, d = parts if parts[0] > 31 else reversed(parts)
    day = gregorian(y, m, d) if FIRST <= y < LAST else None
    why = "Hijri date in digits by Umm al-Qura"
    return Found(day.isoformat(), why + conflict(day, lead_weekday(hit)), named=_named(day, hit)) if day else None


def _named(day: date, hit: Hit) -> tuple[int, int, int, int | None]:
    return day.year, day.month, day.day, lead_weekday(hit)


@RULES.rule("hijri month", f"(part=(part))? word=(monthword)? mon=(hmonth) {TAIL}")
def hijri_month(hit: Hit) -> Found | None:
    if not (hit.has("word") or hit.has("year") or hit.has("mod") or hit.has("part")):
        return None
    month = int(hit.value("mon") or 0)
    year = hijri_year(hit, month)
    if year is None:
        return Found(None, NO_DAY)
    value = month_span(year, month)
    return Found(value, "Hijri month by Umm al-Qura") if value else None


@RULES.rule("hijri year", "yearword? ah? year=(year) ah? (mod=(mod))?")
def hijri_whole_year(hit: Hit) -> Found | None:
    year = hit.number("year") or 0
    tokens = hit.tokens[hit.i : hit.j]
    marked = any(t.lexeme.cls == "ah" for t in tokens)
    named = tokens[0].lexeme.cls == "unit" and HIJRI_NOW[0] <= year <= _latest(hit)
    if not FIRST <= year < LAST or not (marked or named):
        return None
    return Found(year_span(year, year), "Hijri year by Umm al-Qura")


def _latest(hit: Hit) -> int:
    """The last year that is a Hijri one without هـ: those far ahead of the article's day are old Gregorian ones."""
    if hit.ctx.day is None or not 1925 <= hit.ctx.day.year <= 2070:
        return HIJRI_NOW[1]
    return min(HIJRI_NOW[1], Gregorian.fromdate(hit.ctx.day).to_hijri().year + _AHEAD)


@RULES.rule(
    "hijri years",
    'yearword year=(year) ("-/" | to yearword?) b=(year) ah?',
    "yearword year=(year) b=(year_and) ah?",
)
def hijri_years(hit: Hit) -> Found | None:
    a, b = hit.number("year") or 0, hit.number("b") or 0
    marked = hit.tokens[hit.j - 1].lexeme.cls == "ah"
    if not HIJRI_NOW[0] <= a < b <= HIJRI_NOW[1]:
        return None
    if not marked and b > _latest(hit):
        return NOTHING  # an old war's years
    return Found(year_span(a, b), "Hijri years by Umm al-Qura")


def year_span(first: int, last: int) -> str:
    """Hijri years, the last one included, as an interval of days."""
    end = Hijri(last, 12, Hijri(last, 12, 1).month_length())
    return interval(Hijri(first, 1, 1).to_gregorian(), end.to_gregorian())


HIJRI = 'dayno from? monthword? hmonth "،,"? yearword? year ah?'
GREGORIAN = 'no=(dayno) from? mon=(mon) "،,"? yearword? year=(year) ad?'


@RULES.rule(
    "both calendars",
    f'lead=(lead) {HIJRI} "،,("? match ","? ((day_s)? wday "،,"?)? {GREGORIAN} ")"?',
    f'lead=(lead) {GREGORIAN} "،,(-"? match? ","? {HIJRI} ")"?',
)
def both(hit: Hit) -> Found | None:
    from .absolute import day_month

    return day_month(hit)
