"""Our act → the PLOVER category it exports to."""
from __future__ import annotations

from functools import cache
from pathlib import Path

from ...lexicon.table import read_table


@cache
def _rows() -> dict[str, dict[str, str]]:
    return read_table(Path(__file__).parent / "acts.tsv").rows


@cache
def least() -> dict[str, int]:
    """The acts that are told with more trust than others, each with the least weight it needs, in hundredths of log-odds."""
    return {ident: int(row["least"]) for ident, row in _rows().items() if row["least"]}


def plover(act: str, mode: str | None) -> dict[str, str | None]:
    """PLOVER's category of an act, with our mode beside it.

    >>> plover("meet", "direct")
    {'event': 'CONSULT', 'mode': 'direct'}
    """
    return {"event": _rows()[act]["plover"], "mode": mode}
