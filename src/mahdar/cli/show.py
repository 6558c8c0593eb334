"""`mahdar show` and `mahdar explain`: one event, and why it reads as it does."""

from __future__ import annotations

from pathlib import Path

import click

from .common import JSON, RECORD, options


@click.command()
@RECORD
@click.argument("event")
@options(JSON)
def show(record: Path, event: str, as_json: bool) -> None:
    """Print one event: who says what, and in which words.

    EVENT is an id as `mahdar timeline` prints it; ids that merged into others still lead there.

    \b
    mahdar show demo.mahdar {event}
    """
    import msgspec

    from ..record import open_record
    from .words import whole

    with open_record(record) as opened:
        found = msgspec.to_builtins(opened.event(event))
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
    else:
        for line in whole(found):
            click.echo(line)


@click.command()
@RECORD
@click.argument("fact", metavar="EVENT|REPORT")
@options(JSON)
def explain(record: Path, fact: str, as_json: bool) -> None:
    """Say why an event or a report reads as it does.

    Names the rules, the rows of the lexicon and the words behind every field. A report is ARTICLE#rN, as `mahdar show`
    lists them.

    \b
    mahdar explain demo.mahdar {event}
    """
    import msgspec

    from ..explaining import explain as why
    from ..record import open_record

    with open_record(record) as opened:
        found = why(opened, fact)
    click.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode() if as_json else found.text())
