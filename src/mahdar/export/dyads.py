"""Dyads as CSV: one line for each actor and recipient country of an event, for counting and regressions."""

from __future__ import annotations

import csv
from itertools import combinations, product
from typing import Any, TextIO

from ..linking.account import Event, Who
from ..record.read import Record
from .plover import category

COLUMNS = (
    "day",
    "precision",
    "date_from",
    "actor_country",
    "actor_sector",
    "recipient_country",
    "recipient_sector",
    "act",
    "mode",
    "category",
    "status",
    "asserted_by",
    "contested",
    "independent_sources",
    "background",
    "event",
)
MUTUAL = frozenset({"meet", "call", "agree", "cooperate"})


def write(record: Record, out: TextIO, **filters: Any) -> int:
    """Writes a header and the lines; returns how many lines. A mutual act gives one line for each pair, in both
    directions."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    n = 0
    for e in record.timeline(**filters):
        voices = ";".join(v.name for v in e.asserted_by)
        for a, b in pairs(e):
            rows.writerow(
                [
                    _safe(x)
                    for x in (
                        e.date or "",
                        e.precision or "",
                        e.date_from or "",
                        a[0],
                        a[1],
                        b[0],
                        b[1],
                        e.act,
                        e.mode or "",
                        category(e) or "",
                        e.status,
                        voices,
                        int(e.contested),
                        e.independent_sources,
                        int(e.salience == "background"),
                        e.id,
                    )
                ]
            )
            n += 1
    return n


def pairs(e: Event) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Countries and sectors, actor's first; each pair once, an empty side as blanks."""
    actors, recipients = [_side(w) for w in e.actors], [_side(w) for w in e.recipients]
    if e.act in MUTUAL:
        both = list(dict.fromkeys(actors + recipients))
        found = [p for x, y in combinations(both, 2) for p in ((x, y), (y, x))]
        return found or [(x, ("", "")) for x in both]
    return list(dict.fromkeys(product(actors or [("", "")], recipients or [("", "")])))


def _side(w: Who) -> tuple[str, str]:
    return w.country or "", w.sector or ""


def _safe(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t") else value
