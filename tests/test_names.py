"""The reading of names: the cases beside the rules, and every row of the rules' tables at work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mahdar.arabic.letters import fold
from mahdar.arabic.words import Text
from mahdar.lexicon import load, read_table
from mahdar.lexicon.table import alternatives
from mahdar.rules import times
from mahdar.rules.names import Names, read
from mahdar.rules.names.words import words

FOLDER = Path(__file__).resolve().parent.parent / "src/mahdar/rules/names"


def cases(name: str) -> list[dict]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def names(text: str, day: str | None = "2018-05-31", outlet: str | None = None) -> tuple[Text, Names]:
    t = Text(text)
    return t, read(t, day=day, outlet=outlet, lexicon=load(), times=times.find(t, day=day))


def found(case: dict) -> list[list[str]]:
    text, read_names = names(case["text"], case.get("day"), case.get("outlet"))
    return [[text.raw[slice(*m.span(text))], m.form, "&".join(m.entities)] for m in read_names.mentions]


@pytest.mark.parametrize("case", cases("cases"), ids=lambda c: c["label"])
def test_case(case: dict) -> None:
    assert found(case) == case["expect"]


@pytest.mark.parametrize("case", cases("negative"), ids=lambda c: c["label"])
def test_negative_case(case: dict) -> None:
    _, read_names = names(case["text"], case.get("day"), case.get("outlet"))
    there = [e for m in read_names.mentions for e in m.entities]
    if "absent" in case:
        there += list(read_names.entities)
    for prefix in case.get("absent", case.get("unmentioned")):
        assert not [e for e in there if e.startswith(prefix)]


@pytest.mark.parametrize("case", cases("known_failures"), ids=lambda c: c["label"])
def test_known_failure(case: dict) -> None:
    assert found(case) != case["expect"], "it works now: move it to cases.jsonl"


def test_labels_stand_once() -> None:
    labels = [c["label"] for name in ("cases", "negative", "known_failures") for c in cases(name)]
    assert len(labels) == len(set(labels))


def rows(table: str) -> list:
    return [pytest.param(row, id=row["id"]) for row in read_table(FOLDER / f"{table}.tsv")]


@pytest.mark.parametrize("row", rows("organs"))
def test_every_organ_is_read_with_a_nationality(row: dict) -> None:
    _, read_names = names(f"أعلن {row['example']} الموقف.")
    assert [m for m in read_names.mentions if m.country or not row["sector"]]


@pytest.mark.parametrize("row", rows("unnamed"))
def test_every_unnamed_noun_is_read(row: dict) -> None:
    for written in (*alternatives(row["forms"]), *alternatives(row["plurals"])):
        assert any(x[0] == "unnamed" for x in items(written)), written


@pytest.mark.parametrize("row", rows("blocs"))
def test_every_bloc_is_read(row: dict) -> None:
    for written in alternatives(row["forms"]):
        _, read_names = names(f"أيدت {written} الخطة.")
        assert read_names.mentions, written


@pytest.mark.parametrize("row", rows("first"))
def test_every_first_name_makes_a_person(row: dict) -> None:
    for written in alternatives(row["forms"]):
        found = [names(f"وصل {title} {written} زابوروجني.")[1].mentions for title in ("النائب", "السيد")]
        assert any(m.kind == "person" for mentions in found for m in mentions), written


@pytest.mark.parametrize("row", rows("loaded"))
def test_every_loaded_word_means_its_body_where_it_is_used(row: dict) -> None:
    for written in alternatives(row["forms"]):
        for outlet in alternatives(row["outlets"]) or [None]:
            _, read_names = names(row["example"].replace("{}", written), outlet=outlet)
            assert row["entity"] in [m.entity for m in read_names.mentions], (written, outlet)


def test_steering_words_are_found() -> None:
    for row in read_table(FOLDER / "steer.tsv"):
        for written in alternatives(row["forms"]):
            assert any(x[0] == row["kind"] and x[1] == row["id"] for x in items(written)), written


def items(written: str) -> list[tuple[str, str, str]]:
    first, *rest = fold(written).split()
    return [x for tail, found in words().matcher.heads.get(first, ()) if tail == tuple(rest) for x in found]


def test_everyday_words_are_folded_and_no_names_of_the_first_table() -> None:
    everyday = words().common
    assert all(w == fold(w) for w in everyday)
    assert {"قال", "ان", "الي"} <= everyday


def test_habits_name_states() -> None:
    codes = {i.partition(":")[2] for i in load().entries if i.startswith("state:")}
    for row in read_table(FOLDER / "habits.tsv"):
        assert set(alternatives(row["countries"])) <= codes | {"HKG"}


def test_feminine_nouns_that_look_like_verbs_make_no_capital_a_subject() -> None:
    for row in read_table(FOLDER / "nouns.tsv"):
        for written in alternatives(row["forms"]):
            assert fold(written) in words().common_nouns


def test_resolve_finds_the_subject_before() -> None:
    text, read_names = names("استقبل بوتين ميركل في سوتشي. وأكد دعمه.")
    token = text.norms.index("واكد")
    assert read_names.resolve(token, "m").entity == "person:vladimir-putin"
    assert read_names.resolve(token, "f").entity == "person:angela-merkel"
    assert read_names.resolve(0, "m") is None


def test_mentions_dont_overlap_and_stand_in_order() -> None:
    text, read_names = names("قال وزير الخارجية الروسي سيرغي لافروف ونظيره الأمريكي مايك بومبيو إن روسيا والصين في موسكو.")
    spans = [(m.i, m.j) for m in read_names.mentions]
    assert spans == sorted(spans) and all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    assert all(m.i <= m.a < m.b <= m.j <= len(text) for m in read_names.mentions)
