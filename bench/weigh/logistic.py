"""Logistic regression over named features, in plain Python: the same rows in the same order give the same weights.

Two methods, both with an L2 penalty: batch gradient descent with per-weight step sizes (Duchi et al. 2011, AdaGrad), stopped before
it has settled (days, places, sources); and L-BFGS (Liu and Nocedal 1989), which settles (trust: what stopped early told right from
wrong less well). Nothing is drawn by chance. Features seen in fewer than `least` rows are left out; weights are rounded to hundredths.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from operator import mul
from pathlib import Path
from typing import Any

Row = tuple[Sequence[str], float, float]        # features, wanted (0 or 1), how much the row counts


def train_choice(
    groups: Sequence[Sequence[Row]], *, penalty: float = 1.0, rounds: int = 60, step: float = 0.3, least: int = 3
) -> dict[str, int]:
    """Weights by feature where one of each group is to be chosen: the shares of a group sum to one (wanted: 1 for the right one)."""
    names, data = _indexed(groups, least)
    w = [0.0] * len(names)
    power = [1e-6] * len(names)
    for _ in range(rounds):
        for k, g in enumerate(_loss(data, w, penalty)[1]):
            power[k] += g * g
            w[k] -= step * g / math.sqrt(power[k])
    return _rounded(names, w)


def settle_choice(
    groups: Sequence[Sequence[Row]], *, penalty: float = 1.0, rounds: int = 80, least: int = 3, memory: int = 8
) -> dict[str, int]:
    """As train_choice, by L-BFGS: `rounds` steps at most, each by the last `memory` slopes."""
    names, data = _indexed(groups, least)
    w = [0.0] * len(names)
    loss, slope = _loss(data, w, penalty)
    past: list[tuple[list[float], list[float], float]] = []
    for _ in range(rounds):
        way = _way(slope, past)
        fall = sum(map(mul, way, slope))
        size = 1.0 if past else 1 / max(1.0, math.sqrt(sum(map(mul, slope, slope))))
        for _ in range(20):
            tried = [v + size * d for v, d in zip(w, way, strict=True)]
            there, new = _loss(data, tried, penalty)
            if there <= loss + 1e-4 * size * fall:
                break
            size /= 2
        else:
            break
        moved, turned = [size * d for d in way], [a - b for a, b in zip(new, slope, strict=True)]
        curve = sum(map(mul, moved, turned))
        past = [*past[1 - memory :], (moved, turned, curve)] if curve > 1e-10 else past
        settled = loss - there < 1e-5 * max(1.0, abs(loss))
        w, loss, slope = tried, there, new
        if settled:
            break
    return _rounded(names, w)


def folded(
    rows: Sequence[Any], fold: Callable[[Any], int], fit: Callable[[list], dict[str, int]], sums: Callable[[dict[str, int], Any], int]
) -> list[int]:
    """What each row weighs by the weights learned on the rows of the other folds."""
    out = [0] * len(rows)
    for f in sorted({fold(r) for r in rows}):
        table = fit([r for r in rows if fold(r) != f])
        for n, r in enumerate(rows):
            if fold(r) == f:
                out[n] = sums(table, r)
    return out


def _way(slope: list[float], past: list[tuple[list[float], list[float], float]]) -> list[float]:
    """The way downhill: the slope bent by the last steps (the two loops of L-BFGS)."""
    q = [-g for g in slope]
    shares = []
    for moved, turned, curve in reversed(past):
        a = sum(map(mul, moved, q)) / curve
        shares.append(a)
        q = [x - a * y for x, y in zip(q, turned, strict=True)]
    if past:
        _, turned, curve = past[-1]
        scale = curve / sum(map(mul, turned, turned))
        q = [x * scale for x in q]
    for (moved, turned, curve), a in zip(past, reversed(shares), strict=True):
        b = sum(map(mul, turned, q)) / curve
        q = [x + (a - b) * y for x, y in zip(q, moved, strict=True)]
    return q


def _loss(data: list[list[tuple[list[int], float, float]]], w: list[float], penalty: float) -> tuple[float, list[float]]:
    """What is to be made small, and its slope."""
    loss = penalty / 2 * sum(map(mul, w, w))
    slope = [penalty * v for v in w]
    for group in data:
        sums = [sum([w[k] for k in ks]) for ks, _, _ in group]
        top = max(sums)
        odds = [math.exp(s - top) for s in sums]
        whole = sum(odds)
        right = sum(y for _, y, _ in group)
        for (ks, y, n), s, o in zip(group, sums, odds, strict=True):
            if y:
                loss -= n * y * (s - top - math.log(whole))
            d = n * (right * o / whole - y)
            if d > 1e-6 or d < -1e-6:
                for k in ks:
                    slope[k] += d
    return loss, slope


def _indexed(groups: Sequence[Sequence[Row]], least: int) -> tuple[list[str], list[list[tuple[list[int], float, float]]]]:
    """The features by number, and the rows told in numbers."""
    seen = Counter(f for g in groups for fs, _, _ in g for f in set(fs))
    names = sorted(f for f, n in seen.items() if n >= least)
    index = {f: k for k, f in enumerate(names)}
    return names, [[(sorted({index[f] for f in fs if f in index}), y, n) for fs, y, n in g] for g in groups]


def _rounded(names: list[str], w: list[float]) -> dict[str, int]:
    """The weights in hundredths, without those of nothing."""
    out = {f: round(100 * v) for f, v in zip(names, w, strict=True)}
    return {f: v for f, v in out.items() if v}


def write(path: Path, table: dict[str, int], head: Callable[[], str] | str) -> None:
    """Write a table of weights, sorted, under comment lines that say what it is."""
    lines = [f"# {line}" for line in (head if isinstance(head, str) else head()).splitlines()]
    lines += ["id\tweight", *(f"{f}\t{v}" for f, v in sorted(table.items()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
