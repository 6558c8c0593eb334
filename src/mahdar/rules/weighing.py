"""Weighing: where several readings fit, a table of weights says which one the words speak for.

A reading is described by named features; each has a weight in hundredths of log-odds, learned by a script of `bench/weigh` on
annotated articles (logistic regression). Weights are whole numbers, so that sums are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import repeat
from pathlib import Path

from ..lexicon.table import read_table


@cache
def weights(path: Path) -> dict[str, int]:
    """The weights of a table, by feature: {"act:meet": 41, …}.

    Errors: LexiconError for a table that can't be read.
    """
    return {row["id"]: int(row["weight"]) for row in read_table(path, columns=("id", "weight"))}


def weigh(table: dict[str, int], features: Iterable[str]) -> int:
    """What speaks for a reading, in hundredths of log-odds: 0 is even, 110 three to one, 220 nine to one.

    >>> weigh({"subject": 200, "far": -50}, ["subject", "far", "never seen"])
    150
    """
    return sum(map(table.get, features, repeat(0)))


def heaviest(table: dict[str, int], features: Iterable[str], count: int = 3) -> list[str]:
    """The features that weighed most, for or against, with their weights: ["subject +200", "far -80"]."""
    found = sorted({f for f in features if f in table}, key=lambda f: (-abs(table[f]), f))
    return [f"{f} {table[f]:+d}" for f in found[:count]]
