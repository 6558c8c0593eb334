"""The event of the record: the fields of CONTRACT.md's JSON, in its order."""

from __future__ import annotations

from ..model import Struct


class Who(Struct):
    """An actor or recipient."""

    id: str
    name: str
    country: str | None = None
    sector: str | None = None


class Where(Struct):
    id: str
    name: str
    country: str | None = None


class Voice(Struct):
    """On whose word an event stands, or who denies it; `party`: actor, recipient, other, outlet."""

    id: str | None
    name: str
    party: str
    via: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


class Stage(Struct):
    """A status with its date, the articles that tell it, and the day it was first told."""

    status: str
    date: str | None
    articles: tuple[str, ...]
    first_reported: str | None


class Told(Struct):
    article: str
    report: str
    item: str = ""  # the report's own lasting id


class Evidence(Struct):
    """Words of an article that the event was read from; `quote` is filled in from the article when the event is
    shown."""

    article: str
    report: str
    start: int
    end: int
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    quote: str = ""
    copy_of: str | None = None


class Value(Struct):
    value: str
    articles: tuple[str, ...]


class Disagreement(Struct):
    """`field`: date, place, actors, status; `kind`: more precise, contradicts, changed."""

    field: str
    kind: str
    values: tuple[Value, ...]


class Tie(Struct):
    event: str
    relation: str
    why: str = ""


class Sentence(Struct):
    en: str
    ar: str


class Event(Struct):
    """What the reports of one act add up to."""

    id: str
    act: str
    mode: str | None
    status: str
    detail: str | None
    contested: bool
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    place: Where | None
    date: str | None
    date_from: str | None
    precision: str | None
    not_after: str | None
    asserted_by: tuple[Voice, ...]
    denied_by: tuple[Voice, ...]
    sentence: Sentence
    history: tuple[Stage, ...]
    reports: tuple[Told, ...]
    articles: int
    independent_sources: int
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    disagreements: tuple[Disagreement, ...]
    thread: tuple[Tie, ...]
    roles: dict[str, tuple[Who, ...]] = {}
    about: tuple[Who, ...] = ()
    salience: str = "body"
    protocol: bool = False
    reviewed: bool = False
    origins_why: str = ""
    why: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
