"""Reports → groups that are one event each: blocks of one act and shared parties, pairs by falling verdict, no contradiction inside."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from .days import gap
from .items import AHEAD, ENCOUNTERS, Item
from .same import ENOUGH, compare

#: how far apart two reports may be told to be compared at all
REACH = 420


class Join(NamedTuple):
    """Why two reports came together."""

    a: int
    b: int
    score: float
    why: tuple[str, ...]


def group(items: list[Item]) -> tuple[list[list[int]], list[Join]]:
    """Groups of item numbers, each sorted, by their first; and the joins that made them."""
    pairs = candidates(items)
    home = list(range(len(items)))
    members = {i: [i] for i in home}
    joins = []
    for score, a, b, why in pairs:
        x, y = home[a], home[b]
        if x == y:
            continue
        if not _agree(items, members[x], members[y]):
            continue
        if x > y:
            x, y = y, x
        for i in members[y]:
            home[i] = x
        members[x] = sorted(members[x] + members.pop(y))
        joins.append(Join(a, b, score, why))
    return [members[k] for k in sorted(members)], joins


def candidates(items: list[Item]) -> list[tuple[float, int, int, tuple[str, ...]]]:
    """Pairs worth joining, the surest first."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, it in enumerate(items):
        for key in _keys(it):
            blocks[key].append(i)
    out = {}
    for key in sorted(blocks):
        block = sorted(blocks[key], key=lambda i: (items[i].told or items[i].when, i))
        for n, i in enumerate(block):
            a = items[i]
            for j in block[n + 1 :]:
                b = items[j]
                if (b.told or b.when) - (a.told or a.when) > REACH:
                    break
                pair = (i, j) if i < j else (j, i)
                if pair in out:
                    continue
                v = compare(a, b)
                out[pair] = (-v.score, *pair, v.why) if v.score >= ENOUGH else None
    return sorted(((-x[0], x[1], x[2], x[3]) for x in out.values() if x), key=lambda x: (-round(x[0], 6), x[1], x[2]))


def _keys(it: Item) -> set[tuple[str, ...]]:
    """Blocks an item stands in: act and the countries (else ids) of its parties."""
    sides = [{p.country if p.country and p.country != "IGO" else p.id for p in side} for side in it.sides]
    if len(sides) == 1:
        both = sorted(sides[0])
        return {(it.act, x, y) for n, x in enumerate(both) for y in both[n + 1 :]} or {(it.act, x, x) for x in both}
    return {(it.act, "by", x) for x in sides[0]} | {(it.act, "to", y) for y in sides[1]}


def _agree(items: list[Item], xs: list[int], ys: list[int]) -> bool:
    """May two groups be one event? No two reports of one article alike in status, no two days on which it was held."""
    by_article = defaultdict(set)
    for i in xs:
        by_article[items[i].article].add(i)
    for j in ys:
        for i in by_article.get(items[j].article, ()):
            if not compare(items[i], items[j]).score:
                return False
    a, b = _held(items, xs), _held(items, ys)
    if a and b and any(gap(p, q) > 1 for p in a for q in b):
        return False
    if items[xs[0]].act in ENCOUNTERS:
        return _plans_before(items, xs, b) and _plans_before(items, ys, a)
    return True


def _held(items: list[Item], group: list[int]) -> list[tuple[int, int]]:
    return sorted({items[i].span for i in group if items[i].status == "held" and items[i].span})


def _plans_before(items: list[Item], group: list[int], held: list[tuple[int, int]]) -> bool:
    """Plans told after the day it was held speak of another."""
    told = [items[i].told for i in group if items[i].status in AHEAD and items[i].told is not None]
    return not (told and held and max(told) - 1 > max(h[1] for h in held))
