"""`mahdar check`: is the record sound?"""

from __future__ import annotations

from pathlib import Path

import click

from .common import RECORD, options
from .terminal import say


@click.command()
@RECORD
@options()
def check(record: Path) -> int:
    """Check that a record is sound.

    Prints one problem a line and ends with status 4 if there is any.

    \b
    mahdar check demo.mahdar
    """
    from ..record import check as problems

    found = problems(record)
    for problem in found:
        click.echo(problem)
    say(f"{record}: {f'{len(found)} problems' if found else 'sound'}")
    return 4 if found else 0
