"""What a person sees: colour and isolates on a terminal only, and progress on standard error."""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import Any

from .common import setting

_STATUS = {"held": "32", "planned": "36", "proposed": "34", "cancelled": "33", "denied": "31"}
_MARK = {"held": "●", "planned": "○", "proposed": "◌", "cancelled": "✕", "denied": "⊘"}
_CONTROL: dict[int, str | None] = {
    c: None
    for c in (
        *range(0x20),
        0x7F,
        *range(0x80, 0xA0),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
    )
}
_CONTROL.update({9: " ", 10: " ", 13: " "})


def is_terminal(stream: Any = None) -> bool:
    """Whether a person watches this stream."""
    return bool((stream or sys.stdout).isatty())


def coloured() -> bool:
    """Whether to colour standard output."""
    return is_terminal() and not (setting("plain") or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb")


def paint(text: str, code: str) -> str:
    """The text in a colour, where there are colours."""
    return f"\x1b[{code}m{text}\x1b[0m" if coloured() else text


def plain(text: str | None) -> str:
    """Page text on one line, without anything a terminal would obey.

    >>> plain("قال\\n\\x1b[2Jوأضاف")
    'قال [2Jوأضاف'
    """
    return (text or "").translate(_CONTROL)


def arabic(text: str | None) -> str:
    """Arabic words in logical order; isolated from the English around them on a terminal."""
    words = plain(text)
    return f"\u2067{words}\u2069" if words and is_terminal() else words


def status(name: str) -> str:
    """The status as a mark and a word."""
    return paint(f"{_MARK.get(name, '?')} {name}", _STATUS.get(name, "0"))


def say(text: str) -> None:
    """A line for the person, on standard error, unless --quiet."""
    if not setting("quiet"):
        print(text, file=sys.stderr)


class Progress:
    """How far the work is: a bar on a terminal, else a line every `step` items; nothing when quiet."""

    def __init__(self, noun: str, *, step: int = 2000) -> None:
        self.noun, self.step, self.told = noun, step, 0
        self.bar: Any = None
        self.task: Any = None
        self.stage = ""

    def __enter__(self) -> Progress:
        if is_terminal(sys.stderr) and not setting("quiet"):
            from rich.console import Console
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                Progress,
                SpinnerColumn,
                TextColumn,
                TimeElapsedColumn,
            )

            self.bar = Progress(
                SpinnerColumn(),
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar:
            self.bar.stop()

    def __call__(self, stage: str, done: int, total: int | None = None) -> None:
        """Tell how far a stage is."""
        if self.bar:
            if self.task is None or stage != self.stage:
                self.task = self.bar.add_task(stage, total=total)
            self.bar.update(self.task, completed=done, total=total)
        elif done - self.told >= self.step and stage == self.stage:
            self.told = done
            say(f"{stage}: {done}{f' of {total}' if total else ''} {self.noun}")
        if stage != self.stage:
            self.stage, self.told = stage, done
