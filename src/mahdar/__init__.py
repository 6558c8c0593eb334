"""Mahdar (محضر, the minutes) reads Arabic news pages as crawled and writes the record: who did what to whom, where, when, on whose word."""
from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .compiled import install

if TYPE_CHECKING:
    from .building import build
    from .explaining import explain
    from .pages import articles
    from .reading import read
    from .record import open_record
    from .rules.times import times

__version__ = "0.1.0"
__all__ = ["articles", "build", "explain", "open_record", "read", "times"]

install()

_HOMES = {"articles": "pages", "build": "building", "explain": "explaining", "open_record": "record",
          "read": "reading", "times": "rules.times"}


def __getattr__(name: str):
    """Load a room when it's first asked for: `import mahdar` alone costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'mahdar' has no attribute {name!r}")
    room = import_module(f".{_HOMES[name]}", __name__)
    value = globals()[name] = getattr(room, name)
    return value
