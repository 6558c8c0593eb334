"""Records of older formats brought up to date; what was read and ruled is kept as it is."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from zlib import decompress

import msgspec

from ..linking.account import Event
from .file import SCHEMA, VERSION

_VIEWS = ("timeline", "quotations", "coverage")
_NAMED = re.compile(r"CREATE (?:VIRTUAL )?(?:TABLE|INDEX|VIEW) (\w+)")


def upgrade(path: Path) -> None:
    """Format 1 → 2: events have keys, and tables of their own for what filters and counts ask; 2 → 3: what became of promises is
    kept. All or nothing; another program that does the same at the same time does it once.

    Errors: what SQLite says where the file can't be written.
    """
    from .relink import _EVENTS, put

    db = sqlite3.connect(path, timeout=30, isolation_level=None)
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            if db.execute("PRAGMA user_version").fetchone()[0] < VERSION:
                events = [
                    msgspec.json.decode(decompress(body), type=Event)
                    for (body,) in db.execute("SELECT body FROM events ORDER BY date IS NULL, date, id")
                ]
                for view in _VIEWS:
                    db.execute(f"DROP VIEW IF EXISTS {view}")
                for table in _EVENTS:
                    db.execute(f"DROP TABLE IF EXISTS {table}")
                _create(db)
                put(db, events)
                db.execute(f"PRAGMA user_version = {VERSION}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
    finally:
        db.close()


def _create(db: sqlite3.Connection) -> None:
    """Whatever of the schema isn't there."""
    there = {n for (n,) in db.execute("SELECT name FROM sqlite_master")}
    schema = re.sub(r"--.*", "", SCHEMA.read_text(encoding="utf-8"))
    for statement in filter(str.strip, schema.split(";")):
        named = _NAMED.search(statement)
        if named and named[1] not in there:
            db.execute(statement)
