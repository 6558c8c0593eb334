"""Two sides: cooperation and conflict between them over time, every act, and what they said about each other."""

from __future__ import annotations

from itertools import islice
from typing import Any, NamedTuple

from ..shelf import Desk
from ..words import country_code
from .asked import query
from .timeline import months_between, stretch

COOPERATION = frozenset(
    ("meet", "visit", "call", "message", "invite", "agree", "support", "concede", "cooperate", "aid", "retreat")
)
CONFLICT = frozenset(("accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault"))
QUOTES = 15


class Month(NamedTuple):
    """A month of the plot: cooperation above the line, conflict below; `covered` whether there are articles of it."""

    month: str
    x: int
    up: float
    down: float
    cooperation: int
    conflict: int
    covered: bool
    link: str


def sides(a: str, b: str) -> dict[str, tuple[str, ...]]:
    """Filters by which both take part: a country by three letters or its name in either language, else somebody's name.

    >>> sides("RUS", "Kim Jong Un"), sides("روسيا", "North Korea")
    ({'country': ('RUS',), 'who': ('Kim Jong Un',)}, {'country': ('RUS', 'PRK')})
    """
    out: dict[str, tuple[str, ...]] = {}
    for asked in (x.strip() for x in (a, b) if x.strip()):
        code = country_code(asked.removeprefix("state:"))
        field = "country" if code else "who"
        out[field] = (*out.get(field, ()), code or asked)
    return out


def plot(counts: dict[tuple[str, str], int], covered: set[str], pairs: tuple, *, mirrored: bool) -> list[Month]:
    """The months of the record from the first that weighs to the last, at most the last 120; mirrored where time runs
    leftwards. `counts` by month and side (up, down)."""
    totals = {m: counts.get((m, "up"), 0) + counts.get((m, "down"), 0) for m, _ in counts}
    if not any(totals.values()):
        return []
    highest = max(totals.values())
    weigh = sorted({m for m, n in totals.items() if n * 50 >= highest} | covered)
    months = months_between(weigh[0], weigh[-1])[-120:]
    top = max(max(counts.get((m, "up"), 0), counts.get((m, "down"), 0)) for m in months) or 1
    places = range(len(months))
    out = []
    for n, m in zip(reversed(places) if mirrored else places, months, strict=True):
        up, down = counts.get((m, "up"), 0), counts.get((m, "down"), 0)
        link = query((*pairs, ("from", m), ("to", m)))
        out.append(Month(m, n * 10, round(up / top * 38, 1), round(down / top * 38, 1), up, down, m in covered, link))
    return out


def speaker(side: str) -> str:
    """A side as a speaker: a country's own id."""
    code = country_code(side.removeprefix("state:"))
    return f"state:{code}" if code else side


def called(desk: Desk, side: str) -> str:
    """What a side is called in the interface's language."""
    code = country_code(side.removeprefix("state:"))
    return desk.t.country(code) if code else desk.t.name(side)


def dyad(desk: Desk) -> tuple[str, dict[str, Any]]:
    """The page of two sides."""
    a, b = desk.asked("a", 100), desk.asked("b", 100)
    both = sides(a, b)
    pairs = tuple((k, v) for k, values in both.items() for v in values)
    context: dict[str, Any] = {"a": a, "b": b, "called": (called(desk, a), called(desk, b)), "months": [], "days": [], "quotes": [],
                               "said": [], "query": query(pairs), "total": 0}  # fmt: skip
    if not (a and b):
        return "dyad.html", context
    chosen = {"country": both.get("country", ()), "who": both.get("who", ()), "since": None, "until": None}
    page = stretch(desk, (("a", a), ("b", b)), chosen)
    counts: dict[tuple[str, str], int] = {}
    for side, acts in (("up", COOPERATION), ("down", CONFLICT)):
        for month, status, n in desk.record.density(**chosen, act=tuple(sorted(acts))):
            if month and len(month) == 7 and status == "held":
                counts[month, side] = counts.get((month, side), 0) + n
    covered = set(desk.coverage.months)
    said = []
    for one, other in ((a, b), (b, a)):
        found = list(islice(desk.record.quotes(who=speaker(one), about=speaker(other)), QUOTES + 1))
        link = query((("who", speaker(one)), ("about", called(desk, other) if country_code(other) else other)))
        said.append((called(desk, one), called(desk, other), found[:QUOTES], link if len(found) > QUOTES else None))
    return "dyad.html", {
        **context, **page, "said": said, "months": plot(counts, covered, pairs, mirrored=desk.lang == "ar"),
    }  # fmt: skip
