"""People without a name: officials, sources, crowds, peoples, kin, counterparts."""

from __future__ import annotations

from msgspec.structs import replace

from ...english.names import demonym, of_state, slug
from .bodies import Bodies
from .draft import Draft
from .people import People
from .scan import Atom, Scan

_RANK = "senior"  # stands before the nationality
_SOUND = ("ون", "ين")


def _sound(word: str) -> bool:
    """Is the plural a sound one (مستوطنون), which loses its last letter before an owner?"""
    return word.endswith(_SOUND)


class Unnamed:
    """The grammar of unnamed people over a scan."""

    def __init__(self, scan: Scan, bodies: Bodies, people: People) -> None:
        self.scan, self.bodies, self.people, self.lexicon = scan, bodies, people, scan.lexicon

    def folk(self, i: int) -> Draft | None:
        """A people in the plural: الإسرائيليون, الروس; with ال, and not as the adjective of a noun before it."""
        x = self.scan.get(i, ("people", "adj"), None)
        if x is None:
            return None
        prior = self.scan.word(i - 1) if i else ""
        if not x.tag.endswith("+") and not x.prefix and self.scan.counts(i - 1) and (x.tag[1] != "s" or x.tag[0] == "m"):
            return self._folk(i, x, "nationals")  # ثلاثة فلسطينيين, 61 فلسطينيا
        if (x.cls == "adj" and x.tag[1] == "s") or not x.tag.endswith("+"):
            return None
        described = prior.endswith(("ين", "ون", "ان", "ات")) or prior.startswith("ال")
        if x.cls == "adj" and not x.prefix and described and not self.scan.get(i - 1, ("many",), None):
            return None
        return self._folk(i, x)

    def _folk(self, i: int, x: Atom, noun: str = "people") -> Draft:
        entry = self.lexicon[x.id]
        name = of_state(noun, entry.country, entry.name)
        return Draft(i, x.j, i, x.j, x.prefix, "name", "unnamed", name=name, country=entry.country, number="p", of=x.id)

    def read(self, i: int) -> Draft | None:
        """مسؤول أمريكي, مصدر في وزارة الخارجية الروسية, متظاهرون: someone without a name."""
        scan = self.scan
        x = scan.get(i, ("unnamed",), None)
        if x is None:
            return None
        noun = scan.words.nouns[x.id]
        if "ك" in x.prefix or ("ب" in x.prefix and scan.get(i - 1, ("peopled",), None)):
            return None  # كرهينة, as a hostage; آهلة بالسكان
        if noun.adjective and x.tag[1] == "s" and not x.prefix and i and scan.noun(scan.word(i - 1).removeprefix("و")):
            return None
        if x.id == "official" and x.tag[1] == "s" and not x.prefix and scan.get(x.j, ("answerable",), None):
            return None  # روسيا مسؤولة عن الهجوم
        if x.id == "journalist" and scan.get(i - 1, ("event",), None):
            return None  # مؤتمر صحفي بالبيت الأبيض
        draft = Draft(i, x.j, i, x.j, x.prefix, "name", "unnamed", sector=noun.sector, number=x.tag[1], title=x.id)
        feminine = scan.word(i).endswith("ه" if x.tag[1] == "s" else "ات")  # طائرة, منظمات
        draft.gender = "f" if feminine else x.tag[0]
        draft.name = noun.english if x.tag[1] == "s" else noun.many
        draft.definite = x.tag.endswith("+")
        while self._more(draft, x):
            pass
        if draft.id is not None:
            return draft
        if x.tag[1] == "s" and draft.definite and (found := self._bearer(draft.j, draft.j > x.j)) is not None:
            found.i, found.prefix, found.country = i, draft.prefix, found.country or draft.country  # السائق الفنلندي كيمي رايكونن
            found.gender, found.called = found.gender or draft.gender, x.id
            return found
        if x.tag.endswith("c") and draft.j == x.j:
            return None  # متمردو without whose
        if x.tag[1] == "s" and draft.definite and not draft.qualities:
            draft.called = x.id
        if draft.j == x.j and ((draft.definite and not (noun.crowd and x.tag[1] != "s")) or noun.crowd == "adj"):
            draft.pointing = True
            return draft if draft.called and noun.crowd != "adj" else None
        if draft.country and (draft.of or "").partition(":")[0] not in ("institution", "organization", "group"):
            draft.name = of_state(draft.name, draft.country)
        if draft.qualities and draft.name:
            label = noun.english if x.tag[1] == "s" else noun.many
            draft.plain, draft.name = draft.name, self.described(draft.name, label, draft.qualities)
        draft.b = draft.j
        return draft

    def _more(self, draft: Draft, x: Atom) -> bool:
        """Take one more word or body that says whose or what kind; False where none is left."""
        scan, j = self.scan, draft.j
        if draft.country is None and (nations := scan.get(j, ("un",))) is not None:
            draft.country, draft.of, draft.j = "IGO", "organization:united-nations", nations.j
            draft.name = f"UN {draft.name}"
            return True
        q = scan.get(j, ("quality", "ethnic"))
        if q is not None and (draft.definite or not scan.word(j).startswith("ال")):  # not وفد المعارضة, of whom
            draft.j = q.j
            draft.qualities += (q.tag,) if q.cls == "quality" and q.tag else ()
            return True
        if draft.country is not None:
            return False
        built = x.tag.endswith("c")  # متمردو, which only its owner follows
        y = scan.get(j, ("adj", "people")) if not built else None
        if y is not None and self._agrees(x, y):
            draft.country, draft.of, draft.j = self.lexicon[y.id].country, y.id, y.j
            return True
        inside = scan.get(j, ("inside",)) if not built else None
        if x.tag[1] == "p" and (member := scan.get(j, ("member",))) is not None:  # مسلحون يعتقد أنهم من داعش
            its = self.bodies.read(member.j, ("", "ل"))
            inside = member if its is not None and its.kind == "group" else inside
        loose = not scan.words.nouns[x.id].construct  # طالب, of a verb's letters too
        owns = not draft.definite and not loose and x.j - draft.i == 1
        owns = owns and (built or not _sound(scan.word(x.j - 1)) and not self._described(x, j))
        if inside is None:
            body = self.bodies.read(j, ("ب", ""))
        else:
            body = self.bodies.read(inside.j, ("", "ل") if inside.cls == "member" else ("",))
        if body is not None and body.kind in ("agency", "outlet") and x.id != "journalist":
            body = None
        if body is not None and body.bare and scan.home and (body.title or "").endswith("_ministry") and (inside or body.prefix):
            draft.country, draft.j, draft.of = scan.home, body.j, f"institution:{slug(of_state(body.name or '', scan.home))}"
            draft.name = f"{of_state(body.name or '', scan.home)} {draft.name}"  # مصدر مسؤول بوزارة الخارجية
            return True
        if body is not None and not body.bare and (inside or body.prefix or owns):
            draft.country, draft.of, draft.j = body.country, body.id or self.bodies.ident(body), body.j
            itself = body.kind == "group" and x.id != "supporter" or body.kind == "organization" and x.id == "leaders"
            if itself and body.id and x.tag[1] != "s":  # its fighters are the group, قادة الاتحاد الأوروبي the union
                draft.kind, draft.id, draft.title, draft.b = body.kind, body.id, None, body.j
                return False
            if body.kind != "state":
                draft.name = f"{body.name} {draft.name}"
            return True
        s = scan.get(inside.j if inside else j, ("state", "place"))
        if s is not None and (owns or inside and not draft.definite):
            draft.country, draft.of, draft.j = self.lexicon[s.id].country, s.id, s.j
            return True
        return False

    def _bearer(self, j: int, described: bool) -> Draft | None:
        """The name behind a definite noun: one that begins with a first name, or two words behind a nationality."""
        first = self.scan.get(j, ("first", "kunya"))
        found = self.people.name(j, titled=described or first is not None)
        return found if found is not None and (found.b - found.a > 1 or (described and first is not None)) else None

    @staticmethod
    def _agrees(x: Atom, y: Atom) -> bool:
        """Does the nationality fit the noun? A plural takes a plural, or a feminine singular, with ال or not."""
        if x.tag[1] == "s":
            return y.cls == "adj" and y.tag[-1] == x.tag[-1]
        return y.tag[:2] != "ms" or (y.tag[-1] == x.tag[-1] and y.tag[-1] == "+")

    def _described(self, x: Atom, j: int) -> bool:
        """Has an adjective followed the noun, so that no owner can?"""
        return j > x.j

    @staticmethod
    def described(name: str, noun: str, qualities: tuple[str, ...]) -> str:
        """The name of somebody with what his label says of him: «senior US official», «Iraqi security source»."""
        kinds = [q for q in reversed(qualities) if q != _RANK]
        rank = [_RANK] if _RANK in qualities else []
        return " ".join((*rank, *name.removesuffix(noun).split(), *kinds, noun)) if name.endswith(noun) else name

    def conjoined(self, draft: Draft) -> Draft | None:
        """The same noun of another nationality: المسؤولين الأمريكيين والكوريين الجنوبيين."""
        if draft.number != "p" or not (draft.of or "").startswith("state:") or draft.nested:
            return None
        x = self.scan.get(draft.j, ("adj",), ("و",))
        mine = self.scan.get(draft.j - 1, ("adj",)) or self.scan.get(draft.j - 2, ("adj",))
        if x is None or mine is None or x.tag != mine.tag or mine.j != draft.j:
            return None
        entry = self.lexicon[x.id]
        here, there = demonym(draft.country), demonym(entry.country)
        if here is None or there is None or not (draft.name or "").startswith(here):
            return None
        name = there + (draft.name or "")[len(here) :]
        return replace(draft, i=draft.j, j=x.j, a=draft.j, b=x.j, prefix="و", name=name, country=entry.country, of=x.id)

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

    def peers(self, draft: Draft) -> list[Draft]:
        """The other one of a pair of counterparts: نظيريه الروسي فلاديمير بوتين، والإيراني، حسن روحاني."""
        scan, j = self.scan, draft.j
        if draft.number != "d" or draft.title is not None or draft.words is None and draft.id is None or draft.of is None:
            return []
        k = j + 1 if scan.word(j) in ("،", ",") else j
        x = scan.get(k, ("adj",), ("و",))
        found = self.people.name(x.j + (scan.word(x.j) in ("،", ",")), titled=False) if x is not None else None
        if x is None or found is None:
            return []
        draft.number = found.number = "s"
        found.i, found.prefix, found.of = k, "و", x.id
        found.country = self.lexicon[x.id].country or found.country
        return [found]
