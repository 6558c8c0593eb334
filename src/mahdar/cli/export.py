"""`mahdar export` and `mahdar brief`: the record for other programs and for a reader's desk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .common import BACKGROUND, FILTERS, OUTPUT, RECORD, filters, options, writing


class Format(click.ParamType):
    """A name of an export format; the list is the library's."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from ..export import FORMATS

        if value not in FORMATS:
            self.fail(f"no format {value!r}; there are {', '.join(FORMATS)}", param, ctx)
        return value


@click.command()
@RECORD
@click.argument("form", metavar="FORMAT", type=Format(), default="jsonl")
@options(*FILTERS, BACKGROUND, OUTPUT)
def export(record: Path, form: str, output: Path, **given: Any) -> None:
    """Write the events of a record in a format for other programs.

    jsonl: everything, one event a line. plover, plover_strict: categories for event data. dyads: CSV, a row for each
    pair of actor and recipient.

    \b
    mahdar export demo.mahdar jsonl --status held
    """
    from .. import export as formats
    from ..record import open_record

    with open_record(record) as opened, writing(output, inputs=(str(record),)) as out:
        formats.write(opened, form, out, **filters(given))


@click.command()
@RECORD
@options(
    *FILTERS,
    OUTPUT,
    click.option(
        "--format",
        "form",
        type=click.Choice(["markdown", "html"]),
        default="markdown",
        show_default=True,
        help="What to write.",
    ),
    click.option("--title", metavar="WORDS", help="Its heading."),
)
def brief(record: Path, form: str, title: str | None, output: Path, **given: Any) -> None:
    """Write a dated, footnoted briefing.

    One sentence an event, without standing background; in the notes the Arabic words (two lines at most), the
    outlet, the address and the date.

    \b
    mahdar brief demo.mahdar --country RUS --from 2018-05
    """
    from ..export.brief import write
    from ..record import open_record

    with open_record(record) as opened, writing(output, inputs=(str(record),)) as out:
        write(opened, out, form=form, title=title, **{**filters(given), "background": False})
