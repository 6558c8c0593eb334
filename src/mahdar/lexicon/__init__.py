"""Tables of knowledge: load, lint, compile, look up. Columns and sources: tables/README.md."""
from .build import Entry
from .lexicon import Lexicon, load
from .table import Row, Table, read_table

__all__ = ["Entry", "Lexicon", "Row", "Table", "load", "read_table"]
