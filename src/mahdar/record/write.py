"""Writing readings: in whole transactions, so that a kill at any moment loses nothing that was reported done."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from typing import Any

import msgspec

from ..linking.marks import Told
from ..model import Article
from .file import connect, translated
from .pack import Packed, unpack_reading, unpack_told
from .redact import redact


class Writer:
    """The one connection that writes a record while it's built."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = path
        self.db = connect(path, write=True)

    def close(self) -> None:
        """Closes the file; where nobody reads it just then, nothing is left beside it."""
        try:
            self.db.execute("PRAGMA optimize")
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.db.execute("PRAGMA busy_timeout = 100")
            self.db.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error:
            pass
        self.db.close()

    def known(self, source: str, sha: str, rules: str) -> bool:
        """Was this page, with these bytes, read by these rules (or found unreadable)?"""
        with translated(self.path):
            return (
                self.db.execute(
                    "SELECT 1 FROM pages WHERE id = ? AND sha = ? AND rules = ?", (source, sha, rules)
                ).fetchone()
                is not None
            )

    def store(self, outcomes: Iterable[tuple[str, str, list[Packed] | str]], rules: str) -> tuple[int, int]:
        """Writes what became of some pages, all or none: (source id, hash of its bytes, its articles or why it
        can't be read).

        Returns how many articles were added and how many were there already.
        """
        added = there = 0
        with translated(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                for source, sha, outcome in outcomes:
                    self._drop_older(source, sha, rules)
                    if isinstance(outcome, str):
                        self.db.execute("INSERT OR REPLACE INTO failures VALUES (?, ?, ?)", (source, sha, outcome))
                        outcome = []
                    else:
                        self.db.execute("DELETE FROM failures WHERE page = ? AND sha = ?", (source, sha))
                    for p in outcome:
                        if self._add(p, source, sha):
                            added += 1
                        else:
                            there += 1
                    self.db.execute(
                        "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", (source, sha, rules, len(outcome))
                    )
                self.db.execute("INSERT OR REPLACE INTO facts VALUES ('linked', 'no')")
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
        return added, there

    def _add(self, p: Packed, source: str, sha: str) -> bool:
        """Adds an article, without the words that a ruling takes out of it; False where the record has it."""
        if not self._article(p, source, sha):
            return False
        for target, what in self.db.execute(
            "SELECT target, what FROM rulings WHERE kind = 'redact' ORDER BY number, id"
        ).fetchall():
            row = self.db.execute(
                "SELECT 1 FROM articles WHERE id = ? AND given = ? AND sha = ?", (target, p.given, p.sha)
            ).fetchone()
            if row:
                words = msgspec.json.decode(what)
                redact(self.db, target, words.get("start"), words.get("end"))
        return True

    def _drop_older(self, source: str, sha: str, rules: str) -> None:
        """What older rules read in the same bytes makes way."""
        row = self.db.execute("SELECT rules FROM pages WHERE id = ? AND sha = ?", (source, sha)).fetchone()
        if row and row[0] != rules:
            for (key,) in self.db.execute(
                "SELECT key FROM articles WHERE source = ? AND source_sha = ?", (source, sha)
            ).fetchall():
                self.drop(key)

    def drop(self, key: int) -> None:
        """Takes an article out of every table below it, the search index included."""
        from ..arabic.letters import fold

        title, text = self.db.execute("SELECT title, text FROM articles WHERE key = ?", (key,)).fetchone()
        body = text[len(title) + 1 :] if title and text.startswith(title) else text
        self.db.execute(
            "INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            (key, fold(title or ""), fold(body)),
        )
        for table in ("mentions", "reports", "statements", "speakers"):
            self.db.execute(f"DELETE FROM {table} WHERE article = ?", (key,))
        self.db.execute("DELETE FROM articles WHERE key = ?", (key,))

    def _article(self, p: Packed, source: str, source_sha: str) -> bool:
        """Adds an article; False where the record has the same one. Another text under the same id gets a mark
        behind it: the first by hash keeps the id, whichever came first."""
        name = p.given
        for key, sha, id_ in self.db.execute(
            "SELECT key, sha, id FROM articles WHERE given = ?", (p.given,)
        ).fetchall():
            if sha == p.sha:
                return False
            if id_ == p.given:
                if p.sha < sha:
                    self.db.execute("UPDATE articles SET id = ? WHERE key = ?", (f"{p.given}~{sha[:8]}", key))
                else:
                    name = f"{p.given}~{p.sha[:8]}"
        cursor = self.db.execute(
            "INSERT INTO articles (id, given, sha, source, source_sha, page, url, outlet, carrier, "
            "agencies, title, published, published_from,"
            " day, text, reading, marks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (name, p.given, p.sha, source, source_sha, *p.article, p.reading, p.marks),
        )
        key = cursor.lastrowid
        many = self.db.executemany
        self.db.execute("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", (key, *p.folded))
        many("INSERT INTO mentions VALUES (?, ?, ?, ?, ?)", [(key, *m) for m in p.mentions])
        many("INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [(key, *r) for r in p.reports])
        many("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [(key, *s) for s in p.statements])
        many("INSERT OR IGNORE INTO speakers VALUES (?, ?, ?)", [(i, key, s) for i, s in p.speakers])
        return True

    def told(self) -> Iterable[Told]:
        """What linking needs of every article, by id."""
        with translated(self.path):
            share: dict[Any, Any] = {}
            for id_, reading, marked in self.db.execute("SELECT id, reading, marks FROM articles ORDER BY id"):
                yield unpack_told(reading, marked, id_, share)

    def stale(self, rules: str) -> Iterable[tuple[str, str, list[tuple[Article, str]]]]:
        """Articles that other rules read, as they were given to the reader, by the page they came from."""
        with translated(self.path):
            sources = self.db.execute(
                "SELECT id, sha FROM pages WHERE rules <> ? AND articles > 0 ORDER BY id, sha", (rules,)
            ).fetchall()
            for source, sha in sources:
                rows = self.db.execute(
                    "SELECT given, text, reading, articles.sha FROM articles WHERE source = ? AND "
                    "source_sha = ? ORDER BY id",
                    (source, sha),
                ).fetchall()
                yield (
                    source,
                    sha,
                    [(_article(unpack_reading(blob, given, text)), known) for given, text, blob, known in rows],
                )

    def linked(self) -> bool:
        """Are the events those of all articles?"""
        row = self.db.execute("SELECT value FROM facts WHERE name = 'linked'").fetchone()
        return row is not None and row[0] == "yes"


def _article(r: object) -> Article:
    return Article(**{f: getattr(r, f) for f in Article.__struct_fields__})
