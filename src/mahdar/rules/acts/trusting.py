"""How far a reading of an act is to be trusted.

trusting.tsv weighs what kind of act it is, who does it to whom, and how it is told: is it one that an analyst would write down? Kinds of
acts that are read less well need more of it (`least` in acts.tsv). misreading.tsv weighs beside these how its parties were found and
which words stand around: was it read right? An act that either speaks against is left out of the record. They were learned on whole
articles, so a text of a sentence or two is taken at its word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from ...arabic.words import Text
from ...lexicon import load
from ..clauses.model import Clause
from ..names.model import Names
from ..weighing import weigh, weights
from .draft import Draft
from .plover import least
from .tables import acts
from .ways import Ways

TABLE = Path(__file__).parent / "trusting.tsv"
DOUBTS = Path(__file__).parent / "misreading.tsv"
RIGHT = -120  # hundredths of log-odds: of what lies below five in six are misread
LEAST = -140  # hundredths of log-odds: acts that analysts seldom write down lie below
SURE = frozenset(("veto",))  # told by a name that nothing else has
WHOLE = 3  # sentences from which a text has a context to judge by
_STEPS = ((3, "0"), (6, "3"), (13, "6"))


class Trust:
    """Weighs the drafts of one article."""

    def __init__(self, text: Text, names: Names, clauses: list[Clause], speech, country: Callable[[str], str | None]) -> None:
        self.text, self.names, self.speech, self.country = text, names, speech, country
        self.ways = Ways(text, names, clauses)
        self.clauses = self.ways.clauses
        told = Counter(m.country for m in names.mentions if m.country not in (None, "IGO"))
        self.home = max(told, key=lambda c: told[c]) if told else None
        self.abroad = f"{min(len(told), 5)} countries"

    def trusted(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts that neither table speaks against, and those that tell the same act of the same sides as one of them; all of a
        text too short to judge by."""
        if len(self.text.sentences) < WHOLE:
            return drafts
        table, bars, doubts = weights(TABLE), least(), weights(DOUBTS)
        kept = []
        for d in drafts:
            told = self.features(d, drafts)
            likely = d.mode in SURE or weigh(table, told) >= bars.get(d.act, LEAST)
            if likely and (d.mode in SURE or weigh(doubts, told) + weigh(doubts, self.ways.features(d)) >= RIGHT):
                kept.append(d)
        return self._with_like(kept, drafts)

    def listed(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts that trusting.tsv doesn't speak against, and those like them."""
        table, bars = weights(TABLE), least()
        kept = [d for d in drafts if d.mode in SURE or weigh(table, self.features(d, drafts)) >= bars.get(d.act, LEAST)]
        return self._with_like(kept, drafts)

    @staticmethod
    def _with_like(kept: list[Draft], drafts: list[Draft]) -> list[Draft]:
        """Those kept, and those of the same act and the same sides."""
        known = {_parties(d) for d in kept}
        return [d for d in drafts if _parties(d) in known]

    def doubts(self, d: Draft, drafts: list[Draft]) -> list[str]:
        """What is weighed of whether a draft was read right: what trust weighs, and the ways its parties were found."""
        return [*self.features(d, drafts), *self.ways.features(d)]

    def features(self, d: Draft, drafts: list[Draft]) -> list[str]:
        """What is weighed for a draft among those of its article."""
        own = [*self._told(d), *self._sides(d), *self._among(d, drafts)]
        between = self._between(d)
        key = d.rows[0]
        table, _, ident = key.partition(":")
        row = acts().get((table, ident))
        frame = row.frame.id if row is not None else "none"
        return [
            "at all",
            d.act,
            *own,
            *(f"{d.act} {f}" for f in own),
            *(f"row {x}" for x in d.rows),
            f"frame {frame}",
            f"frame {frame} {between}",
            f"frame {frame} {d.status}",
            f"row {key} {between}",
            f"row {key} {d.status}",
            f"rank {d.rank} {between}",
        ]

    def _told(self, d: Draft) -> list[str]:
        """How the words tell it."""
        out = [
            f"mode {d.mode}",
            f"status {d.status} {d.detail}",
            f"rank {d.rank}",
            f"background {d.background}",
            f"at {d.salience}",
            f"sourced {bool(d.source)}",
            f"day {d.date_from}",
            f"placed {d.place is not None}",
            f"matter {d.object is not None}",
            f"wide {_step(max(j for _, j in d.evidence) - min(i for i, _ in d.evidence))}",
        ]
        clause = self.clauses.get((d.i, d.j))
        if clause is not None:
            out += [f"{clause.kind} {clause.tense}".strip(), f"relative {clause.relative}"]
        if self.speech is not None:
            out.append(f"told {self.speech.governing(d.i) is not None}")
        return out

    def _sides(self, d: Draft) -> list[str]:
        """Who does it to whom."""
        a, r = (" ".join(e.partition(":")[0] for e in ids[:2]) or "nobody" for ids in (d.actors, d.recipients))
        x, y = self._sectors(d.actors), self._sectors(d.recipients)
        homes = self._countries(d.actors), self._countries(d.recipients)
        return [
            f"by {a}",
            f"to {r}",
            f"by {a} to {r}",
            f"actors {min(len(d.actors), 3)} recipients {min(len(d.recipients), 3)}",
            f"by sector {x}",
            f"to sector {y}",
            f"by sector {x} to {y}",
            f"between {self._between(d)}",
            f"home {self.home in homes[0]} {self.home in homes[1]}",
            f"actor {self._far(d.actors, d.i)}",
            f"recipient {self._far(d.recipients, d.i)}",
        ]

    def _among(self, d: Draft, drafts: list[Draft]) -> list[str]:
        """How often the article tells such an act, and by the same parties."""
        same = [x for x in drafts if x.act == d.act and x.i != d.i]
        who = set(d.actors), set(d.recipients)
        alike = sum((set(x.actors), set(x.recipients)) == who for x in same)
        return [f"alike {min(alike, 2)}", f"same act {min(len(same), 3)}", self.abroad]

    def _countries(self, ids: list[str]) -> set[str]:
        return {c for c in map(self.country, ids) if c not in (None, "IGO")}

    def _between(self, d: Draft) -> str:
        """Are the sides of one country, of two, or is one not known?"""
        a, r = self._countries(d.actors), self._countries(d.recipients)
        if not a or not r:
            return "one side" if a or r else "nobody"
        return "compatriots" if a & r else "countries"

    def _sectors(self, ids: list[str]) -> str:
        known = (self.names.entities.get(e) or load().entity(e) for e in ids)
        return "+".join(sorted({e.sector or "none" for e in known if e is not None})) or "nobody"

    def _far(self, ids: list[str], token: int) -> str:
        """How near to the act its party is named."""
        mentions = self.names.mentions
        return _step(min((abs(mentions[k].i - token) for e in ids for k in self.ways.at.get(e, ())), default=None))


def _step(distance: int | None) -> str:
    if distance is None:
        return "unnamed"
    return next((name for limit, name in _STEPS if distance < limit), "13")


def _parties(d: Draft) -> tuple[str, frozenset[str], frozenset[str]]:
    return d.act, frozenset(d.actors), frozenset(d.recipients)
