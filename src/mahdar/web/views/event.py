"""One event: its sentence, and a claim table with a row for each voice."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import Request

from ...errors import MahdarError
from .cite import plain


def names(entities: Any, ids: tuple[str, ...], lang: str) -> str:
    """What the entities are called in the interface's language."""
    arabic = lang == "ar"
    called = ((entities[i].name_ar if arabic else None) or entities[i].name if i in entities else i for i in ids)
    return ("، " if arabic else ", ").join(called)


def claim(record: Any, told: dict[str, Any], copies: dict[str, str | None], lang: str) -> dict[str, Any]:
    """What one article says of the event, in its own words."""
    view = record.report(told["article"], told["report"])
    report, article = view.report, view.article
    start, end = report.evidence[0] if report.evidence else (report.start, report.end)
    return {
        "article": article.id, "outlet": article.outlet, "carrier": article.carrier, "agencies": article.agencies,
        "published": article.published, "title": article.title, "copy_of": copies.get(article.id),
        "source": names(view.entities, report.source, lang), "who": names(view.entities, report.actors, lang),
        "to": names(view.entities, report.recipients, lang),
        "place": names(view.entities, tuple(filter(None, (report.place,))), lang),
        "date": report.date, "status": report.status, "detail": report.detail, "act": report.act, "mode": report.mode,
        "before": article.text[start : report.start], "anchor": article.text[report.start : report.end],
        "after": article.text[report.end : end], "why": report.why, "report": report.id,
    }  # fmt: skip


def event(record: Any, request: Request) -> tuple[str, dict[str, Any]]:
    """The page of one event."""
    event = record.event(request.path_params["id"])
    found = msgspec.to_builtins(event)
    copies = {e["article"]: e.get("copy_of") for e in found["evidence"]}
    claims = [claim(record, told, copies, request.path_params["lang"]) for told in found["reports"]]
    claims.sort(key=lambda c: (c["published"] or "9999", c["article"], c["report"]))
    differing = {d["field"] for d in found["disagreements"]}
    ties = []
    for tie in found["thread"]:
        try:
            other = msgspec.to_builtins(record.event(tie["event"]))
        except MahdarError:
            continue
        ties.append({**tie, "sentence": other["sentence"], "date": other["date"], "status": other["status"]})
    return "event.html", {
        "e": found,
        "claims": claims,
        "differing": differing,
        "ties": ties,
        "citation": plain(record, event),
    }
