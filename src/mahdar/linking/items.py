"""Reports made comparable: parties with country and kind, days as numbers, stems as weights."""

from __future__ import annotations

from collections import Counter
from math import log

from ..model import Entity, Report
from .days import Days, days
from .marks import Told

#: acts whose parties all stand on one side
MUTUAL = frozenset({"meet", "call", "agree", "cooperate"})
#: acts that are one occasion, planned, called off or held; two of them need two days
ENCOUNTERS = frozenset({"meet", "visit", "call"})
AHEAD = frozenset({"planned", "proposed"})
#: what a word far from the anchor weighs beside one next to it
FAR = 0.4


class Party:
    """An actor or recipient: its id in the record, country, and what it is."""

    __slots__ = ("id", "country", "kind")

    def __init__(self, id: str, country: str | None, kind: str) -> None:
        self.id, self.country, self.kind = id, country, kind


class Item:
    """One report, ready to be compared. `lo`/`hi` bound its day: a stated span, or what its status and telling allow."""

    __slots__ = (
        "article",
        "report",
        "entities",
        "act",
        "status",
        "sides",
        "span",
        "told",
        "lo",
        "hi",
        "words",
        "norm",
        "place",
        "sentence",
        "copy",
    )

    def __init__(
        self,
        article: int,
        report: Report,
        entities: dict[str, Entity],
        sides: tuple[tuple[Party, ...], ...],
        told: int | None,
        words: dict[str, float],
        place: Entity | None,
        sentence: int,
        copy: int,
    ) -> None:
        self.article, self.report, self.entities, self.copy = article, report, entities, copy
        self.act, self.status, self.sides = report.act, report.status, sides
        self.span: Days | None = days(report.date)
        self.told, self.words, self.place, self.sentence = told, words, place, sentence
        self.norm = sum(w * w for w in words.values()) ** 0.5
        lo, hi = -(10**9), 10**9
        if self.span:
            lo, hi = self.span
        elif told is not None:
            if report.status == "held":
                hi = told
            elif report.status in AHEAD:
                lo = told
        self.lo, self.hi = lo, hi

    @property
    def key(self) -> tuple[int, str]:
        return self.article, self.report.id

    @property
    def when(self) -> int:
        """The day to sort by: the act's first day, else the day it was told."""
        return self.span[0] if self.span else self.told if self.told is not None else 0


def items(articles: list[Told], canon: dict[str, str], copies: list[int]) -> list[Item]:
    """All reports as items, in the order of the articles (which must be sorted by id)."""
    seen: Counter[str] = Counter()
    for a in articles:
        for near, far in zip(a.near, a.far, strict=True):
            seen.update(near)
            seen.update(far)
    total = sum(len(a.reports) for a in articles)
    weight = {w: log(1 + total / (n + 1)) for w, n in seen.items()}
    out = []
    for n, a in enumerate(articles):
        entities = {e.id: e for e in a.entities}
        told = (days(a.day or (a.published or "")[:10]) or (None,))[0]
        for r, near, far, sentence in zip(a.reports, a.near, a.far, a.sentences, strict=True):
            words = {w: FAR * weight[w] for w in far} | {w: weight[w] for w in near}
            out.append(
                Item(
                    n,
                    r,
                    entities,
                    _sides(r, entities, canon),
                    told,
                    words,
                    entities.get(r.place) if r.place else None,
                    sentence,
                    copies[n],
                )
            )
    return out


def _sides(r: Report, entities: dict[str, Entity], canon: dict[str, str]) -> tuple[tuple[Party, ...], ...]:
    ids = (
        [dict.fromkeys((*r.actors, *r.recipients))]
        if r.act in MUTUAL
        else [dict.fromkeys(r.actors), dict.fromkeys(r.recipients)]
    )
    return tuple(
        tuple(Party(canon.get(i, i), entities[i].country, entities[i].kind) for i in side if i in entities)
        for side in ids
    )


def likeness(a: Item, b: Item) -> float:
    """The cosine of the weighted stems around two reports."""
    x, y = (a.words, b.words) if len(a.words) <= len(b.words) else (b.words, a.words)
    if not x or not a.norm or not b.norm:
        return 0.0
    return sum(w * w for k, w in x.items() if k in y) / (a.norm * b.norm)
