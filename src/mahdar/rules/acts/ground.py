"""Who loses the ground that somebody takes: the foe he fights in the same article."""

from __future__ import annotations

from collections import Counter

from ...arabic.clitics import bare
from ..clauses.model import Clause
from ..clauses.words import markers
from .conditions import is_told
from .draft import Draft
from .known import Known
from .roles import Roles
from .tables import Act, abroad, alike, taken, targets

ANNEXES = frozenset(("act:coerce_dm", "act:coerce_ahtl"))
SIEGES = frozenset(("act:coerce_hasr", "act:coerce_twq"))
#: sectors of the bodies of another state that ground is taken from
HOLDERS = frozenset(("MIL", "SPY", "COP", "REB", "GOV"))
#: words between who takes ground and from whom
BESIDE = 12
#: the English names of those who take ground for a state, without a name of their own (قوات موالية للحكومة)
FORCES = ("-forces", "-troops", "-army")


class Ground(Known):
    """What a reader of acts knows of ground won and lost."""

    def _takes_ground(self, clause: Clause, row: Act, roles: Roles) -> bool:
        """«سيطرت قوات الجيش على مواقع»: does somebody who fights take a place of no name, whose loser the article may tell?"""
        if row.key not in alike("takes") - SIEGES or not roles.ids.get("actor"):
            return False
        borrowed = clause.subject is not None and clause.subject.how == "dropped" and not clause.form.prefix
        partisan = any(e.startswith("group:") and self._state_like(e) for e in roles.ids["actor"])      # انتزع الحزب الأصوات
        if borrowed or partisan or clause.form.suffix and clause.kind == "verb":
            return False
        start = max(clause.j, clause.subject.j if clause.subject is not None and clause.subject.how == "after" else 0)
        return self._of_the_ground(clause) or is_told(self.text, start, min(start + BESIDE, clause.end), targets())

    @staticmethod
    def _won(d: Draft) -> bool:
        """«سيطر الجيش على مواقع جديدة»: ground that somebody of a name takes is an act though nobody tells who lost it."""
        return d.act == "coerce" and d.rows[0] in alike("takes") - SIEGES and any(not e.startswith("unnamed:") for e in d.actors)

    @staticmethod
    def _of_the_ground(clause: Clause) -> bool:
        """«استولى عليها مسلحون»: does a pronoun behind على stand for the ground, and not for who held it?"""
        return any(a.pronoun is not None for a in clause.args if a.prep in markers("duty"))

    def _losers(self, drafts: list[Draft]) -> None:
        """«استعاد الجيش مواقع في الحديدة»: who takes ground takes it from whom he fights, where no other side of his own is told."""
        for d in drafts:
            if d.rows[0] in ANNEXES and d.actors and not d.recipients:
                beside = (taken().get(m.entity) for m in self.names.between(d.j, min(d.j + BESIDE, self._sentence_end(d.i))))
                d.recipients = [e for e in dict.fromkeys(beside) if e is not None and not self._same_side(e, d.actors)][:1]
            taking = d.act == "coerce" and d.rows[0] in alike("takes") and d.actors
            if taking and any(e.startswith("group:") and e not in d.actors for e in d.recipients):       # حرر الجيش ليبيا من داعش
                d.recipients = [e for e in d.recipients if not e.startswith(("state:", "place:"))]
            if not taking or not all(self._own(e, d.actors) for e in d.recipients):
                continue
            foe = self._foe(d, drafts)
            if foe is None and not d.recipients and all(e.startswith("group:") for e in d.actors):
                home = self.country(d.actors[0])
                foe = f"state:{home}" if home not in (None, "IGO") else None
            if foe is not None:
                d.recipients = [foe]
            else:                               # سيطر الجيش السوري على حلب: from whom isn't told, not from Syria
                held = d.rows[0] not in SIEGES and (not all(e.startswith("group:") for e in d.actors) or bool(self._fronts(d)))
                d.recipients = [e for e in d.recipients if not (held or not e.startswith("state:")) or not self._same_side(e, d.actors)]

    def _own(self, entity: str, actors: list[str]) -> bool:
        """Is it a state (of the place taken), one of those who take it, or people of no name?"""
        return entity.startswith(("state:", "unnamed:")) or self._same_side(entity, actors)

    def _foe(self, d: Draft, drafts: list[Draft]) -> str | None:
        """The one whom the actors fight or the words beside name, else the one group of fighters the article is about.

        People of no name («مسلحون»), and a band of fighters whose front isn't known, take it from nobody the article is about.
        """
        beside = self.names.between(d.j, min(d.j + BESIDE, self._sentence_end(d.i)))
        votes = Counter(m.entity for m in beside if self._from(m.i))
        allies = set(d.actors)
        for x in drafts:
            for ours, theirs in ((x.actors, x.recipients), (x.recipients, x.actors)):
                if any(self._same_side(e, d.actors) for e in ours):
                    allies.update(ours)
                    votes.update(theirs if x.act == "assault" and x.status in ("held", "planned") else ())
        named = Counter(m.entity for m in self.names.mentions if m.kind == "group" and not self._state_like(m.entity))
        sided = any(map(self._sided, d.actors))
        known = self._fronts(d) & set(named)
        front, allies = Counter(known if len(known) == 1 else ()), allies - known
        for told, least in ((votes, 1), (self._told_with(d, allies, sided), 1), (front, 1), (named, 2))[: 4 if sided else 3]:
            best = Counter({e: n for e, n in told.items() if e not in allies and self._fights(e, d.actors)}).most_common(2)
            if len(best) == 1 and self._at_home(best[0][0], d):
                return best[0][0]               # the one band of rebels in a land whose army takes ground
            if best and best[0][1] >= least and (len(best) == 1 or best[0][1] >= 2 * best[1][1]):
                return best[0][0]
        return None

    def _sided(self, entity: str) -> bool:
        """Is it a state or its force («قوات موالية للحكومة»), whose foes an article is about?"""
        return not entity.startswith(("group:", "unnamed:")) or entity.removesuffix(f"-{self.country(entity)}".lower()).endswith(FORCES)

    def _told_with(self, d: Draft, allies: set[str], sided: bool) -> Counter[str]:
        """«سيطرت على مناطق واسعة بعد هجوم على داعش»: the one group named in the sentence, no ally and no word of who the actors are.

        Of a band of fighters (not `sided`) only behind a word of fighting.
        """
        norms, start = self.text.norms, next((a for a, b in self.text.sentences if a <= d.i < b), d.i)
        there = [m for m in self.names.between(start, self._sentence_end(d.i)) if m.kind == "group" and not self._state_like(m.entity)]
        fit = [m for m in there if m.entity not in allies and self._fights(m.entity, d.actors)]
        if not sided or len({m.entity for m in fit}) > 1:
            fit = [m for m in fit if not markers("fought").isdisjoint(norms[max(0, m.i - 4) : m.i])]
        beside = markers("by_support") | markers("close_to") | markers("allies")
        sure = all(beside.isdisjoint(map(bare, (*norms[max(0, m.i - 3) : m.i], *norms[m.j : m.j + 2]))) for m in fit)
        return Counter(m.entity for m in fit) if sure and len({m.entity for m in fit}) == 1 else Counter()

    def _fronts(self, d: Draft) -> frozenset[str]:
        """The groups that those who take the ground are known to fight in their land."""
        return frozenset(foe for e in d.actors if (land := self.country(e)) is not None for foe in abroad(land, frozenset((e,))))

    def _at_home(self, foe: str, d: Draft) -> bool:
        """Is the ground in the land of the foe and of those who take it, who are no group?"""
        land = f"state:{self.country(foe)}"
        return d.recipients == [land] and all(not e.startswith("group:") and f"state:{self.country(e)}" == land for e in d.actors)

    def _state_like(self, entity: str) -> bool:
        """Is it a party or a house, which holds no ground?"""
        known = self.names.entities.get(entity)
        return known is None or known.sector not in ("REB", "MIL") and not entity.endswith("-opposition")

    def _from(self, token: int) -> bool:
        """«من أيدي الحوثيين», «من قبضة داعش»: does من stand before the one named?"""
        helped = not markers("by_support").isdisjoint(self.text.norms[max(0, token - 3) : token])        # بدعم من القوات التركية
        near = not markers("close_to").isdisjoint(bare(w) for w in self.text.norms[max(0, token - 3) : token])     # القريبة من القاعدة
        return not helped and not near and not markers("origin").isdisjoint(self.text.norms[max(0, token - 2) : token])

    def _sentence_end(self, token: int) -> int:
        return next((b for a, b in self.text.sentences if a <= token < b), token)

    def _fights(self, entity: str, actors: list[str]) -> bool:
        """May he be the foe: a group, or a force of another state, and none of the actors' own?"""
        known = self.names.entities.get(entity)
        if known is None or entity in actors or self._same_side(entity, actors):
            return False
        return known.kind == "group" or known.kind == "institution" and known.sector in HOLDERS

    def _same_side(self, entity: str, actors: list[str]) -> bool:
        """Is it one of the actors, or like them of one state and no group?"""
        if entity in actors:
            return True
        if entity.startswith("group:") or entity.startswith("unnamed:"):
            return False
        homes = {self.country(e) for e in actors if not e.startswith(("group:", "unnamed:"))} - {None, "IGO"}
        return self.country(entity) in homes
