"""What befalls a person or a town once: other days and other names are what sources differ on."""

from __future__ import annotations

import msgspec
from test_linking import linked, read

from mahdar.model import Entity

NAMED = {
    "person:ammar-nasser": Entity(id="person:ammar-nasser", kind="person", name="Ammar Nasser", country="SYR"),
    "state:SYR": Entity(id="state:SYR", kind="state", name="Syria", country="SYR"),
    "institution:army": Entity(id="institution:army", kind="institution", name="Syrian army", country="SYR"),
    "state:USA": Entity(id="state:USA", kind="state", name="United States", country="USA"),
    "place:saraqib": Entity(id="place:saraqib", kind="place", name="Saraqib", country="SYR"),
    "place:maarat": Entity(id="place:maarat", kind="place", name="Maarat", country="SYR"),
}
GAS = "وقع هجوم بالغاز السام على بلدة سراقب وأصيب عشرات المدنيين بحالات اختناق."


def attack(article: str, by: str | None, on: str | None, day: str, place="place:saraqib", mode="chemical", text=GAS, at="هجوم"):
    """An article of one attack."""
    made = read(article, text, {"act": "assault", "mode": mode, "date": day, "date_from": "text", "at": at}, day="2018-02-20")
    told = msgspec.structs.replace(
        made.reports[0], actors=(by,) if by else (), recipients=(on,) if on else (), place=place
    )
    return msgspec.structs.replace(made, reports=(told,), entities=tuple(NAMED[i] for i in (by, on, place) if i))


def test_one_attack_with_chemicals_on_one_town():
    found = linked(
        attack("a", "institution:army", "state:SYR", "2018-02-04"),
        attack("b", "state:USA", "state:SYR", "2018-02-04"),
        attack("c", "institution:army", None, "2018-02-06"),
    )
    assert len(found) == 1
    assert found[0].date == "2018-02-04"
    assert [w.id for w in found[0].actors] == ["institution:army"]


def test_another_town_another_month_or_another_way_is_another():
    first = attack("a", "state:SYR", "state:SYR", "2018-01-04")
    assert len(linked(first, attack("b", "state:USA", "state:SYR", "2018-01-04", place="place:maarat"))) == 2
    assert len(linked(first, attack("b", "state:SYR", "state:SYR", "2018-01-25"))) == 2
    assert len(linked(first, attack("b", "state:USA", "state:SYR", "2018-01-04", mode="aerial"))) == 2


def test_one_person_is_killed_once():
    text = "اغتيل عمار ناصر في سراقب برصاص مجهولين أمام منزله."
    days = ["2018-02-01"] * 3 + ["2018-02-02", "2018-02-12"]
    found = linked(
        *(attack(f"k{n}", None, "person:ammar-nasser", d, mode="targeted", text=text, at="اغتيل") for n, d in enumerate(days))
    )
    assert [(e.articles, e.date) for e in found] == [(5, "2018-02-01")]


LEAVE = "أعلنت واشنطن سحب قواتها من سوريا بعد هزيمة تنظيم الدولة هناك."


def leaving(article: str, status: str, day: str, salience: str = "lead"):
    """An article that tells a withdrawal as done or as still to come."""
    made = read(article, LEAVE, {"act": "retreat", "mode": "withdraw", "status": status, "at": "سحب", "salience": salience}, day=day)
    told = msgspec.structs.replace(made.reports[0], actors=("state:USA",), recipients=("state:SYR",))
    return msgspec.structs.replace(made, reports=(told,), entities=(NAMED["state:USA"], NAMED["state:SYR"]))


def test_a_deed_that_most_tell_later_as_still_to_come():
    done = [leaving(f"d{n}", "held", "2018-04-03") for n in range(2)]
    ahead = [leaving(f"p{n}", "planned", f"2018-04-{1 + n:02}") for n in range(7)]
    (event,) = linked(*done, *ahead)
    assert event.status == "planned"
    assert [(d.field, [v.value for v in d.values]) for d in event.disagreements] == [("status", ["held", "planned"])]


def test_later_words_in_passing_undo_nothing():
    done = [leaving(f"d{n}", "held", "2018-04-03") for n in range(2)]
    passing = [leaving(f"p{n}", "planned", f"2018-04-{5 + n:02}", "background") for n in range(5)]
    before = [leaving(f"b{n}", "planned", f"2018-03-{25 + n:02}") for n in range(5)]
    for others in (passing, [leaving("one", "planned", "2018-04-05")], []):
        (event,) = linked(*done, *before, *others)
        assert event.status == "held"


def test_exercises_of_two_seasons_are_two():
    text = "بدأت سول وواشنطن مناوراتهما العسكرية المشتركة السنوية بمشاركة آلاف الجنود."
    days = ["2018-04-02", "2018-04-20", "2018-05-11", "2018-05-30"]
    made = [read(f"x{n}", text, {"act": "cooperate", "mode": "exercise", "at": "مناوراتهما"}, day=d) for n, d in enumerate(days)]
    made = [
        msgspec.structs.replace(
            m, reports=(msgspec.structs.replace(m.reports[0], actors=("state:USA", "state:SYR")),), entities=(NAMED["state:SYR"], NAMED["state:USA"])
        )
        for m in made
    ]
    assert len(linked(*made)) == 2


def test_a_strike_that_answers_an_attack_with_chemicals_is_another():
    gas = [attack(f"g{n}", None, "state:SYR", "2018-02-04") for n in range(4)]
    text = "شنت واشنطن غارات على بلدة سراقب ردا على هجوم بالغاز السام أصيب فيه عشرات المدنيين."
    strikes = [attack(f"s{n}", "state:USA", "state:SYR", "2018-02-09", mode="aerial", text=text, at="غارات") for n in range(4)]
    found = linked(*gas, *strikes)
    assert [(e.date, e.mode, e.articles) for e in found] == [("2018-02-04", "chemical", 4), ("2018-02-09", "aerial", 4)]
