"""Linking: which reports are one event, what their facts are, what is tied to what."""

from __future__ import annotations

import msgspec
import pytest
import record_makers as made

from mahdar.arabic.stems import stem
from mahdar.linking.copies import copies
from mahdar.linking.days import days, gap, precision
from mahdar.linking.entities import canon
from mahdar.linking.items import Party
from mahdar.linking.link import link
from mahdar.linking.marks import marks, told
from mahdar.linking.same import fits, side
from mahdar.model import Entity, Reading, Report


def read(
    article: str, text: str, *reports: dict, day: str = "2018-05-31", outlet: str = "Gazette", agencies=()
) -> Reading:
    """A reading of a text with reports; `at` is the word that states one."""
    ids = {i for r in reports for k in ("actors", "recipients", "source") for i in r.get(k, ())} | {
        r["place"] for r in reports if r.get("place")
    }
    found = []
    for n, r in enumerate(reports, 1):
        at = text.index(r["at"])
        more = {k: v for k, v in r.items() if k != "at"}
        found.append(
            Report(
                id=f"r{n}",
                start=at,
                end=at + len(r["at"]),
                anchor=r["at"],
                evidence=((0, len(text)),),
                **{"status": "held", **more},
            )
        )
    return Reading(
        id=article,
        page=None,
        url=None,
        outlet=outlet,
        carrier=None,
        agencies=tuple(agencies),
        title=None,
        published=day,
        published_from="metadata",
        published_why=None,
        day=day,
        text=text,
        times=(),
        statements=(),
        reports=tuple(found),
        entities=tuple(made.entities()[i] for i in sorted(ids)),
    )


def linked(*readings: Reading):
    return link([told(r, marks(r)) for r in readings]).events


PUTIN, KIM, TRUMP, LAVROV = "person:vladimir-putin", "person:kim-jong-un", "person:donald-trump", "person:sergey-lavrov"
MEET = {"act": "meet", "actors": (PUTIN, TRUMP), "at": "التقى"}
TEXT = "التقى فلاديمير بوتين دونالد ترامب وبحثا نزع السلاح."


def test_two_days_stay_two():
    found = linked(
        read("a", TEXT, MEET | {"date": "2018-07-16", "date_from": "text"}, day="2018-07-16"),
        read("b", TEXT, MEET | {"date": "2017-07-07", "date_from": "text"}, day="2017-07-07"),
    )
    assert [e.date for e in found] == ["2017-07-07", "2018-07-16"]


def test_an_undated_report_joins_only_where_one_event_fits():
    first = read("a", TEXT, MEET | {"date": "2018-07-02", "date_from": "text"}, day="2018-07-02")
    second = read("b", TEXT, MEET | {"date": "2018-07-06", "date_from": "text"}, day="2018-07-06")
    late = read("c", TEXT, MEET, day="2018-07-08")
    assert len(linked(first, late)) == 1
    assert (
        len(linked(first, second, read("c", TEXT, MEET | {"date": "2018-07", "date_from": "text"}, day="2018-07-08")))
        == 3
    )


def test_a_leader_and_his_country_match():
    found = linked(
        read("a", TEXT, MEET | {"date": "2018-07-16", "date_from": "text"}, day="2018-07-16"),
        read(
            "b",
            "التقى وفدا البلدين.",
            {
                "act": "meet",
                "actors": ("state:RUS", "state:USA"),
                "at": "التقى",
                "date": "2018-07-16",
                "date_from": "text",
            },
            day="2018-07-16",
        ),
    )
    assert len(found) == 1 and [w.id for w in found[0].actors] == [PUTIN, TRUMP]


def test_two_people_of_one_country_do_not():
    other = MEET | {"actors": (LAVROV, TRUMP), "date": "2018-07-16", "date_from": "text"}
    assert len(linked(read("a", TEXT, MEET | {"date": "2018-07-16", "date_from": "text"}), read("b", TEXT, other))) == 2


def test_accusations_on_other_matters_stay_apart():
    one = {"act": "accuse", "actors": ("state:USA",), "recipients": ("state:RUS",), "at": "اتهمتها"}
    a = read("a", "اتهمتها اليوم بخرق معاهدة الصواريخ المتوسطة.", one, day="2018-03-01")
    b = read("b", "اتهمتها مجددا بعرقلة وصول القوافل إلى الغوطة.", one, day="2018-03-25")
    c = read("c", "اتهمتها أيضا بخرق معاهدة الصواريخ المتوسطة المدى.", one, day="2018-03-02")
    assert sorted(e.articles for e in linked(a, b, c)) == [1, 2]


def test_held_stays_held_and_a_plan_passed_stays_planned():
    plan = MEET | {"status": "planned", "date": "2018-07-16", "date_from": "text"}
    held = MEET | {"date": "2018-07-16", "date_from": "text"}
    (e,) = linked(
        read("a", TEXT, plan, day="2018-07-01"),
        read("b", TEXT, held, day="2018-07-16"),
        read("c", TEXT, plan, day="2018-07-17"),
    )
    assert e.status == "held" and [h.status for h in e.history] == ["planned", "held"]
    (e,) = linked(read("a", TEXT, plan, day="2018-07-01"))
    assert e.status == "planned"


def test_called_off_and_revived():
    day = {"date": "2018-06-12", "date_from": "text"}
    readings = [
        read(str(n), TEXT, MEET | day | {"status": s}, day=d)
        for n, (s, d) in enumerate([("planned", "2018-05-10"), ("cancelled", "2018-05-24"), ("planned", "2018-06-01")])
    ]
    assert linked(*readings[:2])[0].status == "cancelled"
    assert linked(*readings)[0].status == "planned"


def test_origins_are_counted_not_articles():
    day = {"date": "2018-07-16", "date_from": "text"}
    said = MEET | day | {"source": ("institution:russian-foreign-ministry",)}
    (e,) = linked(
        read("a", TEXT, said, outlet="A"),
        read("b", TEXT, said, outlet="B"),
        read("c", TEXT, MEET | day, outlet="C", agencies=["AFP"]),
        read("d", TEXT, MEET | day, outlet="D", agencies=["AFP"]),
        read("e", TEXT, MEET | day, outlet="E"),
    )
    assert e.origins == ("AFP", "Russian Foreign Ministry", "E") and e.independent_sources == 3 and e.articles == 5
    assert e.origins_why == "5 articles: 2 carry AFP, 2 rest on Russian Foreign Ministry, 1 in the words of E"


def test_reprints_are_one_text():
    body = " ".join(f"كلمة{n} أخرى{n * 7 % 13}" for n in range(60))
    texts = [body, "نشرت الصحيفة اليوم. " + body, body + " للمزيد زوروا موقعنا.", " ".join(reversed(body.split()))]
    readings = [read(f"a{n}", t, day=f"2018-05-0{n + 1}") for n, t in enumerate(texts)]
    assert copies([told(r, marks(r)) for r in readings]) == [0, 0, 0, 3]
    again = [
        msgspec.structs.replace(r, url="https://example.org/x#top" if n in (1, 3) else None)
        for n, r in enumerate(readings)
    ]
    assert copies([told(r, marks(r)) for r in again]) == [0, 0, 0, 0]


def test_unknown_people_merge_by_name_and_country():
    def one(i, name, name_ar, country="SDN"):
        return Entity(id=i, kind="person", name=name, name_ar=name_ar, country=country)

    people = [
        one("person:a", "Ahmed Bilal", "أحمد بلال"),
        one("person:b", "Ahmad Bilal", "احمد بلال"),
        one("person:c", "Bilal", "بلال"),
        one("person:d", "Omar Bilal", "عمر بلال", "EGY"),
    ]
    readings = [msgspec.structs.replace(read(str(n), "نص."), entities=(p,)) for n, p in enumerate(people)]
    moves, stay = canon([told(r, marks(r)) for r in readings])
    assert moves == {"person:b": "person:a", "person:c": "person:a"} and set(stay) == {"person:a", "person:d"}


def test_respelled_korean_names_merge_where_one_fits():
    def one(i, name_ar, why=None):
        return Entity(id=i, kind="person", name=i, name_ar=name_ar, country="PRK", why=why)

    people = [
        one("person:a", "تشوي سون هوي", "lexicon"),
        one("person:b", "تشوي سونغ هوي", "name grammar"),
        one("person:c", "كيم جونغ أون", "lexicon"),
        one("person:d", "كيم جونغ إيل", "lexicon"),
        one("person:e", "كيم جونغ نام", "name grammar"),
    ]
    readings = [msgspec.structs.replace(read(str(n), "نص."), entities=(p,)) for n, p in enumerate(people)]
    assert canon([told(r, marks(r)) for r in readings])[0] == {"person:b": "person:a"}


def test_order_never_shows():
    readings = list(made.readings().values())
    whole = linked(*readings)
    assert linked(*reversed(readings)) == whole


@pytest.mark.parametrize(
    "a, b, score",
    [
        (("person:x", "RUS", "person"), ("person:x", "RUS", "person"), 1.0),
        (("person:x", "RUS", "person"), ("person:y", "RUS", "person"), 0.0),
        (("person:x", "RUS", "person"), ("institution:z", "RUS", "institution"), 0.8),
        (("unnamed:o", "RUS", "unnamed"), ("person:y", "RUS", "person"), 0.5),
        (("group:a", "IGO", "group"), ("group:b", "IGO", "group"), 0.0),
    ],
)
def test_parties(a, b, score):
    assert fits(Party(*a), Party(*b)) == score == side((Party(*a),), (Party(*b),))


def test_days():
    assert precision("2018") == "year" and days("nonsense") is None and days("2018-02-30") is None
    assert gap(days("2018-02"), days("2018-03-02")) == 2


def test_stems():
    assert stem("وبالعقوبات") == stem("عقوبه") and stem("بحث") == stem("لبحث")


def test_two_days_of_one_stay_in_one_article():
    text = "زار سيرغي لافروف كوريا الشمالية ثم غادرها في ختام الزيارة."
    visit = {"act": "visit", "actors": (LAVROV,), "recipients": ("state:PRK",), "date_from": "text"}
    both = read("a", text, visit | {"date": "2018-05-29", "at": "زار"}, visit | {"date": "2018-05-31", "at": "الزيارة"})
    other = read("b", text, visit | {"date": "2018-05-30", "at": "زار"})
    assert [e.articles for e in linked(both, other)] == [2]
    late = read("c", text, visit | {"date": "2018-05-02", "at": "زار"}, visit | {"date": "2018-05-31", "at": "الزيارة"})
    assert len(linked(late)) == 2
