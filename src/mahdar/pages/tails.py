"""What a crawl leaves behind an article's last word, glued to it: end marks, writers' initials, tags, addresses, calls to read on; and
last paragraphs that tell of the writer."""

from __future__ import annotations

import re

from .knowledge import words_of
from .lines import FUNCTION, OPENERS, Line, joins, split_words
from .media import decor, named
from .phrases import sort_of

#: what a sentence ends with; furniture glued to it stands behind
_STOP = r"(?<=[.!؟?…»\"”)\]])"
_MARKS = re.compile(_STOP + r"\s*(?:[■●▪◼◾□◆♦•*#]+|ـ{2,}|_{2,}|={2,}|<<+|>>+|\[\s*(?:…|\.{3})\s*\])\s*$")
_ADDRESS = re.compile(_STOP + r"\s*(?:https?://\S+|(?:pic\.twitter\.com|t\.co)/\S+)$")
_TAGS = re.compile(r"(?<=[.!؟?…»”)])\s*(?:#[^\s#]+\s*)+$")
_INITIALS = re.compile(_STOP + r"\s*(?P<all>[(\[/]?\s*(?:[\u0621-\u064a]{1,2}\s?[./]\s?){1,5}[\u0621-\u064a]{1,2}\.?\s*[)\]/]?)\s*$")
_REST = re.compile(r"(?:\s*\[?\s*(?:…|\.{3})\s*\]?\s*|(?<=[.!؟?»\"”\])])\s+)([^.!؟?…\n]{3,90})$")
_OWN = re.compile(r"(?<=[.!؟?»\"”])\s*[-–—/(\[]\s*([^-–—/()\[\].]{3,40}?)\s*[)\]/]?\s*$")
_KINDS = frozenset(("read_also", "share", "newsletter", "app", "copyright", "mistake", "end", "comments", "tags"))
#: a call or label glued to the end has so many words at most
_LONGEST = 9
#: shorter, a paragraph isn't cut
_LEAST = 30


def glued_behind(text: str, names: list[tuple[str, ...]]) -> int:
    """Where a last paragraph's own words end: furniture glued to it follows. `names`: the words of the site's name.

    >>> text = "وستعقد القمة في موعدها المقرر هناك. س.ن/ه.م"
    >>> text[:glued_behind(text, [])]
    'وستعقد القمة في موعدها المقرر هناك.'
    """
    end = len(text)
    while (at := _behind(text[:end], names)) is not None and at >= _LEAST:
        end = len(text[:at].rstrip())
    return end


def _behind(text: str, names: list[tuple[str, ...]]) -> int | None:
    """Where the last piece of furniture behind a text begins; None where there is none."""
    for form in (_MARKS, _ADDRESS, _TAGS):
        if m := form.search(text, max(0, len(text) - 160)):
            return m.start()
    if (m := _INITIALS.search(text, max(0, len(text) - 40))) and not named(m["all"].strip("()[]/ ")):
        return m.start()
    if m := _OWN.search(text, max(0, len(text) - 60)):
        words = tuple(split_words(m[1]))
        if words in names or tuple(w for w in words if w not in decor()) in names:
            return m.start()
    if (m := _REST.search(text, max(0, len(text) - 100))) and len(m[1].split()) <= _LONGEST:
        line = Line(m[1].strip(" -–—|<>»«"))
        if line.words and not joins(line.words[0]) and (sort := sort_of(line)) and sort.kind in _KINDS and sort.does != "keep":
            return m.start()
    return None


def tells_of_writer(text: str, above: list[str]) -> bool:
    """Does a last paragraph say who wrote the article: a name that nothing above told of, then what he is?

    >>> tells_of_writer("سامي حداد صحفي لبناني يكتب في شؤون القوقاز.", ["وقع الوزير الاتفاق."])
    True
    """
    words = split_words(text) if len(text) < 500 else []
    if not 4 < len(words) <= 60 or joins(words[0]) or words[0] in OPENERS or any(c in text for c in '«"“'):
        return False
    is_, was, works = words_of("writer"), words_of("writer-was"), words_of("writer-works")
    if words[0] in works:
        at = next((k for k, w in enumerate(words[1:7], 1) if w in was), None)
        name = words[1 : min(at, 4)] if at else []
    else:
        at = next((k for k, w in enumerate(words[:6]) if w in is_), None)
        name = words[: min(at, 4)] if at else []
    return 2 <= len(name) and FUNCTION.isdisjoint(name) and _apart(name, words, above)


def _apart(name: list[str], words: list[str], above: list[str]) -> bool:
    """Do the paragraphs above never say a name, and little of the other words?"""
    told = {w for line in above for w in split_words(line)}
    own = [w for w in words if len(w) > 3 and w not in FUNCTION]
    return told.isdisjoint(name) and sum(w in told for w in own) <= 0.25 * len(own)


def names_writer(name: str, text: str, above: list[str]) -> bool:
    """Is a line the writer's name, and the last paragraph below it what he is?

    >>> names_writer("سامي حداد", "صحفي لبناني يكتب في شؤون القوقاز وآسيا.", ["وقع الوزير الاتفاق."])
    True
    """
    line = Line(name)
    if len(name) > 60 or line.ended or not 2 <= len(line.words) <= 5:
        return False
    words = split_words(text)
    return bool(words) and words[0] in words_of("writer") and _apart(line.words, words, above)
