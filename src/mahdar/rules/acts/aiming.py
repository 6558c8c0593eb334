"""At whom words are aimed where their clause names nobody, and who is no aim of them."""

from __future__ import annotations

from ...arabic.clitics import bare
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from ..status.status import CONSULT
from .agreeing import GRANTS, Agreeing
from .asking import Asking
from .draft import Draft
from .infer import aim
from .roles import Roles
from .sides import ADDRESSING
from .tables import Act, acts, alike, called, of_act

TO_SOMEBODY = frozenset(("warn", "threaten", "investigate"))       # of a noun, aimed at people only, at no thing
OF_TWO = CONSULT | {"agree", "invite", "request"}           # what is accepted of somebody else
CAUTION, CAUTIONS = "noun:threaten_thdhyr", "act:threaten_hdhr"


class Aiming(Asking, Agreeing):
    """Finds the aim of a request, a threat, a refusal, and sees where there is none."""

    def _aimed_at(self, clause: Clause, row: Act, actors: list[str], carried: bool) -> list[str]:
        """Whom an act is aimed at where its own words don't tell; `carried`: a light verb has the noun."""
        if row.frame.id == "order_from":
            return []                           # تلقت الوزارة توجيهات من الرئيس بقطع العلاقات مع إسرائيل
        if row.act == "request" and any(a.prep in markers("goal") and self._home_matter(a) for a in clause.args):
            return []                           # دعا أردوغان إلى انتخابات مبكرة: he calls them
        if clause.kind == "noun" and row.frame.id in TO_SOMEBODY and self._to_somebody(clause, row):
            return []
        if row.frame.id == "table":
            return self._council(clause)
        if row.frame.id == "urge":              # شدد بوتين في مكالمة مع نتنياهو على ضرورة الحوار
            return [e for a in clause.args if a.prep in markers("with") for e in self.resolver.ids(a, clause) if e.startswith("person:")]
        addressed = self._addressed(clause, row)
        found = (row.act != "sanction" and self._told(clause, actors)) or self._of_this(clause, actors)
        if not found and row.act in ("sanction", "threaten"):
            found = self._of_deal(clause, actors)
        request = row.act == "request"
        bare = request and clause.kind == "noun" and not carried       # بناء على طلب روسيا
        meeting = request and clause.kind != "noun" and self._calls_meeting(clause)
        if not found and request and row.frame.id in ADDRESSING:
            found = self._among(clause, row, actors)
        if not found and addressed is not None:
            found = self._beside(addressed) or self._public_of(addressed, actors)
        elif not found and not (bare and row.key.startswith("noun:")) and not self._to_nobody(clause, row):
            close = row.act == "reject" or row.frame.id == "regret" or row.key in alike("described")
            found = aim(clause, self.clauses, self.resolver, actors, self.country, near_only=close)
        if row.mode == "veto":
            found = found or [e for e in self._tabler(clause) if e not in actors]
        if row.mode == "veto" and not found:    # حجبت واشنطن بيانا لمجلس الأمن: kept from the body
            near = (e for a in clause.args if a.role == "prep" for k in (*a.mentions, *a.inner) for e in self.names.mentions[k].entities)
            return [e for e in near if e.startswith("organization:")][:1]
        if meeting:                             # طلبت روسيا عقد اجتماع: of a body
            return [e for e in found if e.startswith("organization:")]
        if found or bare or addressed is not None or row.act not in ("request", "threaten", "sanction"):
            return found
        stops = clause.relative or any(self.text.norms[a.i].removeprefix(a.prep) in markers("stopping") for a in clause.args)
        if row.key in alike("vows") and not self._in_return(clause) or request and not stops:
            return []                           # دعا إلى تحقيق مستقل: nobody tells who is to do it
        return self._counterpart(actors)

    def _to_nobody(self, clause: Clause, row: Act) -> bool:
        """«وافقت كوريا الشمالية على إغلاق الموقع»: is something accepted that nobody else takes part in (but «على مقابلة كيم»)?"""
        deeds = [self.clauses[a.noun] for a in clause.args if a.noun is not None]
        deeds += [self.clauses[a.noun] for c in deeds for a in c.args if a.noun is not None]   # على عقد قمة
        return row.key in GRANTS and not any(of_act(c.rows, act) for c in deeds for act in OF_TWO)

    def _in_return(self, clause: Clause) -> bool:
        """«توعدت موسكو بالرد», «حذر من أن واشنطن سترد»: does a threat say that it answers what the other party did?"""
        words = self.text.norms[clause.j : min(clause.j + 18, clause.end)]
        return not markers("in_return").isdisjoint(w.removeprefix("ب").removeprefix("ال") for w in words)

    @staticmethod
    def _to_somebody(clause: Clause, row: Act) -> bool:
        """«وجه تحذيرا لقادة الدول الموقعة على الاتفاق», «تحقيق مع كريم لصلته بداعش»: is somebody told behind it who can't be named?"""
        slots = row.frame.slots
        return any(slots.get(a.prep) == "recipient" and a.how == "direct" and a.noun is None and a.pronoun is None for a in clause.args)

    def _council(self, clause: Clause) -> list[str]:
        """«قدمت الكويت مشروع قرار»: the council whose draft resolution it is, told in the sentence or nearest before it."""
        there = [m for m in self.names.mentions if m.i < clause.end and m.entity.endswith(called("drafting"))]
        inside = [m for m in there if m.i >= clause.start]
        return [min(inside or there[-1:], key=lambda m: abs(m.i - clause.i)).entity] if there else []

    def _tabler(self, clause: Clause) -> list[str]:
        """«استخدمت موسكو الفيتو لإحباط مشروع قرار صاغته واشنطن»: whose draft resolution is vetoed, told in a relative clause."""
        behind = (c for c in self.clauses if c.sentence == clause.sentence and c.i > clause.i and c.relative)
        tabled = next((c for c in behind if any(r in acts() and acts()[r].frame.id == "table" for r in c.rows)), None)
        return self.resolver.subject(tabled) if tabled is not None else []

    def _home_matter(self, asked: Argument) -> bool:
        """Is it an election or a vote of one's own that is called («دعا إلى انتخابات مبكرة»)?"""
        word = self.text.norms[asked.i]
        return bool({word, bare(word), word.removeprefix(asked.prep)} & markers("home_matters"))

    def _threat(self, draft: Draft) -> bool:
        """«هددت إيران بإغلاق المضيق»: somebody named threatens to do something, to whomever."""
        named = draft.actors and not any(e.startswith("unnamed:") for e in draft.actors)
        clause = next(c for c in self.clauses if c.i == draft.i)
        if not named or draft.act != "threaten" or draft.salience == "body" or draft.object is None or self._at_others(clause):
            return False
        if clause.kind == "participle" and not clause.form.tanwin:
            return False                        # الاتفاق مهدد بالانهيار
        return self.text.norms[draft.object[0]][:1] in markers("charge")

    def _of_his_own(self, row: Act, roles: Roles) -> bool:
        """«حذرت السلطات السكان من الاقتراب»: does somebody warn people of no name of his own land, whom he doesn't threaten?"""
        told, own = roles.ids.get("recipient", []), {self.country(e) for e in roles.ids.get("actor", ())}
        people = all(e.split(":")[-1].startswith(called("locals")) for e in told)
        return row.frame.id == "warn" and bool(told) and people and {self.country(e) for e in told} <= own

    def _cautions(self, clause: Clause, row: Act, more: list[Clause]) -> bool:
        """«رغم تحذيرات واشنطن», «حذر من سقوط الغرب»: is it a warning of something, to nobody, rather than one with consequences?"""
        if row.key == CAUTION:
            return not any(a.prep in markers("goal") for c in (clause, *more) for a in c.args)
        return row.key == CAUTIONS
