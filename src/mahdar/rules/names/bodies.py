"""Bodies: ministries by field, organs of states by noun and nationality, and those the lexicon knows."""

from __future__ import annotations

from msgspec.structs import replace

from ...arabic.clitics import bare
from ...english.names import of_state, slug
from .draft import Draft
from .media import Media
from .people import People
from .scan import Atom, Scan

#: classes of phrases a body may begin with
_READ = frozenset({"body", "media", "beside", "mednoun", "organ", "bodynoun", "field"})
#: fields that name the ministry without وزارة
_ALONE = frozenset({"foreign", "interior", "defence", "finance", "treasury", "justice"})


_IN = "في"
_LED = "ب"
_FEMININE = ("ه", "ا", "ي")  # العملية, العليا, الكبرى
#: bodies that planes and troops are of, though their state isn't said: طيران النظام
_COMMAND = ("regime", "army", "government")


class Bodies:
    """The grammar of bodies over a scan."""

    def __init__(self, scan: Scan, people: People) -> None:
        self.scan, self.lexicon, self.people = scan, scan.lexicon, people
        self.media = Media(scan)

    def read(self, i: int, prefixes: tuple[str, ...] | None = None) -> Draft | None:
        """The body at i: the longest of what the lexicon and the grammar find, or None."""
        best: Draft | None = None
        if not self.scan.may(i, _READ) or self.scan.get(i - 1, ("election",), None):
            return None  # انتخابات الرئاسة المصرية is no presidency
        for x in self.scan.atoms(i):
            if prefixes is not None and x.prefix not in prefixes:
                continue
            draft = None
            if x.cls in ("body", "media"):
                if x.cls == "media" and self.media.one(i, x) != x:
                    continue
                if (state := self.scan.get(i, ("state",), (x.prefix,))) is not None and state.j == x.j:
                    continue
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
                )
                self._with_state(draft)
                if (noun := self.scan.get(i, ("organ",), (x.prefix,))) is not None:
                    draft.title = noun.id
            elif x.cls == "beside":
                draft = self._beside(i, x)
            elif x.cls == "mednoun":
                draft = self.media.read(i, x) or self._bare_medium(i, x)
            elif x.cls == "organ":
                draft = self._organ(i, x)
            elif x.cls == "bodynoun":
                draft = self._noun(i, x)
            elif x.cls == "field":
                draft = self._ministry(i, x.j, x, bare=True)
            if draft is not None and (best is None or draft.j > best.j or (draft.j == best.j and x.cls == "mednoun" and not draft.bare)):
                best = draft
        return best

    def _with_state(self, draft: Draft) -> None:
        """A known body's own nationality behind it belongs to the phrase: مجلس الأمن القومي الأمريكي."""
        x = self.scan.get(draft.j, ("adj",))
        if x is not None and draft.country and self.lexicon[x.id].country == draft.country and x.tag.endswith("+"):
            draft.j = draft.b = x.j

    def _organ(self, i: int, x: Atom) -> Draft | None:
        noun = self.scan.words.nouns[x.id]
        if x.id == "media" and "أ" in self.scan.text.raw_of(i, i + 1):
            return None  # أعلام are flags
        if x.id == "ministry":
            f = self.scan.get(x.j, ("field",))
            if f is None:
                return (
                    Draft(i, x.j, i, x.j, x.prefix, "name", "institution", gender="f", title="ministry", bare=True)
                    if x.tag.endswith("+")
                    else None
                )
            return self._ministry(i, f.j, f, prefix=x.prefix)
        j = self._official(x.j)
        state = self._state(j, definite=x.tag.endswith("+"), construct=noun.construct)
        if state is None:
            return self._sent(i, x) or self._bare(i, x)
        j = self._official(state.j)
        if not noun.sector and (west := self.scan.get(j, ("bloc",))) is not None:
            j = west.j  # حلفاء أوكرانيا الغربيون
        entry = self.lexicon[state.id]
        country = entry.country if noun.sector else None  # a state's allies aren't the state's
        draft = Draft(
            i,
            j,
            i,
            j,
            x.prefix,
            "name",
            noun.kind,
            country=country,
            sector=noun.sector,
            gender=noun.gender,
            number=noun.number,
            title=x.id,
            of=state.id,
        )
        if noun.kind == "state":
            draft.id, draft.name = state.id, entry.name
        else:
            draft.name = of_state(noun.english, entry.country, entry.name)
        if x.id == "embassy" and (host := self._host(j, entry.country)) is not None:
            draft.plain, draft.name = draft.name or "", f"{draft.name} in {host}"
        return draft

    def _host(self, j: int, sender: str | None) -> str | None:
        """Where an embassy is, by the words behind it («السفارة الروسية في لندن»); None where they don't say, or name the sender's own."""
        inside = self.scan.get(j, ("inside",))
        x = self.scan.get(inside.j if inside else j, ("state", "place"), ("",) if inside else ("ب",))
        here = self.lexicon[x.id] if x is not None else None
        return here.name if here is not None and here.country != sender else None

    def _sent(self, i: int, x: Atom) -> Draft | None:
        """Those whom a body has sent: وفد من الكونغرس, وفد حركة حماس."""
        noun = self.scan.words.nouns[x.id]
        if not noun.sent or x.tag.endswith("+"):
            return None
        inside = self.scan.get(x.j, ("inside",))
        body = self.read(inside.j if inside is not None else x.j, ("",))
        if body is None or body.bare or body.kind in ("agency", "outlet", "state"):
            return None
        return replace(
            body, i=i, a=i, prefix=x.prefix, id=None, name=f"{body.name} {noun.english}", kind=noun.kind, sector=body.sector or noun.sector,
            gender=noun.gender, number=noun.number, title=x.id, of=body.id or self.ident(body), nested=[],
        )  # fmt: skip

    def _noun(self, i: int, x: Atom) -> Draft | None:
        """الحركة, التنظيم: the body of that noun named last; not where an adjective makes it another, nor as an adjective."""
        if self._described(x) or (not x.prefix and i and self.scan.word(i - 1).startswith(("ال", "وال"))):
            return None
        word = bare(self.scan.norms[i][len(x.prefix) :]) if x.prefix != "ل" else self.scan.norms[i][2:]
        return Draft(i, x.j, i, x.j, x.prefix, "name", "group", title=f"noun {word}", bare=True)

    def _described(self, x: Atom) -> bool:
        """May the word behind a noun with ال be its adjective? Not where it is of the other gender («دان الاتحاد العملية»)."""
        head, w = self.scan.word(x.j - 1), self.scan.word(x.j)
        if not w.startswith("ال") or self.scan.get(x.j, ("function",)) is not None:
            return False
        feminine = w.endswith(_FEMININE)
        return feminine if head.endswith(_FEMININE[:1]) else not w.endswith(_FEMININE[:1])

    def wing(self, i: int, x: Atom, loaded: Draft | None) -> Draft | None:
        """The planes or troops of a coalition, a league, an armed group, which stand for it: طائرات التحالف العربي."""
        owner = self.read(x.j, ("",)) or loaded
        regime = owner is not None and owner.bare and owner.title in _COMMAND
        if owner is None or not (regime or (owner.kind in ("organization", "group") and owner.id is not None and not owner.bare)):
            return None
        owner.i, owner.a, owner.prefix, owner.number = i, i, x.prefix, "p"
        return owner

    def conjoined(self, draft: Draft) -> Draft | None:
        """The same organ of a second state: القوات الأمريكية والكورية الجنوبية, الجانبين الروسي والتركي."""
        noun = self.scan.words.nouns.get(draft.title or "")
        if noun is None or not (draft.of or "").startswith("state:") or draft.nested or noun.kind == "unnamed":
            return None
        x = self.scan.get(draft.j, ("adj",), ("و",))
        mine = self.scan.get(draft.j - 1, ("adj",)) or self.scan.get(draft.j - 2, ("adj",))
        if x is None or mine is None or x.tag != mine.tag or mine.j != draft.j or mine.id != draft.of:
            return None
        entry = self.lexicon[x.id]
        part = replace(draft, i=draft.j, j=x.j, a=draft.j, b=x.j, prefix="و", of=x.id, country=entry.country if noun.sector else None)
        if noun.kind == "state":
            part.id, part.name = x.id, entry.name
        else:
            part.id, part.name = None, of_state(noun.english, entry.country, entry.name)
        return part

    def _beside(self, i: int, x: Atom) -> Draft | None:
        """A body whose name is an everyday word, beside another that tells (فتح وحماس)."""
        other, _, ident = x.tag.partition(" ")
        behind = any(y.id == other and y.prefix == "و" for y in self.scan.atoms(x.j))
        before = x.prefix == "و" and any(y.id == other for k in (i - 1, i - 2) if k >= 0 for y in self.scan.atoms(k) if y.j == i)
        entry = self.lexicon.get(ident)
        if entry is None or not (behind or before):
            return None
        return Draft(i, x.j, i, x.j, x.prefix, "name", entry.kind, id=ident, name=entry.name, country=entry.country, sector=entry.sector)

    def _bare_medium(self, i: int, x: Atom) -> Draft | None:
        """الصحيفة, الوكالة: the one named last."""
        if not self.scan.norms[i][len(x.prefix) :].startswith("ال"):
            return None
        return Draft(i, x.j, i, x.j, x.prefix, "name", x.tag, title=x.id, bare=True)

    def _bare(self, i: int, x: Atom) -> Draft | None:
        """An organ whose state isn't said here: الجيش; or said by the man at its head: إدارة ترامب, نظام الأسد."""
        noun = self.scan.words.nouns[x.id]
        if x.tag.endswith("+"):
            if x.id == "judiciary" and self.scan.get(x.j, ("upon",)):
                return None  # القضاء على, the end of
            there = self._there(x.j) if noun.bare in ("home", "local") else None
            if there is not None:
                name = of_state(noun.english, there)
                return Draft(
                    i,
                    x.j,
                    i,
                    x.j,
                    x.prefix,
                    "name",
                    noun.kind,
                    name=name,
                    country=there,
                    sector=noun.sector,
                    gender=noun.gender,
                    number=noun.number,
                    title=x.id,
                    of=f"state:{there}",
                )
            return (
                None
                if not noun.bare
                else Draft(
                    i,
                    x.j,
                    i,
                    x.j,
                    x.prefix,
                    "name",
                    noun.kind,
                    name=noun.english,
                    sector=noun.sector,
                    gender=noun.gender,
                    number=noun.number,
                    title=x.id,
                    bare=True,
                )
            )
        found = self.people.name(x.j, titled=False) if noun.construct else None
        if found is None or found.id is None or found.country is None or (x.prefix == _LED and x.id == "presidency"):
            return None  # برئاسة ماكين: led by him
        name = of_state(noun.english, found.country)
        return Draft(
            i,
            found.j,
            i,
            x.j,
            x.prefix,
            "name",
            "institution",
            name=name,
            country=found.country,
            sector=noun.sector,
            gender=noun.gender,
            number=noun.number,
            title=x.id,
            of=f"state:{found.country}",
            nested=[found],
        )

    def _there(self, j: int) -> str | None:
        """The country of a place right behind في: القضاء في روسيا, الشرطة في نيويورك."""
        inside = self.scan.get(j, ("inside",)) if self.scan.word(j) == _IN else None
        x = self.scan.get(inside.j, ("state", "place")) if inside is not None else None
        country = self.lexicon[x.id].country if x is not None else None
        return country if country and f"state:{country}" in self.lexicon.entries else None

    def _official(self, j: int) -> int:
        x = self.scan.get(j, ("quality",))
        return x.j if x is not None else j

    def _state(self, j: int, definite: bool, construct: bool = True) -> Atom | None:
        """The nationality (agreeing in definiteness) or the state's name at j."""
        for x in self.scan.atoms(j):
            if x.cls == "adj" and not x.prefix and x.tag.endswith("+" if definite else "-"):
                return x
            if x.cls == "state" and not x.prefix and not definite and construct:
                return x
        return self.scan.malian(j) if definite else None

    def _ministry(self, i: int, j: int, f: Atom, prefix: str | None = None, bare: bool = False) -> Draft | None:
        """وزارة الخارجية الروسية, وزارة خارجية روسيا, and the field alone with a feminine nationality: الخارجية الروسية."""
        scan = self.scan
        if not bare:
            while (y := scan.get(j, ("field",), ("و",))) is not None:
                j = y.j
        elif f.tag != "+" or f.id not in _ALONE:
            return None
        field, title = self.lexicon[f.id], f"{f.id}_ministry"
        ministry = field.more.get("ministry") or f"{field.name.capitalize()} Ministry"
        state = None
        for x in scan.atoms(j):
            if not x.prefix and ((x.cls == "adj" and x.tag == "fs+") or (x.cls == "state" and not bare)):
                state = x
                break
        if state is None:
            if bare:
                return None
            return Draft(i, j, i, j, prefix or "", "name", "institution", name=ministry, sector="GOV", gender="f", title=title, bare=True)
        entry = self.lexicon[state.id]
        name = of_state(ministry, entry.country, entry.name)
        return Draft(
            i,
            state.j,
            i,
            state.j,
            f.prefix if prefix is None else prefix,
            "name",
            "institution",
            name=name,
            country=entry.country,
            sector="GOV",
            gender="f",
            title=title,
            of=state.id,
        )

    def ident(self, draft: Draft) -> str:
        """The id of a body the grammar composed: its English name."""
        return f"institution:{slug(draft.name or '')}"
