"""The tables of this room, read once: words by role, furniture phrases, labels. Columns: README.md."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..arabic.letters import fold
from ..lexicon.table import Row, Table, alternatives, read_table

HERE = Path(__file__).parent


@cache
def table(name: str) -> Table:
    """A table of this folder by its name.

    >>> "function" in {row["role"] for row in table("words")}
    True
    """
    return read_table(HERE / f"{name}.tsv")


@cache
def words_of(role: str) -> frozenset[str]:
    """The folded words of one role in words.tsv.

    >>> "الي" in words_of("function")
    True
    """
    return frozenset(fold(form) for row in table("words") if row["role"] == role for form in alternatives(row["forms"]))


@cache
def words_in(name: str, role: str) -> frozenset[str]:
    """The folded forms of one role in a table that has roles.

    >>> "وكاله" in words_in("credits", "kind")
    True
    """
    return frozenset(fold(form) for row in table(name) if row["role"] == role for form in alternatives(row["forms"]))


def rows(name: str, **having: str) -> list[Row]:
    """The rows of a table whose columns have the given values.

    >>> [row["id"] for row in rows("words", role="function")][:1]
    ['function-about']
    """
    return [row for row in table(name) if all(row[k] == v for k, v in having.items())]
