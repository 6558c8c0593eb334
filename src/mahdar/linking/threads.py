"""Threads tie different events: what was promised, asked or threatened, and what became of it.

A tie needs the words of one article (the act told inside the promise's passage) or a later act by the same parties
to the same end; each says why. No tie is made where two acts would fit equally.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from .days import gap
from .items import AHEAD, ENCOUNTERS, Item, likeness
from .same import RECURRENT, fits, side

PROMISES = frozenset({"invite", "agree", "threaten"})
INVERSE = {"carried_out_by": "announced_by", "announced_by": "carried_out_by"}
#: what may carry out a promise of each kind
MEANS = {
    "invite": frozenset({"visit", "meet"}),
    "agree": frozenset({"meet", "visit", "call", "invite", "cooperate", "aid", "retreat", "concede"}),
    "threaten": frozenset({"sanction", "coerce", "assault", "mobilize", "retreat", "protest"}),
}
#: what a promise may name in the next sentence
NAMED = frozenset({"meet", "visit", "call", "invite"})
CALLS_OFF = frozenset({"message", "reject"})
#: likeness of wording from which a deed is what was threatened
LINKED = 0.15
#: days within which an act is the same again
WITHIN = 90
#: likeness of wording from which an act is the same again
AGAIN = 0.3
FOLLOWS = 200  # days within which an act carries out a promise


class Bond(NamedTuple):
    """Event `a` is tied to event `b` (numbers of groups): a `relation` b."""

    a: int
    b: int
    relation: str
    why: str


class Side(NamedTuple):
    """What threads need of a group."""

    items: list[Item]
    act: str
    state: str
    first: int
    last: int


def bonds(groups: list[list[Item]], states: list[str]) -> list[Bond]:
    """All ties, sorted."""
    sides = [_side(g, s) for g, s in zip(groups, states, strict=True)]
    by_article: dict[int, list[tuple[int, Item]]] = defaultdict(list)
    for n, g in enumerate(groups):
        for it in g:
            by_article[it.article].append((n, it))
    found: dict[tuple[int, int, str], str] = {}
    for here in by_article.values():
        here.sort(key=lambda x: x[1].report.start)
        for n, a in here:
            others = [(m, b) for m, b in here if n != m]
            if a.act in PROMISES:
                _kept_here(n, a, others, found)
            for m, b in others:
                _told_together(n, a, m, b, found)
    _later(sides, found)
    return [Bond(a, b, r, why) for (a, b, r), why in sorted(found.items()) if not _backwards(sides, a, b, r)]


def _backwards(sides: list[Side], a: int, b: int, relation: str) -> bool:
    """Was the act done, all in all, before the promise it would carry out?"""
    return relation == "carried_out_by" and sides[b].state == "held" and 0 < sides[b].last < sides[a].first - 1


def _side(group: list[Item], state: str) -> Side:
    when = [it.span for it in group if it.span and it.status == state] or [it.span for it in group if it.span]
    told = [it.told for it in group if it.told is not None]
    first = min((s[0] for s in when), default=min(told, default=0))
    return Side(group, group[0].act, state, first, max((s[1] for s in when), default=max(told, default=0)))


def _kept_here(n: int, a: Item, others: list[tuple[int, Item]], found: dict[tuple[int, int, str], str]) -> None:
    """The acts that the promise's own words name; of an encounter or invitation still to come also the nearest one told
    within two sentences."""
    fit = [(m, b) for m, b in others if b.act in MEANS[a.act] and _doers(a, b) and _both(a, b) and _after(a, b)]
    inside = [(m, b) for m, b in fit if _inside(a, b)]
    ahead = [(m, b) for m, b in inside if b.status in AHEAD or b.status == "cancelled"]
    if not ahead and a.act != "threaten":
        reach = 2 if a.act == "invite" or a.report.mode == "accept" else 1
        near = [
            (m, b) for m, b in fit if b.act in NAMED and b.status in AHEAD and abs(a.sentence - b.sentence) <= reach
        ]
        ahead = sorted(near, key=lambda x: (abs(x[1].sentence - a.sentence), abs(x[1].report.start - a.report.start)))[
            :1
        ]
    for m, _ in ahead or inside:
        found.setdefault((n, m, "carried_out_by"), "told in the words of the promise")


def _told_together(n: int, a: Item, m: int, b: Item, found: dict[tuple[int, int, str], str]) -> None:
    """Other ties that one article's words make."""
    if a.act == "accuse" and b.act == "reject" and _answers(a, b):
        found.setdefault((n, m, "denied_by"), "answered in the same article")
    elif a.act in ENCOUNTERS and a.status == "cancelled" and b.act in CALLS_OFF and b.status == "held":
        near = a.told is not None and b.span is not None and gap(b.span, (a.told, a.told)) <= 3
        if near and abs(a.sentence - b.sentence) <= 1 and _shares(b, a):
            found.setdefault((n, m, "cancelled_by"), "told beside the cancellation")
    elif (
        a.act == "meet"
        and b.act == "visit"
        and a.span
        and b.span
        and gap(a.span, b.span) == 0
        and a.status == b.status == "held"
    ):
        guest = b.sides[0] and any(fits(p, q) == 1.0 for p in b.sides[0] for q in a.sides[0])
        if guest and a.span[1] - a.span[0] <= 7 and _there(a, b):
            found.setdefault((n, m, "part_of"), "on the days and in the country of the visit")


def _inside(a: Item, b: Item) -> bool:
    """Does the act b stand in the words of the promise a?"""
    spans = ([a.report.object] if a.report.object else []) or list(a.report.evidence)
    return a.sentence == b.sentence or any(x <= b.report.start < y for x, y in spans)


def _doers(a: Item, b: Item) -> bool:
    """Does b's doer belong to the promise: the one invited, the one who promised or threatened?"""
    mine = a.sides[1] if a.act == "invite" else a.doers
    theirs = b.doers if b.act == "agree" else b.sides[0]
    return any(fits(p, q) >= 0.6 for p in mine for q in theirs)


def _both(a: Item, b: Item) -> bool:
    """Of an encounter: does the other one, to whom the promise was made or who invited, stand in it too, or is it
    in his country?"""
    if b.act not in ENCOUNTERS:
        return True
    told = [p for s in b.sides for p in s]
    if a.act == "invite":
        others = a.doers
    else:
        mine = {p.id for p in a.doers}
        others = tuple(p for p in a.sides[-1] if p.id not in mine)
    if not others:
        return len(a.doers) < 2 or sum(any(fits(p, q) for q in told) for p in a.doers) > 1
    return any(fits(p, q) for p in others for q in told) or bool(
        b.place and any(p.country == b.place.country for p in others)
    )


def _after(a: Item, b: Item) -> bool:
    """Is b still to come when a is promised, or done after it (an invitation's visit: not long before it is told)?"""
    if b.status != "held":
        return True
    if a.act == "invite" and a.span is None:
        return b.span is None or a.told is None or gap(b.span, (a.told, a.told)) <= 60
    made = a.span[0] if a.span else a.told
    return bool(b.span and made and b.span[0] > made)


def _answers(a: Item, b: Item) -> bool:
    """Does the rejection b come from the accused, to the accuser, about the same thing?"""
    accuser, accused = a.sides
    by, to = b.sides
    if not (accused and by and any(fits(p, q) for p in accused for q in by)):
        return False
    back = bool(to and accuser and any(fits(p, q) for p in accuser for q in to))
    if to and accuser and not back:
        return False
    return abs(a.sentence - b.sentence) <= 3 or likeness(a, b) >= 0.2 or (back and b.report.mode == "deny")


def _shares(a: Item, b: Item) -> bool:
    """Does b's party do a?"""
    return any(fits(p, q) for p in a.doers for s in b.sides for q in s)


def _there(meeting: Item, visit: Item) -> bool:
    where = {p.country for p in visit.sides[1] if p.country} | ({visit.place.country} if visit.place else set())
    return meeting.place is not None and meeting.place.country in where


def _later(sides: list[Side], found: dict[tuple[int, int, str], str]) -> None:
    """Ties that parties and days make, over articles: denials, threats carried out, invitations followed,
    repetitions."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, s in enumerate(sides):
        for c in sorted({p.country or p.id for it in s.items for p in it.sides[0]}):
            blocks[s.act, c].append(n)
    kept = {a for a, _, r in found if r == "carried_out_by"}
    for (act, c), ns in sorted(blocks.items()):
        if act == "threaten":
            for means in sorted(MEANS[act]):
                _carried(sides, ns, blocks.get((means, c), []), kept, found)
        elif act == "invite":
            _visited(sides, ns, blocks, kept, found)
        _repeats(sides, ns, found)


def _carried(
    sides: list[Side], threats: list[int], deeds: list[int], kept: set[int], found: dict[tuple[int, int, str], str]
) -> None:
    """A threat and the first deed of that kind against the same one in the weeks after it."""
    for n in threats:
        a = sides[n]
        fit = [
            m
            for m in deeds
            if 0 <= sides[m].first - a.first <= 30
            and sides[m].state in ("held", "planned")
            and _one_to_one(a.items[0], sides[m].items[0])
            and max(likeness(x, y) for x in a.items for y in sides[m].items) >= LINKED
        ]
        if fit and n not in kept:
            m = min(fit, key=lambda m: (sides[m].first, m))
            found.setdefault((n, m, "carried_out_by"), "the next such deed by the same against the same")


def _one_to_one(a: Item, b: Item) -> bool:
    if len(a.sides) != 2 or len(b.sides) != 2 or not a.sides[1] or not b.sides[1]:
        return False
    return all(any(fits(p, q) for p in x for q in y) for x, y in zip(a.sides, b.sides, strict=True))


def _visited(
    sides: list[Side], invites: list[int], blocks: dict[tuple[str, str], list[int]], kept: set[int], found: dict
) -> None:
    """An invitation and the next visit of the invited to the one who invited."""
    for n in invites:
        if n in kept:
            continue
        a = sides[n].items[0]
        guests = {p.country or p.id for p in a.sides[1]}
        fit = [
            m
            for g in sorted(guests)
            for m in blocks.get(("visit", g), [])
            if -1 <= sides[m].first - sides[n].first <= FOLLOWS and any(_hosted(a, it) for it in sides[m].items)
        ]
        if fit:
            m = min(fit, key=lambda m: (sides[m].first, m))
            found.setdefault((n, m, "carried_out_by"), "the next visit of the invited to the host")


def _hosted(invitation: Item, visit: Item) -> bool:
    hosts = {p.country for p in invitation.sides[0] if p.country}
    to = {p.country for p in visit.sides[1] if p.country} | ({visit.place.country} if visit.place else set())
    return bool(hosts & to) and any(fits(p, q) >= 0.8 for p in invitation.sides[1] for q in visit.sides[0])


def _repeats(sides: list[Side], ns: list[int], found: dict[tuple[int, int, str], str]) -> None:
    """The same kind of act by the same to the same about the same matter, done again: each with the one before it. Violence,
    which has no end of repetitions, isn't tied."""
    order = sorted(
        (n for n in ns if sides[n].state == "held" and sides[n].act not in RECURRENT), key=lambda n: (sides[n].first, n)
    )
    for k, n in enumerate(order):
        a = sides[n]
        for m in reversed(order[max(0, k - 12) : k]):
            b = sides[m]
            if a.first - b.first > WITHIN:
                break
            if b.first < a.first and _same_parties(a.items[0], b.items[0]):
                like = max(likeness(x, y) for x in a.items[:6] for y in b.items[:6])
                if like >= AGAIN:
                    found.setdefault((n, m, "repeats"), f"the same again, in like words ({like:.2f})")
                    break


def _same_parties(a: Item, b: Item) -> bool:
    return all((side(x, y) or 0) >= 0.75 for x, y in zip(a.sides, b.sides, strict=True))
