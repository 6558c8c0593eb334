"""Reports made comparable: parties with country and kind, days as numbers, stems as weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field
from math import log

from ..model import Entity, Report
from .days import Days, days
from .marks import Told

#: acts whose parties all stand on one side
MUTUAL = frozenset({"meet", "call", "agree", "cooperate"})
#: acts that are one occasion, planned, called off or held; two of them need two days
ENCOUNTERS = frozenset({"meet", "visit", "call"})
AHEAD = frozenset({"planned", "proposed"})
#: kinds of entities that tell one matter from another
TELLING = frozenset({"person", "institution", "organization", "group", "place"})
#: what a word far from the anchor weighs beside one next to it
FAR = 0.4
#: one in so many reports may have an impossible day
SLIPS = 5
#: of so many reports of an act done, at least this share must tell its day
MANY, FEW = 10, 0.1
#: share of a wording's length that its light words make up: those that many reports have say little
LIGHT = 0.4

#: what two items' parties were found to be, by the numbers of their sides: how well they agree, in words; None where they clash
Known = dict[tuple[int, int], tuple[float, str] | None]


class Party:
    """An actor or recipient: its id in the record, country, and what it is."""

    __slots__ = ("id", "country", "kind")

    def __init__(self, id: str, country: str | None, kind: str) -> None:
        self.id, self.country, self.kind = id, country, kind


@dataclass(slots=True, eq=False)
class Item:
    """One report, ready to be compared. `lo`/`hi` bound its day: a stated span, or what its status and telling
    allow."""

    article: int
    report: Report
    entities: dict[str, Entity]
    sides: tuple[tuple[Party, ...], ...]
    doers: tuple[Party, ...]
    told: int | None
    words: dict[str, float]
    place: Entity | None
    sentence: int
    copy: int
    topic: dict[str, float]
    number: int = -1  # of its sides: equal for items with the same parties
    known: Known = field(default_factory=dict)  # shared by all items of a pile
    telling: frozenset[str] = frozenset()  # its weightiest words: what has none of them is unlike it
    act: str = ""
    status: str = ""
    span: Days | None = None
    lo: int = -(10**9)
    hi: int = 10**9
    norm: float = 0.0
    stale: bool = False
    single: bool = True  # the only report of its act and parties in its article
    turned: str = ""  # why its status or day isn't the reader's

    def __post_init__(self) -> None:
        self.act, self.status = self.report.act, self.report.status
        self.span = days(self.report.date)
        if self.status == "held" and self.span and self.told is not None and _to_come(self.span, self.told):
            self.status = "planned"  # nobody can have seen it yet
            self.turned = "told as done before its day: taken for a plan"
        if self.status in AHEAD and self.span and self.told is not None and self.span[1] < self.told:
            self.stale = (
                True  # a plan for a day that is over: that day's own event told again, or the day it was announced
            )
        self.norm = sum(w * w for w in self.words.values()) ** 0.5
        self.telling = _telling(self.words, self.norm)
        self._bound()

    def turn(self, status: str, why: str) -> None:
        """Takes it for one of that status and without a day."""
        self.status, self.span, self.stale, self.turned = status, None, False, why
        self.lo, self.hi = -(10**9), 10**9
        self._bound()

    def _bound(self) -> None:
        if self.span and not self.stale:
            self.lo, self.hi = self.span
        elif self.told is not None:
            if self.status == "held":
                self.hi = self.told
            elif self.status in AHEAD:
                self.lo = self.told

    @property
    def key(self) -> tuple[int, str]:
        return self.article, self.report.id

    @property
    def when(self) -> int:
        """The day to sort by: the act's first day, else the day it was told."""
        return self.span[0] if self.span else self.told if self.told is not None else 0


def _telling(words: dict[str, float], norm: float) -> frozenset[str]:
    """The weightiest words, which make up all but a little of the wording."""
    left, out = (LIGHT * norm) ** 2, set(words)
    for w in sorted(words, key=lambda w: (words[w], w)):
        left -= words[w] ** 2
        if left < 0:
            break
        out.remove(w)
    return frozenset(out)


def _to_come(span: Days, told: int) -> bool:
    """Does the span lie after the day it was told on, or begin with it and reach weeks beyond?"""
    return span[0] > told or (span[0] == told and span[1] - told > 14)


def credible(spans: Sequence[tuple[Days, int]], group: Sequence[Item]) -> list[tuple[Days, int]]:
    """Of the days on which a group was held (each with the days it may be off) those that its own reports allow: where more
    than a few told it as done before that day, the day was misread."""
    done = [it.told for it in group if it.status == "held" and it.told is not None]
    return [(s, off) for s, off in spans if sum(t < s[0] - off - 1 for t in done) * SLIPS <= len(done)]


def hardly(dated: Iterable[Item], group: Sequence[Item]) -> bool:
    """Do many tell a deed as done and hardly any of them its day, or no two the same? The days of those few are rather
    misread."""
    if group[0].act in ENCOUNTERS:
        return False
    done = sum(it.status == "held" for it in group)
    if done < MANY:
        return False
    told = {(it.copy, it.report.date) for it in dated if it.status == "held"}
    return len({copy for copy, _ in told}) < FEW * done or len({date for _, date in told}) == len(told)


def items(articles: list[Told], canon: dict[str, str], copies: list[int]) -> list[Item]:
    """All reports as items, in the order of the articles (which must be sorted by id)."""
    seen: Counter[str] = Counter()
    for a in articles:
        for near, far in zip(a.near, a.far, strict=True):
            seen.update(near)
            seen.update(far)
    total = sum(len(a.reports) for a in articles)
    weight = {w: log(1 + total / (n + 1)) for w, n in seen.items()}
    topics = _topics(articles, canon)
    known: Known = {}
    numbers: dict[tuple[tuple[str, ...], ...], int] = {}
    out = []
    for n, a in enumerate(articles):
        entities = {e.id: e for e in a.entities}
        told = (days(a.day or (a.published or "")[:10]) or (None,))[0]
        here = []
        for r, near, far, sentence in zip(a.reports, a.near, a.far, a.sentences, strict=True):
            words = {w: FAR * weight[w] for w in far} | {w: weight[w] for w in near}
            doers, others = (_parties(ids, entities, canon) for ids in (r.actors, r.recipients))
            sides = (_parties((*r.actors, *r.recipients), entities, canon),) if r.act in MUTUAL else (doers, others)
            place = entities.get(r.place) if r.place else None
            number = numbers.setdefault(tuple(tuple(f"{p.id} {p.country}" for p in s) for s in sides), len(numbers))
            marks = (told, words, place, sentence, copies[n], topics[n], number, known)
            here.append(Item(n, r, entities, sides, doers, *marks))
        many = Counter(_kind(it) for it in here)
        for it in here:
            it.single = many[_kind(it)] == 1
        out += here
    return out


def _topics(articles: list[Told], canon: dict[str, str]) -> list[dict[str, float]]:
    """For each article what it speaks of, whole: the people, bodies and towns it names, weighted by rarity, of length one."""
    named = [sorted({canon.get(e.id, e.id) for e in a.entities if e.kind in TELLING}) for a in articles]
    seen = Counter(i for ids in named for i in ids)
    out = []
    for ids in named:
        weights = {i: log(1 + len(articles) / (seen[i] + 1)) for i in ids}
        norm = sum(w * w for w in weights.values()) ** 0.5
        out.append({i: w / norm for i, w in weights.items()})
    return out


def _parties(ids: tuple[str, ...], entities: dict[str, Entity], canon: dict[str, str]) -> tuple[Party, ...]:
    return tuple(
        Party(canon.get(i, i), entities[i].country, entities[i].kind) for i in dict.fromkeys(ids) if i in entities
    )


def _kind(it: Item) -> tuple:
    """Act, status and the countries (else ids) of the parties."""
    return it.act, it.status, *(frozenset(p.country or p.id for p in side) for side in it.sides)


def shaped(it: Item, like: Item) -> Item:
    """The item as one of another's act, which it is where a ruling joined the two."""
    if it.act == like.act:
        return it
    it = copy(it)
    it.act = like.act
    if len(it.sides) < len(like.sides):
        mine = {p.id for p in it.doers}
        it.sides = (it.doers, tuple(p for p in it.sides[0] if p.id not in mine))
    elif len(it.sides) > len(like.sides):
        it.sides = (tuple({p.id: p for s in it.sides for p in s}.values()),)
    return it


def likeness(a: Item, b: Item) -> float:
    """The cosine of the weighted stems around two reports."""
    x, y = (a.words, b.words) if len(a.words) <= len(b.words) else (b.words, a.words)
    if not x or not a.norm or not b.norm:
        return 0.0
    return sum([w * y[k] for k, w in x.items() if k in y]) / (a.norm * b.norm)


def together(a: Item, b: Item) -> float:
    """How much two articles speak of the same people, bodies and towns: from 0 to 1."""
    x, y = (a.topic, b.topic) if len(a.topic) <= len(b.topic) else (b.topic, a.topic)
    return sum([w * y[k] for k, w in x.items() if k in y])
