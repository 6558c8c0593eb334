"""Who said what, and through whom: statements with speakers, kind, span, occasion and chain."""

from .reader import Speech, read

__all__ = ["Speech", "read"]
