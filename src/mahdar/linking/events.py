"""Reports → groups that are one event each: blocks of one act and shared parties, pairs by falling verdict, no
contradiction inside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .days import Days, gap
from .items import AHEAD, ENCOUNTERS, SLIPS, Item, credible, hardly
from .same import ENOUGH, ONCE, RECURRENT, compare, parties, slack, town

#: how many days apart two reports of an encounter may be to be compared at all; of other acts a third of that
AROUND = 93
#: a span longer than this many days doesn't tell one encounter from another
LOOSE = 7
#: of so many reports of a group one may tell a day that isn't its own, or a plan after its day
LATE = 20
#: two events that fit a report this nearly alike: it joins neither
TIE = 0.05
#: days within which all reports of one act of a kind are told; kinds that aren't here are told for long
SPELL = dict.fromkeys(sorted(RECURRENT), 30) | dict.fromkeys(
    ("accuse", "concede", "cooperate", "reject", "request", "support", "threaten"), 45
)
#: how many of a group are asked whether another fits
FEW = 6
#: one report in so many may have a second one of the same deed in its article
TWICE = 10
#: with how many of the next reports of a deed in its block one is compared
NEXT = 60


#: score, two items, why
Pair = tuple[float, int, int, tuple[str, ...]]


class Join(NamedTuple):
    """Why two reports came together."""

    a: int
    b: int
    score: float
    why: tuple[str, ...]


def group(items: list[Item], joined: Sequence[tuple[int, int]] = ()) -> tuple[list[list[int]], list[Join]]:
    """Groups of item numbers, each sorted, by their first; and the joins that made them. `joined` are people's
    rulings."""
    pairs = candidates(items)
    groups = _Groups(items)
    rivals = _rivals(items, pairs)
    for score, a, b, why in pairs:
        if groups.home[a] == groups.home[b]:
            continue
        loose = [(i, j) for i, j in ((a, b), (b, a)) if i in rivals and len(groups.of(i)) == 1]
        if not any(_torn(groups, i, j, score, rivals[i]) for i, j in loose) and groups.agree(a, b):
            groups.join(a, b, score, why)
    for a, b in joined:
        groups.join(a, b, 0.0, ("joined by a ruling",))
    return [sorted(groups.members[k]) for k in sorted(groups.members)], groups.joins


class _Groups:
    """Growing groups of items: which item is where, and whether two groups may be one event."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.home = list(range(len(items)))
        self.members = {i: [i] for i in self.home}
        self.joins: list[Join] = []
        self._verdicts: dict[tuple[int, int, int, int], bool] = {}

    def of(self, i: int) -> list[int]:
        """The members of the group that holds an item."""
        return self.members[self.home[i]]

    def join(self, a: int, b: int, score: float, why: tuple[str, ...]) -> None:
        """Makes the groups of two items one."""
        x, y = sorted((self.home[a], self.home[b]))
        if x != y:
            for i in self.members[y]:
                self.home[i] = x
            self.members[x] += self.members.pop(y)
            self.joins.append(Join(a, b, score, why))

    def agree(self, a: int, b: int) -> bool:
        """May the groups of two items be one event? Asked again only when one of them has grown."""
        x, y = sorted((self.home[a], self.home[b]))
        key = (x, y, len(self.members[x]), len(self.members[y]))
        if key not in self._verdicts:
            self._verdicts[key] = _agree(self.items, self.members[x], self.members[y])
        return self._verdicts[key]


def _rivals(items: list[Item], pairs: list[Pair]) -> dict[int, list[tuple[float, int]]]:
    """For each report whose day is loose, all it might be one with, the surest first."""
    out: dict[int, list[tuple[float, int]]] = {}
    for score, a, b, _ in pairs:
        for i, j in ((a, b), (b, a)):
            span = items[i].span
            if items[i].act in ENCOUNTERS and (span is None or span[1] - span[0] > LOOSE):
                out.setdefault(i, []).append((score, j))
    return out


def _torn(groups: _Groups, i: int, j: int, score: float, rivals: list[tuple[float, int]]) -> bool:
    """Would report i fit another event, one that j's can't be, as well as j's?"""
    for other, k in rivals:
        if other < score - TIE:
            break
        if groups.home[k] not in (groups.home[j], groups.home[i]) and not groups.agree(j, k):
            return True
    return False


def candidates(items: list[Item]) -> list[Pair]:
    """Pairs worth joining, the surest first."""
    seen: set[int] = set()
    found: list[Pair] = []
    for i, j in _near(items):
        a, b = (i, j) if i < j else (j, i)
        pair = a * len(items) + b
        if pair not in seen:
            seen.add(pair)
            v = compare(items[i], items[j])
            if v.score >= ENOUGH:
                found.append((v.score, a, b, v.why))
    return sorted(found, key=lambda x: (-round(x[0], 6), x[1], x[2]))


def _near(items: list[Item]) -> Iterator[tuple[int, int]]:
    """Pairs of one act that share parties and are told of days near each other; some twice."""
    whole: dict[tuple[str, ...], list[int]] = defaultdict(list)  # both sides told: act, country, country
    side: dict[tuple[str, ...], list[int]] = defaultdict(list)  # whole ones by one side
    half: dict[tuple[str, ...], list[int]] = defaultdict(list)  # one side not told
    for i, it in enumerate(items):
        if it.report.mode in ONCE:
            for p in sorted({p.id for s in it.sides[1:] for p in s if p.kind == "person"}):
                whole[it.act, "", p].append(i)
        if it.report.mode == "chemical" and (where := town(it)):
            whole[it.act, "at", where].append(i)
        if it.act == "protest" and it.span and it.span[0] == it.span[1]:
            whole[it.act, "on", str(it.span[0])].append(i)  # crowds go by many names
        sides = [sorted({p.country if p.country and p.country != "IGO" else p.id for p in s}) for s in it.sides]
        if len(sides) == 1:
            both = sides[0]
            for pair in {(x, y) for n, x in enumerate(both) for y in both[n + 1 :]} or {(x, x) for x in both}:
                whole[it.act, *pair].append(i)
        elif all(sides):
            for x in sides[0]:
                side[it.act, "by", x].append(i)
                for y in sides[1]:
                    whole[it.act, x, y].append(i)
            for y in sides[1]:
                side[it.act, "to", y].append(i)
        else:
            for way in [(it.act, "by", x) for x in sides[0]] + [(it.act, "to", y) for y in sides[1]]:
                half[way].append(i)
    keys = [_keys(it) for it in items]
    for key in sorted(whole):
        yield from _window(items, whole[key], (), keys)
    for one in sorted(half):
        yield from _window(items, half[one], side.get(one, ()), keys)


def _keys(it: Item) -> frozenset[str]:
    """What two reports of a deed must share one of to be compared: a telling word, a person, a place; of deeds that
    aren't done again every day also a day."""
    keys = set(it.telling)
    keys.update(p.id for s in it.sides for p in s if p.kind == "person")
    if it.place is not None:
        keys.add(it.place.id)
    if it.span and it.span[0] == it.span[1] and it.act not in RECURRENT:
        keys.add(str(it.span[0]))
    return frozenset(keys)


def _window(
    items: list[Item], block: Sequence[int], others: Sequence[int], keys: list[frozenset[str]]
) -> Iterator[tuple[int, int]]:
    """Pairs of a block, and of it with others, whose days are near; reports of long spans with all inside them. Of deeds
    each has so many next ones at most; of encounters told alike the first few speak for all."""
    own = set(block)
    order = sorted((*block, *others), key=lambda i: (items[i].when, i))
    if not order:
        return
    meets = items[order[0]].act in ENCOUNTERS
    if meets:
        order, again = _once(items, order)
        yield from again
    reach = AROUND if meets else AROUND // 3
    days = [items[i].when for i in order]
    for n, i in enumerate(order):
        span = items[i].span
        end = max(days[n] + reach, span[1] if span else 0)
        mine, inside, left = keys[i], i in own, NEXT
        for m in range(n + 1, len(order)):
            if days[m] > end:
                break
            j = order[m]
            if (inside or j in own) and (meets or not mine.isdisjoint(keys[j])):
                yield i, j
                left -= not meets
                if not left:
                    break


def _once(items: list[Item], order: list[int]) -> tuple[list[int], list[tuple[int, int]]]:
    """The reports in order, of those with the same parties, status and days only a few; and the pairs that tie each of the
    others to one before it from another article."""
    alike: dict[tuple, list[int]] = defaultdict(list)
    kept, pairs = [], []
    for i in order:
        it = items[i]
        before = alike[it.number, it.status, it.span, it.stale, it.place and it.place.id]
        if it.span and len(before) >= FEW:
            other = next((j for j in reversed(before) if items[j].article != it.article), before[-1])
            pairs.append((other, i))
        else:
            kept.append(i)
        before.append(i)
    return kept, pairs


def _agree(items: list[Item], xs: list[int], ys: list[int]) -> bool:
    """May two groups be one event? No two days on which it was held, no plan told after it, no two reports of one
    article that tell two, but for few among many; and parties that agree."""
    a, b = _held(items, xs), _held(items, ys)
    if any(gap(p, q) > max(1, s, t) for p, s in a for q, t in b) and not _once_only(items, xs, ys):
        return False
    if _told_before(items, xs, b) or _told_before(items, ys, a):
        return False
    if items[xs[0]].act in ENCOUNTERS:
        if not (_plans_before(items, xs, b) and _plans_before(items, ys, a)):
            return False
    elif not _one_spell(items, xs, ys) or not _one_land(items, xs, ys) or _two_ways(items, xs, ys):
        return False
    here: dict[int, list[int]] = defaultdict(list)
    for i in xs:
        here[items[i].article].append(i)
    two = sum(any(not compare(items[i], items[j]).score for i in here.get(items[j].article, ())) for j in ys)
    if two * TWICE > min(len(xs), len(ys)):
        return False
    return _alike(items, xs, ys)


def _one_spell(items: list[Item], xs: list[int], ys: list[int]) -> bool:
    """Is all that two groups tell near enough in time for their kind of act, so that one report doesn't chain to the next for
    months? What befell a named person is told for as long as it is told."""
    reach = SPELL.get(items[xs[0]].act)
    if reach is None:
        return True
    when = [items[i].when for i in (*xs, *ys)]
    if max(when) - min(when) <= reach or _one_person(items, xs, ys):
        return True
    day = _main(items, xs)
    return day is not None and day == _main(items, ys)


def _main(items: list[Item], group: list[int]) -> int | None:
    """The day that most of a group tell, if a third of it does."""
    told = Counter(s[0] for s in (items[i].span for i in group) if s and s[0] == s[1])
    day = min(told, key=lambda d: (-told[d], d), default=None)
    return day if day is not None and told[day] * 3 >= len(group) else None


def _one_person(items: list[Item], xs: list[int], ys: list[int]) -> bool:
    """Did what two groups tell befall the same named person?"""
    named, others = ({p.id for i in g for s in items[i].sides[1:] for p in s if p.kind == "person"} for g in (xs, ys))
    return bool(named & others)


def _once_only(items: list[Item], xs: list[int], ys: list[int]) -> bool:
    """Do both groups tell what befalls a person once, of the same person, or of one town an attack with chemicals? A few
    other days are slips then."""
    modes = Counter(items[i].report.mode for g in (xs, ys) for i in _some(g) if items[i].report.mode)
    once = sum(n for m, n in modes.items() if m in ONCE)
    if once * 2 <= sum(modes.values()):
        return False
    towns = [Counter(t for t in (town(items[i]) for i in g) if t).most_common(1) for g in (xs, ys)]
    if modes["chemical"] == once:
        return bool(towns[0] and towns[1]) and towns[0][0][0] == towns[1][0][0]
    return _one_person(items, xs, ys)


def _two_ways(items: list[Item], xs: list[int], ys: list[int]) -> bool:
    """Do most of one group tell an attack with chemicals, and most of the other an attack of another kind?"""
    if items[xs[0]].act != "assault" or min(len(xs), len(ys)) < FEW // 2:
        return False
    modes = [Counter(items[i].report.mode for i in g if items[i].report.mode).most_common(1) for g in (xs, ys)]
    main = {m[0][0] for m in modes if m}
    return len(main) == 2 and "chemical" in main


def _one_land(items: list[Item], xs: list[int], ys: list[int]) -> bool:
    """Is what is done again every day told of one country in both groups, where both tell it?"""
    if items[xs[0]].act not in RECURRENT or _one_person(items, xs, ys):
        return True
    a, b = (Counter(it.place.country for it in (items[i] for i in g) if it.place and it.place.country) for g in (xs, ys))
    return not a or not b or max(sorted(a), key=a.__getitem__) in b or max(sorted(b), key=b.__getitem__) in a


def _alike(items: list[Item], xs: list[int], ys: list[int]) -> bool:
    """Do the parties of two groups agree beyond the pair that joins them? A report that names few must not chain
    others."""
    if len(xs) < 2 and len(ys) < 2:
        return True
    pairs = [(i, j) for i in _some(xs) for j in _some(ys)]
    clashes = sum(parties(items[i], items[j]) is None for i, j in pairs)
    return clashes * 3 <= len(pairs)


def _some(group: list[int]) -> list[int]:
    """A few members of a group, spread over it."""
    return group if len(group) <= FEW else [group[k * (len(group) - 1) // (FEW - 1)] for k in range(FEW)]


def _held(items: list[Item], group: list[int]) -> list[tuple[Days, int]]:
    """The days on which a group was held, and by how many each may be off; not those its own reports rule out."""
    its = [items[i] for i in group]
    dated = [it for it in its if it.status == "held" and it.span]
    if len(its) > 1 and hardly(dated, its):
        return []
    told = Counter(it.span for it in dated)
    days = sorted({(it.span, slack(it)) for it in dated if it.span and told[it.span] * LATE >= len(dated)})
    return credible(days, its) if len(its) > 1 else days


def _told_before(items: list[Item], group: list[int], held: list[tuple[Days, int]]) -> bool:
    """Is a group told as done before the days of another, but for a few slips?"""
    if not held:
        return False
    day = min(span[0] - slack for span, slack in held)
    done = [it.told for it in (items[i] for i in group) if it.status == "held" and it.told is not None]
    return sum(t < day - 1 for t in done) * SLIPS > len(done)


def _plans_before(items: list[Item], group: list[int], held: list[tuple[Days, int]]) -> bool:
    """Plans told after the day it was held speak of another, but for a few slips."""
    if not held:
        return True
    sharp = [h for h in held if h[0][1] - h[0][0] <= LOOSE] or held
    last = max(span[1] + off for span, off in sharp)
    told = [it.told for it in (items[i] for i in group) if it.status in AHEAD and not it.stale and it.told is not None]
    late = sum(t - 1 > last for t in told)
    return late * LATE <= len(group)
