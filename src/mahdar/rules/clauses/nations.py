"""Nationality adjectives of one word → the state, from the lexicon."""
from __future__ import annotations

from functools import cache
from pathlib import Path

from ...arabic.clitics import ARTICLE, bare
from ...arabic.letters import fold
from ...lexicon import load
from ...lexicon.build import TABLES
from ...lexicon.inflect import nationality
from ...lexicon.table import alternatives, read_table


@cache
def nations() -> dict[str, str]:
    """Folded adjective without ال → state id; adjectives of two states are left out.

    >>> nations()["روسيه"]
    'state:RUS'
    """
    found: dict[str, set[str]] = {}
    for word, items in load().nations.items():
        for _, state, _ in items:
            found.setdefault(bare(word), set()).add(state)
    out = {word: next(iter(states)) for word, states in sorted(found.items()) if len(states) == 1}
    for word in [w for w in out if w.endswith("ي")]:
        for ending in ("ا", "ان", "ين", "ون"):
            out.setdefault(word + ending, out[word])
    for word in [w for w in out if w.endswith("يه")]:
        for ending in ("تان", "تين"):           # طائرتان روسيتان
            out.setdefault(word[:-1] + ending, out[word])
    for row in read_table(Path(__file__).parent / "blocs.tsv"):
        for form in alternatives(row["adjective"]):
            out[fold(form)] = row["entity"]
            if form.endswith("ي") and row["entity"].startswith("group:"):
                out.update((fold(form) + ending, row["entity"]) for ending in ("ا", "ين", "ان", "ون"))
    return out


@cache
def _compounds() -> dict[str, dict[str, str]]:
    """First word, with ال and without → second word, without → state, of nationality adjectives of two words (كوري شمالي)."""
    out: dict[str, dict[str, str]] = {}
    for row in read_table(TABLES / "states.tsv"):
        for adjective in alternatives(row["adjective"]):
            if len(adjective.split()) == 2:
                for form, _ in nationality(adjective):
                    first, second = fold(form).split()
                    out.setdefault(bare(first), {})[bare(second)] = row["id"]
    return out | {ARTICLE + first: seconds for first, seconds in out.items()}


def compound(norms: list[str], i: int) -> str | None:
    """The state of a nationality adjective of two words that begins at i (الإعلان الكوري الشمالي)."""
    seconds = _compounds().get(norms[i])
    return seconds.get(bare(norms[i + 1])) if seconds is not None and i + 1 < len(norms) else None
