"""One event: its sentence, how it came about, and a claim table with a row for each voice."""

from __future__ import annotations

from typing import Any

import msgspec

from ...errors import MahdarError
from ..shelf import Desk
from .cite import plain

CLAIMS = 40
BEFORE = ("announced_by",)  # what these ties lead to came first


def names(desk: Desk, entities: dict[str, Any], ids: tuple[str, ...]) -> str:
    """What the entities are called in the interface's language."""

    def called(i: str) -> str:
        e = entities.get(i)
        if e is None:
            return desk.t.name(i)
        return (e.name_ar if desk.lang == "ar" else None) or desk.t.name(i, e.name)

    return f"{desk.t('sep')} ".join(map(called, ids))


def claim(desk: Desk, told: dict[str, Any], copies: dict[str, str | None]) -> dict[str, Any]:
    """What one article says of the event, in its own words."""
    view = desk.record.report(told["article"], told["report"])
    report, article = view.report, view.article
    start, end = report.evidence[0] if report.evidence else (report.start, report.end)
    start, end = min(start, report.start), max(end, report.end)
    return {
        "article": article.id, "outlet": article.outlet, "carrier": article.carrier, "agencies": article.agencies,
        "published": article.published, "title": article.title, "copy_of": copies.get(article.id),
        "source": names(desk, view.entities, report.source), "who": names(desk, view.entities, report.actors),
        "to": names(desk, view.entities, report.recipients),
        "place": names(desk, view.entities, tuple(filter(None, (report.place,)))),
        "date": report.date, "status": report.status, "detail": report.detail, "act": report.act, "mode": report.mode,
        "before": article.text[start : report.start], "anchor": article.text[report.start : report.end],
        "after": article.text[report.end : end], "why": report.why, "report": report.id,
    }  # fmt: skip


def parties(event: dict[str, Any]) -> dict[str, str]:
    """Who speaks for the event, by article: whether they are a party to it."""
    return {a: v["party"] for v in (*event["denied_by"], *event["asserted_by"]) for a in v["articles"]}


def steps(event: dict[str, Any], ties: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The path an event took: what announced it, each status with its day and who first told it, what followed.

    Statuses told in a row are one step.
    """
    own: list[dict[str, Any]] = []
    for h in event["history"]:
        if own and own[-1]["status"] == h["status"]:
            own[-1]["articles"] += len(h["articles"])
            continue
        own.append({"status": h["status"], "date": h["date"], "told": h["first_reported"], "articles": len(h["articles"]),
                    "relation": None, "event": None, "sentence": None})  # fmt: skip
    own.sort(key=lambda s: (s["told"] or "9999", s["date"] or "9999"))

    def step(tie: dict[str, Any]) -> dict[str, Any]:
        return {**tie, "told": None, "articles": 0}

    before = [step(k) for k in ties if k["relation"] in BEFORE]
    after = [step(k) for k in ties if k["relation"] not in BEFORE]
    return [*sorted(before, key=_day), *own, *sorted(after, key=_day)]


def _day(step: dict[str, Any]) -> str:
    return step["date"] or "9999"


def tied(desk: Desk, event: dict[str, Any]) -> list[dict[str, Any]]:
    """The events it is tied to, with their sentences."""
    out = []
    for tie in event["thread"]:
        try:
            other = msgspec.to_builtins(desk.record.event(tie["event"]))
        except MahdarError:
            continue
        out.append({**tie, "sentence": other["sentence"], "date": other["date"], "status": other["status"]})
    return out


def event(desk: Desk) -> tuple[str, dict[str, Any]]:
    """The page of one event."""
    event = desk.record.event(desk.id)
    found = msgspec.to_builtins(event)
    copies = {e["article"]: e.get("copy_of") for e in found["evidence"]}
    published = {e["article"]: e.get("published") for e in found["evidence"]}
    told = sorted(found["reports"], key=lambda r: (published.get(r["article"]) or "9999", r["article"], r["report"]))
    most = len(told) if desk.asked("all") else CLAIMS
    values = {d["field"]: {a: v["value"] for v in d["values"] for a in v["articles"]} for d in found["disagreements"]}
    return "event.html", {
        "e": found, "claims": [claim(desk, t, copies) for t in told[:most]], "left": max(0, len(told) - most),
        "differing": values, "party": parties(found), "steps": steps(found, tied(desk, found)), "citation": plain(event),
        "place_names": {found["place"]["id"]: found["place"]["name"]} if found["place"] else {},
    }  # fmt: skip
