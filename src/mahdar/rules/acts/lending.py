"""Verbs that only carry an act noun (أجرى محادثات, فرض عقوبات): the one that takes a noun, and the arguments it lends it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from operator import attrgetter

import msgspec

from ...arabic.clitics import bare
from ...arabic.inflect import PRONOUNS
from ..clauses.before import CHARGES
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from .belonging import BACKING, beyond_it, helps, is_beyond, is_house, of_backed_deed, of_bond, of_land, of_raid, part_of
from .charges import FAR, charged_at, reasoned_at
from .conditions import holds
from .filling import VOWED, fill
from .known import Known
from .roles import SYMMETRIC, VERBAL, Roles
from .tables import Act, Light, acts, candidates, lights, of_act, weapons

HELPS = frozenset(("aid", "support"))
TARGETS = frozenset((("act", "assault_asthdf"), ("aux", "tal"), ("aux", "shml")))
INCLUDES = ("aux", "shml")
WITH_HELP = frozenset(("act:aid_saed", "noun:aid_msaedh"))         # بمساعدة
TOGETHER = frozenset(("act:cooperate_nsq", "act:cooperate_teawn_2", "noun:cooperate_teawn"))         # بالتعاون مع, بالتنسيق مع


class Lending(Known):
    """What a reader of acts knows of light verbs."""

    told_with: Clause | None  # the verb whose subject a noun has borrowed

    def _light(self, clause: Clause, row: Act) -> tuple[int, Light] | None:
        """The light verb that takes this noun, here or above a governing noun."""
        current, depth = clause, 0
        while current.governor is not None and depth < 2:
            parent = self.clauses[current.governor]
            slot = {"object": "obj", "genitive": "obj", "subject": "subj", "head": "head"}.get(current.slot, current.slot)
            fits = []
            for table, key in parent.rows:
                if table == "light":
                    light = lights()[key]
                    if row.act not in light.acts:
                        continue
                    if slot == light.slot or (slot == "head" and light.slot == "obj") or (slot == "subj" and light.slot == "obj"):
                        fits.append(light)
            if fits:
                fits.sort(key=lambda f: (f.slot != slot, f.key))
                return current.governor, fits[0]
            if parent.kind != "noun" or CHARGES in parent.rows:
                return None
            if not any(r[0] == "govern" or r in acts() and acts()[r].act == row.act for r in parent.rows):
                return None
            current, depth = parent, depth + 1
        return None

    def _lend(self, roles: Roles, row: Act, clause: Clause, verb: Clause, light: Light, *, told: bool = False) -> None:
        """Give the noun the light verb's subject, object and prepositional arguments. `told`: another verb tells who does it, unless
        the light verb has a doer of its own («اتهمت روسيا واشنطن بشن غارات»).
        """
        both = row.act in SYMMETRIC and any(
            a.prep in markers("between") and a.i <= clause.j + 4 and a.pronoun is None and self.resolver.ids(a, clause) for a in clause.args
        )
        why = reasoned_at(clause) if row.act == "accuse" else FAR
        charge = min(why, charged_at(clause)) if row.act == "accuse" and charged_at(clause) < clause.end else why
        for slot, role in light.slots.items():
            if both and slot == "subject" and role == "actor":
                continue  # أعلن أوشاكوف عقد قمة بين الرئيسين
            if slot == "subject" and row.mode == "resign" and self._anothers_office(clause):
                continue  # أعلن البيت الأبيض استقالة المستشار
            if slot == "subject" and row.frame.id in VOWED and any(a.role == "genitive" and a.mentions for a in clause.args):
                continue  # أعلنت موسكو موافقة دمشق على الهدنة
            role = "actor" if row.act in SYMMETRIC and role in ("actor", "recipient") else role
            if slot == "subject":
                argument = verb.subject
                if verb.kind == "noun":
                    owner = next((a for a in verb.args if a.role == "genitive" and (a.mentions or a.pronoun or a.noun is None)), None)
                    others = told or self._judged_only(verb) or row.act == "meet" and self._of_a_body(clause, verb)
                    ids = [] if owner is None and others else self.resolver.subject(verb)
                    argument = owner or Argument("subject", verb.i, verb.j)
                    if ids:
                        roles.add(role, ids, argument)
                    continue
                if argument is not None and argument.noun is not None and self.clauses[argument.noun] is clause and verb.object is None:
                    said = row.act in VERBAL or row.act in ("meet", "message")
                    argument = next((a for a in verb.args if a.how == "previous" and said), None)     # وأكد رفض التدخل
                if argument is None and verb.form.person == 1:      # سنفرض عقوبات
                    roles.add(role, self.resolver.speaker(verb.i), Argument("subject", verb.i, verb.j))
                if argument is None or verb.passive or argument.noun is not None and role != "recipient":
                    continue                    # أثار القرار الأمريكي انتقادات: who decided is criticised
                does = row.act in SYMMETRIC or row.act == "visit"       # كوشنر الذي يجري محادثات
                if argument.how == "relative" and not does and light.slot != "head" and not (role == "recipient" and row.act == "accuse"):
                    self._issued(roles, role, argument)
                    continue                    # no أردوغان الذي يتعرض لانتقادات
                roles.add(role, self.resolver.ids(argument, verb, places=role == "recipient" and row.act == "assault"), argument)
            elif slot == "object":
                what = verb.subject if verb.passive else verb.object        # قوبلت تصريحات ترامب بتنديد
                if what is not None and (what.noun is None or verb.passive):
                    roles.add(role, self.resolver.ids(what, verb), what)
            else:
                for a in verb.args:
                    if a.role == "prep" and a.prep == slot and a.i <= why and not (
                        role == "recipient" and self._behind_another(a, clause, verb)
                    ):
                        roles.add(role, self.resolver.ids(a, verb), a)
        told_of = verb.subject is not None and verb.subject.how != "dropped"
        if light.slots.get("subject") == "recipient" and told_of and not roles.ids.get("actor"):
            by = next((a for a in verb.args if a.prep in markers("agent")), None)       # تعرض للتعذيب على يد الشرطة
            roles.add("actor", self.resolver.ids(by, verb), by or Argument("prep", verb.i, verb.j))
        faced = self._faces(roles, row, light)
        own = {a.i for a in clause.args if a.prep in markers("goal")} if row.act == "assault" else ()  # غارات للتحالف على صنعاء
        told_of_whom = clause.args or row.act == "visit" or roles.ids.get("recipient")        # تعرضت السفارة في بغداد لهجوم
        for a in verb.args:
            if (
                a.role == "prep"
                and a.prep in row.frame.slots
                and a.prep not in light.slots
                and a.i <= charge
                and not (faced and row.frame.slots[a.prep] == "recipient")
                and a.i not in own
                and not (row.act == "assault" and a.prep in markers("goal") and of_raid(a, clause, self.clauses))
                and not (a.prep in markers("in") and row.frame.slots[a.prep] == "recipient" and told_of_whom)
                and row.frame.slots[a.prep] in ("actor", "recipient")
                and not self._hangs_apart(a, clause)
                and not (row.act in ("meet", "call") and self.resolver.of_another(a, clause))
                and not helps(self.resolver.text, a)
                and not is_beyond(row.frame, a, clause, self.resolver.text)
                and not (row.act in SYMMETRIC and (is_house(self.resolver, a, verb) or of_bond(a, clause, self.resolver)))
                and not (row.act == "meet" and (of_land(a, clause, self.resolver) or beyond_it(a, clause, self.resolver)))
                and not (row.frame.id == "restrict" and a.prep in markers("origin") and part_of(a, clause, self.resolver))
                and not (row.frame.id in BACKING and of_backed_deed(a, clause, self.clauses, told=True))
            ):
                roles.add(row.frame.slots[a.prep], self.resolver.ids(a, verb, inner=a.noun is None and a.prep in row.frame.inner), a)

    @staticmethod
    def _faces(roles: Roles, row: Act, light: Light) -> bool:
        """«قوبلت تصريحات ترامب بإدانة»: does the verb that carries an accusation tell whom it is for, so that nobody else is?"""
        told = light.slots.get("subject") == "recipient" or light.slots.get("object") == "recipient"
        return row.act == "accuse" and told and bool(roles.ids.get("recipient"))

    def _judged_only(self, verb: Clause) -> bool:
        """«ندد الأردن بشن غارات»: is the deed but praised or condemned? Who does so isn't its doer."""
        above = self.clauses[verb.governor] if verb.governor is not None else None
        if above is None or not (verb.slot == "object" or verb.slot in markers("charge")):
            return False
        return any(of_act(above.rows, act) for act in ("support", "accuse"))

    def _borrow(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«وصل لافروف إلى بكين للقاء نظيره»: the doer of a nominal act is the subject of the verb before it."""
        if clause.form.suffix or row.key.startswith("act:"):
            return
        if row.act == "meet" and self._struck_at(clause):
            return
        purpose = clause.form.prefix.endswith("ل") and not clause.form.definite
        visited = row.act == "visit" and bool(roles.ids.get("recipient"))        # عاد بومبيو بعد زيارة كوريا الشمالية
        if not (purpose or visited) and any(a.role == "genitive" and a.how != "suffix" and a.mentions for a in clause.args):
            return
        if row.act == "message" and not (purpose or self._inside(clause)):
            return                              # اعتبر كاتس أن القصف رسالة إلى إيران
        for c in reversed(self.clauses):
            if c.sentence != clause.sentence or c.i >= clause.i or c.kind == "noun" or c.subject is None or not c.rows:
                continue
            if c.subject.noun is not None or c.passive:
                continue
            ids = self.resolver.ids(c.subject, c) or self._whose_words(c.subject, c)
            told = self.resolver.names.between(c.i, clause.i) if visited else ()
            if visited and not all(e.startswith(("person:", "unnamed:")) for e in ids):
                return
            if any(m.kind == "person" and not set(m.entities) & set(ids) for m in told):
                return                          # قال لودريان إن خطط ماكرون لزيارة روسيا لم تتغير
            if row.act == "meet" and (self._speaks_of_talks(roles, clause, c) or self._of_a_body(clause, c)):
                return
            if row.act == "call" and not roles.ids:     # «طلب بوتين من ماكرون، خلال اتصال هاتفي، …»
                whom = self.resolver.addressee(c) if clause.slot in markers("there") and not c.relative else None
                if whom is None or len(ids) != 1:
                    return
                roles.add("actor", self.resolver.ids(whom, c), whom)
            if ids and roles.add("actor", ids, c.subject):
                self.told_with = c
            return
        if self._in_a_title(roles, clause):
            return
        if clause.i - clause.start <= 3:
            for c in self.clauses:
                if (
                    c.sentence == clause.sentence
                    and c.i > clause.i
                    and c.kind == "verb"
                    and c.subject is not None
                    and not c.relative
                    and not c.passive
                ):
                    if roles.add("actor", self.resolver.ids(c.subject, c), c.subject):
                        self.told_with = c
                    return

    def _inside(self, clause: Clause) -> bool:
        """«قال بوتين في رسالة إلى كيم»: does what somebody says or does stand in the letter told of?"""
        return clause.form.prefix.endswith("ب") or self.resolver.text.norms[max(clause.i - 1, 0)].removeprefix("و") in markers("there")

    def _speaks_of_talks(self, roles: Roles, clause: Clause, said: Clause) -> bool:
        """«قال ماكرون إن المفاوضات مع إيران ضرورية»: does he who says it speak of the talks of states, in which he isn't a party?"""
        if said.complement is None or not said.complement[0] <= clause.i:
            return False
        between = self.names.between(said.complement[0], clause.i)
        if not clause.form.definite and not any(m.kind in ("group", "unnamed") for m in between):
            return False                        # but «قال ماتيس إن أطرافا من طالبان منفتحة على محادثات مع الحكومة»
        return not any(e.startswith("person:") for e in roles.ids.get("actor", ()))

    def _struck_at(self, clause: Clause) -> bool:
        """«استهدفت الضربة اجتماعا لطالبان», «الهجوم الذي نفذه الجيش على اجتماع»: is the meeting what an attack hits or happens at?"""
        above = self.clauses[clause.governor] if clause.governor is not None else None
        if above is None:
            return False
        if any(a.act == "assault" and holds(a, above, self.text, self.names, self.clauses) for a in candidates(above.rows, above.kind)):
            return True
        told = (above.subject, above.object)
        deeds = [c for c in self.clauses if c.kind == "noun" and c.sentence == clause.sentence and of_act(c.rows, "assault")]
        return any(a is not None and a.i <= c.i < a.j for a in told for c in deeds)

    def _of_a_body(self, clause: Clause, said: Clause) -> bool:
        """«كشف مسؤولان عن عقد اجتماع لمجلس الأمن القومي»: is whose meeting it is told behind ل, so that who tells of it isn't in it?"""
        upon = self.resolver.text.norms[max(clause.i - 1, 0)]       # قال في مستهل اجتماع للحكومة
        inside = clause.slot in markers("there") or upon in markers("there") | markers("part_of_act") | markers("around")
        while said.kind == "noun" and said.governor is not None:
            said = self.clauses[said.governor]
        told = any(t == "say" for t, _ in said.rows) and not inside
        return told and any(a.prep == "ل" and a.i <= clause.j + 2 and a.mentions for a in clause.args)

    def _whose_words(self, words: Argument, clause: Clause) -> list[str]:
        """«جاءت تصريحاته عقب محادثات مع ماس»: he whose words come upon a meeting."""
        whose = self.resolver.whose(words, clause, markers("own_words"))
        return [e for e in whose if e.startswith(("person:", "institution:"))]

    def _in_a_title(self, roles: Roles, clause: Clause) -> bool:
        """«ترامب: الاجتماع مع كوريا الشمالية قريب»: he who opens the title with a colon speaks of his own meeting.

        «كيم في زيارة للصين», «ظريف في موسكو للقاء لافروف»: a title without a verb tells of him who opens it.
        """
        norms, colon = self.resolver.text.norms, clause.i - 1
        if clause.sentence or colon < 1:
            return False
        told = clause.form.prefix in ("ب", "ل") or norms[colon] in markers("in")
        if norms[colon] != ":" and (not told or any(c.kind != "noun" for c in self.clauses if c.sentence == 0 and c.i < clause.i)):
            return False
        m = next((m for m in self.names.mentions if m.i == clause.start and m.j <= colon + told and m.kind == "person"), None)
        if m is None or not told and m.j != colon:
            return False
        return roles.add("actor", list(m.entities), Argument("subject", m.i, m.j))

    def _half(self, argument: Argument, clause: Clause) -> bool:
        """Does it name those who meet, and one of them can't be told («القمة بين ترامب وكيم», مع فلان)?"""
        ids = self.resolver.ids(argument, clause) if argument.prep in markers("company") else ()
        return argument.prep in markers("with") and not ids or argument.prep in markers("between") and len(ids) == 1

    def _between_others(self, clause: Clause) -> bool:
        """«رتب كوشنر اجتماعا بين مسؤولين وشخصيات روسية»: do two meet behind بين, known or one of them not, and nobody else?"""
        two = [a for a in clause.args if a.prep in markers("between")]
        return len(two) == 1 and two[0].pronoun is None and len(self.resolver.ids(two[0], clause)) in (1, 2)

    def _all_with(self, roles: Roles, clause: Clause) -> bool:
        """«مؤتمر صحفي مع نظيريه الإيراني والتركي»: are all who meet told behind مع, so that one who meets them is missing?"""
        met = {e for a in clause.args if a.prep in markers("with") for e in self.resolver.ids(a, clause)}
        return bool(met) and met.issuperset(roles.ids["actor"])

    def _hosted(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«استضاف أردوغان بوتين في قمة»: host and guests meet."""
        above = self.clauses[clause.governor] if clause.governor is not None else None
        if above is None or row.act != "meet" or roles.ids.get("actor") or clause.slot not in markers("there") or clause.form.definite:
            return
        host, guest = above.subject, above.object
        hosts = any(r in acts() and acts()[r].frame.id == "host" for r in above.rows)
        if hosts and above.kind == "verb" and host is not None and guest is not None:
            roles.add("actor", self.resolver.ids(host, above), host)
            roles.add("actor", self.resolver.ids(guest, above), guest)

    def _together_with(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«نفذ العراق ضربات بالتنسيق مع دمشق», «بنت سوريا مفاعلا بمساعدة كوريا الشمالية»: with whose help somebody does a deed."""
        helped = row.key in WITH_HELP and not clause.form.definite and self.resolver.text.raw[self.resolver.text.ends[clause.i] - 1] == "ة"
        helped = helped and any(a.role == "genitive" and a.mentions for a in clause.args)
        together = row.key in TOGETHER and clause.form.definite and any(a.prep in markers("with") for a in clause.args)
        before = [c for c in self.clauses if c.sentence == clause.sentence and c.kind != "noun" and c.i < clause.i]
        verb = before[-1] if before and before[-1].kind == "verb" else None
        if clause.form.prefix[-1:] not in markers("charge") or not (helped or together):
            return
        done = verb is not None and any(t in ("act", "light", "aux") for t, _ in verb.rows) and not any(t == "govern" for t, _ in verb.rows)
        if verb is None or verb.subject is None or verb.passive or not done or self._hangs_on_noun(clause, verb):
            return
        ids = [e for e in self.resolver.ids(verb.subject, verb) if not e.startswith(("unnamed:", "group:"))]
        if helped and ids:
            by = next(a for a in clause.args if a.role == "genitive" and a.mentions)
            roles.ids.clear()
            roles.add("actor", self.resolver.ids(by, clause), by)
            roles.add("recipient", ids, verb.subject)
        elif len(roles.ids.get("actor", ())) == 1 and ids:
            roles.add("actor", ids, verb.subject)

    def _hangs_on_noun(self, clause: Clause, verb: Clause) -> bool:
        """«الالتزام بالتعاون مع كوريا»: is the word right before a definite noun of no name, neither the verb's subject nor its object?"""
        before = clause.i - 1
        own = any(a is not None and a.i <= before < a.j for a in (verb.subject, verb.object))
        named = any(m.i <= before < m.j for m in self.resolver.names.mentions)
        return before >= clause.start and self.resolver.text.norms[before].startswith("ال") and not (named or own)

    def _gathered(self, roles: Roles, clause: Clause) -> None:
        """«اللقاء الذي جمعه بالرئيس»: whom the pronoun of the verb means, where the meeting itself is the noun it tells of."""
        told = clause.object if clause.object is not None and clause.object.how == "relative" else clause.subject
        ending = clause.form.suffix
        if ending not in PRONOUNS or told is None or told.how != "relative" or told.noun is None:
            return
        if any(r in acts() and acts()[r].act == "meet" for r in self.clauses[told.noun].rows):
            whom = Argument("object", clause.i, clause.j, how="suffix", pronoun=PRONOUNS[ending])
            goes_on = clause.subject is not None and clause.subject.how == "dropped" and len(clause.subject.mentions) == 1
            ids = self.resolver.ids(clause.subject if goes_on else whom, clause)
            roles.add("actor", [e for e in ids if e.startswith(("person:", "institution:"))], whom)

    def _visitor(self, clause: Clause, row: Act) -> bool:
        """«زيارة لبكين يلتقي خلالها شي جين بينغ»: who is met on a visit is met by the visitor; True where it is told so."""
        met, told = clause.subject, markers("there")
        if row.act != "meet" or clause.object is not None or met is None or met.how != "after":
            return False
        if not met.mentions and not self.resolver.ids(met, clause):
            return False
        if not any(a.prep in told and (a.pronoun is not None or a.i <= clause.j or a.noun is not None) for a in clause.args):
            return False
        before = [c for c in self.clauses if c.sentence == clause.sentence and c.i < clause.i]
        visits = [c for c in reversed(before) if c.kind == "noun" and of_act(c.rows, "visit")]
        if not visits or self.resolver.text.norms[clause.j].removesuffix("ها") not in told:
            return False
        owners = [a for c in visits for a in c.args if a.role == "genitive" and (a.mentions or a.pronoun is not None)]
        doers = [c.subject for c in reversed(before) if c.kind == "verb" and c.subject is not None and c.subject.mentions]
        own = [a for a in owners[:1] if a in visits[0].args]
        who = next(iter(own or doers or owners), None)
        if who is None or set(self.resolver.ids(who, visits[0])) & set(self.resolver.ids(met, clause)):
            return False
        clause.object, clause.subject = met, msgspec.structs.replace(who, role="subject", how="dropped")
        return True

    def _told_behind(self, roles: Roles, row: Act, clause: Clause) -> None:
        """«محادثات استمرت ساعات مع كيري», «عقوبات تستهدف شركات روسية»: a party behind a verb that goes on telling of the act."""
        for verb in islice(self.clauses, bisect_right(self.clauses, clause.i, key=attrgetter("i")), None):
            if verb.sentence != clause.sentence:
                return
            subject = verb.subject
            carried = self._resumes(verb, clause, row)
            host = any(t == "light" and lights()[r].slots.get("subject") == "host" for t, r in verb.rows)     # هجوم شهدته كابل
            if carried and not host and not roles.ids.get("actor"):
                roles.add("actor", self.resolver.subject(verb), Argument("subject", verb.i, verb.j))
            if not carried and (verb.kind != "verb" or subject is None or subject.how != "relative" or subject.i != clause.i):
                continue
            if row.act == "visit" and INCLUDES in verb.rows and verb.object is not None and not roles.ids.get("recipient"):
                roles.add("recipient", self.resolver.ids(verb.object, verb, places=True), verb.object)      # جولة تشمل السعودية وإسرائيل
            if any(t == "act" for t, _ in verb.rows) or row.act == "coerce" and TARGETS & set(verb.rows):
                hit = TARGETS & set(verb.rows) and row.act in ("sanction", "coerce")
                if hit and subject is not None and not roles.ids.get("recipient"):
                    roles.add("recipient", self.resolver.ids(verb.object, verb, inner=True), verb.object or subject)
                continue
            for a in verb.args:
                if a.role == "prep" and row.act == "visit" and row.frame.slots.get(a.prep) == "recipient":
                    roles.add("recipient", self.resolver.ids(a, verb, places=True), a)      # زيارة كانت مقررة إلى طوكيو
                if a.role == "prep" and row.frame.slots.get(a.prep) == "actor" and a.prep in markers("company") and row.act in SYMMETRIC:
                    if len(roles.ids.get("actor", ())) < 2:
                        roles.add("actor", self.resolver.ids(a, verb), a)

    @staticmethod
    def _resumes(verb: Clause, clause: Clause, row: Act) -> bool:
        """«زيارة كان مقررا أن يجريها»: does a verb that only carries the noun point back to it?"""
        if not verb.relative or not any(t == "light" and row.act in lights()[key].acts for t, key in verb.rows):
            return False
        return any(a is not None and a.i == clause.i and a.pronoun is None for a in (verb.object, *verb.args))

    def _by_the_attack(self, roles: Roles, row: Act, clause: Clause, more: list[Clause], absorbed: list[int]) -> Clause | None:
        """«شنت إسرائيل غارات استهدفت مواقع»: what an attack hit is hit by who waged it; the verb that tells who, where there is one."""
        subject = clause.subject
        if subject is None or subject.how not in ("relative", "after", "before") or roles.ids.get("actor"):
            return None
        for n, attack in enumerate(self.clauses):
            if attack.i != subject.i or attack.kind != "noun" or attack.sentence != clause.sentence:
                continue
            own = next((acts()[r] for r in attack.rows if r in acts() and acts()[r].act == row.act), None)
            if own is None:
                return None
            told = Roles()
            fill(told, own.frame, attack, self.resolver, noun=True)
            carrier = None
            light = self._light(attack, own)
            if light is not None and light[0] != self.clauses.index(clause):
                carrier = self.clauses[light[0]]
                self._lend(told, own, attack, carrier, light[1])
            doers = [e for e in told.ids.get("actor", ()) if e not in roles.ids.get("recipient", ())]
            if doers:
                roles.ids["actor"] = doers
                roles.tokens += told.tokens
            more += [attack, *([carrier] if carrier is not None else [])]
            absorbed.append(n)
            return carrier
        return None

    def _wager(self, roles: Roles, row: Act, attack: Clause, more: list[Clause]) -> None:
        """«قتل مدنيون في غارات شنتها طائرات روسية على إدلب»: he who waged the attack is told by the verb behind its noun."""
        light = self._light(attack, row)
        if light is None or roles.ids.get("actor"):
            return
        verb, told = self.clauses[light[0]], Roles()
        self._lend(told, row, attack, verb, light[1])
        for role, ids in told.ids.items():
            if not roles.ids.get(role):
                roles.ids[role] = [e for e in ids if e not in roles.ids.get("recipient", ())]
        roles.tokens += told.tokens
        more.append(verb)

    def _fired(self, roles: Roles, clause: Clause, absorbed: list[int]) -> None:
        """«قتل ثلاثة بصواريخ أطلقتها حماس», «أدت قذائف أطلقها الجيش إلى مقتل ثلاثة»: who fired what killed them has killed them."""
        for n, c in enumerate(self.clauses):
            fired = c.object
            if c.sentence != clause.sentence or c.kind != "verb" or fired is None or fired.how != "relative" or c.subject is None:
                continue
            word = self.resolver.text.norms[fired.i]
            weapon = not weapons().isdisjoint((bare(word), word.lstrip("بو")))
            if weapon and c.subject.mentions and (clause.governor == n or any(a.i == fired.i for a in clause.args)):
                if roles.add("actor", self.resolver.ids(c.subject, c), c.subject):
                    absorbed.append(n)
                return

    def _ready_for(self, roles: Roles, clause: Clause) -> None:
        """«الأمم المتحدة مستعدة لمساعدة الليبيين»: who is ready to help somebody offers it him."""
        for a in clause.args:
            help_ = self.clauses[a.noun] if a.noun is not None and a.prep in markers("goal") else None
            row = next((acts()[r] for r in help_.rows if r in acts() and acts()[r].act in HELPS), None) if help_ is not None else None
            if help_ is not None and row is not None:
                told = Roles()
                fill(told, row.frame, help_, self.resolver)
                whom = [e for e in told.ids.get("recipient", ()) if e not in roles.ids.get("actor", ())]
                roles.add("recipient", whom, a)
                return

    def _issued(self, roles: Roles, role: str, decree: Argument) -> None:
        """«وقع ترامب قانونا يفرض عقوبات»: what a law does is done by who gave it."""
        if decree.mentions or self.resolver.text.norms[decree.i] not in markers("decree"):
            return
        for c in self.clauses:
            gave = c.kind == "verb" and c.object is not None and c.object.i == decree.i and c.object.how != "relative"
            if gave and c.subject is not None:
                roles.add(role, self.resolver.ids(c.subject, c), c.subject)

    def _behind_another(self, argument: Argument, clause: Clause, verb: Clause) -> bool:
        """«وجه انتقادات لزيارة الأمير إلى رام الله»: another phrase stands between the noun and this one."""
        return any(clause.j <= a.i < argument.i for a in (*clause.args, *verb.args) if a.role == "prep")

    def _hangs_apart(self, argument: Argument, clause: Clause) -> bool:
        """Does a phrase behind the noun hang on another noun («شن غارات دعما لقوات سوريا», «فرض عقوبات بدعم من باريس», «أجرى محادثات
        على هامش لقاء لحلف الناتو»)?"""
        own = any(a.i == argument.i for a in clause.args)
        whose = argument.prep in markers("undergone")
        return any(
            (
                (c.form.tanwin and not own)
                or (c.slot in markers("charge") and of_act(c.rows, "support"))
                or (whose and c.kind == "noun" and of_act(c.rows, "meet"))
            )
            and any(a.i == argument.i for a in c.args)
            for c in self.clauses
            if clause.i < c.i < argument.i and c.sentence == clause.sentence
        )
