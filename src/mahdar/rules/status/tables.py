"""The status tables: verbs that govern an act, and words of plan."""
from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...arabic.clitics import ARTICLE
from ...arabic.letters import fold
from ...lexicon.table import alternatives, read_table

HERE = Path(__file__).parent


class Governor(NamedTuple):
    """A verb that governs an act in one of its slots, and what becomes of the act: a status, or `drop` where it is no event of its own.

    `control`: who does the act: its subject (subj), its object (obj), its object where it has one, else its subject (whom), or none of
    them (none)."""

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
def light_slots() -> dict[str, str]:
    """The slot in which each light verb takes its noun (رد بطرد, شن هجوما)."""
    return {row["id"]: fold(row["slot"]) for row in read_table(HERE.parent / "acts" / "light.tsv")}


#: where a word of plan stands
WHERE = ("after", "before", "ahead", "run_up", "counted", "first", "then", "intent", "carried")


class Word(NamedTuple):
    """A word of plan and what it makes of the acts it may be said of: all, these (`acts`), or all but these (`but`)."""

    key: str
    status: str
    detail: str
    acts: frozenset[str]
    but: bool

    def fits(self, act: str) -> bool:
        """May the word be said of the act (القمة المحتملة is a plan, الهجوم المحتمل was made)?"""
        return (act in self.acts) != self.but


@cache
def plan_words() -> dict[str, dict[str, tuple[Word, ...]]]:
    """where (after, before, ahead, run_up, counted, first, then, intent, carried) → folded word → its rows."""
    out: dict[str, dict[str, tuple[Word, ...]]] = {w: {} for w in WHERE}
    for row in read_table(HERE / "words.tsv"):
        names = row["acts"].removeprefix("-")
        word = Word(
            f"plan:{row['id']}", row["status"], row["detail"], frozenset(alternatives(names)), names != row["acts"] or not row["acts"]
        )
        for form in map(fold, alternatives(row["forms"])):
            out[row["where"]][form] = (*out[row["where"]].get(form, ()), word)
    return out


@cache
def written(where: str) -> frozenset[str]:
    """The words that stand there, without ال and with it."""
    return frozenset(plan_words()[where]).union(ARTICLE + w for w in plan_words()[where])


def plan_word(where: str, form: str, act: str) -> Word | None:
    """The row of a word that may be said of an act; None where there is none."""
    found = plan_words()[where].get(form)
    return None if found is None else next((w for w in found if w.fits(act)), None)
