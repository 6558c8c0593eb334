"""The annotated articles of bench/annotated: well formed, and without a word of the articles."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mahdar.rules.acts.plover import least
from mahdar.rules.acts.tables import acts

ANNOTATED = Path(__file__).resolve().parent.parent / "bench" / "annotated"
RECORDS = [json.loads(x) for file in ("events.jsonl", "unseen.jsonl") for x in (ANNOTATED / file).read_text(encoding="utf-8").splitlines()]
EVENTS = [(r["id"], e) for r in RECORDS for e in r["events"]]
STATUSES = {"held", "planned", "proposed", "cancelled", "denied"}
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}-\d\d-\d\d)?")


def test_articles_stand_once() -> None:
    ids = [r["id"] for r in RECORDS]
    assert len(ids) == len(set(ids)) == 600


def test_no_word_of_the_articles_is_kept() -> None:
    for path in ANNOTATED.glob("*.*"):
        assert not re.search(r"[\u0600-\u06ff]", path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize("field", ["act", "status", "date", "anchor", "sides"])
def test_events_are_well_formed(field: str) -> None:
    known = {a.act for a in acts().values()} | set(least())
    fits = {
        "act": lambda e: e["act"] in known,
        "status": lambda e: e["status"] in STATUSES,
        "date": lambda e: (e["date"] is None) == (e["date_from"] is None) and DAY.fullmatch(e["date"] or "2018"),
        "anchor": lambda e: 0 <= e["anchor"][0] < e["anchor"][1],
        "sides": lambda e: all(name and (c is None or len(c) == 3) for s in ("actors", "recipients") for name, c in e[s]),
    }
    assert [(i, e) for i, e in EVENTS if not fits[field](e)] == []


def test_gold_does_not_hold_them() -> None:
    shared = ANNOTATED.parents[2] / "shared" / "gold"
    if not shared.is_dir():
        pytest.skip("needs ../shared beside the checkout")
    gold = {g["id"] for name in ("dev", "more") for g in json.loads((shared / name / "gold.json").read_text(encoding="utf-8"))}
    assert gold.isdisjoint(r["id"] for r in RECORDS)


def rows(name: str) -> list[dict[str, str]]:
    lines = [x.split("\t") for x in (ANNOTATED / name).read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    return [dict(zip(lines[0], x, strict=True)) for x in lines[1:]]


@pytest.mark.parametrize("name, verdict, known", [("judged.tsv", "verdict", set("RMSTAG")), ("checked.tsv", "verdict", set("RMSTAG")), ("given_up.tsv", "told", set("YN"))])
def test_judged_places_are_well_formed(name: str, verdict: str, known: set[str]) -> None:
    acts_known = {a.act for a in acts().values()} | set(least())
    found = rows(name)
    assert len(found) > 1000
    assert [r for r in found if not (r["start"].isdigit() and r["act"] in acts_known and r[verdict] in known)] == []
    assert [r for r in found if r["status"] not in STATUSES and not (name == "given_up.tsv" and not r["status"])] == []
    assert found == sorted(found, key=lambda r: (r["article"], int(r["start"]), r["act"], r["status"], r["actors"], r["recipients"]))


def test_judged_places_are_of_other_articles_than_the_annotated() -> None:
    annotated = {r["id"] for r in RECORDS}
    assert annotated.isdisjoint(r["article"] for r in rows("judged.tsv"))
    assert annotated.isdisjoint(r["article"] for r in rows("given_up.tsv"))
    assert {r["article"] for r in rows("checked.tsv")}.isdisjoint({*annotated, *(r["article"] for r in rows("judged.tsv"))})
