"""English names of offices and bodies, composed from their parts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ..lexicon.table import read_table

LONGEST = 120  # letters of a name in an id


@lru_cache(maxsize=1)
def _demonyms() -> dict[str, str]:
    return {row["id"]: row["adjective"] for row in read_table(Path(__file__).with_name("demonyms.tsv"), columns=("adjective",))}


def demonym(country: str | None) -> str | None:
    """The English adjective of a country, or None.

    >>> demonym("PRK")
    'North Korean'
    """
    return _demonyms().get(country or "")


def of_state(noun: str, country: str | None, name: str | None = None) -> str:
    """A body or office with its state: the adjective before it, else "of" and the state's name behind.

    >>> of_state("Foreign Ministry", "RUS"), of_state("president", "XYZ", "Utopia"), of_state("army", None)
    ('Russian Foreign Ministry', 'president of Utopia', 'army')
    """
    adjective = demonym(country)
    if adjective and noun.startswith((adjective + " ", adjective + "-")):
        return noun
    if adjective:
        return f"{adjective} {noun}"
    return f"{noun} of {name}" if name else noun


_OF = re.compile(r" (?:of|to|for) ")


def plural(noun: str) -> str:
    """An office in the plural: its noun, not what it is of.

    >>> plural("member of UN Security Council"), plural("deputy"), plural("spokesman")
    ('members of UN Security Council', 'deputies', 'spokesmen')
    """
    m = _OF.search(noun)
    head, rest = (noun[: m.start()], noun[m.start() :]) if m else (noun, "")
    if head.endswith("man"):
        head = head[:-2] + "en"
    elif head.endswith("y") and head[-2:-1] not in tuple("aeiou"):
        head = head[:-1] + "ies"
    elif not head.endswith("s"):
        head += "s"
    return head + rest


@lru_cache(maxsize=20_000)
def slug(name: str) -> str:
    """The name as part of an id; a giant one is cut, with a mark of what was cut.

    >>> slug("Côte d'Ivoire's army")
    'cote-divoires-army'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    found = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’ʿʾ`]", "", plain.lower())).strip("-")
    return found if len(found) <= LONGEST else f"{found[:LONGEST]}-{sha256(found.encode()).hexdigest()[:12]}"
