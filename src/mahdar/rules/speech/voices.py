"""Who spoke: a speaker as found, and the speakers of an article in the order they spoke."""

from __future__ import annotations

from typing import NamedTuple

from ...arabic.words import Text
from ..names.homeland import homeland
from ..names.model import Named, Names
from .quotes import Quotes
from .tables import class_words

MEDIA = frozenset({"agency", "outlet"})
#: kinds of bodies that give out what their people say
BODIES = frozenset({"institution", "organization", "group"})
#: tokens within which a dateline ends
DATELINE = 14


class Voice(NamedTuple):
    """A speaker as found: entity ids (none where nobody can be named), grammar for agreement, and how he was found."""

    entities: tuple[str, ...]
    kind: str
    gender: str | None
    number: str
    how: str


def governed(text: Text, m: Named) -> bool:
    """Does a preposition govern the mention? («عن لافروف», «للافروف»)"""
    if any(p in m.prefix for p in "بلك"):
        return True
    k = m.i - 1
    if k > 0 and text.kinds[k] == "P" and text.norms[k - 1] in ("ل", "ب"):      # «لـ "فرانس برس"»
        k -= 1
    w = text.norms[k] if k >= 0 else ""
    if w[:1] == "و" and w[1:] in class_words("preposition"):     # «وعن اليمن قال»
        return True
    return w in ("ل", "ب") or w in class_words("preposition") and w not in class_words("resumptive")


def past_dateline(text: Text, i: int, j: int) -> int:
    """The first token behind the dateline that opens tokens [i, j): «أتلانتا، الولايات المتحدة (CNN)-- قال …»; i where none does."""
    norms = text.norms
    for k in range(i, min(j - 1, i + DATELINE)):
        if norms[k] == ")" and norms[k + 1] in ("-", "–", "—"):
            return next((t for t in range(k + 1, j) if text.kinds[t] != "P"), i)
    return i


def voice_of(m: Named, names: Names, text: Text, how: str) -> Voice:
    """The mention as a speaker, with the conjuncts that follow it."""
    ids, number = list(m.entities), m.number
    nxt = names.at(m.j)
    while nxt is not None and nxt.i == m.j and nxt.prefix == "و" and nxt.kind == m.kind:
        ids += nxt.entities
        number = "p"
        m, nxt = nxt, names.at(nxt.j)
    return Voice(tuple(dict.fromkeys(ids)), m.kind, m.gender, number, how)


class Past:
    """The speakers of one article in the order they spoke."""

    def __init__(self, text: Text, names: Names, dated: frozenset[int] = frozenset(), quotes: Quotes | None = None) -> None:
        self.text, self.names, self.dated, self.quotes = text, names, dated, quotes or Quotes(Text(""))
        self.past: list[Voice] = []
        self.past_at: list[int] = []
        self.past_end: list[int] = []
        self.home = homeland(names)

    def spoke(self, voice: Voice, at: int, end: int | None = None) -> None:
        """Remember who spoke last, at which token, and before which token his words ended."""
        self.past.append(voice)
        self.past_at.append(at)
        self.past_end.append(at + 1 if end is None else end)

    def forget(self) -> None:
        """Take the last speaker back: he only carried another's words."""
        self.past.pop()
        self.past_at.pop()
        self.past_end.pop()

    def _since(self, a: int, far: int) -> int:
        """The first token of the sentence `far` sentences before the one that starts at token a."""
        return next((x for n, (x, _) in enumerate(reversed([z for z in self.text.sentences if z[0] <= a])) if n == far), 0)

    def _before(self, a: int) -> tuple[int, int] | None:
        """The sentence before the one that starts at token a."""
        return next(((i, j) for i, j in reversed(self.text.sentences) if j <= a), None)
