"""States, places and metonyms, peoples, unnamed people and crowds, counterparts."""

from __future__ import annotations

from ...english.names import of_state
from .bodies import Bodies
from .draft import Draft
from .people import People
from .scan import Atom, Scan

_CITIES = frozenset(
    {
        "في",
        "الي",
        "من",
        "نحو",
        "مدينه",
        "العاصمه",
        "قرب",
        "داخل",
        "وسط",
        "شرق",
        "غرب",
        "شمال",
        "جنوب",
        "غادر",
        "وصل",
        "زار",
        "عبر",
        "خارج",
        "صوب",
        "محافظه",
        "بلده",
        "ضواحي",
        "ضاحيه",
        "شمالي",
        "جنوبي",
        "شرقي",
        "غربي",
        "مطار",
        "جامعه",
        "حول",
        "ريف",
    }
)


class Others:
    """The grammar of everything that isn't a title, a body or a person's name."""

    def __init__(self, scan: Scan, bodies: Bodies, people: People) -> None:
        self.scan, self.bodies, self.people, self.lexicon = scan, bodies, people, scan.lexicon

    def state(self, i: int) -> Draft | None:
        """A state or place by name; a capital may stand for its government."""
        x = self.scan.get(i, ("state", "place"), None)
        if x is None:
            return None
        entry = self.lexicon[x.id]
        draft = Draft(
            i,
            x.j,
            i,
            x.j,
            x.prefix,
            "name",
            entry.kind,
            id=x.id,
            name=entry.name,
            country=entry.country,
            sector=entry.sector,
            gender="f",
        )
        if entry.seat and self._governs(i, x):
            draft.kind, draft.id, draft.form = "state", entry.seat, "metonym"
            seat = self.lexicon.get(entry.seat)
            if seat is not None:
                draft.name, draft.country, draft.sector = seat.name, seat.country, seat.sector
        return draft

    def _governs(self, i: int, x: Atom) -> bool:
        """Does the capital stand for its government: subject of a verb, between two governments, with مع or ضد?"""
        scan = self.scan
        before, after = scan.word(i - 1) if i else "", scan.word(x.j)
        if before in _CITIES or x.prefix in ("ب", "وب", "ك"):
            return False
        if (
            before in ("بين", "مع", "ضد", "علي", "حكومه", "ان", "لكن")
            or x.prefix in ("و", "ل")
            and before in ("موسكو", "واشنطن")
        ):
            return True
        if after.startswith("ت") and len(after) > 3 and after not in scan.words.common_nouns:
            return True
        if after in ("وواشنطن", "وموسكو", "وطهران", "وبيونغيانغ", "ولندن"):
            return True
        b = before.lstrip("و")
        return len(b) > 3 and (b.endswith("ت") or b.startswith(("ت", "ست"))) and b not in scan.words.common_nouns

    def folk(self, i: int) -> Draft | None:
        """A people in the plural: الإسرائيليون, الروس; with ال."""
        x = self.scan.get(i, ("people", "adj"), None)
        if x is None or (x.cls == "adj" and x.tag[1] == "s") or not x.tag.endswith("+"):
            return None
        prior = self.scan.word(i - 1) if i else ""
        if x.cls == "adj" and (prior.endswith(("ين", "ون", "ان", "ات")) or prior.startswith("ال")) and not x.prefix:
            return None
        entry = self.lexicon[x.id]
        return Draft(
            i,
            x.j,
            i,
            x.j,
            x.prefix,
            "name",
            "unnamed",
            name=of_state("people", entry.country, entry.name),
            country=entry.country,
            number="p",
            of=x.id,
        )

    def unnamed(self, i: int) -> Draft | None:
        """مسؤول أمريكي, مصدر دبلوماسي, متظاهرون: someone without a name."""
        scan = self.scan
        x = scan.get(i, ("unnamed",), None)
        if x is None:
            return None
        noun = scan.words.nouns[x.id]
        j, country, of, name = x.j, None, None, noun.english if x.tag[1] == "s" else noun.many
        for _ in range(4):
            if q := scan.get(j, ("quality",)):
                j = q.j
            elif country is None and (y := scan.get(j, ("adj",))) is not None and y.tag[-1] == x.tag[-1]:
                country, of, j = self.lexicon[y.id].country, y.id, y.j
            elif scan.word(j) == "في" and country is None and (b := self.bodies.read(j + 1, ("",))) is not None:
                country, of, j, name = b.country, b.id, b.j, f"{b.name} {name}"
            elif country is None and (b := self.bodies.read(j, ("ب",))) is not None:
                country, of, j, name = b.country, b.id, b.j, f"{b.name} {name}"
            elif country is None and (s := scan.get(j, ("state",))) is not None and x.tag.endswith("-"):
                country, of, j = self.lexicon[s.id].country, s.id, s.j
            else:
                break
        if j == x.j and (
            x.tag.endswith("+") or x.id in ("leaders", "relative", "student", "child", "doctor", "lawyer")
        ):
            return None
        if country and not (of or "").partition(":")[0] in ("institution", "organization"):
            name = of_state(name, country)
        return Draft(
            i,
            j,
            i,
            j,
            x.prefix,
            "name",
            "unnamed",
            name=name,
            country=country,
            sector=noun.sector,
            gender=x.tag[0],
            number=x.tag[1],
            of=of,
            title=x.id,
        )

    def kin(self, i: int) -> Draft | None:
        """وابنته يوليا: a first name alone, of the family of the man named before."""
        x = self.scan.get(i, ("kin",), None)
        if x is None:
            return None
        found = self.people.name(x.j, titled=False)
        if found is None and (first := self.scan.get(x.j, ("first",))) is not None:
            found = Draft(i, first.j, x.j, first.j, x.prefix, "name", "person", words=(x.j, first.j), gender=first.id or None, kin=True)
        if found is not None:
            found.i, found.prefix = i, x.prefix
        return found

    def counterpart(self, i: int) -> Draft | None:
        """نظيره الكوري الشمالي, with or without the name."""
        scan = self.scan
        x = scan.get(i, ("counterpart",), None)
        if x is None:
            return None
        draft = Draft(i, x.j, i, x.j, x.prefix, "counterpart", "person", gender=x.tag[0], number=x.tag[1])
        y = scan.get(x.j, ("adj",)) or scan.get(x.j, ("state",))
        if y is not None:
            draft.country, draft.of, draft.j, draft.b = self.lexicon[y.id].country, y.id, y.j, y.j
        k = draft.j + (1 if scan.word(draft.j) in ("،", ",") else 0)
        found = self.people.name(k, titled=k == draft.j and draft.of is not None)
        if found is not None:
            draft.form, draft.a, draft.b, draft.j = "name", found.a, found.b, found.j
            draft.id, draft.words, draft.name, draft.gender = (
                found.id,
                found.words,
                found.name,
                found.gender or draft.gender,
            )
        return draft
