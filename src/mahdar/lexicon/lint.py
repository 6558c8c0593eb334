"""What is wrong with the lexicon's tables: forms of two entities that nothing tells apart, references that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from ..arabic.letters import fold
from ..errors import LexiconError
from .build import _forms, folders_of, read_rows
from .table import Row, alternatives

_ENTITIES = ("states", "places", "bodies", "media", "people")
Rows = dict[str, dict[str, Row]]


def check(folders: tuple[str, ...] = ()) -> list[str]:
    """Problems in words, by table and row; [] where the tables are sound.

    Errors: LexiconError for a table that can't be read at all.

    >>> check()
    []
    """
    try:
        rows = read_rows(folders_of(tuple(str(f) for f in folders)))
    except LexiconError as error:
        return [str(error)]
    return [*_shared(rows), *_loose(rows)]


def _shared(rows: Rows) -> Iterator[str]:
    """Forms of two entities, but for those a rule tells apart: a state and a city (by the article's other names), a state and
    its body (the state), newspapers of several states (by the nationality behind), short names of people (ambiguous_people)."""
    owners: dict[str, list[tuple[str, Row]]] = {}
    for table in _ENTITIES:
        for row in rows[table].values():
            for form in dict.fromkeys(_forms(row)):
                owners.setdefault(form, []).append((table, row))
    for form, found in sorted(owners.items()):
        tables = [t for t, _ in found]
        apart = (
            tables in (["states", "places"], ["states", "bodies"])
            or set(tables) == {"media"}
            and len({r["country"] for _, r in found}) == len(found)
        )
        if len(found) > 1 and not apart:
            yield f"{', '.join(r['id'] for _, r in found)}: all have the form {form!r}"
    shorts: dict[str, list[str]] = {}
    for row in rows["people"].values():
        for form in dict.fromkeys(fold(f) for f in alternatives(row.get("short", ""))):
            shorts.setdefault(form, []).append(row["id"])
    told = {fold(row["form"]) for row in rows["ambiguous_people"].values()}
    for form, people in sorted(shorts.items()):
        if len(people) > 1 and form not in told:
            yield f"{', '.join(people)}: all have the short form {form!r}, which ambiguous_people doesn't tell apart"


def _loose(rows: Rows) -> Iterator[str]:
    """References to rows that aren't there."""
    known = {row["id"] for table in _ENTITIES for row in rows[table].values()}
    for table, column in (("places", "seat"), ("states", "capital"), ("holders", "person"), ("holders", "of")):
        for ident, row in rows[table].items():
            if row.get(column) and row[column] not in known:
                yield f"{table}, {ident}: no row {row[column]} ({column})"
    codes = {ident.partition(":")[2] for ident in rows["states"]} | {"IGO", ""}
    for table in ("places", "bodies", "media", "people"):
        for ident, row in rows[table].items():
            if row.get("country", "") not in codes:
                yield f"{table}, {ident}: {row['country']} is no state's code"
