"""`mahdar lexicon`: check, search, list and extend the tables; which names of a pile no table knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ..errors import LexiconError, PageError, UsageError
from .common import JOBS, JSON, LEXICON, options
from .terminal import Progress, arabic, plain, say


@click.group()
def lexicon() -> None:
    """Check, search and extend the tables of names and words.

    \b
    mahdar lexicon find لافروف
    """


def _tables(folders: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """(folder, table) of every table, ours first."""
    from ..lexicon import read_table
    from ..lexicon.build import folders_of

    for folder in folders_of(folders):
        for path in sorted(folder.glob("*.tsv")):
            yield str(folder), read_table(path)


@lexicon.command()
@options(LEXICON)
def check(lexicon: tuple[str, ...]) -> int:
    """Check the tables: ours, and your own with --lexicon.

    Prints one problem a line and ends with status 4 if there is any.

    \b
    mahdar lexicon check
    """
    from ..lexicon import lint, load, read_table
    from ..lexicon.build import NAMES, TABLES, folders_of

    problems: list[str] = []
    count = 0
    for folder in folders_of(lexicon):
        for path in sorted(folder.glob("*.tsv")):
            try:
                table = read_table(path)
            except LexiconError as e:
                problems.append(str(e))
                continue
            count += len(table)
            ids = list(table.rows)
            problems += [f"{path.name}: {b} stands after {a}" for a, b in zip(ids, ids[1:], strict=False) if b < a]
            ours = TABLES / path.name
            if folder != TABLES and path.stem not in NAMES:
                problems.append(f"{path.name}: not a table Mahdar reads; there are {', '.join(NAMES)}")
            elif folder != TABLES and (strange := set(table.columns) - set(read_table(ours).columns)):
                problems.append(f"{path.name}: unknown columns {', '.join(sorted(strange))}")
    if not problems:
        load(tuple(lexicon))
        problems = lint.check(tuple(lexicon))
    for problem in problems:
        click.echo(problem)
    say(f"{count} rows, {len(problems)} problems" if problems else f"{count} rows, sound")
    return 4 if problems else 0


@lexicon.command()
@click.argument("words")
@options(LEXICON, JSON)
def find(words: str, lexicon: tuple[str, ...], as_json: bool) -> int:
    """Find the rows that hold a name, in either language, or an id.

    \b
    mahdar lexicon find لافروف
    """
    from ..arabic.letters import fold

    wanted = fold(words.strip()).lower()
    found = []
    for folder, table in _tables(lexicon):
        for row in table:
            if wanted in fold("\n".join(row.values())).lower():
                found.append({"table": table.name, "folder": folder, "row": row})
    if as_json:
        import json

        rows = [{"table": f["table"], "row": f["row"]} for f in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0 if found else 1
    for f in found:
        click.echo(f"{f['table']}.tsv")
        for column, cell in f["row"].items():
            if cell:
                click.echo(f"  {column}: {arabic(cell)}")
    if not found:
        say(f"no row holds {plain(words)}")
    return 0 if found else 1


@lexicon.command("list")
@click.argument("table", required=False)
@options(LEXICON)
def list_rows(table: str | None, lexicon: tuple[str, ...]) -> None:
    """List the tables, or the rows of one.

    \b
    mahdar lexicon list media
    """
    found = False
    for folder, one in _tables(lexicon):
        if table is None:
            click.echo(f"{one.name:20} {len(one):6} rows  columns: {', '.join(one.columns)}")
        elif one.name == table:
            found = True
            for row in one:
                click.echo("\t".join(plain(c) for c in row.values()))
        del folder
    if table and not found:
        raise UsageError(f"no table {table!r}", hint="mahdar lexicon list")


@lexicon.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.argument("table")
@click.argument("cells", nargs=-1, required=True, metavar="COLUMN=VALUE...")
@options()
def add(folder: Path, table: str, cells: tuple[str, ...]) -> None:
    """Add a row to a table of your own, in FOLDER (made if need be).

    The row is checked; a row with an id of ours replaces ours when you read with --lexicon FOLDER.

    \b
    mahdar lexicon add mine people id=person:rania-test name="Rania Test" name_ar="رانيا تست" source=press
    """
    from ..lexicon import Table, load, read_table
    from ..lexicon.build import NAMES, TABLES
    from ..lexicon.table import write_sorted

    if table not in NAMES:
        raise UsageError(f"no table {table!r}", hint=f"one of {', '.join(NAMES)}")
    ours = read_table(TABLES / f"{table}.tsv")
    path = folder / f"{table}.tsv"
    mine = read_table(path) if path.exists() else Table(table, ours.columns, {})
    row = dict.fromkeys(mine.columns, "")
    for cell in cells:
        column, equals, value = cell.partition("=")
        if not equals or column not in row:
            raise UsageError(f"{cell!r} is no cell", hint=f"COLUMN=VALUE, with a column of {', '.join(mine.columns)}")
        row[column] = " ".join(value.split())
    key = row[mine.columns[0]]
    if not key:
        raise UsageError("the row has no id", hint=f"{mine.columns[0]}=…, like {next(iter(ours.rows))}")
    if key in mine.rows:
        raise UsageError(f"{key} is there already", hint=f"edit {path}")
    mine.rows[key] = row
    before = path.read_text(encoding="utf-8") if path.exists() else None
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(write_sorted(mine), encoding="utf-8")
    try:
        read_table(path)
        load((str(folder),))
    except (LexiconError, KeyError, ValueError):
        if before is None:
            path.unlink()
        else:
            path.write_text(before, encoding="utf-8")
        raise
    say(f"{path}: {key} added; read with --lexicon {folder}")


def _named(reading: Any) -> list[tuple[str, str, str, str, str]]:
    """(id, kind, name, Arabic, form) of every mention by name."""
    return [
        (e.id, e.kind, e.name, e.name_ar or "", m.text)
        for e in reading.entities
        for m in e.mentions
        if m.form in ("name", "metonym", "office")
    ]


@lexicon.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options(
    JOBS,
    LEXICON,
    click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=50,
        show_default=True,
        metavar="N",
        help="How many names of each kind.",
    ),
)
def report(paths: tuple[str, ...], jobs: int, lexicon: tuple[str, ...], limit: int) -> int:
    """Print the most frequent names of some pages, all spellings together, and those no table knows.

    \b
    mahdar lexicon report examples/pages --limit 10
    """
    from collections import Counter, defaultdict

    from ..lexicon import load
    from .pool import read_all
    from .read import failure

    articles: Counter[str] = Counter()
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    known_as: dict[str, tuple[str, str]] = {}
    failed = 0
    with Progress("articles") as progress:
        for n, result in enumerate(read_all(paths, _named, jobs=jobs, lexicon=lexicon), 1):
            progress("reading", n)
            if isinstance(result, PageError):
                failed += 1
                failure(result)
                continue
            articles.update(sorted({r[0] for r in result}))
            for ident, kind, name, _, form in result:
                spellings[ident][form] += 1
                known_as.setdefault(ident, (kind, name))
    table = load(tuple(lexicon))
    ranked = sorted(articles, key=lambda i: (-articles[i], i))
    for title, want in (("known", True), ("not in any table", False)):
        chosen = [i for i in ranked if (table.get(i) is not None) is want and known_as[i][0] != "unnamed"][:limit]
        click.echo(f"{title}:")
        for ident in chosen:
            forms = " | ".join(plain(f) for f, _ in sorted(spellings[ident].items(), key=lambda x: (-x[1], x[0]))[:8])
            click.echo(f"  {articles[ident]:5}  {known_as[ident][0]:12} {plain(known_as[ident][1])}  {arabic(forms)}")
    return 3 if failed else 0
