"""Calendar values in words: "on 31 May 2018", "in September 2023", "before 18 July 2018", and the same in Arabic."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ..lexicon.table import Row, read_table

EN, AR = "en", "ar"


@lru_cache(maxsize=1)
def _words() -> dict[str, Row]:
    return read_table(Path(__file__).with_name("dates.tsv"), columns=(EN, AR)).rows


def spoken(value: str, language: str = EN) -> str:
    """A day, month or year in words, without its preposition.

    >>> spoken("2018-05-31"), spoken("2023-09"), spoken("2018-05-31", "ar")
    ('31 May 2018', 'September 2023', '31 مايو 2018')
    """
    parts = value.split("-")
    year = parts[0]
    if len(parts) == 1:
        return year
    month = _words()[str(int(parts[1]))][language]
    return f"{month} {year}" if len(parts) == 2 else f"{int(parts[2])} {month} {year}"


def when(value: str | None, language: str = EN) -> str:
    """The value with its preposition; "" for None.

    >>> when("2018-05-31"), when("2018-05-30/2018-05-31"), when("2018")
    ('on 31 May 2018', 'from 30 May to 31 May 2018', 'in 2018')
    >>> when("2018", "ar")
    'في عام 2018'
    """
    if not value:
        return ""
    words = _words()
    a, _, b = value.partition("/")
    if b:
        first = spoken(a, language)
        if a[:4] == b[:4]:
            first = first.removesuffix(" " + a[:4])
        return words["from"][language].format(D=first, E=spoken(b, language))
    kind = ("year", "month", "day")[value.count("-")]
    return words[kind][language].format(D=spoken(value, language))


def before(day: str, language: str = EN) -> str:
    """For an undated act already told on the day.

    >>> before("2018-07-18")
    'before 18 July 2018'
    """
    return _words()["before"][language].format(D=spoken(day, language))


def where(place: str, language: str = EN) -> str:
    """The place with its preposition.

    >>> where("Pyongyang")
    'in Pyongyang'
    """
    return _words()["where"][language].format(P=place)
