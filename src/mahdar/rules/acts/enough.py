"""Which acts stand though a role their frame needs is told by nobody named."""

from __future__ import annotations

from ...lexicon import load
from ..clauses.model import Clause
from ..clauses.words import markers
from .accusing import undergoes
from .conditions import struck
from .known import Known
from .roles import Roles
from .tables import Act, acts, alike, called, of_act

OWN_DEEDS = frozenset(("protest", "assault", "mobilize"))         # asked of one's own side
HAILED = ("agree", "retreat", "meet")
RISINGS = frozenset(("act:coerce_anqlb", "noun:coerce_anqlab"))


class Enough(Known):
    """What a reader of acts knows of acts with one side."""

    def _accused(self, roles: Roles, clause: Clause, row: Act, more: list[Clause]) -> bool:
        """Does an accusation by nobody told stand?"""
        raise NotImplementedError

    def _presides(self, roles: Roles, clause: Clause, row: Act, more: list[Clause]) -> bool:
        raise NotImplementedError

    def _swept(self, clause: Clause, row: Act, more: list[Clause]) -> bool:
        raise NotImplementedError

    def _takes_a_place(self, clause: Clause) -> bool:
        raise NotImplementedError

    def _enough(self, row: Act, roles: Roles, clause: Clause, more: list[Clause]) -> bool:
        """A summit of one organisation, or the condemnation of an attack by nobody named, are acts all the same."""
        actors = roles.ids.get("actor", [])
        if row.frame.id == "fight" and any(a.prep in markers("between") for a in clause.args):
            return False                        # حرب بين الحكومة والمعارضة: of two sides one can be told
        if row.act == "assault" and actors and any(c.kind == "verb" for c in more):
            return True
        if self._accused(roles, clause, row, more):
            return True
        if row.act == "sanction" and roles.ids.get("recipient") and any(undergoes(c, row.act) for c in more):
            return True                         # تخضع روسيا لعقوبات
        if row.act == "assault" and clause.sentence <= 1 and (struck(self.text, clause) or actors and row.frame.id == "fight"):
            return True
        if row.act in ("coerce", "assault") and actors and (self._swept(clause, row, more) or self._takes_a_place(clause)):
            return True
        if row.key in RISINGS and clause.kind == "noun" and self._rises(roles, clause):
            return True
        if row.act == "request" and actors and clause.kind == "verb" and not clause.relative and clause.sentence <= 2:
            if row.frame.id == "urge":
                return False                    # شدد على ضرورة وقف القتال
            for a in (clause.object, *clause.args):             # دعا إلى إنهاء الحصار
                if a is not None and a.noun is not None and row.frame.slots.get(a.prep or a.role) in ("object", "recipient"):
                    asked = [acts()[r] for r in self.clauses[a.noun].rows if r[0] in ("act", "noun")]
                    return bool(asked) and not any(r.act in OWN_DEEDS and r.frame.id != "expel" for r in asked)
        if row.frame.id == "praise" and actors and clause.kind == "verb":         # رحب بالاتفاق, بالهدنة
            hailed = (a.noun for a in clause.args if a.noun is not None and a.prep in markers("charge") and a.how == "direct")
            return any(self._definite(self.clauses[n]) and any(of_act(self.clauses[n].rows, x) for x in HAILED) for n in hailed)
        if row.act == "meet":
            if self._presides(roles, clause, row, more):
                return True
            of_many = called("gathered")        # of no one state
            met = [e for e in actors if e.startswith("organization:") or e.endswith(of_many) and self.country(e) in (None, "IGO")]
            if clause.kind == "verb" or any(t == "light" for c in more for t, _ in c.rows):     # عقد مجلس الأمن القومي اجتماعا
                met = met or [e for e in actors if e.startswith("institution:") and any(w in e for w in called("councils"))]
            alone = row.key in alike("gatherings") and not self._of_some(clause)
            return bool(met) and alone and (clause.kind == "noun" or clause.object is None)
        if row.act == "accuse" and row.mode == "disapprove" and actors:
            for a in (clause.object, *clause.args):             # أدان الهجوم, ندد بالهجوم, إدانتها للتفجير
                if a is not None and a.noun is not None and (a.role != "prep" or row.frame.slots.get(a.prep) == "recipient"):
                    if any(acts()[r].act == "assault" for r in self.clauses[a.noun].rows if r[0] in ("act", "noun")):
                        return True
        return False

    def _rises(self, roles: Roles, clause: Clause) -> bool:
        """«منذ انقلاب الحوثيين على الشرعية»: a band of fighters seizes power, from the state it rises against where the words tell."""
        actors = roles.ids.get("actor", [])
        band = (self.names.entities.get(actors[0]) or load().entity(actors[0])) if actors else None
        home = band.country if band is not None and band.kind == "group" else None
        against = next((a for a in clause.args if a.prep in markers("duty")), None)
        if band is None or home in (None, "IGO") or roles.ids.get("recipient"):
            return False
        self.names.entities.setdefault(band.id, band)
        if against is not None and not markers("overthrown").isdisjoint(self.text.norms[against.i : against.j]):
            roles.ids["recipient"] = [f"state:{home}"]
        return True

    def _given_up(self, clause: Clause) -> bool:
        """«توقفت كوريا الشمالية عن إجراء تجارب نووية»: is it a deed that somebody does no more?"""
        for _ in range(3):
            if clause.kind != "noun" or clause.governor is None:
                return False
            slot, clause = clause.slot, self.clauses[clause.governor]
            if slot in markers("stands_apart") and of_act(clause.rows, "retreat"):
                return True
        return False

    def _of_some(self, clause: Clause) -> bool:
        """«اجتماع عربي رباعي»: is it a meeting of so many sides, and none of a whole organisation?"""
        return not markers("sided").isdisjoint(self.text.norms[clause.i : clause.j + 2])

    def _definite(self, noun: Clause) -> bool:
        """Is it الاتفاق, or وقف إطلاق النار: definite, or by what stands behind it?"""
        owner = next((a for a in noun.args if a.role == "genitive"), None)
        return noun.form.definite or owner is not None and any(w.startswith("ال") for w in self.text.norms[owner.i : owner.j])
