"""Offices over time: who held which, from Mahdar's own tables, in both languages."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..lexicon import read_table
from .words import TABLES, has, word


class Term(NamedTuple):
    """A person's time in an office; `start` and `end` as precise as they are known, "" open."""

    office: str
    of: str
    person: str
    start: str
    end: str


@cache
def _holders() -> tuple[Term, ...]:
    table = read_table(TABLES / "holders.tsv", columns=("office", "of", "person", "from", "to"))
    return tuple(Term(r["office"], r["of"], r["person"], r["from"], r["to"]) for r in table)


@cache
def _by_person() -> dict[str, list[Term]]:
    out: dict[str, list[Term]] = {}
    for term in _holders():
        out.setdefault(term.person, []).append(term)
    return {who: sorted(held, key=lambda x: (x.start, x.office)) for who, held in out.items()}


@cache
def _titles() -> dict[str, tuple[str, str]]:
    out = {}
    for row in read_table(TABLES / "offices.tsv", columns=("id", "forms", "english")):
        forms = [f for f in row["forms"].split("|") if f]
        out[row["id"]] = (row["english"], forms[0] if forms else "")
    return out


@cache
def _fields() -> dict[str, tuple[str, str]]:
    table = read_table(TABLES / "fields.tsv", columns=("id", "forms", "minister"))
    return {r["id"]: (r["minister"], r["forms"].split("|")[0]) for r in table}


def terms(person: str) -> list[Term]:
    """The offices a person held, in order; none where the tables don't know the person.

    >>> [(t.office, t.of, t.start[:4]) for t in terms("person:sergey-lavrov")][-1]
    ('foreign_minister', 'state:RUS', '2004')
    """
    return _by_person().get(person, [])


def held(of: str, first: str, last: str) -> list[Term]:
    """Who held the offices of a state or body between two days.

    >>> any(t.person == "person:sergey-lavrov" for t in held("state:RUS", "2018-01-01", "2018-12-31"))
    True
    """
    fits = [t for t in _holders() if t.of == of and t.start <= last and (not t.end or t.end >= first[: len(t.end)])]
    return sorted(fits, key=lambda t: (_rank(t.office), t.office, t.start))


@cache
def _ranks() -> dict[str, int]:
    table = read_table(TABLES / "offices.tsv", columns=("id", "rank"))
    return {r["id"]: int(r["rank"] or 9) for r in table}


def _rank(office: str) -> int:
    if office.endswith("_minister") and office != "prime_minister":
        return 3
    return _ranks().get(office, 6)


def title(office: str, lang: str) -> str:
    """What an office is called.

    >>> title("foreign_minister", "en"), title("foreign_minister", "ar"), title("president", "ar")
    ('foreign minister', 'وزير الخارجية', 'رئيس')
    """
    at = 1 if lang == "ar" else 0
    if has(f"office_{office}"):
        return word(f"office_{office}", lang)
    if office in _titles():
        return _titles()[office][at] or _titles()[office][0]
    if office.endswith("_minister"):
        field = _fields().get(office.removesuffix("_minister"))
        if field:
            return f"{_titles()['minister'][1]} {field[1]}" if at else field[0]
    return office.replace("_", " ")
