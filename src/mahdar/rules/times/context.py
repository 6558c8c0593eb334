"""What a time resolves against: the article's day, the tense around the words, the years the text itself names."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

from ...arabic.clitics import uncoupled
from ...arabic.letters import fold
from ...lexicon.table import alternatives, read_table
from .shapes import shape

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[.!؟?؛\n]")
_LONGEST = 160
_PAST = {"been": "past"}


@lru_cache(maxsize=1)
def cues() -> dict[str, str]:
    """Folded word → future, past, been (past, also before a plan), since (past, of what it stands before), or none (looks like
    a future verb and isn't one)."""
    out: dict[str, str] = {}
    for row in read_table(Path(__file__).with_name("tense.tsv"), columns=("id", "class", "forms", "example", "gives")):
        for form in alternatives(row["forms"]):
            out[fold(form)] = row["class"]
    return out


@lru_cache(maxsize=1)
def marks() -> dict[str, str]:
    """Folded word → done or lasting."""
    out: dict[str, str] = {}
    for row in read_table(Path(__file__).with_name("aspect.tsv"), columns=("id", "class", "forms", "example", "gives")):
        for form in alternatives(row["forms"]):
            out[fold(form)] = row["class"]
    return out


@lru_cache(maxsize=100_000)
def cue(norm: str) -> str | None:
    """future or past for a word that tells the tense, been for one of the past that may stand before a plan, since for one
    that tells of the time right behind it, else None."""
    table = cues()
    for word in (norm, uncoupled(norm)):
        if word in table:
            return table[word] if table[word] != "none" else None
        shapes = shape(word)
        if "future" in shapes or "past" in shapes:
            return "future" if "future" in shapes else "past"
    return None


def _undone(words: list[str], n: int) -> bool:
    """Is the cue n words from the end a plan told as past (كان من المقرر)?"""
    return any(cue(w) == "been" for w in words[max(0, len(words) - n - 2) : len(words) - n])


class Context:
    """One text with its day. `text` is folded; offsets are folded ones."""

    __slots__ = ("text", "day", "years", "alone", "line")

    def __init__(self, text: str, day: date | None, *, alone: bool = False, line: bool = False) -> None:
        self.text = text
        self.day = day
        self.line = line  # the text is a line of date and time
        self.alone = alone  # the text is nothing but calendar words: somebody asks what they mean
        self.years: list[tuple[int, int]] = []  # (offset, year) the text has named so far

    def word_before(self, at: int) -> str:
        """The word right before the offset, "" where a mark or nothing stands there."""
        m = re.search(r"([^\W\d_]+) ?$", self.text[max(0, at - 30) : at])
        return m.group(1) if m else ""

    def word_after(self, at: int) -> str:
        """The word right behind the offset."""
        m = re.match(r" ?([^\W_]+)", self.text[at : at + 30])
        return m.group(1) if m else ""

    def direction(self, start: int, end: int) -> str | None:
        """past or future as the words around say: the nearest cue before, else the nearest behind."""
        found = self.tense(start, end)[0]
        return "past" if found == "undone" else found

    def tense(self, start: int, end: int) -> tuple[str | None, int]:
        """(past, future or undone (كان من المقرر), words away: below zero before, above behind)."""
        left = self.text[max(0, start - _LONGEST) : start]
        at = max((m.end() for m in _BREAK.finditer(left)), default=0)
        words = _WORD.findall(left[at:])
        if words and cue(words[-1]) == "since":
            return "past", -1
        for n, word in enumerate(reversed(words), 1):
            found = cue(word)
            if found == "since":
                continue
            if found:
                return ("undone" if found == "future" and _undone(words, n) else _PAST.get(found, found)), -n
        right = self.text[end : end + _LONGEST]
        m = _BREAK.search(right)
        for n, word in enumerate(_WORD.findall(right[: m.start()] if m else right), 1):
            found = cue(word)
            if found and found != "since":
                return _PAST.get(found, found), n
        return None, 0

    def clause(self, start: int, end: int) -> list[str]:
        """The words of the sentence around the offsets, without those between them."""
        left = self.text[max(0, start - _LONGEST) : start]
        at = max((m.end() for m in _BREAK.finditer(left)), default=0)
        right = self.text[end : end + _LONGEST]
        m = _BREAK.search(right)
        return _WORD.findall(left[at:]) + _WORD.findall(right[: m.start()] if m else right)

    @staticmethod
    def mark(norm: str) -> str | None:
        """done or lasting for a word that tells whether منذ counts from a deed or says how long."""
        return marks().get(norm)

    def year_named(self, at: int) -> int | None:
        """The last year the text named before the offset."""
        return next((y for o, y in reversed(self.years) if o <= at), None)
