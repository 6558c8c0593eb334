"""Whose word: the voices behind an event, whether they are party to it, and the origins that are independent of
each other."""

from __future__ import annotations

from collections import Counter, defaultdict

from ..model import Entity
from .account import Voice
from .items import MUTUAL, Item, Party
from .marks import Told

CARRIERS = frozenset({"agency", "outlet"})


def voices(group: list[Item], articles: list[Told], canon: dict[str, str]) -> tuple[Voice, ...]:
    """Who says what the reports report, those who carry most articles first."""
    found: dict[tuple[str, str], tuple[Entity | None, set[str], set[str]]] = {}
    parties = {}
    for it in group:
        a = articles[it.article]
        speaker, via = chain(it)
        if speaker is None:
            key, name = ("", a.outlet or a.id), a.outlet or a.id
        else:
            key, name = (canon.get(speaker.id, speaker.id), ""), speaker.name
        _, vias, ids = found.setdefault(key, (speaker, set(), set()))
        vias.update(via)
        ids.add(a.id)
        parties[key] = (name, "outlet" if speaker is None else party(speaker, it, canon))
    out = [
        Voice(
            id=key[0] or None,
            name=parties[key][0],
            party=parties[key][1],
            via=tuple(sorted(vias)),
            articles=tuple(sorted(ids)),
        )
        for key, (_, vias, ids) in found.items()
    ]
    return tuple(sorted(out, key=lambda v: (v.party == "outlet", -len(v.articles), v.name)))


def chain(it: Item) -> tuple[Entity | None, tuple[str, ...]]:
    """The speaker nearest to the fact (None: the article's own voice) and who carried the words.

    An agency or outlet with nobody behind it is the speaker itself.
    """
    said = [it.entities[i] for i in it.report.source if i in it.entities]
    if not said:
        return None, ()
    first = next((e for e in said if e.kind not in CARRIERS), said[0])
    return first, tuple(e.name for e in said if e is not first and e.kind in CARRIERS)


def party(speaker: Entity, it: Item, canon: dict[str, str]) -> str:
    """actor, recipient or other: the speaker himself, or one who speaks for the same country."""
    me = canon.get(speaker.id, speaker.id)
    names = ("actor",) if it.act in MUTUAL else ("actor", "recipient")
    for name, side in zip(names, it.sides, strict=True):
        if any(p.id == me for p in side):
            return name
    if speaker.kind in ("person", "state", "institution", "unnamed") and speaker.country and speaker.country != "IGO":
        for name, side in zip(names, it.sides, strict=True):
            if any(_official(p) and p.country == speaker.country for p in side):
                return name
    return "other"


def _official(p: Party) -> bool:
    return p.kind in ("person", "state", "institution")


def origins(group: list[Item], articles: list[Told]) -> tuple[tuple[str, ...], str]:
    """The names of the independent origins, the one behind most articles first, and how they were counted, in words.

    The origin of a report is the speaker it rests on; else the agency its article (or the text it copies) credits,
    where it credits one alone; else the first outlet with that text.
    """
    behind: dict[str, set[str]] = defaultdict(set)
    how: Counter[tuple[str, str]] = Counter()
    for it in group:
        a, first = articles[it.article], articles[it.copy]
        speaker, _ = chain(it)
        if speaker is not None:
            name, kind = speaker.name, "rest on"
        elif len(credits := a.agencies or first.agencies) == 1:
            name, kind = credits[0], "carry"
        elif it.copy != it.article:
            name, kind = first.outlet or first.id, "reprint"
        else:
            name, kind = a.outlet or a.id, "in the words of"
        behind[name].add(a.id)
        how[name, kind] += 1
    order = sorted(behind, key=lambda n: (-len(behind[n]), n))
    count = len({articles[it.article].id for it in group})
    parts = []
    for name in order:
        kind = max((k for n, k in how if n == name), key=lambda k: (how[name, k], k))
        n = len(behind[name])
        verb = (
            kind
            if n > 1 or kind == "in the words of"
            else {"rest on": "rests on", "carry": "carries", "reprint": "reprints"}[kind]
        )
        parts.append(f"{n} {verb} {name}")
    return tuple(order), f"{count} article{'s' * (count != 1)}: {', '.join(parts)}"
