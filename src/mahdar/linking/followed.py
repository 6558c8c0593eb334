"""Ties over articles, which parties, days and wording make: threats carried out, invitations and offers followed, denials,
repetitions. Each is made only where one act fits best."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..arabic.letters import fold
from ..arabic.stems import stem
from .items import AHEAD, Item, likeness, together
from .same import RECURRENT, fits, side

#: what may carry out a promise of each kind
MEANS = {
    "invite": frozenset({"visit", "meet"}),
    "agree": frozenset({"meet", "visit", "call", "invite", "cooperate", "aid", "retreat", "concede"}),
    "threaten": frozenset({"sanction", "coerce", "assault", "mobilize", "retreat", "protest"}),
}
#: likeness of wording from which a deed is what was threatened; the second where no other such deed follows
LINKED, LONE = 0.15, 0.05
#: days within which an act is the same again
WITHIN = 90
#: likeness of wording from which an act is the same again; the second where both name the same way of acting
AGAIN, SAME_WAY = 0.3, 0.12
FOLLOWS = 200  # days within which an act carries out a promise
REPLY = 30  # days within which a denial answers a claim
#: wording and matter from which a denial answers a claim, and by how much the best claim must lead
ANSWER, LEAD = 0.3, 0.1
ACTS = Path(__file__).parent.parent / "rules" / "acts"
MEETING = frozenset({"call", "invite", "meet", "visit"})


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


#: (event, event, relation) → why
FOUND = dict[tuple[int, int, str], str]
Blocks = dict[tuple[str, str], list[int]]


def follow(sides: list[Side], found: FOUND) -> None:
    """Adds the ties over articles to those found within them."""
    blocks: Blocks = defaultdict(list)
    for n, s in enumerate(sides):
        for c in sorted({p.country or p.id for it in s.items for p in it.sides[0]}):
            blocks[s.act, c].append(n)
    kept = {a for a, _, r in found if r == "carried_out_by"}
    answers = {b for _, b, r in found if r == "denied_by"}
    for (act, c), ns in sorted(blocks.items()):
        if act == "threaten":
            deeds = sorted({m for means in sorted(MEANS[act]) for m in blocks.get((means, c), [])})
            _carried(sides, ns, deeds, kept, found)
        elif act == "invite":
            _visited(sides, ns, blocks, kept, found)
        elif act == "agree":
            _met(sides, ns, blocks, kept, found)
        elif act == "reject":
            _denied(sides, [n for n in ns if n not in answers], blocks, found)
        _repeats(sides, ns, found)


def _carried(sides: list[Side], threats: list[int], deeds: list[int], kept: set[int], found: FOUND) -> None:
    """A threat and the first deed against the same one in the weeks after it, told in like words or the only one."""
    for n in threats:
        a = sides[n]
        if n in kept:
            continue
        against = [
            m
            for m in deeds
            if 0 <= sides[m].first - a.first <= REPLY
            and sides[m].state in ("held", "planned")
            and _one_to_one(a.items[0], sides[m].items[0])
        ]
        enough = LONE if len(against) == 1 else LINKED
        fit = [m for m in against if _like(a, sides[m]) >= enough]
        if fit:
            m = min(fit, key=lambda m: (sides[m].first, m))
            found.setdefault((n, m, "carried_out_by"), "the next such deed by the same against the same")


def _like(a: Side, b: Side) -> float:
    """The greatest likeness of two reports of two events; of many reports the first few count."""
    return max(likeness(x, y) for x in a.items[:6] for y in b.items[:6])


def _one_to_one(a: Item, b: Item) -> bool:
    if len(a.sides) != 2 or len(b.sides) != 2 or not a.sides[1] or not b.sides[1]:
        return False
    return all(any(fits(p, q) for p in x for q in y) for x, y in zip(a.sides, b.sides, strict=True))


def _visited(sides: list[Side], invites: list[int], blocks: Blocks, kept: set[int], found: FOUND) -> None:
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
            if _soon(sides[n], sides[m]) and any(_hosted(a, it) for it in sides[m].items)
        ]
        if fit:
            m = min(fit, key=lambda m: (abs(sides[m].first - sides[n].first), m))
            found.setdefault((n, m, "carried_out_by"), "the next visit of the invited to the host")


def _soon(a: Side, b: Side) -> bool:
    """Is b told, or done, in the months after a? What isn't done yet may have been told of before."""
    since = b.first - a.first
    return (-WITHIN if b.state in AHEAD else -1) <= since <= FOLLOWS


def _hosted(invitation: Item, visit: Item) -> bool:
    hosts = {p.country for p in invitation.sides[0] if p.country}
    to = {p.country for p in visit.sides[1] if p.country} | ({visit.place.country} if visit.place else set())
    return bool(hosts & to) and any(fits(p, q) >= 0.8 for p in invitation.sides[1] for q in visit.sides[0])


def _met(sides: list[Side], words: list[int], blocks: Blocks, kept: set[int], found: FOUND) -> None:
    """An accepted offer to meet and the next meeting of the two."""
    for n in words:
        a = sides[n]
        told = next((it for it in a.items if it.report.mode == "accept" and _of_meeting(it)), None)
        if told is None or n in kept or len(told.sides[0]) != 2:
            continue
        fit = [
            m
            for m in blocks.get(("meet", told.sides[0][0].country or ""), [])
            if 0 <= sides[m].first - a.first <= FOLLOWS and any(_same_two(told, it) for it in sides[m].items)
        ]
        if fit:
            m = min(fit, key=lambda m: (sides[m].first, m))
            found.setdefault((n, m, "carried_out_by"), "the next meeting of the two after the offer was accepted")


def _of_meeting(it: Item) -> bool:
    """Do the words of the act speak of a meeting, visit or invitation?"""
    return any(w in _meetings() for w in it.words)


@cache
def _meetings() -> frozenset[str]:
    """Stems of the nouns and masdars of encounters."""
    from ..lexicon.table import alternatives, read_table

    rows = [(r, r["singular"]) for r in read_table(ACTS / "nouns.tsv")]
    rows += [(r, r["masdar"]) for r in read_table(ACTS / "verbs.tsv")]
    return frozenset(stem(fold(w)) for r, cell in rows if r["act"] in MEETING for w in alternatives(cell) if " " not in w)


def _same_two(a: Item, b: Item) -> bool:
    return len(b.sides[0]) == 2 and all(any(fits(p, q) == 1.0 for q in b.sides[0]) for p in a.sides[0])


def _denied(sides: list[Side], denials: list[int], blocks: Blocks, found: FOUND) -> None:
    """A denial and the claim it answers: by the accused, to the accuser, in the weeks after, about the same."""
    for m in denials:
        b = sides[m]
        if b.state != "held":
            continue
        to = sorted({p.country or p.id for p in b.items[0].sides[1]})
        claims = sorted({n for c in to for n in blocks.get(("accuse", c), [])})
        fit = [
            (_matter(sides[n], b), n)
            for n in claims
            if sides[n].state == "held" and -1 <= b.first - sides[n].first <= REPLY and _turned(sides[n].items[0], b.items[0])
        ]
        fit.sort(key=lambda x: (-x[0], x[1]))
        if fit and fit[0][0] >= ANSWER and (len(fit) == 1 or fit[0][0] >= fit[1][0] + LEAD):
            found.setdefault((fit[0][1], m, "denied_by"), "the accused answers the accuser in like words")


def _turned(claim: Item, denial: Item) -> bool:
    """Does the denial go from the accused to the accuser?"""
    (accuser, accused), (by, to) = claim.sides, denial.sides
    if not (accuser and accused and by and to):
        return False
    return any(fits(p, q) for p in accused for q in by) and any(fits(p, q) for p in accuser for q in to)


def _matter(a: Side, b: Side) -> float:
    """How much two events speak of the same, in their own words and in those of their articles."""
    return _like(a, b) + max(together(x, y) for x in a.items[:6] for y in b.items[:6]) / 2


def _repeats(sides: list[Side], ns: list[int], found: FOUND) -> None:
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
            if b.first < a.first and (why := _again(a, b)):
                found.setdefault((n, m, "repeats"), why)
                break


def _again(a: Side, b: Side) -> str | None:
    """Why a is b done again; None where it isn't."""
    x, y = a.items[0], b.items[0]
    if a.act == "invite":
        return "invited there once more" if _invited(x, y) else None
    if not all((side(p, q) or 0) >= 0.75 for p, q in zip(x.sides, y.sides, strict=True)):
        return None
    like = _like(a, b)
    same_way = x.report.mode is not None and x.report.mode == y.report.mode
    return f"the same again, in like words ({like:.2f})" if like >= (SAME_WAY if same_way else AGAIN) else None


def _invited(a: Item, b: Item) -> bool:
    """Is the same person invited by the same country?"""
    guests = any(p.id == q.id and p.kind == "person" for p in a.sides[1] for q in b.sides[1])
    return guests and any(p.country and p.country == q.country for p in a.sides[0] for q in b.sides[0])
