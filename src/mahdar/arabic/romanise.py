"""Arabic letters → Latin, by the press's habits. The spellings of known first names come from a table the caller has."""

from __future__ import annotations

from .letters import fold

_LETTERS = {
    "ا": "a",
    "ب": "b",
    "ت": "t",
    "ث": "th",
    "ج": "j",
    "ح": "h",
    "خ": "kh",
    "د": "d",
    "ذ": "dh",
    "ر": "r",
    "ز": "z",
    "س": "s",
    "ش": "sh",
    "ص": "s",
    "ض": "d",
    "ط": "t",
    "ظ": "z",
    "ع": "a",
    "غ": "gh",
    "ف": "f",
    "ق": "q",
    "ك": "k",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ه": "h",
    "و": "w",
    "ي": "y",
    "ء": "",
}


def letters(word: str) -> str:
    """One word, letter by letter, vowels where Arabic writes them.

    >>> letters("شوكين")
    'Shukin'
    """
    w = fold(word)
    out = ""
    for k, c in enumerate(w):
        start, end = k == 0, k == len(w) - 1
        vowel_before = out[-1:] in tuple("aeiou")
        if c == "و" and not start:
            out += "w" if vowel_before or (not end and w[k + 1] == "ا") else "o" if end else "u"
        elif c == "ي" and not start:
            out += "y" if vowel_before or (not end and w[k + 1] in "او") else "i"
        elif c == "ه" and end:
            out += "a" if out[-1:] != "a" else "h"
        else:
            out += _LETTERS.get(c, "")
    return out.capitalize()


def romanise(name: str, spellings: list[str | None] | None = None) -> str:
    """The name in Latin letters; `spellings` has the known spelling of each word, "" where the word before covers it.

    >>> romanise("سيرين كوماك", ["Serene", None])
    'Serene Kumak'
    """
    parts = name.replace("-", " ").split()
    if spellings is None or len(spellings) != len(parts):
        spellings = [None] * len(parts)
    return " ".join(letters(w) if s is None else s for w, s in zip(parts, spellings, strict=True) if s != "")
