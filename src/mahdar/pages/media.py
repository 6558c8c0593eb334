"""Agencies and outlets of the lexicon as pages credit them: by a form, a site's name, a domain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from ..lexicon.table import Row, alternatives, read_table
from .knowledge import rows, words_of
from .lines import split_words

_DIGITS = re.compile(r"([^\W\d])(\d)")
_BEHIND = re.compile(r"([^()]+)\([^()]*\)")
#: the user's tables of media
_own: tuple[Path, ...] = ()
MEDIA = Path(__file__).parent.parent / "lexicon" / "tables" / "media.tsv"


class Medium(NamedTuple):
    """An agency or outlet: its id, English name, kind, home zone and country."""

    id: str
    name: str
    kind: str
    zone: str
    country: str
    carrier: bool = False  # gathers others' articles
    network: bool = False  # a social network


class Media:
    """The media by the folded words of their forms and by domain."""

    def __init__(self, table: list[Row], carriers: frozenset[str] = frozenset(), networks: frozenset[str] = frozenset()) -> None:
        self.forms: dict[tuple[str, ...], Medium] = {}
        self.heads: dict[str, list[tuple[str, ...]]] = {}
        self.domains: dict[str, Medium] = {}
        self.by_name: dict[str, Medium] = {}
        self.suffixes: dict[tuple[str, ...], list[Medium]] = {}  # site names, where nothing else stands beside them
        self.credits: dict[tuple[str, ...], list[Medium]] = {}  # short names, in credit lines and brackets only
        for row in table:
            medium = Medium(
                row["id"],
                row["name"],
                row["kind"],
                row.get("zone", ""),
                row.get("country", ""),
                row["id"] in carriers,
                row["id"] in networks,
            )
            self.by_name.setdefault(medium.name, medium)
            for form in [row["name"], row.get("name_ar", ""), *alternatives(row.get("forms", ""))]:
                words = tuple(w.lower() for w in split_words(form))
                if words and words not in self.forms:
                    self.forms[words] = medium
                    self.heads.setdefault(words[0], []).append(words)
            for column, held in (("suffixes", self.suffixes), ("credits", self.credits)):
                for form in alternatives(row.get(column, "")):
                    found = held.setdefault(tuple(w.lower() for w in split_words(form)), [])
                    if medium not in found:  # two spellings of one name fold alike
                        found.append(medium)
            for domain in alternatives(row.get("domains", "")):
                self.domains.setdefault(domain.lower(), medium)
        #: how long the forms are that start with a word, the longest first
        self.lengths = {head: sorted({len(f) for f in forms}, reverse=True) for head, forms in self.heads.items()}
        #: every word at which a form may start, with ل, ب, و, ك before it or not
        to_agencies = {"لل" + form[0][2:] for form, m in self.forms.items() if m.kind == "agency" and form[0].startswith("ال")}
        self.begins = frozenset(self.heads) | {p + w for w in self.heads for p in "لبوك"} | to_agencies

    def at(self, words: list[str], k: int) -> tuple[Medium, int] | None:
        """The medium whose form starts at word k, and the form's length in words; the longest form."""
        for n in self.lengths.get(words[k], ()):
            form = tuple(words[k : k + n])
            if len(form) == n and form in self.forms:
                return self.forms[form], n
        return None


@cache
def media() -> Media:
    """The media of the lexicon's table, and of the user's, whose rows replace ours of the same id."""
    carriers, networks = (frozenset(f for row in rows("sites", role=r) for f in alternatives(row["forms"])) for r in ("carrier", "network"))
    table = {row["id"]: row for path in (MEDIA, *_own) for row in read_table(path)}
    return Media(list(table.values()), carriers, networks)


def use(folders: Iterable[str | Path] = ()) -> None:
    """From now on the `media.tsv` of the user's folders counts too; of none where none is given.

    Errors: LexiconError, once a page is read, for a table that can't be trusted.
    """
    global _own
    own = tuple(path for folder in folders if (path := Path(folder) / MEDIA.name).exists())
    if own != _own:
        _own = own
        media.cache_clear()
        named.cache_clear()


@cache
def decor() -> frozenset[str]:
    """Words that stand around a site's name and say nothing of it: موقع, بوابة, الإخباري."""
    return frozenset(w for row in rows("sites", role="decor") for form in alternatives(row["forms"]) for w in split_words(form))


@lru_cache(maxsize=50_000)
def named(text: str) -> Medium | None:
    """The medium a short text names and nothing else, words such as "موقع" and "الإخباري" around it stepped over; None where
    two outlets share the name.

    >>> named("بوابة الشروق").name, named("موقف بلاده")
    ('Shorouk', None)
    """
    words = [w.lower() for w in split_words(text)]
    if not words or len(words) > 10 or all(w in words_of("section") for w in words) and not _whole(words):
        return None
    if len(words) > 2 and all(len(w) == 1 and w.isascii() for w in words):
        words = ["".join(words)]
    bare = [w for w in words if w not in decor()]
    parted = [w.lower() for w in split_words(_DIGITS.sub(r"\1 \2", text))]
    for candidate in (words, bare, parted, [w[2:] for w in bare if w.startswith("ال")] if len(bare) == 1 else []):
        if candidate and (found := _exactly(tuple(candidate))) is not None:
            return found[0] if len(found) == 1 else None
    if len(words) <= 6 and (latin := [w for w in words if w.isascii() and not w.isdigit()]) and 0 < len(words) - len(latin):
        arabic = [w for w in words if not w.isascii()]  # "وكالة أنباء هاوار ANHA"
        for candidate in (latin, arabic if len(arabic) > 1 else []):
            same = (_exactly(tuple(candidate)) or []) if candidate else []
            if len(same) == 1 and not same[0].network:
                return same[0]
    if (m := _BEHIND.fullmatch(text.strip())) and (medium := named(m[1])):  # "وكالة الأنباء الأردنية (بترا)"
        return medium
    host = re.fullmatch(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)(?:/\S*)?", text.strip().lower())
    return by_url("http://" + host[1]) if host else None


def _whole(words: list[str]) -> bool:
    """Are words that all name sections a medium's name all the same: "أخبار الخليج"?"""
    return tuple(words) in media().forms or len(words) > 1 and tuple(words) in media().suffixes


def shared(text: str) -> bool:
    """Is this the name of several outlets, and nothing else: "النهار"?"""
    words = [w.lower() for w in split_words(text)]
    return any(len(_exactly(tuple(w)) or ()) > 1 for w in (words, [w for w in words if w not in decor()]) if w)


def of_country(text: str, country: str | None) -> Medium | None:
    """Of the media that share a name the one of a country; None where that isn't one alone."""
    words = [w.lower() for w in split_words(text)]
    for candidate in (words, [w for w in words if w not in decor()]):
        if len(found := [m for m in _exactly(tuple(candidate)) or () if country and m.country == country]) == 1:
            return found[0]
    return None


def _exactly(words: tuple[str, ...]) -> list[Medium] | None:
    """The media of exactly these words: a site's name first, then a form, then a short name."""
    known = media()
    if words in known.suffixes:
        return known.suffixes[words]
    if words in known.forms:
        return [known.forms[words]]
    return known.credits.get(words)


def by_url(url: str | None) -> Medium | None:
    """The medium a URL's domain belongs to.

    >>> by_url("https://arabic.rt.com/world/1") and by_url("https://arabic.rt.com/world/1").name
    'RT Arabic'
    """
    host = (urlsplit(url).hostname or "") if url else ""
    parts = host.split(".")
    for k in range(len(parts) - 1):
        if medium := media().domains.get(".".join(parts[k:])):
            return medium
    return None


def by_label(label: str | None) -> Medium | None:
    """The only medium with a domain of that name, as data sets call their sources.

    >>> by_label("alriyadh") and by_label("alriyadh").name
    'Al-Riyadh'
    """
    found = {m.id: m for domain, m in media().domains.items() if domain.partition(".")[0] == (label or "").lower()}
    return next(iter(found.values())) if len(found) == 1 else None
