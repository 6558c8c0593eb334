"""Where an article's title stands, and what the title is without the site's name."""

from __future__ import annotations

import re

from .captions import captions, signs
from .knowledge import words_in, words_of
from .lines import FUNCTION, OPENERS, Line, split_words
from .media import named, shared
from .phrases import Sort
from .sheet import Sheet
from .title import parts, same, without_site

#: words a site's motto begins with: "بوابة إخبارية شاملة"
_KINDS = words_in("credits", "kind") | words_in("sites", "mast") | words_in("sites", "decor") | words_of("slogan")
#: marks between a title and the site's name
_EDGES = " -–—|:«»›·•/\\~."

_LATIN = re.compile(r"[A-Za-z][A-Za-z .'&-]+\s(?=[\u0621-\u064a«\"“])")


def find_title(sheet: Sheet, start: int, title: str | None, *, first: bool) -> tuple[int, str | None, list[str]]:
    """The line of the title, the title without the site's name, and the names cut off."""
    at, name, sites = _find_title(sheet, start, title, first=first)
    if first and name and len(sites) == 1 and 0 <= at and not named(sites[0]) and len(split_words(sites[0])) == 1:
        whole = sheet.lines[at].text  # "لقاء ترامب - كيم" has no site's name at its end
        told = {w for i in range(at + 1, min(at + 20, len(sheet.lines))) if sheet.prose[i] for w in sheet.lines[i].words}
        if whole.startswith(name) and near(split_words(sites[0])[0], told):
            return at, whole, []
    return at, name, sites


def _find_title(sheet: Sheet, start: int, title: str | None, *, first: bool) -> tuple[int, str | None, list[str]]:
    """The same, before a word of the title itself is told from a site's name."""
    lines, n = sheet.lines, len(sheet.lines)
    lead = next((i for i in range(start, n) if sheet.prose[i]), n)
    bare = not any(sheet.plain(i) and len(lines[i].words) >= 3 for i in range(start, lead))
    if lead < n and (bare or lines[lead].words[0] not in OPENERS and _dated_next(sheet, lead)) and _asks(sheet, lead):
        sheet.prose[lead] = sheet.reads[lead] = False
        lead = next((i for i in range(lead, n) if sheet.prose[i]), n)
    if not first:
        at = next((i for i in range(start, n) if sheet.plain(i) or shows_title(sheet, i)), start)
        below = next((i for i in range(at + 1, lead) if _own_date(sheet, i)), at)
        if at < below - 2 and sheet.plain(below - 1) and _label_above(sheet, below - 1, at):
            at = below - 1      # other titles stand above the label that the article follows
        name, sites = without_site(lines[at].text)
        return at, name, sites
    shown = title or lines[start].text
    for part in parts(shown):
        again = _repeats(sheet, Line(part), start if title else start + 1, exact=True)
        if again is not None and len(Line(part).words) >= 4:
            rest = [x for x in (r.strip(_EDGES) for r in shown.replace(part, "\n").split("\n")) if x]
            return again, part, rest
    if not title and (pair := _pair(sheet, start)):
        return pair
    latin = _LATIN.match(shown)  # "Al Jazirah Newspaper قمة …"
    if latin and not title and (again := _repeats(sheet, Line(shown[latin.end() :]), start + 1, exact=True)) is not None:
        return again, shown[latin.end() :], [latin[0].strip()]
    name, sites = without_site(shown)
    if title and named(name) and len(lines) > lead:         # the page's title is the site's name
        at, own, sites = _find_title(sheet, start, None, first=True)
        return (at, own, [*sites, name]) if own and not named(own) else (at, name, [])
    again = _repeats(sheet, Line(name), start if title else start + 1)
    if again is not None and (title or len(Line(name).words) >= 3 and not named(name)):
        return again, name, sites
    lead_words = {w for i in range(lead, min(lead + 12, n)) if sheet.prose[i] for w in lines[i].words}
    scores = _scores(sheet, start, lead, lead_words)
    best, score = max(scores, key=lambda x: (x[1], -x[0])) if scores else (None, -1.0)
    if sheet.boxed:
        told = dict(scores)
        for i in range(lead - 1, start - 1, -1):
            if lines[i].tag == "h1" and sheet.plain(i) and len(lines[i].words) >= 3 and i in told and _share(lines[i], lead_words) > 0.05:
                return i, *without_site(lines[i].text)
    if title:
        if score < _share(Line(name), lead_words) + 0.2:        # else the page's title is the site's name
            return start - 1 if not sheet.boxed else _above(sheet, lead), name, sites
        sites = [*sites, name]
        return best or 0, without_site(lines[best or 0].text)[0], sites
    dated = [i for i in range(start, lead) if _own_date(sheet, i)]
    if best is not None and dated and dated[-1] < best:  # a title stands above its date; what follows it is a caption
        before = [(v, -i) for i, v in scores if i < dated[-1] and v >= 0.45 * score]
        if before:
            best = -max(before)[1]
    if (best is None or score < 0.1 and best != start) and (best := _by_place(sheet, start, lead)) is None:
        return start - 1, None, []
    name, sites = without_site(lines[best].text)
    return best, name, sites


def _heads_tags(sheet: Sheet, i: int) -> bool:
    """Is the line a label that tags stand below, and nothing else?"""
    sort = sheet.sorts[i]
    return sort is not None and sort.kind == "tags" and sort.rest == 0


def _label_above(sheet: Sheet, i: int, at: int) -> bool:
    """Is the line above line i, and below line `at`, a label that a further article stands under: "إقرأ أيضاً"?"""
    sort = sheet.sorts[i - 1]
    return i - 1 > at and sort is not None and sort.kind == "read_also" and sort.rest == 0


def pass_teasers(sheet: Sheet) -> None:
    """Take the running text from blurbs that stand, each below its title, above the article's own date: no body begins there."""
    lines, n = sheet.lines, len(sheet.lines)
    prose = [i for i in range(n) if sheet.prose[i]]
    if sheet.boxed or len(prose) < 5:
        return
    row = [i for k, i in enumerate(prose) if k + 2 < len(prose) and prose[k + 2] == i + 2]  # three in a row begin here
    dated = [i for i in range(max(prose[0] - 6, 0), row[-1] if row else 0) if any(s.date.value for s in sheet.stamps[i])]
    if not dated or dated[0] < prose[0] or (body := next((i for i in row if i > dated[0]), n)) - dated[0] > 6:
        return
    blurbs = [i for i in prose if i < body]
    if blurbs[-1] > dated[0] or len(blurbs) > 15:
        return
    titled = [i for i in blurbs if i and sheet.plain(i - 1) and not lines[i - 1].ended and 3 < len(lines[i - 1].words) < 25]
    if len(titled) * 2 > len(blurbs) and len(titled) > 1:
        for i in blurbs:
            sheet.prose[i] = sheet.reads[i] = False


def _share(line: Line, words: set[str]) -> float:
    """How much of a line's own words stand in the article's first paragraphs."""
    own = [w for w in line.words if w not in FUNCTION and len(w) > 2]
    tails = {w[1:] for w in words if len(w) >= 5}  # يعتذر in the title is اعتذر in the text
    return sum(near(w, words) or len(w) >= 5 and w[1:] in tails for w in own) / (len(own) + 2)


def _scores(sheet: Sheet, start: int, lead: int, lead_words: set[str]) -> list[tuple[int, float]]:
    """The lines above the body that could be the title, each with how well it fits."""
    lines, out = sheet.lines, []
    placed = _by_place(sheet, start, lead)
    for i in range(start, lead):
        sort = sheet.sorts[i]
        told = sort is None or sort.rest >= 3 and not sort.sure and (i - start < 2 or shows(sort))  # "فيديو: …" heads a title too
        if not told or sheet.stamps[i] or len(lines[i].words) < 3 or all(w in FUNCTION or len(w) < 3 for w in lines[i].words):
            continue
        if captions(lines[i], None) or signs(lines[i]) or named(lines[i].text) or lines[i].text.count("|") > 2:
            continue
        if i > start and _heads_tags(sheet, i - 1) and i + 1 < lead and sheet.plain(i + 1):
            continue
        bonus = 0.2 if i == placed and not lines[i].tag else 0.0
        bonus += (0.25 if lines[i].tag == "h1" else 0.1 if lines[i].tag in ("h2", "h3") else 0.0) + (0.1 if i == start else 0.0)
        k = i + 1 if i + 1 < lead and sheet.stamps[i + 1] else i + 2  # a standfirst may stand between title and date
        if k < lead and _own_date(sheet, k) and len(lines[i].words) > 4 and (k == i + 1 or sheet.plain(i + 1)):
            bonus += 0.3 if any(s.role == "published" for s in sheet.stamps[k]) else 0.1
        if len(lines[i].words) < 4 and lines[i].tag not in ("h1", "h2"):
            bonus -= 0.2
        if lines[i].words[0] in OPENERS or sort:
            bonus -= 0.2 if sort is None else 0.1
        name, sites = without_site(lines[i].text)
        if sites:  # the site's own name says nothing of the article, and a motto behind it still less
            own = {w for site in sites for w in split_words(site)}
            bonus -= 0.3 if split_words(name)[:1] and split_words(name)[0] in _KINDS and any(named(x) for x in sites) else 0.0
            out.append((i, _share(Line(name), lead_words - own) + bonus))
        else:
            head, _, motto = lines[i].text.partition(":")  # "الأخبار: أول وكالة أنباء مستقلة"
            bonus -= 0.3 if i == start and (named(head) or shared(head)) and set(split_words(motto)) & _KINDS else 0.0
            out.append((i, _share(lines[i], lead_words) + bonus))
    return out


def _own_date(sheet: Sheet, i: int) -> bool:
    """Does line i name a date that may be the article's: not just when the page was changed or saved?"""
    return any(s.role not in ("updated", "crawl") for s in sheet.stamps[i])


def _titles(sheet: Sheet, i: int) -> bool:
    """Can line i be a title by its words: "بالصور: …" heads one too?"""
    sort = sheet.sorts[i]
    return not sheet.stamps[i] and sheet.lines[i].text[-1:] != "." and (sheet.told(i) or sort is not None and shows(sort))


def shows_title(sheet: Sheet, i: int) -> bool:
    """Is line i "بالصور: …" with a title behind it?"""
    sort = sheet.sorts[i]
    return sort is not None and shows(sort) and not sheet.stamps[i]


def shows(sort: Sort) -> bool:
    """Does "بالصور: …" head what may be a title: more words follow?"""
    return sort.kind == "read_also" and sort.rest >= 3 and not sort.sure


def _by_place(sheet: Sheet, start: int, lead: int) -> int | None:
    """The line that stands where a title stands, whatever it says: the first of the last lines of some length above the first
    date of the article, or above its body."""
    stop = next((i for i in range(start, lead) if _own_date(sheet, i) and lead - i < 12), lead)
    long = [i for i in range(start, stop) if _titles(sheet, i) and 4 < len(sheet.lines[i].words) <= 30 and not named(sheet.lines[i].text)]
    while len(long) > 1 and long[-1] - long[-2] == 1:
        long.pop()
    return long[-1] if long else None


def _dated_next(sheet: Sheet, i: int) -> bool:
    """Does a dateline stand between line i and the next running text?"""
    for k in range(i + 1, min(i + 9, len(sheet.lines))):
        if sheet.stamps[k]:
            return True
        if sheet.prose[k]:
            return False
    return False


def _asks(sheet: Sheet, i: int) -> bool:
    """Is a first line that ends like a sentence a title all the same: short, and longer text follows?"""
    line = sheet.lines[i]
    following = next((x for x in sheet.lines[i + 1 : i + 16] if x.prose), None)
    if following is None or len(line.words) > 30 or line.text.rstrip()[-1:] in ".:،؛":
        return False
    dated = i + 1 < len(sheet.lines) and bool(sheet.stamps[i + 1])
    return (
        dated
        or following.stopped
        and not line.ended
        or len(following.words) > len(line.words) * (1 if line.text.rstrip()[-1:] in "؟?!…" else 1.3)
    )


def _pair(sheet: Sheet, start: int) -> tuple[int, str, list[str]] | None:
    """A line of the page's top that a later line repeats, alone or with the site's name beside it: the title."""
    lines = sheet.lines
    top = [i for i in range(start, min(start + 40, len(lines))) if _titles(sheet, i) and 4 <= len(lines[i].words) <= 40]
    told, seen = {}, 0      # words of running text above each line
    for i in range(start, min(start + 40, len(lines))):
        told[i] = seen
        seen += len(lines[i].words) if sheet.prose[i] else 0
    for i in top:
        for part in parts(lines[i].text):
            words = Line(part).words
            if len(words) < 4:
                break
            found = [j for j in top if j > i and lines[j].words == words and told[j] <= 60]
            if found and any(sheet.prose[k] for k in range(found[-1] + 1, min(found[-1] + 16, len(lines)))):
                for k in (i, *found):
                    sheet.prose[k] = sheet.reads[k] = False
                rest = [x for x in (r.strip(_EDGES) for r in lines[i].text.replace(part, "\n").split("\n")) if x]
                return found[-1], part, rest
    return None


def _above(sheet: Sheet, lead: int) -> int:
    """The last line before the article's block."""
    return next((i for i in range(lead - 1, -1, -1) if sheet.lines[i].box != 1), -1)


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


def near(word: str, words: set[str]) -> bool:
    """Does a word stand among words, clitics aside?"""
    return (
        word in words
        or any(word[k:] in words for k in (1, 2, 3) if len(word) - k >= 3)
        or any(p + word in words for p in ("و", "ال", "ب", "ل", "وال"))
    )
