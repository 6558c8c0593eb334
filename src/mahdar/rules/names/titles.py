"""Title phrases: title, field, state or body, modifiers, name; and the offices they mean."""

from __future__ import annotations

from ...english.names import of_state
from .apposed import CLOSERS, CROWNED, Apposed
from .bodies import Bodies
from .draft import Draft
from .people import People
from .scan import Atom, Scan
from .several import COMMAS

#: titles whose holder is sent to a place: what follows في, لدى, إلى is where to, not whose
_SENT = frozenset({"ambassador", "envoy", "charge", "delegate", "consul", "representative", "un_envoy", "coordinator"})
#: titles that take their body with ل: الأمين العام للأمم المتحدة
_GIVES = frozenset(
    "secretary_general deputy_secretary_general director commander general_guide head spokesperson spokesperson_bare envoy representative "
    "coordinator commissioner delegate un_envoy rapporteur ceo chairman army_chief chief_of_general_staff prosecutor_general founder "
    "member secretary leader party_leader adviser high_representative deputy assistant chief_of_staff press_secretary ambassador "
    "permanent_representative intelligence_chief police_chief".split()
)
#: classes of what may follow a title, besides where one is sent to
_COMPLETES = frozenset(
    "field modifier ethnic adj mali body media beside mednoun organ bodynoun state place behalf inside".split()
)
_TO = ("لدي", "في", "الي")
_FAR = 7  # words between an office and the name it is told of
_FAR_BY = ("في", "لدي", "عن", "من")
_ADJECTIVES = 2  # between an office and its holder
_TELLING = frozenset({"body", "organ", "state", "place", "field", "compass", "adj", "ethnic", "modifier", "bodynoun"})
_PRIVATE = ("BUS", "CVL", "MED")
_QUOTES = ('"', "«", "'", "“")
_SECOND = ("deputy_minister", "assistant_minister", "spokesperson")
_GRADES = ("ambassador", "adviser")
_DELEGATES = ("delegate", "permanent_representative", "ambassador", "representative")
_NATIONS = "organization:united-nations"
_HOLDS = {"minister": "{}_minister", "spokesperson": "spokesperson_{}"}


class Titles(Apposed):
    """The grammar of titles over a scan."""

    def __init__(self, scan: Scan, bodies: Bodies, people: People) -> None:
        self.scan, self.bodies, self.people = scan, bodies, people
        self.lexicon = scan.lexicon

    def read(self, i: int) -> Draft | None:
        """The title phrase at i, honorifics before it included, or None."""
        scan = self.scan
        j, prefix, first = i, None, True
        while (h := self._honorific(j, first)) is not None:
            prefix = h.prefix if prefix is None else prefix
            j, first = h.j, False
        atom = scan.get(j, ("title",), None if first else ("",))
        if atom is not None and scan.norms[j] in scan.words.functions and not scan.text.raw_of(j, j + 1).startswith("إ"):
            atom = None  # أمام, before, is no إمام
        if atom is not None and not atom.prefix and scan.text.raw_of(j, j + 1).startswith("وإ"):
            atom = None  # وإلى قطر, no والي
        if atom is not None and not first and not atom.tag.endswith("+") and scan.get(j, ("first",)):
            atom = None  # السيد أمين زابوروجني: the title word is a first name here
        if atom is None or self.lexicon[atom.id].type == "honorific":
            return self._honoured(i, j, prefix) if prefix is not None else None
        if atom.prefix.endswith("ك") and not atom.tag.endswith("+"):
            return None  # كاميرات, كرئيس
        draft = self.after(i, atom)
        draft.prefix = atom.prefix if prefix is None else prefix
        return draft

    def styled(self, i: int) -> Draft | None:
        """سموه, معاليه: him who was last called by that style."""
        x = self.scan.get(i, ("styled",), None)
        return Draft(i, x.j, i, x.j, x.prefix, "office", "person", title=x.id, number="s") if x is not None else None

    def _honorific(self, j: int, first: bool) -> Atom | None:
        """The honorific at j; a letter with its point too (د. خالد, م. أحمد)."""
        scan = self.scan
        if scan.word(j + 1) == "." and scan.kinds[j + 2 : j + 3] == ["W"]:
            letter = scan.get(j, ("lettered",), None if first else ("",))
            if letter is not None:
                return Atom(j + 2, letter.prefix, letter.cls, letter.id, letter.tag)
        for x in scan.atoms(j):
            if (x.cls == "honorific" or (x.cls == "title" and self.lexicon[x.id].type == "honorific")) and (first or not x.prefix):
                return x
        return None

    def _honoured(self, i: int, j: int, prefix: str | None) -> Draft | None:
        """An honorific alone with a name: السيد لافروف."""
        found = self.people.name(j, titled=True)
        if found is None:
            return None
        found.i, found.prefix = i, prefix or ""
        return found

    def after(self, i: int, atom: Atom) -> Draft:
        """The phrase of the title `atom`: what it is of, and who."""
        scan, entry = self.scan, self.lexicon[atom.id]
        draft = Draft(
            i,
            atom.j,
            atom.j,
            atom.j,
            atom.prefix,
            "office",
            "person",
            title=atom.id,
            office=entry.name,
            sector=entry.sector,
            gender=atom.tag[:1] or None,
            number=atom.tag[1:2] or "s",
            definite=atom.tag.endswith("+"),
        )
        self._within(draft, i, atom)
        j, field = self._complements(draft, atom.j, atom.id)
        draft.j = j
        if field is None:
            self._meant(draft, i, atom)
        if field:
            self._fielded(draft, field)
        if draft.number != "s" and draft.of is None and self._of_each(draft, j):
            return draft
        if self._led(draft, j):
            return draft
        if draft.number == "d" or (draft.number == "p" and (scan.get(j, ("person", "first")) or self._one_each(draft, j))):
            if self._pair(draft, j):
                return draft
        if draft.number != "s" and draft.definite and self._named(draft, j):
            return draft
        if draft.of is None and field is None and self._under(draft, j, atom.j):
            return draft
        self._name(draft, j, construct=not draft.definite and j == atom.j)
        if draft.form == "office" and draft.number == "s":
            self._far(draft, draft.j)
        if draft.form == "office" and draft.number == "s" and entry.sector not in _PRIVATE:
            self._across(draft, draft.j)
        return draft

    def _far(self, draft: Draft, j: int) -> None:
        """Join a name between commas behind more words on the office (المتحدثة باسم الوكالة في المقاطعة، جانيت سنايدر،), where
        nobody is known to have held it."""
        scan, k = self.scan, j
        while k < scan.n and k - j < _FAR and scan.kinds[k] == "W" and not scan.get(k, ("person", "title"), None):
            k += 1
        if k == j or scan.word(k) not in ("،", ",") or not (draft.definite or draft.of):
            return
        if scan.word(j) not in _FAR_BY and not scan.word(j).startswith(("لل", "ل", "ب")):
            return
        if draft.of is not None and self.lexicon.ever_held(draft.title or "", draft.of):
            return
        found = self.people.name(k + 1, titled=True)
        if found is not None and found.b - found.a > 1 and scan.word(found.j) in ("،", ",") and self._fits(draft, found):
            self._take(draft, found)

    def _across(self, draft: Draft, j: int) -> None:
        """Join a full name right behind more words on the office, no comma between: «مندوب روسيا لدى المنظمة الدولية فاسيلي نيبينزيا»,
        «رئيس لجنة العلاقات الخارجية في مجلس الشيوخ بوب كوركر», «رئيس أركان "الجيش الحر" سليم إدريس»."""
        scan, k = self.scan, j
        while k - j < _FAR and self._tells(k):
            k = max((k + 1, *(x.j for x in scan.atoms(k) if x.cls in _TELLING)))
            found = self.people.name(self._ranks(k, draft.title or ""), titled=False)
            if found is not None and found.b - found.a > 1 and not found.prefix:
                break
        else:
            return
        held = self.lexicon.ever_held(draft.title or "", draft.of) if draft.of is not None else ()
        if self._fits(draft, found) and (not held or found.id in held):
            self._take(draft, found)

    def _tells(self, k: int) -> bool:
        """Does the word at k tell more of an office: a preposition of where or what for, a body, a place, a definite word, a mark?"""
        scan = self.scan
        if k >= scan.n or scan.get(k, ("person", "title", "honorific"), None):
            return False
        word = scan.word(k)
        if word in _FAR_BY or word in _QUOTES:
            return True
        if scan.kinds[k] != "W" or word in scan.words.functions:
            return False
        affairs = word[:1] == "ل" and scan.word(k + 1)[:2] == "ال"      # لشؤون الشرق الأدنى
        return affairs or word.startswith(("ال", "لل")) or any(x.cls in _TELLING and not x.prefix for x in scan.atoms(k))

    def _within(self, draft: Draft, i: int, atom: Atom) -> None:
        """The state of a title that holds its body's own name: مدير وكالة المخابرات المركزية."""
        for k in range(i + 1, atom.j - 1):
            x = self.scan.get(k, ("body",))
            if x is not None and x.j == atom.j and (country := self.lexicon[x.id].country) and f"state:{country}" in self.lexicon.entries:
                draft.country, draft.of = country, f"state:{country}"
                return

    def _meant(self, draft: Draft, i: int, atom: Atom) -> None:
        """One word for two offices (مستشارة, أمير, قائد): the one the lexicon knows holders of, for that state."""
        start = atom.j - 1 if i == atom.j - 1 else i
        for x in self.scan.atoms(start):
            if x.cls == "title" and x.j == atom.j and x.id != atom.id and draft.of and not self.lexicon.ever_held(atom.id, draft.of):
                if self.lexicon.ever_held(x.id, draft.of):
                    entry = self.lexicon[x.id]
                    draft.title, draft.office, draft.sector = x.id, entry.name, entry.sector
                    return

    def _under(self, draft: Draft, j: int, end: int) -> bool:
        """A title under a title: مستشار الرئيس الأمريكي, متحدث باسم رئيس الوزراء. True where the phrase is finished."""
        atom = self.scan.get(j, ("title",), ("", "ل"))
        if (
            atom is None
            or self.lexicon[atom.id].type in ("honorific", "role", "military")
            or "office" not in self.lexicon[draft.title or ""].takes
        ):
            return False
        over = self.after(j, atom)
        if not over.definite and over.of is None:
            return False
        draft.country, draft.of = over.country, over.of
        title = of_state(over.office or "", over.country)
        draft.office = (
            f"{title} {'spokeswoman' if draft.gender == 'f' else 'spokesman'}"
            if draft.title == "spokesperson"
            else f"{draft.office} to the {title}"
        )
        draft.title = f"{draft.title}_{over.title}"
        if over.form == "name" and self._his(over):
            draft.nested, draft.j = [over], over.j
            entry = self.lexicon.get(over.id or "")
            draft.country = draft.country or (entry.country if entry is not None else None)
            self._name(draft, over.j)
        elif over.form == "name":
            self._take(draft, over)
        else:
            draft.j = over.j
            self._name(draft, over.j)
        return True

    def _his(self, over: Draft) -> bool:
        """Is the name behind a title under a title the inner one's? The president's own, or another name follows a comma."""
        if over.of is None or (over.id is not None and over.id in self.lexicon.ever_held(over.title or "", over.of)):
            return True
        scan = self.scan
        if scan.word(over.j) not in COMMAS:
            return False
        other = self.people.name(over.j + 1, titled=False)
        return other is not None and scan.word(other.j) in CLOSERS

    def _take(self, draft: Draft, found: Draft) -> None:
        draft.form, draft.a, draft.b, draft.j = "name", found.a, found.b, found.j
        draft.id, draft.words, draft.name = found.id, found.words, found.name
        draft.gender, draft.number = found.gender or draft.gender, "s"

    def _fielded(self, draft: Draft, field: str) -> None:
        entry = self.lexicon[field]
        if draft.title == "minister_of_state":
            draft.office = f"{entry.name} minister of state"
        elif draft.title == "minister":
            draft.office = entry.more.get("minister") or f"{entry.name} minister"
        elif draft.title in ("deputy_minister", "first_deputy_minister", "assistant_minister"):
            draft.office = f"{(draft.office or '').removesuffix(' minister')} {entry.more.get('minister') or entry.name + ' minister'}"
        elif draft.title == "spokesperson":
            draft.office = f"{entry.more.get('ministry', '')} {'spokeswoman' if draft.gender == 'f' else 'spokesman'}"
        elif entry.name:
            draft.office = f"{entry.name} {draft.office}"
        draft.title = _HOLDS.get(draft.title or "", "{}_" + (draft.title or "")).format(field)

    def _complements(self, draft: Draft, j: int, title: str) -> tuple[int, str | None]:
        scan, body = self.scan, False
        field: str | None = None
        free = scan.norms[j - 1].startswith("ال") or draft.number == "p" and scan.norms[j - 1].endswith("ون")
        own: tuple[str, ...] = ("ل",) if free else ("", "ل")  # a title with ال, or whose ن stands (سياسيون), takes its body with ل
        own += ("ب",) if title == "spokesperson_bare" else ()
        if title not in _GIVES:  # قال الحاكم للوكالة: told it
            own = tuple(p for p in own if not p)
        while True:
            if not scan.may(j, _COMPLETES) and (title not in _SENT or scan.word(j) not in _TO):
                return j, field
            if title != "custodian" and (x := scan.get(j, ("field",))) and field is None and not body and draft.country is None:
                field, j = x.id, x.j
                while (y := scan.get(j, ("field",), ("و",))) is not None:
                    j = y.j
            elif body and (x := scan.get(j, ("field",), ("ل",))) is not None:
                j = x.j  # مفوض الأمم المتحدة لحقوق الإنسان
            elif title == "minister_of_state" and field is None and (x := scan.get(j, ("field",), ("ل",))) is not None:
                field, j = x.id, x.j  # وزير الدولة للشؤون الخارجية
            elif x := scan.get(j, ("modifier", "ethnic")):
                draft.former = draft.former or x.id == "former"
                j = x.j
            elif draft.country is None and (x := self._adjective(draft, j, field)):
                draft.country, draft.of, j = self.lexicon[x.id].country, x.id, x.j
            elif (
                not body
                and draft.of is None
                and (b := self.bodies.read(j, own)) is not None
                and not (b.prefix and b.kind in ("agency", "outlet"))
                and not (field is not None and (b.title or "").startswith("noun "))
                and b.kind != "place"
            ):
                body, j = True, b.j
                if b.bare:
                    draft.bare_of = b.title or ""
                    if draft.bare_of.startswith("noun "):
                        return j, field
                else:
                    draft.country, draft.of = b.country or draft.country, b.id or self.bodies.ident(b)
                    self._of_body(draft, b)
            elif not body and draft.of is None and field is None and (x := scan.first(j, "bodynoun")) is not None:
                draft.bare_of = "noun"  # رئيس المجلس الأمريكي الإيراني: no state's president
                return x.j, field
            elif draft.country is None and (
                x := scan.get(j, ("state",), ("", "ل") if field and title in _GIVES else ("",) if field else own)
            ):
                draft.country, draft.of, j = self.lexicon[x.id].country, x.id, x.j
            elif draft.of is None and (x := scan.get(j, ("place",), own)) and not scan.get(j, ("person", "first")):
                draft.country, draft.of, j = self.lexicon[x.id].country, x.id, x.j
            elif scan.get(j, ("behalf",)) and (b := self.bodies.read(j + 1, ("",))) is not None and not b.bare:
                body, j, draft.title = True, b.j, "spokesperson"
                draft.country, draft.of = b.country or draft.country, b.id or self.bodies.ident(b)
                self._of_body(draft, b)
            elif draft.country is None and (field or self._closed(draft, j)) and (x := scan.get(j, ("state",), ("ب",))) is not None:
                draft.country, draft.of, j = self.lexicon[x.id].country, x.id, x.j  # وزير الصحة بدولة قطر
            elif draft.country is None and draft.definite and title not in _SENT and (x := self._inside(j)) is not None:
                draft.country, draft.of, j = self.lexicon[x.id].country, x.id, x.j
            elif title in _SENT and (to := self._sent(j)) is not None:
                self._posted(draft, to)
                j = to.j
            else:
                return j, field

    def _closed(self, draft: Draft, j: int) -> bool:
        """Is it a title of two words and more that ends in a definite one (رئيس مجلس الوزراء)?"""
        return j - 1 > draft.a and self.scan.norms[j - 1].startswith("ال")

    def _of_body(self, draft: Draft, body: Draft) -> None:
        name = body.name or (self.lexicon[body.id].name if body.id else "")
        if draft.title in ("spokesperson", "spokesperson_bare"):
            word = "spokeswoman" if draft.gender == "f" else "spokesman"
            draft.office = f"{name} {word}".strip()
        elif name:
            draft.office = f"{draft.office} of {name}" if draft.office else name
        draft.sector = body.sector or draft.sector

    def _adjective(self, draft: Draft, j: int, field: str | None) -> Atom | None:
        """The nationality behind a title; it agrees with the title, or with the last word of it (مدير المخابرات المصرية)."""
        loose = field is not None or draft.number != "s" or draft.gender is None
        closed = self.scan.norms[j - 1].startswith("ال") and j - 1 > draft.i
        if (known := self.scan.get(j, ("person",))) is not None and known.j > j + 1:
            return None  # رئيس الهيئة تركي آل الشيخ
        for x in self.scan.atoms(j):
            if x.cls == "adj" and not x.prefix and (loose or closed or x.tag[0] == draft.gender):
                if x.tag.endswith("+") == draft.definite or field is not None:
                    return x
        return self.scan.malian(j) if draft.definite and field is None else None

    def _inside(self, j: int) -> Atom | None:
        """The state of مدير المخابرات العامة في مصر."""
        inside = self.scan.get(j, ("inside",))
        return self.scan.get(inside.j, ("state",)) if inside is not None else None

    def _sent(self, j: int) -> Atom | None:
        """Where somebody is sent: لدى الأمم المتحدة, في موسكو, إلى سوريا."""
        scan = self.scan
        if scan.word(j) in _TO and (x := scan.get(j + 1, ("state", "place", "body", "adj"))):
            return x
        return scan.get(j, ("body", "place", "state"), ("ب", "ل"))

    def _posted(self, draft: Draft, to: Atom) -> None:
        """What the post adds to the office: its town, a delegate at the UN, the UN's envoy for a state."""
        entry = self.lexicon[to.id]
        if entry.type == "city":
            draft.town = to.id
        if draft.title == "un_envoy" and draft.of is None and entry.kind == "state":
            draft.of, draft.country, draft.office = to.id, "IGO", f"UN envoy for {entry.name}"
        elif draft.title in _DELEGATES and to.id == _NATIONS:
            draft.title = "delegate_un"

    def _name(self, draft: Draft, j: int, construct: bool = False) -> None:
        """Join the name behind the title, also behind a comma where it surely belongs. `construct`: the title has no ال and
        nothing behind it, so a name is that of the man it belongs to (محامي ترامب)."""
        scan = self.scan
        k, quoted = j, False
        if scan.word(k) in COMMAS and (draft.of or draft.country or draft.definite):
            k = self._ranks(j + 1, draft.title or "")
            found = self.people.name(k, titled=draft.definite or k > j + 1)
            if found is None or scan.word(found.j) not in CLOSERS and not (k > j + 1 and self._unheld(draft, found)):
                return
            if (found.id is None and found.b - found.a < 2) or not self._fits(draft, found):
                return
        else:
            if scan.word(k) in _QUOTES:
                k, quoted = k + 1, True
            k = self._ranks(k, draft.title or "")
            if draft.definite:
                k = self._described(k)
            found = self.people.name(k, titled=draft.definite or draft.of is not None)
            if found is None or not self._fits(draft, found) or (found.b - found.a == 1 and scan.get(found.a, ("title",))):
                return  # مستشار خادم الحرمين أمير مكة is no Amir
            if construct and self.lexicon[draft.title or ""].type == "military":
                return  # فريق ترامب is his team
            if construct:
                draft.form, draft.kind, draft.a, draft.b, draft.j = "name", "unnamed", draft.i, draft.j, found.j
                draft.nested, draft.country, draft.title = [found], found.country, None
                draft.name = of_state(draft.office or "", found.country)
                return
        self._take(draft, found)
        draft.j += quoted

    def _unheld(self, draft: Draft, found: Draft) -> bool:
        """Is a name of several words behind a comma and a rank his whose office nobody else is known to have held?"""
        held = self.lexicon.ever_held(draft.title or "", draft.of or "")
        return found.b - found.a > 1 and (not held or found.id in held)

    def _described(self, k: int) -> int:
        """The token behind adjectives no table knows, before somebody the tables know by his full name: الرئيس الكونغولي تشيسيكيدي,
        الجاسوس الروسي المزدوج السابق سيرغي سكريبال."""
        scan = self.scan
        for j in range(k, k + _ADJECTIVES):
            word = scan.word(j)
            if not word.startswith("ال") or len(word) < 5 or (scan.atoms(j) and not scan.get(j, ("modifier",))):
                break
            known = self.people.name(j + 1, titled=False)
            if known is not None and known.id is not None and known.b - known.a > 1:
                return j + 1
        return k

    def _ranks(self, k: int, title: str) -> int:
        """The token behind honorifics and ranks between an office and the name: وزير الخارجية البحريني الشيخ خالد.

        A deputy, assistant or spokesman may be called ambassador or adviser beside it: نائب وزير الخارجية السفير ميخائيل بوغدانوف.
        """
        second = title.endswith(_SECOND)
        while True:
            x = self._honorific(k, False) or self.scan.get(k, ("title",))
            if x is not None and x.cls == "title" and not x.tag.endswith("+"):
                return k
            if x is not None and second and x.id in _GRADES:
                k = x.j
                continue
            if x is None or (x.cls == "title" and x.id not in CROWNED and self.lexicon[x.id].type not in ("honorific", "military")):
                return k
            k = x.j

    def _fits(self, draft: Draft, found: Draft) -> bool:
        """Can this person bear the title? A known person of another country can't, unless he serves a body."""
        if found.id is None or found.shared or draft.country is None:
            return True
        entry = self.lexicon.get(found.id)
        return (
            entry is None
            or entry.country in (None, draft.country, "IGO")
            or draft.country == "IGO"
            or not (draft.of or "").startswith("state:")
        )
