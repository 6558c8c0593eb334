"""One entity over many articles: ids the readings give, merged where two ids can only be the same; abstains where
two fit."""

from __future__ import annotations

from collections import Counter, defaultdict

from ..arabic.letters import fold
from ..model import Entity
from .marks import Told


def canon(articles: list[Told]) -> tuple[dict[str, str], dict[str, Entity]]:
    """Which id stands for which (only those that move), and for each id that stays the entity as most articles have it.

    Two people are one where their Arabic names fold alike and their countries agree (or one isn't known), or where
    one is known by a last name only and one person of that country alone bears it. Two ids that the lexicon is sure
    of
    never merge.
    """
    seen: dict[str, Counter[Entity]] = defaultdict(Counter)
    for a in articles:
        for e in a.entities:
            seen[e.id][_bare(e)] += 1
    best = {i: min(c, key=lambda e: (-c[e], e.name, e.name_ar or "", e.country or "")) for i, c in seen.items()}
    weight = {i: c.total() for i, c in seen.items()}
    people = sorted(
        (e for e in best.values() if e.kind == "person"), key=lambda e: (not e.wikidata, -weight[e.id], e.id)
    )
    moves: dict[str, str] = {}
    by_name: dict[str, list[Entity]] = defaultdict(list)
    for e in people:
        key = fold(e.name_ar).replace(" ", "") if e.name_ar else e.name.casefold()
        fit = [x for x in by_name[key] if _may_be(x, e)]
        if len(fit) == 1 and " " in e.name:
            moves[e.id] = fit[0].id
        else:
            by_name[key].append(e)
    _last_names([e for e in people if e.id not in moves], moves)
    return moves, {i: e for i, e in best.items() if i not in moves}


def _bare(e: Entity) -> Entity:
    return Entity(
        id=e.id,
        kind=e.kind,
        name=e.name,
        name_ar=e.name_ar,
        wikidata=e.wikidata,
        country=e.country,
        sector=e.sector,
        office=e.office,
    )


def _may_be(a: Entity, b: Entity) -> bool:
    sure = a.wikidata and b.wikidata
    return not sure and (a.country is None or b.country is None or a.country == b.country)


def _last_names(people: list[Entity], moves: dict[str, str]) -> None:
    """Someone known by one name only is the one person of his country whose last name it is."""
    by_last: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
    for e in people:
        words = e.name.split()
        if len(words) > 1:
            by_last[words[-1].casefold(), e.country].append(e)
    for e in people:
        if " " not in e.name and e.country and not e.wikidata:
            fit = by_last.get((e.name.casefold(), e.country), [])
            if len(fit) == 1:
                moves[e.id] = fit[0].id
