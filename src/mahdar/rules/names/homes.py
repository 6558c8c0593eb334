"""Whose an organ is that the text leaves without a state: الجيش, الشرطة, الحكومة."""

from __future__ import annotations

from .draft import Draft
from .persons import Persons


class Homes(Persons):
    """Finds the state of bodies named without one; none where several fit."""

    def _whose(self, d: Draft) -> str | None:
        """The country of an organ no other of its kind was named before."""
        noun = self.scan.words.nouns.get(d.title or "")
        ministry = noun is None and (d.title or "").endswith("_ministry")
        if not ministry and (noun is None or noun.bare not in ("home", "local")):
            return None
        if (headed := self._headed(d)) is not None:
            return headed
        local = self._place_home(d) if noun is not None and noun.bare == "local" else None
        home = local or (self.home if local is None else None)
        if ministry:
            return home if home == self.scan.home else None  # of whose, only a paper of that country leaves unsaid
        if not home and d.kind == "outlet":
            return self._sentence_home(d) or self._aired(d)
        return home or self._ahead(d)

    def _own_army(self, d: Draft) -> bool:
        """Is it a group with an organ's noun in its name (جيش الإسلام)? It isn't whom الجيش means."""
        noun = self.scan.words.nouns.get(d.title or "")
        return d.kind == "group" and noun is not None and noun.kind == "institution" and noun.bare in ("home", "local")

    def _sentence(self, d: Draft) -> tuple[int, int]:
        return next(((a, b) for a, b in self.scan.text.sentences if a <= d.i < b), (0, 0))

    def _headed(self, d: Draft) -> str | None:
        """The state a headline begins with: «فرنسا: الحكومة تطرح قانون الهجرة»."""
        a, _ = self._sentence(d)
        first = next((o for o in self.drafts if o.i == a), None)
        told = first is not None and first.kind == "state" and not first.prefix and self.scan.word(first.j) == ":"
        return first.country if first is not None and told else None

    def _ahead(self, d: Draft) -> str | None:
        """The state of the only such organ the article names behind, where it names no other state more often and none but this
        in the sentence: «متهمين الجيش بحرق القرى … الجيش البورمي»."""
        found = {o.country for o in self.drafts if o.title == d.title and o.kind == d.kind and not o.bare and o.country}
        if len(found) != 1 or self._foreign(d):
            return None
        (country,) = found
        counts = self._counts(self.drafts)
        here = self._sentence_home(d)
        return country if here in (None, country) and counts.get(country, 0) >= max(counts.values(), default=0) else None

    def _foreign(self, d: Draft) -> bool:
        """Does an adjective no table knows stand behind the organ? It may be another state's: «الحكومة السوفيتية»."""
        word = self.scan.word(d.j)
        return word.startswith("ال") and word.endswith(("يه", "ي"))

    def _home(self, drafts: list[Draft]) -> str | None:
        """The state the article is about, where one stands out: whose a body without nationality is."""
        counts = self._counts(drafts)
        ranked = sorted(counts.values(), reverse=True)
        if not ranked or ranked[0] < 3 or ranked[0] < 0.6 * sum(ranked) and (ranked[0] < 5 or ranked[0] < 2 * ranked[1]):
            return None
        return max(counts, key=lambda c: counts[c])

    def _counts(self, drafts: list[Draft]) -> dict[str, int]:
        """How often the article names what is of each state."""
        counts: dict[str, int] = {}
        for d in drafts:
            told = d.title is not None or d.words is None  # a nationality before a name says little of where the article is at home
            if told and d.country and d.country != "IGO" and d.kind in ("state", "institution", "place", "person"):
                counts[d.country] = counts.get(d.country, 0) + 1
        return counts

    def _place_home(self, d: Draft) -> str | None:
        """Where the sentence, else the article, takes place: whose the police is. "" where places of several states fit, None
        where the article names none."""
        a, b = self._sentence(d)
        places = [(o.i, o.country) for o in self.drafts if o.kind == "place" and o.country]
        here = {country for i, country in places if a <= i < b}
        if here:
            return here.pop() if len(here) == 1 else ""
        counts: dict[str, int] = {}
        for _, country in places:
            counts[country] = counts.get(country, 0) + 1
        best = max(counts, key=lambda c: counts[c], default=None)
        if best is None or counts[best] == 1:
            return None
        return best if counts[best] >= 0.6 * len(places) and self.home in (None, best) or counts[best] >= 3 * len(places) / 4 else ""

    def _plainly(self, d: Draft, country: str) -> Draft | None:
        """The organ as the article names it elsewhere by its noun and nationality alone: «الجيش البورمي»."""
        own = [o for o in self.drafts if (o.title, o.kind, o.country) == (d.title, d.kind, country) and not o.bare and o.j - o.i == 2]
        return next((o for o in own if self.scan.get(o.j - 1, ("adj",)) is not None), None)

    def _aired(self, d: Draft) -> str | None:
        """The state of him whose words it aired: «قال روحاني في كلمة بثها التلفزيون الرسمي»; None where nothing says it did."""
        if self.scan.get(d.i - 1, ("aired",), None) is None:
            return None
        a, b = self._sentence(d)
        return next((o.country or self._country(o) for o in self.drafts if a <= o.i < b and o.kind == "person"), None)

    def _country(self, d: Draft) -> str | None:
        """The country of a person settled before."""
        e = self.entities.get(d.id or "")
        return e.country if e is not None else None

    def _sentence_home(self, d: Draft) -> str | None:
        """The only state the sentence speaks of, or None."""
        a, b = self._sentence(d)
        found = {o.country for o in self.drafts if a <= o.i < b and o.country and o.country != "IGO"}
        return next(iter(found)) if len(found) == 1 else None
