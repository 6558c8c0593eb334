"""Article → Reading: the stages in order. A pure function of one article and the lexicon: no clock, no network, no other article."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from .arabic.words import Text
from .lexicon import Lexicon
from .model import Article, Entity, Mention, Reading, Report, Statement, Time
from .rules import acts, clauses, names, speech, times
from .rules.clauses.model import Clause
from .rules.names.holders import point_back
from .rules.names.homeland import settle
from .rules.names.model import Names


def read(article: Article, lexicon: Lexicon) -> Reading:
    """Everything Mahdar reads in one article: entities with their mentions, times, reports of acts, statements.

    An article «استقبل كيم جونغ أون سيرغي لافروف في بيونغ يانغ.» of 31 May 2018 gives one report `meet`/`held`.
    All offsets are code points of `article.text`.
    """
    text, when, who, parts, said = stages(article, lexicon)
    reports = acts.read(text, who, when, parts, said, article)
    return _assemble(article, text, lexicon, who, [t for t in when if not t.offset], reports, said.statements)


def stages(article: Article, lexicon: Lexicon) -> tuple[Text, list[Time], Names, list[Clause], speech.Speech]:
    """What acts are read from: the words, times (offsets among them), names, clauses and speech of an article, each from those before."""
    text = Text(article.text)
    when = times.find(text, day=article.day, offsets=True)
    who = names.read(text, day=article.day, outlet=article.outlet, lexicon=lexicon, times=when)
    point_back(text, who, lexicon, article.day)
    settle(who)
    return text, when, who, clauses.read(text, who, when), speech.read(text, who, article, when)


def _assemble(
    article: Article, text: Text, lexicon: Lexicon, who: Names, when: list[Time], reports: list[Report], statements: list[Statement]
) -> Reading:
    """The reading, with the entities that are mentioned or referred to, by first mention, then id."""
    mentions: dict[str, list[Mention]] = {}
    for m in sorted((*who.mentions, *who.nested), key=lambda m: (m.i, m.a, m.entities)):
        start, end = m.span(text)
        for e in m.entities:
            mentions.setdefault(e, []).append(
                Mention(start=start, end=end, text=text.raw[start:end], form=m.form, phrase=text.span(m.i, m.j))
            )
    used: dict[str, None] = dict.fromkeys(mentions)
    for r in reports:
        used |= dict.fromkeys((*r.actors, *r.recipients, *r.source, *r.about, *(x for v in r.roles.values() for x in v)))
        if r.place:
            used[r.place] = None
    for s in statements:
        used |= dict.fromkeys((*s.speakers, *s.via))
    entities = tuple(_entity(e, who, lexicon, mentions.get(e, [])) for e in used)
    return Reading(
        id=article.id,
        page=article.page,
        url=article.url,
        outlet=article.outlet,
        carrier=article.carrier,
        agencies=article.agencies,
        title=article.title,
        published=article.published,
        published_from=article.published_from,
        published_why=article.published_why,
        day=article.day,
        text=article.text,
        entities=entities,
        times=tuple(when),
        reports=tuple(reports),
        statements=tuple(statements),
        correction=article.correction,
        cuts=article.cuts,
    )


def _entity(id_: str, who: Names, lexicon: Lexicon, mentions: list[Mention]) -> Entity:
    entity = who.entities.get(id_) or lexicon.entity(id_)
    if entity is None:
        raise LookupError(f"{id_} is in no table and was not read from the article")
    return replace(entity, mentions=tuple(mentions))


@cache
def _code() -> str:
    """A hash of every rule, table and line of code a reading depends on."""
    here = Path(__file__).parent
    total = hashlib.sha256()
    for room in ("arabic", "english", "lexicon", "pages", "rules"):
        for path in sorted((here / room).rglob("*")):
            if path.suffix in (".py", ".tsv"):
                total.update(path.relative_to(here).as_posix().encode())
                total.update(path.read_bytes())
    for name in ("model.py", "reading.py"):
        total.update((here / name).read_bytes())
    return total.hexdigest()


def version(lexicon: Lexicon) -> str:
    """What a reading depends on besides the article: twelve hex digits for the code, the tables and the user's own tables."""
    return hashlib.sha256((_code() + lexicon.version).encode()).hexdigest()[:12]
