"""Rulings: what people decided about the record; kept apart from what was read, applied again on every build."""

from __future__ import annotations

import sqlite3

import msgspec

from ..model import Struct


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


def load(db: sqlite3.Connection) -> list[Ruling]:
    """All rulings in the order they were made."""
    rows = db.execute("SELECT id, number, kind, target, what, who, day, reason FROM rulings ORDER BY number, id")
    return [
        Ruling(id=i, number=n, kind=k, target=t, what=msgspec.json.decode(w), who=who, day=d, reason=r)
        for i, n, k, t, w, who, d, r in rows
    ]
