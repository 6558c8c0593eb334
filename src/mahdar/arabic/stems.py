"""A rough stem of a folded word: for telling whether two wordings are alike, never for reading."""
from __future__ import annotations

from functools import lru_cache

from .clitics import ARTICLE, CONJUNCTIONS, PREPOSITIONS

WEAK = str.maketrans("", "", "اويهء")
LONGEST = 4


@lru_cache(maxsize=200_000)
def stem(norm: str) -> str:
    """The strong letters of a folded word, without clitics, four at most; the word itself where too few are left.

    >>> stem("وبطرد"), stem("طردت"), stem("العقوبات"), stem("لعقوبه")
    ('طرد', 'طرد', 'عقب', 'عقب')
    """
    word = norm
    while len(word) > 3:
        rest = word[2:] if word.startswith(ARTICLE) else word[1:] if word[0] in CONJUNCTIONS + PREPOSITIONS else ""
        if len(rest.translate(WEAK)) < 3:
            break
        word = rest
    strong = word.translate(WEAK)
    while len(strong) > 3 and strong[-1] in "تنم":
        strong = strong[:-1]
    return strong[:LONGEST] if len(strong) > 1 else norm
