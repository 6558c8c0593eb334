"""The tables of speech, ready for look-up: verb forms, function words, channels, anaphors."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...arabic.clitics import CONJUNCTIONS, splits
from ...arabic.inflect import Form, Inflections
from ...arabic.letters import fold
from ...arabic.words import Text
from ...lexicon import Row, read_table
from ...lexicon.table import alternatives
from ..engine import Matcher

HERE = Path(__file__).parent


class Verb(NamedTuple):
    """A verb of speech: its row, its force (say, claim, deny, act …) and what may introduce the words said."""

    id: str
    force: str
    takes: frozenset[str]


@cache
def verbs() -> dict[str, Verb]:
    """Row id → verb."""
    table = read_table(HERE / "verbs.tsv", columns=("id", "perfect", "imperfect", "masdar", "participle", "force", "takes"))
    return {r["id"]: Verb(r["id"], r["force"], frozenset(fold(t) for t in alternatives(r["takes"]))) for r in table}


@cache
def _inflections() -> Inflections:
    out = Inflections()
    for r in read_table(HERE / "verbs.tsv"):
        masdars = [r["masdar"]] if "masdar" in alternatives(r["takes"]) else []
        out.add_verb(r["id"], r["perfect"], r["imperfect"], masdars=masdars, participles=alternatives(r["participle"]))
    return out


def forms(norm: str) -> tuple[Form, ...]:
    """The analyses of a folded word as a form of a verb of speech."""
    return _inflections().analyse(norm)


class Word(NamedTuple):
    """A function word of speech: its class and row."""

    cls: str
    id: str


@cache
def _words() -> Matcher:
    """All function words → (class, row)."""
    rows = read_table(HERE / "words.tsv", columns=("id", "class", "forms"))
    return Matcher([(fold(f), Word(r["class"], r["id"])) for r in rows for f in alternatives(r["forms"])], _conjunctions)


@cache
def heads_of(classes: tuple[str, ...]) -> frozenset[str]:
    """Every token a function word of one of the classes may start with, و or ف before it or not."""
    first = [h for h, tails in _words().heads.items() if any(w.cls in classes for _, values in tails for w in values)]
    return frozenset(c + h for h in first for c in ("", *CONJUNCTIONS))


def word_at(text: Text, i: int, *classes: str) -> tuple[int, Word] | None:
    """(end, word) of the longest function word of one of the classes at token i, or None."""
    if text.norms[i] not in heads_of(classes):
        return None
    for hit in _words().at(text, i):
        for word in hit.values:
            if word.cls in classes:
                return hit.j, word
    return None


def words_in(text: Text, i: int, j: int, *classes: str) -> Iterator[int]:
    """The tokens of [i, j) at which a function word of one of the classes starts."""
    heads = heads_of(classes)
    if not heads.isdisjoint(text.norms[i:j]):
        yield from (k for k in range(i, j) if text.norms[k] in heads and word_at(text, k, *classes) is not None)


def _conjunctions(norm: str) -> tuple[tuple[str, str], ...]:
    """The word itself, and without a leading و or ف."""
    return (("", norm), (norm[0], norm[1:])) if norm[0] in "وف" and len(norm) > 2 else (("", norm),)


@cache
def class_words(name: str) -> frozenset[str]:
    """The one-word forms of a class of function words, folded."""
    return frozenset(_alone().get(name, ()))


@cache
def _alone() -> dict[str, list[str]]:
    """Class → its forms of one word."""
    out: dict[str, list[str]] = {}
    for head, tails in _words().heads.items():
        for word in (w for tail, words in tails if not tail for w in words):
            out.setdefault(word.cls, []).append(head)
    return out


@cache
def channels() -> Matcher:
    """Words of an occasion → (channel, network entity id or '')."""
    rows = read_table(HERE / "channels.tsv", columns=("id", "forms", "network"))
    return Matcher([(fold(f), (r["id"], r["network"])) for r in rows for f in alternatives(r["forms"])], splits)


@cache
def networks() -> frozenset[str]:
    """The entity ids of social networks."""
    return frozenset(r["network"] for r in read_table(HERE / "channels.tsv") if r["network"])


@cache
def anaphors() -> Matcher:
    """Definite nouns that stand for a speaker named before → their row."""
    rows = read_table(HERE / "anaphors.tsv", columns=("id", "forms", "kinds", "gender"))
    return Matcher([(fold(f), r) for r in rows for f in alternatives(r["forms"])], _conjunctions)


@cache
def heads() -> Matcher:
    """Nouns at the head of a speaker no other table knows → their row."""
    rows = read_table(HERE / "heads.tsv", columns=("id", "forms", "english", "kind", "sector", "office"))
    return Matcher([(fold(f), r) for r in rows for f in alternatives(r["forms"])], _definite)


def _definite(norm: str) -> tuple[tuple[str, str], ...]:
    """The ways to cut a noun's clitics, the article among them: الشرطة as شرطة."""
    out = tuple(splits(norm))
    return out + (("ال", norm[2:]),) if norm.startswith("ال") and len(norm) > 4 else out


def anaphor_of(norm: str) -> Row | None:
    """The row of a one-word anaphor, or None."""
    return next((values[0] for tail, values in anaphors().heads.get(norm, ()) if not tail), None)


def anaphor_kinds(row: Row) -> frozenset[str]:
    """The kinds of entity an anaphor may stand for."""
    return frozenset(alternatives(row["kinds"]))
