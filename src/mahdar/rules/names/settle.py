"""Which entity every draft means: the lexicon's, a holder of the office on the day, an earlier mention's, or a new one."""

from __future__ import annotations

from ...arabic.letters import fold
from ...arabic.romanise import romanise
from ...english.names import of_state, slug
from ...model import Entity
from .draft import Draft
from .model import Named
from .scan import Scan
from .words import similar, spelling, words

_OFFICE_KEYS = {"foreign_minister": "foreign_minister", "defence_minister": "defence_minister"}


_HIGHEST = ("leader", "supreme_leader", "president", "king", "emir", "sultan")
_REIGNING = {"king": ("king",), "emir": ("emir",), "sultan": ("sultan",), "prince": ("crown_prince",), "crown_prince": ("crown_prince",), "emperor": ("emperor",)}
#: offices that without a state are those of the state the article is about
_AT_HOME = frozenset(
    "president prime_minister king emir sultan chancellor crown_prince foreign_minister defence_minister interior_minister "
    "speaker vice_president".split()
)
_NOUNS = ("title", "organ", "unnamed", "mednoun", "body", "field")
_ACTING = ("state", "institution", "organization", "group", "person")


def _alike(a: Named, b: Named) -> bool:
    """May the two be conjuncts?"""
    return a.kind == b.kind or (a.kind in _ACTING and b.kind in _ACTING)


class Settler:
    """Turns drafts into mentions and entities, in the order of the text; full names first."""

    def __init__(self, scan: Scan, day: str | None) -> None:
        self.scan, self.day, self.lexicon = scan, day, scan.lexicon
        self.entities: dict[str, Entity] = {}
        self.last: dict[str, list[str]] = {}  # last word of a full name → people of this article
        self.full: dict[tuple[str, ...], str] = {}  # folded unknown names → people of this article
        self.drafts: list[Draft] = []
        self.home: str | None = None                # the state the article is about
        self.genders: dict[str, str] = {}
        self.nested: list[Named] = []
        self.head: str | None = None                # the person named last, and by which office
        self.head_title: str | None = None
        self.families: dict[str, list[str]] = {}    # a family name that stands first (كيم) → people of this article
        self.organs: dict[str, str] = {}  # an organ's noun → the last of its kind in this article
        self.bearers: dict[str, str] = {}  # office key → the last person of this article who bore it

    def settle(self, drafts: list[Draft]) -> list[Named]:
        """The mentions, by token."""
        self.home, self.drafts = self._home(drafts), drafts
        inner = [n for d in drafts for n in d.nested]
        people = [
            d
            for d in (*drafts, *inner)
            if d.form == "name" and d.kind == "person" and (d.id or d.words is not None or d.shared)
        ]
        for d in sorted(people, key=lambda d: (-(d.b - d.a), d.a)):
            if not d.kin:
                self._person(d)
        self._kin(drafts)
        out = [m for d in drafts if (m := self._named(d)) is not None]
        self.nested = [m for d in inner if (m := self._named(d)) is not None]
        out = sorted([*out, *self._later([*out, *self.nested])], key=lambda m: m.i)
        self._group(out)
        for m in out:
            if m.kind == "person" and m.gender is None:
                entry = self.lexicon.get(m.entity)
                m.gender = self.genders.get(m.entity) or (entry.gender if entry is not None else None)
        return out

    def _home(self, drafts: list[Draft]) -> str | None:
        """The state the article is about, where one stands out: whose a body without nationality is."""
        counts: dict[str, int] = {}
        for d in drafts:
            if d.country and d.country != "IGO" and d.kind in ("state", "institution", "place", "person"):
                counts[d.country] = counts.get(d.country, 0) + 1
        ranked = sorted(counts.values(), reverse=True)
        if not ranked or ranked[0] < 3 or ranked[0] < 0.6 * sum(ranked):
            return None
        return max(counts, key=lambda c: counts[c])

    def _sentence_home(self, d: Draft) -> str | None:
        """The only state the sentence speaks of, or None."""
        a, b = next(((a, b) for a, b in self.scan.text.sentences if a <= d.i < b), (0, 0))
        found = {o.country for o in self.drafts if a <= o.i < b and o.country and o.country != "IGO"}
        return next(iter(found)) if len(found) == 1 else None

    def _named(self, d: Draft) -> Named | None:
        idents = self._ident(d)
        if idents is None:
            return None
        for other in d.also:
            idents += self._ident(other) or ()
        entity = self.entities[idents[0]]
        return Named(
            i=d.i,
            j=d.j,
            a=d.a if d.b > d.a else d.i,
            b=d.b if d.b > d.a else d.j,
            prefix=d.prefix,
            form=d.form,
            entities=idents,
            kind=entity.kind,
            country=entity.country,
            gender=d.gender,
            number=d.number,
            title=d.title,
            of=d.of,
        )

    def _group(self, mentions: list[Named]) -> None:
        """Conjuncts get a common group: أ وب, and أ، ب وج."""
        group = 0
        for k in range(1, len(mentions)):
            m, before = mentions[k], mentions[k - 1]
            if m.prefix != "و" or before.j != m.i or not _alike(m, before):
                continue
            if before.group is None:
                group += 1
                before.group = group
                while (
                    k >= 2
                    and before.i - 1 == mentions[k - 2].j
                    and self.scan.word(before.i - 1) == "،"
                    and _alike(before, mentions[k - 2])
                ):
                    before, k = mentions[k - 2], k - 1
                    if before.group is not None:
                        break
                    before.group = group
            m.group = mentions[mentions.index(m) - 1].group

    def finished(self) -> dict[str, Entity]:
        """The article's entities."""
        return self.entities

    # -- people

    def _person(self, d: Draft) -> None:
        """Settle a named person: the draft's id becomes that of its entity."""
        scan = self.scan
        words = tuple(w for w in scan.norms[d.a : d.b] if w[0].isalpha())
        if d.words is not None:
            d.id = self._monarch(d, words) or self.full.get(words) or self._partial(words, d) or self._variant(words)
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
            self._add(
                Entity(
                    id=entry.id,
                    kind="person",
                    name=entry.name,
                    name_ar=entry.name_ar,
                    wikidata=entry.wikidata,
                    country=entry.country,
                    sector=entry.sector,
                    office=office or entry.office,
                    why="lexicon",
                )
            )
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
            arabic = fold(entry.name_ar or "") if entry else ""
            bare = arabic.partition(" ")[2]     # الملك سلمان بن عبد العزيز
            if any(a == name or a.startswith(name + " ") for a in (arabic, bare)) and (d.country is None or entry.country == d.country):
                fits.append(ident)
        return fits[0] if len(fits) == 1 else None

    def _kin(self, drafts: list[Draft]) -> None:
        """First names alone, of the family of the man named before: his last name is theirs."""
        head: Entity | None = None
        for d in drafts:
            if d.kin:
                word = self.scan.norms[d.a : d.b]
                first = spelling(tuple(word), self.lexicon.spellings, "west")[0]
                if head is None or first is None or " " not in head.name:
                    d.id, d.words = None, None
                    continue
                name = f"{first} {head.name.split()[-1]}"
                entry = self.lexicon.get(f"person:{slug(name)}")
                d.id = entry.id if entry else f"person:{slug(name)}"
                if d.id not in self.entities:
                    self._add(Entity(id=d.id, kind="person", name=name, name_ar=self.scan.text.raw_of(d.a, d.b), country=head.country, why="of the family named before"))
            elif d.kind == "person" and d.form == "name" and d.id in self.entities:
                head = self.entities[d.id]

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
        if not fits and len(words) == 1:    # Korean and Chinese family names stand first
            fits = self.families.get(words[0], [])
        if not fits and len(words) == 1:
            fits = self.last.get(words[0], [])
        return fits[0] if len(set(fits)) == 1 else None

    def _variant(self, words: tuple[str, ...]) -> str | None:
        """A person of the lexicon by his own short name behind a first name that is spelled otherwise: ايمانويل ماكرون."""
        if len(words) < 2:
            return None
        scan = self.scan
        shared = self.lexicon.shared.get(words[-1])
        fits = list(shared.people) if shared else [item[1] for item in self.lexicon.single(words[-1]) if item[0] == "short"]
        first = (spelling(words[:1], self.lexicon.spellings, "west")[0] or romanise(words[0])).casefold()
        fits = [f for f in dict.fromkeys(fits) if similar(first, scan.lexicon[f].name.split()[0].casefold())]
        return fits[0] if len(fits) == 1 else None

    def _unknown(self, d: Draft, words: tuple[str, ...]) -> None:
        raw = self.scan.text.raw_of(d.a, d.b)
        if d.prefix and raw.startswith(d.prefix):
            raw = raw[len(d.prefix) :]
        parts = tuple(fold(raw).replace("-", " ").replace("_", " ").split())
        habit = self._habit(parts, d.country)
        name = romanise(raw, spelling(parts, self.lexicon.spellings, habit), habit)
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
        """Whose habit of spelling: the country's, else the first name's."""
        if country in words().habits:
            return words().habits[country]
        known = words().first.get(parts[0]) or words().first.get(" ".join(parts[:2]))
        return known[2] if known else "west" if country else "ar"

    def _office(self, d: Draft) -> str | None:
        return (f"former {d.office}" if d.former else d.office) if d.office else None

    def _remember(self, words: tuple[str, ...], ident: str) -> None:
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
        for w, idents in (*self.last.items(), *self.families.items()):
            if (len(w) > 2 or w in self.families) and (w not in common or w.startswith("ال")):
                for prefix in ("", "و", "ل", "ب", "ف", "ول"):
                    if not prefix or prefix + w not in common:
                        wanted.setdefault(prefix + w, (prefix, idents))
        places = [i for i, norm in enumerate(scan.norms) if norm in wanted]
        if not places:
            return []
        covered = {t for m in taken for t in range(m.i, m.j)}
        out = []
        for i in places:
            if i not in covered and not scan.get(i, _NOUNS, None):
                prefix, idents = wanted[scan.norms[i]]
                ident = idents[0] if len(idents) == 1 else self._nearest(idents, i, taken)
                if ident is not None:
                    e = self.entities[ident]
                    out.append(Named(i=i, j=i + 1, a=i, b=i + 1, prefix=prefix, form="name", entities=(ident,), kind="person", country=e.country))
        return out

    def _nearest(self, idents: list[str], i: int, taken: list[Named]) -> str | None:
        """Of several bearers of a name the one named last before the token; the only one named behind it, else None."""
        before = [m.entity for m in taken if m.entity in idents and m.i < i]
        return before[-1] if before else None

    # -- everything else

    def _ident(self, d: Draft) -> tuple[str, ...] | None:
        if d.form == "name" and d.kind == "person":
            if d.id is None:
                return None
            self.head, self.head_title = d.id, d.title
            if d.gender:
                self.genders.setdefault(d.id, d.gender)
            if d.title:
                self.bearers[d.title.rpartition("_")[2] if d.title.endswith("_minister") else d.title] = d.id
                self.bearers[d.title] = d.id
            return (d.id,)
        if d.kind == "person":
            self._borrow(d)
            return self._by_office(d)
        if d.bare:
            ident = self.organs.get(d.title or "")
            if ident is not None:
                return (ident,)
            noun = self.scan.words.nouns.get(d.title or "")
            home = self.home or (self._sentence_home(d) if d.kind == "outlet" else None)
            if home is None or not d.name or noun is None or noun.bare != "home":
                return None
            d.country, d.name = home, of_state(d.name, home)
        if d.id is not None:
            entry = self.lexicon[d.id]
            if d.title or d.kind == "agency":
                self.organs[d.title or "med_agency"] = d.id
            if d.id not in self.entities:
                self._add(
                    Entity(
                        id=d.id,
                        kind=entry.kind,
                        name=entry.name,
                        name_ar=entry.name_ar,
                        wikidata=entry.wikidata,
                        country=entry.country,
                        sector=entry.sector,
                        why="lexicon",
                    )
                )
            return (d.id,)
        ident = f"{d.kind}:{slug(d.name or '')}"
        if d.title and d.kind != "unnamed":
            self.organs[d.title] = ident
            if d.title.endswith("_ministry"):
                self.organs["ministry"] = ident
        if ident not in self.entities:
            self._add(
                Entity(
                    id=ident,
                    kind=d.kind,
                    name=d.name or "",
                    name_ar=self._arabic(d),
                    country=d.country,
                    sector=d.sector,
                    why="grammar of bodies" if d.kind == "institution" else "unnamed",
                )
            )
        return (ident,)

    def _borrow(self, d: Draft) -> None:
        """The body of المتحدث باسم الوزارة is the one named before."""
        body = self.entities.get(self.organs.get(d.bare_of, ""))
        if body is not None and d.of is None:
            d.of, d.country = body.id, body.country
            d.office = f"{body.name} {d.office}" if "spokes" in (d.office or "") else f"{d.office} of {body.name}"

    def _by_office(self, d: Draft) -> tuple[str, ...] | None:
        """An office without a name: its holder on the day, somebody this article named with it, else the office itself."""
        if d.form == "counterpart":
            return self._by_counterpart(d)
        if not d.title:
            return None
        row = self.lexicon.get(d.title)
        if d.number != "s" or not (d.definite or d.of) or (row is not None and row.type in ("role", "military") and (d.of or d.country)):
            return self._someone(d)
        if d.of is None and d.country is None:
            ident = self.bearers.get(d.title)
            if ident is not None and d.gender and self.genders.get(ident, d.gender) != d.gender:
                return None
            if ident not in self.entities and self.home is not None and d.title in _AT_HOME:
                ident = self._holder(d.title, f"state:{self.home}")
            return None if ident is None else (ident,) if ident in self.entities else self._held(ident, d)
        found = None if d.former else self._holder(d.title, d.of)
        if found is not None:
            return self._held(found, d)
        return self._institution(d, of_state(self._office(d) or "", d.country))

    def _by_counterpart(self, d: Draft) -> tuple[str, ...] | None:
        """نظيره الصيني: who holds, for that state, the office of the person named last."""
        if d.of is None or self.head is None:
            return None
        offices = [self.head_title] if self.head_title else [o for o, _ in self.lexicon.offices(self.head, self.day)]
        for office in offices:
            if (found := self._holder(office, d.of)) is not None and found != self.head:
                d.title = office
                return self._held(found, d)
        return self._institution(d, of_state("counterpart", d.country))

    def _held(self, ident: str, d: Draft) -> tuple[str, ...]:
        if ident not in self.entities:
            entry = self.lexicon[ident]
            self._add(Entity(id=ident, kind="person", name=entry.name, name_ar=entry.name_ar, wikidata=entry.wikidata, country=entry.country,
                             sector=entry.sector, office=d.office or entry.office, why="holder of the office on the day"))
        self.bearers[d.title or ""] = ident
        return (ident,)

    def _holder(self, title: str | None, of: str | None) -> str | None:
        """The one sure holder; a leader may be called by any of the highest offices."""
        if of is None or title is None:
            return None
        for office in (title, *(_HIGHEST if title in ("leader", "head", "president") else ())):
            found = self.lexicon.holders(office, of, self.day)
            if found:
                return found[0] if len(found) == 1 and self.lexicon.get(found[0]) is not None else None
        return None

    def _institution(self, d: Draft, name: str) -> tuple[str, ...]:
        ident = f"institution:{slug(name)}"
        if ident not in self.entities:
            self._add(
                Entity(
                    id=ident,
                    kind="institution",
                    name=name,
                    name_ar=self._arabic(d),
                    country=d.country,
                    sector=d.sector or "GOV",
                    office=d.office,
                    why="an office without a sure holder",
                )
            )
        return (ident,)

    def _someone(self, d: Draft) -> tuple[str, ...] | None:
        """An indefinite or plural title: وزير إسرائيلي, مسؤولون أمريكيون."""
        if d.country is None and d.of is None:
            return None
        name = of_state(d.office or "", d.country)
        name = name + ("s" if d.number != "s" and not name.endswith("s") else "")
        ident = f"unnamed:{slug(name)}"
        if ident not in self.entities:
            self._add(
                Entity(
                    id=ident,
                    kind="unnamed",
                    name=name,
                    name_ar=self._arabic(d),
                    country=d.country,
                    sector=d.sector,
                    why="unnamed",
                )
            )
        return (ident,)

    def _arabic(self, d: Draft) -> str:
        """The words of the phrase without proclitics."""
        raw = self.scan.text.raw_of(d.i, d.j)
        return raw[len(d.prefix) :] if d.prefix and raw.startswith(d.prefix) else raw

    def _add(self, entity: Entity) -> None:
        self.entities[entity.id] = entity
