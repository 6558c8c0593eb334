"""Whom a pronoun means: the subject of its sentence that agrees, who is asked or judged, whom what came before tells."""

from __future__ import annotations

from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from ..names.model import Named
from ..speech import Speech
from .partners import ACTING, Partners
from .tables import acts, called, latter_words, lights, of_act

JUDGING = frozenset(("accuse", "support"))
WAGED = frozenset(("attack", "fight", "strike"))  # what armies do


class Pronouns(Partners):
    """Finds the entities that the suffixes of an article stand for."""

    speech: Speech | None

    def ids(self, argument: Argument | None, clause: Clause, *, inner: bool = False, places: bool = False) -> list[str]:
        """The entities an argument stands for."""
        raise NotImplementedError

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
        raid = self._of_raid(clause, gender) if number == "s" else []
        if raid:
            return raid
        asked = self._asked(clause, gender, number) or self._judged(argument, clause, gender, number)
        asked = asked or self._cause(argument, clause, gender, number) or self._backed(argument, clause, gender, number)
        if asked:
            return asked
        own, near = self._own(argument, clause), False
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
            if own and own.intersection(e for m in ms for e in m.entities):
                if any(table == "aux" for table, _ in c.rows):
                    continue  # «وكانت الولايات المتحدة دعته»
                if hit := self._hit_before(c, clause, gender, number):
                    return hit
                near = True
                continue
            if clause.kind == "noun" and ms[0].kind == "group" and any(of_act(clause.rows, act) for act in ("visit", "call")):
                continue  # a party pays no visit
            count = sum(len(m.entities) for m in ms)
            both = number == "d" and count == 1 and c.kind == "verb" and of_act(clause.rows, "meet")
            whom = self.addressee(c) if both else None
            if whom is not None and whom.i < argument.i:
                return [*ms[0].entities, *self.ids(whom, c)]  # «وعد جونسون ماكرون، خلال لقائهما، …»
            one = ms[0].number == "s" and _agrees(ms[0], gender) or gender == "f" and self._are_bodies(ms[0])
            if number == "s" and count == 1 and one and ms[0].kind in ACTING:
                wages = clause.kind == "noun" and any(r in acts() and acts()[r].frame.id in WAGED for r in clause.rows)
                if wages and ms[0].kind == "person":
                    at_war = self._at_war(c.j, argument.i, gender)
                    if at_war or any(t == "say" for t, _ in c.rows):
                        return at_war
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
        if found is None or own.intersection(found.entities) or near and found.i < clause.start:
            return []
        if found.kind not in ACTING or (number == "s" and found.number == "p") or _tells(found.entity):
            return []
        who = clause.subject if clause.kind == "participle" and argument.role == "object" else None
        if who is not None and any(found.entity in self.names.mentions[k].entities for k in who.mentions):
            return []
        return list(found.entities)

    def _own(self, argument: Argument, clause: Clause) -> set[str]:
        """Who does what a verb says: none of them is meant by the pronoun of its object, or of its preposition."""
        if clause.kind != "verb" or clause.passive or clause.subject is None or argument.role not in ("object", "prep"):
            return set()
        return {e for k in clause.subject.mentions for e in self.names.mentions[k].entities}

    def _hit_before(self, c: Clause, clause: Clause, gender: str, number: str) -> list[str]:
        """«ألقت الشرطة القبض على فتاة، لكنها أفرجت عنها»: nobody acts on himself, but on the one man or woman he acted on right before."""
        if c.object is not None and c.object.pronoun == (3, gender, number):
            return self.pronoun(c.object, c)  # «حين وضعته واشنطن على لائحتها، كانت تتهمه»
        met = [a for a in (c.object, *c.args) if a is not None and len(a.mentions) == 1 and a.how != "previous" and a.i < clause.i]
        kinds = {"object": ACTING}
        ms = [(self.names.mentions[a.mentions[0]], kinds.get(a.role, ("person", "unnamed"))) for a in met]
        fits = [m for m, told in ms if number == "s" and m.number == "s" and _agrees(m, gender) and m.kind in told]
        return list(fits[0].entities) if len(fits) == 1 else []

    def _are_bodies(self, m: Named) -> bool:
        """Are they many bodies, which a pronoun calls «she» («عبرت منظمات حقوقية عن قلقها»)?"""
        return m.number == "p" and m.gender == "f" and m.kind in ("unnamed", "group") and self.text.norms[m.i].endswith("ات")

    def _of_raid(self, clause: Clause, gender: str) -> list[str]:
        """«استخدام النظام للكلور في هجومه على دوما»: the pronoun of an attack is the doer of the violence told of right before it."""
        if clause.kind != "noun" or clause.slot not in markers("there") or not of_act(clause.rows, "assault"):
            return []
        for c in reversed(self.clauses):
            if c.sentence != clause.sentence or c.i >= clause.i or not c.rows:
                continue
            doer = next((a for a in c.args if a.role == "genitive" and a.mentions), None)
            if c.kind != "noun" or doer is None or not of_act(c.rows, "assault"):
                return []
            m = self.names.mentions[doer.mentions[-1]]
            return list(m.entities) if m.gender in (None, gender) and m.kind in ("state", "institution", "group") else []
        return []

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
        aimed = {p for r in clause.rows if r in acts() for p, role in acts()[r].frame.slots.items() if role == "recipient"}   # قبض عليه
        ms = [self.names.mentions[a.mentions[0]] for a in met if a.role == "object" or a.prep in markers("partner") | aimed]
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

    def _backed(self, argument: Argument, clause: Clause, gender: str, number: str) -> list[str]:
        """«تدعم إيران دمشق في حربها على المعارضة»: the war is waged by who is backed, right before it."""
        if argument.how != "suffix" or clause.kind != "noun" or self.text.norms[clause.i - 1] not in markers("there"):
            return []
        if not any(r in acts() and acts()[r].frame.id in WAGED for r in clause.rows):
            return []
        whom = next((m for m in self.names.mentions if m.j == clause.i - 1), None)
        if whom is None or len(whom.entities) != 1 or whom.kind not in ACTING or number == "s" and whom.gender not in (None, gender):
            return []
        for c in self.clauses:
            if c.sentence == clause.sentence and c.i < whom.i and (of_act(c.rows, "support") or of_act(c.rows, "aid")):
                told = (c.object, *(a for a in c.args if a.role == "genitive" or a.prep in markers("goal")))
                if any(a is not None and whom.entity in {self.names.mentions[k].entity for k in a.mentions} for a in told):
                    return list(whom.entities)
        return []

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


def _agrees(m: Named, gender: str) -> bool:
    """Can a pronoun of that gender mean it? A state whose name has no gender is a «he» (المغرب)."""
    return m.gender in (None, gender) and not (m.gender is None and m.kind == "state" and gender == "f")


def _tells(entity: str) -> bool:
    return entity.startswith("unnamed:") and entity.endswith(called("tellers"))
