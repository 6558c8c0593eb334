"""Exports: the contract's fields, PLOVER twice, dyads."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import record_makers as made

from mahdar import export
from mahdar.building import build
from mahdar.errors import UsageError
from mahdar.export import brief, plover
from mahdar.lexicon.table import read_table, write_sorted
from mahdar.record import open_record

FIELDS = (
    "id act mode status detail contested actors recipients place date date_from precision not_after "
    "asserted_by denied_by sentence history "
    "reports articles independent_sources origins evidence disagreements thread"
).split()


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "whole.mahdar"
    build(made.articles(), path, read=made.read, rules="hand")
    return path


def written(path, format: str, **filters) -> str:
    out = io.StringIO()
    with open_record(path) as r:
        n = export.write(r, format, out, **filters)
    assert n == len(out.getvalue().splitlines()) - (format == "dyads")
    return out.getvalue()


def events(path, **filters) -> list[dict]:
    return [json.loads(line) for line in written(path, "jsonl", **filters).splitlines()]


def test_fields_and_order(path):
    found = events(path)
    assert all(list(e)[: len(FIELDS)] != [] and set(FIELDS) <= set(e) for e in found)
    dated = [(e["date"] or "9999", e["id"]) for e in found]
    assert dated == sorted(dated)


def test_one_encounter_is_one_event(path):
    (e,) = events(path, act="meet", place="Singapore")
    assert [(h["status"], h["first_reported"]) for h in e["history"]] == [
        ("planned", "2018-05-10"),
        ("cancelled", "2018-05-24"),
        ("held", "2018-06-12"),
    ]
    assert e["status"] == "held" and e["articles"] == 4 and e["date"] == "2018-06-12" and not e["disagreements"]
    (letter,) = events(path, act="message")
    assert {"event": letter["id"], "relation": "cancelled_by", "why": "told beside the cancellation"} in e["thread"]


def test_disagreements_are_kept(path):
    (e,) = events(path, place="Vostochny Cosmodrome")
    kinds = {d["field"]: d for d in e["disagreements"]}
    assert kinds["date"]["kind"] == "more precise" and kinds["place"]["kind"] == "changed"
    assert {v["value"]: v["articles"] for v in kinds["place"]["values"]} == {
        "Vladivostok": ["ninth"],
        "Vostochny Cosmodrome": ["tenth"],
    }


def test_whose_word_and_who_denies(path):
    (e,) = events(path, act="aid")
    assert e["contested"] and e["status"] == "held"
    assert [(v["name"], v["party"]) for v in e["asserted_by"]] == [("White House", "other")]
    assert [(v["name"], v["party"]) for v in e["denied_by"]] == [("Russian Foreign Ministry", "recipient")]
    assert "according to the White House" in e["sentence"]["en"]


def test_invitations_and_visits_are_tied(path):
    (invite,) = events(path, act="invite")
    (visit,) = events(path, act="visit")
    assert [(t["event"], t["relation"]) for t in invite["thread"]] == [(visit["id"], "carried_out_by")]
    assert [(t["event"], t["relation"]) for t in visit["thread"]] == [(invite["id"], "announced_by")]


def test_evidence_shows_the_words(path):
    for e in events(path):
        for v in e["evidence"]:
            assert v["quote"] == made.readings()[v["article"]].text[v["start"] : v["end"]] and v["outlet"] and v["url"]


def test_plover(path):
    ours = [json.loads(line) for line in written(path, "plover").splitlines()]
    strict = {x["id"]: x["event"] for x in map(json.loads, written(path, "plover_strict").splitlines())}
    assert {x["event"] for x in ours if x["act"] == "visit"} == {"CONSULT"}
    assert {strict[x["id"]] for x in ours if x["act"] == "visit"} == {"AGREE"}


def test_plover_table_is_sorted_and_whole():
    file = Path(plover.__file__).with_name("plover.tsv")
    table = read_table(file)
    assert file.read_text(encoding="utf-8") == write_sorted(table)
    assert len([r for r in table if "/" not in r["id"]]) == 20


def test_dyads(path):
    rows = list(csv.DictReader(io.StringIO(written(path, "dyads"))))
    summit = [(r["actor_country"], r["recipient_country"]) for r in rows if r["day"] == "2018-07-16"]
    assert summit == [("RUS", "USA"), ("USA", "RUS")] or summit == [("USA", "RUS"), ("RUS", "USA")]
    (aid,) = [r for r in rows if r["act"] == "aid"]
    assert (aid["actor_country"], aid["recipient_country"], aid["contested"], aid["asserted_by"]) == (
        "PRK",
        "RUS",
        "1",
        "White House",
    )


def test_unknown_format(path):
    with pytest.raises(UsageError, match="no format"):
        written(path, "excel")


@pytest.mark.parametrize("form", brief.FORMS)
def test_brief(path, form):
    out = io.StringIO()
    with open_record(path) as r:
        assert brief.write(r, out, form=form, who="Kim Jong Un") == 7
    text = out.getvalue()
    assert (
        "31 May 2018" in text
        and "استقبل كيم" in text
        and "no articles of" in text
        and "https://example.org/second" in text
    )
