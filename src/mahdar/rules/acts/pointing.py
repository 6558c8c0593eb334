"""Whose deed is meant by words that point back to what was just told (هذه الخطوة, هذا القصف)."""

from __future__ import annotations

from ...arabic.clitics import bare
from ..clauses.model import Clause
from ..clauses.words import markers
from .known import Known
from .tables import acts, of_act


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

    def _deeds(self, noun: int | None) -> frozenset[str]:
        """The acts a noun may tell of."""
        return frozenset(acts()[r].act for r in self.clauses[noun].rows if r in acts()) if noun is not None else frozenset()
