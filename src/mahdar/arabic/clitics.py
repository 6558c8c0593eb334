"""Proclitics as candidates: which prefixes a written word may carry, longest remainder first.

و ف (and), ب ل ك (with, for, like), س (will), ال (the), لل (for the). A word is never cut for its letters alone: a reader asks
its own lexicon whether the remainder is a word, so وزير stays whole where وزير is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

AND = "و"
CONJUNCTIONS = (AND, "ف")
PREPOSITIONS = ("ب", "ل", "ك")
ARTICLE = "ال"
_CUT = frozenset(CONJUNCTIONS + PREPOSITIONS)
_FOR = "ل"


@lru_cache(maxsize=200_000)
def splits(norm: str) -> tuple[tuple[str, str], ...]:
    """All (proclitics, rest) of a folded word, the bare word first; `rest` keeps its ال, and has two letters at least.

    للرئيس gives ('ل', 'الرئيس'), للاجئين ('ل', 'اللاجيين') too.

    >>> splits("وبالقاهره")
    (('', 'وبالقاهره'), ('و', 'بالقاهره'), ('وب', 'القاهره'))
    >>> splits("للرئيس")
    (('', 'للرئيس'), ('ل', 'الرئيس'), ('ل', 'لرئيس'))
    """
    if norm[:1] not in _CUT:
        return (("", norm),)
    out = [("", norm)]
    rests = [("", norm)]
    if norm[0] in CONJUNCTIONS and len(norm) >= 3:
        rests.append((norm[0], norm[1:]))
    for c, rest in rests:
        if c:
            out.append((c, rest))
        p = rest[0]
        if p in PREPOSITIONS and len(rest) >= 3:
            if p == _FOR and rest[1] == _FOR and len(rest) >= 4:
                out.append((c + p, "ا" + rest[1:]))
                if rest[2] == "ا":  # للاجئين is ل + ال + لاجئين
                    out.append((c + p, "ال" + rest[1:]))
            out.append((c + p, rest[1:]))
    return tuple(out)


def bare(norm: str) -> str:
    """The folded word without ال.

    >>> bare("الروسي"), bare("روسي")
    ('روسي', 'روسي')
    """
    return norm[2:] if norm.startswith(ARTICLE) and len(norm) > 4 else norm


def attached(word: str) -> Iterator[tuple[str, str]]:
    """(proclitics, written word) for every proclitic a folded word may carry, the longest first; the other way round of `splits`.

    >>> [w for p, w in attached("العام") if p == "ول"], [p for p, _ in attached("يوم")]
    (['وللعام', 'ولالعام'], ['وب', 'ول', 'وك', 'فب', 'فل', 'فك', 'و', 'ف', 'ب', 'ل', 'ك'])
    """
    pairs = (*((c, p) for c in CONJUNCTIONS for p in PREPOSITIONS), *((c, "") for c in CONJUNCTIONS), *(("", p) for p in PREPOSITIONS))
    for c, p in pairs:
        if p == _FOR and word.startswith(ARTICLE):
            yield c + p, c + p + word[1:]
        yield c + p, c + p + word


def definite(norm: str) -> bool:
    """Has the folded word ال, behind proclitics or not?

    >>> definite("وللعام"), definite("بعام")
    (True, False)
    """
    return any(rest.startswith(ARTICLE) for _, rest in splits(norm))


def uncoupled(norm: str) -> str:
    """The folded word without a conjunction written on it.

    >>> uncoupled("وقال"), uncoupled("قال")
    ('قال', 'قال')
    """
    return norm[1:] if norm[:1] in CONJUNCTIONS else norm
