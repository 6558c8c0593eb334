"""The credit behind an article's last word: in brackets, behind a dash, behind "المصدر"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..lexicon.table import alternatives
from .credits import in_credit, role
from .knowledge import rows, words_in
from .lines import split_words
from .media import named

_BRACKETED = re.compile(
    r"(?P<mark>[\s.!؟?»\"”،,\-–—/]*)(?P<open>[(\[/«“\"])\s*(?P<what>[^()\[\]«»\"“”\n]{2,70}?)\s*[)\]/»”\"][\s.\-–—]*(?:[(/\s]*(?:\w{1,3}\b[\s./)\-–—]*){1,6})?$"
)
_DASHED = re.compile(r"(?P<mark>[.!؟?»\"”]?\s[-–—/*]+\s*|[.!؟?]\s+|[\s.]*)(?P<what>[^-–—/().؟!?\n]{2,60})[\s.\-–—]*$")



@cache
def _label() -> str:
    """A pattern of the words that lead to a credit: المصدر, نقلا عن."""
    forms = sorted((f for row in rows("sites", role="credit") for f in alternatives(row["forms"])), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, forms)) + ")"


@cache
def _labelled() -> re.Pattern[str]:
    """A credit with its label at a text's end: ". المصدر: تاس", "(المصدر: تاس)"."""
    return re.compile(rf"(?P<mark>[\s.(\[،,\-–—!؟»”\"]*)(?<!\w){_label()}\s*(?P<colon>[:：/|]?)\s*(?P<what>[^:\n]{{2,60}})$")


class Signed(NamedTuple):
    """A credit behind a text: where the text ends, and the words of the credit."""

    end: int
    credit: str


def at_end(text: str) -> Signed | None:
    """The credit behind a text's last word, in brackets, behind a dash or behind "المصدر"; None where the text itself speaks of a medium.

    >>> at_end("ستعقد القمة في موعدها. (رويترز، أ ف ب)").credit
    'رويترز، أ ف ب'
    """
    tail = text[-110:]
    offset = len(text) - len(tail)
    if m := _labelled().search(tail):
        what = m["what"].strip(" .()[]-–—/")
        if offset + m.start() > 20 and _credit(what) and (m["colon"] or m["mark"].strip()):
            return Signed(offset + m.start() + (m["mark"][:1] in ".!؟»”\""), what)
    for m in _BRACKETED.finditer(tail):
        quoted = m["open"] in "«“\""
        if offset + m.start() < 20 or quoted and not any(c in m["mark"] for c in ".!؟?-–—"):
            continue
        what = re.sub(rf"^{_label()}\s*:?\s*", "", m["what"])
        if _credit(what) and not _speaks(tail[: m.start()]):
            return Signed(offset + m.start() + (m["mark"][:1] in ".!؟?»\"”"), what)
    if (m := _DASHED.search(tail)) and offset + m.start() > 20 and m["mark"].strip() and len(m["what"].split()) <= 6:
        if _credit(m["what"]) and not _speaks(tail[: m.start()]):
            return Signed(offset + m.start() + (m["mark"][:1] in ".!؟?»\"”"), m["what"].strip())
    return None


def _credit(text: str) -> bool:
    """Does a short text name agencies, "وكالات" or an outlet, and nothing else?"""
    if medium := named(text.strip()):
        return not medium.network
    words = split_words(text)
    known = in_credit(text)
    return bool(known) and len(words) <= 4 + 3 * len(known) or bool(words) and all(w in words_in("sites", "many") for w in words)


def _speaks(text: str) -> bool:
    """Does the sentence itself lead to the name behind it: "بحسب وكالة (رويترز)"?"""
    words = split_words(text[-40:])
    kinds, reports = role("kind"), role("report")
    if not words or text.rstrip().endswith((".", "!", "؟", "?")):
        return False
    return words[-1] in kinds or words[-1] in reports or words[-1] == "ل"


