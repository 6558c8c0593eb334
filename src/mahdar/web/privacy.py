"""Who gets a page: people in public office, countries and bodies; not victims, minors, suspects, passers-by."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ..lexicon import read_table
from .offices import terms

PUBLIC = frozenset(("GOV", "MIL", "LEG", "JUD", "PTY", "IGO", "REB", "NGO"))


@cache
def _words() -> frozenset[str]:
    return frozenset(row["id"] for row in read_table(Path(__file__).with_name("private.tsv"), columns=("id", "why")))


def private(entity: Any) -> bool:
    """Whether this is a person who holds no public office, by what the record and Mahdar's own tables know; then there
    is no page. A soldier or a prisoner of a sector that has offices holds none.

    >>> from mahdar.model import Entity
    >>> private(Entity(id="person:x", kind="person", name="X", office="soldier", sector="MIL"))
    True
    >>> private(Entity(id="person:y", kind="person", name="Y", office="foreign minister", sector="GOV"))
    False
    """
    if entity.kind == "unnamed":
        return True
    if entity.kind != "person" or terms(entity.id):
        return False
    office = (entity.office or "").casefold()
    return not office or entity.sector not in PUBLIC or any(w in _words() for w in office.split(" of ")[0].split())
