"""Who takes part, where, and on whose word: how often in the events of a view."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import Any

from ...record.filters import where
from ..shelf import Desk

MOST = 30
Counts = list[tuple[str, int]]


class Parties:
    """The parties, sources and places of all events by the events' keys, read once: counting them for a view then takes
    as long as the view has events. States are counted as countries, the unnamed not at all."""

    def __init__(self, db: Any) -> None:
        self.who: dict[int, list[str]] = {}
        self.source: dict[int, list[str]] = {}
        rows = db.execute(
            "SELECT DISTINCT key, role = 'source', entity FROM event_parties WHERE role IN ('actor', 'recipient', 'source') "
            "AND entity NOT LIKE 'unnamed:%' ORDER BY key"
        )
        for key, source, entity in rows:
            if source:
                self.source.setdefault(key, []).append(entity)
            elif not entity.startswith("state:"):
                self.who.setdefault(key, []).append(entity)
        self.place: dict[int, list[str]] = {k: [p] for k, p in db.execute("SELECT key, place FROM events WHERE place IS NOT NULL")}


def counted(desk: Desk, chosen: dict[str, Any]) -> dict[str, Counts]:
    """The most frequent parties, places and sources of the events that fit; no private people among them."""
    condition, given = where(**chosen)
    keys = [key for (key,) in desk.record.db.execute(f"SELECT e.key FROM events e WHERE {condition}", given)]
    known: Parties = desk.shelf.kept("parties", lambda: Parties(desk.record.db))
    out = {}
    for field, of in (("who", known.who), ("place", known.place), ("source", known.source)):
        counts = Counter(chain.from_iterable(of[k] for k in keys if k in of))
        ranked = sorted(counts.items(), key=lambda x: (-x[1], x[0]))[: 2 * MOST]
        out[field] = [(id, n) for id, n in ranked if field == "place" or (desk.t.dossier(id))][:MOST]
    return out
