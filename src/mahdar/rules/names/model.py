"""What the reading of names gives: mentions on tokens, and the article's entities."""

from __future__ import annotations

import msgspec

from ...arabic.words import Text
from ...model import Entity


class Named(msgspec.Struct, kw_only=True):
    """A mention: tokens [i, j) are the whole phrase, [a, b) the words that name.

    `prefix`: the proclitics on token i. `group`: shared by the conjuncts of one coordinated phrase. `title`: the key of the
    office in the phrase ("foreign_minister"), `of`: the state or body it is of, `town`: where its holder is posted (السفير السعودي في
    الخرطوم), or the capital that stands for its government.
    """

    i: int
    j: int
    a: int
    b: int
    prefix: str
    form: str
    entities: tuple[str, ...]
    kind: str
    country: str | None = None
    gender: str | None = None
    number: str = "s"
    group: int | None = None
    title: str | None = None
    of: str | None = None
    town: str | None = None

    def span(self, text: Text) -> tuple[int, int]:
        """Raw offsets of the words that name, without proclitics: بوتين in ولبوتين."""
        start, end = text.span(self.a, self.b)
        if self.a == self.i and self.prefix and text.raw.startswith(self.prefix, start):
            start += len(self.prefix)
        return start, end

    @property
    def entity(self) -> str:
        """The first entity it stands for."""
        return self.entities[0]


class Names:
    """All mentions of an article, by token, and its entities by id."""

    def __init__(
        self,
        mentions: list[Named],
        entities: dict[str, Entity],
        sentences: list[tuple[int, int]],
        nested: list[Named] | None = None,
    ) -> None:
        self.mentions, self.entities, self.sentences = mentions, entities, sentences
        #: mentions inside the phrase of another: ترامب in محامي ترامب
        self.nested: list[Named] = nested or []
        self._of: dict[int, int] = {}
        for k, m in enumerate(mentions):
            for t in range(m.i, m.j):
                self._of[t] = k

    def at(self, token: int) -> Named | None:
        """The mention whose phrase covers the token, or None."""
        k = self._of.get(token)
        return None if k is None else self.mentions[k]

    def starting(self, token: int) -> Named | None:
        """The mention whose phrase starts at the token, or None."""
        m = self.at(token)
        return m if m is not None and m.i == token else None

    def between(self, i: int, j: int) -> list[Named]:
        """Mentions that start in tokens [i, j)."""
        return [m for m in self.mentions if i <= m.i < j]

    def resolve(
        self,
        token: int,
        gender: str | None = None,
        number: str = "s",
        *,
        persons: bool = True,
        skip: tuple[str, ...] = (),
    ) -> Named | None:
        """The mention a pronoun or an implied subject at the token points back to; None where two fit equally.

        Looks back through the sentence, then the one before, and one more; there the subject-like mention (the first of the
        sentence that agrees) counts first. A plural looks for plurals and for coordinated phrases.
        """
        sentence = next((k for k, (a, b) in enumerate(self.sentences) if a <= token < b), None)
        if sentence is None:
            return None
        for back in range(4):
            k = sentence - back
            if k < 0:
                break
            a, b = self.sentences[k]
            fits = [
                m for m in self.mentions if a <= m.i < min(b, token) and self._agrees(m, gender, number, persons) and m.entity not in skip
            ]
            if fits:
                return fits[-1] if back == 0 and len({m.entity for m in fits}) == 1 else fits[0]
        return None

    @staticmethod
    def _agrees(m: Named, gender: str | None, number: str, persons: bool) -> bool:
        if persons and m.kind not in ("person", "unnamed"):
            return False
        if number == "s":
            return m.number == "s" and (gender is None or m.gender in (None, gender))
        return m.number != "s"
