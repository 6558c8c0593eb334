"""Where an article ends: marks of a dispatch's end, lines nothing follows, notices to the reader; and what still belongs to it."""

from __future__ import annotations

import re
from functools import cache

from ..lexicon.table import alternatives
from ..model import Cut
from .heading import near
from .knowledge import rows, words_of
from .lines import FUNCTION, OPENERS, Line, split_words
from .media import named
from .phrases import ADDRESS, IMPERATIVE, SITE
from .sheet import Piece, Sheet

#: "… في موعده. (رويترز)" at the body's end
CREDITED = re.compile(r"[\s\-–—]*[(/\[]([^()/\[\]]{2,30})[)/\]]\s*$")
#: a longer line at an article's edge is no byline and no credit
_EDGE = 300
#: the ending of "your", and those of words that only look so
_YOURS = tuple(sorted(words_of("yours"), key=len))
WAW = words_of("waw")


def close(piece: Piece, pending: list[str], end: int) -> int:
    """The body is done: lines that nothing followed are no part of it, nor is a mark of its end."""
    if piece.body and (m := end_marks().search(piece.body[-1])) and m.start() > 20:
        piece.cuts.append(Cut(kind="end", text=piece.body[-1][m.start() :].strip()))
        piece.body[-1] = piece.body[-1][: m.start()].rstrip(" -–—/\\")
    if piece.body and (m := CREDITED.search(piece.body[-1])) and m.start() > 20 and named(m[1]):
        piece.cuts.append(Cut(kind="source", text=piece.body[-1][m.start() :].strip()))
        piece.foot.append(m[1])
        piece.body[-1] = piece.body[-1][: m.start()].rstrip(" -–—/\\")
    piece.cuts += [Cut(kind="tail", text=text) for text in pending]
    while len(piece.body) > 2 and _addresses(piece.body[-1], piece.body[:-1], behind=len(piece.body) - 1 in piece.behind):
        piece.cuts.append(Cut(kind="notice", text=piece.body.pop()))
    piece.edges += pending[:3]
    piece.edges = [e for e in piece.edges if len(e) <= _EDGE]
    piece.foot = [f for f in piece.foot if len(f) <= _EDGE]
    return end


def _addresses(text: str, body: list[str], *, behind: bool) -> bool:
    """Does a last paragraph speak to the reader, or stand `behind` furniture, and tell of something else than the article?"""
    words = split_words(text)
    if not words or _joins(words[0]) or words[0] in OPENERS or any(c in text for c in '«"“'):
        return False
    reader = {w for w in words if w in ADDRESS or w.endswith(_YOURS[0]) and len(w) > 4 and not w.endswith(_YOURS[1:])}
    site = {w for w in words if w in SITE or w in IMPERATIVE} - reader
    known = {w for line in body for w in split_words(line)}
    own = [w for w in words if len(w) > 3 and w not in FUNCTION]
    return (behind or len(reader) > 1 or reader and site or len(site) > 3) and sum(near(w, known) for w in own) <= 0.2 * len(own)


@cache
def end_marks() -> re.Pattern[str]:
    """A mark that ends a dispatch, with the initials of its writers: "(النهاية) ع ب / م ج", "انتهى"."""
    marks = "|".join(sorted((re.escape(f) for row in rows("sites", role="end") for f in alternatives(row["forms"])), key=len, reverse=True))
    return re.compile(rf"[(/\[\-–—\s]+(?:{marks})\s*[)/\]\-–—]*(?P<rest>[\s./\-–—]*(?:\w{{1,3}}\b[\s./\-–—]*){{0,8}})$")


def _joins(word: str) -> bool:
    """Does a first word tie its sentence to what went before: و and a word whose own letter it isn't?"""
    return word.startswith("و") and len(word) >= 3 and (word in OPENERS or word not in WAW and word[:-1] not in WAW)


def goes_on(line: Line, vocabulary: set[str], closed: bool) -> bool:
    """Does running text behind furniture belong to the article? It opens with a connective, or speaks of the same things."""
    words = [w for w in line.words if len(w) > 3 and w not in FUNCTION]
    known = sum(w in vocabulary or w[1:] in vocabulary or w[2:] in vocabulary for w in words)
    share = known / max(len(words), 1)
    opener = _joins(line.words[0])
    if closed:
        return opener and share > 0.25 and len(words) > 6
    if line.text.rstrip()[-1:] in "؟?" and len(line.words) < 16:  # a title that asks
        return False
    return opener or share > 0.2


def another(sheet: Sheet, i: int, piece: Piece, vocabulary: set[str], closed: bool) -> int | None:
    """The line where a second article begins behind a read-also line, or None where only teasers or the same article follow."""
    lines, n = sheet.lines, len(sheet.lines)
    at = next((k for k in range(i + 1, n) if sheet.told(k)), None)
    if at is None or len(lines[at].words) > 30:
        return None
    prose: list[Line] = []
    k = at + 1
    loose = run = 0  # `run`: words of the paragraphs that follow each other
    while k < n and loose < 3 and len(prose) < 6:
        if lines[k].prose and sheet.told(k):
            run = len(lines[k].words) + (run if lines[k - 1].prose and sheet.told(k - 1) else 0)
            prose.append(lines[k])
        elif sheet.told(k):
            loose += 1
        k += 1
    dated = any(sheet.stamps[k] for k in range(at + 1, min(at + 5, n)))
    if len(prose) < 2 or sum(len(p.words) for p in prose) < 60 and not (dated and len(prose) > 2 and run >= 25):
        return None
    if closed or dated or sheet.boxed and lines[at].box != 1:
        return at
    own = {w for w in lines[at].words if len(w) > 3 and w not in FUNCTION}
    first = {w for p in prose[:2] for w in p.words}
    mine = sum(near(w, first) for w in own) / max(len(own), 1)
    words = [w for w in prose[0].words if len(w) > 3 and w not in FUNCTION]
    shared = sum(w in vocabulary for w in words) / max(len(words), 1)
    if _joins(prose[0].words[0]):
        return None
    return at if mine > 0.3 and mine > shared else None
