"""Tables of knowledge: load, lint, compile, look up. Columns and sources: tables/README.md."""
from .table import Row, Table, read_table

__all__ = ["Row", "Table", "read_table"]
