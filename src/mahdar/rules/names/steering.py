"""What the tables of names hold besides names: nouns, states named together, loaded words."""

from __future__ import annotations

import msgspec

from ...lexicon.build import Tails


class Noun(msgspec.Struct, frozen=True):
    """A noun that makes an organ with a state, or an unnamed person with a nationality."""

    id: str
    english: str
    many: str
    sector: str | None
    gender: str
    number: str
    kind: str = "institution"
    crowd: str = ""
    adjective: bool = False
    bare: str = ""
    construct: bool = True
    sent: bool = False


class Bloc(msgspec.Struct, frozen=True):
    """States named together, a coalition, or fighters without a nearer name; `members` where the words name certain states."""

    id: str
    name: str
    kind: str
    members: tuple[str, ...]
    country: str | None
    sector: str | None


class Loaded(msgspec.Struct, frozen=True):
    """Whom a word means in certain outlets (empty: any), or where the article names certain states (empty: anywhere)."""

    outlets: frozenset[str]
    where: tuple[str, ...]
    entity: str


class Steering(msgspec.Struct):
    """What the tables hold, as it is kept between runs."""

    heads: dict[str, Tails]
    nouns: dict[str, Noun]
    blocs: dict[str, Bloc]
    loaded: dict[str, Loaded]
    first: dict[str, tuple[str, str, str]]  # a first name → its English, gender and habit
    first_by_habit: dict[str, dict[str, str]]
    first_habits: dict[str, tuple[str, ...]]  # which habits know a first name
    last: dict[str, dict[str, str]]  # a family name → its English by habit
    sounding: dict[str, tuple[str, str]]  # the sounds of a foreign family name → its English and form, where they are no other's
    habits: dict[str, str]
    written: frozenset[str]
    common: frozenset[str]
    rare: frozenset[str]
    common_nouns: frozenset[str]
    styles: dict[str, frozenset[str]]  # a style (سموه) → the folded words by which its bearer is called
    worldwide: frozenset[str]  # ids of media that write for no one country
