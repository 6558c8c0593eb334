"""Where an article ends: marks of a dispatch's end, lines nothing follows, notices to the reader; and what still belongs to it."""

from __future__ import annotations

import re
from functools import cache

from ..lexicon.table import alternatives
from ..model import Cut
from .captions import signature
from .doubtful import content, ends_its_lines, last_of, opens, share, stands
from .heading import near, shows_title
from .knowledge import rows, words_of
from .lines import FUNCTION, OPENERS, Line, joins, split_words
from .media import decor
from .phrases import ADDRESS, IMPERATIVE, SITE
from .sheet import Piece, Sheet
from .signing import at_end
from .tails import glued_behind, names_writer, tells_of_writer

#: an item of a list
_MARKED = re.compile(r"\s*[-–•*◄►»›]\s*\w")
#: a longer line at an article's edge is no byline and no credit
_EDGE = 300
#: a site's readers, who are in no news
_PEOPLE = frozenset(w for row in rows("words", id="site-people") for f in alternatives(row["forms"]) for w in split_words(f))
#: the ending of "your", and those of words that only look so
_YOURS = tuple(sorted(words_of("yours"), key=len))


def close(piece: Piece, pending: list[str], end: int) -> int:
    """The body is done: lines that nothing followed are no part of it, nor is a mark of its end, nor are others' titles within it."""
    pending = _sift(piece, pending)
    if len(piece.body) > 2 and piece.title and split_words(piece.body[-1]) == split_words(piece.title):  # a link to the page itself
        piece.cuts.append(Cut(kind="label", text=piece.body.pop()))
    if len(piece.body) > 2 and len(pending) < 2 and piece.body[-1].endswith(":") and len(split_words(piece.body[-1])) < 8:
        piece.cuts.append(Cut(kind="label", text=piece.body.pop()))  # "وكان نصيب القراء من الخبر:" leads to nothing
    if piece.body and (m := end_marks().search(piece.body[-1])) and m.start() > 20:
        piece.cuts.append(Cut(kind="end", text=piece.body[-1][m.start() :].strip()))
        piece.body[-1] = piece.body[-1][: m.start()].rstrip(" -–—/\\")
    if piece.body and (signed := at_end(piece.body[-1])):
        piece.cuts.append(Cut(kind="source", text=piece.body[-1][signed.end :].strip()))
        piece.foot.append(signed.credit)
        piece.body[-1] = piece.body[-1][: signed.end].rstrip(" -–—/\\،")
    piece.cuts += [Cut(kind="tail", text=text) for text in pending]
    whole = [tuple(split_words(n)) for n in piece.sites]
    names = whole + [bare for n in whole if (bare := tuple(w for w in n if w not in decor())) and bare != n]
    _trim(piece, names)
    while len(piece.body) > 2 and _addresses(piece.body[-1], piece.body[:-1], behind=len(piece.body) - 1 in piece.behind, names=names):
        piece.cuts.append(Cut(kind="notice", text=piece.body.pop()))
        _trim(piece, names)
    if len(piece.body) > 2 and tells_of_writer(piece.body[-1], piece.body[:-1]):
        piece.cuts.append(Cut(kind="notice", text=piece.body.pop()))
    if len(piece.body) > 3 and names_writer(piece.body[-2], piece.body[-1], piece.body[:-2]):
        piece.cuts += [Cut(kind="notice", text=text) for text in piece.body[-2:]]
        del piece.body[-2:]
    for k in range(len(piece.body) - 2, 0, -1):
        first = tuple(split_words(piece.body[k]))
        if any(n and first[: len(n)] == n for n in names) and _addresses(piece.body[k], piece.body[:k], behind=False, names=names):
            piece.cuts.append(Cut(kind="notice", text=piece.body.pop(k)))
    piece.edges += pending[:3]
    piece.edges = [e for e in piece.edges if len(e) <= _EDGE]
    piece.foot = [f for f in piece.foot if len(f) <= _EDGE]
    return end


def _trim(piece: Piece, names: list[tuple[str, ...]]) -> None:
    """Cut what is glued to the body's last word."""
    if piece.body and (end := glued_behind(piece.body[-1], names)) < len(piece.body[-1]):
        piece.cuts.append(Cut(kind="tail", text=piece.body[-1][end:].strip()))
        piece.body[-1] = piece.body[-1][:end]
        if signed := at_end(piece.body[-1]):  # "… (رويترز) س.ن/ه.م"
            piece.cuts.append(Cut(kind="source", text=piece.body[-1][signed.end :].strip()))
            piece.foot.append(signed.credit)
            piece.body[-1] = piece.body[-1][: signed.end].rstrip(" -–—/\\،")


def _sift(piece: Piece, pending: list[str]) -> list[str]:
    """Take others' titles out of the body, and its last paragraphs in; the lines that are left behind it."""
    paragraphs = [Line(text) for text in piece.body]
    sure = [p for k, p in enumerate(paragraphs) if k not in piece.doubtful]
    words = {w for p in sure for w in p.words} | set(split_words(piece.title or ""))
    strict = ends_its_lines([p for p in paragraphs if p.prose])
    taken: set[int] = set()
    k = 0
    while k < len(paragraphs):
        if k not in piece.doubtful:
            k += 1
            continue
        end = next((j for j in range(k, len(paragraphs)) if j not in piece.doubtful), len(paragraphs))
        kept = stands(paragraphs[k:end], paragraphs[k - 1], words, strict=strict)
        taken.update(k + j for j, stays in enumerate(kept) if not stays)
        k = end
    more = last_of([Line(text) for text in pending], words, strict=strict, above=piece.body[-1], beside=piece.beside) if piece.body else 0
    if taken:
        piece.cuts += [Cut(kind="teaser", text=piece.body[j]) for j in sorted(taken)]
        piece.behind = {j - sum(t < j for t in taken) for j in piece.behind}
        piece.body = [text for j, text in enumerate(piece.body) if j not in taken]
    piece.body += pending[:more]
    return pending[more:]


def _addresses(text: str, body: list[str], *, behind: bool, names: list[tuple[str, ...]]) -> bool:
    """Does a last paragraph speak to the reader, or stand `behind` furniture, and tell of something else than the article?"""
    words = split_words(text)
    if not words or joins(words[0]) or words[0] in OPENERS or opens(Line(text)) or any(c in text for c in '«"“'):
        return False
    if names and any(n and tuple(words[: len(n)]) == n for n in names):  # "رصيف22 منظمة غير ربحية": the site tells of itself
        known = {w for line in body for w in split_words(line)}
        own = [w for w in words[len(names[0]) :] if len(w) > 3 and w not in FUNCTION]
        return sum(near(w, known) for w in own) <= 0.25 * len(own)
    if any(n and n == tuple(words[k : k + len(n)]) for n in names for k in (1, 2)) and any(w in ADDRESS or w in _PEOPLE for w in words):
        known = {w for line in body for w in split_words(line)}  # "ترحب المدار بآراء قرائها"
        own = [w for w in words if len(w) > 3 and w not in FUNCTION]
        return sum(near(w, known) for w in own) <= 0.25 * len(own)
    reader = {w for w in words if w in ADDRESS or w.endswith(_YOURS[0]) and len(w) > 4 and not w.endswith(_YOURS[1:])}
    site = {w for w in words if w in SITE or w in IMPERATIVE} - reader
    known = {w for line in body for w in split_words(line)}
    own = [w for w in words if len(w) > 3 and w not in FUNCTION]
    return (behind or len(reader) > 1 or reader and site or len(site) > 3) and sum(near(w, known) for w in own) <= 0.2 * len(own)


@cache
def end_marks() -> re.Pattern[str]:
    """A mark that ends a dispatch, with the initials of its writers: "(النهاية) ع ب / م ج", "انتهى"."""
    marks = "|".join(sorted((re.escape(f) for row in rows("sites", role="end") for f in alternatives(row["forms"])), key=len, reverse=True))
    start = r"(?:[(/\[\-–—]\s*|(?<=[.!؟?»\"”])\s*)"
    return re.compile(rf"{start}(?:{marks})\s*[)/\]\-–—]*(?P<rest>[\s./\-–—]*(?:\w{{1,3}}\b[\s./\-–—]*){{0,8}})$")


def goes_on(
    sheet: Sheet, i: int, vocabulary: set[str], *, closed: bool, listed: bool, started: int, homely: bool = False, over: bool = False
) -> bool:
    """Does running text behind furniture belong to the article? It opens with a connective, or speaks of the same things, and
    isn't the blurb below another article's title. `closed`: the article's foot stands above; `listed`: a list such as the most
    read does; `started`: how many words the article has so far; `homely`: it stands in the same element as the paragraphs above do;
    `over`: readers' comments stand above."""
    line = sheet.lines[i]
    if closed and over and not _resumes(sheet, i):
        return False
    if homely and not closed and line.stopped and sheet.boxed:
        return True
    dated = bool(i and sheet.stamps[i - 1])  # others' titles, each with its date, stand above
    leads_on = joins(line.words[0]) and line.stopped and share(line, set(sheet.lines[i - 2].words)) <= 0.1
    if dated and (closed or listed and not leads_on):
        return False
    own = content(line)
    known = sum(w in vocabulary or w[1:] in vocabulary or w[2:] in vocabulary for w in own) / max(len(own), 1)
    if joins(line.words[0]) or opens(line):
        return known > 0.15 if dated and listed else not closed or known > 0.25 and len(line.words) > 6
    label = sheet.sorts[i - 1] if i else None
    strict = sum(p.ended for p in sheet.lines[i + 1 : i + 4] if p.prose) * 2 > 1
    if label and label.does == "header" and not label.rest and line.stopped and len(line.words) >= 12 and not closed:
        return True  # a label that names nothing
    foot = sheet.sorts[i + 1] if i + 1 < len(sheet.lines) else None
    if not closed and line.stopped and len(line.words) > 11:
        if foot and foot.kind in ("source", "tags") and not foot.id.startswith("hint"):
            return True  # the article's foot stands below
        if not listed and _MARKED.match(sheet.lines[i - 1].text) and not _MARKED.match(line.text):
            return True  # behind a list of others' titles, each with its mark
        if not foot and i + 1 < len(sheet.lines) and signature(sheet.lines[i + 1], set()):
            return True
    if label and label.does == "header" and not label.rest and not line.ended and len(line.words) < 22 and strict:
        return False  # a title below its label
    last = min(i + 12, len(sheet.lines))
    end = next((k for k in range(i, last) if not sheet.prose[k]), last)
    if len(line.words) < 25 and line.words[0] not in OPENERS and line.text[-1:] != ".":  # a title, with its blurb
        if sheet.stamps[i - 1] or not line.ended and sum(p.ended for p in sheet.lines[i:end]) * 2 >= end - i:
            return False
    if end - i > 1 and not closed and sum(p.prose for p in sheet.lines[i:end]) > 1 and started < 30:
        return True  # a standfirst is all there was
    if end - i > 1:  # paragraphs that follow each other: all of them say whether they're the article's
        run = [w for k in range(i, end) for w in content(sheet.lines[k])]
        known = sum(near(w, vocabulary) for w in run) / max(len(run), 1)
        joined = sum(joins(sheet.lines[k].words[0]) or opens(sheet.lines[k]) for k in range(i, end))
        if closed:
            return end - i > 2 and known > 0.35 or joined * 2 >= end - i and known > 0.25
        return known > 0.2 or joined * 2 >= end - i
    text = line.text.rstrip()
    if closed or listed or not line.ended or text.endswith(("...", "…", "..")) or text[-1:] in "؟?" and len(line.words) < 16:
        return False
    above = _title_above(sheet, i)
    return not _blurb(sheet, i, above) and known > (0.3 if above is None else 0.45)


def _resumes(sheet: Sheet, i: int) -> bool:
    """Do two paragraphs at least that lead on from what was told begin at line i? A comment is seldom so long."""
    run = sheet.lines[i : i + 2]
    whole = all(x.prose and sheet.prose[i + k] and x.stopped and len(x.words) > 9 for k, x in enumerate(run))
    return len(run) > 1 and whole and all(joins(x.words[0]) or opens(x) for x in run)


def _title_above(sheet: Sheet, i: int) -> int | None:
    """The line above a paragraph that could be another article's title, dates and labels between them stepped over."""
    lines = sheet.lines
    at = next((k for k in range(i - 1, max(i - 4, -1), -1) if not sheet.stamps[k] and not sheet.sorts[k]), None)
    return at if at is not None and not (sheet.prose[at] and lines[at].ended) and 4 <= len(lines[at].words) <= 30 else None


def _blurb(sheet: Sheet, i: int, above: int | None) -> bool:
    """Does a paragraph stand beside the hour of another article, or tell what the line above it, its title, says?"""
    if i and _ago(sheet, i - 1):
        return True
    if above is None:
        return False
    after = i + 1 < len(sheet.lines) and (_ago(sheet, i + 1) or bool(sheet.stamps[i + 1]))
    return after or share(sheet.lines[above], set(sheet.lines[i].words)) >= 0.4


def _ago(sheet: Sheet, k: int) -> bool:
    """Is a line the hour of a teaser, or its "read more"?"""
    sort = sheet.sorts[k]
    return sort is not None and sort.kind in ("ago", "read_also", "views") and sort.rest == 0


def scrolled(sheet: Sheet, i: int) -> bool:
    """Does another article begin at line i, behind the foot of the one above and without a word to part them: a title, its date,
    then three paragraphs at least that speak of what the title does?"""
    line, n = sheet.lines[i], len(sheet.lines)
    if line.prose or not sheet.told(i) or not 4 <= len(line.words) <= 30 or line.link > 0.8 or line.text[-1:] in ".:،":
        return False
    lead = next((k for k in range(i + 1, min(i + 9, n)) if sheet.lines[k].prose and sheet.told(k)), None)
    if lead is None or not any(s.date.value and s.role not in ("updated", "crawl") for k in range(i + 1, lead) for s in sheet.stamps[k]):
        return False
    if sum(sheet.plain(k) and len(sheet.lines[k].words) > 4 for k in range(i + 1, lead)) > 1:
        return False
    run: list[Line] = []
    for k in range(lead, min(lead + 12, n)):
        if sheet.lines[k].prose and sheet.told(k):
            run.append(sheet.lines[k])
        elif sheet.stamps[k] or sheet.told(k) and len(sheet.lines[k].words) > 3 and not sheet.sorts[k]:
            break
    words = {w for p in run[:3] for w in p.words}
    least = 30 if line.tag in ("h1", "h2") else 50
    whole = len(run) > 2 and sum(len(p.words) for p in run) >= least and sum(p.stopped for p in run) * 2 > len(run)
    return whole and share(line, words) >= 0.3


def another(sheet: Sheet, i: int, piece: Piece, vocabulary: set[str], closed: bool) -> int | None:
    """The line where a second article begins behind a read-also line, or None where only teasers or the same article follow."""
    lines, n = sheet.lines, len(sheet.lines)
    at = next((k for k in range(i + 1, n) if sheet.told(k) or k == i + 1 and shows_title(sheet, k)), None)
    if at is None or joins(lines[at].words[0]):  # the article itself goes on
        return None
    if len(lines[at].words) > 30 or lines[at].link > 0.8 or lines[at].prose and lines[at].text[-1:] == ".":
        return None
    prose: list[Line] = []
    runs: list[list[Line]] = []  # paragraphs that follow each other
    k = at + 1
    loose = 0
    while k < n and loose < 3 and len(prose) < 6:
        if lines[k].prose and sheet.told(k):
            before = k - 1
            while before > at and (label := sheet.sorts[before]) and label.does == "header" and not label.rest:
                before -= 1  # a label that names nothing
            if not runs or not (lines[before].prose and sheet.told(before)):
                runs.append([])
            runs[-1].append(lines[k])
            prose.append(lines[k])
        elif sheet.told(k):
            loose += 1
        k += 1
    dated = any(sheet.stamps[k] for k in range(at + 1, min(at + 5, n)))
    short = dated and len(prose) > 2  # with its own date it may be short
    longest = max((sum(len(p.words) for p in run) for run in runs), default=0)
    if len(prose) < 2 or longest < (25 if short else 40) or sum(len(p.words) for p in prose) < (0 if short else 60):
        return None
    if not any(len(run) > 4 or sum(p.stopped for p in run) > (len(run) < 3) for run in runs) and max(len(p.words) for p in prose) < 60:
        return None  # blurbs, each below its title
    if closed:
        return at
    stop = min(at + 40, n)
    begins = next(
        (k for k in range(at + 1, stop) if lines[k].prose and (lines[k].stopped or len(lines[k].words) > 25) and sheet.told(k)), stop
    )
    if any(sheet.plain(k) and len(lines[k].words) > 4 and lines[k].text[-1:] != "." for k in range(at + 1, begins)):
        return None  # titles below each other
    first = {w for p in prose[:2] for w in p.words}
    told = [w for p in prose for w in content(p)]
    mine, shared = share(lines[at], first), sum(w in vocabulary for w in told) / max(len(told), 1)
    if any(joins(p.words[0]) or opens(p) for p in prose[: 1 if prose[0].stopped else 2]):
        return None
    if dated or sheet.boxed and lines[at].box != 1:
        return at if mine >= 0.8 * shared or shared < 0.25 else None
    return at if mine > shared and (mine > 0.3 or shared < 0.1) else None
