"""`mahdar read`: pages in, one reading an article out, sorted by id."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ..errors import PageError
from .common import JOBS, LEXICON, OUTPUT, options, writing
from .terminal import Progress, arabic, paint, plain, say, status


def failure(error: PageError) -> None:
    """Name a page that can't be read, on one line of standard error."""
    where = f"{plain(error.where)}: " if error.where else ""
    hint = f" (try: {error.hint})" if error.hint else ""
    print(f"mahdar: {where}{plain(error.what)}{hint}", file=sys.stderr)


def as_json(reading: Any) -> tuple[str, bytes, int]:
    """The id, the line of the contract, and the number of reports."""
    import msgspec

    return reading.id, msgspec.json.encode(reading) + b"\n", len(reading.reports)


def as_text(reading: Any) -> tuple[str, bytes, int]:
    """The id, the reading for a person, and the number of reports."""
    names = {e.id: e.name for e in reading.entities}

    def called(ids: tuple[str, ...]) -> str:
        return ", ".join(plain(names.get(i, i)) for i in ids)

    head = " · ".join(plain(x) for x in (reading.outlet, reading.published or "date not known") if x)
    lines = [paint(plain(reading.id), "1") + f"  {head}"]
    if reading.title:
        lines.append(f"  {arabic(reading.title)}")
    for r in reading.reports:
        act = f"{r.act} ({r.mode})" if r.mode else r.act
        parties = " → ".join(p for p in (called(r.actors), called(r.recipients)) if p) or "somebody"
        where = f" · {plain(names.get(r.place, r.place))}" if r.place else ""
        said = f" · according to {called(r.source)}" if r.source else ""
        lines.append(f"  {status(r.status)} {act}: {parties} · {r.date or 'undated'}{where}{said}")
        for start, end in r.evidence[:1]:
            lines.append(f"      {arabic(reading.text[start:end])}")
    if not reading.reports:
        lines.append("  no act found")
    return reading.id, ("\n".join(lines) + "\n\n").encode("utf-8", "backslashreplace"), len(reading.reports)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options(
    click.option(
        "--format",
        "form",
        type=click.Choice(["jsonl", "text"]),
        default="text",
        show_default=True,
        help="jsonl: everything read, one article a line. text: acts, for people.",
    ),
    OUTPUT,
    JOBS,
    LEXICON,
)
def read(paths: tuple[str, ...], form: str, output: Path, jobs: int, lexicon: tuple[str, ...]) -> int:
    """Read pages and print what each article reports.

    PATH is a page as crawled (.html, .htm, .txt, each also .gz), a folder of pages, a .jsonl(.gz) file with one known
    article a line (id, url, title, date, outlet, text), or - for standard input. Output is sorted by article id.

    \b
    mahdar read examples/pages --format jsonl
    """
    from .pool import read_all
    from .runs import Runs

    articles = failed = reports = 0
    with Runs() as runs, Progress("articles") as progress:
        for result in read_all(paths, as_json if form == "jsonl" else as_text, jobs=jobs, lexicon=lexicon):
            if isinstance(result, PageError):
                failed += 1
                failure(result)
            else:
                key, line, found = result
                runs.add(key, line)
                articles, reports = articles + 1, reports + found
            progress("reading", articles + failed)
        with writing(output, inputs=paths) as out:
            out.flush()
            for line in runs:
                out.buffer.write(line)
            out.flush()
    say(f"{articles} articles read, {failed} failed, {reports} reports")
    return 3 if failed else 0
