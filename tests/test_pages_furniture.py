"""Furniture between an article's paragraphs and behind its last: adverts, appeals, captions, polls, comments; the body stays whole."""
from __future__ import annotations

from pathlib import Path

import pytest

from mahdar.model import Article, Page
from mahdar.pages import read_page
from mahdar.pages.appeals import appeals
from mahdar.pages.captions import pictured
from mahdar.pages.lines import Line, split_words
from mahdar.pages.when import stamps

TITLE = "وزيرا خارجية تركيا وجورجيا يبحثان في أنقرة تنفيذ اتفاق النقل"
BODY = [
    "استقبل وزير الخارجية التركي في أنقرة أمس نظيره الجورجي، وبحث معه تنفيذ اتفاق النقل الموقع بين البلدين.",
    "وقال الوزير التركي في مؤتمر صحفي إن حجم التبادل التجاري بلغ ملياري دولار خلال العام الماضي.",
    "من جهته، أكد الوزير الجورجي أن بلاده تدعم خط السكة الحديدية، ودعا نظيره إلى زيارة تبليسي.",
    "وكان البلدان قد وقعا اتفاق التجارة الحرة قبل عشر سنوات في إسطنبول.",
]
PAGES = Path(__file__).parent / "pages"
ROWS = [
    line.split("\t") for name in ("furniture", "edges") for line in (PAGES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def read(*lines: str, title: str = TITLE) -> list[Article]:
    page = "\n".join([f"{title} - موقع المدار", "الرئيسية", "سياسة", title, "نشر في: 31 مايو 2018", *lines])
    return read_page(Page(id="p", path="p", data=page.encode()))


def body(*lines: str) -> list[str]:
    found = read(*lines)
    assert len(found) == 1 and found[0].title == TITLE and found[0].published == "2018-05-31"
    return found[0].text.split("\n")[1:]


@pytest.mark.parametrize(("place", "lines"), ROWS, ids=range(len(ROWS)))
def test_furniture_goes_and_the_body_stays(place: str, lines: str) -> None:
    furniture = lines.split(" ¶ ")
    if place == "head":
        assert body(*furniture, *BODY) == BODY
        return
    if place == "glued":  # to the last word
        assert body(*BODY[:3], BODY[3] + lines) == BODY
        return
    if place == "within":
        assert body(*BODY[:2], *furniture, *BODY[2:]) == BODY
    assert body(*BODY, *furniture) == BODY


@pytest.mark.parametrize("own", [
    "«لا حاجة إلى وسيط»", "لماذا الآن؟", "اتفاق النقل", "نبذة عن السكة الحديدية", "تابع الوزير بعد ذلك جولته في المدينة القديمة برفقة نظيره.",
    "وشارك الوزيران على فيسبوك صورا من اللقاء، كما قال المتحدث.", "وأعلن الوزير عبر تويتر أن قناة الاتصال بين البلدين ستبقى مفتوحة.",
    "ونشرت صحيفة حكومية الخبر على صفحتها الأولى.", "1- استكمال خط السكة الحديدية", "واشترك الوفدان في افتتاح المعرض.",
    "سجل التبادل التجاري رقما قياسيا خلال العام الماضي، بحسب الوزارة.", "وانضمت تركيا إلى المشروع قبل أربعة أعوام.",
    "\"حجم التبادل التجاري بلغ ملياري دولار خلال العام الماضي\"", "2014", "- 2014 إلى 2016 -", "خلافات على الإنترنت",
    "ومنعت الوزارة دخول الشاحنات إلى الميناء بدون إذن مسبق من الجمارك.",
    "ويشمل الاتفاق تطبيقات الهواتف في متاجر غوغل بلاي وآب ستور، كما قال المتحدث باسم الوزارة.",
    "ورد الوزير على الأسئلة بنعم ولا.", "«نعم، سنمضي في المشروع»", "رد الوزارة على الانتقادات",
])
def test_the_articles_own_lines_stay(own: str) -> None:
    assert body(*BODY[:2], own, *BODY[2:]) == [*BODY[:2], own, *BODY[2:]]


@pytest.mark.parametrize("text", ["قال ذلك الوزير أمس في أنقرة. (رويترز)", "وجاء في النص المنشور على الإنترنت", "فتح الأرشيف للباحثين", "اتفاق على الصورة النهائية"])
def test_words_of_pictures_make_no_caption(text: str) -> None:
    assert not pictured(text)


@pytest.mark.parametrize("text", ["هل يزور الوزير تبليسي؟", "شارك في القمة رؤساء عشر دول", "سجل حافل بالخلافات بين البلدين", "تابع الوزير الملف بنفسه", "حمل الوفد رسالة إلى الرئيس",
                                  "هل ينجح الاتفاق في أنقرة؟", "اكتشف الباحثون نقشا قرب الموقع", "علق الوزير زيارته"])
def test_words_of_news_are_no_appeal(text: str) -> None:
    assert not appeals(split_words(text), text, prose=False)


COMMENT = "وقال الوزير كلاما كثيرا عن السكة الحديدية ولم ينفذ منه شيئا."


def test_one_comment_above_its_heading_goes_and_tells_the_year() -> None:
    lead = "أعلن المتحدث، اليوم الخميس 31 أيار/مايو، أن وزيري الخارجية بحثا في أنقرة تنفيذ اتفاق النقل الموقع بين البلدين."
    page = "\n".join([f"{TITLE} - موقع المدار", TITLE, lead, *BODY[1:], "المصدر: وكالات", "قارئ من أنقرة", "2018-06-01", COMMENT, "التعليقات (1)"])
    article = read_page(Page(id="p", path="p", data=page.encode()))[0]
    assert article.text.split("\n")[1:] == [lead, *BODY[1:]]
    assert (article.published, article.published_from) == ("2018-05-31", "inferred")


def test_an_article_that_follows_by_scrolling_is_another() -> None:
    second = [
        "لافروف يعرض على إثيوبيا التعاون النووي السلمي", "9 مارس 2018, 10:05",
        "عرض وزير الخارجية الروسي سيرغي لافروف، الجمعة في أديس أبابا، تعاونا نوويا سلميا على إثيوبيا، ووقع مع نظيره اتفاقا إطاريا.",
        "وقال لافروف إن موسكو مستعدة لبناء مركز للأبحاث النووية في إثيوبيا خلال خمسة أعوام من توقيع الاتفاق النهائي.",
        "وأضاف أن الشركات الروسية مهتمة بالعمل في مجالي التعدين والسكك الحديدية، وأن وفدا منها سيزور البلاد قريبا.",
    ]
    found = read(*BODY, "كلمات دلالية: تركيا", "المقال التالي", "سياسة", *second)
    assert [(a.title, a.published and a.published[:10]) for a in found] == [(TITLE, "2018-05-31"), (second[0], "2018-03-09")]
    assert found[1].text.split("\n")[1:] == second[2:]
    teasers = ["زلزال يضرب سواحل تشيلي", "9 مارس 2018", "ضرب زلزال قوي سواحل تشيلي فجر اليوم وأدى إلى انقطاع الكهرباء عن مدن عدة في الجنوب."] * 3
    assert len(read(*BODY, "كلمات دلالية: تركيا", "المقال التالي", *teasers)) == 1


@pytest.mark.parametrize(("named", "shown", "day"), [
    ("2019-02-18T03:11:00+00:00", "11 - سبتمبر - 2013", "2013-09-11"),   # a move to another system
    ("2013-09-11T20:00:00+00:00", "12 سبتمبر 2013", "2013-09-11"),
    ("2013-09-11T20:00:00+00:00", "آخر تحديث: 2 سبتمبر 2013", "2013-09-11"),
    ("2018-05-03T20:00:00+00:00", "05/03/2018", "2018-05-03"),            # month first
    ("2010-01-01T00:00:00+00:00", "نشر في: 11 سبتمبر 2013", "2013-09-11"),  # a system's blank
])
def test_metadata_and_dateline_that_differ(named: str, shown: str, day: str) -> None:
    page = (f'<html><head><meta property="article:published_time" content="{named}"><title>{TITLE}</title></head><body><h1>{TITLE}</h1>'
            f"<div>{shown}</div><div>{''.join(f'<p>{p}</p>' for p in BODY)}</div></body></html>")
    assert (read_page(Page(id="p", path="p", data=page.encode(), html=True))[0].published or "")[:10] == day


@pytest.mark.parametrize(("line", "day"), [
    ("السبت 10 نوفمبر-تشرين الثاني 2012 الساعة 06 مساءً / المدار - صنعاء - متابعات", "2012-11-10"),
    ("الإثنين, 12 كانون2/يناير 2015 13:45", "2015-01-12"),
    ("الثلاثاء 2018.7.10 09:12 صباحا بتوقيت أبوظبي تم تحديثه 09:31 ص", "2018-07-10"),
    ("أحمد علي الخميس 18 أكتوبر 2018 - 16:44 l عدد الزيارات : 8312", "2018-10-18"),
])
def test_wordy_datelines(line: str, day: str) -> None:
    page = f"{TITLE}\n{line}\n" + "\n".join(BODY)
    article = read_page(Page(id="p", path="p", data=page.encode()))[0]
    assert (article.published or "")[:10] == day and article.text.split("\n")[1:] == BODY


def test_a_subheading_with_a_day_and_a_town_is_no_dateline() -> None:
    assert not stamps(Line("لا صلة باتفاق 13 نوفمبر/تشرين الثاني 2015 في إسطنبول"), 0)


def test_a_label_on_the_line_above_tells_what_a_date_is() -> None:
    page = "\n".join([TITLE, "آخر تحديث", "الأربعاء 8 تشرين الثاني 2017", *BODY])
    assert read_page(Page(id="p", path="p", data=page.encode()))[0].published is None


def test_a_day_of_the_most_read_is_not_the_articles() -> None:
    page = "\n".join([TITLE, *BODY, "الأكثر مشاهدة", "زلزال يضرب سواحل تشيلي", "2024-07-17"])
    assert read_page(Page(id="p", path="p", data=page.encode()))[0].published is None


def test_a_motto_is_no_title_and_names_its_site() -> None:
    page = "\n".join(["سكة نت | بوابة إخبارية شاملة من تركيا", "آخر تحديث للموقع: الأحد 16 ديسمبر 2018", TITLE, "31 مايو 2018", *BODY])
    article = read_page(Page(id="p", path="p", data=page.encode()))[0]
    assert (article.title, article.outlet) == (TITLE, "سكة نت")
