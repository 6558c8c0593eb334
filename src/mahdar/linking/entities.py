"""One entity over many articles: ids the readings give, merged where two ids can only be the same; abstains where
two fit."""

from __future__ import annotations

from collections import Counter, defaultdict

from ..arabic.letters import fold
from ..model import Entity
from .marks import Told

#: where the family name comes first
FAMILY_FIRST = frozenset({"CHN", "HKG", "KOR", "PRK", "TWN", "VNM"})
#: why of a person whom only the grammar of names tells
GUESSED = "name grammar"


def canon(articles: list[Told]) -> tuple[dict[str, str], dict[str, Entity]]:
    """Which id stands for which (only those that move), and for each id that stays the entity as most articles have it.

    Two people are one where their Arabic names fold alike and their countries agree (or one isn't known), where one is
    known by a last name only and one person of that country alone bears it, or where one letter tells a Korean, Chinese
    or Vietnamese name from one other. Two people of the lexicon never merge.
    """
    seen: dict[str, Counter[Entity]] = defaultdict(Counter)
    sure: set[str] = set()
    for a in articles:
        for e in a.entities:
            seen[e.id][_bare(e)] += 1
            if e.wikidata or e.why not in (None, GUESSED):
                sure.add(e.id)
    best = {i: min(c, key=lambda e: (-c[e], e.name, e.name_ar or "", e.country or "")) for i, c in seen.items()}
    weight = {i: c.total() for i, c in seen.items()}
    people = [e for e in best.values() if e.kind == "person"]
    people.sort(key=lambda e: (e.id not in sure, -weight[e.id], e.id))
    moves: dict[str, str] = {}
    by_name: dict[str, list[Entity]] = defaultdict(list)
    for e in people:
        key = fold(e.name_ar).replace(" ", "") if e.name_ar else e.name.casefold()
        fit = [x for x in by_name[key] if not (x.id in sure and e.id in sure) and _one_country(x, e)]
        if len(fit) == 1 and " " in e.name:
            moves[e.id] = fit[0].id
        else:
            by_name[key].append(e)
    left = [e for e in people if e.id not in moves]
    _last_names(left, sure, moves)
    _respelled([e for e in left if e.id not in moves], sure, moves)
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


def _one_country(a: Entity, b: Entity) -> bool:
    return a.country is None or b.country is None or a.country == b.country


def _last_names(people: list[Entity], sure: set[str], moves: dict[str, str]) -> None:
    """Someone known by one name only is the one person of his country whose last name it is."""
    by_last: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
    for e in people:
        words = e.name.split()
        if len(words) > 1:
            by_last[words[-1].casefold(), e.country].append(e)
    for e in people:
        if " " not in e.name and e.country and e.id not in sure:
            fit = by_last.get((e.name.casefold(), e.country), [])
            if len(fit) == 1:
                moves[e.id] = fit[0].id


def _respelled(people: list[Entity], sure: set[str], moves: dict[str, str]) -> None:
    """Syllables of East Asian names are spelled many ways: a guessed name one letter from one other of its country is his."""
    by_country: dict[str, list[tuple[Entity, list[str]]]] = defaultdict(list)
    for e in people:
        if e.country in FAMILY_FIRST and e.name_ar and e.name_ar.count(" ") == 2:
            by_country[e.country].append((e, fold(e.name_ar).split()))
    for known in by_country.values():
        for e, words in known:
            if e.id not in sure:
                fit = [x for x, other in known if x is not e and x.id not in moves and _one_letter(words, other)]
                if len(fit) == 1:
                    moves[e.id] = fit[0].id


def _one_letter(a: list[str], b: list[str]) -> bool:
    """Do two names differ by one letter, put in, left out or another?"""
    differ = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differ) != 1:
        return False
    short, long = sorted(differ[0], key=len)
    if len(short) == len(long):
        return sum(p != q for p, q in zip(short, long, strict=True)) == 1
    return len(long) - len(short) == 1 and any(long[:k] + long[k + 1 :] == short for k in range(len(long)))
