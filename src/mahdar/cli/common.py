"""What commands share: the same option means the same in every one."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO, cast

import click

from ..errors import UsageError

EVERYWHERE = (
    click.option(
        "--quiet",
        "-q",
        is_flag=True,
        expose_value=False,
        callback=lambda c, p, v: _set(c, "quiet", v),
        help="Say nothing on standard error but errors.",
    ),
    click.option(
        "--no-color",
        is_flag=True,
        expose_value=False,
        callback=lambda c, p, v: _set(c, "plain", v),
        help="No colour, even on a terminal (NO_COLOR does the same).",
    ),
    click.option("--debug", is_flag=True, expose_value=False, help="Show the trace of an error."),
)


def _set(context: click.Context, name: str, value: bool) -> None:
    context.find_root().meta[f"mahdar.{name}"] = value


def setting(name: str) -> bool:
    """A setting given on this command line: quiet or plain."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().meta.get(f"mahdar.{name}"))


def options(*decorators: Callable) -> Callable:
    """Several options as one decorator, in the order given, the common ones last."""

    def decorate(function: Callable) -> Callable:
        for decorator in reversed((*decorators, *EVERYWHERE)):
            function = decorator(function)
        return function

    return decorate


RECORD = click.argument("record", type=click.Path(path_type=Path))
LEXICON = click.option(
    "--lexicon",
    "-l",
    multiple=True,
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False),
    help="Tables of your own, read after Mahdar's. May be given several times.",
)
JOBS = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Processes to read with. The output doesn't depend on it.",
)
OUTPUT = click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default="-",
    metavar="FILE",
    help="Where to write; - is standard output.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document instead of text.")
JSONL = click.option("--jsonl", "as_jsonl", is_flag=True, help="One JSON object a line instead of text.")
CSV = click.option("--csv", "as_csv", is_flag=True, help="Comma-separated values instead of text.")
SINCE = click.option("--from", "since", metavar="DATE", help="Not before this day (2018-05-31, 2018-05 or 2018).")
UNTIL = click.option("--to", "until", metavar="DATE", help="Not after this day (2018-05-31, 2018-05 or 2018).")

FILTERS = (
    click.option(
        "--who", multiple=True, metavar="NAME", help="Somebody who takes part: a name in English or Arabic, or an id."
    ),
    click.option(
        "--country", multiple=True, metavar="ISO", help="A country that takes part, by its three letters (PRK)."
    ),
    click.option("--act", multiple=True, metavar="ACT", help="meet, visit, call, invite, accuse, …"),
    click.option("--mode", multiple=True, metavar="MODE", help="How: direct, phone, sign, tariff, …"),
    click.option(
        "--status",
        multiple=True,
        type=click.Choice(["held", "planned", "proposed", "cancelled", "denied"]),
        help="Whether it happened.",
    ),
    click.option("--place", multiple=True, metavar="NAME", help="Where it happened: a city or a country."),
    click.option("--source", multiple=True, metavar="NAME", help="On whose word it stands."),
    SINCE,
    UNTIL,
    click.option("--words", metavar="WORDS", help="Words that its evidence holds."),
    click.option(
        "--independent", type=click.IntRange(min=0), default=0, metavar="N", help="At least N independent sources."
    ),
    click.option("--reviewed", is_flag=True, help="Only what a person has confirmed."),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N events."),
)

BACKGROUND = click.option(
    "--no-background", is_flag=True, help="Leave out standing background (a war named in passing)."
)


def days(text: str | None, *, last: bool = False) -> str | None:
    """A day, month or year as the first or the last ISO day of it.

    >>> days("2018-02"), days("2018-02", last=True), days(None)
    ('2018-02-01', '2018-02-28', None)

    Errors: `UsageError` where it isn't a date.
    """
    if not text:
        return None
    import calendar
    from datetime import date

    try:
        year, *rest = (int(p) for p in text.split("-"))
        if not rest:
            return date(year, 12 if last else 1, 31 if last else 1).isoformat()
        if len(rest) == 1:
            return date(year, rest[0], calendar.monthrange(year, rest[0])[1] if last else 1).isoformat()
        month, day = rest
        return date(year, month, day).isoformat()
    except (ValueError, TypeError):
        raise UsageError(f"{text!r} is no date", hint="write it as 2018-05-31, 2018-05 or 2018") from None


def filters(given: dict[str, Any]) -> dict[str, Any]:
    """The filter options of a command as the record's own arguments."""
    chosen = dict(given)
    chosen["since"], chosen["until"] = days(chosen.get("since")), days(chosen.get("until"), last=True)
    chosen["country"] = tuple(c.upper() for c in chosen.get("country", ()))
    chosen["background"] = not chosen.pop("no_background", False)
    return chosen


@contextlib.contextmanager
def writing(path: Path, *, inputs: tuple[str, ...] = ()) -> Iterator[TextIO]:
    """Standard output for `-`; else a file that appears whole when all is written, or not at all.

    Errors: `UsageError` where the file is one of the inputs.
    """
    if str(path) == "-":
        yield sys.stdout
        return
    if any(i != "-" and Path(i).exists() and path.exists() and os.path.samefile(i, path) for i in inputs):
        raise UsageError(f"{path} is also read", hint="give --output another name")
    if path.exists() and not path.is_file():  # a pipe or a device: written to, never replaced
        with path.open("w", encoding="utf-8", newline="\n") as device:
            yield device
        return
    handle = tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=f".{path.name}.", delete=False
    )
    try:
        with handle:
            yield cast(TextIO, handle)
        os.chmod(handle.name, 0o644)
        os.replace(handle.name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(handle.name)
        raise
