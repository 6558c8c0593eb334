"""Of which country the people without a name are whom nothing but the place of an act tells: the victims of a bomb, protesters."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ...lexicon.table import alternatives, read_table
from ..names.homeland import OF_THE_ARTICLE
from ..names.model import Names
from .draft import Draft
from .merge import Country
from .resolver import unnamed_in

HERE = Path(__file__).parent
HIT = frozenset(("assault", "coerce"))


@cache
def _homes() -> dict[str, str]:
    """English noun → the state of all such people; empty where a place doesn't tell theirs."""
    rows = read_table(HERE / "homes.tsv", columns=("id", "english", "state", "example"))
    return {word: row["state"] for row in rows for word in alternatives(row["english"])}


def settle(drafts: list[Draft], names: Names, country: Country) -> None:
    """«قتل خمسة مدنيين في قصف على حلب»: those hit in a place, and those who protest there, are people of its country."""
    for d in drafts:
        home = d.place[6:] if d.place is not None and d.place.startswith("state:") else country(d.place or "")
        if d.act in HIT:
            d.recipients = [_of(e, names, home) for e in d.recipients]
        if d.act in HIT or d.act == "protest":      # who attacks in a country may come from anywhere
            d.actors = [_of(e, names, home if d.act == "protest" else None) for e in d.actors]


def _of(entity: str, names: Names, home: str | None) -> str:
    """People without a name and a nationality, as those of a state; anybody else as he is."""
    known = names.entities.get(entity)
    if known is None or known.kind != "unnamed" or known.country is not None and not (known.why or "").endswith(OF_THE_ARTICLE):
        return entity
    own = _homes().get(known.name.lower())
    state = own[6:] if own else None if own == "" else home
    return entity if state in (None, "IGO", known.country) else unnamed_in(names, known.name, state, known.name_ar or known.name)
