"""Who published an article, and which aggregator it was found on: by the title's suffix, metadata, address, credit, copyright."""
from __future__ import annotations

import re
from typing import NamedTuple

from .credits import in_credit
from .cutting import Piece
from .knowledge import words_of
from .lines import split_words
from .media import Medium, by_url, named

_RIGHTS = re.compile(r"^[\W\d]*(?:جميع|كل|كافة)?\s*(?:الحقوق|حقوق)\s+\S*محفوظة?\s*(?:©|لـ|ل)?\s*", re.I)
_LABEL = re.compile(r"^[^:：]{0,24}[:：]\s*")


class Site(NamedTuple):
    """The site a page lies on: the medium where it's known, the name as printed otherwise."""

    medium: Medium | None
    name: str | None


def site_of(piece: Piece, *, site: str | None = None, url: str | None = None) -> Site:
    """The site by title suffix, metadata, address, or the furniture that names it.

    The furniture speaks only where it names one medium alone.
    """
    for name in [*piece.sites, *([site] if site else [])]:
        if medium := named(name):
            return Site(medium, medium.name)
    if medium := by_url(url):
        return Site(medium, medium.name)
    if site:
        return Site(None, site)
    suffix = next((s for s in piece.sites if 1 <= len(split_words(s)) <= 4 and not _section(s)), None)
    if suffix:
        return Site(None, suffix)
    for kinds in (("copyright",), ("app", "cookies", "newsletter", "share", "mistake", "footer", "comments")):
        found: dict[str, Medium] = {}
        for cut in piece.cuts:
            if cut.kind in kinds:
                for medium in in_credit(cut.text):
                    found.setdefault(medium.name, medium)
        if len(found) == 1:
            return Site(next(iter(found.values())), next(iter(found)))
    return Site(None, None)


def _section(name: str) -> bool:
    """Is a suffix a section of the site (سياسة, أخبار العالم)?"""
    words = split_words(name)
    return all(w in words_of("section") for w in words)


def publisher(piece: Piece, site: Site) -> tuple[str | None, str | None]:
    """(outlet, carrier): the site is the outlet, unless it gathers others' articles; then the credit names the outlet."""
    credited = None
    for line in piece.foot:
        for medium in in_credit(_LABEL.sub("", line)):
            if medium.kind == "outlet":
                credited = medium.name
    if credited is None:
        credited = next((m.name for text in piece.edges if (m := _signed(text)) and m.kind == "outlet"), None)
    if credited is None and site.name is None:
        credited = next((_unknown(line) for line in piece.foot if _unknown(line)), None)
    if site.name is None:
        return credited, None
    if site.medium and site.medium.carrier:
        return (credited, site.name) if credited != site.name else (site.name, None)
    return site.name, None


def _signed(text: str) -> Medium | None:
    """The medium a short line signs with: "الثورة نت/", "دبي - العربية.نت"."""
    if medium := named(text.strip(" /-–—:()")):
        return medium
    parts = re.split(r"\s*[-–—/|:،()]+\s*", text)
    return next((m for p in reversed(parts) if p and (m := named(p))), None) if len(split_words(text)) <= 8 else None


def _unknown(line: str) -> str | None:
    """The name a credit gives where the lexicon doesn't know it."""
    name = _LABEL.sub("", line).strip(" .-–—")
    words = split_words(name)
    if not 1 <= len(words) <= 4 or in_credit(name) or any(w.startswith("وكال") for w in words):
        return None
    return name
