"""Modes the words beside an act tell: an official visit, indirect talks, a threat of sanctions, a raid by drones."""
from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...arabic.letters import fold
from ...arabic.words import Text
from ...lexicon.table import alternatives, read_table
from .draft import Draft

#: tokens before the act and behind it in which a word, and a phrase, tells its mode
BEFORE, BEHIND, FAR = 2, 6, 12


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


def _ends(text: Text, k: int) -> bool:
    """Does a sentence or a line end with the token?"""
    return text.kinds[k] == "B" or text.norms[k] == "."


def refine(drafts: list[Draft], text: Text) -> None:
    """Give each draft the mode the words around its anchor tell, where its row leaves it open.

    «قام لافروف بزيارة رسمية إلى بكين» is a visit of mode official; two modes told at once that exclude each other are decided by
    the order of the table.
    """
    for draft in drafts:
        rows = modes().get(draft.act)
        if rows is None:
            continue
        first = next((k + 1 for k in range(draft.i - 1, draft.i - BEFORE - 1, -1) if k < 0 or _ends(text, k)), draft.i - BEFORE)
        last = next((k for k in range(draft.j, min(draft.j + FAR, len(text))) if _ends(text, k)), draft.j + FAR)
        words = text.norms[first:last]
        near, line = set(words[: draft.j - first + BEHIND]), f" {' '.join(words)} "
        for row in rows:
            if (draft.mode is None or draft.mode in row.over) and (row.single & near or any(p in line for p in row.phrases)):
                draft.mode = row.mode
