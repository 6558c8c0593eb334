"""The words beside an act that tell its time and place (moments.tsv, venues.tsv), and whether they stand there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ...arabic.clitics import CONJUNCTIONS
from ...arabic.letters import fold
from ...arabic.words import Text
from ...lexicon.table import alternatives, read_table
from ..clauses.model import Clause

HERE = Path(__file__).parent


@cache
def words(table: str, kind: str) -> frozenset[tuple[str, ...]]:
    """The folded forms of one kind in moments.tsv or venues.tsv, each as its words."""
    rows = read_table(HERE / f"{table}.tsv", columns=("id", "kind", "forms"))
    return frozenset(tuple(fold(f).split()) for row in rows if row["kind"] == kind for f in alternatives(row["forms"]))


@cache
def starts(table: str, kind: str) -> frozenset[str]:
    """The one-word forms of a kind."""
    return frozenset(w[0] for w in words(table, kind) if len(w) == 1)


@cache
def _endings(kind: str) -> dict[str, list[tuple[str, ...]]]:
    """The forms of a kind in moments.tsv by their last word."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for w in sorted(words("moments", kind)):
        out.setdefault(w[-1], []).append(w)
    return out


@cache
def last_words(kind: str) -> frozenset[str]:
    """Every token a form of the kind may end with, a joined و or ف before it or not."""
    return frozenset(c + w for w in _endings(kind) for c in ("", *CONJUNCTIONS))


def ends_with(text: Text, at: int, kind: str) -> bool:
    """Do the tokens that end before `at` spell a form of the kind (moments.tsv)?"""
    if at < 1:
        return False
    last = text.norms[at - 1]
    if last not in last_words(kind):
        return False
    table = _endings(kind)
    for w in (*table.get(last, ()), *(table.get(plain(last), ()) if last[:1] in "وف" else ())):
        k = at - len(w)
        if k >= 0 and plain(text.norms[k]) == w[0] and (len(w) == 1 or tuple(text.norms[k + 1 : at]) == w[1:]):
            return True
    return False


def plain(word: str) -> str:
    """The word without a joined و or ف."""
    return word[1:] if word[:1] in "وف" and len(word) > 2 and word not in starts("venues", "whole") else word


def leads(text: Text, clause: Clause, kind: str, reach: int = 3) -> bool:
    """Does a word of the kind stand right before the clause's word, or before what goes with it («خلال أول لقاء»)?"""
    stop = max(clause.start, clause.i - reach)
    for k in range(clause.i, stop, -1):
        if ends_with(text, k, kind):
            return True
        if text.kinds[k - 1] == "P":
            return False
    return False
