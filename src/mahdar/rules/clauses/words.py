"""What a written word may be: function word, act verb, verbal noun, other verb. Looked up once per word type."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...arabic.inflect import PRONOUNS, Form, Inflections, participle_of
from ...arabic.letters import fold
from ...lexicon.table import alternatives, read_table
from .model import Row

RULES = Path(__file__).parent.parent
#: table name → file with perfect and imperfect columns
VERBS = {
    "act": "acts/verbs.tsv",
    "light": "acts/light.tsv",
    "govern": "status/governors.tsv",
    "say": "speech/verbs.tsv",
    "aux": "clauses/verbs.tsv",
}
NOUNS = {"noun": "acts/nouns.tsv"}


PRONOUN_ENDINGS = ("ه", "ها", "هم", "هما")


class Word(NamedTuple):
    """A word type: its function `classes` by number of further words, the pronoun a preposition carries, its forms."""

    classes: tuple[tuple[tuple[str, ...], str], ...]  # (further words, class), longest first
    prefix: str  # و or ف cut off a function word
    base: str  # the function word without it
    pronoun: tuple[int, str, str] | None
    verbs: tuple[Form, ...]
    nouns: tuple[Form, ...]
    parts: tuple[Form, ...]
    unknown_verb: bool  # looks like an imperfect or a future of an unknown verb


class Vocabulary:
    """All predicates and function words of the rule families."""

    def __init__(self) -> None:
        self.inflections = Inflections()
        self.rows: dict[str, tuple[Row, ...]] = {}
        self._load_predicates()
        self.heads: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.joined: dict[str, tuple[str, tuple[int, str, str]]] = {}
        self.whole: tuple[str, ...] = ()
        self.nouns: set[str] = set()
        for row in read_table(Path(__file__).parent / "function.tsv"):
            if row["class"] == "whole":
                self.whole += tuple(fold(f) for f in alternatives(row["forms"]))
                continue
            if row["class"] == "noun":
                self.nouns |= {fold(f) for f in alternatives(row["forms"])}
                continue
            for form in alternatives(row["forms"]):
                first, *rest = fold(form).split()
                self.heads.setdefault(first, []).append((tuple(rest), row["class"]))
                if row["class"] == "prep" and not rest:
                    for suffix, pronoun in PRONOUNS.items():
                        self.joined.setdefault(first + suffix, (first, pronoun))
        for prep in "بل":
            for suffix, pronoun in PRONOUNS.items():
                if suffix not in ("ي", "ني", "ك"):
                    self.joined.setdefault(prep + suffix, (prep, pronoun))
        for tails in self.heads.values():
            tails.sort(key=lambda t: -len(t[0]))
        self.seen: dict[str, Word] = {}
        self.plain: dict[str, tuple[str, str | None, str, bool]] = {}

    def _load_predicates(self) -> None:
        lemmas: dict[str, tuple[str, str, dict[str, None], dict[str, None]]] = {}
        rows: dict[str, list[Row]] = {}
        for table, file in VERBS.items():
            if not (RULES / file).exists():
                continue
            for row in read_table(RULES / file, columns=("id", "perfect", "imperfect")):
                key = f"{fold(row['perfect'])}/{fold(row['imperfect'])}"
                entry = lemmas.setdefault(key, (row["perfect"], row["imperfect"], {}, {}))
                if table != "say":
                    entry[2].update(dict.fromkeys(alternatives(row.get("masdar", ""))))
                entry[3].update(dict.fromkeys(alternatives(row.get("participle", "") or participle_of(row["perfect"], row["imperfect"]))))
                rows.setdefault(key, []).append((table, row["id"]))
        verbal: dict[str, list[Row]] = {}
        for key, (perfect, imperfect, masdars, participles) in lemmas.items():
            for masdar in masdars:
                verbal.setdefault(fold(masdar), []).extend(rows[key])
            self.inflections.add_verb(key, perfect, imperfect, masdars=masdars, participles=[p for p in participles if p != "-"] or ("",))
        for table, file in NOUNS.items():
            for row in read_table(RULES / file):
                key = fold(row["singular"])
                self.inflections.add_noun(key, row["singular"], alternatives(row["plurals"]))
                rows.setdefault(key, list(verbal.get(key, ()))).append((table, row["id"]))
        self.rows = {k: tuple(v) for k, v in rows.items()}

    def word(self, norm: str) -> Word:
        """What the folded word may be."""
        found = self.seen.get(norm)
        if found is None:
            found = self._word(norm)
            if len(self.seen) < 500_000:
                self.seen[norm] = found
        return found

    def _word(self, norm: str) -> Word:
        prefix, base = "", norm
        classes = self.heads.get(norm, [])
        if not classes and norm[0] in "وف" and len(norm) > 2 and norm[1:] in self.heads:
            prefix, base = norm[0], norm[1:]
            classes = self.heads[base]
        pronoun = None
        joined = self.joined.get(norm)
        if not classes and joined is None and norm[0] in "وف" and norm[1:] in self.joined:
            prefix, joined = norm[0], self.joined[norm[1:]]
        if not classes and joined is not None:
            base, pronoun = joined
            classes = [((), "prep")]
        plain = norm in self.nouns or (norm[0] in "وفبل" and norm[1:] in self.nouns)
        forms = () if plain or (classes and not classes[-1][0]) else self.inflections.analyse(norm)
        verbs = tuple(f for f in forms if f.part in ("perfect", "imperfect"))
        nouns = tuple(f for f in forms if f.part == "noun")
        parts = tuple(f for f in forms if f.part == "participle")
        stem = norm[1:] if norm[0] in "وف" and len(norm) > 4 else norm
        looks = (
            not forms
            and not classes
            and not plain
            and norm.isalpha()
            and (
                (stem[0] == "ي" and len(stem) >= 4)
                or (stem[0] == "س" and len(stem) >= 5 and stem[1] in "يت" and not stem.startswith("سياس"))
            )
        )
        return Word(tuple(classes), prefix, base, pronoun, verbs, nouns, parts, looks)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, built once."""
    return Vocabulary()


@cache
def markers(name: str) -> frozenset[str]:
    """The folded words of a row of markers.tsv.

    >>> sorted(markers("relatives"))[0]
    'التي'
    """
    return frozenset(fold(w) for w in alternatives(read_table(Path(__file__).parent / "markers.tsv").rows[name]["forms"]))
