"""Who meets where the noun's own words don't tell: who takes part, whose talks are held in whose town, who awaits whom he is to meet."""

from __future__ import annotations

import msgspec

from ...arabic.clitics import bare
from ...lexicon import load
from ..clauses.model import Clause
from ..clauses.words import markers
from .known import Known
from .roles import SYMMETRIC, Roles
from .tables import Act, alike, of_act

RECEIVES = "act:meet_astqbl"
LEADS = frozenset(("chair", "convene", "take_part", "attend"))         # light verbs of who leads a meeting or sits in it
SITS = frozenset(("take_part", "attend"))
MET = "noun:meet_lqa"
MEETS = frozenset(("act:meet_altqa", "act:meet_ajtme", RECEIVES))
SPOKEN_IN = frozenset(("noun:meet_ajtmae", "noun:meet_qmh"))
LED = SPOKEN_IN | {"noun:meet_mwtmr_3"}


class Meeting(Known):
    """What a reader of acts knows of meetings."""

    told_with: Clause | None

    def of_office(self, entity: str) -> bool:
        raise NotImplementedError

    def _who_meet(self, roles: Roles, clause: Clause, row: Act) -> None:
        """Those who meet, called or agree whom the frame of a noun doesn't reach."""
        if row.act in SYMMETRIC:
            self._dashed(roles, clause)
        if row.act == "meet":
            self._attended(roles, clause)
            self._awaited(roles, clause)
            self._spoken_in(roles, clause, row)

    def _for_his_state(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«قال الجبير: نحن في محادثات مع واشنطن», «مازلنا نناقش مع واشنطن»: who says so speaks of his state's talks with another."""
        actors = roles.ids.get("actor", [])
        people = [e for e in actors if e.startswith("person:")]
        sides = [e for e in actors if e.startswith(("state:", "organization:", "group:"))]
        if len(people) != 1 or not sides or len(people) + len(sides) < len(actors):
            return
        ours = clause.kind == "verb" and clause.form.person == 1 and clause.form.number == "p"
        if row.key in alike("talks"):
            norms, i = self.text.norms, clause.i
            upon = norms[i - 1] in markers("there") and norms[i - 2] not in markers("we") or norms[i - 1] in markers("around")
            title = clause.sentence == 0 and norms[i - 1] == ":"
            said = self.told_with is not None and any(t == "say" for t, _ in self.told_with.rows)
            ours = not upon and (title or said)
        if ours:
            roles.ids["actor"] = [self.resolver.state_of(e) for e in actors]

    def _unreceived(self, roles: Roles, clause: Clause, row: Act) -> bool:
        """«رفضت إيطاليا ومالطا استقبالها»: is nobody known received, so that those who would receive don't meet?"""
        if row.key != RECEIVES or clause.passive:
            return False
        told = self.clauses[clause.governor] if clause.kind == "noun" and clause.governor is not None else clause
        met = {e for a in (clause.object, *clause.args) if a is not None for e in self.resolver.ids(a, clause, inner=True)}
        met = {e for e in met if not e.startswith("state:")}
        return met.difference(self.resolver.subject(told)).isdisjoint(roles.ids.get("actor", ()))

    def _traveller(self, clause: Clause, row: Act) -> None:
        """«قالت المتحدثة إنه في أول زيارة له سيتوجه تيلرسون إلى نجامينا»: whoever stands behind a verb of travel is its subject."""
        who = clause.object
        if row.frame.id != "arrive" or who is None or who.how == "suffix" or who.i != clause.j or clause.subject is None:
            return
        if clause.subject.how not in ("dropped", "before") or clause.passive or not who.mentions:
            return
        m = self.names.mentions[who.mentions[0]]
        if m.kind == "person" or m.form == "office":
            clause.subject, clause.object = msgspec.structs.replace(who, role="subject"), None

    def _interview(self, roles: Roles, clause: Clause) -> bool:
        """«قال ماكرون في لقاء مع صحفيين»: is who is met of the press, on an occasion told by its noun or to one journalist?"""
        press = [e for e in roles.ids.get("actor", ()) if self.of_the_press(e)]
        return bool(press) and (clause.kind == "noun" or any(e.startswith("person:") for e in press))

    def _dashed(self, roles: Roles, clause: Clause) -> None:
        """«قمة ترامب - كيم»: the second of two whom a dash ties."""
        first = next((a for a in clause.args if a.role == "genitive" and len(a.mentions) == 1), None)
        if first is None or first.j >= len(self.text.norms) or self.text.norms[first.j] not in markers("dashes"):
            return
        one, two = self.names.mentions[first.mentions[0]], self.names.starting(first.j + 1)
        if two is None or two.prefix or two.kind != one.kind or two.kind not in ("person", "state"):
            return
        if None in (one.country, two.country) or one.country == two.country:
            return
        if roles.ids.get("actor") == list(one.entities):
            roles.add("actor", list(two.entities), first)

    def _attended(self, roles: Roles, clause: Clause) -> None:
        """«اجتماع بمشاركة مصر والسودان»: several who take part, nobody else told."""
        by = next((a for a in clause.args if a.prep in markers("attended")), None)
        found = self.resolver.ids(by, clause) if by is not None and not roles.ids.get("actor") else []
        if by is not None and len(found) > 1:
            roles.add("actor", found, by)

    def _spoken_in(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«قال لافروف خلال قمة بشأن سوريا»: he who speaks in a meeting sits in it, though nobody else who does is told."""
        verb = self._said_in(clause, row)
        unnamed = all(e.startswith("unnamed:") for e in roles.ids.get("actor", ()))
        who = self.resolver.subject(verb) if verb is not None and unnamed else []
        if verb is None or verb.subject is None or len(who) != 1 or not self.of_office(who[0]):
            return
        if roles.add("actor", who, verb.subject):
            self.told_with = verb

    def _said_in(self, clause: Clause, row: Act) -> Clause | None:
        """The verb of speech whose words are told in a meeting that isn't called after anybody."""
        verb = self.clauses[clause.governor] if clause.kind == "noun" and clause.governor is not None else None
        people = self._with_people(clause)
        slots = markers("there") | markers("after") if people else markers("there")
        met = row.key in SPOKEN_IN or people and row.key == MET
        if verb is None or not met or clause.slot not in slots or clause.form.definite or clause.form.suffix:
            return None
        if any(a.role in ("genitive", "adjective") and (a.mentions or a.inner or a.nations or a.noun is not None) for a in clause.args):
            return None
        return verb if verb.kind == "verb" and not verb.passive and any(t == "say" for t, _ in verb.rows) else None

    def _with_people(self, clause: Clause) -> bool:
        """«التقى الملك عددا من مشايخ القبائل», «لقاء مع مبعوث رفيع»: are those met told only as people of some standing?"""
        company = markers("with") | markers("charge")
        whom = [a for a in (clause.object, *clause.args) if a is not None and (a.role == "object" or a.prep in company)]
        told = next((a for a in whom if a.noun is None and a.pronoun is None), None)
        return told is not None and bare(self.text.norms[told.i]) in markers("holders") | markers("teams") | markers("of_standing")

    def _presides(self, roles: Roles, clause: Clause, row: Act, more: list[Clause]) -> bool:
        """«ترأس عون اجتماعا أمنيا», «شارك ماكرون في قمة المناخ»: does one of office lead a meeting or sit in it, with whom isn't told?"""
        actors = roles.ids.get("actor", [])
        if len(actors) != 1 or not self.of_office(actors[0]):
            return False
        if self.told_with is not None and self.told_with is self._said_in(clause, row):
            return True
        if clause.kind == "verb" and row.key in MEETS:
            return self._with_people(clause)
        if row.key not in LED or clause.form.definite or clause.slot == "subject":
            return False
        if any(a.prep in markers("between") for c in (clause, *more) for a in c.args):
            return False
        return any(t == "light" and k in (LEADS if c.kind == "verb" else SITS) for c in more if not c.relative for t, k in c.rows)

    def _awaited(self, roles: Roles, clause: Clause) -> None:
        """«تحدث الأمير قبيل لقاء ترامب»: he who does something before or after meeting somebody else meets him."""
        if clause.slot not in markers("around") and self.text.norms[max(clause.i - 1, 0)] not in markers("around"):
            return
        if clause.form.definite or clause.form.number != "s" or ("noun", "meet_lqa") not in clause.rows or clause.object is not None:
            return
        whom = next((a for a in clause.args if a.role == "genitive"), None)
        met = roles.ids.get("actor", [])
        if whom is None or whom.how == "suffix" or len(met) != 1 or not met[0].startswith("person:"):
            return
        if any(a.prep in markers("company") for a in clause.args):
            return
        before = [c for c in self.clauses if c.sentence == clause.sentence and c.i < clause.i and c.kind == "verb"]
        verb = self.clauses[clause.governor] if clause.governor is not None else before[0] if len(before) == 1 else clause
        if verb.kind != "verb" or verb.relative or verb.passive or verb.subject is None:
            return
        meets = self.resolver.subject(verb)
        named = len(meets) == 1 and meets[0].startswith("person:") and self.country(meets[0]) not in (None, self.country(met[0]))
        if named and roles.add("actor", meets, verb.subject):
            self.told_with = verb

    def _at_hosts(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«مباحثات الوفد الكويتي في مانيلا», «وصل لافروف إلى القاهرة لإجراء محادثات»: talks of one side alone are with whose town it is in.

        Only where somebody of that state is told of too: many talk in a third one's town.
        """
        actors = roles.ids.get("actor", [])
        homes = {self.country(e) for e in actors}
        if row.key not in alike("talks") or len(homes) > 1 or clause.form.definite:
            return
        if any(a.prep in markers("company") for a in clause.args):
            return
        where = next((a for a in clause.args if a.prep in markers("in") and a.how == "direct" and len(a.mentions) == 1), None)
        verb = self._travels_for(clause)
        if verb is not None:
            actors = actors or self.resolver.subject(verb)
            homes = {self.country(e) for e in actors}
            where = next((a for a in verb.args if a.prep in markers("to_place") and len(a.mentions) == 1), None)
        if where is None or len(homes) != 1 or homes & {None, "IGO"}:
            return
        m = self.names.mentions[where.mentions[0]]
        town = load().get(m.entity)
        seat = town.seat if town is not None and town.seat else ""
        home = m.country if m.kind == "state" else seat[6:] if seat.startswith("state:") else None
        others = {x.country for x in self.names.mentions if x is not m and x.kind in ("state", "institution", "person")}
        if home is None or home in homes or home not in others:
            return
        if verb is not None and verb.subject is not None:
            roles.add("actor", actors, verb.subject)
            self.told_with = verb
        roles.add("actor", [f"state:{home}"], where)

    def _travels_for(self, clause: Clause) -> Clause | None:
        """The journey that talks are the purpose of («وصل إلى القاهرة لإجراء محادثات»)."""
        above = self.clauses[clause.governor] if clause.governor is not None else None
        if above is None or above.kind != "noun" or not above.form.prefix.endswith("ل"):
            return None
        verb = next((c for c in reversed(self.clauses) if c.sentence == clause.sentence and c.i < above.i and c.kind == "verb"), None)
        return verb if verb is not None and of_act(verb.rows, "visit") and not verb.passive else None
