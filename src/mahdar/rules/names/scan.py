"""The words of an article as the grammar of names sees them: which phrases of the tables start at a token."""

from __future__ import annotations

from typing import NamedTuple

from ...arabic.words import Text
from ...lexicon import Lexicon
from ...model import Time
from .words import words


class Atom(NamedTuple):
    """Tokens up to `j` are a phrase of a table: class `cls` (state, adj, title, person, first …), row `id`, `tag`."""

    j: int
    prefix: str
    cls: str
    id: str
    tag: str


class Scan:
    """Atoms by token, looked up once a token."""

    def __init__(self, text: Text, lexicon: Lexicon, times: list[Time]) -> None:
        self.text, self.lexicon, self.words = text, lexicon, words()
        self.norms, self.kinds, self.n = text.norms, text.kinds, len(text)
        self._atoms: dict[int, list[Atom]] = {}
        self.timed: set[int] = set()
        for t in times:
            k = text.token_at(t.start)
            while k < self.n and text.starts[k] < t.end:
                self.timed.add(k)
                k += 1

    def triggers(self) -> list[int]:
        """Tokens at which some phrase may start."""
        a, b, cache = self.lexicon.matcher.lookups, self.words.matcher.lookups, self.lexicon.known
        out = []
        for i, w in enumerate(self.norms):
            known = cache.get(w)
            if known is None:
                known = cache[w] = bool(w[0].isalpha() and (a(w) or b(w)))
            if known and i not in self.timed:
                out.append(i)
        return out

    def atoms(self, i: int) -> list[Atom]:
        """All atoms that start at token i, the longest first."""
        found = self._atoms.get(i)
        if found is None:
            found = []
            if i < self.n and self.kinds[i] == "W":
                for matcher in (self.lexicon.matcher, self.words.matcher):
                    if matcher.lookups(self.norms[i]):
                        found += [Atom(h.j, h.prefix, *item) for h in matcher.at(self.text, i) for item in h.values]
                found.sort(key=lambda x: (-x.j, len(x.prefix)))
            self._atoms[i] = found
        return found

    def get(self, i: int, cls: tuple[str, ...], prefixes: tuple[str, ...] | None = ("",)) -> Atom | None:
        """The longest atom at i of one of the classes, with one of the proclitics (None: any)."""
        for x in self.atoms(i):
            if x.cls in cls and (prefixes is None or x.prefix in prefixes):
                return x
        return None

    def word(self, i: int) -> str:
        """The folded token, "" behind the end."""
        return self.norms[i] if i < self.n else ""
