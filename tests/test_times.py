"""Times: cases, negatives, every day in every style, offsets into the text, offsets from an event, hostile input."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import mahdar
from mahdar.arabic.words import Text
from mahdar.errors import UsageError
from mahdar.lexicon.table import read_table
from mahdar.rules import times
from mahdar.rules.times import calendar, hijri
from mahdar.rules.times.grammar import Rules
from mahdar.rules.times.lexemes import TABLES
from mahdar.rules.times.offsets import from_base
from mahdar.rules.times.parts import RULES

FOLDER = Path(times.__file__).parent
DAY = "2018-07-18"
QUICK = settings(deadline=None, max_examples=60)
DAYS = st.dates(date(1990, 1, 1), date(2035, 12, 31))


def cases(name: str) -> list:
    rows = [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line]
    return [pytest.param(row, id=f"{row['label']}:{n}") for n, row in enumerate(rows, 1)]


@pytest.mark.parametrize("case", cases("cases.jsonl"))
def test_case(case):
    assert [[t.text, t.value] for t in times.find(case["text"], day=case["day"])] == case["expect"]


@pytest.mark.parametrize("case", cases("known_failures.jsonl"))
def test_known_failure(case):
    found = [[t.text, t.value] for t in times.find(case["text"], day=case["day"])]
    assert found != case["expect"], "it works now: move the case to cases.jsonl"


@pytest.mark.parametrize("case", cases("offsets.jsonl"))
def test_offset(case):
    found = [t for t in times.find(case["text"], day=DAY, offsets=True) if t.offset]
    assert [[t.text, from_base(t, case["base"])] for t in found] == case["expect"]
    assert all(t.value is None for t in found)
    assert not [t for t in times.find(case["text"], day=DAY) if t.offset]


@pytest.mark.parametrize("case", cases("datelines.jsonl"))
def test_dateline(case):
    assert [[d.text, d.published] for d in times.datelines(case["text"])] == case["expect"]


def test_every_pattern_is_fired(monkeypatch):
    """Each pattern of each rule makes something in at least one case or table example."""
    if not hasattr(Rules.read, "__code__"):
        pytest.skip("compiled rules can't be watched: MAHDAR_COMPILED=0")
    fired: set[int] = set()
    read = Rules.read

    def watched(self, ctx, tokens, plan=None):
        out = read(self, ctx, tokens, plan)
        fired.update(id(rule) for _, _, rule, _ in out)
        return out

    monkeypatch.setattr(Rules, "read", watched)
    for name in ("cases.jsonl", "negative.jsonl", "offsets.jsonl"):
        for case in (param.values[0] for param in cases(name)):
            times.find(case["text"], day=case.get("day", DAY), offsets=True)
    for param in cases("datelines.jsonl"):
        times.datelines(param.values[0]["text"])
    for table in TABLES:
        for row in read_table(FOLDER / f"{table}.tsv"):
            times.find(row["example"].replace("{}", row["forms"].split("|")[0]), day=DAY, offsets=True)
    assert [(rule.name, rule.source) for rule in RULES.rules if id(rule) not in fired] == []


def test_a_missing_year_keeps_what_was_named():
    line = times.dateline("الأربعاء 18 من تموز")
    assert line is not None and (line.value, line.day, line.month, line.year, line.weekday) == (None, 18, 7, None, 2)
    assert "2018-07-18" in line.candidates and "2017-07-18" not in line.candidates
    assert times.dateline("الأربعاء 18 من تموز", day="2018-08-01").value == "2018-07-18"


def test_conflicts_are_told():
    (found,) = times.find("يوم الأربعاء 12 يونيو 2018", day=DAY)
    assert found.value == "2018-06-12" and "weekday named doesn't fit" in found.why
    (found,) = times.find("في 12 يونيو الحالي", day="2018-05-31")
    assert found.value == "2018-06-12" and "called current" in found.why
    (found,) = times.find("وصل اليوم الثلاثاء", day=DAY)
    assert found.value == "2018-07-17" and "don't fit" in found.why
    assert times.dateline("الأربعاء 12 يونيو 2018").conflict


def test_without_a_day_nothing_is_guessed():
    for words in (
        "أمس",
        "الأسبوع الماضي",
        "قبل يومين",
        "مارس المقبل",
        "الاثنين",
        "الشهر الجاري",
        "عيد الفطر",
        "هذا العام",
    ):
        found = times.find(f"وصل الوفد {words}")
        assert [t.value for t in found] == [None] and "isn't known" in found[0].why, words


def test_bad_day_is_refused():
    with pytest.raises(UsageError, match="2018-07-18"):
        times.find("وصل أمس", day="yesterday")


def test_front_door():
    assert mahdar.times("وصل أمس", DAY)[0].value == "2018-07-17"


def month_forms() -> dict[int, list[str]]:
    """Month number → the names of every family, one each, and the doubled ones."""
    forms: dict[int, list[str]] = {n: [] for n in range(1, 13)}
    for row in read_table(FOLDER / "months.tsv"):
        if row["class"] in ("month", "shy", "madda"):
            if not row["id"].startswith("latin"):
                forms[int(row["value"])].append(row["forms"].split("|")[0])
    for names in forms.values():
        levantine = names[1]
        names += [f"{names[0]}/{levantine}", f"{levantine}/ {names[0]}", f"{names[0]} ({levantine})"]
    return forms


MONTHS = month_forms()
WEEKDAYS = [
    row["forms"].split("|")[0]
    for row in read_table(FOLDER / "weekdays.tsv")
    if not row["id"].startswith("latin")
]
BY_ID = {row["id"]: row["forms"].split("|")[0] for row in read_table(FOLDER / "weekdays.tsv")}
NAMES = [BY_ID[w] for w in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
ORDINALS = (
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي_عشر الثاني_عشر الثالث_عشر الرابع_عشر "
    "الخامس_عشر السادس_عشر السابع_عشر الثامن_عشر التاسع_عشر العشرين الحادي_والعشرين الثاني_والعشرين الثالث_والعشرين "
    "الرابع_والعشرين الخامس_والعشرين السادس_والعشرين السابع_والعشرين الثامن_والعشرين التاسع_والعشرين الثلاثين "
    "الحادي_والثلاثين"
).split(" ")


def styles(day: date, month: str) -> list[str]:
    """The day as the press writes it."""
    d, m, y, w = day.day, day.month, day.year, NAMES[day.weekday()]
    return [
        f"{d} {month} {y}",
        f"{d} من {month} {y}",
        f"الـ{d} من {month} {y}",
        f"{w} {d} {month} {y}",
        f"يوم {w}، {d} {month}، {y}",
        f"{d} {month} عام {y}",
        f"{d} {month} من عام {y}",
        f"{ORDINALS[d - 1].replace('_', ' ')} من {month} {y}",
        f"{w} الموافق {d} {month} {y}م",
        f"{d} {month} {y}".translate(EASTERN),
        f"{w} {d} {month} {y}".translate(PERSIAN),
        f"{d:02d}/{m:02d}/{y}",
        f"{d}.{m}.{y}",
        f"{y}-{m:02d}-{d:02d}",
        f"{y}/{m}/{d}",
    ]


@QUICK
@given(DAYS, st.data())
@example(date(2000, 2, 29), None)
def test_every_day_comes_back_in_every_style(day, data):
    names = MONTHS[day.month]
    for month in names if data is None else [data.draw(st.sampled_from(names))]:
        for words in styles(day, month):
            assert [t.value for t in times.find(f"وقع الحادث في {words} كما قيل")] == [day.isoformat()], words
            line = times.dateline(f"نشر في: {words} - 06:56 م")
            assert line is not None and line.published == f"{day.isoformat()}T18:56", words


@QUICK
@given(DAYS)
def test_hijri_and_back(day):
    from hijridate import Gregorian

    h = Gregorian.fromdate(day).to_hijri()
    assert hijri.gregorian(h.year, h.month, h.day) == day
    name = next(
        row["forms"].split("|")[0]
        for row in read_table(FOLDER / "months.tsv")
        if row["id"] == f"hijri:{h.month:02d}"
    )
    assert [t.value for t in times.find(f"صدر في {h.day} {name} {h.year}هـ")] == [day.isoformat()]


@QUICK
@given(DAYS, st.integers(0, 6))
def test_weekdays_are_on_the_right_side(day, weekday):
    text = f"يوم {NAMES[weekday]}"
    last, coming = (
        date.fromisoformat(times.find(f"{text} {mod}", day=day.isoformat())[0].value) for mod in ("الماضي", "المقبل")
    )
    assert last < day < coming and last.weekday() == coming.weekday() == weekday
    assert day - last <= timedelta(days=7) and coming - day <= timedelta(days=7)


@QUICK
@given(DAYS, st.integers(-30, 30))
def test_days_without_a_year_are_near(day, shift):
    other = day + timedelta(days=shift)
    (found,) = times.find(f"وقع ذلك في {other.day} {MONTHS[other.month][0]}", day=day.isoformat())
    assert found.value == other.isoformat()


WORDS = st.sampled_from(
    [
        *NAMES,
        *MONTHS[8],
        "اليوم",
        "أمس",
        "غدا",
        "الماضي",
        "المقبل",
        "قبل",
        "منذ",
        "بعد",
        "يومين",
        "ثلاثة",
        "أيام",
        "أسبوع",
        "عام",
        "2018",
        "12",
        "و",
        "من",
        "إلى",
        "في",
        "شهر",
        "رمضان",
        "1439",
        "هـ",
        "القرن",
        "التسعينيات",
        "نهاية",
        "هذا",
        "قـــال",
        "كتابٌ",
        "،",
        ".",
        "\n",
        "/",
        "-",
        "(",
        ")",
        "\u200f",
        "الربع",
        "الأول",
        "الأسبوع",
        "الجاري",
        "مليون",
        "5",
        "31/12/2018",
        "الموافق",
        "ثورة",
        "ليل",
        "عيد الفطر",
    ]
)


@QUICK
@given(st.lists(WORDS, max_size=25), st.sampled_from([None, DAY, "2020-02-29"]))
def test_offsets_point_at_the_words(words, day):
    text = " ".join(words)
    found = times.find(text, day=day, offsets=True)
    for t in found:
        assert text[t.start : t.end] == t.text and t.text.strip() == t.text != ""
        assert t.why
        if t.value:
            first, last = calendar.bounds(t.value)
            assert first <= last
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert found == times.find(Text(text), day=day, offsets=True) == times.find(text, day=day, offsets=True)


@QUICK
@given(st.text(max_size=60))
def test_any_text_is_read_without_harm(text):
    times.find(text, day=DAY)
    times.datelines(text)


def test_long_lines_cost_little():
    for words in ("من ", "عام ", "12 و", "مايو/", "خمسة وعشرين ", "1/", "الاثنين "):
        times.find(words * 3000 + "مايو", day=DAY)
