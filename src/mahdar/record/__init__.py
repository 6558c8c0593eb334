"""The record: one SQLite file of articles, readings and events (docs/record.md)."""

from __future__ import annotations

from .check import check
from .read import Record, open_record

__all__ = ["Record", "check", "open_record"]
