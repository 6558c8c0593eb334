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
