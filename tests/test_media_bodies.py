"""The tables of media and bodies: what a row must be, and a few that everybody can check."""
from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mahdar.lexicon.table import Row, alternatives, read_table

TABLES = Path(__file__).parents[1] / "src/mahdar/lexicon/tables"
SECTORS = frozenset("GOV MIL REB LEG JUD PTY CVL BUS MED IGO NGO".split())
COLUMNS = ("id", "kind", "name", "name_ar", "forms", "country", "wikidata", "source")


def rows(table: str) -> list[Row]:
    return list(read_table(TABLES / f"{table}.tsv", columns=COLUMNS))


COUNTRIES = {r["id"].removeprefix("state:") for r in read_table(TABLES / "states.tsv")} | {"IGO", ""}


@pytest.mark.parametrize(("table", "kinds"), [("media", {"agency", "outlet"}), ("bodies", {"institution", "organization", "group"})])
def test_rows(table: str, kinds: set[str]) -> None:
    found = rows(table)
    assert [r["id"] for r in found] == sorted(r["id"] for r in found)
    for row in found:
        assert row["kind"] in kinds and row["id"].startswith(row["kind"] + ":"), row["id"]
        assert row["country"] in COUNTRIES, (row["id"], row["country"])
        assert row["name"] and row["name_ar"] in alternatives(row["forms"]), row["id"]
        assert re.fullmatch(r"(Q\d+)?", row["wikidata"]) and row["source"] in ("press", "public"), row["id"]
        forms = alternatives(row["forms"])
        assert len(forms) == len(set(forms)), row["id"]
    wikidata = Counter(r["wikidata"] for r in found if r["wikidata"])
    assert not [q for q, n in wikidata.items() if n > 1]


def test_media_have_zones_and_domains_of_their_own() -> None:
    found = rows("media")
    for row in found:
        ZoneInfo(row["zone"])
    domains = Counter(d for r in found for d in alternatives(r["domains"]))
    assert not [d for d, n in domains.items() if n > 1]


def test_bodies_have_sectors() -> None:
    assert not [r["id"] for r in rows("bodies") if r["sector"] not in SECTORS]


def test_a_form_names_one_body() -> None:
    owners = Counter(f for r in rows("bodies") for f in alternatives(r["forms"]))
    assert not [f for f, n in owners.items() if n > 1]


def test_ordinary_words_are_no_forms() -> None:
    """Names that are everyday words are read only behind their noun, in brackets or in a title's suffix."""
    forms = {f for r in rows("media") for f in alternatives(r["forms"])}
    assert not forms & {"الحياة", "الوطن", "الشرق", "الجديد", "النهار", "البيان", "الخليج", "فارس", "مهر", "معا", "واس", "إكس", "اليوم السابع"}


@pytest.mark.parametrize(
    ("table", "form", "ident"),
    [
        ("media", "رويترز", "agency:reuters"),
        ("media", "وكالة فارس", "agency:fars"),
        ("media", "قناة روسيا اليوم", "outlet:rt"),
        ("media", "سكاي نيوز عربية", "outlet:sky-news-arabia"),
        ("bodies", "البنتاغون", "institution:pentagon"),
        ("bodies", "مجلس الأمن", "organization:un-security-council"),
        ("bodies", "قوات سوريا الديمقراطية", "group:syrian-democratic-forces"),
    ],
)
def test_known(table: str, form: str, ident: str) -> None:
    assert [r["id"] for r in rows(table) if form in alternatives(r["forms"])] == [ident]
