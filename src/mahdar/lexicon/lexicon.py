"""The lexicon as the reading uses it: phrases, entries, holders of offices on a day."""

from __future__ import annotations

import gc
import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from ..arabic.clitics import splits
from ..model import Entity
from ..rules.engine import Matcher
from .build import NAMES, Compiled, Entry, Holder, Item, Shared, compile_rows, folders_of, read_rows


class Lexicon:
    """Entries by id, a matcher of all forms, and who held an office on a day."""

    def __init__(self, compiled: Compiled, key: str) -> None:
        self.entries: dict[str, Entry] = compiled.entries
        self.matcher = Matcher((), splits)
        self.matcher.heads = compiled.heads
        self.version: str = key  # a hash of all tables, the user's among them
        self.starts: dict[str, Any] = {}  # what may start at a word type, as the reading of names asked
        self._holders = compiled.holders
        self._held: dict[str, list[tuple[str, str, Holder]]] | None = None
        self.shared: dict[str, Shared] = compiled.shared
        self.spellings: dict[str, str] = compiled.spellings

    def __getitem__(self, ident: str) -> Entry:
        return self.entries[ident]

    def get(self, ident: str) -> Entry | None:
        """The entry, or None."""
        return self.entries.get(ident)

    def entity(self, ident: str) -> Entity | None:
        """The row as an entity of a reading, without mentions; None where the lexicon has no such row.

        >>> load().entity("person:sergey-lavrov").name
        'Sergey Lavrov'
        """
        row = self.entries.get(ident)
        if row is None:
            return None
        return Entity(
            id=row.id,
            kind=row.kind,
            name=row.name,
            name_ar=row.name_ar,
            wikidata=row.wikidata,
            country=row.country,
            sector=row.sector,
            office=row.office,
            why="lexicon",
        )

    def single(self, word: str) -> tuple[Item, ...]:
        """What a folded word alone may be: (class, row id, tag)."""
        return next((items for tail, items in self.matcher.heads.get(word, ()) if not tail), ())

    def holders(self, office: str, of: str, day: str | None) -> list[str]:
        """The people who held the office of a state or body on a day (ISO), soonest row first; [] where none is sure.

        >>> load().holders("president", "state:FRA", "2018-05-31")
        ['person:emmanuel-macron']
        """
        if day is None:
            return []
        rows = self._holders.get(f"{office} {of}", ())
        return list(dict.fromkeys(h.person for h in rows if _within(h, day)))

    def phrase(self, words: tuple[str, ...]) -> tuple[Item, ...]:
        """What the folded words together may be: (class, row id, tag)."""
        return next((items for tail, items in self.matcher.heads.get(words[0], ()) if tuple(tail) == words[1:]), ())

    def offices(self, person: str, day: str | None) -> list[tuple[str, str]]:
        """The offices a person held on a day, as (office, state or body).

        >>> ("foreign_minister", "state:RUS") in load().offices("person:sergey-lavrov", "2018-05-31")
        True
        """
        if self._held is None:
            self._held = {}
            for key, rows in self._holders.items():
                office, _, of = key.partition(" ")
                for holder in rows:
                    self._held.setdefault(holder.person, []).append((office, of, holder))
        return [(office, of) for office, of, h in self._held.get(person, ()) if day is not None and _within(h, day)]

    def holding(self, offices: tuple[str, ...], day: str | None) -> list[str]:
        """Everybody who held one of the offices, of any state, on the day."""
        if day is None:
            return []
        return [h.person for key, rows in self._holders.items() if key.partition(" ")[0] in offices for h in rows if _within(h, day)]

    def ever_held(self, office: str, of: str) -> list[str]:
        """Everybody the lexicon knows to have held the office."""
        return list(dict.fromkeys(h.person for h in self._holders.get(f"{office} {of}", ())))


def _within(holder: Holder, day: str) -> bool:
    """Surely in office on the day: a bound known to the month or year alone must lie wholly on the right side."""
    start, end = holder.start, holder.end
    after = not start or start < day[: len(start)] or (start == day and len(start) == 10)
    before = not end or end > day[: len(end)] or (end == day and len(end) == 10)
    return after and before


def _cache_folder() -> Path:
    if os.environ.get("MAHDAR_CACHE"):
        return Path(os.environ["MAHDAR_CACHE"])
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "mahdar"


def _key(folders: list[Path]) -> str:
    """A hash of all tables and of the code that compiles them."""
    digest = hashlib.blake2b(digest_size=16)
    here = Path(__file__).parent
    code = [here / "build.py", here / "inflect.py", here / "table.py", here.parent / "arabic" / "letters.py"]
    for path in [*code, *(folder / f"{name}.tsv" for folder in folders for name in NAMES)]:
        if path.exists():
            digest.update(path.name.encode() + b"\0")
            digest.update(path.read_bytes())
    return digest.hexdigest()


@lru_cache(maxsize=8)
def _load(extra: tuple[str, ...]) -> Lexicon:
    folders = folders_of(extra)
    key = _key(folders)
    try:
        kept = _cache_folder() / f"lexicon-{key}.msgpack"
        return Lexicon(_decoded(kept.read_bytes()), key)
    except (OSError, RuntimeError, msgspec.DecodeError):  # not there yet, unreadable, or damaged: compile again
        pass
    compiled = compile_rows(read_rows(folders))
    _keep(compiled, key)
    return Lexicon(compiled, key)


def _decoded(data: bytes) -> Compiled:
    """The cache's contents. The collector rests meanwhile and leaves them alone afterwards: they live as long as the process."""
    ran = gc.isenabled()
    gc.disable()
    try:
        compiled = msgspec.msgpack.decode(data, type=Compiled)
    finally:
        if ran:
            gc.enable()
    gc.freeze()
    return compiled


def _keep(compiled: Compiled, key: str) -> None:
    """Write the cache, or do without where the folder can't be written; a half-written file is never seen."""
    try:
        folder = _cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f".lexicon-{key}.{os.getpid()}"
        fresh.write_bytes(msgspec.msgpack.encode(compiled))
        fresh.replace(folder / f"lexicon-{key}.msgpack")
    except (OSError, RuntimeError):
        return


def load(folders: tuple[str, ...] = ()) -> Lexicon:
    """The compiled lexicon, with the rows of the user's `folders` merged over ours; from the cache where nothing changed.

    Errors: LexiconError for a table that can't be trusted or a folder that isn't there.

    >>> load()["state:RUS"].name
    'Russia'
    """
    return _load(tuple(str(f) for f in folders))
