"""Prayers behind names and verbs (حفظه الله, أيده الله), no clauses of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .words import markers

_MARKS = frozenset("،,-–—")


def prayers(norms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Every prayer, with the commas or dashes around it: «تلقى -حفظه الله- رسالة».

    >>> list(prayers(["تلقي", "-", "حفظه", "الله", "-", "رساله"]))
    [(1, 5)]
    """
    blessed, god, more = markers("prayer"), markers("prayer_god"), markers("prayer_more")
    if god.isdisjoint(norms):
        return
    for a in range(len(norms) - 1):
        if norms[a] in blessed and norms[a + 1] in god:
            b = a + 2
            while b < len(norms) and norms[b] in more:
                b += 1
            around = a > 0 and b < len(norms) and norms[a - 1] in _MARKS and norms[b] in _MARKS
            yield (a - 1, b + 1) if around else (a, b)
