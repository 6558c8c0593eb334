"""The interface's own words in both languages, and the text of pages made safe to show."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..english.dates import spoken
from ..lexicon import read_table

LANGUAGES = ("en", "ar")
TABLES = Path(__file__).parent.parent / "lexicon" / "tables"
LONGEST = 1200  # letters of a name, title or quotation outside its article
# what could make a page's words show in another order than they stand in; controls that show nothing
_HIDDEN = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x0, 0x9), *range(0xE, 0x20), 0x7F,
                         0x200E, 0x200F, 0x061C))  # fmt: skip


@cache
def _words() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in read_table(Path(__file__).with_name("words.tsv"), columns=("id", *LANGUAGES))}


@cache
def _states() -> dict[str, dict[str, str]]:
    table = read_table(TABLES / "states.tsv", columns=("id", "name", "name_ar"))
    return {row["id"].removeprefix("state:"): {"en": row["name"], "ar": row["name_ar"]} for row in table}


@cache
def _media() -> dict[str, str]:
    table = read_table(TABLES / "media.tsv", columns=("id", "name", "name_ar"))
    return {row["name"]: row["name_ar"] for row in table if row["name_ar"]}


def _amount(n: int, lang: str) -> str:
    """Which form of a noun goes with a number: Arabic has one, two, three to ten, and more."""
    if n == 1 or (n == 2 and lang == "ar"):
        return ("one", "two")[n - 1]
    return "few" if lang == "ar" and 3 <= n % 100 <= 10 else "many"


def grouped(n: int) -> str:
    """A number with its thousands parted.

    >>> grouped(19995)
    '19,995'
    """
    return f"{n:,}"


def word(key: str, lang: str, n: int | None = None) -> str:
    """A word of the interface; with a number, so many of them; the key itself, in plain letters, where there's none.

    >>> word("held", "ar"), word("heavy_weapons", "en"), word("article", "en", 5), word("article", "ar", 5)
    ('وقع', 'heavy weapons', '5 articles', '5 مقالات')
    """
    if n is not None:
        form = f"{key}_{_amount(n, lang)}"
        return word(form if form in _words() else key, lang).replace("#", grouped(n))
    row = _words().get(key)
    return row[lang] if row and row[lang] else key.replace("_", " ")


def has(key: str) -> bool:
    """Whether the interface has a word of its own for it."""
    return key in _words()


def day_in_words(value: str | None, lang: str, *, weekday: bool = False) -> str:
    """A day, month, year or interval as people write it; a clock time is left out.

    >>> day_in_words("2018-05-31", "en", weekday=True), day_in_words("2018-05-30/2018-06-01", "ar")
    ('Thursday 31 May 2018', '30 مايو – 1 يونيو 2018')
    >>> day_in_words("2019-02-27/2019-02-28", "en")
    '27–28 February 2019'
    """
    if not value:
        return ""
    ends = [part[:10] for part in str(value).split("/")]
    try:
        said = [spoken(part, lang) for part in ends]
        if len(ends) == 2 and ends[0][:4] == ends[1][:4] and len(ends[0]) == len(ends[1]) == 10:
            day, _, rest = said[0].partition(" ")
            same_month = ends[0][:7] == ends[1][:7]
            return f"{day}–{said[1]}" if same_month else f"{day} {rest.removesuffix(f' {ends[0][:4]}')} – {said[1]}"
        if weekday and len(ends) == 1 and len(ends[0]) == 10:
            named = word(f"weekday_{date.fromisoformat(ends[0]).weekday()}", lang)
            return f"{named} {said[0]}"
    except (KeyError, ValueError):
        return str(value)
    return " – ".join(said)


def whole(text: object) -> str:
    """Page text as it may be shown: its letters, without direction overrides and control characters.

    >>> whole("قال\\u202e لافروف")
    'قال لافروف'
    """
    return "" if text is None else str(text).translate(_HIDDEN)


def shown(text: object, most: int = LONGEST) -> str:
    """The same, cut at a blank where it is longer than anything that makes sense there.

    >>> shown("وزير الخارجية الروسي", 14)
    'وزير الخارجية …'
    """
    full = whole(text)
    if len(full) <= most:
        return full
    at = full.rfind(" ", most // 2, most + 1)
    return f"{full[: at if at > 0 else most].rstrip()} …"


class Named(NamedTuple):
    """What somebody is called in English and Arabic, and whether no page is made of them."""

    name: str
    name_ar: str | None
    private: bool


_HOLDS = re.compile(
    r"no report here (?P<what>that it was held|of its being carried out); the record has "
    r"(?P<n>no|\d+) (?P<later>later )?articles?(?: of (?P<from>\S+) to (?P<to>\S+)|, the last of (?P<last>\S+))?"
)


def holds_in_words(holds: str, lang: str) -> str | None:
    """What the record holds for the time of a promise, in the interface's language; None for words it doesn't know.

    >>> holds_in_words("no report here that it was held; the record has no articles of 2018-10-01 to 2018-10-15", "ar")
    'لا خبر هنا عن وقوعه، وليس في السجل مقالات من 1–15 أكتوبر 2018'
    """
    m = _HOLDS.fullmatch(holds)
    if m is None:
        return None
    what = word("holds_held" if m["what"].endswith("held") else "holds_done", lang)
    some = "none" if m["n"] == "no" else "some"
    said = word(f"holds_{'later' if m['later'] else 'then'}_{some}", lang)
    days = day_in_words(f"{m['from']}/{m['to']}" if m["from"] else m["last"], lang)
    articles = word("article", lang, int(m["n"])) if some == "some" else ""
    return what + said.replace("#", articles).replace("@", days)


class Tongue:
    """The interface's language, as templates use it: `t('held')`, `t('article', 3)`, `t.name(id, english)`."""

    def __init__(
        self, lang: str, names: Callable[[str], Named | None] | None = None, arabic: Callable[[str], str | None] | None = None
    ) -> None:
        self.lang = lang
        self._names = names
        self._arabic = arabic

    def __call__(self, key: str, n: int | None = None) -> str:
        return word(key, self.lang, n)

    def name(self, id: str | None, english: str | None = None) -> str:
        """What somebody is called here: in Arabic, where the interface is Arabic and the Arabic name is known."""
        known = self._names(id) if id and self._names else None
        if self.lang == "ar":
            arabic = known.name_ar if known else None
            if not arabic and english:
                arabic = _media().get(english) or (self._arabic(english) if self._arabic else None)
            return arabic or english or (known.name if known else id or "")
        return english or (known.name if known else id or "")

    def dossier(self, id: str | None) -> bool:
        """Whether there is a page of somebody."""
        known = self._names(id) if id and self._names else None
        return known is not None and not known.private

    def country(self, code: str | None) -> str:
        """A country's name by its three letters; the letters themselves where it has none."""
        if code == "IGO":
            return self("international")
        return _states().get(code or "", {}).get(self.lang) or code or ""

    def outlet(self, name: str | None) -> str:
        """An outlet's or agency's name."""
        return self.name(None, name) if name else self("not_known")

    def day(self, value: str | None) -> str:
        """A day, month, year or interval in words."""
        return day_in_words(value, self.lang)

    def weekday(self, value: str | None) -> str:
        """A day in words with its weekday; what is less precise, without."""
        return day_in_words(value, self.lang, weekday=True)

    def sort(self, kind: str) -> str:
        """What sort of thing an entity is: a person, a place."""
        return self(f"is_{kind}" if has(f"is_{kind}") else kind)

    def holds(self, text: str) -> str | None:
        """What the record holds for the time of a promise, in this language."""
        return holds_in_words(text, self.lang)

    def number(self, n: int) -> str:
        """A number as people write it."""
        return grouped(n)


def country_code(text: str) -> str | None:
    """The three letters of a country given by them, or by its name in either language; None for anything else.

    >>> country_code("rus"), country_code("روسيا"), country_code("Kim Jong Un")
    ('RUS', 'RUS', None)
    """
    from ..arabic.letters import fold

    asked = text.strip()
    if len(asked) == 3 and asked.isascii() and asked.upper() in _states():
        return asked.upper()
    folded = fold(asked).casefold()
    return next((c for c, row in _states().items() if folded in (row["en"].casefold(), fold(row["ar"]).casefold())), None)
