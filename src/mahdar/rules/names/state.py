"""What is known of an article while its names are settled: entities, names, offices."""

from __future__ import annotations

from msgspec.structs import replace

from ...model import Entity
from .draft import Draft
from .model import Named
from .scan import Scan

_BEFORE = {"King": "Prince", "Queen": "Princess", "Emperor": "Crown Prince"}
_CROWNS = ("king", "queen", "emperor")


class State:
    """The entities of an article so far, and who may be meant by a last name, an office, a body's noun."""

    def __init__(self, scan: Scan, day: str | None) -> None:
        self.scan, self.day, self.lexicon = scan, day, scan.lexicon
        self.entities: dict[str, Entity] = {}
        self.last: dict[str, list[str]] = {}  # last word of a full name → people of this article
        self.full: dict[tuple[str, ...], str] = {}  # folded unknown names → people of this article
        self.drafts: list[Draft] = []
        self.home: str | None = None  # the state the article is about
        self.genders: dict[str, str] = {}
        self.nested: list[Named] = []
        self.head: str | None = None  # the person named last, and by which office
        self.head_title: str | None = None
        self.ministry: str | None = None  # the ministry named last, no person since
        self.families: dict[str, list[str]] = {}  # a family name that stands first (كيم) → people of this article
        self.organs: dict[str, str] = {}  # an organ's noun → the last of its kind in this article
        self.bearers: dict[str, str] = {}  # office key → the last person of this article who bore it
        self.styles: dict[str, tuple[str, ...]] = {}  # a style (سموه) → the last of this article who was called by it
        self.styled: dict[str, int] = {}  # a style → where the sentence begins that told who was called by it

    def _printed(self, i: int, j: int, prefix: str) -> str:
        """The words as printed, without the proclitic and the marks of hashtags."""
        return self.scan.text.raw_of(i, j).removeprefix(prefix).replace("#", "").replace("_", " ")

    def _add(self, entity: Entity) -> None:
        self.entities[entity.id] = entity

    def _add_row(self, ident: str, office: str | None = None, why: str = "lexicon") -> None:
        """Enter a row of the lexicon, with the office the article gives, if it gives one."""
        entity = self.lexicon.entity(ident)
        assert entity is not None
        name, office = self._in_time(ident, entity.name), office or entity.office
        plain = name == entity.name and office == entity.office and why == entity.why
        self._add(entity if plain else replace(entity, name=name, office=office, why=why))

    def _in_time(self, ident: str, name: str) -> str:
        """The name on the article's day: a king was a prince before he reigned."""
        rank, _, rest = name.partition(" ")
        if rank not in _BEFORE or self.day is None:
            return name
        of = f"state:{self.lexicon[ident].country}"
        reigns = [h.start for office in _CROWNS for h in self.lexicon.terms(office, of) if h.person == ident]
        return f"{_BEFORE[rank]} {rest.split()[0]}" if reigns and self.day < min(reigns) else name
