"""What the drafts of an article tell of each other: the dead of an attack, denials of another's deed, where a visit led."""

from __future__ import annotations

from ..clauses.model import Clause
from ..clauses.words import markers
from .draft import Draft
from .known import Known
from .merge import dates_fit
from .partners import ACTING
from .tables import acts, of_act, publics

#: tokens between a denial and what it denies
NEAR_BY = 7
SAID = frozenset(("accuse", "request", "threaten", "support", "sanction"))       # what a draft resolution may say


class Whole(Known):
    """What a reader of acts knows of its drafts together."""

    def _of_force(self, drafts: list[Draft]) -> None:
        raise NotImplementedError

    def _give_foes(self, drafts: list[Draft]) -> None:
        raise NotImplementedError

    def _give_attackers(self, drafts: list[Draft]) -> list[Draft]:
        raise NotImplementedError

    def _destination(self, visit: Draft, drafts: list[Draft]) -> None:
        """«تأتي زيارة لافروف …»: a visit goes where the visitor met somebody abroad."""
        home = {self.country(e) for e in visit.actors}
        for d in drafts:
            if d.act == "meet" and d.status == "held" and d.place and set(d.actors) & set(visit.actors):
                there = d.place[6:] if d.place.startswith("state:") else self.country(d.place)
                if there not in (None, "IGO") and there not in home:
                    visit.recipients, visit.place = [f"state:{there}"], visit.place or d.place
                    return

    def _one_attack(self, drafts: list[Draft]) -> list[Draft]:
        """«قتل ثلاثة … في قصف»: the dead of an attack told in the same sentence are its victims, no attack of their own."""
        self._of_force(drafts)
        self._give_foes(drafts)
        deaths = [d for d in drafts if d.act == "assault" and not d.actors and any(frames_of(r) == "kill" for r in d.rows)]
        sentence = {}
        for n, (a, b) in enumerate(self.text.sentences if deaths else ()):
            sentence.update(dict.fromkeys(range(a, b), n))
        out = list(drafts)
        for d in deaths:
            for other in drafts:
                if (
                    other is d
                    or other.act != "assault"
                    or other.status != d.status
                    or sentence.get(other.i) != sentence.get(d.i)
                    or other not in out
                    or other.pending and (not other.actors or self._another_attack(other, d))
                    or not markers("in_answer").isdisjoint(self.text.norms[other.j : d.i])       # ضربت سوريا ردا على هجوم قتل سبعين
                    or other in deaths and self._vague(other) and any(e.startswith(("person:", "group:")) for e in d.recipients)
                ):
                    continue
                victims = [e for e in d.recipients if e not in other.actors]
                if victims and not any(e.startswith(("person:", "unnamed:", "group:")) for e in other.recipients):
                    other.recipients = victims
                other.evidence = sorted({*other.evidence, *d.evidence})
                out.remove(d)
                break
        out = self._give_attackers(out)
        self._name_victim(out)
        return [d for d in out if not self._told_again(d, out) and not self._of_another(d, out)]

    def _name_victim(self, drafts: list[Draft]) -> None:
        """«تسميم الجاسوس الروسي … هجوم على سيرغي سكريبال»: the one person hit elsewhere in the article is whom a word for him means."""
        for d in drafts:
            if d.act != "assault" or len(d.recipients) != 1 or not d.recipients[0].startswith("unnamed:"):
                continue
            told = [m for m in self.names.mentions if m.entity == d.recipients[0]]
            home = self.country(d.recipients[0])
            crowd = any(m.number != "s" or self.text.norms[m.i].removeprefix("ال") in publics() for m in told)
            if home is None or not told or crowd:
                continue
            named = {tuple(o.recipients) for o in drafts if self._hits_one(o, d, home) and dates_fit(o, d)}
            if len(named) == 1:
                d.recipients = list(named.pop())

    def _hits_one(self, o: Draft, d: Draft, home: str) -> bool:
        """Are all whom the other attack hits people of that country, whom it names?"""
        same = (o.act, o.status) == (d.act, d.status) and not (o.actors and d.actors and not set(o.actors) & set(d.actors))
        return same and bool(o.recipients) and all(e.startswith("person:") and self.country(e) == home for e in o.recipients)

    def _another_attack(self, a: Draft, d: Draft) -> bool:
        """«هجوم أمريكي ردا على هجوم قتل سبعين»: does another attack stand between the two?"""
        return any(a.j <= c.i < d.i and c.kind == "noun" and of_act(c.rows, "assault") for c in self.clauses) or d.i < a.i

    def _vague(self, d: Draft) -> bool:
        return all(e.startswith("unnamed:") and self.country(e) is None for e in d.recipients)

    def _of_a_claim(self, clause: Clause) -> bool:
        """«نفت روسيا الاتهامات البريطانية»: is what is denied what another claims, and no deed («نفى الجيش استهداف المدنيين»)?"""
        what = clause.subject if clause.passive else clause.object
        told = self.text.norms[what.i : what.j] if what is not None else ()
        return what is not None and (what.how == "relative" or any(w.removeprefix("ال") in markers("claims") for w in told))

    def _of_others(self, d: Draft) -> bool:
        """«نفت موسكو استخدام دمشق الكلور»: does what is denied name others, so that they may be whom the deed is laid to?"""
        mine = {self.country(e) for e in d.actors}
        told = self.names.between(*d.object) if d.object is not None else ()
        return any(m.kind in ACTING and self.country(m.entity) not in mine for m in told)

    def _denies(self, d: Draft, drafts: list[Draft]) -> bool:
        """«نفت برلين أن تكون قد طردت السفير»: a denial that something happened is that event, denied, and no answer to anybody."""
        if (d.act, d.mode) != ("reject", "deny") or d.recipients:
            return False
        near = [o for o in drafts if o.status == "denied" and 0 < o.i - d.i <= NEAR_BY * 3]
        return any(r.startswith("govern:deny") for o in near for r in o.rows)

    def _opposed(self, d: Draft, drafts: list[Draft]) -> bool:
        """«عارض السفير مشروع قرار يدين إيران»: what a draft says isn't said by who opposes it."""
        if d.act not in SAID or self.text.norms[d.i - 1] not in markers("decree"):
            return False
        return any(o.act == "reject" and 0 < d.i - o.i <= NEAR_BY * 3 and o.actors == d.actors for o in drafts)

    def _of_another(self, d: Draft, drafts: list[Draft]) -> bool:
        """«نفى حزب الله استهداف إسرائيل لمواقعه»: who denies what another is said to have done rejects no accusation."""
        if (d.act, d.mode) != ("reject", "deny"):
            return False
        mine = {self.country(e) for e in d.actors}
        denied = [o for o in drafts if o.status == "denied" and 0 < o.i - d.i <= NEAR_BY]
        theirs = {self.country(e) for o in denied for e in o.actors} - {None}
        return bool(theirs) and not mine & theirs

    def _told_again(self, d: Draft, drafts: list[Draft]) -> bool:
        """People of no name hit by nobody named: the victims of another attack of the article, or of none of its matters."""
        if d.act != "assault" or d.actors or not d.recipients or not all(e.startswith("unnamed:") for e in d.recipients):
            return False
        if d.salience in ("body", "background"):
            return True
        return any(o.act == "assault" and o.actors and o.status == d.status for o in drafts)


def frames_of(key: str) -> str:
    """The frame of an act row's key; empty for other rows."""
    table, _, ident = key.partition(":")
    row = acts().get((table, ident))
    return row.frame.id if row is not None else ""
