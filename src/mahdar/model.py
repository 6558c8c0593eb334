"""What passes between the rooms: frozen structs, offsets in code points, half-open [start, end) into the reading's text.

The fields of Entity, Mention, Time, Report, Statement and Reading are the public ones (docs/record.md); fields may be
added, never renamed.
"""

from __future__ import annotations

import msgspec

Span = tuple[int, int]


class Struct(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen record; keyword arguments only."""


class Page(Struct):
    """Stored bytes as crawled: `id` is the path below the argument without its ending, `path` where it lies."""

    id: str
    path: str
    data: bytes
    html: bool | None = None  # by its ending; None where the bytes must say
    url: str | None = None
    date: str | None = None  # a publication date known from outside (never the crawl's)


class Cut(Struct):
    """Words of the page that aren't the article: what kind of furniture, and the words."""

    kind: str
    text: str


class Article(Struct):
    """One article, free of furniture. `text` is title, a line break, body; the body alone where there's no title."""

    id: str
    text: str
    page: str | None = None
    url: str | None = None
    outlet: str | None = None  # English name
    carrier: str | None = None
    agencies: tuple[str, ...] = ()
    title: str | None = None
    published: str | None = None  # ISO date or date-time
    published_from: str | None = None  # metadata, page, inferred
    published_why: str | None = None
    day: str | None = None  # ISO day: what اليوم means here
    correction: bool = False  # carries a correction notice (تصويب)
    cuts: tuple[Cut, ...] = ()


class Mention(Struct):
    """Words naming someone: [start, end) the words that name, `phrase` the whole mention with titles."""

    start: int
    end: int
    text: str
    form: str  # name, office, counterpart, metonym, pronoun
    phrase: Span


class Entity(Struct):
    """Someone or something named in one article."""

    id: str
    kind: str  # person, state, institution, organization, group, place, agency, outlet, unnamed
    name: str  # English
    name_ar: str | None = None
    wikidata: str | None = None
    country: str | None = None  # ISO 3166 alpha-3, IGO, or None
    sector: str | None = None  # GOV, MIL, REB, LEG, JUD, PTY, CVL, BUS, MED, IGO, NGO
    office: str | None = None
    why: str | None = None
    mentions: tuple[Mention, ...] = ()


class Time(Struct):
    """A calendar expression; `value` a day, month, year or interval of days a/b (EDTF level 0), or None."""

    start: int
    end: int
    text: str
    value: str | None
    why: str
    offset: bool = False  # counted from another event (في اليوم التالي); left out of a reading's times
    candidates: tuple[str, ...] = ()


class Report(Struct):
    """One article's account of an act."""

    id: str
    act: str
    status: str  # held, planned, proposed, cancelled, denied
    start: int
    end: int
    anchor: str
    mode: str | None = None
    detail: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    roles: dict[str, tuple[str, ...]] = {}  # host, mediator, behalf, present
    date: str | None = None
    date_from: str | None = None  # text, inferred
    place: str | None = None
    source: tuple[str, ...] = ()  # nearest first
    object: Span | None = None
    about: tuple[str, ...] = ()
    salience: str = "body"  # title, lead, body, background
    evidence: tuple[Span, ...] = ()
    why: str = ""
    rows: tuple[str, ...] = ()  # the table rows that fired
    plover: dict[str, str | None] = {}


class Statement(Struct):
    """What was said: [start, end) spans the words said, without the verb of speech and the quotation marks."""

    id: str
    start: int
    end: int
    kind: str  # direct, indirect
    speakers: tuple[str, ...] = ()
    via: tuple[str, ...] = ()  # nearest first
    channel: str | None = None
    verb: str | None = None
    why: str = ""
    rows: tuple[str, ...] = ()


class Reading(Struct):
    """Everything read from one article (CONTRACT: one line of `mahdar read --format jsonl`)."""

    id: str
    page: str | None
    url: str | None
    outlet: str | None
    carrier: str | None
    agencies: tuple[str, ...]
    title: str | None
    published: str | None
    published_from: str | None
    published_why: str | None
    day: str | None
    text: str
    entities: tuple[Entity, ...]
    times: tuple[Time, ...]
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    correction: bool = False
    cuts: tuple[Cut, ...] = ()
