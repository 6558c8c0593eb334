"""Folding: spelling variants of one word made equal, for matching only.

Alef forms, yeh and alef maqsura, teh marbuta, hamza seats, Persian kaf and yeh, Eastern digits and presentation forms are
folded; tatweel, harakat and direction marks are dropped. The letters of the page stay as they are: `Folded` keeps the way back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

_PAIRS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ٲ": "ا",
    "ٳ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ئ": "ي",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ؤ": "و",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "غ",
    "پ": "ب",
    "چ": "ج",
    "ڤ": "ف",
    "ژ": "ج",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\t": " ",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
}
_PAIRS |= {chr(base + d): str(d) for base in (0x0660, 0x06F0) for d in range(10)}
_TABLE = str.maketrans(_PAIRS)
#: the frequent ones, replaced one by one: far quicker than one pass of translate over letters that are all beyond Latin
_MANY = "أإآىئةؤ\u00a0–"
_COMMON = tuple((a, _PAIRS[a]) for a in _MANY)
_RARE = re.compile("[" + re.escape("".join(c for c in _PAIRS if c not in _MANY)) + "]")
#: alef with madda, which tells August (آب) from أب
MADDA = "آ"
#: harakat, superscript alef, Quranic marks, tatweel, zero-width and direction marks
DROPPED = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_DROP = re.compile(f"[{DROPPED}]+")
#: whatever a text mostly has none of: what is dropped, rare letters, presentation forms
_ODD = re.compile(f"[{DROPPED}{re.escape(''.join(c for c in _PAIRS if c not in _MANY))}\ufb50-\ufdff\ufe70-\ufefe]")
#: every letter and mark that folding changes or drops
_TOUCHED = re.compile(f"[{DROPPED}{re.escape(''.join(_PAIRS))}\ufb50-\ufdff\ufe70-\ufefe]")
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefe]")


class Folded:
    """A text folded for matching, with the way back to its own letters.

    `text` is the folded text; `raw` the letters as given. Where nothing was dropped both are of one length.

    >>> f = Folded("لقاءُ كيمَ")
    >>> f.text, f.span(5, 8)
    ('لقاء كيم', (6, 10))
    """

    __slots__ = ("raw", "text", "at", "shift")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.at: list[int] = []  # folded offsets from which `shift` letters more stand before in the raw text
        self.shift: list[int] = []
        odd = _ODD.search(raw) is not None
        if odd:
            kept, end, shift = [], 0, 0
            for m in _DROP.finditer(raw):
                start = m.start()
                kept.append(raw[end:start])
                self.at.append(start - shift)
                end = m.end()
                shift += end - start
                self.shift.append(shift)
            bare = "".join([*kept, raw[end:]])
            odd = _ODD.search(bare) is not None
            if odd and _SHAPES.search(bare):
                self.at, self.shift = [], []
                bare = self._unshape(raw)
            raw = bare
        for letter, plain in _COMMON:
            if letter in raw:
                raw = raw.replace(letter, plain)
        self.text = raw.translate(_TABLE) if odd and _RARE.search(raw) else raw

    def _unshape(self, raw: str) -> str:
        """Spell out presentation forms, whose letters may be several, and drop marks."""
        letters: list[str] = []
        for i, c in enumerate(raw):
            plain = _DROP.sub("", unicodedata.normalize("NFKC", c).replace(" ", "") or c) if _SHAPES.match(c) else _DROP.sub("", c)
            for extra in range(1, len(plain)):  # the letters of one form all lie at its place
                self._step(len(letters) + extra, i)
            letters += plain
            if len(plain) != 1:
                self._step(len(letters), i + 1)
        return "".join(letters)

    def _step(self, folded: int, raw: int) -> None:
        if self.at and self.at[-1] == folded:
            self.shift[-1] = raw - folded
        else:
            self.at.append(folded)
            self.shift.append(raw - folded)

    def back(self, offset: int) -> int:
        """The raw offset for a folded one."""
        k = bisect_right(self.at, offset)
        return offset + self.shift[k - 1] if k else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the raw text for a span of the folded one; dropped marks behind a letter belong to it."""
        if not self.at:
            return start, end
        first, last = self.back(start), self.back(end)
        return first, max(last, first + 1) if end > start else first


def fold(text: str) -> str:
    """The folded text alone; for keys and look-ups.

    >>> fold("أمريكى"), fold("٢٠١٨"), fold("الإمــارات")
    ('امريكي', '2018', 'الامارات')
    """
    return Folded(text).text if _TOUCHED.search(text) else text
