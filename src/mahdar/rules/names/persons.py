"""Which person a name means: a row of the lexicon, a name of this article, or somebody new."""

from __future__ import annotations

from ...arabic.clitics import CONJUNCTIONS
from ...arabic.letters import fold
from ...arabic.romanise import romanise
from ...arabic.skeleton import skeletons
from ...english.names import slug
from ...model import Entity
from .draft import Draft
from .model import Named
from .offices import Offices
from .words import ARABIC, similar, spelling, words

_REIGNING = {
    "king": ("king",),
    "custodian": ("king",),
    "emir": ("emir",),
    "sultan": ("sultan",),
    "prince": ("crown_prince",),
    "crown_prince": ("crown_prince",),
    "emperor": ("emperor",),
}
_GUTTURAL = frozenset("حعصضظذث")  # letters that foreign names are rarely written with
_NEAR = 6  # words between a man and his son or daughter
_NOUNS = ("title", "organ", "unnamed", "mednoun", "body", "field")


class Persons(Offices):
    """Settles drafts of people named."""

    def _person(self, d: Draft) -> None:
        """Settle a named person: the draft's id becomes that of its entity."""
        scan = self.scan
        words = tuple(w for w in scan.norms[d.a : d.b] if w[0].isalpha())
        if d.prefix and d.a == d.i and len(words) > 1:  # وأحمد حسن is أحمد حسن
            words = (words[0].removeprefix(d.prefix), *words[1:])
        if d.words is not None:
            d.id = self._monarch(d, words) or self.full.get(words) or self._partial(words, d) or self._variant(words, d)
            d.id = d.id or self._in_office(words, d)
            if d.id is None and d.title is None and self._halved(words) and not self._acts(d.i):
                return  # صلاح الدين: half a man's name, or a province
            if d.id is None:
                self._unknown(d, words)
                return
        elif d.shared:
            d.id = self._told_apart(d)
        elif d.b - d.a == 1 and d.id not in self.entities:
            rivals = self.last.get(words[0].removeprefix(d.prefix))
            if rivals and len(rivals) == 1:
                d.id = rivals[0]
            elif d.weak:
                d.id = None
        entry = self.lexicon.get(d.id or "")
        if entry is not None and entry.id not in self.entities:
            office = d.office if d.title and not d.former else entry.office or d.office
            self._add_row(entry.id, office)
        if d.id:
            self._remember(words, d.id)

    def _monarch(self, d: Draft, words: tuple[str, ...]) -> str | None:
        """A king, emir or prince by his own name alone: who reigns under it on the day, if only one does."""
        if d.title not in _REIGNING or len(words) > 2:
            return None
        name = " ".join(words)
        fits = []
        for ident in self.lexicon.holding(_REIGNING[d.title], self.day):
            entry = self.lexicon.get(ident)
            if entry is None or (d.country is not None and entry.country != d.country):
                continue
            arabic = fold(entry.name_ar or "")
            bare = arabic.partition(" ")[2]  # الملك سلمان بن عبد العزيز
            if any(a == name or a.startswith(name + " ") for a in (arabic, bare)):
                fits.append(ident)
        if not fits and d.title == "emir":  # الأمير محمد, whom the article names in full
            fits = [
                e.id
                for e in self.entities.values()
                if e.kind == "person" and e.why == "lexicon" and fold(e.name_ar or "").startswith(name + " بن ")
            ]
        if not fits:  # الأمير وليام, where the article also has him as ويليام
            first = spelling(words, self.lexicon.spellings, "west")[0]
            known = [e for e in self.entities.values() if e.kind == "person" and e.why == "lexicon" and " " in e.name]
            fits = [e.id for e in known if first in e.name.split()]
        if len(fits) > 1:       # الأمير محمد, of two: the one named here, or of the article's country
            fits = [f for f in fits if f in self.entities] or [f for f in fits if self.lexicon[f].country == self.home]
        return fits[0] if len(fits) == 1 else None

    def _kin(self, drafts: list[Draft]) -> None:
        """First names alone, of the family of the man named before: his last name is theirs."""
        head: Entity | None = None
        end = -1
        for d in drafts:
            if d.kin and d.i - end > _NEAR:
                d.id, d.words = None, None
            elif d.kin:
                word = self.scan.norms[d.a : d.b]
                first = spelling(tuple(word), self.lexicon.spellings, "west")[0]
                if head is None or first is None or " " not in head.name:
                    d.id, d.words = None, None
                    continue
                name = f"{first} {head.name.split()[-1]}"
                entry = self.lexicon.get(f"person:{slug(name)}")
                d.id = entry.id if entry else f"person:{slug(name)}"
                if d.id not in self.entities:
                    self._add(
                        Entity(
                            id=d.id,
                            kind="person",
                            name=name,
                            name_ar=self.scan.text.raw_of(d.a, d.b),
                            country=head.country,
                            why="of the family named before",
                        )
                    )
            elif d.kind == "person" and d.form == "name" and d.id in self.entities:
                head, end = self.entities[d.id], d.j

    def _told_apart(self, d: Draft) -> str | None:
        """Whom a short form of several people means: the bearer of the title, the one named in full here, the article's
        countryman, the default; None where none of these tells."""
        shared = self.lexicon.shared[d.shared]
        if d.title and d.of:
            held = [p for p in shared.people if p in self.lexicon.ever_held(d.title, d.of)]
            held = held or [p for p in shared.people if (e := self.lexicon.get(p)) and e.country == d.country]
            if len(held) == 1:
                return held[0]
        here = [p for p in shared.people if p in self.entities]
        if len(here) == 1 or d.id in here:
            return here[0] if len(here) == 1 else d.id
        if "country" in shared.told_by and self.home and not here:
            fits = [p for p in shared.people if (e := self.lexicon.get(p)) and e.country == self.home]
            if len(fits) == 1:
                return fits[0]
        return None if here else d.id

    def _partial(self, words: tuple[str, ...], d: Draft) -> str | None:
        """An unknown name that is part of a longer one of this article: first and last word, or the last alone."""
        fits = [ident for full, ident in self.full.items() if full[-1] == words[-1] and (full[0] == words[0] or len(words) == 1)]
        if not fits and len(words) == 2 and self._joined(words):        # عبد الرحمن, of رامي عبد الرحمن
            fits = self.last.get("".join(words), [])
        if not fits and len(words) == 1:  # Korean and Chinese family names stand first
            fits = self.families.get(words[0], [])
        if not fits and len(words) == 1:
            fits = self.last.get(words[0], [])
        return fits[0] if len(set(fits)) == 1 else None

    def _joined(self, words: tuple[str, ...]) -> bool:
        """Are the last two words one name: عبد الرحمن, عز الدين?"""
        return words[-2] in self.scan.words.slaves or words[-1] in self.scan.words.nolast

    def _halved(self, words: tuple[str, ...]) -> bool:
        """Is it a first name of two words and no more (صلاح الدين)? One of God's servants may be called by that alone (عبد الله)."""
        return len(words) == 2 and words[1] in self.scan.words.nolast - self.scan.words.god and words[0] not in self.scan.words.slaves

    def _variant(self, words: tuple[str, ...], d: Draft) -> str | None:
        """A person of the lexicon by his own short name behind a first name that is spelled otherwise: ايمانويل ماكرون."""
        if len(words) < 2:
            return None
        scan = self.scan
        shared = self.lexicon.shared.get(words[-1])
        fits = list(shared.people) if shared else [item[1] for item in self.lexicon.single(words[-1]) if item[0] == "short"]
        first = (spelling(words[:1], self.lexicon.spellings, "west")[0] or romanise(words[0])).casefold()
        firsts = {f: scan.lexicon[f].name.split()[0].casefold() for f in fits}
        fits = [f for f, own in firsts.items() if any(similar(first, x) for x in (own, *own.split("-")))]  # إيف لودريان
        return fits[0] if len(fits) == 1 else self._sounding(words, d) if not fits else None

    def _sounding(self, words: tuple[str, ...], d: Draft) -> str | None:
        """The one person of the lexicon, of no Arab country, whose name has the same consonants: جاريد كوشنار for جاريد كوشنر."""
        key = skeletons(words)
        entry = self.lexicon.get(self.lexicon.skeletons.get(key, "")) if key else None
        if entry is None or entry.country in self.scan.words.arab or d.country not in (None, "IGO", entry.country):
            return None
        return entry.id

    def _unknown(self, d: Draft, words: tuple[str, ...]) -> None:
        raw = self._printed(d.a, d.b, d.prefix)
        parts = tuple(fold(raw).replace("-", " ").split())
        habit = self._habit(parts, d.country)
        name = romanise(raw, spelling(parts, self.lexicon.spellings, habit), habit)
        name = name[:1].upper() + name[1:]  # Ibn Khaldun
        d.id = f"person:{slug(name)}" + (f"-{d.country.lower()}" if d.country else "")
        if d.id not in self.entities:
            self._add(
                Entity(
                    id=d.id,
                    kind="person",
                    name=name,
                    name_ar=raw,
                    country=d.country,
                    sector=d.sector,
                    office=self._office(d),
                    why="name grammar",
                )
            )
        self.full[words] = d.id
        self._remember(words, d.id)

    def _habit(self, parts: tuple[str, ...], country: str | None) -> str:
        """Whose habit of spelling: the country's; the article's country's, where that habit knows the first name; the first
        name's, a Western one before an Arab one; that of foreign names where no letter is Arabic alone."""
        w = words()
        of_country = w.habits.get(country or "")
        if of_country is not None:
            return of_country
        known = w.first_habits.get(" ".join(parts[:2])) or w.first_habits.get(parts[0], ())
        home = w.habits.get(self.home or "") if country is None else None
        if home is not None and known and (home in known or (home in ARABIC and "ar" in known)):
            return home
        arabic = bool(_GUTTURAL.intersection("".join(parts))) or any(p.startswith("ال") for p in parts)
        if known and "ar" in known:
            native = arabic or any(p in w.first_by_habit["ar"] or "ar" in w.last.get(p, ()) for p in parts[1:])
            return "ar" if native or "west" not in known else "west"
        if known:
            return known[0]
        last = w.last.get(parts[-1])
        if last is not None:
            return next(iter(last))
        return "west" if country or not arabic else "ar"

    def _office(self, d: Draft) -> str | None:
        return (f"former {d.office}" if d.former else d.office) if d.office else None

    def _remember(self, words: tuple[str, ...], ident: str) -> None:
        if len(words) > 2 and self._joined(words):
            words = (*words[:-2], words[-2] + words[-1])
        if len(words) > 1 and words[-1] not in self.scan.words.nolast:
            if self._family_first(words, ident):
                known = self.families.setdefault(words[0], [])
                if ident not in known:
                    known.append(ident)
            known = self.last.setdefault(words[-1], [])
            if ident not in known:
                known.append(ident)

    def _family_first(self, words: tuple[str, ...], ident: str) -> bool:
        country = self.entities[ident].country if ident in self.entities else None
        known = self.scan.words.first.get(words[0])
        return (self.scan.words.habits.get(country or "") or (known[2] if known else "")) in ("ko", "zh")

    def _later(self, taken: list[Named]) -> list[Named]:
        """Bare last names of people the article named in full."""
        scan, common = self.scan, self.scan.words.common
        wanted: dict[str, tuple[str, list[str]]] = {}
        told: dict[str, tuple[str, list[str]]] = {}  # last names that are everyday words too: right behind a verb that people do
        for w, idents in (*self.last.items(), *self.families.items()):
            if (len(w) > 2 or w in self.families) and (w not in common or w.startswith("ال")):
                for prefix in ("", "و", "ل", "ب", "ف", "ول"):
                    if not prefix or prefix + w not in common:
                        wanted.setdefault(prefix + w, (prefix, idents))
            elif len(w) > 2:
                for prefix in ("", "و", "ف"):
                    told.setdefault(prefix + w, (prefix, idents))
        first = scan.words.first
        for w, (prefix, idents) in list(wanted.items()):  # هامل and الهامل are one
            if not prefix and len(idents) == 1:
                other = w[2:] if w.startswith("ال") else "ال" + w
                if len(other) > 4 and other not in common and other not in first and w not in first:
                    wanted.setdefault(other, (prefix, idents))
        names = {*wanted, *told}
        if names.isdisjoint(scan.norms):
            return []
        places = [i for i, norm in enumerate(scan.norms) if norm in names and (norm in wanted or self._acts(i))]
        if not places:
            return []
        covered = {t for m in taken for t in range(m.i, m.j)}
        out = []
        for i in places:
            if i not in covered and not scan.get(i, _NOUNS, None):
                prefix, idents = wanted.get(scan.norms[i]) or told[scan.norms[i]]
                ident = idents[0] if len(idents) == 1 else self._nearest(idents, i, taken)
                if ident is not None:
                    e = self.entities[ident]
                    out.append(
                        Named(i=i, j=i + 1, a=i, b=i + 1, prefix=prefix, form="name", entities=(ident,), kind="person", country=e.country)
                    )
        return out

    def _acts(self, i: int) -> bool:
        """Does a verb of saying stand right before the token (وأضاف رمضان), and no word that goes with it behind?"""
        scan = self.scan
        before = scan.norms[i - 1] if i else ""
        said = before in scan.words.sayers or (before[:1] in CONJUNCTIONS and before[1:] in scan.words.sayers)
        return said and i not in scan.timed

    def _nearest(self, idents: list[str], i: int, taken: list[Named]) -> str | None:
        """Of several bearers of a name the one named last before the token; the only one named behind it, else None."""
        before = [m.entity for m in taken if m.entity in idents and m.i < i]
        return before[-1] if before else None
