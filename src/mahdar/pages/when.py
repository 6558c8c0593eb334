"""Dates on a page: which line says when it was published, which when it was changed, and which when it was crawled."""
from __future__ import annotations

from functools import cache

from ..lexicon.table import alternatives
from .knowledge import table
from .lines import Line, split_words

try:
    from ..rules.times import Dateline, datelines
except ImportError:     # the room of times is being built
    Dateline = object
    def datelines(line, *, day=None):
        return []


@cache
def _labels() -> list[tuple[tuple[str, ...], str]]:
    """Label phrases as folded words with what they say, longest first."""
    found = [(tuple(w.lower() for w in split_words(form)), row["id"]) for row in table("labels") for form in alternatives(row["forms"])]
    return sorted(found, key=lambda x: (-len(x[0]), x))


def label_of(text: str) -> str | None:
    """What the words before a date say it is: published, updated, crawl, or None. The words nearest to the date decide.

    >>> label_of("نشر في: "), label_of("آخر تحديث: "), label_of("القاهرة")
    ('published', 'updated', None)
    """
    words = tuple(w.lower() for w in split_words(text))
    best: tuple[int, int, str] | None = None
    for form, what in _labels():
        n = len(form)
        for k in range(len(words) - n, -1, -1):
            if words[k:k + n] == form:
                if best is None or (k + n, n) > best[:2]:
                    best = (k + n, n, what)
                break
    return best[2] if best else None


class Stamp:
    """A date a line gives: `role` published, updated, crawl or None; `at` the number of the line; `alone` if it says nothing else."""

    __slots__ = ("role", "date", "at", "alone")

    def __init__(self, role: str | None, date: Dateline, at: int, alone: bool) -> None:
        self.role, self.date, self.at, self.alone = role, date, at, alone


def stamps(line: Line, at: int) -> list[Stamp]:
    """The dates of a line that is a dateline: short, and little else than dates, labels, places and a byline."""
    if line.prose and line.tag != "time" or not 1 <= len(line.words) <= 30 or not any(c.isdigit() for c in line.text):
        return []
    out = []
    start = 0
    for date in datelines(line.text):
        before = line.text[start:date.start]
        role = label_of(before) or (label_of(line.text[date.end:date.end + 24]) if not out else None)
        if role == "published" and start == 0 and label_of(line.text[date.end:date.end + 24]) == "crawl":
            role = "crawl"
        out.append(Stamp(role, date, at, date.alone or len(split_words(before)) <= 4))
        start = date.end
    return out
