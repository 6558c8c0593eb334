"""`mahdar timeline`: the events of a record by day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .common import BACKGROUND, CSV, FILTERS, JSON, JSONL, OUTPUT, RECORD, filters, options, writing

COLUMNS = (
    "date",
    "status",
    "act",
    "mode",
    "actors",
    "recipients",
    "place",
    "asserted_by",
    "contested",
    "articles",
    "independent_sources",
    "sentence",
    "id",
)


def row(event: dict[str, Any]) -> dict[str, Any]:
    """An event as one flat row."""

    def named(parties: list[dict[str, Any]]) -> str:
        return "; ".join(p["name"] for p in parties)

    flat = {c: event.get(c) for c in COLUMNS}
    return {
        **flat,
        "actors": named(event["actors"]),
        "recipients": named(event["recipients"]),
        "asserted_by": named(event["asserted_by"]),
        "sentence": event["sentence"]["en"],
        "place": event["place"]["name"] if event.get("place") else None,
    }


def guard(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula.

    >>> guard("=cmd()"), guard(3), guard(None)
    ("'=cmd()", 3, '')
    """
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def write_csv(out: Any, rows: list[dict[str, Any]], columns: tuple[str, ...]) -> None:
    """Rows as CSV with a header line."""
    import csv

    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guard(r.get(c)) for c in columns] for r in rows)


@click.command()
@RECORD
@options(*FILTERS, BACKGROUND, JSON, JSONL, CSV, OUTPUT)
def timeline(record: Path, as_json: bool, as_jsonl: bool, as_csv: bool, output: Path, **given: Any) -> None:
    """Print the events of a record by day.

    Each with its status, on whose word it stands, its sources and one line of the Arabic it was read from. Filters of
    one kind add up to "or", of different kinds to "and"; several countries or names must all take part.

    \b
    mahdar timeline demo.mahdar --country PRK --from 2018-05 --to 2018-07
    """
    import msgspec

    from ..record import open_record
    from .words import by_day

    with open_record(record) as opened:
        events = [msgspec.to_builtins(e) for e in opened.timeline(**filters(given))]
    with writing(output, inputs=(str(record),)) as out:
        if as_json:
            out.write(msgspec.json.format(msgspec.json.encode(events), indent=1).decode() + "\n")
        elif as_jsonl:
            out.writelines(msgspec.json.encode(e).decode() + "\n" for e in events)
        elif as_csv:
            write_csv(out, [row(e) for e in events], COLUMNS)
        else:
            out.writelines(line + "\n" for line in by_day(events) or ())
            if not events:
                out.write("no event fits; try fewer filters\n")
