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
from ..names.model import Named, Names
from .charges import charged
from .partners import ACTING, Partners
from .roles import SYMMETRIC
from .tables import acts, called, homelands, latter_words, lights, numbers, of_act, others, people, ruling, weapons

_INSIDE = frozenset(("object", "genitive", "subject", "head"))  # slots without a preposition
JUDGING = frozenset(("accuse", "support"))
USE = ("govern", "use")
WAGED = frozenset(("attack", "fight", "strike"))  # what armies do


class Resolver(Partners):
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
        out: list[str] = self._own_forces(argument, clause) or self._let_go(argument, clause)
        if out:
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
        for k in argument.mentions:
            out += self.colleagues(self.names.mentions[k]) or self._of(self.names.mentions[k], places)
        if len(out) == 1 and argument.prep in markers("between"):
            out += self._beside(argument.j) or self.across(argument.j)
        if not out and not argument.mentions and self.text.norms[argument.i] in latter_words():
            return self._pointing_back(argument)
        if not out and not argument.mentions and not (inner or argument.role == "subject"):
            out += self.both(argument, clause) or self._homeland(argument, clause) or self.called(argument, clause)
        if not out and not argument.mentions and (inner or argument.role == "subject"):
            out += self._pointing_back(argument) or self._homeland(argument, clause) or self.called(argument, clause)
            if bare(self.text.norms[argument.i]).removeprefix("و") in others():
                return out
            private = argument.role == "subject" and self.text.norms[argument.i] in markers("private")
            bearer = self.text.norms[argument.i].removeprefix("ال") in markers("named_after")
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

    def _people(self, argument: Argument) -> list[str]:
        """People of no name (أشخاص, متظاهرون): an unnamed entity with the country its adjectives or the place beside it give."""
        head = argument.i
        while head + 1 < argument.j and (self.text.kinds[head] != "W" or self.text.norms[head] in numbers()):
            head += 1
        word = bare(self.text.norms[head]).lstrip("و")
        if argument.role == "genitive" and self.text.norms[head - 1].removeprefix("ال") in weapons() and argument.j == head + 1:
            return []  # هجوم انتحاري, عملية إرهابية
        both = f"{word} {self.text.norms[head + 1]}" if head + 1 < argument.j else word
        english = people().get(both) or people().get(word) or (people().get(word[:-1]) if word.endswith("ا") else None)
        if not english and head + 1 == argument.j and self.text.norms[head].lstrip("و") in markers("many"):
            english = "people"                  # مقتل المئات
        if english:
            state = next((n[6:] for n in argument.nations if n.startswith("state:")), None) or self._home_of(word, head)
            whose = self.names.starting(argument.j)                 # قوات موالية للحكومة السورية
            if state is None and whose is not None and whose.prefix.endswith("ل") and whose.kind == "institution":
                state = whose.country
            return [self.unnamed(english, state, head)]
        return []

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
        if len(states) == 1 and argument.role in ("object", "subject") and not head.startswith("ال") and nations().get(head) == states[0]:
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
            if done and c.subject is not None:
                return [e for k in c.subject.mentions for e in self._of(self.names.mentions[k], False)]
        return []

    def _at_war(self, i: int, j: int, gender: str) -> list[str]:
        """«قالت جان بيير إن ذلك يعزز قدرة روسيا على شن حربها»: the state told of last before the attack, which isn't the speaker's."""
        told = [m for m in self.names.between(i, j) if m.kind in ("state", "group", "institution") and m.gender in (None, gender)]
        return list(told[-1].entities) if told else []

    def pronoun(self, argument: Argument, clause: Clause) -> list[str]:
        """Whom a suffix means: the subject of its own sentence that agrees, else what names finds."""
        assert argument.pronoun is not None
        person, gender, number = argument.pronoun
        if person == 1:
            return self.speaker(argument.i)
        if person != 3:
            return []
        twin = self._of_twin(argument, clause, gender) if number == "s" else None
        if twin is not None:
            return twin
        doer = self._told_doer(argument, clause, gender)
        if doer is not None:
            return doer
        asked = self._asked(clause, gender, number) or self._judged(argument, clause, gender, number)
        asked = asked or self._cause(argument, clause, gender, number)
        if asked:
            return asked
        for c in reversed(self.clauses):
            if c.sentence != clause.sentence or c.i >= clause.i or c.kind == "noun" or c.subject is None or c.subject.i >= argument.i:
                continue
            if c.quoted and not clause.quoted:
                continue  # «قال الأسد "يزورنا كيم"، وذلك خلال استقباله السفير»
            if not c.subject.mentions:
                if self.text.norms[c.subject.i] in latter_words():
                    return self._pointing_back(c.subject)  # بعد أن أعلن الأخير سحب قواته
                continue
            tied = clause.relative or clause.form.prefix[:1] in ("و", "ف") or clause.kind == "participle"
            goes_on = tied and clause.subject is not None and clause.subject.mentions == c.subject.mentions
            other = self._other(c, gender, number) if goes_on and (argument.role == "object" or argument.i <= clause.j) else []
            if other or goes_on and argument.role == "object" and clause.kind != "participle":
                return other  # «اتصل بالأمير وعرض عليه المساعدة»
            if goes_on and argument.role == "object":
                thing = c.object if c.object is not None and not c.object.mentions and c.object.pronoun is None else None
                if thing is not None and self.text.norms[thing.i].endswith(("ه", "ات")) == (gender == "f") and thing.inner:
                    return self.ids(thing, c, inner=True)  # رفضت تعليقات بنس واصفة إياها بالحمقاء
                continue  # «شن هجوما على أردوغان، متهما إياه»
            ms = [self.names.mentions[k] for k in c.subject.mentions]
            count = sum(len(m.entities) for m in ms)
            both = number == "d" and count == 1 and c.kind == "verb" and of_act(clause.rows, "meet")
            whom = self.addressee(c) if both else None
            if whom is not None and whom.i < argument.i:
                return [*ms[0].entities, *self.ids(whom, c)]  # «وعد جونسون ماكرون، خلال لقائهما، …»
            if number == "s" and count == 1 and ms[0].number == "s" and ms[0].gender in (None, gender) and ms[0].kind in ACTING:
                wages = clause.kind == "noun" and any(r in acts() and acts()[r].frame.id in WAGED for r in clause.rows)
                if wages and ms[0].kind == "person" and any(t == "say" for t, _ in c.rows):
                    return self._at_war(c.j, argument.i, gender)
                nearer = self._told_by_noun(c.i, clause, gender) if ms[0].kind != "person" and clause.kind == "noun" else []
                return nearer or list(ms[0].entities)
            if number != "s" and count == 1 and ms[0].number != "s" and gender == "m" and ms[0].gender == "f":
                break  # هم are no قوات
            if number != "s" and (count > 1 or ms[0].number != "s"):
                return [e for m in ms for e in m.entities]
        if clause.i - clause.start <= 4:  # خلال لقائه نظيره، قال لافروف
            for c in self.clauses:
                if (
                    c.sentence == clause.sentence
                    and c.i > clause.i
                    and c.kind == "verb"
                    and c.subject is not None
                    and c.subject.how == "after"
                ):
                    ids = [e for k in c.subject.mentions for e in self._of(self.names.mentions[k], False)]
                    if ids and (len(ids) == 1) == (number == "s"):
                        return ids
        found = self.names.resolve(argument.i, gender or None, "s" if number == "s" else "p", persons=gender != "f")
        if found is None or found.kind not in ACTING or (number == "s" and found.number == "p") or _tells(found.entity):
            return []
        who = clause.subject if clause.kind == "participle" and argument.role == "object" else None
        if who is not None and any(found.entity in self.names.mentions[k].entities for k in who.mentions):
            return []
        return list(found.entities)

    def _of_twin(self, argument: Argument, clause: Clause, gender: str) -> list[str] | None:
        """«تدخلات إيران ودعمها للحوثيين»: the pronoun of a noun tied by و is the one in the genitive of the noun right before."""
        if argument.how != "suffix" or clause.kind != "noun" or not self.text.norms[clause.i].startswith("و"):
            return None
        m = next((m for m in self.names.mentions if m.j == clause.i), None)
        if m is None or m.prefix or m.kind not in ACTING or m.number != "s" or m.gender not in (None, gender):
            return None
        whose = any(a.role == "genitive" and a.mentions and self.names.mentions[a.mentions[-1]] is m for c in self.clauses for a in c.args)
        return list(m.entities) if whose and len(m.entities) == 1 else None

    def above(self, clause: Clause) -> tuple[Clause | None, str]:
        """The clause that has a noun, and its slot there: the one that governs it, else the verb whose preposition leads to it."""
        if clause.governor is not None:
            return self.clauses[clause.governor], clause.slot
        for c in self.clauses:
            slot = next((a.prep for a in c.args if a.noun is not None and self.clauses[a.noun] is clause), "")
            if slot and c.kind == "verb" and c.i < clause.i:
                return c, slot
        return None, ""

    def _told_doer(self, argument: Argument, clause: Clause, gender: str) -> list[str] | None:
        """«بدأ التنظيم هجومه»: the attack is of who begins it, told by an ordinary noun; None where no such noun agrees."""
        if argument.how != "suffix" or clause.kind != "noun":
            return None
        above, slot = self.above(clause)
        if above is None or slot != "object" and not any(t == "light" and lights()[r].slot == slot for t, r in above.rows):
            return None                         # أعربت منظمات عن قلقها
        who = above.subject if above.kind == "verb" and not above.passive else None
        if who is None or who.how not in ("after", "before") or who.mentions or who.pronoun is not None:
            return None
        return self.ids(who, above) if ("f" if self.text.norms[who.i].endswith(("ه", "ات")) else "m") == gender else None

    def _told_by_noun(self, after: int, clause: Clause, gender: str) -> list[str]:
        """«أعلن الكرملين ذلك بعد اتصال ماكرون ببوتين … خلال زيارته»: the man whose act a noun between tells, no body told before it."""
        if not any(of_act(clause.rows, act) for act in ("meet", "visit", "call", "message")):
            return []
        for c in reversed(self.clauses):
            if c.kind == "noun" and after < c.i < clause.i and any(r in acts() for r in c.rows):
                whose = next((a for a in c.args if a.role == "genitive" and len(a.mentions) == 1), None)
                m = self.names.mentions[whose.mentions[0]] if whose is not None else None
                if m is not None and m.kind == "person" and m.number == "s" and m.gender in (None, gender):
                    return list(m.entities)
        return []

    def _other(self, clause: Clause, gender: str, number: str) -> list[str]:
        """«اتصل بوتين بأردوغان وهنأه»: whom the one who does both did the first to, where one agrees with the pronoun."""
        met = [a for a in (clause.object, *clause.args) if a is not None and len(a.mentions) == 1 and a.how != "previous"]
        ms = [self.names.mentions[a.mentions[0]] for a in met if a.role == "object" or a.prep in markers("partner")]
        fits = [m for m in ms if number == "s" and m.number == "s" and m.gender in (None, gender) and m.kind in ACTING]
        return list(fits[0].entities) if len(fits) == 1 else []

    def _asked(self, clause: Clause, gender: str, number: str) -> list[str]:
        """«يطلب ترامب من بومبيو إلغاء زيارته»: whose deed is asked for is he who is asked."""
        above = clause
        while above.governor is not None:
            above = self.clauses[above.governor]
            if above.kind != "verb":
                continue
            for row in above.rows:
                act = acts().get(row)
                if act is None or act.act != "request":
                    continue
                for a in (above.object, *above.args):
                    slot = "object" if a is above.object else a.prep if a is not None else ""
                    if a is None or len(a.mentions) != 1 or act.frame.slots.get(slot, "").lstrip("~") != "recipient" or a.i >= clause.i:
                        continue
                    m = self.names.mentions[a.mentions[0]]
                    if number == "s" and m.number == "s" and len(m.entities) == 1 and m.gender in (None, gender) and m.kind in ACTING:
                        return list(m.entities)
            return []
        return []

    def _judged(self, argument: Argument, clause: Clause, gender: str, number: str) -> list[str]:
        """«شكر نتنياهو ترامب لاعترافه بالقدس»: whose deed is praised or condemned is who is."""
        if clause.governor is None or clause.slot not in markers("judged_for") | markers("because") or argument.role != "genitive":
            return []
        above = self.clauses[clause.governor]
        if not any(r in acts() and acts()[r].act in JUDGING for r in above.rows):
            return []
        second = above.object or next((a for a in above.args if a.role == "genitive" and a.how != "suffix"), None)
        if second is None or second.i >= clause.i or not (second.mentions or second.inner):
            return []
        m = self.names.mentions[(second.mentions or second.inner)[0]]
        if number != "s" or m.number != "s" or (not second.inner and m.gender not in (None, gender)):
            return []
        return self.ids(second, above, inner=True)

    def _cause(self, argument: Argument, clause: Clause, gender: str, number: str) -> list[str]:
        """«عقوبات على إيران بسبب دعمها الحوثيين»: the deed that is the cause is his who stands right before it."""
        before = self.before_cause(clause)
        if before is None or argument.how != "suffix" or number != "s" or before.number != "s" or before.kind not in ACTING:
            return []
        return list(before.entities) if before.gender == gender else []

    def before_cause(self, clause: Clause) -> Named | None:
        """«عقوبات على إيران بسبب دعمها»: who stands right before the word that makes the clause a cause."""
        before = next((m for m in reversed(self.names.mentions) if m.j <= clause.i), None)
        apart = before is None or before.j != clause.i - 1 - clause.slot.count(" ")
        return None if apart or clause.slot not in markers("because") else before

    def addressee(self, clause: Clause) -> Argument | None:
        """The one person a verb is aimed at: its object, or behind ل, مع, ب, إلى, من; None where there are none or several."""
        found = [
            a
            for a in (clause.object, *clause.args)
            if a is not None
            and len(a.mentions) == 1
            and (a.role == "object" or a.how == "direct" and a.prep in markers("partner") | markers("origin"))
            for m in (self.names.mentions[a.mentions[0]],)
            if m.kind == "person" or m.kind == "institution" and m.form in ("office", "counterpart")
        ]
        return found[0] if len(found) == 1 else None

    def speaker(self, token: int) -> list[str]:
        """Who speaks at a token: «ندعو» in his mouth is his act."""
        told = self.speech.governing(token) if self.speech is not None else None
        return list(told.voice.entities) if told is not None else []

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


def _tells(entity: str) -> bool:
    return entity.startswith("unnamed:") and entity.endswith(called("tellers"))


def unnamed_in(names: Names, english: str, country: str | None, arabic: str) -> str:
    """The id of people without a name of a country, put among the article's entities."""
    told = country is not None and english == of_state(english, country)  # Syrian nationals: no country need be told
    ident = f"unnamed:{english.lower().replace(' ', '-')}" + (f"-{country.lower()}" if country and not told else "")
    if ident not in names.entities:
        names.entities[ident] = Entity(
            id=ident, kind="unnamed", name=english, name_ar=arabic, country=country, sector="CVL", why="acts.people"
        )
    return ident
