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


def promised(desk: Desk, limit: int | None = None, offset: int = 0) -> list[Any]:
    """The promises the address asks for: those of the record's own time first, by date, then older ones."""
    state = desk.asked("state", 20)
    return list(desk.record.promises(**_promising(desk), state=state or (), own=True, limit=limit, offset=offset))


def _promising(desk: Desk) -> dict[str, Any]:
    """What the address asks of promises at any state."""
    return {"who": desk.asked("who") or (), "words": desk.asked("words") or None, "act": desk.asked("act", 20) or None}


def promises(desk: Desk) -> tuple[str, dict[str, Any]]:
    """Invitations, plans and threats, and what became of them."""
    at, state = desk.number("at", 0), desk.asked("state", 20)
    given = tuple((k, v) for k in ("who", "words", "act") if (v := desk.asked(k)))
    counts = desk.record.states(**_promising(desk))
    every = sum(counts.values())
    total = counts.get(state, 0) if state else every
    shown = [(p, builtins([p.event])[0]) for p in promised(desk, PAGE, at)]
    ends = {i: desk.record.event(i) for p, _ in shown for i in p.by[:2] if i != p.event.id}
    here = (*given, *((("state", state),) if state else ()))
    return "promises.html", {
        "promises": shown, "ends": {i: msgspec.to_builtins(e) for i, e in ends.items()}, "asked": dict(here),
        "acts": ACTS, "states": [("", every, query(given)), *((s, counts.get(s, 0), query((*given, ("state", s)))) for s in STATES)],
        "earlier": query((*here, ("at", str(max(0, at - PAGE))))) if at else None,
        "later": query((*here, ("at", str(at + PAGE)))) if total > at + PAGE else None,
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
