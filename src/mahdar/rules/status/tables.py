"""The status tables: verbs that govern an act, and words of plan."""
from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...arabic.letters import fold
from ...lexicon.table import alternatives, read_table

HERE = Path(__file__).parent


class Governor(NamedTuple):
    """A verb that governs an act in one of its slots, and what becomes of the act: a status, or `drop` where it is no event of its own.

    `control`: whether its subject is the doer of the act."""

    key: str
    slots: frozenset[str]
    status: str
    detail: str | None
    control: str
    acts: frozenset[str]


@cache
def governors() -> dict[str, Governor]:
    """Governing verbs by id."""
    out = {}
    for row in read_table(HERE / "governors.tsv"):
        out[row["id"]] = Governor(f"govern:{row['id']}", frozenset(fold(s) for s in alternatives(row["slots"])), row["status"],
                                  row["detail"] or None, row["control"], frozenset(alternatives(row["acts"])))
    return out


@cache
def plan_words() -> dict[str, dict[str, tuple[str, str, str]]]:
    """where (after, before, ahead, run_up, counted) → folded word → (row key, status, detail)."""
    out: dict[str, dict[str, tuple[str, str, str]]] = {"after": {}, "before": {}, "ahead": {}, "run_up": {}, "counted": {}}
    for row in read_table(HERE / "words.tsv"):
        for form in alternatives(row["forms"]):
            out[row["where"]][fold(form)] = (f"plan:{row['id']}", row["status"], row["detail"])
    return out

