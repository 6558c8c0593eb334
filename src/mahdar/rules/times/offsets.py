"""Times counted from another event: في اليوم التالي, غداة اللقاء, بعد أسبوع من …, اليوم نفسه. They need a base date.

`find` gives them with value None and offset=True; `from_base` works out the value once the event's date is known.
"""

from __future__ import annotations

from datetime import date

from ...arabic.letters import Folded
from ...model import Time
from .calendar import DAY, bounds, weekday_after
from .context import Context
from .grammar import Found, Hit
from .lexemes import lexicon
from .parts import RULES
from .relative import count, names_a_day, shifted
from .resolve import unit_around

WHY = "counted from another event"


def offset(value: str | None) -> Found:
    """An offset; the value holds only where the article's day stands for the base."""
    return Found(value, WHY, offset=True)


@RULES.rule(
    "the following unit", "(part=(part))? (demo)? unit=(the_one|today) mod=(following)", "w=(wday) mod=(following)"
)
def following(hit: Hit) -> Found | None:
    base = hit.ctx.day
    if base is None:
        return offset(None)
    if hit.has("w"):
        return offset(weekday_after(base, int(hit.value("w") or 0), strict=True).isoformat())
    unit = "day" if hit.cls("unit") == "today" else (hit.value("unit") or "").split()[0]
    value = unit_around(base, unit, 1)
    return offset(value[0] if value else None)


@RULES.rule("the previous day", "today lastp")
def previous_day(hit: Hit) -> Found | None:
    return offset((hit.ctx.day - DAY).isoformat() if hit.ctx.day else None)


@RULES.rule(
    "the same unit",
    "unit=(the_one|today) same",
    "same_before unit=(the_one|today)",
    "that unit=(the_one|today)",
    "same_night",
)
def same(hit: Hit) -> Found | None:
    base = hit.ctx.day
    if not hit.has("unit"):
        return offset(base.isoformat() if base else None)
    unit = "day" if hit.cls("unit") == "today" else (hit.value("unit") or "").split()[0]
    value = unit_around(base, unit, 0) if base else None
    return offset(value[0] if value else None)


@RULES.rule("the morrow or the eve", "w=(morrow)")
def morrow(hit: Hit) -> Found | None:
    return offset((hit.ctx.day + DAY * int(hit.value("w") or 1)).isoformat() if hit.ctx.day else None)


@RULES.rule(
    "so long after or before an event",
    'way=(ago|ahead) about? (n=(amount))? unit=(one|two|many) (card|only)* "،"? (from|on|with)',
    "way=(since) about? (n=(amount))? unit=(one|two|many)",
)
def counted(hit: Hit) -> Found | None:
    unit, number = (hit.value("unit") or "").split()
    n = count(hit, number)
    if n is None:
        return None
    before = hit.cls("way") == "ago" or hit.value("way") == "-1"
    return offset(shifted(hit.ctx.day, unit, -n if before else n) if hit.ctx.day else None)


@RULES.rule("so long after, told as past", "ahead about? (n=(amount))? unit=(one|two|many)")
def told(hit: Hit) -> Found | None:
    unit, number = (hit.value("unit") or "").split()
    n, before = count(hit, number), hit.before()
    if n is None or names_a_day(hit) or (before and before.lexeme.cls == "unit"):
        return None  # يوما بعد يوم
    return offset(shifted(hit.ctx.day, unit, n) if hit.ctx.day else None)


def from_base(time: Time, base: str) -> str | None:
    """The value of an offset (`Time` with offset=True) counted from the day of the event it hangs on.

    `base` is a value as in `Time.value`; of a longer one its last day counts going on, its first going back. None where
    the words can't be read or the base is no date.

    >>> from .finding import find
    >>> t = find("وفي اليوم التالي", day=None, offsets=True)[0]
    >>> from_base(t, "2018-06-12")
    '2018-06-13'
    """
    try:
        first, last = bounds(base)
    except ValueError:
        return None
    for day in (last, first):
        found = _read(time.text, day)
        if found is None or found.value is None:
            return None
        if not found.value or bounds(found.value)[0] >= day or day is first:
            return found.value
    return None


def _read(text: str, day: date) -> Found | None:
    folded = Folded(text)
    tokens = lexicon().tokens(folded.text, folded, 0, len(folded.text))
    return next((found for _, _, _, found in RULES.read(Context(folded.text, day), tokens) if found.value), None)
