"""Who fights whom in an article: an attack that names one side has the other from what the article tells of them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from ..clauses.model import Clause
from ..clauses.words import markers
from .custody import CUSTODY
from .draft import Draft
from .known import Known
from .roles import Roles
from .tables import Act, abroad, called
from .whole import frames_of

BODIES = ("state:", "institution:")
REBELS = "REB"
NOBODIES = frozenset(("group:terrorist-group", "group:armed-groups"))       # called so by those who fight them


class Enmity(Known):
    """What a reader of acts knows of the two sides of a war."""

    def _give_foes(self, drafts: list[Draft]) -> None:
        """«شن الحوثيون هجوما. وقصف التحالف مواقع في صعدة»: who strikes a place strikes those he fights there."""
        attacks = [d for d in drafts if d.act == "assault"]
        for d in attacks:
            if d.actors and (d.ground or not d.recipients and (len(d.actors) == 1 or frames_of(d.rows[0]) != "fight")):
                land = next((self.country(e) for e in d.recipients), None) or self._land(d.place)
                gas = not markers("gas").isdisjoint(self.text.norms[d.i : d.i + 6])         # it hits people of the place
                own = [f"state:{land}"] if land not in (None, "IGO") else []
                d.recipients = d.recipients or own if gas else self._fought(d, attacks, land) or d.recipients

    def _give_attackers(self, drafts: list[Draft]) -> list[Draft]:
        """«قصف الجيش الإسرائيلي غزة … وقتل 60 فلسطينيا»: whom one side alone attacks in an article was hit by that side."""
        attacks = [d for d in drafts if d.act == "assault"]
        for d in attacks:
            if not d.actors and d.recipients and not all(e.startswith("state:") for e in d.recipients):
                gas = self._gassed(d)           # «ضربت واشنطن سوريا ردا على هجوم كيميائي قتل مدنيين»: not by the same
                d.actors = self._attackers(d, [o for o in attacks if not gas or self._gassed(o)])
            elif self._of_gas(d):
                d.pending = False
        return [d for d in drafts if not (d.pending and (d.act == "assault" or d.mode in CUSTODY)) or d.actors and d.recipients]

    def _of_gas(self, d: Draft) -> bool:
        """«الهجوم الكيميائي على دوما»: is it an attack with gas on a place, by nobody told?"""
        here = d.mode == "chemical" or not markers("gas").isdisjoint(self.text.norms[d.i : d.i + 6])
        return d.act == "assault" and d.ground and not d.actors and d.status == "held" and here

    def _gassed(self, d: Draft) -> bool:
        """Is it told of as done with poison gas, in the words right before or behind?"""
        return d.mode == "chemical" or not markers("gas").isdisjoint(self.text.norms[max(0, d.i - 5) : d.i + 6])

    def _waits(self, row: Act, clause: Clause, roles: Roles, carried: bool) -> bool:
        """Is it an attack of somebody named, on whom is told elsewhere? Of two sides behind بين one couldn't be told; «حرب اليمن» is of
        nobody that is named."""
        if row.act != "assault" or not roles.ids.get("actor") or any(a.prep in markers("between") for a in clause.args):
            return False
        if carried or clause.kind != "noun":
            return True
        owner = next((a for a in clause.args if a.role == "genitive" and a.mentions), None)      # غارة جنوب ليبيا
        m = self.names.mentions[owner.mentions[0]] if owner is not None else None
        if m is None or owner is None:
            return row.frame.id != "fight"
        there = m.kind in ("state", "place") and not markers("attack_at").isdisjoint(self.text.norms[clause.i : clause.j])     # هجوم فرنسا
        return row.frame.id != "fight" and m.i == owner.i and not there

    def _land(self, place: str | None) -> str | None:
        return None if place is None else place[6:] if place.startswith("state:") else self.country(place)

    def _allied(self, a: Iterable[str], b: Iterable[str]) -> bool:
        """Do the two lists share somebody, or a state and its forces?"""
        if set(a) & set(b):
            return True
        ours, theirs = ({self.country(e) for e in ids if e.startswith(BODIES)} for ids in (a, b))
        return bool(ours & theirs - {None, "IGO"})

    def _fought(self, d: Draft, attacks: list[Draft], land: str | None) -> list[str]:
        """The one group that the attackers fight: told so elsewhere, in a land where they fight no state, or rebels in their own."""
        sure = [o for o in attacks if o is not d and o.actors and o.recipients and not (o.pending or o.ground)]
        hit = [e for o in sure if self._allied(o.actors, d.actors) for e in o.recipients]
        back = [e for o in sure if self._allied(o.recipients, d.actors) for e in o.actors if e.startswith("group:")]
        told = {e for e in (*hit, *back) if d.pending or e.startswith("group:")} - set(d.actors)
        at_home = any(self.country(e) == land and e.startswith(BODIES) for e in d.actors)
        if told:
            near = {e for e in told if land is None or at_home or self.country(e) in (land, None)}
            one = len(near) == 1 and not self._of_the_state(hit, land) and not all(e.startswith("unnamed:") for e in near)
            return sorted(near) if one else []
        if land is None or self._of_the_state(hit, land):
            return []
        known = abroad(land, frozenset((*d.actors, *(f"state:{self.country(e)}" for e in d.actors))))
        named = {m.entity for m in self.names.mentions if m.kind == "group"} - set(d.actors) - NOBODIES
        fit = {e for e in named if e in known or at_home and self._rebels(e, land)}
        return sorted(fit) if len(fit) == 1 else []

    def _of_the_state(self, hit: Iterable[str], land: str | None) -> bool:
        return any(e.startswith(BODIES) and self.country(e) == land for e in hit)

    def _rebels(self, entity: str, land: str) -> bool:
        known = self.names.entities.get(entity)
        return known is not None and known.sector == REBELS and known.country in (land, None)

    def _attackers(self, d: Draft, attacks: list[Draft]) -> list[str]:
        """The one side that attacks those hit, or a state or force that attacks people of theirs."""
        homes = {self.country(e) or self._land(d.place) for e in d.recipients} - {None, "IGO"}
        armed = any(self._bare(e).endswith(called("fighters")) for e in d.recipients)
        found: list[list[str]] = []
        for o in attacks:
            if o is d or not o.actors or not o.recipients or o.pending:
                continue
            named = {e for e in o.recipients if not e.startswith("unnamed:") or self.country(e) is not None}
            kin = homes & {self.country(e) for e in o.recipients if self._kin(e, o, armed)}
            here = o.place is not None and o.place == d.place or all(e.startswith(BODIES) for e in o.actors)
            same = named & set(d.recipients) or kin and here
            if same and not self._allied(o.actors, d.recipients) and not any(self._allied(o.actors, f) for f in found):
                found.append(o.actors)
        if len(found) != 1 or any(e.startswith(("unnamed:", "person:")) for e in found[0]):
            return []
        own = homes & {self.country(e) for e in found[0]} and any(self._bare(e).endswith(called("forces")) for e in d.recipients)
        return [] if own else list(found[0])

    def _kin(self, entity: str, o: Draft, armed: bool) -> bool:
        """May those hit elsewhere be of one people, or of one band of rebels, with these?"""
        return entity.startswith("group:") if armed else entity.startswith("unnamed:") or o.ground

    def _bare(self, entity: str) -> str:
        return entity.removesuffix(f"-{(self.country(entity) or '').lower()}")
