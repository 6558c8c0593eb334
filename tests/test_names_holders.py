"""Offices that point back to the person an article names."""
from __future__ import annotations

import pytest

from mahdar.arabic.words import Text
from mahdar.lexicon import load
from mahdar.rules import names
from mahdar.rules.names.holders import point_back

LEXICON = load()


def entities(raw: str, day: str = "2018-07-18") -> list[tuple[str, ...]]:
    text = Text(raw)
    who = names.read(text, day=day, outlet=None, lexicon=LEXICON, times=[])
    point_back(text, who, LEXICON, day)
    return [m.entities for m in who.mentions]


@pytest.mark.parametrize(("raw", "last"), [
    ("وصل وزير الخارجية الفرنسي جان إيف لودريان إلى طهران. وأكد الوزير الفرنسي أن الحوار مستمر.", "person:jean-yves-le-drian"),
    ("وصل مايك بومبيو إلى بيونغ يانغ. وقال المسؤول الأميركي إن الحوار مستمر.", "person:mike-pompeo"),
])
def test_an_office_stands_for_the_one_person_named_in_it(raw, last):
    assert (last,) in entities(raw)[2:]


@pytest.mark.parametrize("raw", [
    "التقى وزير الخارجية الفرنسي جان إيف لودريان وزيرة الدفاع الفرنسية فلورانس بارلي. وأكد الوزير الفرنسي أن الحوار مستمر.",
    "التقى وزير الخارجية الروسي سيرغي لافروف السفير الصيني. وأكد الوزير الفرنسي أن الحوار مستمر.",
    "وصل مايك بومبيو ونيكي هيلي إلى نيويورك. وقال المسؤول الأميركي إن الحوار مستمر.",
    "قال نجل الرئيس اليمني الراحل إن الحرب طالت، ورد عليه عبد ربه منصور هادي.",
])
def test_where_two_fit_or_none_the_office_stays(raw):
    text = Text(raw)
    who = names.read(text, day="2018-07-18", outlet=None, lexicon=LEXICON, times=[])
    before = [m.entities for m in who.mentions]
    point_back(text, who, LEXICON, "2018-07-18")
    assert [m.entities for m in who.mentions] == before
