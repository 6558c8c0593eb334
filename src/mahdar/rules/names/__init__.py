"""The reading of names: who, where and which body."""

from .model import Named, Names
from .read import read

__all__ = ["Named", "Names", "read"]
