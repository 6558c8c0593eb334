"""What is told by shape: titles of other articles between paragraphs, last paragraphs without a stop, script data, bylines."""
from __future__ import annotations

import json

import pytest

from mahdar.model import Article, Page
from mahdar.pages import read_page

TITLE = "لقاء وزيري الخارجية في موسكو يبحث موعد القمة"
LEAD = "بحث وزيرا الخارجية في موسكو موعد القمة المقبلة بين الرئيسين ومكانها."
NEXT = "وقال الوزير إن القمة ستعقد قبل نهاية الصيف في العاصمة."
LAST = "وكانت القمة الأولى قد عقدت في الربيع الماضي وحضرها وزيرا الخارجية."
TEASER = "زلزال قوي يضرب سواحل تشيلي ويقطع الكهرباء عن مدن"


def read(*lines: str) -> list[Article]:
    return read_page(Page(id="p", path="p", data="\n".join(lines).encode()))


def body(*lines: str) -> list[str]:
    return read(TITLE, "نشر في: 31 مايو 2018", *lines)[0].text.split("\n")[1:]


def test_a_title_of_another_article_between_paragraphs_goes() -> None:
    assert body(LEAD, TEASER, NEXT, LAST) == [LEAD, NEXT, LAST]
    assert body(LEAD, "رياضة", TEASER, NEXT, LAST) == [LEAD, NEXT, LAST]


@pytest.mark.parametrize("own", ["موعد القمة", "لماذا الآن؟", "1- موعد القمة المقبلة وجدول أعمالها", "«سنعلن الموعد في وقته».", "وكان اللقاء قصيرا"])
def test_subheadings_lists_and_short_paragraphs_stay(own: str) -> None:
    assert body(LEAD, own, NEXT, LAST) == [LEAD, own, NEXT, LAST]


@pytest.mark.parametrize("end", ["ونفى الكرملين ذلك مرارا", "من جهتها رحبت بكين بالموعد المعلن", "فهل تعقد القمة في موعدها؟"])
def test_a_last_paragraph_without_a_stop_stays(end: str) -> None:
    assert body(LEAD, NEXT, end, "كلمات دلالية: القمة موسكو", "الأكثر قراءة", TEASER) == [LEAD, NEXT, end]


def test_titles_behind_the_last_paragraph_go() -> None:
    assert body(LEAD, NEXT, LAST, "صور مختارة", TEASER, "شاب يعبر المحيط على لوح خشبي في تسعين يوما") == [LEAD, NEXT, LAST]


def test_a_blurb_below_its_title_goes_and_the_article_goes_on() -> None:
    blurb = "ضرب زلزال قوي سواحل تشيلي مساء أمس وقطع الكهرباء عن مدن عدة، بحسب السلطات."
    assert body(LEAD, NEXT, "مقالات ذات صلة", TEASER, blurb, "قبل 3 ساعات", LAST) == [LEAD, NEXT, LAST]


def test_a_label_that_names_nothing_takes_no_paragraph() -> None:
    free = "أما الصحف فقد رأت أن موعدا كهذا لن يغير كثيرا من حسابات العواصم المعنية."
    assert body(LEAD, "إظهار أخبار متعلقة", free, LAST) == [LEAD, free, LAST]


def test_a_box_with_its_end_marked_goes_whole() -> None:
    box = ["تخطى يستحق الانتباه وواصل القراءة", "يستحق الانتباه", "شرح معمق لقصة بارزة من أخبار اليوم، لمساعدتك على فهم ما حولك.", "يستحق الانتباه نهاية"]
    assert body(LEAD, *box, NEXT, LAST) == [LEAD, NEXT, LAST]


def test_a_story_of_notices_stays_whole() -> None:
    told = "ونظرا لهذه الشروط يمنع منعا باتا دخول المدينة ليلا، كما قال المتحدث باسم الشرطة للصحفيين."
    assert body(LEAD, told, NEXT, LAST) == [LEAD, told, NEXT, LAST]


@pytest.mark.parametrize("byline", ["نيويورك / محمد طارق / الأناضول", "موسكو: «الشرق الأوسط»", "واشنطن- (أ ف ب)"])
def test_bylines_are_no_title_and_no_paragraph(byline: str) -> None:
    article = read(TITLE, byline, "31 مايو 2018", LEAD, NEXT, LAST)[0]
    assert (article.title, article.text.split("\n")[1:]) == (TITLE, [LEAD, NEXT, LAST])


def test_a_credit_stands_on_the_line_below_its_label() -> None:
    assert read(TITLE, "المصدر:", "سنغافورة ـــ أ.ف.ب", "التاريخ: 12 يونيو 2018", LEAD, NEXT)[0].agencies == ("AFP",)


def test_of_two_calendars_the_sun_tells_the_day() -> None:
    article = read(TITLE, "الخميس - 15 شهر رمضان 1439 هـ - 31 مايو 2018 مـ رقم العدد [ 14429]", LEAD, NEXT)[0]
    assert article.published == "2018-05-31"


def test_a_date_above_the_title_counts_where_the_dispatch_names_its_day() -> None:
    dispatch = f"موسكو في 5 سبتمبر / وام / {LEAD}"
    assert read("الأربعاء 5 سبتمبر 2018", TITLE, dispatch, NEXT)[0].published == "2018-09-05"
    assert read("الأربعاء 12 سبتمبر 2018", TITLE, dispatch, NEXT)[0].published is None


@pytest.mark.parametrize("script", [
    'window.__STATE__={"post":{"headline":"%s","publishedAt":"2018-05-31T10:00:00Z","content":%s}};',
    '{"props":{"story":{"title":"%s","publish_date":1527760800,"body":%s}}}',
])
def test_an_article_that_stands_in_script_data_only(script: str) -> None:
    text = "".join(f"<p>{x}</p>" for x in (LEAD, NEXT, LAST) * 2)
    html = f"<html><title>{TITLE}</title><body><div>جار التحميل...</div><script>{script % (TITLE, json.dumps(text))}</script></body></html>"
    article = read_page(Page(id="p", path="p", data=html.encode(), html=True))[0]
    assert article.text.split("\n")[:4] == [TITLE, LEAD, NEXT, LAST]
    assert (article.published or "")[:10] == "2018-05-31"


def test_a_first_line_names_the_outlet() -> None:
    assert read("صوت الجنوب", "الرئيسية", TITLE, "31 مايو 2018", LEAD, NEXT)[0].outlet == "صوت الجنوب"
    assert read("أخبار العالم", "الرئيسية", TITLE, "31 مايو 2018", LEAD, NEXT)[0].outlet is None
