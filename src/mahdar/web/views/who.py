"""A person, a country or a body: names, events, with whom, what they said."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
from starlette.requests import Request

from ...errors import UsageError
from .timeline import by_day

EVENTS, QUOTES = 200, 40


def private(entity: Any) -> bool:
    """Whether this is somebody who holds no office: victims, minors, suspects get no page."""
    return entity.kind == "unnamed" or (
        entity.kind == "person" and not entity.office and entity.sector in (None, "CVL")
    )


def who(record: Any, request: Request) -> tuple[str, dict[str, Any]]:
    """The page of one entity. Errors: UsageError where there's none by that id."""
    wanted = request.path_params["id"]
    entity = next((e for e in record.entity(wanted) if e.id == wanted), None)
    if entity is None:
        raise UsageError(f"nobody is called {wanted} here", hint="look in the search")
    if private(entity):
        return "who.html", {"w": entity, "private": True, "days": [], "others": [], "quotes": []}
    events = [msgspec.to_builtins(e) for e in record.timeline(who=(wanted,), limit=EVENTS)]
    others: Counter[tuple[str, str]] = Counter()
    for e in events:
        others.update(sorted({(p["id"], p["name"]) for p in (*e["actors"], *e["recipients"]) if p["id"] != wanted}))
    ranked = sorted(others.items(), key=lambda x: (-x[1], x[0]))[:12]
    quotes = []
    for q in record.quotes(who=wanted):
        quotes.append(q)
        if len(quotes) == QUOTES:
            break
    return "who.html", {"w": entity, "private": False, "days": by_day(events), "others": ranked, "quotes": quotes}
