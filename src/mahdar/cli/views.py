"""Views of a record besides its timeline: search, quotes, promises, coverage, changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .common import CSV, JSON, OUTPUT, RECORD, SINCE, UNTIL, days, options, writing
from .terminal import arabic, paint, plain
from .words import plural


def _put(out: Any, found: Any, as_json: bool) -> bool:
    """Write JSON where that is wanted; whether it was."""
    if as_json:
        import msgspec

        out.write(msgspec.json.format(msgspec.json.encode(found), indent=1).decode() + "\n")
    return as_json


@click.command()
@RECORD
@click.argument("query")
@options(
    click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most N."),
    JSON,
    OUTPUT,
)
def search(record: Path, query: str, limit: int, as_json: bool, output: Path) -> None:
    """Find words in the articles of a record.

    Arabic in any spelling (أ or ا, ة or ه, with or without harakat) and English; "several words" for a phrase, a
    word with * for its beginning.

    \b
    mahdar search demo.mahdar "كيم جونغ أون"
    """
    from ..record import open_record

    with open_record(record) as opened:
        hits = list(opened.search(query, limit=limit))
    with writing(output, inputs=(str(record),)) as out:
        if _put(out, hits, as_json):
            return
        for h in hits:
            place = f"{h.article}:{h.start}–{h.end}"
            out.write(paint(" · ".join(plain(x) for x in (h.published, h.outlet, place) if x), "2") + "\n")
            out.write(f"  {arabic(h.title)}\n  {arabic(h.words)}\n")
        if not hits:
            out.write("nothing found\n")


@click.command()
@RECORD
@options(
    click.option("--who", metavar="NAME", help="Who spoke: a name in English or Arabic, or an id."),
    click.option("--about", metavar="NAME", help="Whom or what it is about."),
    SINCE,
    UNTIL,
    JSON,
    CSV,
    OUTPUT,
)
def quotes(
    record: Path,
    who: str | None,
    about: str | None,
    since: str | None,
    until: str | None,
    as_json: bool,
    as_csv: bool,
    output: Path,
) -> None:
    """Print what somebody said, in order.

    With the date, the occasion, who carried it and where the words stand. Quotations of foreigners are translations:
    the same words in two outlets are one quotation, near-same words two Arabic renderings of it.

    \b
    mahdar quotes demo.mahdar --who "Sergey Lavrov"
    """
    import msgspec

    from ..record import open_record
    from .timeline import write_csv

    with open_record(record) as opened:
        found = list(opened.quotes(who=who, about=about, since=days(since), until=days(until, last=True)))
    with writing(output, inputs=(str(record),)) as out:
        if _put(out, found, as_json):
            return
        if as_csv:
            rows = [{**msgspec.to_builtins(q), "via": "; ".join(q.via)} for q in found]
            write_csv(
                out,
                rows,
                (
                    "day",
                    "speaker",
                    "kind",
                    "channel",
                    "via",
                    "words",
                    "outlet",
                    "published",
                    "url",
                    "article",
                    "start",
                    "end",
                ),
            )
            return
        for q in found:
            chain = " ← ".join(plain(x) for x in (q.speaker, *q.via) if x)
            said = " · ".join(plain(x) for x in (q.day or "undated", chain, q.channel, q.kind, q.outlet) if x)
            out.write(f"{paint(said, '2')} · {plain(q.article)}:{q.start}–{q.end}\n  {arabic(q.words)}\n")
        if not found:
            out.write("nothing said that fits\n")


@click.command()
@RECORD
@options(
    click.option("--who", metavar="NAME", help="Who takes part."),
    click.option(
        "--state",
        type=click.Choice(["open", "carried out", "called off", "overdue", "overtaken"]),
        help="What became of it.",
    ),
    JSON,
    OUTPUT,
)
def promises(record: Path, who: str | None, state: str | None, as_json: bool, output: Path) -> None:
    """Print invitations, plans and threats, and what became of them.

    Each with what the record holds for its time: silence of a pile of pages is not an event.

    \b
    mahdar promises demo.mahdar --state open
    """
    import msgspec

    from ..record import open_record

    with open_record(record) as opened:
        found = list(opened.promises(who=who or (), state=state or ()))
    with writing(output, inputs=(str(record),)) as out:
        if _put(out, found, as_json):
            return
        for p in found:
            event = msgspec.to_builtins(p.event)
            out.write(f"{paint(p.state, '1')}  {plain(event['sentence']['en'])}\n")
            others = [i for i in p.by if i != event["id"]]
            by = f"by {', '.join(others)}" if others else ""
            out.write(paint("      " + " · ".join(filter(None, (plain(p.holds), by, event["id"]))), "2") + "\n")
        if not found:
            out.write("no promise fits\n")


@click.command()
@RECORD
@options(JSON, OUTPUT)
def coverage(record: Path, as_json: bool, output: Path) -> None:
    """Print which pages the record holds, by outlet and month.

    \b
    mahdar coverage demo.mahdar
    """
    from ..record import open_record

    with open_record(record) as opened:
        found = opened.coverage()
    with writing(output, inputs=(str(record),)) as out:
        if _put(out, found, as_json):
            return
        for outlet, month, articles, failed in found.rows:
            out.write(
                f"{month or 'undated':10} {plain(outlet) or 'outlet not known'}: {plural(articles, 'article')}"
                f"{f', {failed} failed' if failed else ''}\n"
            )
        for first, last in found.gaps:
            out.write(f"no pages from {first} to {last}\n")


@click.command()
@RECORD
@options(
    click.option("--build", "number", type=int, metavar="N", help="The build to tell of; the last one by default."),
    JSON,
    OUTPUT,
)
def changes(record: Path, number: int | None, as_json: bool, output: Path) -> None:
    """Print what a build added, changed and withdrew.

    \b
    mahdar changes demo.mahdar
    """
    from ..record import open_record

    with open_record(record) as opened:
        found = list(opened.changes(number))
    with writing(output, inputs=(str(record),)) as out:
        if _put(out, found, as_json):
            return
        for change in found:
            told = " · ".join(plain(x) for x in (change.sentence, change.what) if x)
            out.write(f"{change.kind:10} {change.event}  {told}\n")
        if not found:
            out.write("nothing changed\n")
