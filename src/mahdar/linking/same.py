"""Are two reports of one act the same event? Small features, each with its reason; a contradiction outweighs them
all."""

from __future__ import annotations

from typing import NamedTuple

from .days import gap
from .items import AHEAD, ENCOUNTERS, Item, Party, likeness, together

BODIES = frozenset({"state", "institution"})
#: acts that the same do to the same again and again: two undated ones are seldom one
RECURRENT = frozenset({"assault", "coerce", "mobilize", "protest"})
#: acts told for weeks after, often without their day; of others an inferred day is the day they were done or said
LASTING = frozenset({"aid", "cooperate", "invite", "message", "retreat", "sanction"})
#: what is seldom done to one person twice in a month: a second day is rather the first one misread
ONCE = frozenset({"abduct", "chemical", "targeted"})
#: by so many days the day of an attack with chemicals may be off, which is told for weeks; two of one town lie further apart
DAYS = 10
#: reports scoring this much are one event
ENOUGH = 1.0
#: what a shared day tells of an agreement: less than of other deeds, since one meeting brings many
AGREED = 0.3
# What else weighs, each tried by hand on gold; parties, days and wording weigh in the two functions below.
PEOPLE = 0.08  # an encounter of named people, not only of countries
NEXT = 0.4         # an undated plan and what came next: of the same parties, and held on a day that is told
ALIKE, WEEK = 0.95, 7  # parties that are the same; days that tell an encounter's day
MODE = 0.1  # the same way of acting told by both; taken off where they tell two
ELSEWHERE = 0.3  # taken off where two acts of a recurrent kind are told of two towns
AGAINST = 0.2  # a crowd stands before one and means another: two names of whom it is against
LONE = 0.1  # neither article tells another such act of these parties
LEAST = 0.1  # likeness that needs a telling word in common
LIKE = 1.3  # … times the likeness of the wording, of deeds
WORDED = 0.4  # … of encounters
TOPIC = 0.3  # … times how much both articles speak of the same people, bodies and towns


class Verdict(NamedTuple):
    """How much speaks for one event, and what."""

    score: float
    why: tuple[str, ...]


NO = Verdict(0.0, ())
#: nothing speaks against it, but too little for it
FAINT = Verdict(0.1, ())


def fits(a: Party, b: Party) -> float:
    """1 for the same one, less for a person and his country or office, 0 for two different ones.

    >>> fits(Party("person:a", "RUS", "person"), Party("state:RUS", "RUS", "state"))
    0.8
    """
    if a.id == b.id:
        return 1.0
    if a.country and a.country == b.country and a.country != "IGO":
        if a.kind in BODIES or b.kind in BODIES:
            return 0.8 if "unnamed" not in (a.kind, b.kind) else 0.6
        if a.kind == "unnamed" or b.kind == "unnamed":
            return 0.5
    return 0.0


def side(a: tuple[Party, ...], b: tuple[Party, ...]) -> float | None:
    """How well two sides agree, from 0 to 1; None where one of them is not told."""
    if not a or not b:
        return None
    if len(a) == 1 == len(b):
        return fits(a[0], b[0])
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    left, total, hits = list(large), 0.0, 0
    for p in sorted(small, key=lambda p: -max(fits(p, q) for q in large)):
        best = max(left, key=lambda q: fits(p, q), default=None)
        if best is None or not (f := fits(p, best)):
            continue
        left.remove(best)
        total += f
        hits += 1
    if hits > 1 and sum(p.kind == "person" for p in left) >= hits:
        return 0.0  # as many people stand on one side only: another gathering
    if hits < len(small) and (len(small) < 3 or hits * 2 < len(small)):
        return 0.0
    return total / len(small) * (1.0 if len(small) == len(large) else 0.9) * hits / len(small)


def compare(a: Item, b: Item) -> Verdict:
    """The verdict on two reports of the same act."""
    who = parties(a, b)
    if who is None:
        return NO
    same_article = a.article == b.article
    if same_article and not _one_article(a, b):
        return NO
    return _encounter(a, b, who) if a.act in ENCOUNTERS else _deed(a, b, who)


def _one_article(a: Item, b: Item) -> bool:
    """A reader reports each act, matter and status once: two reports of one article are one event only as two
    statuses of one day."""
    if a.act in ENCOUNTERS and (a.turned or b.turned):
        return True  # parted by a day or a status that is left out
    if a.act == "protest" and a.span and b.span and gap(a.span, b.span) == 0 and not _elsewhere(a, b):
        return True  # one crowd by two names
    if a.act == "visit" and a.status == b.status and a.span and b.span and gap(a.span, b.span) <= slack(a):
        return True  # nobody comes twice in the days of one stay
    near = a.span is None or b.span is None or gap(a.span, b.span) == 0
    if _one_victim(a, b):
        return near
    if a.status == b.status:
        return near and _respelled(a, b)
    if a.act in ENCOUNTERS:
        return a.span is not None and b.span is not None and gap(a.span, b.span) == 0
    return near and likeness(a, b) >= 0.5


def _respelled(a: Item, b: Item) -> bool:
    """Did the reader take one party for two, so that it told one act twice?"""
    mine, theirs = ({p.id for s in it.sides for p in s} for it in (a, b))
    raw, others = ({*it.report.actors, *it.report.recipients} for it in (a, b))
    return mine == theirs and raw != others


def parties(a: Item, b: Item) -> tuple[float, str] | None:
    """Do the parties agree on every side that both tell?"""
    key = (a.number, b.number)
    if a.act == "assault" and _one_victim(a, b):
        return _parties(a, b, whoever=True)
    if key[0] < 0 or key[1] < 0:
        return _parties(a, b)
    if a.act == "protest":  # judged in its own way, so remembered apart
        key = (~a.number, ~b.number)
    try:
        return a.known[key]
    except KeyError:
        found = a.known[key] = _parties(a, b)
        return found


def _one_victim(a: Item, b: Item) -> bool:
    """Did the same named person (or one of his country without a name) suffer what one seldom suffers twice, or the same town an
    attack with chemicals? Who did it, and to whom, is then what sources differ on."""
    if a.report.mode == b.report.mode == "chemical":
        return town(a) is not None and town(a) == town(b)
    modes = {a.report.mode, b.report.mode} - {None}
    if not modes or not modes <= ONCE:
        return False
    pairs = [(p, q) for x, y in zip(a.sides[1:], b.sides[1:], strict=True) for p in x for q in y]
    return any(fits(p, q) and "person" in (p.kind, q.kind) and {p.kind, q.kind} <= {"person", "unnamed"} for p, q in pairs)


def town(it: Item) -> str | None:
    """The town of a report; None where it tells none, or only a state."""
    return it.place.id if it.place is not None and it.place.kind != "state" else None


def _parties(a: Item, b: Item, whoever: bool = False) -> tuple[float, str] | None:
    total, known = 0.0, False
    for n, (x, y) in enumerate(zip(a.sides, b.sides, strict=True)):
        s = side(x, y)
        if s == 0.0 and whoever and a.report.mode == "chemical":
            s = 0.4
        if s == 0.0 and n == 0 and (whoever or a.act == "protest" and _crowds(x, y)):
            s = 0.4
        if s == 0.0 and n == 1 and a.act == "protest":
            s = AGAINST
        if s == 0.0:
            return None
        known = known or s is not None
        total += s if s is not None else 0.4 if x or y else 0.8
    score = total / len(a.sides)
    return (score, "the same parties" if score >= 0.95 else "compatible parties") if known else None


def _crowds(x: tuple[Party, ...], y: tuple[Party, ...]) -> bool:
    """Are both sides crowds or peoples, one of them of no country that is told (protesters, residents)?"""
    loose = [all(p.kind == "unnamed" and p.country is None for p in s) for s in (x, y)]
    return any(loose) and all(p.kind in ("unnamed", "state") for s in (x, y) for p in s)


def _encounter(a: Item, b: Item, who: tuple[float, str]) -> Verdict:
    """Meetings, visits, calls: the parties and the day decide; a plan belongs to the next encounter of the same
    parties."""
    party, why = who
    place = _place(a, b)
    if place < 0:
        return NO
    if a.span and b.span and (gap(a.span, b.span) == 0 or not (a.stale or b.stale)):
        apart = gap(a.span, b.span)
        if not _in_time(a, b) or not _in_time(b, a):
            return NO
        if apart == 0:
            sharp = a.span == b.span and a.span[0] == a.span[1]
            when = 0.7 if sharp else 0.5 if a.span == b.span or _length(a) <= 31 and _length(b) <= 31 else 0.35
            reason = "the same day" if sharp else "days that agree"
        elif apart <= max(slack(a), slack(b)):
            when, reason = 0.55 - 0.05 * apart, f"{apart} days apart, of a stay or inferred"
        elif a.status != "held" and _movable(a, b, apart) or b.status != "held" and _movable(b, a, apart):
            when, reason = 0.42 - 0.005 * apart, f"a plan {apart} days off"
        else:
            return NO
    else:
        near = _near(a, b, party)
        if near is None:
            return NO
        when, reason = near
    score = 0.5 * party + when + 0.15 * place + PEOPLE * _people(a, b, party)
    if score + WORDED < ENOUGH:
        return FAINT
    return Verdict(score + WORDED * min(1.0, likeness(a, b) * 1.5), (why, reason))


def _someone(a: Item, b: Item) -> bool:
    """Do both name the same person on the same side, or the same place?"""
    same = any(p.id == q.id and p.kind == "person" for x, y in zip(a.sides, b.sides, strict=True) for p in x for q in y)
    return same or _place(a, b) == 1


def _elsewhere(a: Item, b: Item) -> bool:
    """Do both name a town or region, and not the same?"""
    x, y = a.place, b.place
    return x is not None and y is not None and x.id != y.id and "state" not in (x.kind, y.kind)


def _mode(a: Item, b: Item) -> int:
    """1 for the same way of acting, -1 for two (an expulsion, a tariff), 0 where one doesn't say."""
    x, y = a.report.mode, b.report.mode
    return 0 if not x or not y else 1 if x == y else -1


def _length(it: Item) -> int:
    return it.span[1] - it.span[0] if it.span else 0


def slack(it: Item) -> int:
    """By how many days the day of a report may be off: a stay has several, an inferred day is often that of the
    telling."""
    inferred = it.report.date_from == "inferred"
    if it.act in ENCOUNTERS:
        return 3 if it.act == "visit" else 2 if inferred else 0
    if it.report.mode in ONCE and any(p.kind == "person" for s in it.sides[1:] for p in s):
        return 30
    if not inferred:
        return 0
    return 18 if it.act in LASTING else 1


def _people(a: Item, b: Item, party: float) -> bool:
    """Do both name the same people, not only their countries?"""
    return party == 1.0 and all(p.kind == "person" for it in (a, b) for s in it.sides for p in s)


def _in_time(plan: Item, other: Item) -> bool:
    """A plan told after the other was held speaks of something else."""
    return not (
        plan.status in AHEAD
        and not plan.stale
        and other.status == "held"
        and plan.told is not None
        and other.span
        and other.span[1] + slack(other) < plan.told - 1
    )


def _movable(plan: Item, other: Item, apart: int) -> bool:
    """May a plan for one day have become the encounter of another? The vaguer the plan, the further."""
    if plan.span is None:
        return False
    return apart <= (7 if plan.span[1] - plan.span[0] <= 7 else 45)


def _near(a: Item, b: Item, party: float) -> tuple[float, str] | None:
    """One of the two is undated: may they be the same, and how near are they told?"""
    if a.hi < b.lo - 1 or b.hi < a.lo - 1:
        return None
    dated = a if a.span and not a.stale else b if b.span and not b.stale else None
    loose = b if dated is a else a
    if a.told is None or b.told is None or loose.told is None:
        return (0.1, "undated")
    if dated is None or dated.span is None or (a.status in AHEAD and b.status in AHEAD):
        far = abs(a.told - b.told)
        if "held" in (a.status, b.status) and a.status != b.status and far > 7:
            return None
    else:
        far = min(abs(dated.span[0] - loose.told), abs(dated.span[1] - loose.told))
    reach = 90 if "held" != loose.status else 45
    if far > reach:
        return None
    ahead = loose.status in AHEAD or loose.status == "cancelled"
    sure = party >= ALIKE and (dated is None or dated.status != "held" or _length(dated) <= WEEK)
    if ahead and sure and dated is not None and not (loose.status in AHEAD and dated.status in AHEAD):
        return NEXT + 0.1 * (1 - far / reach), "the next encounter after the plan was told"
    if ahead and dated is not None and dated.status == "held" and _length(dated) > WEEK:
        return (0.1, "undated")
    return 0.4 * (1 - far / reach) + 0.05, "an undated one told near it"


def _place(a: Item, b: Item) -> int:
    """1 for the same place, -1 for two countries, 0 where it doesn't say."""
    if a.place is None or b.place is None:
        return 0
    if a.place.id == b.place.id:
        return 1
    x, y = a.place.country, b.place.country
    return -1 if x and y and x != y else 0


def _deed(a: Item, b: Item, who: tuple[float, str]) -> Verdict:
    """All other acts: the parties, the day, and the wording, since the same parties do the same kind of thing often."""
    party, why = who
    where = _place(a, b)
    if where < 0 and a.act in RECURRENT and not _one_victim(a, b):
        return NO
    if a.span and b.span:
        apart, off = gap(a.span, b.span), max(slack(a), slack(b))
        if a.report.mode == b.report.mode == "chemical" and _one_victim(a, b):
            off = max(off, DAYS)
        if apart == 0:
            coarse = max(_length(a), _length(b))
            when = (0.5 if a.act != "agree" else AGREED) if coarse == 0 else 0.4 if coarse <= 31 else 0.3
            if coarse > 31 and a.act in RECURRENT:
                when = 0.1
            reason = "the same day" if coarse == 0 else "days that agree"
        elif apart <= off:
            when, reason = 0.35 * (1 - apart / (1 + off)), f"{apart} days apart, inferred"
        elif a.status != b.status and apart <= 14:
            when, reason = 0.05, f"a plan {apart} days off"
        else:
            return NO
    else:
        if (a.hi < b.lo - 1 or b.hi < a.lo - 1) and not _one_victim(a, b):
            return NO
        far = abs(a.when - b.when) if a.told is not None and b.told is not None else 30
        if far > 400:
            return NO
        when, reason = 0.2 * max(0.0, 1 - far / 60), "an undated one told near it"
    lone = a.single and b.single and (a.act not in RECURRENT or _someone(a, b))
    apart = a.act in RECURRENT and _elsewhere(a, b)
    score = 0.4 * party + when + 0.1 * where + MODE * _mode(a, b) - ELSEWHERE * apart
    if lone:
        score += LONE + TOPIC * (matter := together(a, b))
    wanting = (ENOUGH - score) / LIKE
    if wanting > 1 or (wanting > LEAST and b.words.keys().isdisjoint(a.telling)):
        return FAINT
    like = likeness(a, b)
    if like < wanting:
        return FAINT
    only = ["the only such report of both articles", f"articles of one matter ({matter:.2f})"] if lone else []
    return Verdict(score + LIKE * like, (why, reason, f"wording alike ({like:.2f})", *only))
