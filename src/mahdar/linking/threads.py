"""Threads tie different events: what was promised, asked or threatened, and what became of it.

A tie needs the words of one article (the act told inside the promise's passage) or a later act by the same parties
to the same end; each says why. No tie is made where two acts would fit equally.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .days import gap
from .followed import FOUND, MEANS, Bond, Side, follow
from .items import AHEAD, ENCOUNTERS, Item, Party, likeness
from .same import fits

PROMISES = frozenset({"invite", "agree", "threaten"})
INVERSE = {"carried_out_by": "announced_by", "announced_by": "carried_out_by"}
#: what a promise may name in the next sentence
NAMED = frozenset({"meet", "visit", "call", "invite"})
CALLS_OFF = frozenset({"message", "reject"})
#: ways of agreeing to something that is named near by
WORD = frozenset({"accept", "ready", "offer"})
#: likeness of wording from which a deed told elsewhere in the article is the one promised
PROMISED = 0.25
#: who speaks for his country
OFFICIAL = frozenset({"person", "state", "institution", "unnamed"})


def bonds(groups: list[list[Item]], states: list[str]) -> list[Bond]:
    """All ties, sorted."""
    sides = [_side(g, s) for g, s in zip(groups, states, strict=True)]
    by_article: dict[int, list[tuple[int, Item]]] = defaultdict(list)
    for n, g in enumerate(groups):
        for it in g:
            by_article[it.article].append((n, it))
    found: FOUND = {}
    for here in by_article.values():
        here.sort(key=lambda x: x[1].report.start)
        for n, a in here:
            others = [(m, b) for m, b in here if n != m]
            if a.act in PROMISES:
                _kept_here(n, a, others, found)
            for m, b in others:
                _told_together(n, a, m, b, found)
    follow(sides, found)
    return [Bond(a, b, r, why) for (a, b, r), why in sorted(found.items()) if not _backwards(sides, a, b, r)]


def _backwards(sides: list[Side], a: int, b: int, relation: str) -> bool:
    """Was the act done, all in all, before the promise it would carry out?"""
    return relation == "carried_out_by" and sides[b].state == "held" and 0 < sides[b].last < sides[a].first - 1


def _side(group: list[Item], state: str) -> Side:
    when = [it.span for it in group if it.span and it.status == state] or [it.span for it in group if it.span]
    told = [it.told for it in group if it.told is not None]
    first = min((s[0] for s in when), default=min(told, default=0))
    return Side(group, group[0].act, state, first, max((s[1] for s in when), default=max(told, default=0)))


def _kept_here(n: int, a: Item, others: list[tuple[int, Item]], found: FOUND) -> None:
    """The acts that the promise's own words name; else of an encounter or invitation the nearest one told within two
    sentences, and of a pledge the deed still to come in whose words it is told elsewhere in the article."""
    fit = [(m, b) for m, b in others if b.act in MEANS[a.act] and _doers(a, b) and _both(a, b) and _after(a, b)]
    inside = [(m, b) for m, b in fit if _inside(a, b)]
    chosen = [(m, b) for m, b in inside if b.status in AHEAD or b.status == "cancelled"]
    if not chosen and a.act != "threaten":
        reach = 2 if a.act == "invite" or a.report.mode in WORD else 1
        named = [(m, b) for m, b in fit if b.act in NAMED and (b.status in AHEAD or b.status == "cancelled")]
        near = [(m, b) for m, b in named if abs(a.sentence - b.sentence) <= reach]
        chosen = _nearest(a, near) or _alike(a, fit)
    for m, _ in chosen or inside:
        found.setdefault((n, m, "carried_out_by"), "told in the words of the promise")


def _nearest(a: Item, near: list[tuple[int, Item]]) -> list[tuple[int, Item]]:
    """The nearest act of each of those who promised."""
    order = sorted(near, key=lambda x: (abs(x[1].sentence - a.sentence), abs(x[1].report.start - a.report.start)))
    chosen: dict[frozenset[str], tuple[int, Item]] = {}
    for m, b in order:
        doers = frozenset(p.id for p in a.doers if any(fits(p, q) == 1.0 for q in b.doers))
        if b.act == "visit" and doers:
            chosen.setdefault(doers, (m, b))
    return list(chosen.values()) or order[:1]


def _alike(a: Item, fit: list[tuple[int, Item]]) -> list[tuple[int, Item]]:
    """Of a pledge the deed still to come told in words most like its own, where they are like enough."""
    ahead = [(m, b) for m, b in fit if b.act not in NAMED and b.status in AHEAD]
    best = max(ahead, key=lambda x: (likeness(a, x[1]), -x[0]), default=None)
    return [best] if best and likeness(a, best[1]) >= PROMISED else []


def _told_together(n: int, a: Item, m: int, b: Item, found: FOUND) -> None:
    """Other ties that one article's words make."""
    if a.act == "accuse" and b.act == "reject" and _answers(a, b):
        found.setdefault((n, m, "denied_by"), "answered in the same article")
    elif a.act in ENCOUNTERS and a.status == "cancelled" and b.act in CALLS_OFF and b.status == "held":
        near = a.told is not None and b.span is not None and gap(b.span, (a.told, a.told)) <= 3
        if near and _shares(b, a) and (abs(a.sentence - b.sentence) <= 1 or _between(b, a)):
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
    spans = [*([a.report.object] if a.report.object else []), *a.report.evidence]
    return a.sentence == b.sentence or any(x <= b.report.start < y for x, y in spans)


def _doers(a: Item, b: Item) -> bool:
    """Does b's doer belong to the promise: the one invited, the one who promised or threatened, or, of an encounter
    that is agreed on, another who speaks for the same country?"""
    mine = a.sides[1] if a.act == "invite" else a.doers
    theirs = b.doers if b.act == "agree" else b.sides[0]
    if any(fits(p, q) >= 0.6 for p in mine for q in theirs):
        return True
    return a.act == "agree" and b.act in ("meet", "call") and _stand(mine, theirs)


def _speaks(a: Party, b: Party) -> bool:
    """Do both stand for one country?"""
    return bool(a.country and a.country == b.country and a.country != "IGO") and {a.kind, b.kind} <= OFFICIAL


def _stand(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Does each of some have one among the others who is the same, or speaks for the same country?"""
    return bool(some) and all(any(fits(p, q) or _speaks(p, q) for q in others) for p in some)


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
        return len(a.doers) < 2 or _stand(a.doers, told)
    if any(fits(p, q) for p in others for q in told) or (a.act == "agree" and _stand(others, told)):
        return True
    return bool(b.place and any(p.country == b.place.country for p in others))


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


def _between(a: Item, b: Item) -> bool:
    """Does a pass between two named parties who are those of b?"""
    told = [q for s in b.sides for q in s]
    return all(s and all(any(fits(p, q) == 1.0 for q in told) for p in s) for s in a.sides)


def _there(meeting: Item, visit: Item) -> bool:
    where = {p.country for p in visit.sides[1] if p.country} | ({visit.place.country} if visit.place else set())
    return meeting.place is not None and meeting.place.country in where
