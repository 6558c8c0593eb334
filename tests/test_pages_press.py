"""The press of the Arab countries by domain and name; captions, glued days, issues and papers that another site gathers."""
from __future__ import annotations

import pytest

from mahdar.model import Article, Page
from mahdar.pages import read_page
from mahdar.pages.captions import shows
from mahdar.pages.credits import in_credit
from mahdar.pages.glued import part
from mahdar.pages.lines import Line
from mahdar.pages.media import by_url, named
from mahdar.pages.told import in_text

TITLE = "وزيرا خارجية السنغال وغامبيا يبحثان في دكار فتح المعابر"
BODY = [
    "استقبل وزير الخارجية السنغالي في دكار أمس نظيره الغامبي، وبحث معه فتح المعابر بين البلدين.",
    "وقال الوزير السنغالي في مؤتمر صحفي إن الشاحنات ستعبر من دون رسوم ابتداء من الشهر المقبل.",
    "من جهته، أكد الوزير الغامبي أن بلاده ستفتح معبرا ثالثا على النهر، ودعا نظيره إلى زيارة بانجول.",
]


def read(*lines: str) -> Article:
    found = read_page(Page(id="p", path="p", data="\n".join(lines).encode()))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("domain", "printed", "name"), [
    ("cridem.org", "كريدم", "Cridem"), ("badil.info", "بديل.أنفو", "Badil"), ("snrtnews.com", "SNRT نيوز", "SNRT News"),
    ("elmaouid.dz", "الموعد اليومي", "El Maouid"), ("acharaa.com", "الشارع المغاربي", "Acharaa Al Magharibi"),
    ("libyaherald.com", "ليبيا هيرالد", "Libya Herald"), ("masrtimes.com", "مصر تايمز", "Masr Times"), ("tagpress.net", "تاق برس", "Tag Press"),
    ("garoweonline.com", "غاروي أونلاين", "Garowe Online"), ("an7a.com", "صحيفة أنحاء", "Anhaa"), ("kuwaittimes.com", "كويت تايمز", "Kuwait Times"),
    ("gulf-times.com", "غلف تايمز", "Gulf Times"), ("bahrainmirror.com", "مرآة البحرين", "Bahrain Mirror"),
    ("khaleejtimes.com", "خليج تايمز", "Khaleej Times"), ("shuoon.om", "شؤون عُمانية", "Shuoon Omaniya"),
    ("nashwannews.com", "نشوان نيوز", "Nashwan News"), ("tareeqashaab.com", "طريق الشعب", "Tareeq Al-Shaab"),
    ("dampress.net", "دام برس", "Dam Press"), ("thisislebanon.com", "هنا لبنان", "Houna Loubnan"), ("sadanews.ps", "صدى نيوز", "Sada News"),
    ("jfranews.com.jo", "جفرا نيوز", "Jfra News"),
])
def test_papers_and_sites_are_known(domain: str, printed: str, name: str) -> None:
    medium, other = by_url(f"https://www.{domain}/a/1"), named(printed)
    assert medium and other and medium.name == other.name == name


@pytest.mark.parametrize(("printed", "name"), [
    ("أخبار الخليج", "Akhbar Al Khaleej"), ("وكالة أنباء هاوار ANHA", "Hawar News"), ("سياسة", None), ("أخبار العالم", None),
])
def test_names_beside_sections_and_in_two_scripts(printed: str, name: str | None) -> None:
    medium = named(printed)
    assert (medium.name if medium else None) == name


@pytest.mark.parametrize(("text", "names"), [
    ("وفي شأن آخر، كشف لـ«كونا» عن زيارة مرتقبة إلى بانجول.", ["KUNA"]),
    ("وذكر الوزير، حسب ما نقلته وأج، أن المعبر سيفتح غدا.", ["APS"]),
    ("وسلم الوزير لـ«كونا» درعا تذكارية.", []),
])
def test_agencies_by_short_names(text: str, names: list[str]) -> None:
    assert [m.name for m in in_text(text)] == names


def test_two_names_side_by_side_are_another() -> None:
    assert in_credit("جريدة البيان تايمز") == []


@pytest.mark.parametrize("caption", [
    "الوزيران في القصر الرئاسي. (سامر عيد)", "الوزيران في القصر الرئاسي (عيد ونصار)", "الوزير السنغالي متحدثاً إلى الصحافيين",
    "الوزير السنغالي خلال اللقاء في دكار",
])
def test_captions_above_the_body_go(caption: str) -> None:
    assert shows(Line(caption))
    found = read(f"{TITLE} - موقع المدار", TITLE, "نشر في: 31 مايو 2018", caption, *BODY)
    assert found.text.split("\n")[1:] == BODY


@pytest.mark.parametrize("own", [
    "دكار تقترح إلغاء رسوم العبور خلال عامين", "الوزير: المعابر ستفتح خلال اللقاء المقبل", "بانجول توافق على المقترح (نص البيان)",
    "الوزير يتحدث إلى الصحافيين عن المعابر", "",
])
def test_standfirsts_are_no_captions(own: str) -> None:
    assert not shows(Line(own))


@pytest.mark.parametrize("day", ["31 جويلية 2021", "2021/07/31", "31-07-2021 19:44", "31 كانون الأول 2021"])
def test_days_glued_to_a_paragraph_go(day: str) -> None:
    assert part(day + BODY[1], frozenset()) == [(day, True), (BODY[1], False)]
    assert part(f"{day} {BODY[1]}", frozenset()) == [(f"{day} {BODY[1]}", False)]


def test_a_governor_is_no_conjunction() -> None:
    assert not Line("والي الخرطوم يتفقد محطة مياه بحري").prose and Line("وإلى ذلك قال الوزير إن المحادثات مستمرة.").prose


def test_an_ending_that_looks_like_a_verb_is_not_cut_off() -> None:
    own = "ووافقت الوفود على إدراج البند في جدول الأعمال، بعد مشاورات امتدت حتى ساعة متأخرة من الليل."
    assert part("اقرأ أيضا" + own, frozenset()) == [("اقرأ أيضا", True), (own, False)]


def test_a_title_and_its_day_glued_to_a_paragraph_go() -> None:
    title = "بعد عام من العمل، افتتاح الجسر الجديد4 مارس 2025"
    assert part(title + BODY[1], frozenset()) == [(title, True), (BODY[1], False)]
    own = "وافتتح الجسر في 4 مارس 2025 بحضور الوزيرين، كما قال المتحدث باسم الوزارة."
    assert part(own, frozenset()) == [(own, False)]


def test_a_title_glued_to_a_paragraph_goes() -> None:
    glued = "اقرأ أيضا: افتتاح مدرسة في كولدا" + "وتحدث" + " في المؤتمر السفير الفرنسي عن القرض الجديد."
    found = read(f"{TITLE} - موقع المدار", TITLE, "نشر في: 31 مايو 2018", *BODY, "وتقع كولدا على النهر، كما قال الوزير.", glued)
    assert found.text.endswith("وتحدث في المؤتمر السفير الفرنسي عن القرض الجديد.") and "مدرسة" not in found.text


def test_a_paragraph_behind_dated_titles_stays() -> None:
    box = ["الموضوعات المتعلقة", "أسعار الذهب في الأسواق", "الخميس، 31 مايو 2018 01:00 م", "منتخب الكرة يعود إلى أرضه", "الخميس، 31 مايو 2018 02:00 م"]
    more = "وأشاد الوزيران بعمل اللجنة المشتركة في العام الماضي."
    assert read(f"{TITLE} - موقع المدار", TITLE, "نشر في: 31 مايو 2018", *BODY[:2], *box, more).text.split("\n")[1:] == [*BODY[:2], more]


def test_a_label_that_leads_to_nothing_goes() -> None:
    page = [f"{TITLE} - موقع المدار", TITLE, "نشر في: 31 مايو 2018", *BODY, "وكان نصيب القراء من هذا:", "زيارات الصفحة: 1,290"]
    assert read(*page).text.split("\n")[1:] == BODY


@pytest.mark.parametrize(("site", "name"), [("جزايرس", "El Massa"), ("مصرس", "Al-Messa (Egypt)"), ("مغرس", "Al-Massae")])
def test_a_gathered_paper_is_that_of_the_sites_country(site: str, name: str) -> None:
    page = [f"{site} : {TITLE}", "الرئيسية", f"انت هنا: {site}", TITLE, "سمير قاسم", "نشر في المساء يوم 20 - 11 - 2011", *BODY]
    assert read(*page).outlet == name


def test_the_day_of_a_numbered_issue_counts_where_nothing_else_does() -> None:
    page = [f"{TITLE} - موقع المدار", "الأربعاء 08/02/2012 العدد 14377", "الأولى", "محليات", "أرسل لصديق", TITLE]
    assert read(*page, *BODY).published == "2012-02-08"
    assert read(*page, "نشر في: 7 فبراير 2012", *BODY).published == "2012-02-07"
    assert read(page[0], "الأربعاء 08/02/2012", *page[2:], *BODY).published is None


def test_french_datelines_of_the_maghreb_are_read() -> None:
    page = read(f"{TITLE} - موقع المدار", "Jeudi 8 Mars 2018", TITLE, "Publié le Mardi 06 Février 2018 - 13:20", *BODY)
    assert page.published == "2018-02-06T13:20"


def test_a_site_named_in_the_head_with_its_kind_is_the_outlet() -> None:
    head = ["الجمعة 03/مارس/2023 - 10:26 ص", "رئيس التحرير", "بوابة فيتو", "الرئيسية أخبار مصر حوادث رياضة فن وثقافة اقتصاد", "خارج الحدود"]
    assert read(*head, TITLE, "الإثنين 22/يناير/2018 - 04:12 م", "د ب أ", *BODY).outlet == "Vetogate"


def test_a_line_of_an_outlet_and_its_agency_names_the_outlet() -> None:
    article = read(TITLE, "نشرت في: 30/08/2021 - 23:41", "فرانس24/ أ ف ب", *BODY, "فرانس24/ أ ف ب")
    assert (article.outlet, article.agencies) == ("France 24", ("AFP",))


def test_a_site_that_gathers_and_writes_names_whom_it_credits() -> None:
    assert read("Lebanon24", TITLE, "نشر في: 14 شباط 2023", *BODY, "المصدر:", "سكاي نيوز عربية").outlet == "Sky News Arabia"
    assert read("Lebanon24", TITLE, "نشر في: 14 شباط 2023", *BODY, "جميع الحقوق محفوظة © لبنان24").outlet == "Lebanon24"


def test_the_days_between_a_pages_own_title_and_the_articles_are_the_crawls() -> None:
    head = [TITLE, "لبنان24", "الثلاثاء 14 شباط 2023", "بيروت °14 غائم جزئيا", "لبنان", "خاص", "متفرقات", "فنون ومشاهير"]
    assert read(*head, TITLE, *BODY).published is None
    assert read(TITLE, "الثلاثاء 14 شباط 2023", TITLE, *BODY).published == "2023-02-14"


def test_american_machines_print_the_month_first() -> None:
    assert read(TITLE, "[2/5/2015 8:32:10 PM]", *BODY).published == "2015-02-05T20:32:10"
    assert read(TITLE, "02/05/2015 08:32 PM", *BODY).published == "2015-05-02T20:32"
    assert read(TITLE, "2/5/2015 8:32:10 م", *BODY).published == "2015-05-02T20:32:10"


def test_a_byline_of_towns_writer_and_agency_credits_the_agency() -> None:
    assert read(TITLE, "نشر في: 18/10/2011", "القدس المحتلة - رام الله - سامر العلي - رويترز:", *BODY).agencies == ("Reuters",)


def test_titles_glued_to_a_paragraph_behind_a_label_go() -> None:
    line = "اقرأ أيضاوزير التجارة يبحث في بانجول اتفاق الملاحة البحريةومن المنتظر أن يزور الوزير الغامبي دكار قبل نهاية العام."
    assert [kept for kept, label in part(line, set()) if not label] == ["ومن المنتظر أن يزور الوزير الغامبي دكار قبل نهاية العام."]
    above = "بانجول: على دكار أن تفتح المعابر وفق اتفاق كازامانسوتنص الوثيقة على سحب الحواجز عن الطريق خلال مئة يوم."
    body = [*BODY, "وكان الاتفاق قد وقع في كازامانس قبل عام.", "إقرأ المزيد", above]
    assert read(TITLE, "نشر في: 18/10/2011", *body).text.split("\n")[-1] == "وتنص الوثيقة على سحب الحواجز عن الطريق خلال مئة يوم."


def test_tags_below_their_label_are_no_title() -> None:
    head = ["الصفحة الرئيسية", "السنغال", "العالم", "الرئيسية سياسة", "22/06/2023 04:30 م", "سمات", "السنغال غامبيا المعابر دكار"]
    article = read(*head, TITLE, *BODY)
    assert article.title == TITLE
    assert "السنغال غامبيا المعابر دكار" not in article.text


def test_the_sites_name_in_the_pages_title_is_no_title() -> None:
    page = "\n".join(["<html><head><title>الوكالة الموريتانية للأنباء</title></head><body><div>الوكالة الموريتانية للأنباء</div>"
                      "<div>شرف إخاء عدل</div><div>الحكومة</div><div>النشرة الجوية</div>", f"<div><b>{TITLE}</b></div>",
                      *[f"<p>{p}</p>" for p in BODY], "</body></html>"])
    found = read_page(Page(id="p", path="p.html", data=page.encode()))
    assert [(a.title, a.outlet) for a in found] == [(TITLE, "AMI")]


def test_a_dateline_parted_by_colons() -> None:
    assert read(TITLE, "2019:04:26.16:35 حجم الخط اطبع", *BODY).published == "2019-04-26T16:35"
