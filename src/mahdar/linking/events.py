"""Reports → groups that are one event each: blocks of one act and shared parties, pairs by falling verdict, no contradiction inside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .days import gap
from .items import AHEAD, ENCOUNTERS, Item
from .same import ENOUGH, compare

#: how many days apart two reports of an encounter may be to be compared at all; of other acts a third of that
AROUND = 93
#: a span longer than this many days doesn't tell one encounter from another
LOOSE = 7
#: two events that fit a report this nearly alike: it joins neither
TIE = 0.05


class Join(NamedTuple):
    """Why two reports came together."""

    a: int
    b: int
    score: float
    why: tuple[str, ...]


def group(items: list[Item], joined: Sequence[tuple[int, int]] = ()) -> tuple[list[list[int]], list[Join]]:
    """Groups of item numbers, each sorted, by their first; and the joins that made them."""
    pairs = candidates(items)
    home = list(range(len(items)))
    members = {i: [i] for i in home}
    joins = []

    def join(a: int, b: int, score: float, why: tuple[str, ...]) -> None:
        x, y = sorted((home[a], home[b]))
        if x != y:
            for i in members[y]:
                home[i] = x
            members[x] = sorted(members[x] + members.pop(y))
            joins.append(Join(a, b, score, why))

    rivals = _rivals(items, pairs)
    for score, a, b, why in pairs:
        if home[a] == home[b]:
            continue
        loose = [(i, j) for i, j in ((a, b), (b, a)) if i in rivals and len(members[home[i]]) == 1]
        if any(_torn(items, members, home, i, j, score, rivals[i]) for i, j in loose):
            continue
        if _agree(items, members[home[a]], members[home[b]]):
            join(a, b, score, why)
    for a, b in joined:
        join(a, b, 0.0, ("joined by a ruling",))
    return [members[k] for k in sorted(members)], joins


def _rivals(items: list[Item], pairs: list[tuple[float, int, int, tuple[str, ...]]]) -> dict[int, list[tuple[float, int]]]:
    """For each report whose day is loose, all it might be one with."""
    out: dict[int, list[tuple[float, int]]] = {}
    for score, a, b, _ in pairs:
        for i, j in ((a, b), (b, a)):
            span = items[i].span
            if items[i].act in ENCOUNTERS and (span is None or span[1] - span[0] > LOOSE):
                out.setdefault(i, []).append((score, j))
    return out


def _torn(items: list[Item], members: dict[int, list[int]], home: list[int], i: int, j: int, score: float,
          rivals: list[tuple[float, int]]) -> bool:
    """Would report i fit another event, one that j's can't be, as well as j's?"""
    for other, k in rivals:
        if other < score - TIE:
            break
        if home[k] not in (home[j], home[i]) and not _agree(items, members[home[j]], members[home[k]]):
            return True
    return False


def candidates(items: list[Item]) -> list[tuple[float, int, int, tuple[str, ...]]]:
    """Pairs worth joining, the surest first."""
    out: dict[tuple[int, int], tuple[float, tuple[str, ...]] | None] = {}
    for i, j in _near(items):
        pair = (i, j) if i < j else (j, i)
        if pair not in out:
            v = compare(items[i], items[j])
            out[pair] = (v.score, v.why) if v.score >= ENOUGH else None
    found = [(v[0], i, j, v[1]) for (i, j), v in out.items() if v]
    return sorted(found, key=lambda x: (-round(x[0], 6), x[1], x[2]))


def _near(items: list[Item]) -> Iterator[tuple[int, int]]:
    """Pairs of one act that share parties and are told of days near each other; some twice."""
    whole: dict[tuple[str, ...], list[int]] = defaultdict(list)     # both sides told: act, country, country
    side: dict[tuple[str, ...], list[int]] = defaultdict(list)      # whole ones by one side
    half: dict[tuple[str, ...], list[int]] = defaultdict(list)      # one side not told
    for i, it in enumerate(items):
        sides = [sorted({p.country if p.country and p.country != "IGO" else p.id for p in s}) for s in it.sides]
        if len(sides) == 1:
            both = sides[0]
            for key in {(x, y) for n, x in enumerate(both) for y in both[n + 1 :]} or {(x, x) for x in both}:
                whole[it.act, *key].append(i)
        elif all(sides):
            for x in sides[0]:
                side[it.act, "by", x].append(i)
                for y in sides[1]:
                    whole[it.act, x, y].append(i)
            for y in sides[1]:
                side[it.act, "to", y].append(i)
        else:
            for key in [(it.act, "by", x) for x in sides[0]] + [(it.act, "to", y) for y in sides[1]]:
                half[key].append(i)
    for key in sorted(whole):
        yield from _window(items, whole[key], ())
    for key in sorted(half):
        yield from _window(items, half[key], side.get(key, ()))


def _window(items: list[Item], block: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of a block, and of it with others, whose days are near; reports of long spans with all inside them."""
    own = set(block)
    order = sorted((*block, *others), key=lambda i: (items[i].when, i))
    days = [items[i].when for i in order]
    reach = AROUND if order and items[order[0]].act in ENCOUNTERS else AROUND // 3
    for n, i in enumerate(order):
        span = items[i].span
        end = max(days[n] + reach, span[1] if span else 0)
        for m in range(n + 1, len(order)):
            if days[m] > end:
                break
            if i in own or order[m] in own:
                yield i, order[m]


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
