"""Learn the weights of rules/acts/trusting.tsv: is what the rules read of an act right?

    .venv/bin/python bench/weigh/trust.py            folds over the sets taught, figures on gold/dev, and the table written
    .venv/bin/python bench/weigh/trust.py --dry      the figures only

Needs ../shared (gold and corpus). A reading is right where score.py takes its act and parties for those of a gold event.
"""

from __future__ import annotations

import math
import sys
from typing import NamedTuple

import logistic
import oracle
from choosing import TAUGHT
from gold import golds

from mahdar.rules.acts import trusting
from mahdar.rules.weighing import weigh

HEAD = (
    "Weights of the trust in what is read of an act, in hundredths of log-odds: bench/weigh/trust.py learned them on gold/more "
    "and 625 more articles annotated alike."
)
SETTINGS = {"penalty": 20.0, "rounds": 80, "least": 10}
LIGHT = 3  # lighter weights change nothing
FOLDS = 5


class Reading(NamedTuple):
    """One draft: its article, what is weighed, and whether gold has it."""

    article: str
    features: list[str]
    right: bool


def readings(name: str) -> list[Reading]:
    """The drafts of a set of gold."""
    out = []
    for reader, scored, events in oracle.read(name):
        trust = reader.trust
        for d in reader.found:
            pred = {"act": d.act, "actors": d.actors, "recipients": d.recipients}
            right = any(e["act"] == d.act and scored.roles(e, pred) > 0 for e in events)
            out.append(Reading(reader.article.id, trust.features(d, reader.found), right))
    return out


def fit(rows: list[Reading]) -> dict[str, int]:
    """The weights learned on the rows."""
    data = [[(r.features, float(r.right), 1.0), ((), float(not r.right), 1.0)] for r in rows]
    return {f: w for f, w in logistic.settle_choice(data, **SETTINGS).items() if abs(w) >= LIGHT}


def show(name: str, sums: list[int], rows: list[Reading]) -> None:
    """What is kept and what is left out, by the sum from which readings are kept."""
    odds = [1 / (1 + math.exp(-s / 100)) for s in sums]
    loss = -sum(math.log(p if r.right else 1 - p) for p, r in zip(odds, rows, strict=True)) / max(len(rows), 1)
    print(f"{name}: {len(rows)} readings, {sum(r.right for r in rows)} right, loss {loss:.4f}")
    for least in (-190, -150, -110, -70, 0):
        kept = [r.right for s, r in zip(sums, rows, strict=True) if s >= least]
        left = [r.right for s, r in zip(sums, rows, strict=True) if s < least]
        share = sum(kept) / max(len(kept), 1)
        print(f"  from {least:+4}: kept {len(kept):5}, right {share:.3f}; left out {len(left):4}, right {sum(left):4}")


def main(*, dry: bool) -> None:
    """Learn, print figures, write the table."""
    more, dev = [r for name in TAUGHT for r in readings(name)], readings("dev")
    ids = sorted(g["id"] for name in TAUGHT for g in golds(name))
    fold = {i: n % FOLDS for n, i in enumerate(ids)}
    sums = logistic.folded(more, lambda r: fold[r.article], fit, lambda table, r: weigh(table, r.features))
    show("taught, in folds by article", sums, more)
    table = fit(more)
    show("dev", [weigh(table, r.features) for r in dev], dev)
    if not dry:
        logistic.write(trusting.TABLE, table, HEAD)
        print(len(table), "weights written")


if __name__ == "__main__":
    main(dry="--dry" in sys.argv)
