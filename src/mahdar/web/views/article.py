"""One article: its clean text with everything read from it marked, beside the facts."""

from __future__ import annotations

from typing import Any

from ..marks import Mark, pieces
from ..privacy import private
from ..shelf import Desk
from .event import names


def marks_of(reading: Any) -> list[Mark]:
    """Everything read from the text, as marks."""
    out = [Mark(r.start, r.end, "act", r.id) for r in reading.reports]
    for r in reading.reports:
        out += [Mark(a, b, "evidence", r.id) for a, b in r.evidence]
    for n, e in enumerate(reading.entities, 1):
        kind = "place" if e.kind == "place" else "name"
        out += [Mark(m.start, m.end, kind, f"n{n}") for m in e.mentions]
    out += [Mark(t.start, t.end, "time", f"t{n}") for n, t in enumerate(reading.times, 1)]
    out += [Mark(s.start, s.end, "said", s.id) for s in reading.statements]
    return out


def paragraphs(found: list[Any]) -> list[list[Any]]:
    """The pieces by paragraph: cut at line breaks."""
    out: list[list[Any]] = [[]]
    for piece in found:
        lines = piece.text.split("\n")
        for n, line in enumerate(lines):
            if n:
                out.append([])
            if line:
                out[-1].append(piece._replace(text=line, first=piece.first if n == 0 else ()))
    return [p for p in out if p]


def events_of(desk: Desk) -> dict[str, str]:
    """Which event each report of the article is part of."""
    rows = desk.record.db.execute("SELECT report, event FROM event_reports WHERE article = ?", (desk.id,))
    return dict(rows.fetchall())


def article(desk: Desk) -> tuple[str, dict[str, Any]]:
    """The page of one article."""
    stored = desk.record.article(desk.id)
    reading = stored.reading
    entities = {e.id: e for e in reading.entities}
    return "article.html", {
        "a": stored, "reading": reading, "called": lambda ids: names(desk, entities, ids),
        "paragraphs": paragraphs(pieces(reading.text, marks_of(reading))), "titled": bool(reading.title),
        "entities": [(n, e, private(e)) for n, e in enumerate(reading.entities, 1)],
        "times": list(enumerate(reading.times, 1)), "events": events_of(desk),
        "begins": {s.id: s.start for s in reading.statements},
    }  # fmt: skip
