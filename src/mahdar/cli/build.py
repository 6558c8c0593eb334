"""`mahdar build` and `mahdar add`: pages into a record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ..errors import UsageError
from .common import JOBS, LEXICON, RECORD, days, options
from .terminal import Progress, plain, say


def _told(built: Any) -> int:
    """Name what failed and count what was done; the exit status."""
    for failed in built.failed:
        print(f"mahdar: {plain(failed.page)}: {plain(failed.why)}", file=sys.stderr)
    say(
        f"{built.added} pages added, {built.known} known already, {len(built.failed)} failed; "
        f"{built.articles} articles, {built.reports} reports, {built.events} events "
        f"({built.new} new, {built.changed} changed, {built.withdrawn} withdrawn)"
    )
    return 3 if built.failed else 0


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options(
    click.option(
        "--output",
        "-o",
        "record",
        required=True,
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="RECORD",
        help="The record to write, or to extend by what is new.",
    ),
    JOBS,
    LEXICON,
)
def build(paths: tuple[str, ...], record: Path, jobs: int, lexicon: tuple[str, ...]) -> int:
    """Read pages and write or extend a record.

    PATH is what `mahdar read` takes. RECORD is one SQLite file; onto an existing one only new pages are read. The same
    pages give the same record in any order, in any number of builds and with any --jobs.

    \b
    mahdar build examples/pages -o demo.mahdar
    """
    from ..building import build as write

    with Progress("pages") as progress:
        built = write(list(paths), record, jobs=jobs, lexicon=tuple(lexicon), progress=progress)
    return _told(built)


@click.command()
@RECORD
@click.argument("page", default="-", metavar="[PAGE|-]")
@options(
    click.option("--url", metavar="ADDRESS", help="Where the page was published."),
    click.option(
        "--date", metavar="DATE", help="The day it was published, if you know it. Never the day you found it."
    ),
    click.option(
        "--id", "name", metavar="NAME", help="What to call the page; else its address, or a hash of its words."
    ),
    LEXICON,
)
def add(record: Path, page: str, url: str | None, date: str | None, name: str | None, lexicon: tuple[str, ...]) -> int:
    """Add one page, pasted or piped in, to a record.

    \b
    mahdar add demo.mahdar examples/pages/{page} --url https://news.example/1 --date 2018-05-31
    """
    from hashlib import sha256

    from ..building import build as write
    from ..model import Page

    data = sys.stdin.buffer.read() if page == "-" else Path(page).read_bytes()
    if not data.strip():
        raise UsageError(f"{'standard input' if page == '-' else page} is empty", hint="paste or pipe a page into it")
    key = name or (url or "").partition("://")[2].rstrip("/") or f"page-{sha256(data).hexdigest()[:12]}"
    html = {".html": True, ".htm": True, ".txt": False}.get(Path(page).suffix.lower())
    built = write(
        [Page(id=key, path=page, data=data, html=html, url=url, date=days(date))], record, lexicon=tuple(lexicon)
    )
    return _told(built)
