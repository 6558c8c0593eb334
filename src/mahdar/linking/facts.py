"""The facts of an event, field by field, from the reports that tell them; what differs is kept, never averaged."""

from __future__ import annotations

from collections import Counter, defaultdict

from ..model import Entity
from .account import Disagreement, Stage, Value, Where, Who
from .days import gap, iso, span, within
from .items import AHEAD, ENCOUNTERS, Item, Party, credible, hardly
from .marks import Told
from .same import fits

#: which status stands over which, where they are told of one encounter; see `status`
#: share of the reports that tell a side which must tell a party for it to be one of the event's
SUPPORT = 0.4
#: a doer named by a smaller share than this of those who name the other is rather misread
RARE = 0.15
#: fewer who tell a deed as still to come don't gainsay that it was done
TO_COME = 4
OPEN = ("proposed", "planned", "cancelled")
SPECIFIC = {"person": 3, "group": 2, "organization": 2, "institution": 2, "state": 1, "unnamed": 0}


def status(group: list[Item]) -> tuple[str, bool]:
    """The status worked out from all reports, and whether it's contested.

    Held stays held, whatever is told later in passing; plans and cancellations follow one another by the day they were told; a
    denial beside anything else contests it.
    """
    told = {it.status for it in group}
    contested = "denied" in told and len(told) > 1
    if "held" in told and not _to_come(group):
        return "held", contested
    rest = sorted((it for it in group if it.status in OPEN), key=lambda it: (it.told or 0, OPEN.index(it.status)))
    if not rest:
        return "denied", False
    state = rest[0].status
    for it in rest[1:]:
        if it.status != "proposed" or state == "cancelled":
            state = it.status
    return state, contested


def _to_come(group: list[Item]) -> bool:
    """Do twice as many, who tell of a deed after those that tell it as done, and not in passing, tell it as still to come?"""
    if group[0].act in ENCOUNTERS:
        return False
    done = [it for it in group if it.status == "held"]
    since = min((it.told for it in done if it.told is not None), default=None)
    if since is None:
        return False
    later = {
        it.copy
        for it in group
        if it.status in AHEAD and not it.stale and it.report.salience != "background" and (it.told or 0) > since
    }
    return len(later) >= TO_COME and len(later) >= 2 * len({it.copy for it in done})


def history(group: list[Item], articles: list[Told], chosen: str | None) -> tuple[Stage, ...]:
    """Each status and date told of the event, in the order first reported."""
    stages: dict[tuple[str, str | None], list[Item]] = defaultdict(list)
    for it in group:
        day = it.report.date if it.span and (not it.stale or it.report.date == chosen) else None
        stages[it.status, day or (chosen if it.status == "held" else None)].append(it)
    out = []
    for (state, day), its in stages.items():
        told = [it.told for it in its if it.told is not None]
        out.append(
            Stage(
                status=state,
                date=day,
                articles=tuple(sorted({articles[it.article].id for it in its})),
                first_reported=iso(min(told)) if told else None,
            )
        )
    rank = {"proposed": 0, "planned": 1, "cancelled": 2, "denied": 3, "held": 4}
    return tuple(sorted(out, key=lambda s: (s.first_reported or "9999", rank.get(s.status, 5), s.date or "")))


def date(
    group: list[Item], articles: list[Told], state: str
) -> tuple[str | None, str | None, tuple[Disagreement, ...]]:
    """The event's date, where it came from, and the dates that differ.

    Reports of the status that stands come first; among them the value with most origins, the stated before the
    inferred, the more precise before the vaguer one it lies in.
    """
    dated = _sure([it for it in group if it.span and not it.stale], group)
    if not dated:
        return None, None, ()
    stand = [it for it in dated if it.status == state] or dated
    votes: Counter[str] = Counter()
    seen = set()
    for it in stand:
        value = str(it.report.date)
        if (it.copy, value) not in seen:
            seen.add((it.copy, value))
            votes[value] += 2 if it.report.date_from == "text" else 1
    support = {v: sum(n for w, n in votes.items() if within(span(v), span(w))) for v in votes}
    best = min(votes, key=lambda v: (-support[v], span(v)[1] - span(v)[0], -votes[v], v))
    source = "text" if any(it.report.date == best and it.report.date_from == "text" for it in stand) else "inferred"
    return best, source, _date_differs(dated, articles, best, state)


def _sure(dated: list[Item], group: list[Item]) -> list[Item]:
    """The dated reports without those whose day the group rules out: one it was told as done before, or, where many tell it as
    done and hardly any with a day, the days of those few."""
    kept = {span for span, _ in credible([(it.span, 0) for it in dated if it.span], group)}
    dated = [it for it in dated if it.span in kept]
    return [] if hardly(dated, group) else dated


def _date_differs(dated: list[Item], articles: list[Told], best: str, state: str) -> tuple[Disagreement, ...]:
    values: dict[str, list[Item]] = defaultdict(list)
    for it in (x for x in dated if x.report.date_from != "inferred" or x.report.date == best):
        values[str(it.report.date)].append(it)
    if len(values) == 1:
        return ()
    mine = span(best)
    out: dict[str, list[str]] = {"more precise": [], "changed": [], "contradicts": []}
    for v, its in values.items():
        if v == best:
            continue
        theirs = span(v)
        if within(mine, theirs) or within(theirs, mine):
            kind = "more precise"
        elif gap(mine, theirs) == 0 or gap(mine, theirs) <= 1 and all(it.report.date_from == "inferred" for it in its):
            continue
        elif all(it.status != "held" for it in its):
            kind = "changed"
        else:
            kind = "contradicts"
        out[kind].append(v)
    kinds = [k for k in ("contradicts", "changed", "more precise") if out[k]]
    if not kinds:
        return ()
    told = [best] + [v for k in kinds for v in out[k]]
    return (Disagreement(field="date", kind=kinds[0], values=_values({v: values[v] for v in sorted(told)}, articles)),)


def _values(values: dict[str, list[Item]], articles: list[Told]) -> tuple[Value, ...]:
    return tuple(
        Value(value=v, articles=tuple(sorted({articles[it.article].id for it in its}))) for v, its in values.items()
    )


def place(
    group: list[Item], articles: list[Told], state: str, canon: dict[str, str]
) -> tuple[Where | None, tuple[Disagreement, ...]]:
    """Where: the country most origins tell, in it the city most origins tell; the places that can't be it too are
    kept."""
    told: dict[str, list[Item]] = defaultdict(list)
    entity: dict[str, Entity] = {}
    for it in group:
        if it.place is not None:
            key = canon.get(it.place.id, it.place.id)
            told[key].append(it)
            entity.setdefault(key, it.place)
    if not told:
        return None, ()
    votes = {
        k: len({it.copy for it in its}) + 2 * len({it.copy for it in its if it.status == state})
        for k, its in told.items()
    }
    lands: Counter[str] = Counter()
    for k, n in votes.items():
        lands[entity[k].country or k] += n
    land = min(lands, key=lambda c: (-lands[c], c))
    mine = [k for k in told if (entity[k].country or k) == land]
    most = max(votes[k] for k in mine)
    towns = sum(votes[k] for k in mine if entity[k].kind != "state")
    best = min(
        mine, key=lambda k: (entity[k].kind == "state" or votes[k] * 5 < most or votes[k] * 5 < towns * 2, -votes[k], k)
    )
    where = Where(id=best, name=entity[best].name, country=entity[best].country)
    rare = votes[best] >= 12  # a place told once beside one told often is rather misread
    others = [k for k in told if k != best and (votes[k] > 3 or not rare)]
    broad = [k for k in others if k in mine and (entity[k].kind == "state" or entity[best].kind == "state")]
    apart = [k for k in others if k not in broad]
    names = {entity[k].name: told[k] for k in sorted((best, *(apart or broad)), key=lambda k: (-votes[k], k))}
    if len(names) < 2:
        return where, ()
    kind = "more precise"
    if apart:
        kind = (
            "changed"
            if state == "held" and all(it.status != "held" for k in apart for it in told[k])
            else "contradicts"
        )
    return where, (Disagreement(field="place", kind=kind, values=_values(names, articles)),)


def parties(group: list[Item], n: int, names: dict[str, Entity]) -> tuple[Who, ...]:
    """The parties on side n: one for each that a third of the reports tell, by the most specific name."""
    slots: list[list[Party]] = []
    tell = 0
    for it in sorted(group, key=lambda it: (-len(it.sides[n]), it.key)):
        if not it.sides[n]:
            continue
        tell += 1
        used = set()
        for p in it.sides[n]:
            best = max(
                (k for k in range(len(slots)) if k not in used),
                key=lambda k: (max(fits(p, q) for q in slots[k]), -k),
                default=None,
            )
            if best is not None and max(fits(p, q) for q in slots[best]) > 0:
                slots[best].append(p)
                used.add(best)
            else:
                slots.append([p])
                used.add(len(slots) - 1)
    out = []
    most = max((len(s) for s in slots), default=0)
    if most == 1 and tell > 2:
        return ()  # each tells another: nobody to be named
    for slot in slots:
        if len(slot) < min(most, SUPPORT * tell):
            continue
        count = Counter(p.id for p in slot)
        chosen = max(
            slot, key=lambda p: (SPECIFIC.get(p.kind, 1) if count[p.id] * 4 >= len(slot) else -1, count[p.id], p.id)
        )
        e = names.get(chosen.id)
        name, sector = (e.name, e.sector) if e else (chosen.id, None)
        out.append(Who(id=chosen.id, name=name, country=chosen.country, sector=sector))
    return tuple(out)


def majority(group: list[Item], field: str, state: str, *, share: float) -> str | None:
    """The value most articles give a small field, of those whose status stands; None where less than the share give
    it."""
    stand = [it for it in group if it.status == state] or group
    votes = Counter(v for it in stand if (v := getattr(it.report, field)))
    if not votes:
        return None
    best = min(votes, key=lambda v: (-votes[v], v))
    return best if votes[best] >= share * len(stand) else None


def not_after(group: list[Item]) -> str | None:
    """For an undated act: the first day on which it was already told as done."""
    told = [it.told for it in group if it.status == "held" and it.told is not None]
    return iso(min(told)) if told else None


def actors_differ(group: list[Item], articles: list[Told], names: dict[str, Entity]) -> tuple[Disagreement, ...]:
    """Who did it, where reports name doers who can't be one."""
    told: dict[str, list[Item]] = defaultdict(list)
    first: dict[str, Party] = {}
    for it in group if len(group[0].sides) == 2 else ():
        if len(it.sides[0]) == 1:
            p = it.sides[0][0]
            told[p.id].append(it)
            first.setdefault(p.id, p)
    votes = {i: len({it.copy for it in its}) for i, its in told.items()}
    order = sorted(told, key=lambda i: (-votes[i], i))
    apart = [i for i in order[1:] if votes[i] >= RARE * votes[order[0]] and _another(first[order[0]], first[i])]
    if not apart:
        return ()
    named = {names[i].name if i in names else i: told[i] for i in (order[0], *apart)}
    return (Disagreement(field="actors", kind="contradicts", values=_values(named, articles)),)


def _another(a: Party, b: Party) -> bool:
    """Can a be in no way b: of another country, or another person?"""
    if fits(a, b):
        return False
    return bool(a.country and b.country and a.country != b.country) or a.kind == b.kind == "person"


def status_differs(group: list[Item], articles: list[Told]) -> tuple[Disagreement, ...]:
    """Held by one, denied or called off on the same day by another."""
    by: dict[str, list[Item]] = defaultdict(list)
    for it in group:
        by[it.status].append(it)
    if "denied" in by and len(by) > 1:
        return (
            Disagreement(field="status", kind="contradicts", values=_values({k: by[k] for k in sorted(by)}, articles)),
        )
    if "held" in by and _to_come(group):
        told = {k: by[k] for k in sorted(by) if k in AHEAD or k == "held"}
        return (Disagreement(field="status", kind="contradicts", values=_values(told, articles)),)
    if "held" in by and "cancelled" in by:
        held = min((it.told for it in by["held"] if it.told is not None), default=None)
        late = [
            it
            for it in by["cancelled"]
            if held is not None and it.told is not None and it.told > held and it.report.salience != "background"
        ]
        if late:
            return (
                Disagreement(
                    field="status",
                    kind="contradicts",
                    values=_values({"cancelled": late, "held": by["held"]}, articles),
                ),
            )
    return ()
