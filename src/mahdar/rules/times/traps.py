"""What looks like a time and is none: days in the names of events and places, numbers that count, names of people."""

from __future__ import annotations

from .absolute import placed
from .calendar import year_value
from .grammar import NOTHING, Found, Hit
from .parts import RULES
from .resolve import year_of


@RULES.rule(
    "day in a name",
    "trap=(trap) the? no=(dayno) from? monthword? mon=(mon) yeartail",
    "trap=(trap) mon=(mon) yeartail",
    "trap=(trap) no=(dayno) (from? a_month)? dayno_and from? mon=(mon) yeartail",
)
def day_in_name(hit: Hit) -> Found | None:
    kind = hit.value("trap")
    if hit.has("year"):
        year = year_of(hit)
        tokens = hit.part("year")
        if kind == "dated" or year is None:
            return None
        return Found(year_value(year), "the year beside a name", start=tokens[0].start, end=tokens[-1].end)
    if kind == "dated" and not hit.has("no"):
        return None
    return NOTHING


@RULES.rule("counted number", "(about|vague) year=(year)", "year=(year) counted")
def counted(hit: Hit) -> Found | None:
    return None if placed(hit, hit.number("year") or 0) else NOTHING


@RULES.rule("name of a person", "person")
def person(hit: Hit) -> Found | None:
    return NOTHING
