"""Sentences and dates: grammatical in both languages for every act, mode, status and detail; every table row fired."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import msgspec
import pytest
import record_makers as made

import mahdar.english.sentence as sentence
from mahdar.english.dates import before, when
from mahdar.lexicon.table import read_table, write_sorted
from mahdar.linking.account import Event, Sentence, Voice, Where, Who

ROOM = Path(sentence.__file__).parent
ACTS, PHRASES, _ = sentence._tables()
KIM, PUTIN = "person:kim-jong-un", "person:vladimir-putin"


def who(*ids: str) -> tuple[Who, ...]:
    return tuple(Who(id=i, name=made.entities()[i].name, country=made.entities()[i].country) for i in ids)


def event(act: str, status: str = "held", **more: object) -> Event:
    mode = more.pop("mode", None)
    base = Event(
        id="e1",
        act=act,
        mode=mode,
        status=status,
        detail=None,
        contested=False,
        actors=who(KIM),
        recipients=who("state:RUS"),
        place=None,
        date="2018-05-31",
        date_from="text",
        precision="day",
        not_after=None,
        asserted_by=(Voice(id=None, name="Gazette", party="outlet"), Voice(id=None, name="Herald", party="outlet")),
        denied_by=(),
        sentence=Sentence(en="", ar=""),
        history=(),
        reports=(),
        articles=2,
        independent_sources=2,
        origins=("Gazette", "Herald"),
        evidence=(),
        disagreements=(),
        thread=(),
    )
    return msgspec.structs.replace(base, **more)


def said(e: Event) -> tuple[str, str]:
    return sentence.sentences(e, made.entities())


CASES = [
    (
        event(
            "meet",
            actors=who(KIM, "person:sergey-lavrov"),
            recipients=(),
            place=Where(id="place:pyongyang", name="Pyongyang"),
        ),
        "Kim Jong Un met Sergey Lavrov in Pyongyang on 31 May 2018.",
        "عُقد لقاء بين كيم جونغ أون وسيرغي لافروف في بيونغ يانغ في 31 مايو 2018.",
    ),
    (
        event("visit", place=Where(id="state:RUS", name="Russia")),
        "Kim Jong Un visited Russia on 31 May 2018.",
        "جرت زيارة من كيم جونغ أون إلى روسيا في 31 مايو 2018.",
    ),
    (
        event("visit", "planned", detail="scheduled", date="2023-09"),
        "Kim Jong Un was scheduled to visit Russia in September 2023.",
        "كان من المقرر حصول زيارة من كيم جونغ أون إلى روسيا في سبتمبر 2023.",
    ),
    (
        event("visit", "proposed", date=None),
        "It was proposed that Kim Jong Un visit Russia.",
        "طُرحت فكرة حصول زيارة من كيم جونغ أون إلى روسيا.",
    ),
    (
        event("visit", "proposed", detail="invited", date=None),
        "Kim Jong Un was invited to visit Russia.",
        "وُجهت دعوة من أجل زيارة من كيم جونغ أون إلى روسيا.",
    ),
    (
        event(
            "meet",
            "cancelled",
            actors=who("person:donald-trump", KIM),
            recipients=(),
            place=Where(id="place:singapore", name="Singapore"),
            date="2018-06-12",
        ),
        "A meeting between Donald Trump and Kim Jong Un in Singapore, planned for 12 June 2018, was called off.",
        "تقرر إلغاء لقاء بين دونالد ترامب وكيم جونغ أون في سنغافورة في 12 يونيو 2018.",
    ),
    (
        event(
            "meet",
            "cancelled",
            mode="indirect",
            actors=who("state:USA", "state:PRK"),
            recipients=(),
            detail="postponed",
            date="2018-06",
        ),
        "Indirect talks between the United States and North Korea, planned in June 2018, were postponed.",
        "تقرر تأجيل محادثات غير مباشرة بين الولايات المتحدة وكوريا الشمالية في يونيو 2018.",
    ),
    (
        event(
            "assault",
            actors=(),
            recipients=who("state:RUS"),
            independent_sources=1,
            asserted_by=(Voice(id=None, name="Gazette", party="outlet"),),
        ),
        "Russia was attacked on 31 May 2018, according to Gazette.",
        "وقع هجوم على روسيا في 31 مايو 2018، بحسب Gazette.",
    ),
    (
        event(
            "aid",
            mode="military",
            actors=who("state:PRK"),
            date=None,
            not_after="2023-10-14",
            asserted_by=(Voice(id="institution:white-house", name="White House", party="other"),),
        ),
        "North Korea gave military aid to Russia before 14 October 2023, according to the White House.",
        "جرى تقديم مساعدة عسكرية من كوريا الشمالية إلى روسيا قبل 14 أكتوبر 2023، بحسب البيت الأبيض.",
    ),
    (
        event("aid", "denied", actors=who("state:PRK"), date=None),
        "It was denied that North Korea gave aid to Russia.",
        "نُفي حصول تقديم مساعدة من كوريا الشمالية إلى روسيا.",
    ),
    (
        event("agree", mode="sign", actors=who("state:RUS", "state:PRK"), recipients=(), date="2024-06-19"),
        "Russia signed an agreement with North Korea on 19 June 2024.",
        "جرى توقيع اتفاق بين روسيا وكوريا الشمالية في 19 يونيو 2024.",
    ),
    (
        event("call", actors=who(KIM, PUTIN), recipients=(), about=who("state:USA"), date="2018-05-30/2018-05-31"),
        "Kim Jong Un spoke by telephone with Vladimir Putin about the United States from 30 May to 31 May 2018.",
        "جرى اتصال بين كيم جونغ أون وفلاديمير بوتين من 30 مايو إلى 31 مايو 2018.",
    ),
    (
        event(
            "agree",
            mode="offer",
            actors=who("person:sergey-lavrov"),
            recipients=who("state:USA", "state:PRK"),
            date="2018",
        ),
        "Sergey Lavrov made an offer to the United States and North Korea in 2018.",
        "صدر عرض من سيرغي لافروف إلى الولايات المتحدة وكوريا الشمالية في عام 2018.",
    ),
]


@pytest.mark.parametrize("given, english, arabic", CASES, ids=[c[1][:50] for c in CASES])
def test_sentences(given, english, arabic):
    assert said(given) == (english, arabic)


def test_every_row_gives_whole_sentences():
    sides = [((KIM,), ("state:RUS",)), ((KIM, PUTIN), ()), ((KIM,), ()), ((), ("state:RUS", "state:USA")), ((), ())]
    details = [None, *(d for d in PHRASES if d not in ("and", "according", "there_was", "plural_oblique", "plural_subject") and not d.endswith("_noun"))]
    for row, (actors, recipients), status in product(
        ACTS, sides, ("held", "planned", "proposed", "cancelled", "denied")
    ):
        act, _, mode = row.partition("/")
        for detail in details if row == "meet" else [None]:
            for text in said(
                event(act, status, mode=mode or None, detail=detail, actors=who(*actors), recipients=who(*recipients))
            ):
                assert text.endswith(".") and text[0] == text[0].upper(), text
                assert not set("{}[]") & set(text) and "  " not in text and " ." not in text and " ," not in text, text


def test_the_contracts_acts_have_rows():
    assert {r.partition("/")[0] for r in ACTS} == {
        "meet",
        "visit",
        "call",
        "message",
        "invite",
        "agree",
        "support",
        "concede",
        "cooperate",
        "aid",
        "retreat",
        "request",
        "accuse",
        "reject",
        "threaten",
        "protest",
        "sanction",
        "mobilize",
        "coerce",
        "assault",
    }


@pytest.mark.parametrize("name", sorted(p.name for p in ROOM.glob("*.tsv") if p.name != "demonyms.tsv"))
def test_tables_are_sorted(name):
    table = read_table(ROOM / name)
    assert (ROOM / name).read_text(encoding="utf-8") == write_sorted(table)


@pytest.mark.parametrize(
    "value, words",
    [
        ("2018-05-31", "on 31 May 2018"),
        ("2023-09", "in September 2023"),
        ("2015", "in 2015"),
        (None, ""),
        ("2017-12-30/2018-01-02", "from 30 December 2017 to 2 January 2018"),
        ("2018-05/2018-06", "from May to June 2018"),
    ],
)
def test_dates(value, words):
    assert when(value) == words


@pytest.mark.parametrize("name, inside", [
    ("US official", "a US official"), ("unnamed speaker", "an unnamed speaker"), ("Iranian officials", "Iranian officials"),
    ("Israeli police", "Israeli police"), ("a South Korean official", "a South Korean official"), ("200 young Indians", "200 young Indians"),
])
def test_the_unnamed(name, inside):
    assert sentence.called(name, "unnamed") == inside


def test_before():
    assert before("2018-07-18") == "before 18 July 2018" and before("2018-07-18", "ar") == "قبل 18 يوليو 2018"


@pytest.mark.parametrize(
    "name, inside",
    [
        ("Russian Foreign Ministry", "the Russian Foreign Ministry"),
        ("Hamas", "Hamas"),
        ("Netherlands", "the Netherlands"),
        ("a South Korean official", "a South Korean official"),
        ("Golan Heights", "the Golan Heights"),
        ("KCNA", "KCNA"),
    ],
)
def test_articles(name, inside):
    assert sentence.english(name) == inside
