"""Times that belong to a thing, not to what is done with it: «الاتفاق المبرم عام 2015», «انتخابات 2016», «حدود 1967»."""

from __future__ import annotations

from functools import cache

from ...arabic.clitics import splits
from ...arabic.words import Text
from ...model import Time
from ..clauses.model import Clause
from .moments import starts
from .tables import acts

REACH = 8  # tokens between a participle and its time
ADJECTIVES = 3  # between a noun and its year


def owner(text: Text, i: int, time: Time) -> int | None:
    """The token of the noun or participle whose own time stands at token i; None where the time is anybody's.

    In «انسحبت واشنطن من الاتفاق المبرم عام 2015» the year is that of المبرم, not of the withdrawal.
    """
    norms, kinds = text.norms, text.kinds
    year = time.value is not None and len(time.value) == 4
    for k in range(i - 1, max(-1, i - 2 - ADJECTIVES), -1):
        if _one(norms[k], "line") or (year and _one(norms[k], "yearly")):
            return k
        if not (norms[k] in starts("moments", "year") or norms[k].startswith("ال")):
            break
    for k in range(i - 1, max(-1, i - 1 - REACH), -1):
        if kinds[k] != "W":
            break
        if norms[k] in starts("moments", "made"):
            return k
    alone = year and i > 0 and kinds[i - 1] == "W" and norms[i].isdecimal()     # «تطبيق بيان جنيف 2012»
    return i - 1 if alone and not _one(norms[i - 1], "to_year") else None


def another(clause: Clause, own: int | None) -> bool:
    """Is a time with that owner none of the clause's? What is signed owns none («وقعت الاتفاق عام 2015»)."""
    if own is None or clause.i <= own <= clause.j:
        return False
    done = clause.object is not None and clause.object.i <= own < clause.object.j
    return not (done and any(r in acts() and acts()[r].frame.id == "sign" for r in clause.rows))


@cache
def _one(word: str, kind: str) -> bool:
    """Is a word of the kind, with or without ال and proclitics?"""
    return any(rest in starts("moments", kind) or rest.removeprefix("ال") in starts("moments", kind) for _, rest in splits(word))
