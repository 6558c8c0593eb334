"""Number words: cardinals and ordinals, up to 9999, in the spellings and cases the press uses.

The words are in numbers.tsv.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ..lexicon.table import alternatives, read_table
from .letters import fold


class Word(NamedTuple):
    """One number word: `kind` cardinal, ordinal, unit (only before ten: أحد عشر) or thousands (آلاف)."""

    kind: str
    value: int


@lru_cache(maxsize=1)
def words() -> dict[str, Word]:
    """All folded number words, with and without ال."""
    out: dict[str, Word] = {}
    for row in read_table(
        Path(__file__).with_name("numbers.tsv"), columns=("id", "kind", "value", "forms", "example", "gives")
    ):
        word = Word(row["kind"], int(row["value"]))
        for form in alternatives(row["forms"]):
            for norm in (fold(form), "ال" + fold(form)):
                out.setdefault(norm, word)
    return out


def parse(norms: Sequence[str]) -> int | None:
    """The number that folded words or digits spell; None where they spell none.

    و joins tens and hundreds, written on the next word; ten stands right behind its unit.

    >>> parse(["الثاني", "عشر"]), parse(["اثنين", "وعشرين"]), parse(["الفين", "وثمانيه", "عشر"]), parse(["18"])
    (12, 22, 2018, 18)
    >>> parse(["عشرين", "ثلاثه"]) is None
    True
    """
    if len(norms) == 1 and norms[0].isdigit():
        return int(norms[0])
    table = words()
    total = last = 0
    for i, norm in enumerate(norms):
        joined = i > 0 and norm.startswith("و") and norm not in table
        word = table.get(norm[1:] if joined else norm)
        if word is None:
            return None
        if i == 0:
            total = last = word.value
        elif joined:
            if not _adds(last, word.value):
                return None
            total += word.value
            last = word.value
        elif word.value == 10 and 0 < last < 10:
            total += 10
            last = 10
        elif word.value in (100, 1000) and 2 < last < 1000 and last < word.value:
            total += last * (word.value - 1)
            last = word.value
        else:
            return None
    if len(norms) == 1 and table[norms[0]].kind in ("unit", "thousands"):
        return None
    return total or None


def _adds(last: int, value: int) -> bool:
    """May `value` follow `last` with و? (units before tens, hundreds before both, thousands before all)"""
    if last < 10:
        return 20 <= value < 100
    if last >= 1000:
        return value < 1000
    return last >= 100 > value
