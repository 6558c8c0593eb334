"""The arguments of a verb put right: unmarked passives, and subjects that stand where the object does."""

from __future__ import annotations

import msgspec

from ...arabic.clitics import bare
from ..clauses.doers import gender_of
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from ..names.model import Named
from ..status import governors
from .aiming import Aiming
from .belonging import taken_by_noun
from .charges import charged_at
from .custody import CUSTODY, PREVENTS
from .foes import SHOT_DOWN
from .known import ARMED
from .partners import ACTING
from .roles import SYMMETRIC, VERBAL, Roles
from .tables import Act, alike, called, lights, numbers, of_act, pair_words, stated, weapons

TRANSITIVE = frozenset(("kill", "seize", "attack", "expel", "restrict", "sign", "mobilize", "free", "host", "ease", "give"))


class Turning(Aiming):
    """What a reader of acts knows of subjects that are none."""

    def _patient(self, clause: Clause, row: Act) -> bool:
        """Is the verb an unvocalised passive, its only noun phrase the one it is done to?"""
        self._shooter(clause, row)
        if clause.passive or self._by_agent(clause, row):
            return True
        raw = self.text.raw_of(clause.i, clause.j)
        if "\u064f" in raw[: 4 + len(clause.form.prefix)]:
            return True
        if self._is_held(clause, row):
            return True
        subject = clause.subject
        if self._impersonal(clause, row):
            return True
        if row.key in alike("forced") and clause.object is None and clause.form.voice != "active" and self._to_deed(clause):
            return True                         # أجبر فلين على الاستقالة
        if self._in_a_case(clause, row) or row.frame.id == "judge" and clause.form.voice == "either" and self._no_judge(subject):
            return True
        fights = subject is not None and subject.how == "after" and row.key in alike("combat")
        if fights or self._gone_on(clause, row):
            return False
        if row.mode == "arrest" and subject is not None and self._a_state(subject):
            return False                        # كولومبيا تعتقل وتحاكم المتهم
        if (
            row.frame.id == "accuse"
            and clause.form.voice == "either"
            and subject is not None
            and subject.how in ("after", "before")
            and not (clause.form.prefix and any(a.how == "previous" for a in clause.args))
            and not self._carried_on(clause)
            and any(a.prep in markers("charge") for a in clause.args if a.how == "direct")
            and self._nothing(clause.object)
        ):
            return True                         # «اتهم النظام باستخدام الكلور»
        if row.frame.id == "kill" and clause.object is not None and self._nobody_killed(clause, clause.object):
            clause.object = None
        if clause.form.voice != "either" or clause.object is not None or subject is None or row.frame.id not in TRANSITIVE:
            return False
        if subject.how == "after" and subject.noun is not None and row.mode in CUSTODY and of_act(self.clauses[subject.noun].rows, row.act):
            return True                         # ألقي القبض على صحفيين
        if row.key in SHOT_DOWN and any(self.armed(self.names.mentions[k].entity) for k in subject.mentions):
            return False                        # اعترضت الدفاعات السعودية الصاروخ
        if row.key in alike("takes") and any(self._holds_ground(self.names.mentions[k]) for k in subject.mentions):
            return False                        # تحاصر القوات السورية البلدة
        if row.act == "assault" and row.frame.id == "attack" and subject.how == "before" and self._gunners(subject):
            return False                        # إن مدفعية الجيش قصفت بعدة قذائف
        if markers("oneself") & set(self.text.norms[subject.i : subject.j + 1]):
            return False                        # فجر انتحاري نفسه
        if subject.how not in ("after", "before", "relative"):
            return False
        if subject.mentions and any(a.how == "direct" and row.frame.slots.get(a.prep) == "object" for a in clause.args):
            return False                        # «وقعت روسيا على اتفاق»
        if subject.how == "after" and any(a.how == "previous" for a in clause.args) and clause.form.prefix[:1] in ("و", "ف"):
            private = row.key in alike("held") and not any(self._arrests(a) for a in clause.args if a.how == "previous")
            killed = row.frame.id == "kill" and (self._in_attack(clause) or self._new_dead(clause, subject))
            return private or killed            # وقتل السفير في الهجوم, واعتقل شوكان
        return row.frame.id == "kill" or not any(
            a.role == "prep" and a.prep not in markers("in") and row.frame.slots.get(a.prep) == "recipient"
            and not (a.prep in markers("origin") and row.key in PREVENTS)
            and not (a.prep in markers("taken") and taken_by_noun(a, clause, self.clauses))
            for a in clause.args)

    @staticmethod
    def _to_deed(clause: Clause) -> bool:
        """Is who stands beside a verb of forcing somebody forced to do what stands right behind على or ب, or behind أن?"""
        if clause.subject is None or clause.subject.how not in ("after", "before"):
            return False
        return any(a.prep in markers("duty") | markers("charge") and a.how == "direct" and not a.mentions for a in clause.args)

    def _no_judge(self, who: Argument | None) -> bool:
        """«قتل السادات. وحكم بالإعدام بعدها على متشددين»: is who was told of before a private man, who sentences nobody?"""
        if who is None or who.how != "dropped" or not who.mentions:
            return False
        told = [self.names.mentions[k] for k in who.mentions]
        return all(m.kind in ("person", "unnamed") and self.names.entities[m.entity].sector != "JUD" for m in told)

    def _holds_ground(self, who: Named) -> bool:
        """Is it a force or a band of fighters, which takes and besieges places, and is no place itself?"""
        return who.kind == "group" or self.armed(who.entity)

    def _gunners(self, who: Argument) -> bool:
        """Are they guns, planes or troops, which strike where they open a clause?"""
        return bare(self.text.norms[who.i]) in weapons()

    def _in_a_case(self, clause: Clause, row: Act) -> bool:
        """«القضية التي يلاحق فيها الصحفي»: is he behind the verb the one a case is brought against?"""
        if row.frame.id not in ("seize", "judge", "restrict") or clause.form.voice != "either":
            return False
        if clause.object is not None and clause.object.mentions:
            return False
        norms, at = self.text.norms, clause.i
        return not markers("in_which").isdisjoint(norms[at + 1 : at + 2]) and not markers("case").isdisjoint(norms[max(0, at - 2) : at])

    def _a_state(self, who: Argument) -> bool:
        return bool(who.mentions) and all(self.names.mentions[k].kind == "state" for k in who.mentions)

    def _tells_who(self, clause: Clause, what: Argument) -> bool:
        """«قتل صالح الصماد، أحد قادة الحوثيين», «قتل سمير القنطار القيادي في حزب الله في غارة»: does what stands behind a name only tell
        who that is? Or behind a number, of which people («قتل 370 مقاتلا كرديا»)?
        """
        who, norms = clause.subject, self.text.norms
        if who is None or who.how != "after" or what.i < who.j:
            return False
        if what.i == who.j == what.j - 1 and norms[what.i].endswith("يا") and norms[what.i - 1].endswith("ا"):
            return True
        named = bool(who.mentions) and self.names.mentions[who.mentions[-1]].kind == "person"
        kinds = self.text.kinds
        behind = what.i == who.j or what.i == who.j + 1 and kinds[who.j] == "P"
        counted = (k for k in range(what.j, clause.end - 1) if kinds[k] == "P" and (kinds[k + 1] == "N" or norms[k + 1] in numbers()))
        return named and behind and self._in_attack(clause) and next(counted, None) is None     # قتل مهاجم، فرنسي الأصل، 4 أشخاص

    def _nobody_killed(self, clause: Clause, what: Argument) -> bool:
        """Does what stands in the place of a killing's object tell how it was done, who was killed, or more of the phrase before it?"""
        return self._manner(what) or self._tells_who(clause, what) or self._goes_on(clause, what) or self._far_off(clause, what)

    def _new_dead(self, clause: Clause, dead: Argument) -> bool:
        """«… . وقتل 16 فلسطينيا»: are people behind the verb that opens a sentence, where nobody who fights was told of before?"""
        if clause.i != self.text.sentences[clause.sentence][0] or not self._nameless_people(dead):
            return False
        told = [self.names.mentions[k] for a in clause.args if a.how == "previous" for k in a.mentions]
        return not any(m.kind in ("group", "state") or self.armed(m.entity) for m in told)

    def _nameless_people(self, who: Argument) -> bool:
        """Are they people without a name (16 فلسطينيا)?"""
        told = [self.names.mentions[k] for k in who.mentions or who.inner]
        return bool(told) and all(m.kind == "unnamed" for m in told)

    def _far_off(self, clause: Clause, what: Argument) -> bool:
        """«قتل 94 مدنيا في غارات، حسب اتحاد الأطباء، المشرف على المنشآت»: is it no people, told apart from the people behind the verb?"""
        dead = clause.subject
        if what.mentions or what.inner or what.pronoun is not None or dead is None or dead.how != "after" or what.i == dead.j:
            return False
        return self._nameless_people(dead) and any(a.role == "prep" and dead.j <= a.i < what.i for a in clause.args)

    def _manner(self, what: Argument) -> bool:
        """«أصيب جندي طعنا», «قتلوا بعد أسبوع من القصف»: does a verbal noun tell but how somebody was killed?"""
        deed = self.clauses[what.noun] if what.noun is not None and not what.mentions else None
        if deed is None or not of_act(deed.rows, "assault"):
            return False
        return deed.form.tanwin and what.j == what.i + 1 or deed.form.definite

    def _goes_on(self, clause: Clause, what: Argument) -> bool:
        """«إن مدنيين قتلوا برصاص وقذائف الحوثيين»: is it joined by و to what stands behind a preposition right before it?"""
        if not any(a.role == "prep" and a.j == what.i and a.i > clause.i for a in clause.args) or self.text.norms[what.i][:1] != "و":
            return False
        named = self.names.starting(what.i)
        return named is None or named.prefix.startswith("و")

    def _reclaim(self, k: int, clause: Clause, row: Act) -> None:
        """«التقى بومبيو خلال زيارته كيم»: the person behind a visit told on the way is the verb's."""
        if row.act != "meet" or clause.object is not None or "object" not in row.frame.slots:
            return
        for c in self.clauses:
            whom = c.object if c.governor == k and c.kind == "noun" and c.form.suffix else None
            if whom is not None and whom.mentions and self.names.mentions[whom.mentions[0]].kind == "person":
                if any(r[1].startswith("visit_") for r in c.rows):
                    clause.object, c.object = whom, None
                    return

    def _duty_of(self, clause: Clause) -> bool:
        """Does a verb that must be done tell who must do it? One of no act: right beside it («يجب أن تلعب روسيا دورا»)."""
        if clause.kind != "verb" or clause.negated:
            return False
        who = clause.subject
        return bool(stated(clause.rows)) or who is not None and who.how in ("after", "before") and bool(who.mentions)

    def _in_his_words(self, clause: Clause, row: Act) -> None:
        """«ألقى روحاني خطابا هاجم فيه ترامب»: he who gives a speech, a letter or a call says what is said in it, to the one named there."""
        said = clause.subject
        if clause.object is not None or said is None or said.how != "after" or row.frame.slots.get("object", "").lstrip("~") != "recipient":
            return
        if said.noun is not None and not said.mentions:         # أصدر المجلس بيانا، أدان فيه قيام الحوثيين بالهجوم
            before = next((a for a in clause.args if a.how == "previous" and a.mentions), None)
            if before is not None and any(a.prep in markers("there") and a.pronoun is not None for a in clause.args):
                clause.object = said
                clause.subject = Argument("subject", before.i, before.j, how="dropped", mentions=before.mentions)
            return
        if len(said.mentions) != 1:
            return
        words = next((a for a in clause.args if a.prep in markers("there") and a.how == "direct" and a.i < clause.i), None)
        giver = self._who_gives(words.i, clause) if words is not None else None
        if giver is None:
            return
        m, whom = self.names.mentions[giver.mentions[0]], self.names.mentions[said.mentions[0]]
        if m.kind not in ACTING or m.number != "s" or set(m.entities) & set(whom.entities):
            return
        if gender_of(m, self.text.norms) not in (None, clause.form.gender) or m.kind != "person" and m.country == whom.country:
            return
        clause.object = said
        clause.subject = Argument("subject", giver.i, giver.j, how="dropped", mentions=giver.mentions)

    def _by_a_draft(self, clause: Clause, row: Act) -> None:
        """«عطلت روسيا مشروع قرار يدين دمشق»: what a paper says is said by who gives it or whose adjective it has, by nobody else."""
        said, form = clause.subject, clause.form
        if row.act not in VERBAL or said is None or form.prefix or (form.part, form.person, form.number) != ("imperfect", 3, "s"):
            return
        paper = self._paper(clause) if said.how in ("dropped", "after") else -1
        if paper < 0 or said.how == "after" and (paper != clause.i - 1 or clause.object is not None or not said.mentions):
            return
        holds = [(c, a) for c in self.clauses if c.sentence == clause.sentence and c.i < paper and c.kind == "verb"
                 for a in (c.object, *c.args) if a is not None and a.i <= paper < a.j]
        verb, phrase = holds[-1] if holds else (None, None)
        if said.how == "after" and phrase is None:
            return                              # أعاد نشر تغريدة تتهم فخري باشا
        if said.how == "after":
            clause.object = msgspec.structs.replace(said, role="object")
        whose = [n for n in phrase.nations if n.startswith("state:")] if phrase is not None else []
        if phrase is not None and whose:
            clause.subject = Argument("subject", phrase.i, phrase.j, how="before", nations=tuple(whose))
            return
        gives = verb is not None and phrase is not None and (phrase is verb.object or phrase.prep in markers("duty"))
        against = verb is None or stated(verb.rows) == {"reject"} or verb.negated or verb.passive
        if verb is not None and gives and not against and verb.subject is not None:
            clause.subject = msgspec.structs.replace(verb.subject, how="dropped")
        elif said.how == "after" or not (gives and not against or self.text.norms[paper].endswith("ا")):
            clause.subject = None               # but وتبنى المجلس بأغلبية كبيرة قرارا يدعو

    def _paper(self, clause: Clause) -> int:
        """The token of an indefinite paper (مشروع قرار, بيان) right before a verb, or but for its adjectives; -1 where there is none."""
        for token in range(clause.i - 1, max(clause.start, clause.i - 6) - 1, -1):
            word = self.text.norms[token]
            if self.text.kinds[token] != "W" or word.startswith("ال") or any(c.i == token and c.kind == "verb" for c in self.clauses):
                return -1
            if {word, word[1:] if word[0] in "بل" else word} & markers("document"):
                return token
        return -1

    def _who_gives(self, words: int, clause: Clause) -> Argument | None:
        """The one subject of the verb that takes the words (ألقى كلمة, بعث برسالة), unless it receives them (تلقى رسالة)."""
        for c in self.clauses:
            if c.sentence != clause.sentence or c.kind != "verb" or c.i >= words or c.passive or c.subject is None:
                continue
            if any(a is not None and a.i == words for a in (c.object, *c.args)) and len(c.subject.mentions) == 1:
                received = any(t == "light" and lights()[r].slots.get("subject") == "recipient" for t, r in c.rows)
                return None if received or c.relative else c.subject
        return None

    def _shift(self, clause: Clause, row: Act) -> None:
        """«والتقى بوتين»: with one noun phrase where two are needed, the subject goes on from before and the phrase is the object."""
        if clause.object is not None or clause.subject is None or clause.subject.how != "after" or row.mode == "deny":
            return                              # ونفى لافروف ذلك
        who = clause.subject.noun
        crowd = self.text.norms[clause.subject.i] in numbers() or who is not None and of_act(self.clauses[who].rows, "protest")
        if row.act == "protest" and crowd:
            return                              # وخرج الآلاف إلى الشوارع, خرجت مظاهرات
        if not markers("what").isdisjoint(self.text.norms[clause.subject.j : clause.subject.j + 1]):
            return                              # ووصفت واشنطن ما يجري بأنه جريمة
        if self._nominative(clause.subject):
            return                              # وأدان متحدث باسم الخارجية ذلك
        slot = row.frame.slots.get("object")
        if slot is None or (slot == "object" and clause.subject.mentions) or clause.cut:
            return
        if row.frame.id == "accept" and any(a.role == "prep" and row.frame.slots.get(a.prep) == "object" for a in clause.args):
            return                              # ووافقت كوريا الشمالية على ذلك
        asks = row.frame.id in ("threaten", "warn", "ask", "press", "promise", "message")
        if asks:
            said = any(a.role == "prep" and row.frame.slots.get(a.prep) == "object" for a in clause.args) or clause.complement is not None
            said = said and not self._addresses(clause, row)
            kind = self.names.mentions[clause.subject.mentions[0]].kind if clause.subject.mentions else ""
            fresh = not any(a.how == "previous" and a.i >= clause.start for a in clause.args)
            fresh = fresh and (kind == "state" or row.act == "threaten")        # وهددت كوريا الشمالية بإلغاء القمة
            if said and (fresh or kind in ("", "person")):
                return
        if slot == "object" and self.resolver.ids(clause.subject, clause):
            return
        carries = self._carries_on(clause)
        before = next((a for a in clause.args if a.how == "previous"), None)
        if slot != "object" and not clause.form.prefix and not carries and not self._met_by(before, clause, row):
            return
        count = [e for k in clause.subject.mentions for e in self.names.mentions[k].entities]
        both = len(count) > 1 or self.text.norms[clause.subject.i] in pair_words()
        if row.act in SYMMETRIC and (both or any(self.names.mentions[k].number != "s" for k in clause.subject.mentions)):
            return
        if before is None or not before.mentions and not self.text.sentences[clause.sentence][0] <= before.i:
            return
        if (
            slot != "object"
            and not clause.subject.mentions
            and clause.subject.noun is None
            and not all("recipient" in n or "actor2" in n for n in row.frame.needs)
            and not self._addresses(clause, row)
        ):
            return
        near = [a for a in clause.args if a.role == "prep" and a.i < charged_at(clause)]
        near = [a for a in near if not (asks and (a.noun is not None or a.how == "apart"))]
        there = (slot,) if row.act == "mobilize" else ("recipient", slot)      # بدأت القوات تستقدم تعزيزات إلى المطار
        if any(row.frame.slots.get(a.prep) in there for a in near) and not self._addresses(clause, row):
            return
        if before.mentions:
            m = self.names.mentions[before.mentions[0]]
            if m.gender is not None and clause.form.gender and m.gender != clause.form.gender:
                return
            if clause.subject.mentions and before.i < self.text.sentences[clause.sentence][0] and m.kind != "person":
                return                          # «تشير النمسا إلى ذلك. وتريد موسكو …»
        clause.object = msgspec.structs.replace(clause.subject, role="object") if self._addresses(clause, row) else clause.subject
        clause.subject = Argument("subject", before.i, before.j, how="dropped", mentions=before.mentions)

    def _carries_on(self, clause: Clause) -> bool:
        """Does a word stand before the verb behind which the subject goes on from before (كما, بعد أن)?"""
        return self.text.norms[clause.i - 1 - (self.text.norms[clause.i - 1] in markers("that"))] in markers("carry_on")

    def _carried_on(self, clause: Clause) -> bool:
        """«قطعت الرياض علاقاتها بعدما اتهمت الدوحة بدعم متطرفين»: does somebody told of before, of the verb's gender, go on to do it?"""
        before = next((a for a in clause.args if a.how == "previous"), None)
        if before is None or not before.mentions or not self._carries_on(clause):
            return False
        m = self.names.mentions[before.mentions[0]]
        return m.kind in ACTING and (m.gender is None or not clause.form.gender or m.gender == clause.form.gender)

    def _nominative(self, who: Argument) -> bool:
        """Does what is told of one man without ال stand in no accusative («وأدان متحدث باسم الخارجية ذلك», «وندد مسؤول أمريكي بذلك»)?"""
        norms, m = self.text.norms, self.names.mentions[who.mentions[0]] if len(who.mentions) == 1 else None
        if m is None or m.number != "s" or norms[who.i].startswith("ال") or who.i + 1 >= who.j:
            return False
        speaks = norms[who.i + 1] in markers("in_name")
        return speaks or m.kind == "unnamed" and self.resolver.nation(who.i + 1) and not norms[who.i].endswith("ا")

    def _gone_on(self, clause: Clause, row: Act) -> bool:
        """«بدأت تركيا تقصف الأكراد»: who begins does it too, and whom the imperfect behind names it is done to."""
        whom, form = clause.subject, clause.form
        if whom is None or whom.how != "after" or clause.object is not None or form.part != "imperfect" or form.prefix:
            return False
        if row.frame.slots.get("object", "").lstrip("~") != "recipient":
            return False
        for c in self.clauses:
            who = c.subject
            if c.kind != "verb" or who is None or c.i >= clause.i or not (c.j == clause.i or who.how == "after" and who.j == clause.i):
                continue
            if who.how not in ("before", "after") or (c.form.gender, c.form.number) != (form.gender, form.number):
                return False
            if any(t == "govern" and governors()[r].detail in ("began", "resumed", "ongoing") for t, r in c.rows):
                clause.object = msgspec.structs.replace(whom, role="object")
                clause.subject = msgspec.structs.replace(who, how="dropped") if who.mentions else None
                return True
        return False

    def _no_visit(self, clause: Clause, row: Act, roles: Roles) -> bool:
        """Is it no visit: of who comes home, of states or ships, or of people of no name to a part of the world (مهاجرون)?"""
        actors, recipients = roles.ids["actor"], roles.ids.get("recipient", [])
        own = {self.country(e) for e in actors}
        at_home = bool(recipients) and len(own) == 1 and None not in own and {self.country(e) for e in recipients} == own
        if at_home and not self._tours(clause, row, roles):
            return True
        if all(e.startswith("state:") or e.endswith(called("vessels")) for e in actors):
            return True
        who = clause.subject
        if row.frame.id == "arrive" and who is not None and who.mentions and self.text.norms[who.i].removeprefix("ال") in markers("troops"):
            return True                         # وصلت قوات التحالف إلى المدينة
        return any(e.startswith("place:") for e in recipients) and all(e.startswith("unnamed:") for e in actors)

    def _tours(self, clause: Clause, row: Act, roles: Roles) -> bool:
        """«زار الأسد الغوطة»: does somebody in office visit a town or forces of his own country, and not come home to it?"""
        if row.frame.id not in ("visit", "tour") or not all(map(self.of_office, roles.ids["actor"])):
            return False
        to = [clause.object, *(a for a in clause.args if a.prep in markers("to_place"))]
        told = [self.names.mentions[k] for a in to if a is not None for k in (a.mentions or a.inner)]
        return bool(told) and all(m.kind == "place" or self.names.entities[m.entity].sector in ARMED for m in told)

    def _met_by(self, before: Argument | None, clause: Clause, row: Act) -> bool:
        """«وصل لافروف إلى باريس، ومن المقرر أن يلتقي ماكرون»: does somebody told of in the same sentence meet the one behind the verb?"""
        if row.act != "meet" or row.frame.id != "meet" or before is None or before.i < clause.start or len(before.mentions) != 1:
            return False
        return self.names.mentions[before.mentions[0]].kind in ("person", "institution")
