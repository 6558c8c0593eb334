"""Lines of a page with what can be seen of them: their words folded, whether they read as prose, how much is link."""

from __future__ import annotations

import re

from ..arabic.letters import fold
from ..lexicon.table import alternatives
from .knowledge import rows, words_of

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W\d_]+)*")
_EDGE = " \t\r\n\u200b-\u200f\ufeff"
_ENDED = re.compile(r"[.!؟?…»\"”:؛)\]]\s*$")
_LABEL = re.compile(r"\W*\w+\s*:")
#: how titles end now and then, and paragraphs seldom
_ASKS = re.compile(r"(?:[!؟?…]|\.\.)\W*$")
_STOP = re.compile(r"[.!؟?…]\W*(?:[(/\[][^()/\[\]]{2,20}[)/\]]\W*)?$")


def words_in_fold(folded: str) -> list[str]:
    """The words of a text that is folded already."""
    return _WORD.findall(folded)


def split_words(text: str) -> list[str]:
    """The folded words of a text, punctuation left out.

    >>> split_words("إقرأ أيضاً: الكرملين…")
    ['اقرا', 'ايضا', 'الكرملين']
    """
    return _WORD.findall(fold(text))


class Line:
    """One line or block of a page. `tag` is the HTML element ('' in text), `link` the share of its letters inside links,
    `box` the container it stands in, `home` the element it is a paragraph or title of, `hint` what class names say of it (kind of
    furniture or '')."""

    __slots__ = ("text", "tag", "link", "box", "home", "hint", "_words", "stamp", "_prose")

    def __init__(
        self, text: str, *, tag: str = "", link: float = 0.0, box: int = 0, hint: str = "", words: list[str] | None = None
    ) -> None:
        self.text, self.tag, self.link, self.box, self.hint = text, tag, link, box, hint
        self.home = -1  # the element whose paragraph or title this is; -1 in text
        self._words = words
        self.stamp = ""  # a <time> element's own value
        self._prose: bool | None = None

    def __repr__(self) -> str:
        return f"Line({self.text[:40]!r}, {self.tag!r}, {self.link:.1f})"

    @property
    def words(self) -> list[str]:
        """The folded words."""
        if self._words is None:
            self._words = split_words(self.text)
        if self._words and self._words[0] in _OTHERS and self.text.lstrip(_EDGE).startswith(_AS_PRINTED):
            self._words = [self._words[0][:-1], *self._words[1:]]
        return self._words

    @property
    def ended(self) -> bool:
        """Does it end as a sentence ends?"""
        return bool(_ENDED.search(self.text))

    @property
    def stopped(self) -> bool:
        """Does it end with a full stop or its like?"""
        return bool(_STOP.search(self.text))

    @property
    def prose(self) -> bool:
        """Does it read as running text rather than a title, a label or a menu?

        >>> Line("وقال الوزير إن بلاده مستعدة للحوار.").prose, Line("سياسة اقتصاد رياضة").prose
        (True, False)
        """
        if self._prose is None:
            self._prose = self._is_prose()
        return self._prose

    def _is_prose(self) -> bool:
        if self.link > 0.6:
            return False
        n = len(self.words)
        if n < 4 or self.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "time") or self.link > 0.6:
            return False
        if self.text.count("|") > 1 and not (n > 15 and self.stopped):
            return False
        small = sum(w in FUNCTION for w in self.words)
        joined = joins(self.words[0])
        if self.words[0] in OPENERS and n >= 6 and not _LABEL.match(self.text) and (joined or self.stopped or n >= 12):
            return True
        asks = n < 16 and self.words[0][0] != "و" and _ASKS.search(self.text) is not None
        if n >= 5 and self.stopped and (small or n >= 8) and not asks:
            return True
        if self.stopped and self.words[0][0] == "و" and len(self.words[0]) >= 4:
            return True
        if n >= (9 if joined or self.stopped else 14) and self.ended and small >= 2 and not asks:
            return True
        return n >= 20 and small * 12 >= n or n >= 14 and small >= 3


FUNCTION = words_of("function")
OPENERS = words_of("opener")
_WAW = words_of("waw")
#: words that open a title and fold to one that opens a paragraph: "والي الخرطوم" is no "وإلى", and must not be taken for it
_OTHERS = words_of("folded-alike")
_AS_PRINTED = tuple(form for row in rows("words", role="folded-alike") for form in alternatives(row["forms"]))
_SUFFIXES = frozenset(fold("ةاي"))


def joins(word: str) -> bool:
    """Does a first word tie its sentence to what went before: و and a word whose own letter it isn't?

    >>> joins("واستدعت"), joins("وقتل"), joins("وزيرا")
    (True, True, False)
    """
    if not word.startswith("و") or len(word) < 3:
        return False
    return word in OPENERS or word not in _WAW and not (word[-1] in _SUFFIXES and word[:-1] in _WAW)
