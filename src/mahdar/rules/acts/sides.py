"""Who stands on the two sides of an act where the clause itself leaves one of them open."""

from __future__ import annotations

from ...arabic.clitics import bare
from ..clauses.before import CHARGES
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from ..status import Standing
from .accusing import Accusing
from .attacking import Attacking
from .conditions import told_by_others
from .crowds import Crowds
from .inviting import Inviting
from .known import ARMED
from .pointing import Pointing
from .roles import OFFICE, VERBAL, Roles
from .tables import Act, occupied, of_act, ruling
from .whole import Whole

IMPERSONAL = frozenset(("free", "judge", "seize", "investigate"))
ADDRESSING = frozenset(("ask", "askfrom", "press", "invite", "thank", "permit", "message"))
VOWED = frozenset(("impose", "tariff"))
_FAR = 5                # tokens before a verb in which «وإلا» stands
DECIDED = frozenset(("govern:decide", "govern:decide_done", "govern:announce"))
PUT_TO = ("request", "accuse", "agree", "invite")        # what is put to somebody, who may refuse it


class Sides(Accusing, Crowds, Attacking, Inviting, Whole, Pointing):
    """What a reader of acts knows of actors and recipients beyond the grammar of one clause."""

    def _voice(self, clause: Clause, actors: list[str]) -> list[str]:
        """«أكد لافروف أن موسكو ترفض العقوبات»: what a state or its government does in words by its official's mouth is his act."""
        if len(actors) != 1 or not is_state(actors[0]) or self.speech is None or clause.tense == "past":
            return actors
        told = self.speech.chain(clause.i)[:1]
        known = self.names.entities.get(told[0]) if told else None
        if known is None or known.kind != "person" or known.country != self.country(actors[0]):
            return actors
        return [known.id]

    def _impersonal(self, clause: Clause, row: Act) -> bool:
        """«أفرج عنه», «حكم عليهما», «قبض عليه»: masculine, no subject of its own, the one it is done to behind its preposition."""
        form = clause.form
        if row.frame.id not in IMPERSONAL or (form.part, form.gender, form.number, form.suffix) != ("perfect", "m", "s", ""):
            return False
        if clause.object is not None or (clause.subject is not None and clause.subject.how != "dropped"):
            return False
        judged = row.frame.id == "judge" and clause.subject is None       # حكم على البرغوثي بالسجن
        return any(
            (a.pronoun is not None and a.i == clause.j or judged and a.mentions and a.i <= clause.j + 1)
            and row.frame.slots.get(a.prep) == "recipient"
            for a in clause.args
        )

    def _by_agent(self, clause: Clause, row: Act) -> bool:
        """«قتل ثلاثة من قبل مسلحين»: who does it stands behind the verb; not where it is the doer of a deed the verb tells of
        («أدانت الكويت إطلاق صواريخ من قبل الحوثيين», «دعا إلى تحرك من قبل المجتمع الدولي»).
        """
        alone = markers("unilateral")  # من جانب واحد
        by = next((a for a in clause.args if a.prep in markers("agent") and self.text.norms[a.i] not in alone), None)
        if by is None or clause.form.voice == "active":
            return False
        if row.act in VERBAL and (clause.subject is None or by.i - by.prep.count(" ") - 1 > clause.subject.j):
            return False
        return not any(a is not None and a.noun is not None and clause.j <= a.i < by.i for a in (clause.object, *clause.args))

    def _beside(self, addressed: Argument) -> list[str]:
        """Who hangs on the words for somebody who can't be told (مساعدي الأمير)."""
        own = [m for m in (self.names.mentions[k] for k in addressed.inner) if self.text.norms[m.i - 1] not in markers("no_aim")]
        if bare(self.text.norms[addressed.i]) in ruling():
            return [self.resolver.state_of(e) for m in own for e in m.entities]         # دعا كوربن حكومة ماي
        return [e for m in own for e in m.entities] or [
            n for n in addressed.nations if n.startswith("state:")
        ]

    def _of_one_state(self, roles: Roles, duty: bool = False) -> bool:
        """Would a state or its body accuse the state itself (مطالبة السفارة الروسية … باللوم على موسكو)? Then somebody else does."""
        actors, recipients = roles.ids.get("actor", []), roles.ids.get("recipient", [])
        own = {f"state:{self.country(e)}" for e in actors}
        official = duty or all(e.startswith(("state:", "institution:")) or self.of_office(e) for e in actors)
        states = all(map(is_state, actors))     # أنقرة تتهم الحكومة التركية
        told = {f"state:{self.country(e)}" if states and is_state(e) else e for e in recipients}
        return bool(recipients) and len(own) == 1 and official and told <= own

    def _by_phone(self, clause: Clause) -> bool:
        """Do this sentence and the one before it tell of a telephone («أجريا اتصالا هاتفيا. وقال الإليزيه إن ماكرون وترامب ناقشا …»)?"""
        low = self.text.sentences[max(0, clause.sentence - 1)][0]
        return not markers("telephone").isdisjoint(self.text.norms[low : clause.end])

    def _gathers_by_phone(self, clause: Clause) -> bool:
        """«مكالمة جمعت ترامب بالملك»: is what brings them together a telephone call?"""
        told = clause.subject
        return told is not None and told.how == "relative" and not markers("telephone").isdisjoint(self.text.norms[told.i : told.j])

    def _vowed(self, row: Act, status: Standing, roles: Roles, told: tuple[Clause, ...]) -> tuple[Act, Standing]:
        """«قال ترامب إن واشنطن ستفرض عقوبات على إيران»: who says that his own side will punish somebody threatens him."""
        verb = next((c for c in told if c.kind == "verb"), None)
        if row.act != "sanction" or status.status != "planned" or verb is None or verb.tense != "future":
            return row, status
        if row.mode not in VOWED and markers("or_else").isdisjoint(self.text.norms[max(verb.start, verb.i - _FAR) : verb.i]):
            return row, status
        said = self.resolver.speaker(verb.i)
        if not said or not {self.country(e) for e in said} & ({self.country(e) for e in roles.ids.get("actor", ())} - {None}):
            return row, status
        roles.ids["actor"] = said
        return row._replace(act="threaten", mode="restrict"), status._replace(status="held", detail=None)

    def _spurned(self, roles: Roles, clause: Clause) -> None:
        """«رفضت طهران التفاوض مع واشنطن», «رفضت دعوات من الأمم المتحدة»: with whom somebody refuses to talk, whose request."""
        deed = self.clauses[clause.object.noun] if clause.object is not None and clause.object.noun is not None else None
        put = deed is not None and any(of_act(deed.rows, x) for x in PUT_TO)
        for a in deed.args if deed is not None and put else ():
            if deed is not None and a.prep in markers("origin") | markers("agent") and a.i == deed.j + a.prep.count(" ") + 1 and a.mentions:
                roles.add("recipient", self.resolver.ids(a, clause), a)
                return
        for a in deed.args if deed is not None else ():
            if a.prep in markers("with") and a.mentions:
                roles.add("recipient", self.resolver.ids(a, clause), a)

    def _addressed(self, clause: Clause, row: Act) -> Argument | None:
        """Somebody addressed who can't be told («حضت واشنطن حلفاءها على فرض عقوبات على إيران»): then nobody else is."""
        if clause.kind == "noun" or not (row.frame.id in ADDRESSING or row.frame.id == "threaten" or CHARGES in clause.rows):
            return None
        for a in (clause.object, *(a for a in clause.args if a.role == "prep")):
            slot = "object" if a is clause.object else a.prep if a is not None else ""
            if a is None or row.frame.slots.get(slot) != "recipient" or a.how == "relative" or a.pronoun is not None:
                continue
            if any(b.mentions and clause.j <= b.i < a.i for b in clause.args):
                continue
            last = clause.subject.j if clause.subject is not None and clause.subject.how == "after" else clause.j
            near = a.i <= max(last, clause.j + 3) and self.text.kinds[a.i] == "W"
            if near and a.noun is None and not a.mentions and not self._nothing(a):
                return a
        return None

    def _at_others(self, clause: Clause) -> bool:
        """«عقوبات على الشركات التي تتعامل مع إيران»: is it done to people told only by what they do, and not to who stands there?"""
        deeds = [clause, *(self.clauses[a.noun] for a in (clause.object, *clause.args) if a is not None and a.noun is not None)]
        for a in (a for c in deeds for a in c.args):
            named = a.mentions or a.inner or a.noun is not None or a.pronoun is not None
            if not named and (a.prep in markers("duty") or a.role == "genitive") and a.j < len(self.text.norms):
                behind = self.text.norms[a.j]
                if behind in markers("relatives") or behind in markers("with") and self.text.norms[a.j - 1] in markers("dealing"):
                    return True
        return False

    def _nothing(self, argument: Argument | None) -> bool:
        """No object, or an adverb taken for one (مرارا)."""
        return argument is None or (
            not argument.mentions
            and argument.noun is None
            and argument.j - argument.i == 1
            and argument.how == "after"
            and self.text.norms[argument.i].endswith("ا")
            and not (self.text.norms[argument.i].startswith("ال") or self.text.norms[argument.i].endswith("ها"))
        )

    def _on_purpose(self, roles: Roles, clause: Clause) -> None:
        """«تدخلت روسيا لدعم الأسد»: he who does something to support somebody supports him, who stands in the genitive or behind ل."""
        form = clause.form
        if form.definite or form.suffix or not (clause.slot in markers("purpose") or form.tanwin) or clause.governor is None:
            return
        above = self.clauses[clause.governor]
        helped = next((a for a in clause.args if a.role == "genitive" and a.how != "suffix"), None)
        helped = helped or next((a for a in clause.args if a.prep in markers("goal")), None)
        helps = self.resolver.ids(above.subject, above) if above.kind == "verb" and not above.passive else []
        ids = self.resolver.ids(helped, clause, inner=True) if helped is not None else []
        if helped is not None and not (helped.mentions or helped.inner):
            return
        if not helps or not ids or set(ids) & set(helps) or above.subject is None or helped is None:
            return
        roles.ids.pop("actor", None)
        roles.ids.pop("recipient", None)
        roles.add("actor", helps, above.subject)
        roles.add("recipient", ids, helped)

    def _of_embassy(self, roles: Roles, clause: Clause) -> None:
        """«نقل السفارة الأمريكية إلى القدس»: an embassy is moved or opened by its state, and is that to who rules the place."""
        for a in clause.args:
            towns = a.mentions or a.inner  # في القدس, في مدينة القدس
            there = self.names.mentions[towns[0]].entity if a.role == "prep" and towns else None
            if there in occupied() and not roles.ids.get("recipient"):
                roles.add("recipient", [occupied()[there]], a)
        for moved in (clause.object, *(a for a in clause.args if a.role == "genitive")):
            house = self.names.mentions[moved.mentions[0]] if moved is not None and moved.mentions else None
            if house is not None and house.kind == "institution" and house.country not in (None, "IGO"):
                roles.ids["actor"] = [e for e in roles.ids.get("actor", ()) if e not in house.entities] or [f"state:{house.country}"]

    def _decided(self, roles: Roles, status: Standing) -> None:
        """«قرار ترامب انسحاب واشنطن من الاتفاق»: what a state does as its official decided is his deed."""
        if status.doer is None or status.who != "subject" or DECIDED.isdisjoint(status.rows):
            return
        who = self.resolver.subject(self.clauses[status.doer])
        if len(who) == 1 and self.of_office(who[0]) and {self.country(e) for e in roles.ids.get("actor", ())} == {self.country(who[0])}:
            roles.ids["actor"] = who

    def _charged(self, roles: Roles, clause: Clause, row: Act, status: Standing) -> None:
        """«اتهم المغرب إيران بدعم البوليساريو»: the deed of who is charged is done to the one in the genitive."""
        if row.act not in ("support", "aid") or status.doer is None or status.who != "object" or clause.form.suffix or clause.form.definite:
            return
        helped = next((a for a in clause.args if a.role == "genitive" and a.how != "suffix"), None)
        actors = roles.ids.get("actor")
        if helped is not None and helped.mentions and clause.object is None and actors and not roles.ids.get("recipient"):
            if actors == self.resolver.ids(helped, clause):
                roles.ids["recipient"] = roles.ids.pop("actor")

    def private(self, entity: str) -> bool:
        """Are they people of no name and no office (مصلون, شهود), nor sent by an organisation (خبراء الأمم المتحدة)?"""
        known = self.names.entities.get(entity)
        return entity.startswith("unnamed:") and known is not None and known.sector == "CVL" and known.country != "IGO"

    def _of_no_office(self, entity: str) -> bool:
        """Is it somebody who holds no public office, named or not («وصل الجهادي إلى العراق»), whose journeys are his own?"""
        known = self.names.entities.get(entity)
        named = entity.startswith("person:") and known is not None and known.sector in (None, "", "CVL")
        return named or self.private(entity)

    def public(self, entity: str) -> bool:
        """Is it a state, a body, or somebody of politics, who is accused in public, by whomever?"""
        known = self.names.entities.get(entity)
        office = known is not None and not entity.startswith("unnamed:") and known.sector in OFFICE | ARMED
        return office or entity.startswith(("state:", "institution:", "organization:", "group:"))

    def of_office(self, entity: str) -> bool:
        """Is it somebody named who serves a government?"""
        known = self.names.entities.get(entity)
        return entity.startswith("person:") and known is not None and known.sector in OFFICE

    def _by_others(self, clause: Clause, row: Act, status: Standing, more: list[Clause]) -> bool:
        """«أعلنت الوزارة قيام إرهابي بتفجير نفسه», «أعلنت الشرطة مقتل جندي»: is the deed another's than his who tells of it?"""
        if any(c.kind == "noun" and a.role == "genitive" and a.how != "suffix" and a.noun is None for c in more for a in c.args):
            return True
        return told_by_others(row, status.rows) or row.mode == "resign" and self._anothers_office(clause)

    def _told(self, clause: Clause, actors: list[str]) -> list[str]:
        """«أبلغ كيم لافروف أنه ملتزم …»: what is told to somebody is aimed at him."""
        if clause.governor is None or clause.slot not in markers("that"):
            return []
        teller = self.clauses[clause.governor]
        for a in (teller.object, *(a for a in teller.args if a.prep in markers("goal"))):
            if a is not None and (a.mentions or a.pronoun):
                said = self.speech.chain(clause.i) if self.speech is not None else ()
                ids = [e for e in self.resolver.ids(a, teller) if e not in actors and e not in said]
                if ids:
                    return ids
        return []

    def _counterpart(self, actors: list[str]) -> list[str]:
        """The one other country the article is about, where it stands out: whom its verbal acts are aimed at."""
        own = {self.country(e) for e in actors} - {None}
        count: dict[str, int] = {}
        for m in self.names.mentions:
            c = m.country or self.country(m.entity)
            if c and c not in own and c != "IGO" and m.kind in ("state", "institution", "person", "group"):
                count[c] = count.get(c, 0) + 1
        best = sorted(count, key=lambda c: (-count[c], c))[:2]
        if own and best and count[best[0]] >= 3 and (len(best) == 1 or count[best[0]] >= 2 * count[best[1]]):
            return [f"state:{best[0]}"]
        return []

def is_state(entity: str) -> bool:
    """Is it a state, or the government of one (institution:yemeni-government)?"""
    return entity.startswith("state:") or entity.startswith("institution:") and entity.endswith("-government")
