"""Which entity every draft means: the lexicon's, a holder of the office on the day, an earlier mention's, or a new one."""

from __future__ import annotations

from ...arabic.clitics import bare
from ...english.names import of_state, plural, slug
from ...model import Entity
from .called import Called
from .draft import Draft
from .model import Named

#: offices that without a state are those of the state the article is about
_AT_HOME = frozenset(
    "president prime_minister king emir sultan chancellor crown_prince foreign_minister defence_minister interior_minister "
    "speaker vice_president un_envoy".split()
)
#: a title that is one state's alone → the office it tells of
_ALONE = {"custodian": ("king", "state:SAU")}
_ACTING = ("state", "institution", "organization", "group", "person")


def _alike(a: Named, b: Named) -> bool:
    """May the two be conjuncts?"""
    return a.kind == b.kind or (a.kind in _ACTING and b.kind in _ACTING)


class Settler(Called):
    """Turns drafts into mentions and entities, in the order of the text; full names first."""

    def settle(self, drafts: list[Draft]) -> list[Named]:
        """The mentions, by token."""
        self.home, self.drafts = self._home(drafts) or self.scan.home, drafts
        inner = [n for d in drafts for n in d.nested]
        people = [d for d in (*drafts, *inner) if d.form == "name" and d.kind == "person" and (d.id or d.words is not None or d.shared)]
        for d in sorted(people, key=lambda d: (-(d.b - d.a), d.country is None, d.a)):
            if not d.kin:
                self._person(d)
        self._kin(drafts)
        self._seats([*drafts, *inner])
        out = [m for d in drafts if (m := self._named(d)) is not None]
        self.nested = [m for d in inner if (m := self._named(d)) is not None]
        out = sorted([*out, *self._later([*out, *self.nested])], key=lambda m: m.i)
        self._group(out)
        for m in out:
            if m.kind == "person" and m.gender is None:
                entry = self.lexicon.get(m.entity)
                m.gender = self.genders.get(m.entity) or (entry.gender if entry is not None else None)
        return out

    def _seats(self, drafts: list[Draft]) -> None:
        """An embassy the article places once is there wherever it is named: «السفارة الروسية» beside «السفارة الروسية في لندن»."""
        seats: dict[str, set[str]] = {}
        for d in drafts:
            if d.title == "embassy" and d.plain:
                seats.setdefault(d.plain, set()).add(d.name or "")
        for d in drafts:
            if d.title == "embassy" and len(found := seats.get(d.name or "", ())) == 1:
                d.name = next(iter(found))

    def _named(self, d: Draft) -> Named | None:
        idents = self._ident(d)
        if idents is None:
            return None
        for other in d.also:
            idents += self._ident(other) or ()
        entity = self.entities[idents[0]]
        if entity.kind in ("person", "institution"):
            self._style(d, idents)
        if d.town is not None and d.town not in self.entities:
            self._add_row(d.town)
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
            town=d.town,
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
                    k >= 2 and before.i - 1 == mentions[k - 2].j and self.scan.word(before.i - 1) == "،" and _alike(before, mentions[k - 2])
                ):
                    before, k = mentions[k - 2], k - 1
                    if before.group is not None:
                        break
                    before.group = group
            m.group = mentions[mentions.index(m) - 1].group

    def finished(self) -> dict[str, Entity]:
        """The article's entities."""
        return self.entities

    def _ident(self, d: Draft) -> tuple[str, ...] | None:
        if d.form == "name" and d.kind == "person":
            if d.id is None:
                return None
            self.head, self.head_title, self.ministry = d.id, d.title, None
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
            home = self._whose(d) if d.name else None
            if home is None:
                return None
            same = self._plainly(d, home)
            d.country, d.name, d.id = home, same.name if same else of_state(d.name or "", home), same.id if same else self._own(d, home)
        if d.id is not None:
            if (d.title or d.kind == "agency") and not self._own_army(d):
                self.organs[d.title or "med_agency"] = d.id
            self._nouns(d)
            if d.id not in self.entities:
                self._add_row(d.id)
            return (d.id,)
        if d.kind == "unnamed" and (whom := self._by_call(d)) is not None:
            d.form = "office"
            return (whom,)
        if d.pointing:
            return None
        ident = f"{d.kind}:{slug(d.name or '')}"
        if d.kind == "unnamed" and d.number == "s":
            ident = self._described(d, d.name or "", ident)
        if d.title and d.kind != "unnamed":
            self.organs[d.title] = ident
            if d.title.endswith("_ministry"):
                self.organs["ministry"] = self.ministry = ident
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

    def _own(self, d: Draft, country: str) -> str | None:
        """The lexicon's body that the noun with the state's adjective would name: «مجلس النواب» for «مجلس النواب الأمريكي»."""
        words = " ".join(self.scan.norms[d.i : d.j])[len(d.prefix) :]
        return self.lexicon.organs.get(f"{words} {country}") or self.lexicon.organs.get(f"ا{words} {country}")

    def _described(self, d: Draft, name: str, ident: str) -> str:
        """Whom «المسؤول الأمريكي» means behind «مسؤول أمريكي رفيع»: the one described before, where no other is called so plainly."""
        if d.plain:
            self.organs[f"unnamed {d.plain}"] = ident
        elif d.definite and ident not in self.entities:
            return self.organs.get(f"unnamed {name}", ident)
        return ident

    def _nouns(self, d: Draft) -> None:
        """Remember the nouns a body may be called by alone; one its phrase begins with counts for more than one it only could."""
        nouns = self.lexicon.nouns.get(d.id or "", ())
        first = bare(self.scan.norms[d.i][len(d.prefix) :]) if nouns else ""
        for noun in nouns:
            if noun == first:
                self.organs[f"noun {noun}"] = d.id or ""
            else:
                self.organs.setdefault(f"noun {noun}", d.id or "")

    def _style(self, d: Draft, idents: tuple[str, ...]) -> None:
        """Keep by what styles these are called; of several in one sentence the first, whom it tells of."""
        words, norms = self.scan.words, self.scan.norms[d.i : d.j]
        for style, called in words.styles.items():
            if d.title == style or not called.isdisjoint(norms):
                start = next((a for a, b in self.scan.text.sentences if a <= d.i < b), -1)
                if self.styled.get(style) != start:
                    self.styles[style], self.styled[style] = idents, start

    def _borrow(self, d: Draft) -> None:
        """The body of المتحدث باسم الوزارة is the one named before."""
        body = self.entities.get(self.organs.get(d.bare_of, ""))
        if body is None and d.of is None and d.bare_of.endswith("_ministry") and self.scan.home is not None and self.home == self.scan.home:
            field = self.lexicon.get(d.bare_of.removesuffix("_ministry"))       # وزارة الداخلية, of the paper's own country
            d.country, d.of = self.home, f"state:{self.home}"
            d.office = f"{field.more.get('ministry')} spokesman" if field is not None and "spokes" in (d.office or "") else d.office
        if body is not None and d.of is None:
            d.of, d.country = body.id, body.country
            d.office = f"{body.name} {d.office}" if "spokes" in (d.office or "") else f"{d.office} of {body.name}"

    def _by_office(self, d: Draft) -> tuple[str, ...] | None:
        """An office without a name: its holder on the day, somebody this article named with it, else the office itself."""
        if d.form == "counterpart":
            return self._by_counterpart(d)
        if not d.title:
            return None
        if d.title in self.scan.words.styles:
            return self.styles.get(d.title)
        if d.title in _ALONE and (king := self._holder(*_ALONE[d.title])) is not None:
            return self._held(king, d)
        row = self.lexicon.get(d.title)
        if d.number == "s" and d.of and row is not None and row.type == "military" and not d.former:
            held = self._holder(d.title, d.of)
            if held is not None:
                return self._held(held, d)
        known = d.definite or d.of or self.scan.norms[d.j - 1].startswith("ال")        # وزير الخارجية
        role = row is not None and row.type == "role"
        if role and (whom := self._by_call(d)) is not None:
            return (whom,)                      # الجاسوس الروسي, for «الجاسوس الروسي سيرغي سكريبال»
        if d.number != "s" or not known or (row is not None and row.type in ("role", "military") and (d.of or d.country)):
            return self._someone(d)
        if d.of is None and d.bare_of:
            return None  # رئيس اللجنة, of no body named before
        if d.of is None and d.country is None:
            ident = self.bearers.get(d.title)
            if d.former and ident is not None and ident in self._now(d.title):
                return None  # الرئيس السابق isn't the president
            if ident is not None and d.gender and self.genders.get(ident, d.gender) != d.gender:
                return None
            if ident not in self.entities and self.home is not None and d.title in _AT_HOME and not d.former:
                ident = self._holder(d.title, f"state:{self.home}")
            return None if ident is None else (ident,) if ident in self.entities else self._held(ident, d)
        found = self._former(d) if d.former else self._holder(d.title, d.of)
        if found is not None and d.gender == "f" and self.lexicon[found].gender == "m":
            return None  # الملكة isn't the king
        if found is not None:
            return self._held(found, d)
        return self._institution(d, self._of_state(d, self._office(d) or ""))

    def _of_state(self, d: Draft, office: str) -> str:
        """The office with its state, but for one whose body's name tells it: Kremlin spokesman, judge of Iraqi court."""
        body = self.lexicon.get(d.of or "")
        own = body is not None and body.kind != "state" and office.startswith(body.name)
        return office if own or f" of {of_state('', d.country) or ' '}" in office else of_state(office, d.country)

    def _by_counterpart(self, d: Draft) -> tuple[str, ...] | None:
        """نظيره الصيني: who holds, for that state, the office of the person named last."""
        if d.of is None:
            return None
        if d.gender == "f" and d.number == "s" and (peer := self._peer(d)) is not None:
            return peer
        if self.head is None:
            return None
        offices = [self.head_title] if self.head_title else [o for o, _ in self.lexicon.offices(self.head, self.day)]
        for office in offices:
            if (found := self._holder(office, d.of)) is not None and found != self.head:
                if d.gender == "f" and self.lexicon[found].gender == "m":
                    continue
                d.title = office
                return self._held(found, d)
        return self._institution(d, of_state("counterpart", d.country))

    def _peer(self, d: Draft) -> tuple[str, ...] | None:
        """«نددت الخارجية الجزائرية بالقرار، وأيدته نظيرتها الإماراتية»: the ministry of that state, where no person was named since."""
        last = self.entities.get(self.ministry or "")
        own = of_state("", last.country) if last is not None else ""
        if last is None or not last.name.startswith(own) or last.country == d.country or not self.scan.norms[d.i].endswith("ها"):
            return None
        return self._institution(d, of_state(last.name.removeprefix(own), d.country))

    def _held(self, ident: str, d: Draft) -> tuple[str, ...]:
        if ident not in self.entities:
            self._add_row(ident, d.office, "holder of the office on the day")
        self.bearers[d.title or ""] = ident
        self.head, self.head_title, self.ministry = ident, d.title, None
        return (ident,)

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
        name = self._of_state(d, (d.office or "") if d.number == "s" else plural(d.office or ""))
        body = self.lexicon.get(d.of or "") if d.number != "s" else None
        if body is not None and body.kind == "organization" and body.country == "IGO" and not name.startswith(body.name):
            name = f"{body.name} {name.removesuffix(f' of {body.name}')}"        # وزراء خارجية الاتحاد الأوروبي
        ident = self._described(d, name, f"unnamed:{slug(name)}") if d.number == "s" else f"unnamed:{slug(name)}"
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
        return self._printed(d.i, d.j, d.prefix)
