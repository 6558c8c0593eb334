"""A text → its times: stretches, tokens, rules, raw offsets."""
from __future__ import annotations

from datetime import date

from ...arabic.letters import Folded
from ...arabic.words import Text
from ...errors import UsageError
from ...model import Time
from . import absolute, hijri, holidays, offsets as _offsets, periods, relative, spans, traps  # noqa: F401  (they register their rules)
from .context import Context
from .lexemes import lexicon
from .parts import RULES


def find(text: Text | str, *, day: str | None = None, offsets: bool = False) -> list[Time]:
    """The calendar expressions of a text in order, with their values against `day` (ISO; what اليوم means).

    With `offsets` also those counted from another event (في اليوم التالي), marked so.

    >>> [(t.text, t.value) for t in find("وصل أمس الثلاثاء", day="2018-07-18")]
    [('أمس الثلاثاء', '2018-07-17')]

    Errors: UsageError where `day` is no ISO day.
    """
    folded = text.folded if isinstance(text, Text) else Folded(text)
    lex = lexicon()
    stretches = lex.stretches(folded.text)
    if not stretches:
        return []
    ctx = Context(folded.text, _anchor(day))
    out: list[Time] = []
    for a, b in stretches:
        tokens = lex.tokens(folded.text, folded, a, b)
        for i, j, rule, found in RULES.read(ctx, tokens):
            if found.value == "":
                continue
            start = found.start if found.start is not None else tokens[i].start
            end = found.end if found.end is not None else tokens[j - 1].end
            if found.value and found.value[:4].isdigit():
                ctx.years.append((end, int(found.value[:4])))
            if found.offset and not offsets:
                continue
            s, e = folded.span(start, end)
            out.append(Time(start=s, end=e, text=folded.raw[s:e], value=None if found.offset else found.value, why=f"{rule.name}: {found.why}",
                            offset=found.offset, candidates=found.candidates))
    return out


def _anchor(day: str | None) -> date | None:
    if day is None:
        return None
    try:
        return date.fromisoformat(day[:10])
    except ValueError as error:
        raise UsageError(f"{day!r} is no day", hint="write it as 2018-07-18") from error

