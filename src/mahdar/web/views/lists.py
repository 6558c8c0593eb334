"""Search, what was said, promises, changes."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import Any

import msgspec

from ...cli.common import days
from ..privacy import private
from ..shelf import Desk
from .asked import ACTS, query
from .timeline import builtins

PAGE, HITS, SAID, BESIDE, RANKED = 60, 40, 50, 12, 150
WHOLE = 500  # quotations that are counted; of more only the page is read
STATES = ("open", "overdue", "carried out", "called off", "overtaken")


def search(desk: Desk) -> tuple[str, dict[str, Any]]:
    """Words found in the articles, and people, countries and bodies of that name."""
    asked = desk.asked("q")
    entities = [e for e in desk.record.entity(asked) if not private(e)][:10] if asked else []
    at = desk.number("at", 0)
    hits = list(desk.record.search(asked, limit=at + HITS + 1))[at:] if asked else []
    return "search.html", {
        "asked": asked, "hits": hits[:HITS], "entities": entities, "query": query((("words", asked),)),
        "earlier": query((("q", asked), ("at", str(max(0, at - HITS))))) if at else None,
        "later": query((("q", asked), ("at", str(at + HITS)))) if len(hits) > HITS else None,
    }  # fmt: skip


def period(desk: Desk) -> tuple[str | None, str | None]:
    """The days asked for. Errors: UsageError for what is no date."""
    return days(desk.asked("from", 20) or None), days(desk.asked("to", 20) or None, last=True)


def said(desk: Desk) -> tuple[str, dict[str, Any]]:
    """Who said what, about whom, when; and what the record's events of the same words and time are."""
    who, about = desk.asked("who"), desk.asked("about")
    since, until = period(desk)
    given = tuple((k, v) for k, v in (("who", who), ("about", about), ("from", desk.asked("from", 20)), ("to", desk.asked("to", 20))) if v)
    at = desk.number("at", 0)
    titled = bool(about) and desk.asked("titled") == "1"
    given += (("titled", "1"),) if titled else ()
    every = desk.record.quotes(who=who or None, about=about or None, since=since, until=until, titled=titled)
    found = list(islice(every, at + WHOLE + 1))
    here = found[at : at + SAID]
    counted = None
    if at + len(found[at:]) <= WHOLE and given:
        articles = {q.article for q in found} | {r for q in found for r in q.renderings}
        counted = (len(found), len({q.speaker_id for q in found}), len(articles), len({q.outlet for q in found if q.outlet}))
    events: list[dict[str, Any]] = []
    if about and (since or until):
        events = builtins(desk.record.timeline(words=about, since=since, until=until, background=False, limit=RANKED))
        events.sort(key=lambda e: (e["precision"] != "day", -e["independent_sources"], -e["articles"], e["date"] or "", e["id"]))
    return "said.html", {
        "quotes": here, "asked": dict(given), "counted": counted, "events": events[:BESIDE],
        "query": query(tuple(("words", v) if k == "about" else (k, v) for k, v in given if k != "titled")),
        "earlier": query((*given, ("at", str(max(0, at - SAID))))) if at else None,
        "later": query((*given, ("at", str(at + SAID)))) if len(found) > at + SAID else None,
    }  # fmt: skip


def promised(desk: Desk) -> list[Any]:
    """The promises the address asks for at any state: those of the record's own time first, by date, then older ones."""
    who, words, act = desk.asked("who"), desk.asked("words"), desk.asked("act", 20)
    if who:
        found = list(desk.record.promises(who=who))
    else:
        found = desk.shelf.kept("promises", lambda: list(desk.record.promises()))
    if words:
        fits = {e.id for e in desk.record.timeline(words=words)}
        found = [p for p in found if p.event.id in fits]
    if act:
        found = [p for p in found if act == p.event.act or (act == "invite" and p.event.detail == "invited")]
    begins = desk.coverage.months[0] if desk.coverage.months else ""
    return sorted(found, key=lambda p: bool(p.event.date) and p.event.date < begins)


def of_state(found: list[Any], state: str) -> list[Any]:
    """Those in a state; all where none is asked for."""
    return [p for p in found if state in ("", p.state)]


def promises(desk: Desk) -> tuple[str, dict[str, Any]]:
    """Invitations, plans and threats, and what became of them."""
    at, state = desk.number("at", 0), desk.asked("state", 20)
    given = tuple((k, v) for k in ("who", "words", "act") if (v := desk.asked(k)))
    every = promised(desk)
    found = of_state(every, state)
    counts = Counter(p.state for p in every)
    shown = [(p, builtins([p.event])[0]) for p in found[at : at + PAGE]]
    ends = {i: desk.record.event(i) for p, _ in shown for i in p.by[:2] if i != p.event.id}
    here = (*given, *((("state", state),) if state else ()))
    return "promises.html", {
        "promises": shown, "ends": {i: msgspec.to_builtins(e) for i, e in ends.items()}, "asked": dict(here),
        "acts": ACTS, "states": [("", len(every), query(given)), *((s, counts[s], query((*given, ("state", s)))) for s in STATES)],
        "earlier": query((*here, ("at", str(max(0, at - PAGE))))) if at else None,
        "later": query((*here, ("at", str(at + PAGE)))) if len(found) > at + PAGE else None,
    }  # fmt: skip


def changes(desk: Desk) -> tuple[str, dict[str, Any]]:
    """What the last build did: what became of what was known first, what is new after it."""
    found = desk.shelf.kept("changes", desk.record.changes)
    kind, at = desk.asked("kind", 20), desk.number("at", 0)
    counts = Counter(c.kind for c in found)
    ranked = sorted((c for c in found if kind in ("", c.kind)), key=lambda c: (c.kind == "new", not c.what))
    shown, given = ranked[at : at + PAGE], ((("kind", kind),) if kind else ())
    return "changes.html", {
        "changes": [(c, [turned(part) for part in c.what.split("; ") if part]) for c in shown],
        "counts": [("", len(found), ""), *((k, n, query((("kind", k),))) for k, n in sorted(counts.items()))], "asked": kind,
        "sentences": arabic(desk, [c.event for c in shown]),
        "earlier": query((*given, ("at", str(max(0, at - PAGE))))) if at else None,
        "later": query((*given, ("at", str(at + PAGE)))) if len(ranked) > at + PAGE else None,
    }  # fmt: skip


def turned(what: str) -> tuple[str, str, str]:
    """A part of what changed: (words, status before, status now), or (words, event it went into, "").

    >>> turned("planned → held"), turned("newly denied"), turned("now part of e1")
    (('', 'planned', 'held'), ('newly denied', '', ''), ('now part of', 'e1', ''))
    """
    before, arrow, now = what.partition(" → ")
    if arrow:
        return "", before, now
    into = what.removeprefix("now part of ")
    return ("now part of", into, "") if into != what else (what, "", "")


def arabic(desk: Desk, ids: list[str]) -> dict[str, str]:
    """The Arabic sentences of events, where the interface is Arabic."""
    if desk.lang != "ar" or not ids:
        return {}
    rows = desk.record.db.execute(f"SELECT id, sentence_ar FROM events WHERE id IN ({', '.join('?' * len(ids))})", ids)
    return dict(rows.fetchall())
