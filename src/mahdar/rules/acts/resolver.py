"""Grammatical arguments → who is who: the entity ids an argument stands for."""

from __future__ import annotations

from collections.abc import Set

from ...arabic.clitics import bare
from ...arabic.inflect import PRONOUNS, owner
from ...arabic.words import Text
from ...english.names import of_state
from ...model import Entity
from ..clauses.model import Argument, Clause
from ..clauses.nations import nations
from ..clauses.words import markers
from ..names.model import Names
from .charges import charged
from .pronouns import JUDGING, Pronouns
from .roles import SYMMETRIC
from .tables import acts, homelands, latter_words, numbers, of_act, others, people, ruling, weapons

_INSIDE = frozenset(("object", "genitive", "subject", "head"))  # slots without a preposition
PRESS = frozenset(("outlet", "agency"))
USE = ("govern", "use")


class Resolver(Pronouns):
    """Arguments → entity ids, in one article."""

    def __init__(self, text: Text, names: Names, clauses: list[Clause], speech=None) -> None:
        self.text, self.names, self.clauses, self.speech = text, names, clauses, speech
        self.pairs = []

    def ids(self, argument: Argument | None, clause: Clause, *, inner: bool = False, places: bool = False) -> list[str]:
        """The entities an argument stands for; [] where it stands for none, or where two fit."""
        if argument is None:
            return []
        if argument.pronoun is not None:
            return self.pronoun(argument, clause)
        if argument.nations and not argument.mentions and self.text.norms[argument.i - 1] in markers("adverb_behind"):
            return []  # الجولان المحتل إسرائيليا
        out: list[str] = self._own_forces(argument, clause) or self._let_go(argument, clause)
        if out or self.whose_freedom(argument):
            return out
        if argument.role == "adjective":
            return list(dict.fromkeys(argument.nations))
        if (
            argument.nations
            and argument.mentions
            and all(self.names.mentions[k].kind == "unnamed" and not self.names.mentions[k].country for k in argument.mentions)
        ):
            return list(dict.fromkeys(argument.nations))
        if argument.prep in markers("between") and not argument.mentions:
            both = self.between(argument, places)
            if both:
                return both
        pressed = argument.role == "object" and any(of_act(clause.rows, act) for act in ("accuse", "request"))
        for k in argument.mentions:
            if pressed and self.names.mentions[k].kind in PRESS:
                out += self.names.mentions[k].entities  # اتهم ترامب شبكة سي إن إن
            out += self.colleagues(self.names.mentions[k]) or self._of(self.names.mentions[k], places)
        if not out and not argument.mentions and self.text.norms[argument.i] in latter_words():
            out = self._pointing_back(argument)
            if argument.prep not in markers("between"):
                return out
        if argument.prep in markers("between") and (len(out) == 1 or out and self._side_ends(argument.j)):
            out += self._beside(argument.j) or self.across(argument.j)
        if not out and not argument.mentions and not (inner or argument.role == "subject"):
            out += self.both(argument, clause) or self._homeland(argument, clause) or self.called(argument, clause) or self.team(argument)
        if not out and not argument.mentions and (inner or argument.role == "subject"):
            out += self._pointing_back(argument) or self._homeland(argument, clause) or self.called(argument, clause)
            out = out or self.told_beside(argument, clause) or self.team(argument)
            if of_act(clause.rows, "meet"):
                out = out or self._states_of(argument, clause)
            if bare(self.text.norms[argument.i]).removeprefix("و") in others():
                return out
            accused = argument.role == "object" and of_act(clause.rows, "accuse")
            private = (argument.role == "subject" or accused) and self.text.norms[argument.i] in markers("private")
            bearer = self.text.norms[argument.i].removeprefix("ال") in markers("named_after")
            out = out or self._man_of(argument)
            for k in argument.inner if not (out or private) else ():
                if not (bearer and self.names.mentions[k].kind == "person"):  # قاعدة الملك خالد
                    out += self._of(self.names.mentions[k], places)
            if bare(self.text.norms[argument.i]).removeprefix("و") in ruling():
                out = [self.state_of(e) for e in out]
            if not out and argument.role != "adjective":
                out += self._people(argument)
            if not (out or private):
                judged = argument.role == "object" and (of_act(clause.rows, "accuse") or of_act(clause.rows, "assault"))
                deal = judged and self.text.norms[argument.i] in markers("deals")
                out += self._nationals(argument) or ([] if deal else [n for n in argument.nations if n.startswith(("state:", "group:"))])
            if not out and inner:
                out += self._owner(argument)
        return list(dict.fromkeys(out))

    def _own_forces(self, argument: Argument, clause: Clause) -> list[str]:
        """«أعلن الجيش أن طائراته قصفت»: forces and weapons that carry a pronoun are his whom it means; a ruler's are his state's."""
        if argument.noun is not None or argument.role not in ("subject", "object"):
            return []
        return [self.state_of(e) for e in self.whose(argument, clause, weapons())]

    def _let_go(self, argument: Argument, clause: Clause) -> list[str]:
        """«أطلقت سراحه», «أخلت سبيلها»: who is set free is the one the pronoun means."""
        whom = self.whose(argument, clause, markers("let_go"))
        near = {e for m in self.names.between(clause.start, clause.i) for e in m.entities} if whom else ()
        return [e for e in whom if e in near]

    def whose_freedom(self, argument: Argument) -> bool:
        """«إخلاء سبيلهما شرط عدم مغادرة تركيا»: does a pronoun tell who is set free, and nobody named behind it?"""
        word = bare(self.text.norms[argument.i])
        ending = owner(word)
        return bool(ending) and argument.role in _INSIDE and word.removesuffix(ending) in markers("let_go")

    def whose(self, argument: Argument, clause: Clause, things: Set[str]) -> list[str]:
        """«طائراته», «مواقعها»: whom the pronoun at one of these words means; [] where the word names somebody or carries none."""
        word = bare(self.text.norms[argument.i])
        ending = owner(word)
        if not ending or argument.mentions or word.removesuffix(ending) not in things:
            return []
        if self.text.raw[self.text.ends[argument.i] - 1] == "ة":
            return []                           # طائرة, ميليشيا مسلحة
        return self.pronoun(Argument("genitive", argument.i, argument.j, how="suffix", pronoun=PRONOUNS[ending]), clause)

    def _homeland(self, argument: Argument, clause: Clause) -> list[str]:
        """«بلاده»: the state of the speaker, or of the sentence's subject."""
        if argument.j > argument.i + 1 and argument.noun is None and bare(self.text.norms[argument.i]) in markers("state_arms"):
            argument = Argument(argument.role, argument.i + 1, argument.j)  # قوات بلاده
        if self.text.norms[argument.i] not in homelands() or self.text.raw[self.text.ends[argument.i] - 1] == "ة":
            return []  # بلدة is a town
        above = self.clauses[clause.governor] if clause.kind == "noun" and clause.governor is not None else None
        owner_of = [k for a in above.args if a.role == "genitive" for k in a.mentions] if above is not None and above.kind == "noun" else []
        for m in (self.names.mentions[k] for k in owner_of):        # إعلان ترامب انسحاب بلاده
            if m.kind == "person" and m.country not in (None, "IGO"):
                return [f"state:{m.country}"]
        speakers = self.speech.chain(argument.i)[:1] if self.speech is not None else ()
        for e in speakers:
            known = self.names.entities.get(e)
            if known is not None and known.country not in (None, "IGO"):
                return [f"state:{known.country}"]
        for c in reversed(self.clauses):
            if c is clause and argument.role == "object" and not of_act(clause.rows, "request"):
                continue  # ميركل التي تزور بلاده
            if c.sentence <= clause.sentence and c.i < argument.i and c.subject is not None and c.subject.mentions and c.kind == "verb":
                m = self.names.mentions[c.subject.mentions[0]]
                if m.kind == "person" and m.country not in (None, "IGO"):
                    return [f"state:{m.country}"]
        return []

    def _man_of(self, argument: Argument) -> list[str]:
        """«امرأة سورية», «رجلا سوريا»: people with a nationality that is written like the name of the state."""
        head = argument.i + 1
        named = next((self.names.mentions[k] for k in argument.inner), None)
        like = named is not None and named.i == head and named.kind == "state" and self.text.norms[head] in nations()
        return self._people(argument) if like and not self.text.norms[argument.i].startswith("ال") else []

    def _people(self, argument: Argument) -> list[str]:
        """People of no name (أشخاص, متظاهرون): an unnamed entity with the country its adjectives or the place beside it give."""
        head = argument.i
        while head + 1 < argument.j and (
            self.text.kinds[head] != "W" or self.text.norms[head] in numbers() | markers("thousands")
        ):
            head += 1
        word = bare(self.text.norms[head]).lstrip("و")
        behind = nations().get(self.text.norms[head + 1], "") if head + 1 < argument.j else ""
        if head == argument.i and word not in people() and behind and word.removeprefix(argument.prep) in people():
            word = word.removeprefix(argument.prep)     # منحت اللجوء لامرأة أفغانية
        if argument.role == "genitive" and self.text.norms[head - 1].removeprefix("ال") in weapons() and argument.j == head + 1:
            return []  # هجوم انتحاري, عملية إرهابية
        both = f"{word} {self.text.norms[head + 1]}" if head + 1 < argument.j else word
        english = people().get(both) or people().get(word) or (people().get(word[:-1]) if word.endswith("ا") else None)
        if not english and head + 1 == argument.j and self.text.norms[head].lstrip("و") in markers("many"):
            english = "people"                  # مقتل المئات
        if english:
            told = next((n for n in argument.nations if n.startswith("state:")), behind)
            state = (told[6:] if told.startswith("state:") else None) or self._home_of(word, head)
            whose = self.names.starting(argument.j)                 # قوات موالية للحكومة السورية
            if state is None and whose is not None and whose.prefix.endswith("ل") and whose.kind == "institution":
                state = whose.country
            return [self.unnamed(english, state, head)]
        return []

    def nation(self, token: int) -> bool:
        """Is the word an indefinite nationality (مسؤول أمريكي)?"""
        word = self.text.norms[token]
        return word in nations() and not word.endswith("ا")

    def _home_of(self, word: str, head: int) -> str | None:
        """«يتهمه خصومه»: the country of him whose foes or critics they are."""
        ending = owner(word)
        if not ending or self.text.raw[self.text.ends[head] - 1] == "ة" or word not in people():
            return None
        _, gender, number = PRONOUNS[ending]
        whose = self.names.resolve(head, gender or None, number, persons=gender != "f")
        return whose.country if whose is not None and whose.country != "IGO" else None

    def _nationals(self, argument: Argument) -> list[str]:
        """«ثلاثة أمريكيين»: people told by their nationality alone."""
        states = [n for n in argument.nations if n.startswith("state:")]
        last = self.text.norms[argument.j - 1]
        head = self.text.norms[argument.i]
        how = head.endswith("ا") and self.text.norms[argument.i - 1] in markers("by_whom")  # الجولان المحتلة إسرائيليا
        alone = len(states) == 1 and not head.startswith("ال") and nations().get(head) == states[0]
        if alone and argument.role in ("object", "subject") and not how:
            return [self.unnamed(of_state("national", states[0][6:]), states[0][6:], argument.i)]  # اعتقلت السلطات لبنانية
        if bare(head) in weapons() and len(states) == 1:
            return states  # صاروخين إسرائيليين
        counted = self.text.kinds[argument.i] == "N" or self.text.norms[argument.i] in numbers()
        if len(states) != 1 or not (last.endswith(("يين", "يون", "يان")) or (counted and last.endswith("يا"))):
            return []
        return [self.unnamed(of_state("nationals", states[0][6:]), states[0][6:], argument.j - 1)]

    def _beside(self, token: int) -> list[str]:
        """«بين الجيش الإسرائيلي وفلسطينيين», «بين الشرطة ومحتجين»: the other side, people of no name that و ties to the first."""
        word = self.text.norms[token] if token < len(self.text.norms) else ""
        if not word.startswith("و") or self.names.starting(token) is not None:
            return []
        state, english = nations().get(word[1:]), people().get(word[1:])
        if state is not None and state.startswith("group:") and word.endswith(("يين", "يون")):
            return [state]  # بين مسؤولين سعوديين وحوثيين
        if state is not None and state.startswith("state:") and word.endswith(("يين", "يون")):
            return [self.unnamed(of_state("nationals", state[6:]), state[6:], token)]
        return [self.unnamed(english, None, token)] if english else []

    def unnamed(self, english: str, country: str | None, token: int) -> str:
        """The id of people without a name, put among the article's entities."""
        return unnamed_in(self.names, english, country, self.text.raw_of(token, token + 1))

    def _owner(self, argument: Argument) -> list[str]:
        """Who did the thing the argument names, told by its relative clause (الاتفاق الذي وقعته واشنطن, تصريحات أدلى بها لافروف)."""
        for c in self.clauses:
            if argument.role == "subject" and self.text.norms[argument.i].removeprefix("ال") in weapons():
                return []  # «سقط صاروخ أطلقه الحوثيون»: they weren't hit
            done = c.object is not None and c.object.how == "relative" and c.object.i == argument.i
            done = done or c.relative and any(a.i == argument.i and a.prep in markers("charge") for a in c.args)
            done = done and c.form.suffix != "هم"  # الوحدات الذين تصنفهم أنقرة إرهابيين
            done = done and not speaks_of(c)
            if done and c.subject is not None:
                return [e for k in c.subject.mentions for e in self._of(self.names.mentions[k], False)]
        return []

    def subject(self, clause: Clause, depth: int = 0) -> list[str]:
        """The entities that do what a clause says; for a verbal noun its own subject, else its governor's."""
        if clause.kind != "noun":
            if clause.subject is None or clause.passive:
                return []
            if clause.subject.noun is not None or clause.subject.how == "dropped" and clause.form.row in markers("of_things"):
                return []
            return self.ids(clause.subject, clause)
        genitive = next((a for a in clause.args if a.role == "genitive"), None)
        if genitive is not None and charged(clause, genitive, {a.prep: a for a in clause.args if a.role == "prep"}):
            return []
        if genitive is not None and (
            genitive.how == "suffix"
            or (genitive.mentions and (clause.object is not None or any(a.noun is not None and a.role == "prep" for a in clause.args)))
        ):
            return self.ids(genitive, clause)
        if genitive is not None and not genitive.mentions and genitive.noun is None and (who := self._people(genitive)):
            return who  # أعلنت الوزارة قيام إرهابي بتفجير نفسه
        if genitive is not None and genitive.noun is not None and ("govern", "continue_to") in clause.rows:
            return self.subject(self.clauses[genitive.noun], depth + 1)     # استمرار تورط إيران في دعم الحوثيين
        if clause.governor is not None and depth < 4 and not self.anothers(clause):
            return self.subject(self.clauses[clause.governor], depth + 1)
        return []

    def of_topic(self, argument: Argument, clause: Clause) -> bool:
        """Do those behind بين or مع belong to what a meeting is about («لمناقشة قمة بين كيم وترامب», «بحث الاتفاق مع إيران»)?"""
        if self._about_them(argument, clause):
            return True
        if argument.how != "apart" or not argument.mentions:
            return False
        states = all(self.names.mentions[k].kind in ("state", "place") for k in argument.mentions)
        if argument.prep in markers("with") and not states:
            return False
        company = any(a.prep in markers("with") and a.mentions and a.i < argument.i for a in clause.args)
        if argument.prep in markers("between") and not company:
            return False
        for c in self.clauses:
            if c.kind == "noun" and clause.i < c.i < argument.i and c.sentence == clause.sentence:
                if any(r in acts() and acts()[r].act in SYMMETRIC for r in c.rows) and any(a.i == argument.i for a in c.args):
                    return True
        return False

    def _about_them(self, argument: Argument, clause: Clause) -> bool:
        """«بحث ماكرون مع ميركل العلاقات بين روسيا والاتحاد الأوروبي»: those behind بين are the matter of others, told before."""
        matter = clause.object
        if argument.prep not in markers("between") or matter is None or matter.mentions or matter.j != argument.i - 1:
            return False
        if clause.subject is not None and len(clause.subject.mentions) > 1:
            return True
        return any(a.prep in markers("with") and a.mentions and a.i < matter.i for a in clause.args)

    def of_another(self, argument: Argument, clause: Clause) -> bool:
        """Does a phrase behind بين or مع belong to an act noun that a preposition ties to the clause («محادثات حول القمة بين ترامب وكيم»)?

        Behind مع only where that noun tells its own first party («اتصل به لإطلاعه على محادثاته مع ترامب»).
        """
        if argument.prep not in markers("company"):
            return False
        for c in self.clauses:
            if c.kind != "noun" or not clause.i < c.i < argument.i or c.sentence != clause.sentence:
                continue
            top = c  # المحادثات … على تنفيذ الاتفاقيات المبرمة بين بوتين وكيم
            while top.slot == "genitive" and top.governor is not None and clause.i < self.clauses[top.governor].i < top.i:
                top = self.clauses[top.governor]
            if top.slot in _INSIDE | markers("there"):
                continue
            told = argument.prep in markers("between") or c.form.suffix
            if told and c.slot and any(a.i == argument.i for a in c.args) and any(r in acts() for r in c.rows):
                return True
        return False

    def anothers(self, clause: Clause) -> bool:
        """Is the deed laid to somebody else («المشتبه بهم في محاولة قتل»), or judged by who is told to (وصف ترامب غزو العراق)?"""
        if markers("suspects") & set(self.text.norms[max(clause.start, clause.i - 5) : clause.i]):
            return True
        if clause.governor is None:
            return False
        if clause.slot in markers("not_his"):
            return True  # الخطوات التي ستتخذها ماي بعد محاولة تسميم سكريبال
        above = self.clauses[clause.governor]
        if above.kind == "noun" and clause.slot in markers("judged_for") and of_act(above.rows, "sanction"):
            return True  # على لوائح عقوبات واشنطن لتقديم الدعم للقاعدة
        if USE in above.rows and (clause.form.definite or above.object is None):
            return True  # الغاز الذي استخدم لتسميمه, يستخدمون النساء في المعركة
        judging = [acts()[r] for r in above.rows if r in acts() and acts()[r].act in JUDGING]
        if clause.slot in markers("in"):
            return any(a.act == "accuse" for a in judging)  # تحقق الشرطة في محاولة اغتيال سكريبال
        return above.kind == "verb" and clause.slot == "object" and bool(judging)


def speaks_of(clause: Clause) -> bool:
    """«الغارات التي تقول واشنطن إنها دقيقة», «الحالة التي تحدثت عنها»: does the verb only say something of what it hangs on?"""
    if not clause.relative or not any(t == "say" for t, _ in clause.rows):
        return False
    return clause.complement is not None or any(a.prep in markers("about") and a.i < clause.i for a in clause.args)


def unnamed_in(names: Names, english: str, country: str | None, arabic: str) -> str:
    """The id of people without a name of a country, put among the article's entities."""
    told = country is not None and english == of_state(english, country)  # Syrian nationals: no country need be told
    ident = f"unnamed:{english.lower().replace(' ', '-')}" + (f"-{country.lower()}" if country and not told else "")
    if ident not in names.entities:
        names.entities[ident] = Entity(
            id=ident, kind="unnamed", name=english, name_ar=arabic, country=country, sector="CVL", why="acts.people"
        )
    return ident
