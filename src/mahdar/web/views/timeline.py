"""The front page: how dense the record is over time, then its events by day."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from starlette.requests import Request

from .asked import STATUSES, Pairs, asked, chips, filters, query

PAGE = 100
Event = dict[str, Any]


class Bar(NamedTuple):
    """A month of the strip: its parts from the ground up as (status, y, height)."""

    month: str
    x: int
    parts: list[tuple[str, float, float]]
    total: int
    covered: bool
    link: str


def months_between(first: str, last: str) -> list[str]:
    """All months from one to another.

    >>> months_between("2018-11", "2019-01")
    ['2018-11', '2018-12', '2019-01']
    """
    y, m = int(first[:4]), int(first[5:7])
    out = []
    while (here := f"{y:04}-{m:02}") <= last:
        out.append(here)
        y, m = (y, m + 1) if m < 12 else (y + 1, 1)
    return out


def strip(counts: dict[tuple[str, str], int], covered: set[str], pairs: Pairs, *, mirrored: bool = False) -> list[Bar]:
    """The months of the record with their events by status, from the first that weighs to the last (180 at most);
    the first rightmost if mirrored."""
    height = 64
    dated = sorted({m for m, _ in counts if len(m) == 7})
    if not dated:
        return []
    totals = {m: sum(counts.get((m, s), 0) for s in STATUSES) for m in dated}
    top = max(totals.values()) or 1
    worth = sorted({m for m in dated if totals[m] * 50 >= top} | {m for m in covered if dated[0] <= m <= dated[-1]})
    months = months_between(worth[0], worth[-1])[-180:]
    rest = tuple(p for p in pairs if p[0] not in ("from", "to"))
    bars = []
    places = range(len(months))
    for n, month in zip(reversed(places) if mirrored else places, months, strict=True):
        y, parts = float(height), []
        for status in STATUSES:
            if count := counts.get((month, status), 0):
                tall = max(2.0, round(count / top * (height - 4), 1))
                y -= tall
                parts.append((status, round(y, 1), tall))
        total = totals.get(month, 0)
        bars.append(Bar(month, n * 10, parts, total, month in covered, query((*rest, ("from", month), ("to", month)))))
    return bars


def heading(event: Event) -> str:
    """What an event stands under: its date as precise as it is known; "" when undated."""
    return event["date"] or ""


def by_day(events: list[Event]) -> list[tuple[str, list[Event], list[Event]]]:
    """(date, events, folded events) in order, the undated last; background and protocol are folded."""
    days: dict[str, tuple[list[Event], list[Event]]] = {}
    for e in events:
        shown, folded = days.setdefault(heading(e), ([], []))
        (folded if e.get("salience") == "background" or e.get("protocol") else shown).append(e)
    return [(day, *days[day]) for day in sorted(days, key=lambda d: (not d, d))]


def timeline(record: Any, request: Request) -> tuple[str, dict[str, Any]]:
    """The events that the address asks for."""
    pairs = asked(request)
    number = request.query_params.get("page", "1")
    at = max(1, int(number)) if number.isdigit() else 1
    chosen = filters(pairs)
    here = [msgspec.to_builtins(e) for e in record.timeline(**chosen, limit=PAGE, offset=(at - 1) * PAGE)]
    total = record.count(**chosen)
    counts = {(month, status): n for month, status, n in record.density(**chosen)}
    covered = {month for _, month, articles, _ in record.coverage().rows if articles and month}
    facets = record.facets(**chosen)
    offered = {
        field: [(v, n, query((*pairs, (field, v))), (field, v) in pairs) for v, n in facets.get(field, ())[:12]]
        for field in ("status", "act", "country")
    }
    bars = strip(counts, covered, pairs, mirrored=request.path_params["lang"] == "ar")
    return "timeline.html", {
        "days": by_day(here), "total": total, "bars": bars, "facets": offered,
        "chips": chips(pairs), "asked": dict(pairs), "query": query(pairs), "statuses": STATUSES,
        "earlier": query((*pairs, ("page", str(at - 1)))) if at > 1 else None,
        "later": query((*pairs, ("page", str(at + 1)))) if at * PAGE < total else None,
    }  # fmt: skip
