"""Learn the weights of rules/acts/misreading.tsv: is an act read right?

    .venv/bin/python bench/weigh/misreading.py            folds by article, and the table written
    .venv/bin/python bench/weigh/misreading.py --dry      the figures only

Needs ../shared (the corpus) and bench/annotated/judged.tsv: drafts of random articles that were judged one by one. A draft that the
rules read otherwise today is left out.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import logistic
from gold import ANNOTATED, CORPUS

from mahdar import lexicon
from mahdar.pages import articles
from mahdar.reading import stages
from mahdar.rules.acts import trusting
from mahdar.rules.acts.reader import Reader
from mahdar.rules.weighing import weigh

HEAD = (
    "Weights of whether an act is read right, in hundredths of log-odds: bench/weigh/misreading.py learned them on drafts judged one "
    "by one (bench/annotated/judged.tsv)."
)
JUDGED = ANNOTATED / "judged.tsv"
SETTINGS = {"penalty": 20.0, "rounds": 80, "least": 12}
LIGHT = 4  # lighter weights change nothing
FOLDS = 5
#: rows of acts that gold counts and the judges didn't: missiles shot down, ministers dismissed, somebody charged with a task, informed
COUNTED = frozenset(("act:assault_aetrd", "act:sanction_aqal", "act:request_klf", "act:message_ablgh"))


class Judged(NamedTuple):
    """A draft that was judged: its article, what is weighed, whether it is right, and whether trust keeps it."""

    article: str
    features: list[str]
    right: bool
    trusted: bool


def verdicts() -> dict[str, list[dict[str, str]]]:
    """The rows of judged.tsv by article: {"start": "1520", "act": "meet", "status": "held", "actors": "A|B", …, "verdict": "R"}."""
    head, *rows = [x.split("\t") for x in JUDGED.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    out: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        out[row[0]].append(dict(zip(head, row, strict=True)))
    return out


def readings() -> Iterator[Judged]:
    """The drafts that the rules read as they were judged, in the order of the corpus."""
    asked, lex = verdicts(), lexicon.load()
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder, "articles.jsonl")
        with gzip.open(CORPUS, "rt", encoding="utf-8") as corpus:
            pages.write_text("".join(line for line in corpus if json.loads(line)["id"] in asked), encoding="utf-8")
        for article in articles([pages]):
            text, when, who, parts, said = stages(article, lex)
            reader = Reader(text, who, when, parts, said, article)
            drafts = reader.read()
            trust = reader.trust
            kept = {id(d) for d in trust.listed(drafts)}

            def named(ids: list[str], who=who) -> str:
                return "|".join(sorted({e.name for x in ids if (e := who.entities.get(x) or lex.entity(x)) is not None}))

            now = {(d.act, str(text.starts[d.i]), d.status, named(d.actors), named(d.recipients)): d for d in reversed(drafts)}
            for row in asked[article.id]:
                d = now.get((row["act"], row["start"], row["status"], _sorted(row["actors"]), _sorted(row["recipients"])))
                if d is not None and not (row["verdict"] in "AG" and d.rows[0] in COUNTED):
                    yield Judged(article.id, trust.doubts(d, drafts), row["verdict"] == "R", id(d) in kept)


def _sorted(names: str) -> str:
    return "|".join(sorted(set(names.split("|"))))


def fit(rows: list[Judged]) -> dict[str, int]:
    """The weights learned on the rows."""
    data = [[(r.features, float(r.right), 1.0), ((), float(not r.right), 1.0)] for r in rows]
    return {f: w for f, w in logistic.settle_choice(data, **SETTINGS).items() if abs(w) >= LIGHT}


def show(name: str, sums: list[int], rows: list[Judged]) -> None:
    """What is kept and what is left out of what trust keeps, by the sum from which readings are kept."""
    trusted = [(s, r) for s, r in zip(sums, rows, strict=True) if r.trusted]
    right = sum(r.right for _, r in trusted)
    print(f"{name}: {len(rows)} judged drafts, {len(trusted)} trusted, {right} of these right ({right / max(len(trusted), 1):.3f})")
    for least in (-120, -100, -80, -60, -40, -20, 0):
        kept = [r.right for s, r in trusted if s >= least]
        share = sum(kept) / max(len(kept), 1)
        print(f"  from {least:+4}: kept {len(kept):5}, right {share:.3f}; right ones left out {right - sum(kept):4}")


def main(*, dry: bool) -> None:
    """Learn, print figures, write the table."""
    rows = list(readings())
    fold = {a: n % FOLDS for n, a in enumerate(sorted({r.article for r in rows}))}
    sums = logistic.folded(rows, lambda r: fold[r.article], fit, lambda table, r: weigh(table, r.features))
    show("in folds by article", sums, rows)
    if not dry:
        table = fit(rows)
        logistic.write(trusting.DOUBTS, table, HEAD)
        print(len(table), "weights written")


if __name__ == "__main__":
    main(dry="--dry" in sys.argv)
