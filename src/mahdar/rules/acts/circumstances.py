"""When, where and from whom: the date, the place and the source of an act, each from the words beside it."""
from __future__ import annotations

from ...arabic.words import Text
from ...model import Time
from ..clauses.model import Argument, Clause
from ..names.model import Names

_STOP = frozenset(".!?؟…؛")
PLACED = frozenset(("meet", "visit", "assault", "protest", "agree", "cooperate", "mobilize", "coerce", "retreat", "call"))


class Timeline:
    """The time expressions of a text by token."""

    def __init__(self, text: Text, times: list[Time]) -> None:
        self.items = [(text.token_at(t.start), text.token_at(t.end - 1) + 1, t) for t in times if t.value]
        self.items.sort(key=lambda x: x[0])

    def of(self, clause: Clause, clauses: list[Clause], index: int) -> Time | None:
        """The time tied to a clause: the nearest in its sentence with no other finite verb between; None where there is none."""
        verbs = [c.i for k, c in enumerate(clauses) if c.sentence == clause.sentence and c.kind == "verb" and k != index and c.rows]
        best: tuple[int, Time] | None = None
        for i, j, t in self.items:
            if i < clause.start or j > clause.end:
                continue
            low, high = (clause.i, i) if i > clause.i else (j, clause.i)
            between = sum(low < v < high for v in verbs)
            distance = (high - low) + (0 if i > clause.i else 4) + 40 * between
            if between and clause.kind == "noun" and i < clause.i:
                distance += 20
            if between > (1 if i < clause.i else 0):
                continue
            if best is None or distance < best[0]:
                best = (distance, t)
        return best[1] if best is not None and best[0] < 60 else None


def place(names: Names, clause: Clause, more: list[Clause]) -> str | None:
    """The place named with في beside the act, or with its light verb."""
    for c in (clause, *more):
        for a in c.args:
            if a.role == "prep" and a.prep in ("في", "داخل") and a.mentions:
                found = place_of(names, a)
                if found is not None:
                    return found
    return None


def place_of(names: Names, argument: Argument) -> str | None:
    """The place or state an argument names."""
    for k in argument.mentions:
        m = names.mentions[k]
        if m.kind in ("place", "state"):
            return m.entity
    return None
