"""PLOVER, twice: ours (the category of the act, our status beside it) and strict (the category by the letter of the
codebook)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, TextIO

import msgspec

from ..lexicon.table import Row, read_table
from ..linking.account import Event
from ..record.read import Record


@lru_cache(maxsize=1)
def _rows() -> dict[str, Row]:
    return read_table(Path(__file__).with_name("plover.tsv"), columns=("event", "planned", "cancelled")).rows


def category(event: Event, *, strict: bool = False) -> str | None:
    """The PLOVER event type; by the letter of the codebook what is announced is an AGREE, what is called off a
    REJECT, a signing SUPPORT; None where the codebook has no place for it (a denied act).

    A visit held is CONSULT; a planned one CONSULT in ours and AGREE in the strict sense.
    """
    rows = _rows()
    row = rows.get(f"{event.act}/{event.mode}") if strict else None
    row = row or rows[event.act]
    if not strict or event.status == "held":
        return row["event"]
    if event.status == "cancelled":
        return row["cancelled"]
    return row["planned"] if event.status in ("planned", "proposed") else None


def write(record: Record, out: TextIO, *, strict: bool = False, **filters: Any) -> int:
    """One JSON object a line: PLOVER's event, mode, actors and recipients as country and sector, and our event's id."""
    n = 0
    for e in record.timeline(**filters):
        name = category(e, strict=strict)
        if name is None:
            continue
        line = {
            "id": e.id,
            "event": name,
            "mode": e.mode,
            "status": e.status,
            "date": e.date,
            "precision": e.precision,
            "date_from": e.date_from,
            "not_after": e.not_after,
            "actors": [{"name": w.name, "country": w.country, "sector": w.sector} for w in e.actors],
            "recipients": [{"name": w.name, "country": w.country, "sector": w.sector} for w in e.recipients],
            "place": msgspec.to_builtins(e.place),
            "asserted_by": [v.name for v in e.asserted_by],
            "contested": e.contested,
            "independent_sources": e.independent_sources,
            "background": e.salience == "background",
            "act": e.act,
            "sentence": e.sentence.en,
        }
        out.write(msgspec.json.encode(line).decode() + "\n")
        n += 1
    return n
