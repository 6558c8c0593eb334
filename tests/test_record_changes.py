"""What a build says it changed: plans that came true, first confirmations, denials, days that passed."""

from __future__ import annotations

import json
from pathlib import Path

from mahdar.building import build
from mahdar.record import open_record


def article(id: str, day: str, outlet: str, text: str) -> str:
    return json.dumps({"id": id, "date": day, "outlet": outlet, "text": text}, ensure_ascii=False) + "\n"


PLAN = "أعلن الكرملين أن الرئيس الروسي فلاديمير بوتين سيلتقي الزعيم الكوري الشمالي كيم جونغ أون في فلاديفوستوك يوم 25 أبريل 2019."
HELD = "التقى الرئيس الروسي فلاديمير بوتين الزعيم الكوري الشمالي كيم جونغ أون في فلاديفوستوك يوم الخميس 25 أبريل 2019."
ELSE = "زار وزير الخارجية الياباني تارو كونو برلين يوم 2 مايو 2019."


def changed(folder: Path, *builds: list[str]) -> dict[str, list[str]]:
    """What the last of several builds onto one record changed: kind to what."""
    target = folder / "r.mahdar"
    for n, lines in enumerate(builds):
        news = folder / f"news{n}.jsonl"
        news.write_text("".join(lines), encoding="utf-8")
        build([str(news)], target)
    out: dict[str, list[str]] = {}
    with open_record(target) as record:
        for c in record.changes():
            out.setdefault(c.kind, []).append(c.what)
    return out


def test_a_plan_that_came_true(tmp_path: Path) -> None:
    found = changed(tmp_path, [article("a", "2019-04-23", "First", PLAN)], [article("b", "2019-04-25", "Second", HELD)])
    assert any(what.startswith("planned → held") for what in found["changed"])


def test_a_first_independent_confirmation(tmp_path: Path) -> None:
    other = HELD.replace("التقى الرئيس", "استقبل الرئيس")
    found = changed(tmp_path, [article("a", "2019-04-25", "First", HELD)], [article("b", "2019-04-26", "Second", other)])
    assert "first independent confirmation" in found["changed"]


def test_a_day_that_passed_is_told_once(tmp_path: Path) -> None:
    plan, later = article("a", "2019-04-23", "First", PLAN), article("b", "2019-05-03", "Second", ELSE)
    found = changed(tmp_path, [plan], [later])
    assert found["passed"] == ["its day has passed"]
    again = changed(tmp_path, [article("c", "2019-05-04", "Third", ELSE.replace("2 مايو", "4 مايو"))])
    assert "passed" not in again
