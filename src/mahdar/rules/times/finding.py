"""A text → its times: stretches, tokens, rules, raw offsets."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ...arabic.letters import Folded
from ...arabic.words import Text
from ...errors import UsageError
from ...model import Time
from . import families  # noqa: F401  (its rules are registered)
from .calendar import DAY
from .context import Context
from .grammar import Found, Plan, Rule
from .lexemes import Token, lexicon
from .parts import RULES

#: (first token, end token, rule, what it made, the stretch's tokens)
Find = tuple[int, int, Rule, Found, list[Token]]
#: days back from which a bare weekday may be the coming one
_UNSURE = 3
_MANY = 100_000
_SHORT = 60
_PREPARED: dict[str, tuple[list[Token], Plan | None]] = {}


def find(text: Text | str, *, day: str | None = None, offsets: bool = False) -> list[Time]:
    """The calendar expressions of a text in order, with their values against `day` (ISO; what اليوم means).

    With `offsets` also those counted from another event (في اليوم التالي), marked so. Without a day the text's own
    "today, Wednesday 18 July 2018" is taken for it; else what hangs on the day has no value, and `why` says so.

    >>> [(t.text, t.value) for t in find("وصل أمس الثلاثاء", day="2018-07-18")]
    [('أمس الثلاثاء', '2018-07-17')]

    Errors: UsageError where `day` is no ISO day.
    """
    folded = text.folded if isinstance(text, Text) else Folded(text)
    stretches = lexicon().stretches(folded.text)
    if not stretches:
        return []
    anchor = _anchor(day)
    finds = _read(folded, stretches, anchor)
    if anchor is None and (anchor := _own_day(finds)):
        finds = _read(folded, stretches, anchor)
    told = _told(finds)
    out: list[Time] = []
    for i, j, rule, found, tokens in finds:
        if found.value == "" or (found.offset and not offsets):
            continue
        found = _agree(found, told, anchor)
        s, e = folded.span(
            found.start if found.start is not None else tokens[i].start,
            found.end if found.end is not None else tokens[j - 1].end,
        )
        out.append(
            Time(
                start=s,
                end=e,
                text=folded.raw[s:e],
                value=None if found.offset else found.value,
                why=f"{rule.name}: {found.why}",
                offset=found.offset,
                candidates=found.candidates,
            )
        )
    return out


def _anchor(day: str | None) -> date | None:
    if day is None:
        return None
    try:
        return date.fromisoformat(day[:10])
    except ValueError as error:
        raise UsageError(f"{day!r} is no day", hint="write it as 2018-07-18") from error


def _read(folded: Folded, stretches: list[tuple[int, int]], anchor: date | None) -> list[Find]:
    """What the rules find in the stretches."""
    whole = folded.text.strip()
    alone = len(stretches) == 1 and len(whole) < _SHORT and whole == folded.text[slice(*stretches[0])]
    ctx = Context(folded.text, anchor, alone=alone)
    out: list[Find] = []
    for a, b in stretches:
        tokens, plan = _prepared(folded, a, b)
        if plan:
            for i, j, rule, found in RULES.read(ctx, tokens, plan):
                out.append((i, j, rule, found, tokens))
    return out


def _prepared(folded: Folded, a: int, b: int) -> tuple[list[Token], Plan | None]:
    """The tokens of a stretch and what may match them; the same words are taken apart once."""
    key = folded.text[a:b]
    held = _PREPARED.get(key)
    if held is None:
        tokens = lexicon().tokens(folded.text, folded, a, b)
        plan = RULES.plan_for(tokens)
        if len(key) < _SHORT and not any(t.lexeme.row.startswith("levantine:08") for t in tokens):
            if len(_PREPARED) > _MANY:
                _PREPARED.clear()
            _PREPARED[key] = [Token(t.start - a, t.end - a, t.lexeme, t.prefix, t.norm) for t in tokens], plan
        return tokens, plan
    tokens, plan = held
    return [Token(t.start + a, t.end + a, t.lexeme, t.prefix, t.norm) for t in tokens] if plan else tokens, plan


def _own_day(finds: list[Find]) -> date | None:
    """The day the text itself calls today, with its date in full; None where two are."""
    days = {
        found.value
        for i, j, _, found, tokens in finds
        if found.value and len(found.value) == 10 and tokens[i].lexeme.cls == "today" and j - i > 2
    }
    return date.fromisoformat(days.pop()) if len(days) == 1 else None


class Told(NamedTuple):
    """What the text settles: the days of its weekdays (الاثنين القادم), the years of its months (يونيو المقبل)."""

    days: dict[int, set[str]]
    years: dict[tuple[int, int], set[int]]  # by month and how sure the year is


def _told(finds: list[Find]) -> Told:
    """The days and years the finds of one text name beyond doubt."""
    told = Told({}, {})
    for i, j, _, found, tokens in finds:
        if not found.value or found.offset or not found.sure or (found.bare and "plan" not in found.why):
            continue
        day = len(found.value) == 10
        if len(found.value) not in (7, 10):
            continue
        for token in tokens[i:j]:
            if day and token.lexeme.cls == "weekday":
                told.days.setdefault(int(token.lexeme.value), set()).add(found.value)
            if token.lexeme.cls in ("month", "shy", "madda") and int(token.lexeme.value) == int(found.value[5:7]):
                told.years.setdefault((int(token.lexeme.value), found.sure), set()).add(int(found.value[:4]))
    return told


def _agree(found: Found, told: Told, anchor: date | None) -> Found:
    """A bare weekday that could be the coming one, or a month without a year, as the text elsewhere settles it."""
    if anchor is None or not found.value or not found.named:
        return found
    if found.bare and found.sure < 2:
        days = told.days.get(found.named[3] or 0, set())
        if len(days) == 1 and found.value not in days:
            other = date.fromisoformat(min(days))
            back = anchor - date.fromisoformat(found.value)
            if anchor < other <= anchor + 7 * DAY and back >= _UNSURE * DAY:
                return found._replace(value=other.isoformat(), why="the coming such weekday, as named elsewhere")
    elif found.sure < 2:
        month = found.named[1] or 0
        years = told.years.get((month, 2)) or (told.years.get((month, 1), set()) if not found.sure else set())
        value = f"{min(years):04d}{found.value[4:]}" if len(years) == 1 else found.value
        if value != found.value and abs(min(years) - anchor.year) <= 1 and value[5:] != "02-29":
            return found._replace(value=value, why="the year in which the text elsewhere puts this month")
    return found
