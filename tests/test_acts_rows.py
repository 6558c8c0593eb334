"""Every row of the act and status tables is fired by its own example."""
from __future__ import annotations

from pathlib import Path

import pytest

from mahdar import reading
from mahdar.lexicon import load
from mahdar.lexicon.table import alternatives, read_table
from mahdar.model import Article
from mahdar.rules import acts, status
from mahdar.rules.acts.tables import acts as act_rows
from mahdar.rules.acts.tables import frames

ACTS, STATUS = Path(acts.__file__).parent, Path(status.__file__).parent
TABLES = [("act", ACTS / "verbs.tsv"), ("noun", ACTS / "nouns.tsv"), ("light", ACTS / "light.tsv"),
          ("govern", STATUS / "governors.tsv"), ("plan", STATUS / "words.tsv")]
ROWS = [(table, row) for table, path in TABLES for row in read_table(path)]


def reports(text: str) -> tuple:
    """The reports of one sentence told on 31 May 2018."""
    return reading.read(Article(id="case", text=text, day="2018-05-31"), load()).reports


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[f"{t}:{r['id']}" for t, r in ROWS])
def test_a_row_is_fired_by_its_example(table: str, row: dict[str, str]) -> None:
    found = reports(row["example"])
    if row.get("status") == "drop":
        assert not [r for r in found if r.act == "assault"], "the act asked for or threatened is no event of its own"
        return
    assert any(f"{table}:{row['id']}" in r.rows for r in found), [r.rows for r in found]


def test_every_frame_is_used_by_a_row() -> None:
    assert set(frames()) == {a.frame.id for a in act_rows().values()}


def test_every_act_has_a_category() -> None:
    known = set(read_table(ACTS / "acts.tsv").rows)
    assert known == {a.act for a in act_rows().values()}


@pytest.mark.parametrize("row", list(read_table(ACTS / "modes.tsv")), ids=lambda r: r["id"])
def test_a_mode_is_told_by_its_example(row: dict[str, str]) -> None:
    found = reports(row["example"])
    assert any((r.act, r.mode) == (row["act"], row["mode"]) for r in found), [(r.act, r.mode) for r in found]


@pytest.mark.parametrize("row", list(read_table(ACTS / "targets.tsv")), ids=lambda r: r["id"])
def test_a_thing_is_hit_in_its_example(row: dict[str, str]) -> None:
    assert any(r.act == "assault" for r in reports(row["example"]))


@pytest.mark.parametrize("row", list(read_table(ACTS / "houses.tsv")), ids=lambda r: r["id"])
def test_an_act_is_done_in_the_house_of_its_example(row: dict[str, str]) -> None:
    assert any(r.place == row["place"] for r in reports(row["example"]))


@pytest.mark.parametrize("row", list(read_table(ACTS / "alike.tsv")), ids=lambda r: r["id"])
def test_rows_treated_alike_are_rows(row: dict[str, str]) -> None:
    assert set(alternatives(row["rows"])) <= {a.key for a in act_rows().values()}
    assert any(set(alternatives(row["rows"])) & set(r.rows) for r in reports(row["example"])), "none is fired by the example"


@pytest.mark.parametrize("row", list(read_table(ACTS / "abroad.tsv")), ids=lambda r: r["id"])
def test_who_strikes_abroad_strikes_those_he_fights_there(row: dict[str, str]) -> None:
    assert any(r.act == "assault" and set(r.recipients) & set(alternatives(row["foes"])) for r in reports(row["example"]))
