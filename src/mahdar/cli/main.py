"""`mahdar`: the verbs in the order of the work, imported when called; errors and exit codes in one place."""

from __future__ import annotations

import difflib
import gc
import importlib
import os
import sys

import click

from ..errors import MahdarError, UsageError

# name, "module:function", first line of its help
COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("read", "read:read", "Read pages and print what each article reports."),
    ("build", "build:build", "Read pages and write or extend a record."),
    ("add", "build:add", "Add one page, pasted or piped in, to a record."),
    ("timeline", "timeline:timeline", "Print the events of a record by day."),
    ("show", "show:show", "Print one event: who says what, and in which words."),
    ("explain", "show:explain", "Say why an event or a report reads as it does."),
    ("search", "views:search", "Find words in the articles of a record."),
    ("quotes", "views:quotes", "Print what somebody said, in order."),
    ("promises", "views:promises", "Print invitations, plans and threats, and what became of them."),
    ("coverage", "views:coverage", "Print which pages the record holds, by outlet and month."),
    ("changes", "views:changes", "Print what a build added, changed and withdrew."),
    ("export", "export:export", "Write the events of a record in a format for other programs."),
    ("brief", "export:brief", "Write a dated, footnoted briefing."),
    ("rule", "rule:rule", "Confirm, correct, merge, split, reject or redact, with a reason."),
    ("serve", "serve:serve", "Show a record in the browser, on this machine only."),
    ("check", "check:check", "Check that a record is sound."),
    ("times", "times:times", "Print the calendar expressions of a text and their values."),
    ("lexicon", "lexicon:lexicon", "Check, search and extend the tables of names and words."),
    ("version", "version:version", "Print the version and what it was built from."),
    ("completion", "version:completion", "Print the lines that make a shell complete mahdar's verbs."),
)

EXIT_CODES = """\b
Exit status:
  0    done
  1    failed
  2    wrong usage
  3    done, but some pages failed (named on standard error)
  4    a check found something
  130  interrupted
"""


#: how seldom the collector of cycles looks: reading makes next to none, and tables that fill up would be walked again and again
COLLECT = (50_000, 50, 100)


class _PipeClosed(Exception):
    """Whoever read our output has gone."""


class Verbs(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, _, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for name, target, _ in COMMANDS:
            if name == cmd_name:
                module, attribute = target.split(":")
                return getattr(importlib.import_module(f"mahdar.cli.{module}"), attribute)
        return None

    def resolve_command(self, ctx: click.Context, args: list[str]):
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in self.list_commands(ctx):
            near = difflib.get_close_matches(name, self.list_commands(ctx), 1)
            hint = f"mahdar {near[0]}" if near else "mahdar --help"
            raise UsageError(f"no command {name!r}", hint=hint)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, _, text in COMMANDS])

    def invoke(self, ctx: click.Context):
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise _PipeClosed from None


@click.command(
    cls=Verbs,
    epilog=EXIT_CODES,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "MAHDAR", "max_content_width": 100},
)
@click.version_option(package_name="mahdar", message="mahdar %(version)s")
def cli() -> None:
    """Reads Arabic news pages and writes the record: who did what to whom, where, when, and on whose word.

    \b
    mahdar build pages/ -o file.mahdar
    mahdar timeline file.mahdar --country PRK --country RUS
    """


def _say(error: MahdarError) -> None:
    """One line what, one line what to try."""
    text = f"{error.where}: {error.what}" if error.where else error.what
    print(f"mahdar: {text}", file=sys.stderr)
    if error.hint:
        print(f"  try: {error.hint}", file=sys.stderr)


def _quiet_end() -> None:
    """Nobody reads any more: keep Python from complaining when it flushes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _wants_trace() -> bool:
    return "--debug" in sys.argv or bool(os.environ.get("MAHDAR_DEBUG"))


def run(args: list[str] | None = None) -> int:
    """Run one command line; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = cli.main(args=args, prog_name="mahdar", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (_PipeClosed, BrokenPipeError):
        _quiet_end()
        return 0
    except click.exceptions.NoArgsIsHelpError as e:
        print(e.ctx.get_help())
        return 0
    except click.ClickException as e:
        context = getattr(e, "ctx", None)
        verb = context.command_path if context else "mahdar"
        print(f"mahdar: {e.format_message()}\n  try: {verb} --help", file=sys.stderr)
        return e.exit_code
    except (click.Abort, KeyboardInterrupt):
        print("mahdar: interrupted", file=sys.stderr)
        return 130
    except MahdarError as e:
        if _wants_trace():
            raise
        _say(e)
        return 2 if isinstance(e, UsageError) else 1
    except OSError as e:
        if _wants_trace():
            raise
        where = f"{e.filename}: " if e.filename else ""
        print(
            f"mahdar: {where}{e.strerror or e}\n  try: check path, permissions and room on the disk",
            file=sys.stderr,
        )
        return 1
    except Exception as e:
        if _wants_trace():
            raise
        print(
            f"mahdar: internal error: {type(e).__name__}: {e}\n  try: again with --debug, and report what it prints",
            file=sys.stderr,
        )
        return 1


def main() -> None:
    """The entry point of the `mahdar` command."""
    gc.set_threshold(*COLLECT)
    status = run()
    gc.freeze()  # all that has been read would be walked for cycles once more at the end
    sys.exit(status)
