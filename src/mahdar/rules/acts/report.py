"""A merged draft → the public Report."""
from __future__ import annotations

from ...arabic.words import Text
from ...model import Report
from .draft import Draft
from .plover import plover


def report(draft: Draft, number: int, text: Text, weighed: str | None = None) -> Report:
    """The report of a draft, with raw offsets; `weighed` says what spoke for a choice that no rule made."""
    start, end = text.span(draft.i, draft.j)
    return Report(
        id=f"r{number}", act=draft.act, status=draft.status, start=start, end=end, anchor=text.raw[start:end], mode=draft.mode,
        detail=draft.detail, actors=tuple(draft.actors), recipients=tuple(draft.recipients),
        roles={k: tuple(v) for k, v in sorted(draft.roles.items())}, date=draft.date, date_from=draft.date_from, place=draft.place,
        source=tuple(draft.source), object=text.span(*draft.object) if draft.object else None, salience=draft.salience,
        evidence=tuple(text.span(i, j) for i, j in draft.evidence),
        why="; ".join([*draft.rows, *([weighed] if weighed else [])]), rows=tuple(draft.rows),
        plover=plover(draft.act, draft.mode))
