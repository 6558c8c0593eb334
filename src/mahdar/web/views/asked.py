"""The filters of a view: in its address, as a sentence, each one to be taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from starlette.requests import Request

from ...cli.common import days
from ..words import Tongue, country_code

MANY = ("act", "mode", "status", "who", "country", "place", "source")
ONE = ("from", "to", "words", "independent", "reviewed")
STATUSES = ("held", "planned", "proposed", "cancelled", "denied")
ACTS = ("meet", "visit", "call", "message", "invite", "agree", "support", "concede", "cooperate", "aid", "retreat",
        "request", "accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault")  # fmt: skip
Pairs = tuple[tuple[str, str], ...]


class Chip(NamedTuple):
    """One filter: how the sentence goes on to it, its value in words, and the query without it."""

    field: str
    link: str
    value: str
    without: str


def asked(request: Request) -> Pairs:
    """The filters of an address, in a fixed order, empty ones left out."""
    given = [(k, v.strip()[:200]) for k, v in request.query_params.multi_items() if v.strip()]
    return tuple(dict.fromkeys((k, v) for field in (*MANY, *ONE) for k, v in given if k == field))


def query(pairs: Pairs) -> str:
    """The filters as the query of an address.

    >>> query((("country", "PRK"),)), query(())
    ('?country=PRK', '')
    """
    return f"?{urlencode(pairs)}" if pairs else ""


def in_words(field: str, value: str, t: Tongue) -> str:
    """A filter's value as a person says it.

    >>> in_words("country", "prk", Tongue("en")), in_words("from", "2018-05", Tongue("ar")), in_words("act", "meet", Tongue("ar"))
    ('North Korea', 'مايو 2018', 'لقاء')
    """
    if field in ("act", "mode", "status"):
        return t(value)
    if field == "country":
        return t.country(value.upper())
    if field in ("from", "to"):
        return t.day(value)
    if field == "place" and len(value) == 3 and value.isupper():
        return t.country(value)
    if field in ("who", "place", "source"):
        return t.name(value)
    return "" if field == "reviewed" else value


def chips(pairs: Pairs, t: Tongue) -> list[Chip]:
    """Every filter in words, with the address that takes it away."""
    return [
        Chip(k, "" if k in ("act", "mode", "status") else t(f"chip_{k}"), in_words(k, v, t),
             query(tuple(p for p in pairs if p != (k, v))))
        for k, v in pairs
    ]  # fmt: skip


def sentence(pairs: Pairs, t: Tongue) -> str:
    """The filters as one line of text.

    >>> sentence((("act", "meet"), ("country", "PRK"), ("from", "2018-05")), Tongue("en"))
    'meeting · with North Korea · from May 2018'
    """
    said = (f"{c.link} {c.value}".strip() for c in chips(pairs, t))
    return " · ".join(said) or t("all_events")


def filters(pairs: Pairs) -> dict[str, Any]:
    """The filters as the record's own arguments; countries by their letters or their name in either language.

    Errors: UsageError for what is no date.
    """
    many = {field: tuple(v for k, v in pairs if k == field) for field in MANY}
    one: Mapping[str, str] = {k: v for k, v in pairs if k in ONE}
    many["country"] = tuple(country_code(c) or c.upper() for c in many["country"])
    independent = one.get("independent", "0")
    return {
        **many,
        "since": days(one.get("from")),
        "until": days(one.get("to"), last=True),
        "words": one.get("words"),
        "independent": int(independent[:6]) if independent.isascii() and independent.isdigit() else 0,
        "reviewed": one.get("reviewed") == "1",
    }
