"""Whom a request is made to where no name tells it: who is to do what is asked, who refuses or grants it, people of no name."""

from __future__ import annotations

from ...arabic.inflect import owner
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from .conditions import does_another
from .roles import Roles
from .sides import ADDRESSING, Sides
from .tables import Act, of_act, publics

ANSWERS = frozenset(("reject", "agree", "concede"))


class Asking(Sides):
    """What a reader of acts knows of requests."""

    def _to_do(self, roles: Roles, k: int, clause: Clause) -> None:
        """«تريد موسكو أن ترفع أوروبا العقوبات», «دعا إلى تحرك من قبل أوروبا»: who is to do what is asked for is asked."""
        by = next((a for a in clause.args if a.prep in markers("agent") and a.mentions), None)
        if by is not None and clause.subject is not None and not clause.passive:
            roles.add("recipient", self.resolver.ids(by, clause), by)
            return
        for c in self.clauses[k + 1 :]:
            if c.sentence != clause.sentence:
                return
            if c.governor == k and does_another(c, self.names) and c.subject is not None:
                roles.add("recipient", self.resolver.ids(c.subject, c), c.subject)
                return

    def _calls_meeting(self, clause: Clause) -> bool:
        """«طلبت روسيا عقد اجتماع», «تدعو إلى قمة»: is a meeting asked for?"""
        deeds = [self.clauses[a.noun] for a in (clause.object, *clause.args) if a is not None and a.noun is not None and a.how != "apart"]
        inner = [self.clauses[a.noun] for c in deeds for a in (c.object, *c.args) if a is not None and a.noun is not None]
        return any(of_act(c.rows, "meet") for c in (*deeds[:1], *inner[:1]))

    def _answered(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«رفضت طالبان دعوة غني إلى تمديد الهدنة», «وافقت لندن على طلب روسيا»: who answers a request was asked by whom it is."""
        above = self.clauses[clause.governor] if clause.governor is not None else None
        if row.act != "request" or above is None or above.kind != "verb" or above.passive or clause.object is not None:
            return
        if clause.slot not in markers("answered_slots") | markers("goal") or not any(of_act(above.rows, act) for act in ANSWERS):
            return
        if not any(a.prep in markers("goal") | markers("charge") for a in clause.args):
            return  # وافق ترامب على دعوة كيم
        whose = next((a for a in clause.args if a.role == "genitive" and (a.mentions or a.pronoun)), None)
        if whose is not None and any(self.names.mentions[k].kind == "unnamed" for k in whose.mentions):
            return  # وافقت الحكومة على دعوة مراقبين
        asker = self.resolver.ids(whose, clause) if whose is not None else []
        asked = [e for e in self.resolver.subject(above) if e not in asker]
        if whose is None or not asker or not asked or above.subject is None:
            return
        roles.ids["actor"] = asker
        roles.ids.pop("recipient", None)
        roles.add("recipient", asked, above.subject)

    def _pressed(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«تبذل مصر جهودا للضغط على إسرائيل», «سافر إلى باريس لحث ماكرون على البقاء»: who does something to ask or press somebody."""
        form, press = clause.form, row.frame.id == "press"
        if row.act != "request" or not (press or form.row in markers("moves")):
            return
        if form.definite and not press or form.suffix or not form.prefix.endswith("ل"):
            return
        before = [c for c in self.clauses if c.sentence == clause.sentence and c.kind == "verb" and c.i < clause.i]
        above = self.clauses[clause.governor] if clause.governor is not None else clause
        above = above if above.kind == "verb" else next(reversed(before), above)
        whom = next((a for a in clause.args if a.role == "genitive" or press and a.prep in markers("duty")), None)
        if above.kind != "verb" or above.passive or above.subject is None or whom is None or whom.how == "suffix":
            return
        asks = self.resolver.ids(above.subject, above)
        asked = self.resolver.ids(whom, clause) or self._public_of(whom, asks)
        if asks and asked and not set(asks) & set(asked):
            roles.ids["actor"], roles.ids["recipient"] = asks, asked

    def _addresses(self, clause: Clause, row: Act) -> bool:
        """«كما دعا المواطنين إلى الهدوء»: is what stands behind the verb people who are asked, and ask nothing?"""
        subject = clause.subject
        if row.frame.id not in ADDRESSING or subject is None or subject.mentions or subject.j != subject.i + 1 or clause.form.number != "s":
            return False
        word = self.text.norms[subject.i]
        own = _own(word)
        if word.startswith("ال") and word.endswith("ون"):
            return False
        return bool(own or word.startswith("ال") and word[2:] in publics())

    def _call_of(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«دعوة السيستاني للعراقيين», «دعوات المجتمع الدولي»: behind the noun stands who calls, to whom behind ل; so behind any plural."""
        whose = next((a for a in clause.args if a.role == "genitive" and a.mentions), None)
        if row.frame.id != "ask" or whose is None or clause.object is not None or roles.ids.get("actor"):
            return
        to = next((a for a in clause.args if a.prep == "ل" and a.how == "direct" and a.noun is None and a.i >= whose.j), None)
        asks = self.resolver.ids(whose, clause)
        asked = (self.resolver.ids(to, clause) or self._public_of(to, asks)) if to is not None else []
        if asked or clause.form.number == "p":
            roles.ids.pop("recipient", None)
            roles.add("actor", asks, whose)
            if to is not None:
                roles.add("recipient", asked, to)

    def _among(self, clause: Clause, row: Act, actors: list[str]) -> list[str]:
        """«طلبت الشرطة البريطانية المساعدة من الجمهور»: people of no name wherever they are addressed."""
        for a in (clause.object, *clause.args):
            slot = "object" if a is clause.object else a.prep if a is not None else ""
            if a is not None and not a.mentions and a.noun is None and row.frame.slots.get(slot) == "recipient":
                if found := self._public_of(a, actors):
                    return found
        return []

    def _public_of(self, addressed: Argument, actors: list[str]) -> list[str]:
        """«دعا ماكرون المواطنين إلى الهدوء»: people of no name, of the state their adjective tells, else of who addresses them."""
        word = self.text.norms[addressed.i]
        if addressed.prep == "ل":
            word = f"ال{word[2:]}" if word.startswith("لل") else word.removeprefix("ل")         # للمواطنين, لأنصاره
        own = _own(word)
        english = publics().get(word.removesuffix(own).removeprefix("ال"))
        definite = own or word.startswith("ال")
        if english is None or not definite and addressed.j == addressed.i + 1:
            return []
        homes = {n[6:] for n in addressed.nations if n.startswith("state:")} or {self.country(e) for e in actors} - {None, "IGO"}
        return [self.resolver.unnamed(english, homes.pop(), addressed.i)] if len(homes) == 1 else []


def _own(word: str) -> str:
    """The pronoun behind a noun for people who are addressed (أنصاره); "" where there is none."""
    own = owner(word)
    return own if word.removesuffix(own) in publics() else ""
