"""The consonants of a name: what the spellings of one foreign name in Arabic letters have in common."""

from __future__ import annotations

from .letters import fold

_WEAK = frozenset("اويءع")
_ALIKE = str.maketrans({"ج": "غ", "ق": "ك", "ط": "ت", "ث": "ت", "ص": "س", "ذ": "ز", "ظ": "ز", "ض": "د", "ح": "ه"})
_ARTICLE = "ال"


def skeleton(word: str) -> str:
    """The consonants of one word; those of one sound are one, a doubled one stands once.

    >>> skeleton("كوشنير") == skeleton("كوشنار"), skeleton("غوتيريش") == skeleton("جوتيريش")
    (True, True)
    """
    w = fold(word)
    if w.startswith(_ARTICLE) and len(w) > 5:
        w = w[2:]
    if len(w) > 2:
        w = w.removesuffix("ه")
    out = ""
    for c in w.translate(_ALIKE):
        if c not in _WEAK and not out.endswith(c):
            out += c
    return out


def skeletons(words: tuple[str, ...]) -> str:
    """The skeleton of a name of several words; "" where there is too little of one to know somebody by.

    >>> skeletons(("جون", "كيري"))
    ''
    """
    parts = [skeleton(w) for w in words]
    enough = len(parts) > 1 and len(parts[-1]) > 2 and all(parts) and sum(map(len, parts)) > 4
    return " ".join(parts) if enough else ""
