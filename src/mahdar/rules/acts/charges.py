"""What somebody is accused of: where it begins, and who is accused."""

from __future__ import annotations

from ..clauses.model import Argument, Clause
from ..clauses.subjects import CHARGES
from ..clauses.words import markers


def charged_at(clause: Clause) -> int:
    """Where what somebody is accused of begins (بتدبير الهجوم), behind which nobody takes part in the accusation; else its end."""
    return next((a.i for a in clause.args if a.prep in markers("charge")), clause.end) if CHARGES in clause.rows else clause.end


def charged(clause: Clause, genitive: Argument, by: dict[str, Argument]) -> bool:
    """«اتهام موسكو بالتدخل», «اتهامها دعم طالبان»: is the one behind a single accusation, of nobody told, the one accused?"""
    if CHARGES not in clause.rows or clause.form.number == "p" or any(p in markers("goal") for p in by):
        return False
    if clause.object is not None:
        return genitive.how == "suffix" and clause.object.noun is not None and not clause.object.mentions
    return any(p in markers("charge") for p in by)
