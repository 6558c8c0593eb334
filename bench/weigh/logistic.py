"""Logistic regression over named features, in plain Python: the same rows in the same order give the same weights.

Method: batch gradient descent with per-weight step sizes (Duchi et al. 2011, AdaGrad) and an L2 penalty. Nothing is drawn by
chance. Features seen in fewer than `least` rows are left out; weights are rounded to hundredths.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

Row = tuple[Sequence[str], float, float]        # features, wanted (0 or 1), how much the row counts


def train_choice(
    groups: Sequence[Sequence[Row]], *, penalty: float = 1.0, rounds: int = 60, step: float = 0.3, least: int = 3
) -> dict[str, int]:
    """Weights by feature where one of each group is to be chosen: the shares of a group sum to one (wanted: 1 for the right one)."""
    return _descend(groups, penalty, rounds, step, least)


def _descend(groups: Sequence[Sequence[Row]], penalty: float, rounds: int, step: float, least: int) -> dict[str, int]:
    seen = Counter(f for g in groups for fs, _, _ in g for f in set(fs))
    names = sorted(f for f, n in seen.items() if n >= least)
    index = {f: k for k, f in enumerate(names)}
    data = [[(sorted({index[f] for f in fs if f in index}), y, n) for fs, y, n in g] for g in groups]
    w = [0.0] * len(names)
    power = [1e-6] * len(names)
    for _ in range(rounds):
        slope = [penalty * v for v in w]
        for group in data:
            sums = [sum([w[k] for k in ks]) for ks, _, _ in group]
            top = max(sums)
            shares = [math.exp(s - top) for s in sums]
            whole = sum(shares)
            for (ks, y, n), share in zip(group, shares, strict=True):
                d = n * (share / whole - y)
                if d > 1e-4 or d < -1e-4:
                    for k in ks:
                        slope[k] += d
        for k, g in enumerate(slope):
            power[k] += g * g
            w[k] -= step * g / math.sqrt(power[k])
    out = {f: round(100 * w[k]) for f, k in index.items()}
    return {f: v for f, v in out.items() if v}


def write(path: Path, table: dict[str, int], head: Callable[[], str] | str) -> None:
    """Write a table of weights, sorted, under comment lines that say what it is."""
    lines = [f"# {line}" for line in (head if isinstance(head, str) else head()).splitlines()]
    lines += ["id\tweight", *(f"{f}\t{v}" for f, v in sorted(table.items()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
