"""One event: its sentence, how it came about, and a claim table with a row for each voice."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec

from ...errors import MahdarError
from ..shelf import Desk
from .asked import STATUSES
from .cite import plain

CLAIMS, TIES = 40, 3
BEFORE = ("announced_by",)  # what these ties lead to came first
AFTER = ("carried_out_by", "cancelled_by", "revived_by", "denied_by")


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

    Statuses told one after another are one step, with the day that most articles give; what hardly anybody tells of a
    much-told event is left to the table below. Nothing was told as held before its day, whatever a reading says.
    """
    told = [{**h, "order": _order(h)} for h in event["history"]]
    least = event["articles"] // 50
    runs: list[dict[str, Any]] = []
    for h in sorted(told, key=lambda h: h["order"]):
        if len(h["articles"]) < max(1, least):
            continue
        if not runs or runs[-1]["status"] != h["status"]:
            runs.append({"status": h["status"], "told": h["order"], "articles": set(), "days": [],
                         "relation": None, "event": None, "sentence": None})  # fmt: skip
        runs[-1]["articles"] |= set(h["articles"])
        runs[-1]["days"].append((bool(h["date"]), len(h["articles"]), h["date"]))
    own = [{**r, "articles": len(r["articles"]), "date": max(r["days"], key=lambda d: d[:2])[2],
            "told": r["told"] if r["told"] < "9999" else None} for r in runs]  # fmt: skip

    def step(tie: dict[str, Any]) -> dict[str, Any]:
        return {**tie, "told": None, "articles": 0}

    before = sorted((step(k) for k in ties if k["relation"] in BEFORE), key=_day)
    after = sorted((step(k) for k in ties if k["relation"] in AFTER), key=_day)
    return [*before[:TIES], *own, *after[:TIES]]


def _day(step: dict[str, Any]) -> str:
    return step["date"] or "9999"


def _order(stage: dict[str, Any]) -> str:
    """When a stage was first told; what was held, not before its day."""
    told = (stage["first_reported"] or "9999")[:10]
    return max(told, (stage["date"] or "")[:10]) if stage["status"] == "held" else told


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


def differing(event: dict[str, Any]) -> dict[str, dict[str, str]]:
    """By field, the articles that tell otherwise than the event stands, with what they tell."""
    stands = {"date": event["date"], "status": event["status"], "place": event["place"] and event["place"]["name"]}
    return {
        d["field"]: {a: v["value"] for v in d["values"] if v["value"] != stands.get(d["field"]) for a in v["articles"]}
        for d in event["disagreements"]
    }


def most_told(claims: list[dict[str, Any]]) -> tuple[str, int] | None:
    """The day on which most of these claims were published, and how many; None where no day stands out."""
    days = Counter((c["published"] or "")[:10] for c in claims if c["published"])
    ranked = sorted(days.items(), key=lambda x: (-x[1], x[0]))
    return ranked[0] if ranked and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[1][1] < ranked[0][1]) else None


def chosen(event: dict[str, Any], status: str) -> list[dict[str, Any]]:
    """The reports to show, by the day they were published: all, or those of articles that tell one status."""
    published = {e["article"]: e.get("published") for e in event["evidence"]}
    told = sorted(event["reports"], key=lambda r: (published.get(r["article"]) or "9999", r["article"], r["report"]))
    telling = {a for h in event["history"] if h["status"] == status for a in h["articles"]}
    return [r for r in told if r["article"] in telling] if status else told


def speakers(desk: Desk, claims: list[dict[str, Any]]) -> list[tuple[str, int]]:
    """On whose word these claims stand, whoever most claims stand on first; the outlet's own where nobody is named."""
    found = Counter(c["source"] or desk.t.outlet(c["outlet"] or c["article"]) for c in claims)
    return sorted(found.items(), key=lambda x: (-x[1], x[0]))


def event(desk: Desk) -> tuple[str, dict[str, Any]]:
    """The page of one event."""
    event = desk.record.event(desk.id)
    found = msgspec.to_builtins(event)
    copies = {e["article"]: e.get("copy_of") for e in found["evidence"]}
    statuses = Counter(a for h in found["history"] for a in {(h["status"], x) for x in h["articles"]})
    counts = Counter(status for status, _ in statuses)
    status = desk.asked("status", 20)
    told = chosen(found, status if status in counts else "")
    most = len(told) if desk.asked("all") else CLAIMS
    claims = [c for c in (claim(desk, t, copies) for t in told[:most]) if status not in counts or c["status"] == status]
    ties = tied(desk, found)
    only = status if status in counts else ""
    return "event.html", {
        "e": found, "claims": claims, "left": max(0, len(told) - most), "differing": differing(found), "party": parties(found),
        "steps": steps(found, ties), "beside": [k for k in ties if k["relation"] not in (*BEFORE, *AFTER)],
        "citation": plain(event), "status": only, "statuses": [(s, counts[s]) for s in STATUSES if s in counts],
        "speakers": speakers(desk, claims) if only else [], "told": most_told(claims) if only else None,
    }  # fmt: skip
