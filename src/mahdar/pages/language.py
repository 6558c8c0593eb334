"""Is a page Arabic? Persian, Urdu, Kurdish, Pashto, Uyghur and Latin pages are refused."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from ..errors import PageError
from ..lexicon.table import alternatives
from .knowledge import table
from .lines import FUNCTION

_OTHER = re.compile("[A-Za-z\u00c0-\u05ff\u0900-\u1fff\u3040-\ud7ff]+")
_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_SAMPLE = 8000


class _Language(NamedTuple):
    """Another language of the script: its common words, and letters that Arabic lacks."""

    name: str
    words: frozenset[str]
    odd: str


@cache
def _languages() -> list[_Language]:
    return [_Language(row["name"], frozenset(alternatives(row["forms"])), row["letters"]) for row in table("languages")]


def refuse_foreign(text: str, where: str) -> None:
    """Nothing where the text is Arabic.

    Errors: PageError where it has too few Arabic letters, or is written in another language of the same script.

    >>> refuse_foreign("قال الوزير إن بلاده مستعدة للحوار مع جارتها", "a.txt")
    """
    if len(text) > 3 * _SAMPLE:
        middle = len(text) // 2
        text = text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[-_SAMPLE:]
    words = _WORD.findall(text)
    arabic = sum(map(len, words))
    if arabic < 20 or arabic * 2 < sum(map(len, _OTHER.findall(text))):
        raise PageError("not an Arabic page: hardly any Arabic letters", where=where, hint="give pages in Arabic, and their own encoding")
    counts = Counter(words)
    own = sum(counts[w] for w in FUNCTION if w in counts)
    joined = " ".join(words)
    for language in _languages():
        hits = sum(counts[w] for w in language.words if w in counts)
        odd = sum(map(joined.count, language.odd))
        if hits * 25 > len(words) and hits + odd > own * 1.5 or odd * 5 > len(words) and hits > own:
            raise PageError(f"not an Arabic page: it reads as {language.name}", where=where, hint="Mahdar reads Arabic only")
