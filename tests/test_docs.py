"""What isn't documented fails here: every command and option, every table and its columns."""

from __future__ import annotations

import inspect
import re
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from mahdar.cli.main import COMMANDS, cli
from mahdar.lexicon import read_table
from mahdar.rules.acts import conditions

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "mahdar"
DOCS = ROOT / "docs"


def commands(group: click.Group, path: str = "mahdar") -> Iterator[tuple[str, click.Command]]:
    """(path, command) of every command, in the order of the help."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


ALL = list(commands(cli))


def sections(path: Path) -> dict[str, str]:
    """The sections of a page by their headings, without backticks."""
    parts = re.split(r"^#+ (.*)$", path.read_text(encoding="utf-8"), flags=re.M)
    return {title.replace("`", "").strip(): body for title, body in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("path,command", ALL, ids=[p for p, _ in ALL])
def test_commands_and_options_are_documented(path: str, command: click.Command) -> None:
    page = sections(DOCS / "commands.md")
    assert path in page, f"docs/commands.md has no section {path}"
    everywhere = page["In every command"]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            for flag in parameter.opts:
                assert f"`{flag}" in page[path] or f"`{flag}" in everywhere, f"{path} {flag} isn't in docs/commands.md"


@pytest.mark.parametrize("path,command", ALL, ids=[p for p, _ in ALL])
def test_help_has_a_sentence_and_an_example(path: str, command: click.Command) -> None:
    text = inspect.cleandoc(command.help or "")
    assert text.split("\n")[0].endswith("."), path
    assert f"\n{path.removesuffix(' list')}" in text.replace("\b", ""), f"{path} shows no example"


def test_the_page_of_commands_is_the_commands_own_help() -> None:
    done = subprocess.run([sys.executable, ROOT / ".ci" / "commands", "--check"])
    assert done.returncode == 0, "write it again: .venv/bin/python .ci/commands"


def test_group_help_is_the_commands_own() -> None:
    for name, _, first in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None and (command.help or "").split("\n")[0] == first, name


def documented(page: str, table: str, columns: tuple[str, ...]) -> list[str]:
    """What a page doesn't say of a table: it has a row `| `table` | what | columns |`."""
    row = next((x for x in page.splitlines() if x.startswith(f"| `{table}`")), "")
    return [c for c in columns if f"`{c}`" not in row] if row else ["the table itself"]


@pytest.mark.parametrize("path", sorted((SOURCE / "lexicon/tables").glob("*.tsv")), ids=lambda p: p.name)
def test_lexicon_tables_are_documented(path: Path) -> None:
    page = (SOURCE / "lexicon/tables/README.md").read_text(encoding="utf-8")
    assert not documented(page, path.name, read_table(path).columns)


RULE_TABLES = sorted(p for p in SOURCE.rglob("*.tsv") if SOURCE / "lexicon" not in p.parents)


@pytest.mark.parametrize("path", RULE_TABLES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_rule_tables_are_documented(path: Path) -> None:
    page = (DOCS / "rules.md").read_text(encoding="utf-8")
    assert not documented(page, path.relative_to(SOURCE).as_posix(), read_table(path).columns)


def test_record_tables_are_documented() -> None:
    page = sections(DOCS / "record.md")
    with sqlite3.connect(":memory:") as base:
        base.executescript((SOURCE / "record/schema.sql").read_text(encoding="utf-8"))
        names = base.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view', 'virtual')"
            " AND name NOT LIKE 'sqlite_%' ORDER BY name").fetchall()
        for (name,) in names:
            assert name in page, f"docs/record.md has no section {name}"
            for _, column, *_ in base.execute(f"PRAGMA table_info({name})"):
                assert f"`{column}`" in page[name], f"docs/record.md: {name}.{column}"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example pages and demo.mahdar, as the examples of the help expect."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "examples").symlink_to(ROOT / "examples")
    (folder / "rulings.jsonl").write_text("", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "mahdar", "build", "examples/pages", "-o", "demo.mahdar"], cwd=folder)
    assert done.returncode == 0
    return folder


def examples(command: click.Command) -> list[str]:
    """The command lines that a command's help shows."""
    text = inspect.cleandoc(command.help or "")
    return [x.strip() for block in text.split("\b\n")[1:] for x in block.split("\n\n")[0].splitlines() if x.strip()]


def placeholders(demo: Path) -> dict[str, str]:
    """What stands for {event} and its like."""
    from mahdar.record import open_record

    with open_record(demo / "demo.mahdar") as record:
        events = sorted(record.timeline(), key=lambda e: (-len(e.reports), e.id))
        rulings = [r.id for r in record.rulings() if r.state == "active"]
    several, told = events[0], events[0].reports[-1]
    page = sorted((demo / "examples/pages").rglob("*.txt"))[0].relative_to(demo / "examples/pages").as_posix()
    return {"event": several.id, "report": f"{told.article}#{told.report}", "article": told.article, "page": page,
            "ruling": rulings[-1] if rulings else "", "other": events[-1].id}  # fmt: skip


def test_the_examples_of_the_help_run(demo: Path) -> None:
    later = {"mahdar rule redact": 1, "mahdar rule undo": 2}      # these take away what others need
    wanted = [(path, line) for path, command in ALL for line in examples(command) if line.startswith("mahdar ")]
    assert len(wanted) > 25
    for path, line in sorted(wanted, key=lambda x: later.get(x[0], 0)):
        for name, value in placeholders(demo).items():
            line = line.replace("--other {event}", "--other {other}").replace(f"{{{name}}}", value)
        arguments = shlex.split(line.partition(" >>")[0])[1:]
        if arguments[0] == "serve":
            arguments = ["serve", "demo.mahdar", "--get", "/en/"]
        done = subprocess.run([sys.executable, "-m", "mahdar", *arguments], cwd=demo, capture_output=True, timeout=120)
        assert done.returncode == 0, (path, line, done.stderr.decode())


def test_conditions_of_acts_are_documented() -> None:
    told = sections(DOCS / "rules.md")["The column when"]
    rows = "".join(line.split("|")[1] for line in told.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`([a-z]+)`", rows)) == conditions._NAMED
