"""What every part of a reader of acts knows of its article."""

from __future__ import annotations

from ...arabic.words import Text
from ..clauses.model import Clause
from ..names.model import Names
from ..speech import Speech
from .resolver import Resolver

ARMED = frozenset(("MIL", "SPY", "COP"))


class Known:
    """The article's words, names and clauses, whom its words stand for, and who speaks in it."""

    text: Text
    names: Names
    clauses: list[Clause]
    resolver: Resolver
    speech: Speech | None

    def country(self, entity: str) -> str | None:
        """The country of an entity of the article or a state."""
        known = self.names.entities.get(entity)
        return known.country if known is not None else entity[6:] if entity.startswith("state:") else None

    def armed(self, entity: str) -> bool:
        """Is it a force of a state (the army, the police)?"""
        known = self.names.entities.get(entity)
        return known is not None and known.kind == "institution" and known.sector in ARMED

    def of_the_press(self, entity: str) -> bool:
        """Is it an outlet, an agency or somebody who works for one?"""
        known = self.names.entities.get(entity)
        return known is not None and (known.kind in ("outlet", "agency") or known.sector == "MED")

    def _anothers_office(self, clause: Clause) -> bool:
        """Is somebody behind the noun of a resignation, and not one's own government («استقالة حكومته»)?"""
        whose = next((a for a in clause.args if a.role == "genitive"), None)
        return whose is not None and whose.how != "suffix" and not self.text.raw_of(whose.i, whose.i + 1).endswith(("ه", "ها"))
