"""One event a line, by date, then id: the contract's JSON."""

from __future__ import annotations

from typing import Any, TextIO

import msgspec

from ..record.read import Record


def write(record: Record, out: TextIO, **filters: Any) -> int:
    """Writes the events; returns how many."""
    n = 0
    for event in record.timeline(**filters):
        out.write(msgspec.json.encode(event).decode() + "\n")
        n += 1
    return n
