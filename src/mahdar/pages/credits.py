"""Agencies and outlets an article credits: at its head and foot, in brackets, and in its sentences."""

from __future__ import annotations

import re
from functools import cache

from ..lexicon.table import alternatives, read_table
from .knowledge import rows
from .lines import split_words
from .media import MEDIA, Media, Medium, decor, media, named

_BRACKETS = re.compile(r"[(/\[«\"“]\s*([^()\[\]/«»\"“”]{2,40}?)\s*[)/\]»\"”]")
_HEAD = re.compile(r"([^\n:]{3,60}?)(?: ?:|\)| --|/ )\s")
_TOWN = re.compile(r"\W*(\w+)\s*[-–—:،/(]")
_SENTENCE = re.compile(r"[.!؟?\n]+\s|\n")
_SPLIT = re.compile(r"\s*[+،,/|\-–—ـ:؛()\[\]∙•·*]+\s*|\s+(?:و|و(?=وكال))\s*")


@cache
def _role(role: str) -> frozenset[str]:
    return frozenset(w for row in rows("credits", role=role) for form in alternatives(row["forms"]) for w in split_words(form))


def in_credit(text: str) -> list[Medium]:
    """The media a credit line names, in order: "المصدر: تاس + وكالات". A name that merely holds a medium's word is another's.

    >>> [m.name for m in in_credit("المصدر: تاس + سبوتنيك")], in_credit("المصدر: صوت الخليج")
    (['TASS', 'Sputnik'], [])
    """
    found: dict[str, Medium] = {}
    for piece in _SPLIT.split(text):
        if medium := named(piece):
            found.setdefault(medium.name, medium)
            continue
        words = [w.lower() for w in split_words(piece)]
        known, k, hits, left = media(), 0, [], 0
        while k < len(words):
            hit = known.at(words, k) or _short(known, words, k) or _unprefixed(known, words, k)
            if hit:
                hits.append(hit)
                k += hit[1]
            else:
                left += words[k] not in decor() and words[k] not in _role("report") and not words[k].isdigit()
                k += 1
        for medium, n in hits:
            if left <= n - 1:
                found.setdefault(medium.name, medium)
    return [m for m in found.values() if not m.network]


@cache
def _towns() -> frozenset[tuple[str, ...]]:
    """The folded forms of the lexicon's cities."""
    table = read_table(MEDIA.with_name("places.tsv"))
    return frozenset(tuple(split_words(f)) for row in table for f in alternatives(row["forms"]))


def towned(text: str) -> bool:
    """Does a line begin with a town that a dash or colon parts from the rest, as bylines do?

    >>> towned("واشنطن- (أ ف ب)"), towned("الوزيران في واشنطن (أ ف ب)")
    (True, False)
    """
    town = _TOWN.match(text)
    return town is not None and tuple(split_words(town[1])) in _towns()


def in_byline(text: str) -> list[Medium]:
    """The media a byline names: a first word that a colon or dash sets before another name is the town, not the paper of its name.

    >>> [m.name for m in in_byline("الرياض: «الشرق الأوسط»")]
    ['Asharq Al-Awsat']
    """
    found = in_credit(text)
    if len(found) > 1 and found[0].kind == "outlet" and towned(text):
        return found[1:]
    return found


def in_text(text: str) -> list[Medium]:
    """The media a text credits for something it tells: a form of theirs beside a word of reporting, or alone in brackets.

    >>> [m.name for m in in_text("ونقلت وكالة «سبوتنيك» عن السفير قوله ذلك")]
    ['Sputnik']
    """
    found: dict[str, Medium] = {}
    for m in _BRACKETS.finditer(text):
        if m[0][0] in "(/[" and (medium := named(m[1])) and not medium.network:
            found.setdefault(medium.name, medium)
    head = _HEAD.match(text)
    for piece in _SPLIT.split(head[1]) if head else ():
        if (medium := named(piece)) and not medium.network:
            found.setdefault(medium.name, medium)
    known = media()
    for sentence in _SENTENCE.split(text):
        words = [w.lower() for w in split_words(sentence)]
        heads = [k for k, w in enumerate(words) if w in known.heads or w[0] in "لبوك" and w[1:] in known.heads]
        past = 0
        for k in heads:
            if k < past:        # within the name of another: "إن بي سي نيوز"
                continue
            hit = known.at(words, k)
            prefix = ""
            if hit is None:
                hit, prefix = _unprefixed(known, words, k), words[k][0]
            if hit is None:
                continue
            medium, n = hit
            past = k + n
            if not medium.network and _credited(words, k, n, prefix):
                found.setdefault(medium.name, medium)
    return list(found.values())


def _short(known: Media, words: list[str], k: int) -> tuple[Medium, int] | None:
    """The medium whose short name, good in credit lines only, starts at word k; none where two share it."""
    for n in (4, 3, 2, 1):
        key = tuple(words[k : k + n])
        found = (known.credits.get(key) or known.suffixes.get(key) or []) if k + n <= len(words) else []
        if len(found) == 1:
            return found[0], n
    return None


def in_furniture(text: str) -> list[Medium]:
    """The media a line of furniture names by a full form or a site's name of two words or more.

    >>> [m.name for m in in_furniture("حمل تطبيق سكاي نيوز عربية")]
    ['Sky News Arabia']
    """
    found: dict[str, Medium] = {}
    words = [w.lower() for w in split_words(text)]
    known, k = media(), 0
    while k < len(words):
        hit = known.at(words, k) or _unprefixed(known, words, k)
        if hit is None:
            for n in (4, 3, 2):
                sites = known.suffixes.get(tuple(words[k : k + n]), [])
                if k + n <= len(words) and len(sites) == 1:
                    hit = sites[0], n
                    break
        if hit and not hit[0].network:
            found.setdefault(hit[0].name, hit[0])
        k += hit[1] if hit else 1
    return list(found.values())


def _unprefixed(known: Media, words: list[str], k: int) -> tuple[Medium, int] | None:
    """The medium at word k behind an attached ل, ب or و."""
    word = words[k]
    if len(word) < 4 or word[0] not in "لبوك":
        return None
    bare = word[1:] if not word.startswith("لل") else "ا" + word[1:]
    return known.at([*words[:k], bare, *words[k + 1 :]], k) if bare in known.heads else None


def _credited(words: list[str], k: int, n: int, prefix: str) -> bool:
    """Is the medium at words [k, k+n) credited, not merely mentioned?"""
    kinds, reports = _role("kind"), _role("report")
    before, after = words[max(0, k - 8) : k], words[k + n : k + n + 4]
    close = words[max(0, k - 4) : k]
    kind = any(w in kinds for w in close) or words[k] in kinds
    report = any(w in reports for w in before) or any(w in reports for w in after) or any(w in kinds and w[0] == "ل" for w in close)
    alone = n == 1 and (words[k].startswith("ال") or len(words[k]) < 4) or n == 2 and words[k].startswith("ال")
    if kind:
        return report
    if prefix == "ل":
        return not alone or any(w in reports for w in words[max(0, k - 5) : k])
    near = any(w in reports for w in words[max(0, k - 2) : k]) or bool(after) and after[0] in reports
    return near and not (alone and len(words[k]) < 4) if not alone else bool(close) and close[-1] in _role("report") and words[k].isascii()
