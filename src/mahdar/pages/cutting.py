"""Lines of a page → the articles it holds: title, standfirst, body; what is furniture is cut and kept aside with its kind."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from ..lexicon.table import alternatives
from ..model import Cut
from .knowledge import rows, words_of
from .lines import FUNCTION, OPENERS, Line, split_words
from .media import named
from .phrases import IMPERATIVE, SITE, Sort, sort_of
from .title import parts, same, without_site
from .when import Stamp, stamps

#: a longer line at an article's edge is no byline and no credit
_EDGE = 300
#: furniture that stands at the foot
_FOOT = frozenset(("newsletter", "app", "share", "mistake", "cookies", "notice"))
#: the ending of "your", and those of words that only look so
_YOURS = tuple(sorted(words_of("yours"), key=len))
#: parts of a page whose dates are others'
_UNDATED = frozenset(("related", "most_read", "weather", "comments", "menu", "advert"))
WAW = words_of("waw")


@dataclass
class Piece:
    """One article of a page, cut out: `edges` the lines about it (bylines, credits), `cuts` the furniture with its kind."""

    title: str | None = None
    sites: list[str] = field(default_factory=list)      # suffixes cut off the title
    standfirst: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    edges: list[str] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    correction: bool = False
    at: int = 0         # the line of the title
    lead: int = 0       # the first line of the body
    heads: bool = False     # the line above the title is the article's own date
    signed: set[str] = field(default_factory=set)       # short lines between title and body: bylines
    behind: set[int] = field(default_factory=set)       # paragraphs of the body right behind furniture
    above: list[str] = field(default_factory=list)      # short lines above the title
    foot: list[str] = field(default_factory=list)       # "المصدر: …"


class Sheet:
    """The lines of a page with what each is: `reads` where it's running text, `prose` where that stands in the article's block."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.boxed = any(line.box == 1 for line in lines)
        self.sorts: list[Sort | None] = [_sort(line) for line in lines]
        self.stamps: list[list[Stamp]] = [
            [] if s and (s.kind in _UNDATED or s.kind == line.hint and line.box == 2) else stamps(line, i)
            for i, (line, s) in enumerate(zip(lines, self.sorts, strict=True))
        ]
        self.reads = [line.prose and not (s and s.does != "keep") for line, s in zip(lines, self.sorts, strict=True)]
        self.prose = [reads and (line.box == 1 or not self.boxed) for reads, line in zip(self.reads, lines, strict=True)]

    def plain(self, i: int) -> bool:
        """Is line i neither furniture nor a dateline?"""
        return self.sorts[i] is None and not self.stamps[i]


def _sort(line: Line) -> Sort | None:
    """What a line is by its words, else by the class names it stands under."""
    found = sort_of(line)
    if line.hint and line.hint != "date" and line.tag != "h1" and (found is None or found.does in ("drop", "byline")):
        return Sort(f"hint-{line.hint}", line.hint, "byline" if line.hint == "byline" else "drop", len(line.words), True)
    return found


def cut(lines: list[Line], *, title: str | None = None) -> list[Piece]:
    """The articles of a page's lines in order; `title` as the page's own metadata give it."""
    sheet = Sheet(lines)
    pieces: list[Piece] = []
    start = 0
    while start < len(lines):
        piece, end = _one(sheet, start, title if not pieces else None, first=not pieces)
        if piece is None:
            break
        pieces.append(piece)
        start = end
    return pieces


def _one(sheet: Sheet, start: int, title: str | None, *, first: bool) -> tuple[Piece | None, int]:
    """The article that begins at or after a line, and the line where the next one begins (the end where there is none)."""
    lines = sheet.lines
    at, name, sites = _title(sheet, start, title, first=first)
    if not first:       # what follows the first article's block is read as plain text
        sheet.boxed, sheet.prose = False, sheet.reads
    lead = next((i for i in range(at + 1, len(lines)) if sheet.prose[i]), None)
    if lead is None and first:      # a text of one loose sentence
        lead = next((i for i in range(at + 1, len(lines)) if sheet.plain(i) and not sheet.boxed and _loose(lines[i])), None)
        sheet.prose[lead or 0] |= lead is not None
    if lead is None:
        return None, len(lines)
    piece = Piece(title=name, sites=sites, at=at, lead=lead)
    piece.heads = at > 0 and (lines[at - 1].hint == "date" or lines[at - 1].tag in ("h2", "h3", "h4", "time"))
    again = next((i for i in range(start, at) if lines[i].words == lines[at].words), at) if at >= 0 else at
    for i in range(start, at + 1):
        piece.stamps += [_before(s) if i < again or again == at else s for s in sheet.stamps[i]]
        if i == at:
            continue
        if (sort := sheet.sorts[i]) and sort.kind == "source":
            piece.foot.append(lines[i].text)
        if sheet.plain(i) and len(lines[i].words) <= 6 and not lines[i].prose and (i < start + 2 or i >= at - 2):
            piece.above.append(lines[i].text)
        elif name and len(lines[i].words) <= 40 and not sites and (found := without_site(lines[i].text)) and found[1] and same(Line(found[0]), Line(name)):
            sites.extend(found[1])
        piece.cuts.append(Cut(kind=sheet.sorts[i].kind if sheet.sorts[i] else "top", text=lines[i].text))
    for i in range(at + 1, lead):
        _head(sheet, i, piece, name)
    end = _body(sheet, lead, piece)
    return piece, end


def _loose(line: Line) -> bool:
    """Could a line without a full stop be a sentence?"""
    return len(line.words) >= 10 and line.link < 0.3 and any(w in FUNCTION for w in line.words)


def _before(stamp: Stamp) -> Stamp:
    """A date above the title: the crawl's, unless a label says otherwise."""
    return Stamp(stamp.role or "above", stamp.date, stamp.at)


def _title(sheet: Sheet, start: int, title: str | None, *, first: bool) -> tuple[int, str | None, list[str]]:
    """The line of the title, the title without the site's name, and the names cut off."""
    lines, n = sheet.lines, len(sheet.lines)
    lead = next((i for i in range(start, n) if sheet.prose[i]), n)
    bare = not any(sheet.plain(i) and len(lines[i].words) >= 3 for i in range(start, lead))
    if lead < n and bare and _asks(sheet, lead):
        sheet.prose[lead] = sheet.reads[lead] = False
        lead = next((i for i in range(lead, n) if sheet.prose[i]), n)
    if not first:
        at = next((i for i in range(start, n) if sheet.plain(i)), start)
        name, sites = without_site(lines[at].text)
        return at, name, sites
    shown = title or lines[start].text
    for part in parts(shown):
        again = _repeats(sheet, Line(part), start if title else start + 1, exact=True)
        if again is not None and len(Line(part).words) >= 4:
            rest = [x for x in (r.strip(" -–—|:«»›·•/\\") for r in shown.replace(part, "\n").split("\n")) if x]
            return again, part, rest
    if not title and (pair := _pair(sheet, start)):
        return pair
    name, sites = without_site(shown)
    again = _repeats(sheet, Line(name), start if title else start + 1)
    if again is not None:
        return again, name, sites
    best, score = None, -1.0
    scores: list[tuple[int, float]] = []
    if sheet.boxed:
        for i in range(lead - 1, start - 1, -1):
            if lines[i].tag == "h1" and sheet.plain(i) and len(lines[i].words) >= 3:
                return i, *without_site(lines[i].text)
    if title:
        return start - 1 if not sheet.boxed else _above(sheet, lead), name, sites
    lead_words = {w for i in range(lead, min(lead + 12, n)) if sheet.prose[i] for w in lines[i].words}
    for i in range(start, lead):
        sort = sheet.sorts[i]
        told = sort is None or sort.rest >= 3 and i - start < 2 and not sort.sure      # "فيديو: …" heads a title too
        if not told or sheet.stamps[i] or len(lines[i].words) < 3:
            continue
        words = [w for w in lines[i].words if w not in FUNCTION and len(w) > 2]
        if not words:
            continue
        value = sum(_near(w, lead_words) for w in words) / (len(words) + 2) + (0.25 if lines[i].tag == "h1" else 0) + (0.1 if i == start else 0)
        scores.append((i, value))
        if value > score:
            best, score = i, value
    dated = [i for i in range(start, lead) if sheet.stamps[i]]
    if best is not None and dated and dated[-1] < best:     # a title stands above its date; what follows it is a caption
        before = [(v, -i) for i, v in scores if i < dated[-1] and v >= 0.45 * score]
        if before:
            best = -max(before)[1]
    if best is None or score < 0.1 and best != start:
        return start - 1, None, []
    name, sites = without_site(lines[best].text)
    return best, name, sites


def _asks(sheet: Sheet, i: int) -> bool:
    """Is a first line that ends like a sentence a title all the same: short, and longer text follows?"""
    line = sheet.lines[i]
    following = next((x for x in sheet.lines[i + 1:i + 6] if x.prose), None)
    if following is None or len(line.words) > 30 or line.text.rstrip()[-1:] in ".:،؛":
        return False
    dated = i + 1 < len(sheet.lines) and bool(sheet.stamps[i + 1])
    return dated or following.stopped and not line.ended or len(following.words) > len(line.words) * (1 if line.text.rstrip()[-1:] in "؟?!…" else 1.3)


def _undated(line: Line, found: list[Stamp]) -> str:
    """A dateline's words without its dates: the byline or place that is left."""
    text = line.text
    for stamp in found:
        text = text.replace(stamp.date.text, " - ")
    return text


def _pair(sheet: Sheet, start: int) -> tuple[int, str, list[str]] | None:
    """A line of the page's top that a later line repeats, alone or with the site's name beside it: the title."""
    lines = sheet.lines
    top = [i for i in range(start, min(start + 40, len(lines))) if sheet.plain(i) and not lines[i].prose and 4 <= len(lines[i].words) <= 40]
    for i in top:
        for part in parts(lines[i].text):
            words = Line(part).words
            if len(words) < 4:
                break
            found = [j for j in top if j > i and lines[j].words == words]
            if found and any(sheet.prose[k] for k in range(found[-1] + 1, min(found[-1] + 12, len(lines)))):
                rest = [x for x in (r.strip(" -–—|:«»›·•/\\") for r in lines[i].text.replace(part, "\n").split("\n")) if x]
                return found[-1], part, rest
    return None


def _above(sheet: Sheet, lead: int) -> int:
    """The last line before the article's block."""
    return next((i for i in range(lead - 1, -1, -1) if sheet.lines[i].box != 1), -1)


def _near(word: str, words: set[str]) -> bool:
    """Does a word stand among words, clitics aside?"""
    return word in words or any(word[k:] in words for k in (1, 2, 3) if len(word) - k >= 3) or any(p + word in words for p in ("و", "ال", "ب", "ل", "وال"))


def _repeats(sheet: Sheet, probe: Line, start: int, *, exact: bool = False) -> int | None:
    """The last repetition of the title above the body."""
    found, prose = None, 0
    for i in range(start, len(sheet.lines)):
        if sheet.lines[i].words == probe.words or not exact and same(sheet.lines[i], probe):
            found = i
            prose = 0
        elif sheet.prose[i]:
            prose += len(sheet.lines[i].words)
            if found is not None and prose > 20 or prose > 120:
                break
    return found


def _head(sheet: Sheet, i: int, piece: Piece, name: str | None) -> None:
    """A line between title and body: date, byline, caption, standfirst."""
    line, sort = sheet.lines[i], sheet.sorts[i]
    piece.stamps += sheet.stamps[i]
    if sort and sort.kind == "source":
        piece.foot.append(line.text)
    if sheet.stamps[i]:
        piece.edges.append(_undated(line, sheet.stamps[i]))
        piece.cuts.append(Cut(kind="dateline", text=line.text))
    elif sort and sort.does == "keep":
        piece.standfirst.append(line.text)
        piece.correction = True
    elif sort:
        piece.cuts.append(Cut(kind=sort.kind, text=line.text))
        if sort.does == "byline":
            piece.edges.append(line.text)
    elif len(line.words) < 5 or line.link > 0.5 or named(line.text) or _after_caption(sheet, i):
        piece.cuts.append(Cut(kind="label", text=line.text))
        piece.edges.append(line.text)
        if len(line.words) >= 2:
            piece.signed.add(line.text)
    else:
        piece.standfirst.append(line.text)


def _body(sheet: Sheet, lead: int, piece: Piece) -> int:
    """Take the body from its first line on; where the next article begins."""
    lines, n = sheet.lines, len(sheet.lines)
    pending: list[str] = []         # short lines that are the body's only if more of it follows
    vocabulary: set[str] = set()
    skipping = closed = over = False
    i = lead_end = lead
    while i < n:
        line, sort = lines[i], sheet.sorts[i]
        outside = sheet.boxed and line.box != 1
        if (sheet.prose[i] or sort and sort.does == "keep") and not outside:
            if (skipping or closed) and not _goes_on(line, vocabulary, closed):
                piece.cuts.append(Cut(kind="teaser", text=line.text))
                i += 1
                continue
            skipping = False
            lead_end = i
            piece.body += pending
            pending = []
            if (above := sheet.sorts[i - 1]) and above.kind in _FOOT:
                piece.behind.add(len(piece.body))
            piece.body.append(line.text)
            piece.correction |= bool(sort)
            vocabulary.update(w for w in line.words if len(w) > 3)
        elif sort is None or sort.does == "byline":
            if sheet.stamps[i]:
                piece.cuts.append(Cut(kind="dateline", text=line.text))
                piece.stamps += [] if over else [Stamp(s.role or "below", s.date, s.at) for s in sheet.stamps[i]]
                piece.edges.append(line.text)
            elif skipping or closed or outside or line.link > 0.8 or _after_caption(sheet, i):
                piece.cuts.append(Cut(kind="teaser", text=line.text))
                if closed and not skipping and len(line.words) <= 8 and i < lead_end + 3:
                    piece.edges.append(line.text)
            elif line.text in piece.signed:         # the byline again: what follows tells of the writer
                piece.cuts.append(Cut(kind="byline", text=line.text))
                closed = True
            else:
                pending.append(line.text)
        else:
            piece.cuts.append(Cut(kind=sort.kind, text=line.text))
            piece.stamps += [Stamp(s.role or "below", s.date, s.at) for s in sheet.stamps[i]]
            if sort.kind == "source":
                piece.foot.append(line.text)
                closed = True
            elif sort.does == "header":
                if sort.rest < 2:
                    if (nxt := _another(sheet, i, piece, vocabulary, closed)) is not None:
                        return _close(piece, pending, nxt)
                    skipping = True
            elif sort.does in ("list", "poll"):
                skipping = True
            elif sort.does == "tail":
                closed = True
                over |= sort.kind == "comments"
        i += 1
    return _close(piece, pending, n)


def _addresses(text: str, body: list[str], *, behind: bool) -> bool:
    """Does a last paragraph speak to the reader, or stand `behind` furniture, and tell of something else than the article?"""
    words = split_words(text)
    if not words or _joins(words[0]) or words[0] in OPENERS or any(c in text for c in "«\"“"):
        return False
    reader = {w for w in words if w in IMPERATIVE or w.endswith(_YOURS[0]) and len(w) > 4 and not w.endswith(_YOURS[1:])}
    site = {w for w in words if w in SITE}
    known = {w for line in body for w in split_words(line)}
    own = [w for w in words if len(w) > 3 and w not in FUNCTION]
    return (behind or len(reader) > 1 or reader and site or len(site) > 3) and sum(_near(w, known) for w in own) <= 0.2 * len(own)


@cache
def end_marks() -> re.Pattern[str]:
    """A mark that ends a dispatch, with the initials of its writers: "(النهاية) ع ب / م ج", "انتهى"."""
    marks = "|".join(sorted((re.escape(f) for row in rows("sites", role="end") for f in alternatives(row["forms"])), key=len, reverse=True))
    return re.compile(rf"[(/\[\-–—\s]+(?:{marks})\s*[)/\]\-–—]*(?P<rest>[\s./\-–—]*(?:\w{{1,3}}\b[\s./\-–—]*){{0,8}})$")


def _after_caption(sheet: Sheet, i: int) -> bool:
    """Does line i finish the label "التعليق على الصورة،" of the line above?"""
    above = sheet.sorts[i - 1] if i else None
    return bool(above and above.kind == "caption" and above.rest == 0 and not sheet.lines[i].prose)


def _close(piece: Piece, pending: list[str], end: int) -> int:
    """The body is done: lines that nothing followed are no part of it, nor is a mark of its end."""
    if piece.body and (m := end_marks().search(piece.body[-1])) and m.start() > 20:
        piece.cuts.append(Cut(kind="end", text=piece.body[-1][m.start():].strip()))
        piece.body[-1] = piece.body[-1][:m.start()].rstrip(" -–—/\\")
    piece.cuts += [Cut(kind="tail", text=text) for text in pending]
    while len(piece.body) > 2 and _addresses(piece.body[-1], piece.body[:-1], behind=len(piece.body) - 1 in piece.behind):
        piece.cuts.append(Cut(kind="notice", text=piece.body.pop()))
    piece.edges += pending[:3]
    piece.edges = [e for e in piece.edges if len(e) <= _EDGE]
    piece.foot = [f for f in piece.foot if len(f) <= _EDGE]
    return end


def _joins(word: str) -> bool:
    """Does a first word tie its sentence to what went before: و and a word whose own letter it isn't?"""
    return word.startswith("و") and len(word) >= 3 and (word in OPENERS or word not in WAW and word[:-1] not in WAW)


def _goes_on(line: Line, vocabulary: set[str], closed: bool) -> bool:
    """Does running text behind furniture belong to the article? It opens with a connective, or speaks of the same things."""
    words = [w for w in line.words if len(w) > 3 and w not in FUNCTION]
    known = sum(w in vocabulary or w[1:] in vocabulary or w[2:] in vocabulary for w in words)
    share = known / max(len(words), 1)
    opener = _joins(line.words[0])
    if closed:
        return opener and share > 0.25 and len(words) > 6
    return opener or share > 0.2


def _another(sheet: Sheet, i: int, piece: Piece, vocabulary: set[str], closed: bool) -> int | None:
    """The line where a second article begins behind a read-also line, or None where only teasers or the same article follow."""
    lines, n = sheet.lines, len(sheet.lines)
    at = next((k for k in range(i + 1, n) if sheet.plain(k)), None)
    if at is None or len(lines[at].words) > 30:
        return None
    prose = []
    k = at + 1
    loose = 0
    while k < n and loose < 3 and len(prose) < 6:
        if sheet.reads[k]:
            prose.append(lines[k])
        elif sheet.plain(k):
            loose += 1
        k += 1
    if len(prose) < 2 or sum(len(p.words) for p in prose) < 60:
        return None
    dated = any(sheet.stamps[k] for k in range(at + 1, min(at + 5, n)))
    if closed or dated or sheet.boxed and lines[at].box != 1:
        return at
    own = {w for w in lines[at].words if len(w) > 3 and w not in FUNCTION}
    first = {w for p in prose[:2] for w in p.words}
    mine = sum(_near(w, first) for w in own) / max(len(own), 1)
    words = [w for w in prose[0].words if len(w) > 3 and w not in FUNCTION]
    shared = sum(w in vocabulary for w in words) / max(len(words), 1)
    if _joins(prose[0].words[0]):
        return None
    return at if mine > 0.3 and mine > shared else None
