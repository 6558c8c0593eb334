"""The title of a page without the site's suffix."""

from __future__ import annotations

import re

from .knowledge import words_in, words_of
from .lines import Line, split_words
from .media import named

_BETWEEN = re.compile(r"\s+(?:[-–—|»«›·•/\\~]+|\.:+\.)\s+|\s*[|»›]\s*|\s*:+\s+|(?<=\w)[-–—](?=\w)")
#: the section behind a comma at a title's end
_SECTION = re.compile(r"\s*[,،]\s*([^,،]{3,30})$")
_DATED = re.compile(r"\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*$")
#: dots and colons around a title: ".:: الأفق ::. …"
_DECOR = re.compile(r"^[\s.:|~*]*:{2,}\s*|\s*:{2,}[\s.:|~*]*$")
_PARTS = re.compile(
    r"\s+[-–—|:»«›·•/\\~]+\s+|\s+\.:+\.\s+|\s*:{2,}\.\s*|\s*[|»›]\s*|\s+[-–—]{1,2}\s*(?=[A-Za-z])|\s*::+\s*|\s*_+\s*"
    r"|(?<=[\u0620-\u064a»”\"؟!.])[-–—](?=[A-Z][A-Za-z ]+$)"
)


def without_site(title: str) -> tuple[str, list[str]]:
    """The title and the parts cut off its ends: outlets the lexicon knows, or short parts behind a bar or dash.

    >>> without_site("كيم يستقبل لافروف في بيونغ يانغ - بوابة الشروق")
    ('كيم يستقبل لافروف في بيونغ يانغ', ['بوابة الشروق'])
    """
    title = _DECOR.sub("", title)
    marks = [m for m in _PARTS.finditer(title) if not _closes(title, m)]
    cut: list[str] = []
    start, end = 0, len(title)
    while marks:
        tail = title[marks[-1].end() : end].strip()
        head = title[start : marks[-1].start()].strip()
        if not _is_site(tail, head, marks[-1].group()):
            break
        cut.append(tail)
        end = marks.pop().start()
    while marks:
        head = title[start : marks[0].start()].strip()
        rest = title[marks[0].end() : end].strip()
        if not (named(head) and _size(rest) > _size(head) and (":" not in marks[0].group() or marks[0].group()[0] == " ")):
            break
        cut.append(head)
        start = marks.pop(0).end()
    if (m := _SECTION.search(title[start:end])) and _size(title[start : start + m.start()]) > 4 and _sections(m[1]):  # "…, أخبار"
        cut.append(m[1])
        end = start + m.start()
    if m := _DATED.search(title[start:end]):  # "كونا : … 18/07/2018"
        return title[start : start + m.start()].strip(), [*cut, m[0].strip()]
    return title[start:end].strip(), cut


def parts(title: str) -> list[str]:
    """The parts of a title between dashes, bars and colons, the longest first, the whole title before them.

    >>> parts("مدونة الشرق: كيم يستقبل لافروف في بيونغ يانغ")[1]
    'كيم يستقبل لافروف في بيونغ يانغ'
    """
    cuts = [
        (0, 0),
        *((m.start(), m.end()) for m in _BETWEEN.finditer(title) if not _closes(title, m)),
        (len(title), len(title)),
    ]
    if len(cuts) > 12:
        return [title.strip()]
    found = {title[a[1] : b[0]].strip() for i, a in enumerate(cuts) for b in cuts[i + 1 :]}
    return sorted((p for p in found if p), key=lambda p: (-len(p), p))


def _closes(title: str, mark: re.Match[str]) -> bool:
    """Does a mark end a quotation that began with «, so that it parts nothing: "دمج «قسد» في الجيش"?"""
    return mark.group().strip() == "»" and title.count("«", 0, mark.start()) > title.count("»", 0, mark.start())


def _sections(text: str) -> bool:
    """Are these words nothing but the name of a section?"""
    words = split_words(text)
    return bool(words) and words_of("section").issuperset(words)


def _size(text: str) -> int:
    return len(split_words(text))


def _is_site(tail: str, head: str, mark: str) -> bool:
    """Is the part behind a mark the site rather than the title's own words?"""
    n, before = _size(tail), _size(head)
    if not n or before < 3:
        return not n
    if ":" in mark and "::" not in mark and ".:" not in mark:
        return False
    if named(tail):
        return True
    if split_words(tail)[0] in words_in("credits", "kind") and 2 <= n <= 6:
        return True
    if any(c in mark for c in "|»›•·_~") or ".:" in mark or "::" in mark:
        return n <= 5 and before > n
    return n <= 3 and before >= 2 * n + 2 and not any(w.isdigit() for w in split_words(tail))


def same(a: Line, b: Line) -> bool:
    """Do two lines say the same title, one perhaps with a site's name at its end or cut short with dots?

    >>> same(Line("كيم يستقبل لافروف"), Line("كيم يستقبل لافروف ."))
    True
    """
    x, y = a.words, b.words
    if not x or not y:
        return False
    if x == y:
        return True
    short, long = (x, y) if len(x) < len(y) else (y, x)
    return len(short) >= 4 and long[: len(short)] == short and len(long) - len(short) <= 4
