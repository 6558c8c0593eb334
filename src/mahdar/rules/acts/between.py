"""What stands between an act and a time or a place of its sentence (other verbs and act nouns, and whose it's nearest to), and what
other sentences state and whom they name."""

from __future__ import annotations

from typing import NamedTuple

from ...arabic.words import Text
from ..clauses.model import Clause
from ..names.model import Names
from .tables import stated
from .timeline import holds


class Between(NamedTuple):
    """`verbs`, `nouns`: predicates of other acts in between; `relative`: one of the verbs is of a relative clause; `own`: the act's own
    word is the predicate nearest to the time or place."""

    verbs: int
    nouns: int
    relative: bool
    own: bool


class Predicates:
    """The predicates of an article's acts, and whom it names, by sentence."""

    def __init__(self, text: Text, names: Names, clauses: list[Clause]) -> None:
        self.text, self.names, self.clauses = text, names, clauses
        self._stating: dict[tuple[int, str], list[Clause]] = {}
        self._named: dict[int, frozenset[str]] = {}
        self.of: dict[int, list[tuple[int, Clause]]] = {}
        self._acts: dict[int, frozenset[str]] = {}  # clause → the acts it may state
        for k, c in enumerate(clauses):
            if c.rows:
                acts = self._acts[k] = stated(c.rows)
                if acts or c.kind == "verb":
                    self.of.setdefault(c.sentence, []).append((k, c))

    def between(self, number: int, verb: Clause | None, i: int, j: int) -> Between:
        """What stands between clause `number` (stated by `verb`) and the tokens [i, j) of its sentence."""
        c = self.clauses[number]
        low, high = (c.i, i) if i > c.i else (j, c.i)
        verbs = nouns = 0
        relative = False
        nearest: tuple[int, int] | None = None
        for k, p in self.of.get(c.sentence, ()):
            d = i - p.i if p.i < i else 2 * (p.i - j) + 6
            if nearest is None or d < nearest[0]:
                nearest = (d, k)
            if p is c or p is verb or not low < p.i < high:
                continue
            if p.kind == "verb" and not (c.kind == "noun" and holds(c, p)):
                verbs += 1
                relative = relative or p.relative
            elif p.kind != "verb":
                nouns += 1
        own = nearest is not None and (nearest[1] == number or self.clauses[nearest[1]] is verb)
        return Between(verbs, nouns, relative, own)

    def stating(self, sentence: int, act: str) -> list[Clause]:
        """The words of a sentence that may state such an act."""
        found = self._stating.get((sentence, act))
        if found is None:
            found = self._stating[sentence, act] = [p for k, p in self.of.get(sentence, ()) if act in self._acts[k]]
        return found

    def named(self, sentence: int) -> frozenset[str]:
        """Whom a sentence names."""
        found = self._named.get(sentence)
        if found is None:
            low, high = self.text.sentences[sentence]
            found = self._named[sentence] = frozenset(e for m in self.names.between(low, high) for e in m.entities)
        return found
