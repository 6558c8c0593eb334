"""Statements written down one by one, each with its chain and its occasion."""

from __future__ import annotations

from collections.abc import Sequence

from ...arabic.words import Text
from ...model import Article, Time
from ..names.model import Names
from .chain import behind, carried
from .cues import Cue
from .once import Told
from .quotes import Quotes
from .spans import Said
from .speakers import Speakers
from .tables import channels, class_words
from .voices import MEDIA, Voice

#: occasions of which a sentence tells before its verb of speech
SPOKEN = frozenset({"interview", "speech", "tweet", "press_conference", "facebook_post", "telegram_post"})


class Writing:
    """What one article has been found to tell so far, in order."""

    def __init__(self, text: Text, names: Names, article: Article | None, times: Sequence[Time]) -> None:
        self.text, self.names, self.article = text, names, article
        self.dated = frozenset(k for t in times for k in range(text.token_at(t.start), text.token_at(t.end - 1) + 1))
        self.quotes = Quotes(text)
        self.speakers = Speakers(text, names, self.dated, self.quotes)
        self.told: list[Told] = []
        outlet = article.outlet if article is not None else None
        self.own = next((i for i, e in names.entities.items() if outlet and e.kind in MEDIA and e.name == outlet), None)
        self.title_end = len(article.title) if article is not None and article.title else 0

    def nested(self, c: Cue) -> bool:
        """Does the verb stand within what somebody, no agency, was just told to have said?"""
        outer = self.told[-1] if self.told else None
        return outer is not None and outer.i <= c.i < outer.j and outer.voice.kind not in MEDIA

    def occasion(self, i: int) -> tuple[int, int]:
        """The tokens before a cue that name where the words were said («في مقابلة بثها التلفزيون الرسمي، قال»); or an empty range.

        They stand in the cue's own sentence, behind what was last said in it.
        """
        a = max([self.text.opening(i), *(t.j for t in self.told[-2:] if t.j <= i)])
        known = channels()
        for k, norm in enumerate(self.text.norms[a:i], a):
            leads = self.text.norms[a].removeprefix("و") == "في"
            aired = leads and norm in class_words("aired") and (m := self.names.starting(k + 1)) is not None and m.kind in MEDIA
            if aired or known.lookups(norm) and any(h.values[0][0] in SPOKEN for h in known.at(self.text, k)):
                return k, i
        return i, i

    def told_on(self, outer: Told, c: Cue, voice: Voice) -> bool:
        """Does an agency go on telling of him it named? («ذكرت الوكالة أن المجلس عبر عن تضامنه وقال إنه …»)"""
        here = {e for m in self.names.between(outer.i, outer.j) for e in m.entities}
        return outer.voice.kind in MEDIA and voice.kind not in MEDIA and outer.j == c.i and bool(here & set(voice.entities))

    def earlier(self, c: Cue) -> bool:
        """Was it said before the rest? («وكان لافروف قد صرح»)"""
        perfective = class_words("perfective")
        return any(w.removeprefix("و") in perfective for w in self.text.norms[self.text.opening(c.i) : c.i])

    def take(self, c: Cue | None, said: Said, voice: Voice, ranges: list[tuple[int, int]], b: int, spoke: bool = True) -> None:
        """Write the statement down, with its chain; an agency that only carries another's words becomes his carrier."""
        text, names = self.text, self.names
        via: tuple[str, ...] = ()
        outer = self.told[-1] if self.told else None
        nested = c is not None and self.nested(c)
        goes_on = voice.how == "goes on"
        if c is not None and outer is not None and outer.i <= c.i < outer.j and outer.voice.entities == voice.entities and not outer.direct:
            return  # «قال ترامب إنه يتوقع …»: one statement
        if outer is not None and outer.voice.kind in MEDIA and outer.i <= (c.i if c else said.i) < outer.j:
            via = outer.voice.entities
            head = (c.i if c else said.i) - outer.i
            if head <= 12:
                self.told.pop()
                if not outer.goes_on and self.speakers.past and self.speakers.past[-1].entities == outer.voice.entities:
                    self.speakers.forget()
        if c is not None and not via and outer is not None and self.told_on(outer, c, voice):
            via = outer.voice.entities
        occasion = self.occasion(c.i) if c is not None and ranges else (0, 0)
        places = [occasion, *ranges, behind(text, names, said.j, b)]
        got = carried(text, names, places, voice.entities, self.dated, self.speakers.home, self.own)
        via = tuple(dict.fromkeys((*got.via, *via)))
        channel = got.channel
        earlier = c is not None and self.earlier(c)
        if outer is not None and not via and outer.voice.entities == voice.entities and goes_on:
            via, channel = tuple(e for e in outer.via if e not in voice.entities), channel or outer.channel
        verb = None if c is None else text.raw_of(c.i, c.j)
        rows = ((c.row,) if c else ("colon",)) + got.rows + ((voice.how,) if ":" in voice.how else ())
        self.told.append(Told(said.i, said.j, c.i if c else said.i, voice, via, channel, said.direct, verb, rows, goes_on, earlier))
        if spoke and not nested:
            form = c.form if c is not None and c.shape == "finite" else None
            told = form is not None and voice.gender is None and voice.number == form.number == "s"     # «قال المستشفى», no «وأكدت»
            gender = form.gender or None if told and form is not None else voice.gender
            self.speakers.spoke(voice._replace(how="spoke", gender=gender), c.i if c else said.i, said.j)
