"""Dates on a page: which line says when it was published, which when it was changed, and which when it was crawled."""

from __future__ import annotations

import re
from datetime import date as date_of
from datetime import datetime
from functools import cache
from urllib.parse import urlsplit

from ..lexicon.table import alternatives
from ..rules.times import Dateline, datelines
from .credits import towns
from .knowledge import table, words_in, words_of
from .lines import Line, split_words
from .media import media

_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:/(\d{1,2})/(\d{1,2})(?!\d)|-(\d\d)-(\d\d)(?!\d)|(\d\d)(\d\d)(?!\d))")
_BARS = re.compile(r"[|•·∙]")
_DIGIT = re.compile(r"\d")
#: 17-Sep-23
_SHORT = re.compile(r"\b(\d{1,2})-([A-Z][a-z]{2})-(\d\d)\b(?!-)")
#: 2019:04:26.16:35
_COLONS = re.compile(r"(?<!\d)((?:19|20)\d\d):(\d\d):(\d\d)[. ](\d\d:\d\d)(?!\d)")
#: month before day, as systems of American make print it: 2/5/2015 8:32:10 PM
_AMERICAN = re.compile(r"(?<![\d/])([1-9]|1[0-2])/([1-9]|1[0-2])/((?:19|20)\d\d)(?= +(?:[1-9]|1[0-2]):\d\d:\d\d [AP]M\b)")
#: metadata so many days younger than the dateline aren't the article's
_MOVED = 2
#: words of a dateline that are none of a title's
_UNTOLD = frozenset(w.lower() for w in words_of("clock") | words_in("sites", "sign") | words_in("sites", "many") | words_of("beside-date"))
_NUMBERS = re.compile(r"-\s(\d{1,2})\s-\s(\d{1,2})\s\(")
#: كانون2 for كانون الثاني
_NUMBERED = re.compile(rf"(?<!\w)({'|'.join(sorted(words_of('month-numbered')))})\s?([12])(?=\s?/)")
_SPACED = re.compile(r"\b(\d{1,2}) [-/] (\d{1,2}) [-/] (\d{4})\b")
_GLUED = re.compile(
    "(?<=[\u0621-\u064a]{3})(?=(?:19|20)\\d\\d)|(?<=\\d)(?=[\u0621-\u064a]{3})|(?<=\\b20\\d\\d)(?=\\d{1,2}:\\d\\d)"
    "|(?<=[0-9])(?=[٠-٩])|(?<=[٠-٩])(?=[0-9])"
)


@cache
def _labels() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Label phrases as folded words with what they say, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("labels"):
        for form in alternatives(row["forms"]):
            words = tuple(w.lower() for w in split_words(form))
            found.setdefault(words[0], []).append((words, row["id"]))
    return found


def label_of(text: str) -> str | None:
    """What the words before a date say it is: published, updated, crawl, or None. The words nearest to the date decide.

    >>> label_of("نشر في: "), label_of("آخر تحديث: "), label_of("القاهرة")
    ('published', 'updated', None)
    """
    words = tuple(w.lower() for w in split_words(text))
    forms = _labels()
    best: tuple[int, int, str] | None = None
    for k, word in enumerate(words):
        for form, what in forms.get(word, ()):
            n = len(form)
            if words[k : k + n] == form and (best is None or (k + n, n) > best[:2]):
                best = (k + n, n, what)
    return best[2] if best else None


class Stamp:
    """A date a line gives: `role` published, updated, crawl, above (the title), issue (the paper's, above the title too),
    below (the body's end) or None; `at` the number of the line."""

    __slots__ = ("role", "date", "at")

    def __init__(self, role: str | None, date: Dateline, at: int) -> None:
        self.role, self.date, self.at = role, date, at


def stamps(line: Line, at: int, *, byline: bool = False) -> list[Stamp]:
    """The dates of a line that is a dateline: short, and little else than dates, labels, places and a byline.

    >>> [(s.role, s.date.value) for s in stamps(Line("نشر في: 31/05/2018 | آخر تحديث: 1/6/2018"), 0)]
    [('published', '2018-05-31'), ('updated', '2018-06-01')]
    """
    if line.stamp:
        role = label_of(line.text)
        return [Stamp(role, d, at) for d in datelines(line.stamp)[:1]]
    if line.link > 0.9 or len(line.text) > 400 or not _DIGIT.search(line.text) or line.prose or len(line.words) > 30:
        return []
    out: list[Stamp] = []
    text = _COLONS.sub(r"\1-\2-\3 \4", line.text)
    text = _NUMBERED.sub(_month, _SHORT.sub(r"\1 \2 20\3", _AMERICAN.sub(r"\2/\1/\3", _GLUED.sub(" ", text))))
    for part in _BARS.split(_SPACED.sub(r"\1-\2-\3", text)):
        out += _segment(part, at, byline=byline)
    return out


def _month(m: re.Match[str]) -> str:
    """The month that a system numbers, by its name."""
    return f"{m[1]} {next(iter(words_of(f'month-{m[2]}')))}"


def _segment(text: str, at: int, *, byline: bool) -> list[Stamp]:
    """The dates of one part of a dateline; none where much else is said."""
    found = datelines(text) if _DIGIT.search(text) else []
    if any(d.conflict for d in found) and (sound := [d for d in found if not d.conflict]):  # of two calendars, the one that fits
        for wrong in [d for d in found if d.conflict]:
            text = text[: wrong.start] + " " * (wrong.end - wrong.start) + text[wrong.end :]
        found = sound
    if len(found) > 1 and any("Hijri" not in d.why for d in found):  # the moon is seen a day early or late; the sun isn't
        for moon in [d for d in found if "Hijri" in d.why]:
            text = text[: moon.start] + " " * (moon.end - moon.start) + text[moon.end :]
        found = [d for d in found if "Hijri" not in d.why]
    out, start, rest, beside = [], 0, 0, 0
    for date in found:
        before = text[start : date.start]
        role = label_of(before)
        if role is None and not before.strip() and len(found) == 1 and not _DIGIT.search(text, date.end):
            role = label_of(text[date.end : date.end + 30])
        rest += max(_words(before) - (2 if role else 0), 0)
        beside += _beside(before)
        out.append(Stamp(role, date, at))
        start = date.end
    if not out:
        return []
    rest += _words(text[start:])
    beside += _beside(text[start:])
    named = any(s.role for s in out)
    if not named and rest > 1 and text.rstrip().endswith("."):
        return []  # a short sentence that tells of a day
    whole = any(s.date.value or s.date.weekday is not None for s in out)
    ends = whole and out[-1].date.clock and out[-1].date.weekday is not None and not text[start:].strip(" .،,|-–—)")
    if beside <= 2 and any(s.date.value for s in out):
        return out
    return out if rest <= (12 if named or byline else 8 if ends else 4 if whole else 1) else []


def _beside(text: str) -> int:
    """How many words stand beside a full date that no dateline is made of: hours, labels, towns and media don't count."""
    words = [w.lower() for w in split_words(text)]
    labels, known, k, rest = _labels(), media(), 0, 0
    while k < len(words):
        word = words[k]
        n = next((len(form) for form, _ in labels.get(word, ()) if tuple(words[k : k + len(form)]) == form), 0)
        n = n or next((j for j in (3, 2, 1) if tuple(words[k : k + j]) in towns()), 0)
        n = n or next((j for j in (4, 3, 2, 1) if k + j <= len(words) and tuple(words[k : k + j]) in known.suffixes), 0)
        n = n or (hit[1] if (hit := known.at(words, k)) else 0)
        rest += not n and not word.isdigit() and word not in _UNTOLD
        k += n or 1
    return rest


def _words(text: str) -> int:
    """How many words a dateline says beside its dates; numbers of views and the like don't count."""
    return sum(not w.isdigit() for w in split_words(text))


def choose(
    found: list[Stamp], *, lead: int, title: int, heads: bool = False, crawled: bool = False, told: tuple[int, int] | None = None
) -> Stamp | None:
    """The stamp that says when the article was published: a labelled one, or a bare one between title and body, or right above
    the title, or behind the body. Never one of an update, of the crawl, or of the top of the page (unless `heads`: the page's
    first line is known to head the article); nor one above the title where the page was `crawled` with "7 months ago" below it.
    The day of a numbered issue counts where nothing else is named.
    `told`: month and day of the dispatch's own head, which confirm a date above the title.

    >>> choose(stamps(Line("آخر تحديث: 1/6/2018"), 0), lead=1, title=0) is None
    True
    """
    good = [s for s in found if s.date.value and s.date.value >= "1990" and s.role not in ("updated", "crawl")]
    good.sort(key=lambda s: "Hijri" in s.date.why)  # the sun's day where both are given
    for fits in (
        lambda s: s.role == "published" and s.at >= title - 2,
        lambda s: s.role is None and title < s.at < lead,
        lambda s: s.role is None and s.at < lead,
        lambda s: s.role == "published",
        lambda s: s.role in ("above", "issue") and told is not None and (s.date.month, s.date.day) == told,
        lambda s: s.role == "above" and not crawled and (s.at == title - 1 and (s.at > 0 or heads) or s.at == title - 2 > 1),
        lambda s: s.role == "below",
        lambda s: s.role == "issue" and not crawled,
    ):
        if chosen := next((s for s in good if fits(s)), None):
            return chosen
    return None


def older(stamp: Stamp, said: str, *, title: int, lead: int) -> bool:
    """Does the dateline between title and body name a day before the one of the metadata, which then is that of a move to another
    system? No article is shown as older than it is. A first of January in the metadata is a system's blank.

    >>> older(stamps(Line("نشر في: 11 سبتمبر 2013"), 1)[0], "2019-02-18", title=0, lead=2)
    True
    """
    day = stamp.date.value
    if not day or len(day) < 10 or stamp.role not in (None, "published") or not title < stamp.at < lead:
        return False
    named, shown = date_of.fromisoformat(said[:10]), date_of.fromisoformat(day)
    if (shown.day, shown.month) == (named.month, named.day) and shown.year == named.year:
        return False  # 5/3 for 3/5
    return (named - shown).days > _MOVED or named != shown and said[4:10] == "-01-01" and stamp.role == "published"


def lines_date(value: str) -> str | None:
    """The ISO date or date-time of a metadata value; None where it's no real one.

    >>> lines_date("2018-05-31T18:56:00Z"), lines_date("0000-00-00")
    ('2018-05-31T18:56:00+00:00', None)
    """
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        found = datelines(value)
        return found[0].published if found and found[0].value and found[0].value > "1990" else None
    if not 1990 <= moment.year <= 2100:
        return None
    return moment.isoformat() if any(c in value for c in "T:") else moment.date().isoformat()


def day_told(body: str) -> tuple[int, int] | None:
    """Month and day that a dispatch's head names: "موسكو في 5 سبتمبر / وام /", "موسكو - 18 - 7 (كونا)".

    >>> day_told("موسكو في 5 سبتمبر / وام / التقى الوزيران"), day_told("موسكو - 18 - 7 (كونا) -- قال الكرملين")
    ((9, 5), (7, 18))
    """
    head = body[:45]
    if not any(c.isdigit() for c in head):
        return None
    if m := _NUMBERS.search(head):
        return int(m[2]), int(m[1])
    date = next((d for d in datelines(head) if d.month and d.day), None)
    return (date.month, date.day) if date and date.month and date.day and len(split_words(head[: date.start])) <= 3 else None


def in_lead(body: str) -> Dateline | None:
    """The full date an agency's dispatch begins with: "الرياض 31 مايو 2018 (واس) ..."; None where the text merely tells of a day.

    >>> in_lead("بيونغ يانغ - 31 مايو 2018 (تاس) - استقبل الزعيم الوزير").value
    '2018-05-31'
    """
    head = body[:90]
    found = datelines(head) if any(c.isdigit() for c in head) else []
    if not found or not found[0].value or len(split_words(head[: found[0].start])) > 3:
        return None
    behind = head[found[0].end : found[0].end + 3].strip()
    return found[0] if behind[:1] in ("(", "/", "-", "–", "—", "[", ":", "\u0640") else None


def in_address(url: str | None) -> str | None:
    """The day an address names: /2019/04/25/, /2019-04-25-, /20190425; never an archive's.

    >>> in_address("https://example.net/world/2019/04/25/vladivostok"), in_address("https://example.net/2019")
    ('2019-04-25', None)
    """
    path = urlsplit(url).path if url and "archive.org" not in url else ""
    for m in _IN_PATH.finditer(path):
        year, month, day = (int(g) for g in m.groups() if g)
        try:
            return date_of(year, month, day).isoformat()
        except ValueError:
            continue
    return None
