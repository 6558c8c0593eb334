"""The day and the source of an act, by its words or by the act or the speech it is told with."""

from __future__ import annotations

from ...arabic.stems import stem
from ...arabic.words import Text
from ...model import Article, Time
from ..clauses.model import Clause
from ..names.model import Names
from ..status.status import AHEAD, CONSULT, noun_told_of
from ..weighing import heaviest, weights
from .between import Predicates
from .circumstances import during
from .crediting import carriers, credited
from .dating import MOVABLE, Dating, Told
from .dating import TABLE as DATING
from .draft import Draft
from .moments import ends_with, leads
from .placing import Asked, Country, Placing
from .roles import VERBAL
from .sourcing import Asked as Word
from .sourcing import Sourcing
from .tables import Act
from .timeline import Timeline, back_from, looks_back

Dated = tuple[str | None, str | None]
FIRST = 3  # tokens of what is said in which its first noun stands
ANNOUNCED = frozenset((("govern", "announce"), ("govern", "announce_plan")))


class Setting:
    """When and on whose word the acts of one article are told."""

    def __init__(
        self, text: Text, names: Names, times: list[Time], clauses: list[Clause], speech, article: Article
    ) -> None:
        self.names = names
        self.text, self.clauses, self.speech, self.article = text, clauses, speech, article
        self.timeline = Timeline(text, times)
        self.predicates = Predicates(text, names, clauses)
        self.titled = headed(text, article)
        self.dating = Dating(text, self.timeline, self.predicates, speech, article.day, self.titled > 0)
        self.sourcing = Sourcing(text, names, speech, self.predicates, self.titled)
        self.weighed: dict[tuple[int, str], str] = {}  # what spoke for a day that no rule gives
        self.stated: dict[tuple[int, str], tuple[int, Clause, Clause | None]] = {}
        self.news = self.timeline.news(article.day, self.titled)
        self.spoken: list[tuple[int, frozenset[str], str]] = []  # cue, speakers, day of what they said
        self.said = {e for t in speech.told for e in t.voice.entities} if speech is not None else set()
        past = [
            (i, t.value)
            for i, _, t in self.timeline.items
            if article.day is not None and t.value is not None and len(t.value) == 10 and t.value <= article.day
        ]
        for t in speech.told if past and speech is not None else ():
            found = _beside(past, t.cue, t.i)
            if found is not None:
                self.spoken.append((t.cue, frozenset(t.voice.entities), found))

    # ---- the day -----------------------------------------------------------------------------------------------------

    def date(
        self, k: int, clause: Clause, row: Act, status: str, verb: Clause | None, lent: Clause | None, actors: list[str]
    ) -> Dated:
        """The day of an act and where it is from: `text` for a time of the article, `inferred` for the article's day; (None, None) where
        no time is tied to it and nothing outweighs none.

        `verb` is the verb that states it (itself or its light verb), `lent` one whose subject it has borrowed.
        """
        self.stated[clause.i, row.act] = (k, clause, verb)
        heading = self.dating.heading(clause)
        if heading is not None:
            return heading, "text"
        asked = self.asked(k, clause, row, status, verb, lent, actors)
        if asked.ruled[1] == "text":
            return asked.ruled
        choice = self.dating.choose(asked)
        if choice.value == asked.ruled[0]:
            return asked.ruled
        self.weighed[clause.i, row.act] = "day: " + ", ".join(heaviest(weights(DATING), choice.features))
        return choice.value, choice.origin

    def asked(
        self, k: int, clause: Clause, row: Act, status: str, verb: Clause | None, lent: Clause | None, actors: list[str]
    ) -> Told:
        """The question of an act's day, with what the plain rules answer."""
        ruled = self.ruled(k, clause, row, status, verb, lent, actors)
        return Told(k, clause, verb, lent, row.act, status, tuple(actors), ruled)

    def ruled(
        self, k: int, clause: Clause, row: Act, status: str, verb: Clause | None, lent: Clause | None, actors: list[str]
    ) -> Dated:
        """What plain rules give: a time tied to the act's clause or to the one it is told with, or the
        article's day where the words tell fresh news."""
        day = self.article.day
        first = day if status in AHEAD else None
        last = day if status == "held" and row.act not in MOVABLE else None
        found = self.timeline.of(
            clause, self.clauses, k, light=verb is not None, last=last, first=first, told=row.act in VERBAL
        )
        if found is not None:
            return found.value, "text"
        counted = self._counted(clause) or self.timeline.again(clause)
        if counted is not None:
            return counted, "text"
        if status != "held":
            return None, None
        first_verb = self._goes_on_from(clause)
        if first_verb is not None:
            found = self.timeline.of(first_verb, self.clauses, self._index(first_verb), light=True, last=day, first=None)
            if found is not None and found.value is not None and len(found.value) == 10:
                return found.value, "text"
        visit = during(self.text, clause, self.clauses)
        if visit is not None:
            found = self.timeline.of(visit, self.clauses, self._index(visit), light=True, last=day, first=None)
            if found is not None:
                return found.value, "text"
        main = verb or self._told_with(clause) or lent
        if main is None:
            return None, None
        if main is not clause:
            found = self.timeline.of(main, self.clauses, self._index(main), light=True, last=day, first=None)
            if found is not None:
                return found.value, "text"
        return self._fresh(main, row, actors)

    def _index(self, clause: Clause) -> int:
        return next((n for n, c in enumerate(self.clauses) if c is clause), -1)

    def _counted(self, clause: Clause) -> str | None:
        """The day of an act noun that the sentence counts from: «قبل يومين من زيارته», «عشية القمة»."""
        day = self.article.day
        head = clause if clause.kind == "noun" else noun_told_of(clause, self.clauses) if clause.relative else None
        above = self.clauses[clause.governor] if clause.governor is not None and clause.slot == "object" else None
        if above is not None and above.kind == "noun" and not ANNOUNCED.isdisjoint(above.rows):
            head = above  # بعد ثلاثة أيام من إعلان واشنطن انسحابها
        for _, j, t in self.timeline.offsets:
            if (head is not None and head.i - 1 <= j <= head.i or j == clause.i) and day is not None:
                before = [
                    c
                    for c in self.clauses
                    if c.sentence == clause.sentence and c.kind == "verb" and c.i < clause.i and c.rows
                ]
                main = before[-1] if before else None
                found = (
                    self.timeline.of(main, self.clauses, self._index(main), light=True, last=day, first=None)
                    if main
                    else None
                )
                if main is not None and main.anterior and found is None:
                    return None
                return back_from(
                    t, found.value if found is not None and found.value is not None and len(found.value) == 10 else day
                )
        return None

    def _told_with(self, clause: Clause) -> Clause | None:
        """The verb of the sentence whose time an act noun shares: «انتقد الثلاثاء … خلال لقائه», «كرر مناشدته»."""
        if clause.governor is not None and clause.slot == "object":
            governor = self.clauses[clause.governor]
            if governor.kind == "verb" and not governor.passive and clause.form.suffix:
                return governor
        above = self._above(clause)
        end = above.i if above is not None and ends_with(self.text, above.i, "result") else None
        if end is None and not leads(self.text, clause, "while"):
            return None
        end = clause.i if end is None else end  # «انفجرت سيارة الأربعاء، مما أدى إلى مقتل ثمانية»
        before = [c for c in self.clauses if c.sentence == clause.sentence and c.kind == "verb" and c.i < end and c.rows]
        if before:
            return before[-1]
        return next(
            (
                c
                for c in self.clauses
                if c.sentence == clause.sentence and c.kind == "verb" and c.i > clause.i and c.rows
            ),
            None,
        )

    def _goes_on_from(self, clause: Clause) -> Clause | None:
        """The verb before whose subject goes on with another, on the same day: «دانت باريس السبت الهجوم ودعت إلى ضبط النفس»."""
        if clause.kind == "noun" or clause.relative or clause.subject is None or clause.subject.how != "dropped":
            return None
        if not (clause.form.prefix[:1] == "و" or clause.kind == "participle"):
            return None
        before = [c for c in self.clauses if c.sentence == clause.sentence and c.kind == "verb" and c.i < clause.i and not c.relative]
        if not before or (clause.kind == "verb" and before[-1].tense != clause.tense) or "." in self.text.norms[before[-1].i : clause.i]:
            return None
        return before[-1] if before[-1].rows and before[-1].form.gender == clause.form.gender else None

    def _above(self, clause: Clause) -> Clause | None:
        """The verb that governs a noun."""
        above = self.clauses[clause.governor] if clause.governor is not None else None
        return above if above is not None and above.kind == "verb" else None

    def _fresh(self, verb: Clause, row: Act, actors: list[str]) -> Dated:
        """The day of an act that is told as news and names no day."""
        day = self.article.day
        if day is None:
            return None, None
        if (
            row.act in VERBAL
            and verb.sentence >= max(1, self.titled)
            and not verb.anterior
            and not verb.relative
            and not looks_back(self.text, verb)
        ):
            said = [d for cue, who, d in self.spoken if who & set(actors) and cue <= verb.end]
            if said:
                return said[-1], "inferred"
        if not self._news(verb, row, actors):
            return None, None
        if self.news is not None and verb.sentence < self.titled:
            return self.news.value, "text"
        governed = self.speech.governing(verb.i) if self.speech is not None else None
        if governed is not None:
            said = [d for cue, _, d in self.spoken if cue == governed.cue]
            return (said or [day])[-1], "inferred"
        return day, "inferred"

    def _news(self, verb: Clause, row: Act, actors: list[str]) -> bool:
        """Is the verb fresh news, not a look back and no habit?"""
        if verb.anterior or verb.relative or verb.conditional or looks_back(self.text, verb):
            return False
        governed = self.speech.governing(verb.i) if self.speech is not None else None
        if verb.tense == "present" and row.act in VERBAL and governed is not None:
            return True
        if verb.form.person == 1:
            return True
        if row.act in VERBAL and verb.tense == "past" and self.said & set(actors):
            return True
        if verb.i > 0.75 * len(self.text) and during(self.text, verb, self.clauses) is None:
            return False
        return not (
            verb.sentence > (2 if verb.tense == "present" else 99 if row.act in VERBAL or row.act in CONSULT else 4)
        )

    # ---- the place ---------------------------------------------------------------------------------------------------

    def locate(self, drafts: list[Draft], told: list[str | None], country: Country) -> None:
        """Weigh the places of the article for each act; `told`: what words beside each name, before its nature is asked."""
        placing = Placing(self.text, self.names, self.predicates, self.speech, country, self.titled > 0)
        for d, named in zip(drafts, told, strict=True):
            if d.act != "call" and (d.i, d.act) in self.stated:
                d.place = placing.choose(self.asked_place(d, named))

    def asked_place(self, d: Draft, named: str | None) -> Asked:
        """The question of an act's place, with what the plain rules answer."""
        k, clause, verb = self.stated[d.i, d.act]
        origin = "none" if d.place is None else "ground" if named is None else "stated"
        return Asked(k, clause, verb, d.act, d.status, tuple(d.actors), tuple(d.recipients), d.place, origin)

    # ---- the source --------------------------------------------------------------------------------------------------

    def source(
        self, clause: Clause, row: Act, status: str, verb: Clause | None, actors: list[str], recipients: list[str]
    ) -> list[str]:
        """On whose word an act stands, nearest first; of a verbal act only who carried the words.

        «ألغى ترامب القمة، بحسب رويترز» stands on Reuters' word; a noun for something known to all («قضية تسميم الجاسوس») on nobody's.
        """
        asked = self.asked_source(clause, row, status, verb, actors, recipients)
        return list(self.sourcing.choose(asked))

    def asked_source(
        self, clause: Clause, row: Act, status: str, verb: Clause | None, actors: list[str], recipients: list[str]
    ) -> Word:
        """The question of an act's sources, with what the plain rules answer."""
        ruled = tuple(self.ruled_source(clause, row, status, verb, actors))
        return Word(clause, verb, row.act, status, tuple(actors), tuple(recipients), ruled)

    def ruled_source(self, clause: Clause, row: Act, status: str, verb: Clause | None, actors: list[str]) -> list[str]:
        """What plain rules give, one voice among those weighed."""
        known = (
            clause.form.definite
            or clause.form.suffix
            or (row.act == "assault" and any(a.role == "genitive" for a in clause.args) and not self._told_at_once(clause))
        )
        known = known or (clause.kind == "noun" and leads(self.text, clause, "other", 1))
        if self.speech is None or (verb is None and known):
            return []
        chain = list(self.speech.chain(clause.i))
        if not chain and clause.sentence < self.titled:
            return self._lead(clause, row, actors)
        if not chain:
            return self._attributed(clause, row, actors)
        if row.act in VERBAL:
            return [e for e in chain if e not in actors]
        own = status == "held" and verb is not None and verb.tense == "past" and not set(chain) - set(actors)
        return chain if own else [e for e in chain if e not in actors]

    def _told_at_once(self, clause: Clause) -> bool:
        """Is the noun the first that somebody says («أفادت مصادر بمقتل خمسة مدنيين»)?"""
        told = self.speech.governing(clause.i) if self.speech is not None else None
        return told is not None and 0 <= clause.i - told.i < FIRST

    def _attributed(self, clause: Clause, row: Act, actors: list[str]) -> list[str]:
        """Whom the sentence names for an act that stands in no one's speech: بحسب رويترز, في مقابلة مع فوكس نيوز, على تويتر."""
        if row.act in VERBAL and clause.sentence >= self.titled:
            own = [t for t in self.speech.told if set(t.voice.entities) & set(actors) and clause.start <= t.cue < clause.end]
            via = [e for t in own for e in t.via]
            via += carriers(self.text, self.names, clause, self.clauses, tuple(actors))
            via = via or list(self.sourcing.always(tuple(actors), clause.sentence))
            if via:
                return [e for e in dict.fromkeys(via) if e not in actors]
        found = credited(self.text, self.names, clause)
        return [] if set(found) & set(actors) else list(found)

    def _lead(self, clause: Clause, row: Act, actors: list[str]) -> list[str]:
        """Who tells in the first sentence of the body what the title says in the outlet's voice."""
        a, b = self.text.sentences[self.titled] if len(self.text.sentences) > self.titled else (0, 0)
        word = stem(self.text.norms[clause.i])
        for t in self.speech.told:
            if a <= t.cue < b and any(stem(w) == word for w in self.text.norms[t.i : min(t.j, b)]):
                chain = [*t.voice.entities, *t.via]
                return [e for e in chain if e not in actors]
        return []


def headed(text: Text, article: Article) -> int:
    """How many sentences the title has («بعد السفير.. أنقرة تطلب من القنصل المغادرة» has two); none without a title."""
    end = len(article.title) if article.title else 0
    return next((n for n, (a, _) in enumerate(text.sentences) if text.starts[a] >= end), len(text.sentences))


def _beside(past: list[tuple[int, str]], cue: int, said: int) -> str | None:
    """The past day named between a verb of speech and what is said, or just before the verb."""
    return next((day for i, day in past if cue < i < max(said, cue + 14) or cue - 4 < i < cue), None)
