"""The front page: how dense the record is over time, then its events by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

import msgspec

from ..shelf import Desk
from .asked import ACTS, STATUSES, Pairs, asked, chips, filters, query, sentence
from .parties import counted

PAGE = 60
LABELS = 14  # months that may carry a label below the strip
LEAD = 32  # days before the first articles' month that still count as their own time
Event = dict[str, Any]


class Bar(NamedTuple):
    """A month of the strip: its parts from the ground up as (status, y, height)."""

    month: str
    x: int
    parts: list[tuple[str, float, float]]
    total: int
    covered: bool
    link: str


class Day(NamedTuple):
    """What stands under one heading: a date as precise as it is known, or the day before which undated events were told."""

    date: str
    told: str
    events: list[Event]
    folded: list[Event]


def following(month: str) -> str:
    """The month after.

    >>> following("2018-12")
    '2019-01'
    """
    y, m = int(month[:4]), int(month[5:7])
    return f"{y + m // 12:04}-{m % 12 + 1:02}"


def months_between(first: str, last: str) -> list[str]:
    """All months from one to another.

    >>> months_between("2018-11", "2019-01")
    ['2018-11', '2018-12', '2019-01']
    """
    out, here = [], first
    while here <= last:
        out.append(here)
        here = following(here)
    return out


def strip(counts: dict[tuple[str, str], int], covered: set[str], pairs: Pairs, *, mirrored: bool = False) -> list[Bar]:
    """The months of the record's articles and those that weigh, with their events by status, 180 at most; the first
    rightmost if mirrored."""
    height = 64
    dated = sorted({m for m, _ in counts if len(m) == 7})
    if not dated:
        return []
    totals = {m: sum(counts.get((m, s), 0) for s in STATUSES) for m in dated}
    top = max(totals.values()) or 1
    worth = sorted({m for m in dated if totals[m] * 50 >= top} | covered)
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


def by_day(events: list[Event]) -> list[Day]:
    """The events by date, the undated last by the day before which they were told; background and protocol folded."""
    days: dict[tuple[str, str], Day] = {}
    for e in events:
        key = (e["date"] or "", "" if e["date"] else e["not_after"] or "")
        day = days.setdefault(key, Day(*key, [], []))
        (day.folded if e.get("salience") == "background" or e.get("protocol") else day.events).append(e)
    return [days[k] for k in sorted(days, key=lambda k: (not k[0], k[0], not k[1], k[1]))]


def builtins(events: Any) -> list[Event]:
    """Events as plain dictionaries."""
    return [msgspec.to_builtins(e) for e in events]


def _opens(desk: Desk, chosen: dict[str, Any]) -> int:
    """How many events of a view begin before the time it is about: the period, else that of the record's articles."""
    if chosen["since"]:
        eve = date.fromisoformat(chosen["since"]) - timedelta(1)
    elif not chosen["until"] and desk.coverage.months:
        eve = date.fromisoformat(f"{desk.coverage.months[0]}-01") - timedelta(LEAD)
    else:
        return 0
    return desk.record.count(**{**chosen, "until": eve.isoformat()})


def stretch(desk: Desk, pairs: Pairs, chosen: dict[str, Any], *, size: int = PAGE) -> dict[str, Any]:
    """One page of the events that fit, and the ways to those before and after.

    The list opens where the period asked for begins, or the time of the record's articles, unless a place in it is asked
    for: what begins earlier stands before, the undated at the end.
    """
    record = desk.record
    density = record.density(**chosen)
    total = sum(n for _, _, n in density)
    undated = sum(n for month, _, n in density if not month)
    opens = _opens(desk, chosen)
    opens = opens if opens < total - undated else 0  # all of it is of older times
    at = min(desk.number("at", opens), max(0, total - 1))
    dated = total - undated
    here = builtins(record.timeline(**chosen, limit=min(size, dated - at), offset=at)) if at < dated else []
    if len(here) < size and undated:
        here += builtins(record.undated(**chosen, limit=size - len(here), offset=max(0, at - dated)))

    older = "begins_earlier" if chosen["since"] else "pages_begin"

    def link(offset: int) -> str:
        return query((*pairs, ("at", str(offset))))

    return {
        "days": by_day(here), "total": total, "at": at, "density": density, "pairs": pairs,
        "older": (link(max(0, opens - size)), opens, older) if opens and at >= opens else None,
        "undated": (link(dated), undated) if undated and at + size < dated else None,
        "earlier": link(max(0, at - size)) if at and at != opens else None,
        "later": link(at + size) if at + size < total else None,
        "shown": (at + 1, at + len(here)) if here else None,
    }  # fmt: skip


def timeline(desk: Desk) -> tuple[str, dict[str, Any]]:
    """The events that the address asks for."""
    pairs = asked(desk.request)
    chosen = filters(pairs)
    page = stretch(desk, pairs, chosen)
    dated = bool(chosen["since"] or chosen["until"])
    density = desk.record.density(**{**chosen, "since": None, "until": None}) if dated else page["density"]
    counts = {(month, status): n for month, status, n in density}
    covered = {month for _, month, articles, _ in desk.coverage.rows if articles and month}
    facets = {**desk.record.facets(**chosen), **counted(desk, chosen)}
    offered = {}
    for field in ("status", "act", "mode", "country", "who", "place", "source"):
        if chosen[field] and field not in ("country", "who"):
            continue  # of these any value will do, so that another would add to the view instead of narrowing it
        values = [(v, n, query((*pairs, (field, v)))) for v, n in facets.get(field, ()) if (field, v) not in pairs]
        if values and not (len(values) == 1 and values[0][1] == page["total"]):
            offered[field] = (values[:7], values[7:30])
    bars = strip(counts, covered, pairs, mirrored=desk.lang == "ar")
    inside = {b.month for b in bars if dated and (chosen["since"] or "")[:7] <= b.month <= (chosen["until"] or "9999")[:7]}
    every = -(-len(bars) // LABELS)
    return "timeline.html", {
        **page, "bars": bars, "inside": inside, "ticks": [b.month if n % every == 0 else "" for n, b in enumerate(bars)] if bars else [],
        "facets": offered, "chips": chips(pairs, desk.t), "said": sentence(pairs, desk.t), "asked": dict(pairs),
        "query": query(pairs), "statuses": STATUSES, "acts": ACTS,
        "kept": [(k, v) for k, v in pairs if k == "mode" or dict(pairs)[k] != v],  # what the form's one field can't show
    }  # fmt: skip
