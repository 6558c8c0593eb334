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


def test_paragraphs_cut_at_their_links_are_whole_again() -> None:
    cut = ["وقال وزير الخارجية الروسي في مقابلة مع", "قناة محلية", "إن القمة ستعقد قبل نهاية الصيف.", "وأضاف أن بلاده والولايات", "المتحدة", "تتشاوران في موعدها ومكانها كل يوم."]
    assert body(LEAD, *cut, LAST) == [LEAD, " ".join(cut[:3]), " ".join(cut[3:]), LAST]


def test_subheadings_between_ended_paragraphs_are_no_links() -> None:
    assert body(LEAD, "موعد القمة", NEXT, "مكان القمة", LAST) == [LEAD, "موعد القمة", NEXT, "مكان القمة", LAST]


def test_markdown_is_undone() -> None:
    page = [f"# {TITLE}", "[الرئيسية](https://a.example/) › [عالم](https://a.example/w)", "31/05/2018", "![صورة](https://a.example/x.jpg)", LEAD, f"**{NEXT}**", LAST,
            "## مقالات ذات صلة", f"* [{TEASER}](https://a.example/1)"]
    article = read(*page)[0]
    assert article.text.split("\n") == [TITLE, LEAD, NEXT, LAST] and article.published == "2018-05-31"


def test_entities_and_scripts_of_plain_pages() -> None:
    lines = [LEAD.replace("القمة", "&quot;القمة&quot;"), "googletag.cmd.push(function() { googletag.display('x'); });", NEXT, LAST]
    assert body(*lines) == [LEAD.replace("القمة", '"القمة"'), NEXT, LAST]


def test_blurbs_above_the_article_are_passed_over() -> None:
    blurbs = [TEASER, "ضرب زلزال قوي سواحل تشيلي مساء أمس وقطع الكهرباء عن مدن عدة.", "أمطار غزيرة تغرق شوارع المدينة الساحلية", "غمرت أمطار غزيرة شوارع المدينة الساحلية صباح اليوم."]
    article = read("بوابة المدار", *blurbs, "الرئيسية", TITLE, "الخميس 31/05/2018 02:15 م", LEAD, NEXT, LAST)[0]
    assert article.text.split("\n") == [TITLE, LEAD, NEXT, LAST]


def test_a_paragraph_behind_an_inset_stands_in_the_articles_own_element() -> None:
    odd = "كبرت المغنية في قرية صغيرة قرب البحر وتعلمت العزف على يد جدتها."
    html = (f"<html><body><h1>{TITLE}</h1><div class='x'><p>{LEAD}</p><p>{NEXT}</p><div><b>اقرأ أيضا</b><a href='1'>{TEASER}</a></div><p>{odd}</p><p>{LAST}</p></div></body></html>")
    assert read_page(Page(id="p", path="p", data=html.encode(), html=True))[0].text.split("\n") == [TITLE, LEAD, NEXT, odd, LAST]


def test_dates_in_the_titles_own_element_and_of_issues() -> None:
    inside = f"<html><body><div><span>الخميس, 31 مايو 2018 18:12</span><h2>{TITLE}</h2><div><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p></div></div></body></html>"
    assert (read_page(Page(id="p", path="p", data=inside.encode(), html=True))[0].published or "")[:10] == "2018-05-31"
    assert read("الخميس 31 مايو 2018 - العدد 14602", TITLE, LEAD, NEXT, LAST)[0].published == "2018-05-31"
    assert read("الخميس 31 مايو 2018", TITLE, LEAD, NEXT, LAST)[0].published is None


def test_the_address_names_the_site() -> None:
    page = f"<!-- saved from url=(0060)https://www.alghad.com/articles/55 -->\n<html><body><h1>{TITLE}</h1><div><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p></div></body></html>"
    assert read_page(Page(id="p", path="p", data=page.encode(), html=True))[0].outlet == "Al-Ghad"
    other = page.replace("alghad.com", "akhbar-almadar.example.org")
    assert read_page(Page(id="p", path="p", data=other.encode(), html=True))[0].outlet == "akhbar-almadar.example.org"


@pytest.mark.parametrize("mark", ["◄", "»", "◀"])
def test_a_mark_points_at_another_page(mark: str) -> None:
    assert body(LEAD, f"{mark} {TEASER}", NEXT, LAST) == [LEAD, NEXT, LAST]


def test_a_story_may_end_in_the_word_end() -> None:
    end = "ورأى الناطق أن القمة بداية النهاية."
    assert body(LEAD, NEXT, end) == [LEAD, NEXT, end]
    assert body(LEAD, NEXT, f"{LAST} (النهاية) ع ب / م ج") == [LEAD, NEXT, LAST]


def test_an_article_goes_on_behind_a_read_also_label() -> None:
    rest = [NEXT, "وأضاف أن جدول الأعمال سيعلن في حينه بعد مشاورات مع العواصم المعنية بالملف.", "وتابع أن الوفدين سيلتقيان مرة أخرى.", LAST]
    (article,) = read(TITLE, "نشر في: 31 مايو 2018", LEAD, "اقرأ أيضا", *rest)
    assert article.text.split("\n")[1:] == [LEAD, *rest]


def test_a_title_and_its_date_in_one_block() -> None:
    page = f"<html><title>{TITLE} - المدار</title><body><div><b>{TITLE}</b><span>الخميس 31 مايو 2018 - 10:42</span><br><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p></div></body></html>"
    article = read_page(Page(id="p", path="p", data=page.encode(), html=True))[0]
    assert (article.title, (article.published or "")[:10]) == (TITLE, "2018-05-31")


def test_a_paper_called_as_a_section_is() -> None:
    assert read(f"{TITLE} - الخليج", TITLE, "31 مايو 2018", LEAD, NEXT, LAST)[0].outlet == "Al-Khaleej"
    assert read("الشرق الأوسط", TITLE, "31 مايو 2018", LEAD, NEXT, LAST, "© 2026 وكالة المدار. كل الحقوق محفوظة.")[0].outlet == "وكالة المدار"
    assert read(TITLE, "31 مايو 2018", "© أ ف ب", LEAD, NEXT, LAST)[0].outlet is None


def test_a_list_at_the_end_stays_whole() -> None:
    dated = ["٢٠١٦ - افتتاح السفارة في العاصمة", "٢٠١٧ - توقيع اتفاق التعاون بحضور الوزيرين", "٢٠١٨ - لقاء الوزيرين في موسكو"]
    assert body(LEAD, NEXT, "وهذه أبرز محطات العلاقة بين البلدين في السنوات الأخيرة:", *dated)[-3:] == dated


def test_a_short_paragraph_that_leads_on_stays() -> None:
    assert body(LEAD, "لكن لم تحدد طهران موقفها النهائي بعد", NEXT, LAST)[1] == "لكن لم تحدد طهران موقفها النهائي بعد"


def test_behind_marked_titles_the_article_goes_on() -> None:
    odd = "مع بدء المفاوضات قبل عامين أبدت طوكيو تأييدها للمسار الذي رعته عواصم عدة في المنطقة."
    assert body(LEAD, NEXT, "موضوعات متعلقة:", f"- {TEASER}", f"- {TEASER} أيضا", odd, LAST) == [LEAD, NEXT, odd, LAST]


def test_a_last_paragraph_behind_an_advert_is_no_notice() -> None:
    assert body(LEAD, NEXT, "إعلان", "من جهته، نفى الكرملين مجددا كل خلاف.", "المصدر: رويترز")[-1] == "من جهته، نفى الكرملين مجددا كل خلاف."


@pytest.mark.parametrize("shown", ["{t} ~ {s}", "{t} .:. {s}", "{t}-{s}", "{t} – {s} – جريدة إلكترونية مستقلة", "{t} | سياسة | {s}", "{s} :: {t}"])
def test_names_of_unknown_sites_in_titles(shown: str) -> None:
    for name in ("صدى المدينة", "Almadar Now", "جريدة الأفق"):
        line = shown.format(t=TITLE, s=name)
        assert (read(line, "الرئيسية", TITLE, "31 مايو 2018", LEAD, NEXT, LAST)[0].outlet) == name
        html = f"<html><title>{line}</title><meta property='og:title' content='{TITLE}'><body><h1>{TITLE}</h1><div>31 مايو 2018</div><div><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p></div></body></html>"
        article = read_page(Page(id="p", path="p", data=html.encode(), html=True))[0]
        assert (article.outlet, article.title) == (name, TITLE)


def test_a_year_glued_to_its_month_and_a_moon_that_does_not_fit() -> None:
    line = "الخميس 12 جمادى الآخرة 1439هـ - 31 مايو2018م - العدد 14602"
    assert read(TITLE, line, LEAD, NEXT, LAST)[0].published == "2018-05-31"
