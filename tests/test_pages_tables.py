"""The tables of pages: every row's example and every alternative fires; running text of the press does not."""
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.lexicon.table import alternatives
from mahdar.model import Page
from mahdar.pages import read_page
from mahdar.pages.blocks import hint_of
from mahdar.pages.credits import in_byline
from mahdar.pages.ending import end_marks
from mahdar.pages.glued import part
from mahdar.pages.inferring import infer
from mahdar.pages.knowledge import table, words_of
from mahdar.pages.lines import Line, split_words
from mahdar.pages.outlet import _gathers, _owner, _signed, says_it_gathers
from mahdar.pages.phrases import sort_of
from mahdar.pages.title import without_site
from mahdar.pages.told import in_text
from mahdar.pages.when import label_of


@pytest.mark.parametrize("row", [row for row in table("furniture") if row["where"] != "all"], ids=lambda row: row["id"])
def test_every_furniture_phrase_fires(row: dict[str, str]) -> None:
    for form in alternatives(row["forms"]):
        line = {"line": form, "start": form, "has": f"المزيد عن {form}", "end": f"كلمة {form}"}[row["where"]]
        found = sort_of(Line(line))
        assert found and found.does, line


def test_every_furniture_example_is_of_its_kind() -> None:
    for row in table("furniture"):
        found = sort_of(Line(row["example"] if row["where"] != "all" else " ".join(alternatives(row["forms"])[:3])))
        assert found and (found.kind == row["kind"] or found.does in ("drop", "tail", "list", "header")), row["id"]


@pytest.mark.parametrize("line", [
    "وأكد الوزير أن بلاده ماضية في الحوار مع جيرانها.", "تحرير الميناء", "مشاركة دولية", "علامات استفهام حول الاتفاق", "عودة السفير إلى مقر عمله",
    "كتب الرئيس على تويتر أن اللقاء سيعقد في موعده.", "شارك الوزير في الاجتماع إلى جانب نظيره.", "شاهد الآلاف مراسم توقيع الاتفاق في الساحة الرئيسية.",
    "نشر الجيش قواته على الحدود بعد إعلان الهدنة بساعات.", "وقال إن الحكومة تحترم الخصوصية وتراعي حقوق مواطنيها.", "صور الأقمار الصناعية تظهر الموقع",
    "انتهى الاجتماع من دون بيان ختامي.", "تعليق المحادثات بين البلدين", "إعلان هلسنكي", "مواضيع الحوار المقبل بين البلدين", "خاص أو عام",
    "قال المتحدث باسم الوزارة إن الوكالة نشرت الخبر قبل صدور البيان الرسمي.", "تابع الرئيس المناورات من مركز القيادة.",
])
def test_words_of_news_are_no_furniture(line: str) -> None:
    found = sort_of(Line(line))
    assert found is None or not Line(line).prose and found.does == "byline", found


def test_every_word_stands_under_its_role() -> None:
    for row in table("words"):
        assert set(split_words(row["example"])) & words_of(row["role"]), row["id"]


def test_every_label_is_read() -> None:
    for row in table("labels"):
        for form in alternatives(row["forms"]):
            assert label_of(f"{form}: ") == row["id"], form


def test_the_label_nearest_the_date_decides() -> None:
    assert label_of("نشر في القاهرة، آخر تحديث: ") == "updated"
    assert label_of("آخر تحديث للموقع أمس. نشر في: ") == "published"


def test_every_glued_label_is_cut() -> None:
    for row in table("glued"):
        for form in alternatives(row["forms"]):
            assert part(f"{form}وأضاف الوزير أن الحوار مستمر", frozenset()) == [(form, True), ("وأضاف الوزير أن الحوار مستمر", False)], form


@pytest.mark.parametrize("line", ["إعلانات الحرب والسلام في القرن الماضي", "شاركت الوزيرة في اللقاء أمس", "إعلانها عن اللقاء جاء متأخرا", "زار الوزير طوكيو وكانبرا ثم عاد",
                                  "قال المشاركون في اللقاء إنه مفيد", "إعلان وزير الخارجية عن موعد اللقاء"])
def test_words_that_only_look_glued_stay_whole(line: str) -> None:
    assert part(line, frozenset(split_words(line))) == [(line, False)]


def test_every_hint_of_class_names() -> None:
    for row in table("hints"):
        for form in alternatives(row["forms"]):
            assert hint_of(form) == row["kind"], form
        assert hint_of(row["example"]) == row["kind"], row["id"]


def test_sites() -> None:
    assert _gathers("أخبارك.نت") and not _gathers("الشروق")
    for row in table("sites"):
        if row["role"] == "gatherer":
            assert all(_gathers(f) for f in alternatives(row["forms"])), row["id"]
        if row["role"] == "gathers":
            assert all(says_it_gathers(f"هذا الموقع {f} من غيره") for f in alternatives(row["forms"])), row["id"]
        if row["role"] == "since":
            assert all(_signed(f"العربية {f} ساعتين") for f in alternatives(row["forms"])), row["id"]
        if row["role"] == "rights":
            assert all(_owner(f"{f} لموقع المدار 2018") == "موقع المدار" for f in alternatives(row["forms"])), row["id"]
        if row["role"] == "end":
            assert all(end_marks().search(f"قال ذلك الوزير ({f}) ع ب / م ج") for f in alternatives(row["forms"])), row["id"]


def test_every_word_of_credit_fires() -> None:
    for row in table("credits"):
        for form in alternatives(row["forms"]):
            line = {
                "kind": f"وقالت {form} سبوتنيك إن اللقاء غدا", "had": f"{form} سبوتنيك قد ذكرت أن اللقاء غدا", "told": f"{form} مسؤول سبوتنيك بأن اللقاء غدا",
                "relayed": f"{form} سبوتنيك أن اللقاء غدا", "staff": f"وقال {form} من سبوتنيك إن اللقاء غدا",
            }.get(row["role"], f"{form} وكالة سبوتنيك إن اللقاء غدا")
            if row["role"] == "signs":
                assert [m.name for m in in_byline(f"{form} سبوتنيك")] == ["Sputnik"], form
                continue
            assert [m.name for m in in_text(line)] == ["Sputnik"], line


@pytest.mark.parametrize(("text", "names"), [
    ("موسكو - رويترز: قال الوزير", ["Reuters"]), ("(د ب أ)", ["DPA"]), ("قال ذلك لوكالة فرانس برس", ["AFP"]), ("بحسب وكالة «سبوتنيك» الروسية", ["Sputnik"]),
    ("أغلقت السلطات مكتب الجزيرة في العاصمة", []), ("عاشت البلاد حياة الحرية والحياة الكريمة", []), ("سافر مع وفد كبير", []), ("نشرت على تويتر", []),
])
def test_credits(text: str, names: list[str]) -> None:
    assert [m.name for m in in_text(text)] == names


def test_every_tenure_is_read() -> None:
    told = "قال المتحدث اليوم الأربعاء 18 تموز إن {} سيلتقيان"
    assert infer(told.format("الرئيس دونالد ترامب ومضيفه"), stamps=[])[0] == "2018-07-18"
    for row in table("tenures"):
        if row["id"] == "president":
            assert all(infer(told.format(f"{f} دونالد ترامب ومضيفه"), stamps=[]) for f in alternatives(row["forms"])), row["id"]
        if row["id"] == "former":
            assert not any(infer(told.format(f"الرئيس {f} دونالد ترامب ومضيفه"), stamps=[]) for f in alternatives(row["forms"])), row["id"]


@pytest.mark.parametrize(("title", "kept"), [
    ("كيم يستقبل لافروف في بيونغ يانغ - بوابة الشروق", "كيم يستقبل لافروف في بيونغ يانغ"),
    ("كيم يستقبل لافروف في بيونغ يانغ | سياسة | الجزيرة نت", "كيم يستقبل لافروف في بيونغ يانغ"),
    ("لافروف - كيم: لقاء أول في بيونغ يانغ", "لافروف - كيم: لقاء أول في بيونغ يانغ"),
    ("قمة بوتين - كيم في فلاديفوستوك", "قمة بوتين - كيم في فلاديفوستوك"),
    ("رويترز: كيم يزور روسيا قريبا", "رويترز: كيم يزور روسيا قريبا"),
])
def test_titles(title: str, kept: str) -> None:
    assert without_site(title)[0] == kept


SENTENCES = ["أعلن المتحدث أن الوزيرين سيلتقيان الأسبوع المقبل في العاصمة.", "وأضاف أن جدول الأعمال لم يحدد بعد.", "وكان الوزيران التقيا في الربيع الماضي.",
             "وقالت الوزيرة إن بلادها ترحب بكل جهد يفضي إلى سلام دائم.", "ونفى الناطق أن يكون اللقاء قد ألغي.", "ورأى مراقبون أن الحوار ما زال في أوله."]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=12), st.booleans(), st.sampled_from(["\n", "\n\n", "\r\n", "\n \n"]))
def test_no_letter_of_the_body_is_lost(lines: list[str], html: bool, gap: str) -> None:
    title = "لقاء الوزيرين الأسبوع المقبل"
    text = f"<h1>{title}</h1>" + "".join(f"<p>{x}</p>" for x in lines) + "<footer>جميع الحقوق محفوظة</footer>" if html else gap.join([title, *lines, "شارك", "التعليقات"])
    (article,) = read_page(Page(id="p", path="p", data=text.encode(), html=html))
    assert article.text == "\n".join([title, *lines])


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي أإآةىءئؤ.،:؟\n<>/-|0123456789", max_size=400))
def test_any_text_gives_lines_of_its_own_or_an_error(noise: str) -> None:
    from mahdar.errors import PageError
    for html in (True, False):
        try:
            found = read_page(Page(id="p", path="p", data=noise.encode(), html=html))
        except PageError:
            continue
        squeezed = "".join(noise.split())
        for article in found:
            if not html:
                assert all("".join(line.split()) in squeezed for line in article.text.split("\n"))
