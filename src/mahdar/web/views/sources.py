"""Sources: who published, who is credited, whose word events rest on, and who reported first."""

from __future__ import annotations

from collections import Counter
from typing import Any
from zlib import decompress

import msgspec

from ..shelf import Desk

MOST = 60


class Rest(msgspec.Struct):
    """Of an event, what it rests on."""

    origins: tuple[str, ...] = ()


class Outlet(msgspec.Struct):
    """An outlet over the whole record; `first` events it told a day or more before any other, of those several told."""

    name: str
    articles: int
    copies: int
    events: int
    alone: int
    first: int
    begins: str | None
    ends: str | None


def outlets(db: Any) -> list[Outlet]:
    """All outlets, the one with most articles first."""
    rows = db.execute(
        "SELECT coalesce(outlet, ''), count(*), count(copy_of), min(day), max(day) FROM articles GROUP BY 1 ORDER BY 2 DESC, 1"
    ).fetchall()
    told: dict[str, dict[str, str]] = {}
    for event, outlet, day in db.execute(
        "SELECT r.event, coalesce(a.outlet, ''), min(coalesce(a.day, '9999')) FROM event_reports r "
        "JOIN articles a ON a.id = r.article GROUP BY 1, 2"
    ):
        told.setdefault(event, {})[outlet] = day
    events, alone, first = Counter[str](), Counter[str](), Counter[str]()
    for by in told.values():
        events.update(by.keys())
        if len(by) == 1:
            alone.update(by.keys())
            continue
        (day, outlet), (second, _) = sorted((d, o) for o, d in by.items())[:2]
        if day < second:
            first[outlet] += 1
    return [Outlet(o, n, copies, events[o], alone[o], first[o], a, b) for o, n, copies, a, b in rows]


def agencies(db: Any) -> list[tuple[str, int]]:
    """Agencies and outlets that articles credit, the most credited first."""
    rows = db.execute(
        "SELECT j.value, count(*) FROM articles a, json_each(a.agencies) j GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return rows.fetchall()


def origins(db: Any) -> list[tuple[str, int, int]]:
    """(origin, events that rest on it, on it alone), the most frequent first."""
    decoder = msgspec.json.Decoder(Rest)
    all_, only = Counter[str](), Counter[str]()
    for (body,) in db.execute("SELECT body FROM events"):
        found = decoder.decode(decompress(body)).origins
        all_.update(found)
        if len(found) == 1:
            only.update(found)
    return [(name, n, only[name]) for name, n in sorted(all_.items(), key=lambda x: (-x[1], x[0]))]


def everything(desk: Desk) -> dict[str, Any]:
    """Outlets, agencies and origins of the record, worked out once."""
    db = desk.record.db
    return desk.shelf.kept(
        "sources", lambda: {"outlets": outlets(db), "agencies": agencies(db), "origins": origins(db)}
    )


def sources(desk: Desk) -> tuple[str, dict[str, Any]]:
    """The page of sources."""
    found = everything(desk)
    return "sources.html", {
        "outlets": found["outlets"], "agencies": found["agencies"][:MOST], "origins": found["origins"][:MOST],
        "more": (max(0, len(found["agencies"]) - MOST), max(0, len(found["origins"]) - MOST)),
    }  # fmt: skip
