"""Linking: ties over articles, days that reports rule out, one victim, doers who differ, many alike."""

from __future__ import annotations

import random

import pytest
from test_linking import KIM, LAVROV, PUTIN, TRUMP, linked, read

from mahdar.linking.link import link
from mahdar.linking.marks import marks, told
from mahdar.linking.ruled import Ruling

SKRIPAL, SPY = "person:sergei-skripal", "unnamed:russian-spy"
POISONED = {"act": "assault", "mode": "targeted", "at": "تسميم"}


def the(events, **fields):
    found = [e for e in events if all(getattr(e, k) == v for k, v in fields.items())]
    assert len(found) == 1, [e.sentence.en for e in events]
    return found[0]


def relations(event) -> dict[str, str]:
    return {t.relation: t.event for t in event.thread}


def test_an_accepted_offer_to_meet_leads_to_the_next_meeting_of_the_two():
    offer = read(
        "a",
        "قبل دونالد ترامب دعوة للقاء كيم جونغ أون.",
        {"act": "agree", "mode": "accept", "actors": (TRUMP,), "recipients": (KIM,), "at": "قبل", "date": "2018-03-08"},
        day="2018-03-09",
    )
    summit = read(
        "b",
        "التقى دونالد ترامب كيم جونغ أون في سنغافورة اليوم.",
        {"act": "meet", "actors": (TRUMP, KIM), "at": "التقى", "date": "2018-06-12", "date_from": "text"},
        day="2018-06-12",
    )
    other = read(
        "c",
        "التقى دونالد ترامب فلاديمير بوتين في هلسنكي اليوم.",
        {"act": "meet", "actors": (TRUMP, PUTIN), "at": "التقى", "date": "2018-07-16", "date_from": "text"},
        day="2018-07-16",
    )
    events = linked(offer, summit, other)
    assert relations(the(events, act="agree"))["carried_out_by"] == the(events, act="meet", date="2018-06-12").id
    goods = read(
        "a",
        "قبل دونالد ترامب عرض كيم جونغ أون بشأن القمح.",
        {"act": "agree", "mode": "accept", "actors": (TRUMP,), "recipients": (KIM,), "at": "قبل", "date": "2018-03-08"},
        day="2018-03-09",
    )
    assert not the(linked(goods, summit), act="agree").thread


def test_a_threat_and_the_only_deed_that_follows():
    threat = read(
        "a",
        "توعدت روسيا بالرد على طرد الدبلوماسيين البريطانيين.",
        {"act": "threaten", "actors": ("state:RUS",), "recipients": ("state:GBR",), "at": "توعدت", "date": "2018-03-14"},
        day="2018-03-14",
    )
    deed = read(
        "b",
        "روسيا تعلن طرد الدبلوماسيين ردا على لندن.",
        {"act": "sanction", "mode": "expel", "actors": ("state:RUS",), "recipients": ("state:GBR",), "at": "طرد", "date": "2018-03-17"},
        day="2018-03-17",
    )
    events = linked(threat, deed)
    assert relations(the(events, act="threaten"))["carried_out_by"] == the(events, act="sanction").id
    assert relations(the(events, act="sanction"))["announced_by"] == the(events, act="threaten").id


def test_a_denial_in_another_article_answers_the_claim():
    claim = read(
        "a",
        "اتهمت بريطانيا روسيا بتسميم العميل السابق في سالزبري بغاز الأعصاب.",
        {"act": "accuse", "actors": ("state:GBR",), "recipients": ("state:RUS",), "at": "اتهمت", "date": "2018-03-14"},
        day="2018-03-14",
    )
    denial = read(
        "b",
        "نفت روسيا لبريطانيا ضلوعها بتسميم العميل السابق في سالزبري بغاز الأعصاب.",
        {"act": "reject", "mode": "deny", "actors": ("state:RUS",), "recipients": ("state:GBR",), "at": "نفت", "date": "2018-03-16"},
        day="2018-03-16",
    )
    events = linked(claim, denial)
    assert relations(the(events, act="accuse")) == {"denied_by": the(events, act="reject").id}
    backwards = linked(read("a", "نفت روسيا ذلك.", {"act": "reject", "actors": ("state:RUS",), "recipients": ("state:USA",), "at": "نفت"}), claim)
    assert not the(backwards, act="accuse").thread


def test_a_letter_between_the_two_calls_their_meeting_off():
    called_off = read(
        "a",
        "ألغى دونالد ترامب قمته مع كيم جونغ أون. وساد الترقب. وقال البيت الأبيض ذلك. وجاء في رسالة وجهها دونالد ترامب إلى كيم جونغ أون أسفه.",
        {"act": "meet", "status": "cancelled", "actors": (TRUMP, KIM), "at": "قمته", "date": "2018-06-12", "date_from": "text"},
        {"act": "message", "mode": "letter", "actors": (TRUMP,), "recipients": (KIM,), "at": "رسالة", "date": "2018-05-24"},
        day="2018-05-24",
    )
    events = linked(called_off)
    assert relations(the(events, act="meet")) == {"cancelled_by": the(events, act="message").id}


def test_invited_by_another_of_the_same_country_is_invited_again():
    def invite(name: str, host: str, day: str):
        return read(
            name,
            f"دعوة إلى كيم جونغ أون لزيارة روسيا يوم {day}.",
            {"act": "invite", "actors": (host,), "recipients": (KIM,), "at": "دعوة", "date": day, "date_from": "text"},
            day=day,
        )

    events = linked(invite("a", LAVROV, "2018-05-31"), invite("b", PUTIN, "2018-07-10"))
    assert relations(the(events, date="2018-07-10"))["repeats"] == the(events, date="2018-05-31").id


def test_a_day_that_the_reports_rule_out_is_not_the_events():
    text = "تسميم سيرغي سكريبال في سالزبري بغاز الأعصاب."
    told = [read(f"a{n}", text, {**POISONED, "recipients": (SKRIPAL,)}, day=f"2018-03-{10 + n}") for n in range(5)]
    late = read("b", text, {**POISONED, "recipients": (SKRIPAL,), "date": "2018-03-26", "date_from": "text"}, day="2018-03-27")
    (event,) = linked(*told, late)
    assert (event.date, event.not_after, event.articles) == (None, "2018-03-10", 6)
    right = read("c", text, {**POISONED, "recipients": (SKRIPAL,), "date": "2018-03-04", "date_from": "text"}, day="2018-03-12")
    (event,) = linked(*told, late, right)
    assert event.date == "2018-03-04" and not event.not_after


def test_who_did_it_is_what_sources_differ_on():
    text = "تسميم سيرغي سكريبال في سالزبري بغاز الأعصاب."
    one = read("a", text, {**POISONED, "actors": ("state:RUS",), "recipients": (SKRIPAL,)}, day="2018-03-12")
    two = read("b", text, {**POISONED, "actors": ("state:GBR",), "recipients": (SKRIPAL,)}, day="2018-03-13")
    (event,) = linked(one, two)
    (differ,) = [d for d in event.disagreements if d.field == "actors"]
    assert differ.kind == "contradicts" and {v.value for v in differ.values} == {"Russia", "United Kingdom"}
    fired = {"act": "assault", "mode": "firearms", "at": "تسميم", "recipients": (SKRIPAL,)}
    assert len(linked(read("a", text, {**fired, "actors": ("state:RUS",)}), read("b", text, {**fired, "actors": ("state:GBR",)}))) == 2


def test_a_victim_without_a_name_may_be_the_one_named():
    one = read("a", "تسميم سيرغي سكريبال في سالزبري بغاز الأعصاب.", {**POISONED, "recipients": (SKRIPAL,), "place": "place:salisbury"})
    two = read("b", "تسميم جاسوس روسي سابق في سالزبري بغاز الأعصاب.", {**POISONED, "recipients": (SPY,), "place": "place:salisbury"})
    assert len(linked(one, two)) == 1


def test_violence_in_two_countries_is_two():
    hit = {"act": "assault", "mode": "explosives", "at": "انفجار", "recipients": ("state:RUS",), "date": "2018-04-30", "date_from": "text"}
    text = "انفجار سيارة مفخخة قرب سفارة روسيا وسقوط قتلى."
    one = read("a", text, {**hit, "place": "place:london"}, day="2018-04-30")
    assert len(linked(one, read("b", text, {**hit, "place": "place:london"}, day="2018-04-30"))) == 1
    assert len(linked(one, read("b", text, {**hit, "place": "place:moscow"}, day="2018-04-30"))) == 2


@pytest.mark.parametrize("seed", range(3))
def test_many_reports_of_one_meeting_are_one_in_any_order(seed):
    chance = random.Random(seed)
    pile = [
        read(
            f"a{n}",
            f"التقى فلاديمير بوتين دونالد ترامب في هلسنكي وبحثا الملف رقم {n}.",
            {"act": "meet", "actors": (PUTIN, TRUMP), "at": "التقى", "date": "2018-07-16", "date_from": "text"},
            day=f"2018-07-{16 + n % 5}",
        )
        for n in range(40)
    ]
    whole = linked(*pile)
    assert len(whole) == 1 and whole[0].articles == 40
    chance.shuffle(pile)
    assert linked(*pile) == whole


def test_a_ruling_may_join_two_acts():
    told_as_visit = read("a", "زار فلاديمير بوتين سوريا.", {"act": "visit", "actors": (PUTIN,), "recipients": ("state:SYR",), "at": "زار"})
    told_as_meeting = read("b", "التقى فلاديمير بوتين دونالد ترامب.", {"act": "meet", "actors": (PUTIN, TRUMP), "at": "التقى"}, day="2018-07-16")
    readings = [told(r, marks(r)) for r in (told_as_visit, told_as_meeting)]
    a, b = (e.id for e in link(readings).events)
    for item, other in ((a, b), (b, a)):
        what = {"item": item, "with": other}
        ruling = Ruling(id="x", number=1, kind="merge", target=item, what=what, who="Amal", day="2026-01-01", reason="one trip")
        (event,) = link(readings, [ruling]).events
        assert event.articles == 2 and event.act == "visit" and event.actors[0].id == PUTIN
