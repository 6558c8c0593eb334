"""Encounters whose day those who tell of the same two at that time gainsay: a day or a status misread, put right before
anything is compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from .days import gap, within
from .items import AHEAD, ENCOUNTERS, Item
from .same import slack

#: days after an encounter within which others must tell of it, or told to be still to come speaks against it
AFTER = 7
#: of those who tell of the two in that time, at least this share must tell the same day
SHARE = 0.25
#: fewer others than this decide nothing
MANY = 4
#: a day told longer after it than this was not taken from the day of telling
FRESH = 10
#: days within which what was held before may be what is told as held without a day
BEFORE = 60


def outvote(items: Iterable[Item]) -> None:
    """Takes the day from encounters of people where nearly all who tell of the same in the week after it tell otherwise. What was
    told as held becomes a plan where the others tell it to be still to come.

    An encounter awaited by many can't be held unnoticed; one told by many isn't held again some days later for a few; and a
    day that was given for a plan when it was told, and that nobody saw, was that of the telling.
    """
    blocks: dict[tuple[str, frozenset[str]], list[Item]] = defaultdict(list)
    for it in items:
        if it.act in ENCOUNTERS and it.told is not None:
            parties = frozenset(p.id for s in it.sides for p in s)
            if sum(i.startswith("person:") for i in parties) > 1:  # countries meet at many levels at once
                blocks[it.act, parties].append(it)
    for block in blocks.values():
        if len(block) > MANY:
            _outvote(sorted(block, key=lambda it: (it.told or 0, it.key)))


def _outvote(block: list[Item]) -> None:
    told = [it.told or 0 for it in block]
    judged = []
    for it in block:
        since, until = _days(it)
        if abs(until - (it.told or 0)) <= (FRESH if it.status == "held" else 1) and (it.span or it.status == "held"):
            others = block[bisect_left(told, since) : bisect_right(told, until + AFTER)]
            judged.append((it, _verdict(it, others)))
    held = [it.span for it, verdict in judged if it.span and it.status == "held" and not verdict]
    for it, verdict in judged:
        if it.status != "held":
            if verdict:
                it.turn(it.status, "a day of telling on which nobody saw it: left out")
        elif verdict == "ahead" and (it.span or not any(0 <= (it.told or 0) - s[1] <= BEFORE for s in held)):
            it.turn("planned", "told as done where most others tell it to be still to come: taken for a plan")
        elif it.span and verdict:
            it.turn("held", "a day that hardly any of those tell who tell of the same two at that time: left out")


def _days(it: Item) -> tuple[int, int]:
    """The days of an encounter, else that of its telling."""
    return it.span or (it.told or 0, it.told or 0)


def _verdict(it: Item, others: list[Item]) -> str:
    """What those who tell of the same parties in the days after it say: that it's still to come, that it was held on
    another day; "" where enough of them agree, or too few tell at all."""
    same: set[int] = {it.copy}
    another: set[int] = set()
    ahead: set[int] = set()
    end, stay = _days(it)[1], slack(it) if it.act == "visit" else 0
    for o in others:
        if o.status == "held":
            if it.span is None:
                same.add(o.copy)
            elif o.span is not None and gap(it.span, o.span) > stay:
                another.add(o.copy)
            elif o.span is not None and within(o.span, it.span):  # a week that holds the day tells for none of its days
                same.add(o.copy)
        elif o.status in AHEAD and not o.stale and (o.told or 0) > end and (o.span is None or o.span[0] > end):
            ahead.add(o.copy)
    against = (another | ahead) - same
    if len(against) < MANY or len(same) >= SHARE * len(same | against):
        return ""
    return "ahead" if len(ahead - same) >= len(another - same) else "another"
