"""Whom a word that names nobody points back to: the two parties (الطرفان), the one named last (الأخير), a body told of (الوزارة)."""

from __future__ import annotations

from ...arabic.words import Text
from ...lexicon import load
from ..clauses.model import Argument
from ..names.model import Named, Names
from ..speech.tables import anaphor_kinds, anaphors
from .tables import country_pairs, latter_words, pair_words, same_words, summit_words

ACTING = frozenset(("person", "state", "institution", "organization", "group", "unnamed"))


class Partners:
    """Finds the entities of an article that its pointing words stand for."""

    text: Text
    names: Names
    pairs: list[tuple[int, tuple[str, ...]]]  # token, two parties of an act told there

    def _of(self, m: Named, places: bool) -> list[str]:
        if m.kind in ACTING:
            return list(m.entities)
        if m.kind == "place":
            entry = load().get(m.entity)
            if entry is not None and entry.seat:
                return [entry.seat]
            if places and entry is not None and entry.country:
                return [f"state:{entry.country}"]
        return []

    def between(self, argument: Argument, places: bool) -> list[str]:
        """The two sides that an ordinary phrase behind بين names; [] where it names less than two.

        «بين الإسرائيليين والفلسطينيين», «بين زعيمي الكوريتين», «بين وزيري خارجية البلدين».
        """
        out = list(argument.nations)
        other = self.names.starting(argument.j) if out else None
        if other is not None:
            out += self._of(other, places)
        for k in argument.inner:
            out += self._of(self.names.mentions[k], places)
        out = list(dict.fromkeys(out))
        if len(out) > 1:
            return out
        last = argument.j - 1
        if argument.j - argument.i > 1 and self.text.norms[last] in country_pairs():
            return self._pair(last)
        return []

    def _pair(self, token: int) -> list[str]:
        """The two parties told of last, as states where the word says so (البلدان)."""
        pair = max((p for p in self.pairs if p[0] < token), default=None)
        found = list(pair[1]) if pair else self._two_parties(token)
        if self.text.norms[token] in country_pairs():
            homes = [self._home(e) for e in found]
            if len(set(homes)) == len(homes) and None not in homes:
                return [f"state:{c}" for c in homes]
        return found

    def _home(self, entity: str) -> str | None:
        known = self.names.entities.get(entity)
        country = known.country if known is not None else entity[6:] if entity.startswith("state:") else None
        return None if country == "IGO" else country

    def _pointing_back(self, argument: Argument) -> list[str]:
        """Whom a definite noun stands for (الوزارة, السفير): the last of its kind before it; the two parties (الطرفان): the last pair."""
        if self.text.norms[argument.i] in pair_words():
            return self._pair(argument.i)
        if argument.role == "subject" and self.text.norms[argument.i] in summit_words():
            bodies = [m for m in self.names.mentions if m.j <= argument.i and m.kind == "organization"]
            return list(bodies[-1].entities) if bodies else []
        if self.text.norms[argument.i] in latter_words():
            gender = "f" if self.text.norms[argument.i].endswith("ه") else "m"
            for m in reversed(self.names.mentions):
                if m.j <= argument.i and m.kind in ACTING and m.gender in (None, gender) and m.number == "s":
                    return list(m.entities)
            return []
        for hit in anaphors().at(self.text, argument.i)[:1]:
            if hit.j < argument.j and self.text.norms[hit.j] not in same_words():
                return []
            row = hit.values[0]
            kinds, wanted = anaphor_kinds(row), row["gender"] or None
            for m in reversed(self.names.mentions):
                if (
                    m.i < argument.i
                    and m.kind in kinds
                    and (m.gender is None or wanted is None or m.gender == wanted or m.kind != "person")
                ):
                    return list(m.entities)
        return []

    def _two_parties(self, token: int) -> list[str]:
        """The two people, else the two states, named most before a token, where they stand out."""
        for kinds in (("person",), ("state", "institution")):
            count: dict[str, int] = {}
            for m in self.names.mentions:
                if m.i < token and m.kind in kinds and len(m.entities) == 1 and m.country:
                    count[m.entity] = count.get(m.entity, 0) + 1
            best = sorted(count, key=lambda e: -count[e])[:3]
            if len(best) >= 2 and (len(best) == 2 or count[best[1]] > count[best[2]]):
                first, second = (self.names.entities[e].country if e in self.names.entities else e for e in best[:2])
                if first != second:
                    return best[:2]
        return []
