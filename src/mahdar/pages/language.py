"""Is a page Arabic? Persian, Urdu, Kurdish, Pashto, Uyghur and Latin pages are refused."""
from __future__ import annotations

import re

from ..errors import PageError
from ..lexicon.table import alternatives
from .knowledge import rows, words_of
from .lines import FUNCTION

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff]+")


def refuse_foreign(text: str, where: str) -> None:
    """Nothing where the text is Arabic.

    Errors: PageError where it has too few Arabic letters, or is written in another language of the same script.

    >>> refuse_foreign("قال الوزير إن بلاده مستعدة للحوار مع جارتها", "a.txt")
    """
    letters = sum(c.isalpha() for c in text[:20000])
    arabic = len(_ARABIC.findall(text[:20000]))
    if arabic < 20 or arabic * 3 < letters:
        raise PageError("not an Arabic page: hardly any Arabic letters", where=where, hint="give pages in Arabic, and their own encoding")
    words = _WORD.findall(text[:20000])
    for row in rows("languages"):
        marks = set(alternatives(row["forms"]))
        letters_of = set(row["letters"])
        hits = sum(w in marks for w in words)
        odd = sum(any(c in letters_of for c in w) for w in words)
        own = sum(w in FUNCTION for w in words)
        if hits * 25 > len(words) and hits + odd > own * 1.5 or odd * 5 > len(words) and hits > own:
            raise PageError(f"not an Arabic page: it reads as {row['name']}", where=where, hint="Mahdar reads Arabic only")


_ = words_of
