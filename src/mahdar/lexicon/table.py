"""One TSV table: an id, forms, what they mean, an example, a source. Refuses what can't be trusted.

A table's first line names its columns; lines that start with # are comments. `|` parts alternatives in a cell. The first
column is the id. Both the lexicon's tables and the rule families' tables are read here.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import LexiconError

Row = dict[str, str]
_FORBIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufb50-\ufdff\ufe70-\ufefe\u0640]")


class Table:
    """A table's columns and rows (by id, in the file's order).

    Errors: `LexiconError` names the file and the line.
    """

    def __init__(self, name: str, columns: tuple[str, ...], rows: dict[str, Row]) -> None:
        self.name, self.columns, self.rows = name, columns, rows

    def __iter__(self):
        return iter(self.rows.values())

    def __len__(self) -> int:
        return len(self.rows)


def alternatives(cell: str) -> list[str]:
    """The alternatives of a cell.

    >>> alternatives("موسكو|موسكوفا")
    ['موسكو', 'موسكوفا']
    """
    return cell.split("|") if cell else []


def read_table(path: Path, *, columns: tuple[str, ...] | None = None) -> Table:
    """The table in a file. Empty cells read as "". `columns`, where given, must be there (more may be).

    Errors: LexiconError for a missing column, a wrong number of cells, a duplicate id, an empty alternative, presentation
    forms, tatweel, direction marks, or blanks at the ends of an alternative.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    head: tuple[str, ...] = ()
    rows: dict[str, Row] = {}
    for n, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        where = f"{path.name}:{n}"
        cells = line.split("\t")
        if not head:
            head = tuple(cells)
            missing = [c for c in columns or () if c not in head]
            if missing:
                raise LexiconError(f"no column {', '.join(missing)}", where=where, hint="see the folder's README for the columns")
            continue
        if len(cells) != len(head):
            raise LexiconError(f"{len(cells)} cells, {len(head)} columns", where=where, hint="separate cells by one tab each")
        if bad := _FORBIDDEN.search("\t".join(c for h, c in zip(head, cells, strict=True) if h != "example")):
            raise LexiconError(f"letter U+{ord(bad.group()):04X} that no page is typed with", where=where, hint="write plain letters")
        for cell in cells:
            if "|" in cell and any(not a or a != a.strip() for a in cell.split("|")):
                raise LexiconError(f"empty or blank-edged alternative in {cell!r}", where=where, hint="one | between two forms")
            if cell != cell.strip():
                raise LexiconError(f"blank at the end of {cell!r}", where=where, hint="trim the cell")
        row = dict(zip(head, cells, strict=True))
        key = cells[0]
        if not key or key in rows:
            raise LexiconError(f"duplicate or empty id {key!r}", where=where, hint="ids stand once")
        rows[key] = row
    if not head:
        raise LexiconError("no header line", where=path.name, hint="name the columns in the first line")
    return Table(path.stem, head, rows)


def write_sorted(table: Table) -> str:
    """The table as it should stand in its file: header, then rows sorted by id. Comments at the top are kept by the caller."""
    lines = ["\t".join(table.columns)]
    lines += ["\t".join(table.rows[k][c] for c in table.columns) for k in sorted(table.rows)]
    return "\n".join(lines) + "\n"
