"""Acts and their status: sentences of our own, what must be read from them and what must not."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from mahdar import reading
from mahdar.lexicon import load
from mahdar.model import Article
from mahdar.rules import acts

FOLDER = Path(acts.__file__).parent


def cases(name: str) -> list:
    rows = [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line]
    return [pytest.param(row, id=f"{row['label']}:{n}") for n, row in enumerate(rows, 1)]


def read(case: dict) -> list:
    """The reports of a case's text, as its `expect` writes them."""
    article = Article(id="case", text=case["text"], title=case.get("title"), day=case["day"])
    return [[r.act, r.mode, r.status, r.detail, list(r.actors), list(r.recipients), r.date, r.place]
            for r in reading.read(article, load()).reports]


@pytest.mark.parametrize("case", cases("cases.jsonl"))
def test_case(case: dict) -> None:
    assert read(case) == case["expect"]


@pytest.mark.parametrize("case", cases("negative.jsonl"))
def test_negative(case: dict) -> None:
    assert read(case) == case["expect"]


@pytest.mark.parametrize("case", cases("known_failures.jsonl"))
@pytest.mark.xfail(strict=True)
def test_known_failure(case: dict) -> None:
    assert read(case) == case["expect"]


def test_offsets_point_into_the_text() -> None:
    text = "ترامب وكيم في سنغافورة\nالتقى الرئيس الأمريكي دونالد ترامب زعيم كوريا الشمالية كيم جونغ أون في سنغافورة."
    found = reading.read(Article(id="a", text=text, title=text.split("\n")[0], day="2018-06-12"), load()).reports
    assert [r.anchor for r in found] == ["التقى"]
    for r in found:
        assert text[r.start:r.end] == r.anchor
        assert all(0 <= a < b <= len(text) for a, b in r.evidence)


def test_one_report_however_often_it_is_told() -> None:
    text = "بوتين يلتقي ترامب\nالتقى بوتين ترامب في هلسنكي. وقال بوتين بعد لقائه ترامب إن الحوار مستمر."
    found = reading.read(Article(id="a", text=text, title="بوتين يلتقي ترامب", day="2018-07-16"), load()).reports
    assert [(r.act, r.status, r.salience) for r in found] == [("meet", "held", "title")]
    assert found[0].place == "place:helsinki"
    assert len(found[0].evidence) > 1


def test_roles_are_kept_apart() -> None:
    found = reading.read(Article(id="a", text="استضافت تركيا محادثات بين روسيا وأوكرانيا.", day="2022-03-29"), load()).reports
    assert [(r.actors, r.roles) for r in found] == [(("state:RUS", "state:UKR"), {"host": ("state:TUR",)})]


@pytest.mark.parametrize("text", ["", " ", "\n", ".", "؟!", "و", "التقى", "بين و", "«" * 50, "أن أن أن أن", "(" * 40 + "التقى بوتين" + ")" * 10])
def test_scraps_do_no_harm(text: str) -> None:
    assert isinstance(reading.read(Article(id="a", text=text), load()).reports, tuple)
