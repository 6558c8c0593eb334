"""An article's text in pieces, cut where readings begin and end, so that they can be marked without tearing words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

KINDS = ("act", "name", "time", "place", "said", "evidence")  # the first that covers a piece gives it its link


class Mark(NamedTuple):
    """Words that were read as something: the kind, and the fact they belong to."""

    start: int
    end: int
    kind: str
    fact: str


class Piece(NamedTuple):
    """A run of text under the same marks; `first` the facts whose words begin here, `facts` all it belongs to, the
    closest first."""

    text: str
    kinds: tuple[str, ...]
    link: str | None
    first: tuple[str, ...]
    facts: tuple[str, ...] = ()


def _edge(text: str, at: int) -> int:
    """The offset, moved behind combining letters so that no shadda loses its letter."""
    while 0 < at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return at


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """The text in order, cut at the edges of the marks.

    >>> [(p.text, p.kinds) for p in pieces("في موسكو", [Mark(3, 8, "place", "p1")])]
    [('في ', ()), ('موسكو', ('place',))]
    """
    kept = [
        Mark(_edge(text, m.start), _edge(text, m.end), m.kind, m.fact)
        for m in marks
        if 0 <= m.start < m.end <= len(text)
    ]
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for m in kept:
        opening.setdefault(m.start, []).append(m)
        closing.setdefault(m.end, []).append(m)
    edges = sorted({0, len(text), *opening, *closing})
    out: list[Piece] = []
    over: list[Mark] = []
    seen: set[str] = set()
    for a, b in zip(edges, edges[1:], strict=False):
        over = [m for m in over if m.end > a] + opening.get(a, [])
        ranked = sorted(over, key=lambda m: (KINDS.index(m.kind), m.end - m.start, m.fact))
        first = []
        for m in ranked:
            if m.start == a and m.fact not in seen:
                seen.add(m.fact)
                first.append(m.fact)
        kinds = tuple(k for k in KINDS if any(m.kind == k for m in ranked))
        facts = tuple(dict.fromkeys(m.fact for m in ranked))
        out.append(Piece(text[a:b], kinds, facts[0] if facts else None, tuple(first), facts))
    return out
