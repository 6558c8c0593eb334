"""`mahdar version` and `mahdar completion`."""

from __future__ import annotations

import click

from .common import JSON, options


@click.command()
@options(JSON)
def version(as_json: bool) -> None:
    """Print the version and what it was built from.

    `rules` stands for all code and tables that a reading depends on: the same rules read the same page alike.

    \b
    mahdar version
    """
    import json
    import platform
    import sqlite3
    from importlib.metadata import version as installed

    from ..lexicon import load
    from ..reading import version as rules

    facts = {
        "mahdar": installed("mahdar"),
        "rules": rules(load()),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "msgspec": installed("msgspec"),
        "hijridate": installed("hijridate"),
    }
    click.echo(json.dumps(facts) if as_json else "\n".join(f"{k} {v}" for k, v in facts.items()))


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@options()
def completion(shell: str) -> None:
    """Print the lines that make a shell complete mahdar's verbs.

    \b
    mahdar completion bash >> ~/.bashrc
    """
    from click.shell_completion import get_completion_class

    from .main import cli

    kind = get_completion_class(shell)
    assert kind is not None  # the choice above allows only shells that click knows
    click.echo(kind(cli, {}, "mahdar", "_MAHDAR_COMPLETE").source())
