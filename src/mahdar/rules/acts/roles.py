"""Grammatical arguments → who is who: entity ids of an argument, and the roles of a frame."""

from __future__ import annotations

from collections.abc import Callable

from ...arabic.clitics import bare
from ...arabic.words import Text
from ...english.names import of_state
from ...model import Entity
from ..clauses.model import Argument, Clause
from ..clauses.nations import nations
from ..clauses.subjects import CHARGES
from ..clauses.words import markers
from ..names.model import Names
from .partners import ACTING, Partners
from .tables import Frame, acts, homelands, latter_words, lights, numbers, of_act, others, people, ruling, weapons

VERBAL = frozenset(("agree", "support", "concede", "request", "accuse", "reject", "threaten", "invite"))
SYMMETRIC = frozenset(("meet", "call", "agree", "cooperate"))
_VERBAL_FRAMES = frozenset(("accuse", "denounce", "support", "praise", "refuse", "deny", "threaten", "ask", "thank"))
JUDGING = frozenset(("accuse", "support"))
TELLERS = frozenset(("unnamed:source", "unnamed:sources"))  # to whom nothing is done
_OBJECTIVE = frozenset(("seize", "kill", "expel", "free", "restrict", "accuse"))  # إدانته, اعتقاله: he is the one it is done to
_AT_PLACES = frozenset(
    ("visit", "arrive", "depart", "attack", "strike", "seize", "seize_thing", "fight", "send", "give", "mobilize", "withdraw", "opening")
    + ("relocate",)
)


class Roles:
    """What one act's arguments fill: entity ids by role, the tokens they were read from, the object's tokens."""

    def __init__(self) -> None:
        self.ids: dict[str, list[str]] = {}
        self.tokens: list[tuple[int, int]] = []
        self.object: tuple[int, int] | None = None
        self.itself = False  # the words for the recipient name the actor
        self.stated = False  # the recipient is a state named as such, no town that stands for it

    def add(self, role: str, ids: list[str], argument: Argument) -> bool:
        """Put entities into a role; those already there, or in the role opposite, are left out."""
        other = {"actor": "recipient", "recipient": "actor"}.get(role)
        new = [e for e in ids if e not in self.ids.get(role, ()) and (other is None or e not in self.ids.get(other, ()))]
        if ids and not new and other == "actor" and argument.mentions:
            self.itself = True
        if new:
            self.ids.setdefault(role, []).extend(new)
            self.tokens.append((argument.i, argument.j))
        return bool(new)

    def has(self, needs: tuple[str, ...]) -> bool:
        """Are the roles filled?"""
        for need in needs:
            if need == "actor2":
                if len(self.ids.get("actor", ())) < 2:
                    return False
            elif need == "object":
                if self.object is None:
                    return False
            elif not self.ids.get(need):
                return False
        return True


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
        out: list[str] = []
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
        if not out and not argument.mentions and self.text.norms[argument.i] in latter_words():
            return self._pointing_back(argument)
        if not out and not argument.mentions and not (inner or argument.role == "subject"):
            out += self.both(argument) or self._homeland(argument, clause)
        if not out and not argument.mentions and (inner or argument.role == "subject"):
            out += self._pointing_back(argument) or self._homeland(argument, clause)
            if bare(self.text.norms[argument.i]).removeprefix("و") in others():
                return out
            private = argument.role == "subject" and self.text.norms[argument.i] in markers("private")
            bearer = bare(self.text.norms[argument.i]).removeprefix("ال") in markers("named_after")
            for k in argument.inner if not (out or private) else ():
                if not (bearer and self.names.mentions[k].kind == "person"):  # قاعدة الملك خالد
                    out += self._of(self.names.mentions[k], places)
            if bare(self.text.norms[argument.i]).removeprefix("و") in ruling():
                out = [self._state_of(e) for e in out]
            if not out and argument.role != "adjective":
                out += self._people(argument)
            if not (out or private):
                out += self._nationals(argument) or [n for n in argument.nations if n.startswith("state:")]
            if not out and inner:
                out += self._owner(argument)
        return list(dict.fromkeys(out))

    def _state_of(self, person: str) -> str:
        """The state of a person, himself where he has none: «إدارة ترامب» is the United States."""
        known = self.names.entities.get(person)
        if known is None or known.kind != "person" or known.country in (None, "IGO"):
            return person
        return f"state:{known.country}"

    def _homeland(self, argument: Argument, clause: Clause) -> list[str]:
        """«بلاده»: the state of the speaker, or of the sentence's subject."""
        if self.text.norms[argument.i] not in homelands() or self.text.raw[self.text.ends[argument.i] - 1] == "ة":
            return []  # بلدة is a town
        speakers = self.speech.chain(argument.i)[:1] if self.speech is not None else ()
        for e in speakers:
            known = self.names.entities.get(e)
            if known is not None and known.country not in (None, "IGO"):
                return [f"state:{known.country}"]
        for c in reversed(self.clauses):
            if c is clause and argument.role == "object":
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
        both = f"{word} {self.text.norms[head + 1]}" if head + 1 < argument.j else word
        english = people().get(both) or people().get(word) or (people().get(word[:-1]) if word.endswith("ا") else None)
        if english:
            state = next((n for n in argument.nations if n.startswith("state:")), None)
            return [self.unnamed(english, state[6:] if state else None, head)]
        return []

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

    def unnamed(self, english: str, country: str | None, token: int) -> str:
        """The id of people without a name, put among the article's entities."""
        return unnamed_in(self.names, english, country, self.text.raw_of(token, token + 1))

    def _owner(self, argument: Argument) -> list[str]:
        """Who did the thing the argument names, told by its relative clause (الاتفاق الذي وقعته واشنطن)."""
        for c in self.clauses:
            if c.object is not None and c.object.how == "relative" and c.object.i == argument.i and c.subject is not None:
                return [e for k in c.subject.mentions for e in self._of(self.names.mentions[k], False)]
        return []

    def pronoun(self, argument: Argument, clause: Clause) -> list[str]:
        """Whom a suffix means: the subject of its own sentence that agrees, else what names finds."""
        assert argument.pronoun is not None
        person, gender, number = argument.pronoun
        if person == 1:
            return self.speaker(argument.i)
        if person != 3:
            return []
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
            if not c.subject.mentions:
                if self.text.norms[c.subject.i] in latter_words():
                    return self._pointing_back(c.subject)  # بعد أن أعلن الأخير سحب قواته
                continue
            tied = clause.relative or clause.form.prefix[:1] in ("و", "ف")
            if tied and argument.role == "object" and clause.subject is not None and clause.subject.mentions == c.subject.mentions:
                return self._other(c, gender, number)
            ms = [self.names.mentions[k] for k in c.subject.mentions]
            count = sum(len(m.entities) for m in ms)
            both = number == "d" and count == 1 and c.kind == "verb" and clause.kind == "noun" and of_act(clause.rows, "meet")
            whom = self.addressee(c) if both else None
            if whom is not None and whom.i < argument.i:
                return [*ms[0].entities, *self.ids(whom, c)]  # «وعد جونسون ماكرون، خلال لقائهما، …»
            if number == "s" and count == 1 and ms[0].number == "s" and ms[0].gender in (None, gender) and ms[0].kind in ACTING:
                return list(ms[0].entities)
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
        if found is None or found.kind not in ACTING or (number == "s" and found.number == "p") or found.entity in TELLERS:
            return []
        return list(found.entities)

    def _told_doer(self, argument: Argument, clause: Clause, gender: str) -> list[str] | None:
        """«بدأ التنظيم هجومه»: the attack is of who begins it, told by an ordinary noun; None where no such noun agrees."""
        if argument.how != "suffix" or clause.kind != "noun" or clause.governor is None:
            return None
        above = self.clauses[clause.governor]
        if clause.slot != "object" and not any(t == "light" and lights()[r].slot == clause.slot for t, r in above.rows):
            return None                         # أعربت منظمات عن قلقها
        who = above.subject if above.kind == "verb" and not above.passive else None
        if who is None or who.how not in ("after", "before") or who.mentions or who.pronoun is not None:
            return None
        return self.ids(who, above) if ("f" if self.text.norms[who.i].endswith(("ه", "ات")) else "m") == gender else None

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
        if clause.slot not in markers("because") or argument.how != "suffix" or number != "s":
            return []
        before = next((m for m in reversed(self.names.mentions) if m.j <= clause.i), None)
        if before is None or before.j != clause.i - 1 or before.number != "s" or before.kind not in ACTING:
            return []
        return list(before.entities) if before.gender == gender else []

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
            if clause.subject.noun is not None:
                return []
            return self.ids(clause.subject, clause)
        genitive = next((a for a in clause.args if a.role == "genitive"), None)
        if genitive is not None and _charged(clause, genitive, {a.prep: a for a in clause.args if a.role == "prep"}):
            return []
        if genitive is not None and (
            genitive.how == "suffix"
            or (genitive.mentions and (clause.object is not None or any(a.noun is not None and a.role == "prep" for a in clause.args)))
        ):
            return self.ids(genitive, clause)
        if clause.governor is not None and depth < 4 and not self.anothers(clause):
            return self.subject(self.clauses[clause.governor], depth + 1)
        return []

    def of_topic(self, argument: Argument, clause: Clause) -> bool:
        """Do those behind بين or مع belong to what a meeting is about («لمناقشة قمة بين كيم وترامب», «بحث الاتفاق مع إيران»)?"""
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

    def anothers(self, clause: Clause) -> bool:
        """Is the deed laid to somebody else («المشتبه بهم في محاولة قتل»), or judged by who is told to (وصف ترامب غزو العراق)?"""
        if markers("suspects") & set(self.text.norms[max(clause.start, clause.i - 5) : clause.i]):
            return True
        if clause.governor is None:
            return False
        if clause.slot in markers("not_his"):
            return True  # الخطوات التي ستتخذها ماي بعد محاولة تسميم سكريبال
        above = self.clauses[clause.governor]
        return above.kind == "verb" and clause.slot == "object" and any(r in acts() and acts()[r].act in JUDGING for r in above.rows)


def unnamed_in(names: Names, english: str, country: str | None, arabic: str) -> str:
    """The id of people without a name of a country, put among the article's entities."""
    told = country is not None and english == of_state(english, country)  # Syrian nationals: no country need be told
    ident = f"unnamed:{english.lower().replace(' ', '-')}" + (f"-{country.lower()}" if country and not told else "")
    if ident not in names.entities:
        names.entities[ident] = Entity(
            id=ident, kind="unnamed", name=english, name_ar=arabic, country=country, sector="CVL", why="acts.people"
        )
    return ident


def fill(roles: Roles, frame: Frame, clause: Clause, resolver: Resolver, *, noun: bool = False, skip: frozenset[str] = frozenset()) -> None:
    """Fill the frame's roles from a clause's arguments; `noun`: the row is a noun, whose genitive is the doer."""
    places = frame.id in _AT_PLACES

    def put(slot: str, argument: Argument | None) -> bool:
        role = frame.slots.get(slot)
        if role is None or argument is None or slot in skip:
            return False
        if role == "object":
            if roles.object is None:
                roles.object = (argument.i, argument.j)
            return False
        ids = resolver.ids(argument, clause, inner=slot in frame.inner, places=places and role == "recipient")
        if role == "recipient" and any(
            resolver.names.mentions[k].kind == "state" and resolver.names.mentions[k].form != "metonym" for k in argument.mentions
        ):
            roles.stated = True
        if role == "recipient" and argument.mentions == () and argument.pronoun is None and roles.object is None:
            roles.object = (argument.i, argument.j)
        return roles.add(role, ids, argument)

    if clause.kind != "noun":
        if clause.form.person == 1 and "subject" in frame.slots:
            roles.add(frame.slots["subject"], resolver.speaker(clause.i), Argument("subject", clause.i, clause.j))
        if clause.passive:
            put("object", clause.subject)
            put("subject", next((a for a in clause.args if a.prep in markers("agent")), None))
        else:
            if not _others_verb(clause, resolver):
                put("subject", clause.subject)
            put("object", clause.object)
    else:
        genitive = next((a for a in clause.args if a.role == "genitive"), None)
        by = {a.prep: a for a in reversed(clause.args) if a.role == "prep"}
        struck = noun and frame.id in ("strike", "attack") and not markers("attack_at").isdisjoint(resolver.text.norms[clause.i : clause.j])

        def called_after(a: Argument) -> bool:
            return struck and _is_place(resolver, a, ("place",))

        _noun(put, frame, clause, genitive, by, noun, lambda a: resolver.names.mentions[a.mentions[0]].kind == "person", called_after)
    late: list[Argument] = []
    charge = charged_at(clause)
    for argument in clause.args:
        if argument.role == "prep":
            if argument.i > charge and argument.prep not in markers("agent"):
                continue  # اتهام موسكو بشن هجوم على سكريبال
            if argument.how == "apart" and clause.kind != "noun" and frame.id in _VERBAL_FRAMES:
                if argument.prep in markers("apart") or argument.prep in markers("with") and roles.ids.get("recipient"):
                    continue
            if argument.prep in markers("company") and clause.kind != "noun" and resolver.of_topic(argument, clause):
                continue  # اجتمع مون مع كيم لمناقشة قمة بين كيم وترامب
            if argument.prep in markers("undergone") | markers("goal") and frame.id in ("meet", "call"):
                if _taken_by_noun(argument, clause, resolver.clauses):
                    continue  # «المفاوضات بعد اعتراف ترامب بالقدس عاصمة لإسرائيل»
            if argument.prep in markers("between") and argument.how == "apart" and _of_a_noun(argument, clause, resolver.clauses):
                continue  # «التقى بومبيو كيم لبحث القمة بين كيم وترامب»
            if helps(resolver.text, argument):
                continue
            if argument.how == "apart" and places and clause.kind != "noun" and roles.ids.get("recipient"):
                continue  # «غادر إلى بروكسل للمشاركة في اجتماع لوزراء الحلف»
            if noun and argument.prep == "ل" and frame.id == "strike" and not any(a.role == "genitive" for a in clause.args):
                town = any(resolver.names.mentions[k].form == "metonym" for k in argument.mentions)
                if not town and not _is_place(resolver, argument, ("place",)):  # ضربة في الضاحية الجنوبية لبيروت
                    put("subject", argument)
                continue
            of_nobody = noun and not any(a.role == "genitive" for a in clause.args)
            if of_nobody and argument.prep == "ل" and frame.id == "visit" and argument.mentions:
                if all(resolver.names.mentions[k].kind == "person" for k in argument.mentions):
                    put("subject", argument)  # زيارة للرئيس إلى دمشق
                    continue
            if argument.prep in markers("origin") and _taken_by_noun(argument, clause, resolver.clauses):
                continue  # أمر بسحب القوات من سوريا
            reason = argument.noun is not None and argument.prep in markers("judged_for")
            if reason and frame.id in _VERBAL_FRAMES and roles.ids.get("recipient"):
                continue  # انتقد أوباما لموافقته على الاتفاق مع إيران
            if argument.noun is not None and argument.prep in markers("in"):
                continue  # قتل في غارة إسرائيلية: the raid is no victim
            whom = frame.slots.get(argument.prep) == "actor" and argument.prep in markers("charge")
            met = clause.kind != "noun" and clause.object is not None and clause.object.mentions
            if whom and _is_place(resolver, argument, ("place", "state") if met else ("place",)):
                continue  # القمة العربية بالرياض, استقبل الملك لافروف بعمان
            if argument.prep in markers("in") and frame.slots.get(argument.prep) == "recipient":
                late.append(argument)
                continue
            put(argument.prep, argument)
    for argument in late:  # the place stands for the target only where no target is named
        if not roles.ids.get("recipient"):
            put(argument.prep, argument)


def helps(text: Text, argument: Argument) -> bool:
    """Does من tell who helped («فرضت عقوبات بدعم كامل من ليبيا»), or a preposition why («أضربوا حدادا على الشهداء»)? No part in the act."""
    if argument.prep not in markers("origin"):
        return not markers("in_support").isdisjoint(text.norms[max(0, argument.i - 2) : argument.i])
    return not markers("by_support").isdisjoint(text.norms[max(0, argument.i - 3) : argument.i])


def _others_verb(clause: Clause, resolver: Resolver) -> bool:
    """Is the verb a plural behind its subject («يعتقد أنهم خطفوا»), and the subject gone on with one man? Then it isn't his."""
    subject, form = clause.subject, clause.form
    plural = (form.person, form.gender, form.number) == (3, "m", "p")
    if subject is None or subject.how != "dropped" or not plural or len(subject.mentions) != 1:
        return False
    m = resolver.names.mentions[subject.mentions[0]]
    return m.kind == "person" and m.number == "s" and len(m.entities) == 1


def _taken_by_noun(argument: Argument, clause: Clause, clauses: list[Clause]) -> bool:
    """Does an act noun before the argument take it, whose frame has room for it?"""
    between = [c for c in clauses if c.kind == "noun" and clause.i < c.i < argument.i and any(a.i == argument.i for a in c.args)]
    if any(c.slot in markers("charge") and of_act(c.rows, "support") for c in between):
        return argument.prep in markers("origin")  # بدعم من الإمارات
    return any(argument.prep in acts()[r].frame.slots for c in between for r in c.rows if r in acts())


def _of_a_noun(argument: Argument, clause: Clause, clauses: list[Clause]) -> bool:
    """Does an act noun between the clause's word and the argument take it too, that is neither its subject nor its object?"""
    own = {a.i for a in (clause.subject, clause.object) if a is not None}
    return any(
        c.kind == "noun" and clause.i < c.i < argument.i and c.i not in own and c.rows and any(a.i == argument.i for a in c.args)
        for c in clauses
        if c.sentence == clause.sentence
    )


def _is_place(resolver: Resolver, argument: Argument, kinds: tuple[str, ...]) -> bool:
    return any(resolver.names.mentions[k].kind in kinds for k in argument.mentions)


def charged_at(clause: Clause) -> int:
    """Where what somebody is accused of begins (بتدبير الهجوم), behind which nobody takes part in the accusation; else its end."""
    return next((a.i for a in clause.args if a.prep in markers("charge")), clause.end) if CHARGES in clause.rows else clause.end


def _charged(clause: Clause, genitive: Argument, by: dict[str, Argument]) -> bool:
    """«اتهام موسكو بالتدخل», «اتهامها دعم طالبان»: is the one behind a single accusation, of nobody told, the one accused?"""
    if CHARGES not in clause.rows or clause.form.number == "p" or any(p in markers("goal") for p in by):
        return False
    if clause.object is not None:
        return genitive.how == "suffix" and clause.object.noun is not None and not clause.object.mentions
    return any(p in markers("charge") for p in by)


def _agent(clause: Clause, genitive: Argument | None) -> Argument | None:
    """«إطلاق صواريخ من قبل الحوثيين»: who does a deed told by its noun, nothing but its object before him."""
    by = next((a for a in clause.args if a.prep in markers("agent")), None)
    if by is None or genitive is not None and genitive.noun is not None:
        return None
    return None if any(a.role == "prep" and a.i < by.i for a in clause.args) else by


def _noun(
    put,
    frame: Frame,
    clause: Clause,
    genitive: Argument | None,
    by: dict[str, Argument],
    noun: bool,
    person: Callable[[Argument], bool],
    town: Callable[[Argument], bool],
) -> None:
    """Genitive, object and adjectives of a verbal noun: the genitive is the doer where a second participant is told apart."""
    adjective = next((a for a in clause.args if a.role == "adjective"), None)
    agent = _agent(clause, genitive) if frame.slots.get("object") == "recipient" else None
    if frame.slots.get("object") == frame.slots.get("subject"):  # mutual: everybody is an actor
        put("subject", genitive)
        put("object", clause.object)
    elif agent is not None:  # إطلاق صواريخ من قبل الحوثيين, اعتقاله من قبل الشرطة
        put("subject", agent)
        put("object", genitive)
    elif genitive is not None and _charged(clause, genitive, by):
        put("object", genitive)
    elif genitive is not None:
        held = frame.id in ("seize", "seize_thing", "restrict")
        second = clause.object is not None or any(
            p not in markers("in") and frame.slots.get(p) == "recipient" and not (held and p in markers("origin") and a.noun is not None)
            for p, a in by.items()
        )  # منع إسرائيل من الاعتداء: the deed is nobody
        hurt = frame.id == "kill" and (clause.object is None or genitive.mentions and person(genitive))
        given = frame.id == "give" and genitive.how == "suffix" and clause.object is None and any(p in markers("charge") for p in by)
        if given or hurt or frame.id in _OBJECTIVE and genitive.how == "suffix" and not second:
            put("object", genitive)  # اغتيال سكريبال, مقتله
        elif frame.id == "attack" and genitive.how == "suffix" and not second:
            pass  # تدميره: of a thing
        elif noun and not second and town(genitive) and put("object", genitive):
            pass  # هجمات باريس
        elif noun and genitive.how != "suffix" and genitive.mentions and put("subject", genitive):
            pass
        elif genitive.how == "suffix" or second or frame.slots.get("genitive") == "actor" and frame.slots.get("object") != "recipient":
            if frame.slots.get("genitive") == "recipient" and not second:
                put("genitive", genitive)
            else:
                put("subject", genitive)
        else:
            put("object", genitive)
        put("object", clause.object)
    put("adjective", adjective)
