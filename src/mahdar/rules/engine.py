"""The matcher: phrases of a lexicon found in a token sequence in one pass, with clitics and word boundaries. Knows no Arabic.

A phrase is a sequence of folded words with a payload. Hyphens and underscores inside a phrase are stepped
over. The cost is a few dictionary look-ups a word, whatever the number of phrases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ..arabic.words import Text

Splitter = Callable[[str], Iterable[tuple[str, str]]]


_QUOTES = frozenset("\"«»“”„")
_INSIDE = _QUOTES | frozenset("-_.")


def _abbreviates(text: Text, j: int) -> bool:
    """Whether the dot at j is one of an abbreviation: no blank before it, and none behind it or a letter before it."""
    starts, ends = text.starts, text.ends
    if j + 1 >= len(starts) or ends[j - 1] != starts[j]:
        return False
    return ends[j] == starts[j + 1] or ends[j - 1] - starts[j - 1] == 1


class Hit(NamedTuple):
    """Tokens [i, j) match a phrase; `prefix` are the proclitics cut off the first; `key` the phrase; `values` its payloads."""

    i: int
    j: int
    prefix: str
    key: str
    values: tuple


class Matcher:
    """Phrases → payloads.

    >>> from mahdar.arabic.clitics import splits
    >>> m = Matcher([("البيت الابيض", "USA"), ("موسكو", "RUS")], splits)
    >>> [(h.i, h.j, h.prefix, h.values) for h in m.scan(Text("وقال البيت الأبيض لموسكو"))]
    [(1, 3, '', ('USA',)), (3, 4, 'ل', ('RUS',))]
    """

    def __init__(self, phrases: Iterable[tuple[str, object]], splitter: Splitter) -> None:
        self.splitter = splitter
        heads: dict[str, dict[tuple[str, ...], list]] = {}
        for phrase, value in phrases:
            first, *rest = phrase.split()
            heads.setdefault(first, {}).setdefault(tuple(rest), []).append(value)
        #: a Mapping: the lexicon puts a dictionary of its own here, which decodes what is asked for
        self.heads: Mapping[str, list[tuple[tuple[str, ...], tuple]]] = {
            first: sorted(((rest, tuple(v)) for rest, v in tails.items()), key=lambda x: -len(x[0])) for first, tails in heads.items()
        }
        self._seen: dict[str, tuple] = {}

    def lookups(self, norm: str) -> tuple:
        """(prefix, rest, tails) for every way to cut the word that leaves a head of some phrase."""
        found = self._seen.get(norm)
        if found is None:
            heads = self.heads
            found = tuple((p, r, heads[r]) for p, r in self.splitter(norm) if r in heads)
            if len(self._seen) < 500_000:
                self._seen[norm] = found
        return found

    def at(self, text: Text, i: int) -> list[Hit]:
        """All phrases that start at token i, longest first."""
        norms = text.norms
        norm = norms[i]
        found = self._seen.get(norm)
        if found is None:
            found = self.lookups(norm)
        hits: list[Hit] = []
        if not found:
            return hits
        n = len(norms)
        for prefix, rest, tails in found:
            for tail, values in tails:
                j, quoted = i + 1, False
                for word in tail:
                    if j < n and norms[j] != word and norms[j] in _INSIDE:
                        if norms[j] in _QUOTES:
                            quoted = True
                        elif norms[j] == "." and not _abbreviates(text, j):
                            break
                        j += 1
                    if j >= n or norms[j] != word:
                        break
                    j += 1
                else:
                    if not quoted or j < n and norms[j] in _QUOTES:
                        hits.append(Hit(i, j, prefix, " ".join((rest, *tail)), values))
        if len(hits) > 1:
            hits.sort(key=lambda h: (-h.j, len(h.prefix)))
        return hits

    def scan(self, text: Text, start: int = 0, end: int | None = None) -> list[Hit]:
        """Leftmost-longest hits that don't overlap."""
        out, i = [], start
        stop = len(text.norms) if end is None else end
        lookups, norms = self.lookups, text.norms
        while i < stop:
            if lookups(norms[i]):
                hits = [h for h in self.at(text, i) if h.j <= stop]
                if hits:
                    out.append(hits[0])
                    i = hits[0].j
                    continue
            i += 1
        return out
