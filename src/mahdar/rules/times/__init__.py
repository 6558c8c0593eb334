"""Times: calendar expressions of a text and their values. The front door is `find`."""
from __future__ import annotations

from .finding import find

__all__ = ["find"]
