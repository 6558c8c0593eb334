"""The words of an article as the grammar of names sees them: which phrases of the tables start at a token."""

from __future__ import annotations

from collections.abc import Container, Mapping
from operator import itemgetter

import msgspec

from ...arabic.clitics import CONJUNCTIONS, PREPOSITIONS, splits
from ...arabic.words import Text
from ...english.names import slug
from ...lexicon import Lexicon
from ...lexicon.build import Tails
from ...model import Time
from ..engine import _abbreviates
from .words import Words, words

_QUOTES = frozenset('"«»“”')
_INSIDE = _QUOTES | {"-", "_", "."}
#: what may start at a word type: (tail words, proclitics, class, row, tag), the longest tails first, by the word that follows;
#: what the word is alone; how it leads (0 not, 1 with its next word, 3 as it is written, 4 behind a number, 5 before a word
#: no table knows, 2 surely);
#: the classes of all its phrases; those of the word alone
Start = tuple[tuple[str, ...], str, str, str, str]
Known = tuple[dict[str, list[Start]], list[Start], int, frozenset[str], frozenset[str]]
Starts = Known | None
#: classes at which a phrase may start; the others only steer
_LEADING = frozenset(
    "state people place body media person short first title organ unnamed counterpart kin honorific mednoun bloc capital loaded beside "
    "abd kunya field bodynoun wing ibn lettered styled".split()
)
_NATIONAL = ("state", "adj", "people")
_CUT = frozenset(CONJUNCTIONS + PREPOSITIONS)
_NOTHING: frozenset[str] = frozenset()
_NONE: list = []  # of words no table knows; never written to
_MOST = 300_000  # word types kept


class Atom(msgspec.Struct, frozen=True, gc=False):
    """Tokens up to `j` are a phrase of a table: class `cls` (state, adj, title, person, first …), row `id`, `tag`."""

    j: int
    prefix: str
    cls: str
    id: str
    tag: str


class _Starts(dict[str, Starts]):
    """Word type → what may start at it in the lexicon and among the steering words; worked out once a type."""

    def __init__(self, lexicon: Lexicon, words: Words) -> None:
        super().__init__()
        heads = words.matcher.heads
        self.tables: tuple[tuple[Container[str], Mapping[str, Tails]], ...] = ((lexicon.heads.raw, lexicon.heads), (heads, heads))

    def __missing__(self, w: str) -> Starts:
        known, steering = self.tables[0][0], self.tables[1][0]
        plain = w[0] not in _CUT and w not in known and w not in steering
        start = self[w] = None if plain or not w[0].isalpha() else self._of(w)
        return start

    def _of(self, w: str) -> Starts:
        cuts = splits(w)
        found: list[Start] = []
        for known, heads in self.tables:
            for prefix, rest in cuts:
                if rest in known:
                    for tail, items in heads[rest]:
                        for cls, ident, tag in items:
                            found.append((tail, prefix, cls, ident, tag))
        if not found:
            return None
        longer: dict[str, list[Start]] = {}
        alone: list[Start] = []
        for start in found:
            if start[0]:
                longer.setdefault(start[0][0], []).append(start)
            else:
                alone.append(start)
        for starts in (alone, *longer.values()):
            if len(starts) > 1:
                starts.sort(key=_longest_first)
        leading = [s for s in alone if s[2] in _LEADING or (s[2] == "adj" and s[4][1] != "s" and s[4][2] == "+")]
        if not leading and any(s[2] == "adj" and s[4][2] == "-" for s in alone):
            leads = 4
        elif leading:
            told = any(s[2] == "spelled" for s in alone) and all(s[2] == "first" for s in leading)
            leads = 3 if told else 2
        else:
            leads = 1 if any(s[2] in _LEADING or s[4] == "mp+" for s in found) else 5 if any(s[4] == "told" for s in alone) else 0
        return longer, alone, leads, frozenset(s[2] for s in found), frozenset(s[2] for s in alone)


def _longest_first(start: Start) -> tuple[int, int]:
    """By how much longer than its first word a phrase is, then by what is joined to it."""
    return -len(start[0]), len(start[1])


def _each(known: _Starts, norms: list[str]) -> list[Starts]:
    """What may start at each of the words, in one call."""
    return list(itemgetter(*norms)(known)) if len(norms) > 1 else [known[w] for w in norms]


class Scan:
    """Atoms by token, looked up once a token."""

    def __init__(self, text: Text, lexicon: Lexicon, times: list[Time], outlet: str | None = None) -> None:
        self.outlet = outlet
        self.text, self.lexicon, self.words = text, lexicon, words()
        self.home = self._home()
        self.norms, self.kinds, self.n = text.norms, text.kinds, len(text)
        known = lexicon.starts
        if known is None or len(known) > _MOST:
            known = lexicon.starts = _Starts(lexicon, self.words)
        self._start: list[Starts] = _each(known, text.norms)
        self._atoms: list[list[Atom] | None] = [None] * self.n
        self._states: dict[str, set[str]] | None = None
        self.timed: set[int] = set()
        for t in times:
            k = text.token_at(t.start)
            while k < self.n and text.starts[k] < t.end:
                self.timed.add(k)
                k += 1

    def _home(self) -> str | None:
        """The country a medium of the Arab world writes for: whose المملكة and مجلس الوزراء it means; None where it writes for all."""
        name = slug(self.outlet or "")
        row = self.lexicon.get(f"outlet:{name}") or self.lexicon.get(f"agency:{name}")
        return row.country if row is not None and row.country in self.words.arab and row.id not in self.words.worldwide else None

    def triggers(self) -> list[int]:
        """Tokens at which some phrase may start."""
        timed = self.timed
        return [
            i
            for i, start in enumerate(self._start)
            if start is not None and (leads := start[2]) and (leads == 2 or self._leads(i, start)) and i not in timed
        ]

    def _leads(self, i: int, start: Known) -> bool:
        """Does the word start something here: is the next word one of a phrase, or is it written as the name is (علي, not على)?"""
        if start[2] == 4:
            return self.counts(i - 1)
        if start[2] == 5:
            return i + 1 < self.n and self._start[i + 1] is None
        if i + 1 < self.n and (self.norms[i + 1] in start[0] or self.norms[i + 1] in _INSIDE):
            return True
        return start[2] == 3 and self.text.raw_of(i, i + 1).lstrip("وفبل") in self.words.written

    def atoms(self, i: int) -> list[Atom]:
        """All atoms that start at token i, the longest first. Hyphens, underscores and quotation
        marks inside a phrase are stepped over (تنظيم "الدولة الإسلامية")."""
        if not 0 <= i < self.n:
            return []
        found = self._atoms[i]
        if found is None:
            starts = self._start[i]
            if starts is None:
                return _NONE
            found = self._atoms[i] = []
            norms, n, longer = self.norms, self.n, starts[0]
            if longer and i + 1 < n:
                k = i + 2 if i + 2 < n and self._inside(i + 1) else i + 1
                for tail, prefix, cls, ident, tag in longer.get(norms[k], ()):
                    j, quoted = k + 1, norms[k - 1] in _QUOTES
                    for word in tail[1:]:
                        if j < n and norms[j] in _INSIDE and self._inside(j):
                            quoted = quoted or norms[j] in _QUOTES
                            j += 1
                        if j >= n or norms[j] != word:
                            break
                        j += 1
                    else:
                        if quoted and j < n and norms[j] in _QUOTES:
                            j += 1
                        found.append(Atom(j, prefix, cls, ident, tag))
            found += [Atom(i + 1, prefix, cls, ident, tag) for _, prefix, cls, ident, tag in starts[1]]
        return found

    def classes(self, i: int) -> frozenset[str]:
        """The classes of the atoms at i."""
        start = self._start[i]
        if start is None:
            return _NOTHING
        if not start[0]:
            return start[4]
        found = self.atoms(i)
        return start[4] if len(found) == len(start[1]) else frozenset([x.cls for x in found])

    def may(self, i: int, cls: frozenset[str]) -> bool:
        """May a phrase of one of the classes start at i? Quicker than asking for it, where there mostly is none."""
        start = self._start[i] if 0 <= i < self.n else None
        return start is not None and not start[3].isdisjoint(cls)

    def _inside(self, j: int) -> bool:
        """May the mark at j stand inside a phrase? A point only in an abbreviation."""
        mark = self.norms[j]
        return mark in _INSIDE and (mark != "." or _abbreviates(self.text, j))

    def get(self, i: int, cls: tuple[str, ...], prefixes: tuple[str, ...] | None = ("",)) -> Atom | None:
        """The longest atom at i of one of the classes, with one of the proclitics (None: any)."""
        if not 0 <= i < self.n:
            return None
        start = self._start[i]
        if start is None or start[3].isdisjoint(cls):
            return None
        if not start[0]:  # phrases of one word: only the one asked for is made
            for _, prefix, c, ident, tag in start[1]:
                if c in cls and (prefixes is None or prefix in prefixes):
                    return Atom(i + 1, prefix, c, ident, tag)
            return None
        found = self._atoms[i]
        if found is None:
            found = self.atoms(i)
        for x in found:
            if x.cls in cls and (prefixes is None or x.prefix in prefixes):
                return x
        return None

    def said(self, i: int) -> bool:
        """Is the token a verb of saying?"""
        start = self._start[i] if i >= 0 else None
        return start is not None and start[2] == 5

    def first(self, i: int, cls: str) -> Atom | None:
        """The longest atom at i, if it is of the class."""
        found = self.atoms(i)
        return found[0] if found and found[0].cls == cls else None

    def counts(self, k: int) -> bool:
        """Does the token count what follows: 61, ثلاثة, والأربعة?"""
        if k < 0 or k in self.timed:
            return False
        word = self.norms[k]
        if self.kinds[k] == "N":
            return word.isdecimal() and 2 < int(word) and not 1900 < int(word) < 2100
        return any(rest in self.words.counting for _, rest in splits(word))

    def malian(self, j: int) -> Atom | None:
        """المالي, المالية as a nationality: only where the article names Mali (else it is about finance)."""
        x = self.get(j, ("mali",))
        return Atom(x.j, "", "adj", "state:MLI", x.tag) if x is not None and self.names_state("MLI") else None

    def names_state(self, *countries: str | None, apart: int | None = None) -> bool:
        """Does the article name one of the states by name or nationality, in another word than the one at `apart`?"""
        if self._states is None:
            self._states = {}
            for i in [i for i, start in enumerate(self._start) if start is not None and not start[3].isdisjoint(_NATIONAL)]:
                for x in self.atoms(i):
                    if x.cls in _NATIONAL and (country := self.lexicon[x.id].country) is not None:
                        self._states.setdefault(country, set()).add(self.norms[i][len(x.prefix) :])
        word = self.norms[apart].lstrip("وبلف") if apart is not None else ""
        return any(w.lstrip("وبلف") != word for c in countries for w in self._states.get(c or "", ()))

    def names_group(self, *countries: str) -> bool:
        """Does the article name an armed group or party of one of the states (الحوثيون)?"""
        return any(x.cls == "body" and (e := self.lexicon[x.id]).kind == "group" and e.country in countries
                   for i, start in enumerate(self._start) if start is not None for x in self.atoms(i))

    def names_body(self, ident: str) -> bool:
        """Does the article name the body in full (التحالف العربي)?"""
        return any(x.cls == "body" and x.id == ident for i, start in enumerate(self._start) if start is not None for x in self.atoms(i))

    def noun(self, w: str) -> bool:
        """Is the everyday word (folded, without و) a noun, as far as lists of particles and shapes of verbs tell?"""
        words = self.words
        if w not in words.common or w in words.functions or w in words.verbs:
            return False
        if w in words.common_nouns:
            return True
        return not (len(w) > 3 and (w.endswith("ت") or w.startswith(("ت", "ي", "ست", "سي"))))

    def word(self, i: int) -> str:
        """The folded token, "" behind the end."""
        return self.norms[i] if i < self.n else ""
