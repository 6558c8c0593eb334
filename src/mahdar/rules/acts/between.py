"""What stands between an act and a time or a place of its sentence: other verbs and act nouns, and whose it's nearest to."""

from __future__ import annotations

from typing import NamedTuple

from ..clauses.model import Clause
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
    """The predicates of an article's acts, by sentence."""

    def __init__(self, clauses: list[Clause]) -> None:
        self.clauses = clauses
        self.of: dict[int, list[tuple[int, Clause]]] = {}
        for k, c in enumerate(clauses):
            if c.rows and (c.kind == "verb" or stated(c.rows)):
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
