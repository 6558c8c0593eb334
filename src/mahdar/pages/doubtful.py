"""Short lines and lines without a full stop between an article's paragraphs: subheadings and lists stay, others' titles go."""

from __future__ import annotations

import re

from ..lexicon.table import alternatives
from .heading import near
from .knowledge import rows
from .lines import FUNCTION, OPENERS, Line, joins, split_words

_LEADS = sorted(tuple(split_words(form)) for row in rows("words", role="lead") for form in alternatives(row["forms"]))
#: a list's own mark at a line's start
_LISTED = re.compile(r"\W*(?:\d{1,4}|[٠-٩]{1,4})\s*[-–.:)/ـ]|[•*▪●■✓-]\s*\w")
#: a mark that points at another page
_POINTS = re.compile(r"\s*[◄►◀▶»›←→⬅➡↩]\s*\w|[^«]{2,24}[|»›]\s*$")
_STOPPED = re.compile(r"[.!]\W*$")
_OPEN = re.compile(r"[:؛،,]\W*$")
#: of an article's paragraphs this share must end with a stop before a line without one is doubted
_ENDED = 0.6


def content(line: Line) -> list[str]:
    """A line's words but particles and the shortest."""
    return [w for w in line.words if len(w) > 3 and w not in FUNCTION]


def opens(line: Line) -> bool:
    """Does a line begin with words that lead on from what was told: "من جانبها", "في المقابل"?

    >>> opens(Line("من جهتها نفت بيونغ يانغ ذلك"))
    True
    """
    return any(tuple(line.words[: len(form)]) == form for form in _LEADS)


def share(line: Line, words: set[str]) -> float:
    """How much of a line's content stands among the words given.

    >>> share(Line("لافروف يزور بيونغ يانغ"), {"لافروف", "يزور"})
    0.5
    """
    own = content(line)
    return sum(near(w, words) for w in own) / max(len(own), 1)


def ends_its_lines(paragraphs: list[Line]) -> bool:
    """Do most paragraphs end with a stop, so that a line without one is something else?"""
    return sum(p.ended for p in paragraphs) >= _ENDED * len(paragraphs)


def stands(run: list[Line], above: Line, words: set[str], *, strict: bool) -> list[bool]:
    """Which lines between two paragraphs are the article's: `words` are those of its sure paragraphs and title, `strict` where
    its paragraphs end with stops.

    >>> stands([Line("غموض موعد القمة")], Line("قال ذلك الوزير."), {"القمة", "موعد"}, strict=True)
    [True]
    """
    if any(_POINTS.match(line.text) for line in run) and not any(_STOPPED.search(line.text) for line in run):
        return [False] * len(run)
    if _OPEN.search(above.text) or any(_LISTED.match(line.text) or line.text.count("،") > 3 for line in run):
        return [True] * len(run)
    kept = [_stands(line, words, strict=strict, alone=len(run) == 1) for line in run]
    if strict and not all(kept):  # labels and dates stand beside a title of another article
        kept = [k and (len(line.words) > 5 or bool(_STOPPED.search(line.text))) for k, line in zip(kept, run, strict=True)]
    return kept


def _stands(line: Line, words: set[str], *, strict: bool, alone: bool) -> bool:
    """Is one line the article's?"""
    n = len(line.words)
    if n <= 5 or _STOPPED.search(line.text) or _OPEN.search(line.text):
        return True
    own = share(line, words)
    if joins(line.words[0]) or opens(line) or line.prose and line.words[0] in OPENERS:
        return joins(line.words[0]) or n >= (6 if opens(line) else 8) or own > 0.2
    if not strict:
        return line.prose or own >= 0.1
    if line.prose:
        return own >= 0.35
    return alone and own >= (0.6 if n < 9 else 0.7)


def last_of(run: list[Line], words: set[str], *, strict: bool, above: str = "", beside: bool = False) -> int:
    """How many of the lines behind the last paragraph are still the article's: paragraphs without a full stop, and the rest of a
    list of which `above`, the last paragraph, is a part; `beside`: the first stands right below that paragraph."""
    listed = _LISTED.match(above) is not None or above.rstrip().endswith(":")
    for k, line in enumerate(run):
        if listed and _LISTED.match(line.text) and len(line.words) > 3:
            continue
        n, own = len(line.words), share(line, words)
        if not line.words:
            return k
        joined = joins(line.words[0])
        small = sum(w in FUNCTION for w in line.words)
        asks = line.text.rstrip()[-1:] in "؟?" and line.words[0][:1] in "وف" and n >= 5
        goes_on = joined and n >= 3 or n >= 5 and opens(line) or beside and not k and strict and n >= 5 and line.text[-1:] == "."
        if not (asks or goes_on or small >= 2 and n >= 10 and own >= (0.7 if strict else 0.4)):
            return k
    return len(run)
