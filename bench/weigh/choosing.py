"""One of several choices, learned: folds by article, figures, and the table written. Used by dates.py, places.py and sources.py."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import logistic
from gold import golds

from mahdar.rules.weighing import weights

TAUGHT = ("more", "fresh")  # the sets that weights are learned on
LEAST = 3  # lighter weights change nothing
SETTINGS: dict[str, Any] = {"penalty": 6.0, "rounds": 40, "least": 4}


class Group(NamedTuple):
    """One question: its article, where the row is from, what gold has, each choice's features, which are right, how much it counts,
    and whether the plain rules are right."""

    article: str
    source: str
    kind: str
    features: list[Sequence[str]]
    right: list[bool]
    count: float
    ruled: bool


def fit(rows: list[Group], **settings: Any) -> dict[str, int]:
    """The weights learned on the rows. Where several choices are right, their shares are estimated anew in a second round."""
    learn = {**SETTINGS, **settings}
    table: dict[str, int] = {}
    for _ in range(2):
        data = []
        for g in rows:
            if any(g.right):
                sums = [sum(table.get(f, 0) for f in fs) / 100 for fs in g.features]
                top = max(s for s, ok in zip(sums, g.right, strict=True) if ok)
                share = [math.exp(s - top) if ok else 0.0 for s, ok in zip(sums, g.right, strict=True)]
                data.append([(fs, x / sum(share), g.count) for fs, x in zip(g.features, share, strict=True)])
        table = {f: w for f, w in logistic.train_choice(data, **learn).items() if abs(w) >= LEAST}
    return table


def figures(rows: list[Group], table: dict[str, int]) -> dict[str, list[int]]:
    """Right by the weights, right by the plain rules, and all, by what gold has."""
    out: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for g in rows:
        best = max(range(len(g.right)), key=lambda k: sum(table.get(f, 0) for f in g.features[k]))
        for name in (f"{g.source}: {g.kind}", f"{g.source}: all"):
            out[name][0] += g.right[best]
            out[name][1] += g.ruled
            out[name][2] += 1
    return out


def main(groups: Callable[[str], list[Group]], path: Path, head: str, *, dry: bool, **settings: Any) -> None:
    """Learn, print figures, write the table."""
    more, dev = [g for name in TAUGHT for g in groups(name)], groups("dev")
    ids = sorted(g["id"] for name in TAUGHT for g in golds(name))
    fold = {i: n % 5 for n, i in enumerate(ids)}
    total: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for f in range(5):
        table = fit([g for g in more if fold[g.article] != f], **settings)
        for name, counts in figures([g for g in more if fold[g.article] == f], table).items():
            total[name] = [x + y for x, y in zip(total[name], counts, strict=True)]
    table = fit(more, **settings)
    on_dev, before = figures(dev, table), figures(dev, weights(path))
    print(f"{'':20} folds  rules     of   dev: learned before  rules     of")
    for name, (a, b, n) in sorted(total.items()):
        x, y, m = on_dev[name]
        m, was = max(m, 1), before[name][0]
        print(f"{name:20} {a / n:5.3f} {b / n:6.3f} {n:6} {x / m:14.3f} {was / m:6.3f} {y / m:6.3f} {m:6}")
    if not dry:
        logistic.write(path, table, head)
