"""The record behind the pages: kept open, with what all pages share worked out once for as long as the file stands."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from starlette.requests import Request

from ..model import Entity
from ..record import open_record
from .privacy import private
from .words import LANGUAGES, Named, Tongue

Stamp = tuple[tuple[int, int, int] | None, ...]


def _stamp(path: Path) -> Stamp:
    """What changes when the file or what a build writes beside it changes."""
    out: list[tuple[int, int, int] | None] = []
    for p in (path, path.with_name(path.name + "-wal")):
        try:
            s = os.stat(p)
            out.append((s.st_ino, s.st_size, s.st_mtime_ns))
        except OSError:
            out.append(None)
    return tuple(out)


class Shelf:
    """One record file. Each thread keeps it open; a file that was replaced or written to is opened anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._here = threading.local()
        self._stamp: Stamp = ()
        self._kept: dict[str, Any] = {}

    def record(self) -> Any:
        """The open record of this thread.

        Errors: RecordError for a file that can't be opened.
        """
        stamp = _stamp(self.path)
        if stamp != self._stamp:
            self._stamp, self._kept = stamp, {}
        if getattr(self._here, "stamp", None) != stamp:
            if old := getattr(self._here, "record", None):
                old.close()
            self._here.record = open_record(self.path)
            self._here.stamp = stamp
        return self._here.record

    def kept(self, key: str, make: Callable[[], Any]) -> Any:
        """A value worked out once for this state of the file."""
        kept = self._kept
        if key not in kept:
            kept[key] = make()
        return kept[key]

    def close(self) -> None:
        """Closes this thread's record."""
        if old := getattr(self._here, "record", None):
            old.close()
            self._here.record = self._here.stamp = None


class Desk:
    """One request at work: the record, what was asked, the language, and what is kept."""

    def __init__(self, shelf: Shelf, request: Request) -> None:
        self.shelf = shelf
        self.request = request
        lang = request.path_params.get("lang", "en")
        self.lang = lang if lang in LANGUAGES else "en"
        self.record = shelf.record()
        self.t = Tongue(self.lang, self.names, self._arabic if self.lang == "ar" else None)

    def asked(self, key: str, most: int = 200) -> str:
        """A value of the address's query, at most so long; "" where there's none."""
        return self.request.query_params.get(key, "").strip()[:most]

    def number(self, key: str, default: int) -> int:
        """A whole number of the query."""
        given = self.request.query_params.get(key, "")
        return min(int(given), 10**9) if given.isascii() and given.isdigit() else default

    @property
    def id(self) -> str:
        """The id in the address."""
        return self.request.path_params["id"]

    def names(self, id: str) -> Named | None:
        """What somebody of the record is called."""
        known: dict[str, Named | None] = self.shelf.kept("names", dict)
        if id not in known:
            row = self.record.db.execute("SELECT name, name_ar, kind, office, sector FROM entities WHERE id = ?", (id,)).fetchone()
            hidden = bool(row) and private(Entity(id=id, kind=row[2], name=row[0], office=row[3], sector=row[4]))
            known[id] = Named(row[0], row[1], hidden) if row else None
        return known[id]

    def _arabic(self, english: str) -> str | None:
        """The Arabic name of whoever is called so in English; of several, the one in most events."""
        return self.shelf.kept("arabic", self._all_arabic).get(english)

    def _all_arabic(self) -> dict[str, str]:
        rows = self.record.db.execute("SELECT name, name_ar FROM entities WHERE name_ar IS NOT NULL ORDER BY events, id DESC")
        return dict(rows.fetchall())

    @cached_property
    def coverage(self) -> Any:
        """Articles by outlet and month."""
        return self.shelf.kept("coverage", self.record.coverage)

    @cached_property
    def facts(self) -> dict[str, object]:
        """Versions and counts."""
        return self.shelf.kept("facts", self.record.facts)

    @cached_property
    def fingerprint(self) -> str:
        """A hash of all pages read and the rules that read them: two records with it say the same."""
        return self.shelf.kept("fingerprint", self._fingerprint)

    def _fingerprint(self) -> str:
        sum = hashlib.blake2b(digest_size=16)
        for row in self.record.db.execute("SELECT id, sha, rules FROM pages ORDER BY id, sha"):
            sum.update("\t".join(row).encode() + b"\n")
        for r in self.record.rulings():
            sum.update(f"{r.id}\n".encode())
        return sum.hexdigest()
