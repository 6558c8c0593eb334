"""Times that are none: every rule that can misfire has at least three negatives that guard it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from mahdar.rules import times
from mahdar.rules.times.parts import RULES

FOLDER = Path(times.__file__).parent
DAY = "2018-07-18"
NEGATIVES = [json.loads(line) for line in (FOLDER / "negative.jsonl").read_text(encoding="utf-8").splitlines() if line]
LEAST = 3

#: rules whose form other words can fill too, and with what
CAN_MISFIRE = {
    "century": "the horn, the Horn of Africa, centuries before Christ and Hijri ones",
    "date in digits with blanks": "fractions, file numbers",
    "day and month": "names of streets, forces, revolutions; مارس the verb, نيسان the firm behind a number",
    "day and month in digits": "scores, fractions, sizes of groups",
    "day of the current month, unnamed": "numbers of sessions and rounds",
    "day of this month": "so much a month, the fifth attack this month",
    "days of a month": "ranges that count, names of two forces",
    "days of a month counted": "so much to so much a month",
    "decade": "ages",
    "deictic": "names of newspapers and channels, so much a day, days of a kind",
    "hijri date": "the nil of a score, names of people",
    "hijri date in digits": "numbers of files, versions, telephones",
    "hijri month": "names of people, nil, forbidden",
    "hijri year": "counted things",
    "hijri years": "ranges of counted things, years of the Gregorian Middle Ages",
    "holiday": "birthdays, names of people, other feasts",
    "month": "verbs, firms and people called so",
    "month before day": "a month and a count behind it",
    "month to month": "a verb and its subject, two firms",
    "number of a day alone": "a day and a count behind it",
    "numeric date": "versions, addresses, telephones, impossible days",
    "part of a year": "halves of matches and books",
    "rolling interval": "vague spans, durations",
    "season": "the Arab Spring, people, the autumn of a life",
    "season of two years": "fractions, numbers of resolutions",
    "so far ahead": "things told as past, year after year",
    "so long ago": "durations, vague spans, ages",
    "this unit": "contracts, what is general, a quarter of a town",
    "unit and modifier": "what is general and its modifier",
    "weekday": "markets, people, every such day",
    "weekday and day alone": "a weekday and a count behind it",
    "weekday of a month": "one and two",
    "weekday that is a number": "one and two",
    "weekdays": "every such two days, people",
    "weekend": "every weekend, the end of a week of something",
    "year": "counts, prices, numbers of things",
    "years": "ranges of counted things, telephones",
}
#: rules that spell their calendar out: weekday and week, month and year twice, a decade and its century
SPELT_OUT = {
    "both calendars",
    "day and month to day and month",
    "day of a month in words",
    "decade of a century",
    "month and year to month and year",
    "night between two weekdays",
    "week of a month",
    "weekday of a week",
}
#: rules that give no value of their own: counted from another event, or there to stop the others
NO_VALUE = {
    "counted number",
    "day in a name",
    "name of a person",
    "so long after or before an event",
    "so long after, told as past",
    "the following unit",
    "the morrow or the eve",
    "the previous day",
    "the same unit",
}


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case['guards']}:{n}") for n, case in enumerate(NEGATIVES, 1)]
)
def test_negative(case):
    """Nothing is read, or just what `expect` says, and none of it by the rule guarded."""
    found = [t for t in times.find(case["text"], day=DAY) if t.value]
    assert [[t.text, t.value] for t in found] == case.get("expect", [])
    assert [t.why for t in found if t.why.startswith(f"{case['guards']}: ")] == []


def test_every_rule_is_sorted_into_one_kind():
    kinds = [*CAN_MISFIRE, *SPELT_OUT, *NO_VALUE]
    assert sorted(kinds) == sorted({rule.name for rule in RULES.rules})


@pytest.mark.parametrize("rule", sorted(CAN_MISFIRE))
def test_rule_that_can_misfire_has_negatives(rule):
    assert Counter(case["guards"] for case in NEGATIVES)[rule] >= LEAST, CAN_MISFIRE[rule]


def test_negatives_guard_such_rules_and_stand_once():
    assert {case["guards"] for case in NEGATIVES} <= set(CAN_MISFIRE)
    assert [text for text, n in Counter(case["text"] for case in NEGATIVES).items() if n > 1] == []
