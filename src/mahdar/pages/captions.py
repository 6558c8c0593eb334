"""Captions of pictures told from an article's own lines: by the credit behind them, or the title with more words."""

from __future__ import annotations

import re
from functools import cache

from ..arabic.letters import fold
from ..lexicon.table import alternatives
from .credits import towned, towns
from .knowledge import rows, words_in, words_of
from .lines import FUNCTION, OPENERS, Line, joins, split_words
from .media import named

#: "… في موعده. (رويترز)" at the body's end
CREDITED = re.compile(r"[\s\-–—]*[(/\[]([^()/\[\]]{2,30})[)/\]]\s*$")
#: "الوزيران في القصر. (سامر عيد)": a name, and no word glued to the bracket
_TAKEN_BY = re.compile(r"\s[(\[]\s*([\u0621-\u064a][^()\[\]\d:،.]{4,40})[)\]][\s.]*$")
_JOINTS = re.compile(r"\s*[:/،–—-]+\s*")
#: "الوزيران في جنيف - تاس", "الوزيران في جنيف Sputnik"
_BEHIND = re.compile(r"(?:\s[-–—|/]\s*|(?<=\w)[-–—]\s|\s(?=[A-Za-z]+$))([^-–—|/]{2,30})$")


@cache
def photo() -> re.Pattern[str]:
    """A photographer's credit behind a caption, glued to it perhaps: "…صورة: dpa"."""
    return re.compile("(?:" + "|".join(re.escape(f) for row in rows("sites", role="photo") for f in alternatives(row["forms"])) + r")\s*:")


#: words that lead to a photographer's name: تصوير, عدسة
_TAKEN = words_in("sites", "photo")
#: one of these is among the last words of a picture's credit without brackets
ENDS = _TAKEN | words_in("sites", "archive")
#: what may be a picture's credit at a line's end: in brackets, or behind a dash or a stop
_LAST = re.compile(r"[(\[]\s*([^()\[\]]{3,60}?)\s*[)\]][\s.]*$|(?:\s[-–—|/]\s*|[.،,]\s+|(?<=\w)[-–—]\s)([^-–—|/.()،,]{3,40})[\s.]*$")


def pictured(text: str) -> bool:
    """Does a line end in what only a picture's credit says: that it's from an archive, or who took it?

    >>> pictured("الوزيران بعد توقيع الاتفاق في جنيف. (أرشيفية: الإنترنت)"), pictured("قال ذلك الوزير. (رويترز)")
    (True, False)
    """
    m = _LAST.search(text, max(0, len(text) - 70))
    if m is None or m.start() < 8:
        return False
    if m[1] and m.start() < 110 and (medium := named(m[1])) and medium.kind == "agency":  # "الوزيران خلال لقائهما أمس. (رويترز)"
        shown = split_words(text[: m.start()])
        return len(shown) < 15 and bool(words_of("pictures") & set(shown[1:])) and shown[0] not in OPENERS and not joins(shown[0])
    what = m[1] or m[2]
    words = [w.lower() for w in split_words(what)]
    archive, beside = words_in("sites", "archive"), words_in("sites", "beside")
    if words and any(w in archive for w in words):
        return all(w in archive or w in beside or w.isdigit() for w in words)
    taken = photo().match(what) or words and words[0] in _TAKEN and (m[1] or words[0] not in words_in("sites", "beside"))
    return bool(taken) and len(words) <= 6


def captions(line: Line, name: str | None) -> bool:
    """Is a line above the body a picture's: a credit in brackets at its end, or the title with more words behind it?

    >>> captions(Line("الوزيران لدى لقائهما في جنيف (رويترز)"), None)
    True
    """
    if len(line.words) > (4 if line.stopped else 3) and (m := CREDITED.search(line.text)) and not towned(line.text):
        if (medium := named(m[1])) and medium == named(line.text[: m.start()]):
            return False  # "وكالة الصحافة الفرنسية (أ ف ب)"
        if medium or line.text[: m.start()][-1:] == "." or fold(m[1]).strip().lower() in words_in("sites", "pictures"):
            return True
    if not line.prose and photo().search(line.text):
        return True
    least = 3 if any(w in FUNCTION for w in line.words) else 4
    m = _BEHIND.search(line.text) if not line.stopped and least < len(line.words) < 26 and not towned(line.text) else None
    if m and fold(m[1]).strip().lower() in words_in("sites", "pictures") and not named(m[1]):
        return True
    if m and (medium := named(m[1])):
        return not medium.network and not named(line.text[: m.start()])  # "وكالة الأنباء السعودية - الرياض" signs
    words = Line(name).words if name else []
    return len(words) >= 4 and len(line.words) > len(words) and line.words[: len(words)] == words and not line.prose


def shows(line: Line) -> bool:
    """Is a line between title and body a picture's though no agency stands behind it: a photographer's name in brackets, or people
    shown at a meeting, and no verb that tells of it?

    >>> shows(Line("الوزيران في القصر الرئاسي (سامر عيد)")), shows(Line("الوزير متحدثا إلى الصحافيين"))
    (True, True)
    >>> shows(Line("الوزير يتحدث إلى الصحافيين"))
    False
    """
    if not 3 < len(line.words) <= 25 or joins(line.words[0]) or line.words[0] in OPENERS:
        return False
    if m := _TAKEN_BY.search(line.text):
        words = split_words(m[1])
        telling = FUNCTION | words_of("title-note") | words_in("sites", "archive")
        return len(split_words(line.text[: m.start()])) > 2 and 2 <= len(words) <= 4 and telling.isdisjoint(words)
    if line.stopped or len(line.words) > 16 or any(c in line.text for c in ":«\"“؟"):
        return False
    if any(w in OPENERS or w[0] == "ي" and len(w) > 3 for w in line.words):
        return False
    events, times = words_of("event"), words_of("when-taken")
    met = any(w in times and line.words[k + 1] in events for k, w in enumerate(line.words[:-1]) if k > 1)
    return met or any(w in words_of("doing") for w in line.words[1:])


def signature(line: Line, names: set[str]) -> bool:
    """Is a short line nothing but media, towns and words such as متابعات, `names` being the words of the site's own name?

    >>> signature(Line("الوئام - متابعات :"), set()), signature(Line("موعد القمة - قريب"), set())
    (True, False)
    """
    parts = [p for p in _JOINTS.split(line.text.strip(" .:-–—|/()")) if p.strip()]
    if not 1 <= len(parts) <= 5 or len(line.words) > 8:
        return False
    known = words_in("sites", "many") | words_in("sites", "capitals") | words_in("sites", "sign")
    told = [named(p) is not None or bool(words := split_words(p)) and (set(words) <= names or fold(p).strip() in known) for p in parts]
    return all(t or tuple(split_words(p)) in towns() for t, p in zip(told, parts, strict=True)) and any(told)


def signs(line: Line) -> bool:
    """Is a short line a town with its paper or agency: "سيول: «الشرق الأوسط»"?

    >>> signs(Line("واشنطن - (أ ف ب)"))
    True
    """
    return len(line.words) <= 9 and not line.stopped and any(named(p) for p in _JOINTS.split(line.text)[1:] if p)
