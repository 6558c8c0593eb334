"""Days and statuses of encounters that those who tell of the same two at that time gainsay."""

from __future__ import annotations

import random

import pytest
from test_linking import KIM, LAVROV, MEET, PUTIN, TEXT, TRUMP, linked, read

TWO = {"act": "meet", "actors": (PUTIN, TRUMP)}
AWAITED = "القمة المرتقبة بين فلاديمير بوتين ودونالد ترامب تعقد في هلسنكي."


def awaited(n: int, date: str | None = "2018-07-16", first: int = 6):
    """n articles of July that tell of a summit still to come."""
    when = {"date": date, "date_from": "text"} if date else {}
    return [
        read(f"p{k}", AWAITED, TWO | when | {"status": "planned", "at": "القمة"}, day=f"2018-07-{first + k:02}")
        for k in range(n)
    ]


def held(article: str, date: str | None, day: str, **more):
    when = {"date": date, "date_from": "text"} if date else {}
    return read(article, TEXT, MEET | when | more, day=day)


@pytest.mark.parametrize("date", ["2018-07-05", None])
def test_held_unnoticed_is_a_plan(date):
    found = linked(held("a", date, "2018-07-05"), *awaited(6))
    assert [(e.status, e.date) for e in found] == [("planned", "2018-07-16")]
    assert any("still to come" in w for w in found[0].why)


def test_a_few_plans_gainsay_nothing():
    found = linked(held("a", "2018-07-05", "2018-07-05"), *awaited(3))
    assert [(e.status, e.date) for e in found] == [("held", "2018-07-05"), ("planned", "2018-07-16")]


def test_told_again_some_days_later_it_is_the_same():
    many = [held(f"h{k}", "2018-07-16", f"2018-07-{17 + k}") for k in range(6)]
    found = linked(*many, held("late", "2018-07-19", "2018-07-19", at="وبحثا"))
    assert [(e.date, e.articles) for e in found] == [("2018-07-16", 7)]
    assert not found[0].disagreements  # what was left out isn't one source's word against another's


def test_two_meetings_that_are_told_stay_two():
    first = [held(f"h{k}", "2018-07-16", f"2018-07-{17 + k}") for k in range(4)]
    second = [held(f"l{k}", "2018-07-19", f"2018-07-{19 + k}", at="وبحثا") for k in range(3)]
    assert [e.date for e in linked(*first, *second)] == ["2018-07-16", "2018-07-19"]


def test_a_week_speaks_for_none_of_its_days():
    weeks = [held(f"w{k}", "2018-07-16/2018-07-22", f"2018-07-{19 + k}") for k in range(4)]
    days = [held(f"h{k}", "2018-07-16", f"2018-07-{19 + k}") for k in range(5)]
    found = linked(*weeks, *days, held("late", "2018-07-20", "2018-07-20", at="وبحثا"))
    assert [e.date for e in found] == ["2018-07-16"]


def test_a_plan_dated_when_it_was_told():
    plan = read("a", AWAITED, TWO | {"date": "2018-07-05", "date_from": "text", "status": "planned", "at": "القمة"}, day="2018-07-05")
    found = linked(plan, *awaited(6))
    assert [(e.status, e.date, e.articles) for e in found] == [("planned", "2018-07-16", 7)]


def test_others_say_nothing():
    """Plans of other parties, and those told of years ago, gainsay no meeting."""
    other = [
        read(f"o{k}", "سيلتقي كيم لافروف.", {"act": "meet", "actors": (KIM, LAVROV), "status": "planned", "at": "سيلتقي"}, day=f"2018-07-{6 + k:02}")
        for k in range(6)
    ]
    assert ("held", "2018-07-05") in {(e.status, e.date) for e in linked(held("a", "2018-07-05", "2018-07-05"), *other)}
    once = held("b", "2017-07-07", "2018-07-05")
    assert ("held", "2017-07-07") in {(e.status, e.date) for e in linked(once, *awaited(6))}


def test_what_others_tell_never_changes_an_id():
    alone = linked(held("a", "2018-07-05", "2018-07-05"))[0]
    assert any(alone.id == t.item for e in linked(held("a", "2018-07-05", "2018-07-05"), *awaited(6)) for t in e.reports)


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_the_articles_never_shows(seed):
    some = [held("a", "2018-07-05", "2018-07-05"), held("b", None, "2018-07-07"), *awaited(7), held("late", "2018-07-20", "2018-07-20")]
    some += [held(f"h{k}", "2018-07-16", f"2018-07-{17 + k}") for k in range(6)]
    expected = linked(*some)
    random.Random(seed).shuffle(some)
    assert linked(*some) == expected
