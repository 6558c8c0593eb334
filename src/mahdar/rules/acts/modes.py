"""Modes the words beside an act tell: an official visit, indirect talks, a threat of sanctions, a raid by drones."""
from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...arabic.letters import fold
from ...arabic.words import Text
from ...lexicon.table import alternatives, read_table
from .draft import Draft

BEFORE, BEHIND = 5, 9


class Mode(NamedTuple):
    """A row: where an act has no mode, or one of `over`, and one of the words stands near, the mode is told."""

    over: frozenset[str]
    mode: str
    single: frozenset[str]
    phrases: tuple[str, ...]


@cache
def modes() -> dict[str, tuple[Mode, ...]]:
    """Rows by act, in the order of the table."""
    out: dict[str, tuple[Mode, ...]] = {}
    for row in read_table(Path(__file__).parent / "modes.tsv"):
        forms = [fold(w) for w in alternatives(row["words"])]
        mode = Mode(
            frozenset(alternatives(row["over"])),
            row["mode"],
            frozenset(f for f in forms if " " not in f),
            tuple(f" {f} " for f in forms if " " in f),
        )
        out[row["act"]] = (*out.get(row["act"], ()), mode)
    return out


def refine(drafts: list[Draft], text: Text) -> None:
    """Give each draft the mode the words around its anchor tell, where its row leaves it open.

    «قام لافروف بزيارة رسمية إلى بكين» is a visit of mode official; two modes told at once that exclude each other are decided by
    the order of the table.
    """
    for draft in drafts:
        rows = modes().get(draft.act)
        if rows is None:
            continue
        first = max(draft.i - BEFORE, 0)
        while first < draft.i and text.kinds[first] == "B":
            first += 1
        words = text.norms[first : draft.j + BEHIND]
        if "." in words[draft.j - first :]:
            words = words[: words.index(".", draft.j - first)]
        near, line = set(words), f" {' '.join(words)} "
        for row in rows:
            if (draft.mode is None or draft.mode in row.over) and (row.single & near or any(p in line for p in row.phrases)):
                draft.mode = row.mode
