"""Names of people: those the lexicon knows, and unknown ones by the grammar of names."""

from __future__ import annotations

from ...arabic.clitics import AND, CONJUNCTIONS
from .draft import Draft
from .scan import Atom, Scan
from .words import NATIVE

_MOST = 9  # tokens of an unknown name
_PLAIN = 3  # of them, in a row, words no table knows
_ENTITY = frozenset("state adj people place body media title field organ unnamed counterpart modifier quality honorific".split())
_NAMES = ("first", "surname", "person", "short")
_BEGINS = frozenset({*_NAMES, "ibn", "kunya", "abd"})  # a name no title stands before
_COMMAS = ("،", ",")
_STOPS = ("،", ",", ".", ")", '"', "»", "\n", "", "؛")
_PLURAL = ("ون", "ات", "اء", "تين", "وا", "هن")
_WESTERN = ("west", "de", "es", "fr", "it", "ru")
_JOINTS = ("-", "_")


class People:
    """The grammar of people's names over a scan."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.lexicon = scan, scan.lexicon
        self.common = scan.words.common

    def name(self, i: int, *, titled: bool, prefixes: tuple[str, ...] | None = ("",)) -> Draft | None:
        """The name of a person at i, known or unknown; `titled`: a title stands before it, so an unknown first name will do."""
        scan = self.scan
        if i >= scan.n or scan.kinds[i] != "W" or not (titled or scan.may(i, _BEGINS)):
            return None
        known = scan.get(i, ("person",), prefixes)
        if known is not None and known.j - i == 1 and not self._exact(i, known.prefix):
            known = None
        if known is not None and known.j - i > 1:
            return self._known(i, known.j, self._lineage(known.j), known.prefix, known.id)
        short = scan.get(i, ("short",), prefixes)
        if short is not None and i and scan.get(i, ("lineage",), prefixes) and scan.get(i - 1, _NAMES, None):
            short = None  # محمد بن علي
        if short is not None and short.j - i == 1 and not titled and not self._exact(i, short.prefix):
            short = None
        if short is not None and not short.id and not short.tag:
            short = None
        end = self._extent(i, titled, prefixes)
        if short is not None and end > short.j and titled and short.j == i + 1 and not scan.get(i, ("first",), prefixes):
            end = short.j  # الرئيس ترامب بحفاوة
        best = known or short
        if best is not None and best.j >= end:
            return self._known(i, best.j, best.j, best.prefix, best.id, best.tag if best is short else "")
        if end <= i:
            return None
        first = scan.get(i, ("first",), prefixes)
        gender = (first.id or None) if first else None
        return Draft(i, end, i, end, first.prefix if first else "", "name", "person", words=(i, end), gender=gender)

    def unheard(self, i: int, prefix: str = "") -> Draft | None:
        """Two words no table knows at i, where a person is sure to be named: behind a verb of saying, or joined to a person."""
        scan = self.scan
        if not scan.word(i).startswith(prefix) or not self._strange(i, prefix) or not (self._strange(i + 1) or self._surname(i + 1)):
            return None
        a, b = scan.word(i)[len(prefix) :], scan.word(i + 1)
        if a.endswith(_PLURAL) or (a[-1] == "ه" and (prefix or b[-1] == "ه")):
            return None
        if b[0] == AND or b.endswith("ات") or (prefix and a[0] in "يت"):
            return None
        j = i + 2
        while scan.word(j) in _JOINTS and self._strange(j + 1):
            j += 2
        if j == i + 2 and self._strange(j) and scan.word(j)[0] != AND:
            j += 1
        return Draft(i, j, i, j, prefix, "name", "person", words=(i, j))

    def _surname(self, j: int) -> bool:
        """Is the word at j a family name and nothing else?"""
        return self.scan.get(j, ("surname",)) is not None and self._part(j) > j

    def _strange(self, j: int, prefix: str = "") -> bool:
        """Does no table know the word at j, and nothing in its shape tell that it is everyday?"""
        scan = self.scan
        if j >= scan.n or scan.kinds[j] != "W" or j in scan.timed or not self._foreign(j):
            return False
        w = scan.word(j)
        rest = w[len(prefix) :]
        if len(rest) < 3 or w.isascii() or w in self.common or rest in self.common or rest.startswith("ال"):
            return False
        if rest.endswith("ا") and rest[:-1] in self.common:
            return False
        return not (self._wordlike(rest) or self._owned(j) or "\u064b" in scan.text.raw_of(j, j + 1))

    def of_nation(self, draft: Draft) -> None:
        """Give an unknown person the nationality that stands right before the name: للمغربية مريم بن مبارك."""
        scan = self.scan
        for k in (draft.i - 1, draft.i - 2):
            x = scan.get(k, ("adj",), None)
            if x is not None and x.j == draft.i and x.tag in ("ms+", "fs+"):
                draft.country, draft.gender = self.lexicon[x.id].country, draft.gender or x.tag[0]

    def _known(self, i: int, b: int, j: int, prefix: str, ident: str, shared: str = "") -> Draft:
        a = i
        if j - i > 1 and (title := self.scan.get(i, ("title", "honorific"), (prefix,))) is not None and title.j < j:
            a = title.j  # الملك سلمان: the form holds its title
        draft = Draft(i, j, a, j, prefix, "name", "person", id=ident or None, shared=shared)
        entry = self.lexicon.get(ident)
        if not shared and entry is not None:
            draft.name, draft.country, draft.sector, draft.gender = entry.name, entry.country, entry.sector, entry.gender
        elif entry is not None:
            draft.country = entry.country
        if b - i == 1 and not shared and self.scan.norms[i][len(prefix) :] in self.scan.words.first:
            draft.weak = True
        return draft

    def _lineage(self, j: int) -> int:
        """The end of a lineage behind a known name: بن عبد العزيز آل سعود."""
        scan = self.scan
        while (p := scan.get(j, ("lineage",))) is not None:
            k = scan.get(p.j, _NAMES)
            if k is not None:
                j = k.j
            elif p.j < scan.n and self._part(p.j) == p.j + 1:
                j = p.j + 1
            else:
                break
        return j

    def _extent(self, i: int, titled: bool, prefixes: tuple[str, ...] | None) -> int:
        """Where an unknown name that starts at i ends; i where none starts."""
        scan = self.scan
        first = scan.get(i, ("first",), prefixes)
        if first is not None and not self._exact(i, first.prefix, weak=titled):
            first = None
        if first is not None:
            j, good, plain, surname = first.j, first.j, 0, False
        elif scan.get(i, ("ibn",), prefixes) and self._son(i + 1):
            j, good, plain, surname = i + 2, i + 2, 0, False
        elif scan.get(i, ("kunya",), prefixes) and self._child(i):
            j, good, plain, surname = i + 1, i, 0, False
        elif (slave := scan.get(i, ("abd",), prefixes)) is not None and self._slave(slave.j, titled):
            j, good, plain, surname = slave.j + 1, slave.j + 1, 0, False
        elif (
            titled
            and scan.get(i + 1, ("god",))
            and (scan.word(i) not in self.common or scan.word(i) in self.scan.words.rare)
            and not scan.word(i).startswith("ال")
        ):
            j, good, plain, surname = i + 2, i + 2, 1, False
        elif titled and not scan.word(i).startswith("ال") and self._part(i) > i and len(scan.word(i)) > 2:
            j, good, plain, surname = i + 1, i + 1, 1, False
        else:
            return i
        start, family = j, False  # a family name behind given ones
        chain = first is not None and first.tag in NATIVE  # given names of one man in a row
        while j < scan.n and j - i < _MOST:
            k = j + 1 if scan.word(j) in _JOINTS and j + 1 < scan.n and scan.kinds[j + 1] == "W" else j
            if scan.word(j) == "." and scan.get(j - 1, ("initial",)) and scan.kinds[j + 1 : j + 2] == ["W"]:
                k = j + 1
            if (p := scan.get(k, ("particle", "initial"))) is not None and not scan.get(k, _NAMES):
                j = p.j
                continue
            if first is not None and first.tag in ("ko", "zh") and scan.get(k, ("short", "person")) and not scan.get(k, ("first",)):
                break  # كيم بوتين are two men
            end = self._part(k, family=j > good, alone=j == good == start)
            if end == k and good == start and j == good:
                end = self._second(k, first, titled, i)
            if end == k and j == good > start and chain and self._third(k):
                end = k + 1
            if end == k and j == good > start and scan.get(k, ("god",)):
                end = k + 1
            if end == k and j == good and first is not None and self._descends(k):
                end = k + 1
            if end == k or self._predicate(i, k) or self._thing(k):
                break
            if plain and first is not None and first.tag in _WESTERN and (x := scan.get(k, ("first",))) is not None and x.tag in _WESTERN:
                break  # رافائيل نادال روجر فيدرر are two men
            if k == good >= i + 2 and scan.word(k)[0] == AND and not scan.get(k, _NAMES):
                break  # هانتر ماغراي وإيبوني ديفيز are two women
            named = scan.get(k, _NAMES)
            if family and named is None and k == j and (chain or first is None or scan.word(end) not in _STOPS):
                break  # عصام درويش حماد احتجزا
            closed = named is not None and named.cls == "surname" and not scan.get(k, ("first",))
            family = closed and (first is None or chain or first.tag == "west")
            plain = 0 if named else plain + 1
            definite = scan.word(k).startswith("ال")
            if definite and plain and k == j and good - start >= 1 and first is not None and first.tag not in NATIVE:
                break  # لويس باستور اللقاح
            if plain > _PLAIN or (surname and not definite and plain and j == good and k == j):
                break
            surname = surname or definite
            chain = chain and scan.get(k, ("first",)) is not None
            j = good = end
        eastern = not titled and first is not None and first.tag in ("ko", "zh")
        if eastern and good - start == 1 and plain and not scan.get(good - 1, _NAMES):
            good = start  # كيم مدرك: a given name there has two parts
        if good - i < 2 and (not titled or first is None or not self._exact(i, first.prefix)):
            return i
        return good

    def _child(self, i: int) -> bool:
        """May the word behind أبو or أم at i be a child's name? Not in «أم لا», nor behind the letters of «إم كيو»."""
        return self.scan.word(i + 1) not in self.common and "إ" not in self.scan.text.raw_of(i, i + 1)

    def _son(self, j: int) -> bool:
        """May the word behind ابن be that of a man known by it (ابن خلدون)? None that is a first name, an everyday word, or cut."""
        scan = self.scan
        w = scan.word(j)
        if j >= scan.n or scan.kinds[j] != "W" or len(w) < 3 or w.startswith("ال") or scan.get(j, _NAMES):
            return False
        return self._part(j) == j + 1 and not w.endswith(("ه", "ك", "نا", "ي"))

    def _slave(self, j: int, titled: bool) -> bool:
        """May the word behind عبد be the other half of a first name? A definite one that isn't everyday."""
        w = self.scan.word(j)
        return w.startswith("ال") and (titled or w not in self.common or w in self.scan.words.nolast)

    def _second(self, k: int, first: Atom | None, titled: bool, i: int) -> int:
        """What stands right behind a sure first name may also be a rare everyday word, an ordinal, a definite noun, a Korean pair."""
        scan = self.scan
        w = scan.word(k)
        if k >= scan.n or scan.kinds[k] != "W" or k in scan.timed:
            return k
        if first is None:  # سفير الهند سونيل جين
            closed = scan.word(k + 1) in _STOPS or scan.get(k + 1, ("function", "inside")) is not None
            sure = titled and closed and scan.word(i)[0] not in CONJUNCTIONS and w in scan.words.rare
            fits = sure and not scan.get(k, tuple(_ENTITY)) and not self._wordlike(w)
            return k + 1 if fits else k
        if first.tag == "ko" and scan.word(k + 1) == "-" and scan.kinds[k + 2 : k + 3] == ["W"]:
            return k + 3
        if i and scan.word(i - 1) in _COMMAS and len(first.tag) > 1 and (end := self._enclosed(k)) > k:
            return end  # ، ميشيل لي، between commas
        if titled and scan.get(k, ("ordinal",)):
            return k + 1
        if w[0] in "يت" or self._wordlike(w) or self._owned(k):
            return k
        native = first.tag in NATIVE
        if not native and (first.tag not in _WESTERN or w.startswith("ال") or (w[-1] == "ا" and w[:-1] in self.common)):
            return k
        if w in self.scan.words.rare and not first.prefix and not scan.get(k, tuple(_ENTITY)):
            return k + 1
        if not native:
            return k
        follows = scan.word(k + 1)
        closed = follows in _STOPS or follows[0] == "و" or scan.get(k + 1, ("function", "inside", "placing")) is not None
        if titled and closed and scan.noun(w) and not w.startswith("ال"):
            return k + 1  # الصحافي سمير قصير
        noun = scan.get(k, ("unnamed", "title"))
        if noun is not None and noun.j == k + 1 and w.startswith("ال") and len(w) > 4 and scan.word(k + 1) in _STOPS:
            return k + 1
        return k

    def _third(self, k: int) -> bool:
        """May a family name behind two given ones also be a definite adjective or rare word? Right before a mark or a particle."""
        scan, w = self.scan, self.scan.word(k)
        if k >= scan.n or scan.kinds[k] != "W" or k in scan.timed or scan.get(k, tuple(_ENTITY)) or self._wordlike(w):
            return False
        family = w.startswith("ال") and w.endswith("ي") and len(w) > 4
        if scan.word(k + 1) in _STOPS:
            return family or (w in scan.words.rare and not w.endswith(("ا", "ه", "ون", "ين", "ات")))
        return family and w in scan.words.rare and scan.get(k + 1, ("function", "inside")) is not None

    def _owned(self, j: int) -> bool:
        """Is it a feminine noun with its owner: نظريته?"""
        return len(self.scan.norms[j]) > 4 and self.scan.text.raw_of(j, j + 1).endswith("ته")

    def _descends(self, k: int) -> bool:
        """Is the everyday word at k a name, since a lineage follows it (محمد الأمين ولد آبي)?"""
        scan = self.scan
        line = scan.get(k + 1, ("particle", "lineage"))
        w = scan.word(k)
        if line is None or scan.kinds[k : k + 1] != ["W"] or w in scan.words.functions or k in scan.timed or scan.get(k, ("state", "adj")):
            return False
        follows = scan.get(line.j, ("function", "inside", "placing"), None)
        return w.startswith("ال") and follows is None and scan.kinds[line.j : line.j + 1] == ["W"]

    def _predicate(self, i: int, k: int) -> bool:
        """Is the word at k what a verb of being before the name says of its bearer: ظل إبراهيم مصمما?"""
        scan, w = self.scan, self.scan.word(k)
        if len(w) < 5 or not w.endswith("ا") or w.startswith("ال") or scan.get(k, _NAMES) or not scan.get(i - 1, ("being",), None):
            return False
        return w[0] == "م" or w[:-1] in self.common

    def _thing(self, k: int) -> bool:
        """Is the word at k what somebody receives, gives or holds (تلقى الملك سلمان رسالة من أمير الكويت), and no part of his name?"""
        w, things = self.scan.word(k), self.scan.words.things
        return w in things or (w.endswith("ا") and w[:-1] in things)

    def _enclosed(self, k: int) -> int:
        """The comma behind up to three words that may all be parts of a name; k where there's none."""
        scan, j = self.scan, k
        while j < scan.n and j - k < _PLAIN and scan.kinds[j] == "W" and j not in scan.timed:
            w = scan.word(j)
            other = w in scan.words.verbs or self._wordlike(w) or scan.get(j, ("title", "state", "body")) is not None
            if w in scan.words.functions or (j > k and other):
                break
            j += 1
        return j if scan.word(j) in _COMMAS else k

    def _part(self, j: int, *, family: bool = False, alone: bool = False) -> int:
        """The token behind a part of a name that starts at j; j where none does. `family`: بن, آل, أبو stand before it; `alone`: only
        a first name does."""
        scan = self.scan
        w = scan.word(j)
        if j >= scan.n or scan.kinds[j] != "W" or len(w) < 2 or w.isascii() or j in scan.timed:
            return j
        atoms = scan.atoms(j)
        for x in atoms:
            if x.cls in _NAMES and not x.prefix and (x.j - j > 1 or self._exact(j)) and not (x.cls == "surname" and _any_entity(atoms)):
                return x.j if x.cls in ("first", "surname") else j + 1
        raw = scan.text.raw_of(j, j + 1)
        if "\u064b" in raw or self._owned(j):  # غدرًا: an adverb
            return j
        if family:
            return j + 1
        if _any_entity(atoms) or w in self.common or self._wordlike(w):
            return j
        if any(x.prefix for x in atoms) and not (alone and self._foreign(j)):
            return j
        return j + 1

    def _foreign(self, j: int) -> bool:
        """Is the word, cut as it may be, nothing but a foreign name: كنوف isn't «as Nouf»?"""
        return all(x.cls in ("first", "surname") and x.tag not in NATIVE and x.prefix != AND for x in self.scan.atoms(j))

    def _exact(self, j: int, prefix: str = "", weak: bool = False) -> bool:
        """Is the word no everyday word too, or told from it by its letters (علي, not على)? `weak`: a title stands before it."""
        norm = self.scan.norms[j][len(prefix) :]
        if prefix and self.scan.norms[j] in self.common:  # لصالح, لدينا
            return False
        if norm not in self.common:
            return True
        raw = self.scan.text.raw_of(j, j + 1)[len(prefix) :]
        if norm in self.scan.words.spelled:
            return raw in self.scan.words.written
        return weak and raw in self.scan.words.written

    def _wordlike(self, w: str) -> bool:
        """An everyday word with proclitics or a pronoun, or a verb of the present, though rare."""
        if w[0] in "وفبلك" and (w[1:] in self.common or (w[2:] in self.common and w[1] in "بلك")):
            return True
        if w.startswith("لل") or (w.startswith(("وال", "بال", "فال", "كال")) and len(w) > 5):
            return True
        if len(w) > 4 and w.endswith(("ها", "هم", "هما")):
            return True
        if len(w) > 4 and w[0] in "يت" and w.endswith(("ون", "ان")):
            return True
        return len(w) > 3 and w.startswith(self.scan.words.verbal)


def _any_entity(atoms: list[Atom]) -> bool:
    """Is one of the phrases an entity, or what steers one?"""
    return any(x.cls in _ENTITY and not x.prefix for x in atoms)
