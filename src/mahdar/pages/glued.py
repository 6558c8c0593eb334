"""Lines that the crawl glued together: "إقرأ المزيدوبين …", "إعلانوقال …", "الملف النوويوشهدت …" are parted."""

from __future__ import annotations

import re
from functools import cache

from ..arabic.letters import Folded, fold
from ..lexicon.table import alternatives
from .knowledge import rows, words_of

#: a longer line is no line of an article
_LONGEST = 20_000
#: the title of another article is no longer
_TEASER = 200
_LETTER = "\u0621-\u064a"


def _forms(*kinds: str) -> str:
    """An expression of the forms of those rows of the table, of all where none is named, the longest first."""
    forms = {fold(f) for row in rows("glued") if not kinds or row["id"] in kinds for f in alternatives(row["forms"])}
    return "|".join(sorted(map(re.escape, sorted(forms)), key=len, reverse=True))


@cache
def _labels() -> re.Pattern[str]:
    """Labels that get glued to the words behind them, at the start of a line."""
    return re.compile(rf"({_forms()}) ?:?(?=[{_LETTER}])")


@cache
def _dated() -> re.Pattern[str]:
    """A read-also label, a teaser and its date, glued to a paragraph: "مقالات ذات صلة … 2022/12/27وأكد …"."""
    return re.compile(rf"(?:{_also().pattern}) ?:?.{{0,250}}?\d(?=و[{_LETTER}]{{3}})")


#: a day glued to the paragraph behind it, a teaser's or the page's own: "31 جويلية 2021وأكد …", "2021/07/31 19:44وأكد …"
_DAY = re.compile(
    rf"(?:\d{{1,2}}\s+[{_LETTER}]{{3,8}}(?:\s+[{_LETTER}]{{3,6}})?\s*[,،]?\s+(?:19|20)\d\d|(?:19|20)\d\d[/.-]\d{{1,2}}[/.-]\d{{1,2}}"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)\d\d)(?:\W{{1,3}}\d{{1,2}}:\d\d(?::\d\d)?)?(?=[{_LETTER}]{{3}})"
)


#: another article's title and its day, glued to the paragraph behind: "افتتاح الجسر الجديد4 مارس 2025وأكد …"
_TITLED = re.compile(rf"(?:[^.:\n]|\.{{2,}}(?!\.)){{8,160}}?(?<=[{_LETTER}])(?:{_DAY.pattern})")


@cache
def _also() -> re.Pattern[str]:
    """A read-also label at a line's start: titles of other articles follow it."""
    return re.compile(_forms("more", "read-also"))


@cache
def _openers() -> re.Pattern[str]:
    """A word with a verb or particle that opens paragraphs glued to its end."""
    forms = sorted((o for o in words_of("opener") - words_of("ending") if o[0] == "و" and len(o) >= 4), key=len, reverse=True)
    return re.compile(rf"([{_LETTER}]{{3,30}}?)({'|'.join(forms)})(?![{_LETTER}])")


@cache
def _glued() -> re.Pattern[str]:
    """What stands wherever `_openers` finds something: an opener at a word's end, three letters before it. Quicker to look for."""
    rests = sorted((o[1:] for o in words_of("opener") if o[0] == "و" and len(o) >= 4), key=len, reverse=True)
    return re.compile(rf"و(?<=[{_LETTER}]{{3}}و)(?:{'|'.join(rests)})(?![{_LETTER}])")


@cache
def _list_ends() -> frozenset[str]:
    """The marks of a list's end, folded."""
    return frozenset(fold(f) for row in rows("glued") if row["id"] == "list-end" for f in alternatives(row["forms"]))


@cache
def _list_end() -> re.Pattern[str]:
    """The mark of a list's end glued to the paragraph behind it: "… end of listوقال …"."""
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, _list_ends()), key=len, reverse=True))})(?=[{_LETTER}])")


@cache
def _foot() -> re.Pattern[str]:
    """A label of an article's foot glued behind its last word: "…للحوارالمصدر: تاس"."""
    return re.compile(rf"(?<=[.!؟?»\"”{_LETTER}])\s?(?<!\w\s)(?:{_forms('foot')})\s*:")


@cache
def _trailing() -> re.Pattern[str]:
    """A read-also label with a colon behind a sentence's end: the rest of the line is a teaser."""
    return re.compile(rf"(?<=[.!؟?…»\"”])\s*(?:{_also().pattern})\s*(?:[:|]|\.\.)")


@cache
def _asked() -> re.Pattern[str]:
    """A title that ends in a mark behind a read-also label, and the paragraph glued to it: "للمزيد: ما الخلاف؟وقال …"."""
    openers = sorted((o for o in words_of("opener") if o[0] == "و" and len(o) >= 4), key=len, reverse=True)
    return re.compile(rf"(?:{_also().pattern})[^\n]{{0,160}}?[؟?!.…»\"”](?=(?:{'|'.join(openers)})(?![{_LETTER}]))")


#: a letter that only ends words, and a paragraph that begins with and: "الرقميةومن المنتظر …"
_ENDED = re.compile(rf"[ةى](?=و[{_LETTER}]{{2}})")
#: a paragraph that begins with and and a verb of the present, glued to the word before: "سوتشيوتنص …"
_PRESENT = re.compile(rf"(?<![{_LETTER}])([{_LETTER}]{{4,30}}?)(و[تي][{_LETTER}]{{2,}})(?![{_LETTER}])")


def alone(folded: str) -> bool:
    """Is a folded line a read-also label and nothing else?

    >>> alone("اقرا المزيد"), alone("اقرا المزيد عن القمه")
    (True, False)
    """
    return _also().fullmatch(folded.rstrip(" :")) is not None


#: marks one of which stands behind every label of a line's end
_LABEL_MARKS = (":", "|", "..")
_INSIDE = re.compile(rf"[ةى](?=[{_LETTER}])")


def part(
    line: str, vocabulary: frozenset[str] | set[str], folded: Folded | None = None, *, below: bool = False
) -> list[tuple[str, bool]]:
    """A line's pieces, each with whether it's a glued label (no part of the article). One piece where nothing is glued.

    `vocabulary`: the folded words of the page, by which a word with another glued to it is known. `below`: a read-also label
    stands alone on the line above, so that this one begins with another article's title.

    >>> part("إقرأ المزيدوبين الوزير موقف بلاده", frozenset())
    [('إقرأ المزيد', True), ('وبين الوزير موقف بلاده', False)]
    >>> part("الملف النوويوشهدت موسكو لقاء", frozenset({"النووي"}))
    [('الملف النووي', True), ('وشهدت موسكو لقاء', False)]
    """
    if len(line) > _LONGEST:
        return [(line, False)]
    folded = folded or Folded(line)
    pieces: list[tuple[str, bool]] = []
    start = skip = 0
    if any(map(folded.text.__contains__, _list_ends())) and (m := _list_end().search(folded.text)):
        cut = folded.back(m.end())
        return [(line[:cut].strip(), True), (line[cut:].strip(), False)]
    if (m := _dated().match(folded.text)) and folded.text[m.end() :].split(" ", 1)[0] in words_of("opener"):
        cut = folded.back(m.end())
        return [(line[:cut].strip(), True), (line[cut:].strip(), False)]
    named = _also().match(folded.text)
    also = named is not None
    if also and (m := _asked().match(folded.text)) and len(folded.text) - m.end() > 30:
        cut = folded.back(m.end())
        return [(line[:cut].strip(), True), (line[cut:].strip(), False)]
    if named and (m := _ENDED.search(line, folded.back(named.end()), _TEASER)) and len(line) - m.end() > 30:
        return [(line[: m.end()].strip(), True), (line[m.end() :].strip(), False)]
    if below and (m := _PRESENT.search(folded.text, 0, _TEASER)) and m[1] in vocabulary and len(folded.text) - m.end() > 30:
        cut = folded.back(m.start(2))
        return [(line[:cut].strip(), True), (line[cut:].strip(), False)]
    if (m := _DAY.match(folded.text) or (_TITLED.match(folded.text) if "20" in folded.text else None)) and len(folded.text) - m.end() > 30:
        cut = folded.back(m.end())
        return [(line[:cut].strip(), True), *part(line[cut:].strip(), vocabulary)]
    if (m := _labels().match(folded.text)) and _after_label(folded.text, m, vocabulary):
        cut = folded.back(m.end())
        pieces.append((line[:cut].strip(), True))
        start, skip = cut, m.end()
    at, folded_from = 0, skip
    for opener in _openers().finditer(folded.text, skip) if _glued().search(folded.text) else ():
        raw = folded.back(opener.start(2))
        if not (opener[1] in vocabulary or _INSIDE.match(line, raw - 1) or also and not at):
            continue
        head = line[start:raw].strip()
        longest = 24 if also else 0 if start else 9
        label = at == 0 and len(head.split()) <= longest and not _function(head)
        pieces.append((head, label))
        start, at, folded_from = raw, at + 1, opener.start(2)
    ended = len(folded.text) - folded_from > 30 and any(mark in folded.text for mark in _LABEL_MARKS)
    if ended and (m := _foot().search(folded.text, folded_from)) and m.start() - folded_from > 30 and len(folded.text) - m.end() < 160:
        cut = folded.back(m.start())
        return [*pieces, (line[start:cut].strip(), False), (line[cut:].strip(), True)]
    if ended and (m := _trailing().search(folded.text, folded_from)) and m.start() - folded_from > 30 and len(folded.text) - m.end() < 160:
        cut = folded.back(m.start())
        return [*pieces, (line[start:cut].strip(), False), (line[cut:].strip(), True)]
    if not start:
        return [(line, False)]
    pieces.append((line[start:].strip(), False))
    return [p for p in pieces if p[0]]


@cache
def _adverts() -> frozenset[str]:
    """The labels of adverts; none of them goes on with و."""
    return frozenset(fold(f) for row in rows("glued") if row["id"] == "advert" for f in alternatives(row["forms"]))


def _after_label(text: str, m: re.Match[str], vocabulary: frozenset[str] | set[str]) -> bool:
    """Is what follows a label at the start of a line running text? A word glued to it, or an opener behind a blank."""
    rest = text[m.end() :].split()
    if not rest or len(rest) < 3:
        return False
    word = rest[0].strip(".,،:؛\"'")
    if not m[0].endswith((" ", ":")):
        if " " in m[1]:  # no word goes on behind a label of two
            return len(word) >= 2
        if m[1] in _adverts() and word[0] == "و" and len(word) == 3 and len(rest) > 6:  # "إعلانونص الاتفاق على …"
            return True
        return len(word) >= 3 and (
            word in words_of("opener") or word in vocabulary or word.startswith("ال") or word[0] == "و" and len(word) >= 4
        )
    return word in words_of("opener") and word[0] == "و" and len(rest) >= 6


def _function(head: str) -> bool:
    """Does a head read as the start of a sentence, so that it can't be a label?"""
    return head.split(" ", 1)[0] in ("",) or fold(head.split(" ", 1)[0]) in words_of("opener")
