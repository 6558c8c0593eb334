"""Values for incomplete dates: which year, which month, which week is meant, and why."""

from __future__ import annotations

from datetime import date, timedelta

from ...arabic.numbers import words as number_words
from .calendar import DAY, last_of_month, make_day, month_value, shift_month, weekday_after, weekday_before
from .context import Context
from .grammar import Found, Hit
from .lexemes import Token

#: days a reading against the tense of the sentence is pushed away
AGAINST = 200
NO_DAY = "the article's day isn't known"


def month_number(hit: Hit, name: str = "mon") -> int | None:
    """The month a (doubled) month names: the first where they differ; None where two stand without a mark."""
    months = [t for t in hit.part(name) if t.lexeme.cls in ("month", "shy", "madda", "weak")]
    marks = any(t.lexeme.cls in "/-(" for t in hit.part(name))
    numbers = {t.lexeme.value for t in months}
    if len(numbers) > 1 and not marks:
        return None
    return int(months[0].lexeme.value)


def two_months(hit: Hit, name: str = "mon") -> tuple[int, int] | None:
    """Two different months of one family named together (مايو/يونيو)."""
    months = [t.lexeme for t in hit.part(name) if t.lexeme.cls in ("month", "shy", "madda", "weak")]
    if (
        len(months) == 2
        and months[0].value != months[1].value
        and months[0].row.split(":")[0] == months[1].row.split(":")[0]
    ):
        return int(months[0].value), int(months[1].value)
    return None


def year_of(hit: Hit, name: str = "year") -> int | None:
    """The year a full year names, in digits or words."""
    year = hit.number(name)
    return year if year is not None and 1 <= year <= 2999 else None


def year_reference(hit: Hit, name: str = "yref") -> int | None:
    """The year of من العام الماضي, هذا العام, ذلك العام."""
    for token in hit.part(name):
        cls = token.lexeme.cls
        if cls in ("that", "same", "same_before"):
            return hit.ctx.year_named(token.start)
        if hit.ctx.day is None:
            continue
        if cls in ("last", "lastp", "latest1"):
            return hit.ctx.day.year - 1
        if cls == "next":
            return hit.ctx.day.year + 1
        if cls in ("this", "demo"):
            return hit.ctx.day.year
    return None


def nearest_day(
    ctx: Context, month: int, day: int, weekday: int | None, mod: str | None, start: int, end: int
) -> Found | None:
    """The day meant by a day and a month without a year."""
    anchor = ctx.day
    if anchor is None:
        return _without_anchor(ctx, month, day, weekday, start)
    days = [d for y in range(anchor.year - 8, anchor.year + 9) if (d := make_day(y, month, day))]
    if not days:
        return None
    near = [d for d in days if abs(d - anchor) <= timedelta(days=740)] or days
    note = ""
    if weekday is not None:
        fits = [d for d in days if d.weekday() == weekday]
        if any(d in near for d in fits):
            near = [d for d in near if d in fits]
            note = ", the one whose weekday fits"
        else:
            note = "; the weekday named doesn't fit the date"
    if mod in ("last", "lastp"):
        past = [d for d in near if d < anchor]
        return _day(max(past), "nearest such day before the article's" + note) if past else None
    if mod == "next":
        coming = [d for d in near if d > anchor]
        return _day(min(coming), "nearest such day after the article's" + note) if coming else None
    if mod == "this":
        best = min(near, key=lambda d: abs(d - anchor))
        if (best.year, best.month) != (anchor.year, anchor.month):
            note += f"; called current, but the article is of {anchor.isoformat()}"
        return _day(best, "the day nearest the article's" + note)
    own = [d for d in near if d.year == anchor.year]
    if ctx.alone and own:
        return _day(own[0], "the article's own year, since nothing around says otherwise" + note)
    direction = ctx.direction(start, end)
    best = min(near, key=lambda d: (far((d - anchor).days, direction, AGAINST), d))
    how = f"year from the article's day and a {direction} sentence" if direction else "year from the article's day"
    return _day(best, how + note)._replace(sure=2 if weekday is not None else int(direction is not None))


def _without_anchor(ctx: Context, month: int, day: int, weekday: int | None, start: int) -> Found | None:
    year = ctx.year_named(start)
    if weekday is None:
        if make_day(2000, month, day) is None:
            return None
        return Found(None, f"no year named, and {NO_DAY}")
    fits = [d for y in range(1990, 2040) if (d := make_day(y, month, day)) and d.weekday() == weekday]
    if not fits:
        return None
    if year and any(d.year == year for d in fits):
        d = next(d for d in fits if d.year == year)
        return Found(d.isoformat(), f"the year {year} named in the text, which fits the weekday")
    return Found(
        None,
        f"no year named, and {NO_DAY}; the weekday fits several years",
        candidates=tuple(d.isoformat() for d in fits),
    )


def _day(d: date, why: str) -> Found:
    return Found(d.isoformat(), why)


def far(distance: int, direction: str | None, against: float, ahead: float = 1.9) -> float:
    """How far a reading lies: against the tense further; without a cue what lies ahead counts `ahead` times as much."""
    if direction is None:
        return distance * ahead if distance > 0 else -distance
    return abs(distance) + against * ((distance > 0) == (direction == "past") and distance != 0)


#: from this day on "early June last" may be said in June of June
_EARLY = 10


def nearest_month(ctx: Context, month: int, mod: str | None, start: int, end: int, *, early: bool = False) -> Found:
    """The month meant by a month without a year; `early`: its beginning is named."""
    anchor = ctx.day
    if anchor is None:
        return Found(None, f"no year named, and {NO_DAY}")
    here = anchor.year * 12 + anchor.month - 1
    options = [y * 12 + month - 1 for y in range(anchor.year - 2, anchor.year + 3)]
    if mod in ("last", "lastp"):
        if early and here in options and anchor.day > _EARLY:
            return _month(here, "the beginning of the article's own month, though called last")
        return _month(max(k for k in options if k < here), "nearest such month before the article's")
    if mod == "next":
        return _month(min(k for k in options if k > here), "nearest such month after the article's")
    if mod == "beforelast":
        return _month(sorted(k for k in options if k < here)[-2], "the one before the nearest such month")
    if mod == "afternext":
        return _month(sorted(k for k in options if k > here)[1], "the one after the nearest such month")
    if mod == "this":
        best = min(options, key=lambda k: (abs(k - here), -k))
        note = (
            "" if best == here else f"; called current, but the article is of {month_value(anchor.year, anchor.month)}"
        )
        return _month(best, "the month nearest the article's" + note)
    if ctx.alone:
        return _month(anchor.year * 12 + month - 1, "the article's own year, since nothing around says otherwise")
    direction = ctx.direction(start, end)
    best = min(options, key=lambda k: (far(k - here, direction, 6.5, ahead=3), k))
    how = f"year from the article's day and a {direction} sentence" if direction else "year from the article's day"
    return _month(best, how)._replace(sure=int(direction is not None))


def _month(k: int, why: str) -> Found:
    return Found(month_value(k // 12, k % 12 + 1), why)


def weekday_value(ctx: Context, weekday: int, mod: str | None, start: int, end: int) -> Found:
    """The day meant by a weekday, with or without a modifier."""
    anchor = ctx.day
    if anchor is None:
        return Found(None, NO_DAY)
    if mod in ("last", "lastp"):
        return _day(weekday_before(anchor, weekday, strict=True), "the nearest such weekday before the article's day")
    if mod == "next":
        return _day(weekday_after(anchor, weekday, strict=True), "the nearest such weekday after the article's day")
    if mod == "beforelast":
        return _day(weekday_before(anchor, weekday, strict=True) - 7 * DAY, "the one before the nearest such weekday")
    if mod == "afternext":
        return _day(weekday_after(anchor, weekday, strict=True) + 7 * DAY, "the one after the nearest such weekday")
    if mod == "this":
        first = anchor - DAY * anchor.weekday()
        return _day(first + DAY * weekday, "such weekday of the article's week")
    if anchor.weekday() == weekday:
        return _day(anchor, "the article's own weekday")
    if ctx.alone:
        return _day(weekday_before(anchor, weekday), "the nearest such weekday before or on the article's day")
    direction, away = ctx.tense(start, end)
    back = (anchor.weekday() - weekday) % 7
    if back == 6:
        if direction == "past" and away < 0 and (away >= -2 or ctx.mark(ctx.word_after(end)) == "opener"):
            return _day(
                anchor - 6 * DAY, "the nearest such weekday before the article's day, in a sentence of the past"
            )
        return _day(
            anchor + DAY, "the day after the article's, which a bare weekday means unless the sentence is of the past"
        )
    if direction == "future" and (back >= 3 or (back == 2 and -3 <= away < 0)):
        return _day(
            weekday_after(anchor, weekday), "the coming such weekday, since the sentence speaks of a plan"
        )._replace(sure=1)
    found = _day(weekday_before(anchor, weekday), "the nearest such weekday before or on the article's day")
    return found._replace(sure=int(direction is not None))


def conflict(d: date, weekday: int | None) -> str:
    """What to say where the weekday named isn't the date's."""
    return "" if weekday is None or d.weekday() == weekday else "; the weekday named doesn't fit the date"


def month_days(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), last_of_month(year, month)


def unit_around(anchor: date, unit: str, n: int) -> tuple[str, tuple[date, date]] | None:
    """The nth unit from the one around the anchor, as value and bounds."""
    if unit == "day":
        d = anchor + DAY * n
        return d.isoformat(), (d, d)
    if unit == "week":
        first = anchor - DAY * anchor.weekday() + 7 * DAY * n
        return f"{first.isoformat()}/{(first + 6 * DAY).isoformat()}", (first, first + 6 * DAY)
    if unit == "weekend":
        first = anchor - DAY * anchor.weekday() + 7 * DAY * n + 5 * DAY
        return f"{first.isoformat()}/{(first + DAY).isoformat()}", (first, first + DAY)
    if unit == "month":
        y, m = shift_month(anchor.year, anchor.month, n)
        return month_value(y, m), month_days(y, m)
    if unit == "year":
        y = anchor.year + n
        return f"{y:04d}", (date(y, 1, 1), date(y, 12, 31))
    if unit == "decade":
        y = anchor.year // 10 * 10 + 10 * n
        return f"{y:04d}-01-01/{y + 9:04d}-12-31", (date(y, 1, 1), date(y + 9, 12, 31))
    if unit == "century":
        y = (anchor.year - 1) // 100 * 100 + 1 + 100 * n
        return f"{y:04d}-01-01/{y + 99:04d}-12-31", (date(y, 1, 1), date(y + 99, 12, 31))
    size = {"quarter": 3, "third": 4, "half": 6}.get(unit)
    if size is None:
        return None
    k = (anchor.year * 12 + anchor.month - 1) // size * size + size * n
    first, last = date(k // 12, k % 12 + 1, 1), last_of_month((k + size - 1) // 12, (k + size - 1) % 12 + 1)
    return f"{first.isoformat()}/{last.isoformat()}", (first, last)


def names_weekday(token: Token) -> bool:
    """May a number word be a weekday's name: أحد and اثنين, not واحد?"""
    word = number_words().get(token.norm)
    return word is not None and (word.kind == "unit" or (word.kind == "cardinal" and word.value == 2))
