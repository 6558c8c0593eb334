"""How dispatches and pages credit agencies: datelines, bylines, feet, words behind the last stop, metadata; and what is no credit."""
from __future__ import annotations

import pytest

from mahdar.model import Article, Page
from mahdar.pages import read_page
from mahdar.pages.captions import signature
from mahdar.pages.lines import Line
from mahdar.pages.signing import at_end
from mahdar.pages.told import at_head, in_text

TITLE = "لقاء وزيري الخارجية في موسكو يبحث موعد القمة"
LEAD = "بحث وزيرا الخارجية في موسكو موعد القمة المقبلة بين الرئيسين ومكانها."
NEXT = "وقال الوزير إن القمة ستعقد قبل نهاية الصيف في العاصمة."
LAST = "وكانت القمة الأولى قد عقدت في الربيع الماضي وحضرها وزيرا الخارجية."


def read(*lines: str) -> Article:
    return read_page(Page(id="p", path="p", data="\n".join(lines).encode()))[0]


def body(article: Article) -> list[str]:
    return article.text.split("\n")[1:]


@pytest.mark.parametrize(("head", "names"), [
    ("موسكو - رويترز:", ["Reuters"]), ("موسكو – رويترز", ["Reuters"]), ("موسكو ـ «رويترز»:", ["Reuters"]), ("القدس المحتلة/ رويترز-", ["Reuters"]),
    ("رويترز -", ["Reuters"]), ("رويترز – موسكو:", ["Reuters"]), ("موسكـو - رُويترز -", ["Reuters"]), ("(Reuters) -", ["Reuters"]),
    ("من فلان الفلاني سنغافورة (رويترز) -", ["Reuters"]), ("باريس (أ ف ب) -", ["AFP"]), ("باريس/ أ ف ب", ["AFP"]), ("باريس: أ.ف.ب", ["AFP"]),
    ("القاهرة- (د ب أ)", ["DPA"]), ("برلين 12 حزيران/يونيو (د ب أ)-", ["DPA"]), ("إسطنبول/ فلان الفلاني/ الأناضول", ["Anadolu Agency"]),
    ("واشنطن/ الأناضول/", ["Anadolu Agency"]), ("سيول – يونهاب", ["Yonhap"]), ("بكين 12 يونيو 2018 (شينخوا) --", ["Xinhua"]), ("موسكو - سبوتنيك.", ["Sputnik"]),
    ("الرياض 16 رمضان 1439 هـ الموافق 31 مايو 2018 م واس", ["SPA"]), ("الرياض (واس) -", ["SPA"]), ("أبوظبي في 31 مايو / وام /", ["WAM"]),
    ("رام الله 31-5-2018 وفا-", ["WAFA"]), ("وطنية - بيروت -", ["NNA"]), ("الرباط – و.م.ع –", ["MAP"]), ("الجزائر- و.أ.ج", ["APS"]),
    ("باريس - رويترز وأ ف ب:", ["Reuters", "AFP"]), ("عواصم- رويترز - أ ف ب - د ب أ", ["Reuters", "AFP", "DPA"]),
])
def test_datelines(head: str, names: list[str]) -> None:
    assert [m.name for m in at_head(f"{head} {LEAD}")] == names
    assert body(read(TITLE, "31 مايو 2018", f"{head} {LEAD}", NEXT, LAST))[1:] == [NEXT, LAST]


@pytest.mark.parametrize("text", [
    "رويترز تنشر تقريرا عن القمة المقبلة.", "وقال البيان: «نرحب بالحوار».", "وقال الوزير لمجلة «المدار» الألمانية - وهي أسبوعية - إنه باق.",
    "سيول وواشنطن - حليفتان منذ عقود - تتشاوران.", "الحوار الكوري - الأميركي: من يبدأ؟",
])
def test_no_datelines(text: str) -> None:
    assert at_head(text) == []


@pytest.mark.parametrize(("tail", "names"), [
    ("(رويترز)", {"Reuters"}), ("(رويترز).", {"Reuters"}), ("- رويترز", {"Reuters"}), ("/ أ ف ب", {"AFP"}), ("(المصدر: رويترز)", {"Reuters"}), ("المصدر: رويترز", {"Reuters"}),
    ("(رويترز - وكالات)", {"Reuters"}), ("(نقلا عن رويترز)", {"Reuters"}), ("(رويترز) س ع / ف ك", {"Reuters"}), ("(رويترز، أ ف ب).", {"Reuters", "AFP"}),
])
def test_words_behind_the_last_sentence(tail: str, names: set[str]) -> None:
    article = read(TITLE, "31 مايو 2018", LEAD, NEXT, f"{LAST} {tail}")
    assert (set(article.agencies), body(article)) == (names, [LEAD, NEXT, LAST])


@pytest.mark.parametrize("text", [
    "قال ذلك المتحدث باسم الوزارة بحسب وكالة (رويترز)", "قال ذلك المتحدث بحسب «رويترز»", "قال ذلك المتحدث باسم الوزارة لصحيفة (المدار)", "نفى ذلك الناطق - وهو دبلوماسي",
    "غادر الوزير العاصمة مساء، وفق ما أفادت وكالة أنباء الإمارات (وام).", "ستعقد القمة في موعدها قبل نهاية الصيف. بحسب رويترز.", "يبلغ عدد سكان البلدة 12.245 نسمة.",
    "صوتت الدولة ضد المشروع مستخدمة حق النقض (الفيتو).", "التقى الوزيران ساعة في ختام الزيارة، نقلا عن صحيفة «لوموند» الفرنسية.",
])
def test_a_sentence_that_ends_in_a_name_stays_whole(text: str) -> None:
    assert at_end(text) is None


@pytest.mark.parametrize("line", [
    "By Reuters", "بواسطة رويترز", "الكاتب رويترز", "المصدر رويترز", "المصدر | رويترز", "خدمة رويترز", "كتبت منى أحمد - (رويترز)", "رويترز ـ موسكو", "نقلاً عن (رويترز)",
])
def test_bylines(line: str) -> None:
    article = read(TITLE, "31 مايو 2018", line, LEAD, NEXT, LAST)
    assert (article.agencies, body(article)) == (("Reuters",), [LEAD, NEXT, LAST])


@pytest.mark.parametrize("line", [
    "رويترز/أرشيف", "© أ ف ب/أرشيف", "الوزيران في العاصمة © رويترز", "الوزيران خلال اللقاء - رويترز", "الوزيران لدى لقائهما في موسكو- الأناضول", "مصدر الصورة: رويترز",
])
def test_pictures_credit_no_agency(line: str) -> None:
    article = read(TITLE, "31 مايو 2018", line, LEAD, NEXT, LAST)
    assert (article.agencies, body(article)) == ((), [LEAD, NEXT, LAST])


@pytest.mark.parametrize(("sentence", "names"), [
    ("وكانت رويترز قد نقلت عن مصادر أن القمة قريبة.", ["Reuters"]), ("وقال شاهد من رويترز إن الطرق أغلقت.", ["Reuters"]), ("وأبلغ مسؤول رويترز بأن القمة قريبة.", ["Reuters"]),
    ("ونقلت تاس عن الوزير أن القمة قريبة.", ["TASS"]), ("وقال مسؤول لأ ف ب إن القمة قريبة.", ["AFP"]), ("وأكد لوكالة فرانس برس أن القمة قريبة.", ["AFP"]),
    ("ونقلت واس عن الوزير أن القمة قريبة.", ["SPA"]), ("وبحسب الأناضول، فإن القمة قريبة.", ["Anadolu Agency"]), ("وقال مسؤول للأناضول إن القمة قريبة.", ["Anadolu Agency"]),
    ("وذكرت كونا أن القمة قريبة.", ["KUNA"]), ("ذكرت معا وزارتان أن القمة قريبة.", []),
    ("وأغلقت السلطات مكتب رويترز في العاصمة أمس.", []), ("واعتقلت السلطات صحفيين من رويترز في البلدة أمس.", []),
])
def test_sentences(sentence: str, names: list[str]) -> None:
    assert [m.name for m in in_text(sentence)] == names


@pytest.mark.parametrize("meta", [
    '<meta name="author" content="رويترز">', f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","author":[{{"@type":"Organization","name":"رويترز"}}]}}</script>',
    f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","creditText":"المدار - رويترز"}}</script>',
])
def test_metadata_credit_agencies(meta: str) -> None:
    html = f"<html><head><title>{TITLE}</title>{meta}</head><body><h1>{TITLE}</h1><div><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p></div></body></html>"
    assert read_page(Page(id="p", path="p", data=html.encode(), html=True))[0].agencies == ("Reuters",)


def test_signatures() -> None:
    assert signature(Line("الوئام - متابعات :"), set()) and signature(Line("المدار – موسكو"), {"المدار"})
    assert not signature(Line("موسكو"), set()) and not signature(Line("القمة - موعدها"), set())
