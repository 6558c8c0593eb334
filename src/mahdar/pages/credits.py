"""Agencies and outlets an article credits: at its head and foot, in brackets, and in its sentences."""

from __future__ import annotations

import re
from functools import cache

from ..arabic.letters import fold
from ..lexicon.table import alternatives, read_table
from .knowledge import rows, words_in
from .lines import split_words
from .media import MEDIA, Media, Medium, decor, media, named

_TOWN = re.compile(r"\W*(\w+(?: \w+){0,2})\s*[-–—:،/(]")
_SPLIT = re.compile(r"\s*[+،,/|\-–—ـ:؛()\[\]∙•·*]+\s*|\s+(?:و|و(?=وكال))\s*")


@cache
def role(name: str) -> frozenset[str]:
    """The folded words of credits.tsv of one role: what a medium is, that it reports.

    >>> "وكاله" in role("kind"), "ذكرت" in role("report")
    (True, True)
    """
    return frozenset(w for row in rows("credits", role=name) for form in alternatives(row["forms"]) for w in split_words(form))


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
            hit = known.at(words, k) or _short(known, words, k) or unprefixed(known, words, k)
            if hit:
                hits.append(hit)
                k += hit[1]
            else:
                left += words[k] not in decor() and words[k] not in role("report") | role("signs") and not words[k].isdigit()
                k += 1
        if len(hits) > 1 and all(m.kind == "outlet" for m, _ in hits):
            continue  # "الخليج تايمز" is neither of the two
        for medium, n in hits:
            if left <= n - 1:
                found.setdefault(medium.name, medium)
    return [m for m in found.values() if not m.network]


@cache
def towns() -> frozenset[tuple[str, ...]]:
    """The folded forms of the lexicon's places, as words.

    >>> ("بيونغ", "يانغ") in towns()
    True
    """
    table = read_table(MEDIA.with_name("places.tsv"))
    return frozenset(tuple(split_words(f)) for row in table for f in alternatives(row["forms"]))


def towned(text: str) -> bool:
    """Does a line begin with a town that a dash or colon parts from the rest, as bylines do?

    >>> towned("واشنطن- (أ ف ب)"), towned("الوزيران في واشنطن (أ ف ب)")
    (True, False)
    """
    town = _TOWN.match(text)
    return town is not None and (tuple(split_words(town[1])) in towns() or fold(town[1]) in words_in("sites", "capitals"))


def in_byline(text: str) -> list[Medium]:
    """The media a byline names: a first word that a colon or dash sets before another name is the town, not the paper of its name.

    >>> [m.name for m in in_byline("الرياض: «الشرق الأوسط»")]
    ['Asharq Al-Awsat']
    """
    found = in_credit(text)
    if len(found) > 1 and found[0].kind == "outlet" and towned(text):
        return found[1:]
    return found


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
        hit = known.at(words, k) or unprefixed(known, words, k)
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


def unprefixed(known: Media, words: list[str], k: int) -> tuple[Medium, int] | None:
    """The medium at word k behind an attached ل, ب or و."""
    word = words[k]
    if word[0] not in "لبوك" or len(word) < 4 and not (len(word) == 2 and k + 1 < len(words) and len(words[k + 1]) == 1):  # "لأ ف ب"
        return None
    bare = word[1:] if not word.startswith("لل") else "ا" + word[1:]
    return known.at([*words[:k], bare, *words[k + 1 :]], k) if bare in known.heads else None


