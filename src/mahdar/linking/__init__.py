"""Many readings → events: copies, entities, same event or not, facts, whose word, threads.

Everything is a function of the set of readings: the order in which they came never shows.
"""

from __future__ import annotations

from .marks import Marks, Told, marks, told

__all__ = ["Marks", "Told", "marks", "told"]
