"""A person, a country or a body: names, offices, with whom, what they did and said, what they promised."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from ...errors import UsageError
from ..offices import held, terms, title
from ..privacy import private
from ..shelf import Desk
from .asked import query
from .timeline import builtins, by_day, following, strip

EVENTS, QUOTES, PROMISES, OFFICES = 30, 20, 8, 24


def entity(desk: Desk) -> Any:
    """Whoever the address names, also by an older id. Errors: UsageError where there's none."""
    wanted = desk.id
    found = desk.record.entity(wanted)
    one = next((e for e in found if e.id == wanted), found[0] if found and ":" in wanted else None)
    if one is None:
        raise UsageError(f"nobody is called {wanted} here", hint="look in the search")
    return one


def latest_quotes(desk: Desk, who: str) -> list[Any]:
    """The last things said, the last first: further and further back until there are enough."""
    out: list[Any] = []
    if not desk.coverage.months:
        return out
    end = date.fromisoformat(f"{following(desk.coverage.months[-1])}-01")
    for back in (40, 160, 5000):
        out = list(desk.record.quotes(who=who, since=(end - timedelta(back)).isoformat()))
        if len(out) >= QUOTES:
            break
    return out[::-1][:QUOTES]


def companions(events: list[dict[str, Any]], who: str) -> list[tuple[tuple[str, str], int]]:
    """With whom most, in these events; beside a state, nobody of its own."""
    others: Counter[tuple[str, str]] = Counter()
    own = who.removeprefix("state:") if who.startswith("state:") else ""
    for e in events:
        parties = (p for p in (*e["actors"], *e["recipients"]) if p["id"] != who and p["country"] != (own or "-"))
        others.update(sorted({(p["id"], p["name"]) for p in parties if not p["id"].startswith("unnamed:")}))
    return sorted(others.items(), key=lambda x: (-x[1], x[0]))[:12]


def offices(desk: Desk, entity: Any) -> list[tuple[str, str, str, str]]:
    """(title, of or by whom, from, to): a person's offices; of a country or body, who held its offices in the record's time."""
    own = terms(entity.id)
    if own:
        return [(title(t.office, desk.lang), desk.t.name(t.of), t.start, t.end) for t in own]
    months = desk.coverage.months
    if entity.kind == "person" or not months:
        return []
    found = held(entity.id, f"{months[0]}-01", f"{months[-1]}-31")[:OFFICES]
    return [(title(t.office, desk.lang), desk.t.name(t.person), t.start, t.end) for t in found]


def who(desk: Desk) -> tuple[str, dict[str, Any]]:
    """The page of one entity. Errors: UsageError where there's none by that id."""
    found = entity(desk)
    if private(found):
        return "who.html", {"w": found, "private": True, "take": None}
    record, code = desk.record, found.id.removeprefix("state:") if found.kind == "state" else ""
    pairs = (("country", code) if code else ("who", found.id),)
    chosen: dict[str, Any] = {field: (value,) for field, value in pairs}  # what a country's officials do, it does
    density = record.density(**chosen)
    total = sum(n for _, _, n in density)
    dated = sum(n for month, _, n in density if month)
    events = builtins(record.timeline(**chosen, limit=EVENTS, offset=max(0, dated - EVENTS)))
    recent = [e for e in events if e["date"]]
    covered = {month for _, month, articles, _ in desk.coverage.rows if articles and month}
    facets = record.facets(**chosen)
    promised = record.promises(who=found.id, state=("open", "overdue"), limit=PROMISES)
    return "who.html", {
        "w": found, "private": False, "days": by_day(recent)[::-1], "others": companions(events, found.id),
        "quotes": latest_quotes(desk, found.id), "total": total, "offices": offices(desk, found),
        "bars": strip({(m, s): n for m, s, n in density}, covered, pairs, mirrored=desk.lang == "ar"),
        "acts": [(a, n, query((*pairs, ("act", a)))) for a, n in facets["act"][:12]], "query": query(pairs),
        "promises": [(p, builtins([p.event])[0]) for p in promised],
    }  # fmt: skip
