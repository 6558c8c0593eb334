"""Acts: who did what to whom, and did it happen. Tables of verbs, nouns, light verbs and frames over clauses."""
from __future__ import annotations

from ...arabic.words import Text
from ...model import Article, Report, Time
from ..clauses.model import Clause
from ..names.model import Names
from .circumstances import near_towns, posts
from .homes import settle
from .merge import echo, merge
from .modes import refine
from .occasions import grounds
from .reader import Reader
from .report import report

__all__ = ["read"]


def read(text: Text, names: Names, times: list[Time], clauses: list[Clause], speech, article: Article) -> list[Report]:
    """The acts an article reports, each act, matter and status once, in the order of their words.

    «استقبل كيم جونغ أون لافروف في بيونغ يانغ» gives one report: meet, held, both as actors, place Pyongyang.
    """
    reader = Reader(text, names, times, clauses, speech, article)
    drafts = merge(reader.trust.trusted(reader.read()), reader.country)
    refine(drafts, text)
    echo(drafts, reader.echoes, article.day, reader.country)
    told = [d.place for d in drafts]
    grounds(drafts, reader.country, lambda i: near_towns(text, names, reader.country, i, clauses), lambda i: posts(text, names, i))
    reader.setting.locate(drafts, told, reader.country)
    settle(drafts, names, reader.country)
    return [report(d, n, text, reader.setting.weighed.get((d.i, d.act))) for n, d in enumerate(drafts, 1)]
