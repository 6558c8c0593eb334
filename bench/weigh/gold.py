"""Gold articles beside what Mahdar reads in them, for learning weights: only annotated articles under ../shared, never the repository."""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
GOLD = Path(os.environ.get("MAHDAR_GOLD", ROOT.parent / "shared" / "gold"))  # another one may hold more articles


def scorer() -> ModuleType:
    """The scorer of gold as a module, with the names it takes for the same.

    Errors: FileNotFoundError where ../shared isn't there.
    """
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    if spec is None or spec.loader is None or not (GOLD / "score.py").is_file():
        raise FileNotFoundError(f"no scorer under {GOLD}: put ../shared beside the checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.load_names(GOLD / "names.json")
    return module


def golds(name: str) -> list[dict]:
    """The gold records of a set (more, dev)."""
    return json.loads((GOLD / name / "gold.json").read_text(encoding="utf-8"))


def articles(name: str) -> Iterator[dict]:
    """The articles of a set as they're stored."""
    with (GOLD / name / "articles.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
