"""Demonstrations: crowds go by many names, and stand before one while they mean another."""

from __future__ import annotations

import msgspec
import pytest
from test_linking import linked, read

from mahdar.model import Entity

TEXT = "{} في ساحة التحرير ببغداد احتجاجا على الفساد وغلاء الأسعار وانقطاع الكهرباء."
NAMED = {
    "unnamed:protesters": Entity(id="unnamed:protesters", kind="unnamed", name="protesters"),
    "unnamed:iraqi-people": Entity(id="unnamed:iraqi-people", kind="unnamed", name="Iraqi people", country="IRQ"),
    "state:IRQ": Entity(id="state:IRQ", kind="state", name="Iraq", country="IRQ"),
    "state:USA": Entity(id="state:USA", kind="state", name="United States", country="USA"),
    "place:baghdad": Entity(id="place:baghdad", kind="place", name="Baghdad", country="IRQ"),
    "place:basra": Entity(id="place:basra", kind="place", name="Basra", country="IRQ"),
}


def crowd(article: str, who: str, against: str | None = None, day: str = "2019-10-25", place: str | None = None, verb: str = "تظاهروا"):
    """An article of one demonstration."""
    report = {"act": "protest", "mode": "demo", "date": day, "date_from": "text", "at": verb}
    made = read(article, TEXT.format(verb), report, day=day)
    ids = [i for i in (who, against, place) if i]
    told = msgspec.structs.replace(
        made.reports[0], actors=(who,), recipients=(against,) if against else (), place=place
    )
    return msgspec.structs.replace(made, reports=(told,), entities=tuple(NAMED[i] for i in ids))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("unnamed:protesters", None), ("unnamed:iraqi-people", "state:IRQ")),
        (("unnamed:protesters", "state:IRQ"), ("unnamed:iraqi-people", "state:IRQ")),
        (("unnamed:protesters", "state:USA"), ("unnamed:protesters", "state:IRQ")),
    ],
)
def test_one_crowd_by_two_names(one, other):
    assert len(linked(crowd("a", *one), crowd("b", *other))) == 1


def test_two_days_or_towns_are_two():
    assert len(linked(crowd("a", "unnamed:protesters"), crowd("b", "unnamed:protesters", day="2019-11-01"))) == 2
    here, there = (
        crowd(a, "unnamed:protesters", "state:IRQ", place=p) for a, p in (("a", "place:baghdad"), ("b", "place:basra"))
    )
    there = msgspec.structs.replace(there, text="تظاهروا في البصرة رفضا لنتائج الانتخابات المحلية الأخيرة.")
    assert len(linked(here, there)) == 2


def test_a_slip_among_many_days():
    """One in twenty may tell another day without making two of one demonstration."""
    many = [crowd(f"m{k:02}", "unnamed:protesters", "state:IRQ") for k in range(22)]
    slip = crowd("slip", "unnamed:protesters", "state:IRQ", day="2019-10-26")
    late = [crowd(f"n{k:02}", "unnamed:iraqi-people", "state:IRQ") for k in range(3)]
    found = linked(*many, slip, *late)
    assert max(e.articles for e in found) >= 25
    assert next(e for e in found if e.articles >= 25).date == "2019-10-25"
