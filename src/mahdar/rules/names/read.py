"""The reading of names: every mention of an article, and the entities they mean."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from ...arabic.clitics import AND
from ...arabic.words import Text
from ...lexicon import Lexicon
from ...model import Time
from .bodies import Bodies
from .draft import Draft
from .model import Names
from .people import People
from .places import Places
from .scan import Scan
from .settle import Settler
from .titles import Titles
from .unnamed import Unnamed

_COUNTERPART, _KIN, _TITLE, _BODY, _WING, _PERSON, _PLACE, _UNNAMED, _FOLK, _STYLED = (1 << k for k in range(10))
#: which grammar reads which classes
_GRAMMARS = (
    (_COUNTERPART, frozenset({"counterpart"})),
    (_KIN, frozenset({"kin"})),
    (_TITLE, frozenset({"title", "honorific", "lettered"})),
    (_BODY, frozenset({"body", "media", "organ", "field", "mednoun", "beside", "bodynoun"})),
    (_WING, frozenset({"wing"})),
    (_PERSON, frozenset({"person", "short", "first", "abd", "kunya", "ibn"})),
    (_PLACE, frozenset({"state", "place", "bloc", "capital", "loaded"})),
    (_UNNAMED, frozenset({"unnamed"})),
    (_FOLK, frozenset({"people", "adj"})),
    (_STYLED, frozenset({"styled"})),
)


@cache
def _grammars(classes: frozenset[str]) -> int:
    """The grammars that have something to read where phrases of these classes start, as bits; worked out once a set."""
    return sum(bit for bit, read_by in _GRAMMARS if not classes.isdisjoint(read_by))


class _Grammar:
    """All grammars over one scan."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.people = People(scan)
        self.bodies = Bodies(scan, self.people)
        self.titles = Titles(scan, self.bodies, self.people)
        self.unnamed = Unnamed(scan, self.bodies, self.people)
        self.places = Places(scan)

    def drafts(self, i: int) -> list[Draft]:
        """What stands at token i: the longest reading, with the conjuncts it brings."""
        best: Draft | None = None
        grammars = _grammars(self.scan.classes(i))
        if grammars & _STYLED and (styled := self.titles.styled(i)) is not None:
            return [styled]
        if grammars & _COUNTERPART:
            best = self.unnamed.counterpart(i)
        if grammars & _KIN and best is None:
            best = self.unnamed.kin(i)
        if grammars & _TITLE and best is None:
            best = self._unless_adjective(i, self.titles.read(i))
        if grammars & _BODY:
            best = _longer(best, self.bodies.read(i))
        if grammars & _WING and (wing := self.scan.get(i, ("wing",), None)) is not None:
            inner = self.scan.get(wing.j, ("wing",))
            under = self.places.loaded(wing.j) if inner is None else self.bodies.wing(wing.j, inner, self.places.loaded(inner.j))
            best = _longer(best, self.bodies.wing(i, wing, under))  # طائرات التحالف, قيادة قوات التحالف
        if grammars & _PERSON:
            best = _longer(best, self.people.name(i, titled=False, prefixes=None))
        if grammars & _PLACE:
            best = _longer(best, self.places.read(i))
        if grammars & _UNNAMED and (best is None or (best.form == "office" and not (best.definite and best.of))):
            best = _longer(best, self.unnamed.read(i))
        if grammars & _FOLK and best is None:
            best = self.unnamed.folk(i)
        if not grammars and self.scan.said(i):
            best = self.people.unheard(i + 1)
        if best is None:
            return []
        if best.parts:
            return best.parts
        if best.kind == "person" and best.form == "name":
            if best.title is None and not best.prefix and self.scan.get(i - 1, ("namesake",), None):
                return [replace(best, kind="namesake")]  # جامعة عثمان غازي names nobody
            self.titles.apposed(best)
            if best.words is not None and best.country is None:
                self.people.of_nation(best)
        out = [best, *self.titles.conjoined(best), *self.unnamed.peers(best)]
        while out[-1].title and out[-1].form == "name" and (more := self.bodies.conjoined(out[-1])) is not None:
            out.append(more)
        while out[-1].kind == "person" and out[-1].form == "name" and self.scan.word(out[-1].j)[:1] == AND:
            if (more := self.people.unheard(out[-1].j, AND)) is None:
                break
            out.append(more)
        while out[-1].kind == "unnamed" and (more := self.unnamed.conjoined(out[-1])) is not None:
            out.append(more)
        return out

    def _unless_adjective(self, i: int, draft: Draft | None) -> Draft | None:
        """No title: a role without a name right behind a noun (تقارير إعلامية, القوى السياسية)."""
        if draft is None or draft.form != "office" or draft.prefix or not i:
            return draft
        entry = self.scan.lexicon.get(draft.title or "")
        prior = self.scan.word(i - 1).removeprefix("و")
        if entry is None or entry.type != "role" and not (self.scan.word(i).endswith("يه") and prior.endswith(("ه", "ات"))):
            return draft  # الانتخابات البرلمانية
        adjective = prior.startswith(("ال", "لل", "بال", "كال")) if draft.definite else self.scan.noun(prior)
        return None if adjective else draft


def _longer(a: Draft | None, b: Draft | None) -> Draft | None:
    """The longer draft; of equal ones the one with a name, then the first."""
    if a is None or b is None:
        return a or b
    if b.j != a.j:
        return a if a.j > b.j else b
    if a.words is not None and b.id is not None:
        return b  # خميس مشيط is a city, not a man nobody knows; الأمير هاري is a row
    return b if (a.form == "office" and b.form == "name") or (a.bare and not b.bare) else a


def read(text: Text, *, day: str | None, outlet: str | None, lexicon: Lexicon, times: list[Time]) -> Names:
    """Mentions and entities of an article.

    `day` is the article's ISO day (who held an office), `outlet` its English name, `times` what the reading of times found.

    >>> from mahdar.lexicon import load
    >>> n = read(Text("التقى وزير الخارجية الروسي سيرغي لافروف"), day="2018-05-31", outlet=None, lexicon=load(), times=[])
    >>> [(m.i, m.j, m.entity) for m in n.mentions]
    [(1, 6, 'person:sergey-lavrov')]
    """
    scan = Scan(text, lexicon, times, outlet)
    grammar = _Grammar(scan)
    drafts: list[Draft] = []
    end = 0
    for i in scan.triggers():
        if i >= end and (found := grammar.drafts(i)):
            drafts += [d for d in found if d.kind != "namesake"]
            end = found[-1].j
    settler = Settler(scan, day)
    mentions = settler.settle(drafts)
    return Names(mentions, settler.finished(), text.sentences, settler.nested)
