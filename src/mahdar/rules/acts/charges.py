"""What somebody is accused of: where it begins, and who is accused."""

from __future__ import annotations

from ...arabic.words import Text
from ..clauses.before import CHARGES
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from .tables import alike

FAR = 1_000_000  # behind every token


def charged_at(clause: Clause) -> int:
    """Where what somebody is accused of begins (بتدبير الهجوم), behind which nobody takes part in the accusation; else its end."""
    return next((a.i for a in clause.args if a.prep in markers("charge")), clause.end) if CHARGES in clause.rows else clause.end


def reasoned_at(clause: Clause) -> int:
    """«انتقادات بسبب إطلاق النار على المتظاهرين»: where what somebody is criticised for begins; behind every token where it isn't told."""
    return next((a.i for a in clause.args if a.prep in markers("because")), FAR)


def held_at(text: Text, clause: Clause) -> int:
    """«اعتقلت الشرطة ثلاثة بتهمة التخطيط لهجوم على السفارة»: where begins what somebody is held or tried for."""
    reasons = markers("held_for")
    return next((k for k in range(clause.j, clause.end) if text.norms[k] in reasons), clause.end)


def charged(clause: Clause, genitive: Argument, by: dict[str, Argument]) -> bool:
    """«اتهام موسكو بالتدخل», «اتهامها دعم طالبان»: is the one behind a single accusation, of nobody told, the one accused?"""
    if CHARGES not in clause.rows or clause.form.number == "p" or any(p in markers("goal") for p in by):
        return False
    if clause.object is not None:
        return genitive.how == "suffix" and clause.object.noun is not None and not clause.object.mentions
    return any(p in markers("charge") for p in by)


def is_burdened(clause: Clause) -> bool:
    """«تحميل إيران مسؤولية الهجوم», «محاكمة مرسي على جرائم»: is the one behind a verbal noun held to account, by another?"""
    tried = any(f"{t}:{r}" in alike("tried") for t, r in clause.rows) and clause.object is None
    laid = clause.object is not None and not clause.object.mentions and any(f"{t}:{r}" in alike("burdens") for t, r in clause.rows)
    return tried or laid


def is_charged(clause: Clause) -> bool:
    """«بوتين متهم بقتل سكريبال»: does the participle of an accusation, no accusative and nobody behind it, tell of the one accused?"""
    if clause.kind != "participle" or CHARGES not in clause.rows or clause.form.tanwin or clause.object is not None:
        return False
    return any(a.prep in markers("charge") for a in clause.args)


def is_told(clause: Clause) -> bool:
    """«يتهم الأسد بشن هجمات»: is the one accused of something told right beside the verb, nobody accusing him («اتهم فيها القرضاوي»)?"""
    who = clause.subject
    if who is None or CHARGES not in clause.rows or charged_at(clause) == clause.end or clause.relative or not who.mentions:
        return False
    return who.how == "after" and who.i == clause.j or who.how == "before" and who.j == clause.i
