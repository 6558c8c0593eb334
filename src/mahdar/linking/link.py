"""Readings → the record's events: the stages in order, on one screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from ..english.sentence import sentences
from ..model import Entity
from . import facts, threads, whose
from .account import Event, Evidence, Sentence, Tie, Who
from .account import Told as Report
from .copies import copies
from .days import precision
from .entities import canon
from .events import Join, group
from .items import Item, items, shaped
from .marks import Told
from .outvoted import outvote
from .ruled import Ruled, Ruling

PROTOCOL = frozenset({"congratulate", "condole", "reception", "gift"})


class Linked(NamedTuple):
    """What linking made of the readings."""

    events: list[Event]
    entities: dict[str, Entity]
    moves: dict[str, str]  # entity ids that stand for another
    copy_of: dict[str, str]  # article → the first article with its text
    ids: dict[str, str]  # every id an event may ever have had → its event
    spellings: dict[str, set[str]]  # entity → the names it goes by in the articles
    idle: set[str]  # rulings whose target isn't there


def link(articles: list[Told], rulings: Iterable[Ruling] = ()) -> Linked:
    """The events of all articles, with people's rulings applied; the order of the articles doesn't matter."""
    ruled = Ruled(rulings)
    articles = ruled.added(sorted(articles, key=lambda a: a.id))
    moves, entities = canon(articles)
    first = copies(articles)
    its = items(articles, moves, first)
    ids = _ids(its, articles)  # before others are asked: an id must not depend on them
    outvote(its)
    at = {name: i for i, name in enumerate(ids)}
    groups, joins = group(its, ruled.joined(at))
    groups = [sorted(g, key=lambda i: _order(its[i], articles)) for g in ruled.parted(groups, at)]
    because = [
        (
            *why,
            *sorted({its[i].turned for i in g} - {""}),
        )
        for why, g in zip(_reasons(joins, groups, len(its)), groups, strict=True)
    ]
    held = [[shaped(its[i], its[g[0]]) for i in g] for g in groups]
    states = [facts.status(g)[0] for g in held]
    names = [[ids[i] for i in g] for g in groups]
    ties = _ties(threads.bonds(held, states), [n[0] for n in names])
    events = []
    for n, g in enumerate(held):
        event = _event(g, names[n], articles, moves, entities, ties.get(names[n][0], ()), because[n])
        event = ruled.corrected(event, set(names[n]), entities) if ruled.rulings else event
        en, ar = sentences(event, entities)
        events.append(msgspec.structs.replace(event, sentence=Sentence(en=en, ar=ar)))
    events.sort(key=lambda e: (e.date or "9999", e.id))
    copied = {articles[n].id: articles[f].id for n, f in enumerate(first) if n != f}
    every = {i: n[0] for n in names for i in n}
    return Linked(events, entities, moves, copied, every, _spellings(articles, moves), ruled.idle)


def _spellings(articles: list[Told], moves: dict[str, str]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for a in articles:
        for e in a.entities:
            if e.mentions:
                out.setdefault(moves.get(e.id, e.id), set()).update(m.text for m in e.mentions)
    return out


def _ids(its: list[Item], articles: list[Told]) -> list[str]:
    """For each report the id an event has whose first report it is: of the article, the act, where it stands in the
    text and its status; the report's number only where that isn't enough."""
    keys = [(articles[it.article].id, it.act, str(it.report.start), it.status) for it in its]
    many = Counter(keys)
    return [_id(*k, *([it.report.id] if many[k] > 1 else [])) for k, it in zip(keys, its, strict=True)]


def _id(*parts: str) -> str:
    return "e" + blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()


def _order(it: Item, articles: list[Told]) -> tuple:
    """First told first."""
    return (it.told if it.told is not None else 10**9, articles[it.article].id, it.report.start, it.report.id)


def _reasons(joins: list[Join], groups: list[list[int]], n: int) -> list[tuple[str, ...]]:
    home = [0] * n
    for g, members in enumerate(groups):
        for i in members:
            home[i] = g
    out: list[dict[str, int]] = [{} for _ in groups]
    for j in joins:
        for why in j.why:
            why = why.partition(" (")[0]
            out[home[j.a]][why] = out[home[j.a]].get(why, 0) + 1
    return [tuple(f"{w} ×{k}" if k > 1 else w for w, k in sorted(o.items(), key=lambda x: (-x[1], x[0]))) for o in out]


def _ties(bonds: list[threads.Bond], ids: list[str]) -> dict[str, tuple[Tie, ...]]:
    out: dict[str, list[Tie]] = {}
    for b in bonds:
        x, y = ids[b.a], ids[b.b]
        out.setdefault(x, []).append(Tie(event=y, relation=b.relation, why=b.why))
        if back := threads.INVERSE.get(b.relation):
            out.setdefault(y, []).append(Tie(event=x, relation=back, why=b.why))
    return {k: tuple(sorted(v, key=lambda t: (t.relation, t.event))) for k, v in out.items()}


def _event(
    g: list[Item],
    ids: list[str],
    articles: list[Told],
    moves: dict[str, str],
    entities: dict[str, Entity],
    thread: tuple[Tie, ...],
    why: tuple[str, ...],
) -> Event:
    """One event from its reports, the first told first."""
    state, contested = facts.status(g)
    date, date_from, dates = facts.date(g, articles, state)
    where, places = facts.place(g, articles, state, moves)
    actors, recipients = _sides(g, entities)
    voices = whose.voices([it for it in g if it.status != "denied"] or g, articles, moves)
    deny = (
        whose.voices([it for it in g if it.status == "denied"], articles, moves)
        if contested or state == "denied"
        else ()
    )
    origins, origins_why = whose.origins(g, articles)
    background = all(it.report.salience == "background" for it in g)
    best = min(
        ("title", "lead", "body"),
        key=lambda s: (not any(it.report.salience == s for it in g), s != "title", s != "lead"),
    )
    about = dict.fromkeys(moves.get(i, i) for it in g for i in it.report.about)
    mode = facts.majority(g, "mode", state, share=0.3)
    detail = facts.majority(g, "detail", state, share=0.5)
    return Event(
        id=ids[0],
        act=g[0].act,
        mode=mode,
        status=state,
        detail=detail,
        contested=contested,
        actors=actors,
        recipients=recipients,
        place=where,
        date=date,
        date_from=date_from,
        precision=precision(date),
        not_after=facts.not_after(g) if not date else None,
        asserted_by=voices,
        denied_by=deny,
        sentence=Sentence(en="", ar=""),
        history=facts.history(g, articles, date),
        reports=tuple(
            Report(article=articles[it.article].id, report=it.report.id, item=i) for i, it in zip(ids, g, strict=True)
        ),
        articles=len({it.article for it in g}),
        independent_sources=len(origins),
        origins=origins,
        evidence=tuple(_evidence(it, articles[it.article]) for it in g),
        disagreements=(*dates, *places, *facts.actors_differ(g, articles, entities), *facts.status_differs(g, articles)),
        thread=thread,
        roles=_roles(g, entities, moves),
        about=tuple(_who(i, entities) for i in about if i in entities),
        salience="background" if background else best,
        protocol=mode in PROTOCOL,
        origins_why=origins_why,
        why=why,
    )


def _sides(g: list[Item], entities: dict[str, Entity]) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Actors and recipients; of an agreement those that most reports tell as its recipients stay so."""
    sides = [facts.parties(g, n, entities) for n in range(len(g[0].sides))]
    if len(sides) == 2:  # nobody acts on himself: who stands on both sides stays where most reports have him
        count = [Counter(p.id for it in g for p in it.sides[n]) for n in (0, 1)]
        both = {w.id for w in sides[0]} & {w.id for w in sides[1]}
        doers = tuple(w for w in sides[0] if w.id not in both or count[0][w.id] > count[1][w.id])
        return doers, tuple(w for w in sides[1] if w.id not in both or count[0][w.id] <= count[1][w.id])
    given: dict[str, int] = {}
    for it in g:
        for i, p in zip(dict.fromkeys((*it.report.actors, *it.report.recipients)), it.sides[0], strict=False):
            given[p.id] = given.get(p.id, 0) + (1 if i in it.report.recipients else -1)
    to = tuple(w for w in sides[0] if g[0].act in ("agree", "cooperate") and given.get(w.id, 0) > 0)
    return tuple(w for w in sides[0] if w not in to), to


def _who(i: str, entities: dict[str, Entity]) -> Who:
    e = entities[i]
    return Who(id=i, name=e.name, country=e.country, sector=e.sector)


def _roles(g: list[Item], entities: dict[str, Entity], moves: dict[str, str]) -> dict[str, tuple[Who, ...]]:
    out: dict[str, dict[str, None]] = {}
    for it in g:
        for role, ids in it.report.roles.items():
            out.setdefault(role, {}).update(dict.fromkeys(moves.get(i, i) for i in ids))
    return {r: tuple(_who(i, entities) for i in ids if i in entities) for r, ids in sorted(out.items())}


def _evidence(it: Item, a: Told) -> Evidence:
    r = it.report
    spans = [s for s in r.evidence if s[0] <= r.start < s[1]] or list(r.evidence) or [(r.start, r.end)]
    return Evidence(article=a.id, report=r.id, start=spans[0][0], end=spans[0][1])
