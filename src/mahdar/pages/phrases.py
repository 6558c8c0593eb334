"""Furniture phrases found in a line: which row of furniture.tsv it falls under, if any."""

from __future__ import annotations

import re
from itertools import filterfalse
from typing import NamedTuple

from ..arabic.letters import fold
from ..lexicon.table import alternatives
from .appeals import appeals
from .captions import ENDS, pictured
from .credits import in_credit, role
from .knowledge import table, words_in, words_of
from .lines import FUNCTION, OPENERS, Line, joins, split_words
from .media import named

_LABELLED = re.compile(r"^\W*\w+\s*[:：\-–—|/(.»›>؟]|^[A-Za-z]+\s*[,،]")
_ARABIC = re.compile("[\u0620-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
#: what a counter leaves behind: "aXA6IDE5Mi4wLjIuNjE="
_CODE = re.compile(r"(?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)[A-Za-z0-9+/=_-]{14,}")
_URL = re.compile(r"\W*https?://\S+")
#: the writers of a dispatch and what they drew on: "ع.ج/ح.ز (د ب أ، رويترز)"
_INITIALS = re.compile("(?:[\u0621-\u064a]{1,2}\\s?[./،]\\s?){1,5}[\u0621-\u064a]{1,2}\\.?\\s*(?:[(\\-–/][^()]{2,60}\\)?)?")
_STOP = re.compile(r"[.!؟?:،]\W*$")
_CREDIT = re.compile(r"[\s\-–—.]*[(\[]\s*([^()\[\]]{2,50})[)\]][\s.]*")
_RULE = re.compile(r"[=_*~ـ•.\-–—\s]{5,}(?:\w{1,3}[\s./،-]*){0,6}")
_YEAR = re.compile(r"\b20\d\d\b")
_PREFIXES = "وبلف"
ADDRESS = words_of("address")
IMPERATIVE = ADDRESS | words_of("imperative")
SITE = words_of("site")


class Sort(NamedTuple):
    """What a line is: the row, its kind, what it does to the lines after it, and how many words follow the phrase."""

    id: str
    kind: str
    does: str  # drop, list, tail, header, poll, byline, source, resume, keep
    rest: int
    sure: bool  # may take running text away


class _Phrases:
    """The rows of furniture.tsv by where their forms must stand."""

    def __init__(self) -> None:
        self.line: dict[tuple[str, ...], tuple] = {}
        self.start: dict[str, list] = {}
        self.has: dict[str, list] = {}
        self.end: dict[str, list] = {}
        self.only: list[tuple[frozenset[str], tuple]] = []
        for row in table("furniture"):
            what = (row["id"], row["kind"], row["does"], row["prose"] == "yes")
            forms = [tuple(split_words(form)) for form in alternatives(row["forms"])]
            if row["where"] == "all":
                self.only.append((frozenset(w.lower() for f in forms for w in f), what))
                continue
            for words in forms:
                if row["where"] == "line":
                    self.line.setdefault(tuple(w.lower() for w in words), what)
                elif row["where"] == "has":
                    self.has.setdefault(words[_telling(words)], []).append((words, what, _telling(words)))
                else:
                    by = getattr(self, row["where"])
                    by.setdefault(words[-1] if row["where"] == "end" else words[0], []).append((words, what))
        #: every word that a row of `has` is known by
        self.heads = frozenset(self.has) | {p + w for w in self.has for p in _PREFIXES}
        for by in (self.start, self.has, self.end):
            for found in by.values():
                found.sort(key=lambda x: -len(x[0]))


def _telling(form: tuple[str, ...]) -> int:
    """Which word of a phrase tells most: its first that isn't in every sentence."""
    return next((k for k, w in enumerate(form) if w not in FUNCTION and len(w) > 2), 0)


P = _Phrases()


def sort_of(line: Line) -> Sort | None:
    """What kind of furniture a line is, or None where no row speaks of it.

    >>> sort_of(Line("الأكثر قراءة")).kind, sort_of(Line("وأكد الوزير أن بلاده ماضية في الحوار."))
    ('most_read', None)
    """
    words = list(filterfalse(str.isdigit, line.words))
    if not words:
        return None
    if line.text[0] == "#" and all(w[0] == "#" for w in line.text.split()):
        return Sort("tags-hash", "tags", "drop", len(words), True)
    if len(words) <= 8 and not line.stopped and any(_CODE.fullmatch(w) for w in line.text.split()):
        return Sort("foreign-code", "foreign", "drop", len(words), True)
    if _URL.fullmatch(line.text):
        return Sort("share-address", "share", "drop", len(words), True)
    if (line.text[0] in "=_*~" or not line.words) and _RULE.fullmatch(line.text):
        return Sort("end-rule", "end", "drop", 0, True)
    if _INITIALS.fullmatch(line.text) and not named(line.text):
        return Sort("source-initials", "source", "source", 0, True)
    if len(line.text) < 60 and (m := _CREDIT.fullmatch(line.text)) and (named(m[1]) or len(in_credit(m[1])) > 1):
        return Sort("source-bracketed", "source", "source", 0, True)
    if _signed(line):
        return Sort("byline-signed", "byline", "byline", len(words), True)
    prose = line.prose
    if not prose and 1 < len(words) <= 8:  # "قصص مقترحة نهاية" ends what "قصص مقترحة" begins
        for form, what in P.end.get(words[-1], ()):
            if what[2] == "resume" and tuple(words[-len(form) :]) == form:
                return Sort(what[0], what[1], what[2], 0, what[3])
    if not prose:
        if what := P.line.get(tuple(w.lower() for w in words)):
            return Sort(what[0], what[1], what[2], 0, what[3])
    for form, what in P.start.get(words[0], ()):
        if len(form) == 1 and len(words) > 1 and not _LABELLED.match(line.text) and not _leads(what[2], words, line.text):
            continue  # "تحرير الحديدة" is no byline, "علامات استفهام" no list of tags
        if what[2] == "keep" and (other := _within(words, prose)):  # "تنويه: لا تعبر بالضرورة …" corrects nothing
            return other
        if what[2] == "source" and len(words) - len(form) > 4 and not in_credit(line.text):
            continue  # "مصدر: الوزير لم يتحدث إلى الرئيس" is a title
        if tuple(words[: len(form)]) == form and (what[3] or not prose or what[1] == "read_also" and _labels(line.text, len(form))):
            return Sort(what[0], what[1], what[2], len(words) - len(form), what[3])
    if not prose:
        bare = [w.lower().lstrip("0123456789") for w in words] if len(line.words) > 1 else []
        for known, what in P.only if bare and len(bare) < 25 and not named(line.text) else ():
            if all(w in known for w in bare) and not FUNCTION.issuperset(bare):
                return Sort(what[0], what[1], what[2], 0, what[3])
        for form, what in P.end.get(words[-1], ()):
            if len(words) <= 14 and tuple(words[-len(form) :]) == form:
                return Sort(what[0], what[1], what[2], 0, what[3])
    if "©" in line.text and (not prose or line.text[0] == "©" or len(words) < 25 and named(re.split("[©/]", line.text)[1])):
        before, _, behind = line.text.partition("©")
        told = len(before.split()) > (1 if named(behind) else 3) and not any(w in SITE for w in split_words(before))
        beside = told and len(behind.split()) < 6
        if line.tag == "figcaption" or beside and not _YEAR.search(line.text):
            return Sort("caption-sign", "caption", "drop", len(words), True)
        return Sort("copyright-sign", "copyright", "tail", len(words), True)
    if len(words) <= 45 and (line.text[-2:-1] in ")]" or line.text[-1] in ")]" or not ENDS.isdisjoint(words[-5:])) and pictured(line.text):
        return Sort("caption-credited", "caption", "drop", len(words), True)
    if appeals(words, line.text, prose=prose):
        return Sort("share-appeal", "share", "drop", len(words), prose)
    if (found := _within(words, prose)) is None and len(words) > 1 and not _ARABIC.search(line.text) and not named(line.text):
        return Sort("foreign", "foreign", "drop", len(words), True)
    return found


def _labels(text: str, n: int) -> bool:
    """Does a mark part a text's first words from the rest: "قد يهمك.. …"?"""
    head = text.split(None, n)
    return len(head) > n and (head[n - 1][-1] in ":|" or head[n - 1].endswith("..") or head[n][0] in ":|…")


def _leads(does: str, words: list[str], text: str) -> bool:
    """Does a label without a mark lead to a medium's name: "بواسطة رويترز", "المصدر رويترز"?"""
    if does == "byline" and words[0] in role("signs") and len(words) <= 9 and not _STOP.search(text) and not FUNCTION & set(words):
        return len(words) <= 5 or bool(in_credit(text))  # "كتبت منى أحمد - (أ ش أ)"
    return does in ("byline", "source") and len(words) <= 6 and named(text.split(None, 1)[-1]) is not None


def _signed(line: Line) -> bool:
    """Does a short line sign with names between slashes, a medium at one end: "نيويورك / محمد طارق / الأناضول"?"""
    parts = [p.strip() for p in line.text.strip(" ()/").split("/")]
    if not 2 <= len(parts) <= 5 or len(line.words) > 11 or line.stopped or not all(1 <= len(p.split()) <= 4 for p in parts):
        return False
    if any(fold(p).lower() in words_in("sites", "pictures") and not named(p) for p in parts):  # "رويترز/أرشيف"
        return False
    return named(parts[0]) is not None or named(parts[-1]) is not None


def _within(words: list[str], prose: bool) -> Sort | None:
    """A row whose phrase stands anywhere in the line; running text must hold two such phrases, or one and an address to the reader."""
    if P.heads.isdisjoint(words):
        return _notice(words, prose)
    first, hits, n, at = None, 0, len(words), 0
    told: set[str] = set()
    for j, word in enumerate(words):
        if word not in P.heads:
            continue
        for form, what, behind in P.has.get(word) or (P.has.get(word[1:], []) if word[0] in _PREFIXES else []):
            k = j - behind
            if k < 0 or words[k] != form[0] and (words[k][0] not in _PREFIXES or words[k][1:] != form[0]):
                continue
            if tuple(words[k + 1 : k + len(form)]) == form[1:]:
                first, at = (first, at) if first else (what, k)
                told.update(words[k : k + len(form)])
                hits += 2 if len(form) > 2 else 1
                break
    if first is None:
        return _notice(words, prose)
    if prose and hits < 2 and not any(w in IMPERATIVE and w not in told for w in words) and n > 6:
        return None
    if prose and not first[3] and n > 12:
        return None
    if prose and first[2] == "tail":  # no notice of rights goes on from a story, and it speaks of the site
        if joins(words[0]) or hits < 2 and len({w for w in words if w in SITE}) < 2:
            return None
    if prose and at and first[2] == "drop" and joins(words[0]) and not any(w in ADDRESS for w in words):
        return None
    return Sort(first[0], first[1], first[2], n, first[3])


def _notice(words: list[str], prose: bool) -> Sort | None:
    """A notice in which the site speaks of itself to its reader; no news opens so."""
    if not prose or words[0] in OPENERS:
        return None
    address = len({w for w in words if w in ADDRESS})
    site = len({w for w in words if w in SITE})
    if address >= 2 or address and site >= 3 or site >= 5 and site * 5 >= len(words):
        return Sort("notice", "notice", "drop", len(words), True)
    return None
