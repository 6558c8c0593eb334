"""Clauses: predicates of the act, speech and plan tables with their grammatical arguments."""
from __future__ import annotations

from ...arabic.words import Text
from ...model import Time
from ..names.model import Names
from .model import Argument, Clause
from .reader import Reader
from .words import vocabulary

__all__ = ["Argument", "Clause", "read"]


def read(text: Text, names: Names, times: list[Time]) -> list[Clause]:
    """The clauses of a text, in the order of their predicates.

    «استقبل كيم جونغ أون لافروف» gives one clause with the rows of استقبل, subject كيم جونغ أون, object لافروف.
    """
    return Reader(text, names, times, vocabulary()).read()
