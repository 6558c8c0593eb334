"""Attacks told with their dead: who struck where the clause names only those who died, whom where it names only the place."""

from __future__ import annotations

from ...arabic.clitics import bare
from ...model import Entity
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from .circumstances import place
from .conditions import DEATHS
from .enmity import Enmity
from .filling import fill
from .foes import ATTACKS, LEADS, Foes
from .known import ARMED
from .roles import OFFICE, Roles
from .tables import Act, acts, called, of_act, weapons

RAIDS = ATTACKS | {"fight"}
IN_WORDS = frozenset(("noun:assault_hjwm", "noun:assault_hjwm_2", "noun:assault_hjmh"))


class Attacking(Enmity, Foes):
    """Finds who attacked whom: «قتل جنديان في اشتباكات مع طالبان», «أعلن الجيش مقتل 15 مسلحا»."""

    def _in_attack(self, clause: Clause) -> bool:
        """Does a preposition lead from a death to the attack that brought it (قتل في الهجوم)?"""
        attacks = (self.clauses[a.noun] for a in clause.args if a.noun is not None and a.prep in markers("in_attack"))
        return any(acts()[r].act == "assault" for c in attacks for r in c.rows if r in acts())

    def _worded(self, row: Act, roles: Roles, clause: Clause) -> Act:
        """«شن ترامب هجوما على مولر», «شن دوتيرتي هجوما على الكويت»: a politician's attack on another, or on a state, is one in words."""
        if row.key not in IN_WORDS or not roles.ids.get("actor") or not roles.ids.get("recipient"):
            return row
        by, whom = ([self.names.entities.get(e) for e in roles.ids[role]] for role in ("actor", "recipient"))
        said = all(x is not None and x.kind == "person" and x.sector in OFFICE for x in by)
        people = all(x is not None and x.kind == "person" and x.sector in OFFICE for x in whom)
        own = {self.country(e) for e in roles.ids["actor"]} & {self.country(e) for e in roles.ids["recipient"]} - {None}
        words = said and (people or not own and self._unarmed(whom, clause))
        return row._replace(act="accuse", mode="disapprove") if words else row

    def _unarmed(self, whom: list[Entity | None], attack: Clause) -> bool:
        """Is nothing told of arms, and of nobody who fights, where a single man attacks?"""
        told = {bare(w) for w in self.text.norms[attack.i + 1 : attack.i + 9]}
        fights = any(x is None or x.kind == "group" or x.kind == "institution" and x.sector in ARMED for x in whom)
        return not fights and told.isdisjoint(weapons()) and markers("gas").isdisjoint(self.text.norms[attack.i : attack.i + 9])

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

    def _and_raids(self, roles: Roles, clause: Clause, fight: Clause) -> None:
        """«قتل 12 مسلحا في معارك مع الجيش وغارات للتحالف»: who flew the raids joined to the fight killed them too."""
        ends = {a.j for a in (*clause.args, *fight.args) if a.j > fight.i} | {fight.j}
        for c in self.clauses:
            if c.kind != "noun" or c.i not in ends or c.sentence != clause.sentence or not self.text.norms[c.i].startswith("و"):
                continue
            row = next((acts()[r] for r in c.rows if r in acts() and acts()[r].act == "assault" and acts()[r].frame.id in RAIDS), None)
            if row is None:
                continue
            theirs, foe = Roles(), next((a for a in c.args if a.prep in markers("with")), None)
            if row.frame.id != "fight":
                fill(theirs, row.frame, c, self.resolver, noun=True)
            elif foe is not None:
                theirs.add("actor", self.resolver.ids(foe, c, inner=True), foe)
            hit = roles.ids.get("recipient", ())
            roles.add("actor", [e for e in theirs.ids.get("actor", ()) if e not in hit], Argument("prep", c.i, c.j))

    def _and_kin(self, roles: Roles, clause: Clause) -> None:
        """«تسميم سيرغي سكريبال (66 عاما) وابنته»: whose kin told right behind his name the article names is hit with him."""
        hit, norms = roles.ids.get("recipient", []), self.text.norms
        if len(hit) != 1 or not hit[0].startswith("person:"):
            return
        for m in self.names.between(clause.i, clause.end):
            at = m.j
            if at < clause.end and norms[at] == "(":
                at = next((k + 1 for k in range(at, min(at + 5, clause.end)) if norms[k] == ")"), at)
            if m.entity != hit[0] or at >= clause.end or norms[at] not in markers("and_kin"):
                continue
            kin = (n for n in self.names.mentions if n.kind == "person" and norms[n.i].endswith(norms[at][1:]))
            named = {n.entity for n in kin if norms[n.j - 1] not in markers("duty")} - {m.entity}      # وابنته على المدى
            if len(named) == 1:
                roles.add("recipient", sorted(named), Argument("object", at, at + 1))
            return

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
