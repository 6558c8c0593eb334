"""Token ranges of sentences: cut at line breaks and at . ! ? ؟ ؛ … outside a short quotation; a decimal point doesn't cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .words import Text

ENDS = frozenset(".!?؟…")
ADDRESS_TAILS = frozenset({"نت", "كوم", "اورغ"})
CLOSERS = frozenset("\"”»)]'’")


def split(text: Text) -> list[tuple[int, int]]:
    """Sentences as token ranges [i, j), the closing mark and a closing quotation mark included, line breaks left out.

    A single letter before the point (an initial, أ. ف. ب.) doesn't end a sentence, nor do the points of letters spelt out (بي.بي.سي).

    >>> from mahdar.arabic.words import Text
    >>> split(Text("قال نعم. ثم سافر.\\nوعاد"))
    [(0, 3), (3, 6), (7, 8)]
    """
    out: list[tuple[int, int]] = []
    norms, kinds, n = text.norms, text.kinds, len(text)
    starts, ends = text.starts, text.ends
    start = 0
    for at in text.marks:
        if at < start or (kinds[at] != "B" and norms[at] not in ENDS):
            continue
        if kinds[at] == "B":
            if at > start:
                out.append((start, at))
            start = at + 1
            continue
        if norms[at] == ".":
            if _initial(norms, kinds, at, start):
                continue
            if at + 1 < n and starts[at + 1] == ends[at] and (_glued(text, at) or _spelt(text, at)):
                continue
        i = at + 1
        while i < n and kinds[i] == "P" and (norms[i] in ENDS or (norms[i] in CLOSERS and starts[i] == ends[i - 1])):
            i += 1
        out.append((start, i))
        start = i
    if n > start:
        out.append((start, n))
    return out


def _initial(norms: list[str], kinds: list[str], i: int, start: int) -> bool:
    """Is the point at i that of an initial (أ. ف. ب.)?"""
    return i > start and kinds[i - 1] == "W" and len(norms[i - 1]) == 1 and i + 1 < len(norms) and kinds[i + 1] == "W"


def _glued(text: Text, i: int) -> bool:
    """Is the point at i inside an address or a Latin name (العربية.net)?"""
    if i + 1 >= len(text) or text.starts[i + 1] != text.ends[i]:
        return False
    tail = text.norms[i + 1]
    return tail in ADDRESS_TAILS or tail.isascii() and tail.isalnum()


def _spelt(text: Text, i: int) -> bool:
    """Is the point at i one of two or more between short words without a blank (بي.بي.سي, سي.إن.إن)?"""
    return _joins(text, i) and (_joins(text, i - 2) or _joins(text, i + 2))


def _joins(text: Text, i: int) -> bool:
    """Does a point at i stand between two words of up to three letters, without a blank?"""
    return (
        0 < i < len(text) - 1
        and text.norms[i] == "."
        and text.ends[i - 1] == text.starts[i]
        and text.ends[i] == text.starts[i + 1]
        and all(text.kinds[k] == "W" and len(text.norms[k]) <= 3 for k in (i - 1, i + 1))
    )
