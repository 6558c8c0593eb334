"""Times counted from the article's day: اليوم, أمس الثلاثاء, الأسبوع الماضي, قبل يومين, خلال الأيام الثلاثة الماضية."""

from __future__ import annotations

from datetime import timedelta

from ...arabic.clitics import definite
from .absolute import lead_weekday
from .calendar import DAY, interval, month_value, shift_month, shift_months, week, weekday_after, weekday_before
from .grammar import Found, Hit
from .parts import RULES
from .resolve import NO_DAY, names_weekday, unit_around, weekday_value

STEP = {"last": -1, "lastp": -1, "next": 1, "this": 0, "beforelast": -2, "afternext": 2, "demo": 0, "latest1": -1}


@RULES.rule(
    "deictic",
    'lead=(word=(today|deictic) ("،,"? (day_s)? wday | "(" (day_s)? wday ")")?)',
    'lead=(daypart? day_s word=(deictic) ("،,"? (day_s)? wday)?)',
)
def deictic(hit: Hit) -> Found | None:
    word, anchor = hit.first("word"), hit.ctx.day
    assert word is not None
    after = hit.after()
    if word.lexeme.cls == "today" and word is hit.tokens[hit.i]:
        before = hit.before()
        if after and after.lexeme.cls in ("ord", "following", "same", "card", "num", "todays", "lastp", "trap"):
            return None
        if before and hit.j - hit.i == 1 and before.lexeme.cls in ("in", "ahead", "ago") and before.lexeme.value != "since":
            return None
    weekday = lead_weekday(hit)
    if after and after.lexeme.cls == "every":
        return None
    if anchor is None:
        return Found(None, NO_DAY)
    d = anchor + DAY * int(word.lexeme.value)
    if weekday is None or d.weekday() == weekday:
        return Found(d.isoformat(), "counted from the article's day")
    near = min((weekday_before(d, weekday), weekday_after(d, weekday)), key=lambda x: (abs(x - d), x))
    if abs(near - d) <= timedelta(days=2):
        return Found(
            near.isoformat(), f"the weekday named; the article's day is {anchor.isoformat()}, and the two don't fit"
        )
    return Found(d.isoformat(), "counted from the article's day; the weekday named doesn't fit")


@RULES.rule("weekday of a week", "(day_s)? w=(wday) (from|in) (demo week_S | week_S mod=(mod))")
def weekday_of_week(hit: Hit) -> Found | None:
    if hit.ctx.day is None:
        return Found(None, NO_DAY)
    first = week(hit.ctx.day)[0] + 7 * DAY * STEP[hit.cls("mod") or "this"]
    return Found(
        (first + DAY * int(hit.value("w") or 0)).isoformat(), "such weekday of a week counted from the article's"
    )


def repeated(hit: Hit) -> bool:
    """Does كل stand before it?"""
    before = hit.before()
    return before is not None and before.lexeme.cls == "every"


@RULES.rule("weekday", "(day=(day_s))? w=(wday) (mod=(mod|latest1))?", "mod=(demo) (day=(day_s))? w=(wday)")
def weekday(hit: Hit) -> Found | None:
    token = hit.first("w")
    assert token is not None
    if token.lexeme.cls == "weekday2" and not hit.has("day") and not hit.has("mod"):
        return None
    if repeated(hit) or not (definite(token.norm) or hit.has("day") or hit.has("mod") or hit.ctx.alone):
        return None
    mod = {"demo": "this", "latest1": "last"}.get(hit.cls("mod") or "", hit.cls("mod"))
    number = int(token.lexeme.value)
    found = weekday_value(hit.ctx, number, mod, hit.start, hit.end)
    return found._replace(named=(None, None, None, number)) if mod is None else found


@RULES.rule("weekday that is a number", "(day_s)? w=(card) mod=(last|next)", "day_s w=(card)", "w=(card)")
def number_weekday(hit: Hit) -> Found | None:
    token = hit.first("w")
    if token is None or token.prefix or not names_weekday(token):
        return None
    if (hit.j - hit.i == 1 and (not hit.ctx.alone or len(hit.tokens) > 1)) or repeated(hit):
        return None
    return weekday_value(hit.ctx, 6 if token.lexeme.value == "1" else 0, hit.cls("mod"), hit.start, hit.end)


@RULES.rule("night between two weekdays", '(night|daypart) a=(wday) ("-/"|to)? b=(wday)')
def night(hit: Hit) -> Found | None:
    a, b, anchor = int(hit.value("a") or 0), int(hit.value("b") or 0), hit.ctx.day
    if (a + 1) % 7 != b:
        return None
    if anchor is None:
        return Found(None, NO_DAY)
    last = weekday_before(anchor, b)
    if anchor.weekday() == a:
        last = anchor + DAY
    return Found(interval(last - DAY, last), "the night between two weekdays")


@RULES.rule(
    "unit and modifier",
    "(part=(part))? (demo)? unit=(the_one) mod=(mod|latest1)",
    "(part=(part))? unit=(week_s|month_s|year_s) mod=(mod)",
)
def unit_mod(hit: Hit) -> Found | None:
    unit, anchor = (hit.value("unit") or "").split()[0], hit.ctx.day
    if unit == "day" and hit.cls("mod") != "this":
        return None
    if hit.cls("mod") == "latest1" and unit not in ("week", "month", "year"):
        return None
    if anchor is None:
        return Found(None, NO_DAY)
    value = unit_around(anchor, unit, STEP[hit.cls("mod") or "this"])
    return Found(value[0], f"the {unit} counted from the article's day") if value else None


@RULES.rule("this unit", "(part=(part))? demo unit=(the_one)", "(part=(part)) unit=(the_one)")
def this_unit(hit: Hit) -> Found | None:
    unit, anchor = (hit.value("unit") or "").split()[0], hit.ctx.day
    if hit.has("part") and unit not in ("week", "month", "year"):
        return None
    after = hit.after()
    if unit in ("quarter", "half", "third") and after and after.lexeme.cls == "from":
        further = hit.after(1)
        if further is None or further.lexeme.value != "year S":
            return None  # هذا الربع من المدينة
    if unit in ("decade", "century") or (after and after.lexeme.cls in ("ord", "year", "num")):
        return None
    if anchor is None:
        return Found(None, NO_DAY)
    if unit == "week" and hit.value("part") == "close":
        unit = "weekend"
    value = unit_around(anchor, unit, 0)
    return Found(value[0], f"the {unit} around the article's day") if value else None


def count(hit: Hit, unit_class: str) -> int | None:
    """How many units: the number named, two for a dual, one for a bare singular."""
    if hit.has("n"):
        return hit.number("n")
    return {"s": 1, "d": 2, "S": 1, "D": 2, "c": 2}.get(unit_class)


def shifted(anchor, unit: str, n: int) -> str | None:
    """The value n units from the anchor: that day, week, month or year."""
    try:
        if unit == "day":
            return (anchor + DAY * n).isoformat()
        if unit == "week":
            return interval(*week(anchor + 7 * DAY * n))
        if unit == "month":
            return month_value(*shift_month(anchor.year, anchor.month, n))
        years = {"year": 1, "decade": 10, "century": 100}.get(unit)
        if years and anchor.year + years * n > 0:
            return f"{anchor.year + years * n:04d}"
    except OverflowError:
        pass
    return None


@RULES.rule(
    "so long ago",
    "way=(ago) about? (n=(amount))? unit=(one|two|many) (lasti|oftime|from (now|today))?",
    "way=(ago) about? unit=(one) only (lasti)?",
    "(n=(amount)) unit=(many|one) lasti",
    "unit=(two) lasti",
)
def ago(hit: Hit) -> Found | None:
    unit, number = (hit.value("unit") or "").split()
    n = count(hit, number)
    if n is None:
        return None
    after = hit.after()
    if after and after.lexeme.cls in ("year", "card", "ord", "num", "that"):
        return None
    if hit.value("way") == "since" and lasting(hit, unit):
        return None
    if names_a_day(hit) or (after and after.lexeme.cls == "halfmore"):
        return None
    if hit.ctx.day is None:
        return Found(None, NO_DAY)
    value = shifted(hit.ctx.day, unit, -n)
    return Found(value, f"{n} {unit}s before the article's day") if value else None


def lasting(hit: Hit, unit: str) -> bool:
    """Does منذ tell how long something lasts (the war, for seven years) instead of when it happened?"""
    words = hit.ctx.clause(hit.start, hit.end)
    if len(words) <= 2:
        return False
    tense = [hit.ctx.mark(w) for w in words]
    if "done" in tense[-5:]:
        return False
    return unit not in ("day", "week") or "lasting" in tense


def names_a_day(hit: Hit) -> bool:
    """Is the unit only the يوم of a day's name (منذ يوم الأحد)?"""
    after = hit.after()
    return after is not None and after.lexeme.cls in ("weekday", "deictic", "num", "ord", "card", "the")


@RULES.rule("so far ahead", "ahead about? (n=(amount))? unit=(one|two|many) (from now)?")
def ahead(hit: Hit) -> Found | None:
    unit, number = (hit.value("unit") or "").split()
    n = count(hit, number)
    last = hit.tokens[hit.j - 1].lexeme.cls
    before, after = hit.before(), hit.after()
    if before and before.lexeme.cls == "unit":
        return None  # يوما بعد يوم
    if n is None or names_a_day(hit) or (after and after.lexeme.cls in ("year", "halfmore")):
        return None
    if hit.ctx.day is None:
        return Found(None, NO_DAY)
    if last != "now" and not hit.ctx.alone and hit.ctx.direction(hit.start, hit.end) != "future":
        return None
    value = shifted(hit.ctx.day, unit, n)
    return Found(value, f"{n} {unit}s after the article's day") if value else None


@RULES.rule(
    "rolling interval",
    "unit=(the_two) mod=(last|next|latest|latest1)",
    "unit=(the_many) (n=(amount))? (to n2=(amount))? mod=(last|next|latest)",
    "(n=(amount)) unit=(the_many|many) mod=(last|next|latest)",
    "end=(part) (n=(amount)) unit=(many)",
    "end=(part) unit=(two)",
)
def rolling(hit: Hit) -> Found | None:
    unit, number = (hit.value("unit") or "").split()
    n = hit.number("n2") or hit.number("n") or (2 if number in "Dd" else None)
    anchor = hit.ctx.day
    if hit.has("end") and hit.value("end") != "end":
        return None
    if anchor is None:
        return Found(None, NO_DAY)
    if n is None:
        return None
    sign = 1 if hit.cls("mod") == "next" else -1
    try:
        other = rolled(anchor, unit, sign * n)
    except (ValueError, OverflowError):
        return None
    return (
        Found(interval(anchor, other), f"{n} {unit}s {'ahead of' if sign > 0 else 'back from'} the article's day")
        if other
        else None
    )


def rolled(anchor, unit: str, n: int):
    """The day n units from the anchor."""
    if unit in ("day", "week"):
        return anchor + DAY * n * (7 if unit == "week" else 1)
    months = {"month": 1, "year": 12, "decade": 120}.get(unit)
    return shift_months(anchor, n * months) if months else None
