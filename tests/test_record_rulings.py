"""Rulings: applied on every build, undone, shared, and honest about targets that are gone."""

from __future__ import annotations

import io
import shutil

import pytest
import record_makers as made

from mahdar import export
from mahdar.building import build
from mahdar.errors import RecordError, UsageError
from mahdar.record import check, open_record
from mahdar.record.rulings import export_rulings, import_rulings, rule

BY = {"who": "Amal", "reason": "seen in the source", "day": "2026-01-02"}


@pytest.fixture
def path(tmp_path, whole):
    return shutil.copy(whole, tmp_path / "ruled.mahdar")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("rulings") / "whole.mahdar"
    build(made.articles(), path, read=made.read, rules="hand")
    return path


def lines(path) -> str:
    out = io.StringIO()
    with open_record(path) as r:
        export.write(r, "jsonl", out)
    return out.getvalue()


def one(path, **filters):
    with open_record(path) as r:
        (event,) = r.timeline(**filters)
        return event


def test_confirm_comment_correct_and_undo(path):
    before = lines(path)
    event = one(path, place="Helsinki")
    rule(path, "confirm", event.id, **BY)
    rule(path, "comment", event.id, text="the first of two rounds", **BY)
    made_ = rule(path, "correct", event.id, field="date", value="2018-07-15", **BY)
    now = one(path, reviewed=True)
    assert (
        now.date == "2018-07-15"
        and "15 July 2018" in now.sentence.en
        and now.comments == ("Amal, 2026-01-02: the first of two rounds",)
    )
    later = rule(path, "correct", event.id, field="date", value="2018-07-14", **BY)
    with open_record(path) as r:
        assert {x.id: x.state for x in r.rulings()}[made_.id] == "overridden"
    for x in (later, made_):
        rule(path, "undo", x.id, **BY)
    assert one(path, reviewed=True).date == "2018-07-16"
    with open_record(path) as r:
        for x in list(r.rulings()):
            if x.state == "active" and x.kind != "undo":
                rule(path, "undo", x.id, **BY)
    assert lines(path) == before


def test_merge_split_reject(path):
    with open_record(path) as r:
        expulsions = list(r.timeline(act="sanction"))
        count = r.count()
    rule(path, "merge", expulsions[0].id, other=expulsions[1].id, **BY)
    assert len(one(path, act="sanction").reports) == sum(len(e.reports) for e in expulsions)
    rule(path, "split", expulsions[0].id, report="seventeenth#r1", **BY)
    with open_record(path) as r:
        assert r.count() == count
    rule(path, "reject", expulsions[1].id, **BY)
    assert "seventeenth" not in lines(path)
    assert check(path) == []
    with open_record(path) as r, pytest.raises(RecordError, match="rejected by Amal"):
        r.event(expulsions[1].id)
    with pytest.raises(RecordError, match="no event"):
        rule(path, "confirm", "e123", **BY)


def test_rejecting_what_had_other_ids(path, tmp_path):
    grown = tmp_path / "grown.mahdar"
    late, early = ([a for a in made.articles() if a.id == i] for i in ("second", "first"))
    build(late, grown, read=made.read, rules="hand")
    old = one(grown, act="meet").id
    build(early, grown, read=made.read, rules="hand")
    new = one(grown, act="meet").id
    assert old != new
    made_ = rule(grown, "reject", new, **BY)
    assert check(grown) == []
    rule(grown, "undo", made_.id, **BY)
    with open_record(grown) as r:
        assert r.event(old).id == new


def test_add_by_words(path):
    text = made.readings()["twelfth"].text
    rule(
        path,
        "add",
        "twelfth",
        start=0,
        end=len(text) - 1,
        act="visit",
        actors="Vladimir Putin",
        recipients="North Korea",
        date="2024-06-19",
        place="Pyongyang",
        **BY,
    )
    event = one(path, act="visit", who="Vladimir Putin")
    assert event.sentence.en == "Vladimir Putin visited North Korea in Pyongyang on 19 June 2024."
    with open_record(path) as r:
        assert "added by Amal" in r.report("twelfth", event.reports[0].report).report.why
    assert check(path) == []


def test_redaction_is_everywhere_and_survives(path):
    article = next(a for a in made.articles() if a.id == "fourteenth")
    start = article.text.index("تسليم")
    rule(path, "redact", article.id, start=start, end=len(article.text) - 1, **BY)
    with open_record(path) as r:
        assert "█" in r.article(article.id).text and not [h for h in r.search("تسليم") if h.article == article.id]
    assert article.text[start:].strip().encode() not in open(path, "rb").read()
    build(made.articles(), path, read=made.read, rules="newer")
    with open_record(path) as r:
        assert "تسليم" not in r.article(article.id).text and "نفت" in r.article(article.id).text
    assert check(path) == []


def test_shared_as_lines(path, whole, tmp_path):
    other = shutil.copy(whole, tmp_path / "other.mahdar")
    event = one(path, place="Helsinki")
    rule(path, "correct", event.id, field="place", value="Vienna", **BY)
    with open_record(path) as r:
        text = export_rulings(r.db)
    assert import_rulings(other, text.splitlines()) == 1
    assert import_rulings(other, text.splitlines()) == 0
    assert lines(other) == lines(path)
    with pytest.raises(UsageError, match="not a ruling"):
        import_rulings(other, ["{"])


def test_rulings_apply_on_builds_in_any_order(path, tmp_path, whole):
    event = one(path, place="Singapore")
    rule(path, "correct", event.id, field="mode", value="direct", **BY)
    with open_record(path) as r:
        text = export_rulings(r.db)
    grown = tmp_path / "grown.mahdar"
    articles = made.articles()
    build(articles[8:], grown, read=made.read, rules="hand")
    import_rulings(grown, text.splitlines())
    build(articles[:8], grown, read=made.read, rules="hand")
    assert lines(grown) == lines(path)


def test_gone_targets_are_shown(path, tmp_path):
    event = one(path, place="Helsinki")
    rule(path, "confirm", event.id, **BY)
    with open_record(path) as r:
        text = export_rulings(r.db)
    small = tmp_path / "small.mahdar"
    build(made.articles()[:1], small, read=made.read, rules="hand")
    import_rulings(small, text.splitlines())
    with open_record(small) as r:
        assert [x.state for x in r.rulings()] == ["gone"]


@pytest.mark.parametrize(
    "kind, more, message",
    [
        ("bless", {}, "no ruling bless"),
        ("correct", {"field": "colour", "value": "red"}, "can't be corrected"),
        ("correct", {"field": "date", "value": "soon"}, "not a day"),
        ("merge", {}, "needs other"),
        ("confirm", {"other": "x"}, "takes no other"),
    ],
)
def test_what_is_refused(path, kind, more, message):
    with pytest.raises(UsageError, match=message):
        rule(path, kind, one(path, place="Helsinki").id, **BY, **more)
