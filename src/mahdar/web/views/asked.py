"""The filters of a view: in its address, as a sentence, each one to be taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from starlette.requests import Request

from ...cli.common import days

MANY = ("who", "country", "act", "mode", "status", "place", "source")
ONE = ("from", "to", "words", "independent", "reviewed")
STATUSES = ("held", "planned", "proposed", "cancelled", "denied")
Pairs = tuple[tuple[str, str], ...]


class Chip(NamedTuple):
    """One filter: its field, its value, and the query without it."""

    field: str
    value: str
    without: str


def asked(request: Request) -> Pairs:
    """The filters of an address, in a fixed order, empty ones left out."""
    given = [(k, v.strip()) for k, v in request.query_params.multi_items() if v.strip()]
    return tuple(dict.fromkeys((k, v) for field in (*MANY, *ONE) for k, v in given if k == field))


def query(pairs: Pairs) -> str:
    """The filters as the query of an address.

    >>> query((("country", "PRK"),)), query(())
    ('?country=PRK', '')
    """
    return f"?{urlencode(pairs)}" if pairs else ""


def chips(pairs: Pairs) -> list[Chip]:
    """Every filter, with the address that takes it away."""
    return [Chip(k, v, query(tuple(p for p in pairs if p != (k, v)))) for k, v in pairs]


def filters(pairs: Pairs) -> dict[str, Any]:
    """The filters as the record's own arguments.

    Errors: UsageError for what is no date.
    """
    many = {field: tuple(v for k, v in pairs if k == field) for field in MANY}
    one: Mapping[str, str] = {k: v for k, v in pairs if k in ONE}
    many["country"] = tuple(c.upper() for c in many["country"])
    independent = one.get("independent", "0")
    return {
        **many,
        "since": days(one.get("from")),
        "until": days(one.get("to"), last=True),
        "words": one.get("words"),
        "independent": int(independent) if independent.isdigit() else 0,
        "reviewed": one.get("reviewed") == "1",
    }
