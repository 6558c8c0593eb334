"""Whom a word that names nobody points back to: the two parties (الطرفان), the one named last (الأخير), a body told of (الوزارة)."""

from __future__ import annotations

from ...arabic.clitics import bare, splits
from ...arabic.letters import fold
from ...arabic.numbers import parse
from ...arabic.words import Text
from ...lexicon import load
from ..clauses.model import Argument, Clause
from ..clauses.nations import nations
from ..clauses.words import markers
from ..names.model import Named, Names
from ..speech.tables import anaphor_kinds, anaphors
from .tables import country_pairs, latter_words, of_act, pair_words, people_pairs, ruling, same_words, summit_words, trios

CALLED = frozenset(("person", "institution", "unnamed"))
ACTING = frozenset(("person", "state", "institution", "organization", "group", "unnamed"))


class Partners:
    """Finds the entities of an article that its pointing words stand for."""

    text: Text
    names: Names
    clauses: list[Clause]
    pairs: list[tuple[int, tuple[str, ...]]]  # token, two parties of an act told there
    day: str | None = None  # the article's

    def _of(self, m: Named, places: bool) -> list[str]:
        if m.kind == "state" and self.of_a_capital(m):
            return []
        if m.kind in ACTING:
            return list(m.entities)
        if m.kind == "place" and not self._names_accord(m):
            entry = load().get(m.entity)
            if entry is not None and entry.seat:
                return [entry.seat]
            if places and entry is not None and entry.country:
                return [f"state:{entry.country}"]
        return []

    def regions(self, argument: Argument) -> list[str]:
        """The parts of the world of no one country that somebody travels to (الشرق الأوسط, أفريقيا)."""
        places = [m for m in (self.names.mentions[k] for k in argument.mentions) if m.kind == "place" and not self._names_accord(m)]
        known = [load().get(m.entity) for m in places]
        return [e.id for e in known if e is not None and not e.country and not e.seat and e.type in ("continent", "area")]

    def land_of(self, argument: Argument, clause: Clause) -> list[str]:
        """«زار مخيمات اللاجئين في الأردن»: the state in which a thing visited lies that has no name here, told behind في."""
        if argument is not clause.object or argument.mentions or argument.inner or argument.noun is not None or argument.how == "suffix":
            return []
        there = next((a for a in clause.args if a.prep in markers("in") and 0 <= a.i - argument.j <= 2 and len(a.mentions) == 1), None)
        return self._of(self.names.mentions[there.mentions[0]], True) if there is not None else []

    def told_beside(self, argument: Argument, clause: Clause) -> list[str]:
        """«اتهم تقرير للأمم المتحدة», «انتقد النظام الحاكم في مصر»: who gave a document, and whose the rulers are, told right behind."""
        word = bare(self.text.norms[argument.i])
        given = argument.role == "subject" and word in markers("document")
        if not given and word not in ruling() or argument.noun is not None:
            return []
        behind = markers("issued_by") - markers("in") if given else markers("in")
        whose = next((a for a in clause.args if a.prep in behind and 0 <= a.i - argument.j <= 2 and len(a.mentions) == 1), None)
        m = self.names.mentions[whose.mentions[0]] if whose is not None else None
        return self._of(m, True) if m is not None and (given or m.kind == "state") else []

    def team(self, argument: Argument) -> list[str]:
        """«وصل فريق من خبراء الأمم المتحدة إلى عدن»: the people of no name that a team or delegation consists of."""
        norms, j = self.text.norms, argument.j
        head = bare(norms[argument.i]).removeprefix("و")
        if j - argument.i != 1 or head not in markers("teams") or not markers("origin").issuperset(norms[j : j + 1]):
            return []
        m = self.names.starting(j + 1)
        return list(m.entities) if m is not None and m.kind == "unnamed" and m.number == "p" else []

    def two(self, clause: Clause) -> list[str]:
        """«التقى السيسي أبي أحمد، واتفقا على بناء السد»: the two told of together last, in this sentence or the one before."""
        low = self.text.sentences[max(0, clause.sentence - 1)][0]
        return list(max((p for p in self.pairs if low <= p[0] < clause.i), default=(0, ()))[1])

    def of_a_capital(self, m: Named) -> bool:
        """Does the state only tell which capital something is in («في أستانة عاصمة كازاخستان»)?"""
        if m.prefix or m.i < 3 or self.text.norms[m.i - 1] not in markers("capital"):
            return False
        town = self.names.at(m.i - 2)
        return town is not None and town.kind == "place" and self.text.norms[town.i - 1] in markers("in")

    def _names_accord(self, m: Named) -> bool:
        """Is a deal or a summit called after the town («اتفاق باريس»), no second one told («اتفاق موسكو وأنقرة»)?"""
        if m.prefix or m.i < 1 or not markers("accords") & {rest for _, rest in splits(self.text.norms[m.i - 1])}:
            return False
        return not any(o.i == m.j and o.prefix == "و" and o.kind in ("place", "state") for o in self.names.mentions)

    def between(self, argument: Argument, places: bool) -> list[str]:
        """The two sides that an ordinary phrase behind بين names; [] where it names less than two.

        «بين الإسرائيليين والفلسطينيين», «بين زعيمي الكوريتين», «بين وزيري خارجية البلدين».
        """
        out = list(argument.nations)
        other = self.names.starting(argument.j) if out else None
        if other is not None:
            out += self._of(other, places)
        for k in argument.inner:
            out += self._of(self.names.mentions[k], places)
        out = list(dict.fromkeys(out)) or self._trio(argument)
        if out and self._side_ends(argument.j):
            out += self.across(argument.j)
        if len(out) > 1:
            return out
        last = argument.j - 1
        if argument.j - argument.i > 1 and self.text.norms[last] in country_pairs():
            return self._pair(last)
        return []

    def state_of(self, person: str) -> str:
        """The state of a person, himself where he has none: «إدارة ترامب» is the United States."""
        known = self.names.entities.get(person)
        if known is None or known.kind != "person" or known.country in (None, "IGO"):
            return person
        return f"state:{known.country}"

    def across(self, token: int) -> list[str]:
        """«بين الزعيم الكوري كيم جونغ أون، والأمريكي ترامب»: the other of two sides, whom a comma parts from the first."""
        norms = self.text.norms
        side = self._side_ends(token)           # بين مصر من جهة، وبين السودان
        token = side or token
        token += token < len(norms) and norms[token] == "،"
        if token + 1 >= len(norms) or not norms[token].startswith("و"):
            return []
        if side:
            told = self.names.starting(token + (norms[token][1:] in markers("between")))
            theirs: list[str] = []
            while told is not None:
                theirs += self.colleagues(told) or self._of(told, False)
                behind = self.names.starting(told.j)
                told = behind if behind is not None and behind.prefix.startswith("و") else None
            return theirs
        other = self.names.starting(token)
        if other is not None and not other.prefix.startswith("و"):
            return []                           # رئيس الوزراء، ونستون تشرشل
        if other is None and (state := nations().get(bare(norms[token][1:]))) is not None:
            other = self.names.starting(token + 1)
            other = other if other is not None and f"state:{other.country}" == state else None
        elif other is None and norms[token][1:] in markers("holders"):
            other = self.names.starting(token + 1 + (norms[token + 1] in markers("origin")))
        if other is None:
            return []
        return self.colleagues(other) or self._of(other, False)

    def _side_ends(self, token: int) -> int:
        """«بين الجيش من جهة والحوثيين»: the token behind the words that close the first of two sides; 0 where none stand there."""
        closed = self.text.norms[token : token + 1] and self.text.norms[token] in markers("origin")
        return token + 2 if closed and not markers("sides").isdisjoint(self.text.norms[token + 1 : token + 2]) else 0

    def colleagues(self, m: Named) -> list[str]:
        """«الرئيسين الروسي والأمريكي», «نظيريه التركي والإيراني»: the holders of one office in two states; [] where it is one state's."""
        if m.form not in ("office", "counterpart") or m.number == "s" or m.country is None or not m.title:
            return []
        states = [m.country]
        for token in range(m.j, min(m.j + 2, len(self.text.norms))):
            word = self.text.norms[token]
            state = nations().get(bare(word[1:])) if word[0] == "و" and self.names.at(token) is None else None
            if state is None or not state.startswith("state:"):
                break
            states.append(state[6:])
        return [self._holder(c, m) for c in states] if len(states) > 1 else []

    def _holder(self, country: str, m: Named) -> str:
        """Who the article names in the office m tells, in a state, else its one holder on the day, else the state."""
        for x in self.names.mentions:
            if x.kind == "person" and x.country == country and x.title == m.title and len(x.entities) == 1 and x.number == "s":
                return x.entity
        held = load().holders(m.title, f"state:{country}", self.day) if m.title and self.day else []
        entity = load().entity(held[0]) if len(held) == 1 else None
        if entity is None:
            return f"state:{country}"
        return self.names.entities.setdefault(entity.id, entity).id

    def both(self, argument: Argument, clause: Clause) -> list[str]:
        """«اجتماع الرجلين», «لقاء جمع الوزيرين», «قمة لزعيمي البلدين»: the two parties told of last; «الدول الأربع»."""
        if together := self._together(argument.i):
            return together
        if argument.role == "genitive" or of_act(clause.rows, "meet"):
            several = self._trio(argument) or self._states_of(argument, clause)
            if several:
                return several
        whom = argument.role == "object" and argument.j - argument.i == 1  # دعا الطرفين إلى, قمة جمعت الجانبين
        whom = whom and (self.text.norms[argument.i] not in people_pairs() or of_act(clause.rows, "meet"))
        if not whom and argument.role != "genitive" and argument.prep not in markers("of_both"):
            return []
        last = argument.j - 1
        if self.text.norms[argument.i] in pair_words():
            return self._pair(argument.i)
        dual = last == argument.i + 1 and self.text.norms[argument.i].endswith(("ي", "ا", "و"))  # زعيمي, رئيسا, مسؤولو
        return self._pair(last) if dual and self.text.norms[last] in country_pairs() else []

    def _states_of(self, argument: Argument, clause: Clause) -> list[str]:
        """«اجتماع يضم وزراء المياه في مصر والسودان»: the states, told together behind في, whose ministers or leaders meet."""
        if argument.mentions or argument.noun is not None or self.text.norms[argument.i].removeprefix("ل") not in markers("holders"):
            return []
        there = next((a for a in clause.args if a.prep in markers("in") and 0 <= a.i - argument.j <= 4), None)
        told = [e for k in there.mentions for e in self.names.mentions[k].entities] if there is not None else []
        return told if len(told) > 1 and all(e.startswith("state:") for e in told) else []

    def _together(self, token: int) -> list[str]:
        """«الدول الأربع»: as many states as the words count, named together last; [] where none were."""
        norms = self.text.norms
        many = parse([bare(norms[token + 1])]) if norms[token] in markers("states") and token + 1 < len(norms) else None
        for c in reversed(self.clauses) if many else ():
            for a in (c.subject, c.object, *c.args):
                if a is not None and a.i < token and len(a.mentions) == many:
                    told = [e for k in a.mentions for e in self.names.mentions[k].entities]
                    if len(told) == many and all(e.startswith("state:") for e in told):
                        return told
        return []

    def _pair(self, token: int) -> list[str]:
        """The two parties told of last, as states where the word says so (البلدان); nobody in «حل الدولتين»."""
        if token and self.text.norms[token - 1] in markers("two_states"):
            return []
        told = [nations().get(bare(w.removeprefix("و") if k else w)) for k, w in enumerate(self.text.norms[token + 1 : token + 3])]
        if len(told) == 2 and told[0] and told[1] and self.text.norms[token + 2].startswith("و"):
            return [e for e in told if e]  # الجانبان الأوروبي والأمريكي
        office = people_pairs().get(self.text.norms[token])
        fit = [p for p in self.pairs if p[0] < token and (office is None or self._leaders(p[1], office))]
        if office is None:      # الطرفان: those who fight, though their men have met
            fit = [p for p in fit if any(e.startswith("group:") for e in p[1])] or fit
        pair = max(fit, default=None)
        here = self._bearers(token, office, here=True) if office is not None else []  # «قال مون بعد يوم من لقائه كيم إن الزعيمين»
        found = here or (list(pair[1]) if pair else [])
        found = found or office and self._bearers(token, office) or self._two_parties(token, office is not None)
        if self.text.norms[token] in country_pairs():
            homes = [self._home(e) for e in found]
            if len(set(homes)) == len(homes) and None not in homes:
                return [f"state:{c}" for c in homes]
        return found

    def _leaders(self, pair: tuple[str, ...], office: str) -> bool:
        """Are both people, of the office where the word names one (الوزيران)?"""
        return all(e.startswith(("person:", "institution:")) and (not office or self._bears(e, office)) for e in pair)

    def _bears(self, entity: str, office: str) -> bool:
        """Does the article call him by the office, or by none at all?"""
        titles = {m.title for m in self.names.mentions if m.entity == entity and m.title is not None}
        if not titles:
            return entity.startswith("person:")
        return any(t == office or t.endswith(f"_{office}") and t not in ("prime_minister", "vice_president") for t in titles)

    def _bearers(self, token: int, office: str, *, here: bool = False) -> list[str]:
        """«شكر بايدن نظيره المصري السيسي. وتحدث الرئيسان هاتفيا»: the two bearers of the office in the nearest sentence that names any;
        `here`: in the token's own."""
        for a, b in reversed(self.text.sentences):
            if a > token:
                continue
            told = [m.entity for m in self.names.mentions if a <= m.i < min(b, token) and m.kind == "person" and len(m.entities) == 1]
            told = [e for e in dict.fromkeys(told) if not office or self._bears(e, office)]
            if len(told) == 2 and self._home(told[0]) != self._home(told[1]):
                return told
            if told or here:
                return []
        return []

    def _trio(self, argument: Argument) -> list[str]:
        """«الدول الثلاث»: the three told in one breath last, as states where the words say so."""
        norms = self.text.norms
        told = self._trio_at(argument.i)
        if told is None and norms[argument.i].removeprefix("ل") in markers("holders"):     # قمة جمعت قادة الدول الثلاث
            told = next((t for t in map(self._trio_at, range(argument.i + 1, argument.j - 1)) if t), None)
        if told is None:
            return []
        run: list[Named] = []
        best: list[str] = []
        for m in self.names.mentions:
            if m.i >= argument.i:
                break
            joined = run and norms[m.i][0] == "و" and m.i - run[-1].j <= (norms[run[-1].j] == "،")
            run = [*run, m] if joined else [m]
            found = list(dict.fromkeys(e for x in run for e in self._of(x, False)))
            homes = [f"state:{c}" for c in map(self._home, found) if c is not None]
            if len(run) == 3 and len(set(homes)) == 3:
                best = homes if told == "countries" else found
            elif len(run) > 3 and best:
                best = []
        people = all(e.startswith(("person:", "institution:")) for e in best)
        return best if people or told != "people" else []

    def _trio_at(self, token: int) -> str | None:
        """Whom the words that begin at a token mean three of, where they do (الدول الثلاث)."""
        words = self.text.norms[token : token + 3]
        told = trios().get(" ".join(words[:2])) or trios().get(" ".join(words))
        if told is None and words[0][0] in "ولب":
            told = trios().get(" ".join((bare(words[0]), *words[1:2])))
        return told

    def _home(self, entity: str) -> str | None:
        known = self.names.entities.get(entity)
        country = known.country if known is not None else entity[6:] if entity.startswith("state:") else None
        return None if country == "IGO" else country

    def _pointing_back(self, argument: Argument) -> list[str]:
        """Whom a definite noun stands for (الوزارة, السفير): the last of its kind before it; the two parties (الطرفان): the last pair."""
        if together := self._together(argument.i):
            return together
        if self.text.norms[argument.i] in pair_words():
            return self._pair(argument.i)
        if argument.j - argument.i == 2 and self.text.norms[argument.j - 1] in pair_words():
            return self._pair(argument.j - 1)   # بشجاعة الزعيمين
        if trio := self._trio(argument):
            return trio
        if argument.role == "subject" and self.text.norms[argument.i] in summit_words():
            bodies = [m for m in self.names.mentions if m.j <= argument.i and m.kind == "organization"]
            return list(bodies[-1].entities) if bodies else []
        if self.text.norms[argument.i] in latter_words():
            gender = "f" if self.text.norms[argument.i].endswith("ه") else "m"
            for m in reversed(self.names.mentions):
                if m.j <= argument.i and m.kind in ACTING and m.gender in (None, gender) and m.number == "s":
                    return list(m.entities)
            return []
        word = self.text.norms[argument.i]
        for m in reversed(self.names.mentions) if word.startswith("ال") and argument.j - argument.i == 1 else ():
            if m.j <= argument.i and m.kind in ("group", "organization") and self.text.norms[m.a] == word and m.j - m.a > 1:
                return list(m.entities)  # الجمعية الوطنية … الجمعية
            of = load().entity(m.of) if m.j <= argument.i and m.of and m.kind == "person" else None
            if of is not None and of.kind == "organization" and of.name_ar and fold(of.name_ar.split()[0]) == bare(word):
                return [self.names.entities.setdefault(of.id, of).id]  # الأمين العام لحلف شمال الأطلسي … الحلف
        for hit in anaphors().at(self.text, argument.i)[:1]:
            if hit.j < argument.j and self.text.norms[hit.j] not in same_words():
                return []
            row = hit.values[0]
            kinds, wanted = anaphor_kinds(row), row["gender"] or None
            fits = [
                m
                for m in reversed(self.names.mentions)
                if m.i < argument.i and m.kind in kinds
                and (m.gender is None or wanted is None or m.gender == wanted or m.kind != "person")
            ]
            noun = self.text.norms[argument.i].removeprefix("ال")
            called = next((m for m in fits if noun == self.text.norms[m.i].removeprefix("ال")), None)
            if called is not None:
                return list(called.entities)        # الجيش البورمي … منظمة التعاون … الجيش
            fits = [m for m in fits if self._carries(m, noun)]
            return list(fits[0].entities) if fits and noun not in markers("army") else []
        return []

    def _carries(self, m: Named, noun: str) -> bool:
        """May a bare noun stand for somebody? A body must have it in its name (المرصد السوري for المرصد), others may."""
        e = self.names.entities.get(m.entity)
        if e is None or e.kind not in ("institution", "organization", "group"):
            return True
        told = (w for x in self.names.mentions if m.entity in x.entities for w in self.text.norms[x.i : x.j])
        return noun in map(bare, (*fold(e.name_ar or "").split(), *told))

    def called(self, argument: Argument, clause: Clause) -> list[str]:
        """«محامية هولندية … المحامية»: the one somebody before it that the definite noun was the word for; [] where several were."""
        word = self.text.norms[argument.i].removeprefix("و" * (argument.role == "subject"))
        word = f"ال{word[2:]}" if argument.prep and word.startswith("لل") else word
        if argument.j - argument.i != 1 or argument.mentions or argument.noun is not None or not word.startswith("ال") or len(word) < 5:
            return []
        forced = any(of_act(clause.rows, act) for act in ("assault", "coerce"))         # many others may have been hit
        if forced or argument.prep and clause.kind == "noun":
            return []                           # زيارة للفريق
        if (name := self.names.starting(argument.j)) is not None and name.kind == "person" and not name.prefix:
            return []                           # الجنرال كيم
        before = (m for m in self.names.mentions if m.j <= argument.i and m.kind in CALLED and self._title(m) == word[2:])
        told = {m.entities for m in before if m.kind != "unnamed" or m.number == "s"}
        found = list(told.pop()) if len(told) == 1 else []
        return [e for e in found if self.names.entities[e].sector != "MIL"]

    def _title(self, m: Named) -> str:
        """The noun that opens a mention, bare, no part of a name: سفير in السفير الروسي ألكسندر."""
        titled = m.kind != "person" or m.i < m.a or m.form in ("office", "counterpart")
        return bare(self.text.norms[m.i].removeprefix(m.prefix)) if titled else ""

    def _two_parties(self, token: int, people: bool) -> list[str]:
        """The two people, else (where they needn't be `people`) the two states, named most before a token, where they stand out."""
        for kinds in (("person",), ("state", "institution"))[: 1 if people else 2]:
            count: dict[str, int] = {}
            for m in self.names.mentions:
                if m.i < token and m.kind in kinds and len(m.entities) == 1 and m.country:
                    count[m.entity] = count.get(m.entity, 0) + 1
            best = sorted(count, key=lambda e: -count[e])[:3]
            if len(best) >= 2 and (len(best) == 2 or count[best[1]] > count[best[2]]):
                first, second = (self.names.entities[e].country if e in self.names.entities else e for e in best[:2])
                if first != second:
                    return best[:2]
        return []
