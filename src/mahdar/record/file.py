"""The file itself: opening, recognising, locking; every database error as a RecordError that says what to try."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import RecordError

#: "Mhdr"; stands in the file's header
APPLICATION = 0x4D686472
VERSION = 3
SCHEMA = Path(__file__).with_name("schema.sql")


def connect(path: str | os.PathLike[str], *, write: bool = False) -> sqlite3.Connection:
    """A connection to a record; with `write` an empty or missing file becomes a new one.

    Errors: RecordError for a file that isn't a record, a newer version's, a damaged one, one that can't be opened.
    """
    path = Path(path)
    if not write and not path.exists():
        raise RecordError(
            "there is no such record", where=str(path), hint="build one: mahdar build PAGES -o " + path.name
        )
    if path.is_dir():
        raise RecordError("that's a folder, not a record", where=str(path), hint="name a file")
    if path.exists() and path.stat().st_size and path.open("rb").read(16) != b"SQLite format 3\0":
        raise RecordError("not a record", where=str(path), hint="name a file that mahdar build wrote, or a new one")
    with translated(path):
        if path.exists() and path.stat().st_size:
            _roll_back(path)
            _renew(path)
        if write:
            db = sqlite3.connect(path, timeout=30, isolation_level=None)
        else:
            db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30, isolation_level=None)
        try:
            _recognise(db, path, write)
        except BaseException:
            db.close()
            raise
    return db


def _roll_back(path: Path) -> None:
    """Takes back what a build killed in its very first moment left half-written (only a connection that may write can)."""
    if Path(f"{path}-journal").exists():
        db = sqlite3.connect(path, timeout=30)
        try:
            db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        finally:
            db.close()


def _renew(path: Path) -> None:
    """Brings a record of an older format up to date, where its file may be written.

    Errors: RecordError where it may not.
    """
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)
    try:
        mine = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
        version = db.execute("PRAGMA user_version").fetchone()[0]
    finally:
        db.close()
    if mine and version < VERSION:
        from .upgrade import upgrade

        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise RecordError(
                f"written by an older version (record format {version}, this one reads {VERSION}), and it can't be changed",
                where=str(path),
                hint="open a copy that you may write: it is brought up to date by itself",
            )
        upgrade(path)


def _recognise(db: sqlite3.Connection, path: Path, write: bool) -> None:
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    empty = not db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if empty and write:
        db.executescript(
            f"BEGIN IMMEDIATE;\n{SCHEMA.read_text(encoding='utf-8')}\nPRAGMA application_id = {APPLICATION};\n"
            f"PRAGMA user_version = {VERSION};\nCOMMIT;"
        )
    elif application != APPLICATION:
        raise RecordError(
            "not a record, but another program's database" if not empty else "an empty file, not a record",
            where=str(path),
            hint="name a file that mahdar build wrote",
        )
    elif version > VERSION:
        raise RecordError(
            f"written by a newer version (record format {version}, this one reads {VERSION})",
            where=str(path),
            hint="update mahdar; the record is untouched",
        )
    if write:
        db.execute("PRAGMA journal_mode = WAL")  # so that others read while this one writes
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA cache_size = -32000")


@contextmanager
def translated(path: str | os.PathLike[str]) -> Iterator[None]:
    """Database errors as RecordErrors.

    Errors: RecordError for a damaged file, a full disk, a locked or read-only one.
    """
    try:
        yield
    except sqlite3.Error as e:
        code = getattr(e, "sqlite_errorname", "") or ""
        where = str(path)
        if code.startswith("SQLITE_FULL"):
            raise RecordError(
                "the disk is full", where=where, hint="free some space and build again; what was reported done is kept"
            ) from e
        if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise RecordError(
                f"the file is damaged ({e})", where=where, hint="build it again from the pages, or restore a copy"
            ) from e
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise RecordError("in use by another program", where=where, hint="wait for it to end and try again") from e
        if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR")):
            raise RecordError(
                f"can't be opened or written ({e})",
                where=where,
                hint="see who owns the file and its folder, and how much space is left",
            ) from e
        raise RecordError(f"database error: {e}", where=where, hint="mahdar check says more") from e
    except OSError as e:
        raise RecordError(
            f"can't be opened or written ({e.strerror or e})",
            where=str(path),
            hint="see the file's and folder's permissions",
        ) from e


@contextmanager
def building(path: str | os.PathLike[str]) -> Iterator[None]:
    """Holds the right to build a record; it ends with the process, however that ends.

    Errors: RecordError while another build holds it.
    """
    try:
        import fcntl
    except ImportError:  # no such locks here: SQLite's own still keep the file whole
        yield
        return
    lock = Path(f"{os.fspath(path)}.building")
    while True:
        with translated(lock):
            handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as e:
            os.close(handle)
            raise RecordError(
                "another build of this record is running", where=os.fspath(path), hint="wait for it to end"
            ) from e
        try:
            if os.stat(lock).st_ino == os.fstat(handle).st_ino:
                break
        except FileNotFoundError:
            pass
        os.close(handle)  # the lock's last holder removed the file between our two looks
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
        os.close(handle)
