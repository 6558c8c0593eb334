"""When, where and from whom: the date, the place and the source of an act, each from the words beside it."""
from __future__ import annotations

from ...arabic.words import Text
from ...model import Time
from ..clauses.model import Argument, Clause
from ..names.model import Names

_UNTIL = frozenset(("حتي", "منذ", "بحلول"))
PLACED = frozenset(("meet", "visit", "assault", "protest", "agree", "cooperate", "mobilize", "coerce", "retreat", "call"))


class Timeline:
    """The time expressions of a text by token."""

    def __init__(self, text: Text, times: list[Time]) -> None:
        self.items = [(text.token_at(t.start), text.token_at(t.end - 1) + 1, t) for t in times if t.value]
        self.items.sort(key=lambda x: x[0])
        self.norms = text.norms

    def of(self, clause: Clause, clauses: list[Clause], index: int, *, light: bool, last: str | None, first: str | None) -> Time | None:
        """The time tied to a clause: the nearest in its sentence with no other finite verb between; None where there is none.

        A noun without a light verb takes only a time close behind it. `last`: a held act happened on this day at the latest; `first`: a planned or cancelled one lies after this day.
        """
        verbs = [c.i for k, c in enumerate(clauses) if c.sentence == clause.sentence and c.kind == "verb" and k != index and c.rows]
        best: tuple[int, Time] | None = None
        for i, j, t in self.items:
            if i < clause.start or j > clause.end:
                continue
            if last is not None and t.value is not None and t.value[:10] > last[:len(t.value[:10])]:
                continue
            if first is not None and t.value is not None and t.value.partition("/")[2] <= first and t.value[:10] <= first[:len(t.value[:10])]:
                if len(t.value) == 10 or t.value[:10] < first[:len(t.value[:10])]:
                    continue
            if i > clause.start and self.norms[i - 1] in _UNTIL:
                continue
            after = i > clause.i
            low, high = (clause.i, i) if after else (j, clause.i)
            between = sum(low < v < high for v in verbs)
            distance = (high - low) + (0 if after else 4)
            if clause.kind == "noun" and not light and not (after and not between and distance <= 24):
                continue
            if between > (0 if after else 1):
                continue
            distance += 40 * between
            if best is None or distance < best[0]:
                best = (distance, t)
        return best[1] if best is not None and best[0] < 60 else None


def place(text: Text, names: Names, clause: Clause, more: list[Clause], clauses: list[Clause]) -> str | None:
    """The place named with في or ب beside the act or its light verb; a city before a state."""
    for c in (clause, *more):
        for a in c.args:
            if a.role == "prep" and a.prep in ("في", "داخل", "ب") and a.mentions:
                found = place_of(names, a)
                if found is not None:
                    return found
    verbs = [c.i for c in clauses if c.sentence == clause.sentence and c.kind == "verb" and c.rows and c is not clause and c not in more]
    best: tuple[int, str] | None = None
    for m in names.mentions:
        if m.kind not in ("place", "state") or not clause.i < m.i < clause.end:
            continue
        if not (text.norms[m.i - 1] in ("في", "داخل", "مدينه", "بمدينه", "العاصمه") or m.prefix.endswith("ب")):
            continue
        if any(clause.i < v < m.i for v in verbs) or m.i - clause.i > 30:
            break
        distance = m.i - clause.i + (0 if m.kind == "place" else 12)
        if best is None or distance < best[0]:
            best = (distance, m.entity)
    return best[1] if best is not None else None


def place_of(names: Names, argument: Argument) -> str | None:
    """The place or state an argument names."""
    for k in argument.mentions:
        m = names.mentions[k]
        if m.kind in ("place", "state"):
            return m.entity
    return None


def towns(text: Text, names: Names, country) -> dict[str, str]:
    """Country → the town of it that the article names most after في, إلى or ب."""
    count: dict[str, dict[str, int]] = {}
    for m in names.mentions:
        home = country(m.entity) if m.kind == "place" else None
        if home and (text.norms[m.i - 1] in ("في", "الي", "العاصمه", "بالعاصمه", "للعاصمه") or m.prefix.endswith(("ب", "ل"))):
            found = count.setdefault(home, {})
            found[m.entity] = found.get(m.entity, 0) + 1
    return {home: max(found, key=lambda e: (found[e], e)) for home, found in sorted(count.items())}
