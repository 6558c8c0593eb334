"""Who bids whom to come, help or meet: «بدعوة من أردوغان», «بدعم من روسيا», «دعا كيم ترامب لزيارة بيونغ يانغ»."""

from __future__ import annotations

from ...arabic.clitics import bare
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from ..status.tables import governors
from .draft import Draft
from .known import Known
from .roles import Roles
from .tables import Act, acts, alike, of_act

_CLOSE = 8              # tokens behind the noun of a gain within which those who back it stand
ON_DEMAND = frozenset(("request", "invite", "support"))


class Inviting(Known):
    """Finds the two sides of an invitation, and of the visit or the meeting it is for."""

    bids: list[Draft]

    def _on_demand(self, roles: Roles, clause: Clause, row: Act) -> bool:
        """«عقد المجلس جلسة بطلب من الكويت», «يزور بوتين أنقرة بدعوة من أردوغان»: who asks stands behind من, who does it is asked.

        So too «سيطر الجيش السوري على حلب بدعم من روسيا»: who does it is backed.
        """
        slot = clause.slot or clause.form.prefix[-1:]
        if clause.kind != "noun" or row.act not in ON_DEMAND or slot not in markers("on_demand") or clause.form.definite:
            return False
        if row.act == "support" and (slot not in markers("charge") or row.mode != "endorse"):
            return False
        by = next((a for a in clause.args if a.prep in markers("origin") and a.how != "apart"), None)
        if by is None and row.act == "support" and clause.slot:
            by = next((a for a in clause.args if a.role == "adjective"), None)      # بدعم روسي
        whose = next((a for a in clause.args if a.role == "genitive"), None)
        on = slot in markers("on_demand") - markers("charge") - markers("goal")
        if by is None and on and row.key in alike("asks") and clause.object is None and whose is not None and whose.mentions:
            by, whose = whose, None                 # بناء على طلب الكويت
        if row.key in alike("sides_with") and clause.object is None and whose is not None and whose.mentions and self._at_side(clause):
            by, whose = whose, None                 # بمساندة التحالف
        if by is None or whose is not None:
            return False
        asker = self.resolver.ids(by, clause)
        above, depth = clause, 0
        while above.governor is not None and above.kind == "noun" and depth < 4:
            above, depth = self.clauses[above.governor], depth + 1
        answering = row.act != "support" and above.kind == "noun" and self.text.norms[above.i] in markers("adverbial")  # تلبية لدعوة
        if row.act == "support" or row.act == "request" and above is clause:
            answering = True
        if answering:                           # «جهود تبذلها حماس بدعم من مصر»: who does what is told last is backed
            above = next((c for c in reversed(self.clauses) if c.sentence == above.sentence and c.kind == "verb" and c.i < clause.i), above)
            if row.act == "support":
                above = self._opened(clause, above)
            within = not markers("that").isdisjoint(self.text.norms[above.j : clause.i]) and any(t == "say" for t, _ in above.rows)
            if row.act == "support" and (within or any(t == "govern" and governors()[r].control != "subj" for t, r in above.rows)):
                roles.ids.pop("actor", None)
                return True                     # «اتهم المعارضة بشن هجوم بدعم من واشنطن», «قال إن القوات، بدعم من …»
        if above is clause and row.act == "invite" and clause.i <= clause.start + 1:        # «بدعوة من أردوغان، وصل بوتين إلى أنقرة»
            behind = (c for c in self.clauses if c.sentence == clause.sentence and c.i > clause.i and c.kind == "verb")
            above = next((c for c in behind if of_act(c.rows, "visit") and not c.relative), clause)
        done = self.resolver.subject(above) if above.kind != "noun" else []
        roles.ids.pop("recipient", None)
        roles.ids["actor"] = asker
        owner = self._gains(above, clause) if row.act == "support" else None
        if owner is not None:
            roles.add("recipient", self.resolver.ids(owner, clause), owner)
            return True
        if above.subject is not None and not all(e.startswith("unnamed:") for e in done):
            roles.add("recipient", done, above.subject)
        return True

    def _at_side(self, clause: Clause) -> bool:
        """«تتقدم القوات بمساندة التحالف»: does nothing above take the ب for its own («اتهمه بمساندة المتمردين»)?"""
        above = self.clauses[clause.governor] if clause.governor is not None else None
        for table, key in above.rows if above is not None else ():
            if table == "govern" and clause.slot in governors()[key].slots:
                return False
            if table == "act" and clause.slot in acts()[table, key].frame.slots:
                return False
        return above is not None and clause.slot in markers("charge")

    def _gains(self, above: Clause, clause: Clause) -> Argument | None:
        """«فر الحوثيون مع تقدم الجيش بإسناد من التحالف»: whose gain is told right before those who back him, by its noun."""
        gain = next((c for c in reversed(self.clauses) if c.sentence == clause.sentence and c.i < clause.i), None)
        if gain is None or gain.kind != "noun" or gain.i < above.i or gain is clause or clause.i > gain.j + _CLOSE:
            return None
        by = next((a for a in gain.args if a.prep in markers("agent") and a.i < clause.i), None)      # دحرهم من قبل الجيش بإسناد
        if by is not None or bare(self.text.norms[gain.i]) not in markers("gains"):
            return by
        owners = (a for a in gain.args if a.role == "genitive" and a.how != "suffix" or a.prep in markers("goal"))
        return next((a for a in owners if a.mentions and a.i < clause.i), None)

    def _opened(self, clause: Clause, above: Clause) -> Clause:
        """«القوات اليمنية، بدعم من التحالف، حررت المدينة»: the verb whose subject opens the clause before it; else the one above."""
        first = next((c for c in self.clauses if c.sentence == clause.sentence and c.kind == "verb" and c.i > clause.i), None)
        who = first.subject if first is not None else None
        if first is None or who is None or who.how != "before" or not who.mentions or who.j > clause.i:
            return above
        return first if above is clause or above.i < who.i else above

    def _place_of_meeting(self, roles: Roles, clause: Clause) -> bool:
        """«قمة سنغافورة»: a single place or state behind a meeting is where it is held. False where nobody is left who meets."""
        genitive = next((a for a in clause.args if a.role == "genitive" and a.mentions), None)
        if genitive is None or len(genitive.mentions) != 1 or (clause.object is not None and clause.object.mentions):
            return True
        m = self.names.mentions[genitive.mentions[0]]
        if m.kind not in ("place", "state") or len(m.entities) > 1 or any(
            a.role == "prep" and a.mentions and a.prep in markers("company") and a.i <= genitive.j + 1 for a in clause.args
        ):
            return True
        own = self.resolver.ids(genitive, clause)
        roles.ids["actor"] = [e for e in roles.ids.get("actor", ()) if e not in own]
        return bool(roles.ids["actor"])

    def _one_side(self, roles: Roles, clause: Clause) -> bool:
        """A state and its own organ don't meet each other."""
        actors = roles.ids.get("actor", [])
        countries = {self.country(e) for e in actors}
        if any(a.prep in markers("company") for a in clause.args) and countries <= self._beside_rebels(actors):
            return False                        # محادثات بين كابل وطالبان
        return len(actors) > 1 and len(countries) == 1 and None not in countries and any(e.startswith("state:") for e in actors)

    def _beside_rebels(self, actors: list[str]) -> set[str | None]:
        """The states that somebody of them is, beside one group of the same country, and nobody else («بين كابل وطالبان»)."""
        homes = {self.country(e) for e in actors if e.startswith("group:")}
        return {h for h in homes if sum(self.country(e) == h for e in actors if not e.startswith("state:")) == 1}

    def _guest(self, roles: Roles, visit: Clause, invitation: Clause) -> None:
        """«دعا كيم ترامب لزيارة بيونغ يانغ»: the one invited is the visitor, who invites the host, unless the visit leads elsewhere."""
        guest, host = invitation.object, invitation.subject
        if guest is None or host is None:
            return
        visitors, hosts = self.resolver.ids(guest, invitation), self.resolver.ids(host, invitation)
        if visitors:
            roles.ids["actor"] = visitors
        named = roles.ids.get("recipient", [])
        there = next((a for a in visit.args if a.role == "genitive" and a.mentions), None)
        where = {f"state:{self.country(e)}" for e in self.resolver.ids(there, visit, places=True)} - {"state:None", "state:IGO"}
        if len(where) == 1 and set(named) <= where and not where & {f"state:{self.country(e)}" for e in hosts}:
            roles.ids["recipient"] = sorted(where)          # دعا ترامب المفتشين إلى زيارة إيران
        elif hosts and hosts != visitors and not (named and all(e.startswith("state:") for e in named) and roles.stated):
            roles.ids["recipient"] = hosts

    def _bidden(self, clause: Clause, row: Act) -> Draft | None:
        """«وجه العبادي دعوة إلى ماكرون لزيارة بغداد»: the invitation, told by a noun, that a visit behind it is for."""
        if row.act != "visit" or clause.kind != "noun" or not (clause.form.prefix.endswith("ل") or clause.slot in markers("goal")):
            return None
        for bid in reversed(self.bids):
            if clause.start <= bid.i < clause.i and bid.status == "held" and any(r.startswith("noun:") for r in bid.rows[:1]):
                verbs = [c for c in self.clauses if c.kind == "verb" and bid.i < c.i < clause.i]
                return bid if all(any(t == "light" for t, _ in c.rows) for c in verbs) else None
        return None

    def _paired(self, roles: Roles) -> bool:
        """«ألغى ترامب القمة»: those who call it off met or were to meet one pair of the article; True where there is one such pair."""
        known = set(roles.ids.get("actor", ()))
        pairs = {frozenset(p): p for _, p in self.resolver.pairs if known <= set(p)}
        if len(pairs) != 1:
            return False
        roles.ids["actor"] = list(next(iter(pairs.values())))
        return True

    def _accepted(self, bid: Draft) -> bool:
        """Is the invitation accepted in the same breath («قبل ماكرون دعوة العبادي لزيارة بغداد»)?"""
        return any(
            c.object is not None and c.object.i == bid.i and not c.negated and ("act", "agree_qbl") in c.rows for c in self.clauses
        )
