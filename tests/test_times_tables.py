"""Every alternative of every row of the times tables is fired by its row's example."""

from __future__ import annotations

from pathlib import Path

import pytest

from mahdar.arabic import numbers
from mahdar.arabic.letters import fold
from mahdar.lexicon.table import alternatives, read_table, write_sorted
from mahdar.rules import times
from mahdar.rules.times.lexemes import TABLES
from mahdar.rules.times.shapes import shape

FOLDER = Path(times.__file__).parent
DAY = "2018-07-18"
NUMBERS = Path(numbers.__file__).with_name("numbers.tsv")


def alternatives_of(names: tuple[str, ...]) -> list:
    """One parameter for every alternative: (row, form)."""
    return [
        pytest.param(row, form, id=f"{name}:{row['id']}:{form}")
        for name in names
        for row in read_table(FOLDER / f"{name}.tsv")
        for form in alternatives(row["forms"])
    ]


@pytest.mark.parametrize(("row", "form"), alternatives_of(TABLES))
def test_alternative_is_fired(row, form):
    text = row["example"].replace("{}", form)
    if row["id"].startswith("latin"):  # only lines of date hold these
        assert row["gives"].startswith(times.dateline(text, day=DAY).value[:7])
        return
    found = times.find(text, day=DAY, offsets=True)
    if row["gives"] == "offset":
        assert any(t.offset for t in found), found
    elif row["gives"] == "nothing":
        assert not [t for t in found if not t.offset], found
    else:
        assert row["gives"] in [t.value for t in found], found


@pytest.mark.parametrize(("row", "form"), alternatives_of(("tense", "aspect")))
def test_tense_word_is_fired(row, form):
    found = times.find(row["example"].replace("{}", form), day=DAY)
    assert not found if row["gives"] == "nothing" else found[-1].value == row["gives"]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in read_table(FOLDER / "shapes.tsv")])
def test_shape_is_fired(row):
    assert row["shown"] in row["example"] and row["class"] in shape(fold(row["shown"]))
    found = times.find(row["example"], day=DAY)
    assert not found if row["gives"] == "nothing" else found[-1].value == row["gives"]


def test_a_shape_that_is_none_is_none():
    assert not shape("الوقت") and "past" not in shape("حياات") and "counted" not in shape("سوريا")


@pytest.mark.parametrize(("row", "form"), alternatives_of(("clocks",)))
def test_clock_word_is_fired(row, form):
    line = times.dateline(row["example"].replace("{}", form))
    assert line is not None and line.published == row["gives"]


@pytest.mark.parametrize(
    ("row", "form"),
    [
        pytest.param(row, form, id=f"{row['id']}:{form}")
        for row in read_table(NUMBERS)
        for form in alternatives(row["forms"])
    ],
)
def test_number_word_is_fired(row, form):
    assert numbers.parse(fold(row["example"].replace("{}", form)).split()) == int(row["gives"])


@pytest.mark.parametrize("path", [*sorted(FOLDER.glob("*.tsv")), NUMBERS], ids=lambda p: p.name)
def test_table_is_sorted(path):
    table = read_table(path)
    comments = [line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#")]
    assert path.read_text(encoding="utf-8") == "".join(comments) + write_sorted(table), f"sort {path.name} by its ids"


def test_forms_stand_once():
    seen: dict[str, str] = {}
    for name in TABLES:
        for row in read_table(FOLDER / f"{name}.tsv"):
            for form in alternatives(row["forms"]):
                key = fold(form) + (" آ" if row["class"] == "madda" else "")
                assert key not in seen, f"{form}: {row['id']} and {seen[key]}"
                seen[key] = row["id"]
