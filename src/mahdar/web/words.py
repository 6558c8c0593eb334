"""The interface's own words in both languages, and the text of pages made safe to show."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from ..lexicon import read_table

LANGUAGES = ("en", "ar")
# what could make a page's words show in another order than they stand in; controls that show nothing
_HIDDEN = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x0, 0x9), *range(0xE, 0x20), 0x7F))


@cache
def _words() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in read_table(Path(__file__).with_name("words.tsv"), columns=("id", *LANGUAGES))}


def _amount(n: int, lang: str) -> str:
    """Which form of a noun goes with a number: Arabic has one, two, three to ten, and more."""
    if n == 1 or (n == 2 and lang == "ar"):
        return ("one", "two")[n - 1]
    return "few" if lang == "ar" and 3 <= n % 100 <= 10 else "many"


def word(key: str, lang: str, n: int | None = None) -> str:
    """A word of the interface; with a number, so many of them; the key itself, in plain letters, where there's none.

    >>> word("held", "ar"), word("heavy_weapons", "en"), word("article", "en", 5), word("article", "ar", 5)
    ('حصل', 'heavy weapons', '5 articles', '5 مقالات')
    """
    if n is not None:
        return word(f"{key}_{_amount(n, lang)}", lang).replace("#", str(n))
    row = _words().get(key)
    return row[lang] if row and row[lang] else key.replace("_", " ")


def shown(text: object) -> str:
    """Page text as it may be shown: its letters, without direction overrides and control characters.

    >>> shown("قال\\u202e لافروف")
    'قال لافروف'
    """
    return "" if text is None else str(text).translate(_HIDDEN)


class Tongue:
    """The interface's language, as templates use it: `t('held')`, `t('article', 3)`, `t.name(id, english)`."""

    def __init__(self, lang: str, arabic: Callable[[str], str | None] | None = None) -> None:
        self.lang = lang
        self.arabic = cache(arabic) if arabic else None

    def __call__(self, key: str, n: int | None = None) -> str:
        return word(key, self.lang, n)

    def name(self, id: str | None, english: str) -> str:
        """What somebody is called here: in Arabic, where the interface is Arabic and the record knows the Arabic name."""
        return (self.arabic(id) if self.lang == "ar" and id and self.arabic else None) or english
