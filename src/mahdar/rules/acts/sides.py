"""Who stands on the two sides of an act where the clause itself leaves one of them open."""

from __future__ import annotations

from ...arabic.clitics import bare
from ..clauses.before import CHARGES
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from ..status import Standing
from ..status.tables import governors
from .accusing import Accusing
from .circumstances import place
from .conditions import DEATHS, told_by_others
from .crowds import Crowds
from .custody import Custody
from .draft import Draft
from .enmity import Enmity
from .foes import LEADS, Foes
from .ground import Ground
from .known import ARMED
from .pointing import Pointing
from .roles import VERBAL, Roles
from .tables import Act, acts, alike, called, occupied, of_act, ruling, weapons
from .whole import Whole

IMPERSONAL = frozenset(("free", "judge", "seize", "investigate"))
ADDRESSING = frozenset(("ask", "askfrom", "press", "invite", "thank", "permit", "message"))
VOWED = frozenset(("impose", "tariff"))
OFFICE = frozenset(("GOV", "LEG", "JUD", "PTY"))
IN_WORDS = frozenset(("noun:assault_hjwm", "noun:assault_hjwm_2"))
_FAR = 5                # tokens before a verb in which «وإلا» stands
DECIDED = frozenset(("govern:decide", "govern:decide_done", "govern:announce"))
PUT_TO = ("request", "accuse", "agree", "invite")        # what is put to somebody, who may refuse it
ON_DEMAND = frozenset(("request", "invite", "support"))


class Sides(Accusing, Crowds, Enmity, Foes, Custody, Ground, Whole, Pointing):
    """What a reader of acts knows of actors and recipients beyond the grammar of one clause."""

    bids: list[Draft]

    def _voice(self, clause: Clause, actors: list[str]) -> list[str]:
        """«أكد لافروف أن موسكو ترفض العقوبات»: what a state or its government does in words by its official's mouth is his act."""
        if len(actors) != 1 or not is_state(actors[0]) or self.speech is None or clause.tense == "past":
            return actors
        told = self.speech.chain(clause.i)[:1]
        known = self.names.entities.get(told[0]) if told else None
        if known is None or known.kind != "person" or known.country != self.country(actors[0]):
            return actors
        return [known.id]

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
            if row.act == "support" and any(t == "govern" and governors()[r].control != "subj" for t, r in above.rows):
                roles.ids.pop("actor", None)
                return True                     # «اتهم المعارضة بشن هجوم بدعم من واشنطن»: Washington backs no accuser
        if above is clause and row.act == "invite" and clause.i <= clause.start + 1:        # «بدعوة من أردوغان، وصل بوتين إلى أنقرة»
            behind = (c for c in self.clauses if c.sentence == clause.sentence and c.i > clause.i and c.kind == "verb")
            above = next((c for c in behind if of_act(c.rows, "visit") and not c.relative), clause)
        done = self.resolver.subject(above) if above.kind != "noun" else []
        roles.ids.pop("recipient", None)
        roles.ids["actor"] = asker
        if above.subject is not None and not all(e.startswith("unnamed:") for e in done):
            roles.add("recipient", done, above.subject)
        return True

    def _opened(self, clause: Clause, above: Clause) -> Clause:
        """«القوات اليمنية، بدعم من التحالف، حررت المدينة»: the verb whose subject opens the clause before it; else the one above."""
        first = next((c for c in self.clauses if c.sentence == clause.sentence and c.kind == "verb" and c.i > clause.i), None)
        who = first.subject if first is not None else None
        if first is None or who is None or who.how != "before" or not who.mentions or who.j > clause.i:
            return above
        return first if above is clause or above.i < who.i else above

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

    def _in_attack(self, clause: Clause) -> bool:
        """Does a preposition lead from a death to the attack that brought it (قتل في الهجوم)?"""
        attacks = (self.clauses[a.noun] for a in clause.args if a.noun is not None and a.prep in markers("in_attack"))
        return any(acts()[r].act == "assault" for c in attacks for r in c.rows if r in acts())

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
        return bool(recipients) and len(own) == 1 and official and set(recipients) <= own

    def _by_phone(self, clause: Clause) -> bool:
        """Do this sentence and the one before it tell of a telephone («أجريا اتصالا هاتفيا. وقال الإليزيه إن ماكرون وترامب ناقشا …»)?"""
        low = self.text.sentences[max(0, clause.sentence - 1)][0]
        return not markers("telephone").isdisjoint(self.text.norms[low : clause.end])

    def _worded(self, row: Act, roles: Roles) -> Act:
        """«شن ترامب هجوما على مولر»: a politician's attack on another is one in words."""
        both = [self.names.entities.get(e) for e in (*roles.ids.get("actor", ()), *roles.ids.get("recipient", ()))]
        people = all(x is not None and x.kind == "person" and x.sector in OFFICE for x in both)
        said = row.key in IN_WORDS and len(both) > 1 and people and roles.ids.get("actor") and roles.ids.get("recipient")
        return row._replace(act="accuse", mode="disapprove") if said else row

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
        if clause.kind == "noun" or not (row.frame.id in ADDRESSING or CHARGES in clause.rows):
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
        """Are they people of no name and no office (مصلون, شهود)?"""
        known = self.names.entities.get(entity)
        return entity.startswith("unnamed:") and known is not None and known.sector == "CVL"

    def public(self, entity: str) -> bool:
        """Is it a state, a body, or somebody of politics, who is accused in public, by whomever?"""
        known = self.names.entities.get(entity)
        office = known is not None and not entity.startswith("unnamed:") and known.sector in OFFICE | ARMED
        return office or entity.startswith(("state:", "institution:", "organization:", "group:"))

    def of_office(self, entity: str) -> bool:
        """Is it somebody named who serves a government?"""
        known = self.names.entities.get(entity)
        return entity.startswith("person:") and known is not None and known.sector in OFFICE

    def of_politics(self, entity: str) -> bool:
        """Is it somebody named, or a politician of no name (نائب كويتي), who attacks in words?"""
        known = self.names.entities.get(entity)
        return entity.startswith("person:") or (known is not None and known.sector in ("LEG", "PTY"))

    def _foes(self, roles: Roles, fight: Clause) -> None:
        """«قتل جنديان في اشتباكات مع مقاتلي طالبان»: with whom the dead fought has killed them."""
        if roles.ids.get("actor") or not any(acts()[r].frame.id == "fight" for r in fight.rows if r in acts()):
            return
        foe = next((a for a in fight.args if a.prep in markers("with")), None)
        if foe is not None:
            roles.add("actor", self.resolver.ids(foe, fight, inner=True), foe)

    def _overhead(self, clause: Clause, act: str, actors: list[str]) -> str | None:
        """«اعترضت الدفاعات السورية صاروخين إسرائيليين»: missiles are shot down over the land of who shoots them down."""
        shot = clause.object
        if act != "assault" or clause.kind != "verb" or shot is None or not shot.nations or bare(self.text.norms[shot.i]) not in weapons():
            return None
        homes = {self.country(e) for e in actors} - {None, "IGO"}
        return f"state:{homes.pop()}" if len(homes) == 1 else None

    def _forces(self, entity: str, anybody: bool) -> str:
        """The state whose planes or artillery strike, of people without a name; with `anybody` of whichever people they are."""
        home = self.country(entity) if entity.startswith("unnamed:") else None
        if home in (None, "IGO") or not (anybody or self.names.entities[entity].name.endswith(called("wings"))):
            return entity
        return f"state:{home}"

    def _by_others(self, clause: Clause, row: Act, status: Standing, more: list[Clause]) -> bool:
        """«أعلنت الوزارة قيام إرهابي بتفجير نفسه», «أعلنت الشرطة مقتل جندي»: is the deed another's than his who tells of it?"""
        if any(c.kind == "noun" and a.role == "genitive" and a.how != "suffix" and a.noun is None for c in more for a in c.args):
            return True
        return told_by_others(row, status.rows)

    def _claims(self, clause: Clause, teller: Clause) -> bool:
        """«أعلن الجيش مقتل 15 مسلحا»: an armed force that tells of the death of its enemies has killed them."""
        whom = next((a for a in clause.args if a.role == "genitive"), None)
        if whom is None:
            return False
        band = next((a for a in clause.args if a.prep in markers("origin") and a.i <= whom.j + 1), whom)
        if markers("enemies").isdisjoint(self.text.norms[whom.i : max(whom.j, band.j)]):
            return False
        told = [self.names.entities.get(e) for e in self.resolver.subject(teller)]
        return bool(told) and all(x is not None and x.sector in ARMED for x in told)

    def _told_of(self, roles: Roles, clause: Clause, row: Act, more: list[Clause]) -> None:
        """«كشف الجيش اليمني عن مقتل 500 من مسلحي الحوثي»: the deaths of enemies that an armed force speaks of are its deeds."""
        if clause.governor is None or row.key not in DEATHS or roles.ids.get("actor"):
            return
        above = self.clauses[clause.governor]
        dead = roles.ids.get("recipient", ())
        own = any(e.startswith("institution:") or self._bare(e).endswith(called("forces")) for e in dead)
        if above.negated or own or not any(t == "say" for t, _ in above.rows) or not self._claims(clause, above):
            return
        roles.add("actor", self.resolver.subject(above), above.subject or Argument("subject", above.i, above.j))
        more.append(above)

    def _target(self, roles: Roles, clause: Clause, more: list[Clause]) -> None:
        """Whom an attack hit where only its place is named: the state of the place, unless it is the attacker's own."""
        where = place(self.text, self.names, clause, more, self.clauses)
        home = None
        if any(a.prep in markers("between") for a in clause.args):
            return                              # حرب بين الحكومة والمعارضة: the other side can't be told
        if clause.kind == "noun" and not more and not any(m.entity == where for m in self.names.between(clause.i, clause.end)):
            return                              # تظاهروا في لندن تنديدا بالعدوان
        if where is not None:
            home = where[6:] if where.startswith("state:") else self.country(where)
        own = {self.country(e) for e in roles.ids["actor"]}
        if home not in (None, "IGO") and home not in own:
            roles.ids["recipient"] = [f"state:{home}"]

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

    def _plain_attack(self, clause: Clause, roles: Roles, dead: bool) -> bool:
        """An attack by nobody named counts where it is news itself: a verb with its victims, or a noun in the title or the lead.

        `dead`: its subject are those who died (سقط خمسة قتلى برصاص …).
        """
        victims = roles.ids.get("recipient", [])
        if any(
            a is not None and markers("thousands") & set(self.text.norms[a.i : a.j])
            for a in (clause.object, clause.subject, *(a for a in clause.args if a.role == "genitive"))
        ):
            return False  # the dead of a whole war
        if clause.kind == "noun" and self._led_to_by_nobody(clause):
            return False
        subject = clause.subject
        if clause.kind == "verb" and not (clause.passive or dead) and subject is not None and subject.noun is None and not subject.mentions:
            near = {bare(w) for w in self.text.norms[subject.i : subject.j]}
            if subject.how in ("before", "after", "relative") and not near & weapons():
                return False
        if clause.kind == "verb":
            return any(not e.startswith("state:") for e in victims) or clause.sentence <= 2
        return clause.sentence <= 1 or any(e.startswith(("person:", "unnamed:")) for e in victims)

    def _led_to_by_nobody(self, death: Clause) -> bool:
        """«تسببت الأمطار في مقتل عشرة»: did something that is neither an attack nor a weapon lead to a death?"""
        leads = (c for c in self.clauses if c.sentence == death.sentence and c.i < death.i and not LEADS.isdisjoint(c.rows))
        verb = next((c for c in leads if any(a.i == death.i and a.prep in markers("led_to") for a in c.args)), None)
        what = verb.subject if verb is not None else None
        if what is None or what.mentions or what.how not in ("before", "after"):
            return False
        attack = what.noun is not None and any(of_act(self.clauses[what.noun].rows, act) for act in ("assault", "protest", "coerce"))
        return not attack and {bare(w) for w in self.text.norms[what.i : what.j]}.isdisjoint(weapons())

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


def is_state(entity: str) -> bool:
    """Is it a state, or the government of one (institution:yemeni-government)?"""
    return entity.startswith("state:") or entity.startswith("institution:") and entity.endswith("-government")
