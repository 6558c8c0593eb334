"""Text → tokens: words, numbers, single punctuation marks and line breaks, each with its folded form and raw offsets.

`Text` is what every rule family reads. Its columns run in parallel: `norms[i]` the folded token, `starts[i]`, `ends[i]` its
raw offsets, `kinds[i]` one of W (word), N (number), P (punctuation), B (line break).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from .letters import Folded

#: the marks of a hashtag (#محمود_عباس) are no tokens; words of Arabic letters come first, for speed: the next would take them too
_TOKEN = re.compile(r"([\u0621-\u064a]+(?:[^\W\d_]+)?|[^\W\d_]+|\d+(?:[.,:]\d+)*|\n[\n ]*|(?!#[^\W\d_])[^\s\w]|_(?![^\W\d_]))")


def _raw_offsets(folded: Folded, offsets: list[int]) -> list[int]:
    """Rising folded offsets as raw ones."""
    out: list[int] = []
    a = shift = 0
    for at, more in zip(folded.at, folded.shift, strict=True):
        b = bisect_left(offsets, at, a)
        out += [o + shift for o in offsets[a:b]] if shift else offsets[a:b]
        a, shift = b, more
    out += [o + shift for o in offsets[a:]]
    return out


def _kind(first: str) -> str:
    """The kind of a token by its first character."""
    return "W" if first.isalpha() else "N" if first.isdigit() else "B" if first == "\n" else "P"


class Text:
    """A text as tokens.

    >>> t = Text("وقال: 12 يونيو")
    >>> t.norms, t.kinds, t.raw_of(2, 4)
    (['وقال', ':', '12', 'يونيو'], ['W', 'P', 'N', 'W'], '12 يونيو')
    """

    __slots__ = ("raw", "folded", "norms", "starts", "ends", "kinds", "marks", "_sentences")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.folded = folded = Folded(raw)
        pieces = _TOKEN.split(folded.text)  # what stands between tokens, and the tokens, by turns
        bounds = list(accumulate(map(len, pieces)))
        norms, starts, ends = pieces[1::2], bounds[:-1:2], bounds[1::2]
        if folded.at:
            starts, ends = _raw_offsets(folded, starts), _raw_offsets(folded, ends)
        self.norms: list[str] = norms
        self.starts: list[int] = starts
        self.ends: list[int] = ends
        self.kinds: list[str] = ["W" if plain else _kind(w[0]) for w, plain in zip(norms, map(str.isalpha, norms), strict=True)]
        self.marks: list[int] = [i for i, kind in enumerate(self.kinds) if kind != "W"]  # the tokens that are no words
        self._sentences: list[tuple[int, int]] | None = None

    def __len__(self) -> int:
        return len(self.norms)

    def span(self, i: int, j: int) -> tuple[int, int]:
        """Raw offsets of tokens i to j (j not included)."""
        return self.starts[i], self.ends[j - 1]

    def raw_of(self, i: int, j: int) -> str:
        """The raw words of tokens i to j."""
        return self.raw[self.starts[i] : self.ends[j - 1]]

    def token_at(self, offset: int) -> int:
        """The token that holds the raw offset, or the next one."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < self.ends[i] else i + 1

    def opening(self, i: int) -> int:
        """The first token of the sentence that holds token i; i itself where none does."""
        spans = self.sentences
        k = bisect_right(spans, (i, len(self.norms))) - 1
        return spans[k][0] if k >= 0 and i < spans[k][1] else i

    @property
    def sentences(self) -> list[tuple[int, int]]:
        """Token ranges of the sentences; see `sentences.split`."""
        if self._sentences is None:
            from .sentences import split

            self._sentences = split(self)
        return self._sentences
