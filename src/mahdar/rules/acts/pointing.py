"""Whose deed is meant by words that point back to what was just told (هذه الخطوة, هذا القصف), and with whom a deal was (الاتفاق)."""

from __future__ import annotations

from collections import Counter

from ...arabic.clitics import bare
from ..clauses.model import Clause
from ..clauses.nations import nations
from ..clauses.words import markers
from .known import Known
from .tables import acts, of_act

_NEAR = 8       # tokens behind a verb within which it tells of a deal


class Pointing(Known):
    """What a reader of acts knows of words that point back."""

    def _of_this(self, clause: Clause, actors: list[str]) -> list[str]:
        """«قرر كيم وقف التجارب. ورحبت واشنطن بهذه الخطوة»: who did what the words point to, told right before."""
        for a in (clause.object, *clause.args):
            deeds = self._deeds(a.noun) if a is not None else frozenset()
            if a is None or a.mentions or a.pronoun is not None or not deeds and bare(self.text.norms[a.i]) not in markers("step"):
                continue
            if self.text.norms[a.i - 1] not in markers("this"):
                continue
            own = {self.country(e) for e in actors} - {None}
            for c in reversed(self.clauses):
                if c.i >= clause.i or c.sentence < clause.sentence - 1 or c.kind != "verb" or c.relative or c.subject is None:
                    continue
                if deeds and not deeds & {act for told in (c.object, *c.args) if told is not None for act in self._deeds(told.noun)}:
                    if not any(of_act(c.rows, act) for act in deeds):
                        continue                # «فرضت واشنطن عقوبات … وانتقدت بيونغ يانغ هذه العقوبات»
                ids = self.resolver.ids(c.subject, c) if c.subject.mentions and not c.passive else []
                theirs = {self.country(e) for e in ids} - {None}
                if theirs and not theirs & own:
                    return ids
        return []

    def _of_deal(self, clause: Clause, actors: list[str]) -> list[str]:
        """«هدد ترامب بالانسحاب من الاتفاق»: the state whose deal the article tells of elsewhere («الاتفاق النووي مع إيران»)."""
        norms, deals = self.text.norms, markers("deals")
        pointed = next((k for k in range(clause.j, min(clause.end, clause.j + _NEAR)) if norms[k] in deals), None)
        if pointed is None or not (norms[pointed].startswith("لل") or "ال" in norms[pointed][:3]):
            return []
        if not markers("topic").isdisjoint(norms[pointed + 1 : pointed + 4]):
            return []                           # الاتفاق الدولي حول المناخ
        own, found = {self.country(e) for e in actors}, Counter[str]()
        for k, word in enumerate(norms):
            state = self._dealt_with(k) if word in deals else None
            if state is not None and state[6:] not in own:
                found[state] += 1
        best = found.most_common(2)
        return [best[0][0]] if best and (len(best) == 1 or best[0][1] >= 2 * best[1][1]) else []

    def _told_before(self, clause: Clause) -> list[str]:
        """«نفت إسرائيل ذلك، وفق مراسل فرانس برس»: who told what is denied, and nobody of the press that carries the denial."""
        return [e for e in self.resolver.speaker(clause.i - 4) or self._claimant(clause) if not self.of_the_press(e)]

    def _claimant(self, clause: Clause) -> list[str]:
        """«اعتبرت واشنطن ما جرى تطهيرا عرقيا، وهو ما تنفيه ميانمار»: who told what is denied, in the same sentence."""
        for c in self.clauses:
            if c.i < clause.i - 1 and c.sentence == clause.sentence and c.kind == "verb" and c.subject is not None:
                if not (c.relative or c.passive or c.governor is not None) and c.subject.mentions:
                    return self.resolver.ids(c.subject, c)
        return []

    def _dealt_with(self, deal: int) -> str | None:
        """«اتفاق إيران النووي», «الاتفاق النووي الإيراني»: the state told right behind a word for a deal."""
        for n in range(deal + 1, min(deal + 4, len(self.text.norms))):
            m = self.names.starting(n)
            if self.text.kinds[n] == "P":
                return None
            state = m.entity if m is not None and m.kind == "state" else nations().get(bare(self.text.norms[n]), "")
            if state.startswith("state:"):
                return state
        return None

    def _deeds(self, noun: int | None) -> frozenset[str]:
        """The acts a noun may tell of."""
        return frozenset(acts()[r].act for r in self.clauses[noun].rows if r in acts()) if noun is not None else frozenset()
