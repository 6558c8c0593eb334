"""How the parties of a draft were found and how the words around tell it: what misreading.tsv weighs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ...arabic.words import Text
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from ..names.model import Named, Names
from .draft import Draft

_SIDES = ("actor", "recipient")
_PARTIES = ("person", "state", "institution", "organization", "group")
_SHORT = 4  # letters of a word that may lead a party: a preposition, or a particle
_MANY = 3
_NOTHING = "nothing"  # stands before the first word, and behind the last one
_CLASSES = {"N": "number", "P": "mark", "B": "mark"}  # of what is no word


class Ways:
    """The words around the acts of one article and around their parties."""

    def __init__(self, text: Text, names: Names, clauses: list[Clause]) -> None:
        self.text, self.names, self.all = text, names, clauses
        self.clauses = {(c.i, c.j): c for c in clauses if c.rows}
        self.verbs = sorted(c.i for c in clauses if c.kind == "verb")
        self.at: dict[str, list[int]] = {}
        for k, m in enumerate(names.mentions):
            for e in m.entities:
                self.at.setdefault(e, []).append(k)
        self.parties = [m.i for m in names.mentions if m.kind in _PARTIES]

    def features(self, d: Draft) -> list[str]:
        """What may tell a misreading: «actor subject after», «recipient led ضد», «recipient behind 1 verbs», «request before زياره»."""
        clause = self.clauses.get((d.i, d.j))
        out = dict.fromkeys(self._around(d))
        if clause is not None:
            out |= dict.fromkeys(self._told(d, clause))
        for side, ids in zip(_SIDES, (d.actors, d.recipients), strict=True):
            for e in ids[:2]:
                slot, k = self._slot(e, clause)
                k = self._nearest(e, d.i) if k is None else k
                out |= dict.fromkeys(self._way(f"{side} {slot}", side, None if k is None else self.names.mentions[k], d))
        return list(out)

    def _around(self, d: Draft) -> list[str]:
        """The words before and behind an act: what it means («كلف … بتشكيل», «فقدت الاتصال») often hangs on them."""
        before = [self._word(k) for k in range(max(0, d.i - 3), d.i)]
        behind = [self._word(k) for k in range(d.j, min(d.j + 2, len(self.text.norms)))]
        first, last = (behind[0] if behind else _NOTHING), (before[-1] if before else _NOTHING)
        return [
            f"{d.act} behind {last}",
            f"{d.act} before {first}",
            f"row {d.rows[0]} behind {last}",
            f"row {d.rows[0]} before {first}",
            f"act behind {last}",
            *(f"act near behind {w}" for w in before[:-1]),
            *(f"act near before {w}" for w in behind),
            *(f"{d.act} near before {w}" for w in behind),
        ]

    def _word(self, k: int) -> str:
        """A token as it is weighed: a word, "number", or "mark"."""
        return _CLASSES.get(self.text.kinds[k]) or self.text.norms[k]

    def _told(self, d: Draft, c: Clause) -> list[str]:
        """The form of the act's word, and what governs it."""
        form = c.form
        out = [
            f"person {form.person}",
            f"{c.kind} prefix {form.prefix or _NOTHING}",
            f"{d.act} {c.kind} suffix {bool(form.suffix)}",
            f"{d.act} {c.kind} definite {form.definite}",
            f"{d.act} {c.kind} passive {c.passive}",
            f"rows of the word {min(len(c.rows), 6)}",
        ]
        if c.governor is None:
            return [*out, "governed by none"]
        above = self.all[c.governor]
        out.append(f"governed by {above.tense or _NOTHING} {above.kind}")
        for table, row in above.rows[:4]:
            out += [f"governed by {table} {row}", f"{d.act} governed by {table} {row}"]
        return out

    def _slot(self, entity: str, clause: Clause | None) -> tuple[str, int | None]:
        """The slot of the clause an entity is named in, and its mention."""
        if clause is None:
            return "of no clause", None
        known = self.at.get(entity, ())
        slots: list[Argument] = [a for a in (clause.subject, clause.object, *clause.args) if a is not None]
        before: set[str] = set()
        for a in slots:
            name = " ".join(filter(None, (a.role, a.prep, a.how)))
            k = next((k for k in a.mentions if k in known), None)
            if k is not None:
                again = " again" if a.prep and a.prep in before else ""
                return name + again + (" in a deed" if a.noun is not None else ""), k
            k = next((k for k in a.inner if k in known), None)
            if k is not None:
                return f"inside {name}", k
            before.add(a.prep)
        return ("elsewhere, with a pronoun" if any(a.pronoun is not None for a in slots) else "elsewhere"), None

    def _nearest(self, entity: str, token: int) -> int | None:
        """The mention of an entity nearest to a token."""
        return min(self.at.get(entity, ()), key=lambda k: abs(self.names.mentions[k].i - token), default=None)

    def _way(self, slot: str, side: str, m: Named | None, d: Draft) -> list[str]:
        """What stands between an act and a party."""
        if m is None:
            return [slot, f"{slot} {d.act}", f"{side} not named"]
        order, low, high = ("behind", d.j, m.i) if m.i >= d.j else ("before", m.j, d.i)
        verbs = min(bisect_left(self.verbs, high) - bisect_right(self.verbs, low - 1), _MANY)
        rivals = min(bisect_left(self.parties, high) - bisect_left(self.parties, low), _MANY)
        words = self.text.norms[low : max(low, high)]
        relative = not markers("relatives").isdisjoint(words)
        comma = "،" in words or "," in words
        led, kind = self._led(m), f"{m.kind} {m.form}"
        return [
            slot,
            f"{slot} {d.act}",
            f"{slot} {m.kind}",
            f"{side} {kind}",
            f"{side} {kind} {d.act}",
            f"{side} led {led}",
            f"{side} led {led} {d.act}",
            f"{side} {order} {verbs} verbs",
            f"{side} {order} {rivals} rivals",
            f"{side} {order} {d.act}",
            f"{side} {order} relative {relative} comma {comma}",
            f"{slot} {verbs} verbs {rivals} rivals",
        ]

    def _led(self, m: Named) -> str:
        """The word before a party: its own proclitics, a short word, or a longer one told by its kind."""
        if m.prefix:
            return m.prefix
        if m.i == 0:
            return _NOTHING
        word = self._word(m.i - 1)
        return word if len(word) <= _SHORT else "definite" if word.startswith(("ال", "وال")) else "noun"
