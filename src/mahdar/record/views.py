"""What a record answers with."""

from __future__ import annotations

from ..linking.account import Event
from ..model import Entity, Reading, Report, Struct


class StoredArticle(Struct):
    """An article as the record keeps it: text, reading, and the events it tells of."""

    id: str
    page: str | None
    url: str | None
    outlet: str | None
    carrier: str | None
    agencies: tuple[str, ...]
    title: str | None
    published: str | None
    day: str | None
    text: str
    reading: Reading
    copy_of: str | None
    events: tuple[str, ...]


class ReportView(Struct):
    """One report with its article, its entities and the event it is part of."""

    report: Report
    entities: dict[str, Entity]
    article: StoredArticle
    event: str | None


class EntityView(Struct):
    """Someone or something over the whole record."""

    id: str
    kind: str
    name: str
    name_ar: str | None
    country: str | None
    sector: str | None
    office: str | None
    names: tuple[str, ...]
    articles: int
    events: int


class Hit(Struct):
    """An article that a search found; `words` the passage, [start, end) in the article's text."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    start: int
    end: int
    words: str


class Quote(Struct):
    """Something said; `renderings` are other articles' wordings of the same words."""

    speaker: str
    speaker_id: str
    day: str | None
    kind: str
    channel: str | None
    via: tuple[str, ...]
    words: str
    start: int
    end: int
    article: str
    outlet: str | None
    url: str | None
    published: str | None
    renderings: tuple[str, ...] = ()


class Promise(Struct):
    """A promise, plan or invitation and what became of it; `holds` says what the record has for its time."""

    event: Event
    state: str  # open, overdue, carried out, called off, overtaken
    by: tuple[str, ...]
    until: str | None
    holds: str


class Coverage(Struct):
    """Articles by outlet and month; `gaps` are the months without any, as (first, last)."""

    outlets: tuple[str, ...]
    months: tuple[str, ...]
    rows: tuple[tuple[str, str, int, int], ...]  # outlet, month, articles, pages failed
    gaps: tuple[tuple[str, str], ...]
    failed: int
    undated: int


class Change(Struct):
    """What a build did to an event."""

    build: int
    kind: str
    event: str
    what: str
    sentence: str | None
