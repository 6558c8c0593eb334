"""Single sentences without title or date, as event-data researchers test: do they tell of an assault, of a protest?"""
from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from mahdar import reading
from mahdar.lexicon import load
from mahdar.model import Article

ROWS = [line.split("\t") for line in (Path(__file__).parent / "acts_sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]]
#: the least F1 over these sentences, written for the project with the tables beside them: other people's will be lower
FLOORS = {"assault": 0.85, "protest": 0.85}


@cache
def told(text: str) -> frozenset[str]:
    """The acts a sentence tells as held."""
    found = reading.read(Article(id="sentence", text=text, day="2018-07-01"), load()).reports
    return frozenset(r.act for r in found if r.status == "held")


@pytest.mark.parametrize("act", sorted(FLOORS))
def test_sentences_of_an_act_are_found_and_others_are_not(act: str) -> None:
    yes = [text for label, text in ROWS if label == act]
    no = [text for label, text in ROWS if label == f"not {act}"]
    hits, false = sum(act in told(t) for t in yes), sum(act in told(t) for t in no)
    assert len(yes) > 80
    assert len(no) > 25
    assert 2 * hits / (len(yes) + hits + false) >= FLOORS[act], (hits, len(yes), false, len(no))


def test_an_attack_on_protesters_is_no_protest_of_attackers() -> None:
    assert "protest" not in told("قصفت الطائرات الإسرائيلية قطاع غزة.")
    assert "assault" not in told("تظاهر آلاف المصريين في ميدان التحرير للمطالبة برحيل الرئيس حسني مبارك.")
