"""One title for several people: coordinated nationalities, states named by one word, a plural before names."""

from __future__ import annotations

from ...lexicon import Lexicon
from .draft import Draft
from .people import People
from .scan import Scan

COMMAS = ("،", ",", "-", ":")
_LEADERS = ("leader", "commander")  # زعماء, قادة
_FIRST = ("leader", "president")  # whom every state has, by one of the two names


class Several:
    """What the grammar of titles knows of titles that several people bear."""

    scan: Scan
    lexicon: Lexicon
    people: People

    def _name(self, draft: Draft, j: int, construct: bool = False) -> None:
        """Join the name behind the title."""
        raise NotImplementedError

    def _pair(self, draft: Draft, j: int) -> bool:
        """Coordinated titles: وزيرا الخارجية الروسي سيرغي لافروف والأمريكي مايك بومبيو."""
        parts = [self._conjunct(draft, draft.i, draft.j, draft.of, draft.country)]
        while True:
            k = parts[-1].j
            x = self.scan.get(k, ("adj",), ("و",)) or self.scan.get(k, ("state",), ("و",))
            if x is not None:
                parts.append(self._conjunct(draft, k, x.j, x.id, self.lexicon[x.id].country, x.prefix))
                continue
            break
        if len(parts) < 2:
            return False
        draft.parts, draft.j = parts, parts[-1].j
        return True

    def _one_each(self, draft: Draft, j: int) -> bool:
        """Is a plural or unclear title that of one man for each of several states (رؤساء روسيا وتركيا وإيران)?"""
        scan = self.scan
        if draft.of is None or not (draft.title in _FIRST or self.lexicon.ever_held(draft.title or "", draft.of)):
            return False
        mine = scan.get(j - 1, ("adj", "state")) or scan.get(j - 2, ("adj",))
        x = scan.get(j, ("adj", "state"), ("و",))
        if mine is None or x is None or mine.j != j or mine.cls != x.cls:
            return False
        return x.cls == "state" or (x.tag == "ms+" and mine.tag == "ms+")

    def _led(self, draft: Draft, j: int) -> bool:
        """زعماء فرنسا وألمانيا: leaders of several states, whose offices the word doesn't tell, stand for the states."""
        scan = self.scan
        if draft.title not in _LEADERS or draft.number != "p" or draft.of is None or scan.get(j - 1, ("state",)) is None:
            return False
        if scan.get(j, ("state",), ("و",)) is None:
            return False
        draft.form, draft.kind, draft.id, draft.title = "metonym", "state", draft.of, None
        return True

    def _of_each(self, draft: Draft, j: int) -> bool:
        """زعيما الكوريتين, الزعيمان الكوريان: the holders of the office in states named by one word."""
        twin = self.scan.get(j, ("twin",)) if self.scan.norms[j - 1].endswith(("ان", "ين")) else None
        x = twin or self.scan.get(j, ("bloc",), ("",))
        states = self.scan.words.blocs[x.tag if twin else x.id].members if x is not None else ()
        if x is None or len(states) < 2:
            return False
        first, *others = [self._conjunct(draft, draft.i, x.j, s, self.lexicon[s].country) for s in states]
        first.also = others
        draft.parts, draft.j = [first], x.j
        return True

    def _named(self, draft: Draft, j: int) -> bool:
        """A dual or plural title before names joined by و: الرئيسين، فلاديمير بوتين ودونالد ترامب."""
        scan = self.scan
        k = j + 1 if scan.word(j) in COMMAS else j
        found = self.people.name(k, titled=False)
        if found is None:
            return False
        parts = [found]
        while (more := self.people.name(parts[-1].j, titled=False, prefixes=("و",))) is not None:
            parts.append(more)
        if len(parts) < 2:
            return False
        for part in parts:
            part.title, part.of, part.office, part.sector = draft.title, draft.of, draft.office, draft.sector
            part.country = part.country or draft.country
        parts[0].i, parts[0].prefix = draft.i, draft.prefix
        draft.parts, draft.j = parts, parts[-1].j
        return True

    def _conjunct(self, draft: Draft, i: int, j: int, of: str | None, country: str | None, prefix: str = "") -> Draft:
        part = Draft(
            i,
            j,
            i,
            j,
            prefix or draft.prefix,
            "office",
            "person",
            title=draft.title,
            office=draft.office,
            sector=draft.sector,
            gender=draft.gender,
            of=of,
            country=country,
            former=draft.former,
        )
        self._name(part, j)
        return part

    def conjoined(self, draft: Draft) -> list[Draft]:
        """What a singular title phrase shares with a nationality behind و: الرئيس الأمريكي دونالد ترامب والفرنسي إيمانويل ماكرون."""
        out: list[Draft] = []
        k = draft.j
        while draft.title and draft.of and (x := self.scan.get(k, ("adj",), ("و",))) is not None and x.tag in ("ms+", "mp+"):
            part = self._conjunct(draft, k, x.j, x.id, self.lexicon[x.id].country, "و")
            if x.tag == "mp+":  # المسؤولين الأمريكيين والكوريين الجنوبيين
                if draft.form != "office" or draft.number == "s" or not self.scan.get(k - 1, ("adj",)):
                    break
                part.form, part.number, part.id, part.words, part.j, part.b = "office", draft.number, None, None, x.j, x.j
            elif part.form != "name":
                break
            out.append(part)
            k = part.j
        return out
