"""`mahdar rule`: what people decide about a record; kept apart from what was read, applied again on every build."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from .common import JSON, OUTPUT, RECORD, options, writing
from .terminal import plain, say


@click.group()
def rule() -> None:
    """Confirm, correct, merge, split, reject or redact, with a reason.

    Rulings are only ever added; `undo` is one too. They are applied again on every build.

    \b
    mahdar rule confirm demo.mahdar {event} --who Amal --reason "saw the photograph"
    """


WHO = click.option("--who", required=True, envvar="MAHDAR_WHO", metavar="NAME", help="Who decides (or MAHDAR_WHO).")
REASON = click.option("--reason", required=True, metavar="WORDS", help="Why.")
SPANS = {"start": "The first letter's offset in the article.", "end": "The offset behind the last letter."}
FACTS = {
    "status": "held, planned, proposed, cancelled or denied.",
    "actors": "Who does it; several parted by |.",
    "recipients": "To whom; several parted by |.",
    "date": "When.",
    "place": "Where.",
    "mode": "How.",
    "detail": "More about its status.",
}
# kind: what its target is, its sentence, what it needs, what it may have, an example
KINDS: dict[str, tuple[str, str, dict[str, str], dict[str, str], str]] = {
    "confirm": ("event", "Say that an event is right.", {}, {}, "{event}"),
    "comment": (
        "event",
        "Write something beside an event.",
        {"text": "The comment."},
        {},
        '{event} --text "see also …"',
    ),
    "correct": (
        "event",
        "Correct one field of an event.",
        {"field": "date, place, status, act, mode, detail, actors or recipients.", "value": "What it should be."},
        {},
        "{event} --field date --value 2018-05-31",
    ),
    "merge": ("event", "Say that two events are one.", {"other": "The other event."}, {}, "{event} --other {event}"),
    "split": ("event", "Take a report out of an event.", {"report": "ARTICLE#rN."}, {}, "{event} --report {report}"),
    "reject": ("target", "Say that an event, or a report (ARTICLE#rN), is wrong.", {}, {}, "{event}"),
    "add": (
        "article",
        "Add an act that the machine missed, by its words.",
        {**SPANS, "act": "meet, visit, call …"},
        FACTS,
        "{article} --start 0 --end 10 --act meet",
    ),
    "redact": ("article", "Purge an article, or some of its words, everywhere.", {}, SPANS, "{article}"),
    "undo": ("ruling", "Undo a ruling.", {}, {}, "{ruling}"),
}


def _command(kind: str) -> click.Command:
    """The command of one kind of ruling."""
    target, sentence, needs, may, example = KINDS[kind]

    def decide(record: Path, target: str, who: str, reason: str, **what: Any) -> None:
        from ..record.rulings import rule as decide

        given = {k: v for k, v in what.items() if v is not None}
        made = decide(record, kind, target, who=who, reason=reason, **given)
        click.echo(made.id)
        say(f"{kind} {plain(target)}: {made.state}")

    text = f'{sentence}\n\n\b\nmahdar rule {kind} demo.mahdar {example} --who Amal --reason "…"'
    typed: dict[str, Any] = {"start": int, "end": int}
    given = [
        click.option(
            f"--{name}",
            required=name in needs,
            type=typed.get(name, str),
            metavar="N" if name in typed else "X",
            help=said,
        )
        for name, said in {**needs, **may}.items()
    ]
    decorated = options(*given, WHO, REASON)(decide)
    decorated = click.argument("target", metavar=target.upper())(decorated)
    return click.command(kind, help=text)(RECORD(decorated))


for _kind in KINDS:
    rule.add_command(_command(_kind))


@rule.command("list")
@RECORD
@options(JSON)
def list_rulings(record: Path, as_json: bool) -> None:
    """List the rulings, with what became of each.

    \b
    mahdar rule list demo.mahdar
    """
    import msgspec

    from ..record import open_record

    with open_record(record) as opened:
        found = list(opened.rulings())
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
        return
    for r in found:
        what = ", ".join(f"{k} {plain(str(v))}" for k, v in r.what.items())
        click.echo(f"{r.id}  {r.day} {plain(r.who)}: {r.kind} {plain(r.target)} {what} ({plain(r.reason)}) {r.state}")
    if not found:
        click.echo("no rulings")


@rule.command("export")
@RECORD
@options(OUTPUT)
def export_lines(record: Path, output: Path) -> None:
    """Write the rulings as JSON lines, to share them.

    \b
    mahdar rule export demo.mahdar -o rulings.jsonl
    """
    from ..record import open_record
    from ..record.rulings import export_rulings

    with open_record(record) as opened:
        lines = export_rulings(opened.db)
    with writing(output, inputs=(str(record),)) as out:
        out.write(lines)


@rule.command("import")
@RECORD
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@options()
def import_lines(record: Path, file: Path) -> None:
    """Take in rulings of others; those already there are passed over.

    \b
    mahdar rule import demo.mahdar rulings.jsonl
    """
    from ..record.rulings import import_rulings

    data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    lines = data.decode("utf-8", "replace").splitlines()
    say(f"{import_rulings(record, lines)} new rulings")
