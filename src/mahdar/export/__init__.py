"""A record in other programs' formats, one file a format; `write` knows them all."""

from __future__ import annotations

from typing import Any, TextIO

from ..errors import UsageError
from ..record.read import Record
from . import dyads, jsonl, plover

FORMATS = ("jsonl", "plover", "plover_strict", "dyads")


def write(record: Record, format: str, out: TextIO, **filters: Any) -> int:
    """Writes the events that fit in a format; returns how many lines of data.

    Errors: UsageError for an unknown format.
    """
    if format == "jsonl":
        return jsonl.write(record, out, **filters)
    if format in ("plover", "plover_strict"):
        return plover.write(record, out, strict=format == "plover_strict", **filters)
    if format == "dyads":
        return dyads.write(record, out, **filters)
    raise UsageError(f"no format {format}", hint=f"one of {', '.join(FORMATS)}")


__all__ = ["FORMATS", "write"]
