"""Who is accused, and by whom, where the clause itself leaves one of them open."""

from __future__ import annotations

from ..clauses.before import CHARGES
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from .charges import charged, is_told
from .filling import fill
from .known import Known
from .roles import EMBASSIES, Roles
from .tables import Act, acts, alike, of_act

BLAMING = frozenset(("blame", "blame_deed"))     # what somebody says of another, told by a clause of its own
HARMFUL = frozenset(("assault", "coerce", "mobilize", "sanction"))
REPLIES = ("say", "reply")
DIRECTS, BE_DONE = ("light", "direct"), ("light", "be_done")
OUTCRY = "noun:accuse_ahtjaj"  # واجه مودي احتجاجات: a protest
UNDER = {
    "sanction": frozenset((("light", "face"), ("light", "sustain"))),
    "accuse": frozenset((("light", "face"), ("light", "undergo"), ("light", "undergo_2"), ("light", "receive_thing"))),
}


class Accusing(Known):
    """What a reader of acts knows of accusers and accused."""

    def public(self, entity: str) -> bool:
        """Is it a state, a body, or somebody of politics, who is accused in public, by whomever?"""
        raise NotImplementedError

    def _accused(self, roles: Roles, clause: Clause, row: Act, more: list[Clause]) -> bool:
        """Does an accusation by nobody told stand («يتهم الأسد بشن هجمات», «على خلفية اتهام موسكو بالتدخل», «يواجه ترامب انتقادات»)?"""
        if row.act != "accuse" or not any(map(self.public, roles.ids.get("recipient", ()))) or row.key.startswith(OUTCRY):
            return False
        if clause.passive and is_told(clause) or any(undergoes(c, row.act) for c in more):
            return True
        if clause.kind != "noun":
            return False
        brought = [c for c in more if DIRECTS in c.rows]
        return any(self._directed(c, clause) for c in brought) if brought else self._of_a_charge(clause)

    def _of_a_charge(self, noun: Clause) -> bool:
        """«اتهام موسكو بالتدخل», «اتهامات لها بالفساد»: does a noun tell whom it accuses and of what, and nobody who does?"""
        by = {a.prep: a for a in reversed(noun.args) if a.role == "prep"}
        genitive = next((a for a in noun.args if a.role == "genitive"), None)
        if CHARGES not in noun.rows or not any(p in markers("charge") for p in by) or noun.object is not None:
            return False
        if self.text.norms[noun.i - 1] in markers("fingers") or noun.slot in markers("charge") | markers("goal") | markers("origin"):
            return False                        # أصابع الاتهام; أدلة تسمح باتهام روسيا
        if genitive is not None:
            return charged(noun, genitive, by) and (genitive.how != "suffix" or self._right_before(noun))
        return any(a.prep in markers("goal") and a.how == "direct" and a.i <= noun.j + 1 for a in by.values())

    def _right_before(self, noun: Clause) -> bool:
        """«عقوبات على إيران بسبب اتهامها بالكذب»: does the one accused, told by a pronoun, stand right before the word for the cause?"""
        before = self.resolver.before_cause(noun)
        return before is not None and before.gender is not None

    def _directed(self, verb: Clause, noun: Clause) -> bool:
        """«وجهت إلى ساركوزي تهم بالفساد», «تم توجيه الاتهام إليه»: is the charge brought, by nobody told?"""
        if verb.form.prefix.endswith("ل") or verb.form.suffix:
            return False                        # الاتهامات التي وجهها إلى طهران
        if any(a.pronoun is not None and a.prep in markers("goal") for a in verb.args):
            return False
        if verb.kind == "noun":                 # no خطوة نادرة بتوجيه انتقادات
            above = self.clauses[verb.governor] if verb.governor is not None else None
            told = above is not None and BE_DONE in above.rows or self.text.norms[verb.i - 1] in markers("upon")
            return told and not any(a.role == "genitive" and a.noun is None for a in verb.args)
        who = verb.subject
        return verb.passive or who is None or who.noun is not None and self.clauses[who.noun] is noun

    def _by_who_punishes(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«قطعت الرياض علاقاتها مع قطر على خلفية اتهامها بدعم الإرهاب»: who punishes somebody over a charge has brought it."""
        if row.act != "accuse" or clause.kind != "noun" or roles.ids.get("actor") or not self._of_a_charge(clause):
            return
        above, slot = self.resolver.above(clause)
        if above is None or slot not in markers("because") or above.subject is None:
            return
        if not any(of_act(above.rows, act) for act in HARMFUL) and not any(t == "light" for t, _ in above.rows):
            return
        hit = {e for a in (above.object, *above.args) if a is not None and a.i < clause.i for e in self.resolver.ids(a, above)}
        if hit & set(roles.ids.get("recipient", ())):
            roles.add("actor", self.resolver.subject(above), above.subject)

    def _answering(self, roles: Roles, clause: Clause) -> None:
        """«نفت روسيا اتهامات بريطانيا بتسميم سكريبال»: who denies, rejects or answers an accusation is the one accused."""
        above = self.clauses[clause.governor] if clause.governor is not None else None
        if above is None or above.passive or clause.slot not in markers("answered_slots"):
            return
        claims = not (CHARGES in clause.rows or ("say", "criticise") in clause.rows)        # رفض القاضي مزاعم المتهم
        answers = ("deny",) if claims else ("deny", "change")
        if any(r == REPLIES and not claims or r in acts() and acts()[r].act == "reject" and acts()[r].mode in answers for r in above.rows):
            roles.add("recipient", self.resolver.subject(above), above.subject or Argument("subject", above.i, above.j))

    def _charged_of(self, charge: Clause) -> Argument | None:
        """«اتهام لندن لموسكو بشن هجوم»: whose deed an accusation, or another verb that says who is to do it, tells of."""
        if charge.kind != "noun" or CHARGES not in charge.rows or charge.object is not None:
            return charge.object
        return next((a for a in charge.args if a.prep in markers("goal") and a.mentions), None)

    def _culprit(self, roles: Roles, clause: Clause, row: Act) -> bool:
        """«أدان الهجوم الإسرائيلي على سوريا»: who did the deed is accused of it, and never whom it was done to; True where a deed is."""
        deeds = False
        for a in (clause.subject if row.frame.id in BLAMING else None, clause.object, *clause.args):
            slot = "object" if a is clause.object else a.prep or a.role if a is not None else ""
            looked_into = row.mode == "investigate" and slot in markers("in")        # تحقق في الهجوم
            if a is None or a.noun is None or not (looked_into or row.frame.slots.get(slot) == "recipient"):
                continue
            deed = self.clauses[a.noun]
            tried = next((g.noun for g in deed.args if g.role == "genitive" and g.noun is not None), None)
            if tried is not None and any(t == "govern" for t, _ in deed.rows):
                deed = self.clauses[tried]      # محاولة اغتيال سكريبال
            harms = [acts()[r] for r in deed.rows if r in acts() and acts()[r].act in HARMFUL]
            bare_noun = not any(a.role == "genitive" for a in deed.args)
            harm = next((h for h in harms if bare_noun and h.key.startswith("noun:")), next(iter(harms), None))
            if harm is None or deed.object is None and any(r[0] == "say" for r in deed.rows):
                continue                        # انتقد نتنياهو تعليق عباس
            deeds, told = deeds or a is clause.object or clause.object is None or looked_into, Roles()
            fill(told, harm.frame, deed, self.resolver, noun=harm.key.startswith("noun:"))
            doers = told.ids.get("actor", [])
            if harm.act == "coerce" and not told.ids.get("recipient"):      # انتقد سجن نبيل رجب
                told.ids["recipient"] = [*told.ids.get("recipient", ()), *(e for e in doers if e.startswith("person:"))]
                doers = [e for e in doers if not e.startswith("person:")]
            hurt = [e for e in told.ids.get("recipient", ()) if e not in doers]
            kept = [e for e in roles.ids.get("recipient", ()) if e not in hurt]
            roles.ids["recipient"] = kept
            roles.add("recipient", [e for e in doers if e not in kept], a)
        return deeds

    def _of_a_move(self, roles: Roles, clause: Clause) -> None:
        """«رفضت تركيا نقل السفارة الأمريكية إلى القدس»: what is said to an embassy's move is said to the state whose embassy it is."""
        for a in (clause.object, *clause.args):
            moved = self.clauses[a.noun] if a is not None and a.noun is not None else None
            if moved is None or not any(r in acts() and acts()[r].frame.id in EMBASSIES for r in moved.rows):
                continue
            house = next((m for b in moved.args if b.role == "genitive" for k in b.mentions if (m := self.names.mentions[k]).country), None)
            if house is not None and house.kind == "institution" and house.country != "IGO":
                told = [e for e in roles.ids.get("recipient", ()) if e.startswith("person:")]        # أدانت قرار ترامب نقل السفارة
                roles.ids["recipient"] = told
                if not told and a is not None and a.how != "apart":
                    roles.add("recipient", [f"state:{house.country}"], a)
                return

    def _heard(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«قدمت إيران شكوى إلى الأمم المتحدة ضد واشنطن»: a court or a body of many states hears a complaint, and is not the one accused."""
        if row.key in alike("complaints"):
            against = {e for a in clause.args if a.prep in markers("against") for e in self.resolver.ids(a, clause)}
            roles.ids["recipient"] = [e for e in roles.ids.get("recipient", ()) if e in against or not self._hears(e)]
            brought = roles.ids.get("actor", [])
            roles.ids["actor"] = brought[:1] + [e for e in brought[1:] if not self._hears(e)]

    def _called_so(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«الوحدات المدعومة من واشنطن، التي تعتبرها أنقرة منظمة إرهابية»: no state or man is called a terrorist organisation."""
        if row.key not in alike("described"):
            return
        norms, bodies, terror = self.text.norms, markers("terror_bodies"), markers("terrorist")
        if any(norms[k] in bodies and norms[k + 1] in terror for k in range(clause.j, min(clause.j + 8, clause.end - 1))):
            roles.ids["recipient"] = [e for e in roles.ids.get("recipient", ()) if not e.startswith(("state:", "person:"))]

    def _hears(self, entity: str) -> bool:
        """Is it a court, or an organisation?"""
        known = self.names.entities.get(entity)
        return known is not None and (known.kind == "organization" or known.sector == "JUD")

    def _mutual(self, roles: Roles, clause: Clause) -> bool:
        """«اتهامات متبادلة بين موسكو وواشنطن»: each accuses the other."""
        between = next((a for a in clause.args if a.prep in markers("between")), None)
        if between is None or not markers("mutual") & set(self.text.norms[clause.i : between.i]):
            return False
        sides = self.resolver.ids(between, clause)
        if len(sides) != 2:
            return False
        roles.ids["actor"], roles.ids["recipient"] = sides[:1], sides[1:]
        return True

    def _blamed(self, roles: Roles, clause: Clause) -> bool:
        """«قالت هيلي إن روسيا مسؤولة عن الهجوم»: who says of another state, or of somebody of it, that it did wrong accuses it."""
        said = [] if clause.relative else self.resolver.speaker(clause.i)
        if any(self.of_the_press(e) for e in said):
            return False
        theirs = {self.country(e) for e in roles.ids.get("recipient", ())} - {None}
        roles.ids["actor"] = said
        return bool(said and theirs) and not theirs & {self.country(e) for e in said}

    def _alleged_by(self, deed: Clause, actors: list[str]) -> list[str]:
        """«انتقدت باريس موسكو لقصفها حلب»: he who blames somebody for what he did says so; [] where nobody does."""
        above = self.clauses[deed.governor] if deed.governor is not None and deed.kind == "noun" and deed.form.suffix else None
        if above is None or deed.slot not in markers("goal") | markers("because") or not of_act(above.rows, "accuse"):
            return []
        return [e for e in self.resolver.subject(above) if e not in actors]


def undergoes(clause: Clause, act: str) -> bool:
    """Is it a verb whose subject an act is done to («يواجه ترامب انتقادات»)?"""
    return not UNDER[act].isdisjoint(clause.rows) and clause.subject is not None and clause.subject.how != "dropped"
