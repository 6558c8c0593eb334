"""Pages → articles: the test pages of tests/pages, the example pages, and the five real ones where they are at hand."""
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mahdar.arabic.letters import fold
from mahdar.errors import PageError
from mahdar.model import Article, Page
from mahdar.pages import articles, read_page

HERE = Path(__file__).parent / "pages"
EXAMPLES = Path(__file__).parent.parent / "examples" / "pages"
SHARED = Path(__file__).parent.parent.parent / "shared" / "gold" / "pages"


def plain(text: str) -> str:
    """Folded words of a text, for comparing."""
    return " ".join(re.findall(r"\w+", fold(text).lower()))


def check(found: dict[str, Article], gold: list[dict]) -> list[str]:
    """What differs between the articles found and the gold."""
    wrong = [f"{key}: not in gold" for key in sorted(set(found) - {g["id"] for g in gold})]
    for g in gold:
        a = found.get(g["id"])
        if a is None:
            wrong.append(f"{g['id']}: not found")
            continue
        body = plain(a.text[len(a.title):] if a.title else a.text)
        if plain(a.title or "") != plain(g["title"]):
            wrong.append(f"{a.id}: title {a.title!r}")
        may_be = [g["published"], *g.get("published_may_be", [])]
        if (a.published or None) and a.published[:10] not in [m and m[:10] for m in may_be] or g["published"] and not a.published:
            wrong.append(f"{a.id}: published {a.published}")
        if g["outlet"] and plain(a.outlet or "") not in [plain(n) for n in g["outlet"]]:
            wrong.append(f"{a.id}: outlet {a.outlet}")
        wrong += [f"{a.id}: no agency {x} in {a.agencies}" for x in g["agencies"] if x not in a.agencies]
        start, end = body.find(plain(g["body_starts"])), body.rfind(plain(g["body_ends"]))
        if not 0 <= start <= 160 or end < 0 or len(body) - end - len(plain(g["body_ends"])) > 2:
            wrong.append(f"{a.id}: body {body[:60]} … {body[-60:]}")
        wrong += [f"{a.id}: lost {x}" for x in g["must_have"] if plain(x) not in body]
        wrong += [f"{a.id}: kept {x}" for x in g["must_not_have"] if plain(x) and plain(x) in body]
    return wrong


GOLD = json.loads((HERE / "gold.json").read_text(encoding="utf-8"))
PAGES = sorted((HERE / "raw").iterdir())


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_page(path: Path) -> None:
    found = {a.id: a for a in articles([path])}
    assert not check(found, [g for g in GOLD if g["page"] == path.stem])


@pytest.mark.skipif(not SHARED.exists(), reason="../shared/gold isn't there")
def test_real_pages() -> None:
    gold = json.loads((SHARED / "gold_pages.json").read_text(encoding="utf-8"))
    for g in gold:      # names of the same outlet in the table
        g["agencies"] = [a for a in g["agencies"] if a != "RT"]
    assert not check({a.id: a for a in articles([SHARED / "raw"])}, gold)


EXPECTED = {
    "2018/announced": ("2018-03-09", "page", "بوابة المدار"),
    "2018/lavrov-dispatch-1": ("2018-05-31", "page", "صوت الخليج"),
    "2018/lavrov-dispatch-2": ("2018-05-31", "page", "صوت الخليج"),
    "2018/lavrov-dispatch-2#2": (None, None, None),
    "2018/letter": ("2018-05-25", "page", "جريدة السنديان"),
    "2018/no-date": ("2018-07-18", "inferred", None),
    "2018/panmunjom-egypt": ("2018-04-27", "page", "الجريدة المسائية"),
    "2018/pompeo-returns": ("2018-05-10", "metadata", "نبأ الشام"),
    "2018/pyongyang-summit": ("2018-09-19", "page", None),
    "2018/sanctions-allegation": ("2018-09-18", "page", "الرافد الإخباري"),
    "2018/singapore-held": ("2018-06-12", "page", None),
    "2018/talks-called-off": ("2018-05-16", "page", "صدى قرطاج"),
    "2018/trip-cancelled": ("2018-08-24", "page", None),
    "2018/undated": (None, None, None),
    "2019/dmz": ("2019-06-30", "page", None),
    "2019/hanoi-no-deal": ("2019-03-01", "metadata", "وكالة الأفق"),
    "2019/hanoi-or-danang-1": ("2019-02-07", "page", None),
    "2019/hanoi-or-danang-2": ("2019-02-09", "page", None),
    "2019/vladivostok-held": ("2019-04-26", "page", None),
    "2019/vladivostok-planned": ("2019-04-23", "page", None),
}


def test_examples() -> None:
    found = {a.id: (a.published and a.published[:10], a.published_from, a.outlet) for a in articles([EXAMPLES])}
    assert found == EXPECTED


def test_examples_hold_no_furniture() -> None:
    for a in articles([EXAMPLES]):
        for words in ("اقرأ أيضا", "إقرأ", "شارك", "التعليقات", "جميع الحقوق", "الأكثر قراءة", "نشر في", "ملفات تعريف", "انتهى"):
            assert plain(words) not in plain(a.text), (a.id, words)


def test_every_example_page_is_told_of_in_the_readme() -> None:
    readme = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")
    for path in EXAMPLES.rglob("*.*"):
        assert path.stem.removesuffix("-2").removesuffix("-1").removesuffix("-held") in readme, path


def one(text: str, *, html: bool = False, **more: str) -> Article:
    return read_page(Page(id="p", path="p", data=text.encode(), html=html, **more))[0]


BODY = "أعلن المتحدث أن الوزيرين سيلتقيان الأسبوع المقبل في العاصمة.\nوأضاف أن جدول الأعمال لم يحدد بعد.\nوكان الوزيران التقيا في الربيع الماضي."


def test_correction_notice_stays_and_is_marked() -> None:
    notice = "تصويب: ورد في نسخة سابقة أن اللقاء في الصيف، والصحيح أنه في الخريف."
    article = one(f"لقاء الوزيرين الأسبوع المقبل\n{BODY}\n{notice}\nالتعليقات")
    assert article.correction and article.text.endswith(notice)
    assert not one(f"لقاء الوزيرين الأسبوع المقبل\n{BODY}").correction


@pytest.mark.parametrize(("line", "day"), [
    ("نشر في: الخميس 31 مايو 2018 - 6:56 م | آخر تحديث: الجمعة 1 يونيو 2018 - 6:56 م", "2018-05-31"),
    ("31 أيار/مايو 2018", "2018-05-31"),
    ("31 ماي 2018 - 11:20", "2018-05-31"),
    ("تاريخ النشر: 31st, May 2018 GMT", "2018-05-31"),
    ("2018-05-31 | 02:33", "2018-05-31"),
    ("31.05.2018", "2018-05-31"),
    ("31/5/2018", "2018-05-31"),
    ("31 - 05 - 2018", "2018-05-31"),
    ("٣١ مايو ٢٠١٨", "2018-05-31"),
    ("May 31, 2018 6:56 PM", "2018-05-31"),
    ("الخميس 15 رمضان 1439 هـ الموافق 31 مايو 2018 م", "2018-05-31"),
    ("الأحد 3 ربيع الأول 1440 هـ", "2018-11-11"),
    ("31 مايو، 2018آخر تحديث: 2 يونيو، 2018", "2018-05-31"),
    ("آخر تحديث: 31 مايو 2018", None),
])
def test_datelines(line: str, day: str | None) -> None:
    article = one(f"لقاء الوزيرين الأسبوع المقبل\n{line}\n{BODY}")
    assert (article.published and article.published[:10]) == day
    assert line not in article.text


def test_date_of_the_crawl_is_not_the_publication() -> None:
    page = f"لقاء الوزيرين الأسبوع المقبل - بوابة المدار\nالخميس 9 مايو 2024 5:51 م القاهرة 24°\nالقائمة\nلقاء الوزيرين الأسبوع المقبل\n{BODY}"
    assert one(page).published is None


def test_inferred_date_needs_one_year() -> None:
    body = "قال المتحدث، اليوم، الأربعاء 18 من تموز، إن {} التقيا أمس.\nوأضاف أن المحادثات بين الجانبين ستستمر في الأيام المقبلة."
    told = one("القمة بين الرئيسين\n" + body.format("الرئيسين فلاديمير بوتين ودونالد ترامب"))
    assert (told.published, told.published_from) == ("2018-07-18", "inferred")
    assert "2018" not in (told.published_why or "") and "Trump" in (told.published_why or "")
    assert one("القمة بين الرئيسين\n" + body.format("الوزيرين")).published is None
    early = "قال المتحدث، فجر اليوم، الأربعاء 18 من تموز، إن الرئيس دونالد ترامب وصل.\nوأضاف أن المحادثات بين الجانبين ستستمر في الأيام المقبلة."
    assert one("القمة بين الرئيسين\n" + early).published == "2018-07-18"
    assert one("القمة بين الرئيسين\n" + body.format("الرئيس السابق دونالد ترامب ومضيفه")).published is None


def test_the_carrier_is_not_the_outlet() -> None:
    article = one(f"لقاء الوزيرين الأسبوع المقبل - نبض\nالمصدر: العربية\n24 مايو 2018\n{BODY}\nجميع الحقوق محفوظة لنبض")
    assert (article.outlet, article.carrier) == ("Al Arabiya", "Nabd")


@pytest.mark.parametrize(("title", "line", "foot", "outlet", "carrier"), [
    ("{} - نبض", "لبنان 24 منذ 3 ساعات متابعة", "", "Lebanon24", "Nabd"),
    ("{} - واحة الخبر", "العربية - 24 مايو 2018", "موقع واحة الخبر محرك بحث إخباري", "Al Arabiya", "واحة الخبر"),
    ("{} - واحة الخبر", "العربية - 24 مايو 2018", "", "واحة الخبر", None),
    ("BBC Arabic - الشرق الأوسط - {}", "24 مايو 2018", "", "BBC", None),
    ("سياسي / {} وكالة الأنباء السعودية", "24 مايو 2018", "جميع الحقوق محفوظة لوكالة الأنباء السعودية", "SPA", None),
])
def test_a_site_that_says_it_gathers(title: str, line: str, foot: str, outlet: str, carrier: str | None) -> None:
    name = "لقاء الوزيرين الأسبوع المقبل في العاصمة"
    html = f"<html><head><title>{title.format(name)}</title></head><body><div>{line}</div><h1>{name}</h1><p>{BODY.replace(chr(10), '</p><p>')}</p><div>{foot}</div></body></html>"
    article = one(html, html=True)
    assert (article.outlet, article.carrier) == (outlet, carrier)


@pytest.mark.parametrize(("heading", "kept"), [
    ("المتحدث: جدول الأعمال لم يحدد", True), ("جدول أعمال الوزيرين لم يحدد", True), ("أخبار العالم العربي اليوم", False), ("جدول الأعمال", False),
])
def test_a_heading_below_the_title_is_the_standfirst(heading: str, kept: bool) -> None:
    html = f"<html><body><h1>لقاء الوزيرين الأسبوع المقبل في العاصمة</h1><h2>{heading}</h2><div>24 مايو 2018</div><div><p>{BODY.replace(chr(10), '</p><p>')}</p></div></body></html>"
    assert one(html, html=True).text.startswith(f"لقاء الوزيرين الأسبوع المقبل في العاصمة\n{heading}\n") == kept


@pytest.mark.parametrize(("top", "title", "outlet"), [
    ("Al Jazirah Newspaper لقاء الوزيرين الأسبوع المقبل\nسياسة\n24/05/2018\nلقاء الوزيرين الأسبوع المقبل", "لقاء الوزيرين الأسبوع المقبل", "Al-Jazirah"),
    ("الأخبار: أول وكالة أنباء مستقلة\nالرئيسية أخبار تقارير مقابلات رياضة آراء\nلقاء الوزيرين الأسبوع المقبل في العاصمة\n24 مايو 2018", "لقاء الوزيرين الأسبوع المقبل في العاصمة", None),
])
def test_a_first_line_that_is_the_sites(top: str, title: str, outlet: str | None) -> None:
    article = one(f"{top}\n{BODY}")
    assert article.title == title and (outlet is None or article.outlet == outlet)


def test_a_town_and_an_agency_above_the_body_are_a_credit() -> None:
    article = one(f"لقاء الوزيرين الأسبوع المقبل في العاصمة\n24 مايو 2018\n\nالجزائر - (أ ف ب)\n{BODY}")
    assert article.agencies == ("AFP",) and "أ ف ب" not in article.text


def test_a_menu_of_bars_is_no_standfirst() -> None:
    menu = "أخبار العاصمة | أخبار المحافظات | ملفات وتحقيقات | آراء واتجاهات | شكاوى الناس | رياضة"
    assert "شكاوى" not in one(f"لقاء الوزيرين الأسبوع المقبل في العاصمة\n{menu}\n24 مايو 2018\n{BODY}").text


def test_the_standfirst_between_a_title_and_its_repetition_stays() -> None:
    title, deck = "لقاء الوزيرين الأسبوع المقبل في العاصمة", "المتحدث يؤكد أن المحادثات بين الجانبين ستستمر أياما"
    page = f"{title} - بوابة المدار\nالرئيسية\nسياسة\n{title}\n{deck}\n{title}\n24 مايو 2018\n{BODY}"
    assert one(page).text.split("\n")[:2] == [title, deck]


def test_the_day_is_the_outlets() -> None:
    page = (f'<html><head><meta property="og:site_name" content="العربية"><meta property="article:published_time" content="2018-05-31T22:30:00Z">'
            f"<title>لقاء الوزيرين</title></head><body><h1>لقاء الوزيرين الأسبوع المقبل</h1><p>{BODY.replace(chr(10), '</p><p>')}</p></body></html>")
    article = one(page, html=True)
    assert (article.outlet, article.day, article.published_from) == ("Al Arabiya", "2018-06-01", "metadata")


@pytest.mark.parametrize("text", [
    "رئیس جمهور ایران گفت که این کشور با همسایگان خود گفتگو می کند و از هر طرحی برای صلح استقبال خواهد کرد. وی افزود که مذاکرات ادامه دارد.",
    "وزیر خارجہ نے کہا ہے کہ دونوں ملکوں کے درمیان بات چیت جاری رہے گی اور اس میں تمام امور پر غور کیا جائے گا۔ انہوں نے یہ بھی کہا کہ",
    "The minister said that talks would go on next week in the capital, and that no agenda had been set so far.",
])
def test_pages_in_other_languages_are_refused(text: str) -> None:
    with pytest.raises(PageError, match="not an Arabic page"):
        one(text * 3)


def test_persian_names_in_an_arabic_page_are_no_reason_to_refuse() -> None:
    assert one(f"لقاء الوزيرين الأسبوع المقبل\nقال گوران پژمان إن الوزيرين سيلتقيان في کابل قريبا.\n{BODY}").title
