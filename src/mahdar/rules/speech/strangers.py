"""Speakers and carriers no table of names knows: entities of their own, under the words as printed."""

from __future__ import annotations

from typing import NamedTuple

from ...arabic.romanise import letters
from ...arabic.words import Text
from ...lexicon import Row, load
from ...model import Entity
from ..names.model import Names
from .tables import class_words, heads

#: classes of function words that end the noun phrase of a speaker
ENDS = ("preposition", "an", "relative", "perfective", "break", "saying", "same", "adverb")


class Stranger(NamedTuple):
    """The entity made, and how: the row of its head noun, or «words as printed»."""

    entity: Entity
    how: str
    j: int


def stranger(text: Text, names: Names, dated: frozenset[int], i: int, lead: int, home: str | None) -> Stranger | None:
    """The entity of the noun phrase at token i: up to five words, before a mark, a preposition or a name; None where it can't be one.

    «أهالي القرية» gives an unnamed «residents», «شرطة المدينة» an institution «police», of the country the article is about.
    """
    j = i
    while j < lead and j - i < 5 and text.kinds[j] == "W" and j not in dated and (j == i or names.at(j) is None):
        w = text.norms[j]
        if any(w in class_words(c) for c in ENDS) or j > i and w[0] in "بلو" and not w.startswith("وال"):
            break
        j += 1
    if (
        j == i
        or text.norms[i].endswith("ا")
        or text.raw_of(i, i + 1).endswith("ه")
        or any(text.norms[i] in class_words(c) for c in ("adverb", "pronoun", "preposition"))
    ):
        return None
    row, clitic = head(text, i, j)
    owner = names.at(j) if row is not None and row["kind"] in ("institution", "group") else None
    if owner is not None and owner.i == j and not owner.prefix:
        j = owner.j  # «مكتب رئيس البلدية فلان»
    kind, name = (row["kind"], row["english"]) if row else ("unnamed", "unnamed speaker")
    words = [text.norms[i].removeprefix(clitic), *text.norms[i + 1 : j]]
    if kind == "agency" and (agency := _agency(names, words[1:], home)) is not None:
        return Stranger(agency, f"heads:{row['id']}" if row else "", j)
    key = f"{kind}:speaker-" + "-".join(letters(w).lower() for w in words)
    if key not in names.entities:
        printed = text.raw_of(i, j).removeprefix(clitic)
        sector = row["sector"] or None if row else None
        why = "an explicit subject of speech that no table of names knows"
        names.entities[key] = Entity(id=key, kind=kind, name=name, name_ar=printed, country=home, sector=sector, why=why)
    return Stranger(names.entities[key], f"heads:{row['id']}" if row else "words as printed", j)


def _agency(names: Names, words: list[str], home: str | None) -> Entity | None:
    """The one agency the article names that «وكالة أنباء روسية» or «الوكالة الرسمية» may mean: of that country; None for others."""
    lexicon = load()
    spans = [tuple(words[i : i + n]) for n in (2, 1) for i in range(len(words) - n + 1)]
    country = next((ident.partition(":")[2] for span in spans for cls, ident, _ in lexicon.phrase(span) if cls == "adj"), home)
    named = {m.entity: names.entities[m.entity] for m in names.mentions if m.kind == "agency"}
    fits = [e for e in named.values() if e.country == country]
    return fits[0] if country is not None and len(fits) == 1 else None


def may_head(norm: str) -> bool:
    """May a phrase of heads.tsv start with the word?"""
    return bool(heads().lookups(norm))


def head(text: Text, i: int, j: int) -> tuple[Row | None, str]:
    """The row of the noun at token i, and the preposition cut off it; (None, "") where no table knows it."""
    for hit in heads().at(text, i):
        if hit.j <= j and hit.prefix in ("", "ال", "ل"):
            return hit.values[0], "ل" if hit.prefix == "ل" else ""
    return None, ""
