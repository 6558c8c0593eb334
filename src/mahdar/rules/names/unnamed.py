"""People without a name: officials, sources, crowds, peoples, kin, counterparts."""

from __future__ import annotations

from ...english.names import of_state
from .bodies import Bodies
from .draft import Draft
from .people import People
from .scan import Atom, Scan


class Unnamed:
    """The grammar of unnamed people over a scan."""

    def __init__(self, scan: Scan, bodies: Bodies, people: People) -> None:
        self.scan, self.bodies, self.people, self.lexicon = scan, bodies, people, scan.lexicon

    def folk(self, i: int) -> Draft | None:
        """A people in the plural: الإسرائيليون, الروس; with ال, and not as the adjective of a noun before it."""
        x = self.scan.get(i, ("people", "adj"), None)
        if x is None or (x.cls == "adj" and x.tag[1] == "s") or not x.tag.endswith("+"):
            return None
        prior = self.scan.word(i - 1) if i else ""
        if x.cls == "adj" and not x.prefix and (prior.endswith(("ين", "ون", "ان", "ات")) or prior.startswith("ال")):
            return None
        entry = self.lexicon[x.id]
        name = of_state("people", entry.country, entry.name)
        return Draft(i, x.j, i, x.j, x.prefix, "name", "unnamed", name=name, country=entry.country, number="p", of=x.id)

    def read(self, i: int) -> Draft | None:
        """مسؤول أمريكي, مصدر في وزارة الخارجية الروسية, متظاهرون: someone without a name."""
        scan = self.scan
        x = scan.get(i, ("unnamed",), None)
        if x is None:
            return None
        noun = scan.words.nouns[x.id]
        if noun.adjective and x.tag[1] == "s" and not x.prefix and i and scan.noun(scan.word(i - 1).removeprefix("و")):
            return None
        draft = Draft(i, x.j, i, x.j, x.prefix, "name", "unnamed", sector=noun.sector, gender=x.tag[0], number=x.tag[1], title=x.id)
        draft.name = noun.english if x.tag[1] == "s" else noun.many
        draft.definite = x.tag.endswith("+")
        while self._more(draft, x):
            pass
        if draft.id is not None:
            return draft
        if draft.j == x.j and ((draft.definite and not (noun.crowd and x.tag[1] != "s")) or noun.crowd == "adj"):
            return None
        if draft.country and (draft.of or "").partition(":")[0] not in ("institution", "organization", "group"):
            draft.name = of_state(draft.name, draft.country)
        draft.b = draft.j
        return draft

    def _more(self, draft: Draft, x: Atom) -> bool:
        """Take one more word or body that says whose or what kind; False where none is left."""
        scan, j = self.scan, draft.j
        if draft.country is None and (nations := scan.get(j, ("un",))) is not None:
            draft.country, draft.of, draft.j = "IGO", "organization:united-nations", nations.j
            draft.name = f"UN {draft.name}"
            return True
        if q := scan.get(j, ("quality", "ethnic")):
            draft.j = q.j
            return True
        if draft.country is not None:
            return False
        y = scan.get(j, ("adj",))
        if y is not None and (y.tag[-1] == x.tag[-1] or x.tag[1] != "s"):
            draft.country, draft.of, draft.j = self.lexicon[y.id].country, y.id, y.j
            return True
        inside = scan.get(j, ("inside",))
        body = self.bodies.read(inside.j, ("",)) if inside is not None else self.bodies.read(j, ("ب", ""))
        if body is not None and body.kind in ("agency", "outlet") and x.id != "journalist":
            body = None
        if body is not None and not body.bare and (inside or body.prefix or not draft.definite):
            draft.country, draft.of, draft.j = body.country, body.id or self.bodies.ident(body), body.j
            if body.kind == "group" and body.id and x.tag[1] != "s":  # its fighters are the group
                draft.kind, draft.id, draft.title, draft.b = "group", body.id, None, body.j
                return False
            draft.name = f"{body.name} {draft.name}"
            return True
        s = scan.get(inside.j if inside else j, ("state", "place"))
        if s is not None and not draft.definite:
            draft.country, draft.of, draft.j = self.lexicon[s.id].country, s.id, s.j
            return True
        return False

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
        elif (half := scan.get(x.j, ("half",))) is not None and scan.names_state("KOR", "PRK"):
            draft.country, draft.of, draft.j, draft.b = half.tag.partition(":")[2], half.tag, half.j, half.j
        k = draft.j + (1 if scan.word(draft.j) in ("،", ",") else 0)
        found = self.people.name(k, titled=k == draft.j and draft.of is not None)
        if found is not None:
            draft.form, draft.a, draft.b, draft.j = "name", found.a, found.b, found.j
            draft.id, draft.words, draft.name = found.id, found.words, found.name
            draft.gender, draft.country = found.gender or draft.gender, draft.country or found.country
        return draft
