"""Two sides: cooperation and conflict between them over time, every act, and what they said about each other."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import msgspec
from starlette.requests import Request

from .asked import query
from .timeline import by_day, months_between

COOPERATION = frozenset(
    ("meet", "visit", "call", "message", "invite", "agree", "support", "concede", "cooperate", "aid", "retreat")
)
CONFLICT = frozenset(("accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault"))
EVENTS, QUOTES = 400, 30


class Month(NamedTuple):
    """A month of the plot: cooperation above the line, conflict below."""

    month: str
    x: int
    up: float
    down: float
    cooperation: int
    conflict: int


def sides(a: str, b: str) -> dict[str, tuple[str, ...]]:
    """Filters by which both take part: three letters are a country.

    >>> sides("RUS", "Kim Jong Un")
    {'country': ('RUS',), 'who': ('Kim Jong Un',)}
    """
    both = [x.strip() for x in (a, b) if x.strip()]
    countries = tuple(x.upper() for x in both if len(x) == 3 and x.isascii() and x.isalpha())
    names = tuple(x for x in both if not (len(x) == 3 and x.isascii() and x.isalpha()))
    return {k: v for k, v in (("country", countries), ("who", names)) if v}


def plot(events: list[dict[str, Any]], *, mirrored: bool) -> list[Month]:
    """The months from the first dated event to the last, at most the last 180; mirrored where time runs leftwards."""
    counts: Counter[tuple[str, str]] = Counter()
    for e in events:
        if len(e["date"] or "") >= 7 and e["status"] == "held":
            side = "up" if e["act"] in COOPERATION else "down" if e["act"] in CONFLICT else ""
            counts[e["date"][:7], side] += 1
    dated = sorted({m for m, side in counts if side})
    if not dated:
        return []
    months = months_between(dated[0], dated[-1])[-180:]
    top = max(max(counts[m, "up"], counts[m, "down"]) for m in months) or 1
    places = range(len(months))
    out = []
    for n, m in zip(reversed(places) if mirrored else places, months, strict=True):
        up, down = counts[m, "up"], counts[m, "down"]
        out.append(Month(m, n * 10, round(up / top * 38, 1), round(down / top * 38, 1), up, down))
    return out


def _speaker(side: str) -> str:
    return f"state:{side.upper()}" if len(side) == 3 and side.isascii() else side


def dyad(record: Any, request: Request) -> tuple[str, dict[str, Any]]:
    """The page of two sides."""
    a, b = (request.query_params.get(k, "").strip()[:100] for k in ("a", "b"))
    events: list[dict[str, Any]] = []
    quotes: list[Any] = []
    both = sides(a, b)
    if a and b:
        events = [msgspec.to_builtins(e) for e in record.timeline(**both, limit=EVENTS)]
        for who, about in ((a, b), (b, a)):
            for q in record.quotes(who=_speaker(who), about=_speaker(about)):
                quotes.append(q)
                if len(quotes) >= QUOTES:
                    break
    pairs = tuple((k, v) for k, values in both.items() for v in values)
    return "dyad.html", {
        "a": a, "b": b, "days": by_day(events), "quotes": sorted(quotes, key=lambda q: (q.day or "", q.article, q.start)),
        "months": plot(events, mirrored=request.path_params["lang"] == "ar"), "query": query(pairs), "total": len(events),
    }  # fmt: skip
