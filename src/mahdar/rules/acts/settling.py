"""An act whose parties are found: whether it is told at all, waits for another sentence, or is given up."""

from __future__ import annotations

import msgspec

from ..clauses.model import Clause
from ..clauses.words import markers
from .accusing import BLAMING
from .attempt import Attempt
from .draft import Draft
from .tables import Act
from .trying import Trying

ANSWERED = frozenset(("accuse", "threaten"))
DIPLOMATS = "act:sanction_trd"           # طرد دبلوماسيين روس من لندن
ATTACKS = "act:assault_hajm"


class Settling(Trying):
    """Makes the draft of an attempt, or gives it up."""

    taken: set[int]

    def _try(self, k: int, clause: Clause, row: Act) -> Draft | None:
        """The draft of a row at a clause: one that waits for another of the article is pending; None where it is given up."""
        a = self._begun(k, clause, row)
        if a is None or not (self._lent(a) and self._filled(a)):
            return None
        self._done_by(a)
        self._meeting_whom(a)
        self._deeds_within(a)
        self._by_whom(a)
        self._turned(a)
        if not self._aimed(a):
            return None
        if a.row.frame.id == "regret" and not a.roles.ids.get("recipient"):
            return None                         # أعربت المنظمة عن قلقها إزاء هجوم: whose it is isn't told
        if a.told and a.roles.ids.get("actor"):
            return msgspec.structs.replace(self._drafted(a), told=True, answered=self._told_before(a.clause))
        if self._to_himself(a) or not self._completed(a):
            return None
        return self._settled(a)

    def _drafted(self, a: Attempt, *, pending: bool = False) -> Draft:
        draft = self._draft(a.k, a.clause, a.row, a.roles, a.status, a.rows, a.more)
        draft.pending = pending
        return draft

    def _to_himself(self, a: Attempt) -> bool:
        """Does somebody warn his own people, or accuse his own state?"""
        row = a.row
        by_light = a.clause.kind == "noun" and len(a.rows) > 1        # أعرب الأمير عن استنكار الكويت
        duty = row.frame.id == "must"
        if self._of_his_own(row, a.roles):
            return True
        return (row.act in ("accuse", "threaten") or duty) and self._of_one_state(a.roles, duty or by_light)

    def _completed(self, a: Attempt) -> bool:
        """The side that an attack, an expulsion or a protest leaves open; False where there is no such act."""
        clause, row, roles, more = a.clause, a.row, a.roles, a.more
        if row.key == ATTACKS and roles.ids.get("actor") and all(map(self.of_politics, roles.ids["actor"])):
            row = a.row = row._replace(act="accuse", mode="disapprove")         # a politician attacks another in words
        if (row.act == "assault" or self._swept(clause, row, more)) and roles.ids.get("actor") and not roles.ids.get("recipient"):
            self._target(roles, clause, more)
        expelled = row.frame.id == "expel" and clause.passive or row.key == DIPLOMATS and not clause.form.prefix.endswith("ل")
        if expelled and not roles.ids.get("actor"):
            source = next((x for x in clause.args if x.prep in markers("origin")), None)
            if source is not None:
                roles.add("actor", self.resolver.ids(source, clause, places=True), source)
        if row.frame.id in BLAMING and not self._blamed(roles, clause):
            return False
        if row.act == "protest" and row.mode != "boycott":
            if self._left_in_protest(clause):
                return False
            self._crowd(roles, clause, row, more)
        return True

    def _settled(self, a: Attempt) -> Draft | None:
        """The draft, where the parties it needs are there or may be told elsewhere."""
        clause, row, roles, more = a.clause, a.row, a.roles, a.more
        stands = self._stands(roles, clause, row, more)
        if stands is False:                     # أفرج عنه لاحقا: by whom, his arrest may tell
            return self._drafted(a, pending=True) if self._in_custody(roles, clause, row, a.status) else None
        if self._no_such(a):
            return None
        by_none = row.act == "assault" and not roles.ids.get("actor")          # اشتباكات مع الشرطة: who fights her isn't told
        if by_none and (row.frame.id == "fight" or not self._plain_attack(clause, roles, row.frame.id == "die")):
            if not roles.ids.get("recipient") or a.status.status != "held":
                return None
            return self._drafted(a, pending=True)       # by whom, another attack of the article may tell
        if not any(roles.has(n) for n in row.frame.needs) and not stands and not self._enough(row, roles, clause, more):
            return self._wanting(a)
        if row.act == "sanction" and clause.kind == "verb" and clause.object is not None and clause.object.noun is not None:
            a.absorbed.append(clause.object.noun)       # علقت باكستان التبادل التجاري مع الهند
        if row.frame.id == "leave":                     # إنهاء العمل باتفاق
            left = [x for x in clause.args if x.noun is not None and (x.prep in markers("charge") or x.role == "genitive")]
            a.absorbed += [x.noun for x in left if x.noun is not None and markers("concluded").isdisjoint(self.text.norms[x.i : x.j])]
        self.taken.update(a.absorbed)
        a.row = self._worded(row, roles, clause)
        a.row, a.status = self._vowed(a.row, a.status, roles, (clause, *more))
        return self._drafted(a)

    def _no_such(self, a: Attempt) -> bool:
        """Is it no visit, meeting, message or joint deed after all? (tourists, interviews, worshippers, a state and its own organ)"""
        clause, row, roles = a.clause, a.row, a.roles
        actors = roles.ids.get("actor", [])
        if row.act == "visit" and actors and self._no_visit(clause, row, roles):
            return True
        if row.act == "cooperate" and clause.kind == "noun" and actors and self._all_with(roles, clause):
            return True                         # غارات بتنسيق مع لندن وباريس: whose they are is missing
        if row.act in ("message", "call") and any(map(self.private, roles.ids.get("actor", ()))):
            return True                         # أبلغ المصلون الشرطة
        if row.act == "visit" and roles.ids.get("actor") and all(map(self._of_no_office, roles.ids["actor"])):
            return True                         # زار سياح صينيون بيونغ يانغ
        if row.act != "meet":
            return False
        self._for_his_state(roles, clause, row)
        if self._unreceived(roles, clause, row) or self._interview(roles, clause):
            return True
        if clause.kind == "noun" and not self._place_of_meeting(roles, clause) or self._one_side(roles, clause):
            if clause.kind == "noun":
                self._echo(a.k, clause, row, a.status, a.more)
            return True
        return False

    def _wanting(self, a: Attempt) -> Draft | None:
        """An act that lacks a party it needs: told elsewhere in the article perhaps (pending), an echo of one told there, or given up."""
        clause, row, roles, status = a.clause, a.row, a.roles, a.status.status
        if row.act == "visit" and clause.kind == "noun" and roles.ids.get("actor") and status == "held":
            return self._drafted(a, pending=True)
        answered = row.act in ANSWERED and not a.harm and clause.kind != "noun" and roles.ids.get("actor") and roles.object is not None
        force = status == "held" and (self._shoots(row, roles) or self._takes_ground(clause, row, roles))
        if answered or force or self._waits(row, clause, roles, bool(a.more)):
            return self._drafted(a, pending=True)
        if row.act == "meet" and status == "cancelled" and clause.form.definite and self._paired(roles):
            return self._drafted(a)
        pointed = clause.form.definite or clause.form.suffix or status == "cancelled"
        if clause.kind == "noun" and row.act in ("meet", "visit") and pointed:
            self._echo(a.k, clause, row, a.status, a.more)
        return None
