"""People's rulings applied to what the machine linked: before grouping, on the groups, on the finished events."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ..model import Entity, Report, Struct
from .account import Event, Where, Who
from .days import precision
from .marks import Told

#: what may be corrected
FIELDS = ("date", "place", "status", "act", "mode", "detail", "actors", "recipients")


class Ruling(Struct):
    """A decision: what kind, about which event, report or article, by whom, on which day, and why."""

    id: str
    number: int
    kind: str
    target: str
    what: dict[str, object]
    who: str
    day: str
    reason: str
    state: str = "active"  # undone, overridden, gone


class Ruled:
    """The rulings in force, ready to be applied; `idle` are those whose target isn't there."""

    def __init__(self, rulings: Iterable[Ruling]) -> None:
        self.rulings = [r for r in rulings if r.state in ("active", "gone")]
        self.idle: set[str] = {r.id for r in self.rulings if r.kind not in ("undo", "redact")}

    def of(self, *kinds: str) -> list[Ruling]:
        return [r for r in self.rulings if r.kind in kinds]

    def added(self, articles: list[Told]) -> list[Told]:
        """The articles with the reports that people added."""
        by: dict[str, list[Ruling]] = {}
        for r in self.of("add"):
            by.setdefault(r.target, []).append(r)
        if not by:
            return articles
        known = {e.id: e for a in articles for e in a.entities}
        return [self._with(a, by[a.id], known) if a.id in by else a for a in articles]

    def _with(self, a: Told, rulings: list[Ruling], known: dict[str, Entity]) -> Told:
        reports, entities = list(a.reports), {e.id: e for e in a.entities}
        for r in rulings:
            self.idle.discard(r.id)
            ids = {}
            for role in ("actors", "recipients", "place"):
                ids[role] = tuple(
                    _entity(n, known, "place" if role == "place" else "unnamed") for n in _names(r.what.get(role))
                )
            entities.update((i, known[i]) for found in ids.values() for i in found)
            start, end = int(str(r.what["start"])), int(str(r.what["end"]))
            reports.append(
                Report(
                    id=f"h{r.number}",
                    act=str(r.what["act"]),
                    status=str(r.what.get("status", "held")),
                    start=start,
                    end=end,
                    anchor="",
                    mode=_text(r.what.get("mode")),
                    detail=_text(r.what.get("detail")),
                    actors=ids["actors"],
                    recipients=ids["recipients"],
                    date=_text(r.what.get("date")),
                    date_from="text" if r.what.get("date") else None,
                    place=next(iter(ids["place"]), None),
                    evidence=((start, end),),
                    why=f"added by {r.who} on {r.day}: {r.reason}",
                )
            )
        extra = len(reports) - len(a.reports)
        return msgspec.structs.replace(
            a,
            reports=tuple(reports),
            entities=tuple(entities.values()),
            near=a.near + ((),) * extra,
            far=a.far + ((),) * extra,
            sentences=a.sentences + (-1,) * extra,
        )

    def joined(self, at: dict[str, int]) -> list[tuple[int, int]]:
        """Pairs of items that people say are one event. `at`: lasting id → item."""
        out = []
        for r in self.of("merge"):
            a, b = at.get(str(r.what["item"])), at.get(str(r.what["with"]))
            if a is not None and b is not None:
                self.idle.discard(r.id)
                out.append((a, b))
        return out

    def parted(self, groups: list[list[int]], at: dict[str, int]) -> list[list[int]]:
        """The groups after splits and rejections."""
        home = {i: n for n, g in enumerate(groups) for i in g}
        groups = [list(g) for g in groups]
        for r in self.of("split", "reject"):
            i = at.get(str(r.what["part" if r.kind == "split" else "item"]))
            if i is None or i not in home:
                continue
            self.idle.discard(r.id)
            n = home[i]
            if r.kind == "split" and len(groups[n]) > 1:
                groups[n].remove(i)
                home[i] = len(groups)
                groups.append([i])
            elif r.kind == "reject" and "#" in r.target:
                groups[n].remove(i)
                del home[i]
            elif r.kind == "reject":
                for j in groups[n]:
                    del home[j]
                groups[n] = []
        return [g for g in groups if g]

    def corrected(self, event: Event, ids: set[str], entities: dict[str, Entity]) -> Event:
        """The event after confirmations, comments and corrections; `ids` are all lasting ids of its reports."""
        for r in self.of("confirm", "comment", "correct"):
            if str(r.what["item"]) not in ids:
                continue
            self.idle.discard(r.id)
            if r.kind == "comment":
                event = msgspec.structs.replace(
                    event, comments=(*event.comments, f"{r.who}, {r.day}: {r.what['text']}")
                )
            else:
                event = msgspec.structs.replace(event, reviewed=True)
                if r.kind == "correct":
                    event = _correct(event, str(r.what["field"]), str(r.what["value"]), entities, r)
        return event


def _correct(event: Event, field: str, value: str, entities: dict[str, Entity], r: Ruling) -> Event:
    why = (*event.why, f"{field} corrected by {r.who} on {r.day}: {r.reason}")
    new: dict[str, object] = {field: value, "why": why}
    if field == "date":
        new |= {"precision": precision(value), "date_from": "text", "not_after": None}
    elif field == "place":
        e = entities[_entity(value, entities, "place")]
        new["place"] = Where(id=e.id, name=e.name, country=e.country)
    elif field in ("actors", "recipients"):
        found = [entities[_entity(n, entities, "unnamed")] for n in _names(value)]
        new[field] = tuple(Who(id=e.id, name=e.name, country=e.country, sector=e.sector) for e in found)
    return msgspec.structs.replace(event, **new)


def _names(value: object) -> list[str]:
    return (
        [str(v) for v in value] if isinstance(value, (list, tuple)) else [v for v in str(value or "").split("|") if v]
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _entity(name: str, entities: dict[str, Entity], kind: str) -> str:
    """The entity of that id or name; a new one where there's none."""
    if name in entities:
        return name
    found = sorted(i for i, e in entities.items() if name in (e.name, e.name_ar))
    if found:
        return found[0]
    i = f"{kind}:{'-'.join(name.casefold().split())}"
    entities[i] = Entity(id=i, kind=kind, name=name)
    return i
