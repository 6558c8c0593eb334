"""The lexicon as the reading uses it: phrases, entries, holders of offices on a day."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import msgspec

from ..arabic.clitics import splits
from ..model import Entity
from ..rules.engine import Matcher
from .build import NAMES, Entry, Holder, Item, Shared, Stored, Tails, compile_rows, folders_of, read_rows
from .kept import Lazy, hashed, kept


class Lexicon:
    """Entries by id, a matcher of all forms, and who held an office on a day."""

    def __init__(self, stored: Stored, key: str) -> None:
        self.entries: Lazy[Entry] = Lazy(stored.entries, Entry)
        self.matcher = Matcher((), splits)
        self.heads = self.matcher.heads = Lazy(stored.heads, Tails)
        self.version: str = key  # a hash of all tables, the user's among them
        self.starts: Any = None  # what may start at a word type, as the reading of names asked
        self._entities: dict[str, Entity] = {}  # rows asked for as entities
        self._holders = stored.holders
        self._held: dict[str, list[tuple[str, str, Holder]]] | None = None
        self.shared: dict[str, Shared] = stored.shared
        self._stored = stored

    @cached_property
    def spellings(self) -> dict[str, str]:
        """A folded word of people's names → its most frequent English spelling."""
        return msgspec.msgpack.decode(self._stored.spellings, type=dict[str, str])

    @cached_property
    def skeletons(self) -> dict[str, str]:
        """The consonants of a person's full name → the person."""
        return msgspec.msgpack.decode(self._stored.skeletons, type=dict[str, str])

    @cached_property
    def organs(self) -> dict[str, str]:
        """An organ's noun and its state («مجلس النواب USA») → the body that is called so with its nationality."""
        return msgspec.msgpack.decode(self._stored.organs, type=dict[str, str])

    @cached_property
    def nations(self) -> dict[str, tuple[Item, ...]]:
        """Folded words that alone are nationalities or peoples: (class, state, tag) of each."""
        return msgspec.msgpack.decode(self._stored.nations, type=dict[str, tuple[Item, ...]])

    @cached_property
    def nouns(self) -> dict[str, tuple[str, ...]]:
        """A body's id → the nouns its names begin with, folded, without ال."""
        return msgspec.msgpack.decode(self._stored.nouns, type=dict[str, tuple[str, ...]])

    def __getitem__(self, ident: str) -> Entry:
        return self.entries[ident]

    def get(self, ident: str) -> Entry | None:
        """The entry, or None."""
        entries = self.entries
        return entries[ident] if ident in entries.raw else None

    def entity(self, ident: str) -> Entity | None:
        """The row as an entity of a reading, without mentions; None where the lexicon has no such row.

        >>> load().entity("person:sergey-lavrov").name
        'Sergey Lavrov'
        """
        known = self._entities.get(ident)
        if known is not None:
            return known
        row = self.entries.get(ident)
        if row is None:
            return None
        known = self._entities[ident] = Entity(
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
        return known

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

    def terms(self, office: str, of: str) -> list[Holder]:
        """Everybody's time in the office of a state or body."""
        return self._holders.get(f"{office} {of}", [])

    def ever_held(self, office: str, of: str) -> list[str]:
        """Everybody the lexicon knows to have held the office."""
        return list(dict.fromkeys(h.person for h in self._holders.get(f"{office} {of}", ())))


def _within(holder: Holder, day: str) -> bool:
    """Surely in office on the day: a bound known to the month or year alone must lie wholly on the right side."""
    start, end = holder.start, holder.end
    after = not start or start < day[: len(start)] or (start == day and len(start) == 10)
    before = not end or end > day[: len(end)] or (end == day and len(end) == 10)
    return after and before


def _key(folders: list[Path]) -> str:
    """A hash of all tables and of the code that compiles them."""
    here = Path(__file__).parent
    arabic = [here.parent / "arabic" / name for name in ("letters.py", "clitics.py", "skeleton.py")]
    code = [*(here / name for name in ("build.py", "inflect.py", "table.py")), *arabic]
    return hashed([*code, *(folder / f"{name}.tsv" for folder in folders for name in NAMES)])


@lru_cache(maxsize=8)
def _load(extra: tuple[str, ...]) -> Lexicon:
    folders = folders_of(extra)
    key = _key(folders)
    return Lexicon(kept("lexicon", key, Stored, lambda: compile_rows(read_rows(folders))), key)


def load(folders: tuple[str, ...] = ()) -> Lexicon:
    """The compiled lexicon, with the rows of the user's `folders` merged over ours; from the cache where nothing changed.

    Errors: LexiconError for a table that can't be trusted or a folder that isn't there.

    >>> load()["state:RUS"].name
    'Russia'
    """
    return _load(tuple(str(f) for f in folders))
