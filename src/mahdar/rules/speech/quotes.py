"""Quotation marks → quoted token ranges, for every pair of marks, also without a closing one."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from pathlib import Path

from ...arabic.words import Text
from ...lexicon import read_table


@cache
def _marks() -> tuple[dict[str, str], frozenset[str]]:
    table = read_table(Path(__file__).with_name("quotes.tsv"), columns=("open", "close"))
    return {r["open"]: r["close"] for r in table}, frozenset(r["close"] for r in table)


def marks() -> dict[str, str]:
    """Opening quotation mark → its closing one."""
    return _marks()[0]


class Quotes:
    """The quotations of a text: `ranges` holds token ranges [i, j) of the words between the marks, outermost ones only.

    A mark that can open and close (") opens where it stands before a word and after a blank; a quotation without its closing
    mark ends with the paragraph.

    >>> Quotes(Text('قال: "نعم للسلام" ومضى')).ranges
    [(3, 5)]
    """

    def __init__(self, text: Text) -> None:
        self.ranges: list[tuple[int, int]] = []
        pairs, closers = _marks()
        norms, kinds, starts, ends = text.norms, text.kinds, text.starts, text.ends
        open_at, closer, depth = -1, "", 0
        for i in text.marks:
            w = norms[i]
            if kinds[i] == "B":
                if open_at >= 0 and i > open_at + 1:
                    self.ranges.append((open_at + 1, i))
                open_at = -1
                continue
            if kinds[i] != "P":
                continue
            if open_at < 0:
                if w in pairs and i + 1 < len(norms):
                    open_at, closer, depth = i, pairs[w], 0
            elif w == closer:
                opener = norms[open_at]
                glued_next = i + 1 < len(norms) and starts[i + 1] == ends[i] and kinds[i + 1] in "WN"
                glued_last = starts[i] == ends[i - 1]
                if w == opener and glued_next and not glued_last and i > open_at + 1:
                    self.ranges.append((open_at + 1, i))  # opens anew: the last one was never closed
                    open_at = i
                elif depth:
                    depth -= 1
                else:
                    if i > open_at + 1:
                        self.ranges.append((open_at + 1, i))
                    open_at = -1
            elif w == norms[open_at] and w != closer:
                depth += 1
        if open_at >= 0 and len(norms) > open_at + 1:
            self.ranges.append((open_at + 1, len(norms)))
        self._starts = [a for a, _ in self.ranges]

    def at(self, i: int) -> tuple[int, int] | None:
        """The quotation that holds token i."""
        k = bisect_right(self._starts, i) - 1
        return self.ranges[k] if k >= 0 and i < self.ranges[k][1] else None

    def inside(self, i: int, j: int) -> int:
        """How many of the tokens [i, j) are quoted."""
        return sum(max(0, min(j, b) - max(i, a)) for a, b in self.ranges)
