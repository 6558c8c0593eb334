"""The record about itself: versions, hashes, how well its rules read, what it covers."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ... import __version__
from ...lexicon import read_table
from ..shelf import Desk
from .asked import ACTS

MEASURES = ("events", "statements", "people", "times")
COUNTS = ("pages", "failures", "articles", "reports", "statements", "events", "entities", "rulings", "builds")


@cache
def measured() -> list[dict[str, str]]:
    """How well the rules read annotated articles, a row a measure (`.ci/measured` writes the table)."""
    return list(read_table(Path(__file__).parent.parent / "measured.tsv", columns=("id", "precision", "recall", "n")))


def about(desk: Desk) -> tuple[str, dict[str, Any]]:
    """What the record was built from, by which rules, and which pages it holds."""
    months = list(desk.coverage.months)
    table: dict[str, dict[str, int]] = {}
    for outlet, month, articles, _ in desk.coverage.rows:
        table.setdefault(outlet, {})[month] = articles
    rows = measured()
    return "about.html", {
        "version": __version__, "rules": desk.facts.get("rules"), "format": desk.facts["format"], "fingerprint": desk.fingerprint,
        "counts": [(k, desk.facts[k]) for k in COUNTS], "months": months, "table": sorted(table.items()), "gaps": desk.coverage.gaps,
        "failed": desk.record.failures()[:50], "undated": desk.coverage.undated,
        "measured": [r for m in MEASURES for r in rows if r["id"] == m], "by_act": [r for a in ACTS for r in rows if r["id"] == a],
    }  # fmt: skip
