"""With whom somebody agrees where the clause doesn't tell: the other of two who have just met, the side of who speaks, the inviter."""

from __future__ import annotations

from ..clauses.model import Clause
from ..clauses.words import markers
from .accusing import BE_DONE
from .draft import Draft
from .known import Known
from .roles import Roles
from .tables import Act

MUTUAL = frozenset(("agree", "reach", "sign"))
GRANTS = frozenset(("act:agree_wafq", "act:agree_qbl", "act:agree_qbl_2"))
ASKED = frozenset(("invite", "request", "agree"))
#: sentences between two who are told of together and what they agree on
SOON = 1


class Agreeing(Known):
    """What a reader of acts knows of agreements."""

    def _with_whom(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«التقى بوتين ترامب … وتم الاتفاق على قمة ثانية»: those who agree are the two told of together right before.

        A noun that only names a deal, and a verb that tells more of one, say nothing of an agreement made here.
        """
        actors = roles.ids.get("actor", [])
        if row.act != "agree" or row.frame.id not in MUTUAL or len(actors) > 1:
            return
        if any(a.prep in markers("company") and (not actors or a.prep in markers("between")) for a in clause.args):
            return
        above = self.clauses[clause.governor] if clause.governor is not None else None
        told = clause if clause.kind == "verb" else above if clause.slot in ("subject", "object") else None
        if told is None or told.form.part != "perfect" or told.relative or told is not clause and BE_DONE not in told.rows:
            return
        if actors and self._behind(roles, clause):
            return
        sentences = self.text.sentences
        low = sentences[max(0, clause.sentence - SOON)][0]
        own = {self.country(e) for e in actors} - {None, "IGO"}
        for token, pair in sorted(self.resolver.pairs, reverse=True):
            if not low <= token < clause.i:
                continue
            homes = [self.country(e) for e in pair]
            if None in homes or len(set(homes)) < 2 or own and not own <= set(homes):
                continue
            if any(self.country(m.entity) not in (None, *homes) for m in self.resolver.names.between(clause.j, clause.end)):
                return  # تم توقيع الاتفاق بعد مفاوضات بين إيران وست دول
            if actors:
                roles.ids["actor"] = [*actors, *(e for e, c in zip(pair, homes, strict=True) if c not in own)]
            elif clause.subject is None or not clause.subject.mentions:
                roles.ids["actor"] = list(pair)
            return

    def _behind(self, roles: Roles, clause: Clause) -> bool:
        """«توصلت حماس إلى اتفاق لوقف إطلاق النار مع إسرائيل»: the other side behind مع, though other nouns stand before it."""
        for c in self.clauses:
            if c.sentence != clause.sentence or c.i <= clause.i:
                continue
            if c.kind != "noun":
                return False
            for a in c.args:
                if a.prep in markers("with") and a.mentions:
                    own = {self.country(e) for e in roles.ids["actor"]}
                    return roles.add("actor", [e for e in self.resolver.ids(a, c) if self.country(e) not in own], a)
        return False

    def _granted(self, drafts: list[Draft]) -> None:
        """«دعا كيم ترامب إلى لقاء … ووافق ترامب على الدعوة»: who accepts agrees with who invited, asked or offered."""
        for d in drafts:
            if d.act != "agree" or d.recipients or d.rows[0] not in GRANTS or d.object is None or not d.actors:
                continue
            if self.text.norms[d.object[0]].removeprefix("ال") not in markers("granted"):
                continue
            mine = {self.country(e) for e in d.actors} - {None}
            asked = [o for o in drafts if o.act in ASKED and o.i < d.i and o.actors and mine & {self.country(e) for e in o.recipients}]
            if asked and not mine & {self.country(e) for e in asked[-1].actors}:
                d.recipients = list(asked[-1].actors)
