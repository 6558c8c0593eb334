"""Lines of a page → the articles it holds: title, standfirst, body; what is furniture is cut and kept aside with its kind."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from ..lexicon.table import alternatives
from ..model import Cut
from .captions import CREDITED, captions, photo, shows, signature, signs
from .credits import in_credit, towned, towns
from .doubtful import content, last_of, opens
from .ending import another, close, goes_on, scrolled
from .heading import find_title, near, pass_teasers
from .knowledge import rows, words_in, words_of
from .lines import FUNCTION, Line, joins, split_words
from .media import decor, named
from .sheet import Piece, Sheet
from .title import same, without_site
from .when import Stamp

#: what stands around a film or a picture put into the text
_CONTROLS = frozenset(("share", "misc", "views", "menu"))
#: furniture that stands at the foot
_FOOT = frozenset(("newsletter", "app", "share", "mistake", "cookies", "notice"))


_LABELLED = re.compile(r"\W*\w+\s*:")
#: what is left of a date: its era, and words that tie it to another
_ERA = re.compile(r"(?<!\w)(?:" + "|".join(sorted(f for row in rows("sites", role="era") for f in alternatives(row["forms"]))) + r")(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TWO_LABELLED = re.compile(r"\W*\w+(?:\s\w+)?\s*:")
#: so many lines of furniture between two paragraphs are the article's foot
_GAP = 4
_QUOTES, _DASHES = "❝„«“\"", ("—", "–")
_DASHED = re.compile(r"\w+\s*[-–—/]\s*\w")
_LATIN = re.compile("[A-Za-z]")
_ARABIC = re.compile("[\u0620-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_HOUR = re.compile(r"\d{1,2}:\d\d")
#: so many lines above it at most a page's first line repeats the title right before its dateline
_REPEATED = 4
_OF = re.compile(r"\W*\d{1,3}\s*(?:من|of|/)\s*\d{1,3}\W*")
_CLOCK = re.compile(r"[\W_]*\d{1,2}[:.]\d{2}(?:\W*\w{1,3})?\W*")


def cut(lines: list[Line], *, title: str | None = None) -> list[Piece]:
    """The articles of a page's lines in order; `title` as the page's own metadata give it."""
    sheet = Sheet(lines)
    if not title:
        pass_teasers(sheet)
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
    at, name, sites = find_title(sheet, start, title, first=first)
    if not first:  # what follows the first article's block is read as plain text
        sheet.free(start)
    lead = next((i for i in range(at + 1, len(lines)) if sheet.prose[i]), None)
    if lead is not None and len(lines[lead].words) < 26 and (not lines[lead].stopped and captions(lines[lead], name) or shows(lines[lead])):
        following = [i for i in range(lead + 1, min(lead + 20, len(lines))) if sheet.prose[i]]
        if len(following) > 1:
            sheet.prose[lead] = False
            lead = following[0]
    if lead is None and first:  # a text of one loose sentence
        lead = next((i for i in range(at + 1, len(lines)) if sheet.plain(i) and not sheet.boxed and _loose(lines[i])), None)
        sheet.prose[lead or 0] |= lead is not None
    if lead is None:
        return None, len(lines)
    piece = Piece(title=name, sites=sites, at=at, lead=lead)
    if first and start == 0 < at and not lines[0].tag and sheet.plain(0):
        piece.masthead = lines[0].text
        piece.menued = (below := sheet.sorts[1]) is not None and below.kind == "menu"
    piece.heads = at > 0 and (lines[at - 1].hint == "date" or lines[at - 1].tag in ("h2", "h3", "h4", "time"))
    piece.heads |= at > 0 and lines[at].tag == "h1" and bool(sheet.stamps[at - 1]) and _HOUR.search(lines[at - 1].text) is not None
    if at > 0 and sheet.stamps[at - 1]:  # in the title's own element, or on the page of a numbered issue
        piece.heads |= lines[at].home == lines[at - 1].home > 0 or bool(words_in("sites", "issue") & set(lines[at - 1].words))
    again = next((i for i in range(start, at) if lines[i].words == lines[at].words), at) if at >= 0 else at
    again = again if again > start or at - again <= _REPEATED else at       # the page's own title, and its head before the article's
    for i in range(start, at + 1):
        own = sheet.boxed and lines[i].box == 1 == lines[at].box and at - i < 4  # in the article's own box
        issue = i < at - 1 and bool(words_in("sites", "issue") & set(lines[i].words))
        piece.stamps += [_before(s, issue=issue) if not own and (i < again or again == at) else s for s in sheet.stamps[i]]
        if i == at:
            continue
        if _between_titles(sheet, i, at, start):
            piece.standfirst.append(lines[i].text)
            continue
        sort = sheet.sorts[i]
        if sort and sort.kind == "source":
            piece.foot.append(_credit(sheet, i))
        if at - i < 4 and sheet.stamps[i]:
            piece.edges.append(_undated(lines[i], sheet.stamps[i]))
        if sheet.plain(i) and len(lines[i].words) <= 6 and not lines[i].prose and (
            i < start + 2
            or i >= at - 2
            or (lines[i].text.isascii() or lines[i].words[:1] and lines[i].words[0] in words_in("credits", "kind")) and named(lines[i].text)
        ):
            piece.above.append(lines[i].text)
        elif (
            name
            and len(lines[i].words) <= 40
            and not sites
            and (found := without_site(lines[i].text))
            and found[1]
            and same(Line(found[0]), Line(name))
        ):
            sites.extend(found[1])
        piece.cuts.append(Cut(kind=sort.kind if sort else "top", text=lines[i].text))
    for i in range(at + 1, lead):
        _head(sheet, i, piece, name)
    end = _body(sheet, lead, piece)
    piece.replies += [s for s in sheet.replies if lead < s.at < end]
    return piece, end


def _credit(sheet: Sheet, i: int) -> str:
    """What a credit line names: the words behind "المصدر" and its like, or the next line where nothing follows."""
    line, sort = sheet.lines[i], sheet.sorts[i]
    assert sort is not None
    if not sort.rest and sort.id == "source-source" and i + 1 < len(sheet.lines):
        below = sheet.lines[i + 1]
        return f"{line.text} {below.text}" if len(below.words) <= 8 and not below.prose and not sheet.sorts[i + 1] else line.text
    return line.text if _LABELLED.match(line.text) or not sort.rest else " ".join(line.text.split()[-sort.rest :])


def _loose(line: Line) -> bool:
    """Could a line without a full stop be a sentence?"""
    return len(line.words) >= 10 and line.link < 0.3 and any(w in FUNCTION for w in line.words)


def _before(stamp: Stamp, *, issue: bool) -> Stamp:
    """A date above the title: the crawl's, unless a label says otherwise or it's the day of a numbered issue."""
    return Stamp(stamp.role or ("issue" if issue else "above"), stamp.date, stamp.at)


def _head(sheet: Sheet, i: int, piece: Piece, name: str | None) -> None:
    """A line between title and body: date, byline, caption, standfirst."""
    line, sort = sheet.lines[i], sheet.sorts[i]
    piece.stamps += sheet.stamps[i]
    if sort and sort.kind == "source":
        piece.foot.append(_credit(sheet, i))
    if sheet.stamps[i]:
        piece.edges.append(_undated(line, sheet.stamps[i]))
        piece.cuts.append(Cut(kind="dateline", text=line.text))
    elif sort and sort.does == "keep":
        piece.standfirst.append(line.text)
        piece.correction = True
    elif sort:
        pictured = sort.id == "copyright-sign" and not any(c.isdigit() for c in line.text)
        piece.cuts.append(Cut(kind="caption" if pictured else sort.kind, text=line.text))
        piece.crawled |= sort.kind == "ago"
        if sort.does == "byline":
            piece.edges.append(line.text)
    elif not (towned(line.text) and _credits_alone(line)) and (captions(line, name) or shows(line) or _heads_next(sheet, i)):
        piece.cuts.append(Cut(kind="caption", text=line.text))
    elif len(line.words) < _least(sheet, i, piece.at) or line.link > 0.5 or line.text.count("|") > 2 or _labels(sheet, i):
        piece.cuts.append(Cut(kind="label", text=line.text))
        piece.edges.append(line.text)
        if len(line.words) >= 2:
            piece.signed.add(line.text)
    else:
        piece.standfirst.append(line.text)


def _least(sheet: Sheet, i: int, at: int) -> int:
    """How many words a line between title and body has that is a standfirst: a sentence needs few, and a heading of the article's own
    that says what the article does."""
    line = sheet.lines[i]
    if line.ended and line.text[-1] not in "؟?":
        return 5
    if line.tag not in ("h2", "h3", "h4") or line.text.endswith(":") or not (line.box == 1 or i == at + 1 and sheet.lines[at].tag == "h1"):
        return 8
    prose = [k for k in range(i + 1, min(i + 24, len(sheet.lines))) if sheet.prose[k]][:6]
    told = {w for k in prose for w in sheet.lines[k].words}
    return 4 if sum(near(w, told) for w in line.words if w not in FUNCTION and len(w) > 2) > 1 else 8


def _between_titles(sheet: Sheet, i: int, at: int, start: int) -> bool:
    """Does a line stand between the title and its repetition right above the body: the standfirst?"""
    line, sort = sheet.lines[i], sheet.sorts[i]
    if i + 1 != at or i <= start or sheet.lines[i - 1].words != sheet.lines[at].words or sheet.stamps[i] or sort:
        return False
    told = len(line.words) >= _least(sheet, i, at) and line.link <= 0.5
    return told and not captions(line, None) and not shows(line) and not _labels(sheet, i)


def _labels(sheet: Sheet, i: int) -> bool:
    """Is a line above the body a name, a byline, or what belongs to the label above it?"""
    line = sheet.lines[i]
    return named(line.text) is not None or towned(line.text) and signs(line) or _after_caption(sheet, i) or _agencies(line)


def _credits_alone(line: Line) -> bool:
    """Does a short line say nothing but a town and whose dispatch it is: "الجزائر - (أ ف ب)"?"""
    longest = 10 if line.text.endswith(":") else 7
    return len(line.words) <= longest and len(in_credit(line.text)) == 1 and not any(w in FUNCTION for w in line.words)


def _agencies(line: Line) -> bool:
    """Does a short line name several media and little else?"""
    return len(line.words) <= 10 and not line.stopped and len(in_credit(line.text)) > 1


def _undated(line: Line, found: list[Stamp]) -> str:
    """A dateline's words without its dates: the byline or place that is left."""
    text = line.text
    for stamp in found:
        text = text.replace(stamp.date.text, " - ")
    text = _dating().sub(" - ", text)  # "أ ش أ نشر في أخبار مصر يوم 21 - 11 - 2013"
    return _ERA.sub(" - ", text)


@cache
def _dating() -> re.Pattern[str]:
    """Labels of a date that may stand behind a name."""
    forms = (f for row in rows("labels") for f in alternatives(row["forms"]) if " " in f)
    return re.compile("(?<!\\w)(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + ")(?!\\w)")


def _body(sheet: Sheet, lead: int, piece: Piece) -> int:
    """Take the body from its first line on; where the next article begins."""
    lines, n = sheet.lines, len(sheet.lines)
    pending: list[str] = []  # short lines that are the body's only if more of it follows
    said = Counter(line.text for line in lines)
    own = {w for name in piece.sites for w in split_words(name)}
    vocabulary: set[str] = {w for w in Line(piece.title or "").words if len(w) > 3}
    skipping = closed = listed = over = False
    homes: Counter[int] = Counter()  # the elements whose paragraphs the body's are
    label_home = -1
    i = lead_end = lead
    while i < n:
        line, sort = lines[i], sheet.sorts[i]
        outside = sheet.boxed and line.box != 1
        if (closed or listed or outside) and scrolled(sheet, i):
            return close(piece, pending, i)
        if (sheet.prose[i] or sort and sort.does == "keep") and not outside:
            started = sum(len(p.split()) for p in piece.body[:3])
            homely = line.home >= 0 and homes[line.home] * 2 > sum(homes.values()) and label_home != line.home
            if (skipping or closed) and not goes_on(
                sheet, i, vocabulary, closed=closed, listed=listed, started=started, homely=homely, over=over
            ):
                piece.cuts.append(Cut(kind="teaser", text=line.text))
                i += 1
                continue
            if len(pending) > 1 and not line.stopped and len(line.words) < 22 and not joins(line.words[0]) and not opens(line):
                pending.append(line.text)  # one of the titles below each other
                i += 1
                continue
            skipping = closed = listed = False
            homes[line.home] += 1
            piece.doubtful.update(range(len(piece.body), len(piece.body) + len(pending)))
            piece.body += pending
            pending = []
            if (above := sheet.sorts[i - 1]) and above.kind in _FOOT or i - lead_end > _GAP:
                piece.behind.add(len(piece.body))
            if piece.body and not line.ended and not line.stopped and len(line.words) < 18:
                piece.doubtful.add(len(piece.body))
            piece.body.append(line.text)
            piece.correction |= bool(sort)
            vocabulary.update(w for w in line.words if len(w) > 3)
            lead_end = i
        elif sort is None or sort.does == "byline":
            if sheet.stamps[i]:
                pending = _unheaded(pending, piece)
                piece.cuts.append(Cut(kind="dateline", text=line.text))
                piece.replies += sheet.stamps[i] if over else []
                piece.stamps += [] if over or listed or skipping else [Stamp(s.role or "below", s.date, s.at) for s in sheet.stamps[i]]
                piece.edges.append(line.text)
            elif skipping or closed or outside or line.link > 0.8 or _after_caption(sheet, i):
                piece.cuts.append(Cut(kind="teaser", text=line.text))
                if _agencies(line):
                    piece.foot.append(line.text)
                if closed and not skipping and len(line.words) <= 8 and i < lead_end + 3:
                    piece.edges.append(line.text)
            elif not line.prose and (photo().search(line.text) or _heads_next(sheet, i) or captions(line, None) or _own_picture(line, own)):
                piece.cuts.append(Cut(kind="caption", text=line.text))
            elif sort and _signs_on(line, sort.id):  # "الكاتب: …" behind the standfirst
                piece.cuts.append(Cut(kind="byline", text=line.text))
                piece.edges.append(line.text)
            elif not line.words or _CLOCK.fullmatch(line.text) or _counts(line):  # a rule of dashes; the hours of a running report
                piece.cuts.append(Cut(kind="dateline", text=line.text))
            elif own and set(line.words) & own and set(line.words) <= own | _besides():  # "المدار على تويتر"
                piece.cuts.append(Cut(kind="share", text=line.text))
            elif _LATIN.search(line.text) and not _ARABIC.search(line.text) or _sited(line) or _quoted(sheet, i):
                piece.cuts.append(Cut(kind="label", text=line.text))
                piece.edges.append(line.text)
            elif len(line.words) <= 3 and named(line.text) or len(line.words) <= 8 and not line.stopped and signature(line, own):
                piece.cuts.append(Cut(kind="label", text=line.text))
                piece.edges.append(line.text)
            elif line.text in piece.signed:  # the byline again: what follows tells of the writer
                piece.cuts.append(Cut(kind="byline", text=line.text))
                closed = True
            elif said[line.text] > 1:  # menus and labels come again, subheadings don't
                piece.cuts.append(Cut(kind="label", text=line.text))
                piece.edges.append(line.text)
            elif _embedded(sheet, i):
                piece.cuts.append(Cut(kind="teaser", text=line.text))
            else:
                piece.beside = i == lead_end + 1 if not pending else piece.beside
                pending.append(line.text)
        else:
            if sort.does in ("header", "list", "tail"):
                pending = _unheaded(pending, piece)
            piece.cuts.append(Cut(kind=sort.kind, text=line.text))
            piece.stamps += [Stamp(s.role or "below", s.date, s.at) for s in sheet.stamps[i]]
            if sort.kind == "source":
                piece.foot.append(_credit(sheet, i))
                closed = closed or sort.id != "source-bracketed" and not _opens(sheet, i, piece)
            elif sort.does == "header":
                if sort.rest < 2:
                    if (nxt := another(sheet, i, piece, vocabulary, closed)) is not None:
                        return close(piece, pending, nxt)
                    skipping = line.hint != "label"  # what was glued to a label goes on
                    label_home = line.home
            elif sort.does in ("list", "poll"):
                skipping = listed = True
                label_home = line.home
            elif sort.does == "resume":
                skipping = False
            elif sort.does == "open":  # "تخطى … وواصل القراءة": a box with its end marked
                i = _box_end(sheet, i)
            elif sort.does == "tail":
                looks = sort.kind == "copyright" and sort.id != "copyright-feed"
                if looks and (line.prose or line.link > 0.6 and len(line.words) > 12):  # it may only look like a notice
                    skipping = True
                else:
                    closed = closed or not _opens(sheet, i, piece)
                over |= sort.kind == "comments"
        i += 1
    return close(piece, pending, n)


def _own_picture(line: Line, own: set[str]) -> bool:
    """Does a line end in the site's own name in brackets, or in a note such as "(فيديو)" that no subheading bears?"""
    m = CREDITED.search(line.text)
    words = set(split_words(m[1])) if m else set()
    return bool(words) and len(line.words) > 3 and (words <= own or words <= words_of("teaser-note"))


def _embedded(sheet: Sheet, i: int) -> bool:
    """Does a short line stand among a player's controls and its share line, no paragraph beside it: the title of a film?"""
    if not 0 < i < len(sheet.lines) - 1 or sheet.lines[i].stopped or len(sheet.lines[i].words) > 14:
        return False
    above, below = sheet.sorts[i - 1], sheet.sorts[i + 1]
    return above is not None and below is not None and above.kind in _CONTROLS and below.kind in _CONTROLS


def _counts(line: Line) -> bool:
    """Is a line nothing but numbers, none of them a year: of readers, or of a player's seconds?"""
    if _OF.fullmatch(line.text):
        return True
    return all(w.isdigit() for w in line.words) and not (len(line.words) == 1 and _YEAR.fullmatch(line.words[0]))


@cache
def _besides() -> frozenset[str]:
    """Words that stand beside a site's own name where nothing is told: "خاص المدار", "المدار على تويتر"."""
    return words_of("network") | words_of("site-beside") | FUNCTION | decor() | words_in("sites", "sign")


def _signs_on(line: Line, row: str) -> bool:
    """Does a byline within the body lead on from a label: "محرر الخبر: …", "كتب- …"?"""
    return row == "byline-signed" or bool(_TWO_LABELLED.match(line.text)) or row == "byline-byline" and bool(_DASHED.match(line.text))


def _sited(line: Line) -> bool:
    """Is a short line a name with its town: "أحمد علي - أنقرة"?"""
    name, mark, town = line.text.rpartition(" - ")
    telling = (FUNCTION - {"علي"}) & set(split_words(name))
    return bool(mark) and not telling and 2 <= len(name.split()) <= 4 and tuple(split_words(town)) in towns()


def _quoted(sheet: Sheet, i: int) -> bool:
    """Is line i a quotation set apart for the eye, or who said it, behind a dash? One in plain marks may be a subheading."""
    text, below = sheet.lines[i].text, sheet.lines[i + 1].text if i + 1 < len(sheet.lines) else ""
    if text[0] in _DASHES:
        return len(sheet.lines[i].words) < 8 and i > 0 and sheet.lines[i - 1].text[0] in _QUOTES
    return text[0] in "❝„" or text[0] in _QUOTES and below[:1] in _DASHES and len(below.split()) < 9


def _unheaded(pending: list[str], piece: Piece) -> list[str]:
    """The lines that may still be the article's where furniture follows them: no subheading stands above that."""
    short = [t for t in pending if len(t.split()) <= 5 and t[-1:] != "." and not last_of([Line(t)], set(), strict=True)]
    piece.cuts += [Cut(kind="label", text=text) for text in short]
    piece.edges += short
    return [text for text in pending if text not in short]


def _box_end(sheet: Sheet, i: int) -> int:
    """The line that ends the box line i opens: it repeats the box's name; line i itself where none does."""
    named_so = set(content(sheet.lines[i]))
    for k in range(i + 1, min(i + 25, len(sheet.lines))):
        sort = sheet.sorts[k]
        if sort and sort.does == "resume" and (sort.rest == 0 or named_so & set(sheet.lines[k].words)):
            return k
    return i


def _heads_next(sheet: Sheet, i: int) -> bool:
    """Does the next line say line i again, a picture's credit behind it?"""
    words = sheet.lines[i].words
    return len(words) >= 4 and i + 1 < len(sheet.lines) and not sheet.prose[i + 1] and _said(sheet.lines[i + 1].text, sheet.lines[i].text)


def _said(text: str, start: str) -> bool:
    """Does a text begin with another and go on?"""
    return len(text) > len(start) and text.startswith(start)


def _opens(sheet: Sheet, i: int, piece: Piece) -> bool:
    """Does the body only begin behind line i: so far one short standfirst, and running text follows at once?"""
    if len(piece.body) > 1 or sum(len(Line(p).words) for p in piece.body) > 30:
        return False
    for k in range(i + 1, min(i + 6, len(sheet.lines))):
        if sheet.prose[k]:
            return len(sheet.lines[k].words) >= 12
        if (sort := sheet.sorts[k]) and sort.does in ("header", "list", "tail", "poll"):
            return False
    return False


def _after_caption(sheet: Sheet, i: int) -> bool:
    """Does line i finish the label "التعليق على الصورة،" of the line above?"""
    above = sheet.sorts[i - 1] if i else None
    return bool(above and above.kind == "caption" and above.rest == 0 and not sheet.lines[i].prose)
