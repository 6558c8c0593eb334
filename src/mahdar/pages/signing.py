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
    labelled = _labelled().search(tail)
    if labelled and (labelled["colon"] or any(c in labelled["mark"] for c in ".!؟([-–—")):
        what = labelled["what"].strip(" .()[]-–—/")
        if offset + labelled.start() > 20 and _credit(what, apart=True):
            return _signed(labelled, offset, what)
    for m in _BRACKETED.finditer(tail):
        what = re.sub(rf"^{_label()}\s*:?\s*", "", m["what"])
        apart = any(c in m["mark"] for c in ".!؟?-–—")
        if offset + m.start() > 20 and (apart or m["open"] not in "«“\"") and _credit(what, apart=apart) and not _speaks(tail[: m.start()]):
            return _signed(m, offset, what)
    dashed = _DASHED.search(tail)
    if dashed and offset + dashed.start() > 20 and dashed["mark"].strip() and len(dashed["what"].split()) <= 6:
        if _credit(dashed["what"], apart=False) and not _speaks(tail[: dashed.start()]):
            return _signed(dashed, offset, dashed["what"].strip())
    return None


def _signed(m: re.Match[str], offset: int, what: str) -> Signed:
    """The credit of a match; the sentence's own stop stays with it."""
    return Signed(offset + m.start() + (m["mark"][:1] in ".!؟?»\"”"), what)


def _credit(text: str, *, apart: bool) -> bool:
    """Does a short text name agencies or "وكالات" and nothing else; outlets too where it stands `apart` from the sentence?"""
    if medium := named(text.strip()):
        return medium.kind == "agency" or apart and not medium.network
    words = split_words(text)
    if not words or any(w.isdigit() or w in role("report") for w in words):
        return False
    if all(w in words_in("sites", "many") for w in words):
        return True
    known = in_credit(text)
    return bool(known) and len(words) <= 1 + 3 * len(known) and (apart or any(m.kind == "agency" for m in known))


def _speaks(text: str) -> bool:
    """Does the sentence itself lead to the name behind it: "بحسب وكالة (رويترز)", "وكالة الأنباء السعودية (واس)"?"""
    if text.rstrip().endswith((".", "!", "؟", "?")):
        return False
    words = split_words(text[-60:])
    last = words[-5:]
    return bool(words) and (last[-1] in role("report") or last[-1] == "ل" or any(w in role("kind") for w in last))
