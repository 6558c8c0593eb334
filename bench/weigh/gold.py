"""Annotated articles beside what Mahdar reads in them, for learning weights: gold of ../shared, and bench/annotated beside its corpus.

Sets by name: more, dev (gold); fresh, held (the even and the odd articles of bench/annotated); unseen (those no rule was worked on).
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
GOLD = Path(os.environ.get("MAHDAR_GOLD", SHARED / "gold"))  # another one may hold more articles
CORPUS = SHARED / "corpus" / "ant-2018.jsonl.gz"
ANNOTATED = ROOT / "bench" / "annotated"
#: the sets of bench/annotated: their file, and which of its lines
ANNOTATED_SETS = {
    "fresh": ("events.jsonl", slice(0, None, 2)),
    "held": ("events.jsonl", slice(1, None, 2)),
    "unseen": ("unseen.jsonl", slice(None)),
}


@cache
def scorer() -> ModuleType:
    """The scorer of gold as a module, with the names it takes for the same and those of bench/annotated.

    Errors: FileNotFoundError where ../shared isn't there.
    """
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    if spec is None or spec.loader is None or not (GOLD / "score.py").is_file():
        raise FileNotFoundError(f"no scorer under {GOLD}: put ../shared beside the checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.load_names(GOLD / "names.json")
    for line in (ANNOTATED / "names.tsv").read_text(encoding="utf-8").splitlines()[2:]:
        name, kind = line.split("\t")
        module.NAMES.setdefault(name, {"kind": kind, "aliases": []})
    return module


def golds(name: str) -> list[dict]:
    """The gold records of a set."""
    if name in ANNOTATED_SETS:
        return [record for _, record in _annotated(name)]
    return json.loads((GOLD / name / "gold.json").read_text(encoding="utf-8"))


def articles(name: str) -> Iterator[dict]:
    """The articles of a set as they're stored."""
    if name in ANNOTATED_SETS:
        yield from (article for article, _ in _annotated(name))
        return
    with (GOLD / name / "articles.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


@cache
def _annotated(name: str) -> tuple[tuple[dict, dict], ...]:
    """The articles of a set of bench/annotated, each with its record as gold writes it."""
    file, which = ANNOTATED_SETS[name]
    lines = (ANNOTATED / file).read_text(encoding="utf-8").splitlines()[which]
    records = {r["id"]: r for r in map(json.loads, lines)}
    with gzip.open(CORPUS, "rt", encoding="utf-8") as corpus:
        found = {a["id"]: a for a in map(json.loads, corpus) if a["id"] in records}
    return tuple((found[i], _record(r, f"{found[i]['title']}\n{found[i]['text']}")) for i, r in records.items() if i in found)


def _record(kept: dict, whole: str) -> dict:
    """A record of bench/annotated with the words of its article put back."""
    people = [{**p, "office": None, "forms": [whole[a:b] for a, b in p["forms"]]} for p in kept["people"]]
    events = []
    for e in kept["events"]:
        a, b = e["anchor"]
        sides = {s: [{"name": n, "country": c} for n, c in e[s]] for s in ("actors", "recipients")}
        events.append({**e, **sides, "anchor": whole[a:b], "core": False})
    return {"id": kept["id"], "about": "", "people": people, "times": [], "events": events, "statements": []}
