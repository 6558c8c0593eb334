"""Words of the calendar in a text: tables → lexemes, and the stretches of text that hold them, token by token.

Only chunks (letters between blanks) that hold a calendar word are looked at twice; what a chunk holds is remembered,
so the cost of a text is one look-up a chunk.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from ...arabic import numbers
from ...arabic.clitics import AND, ARTICLE, CONJUNCTIONS, PREPOSITIONS, attached, splits
from ...arabic.letters import MADDA, Folded, fold
from ...lexicon.table import alternatives, read_table

TABLES = ("months", "weekdays", "units", "words", "holidays", "traps")
#: classes that alone make a stretch worth reading
CORE = frozenset(
    (
        "month",
        "shy",
        "madda",
        "hmonth",
        "weekday",
        "weekday2",
        "unit",
        "today",
        "deictic",
        "decade",
        "holiday",
        "morrow",
        "weekendof",
        "year",
        "date",
        "last",
        "next",
        "this",
        "season",
    )
)
_WITH = PREPOSITIONS[0]
#: classes whose words take ب ل ك; the rest take و and ف only
_CASED = frozenset(
    (
        "month",
        "shy",
        "madda",
        "hmonth",
        "weekday",
        "unit",
        "today",
        "deictic",
        "person",
        "decade",
        "holiday",
        "part",
        "demo",
        "that",
        "weekendof",
        "season",
        "night",
        "daypart",
        "num",
        "year",
        "date",
        "trap",
    )
)


class Lexeme(NamedTuple):
    """What a word of the calendar is: its class, its value, the table row it stands in."""

    cls: str
    value: str
    row: str


class Token(NamedTuple):
    """A word, number or mark: folded offsets, its lexeme, the proclitics cut off, the folded word."""

    start: int
    end: int
    lexeme: Lexeme
    prefix: str
    norm: str


_TOKEN = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?![\d])|\d{1,2}:\d{2}(?::\d{2})?|\d+(?:[.,]\d+)+|\d+|[^\W\d_]+|[^\s_]|\n"
)
#: chunks that hold calendar words with a sure one among them; what stands further to the left doesn't count
_RUN = re.compile(rb"\x01{0,12}\x02[\x01\x02]*")
_BLANKS = frozenset((" ", "_"))
_ORDINAL_ENDING = frozenset(("st", "nd", "rd", "th"))
_EDGES = ".,:;!?؟،؛…\"«»()[]“”'-"
_MOST = 400_000  # chunks remembered
OTHER = Lexeme("other", "", "")


class Lexicon:
    """All tables of the family as look-ups: single words, phrases by first word, and what each chunk holds."""

    def __init__(self) -> None:
        self.single: dict[str, Lexeme] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Lexeme]]] = {}
        self.parts: dict[str, bool] = {}  # words that only live in phrases → is the phrase's rarest word
        for word, number in numbers.words().items():
            kind = {"cardinal": "card", "unit": "card", "thousands": "card", "ordinal": "ord"}[number.kind]
            self.single[word] = Lexeme(kind, str(number.value), f"numbers:{word}")
        for name in TABLES:
            path = Path(__file__).with_name(f"{name}.tsv")
            if path.exists():
                for row in read_table(path, columns=("id", "class", "value", "forms", "example", "gives")):
                    self._add(Lexeme(row["class"], row["value"], row["id"]), alternatives(row["forms"]))
        for first, tails in self.phrases.items():
            tails.sort(key=lambda t: -len(t[0]))
            for tail, lexeme in tails:
                rare = max((w for w in (first, *tail)), key=lambda w: (w not in self.single, len(w)))
                for w in (first, *tail):
                    self.parts[w] = self.parts.get(w, False) or (w == rare and lexeme.cls in CORE)
        self._starts: dict[str, tuple[tuple[str, list[tuple[tuple[str, ...], Lexeme]]], ...]] = {}  # word → the phrases it may start
        self.words = self._prefixed()
        self.kinds = self._kinds()
        self.chunks = _Chunks(self)

    def _prefixed(self) -> dict[str, tuple[str, Lexeme]]:
        """Every word of the tables, bare and with the proclitics it may carry → (proclitics, lexeme)."""
        out = {word: ("", lexeme) for word, lexeme in self.single.items()}
        more = [(p, w, lexeme) for word, lexeme in self.single.items() if len(word) > 1 for p, w in attached(word) if _takes(lexeme.cls, p)]
        for p, written, lexeme in sorted(more, key=lambda x: -len(x[0])):
            out.setdefault(written, (p, lexeme))
        return out

    def _kinds(self) -> dict[str, int]:
        """Word → 1 may belong to a time, 2 surely does; words of phrases too, with proclitics."""
        out = {word: 2 if lexeme.cls in CORE else 1 for word, (_, lexeme) in self.words.items()}
        for word, rare in self.parts.items():
            forms = [word, *(written for _, written in attached(word))]
            for form in forms:
                out[form] = max(out.get(form, 1), 1 + rare)
        for ending in _ORDINAL_ENDING:
            out.setdefault(ending, 1)
        return out

    def _add(self, lexeme: Lexeme, forms: list[str]) -> None:
        for form in forms:
            words = tuple(fold(form).split())
            if len(words) == 1:
                held = self.single.get(words[0])
                if (
                    held is None
                    or held.cls in ("card", "ord")
                    and (lexeme.cls in ("weekday", "weekday2")) == words[0].startswith(ARTICLE)
                ):
                    self.single[words[0]] = lexeme
            else:
                self.phrases.setdefault(words[0], []).append((words[1:], lexeme))

    def look(self, norm: str) -> tuple[str, Lexeme] | None:
        """(proclitics, lexeme) of a folded word; the word is first tried whole."""
        if not norm[0].isdecimal():
            return self.words.get(norm)
        if norm.isdecimal():
            year = len(norm) == 4 and "1000" <= norm <= "2199"
            return "", Lexeme("year" if year else "num", norm, "")
        if ":" in norm:
            return "", Lexeme("clock", norm, "")
        if norm.count(".") + norm.count("-") + norm.count("/") == 2 and "," not in norm:
            return "", Lexeme("date", norm, "")
        return "", Lexeme("decimal", norm, "")

    def tokens(self, text: str, folded: Folded | None, start: int, end: int) -> list[Token]:
        """The tokens of text[start:end], phrases put together; blanks are left out, other marks stay.

        `folded` knows the raw letters, where there are any: August needs its madda.
        """
        found = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, end)]
        out: list[Token] = []
        i, n = 0, len(found)
        while i < n:
            a, b, norm = found[i]
            joined = self._phrase(text, found, i) if norm[0].isalpha() else None
            if joined is not None:
                prefix, lexeme, j = joined
                out.append(Token(a + len(prefix), found[j - 1][1], lexeme, prefix, text[a : found[j - 1][1]]))
                i = j
                continue
            i += 1
            if not (norm[0].isalnum()):
                out.append(Token(a, b, Lexeme(norm, "", ""), "", norm))
                continue
            held = self.look(norm)
            if held is None:
                if norm in _ORDINAL_ENDING and out and out[-1].end == a and out[-1].lexeme.cls == "num":
                    continue
                out.append(Token(a, b, OTHER, "", norm))
                continue
            prefix, lexeme = held
            shift = len(prefix)
            if lexeme.cls == "madda":
                lexeme = lexeme if folded and MADDA in folded.raw[slice(*folded.span(a, b))] else self.weak
            out.append(Token(a + shift if text.startswith(prefix, a) else a, b, lexeme, prefix, norm))
        return out

    @property
    def weak(self) -> Lexeme:
        """August written without its madda."""
        return Lexeme("weak", "8", "levantine:08b")

    def _phrase(self, text: str, found: list[tuple[int, int, str]], i: int) -> tuple[str, Lexeme, int] | None:
        """(proclitics, lexeme, next index) of the longest phrase of the tables that starts at token i."""
        norm = found[i][2]
        starts = self._starts.get(norm)
        if starts is None:
            starts = self._starts[norm] = tuple((p, self.phrases[rest]) for p, rest in splits(norm) if rest in self.phrases)
        for prefix, tails in starts:
            hit = self._tail(text, found, i, tails)
            if hit and (not prefix or prefix in CONJUNCTIONS or hit[0].cls in _CASED):
                return prefix, *hit
        return None

    @staticmethod
    def _tail(text: str, found: list[tuple[int, int, str]], i: int, tails: list) -> tuple[Lexeme, int] | None:
        for tail, lexeme in tails:
            j = i + 1
            if j + len(tail) > len(found) or found[j][2] != tail[0]:
                continue
            ends = [text[found[k - 1][1] : found[k][0]] in _BLANKS for k in range(j, j + len(tail))]
            if all(ends) and all(found[j + k][2] == w for k, w in enumerate(tail)):
                return lexeme, j + len(tail)
        return None

    def stretches(self, text: str) -> list[tuple[int, int]]:
        """Folded offsets of the runs of chunks that hold calendar words, one of them at least a sure one."""
        if len(self.chunks) > _MOST:
            self.chunks.clear()
            self._starts.clear()
        pieces = text.split(" ")
        kinds = bytes(map(self.chunks.__getitem__, pieces))
        if 2 not in kinds:
            short = len(pieces) <= 3 and len(text) < 20 and 0 not in kinds
            return [(0, len(text))] if short and text else []
        ends = list(accumulate(map(len, pieces)))  # blanks not counted: the ith chunk ends at ends[i] + i
        runs = [m.span() for m in _RUN.finditer(kinds)]
        return [(ends[a] - len(pieces[a]) + a, ends[b - 1] + b - 1) for a, b in runs]


class _Chunks(dict):
    """Chunk → 0 nothing, 1 a word that may belong to a time, 2 a sure one."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon, self.kinds = lexicon, lexicon.kinds

    def __missing__(self, chunk: str) -> int:
        kind = self.kinds.get(chunk)
        if kind is None:
            kind = 0 if chunk.isalpha() else self._kind(chunk)
        self[chunk] = kind
        return kind

    def _kind(self, chunk: str) -> int:
        kinds = self.kinds
        word = chunk.strip(_EDGES)
        if word.isalpha():
            return kinds.get(word, 0)
        if not chunk:
            return 1
        best = 0
        for word in _TOKEN.findall(chunk):
            if word[0].isdecimal():
                held = self.lexicon.look(word)
                best = max(best, 2 if held and held[1].cls in CORE else 1)
            else:
                best = max(best, kinds.get(word, 0))
        return best if best or chunk[0].isalnum() or len(chunk) > 1 else 1


def _takes(cls: str, prefix: str) -> bool:
    """May a word of the class carry the proclitics?"""
    return prefix in CONJUNCTIONS or cls in _CASED or (cls == "card" and prefix.removeprefix(AND) == _WITH)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The family's tables, read once."""
    return Lexicon()
