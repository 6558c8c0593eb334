"""Day, place, source, status and detail of acts, on our own sentences; every row of moments.tsv and venues.tsv at work."""

from __future__ import annotations

import re

import pytest

from mahdar import lexicon
from mahdar.arabic.words import Text
from mahdar.lexicon.table import alternatives, read_table
from mahdar.model import Article, Report
from mahdar.reading import read
from mahdar.rules import clauses as clause_rules
from mahdar.rules import names, speech, times
from mahdar.rules.acts.dating import TABLE, Told
from mahdar.rules.acts.moments import HERE
from mahdar.rules.acts.setting import Setting, headed
from mahdar.rules.acts.timeline import back_from
from mahdar.rules.times import find
from mahdar.rules.weighing import weights

DAY = "2018-06-13"  # a Wednesday


def reports(text: str, day: str | None = DAY) -> list[Report]:
    title = text.partition("\n")[0] if "\n" in text else None
    return list(read(Article(id="case", text=text, title=title, day=day), lexicon.load()).reports)


def one(text: str, act: str, day: str | None = DAY) -> Report:
    found = [r for r in reports(text, day) if r.act == act]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "act", "date", "date_from"),
    [
        ("التقى لافروف وانغ يي في بكين.", "meet", "2018-06-13", "inferred"),
        ("تأتي المحادثات بعد ثلاثة أيام من إعلان الولايات المتحدة انسحابها من اتفاق إيران النووي.", "sanction", "2018-06-10", "text"),
        ("انتقد ماكرون إيران السبت قبل يومين من توجهه إلى واشنطن.", "visit", "2018-06-11", "text"),
        ("التقى لافروف وانغ يي الثلاثاء قبل قمة هلسنكي في يوليو.", "meet", "2018-06-12", "text"),
        ("انتقد لافروف الثلاثاء واشنطن خلال لقائه وانغ يي.", "meet", "2018-06-12", "text"),
        ("قال لافروف الثلاثاء إن بوتين التقى ترامب.", "meet", "2018-06-12", "inferred"),
        ("انتقد ترامب مرارا إيران.", "accuse", None, None),
        ("هدد ترامب في السابق إيران.", "threaten", None, None),
        ("استدعت موسكو حينها السفير البريطاني.", "accuse", None, None),
        ("أقال بوتين الوزير بعدما انتقد الوزير إيران.", "accuse", None, None),
        ("وكان لافروف قد انتقد إيران.", "accuse", None, None),
        ("يلتقي بوتين ترامب في وقت لاحق اليوم.", "meet", "2018-06-13", "text"),
        ("اتهم ترامب إيران بقصف السعودية.", "assault", None, None),
        ("ترامب ينتقد إيران\nانتقد الرئيس الأمريكي دونالد ترامب إيران الثلاثاء.", "accuse", "2018-06-12", "text"),
        ("سافر لافروف إلى بكين قبل يومين من لقاء بوتين وترامب.", "meet", "2018-06-15", "text"),
        ("وتتهم أنقرة واشنطن بتدبير محاولة الانقلاب في 15 يوليو 2016.", "accuse", "2018-06-13", "inferred"),
        ("انتقد لافروف إيران في مايو 2017.", "accuse", "2017-05", "text"),
        ("التقى بوتين الرئيس الصيني شي جين بينغ الذي وصل الأحد.", "meet", "2018-06-13", "inferred"),
    ],
)
def test_day(text: str, act: str, date: str | None, date_from: str | None) -> None:
    report = one(text, act)
    assert (report.date, report.date_from) == (date, date_from)


@pytest.mark.parametrize(
    ("text", "act", "date"),
    [
        ("صرح لافروف الثلاثاء أن موسكو ترفض مطالب واشنطن.", "reject", "2018-06-12"),
        ("أكد بوتين الاثنين أن روسيا تدعم سوريا. وقال بوتين إن روسيا تدين الهجوم على سوريا.", "accuse", "2018-06-11"),
        ("بوتين يلتقي أردوغان\nالتقى بوتين الرئيس التركي رجب طيب أردوغان في أنقرة الثلاثاء.", "meet", "2018-06-12"),
        ("يعتزم بوتين زيارة أنقرة.", "visit", None),
        ("8 مايو: انتقد لافروف واشنطن.", "accuse", "2018-05-08"),
        ("قبل سنوات التقى بوتين الرئيس الصيني شي جين بينغ.", "meet", None),
        ("أمهل ترامب إيران حتى الجمعة.", "threaten", "2018-06-13"),
    ],
)
def test_a_day_told_with_other_words(text: str, act: str, date: str | None) -> None:
    assert one(text, act).date == date


def test_every_choice_of_a_day_may_be_none() -> None:
    text = "قال لافروف الثلاثاء إن بوتين التقى ترامب."
    article = Article(id="case", text=text, day=DAY)
    words = Text(text)
    when = times.find(words, day=DAY, offsets=True)
    who = names.read(words, day=DAY, outlet=None, lexicon=lexicon.load(), times=when)
    clauses = clause_rules.read(words, who, when)
    setting = Setting(words, who, when, clauses, speech.read(words, who, article, when), article)
    met = next(k for k, c in enumerate(clauses) if any(r.startswith("meet_") for _, r in c.rows))
    told = Told(met, clauses[met], clauses[met], None, "meet", "held", (), ("2018-06-12", "inferred"))
    found = setting.dating.choices(told)
    assert {(c.value, c.origin) for c in found} == {(None, None), (DAY, "inferred"), ("2018-06-12", "text")}
    assert any(f in weights(TABLE) for c in found for f in c.features)


def test_no_day_without_the_articles_day() -> None:
    assert one("التقى لافروف وانغ يي في بكين.", "meet", None).date is None


@pytest.mark.parametrize(
    ("text", "act", "place"),
    [
        ("اتهمت بريطانيا روسيا بتسميم سكريبال.", "assault", None),
        ("التقى لافروف وانغ يي في العاصمة الصينية بكين.", "meet", "beijing"),
        ("التقى لافروف وانغ يي في مدينة هلسنكي.", "meet", "helsinki"),
        ("تحاصر إسرائيل غزة.", "coerce", "gaza"),
        ("سحبت روسيا قواتها من سوريا.", "retreat", "SYR"),
        ("طرد بوتين دبلوماسيين أمريكيين.", "sanction", "RUS"),
        ("دعا لافروف، أثناء زيارته إلى بكين، وانغ يي إلى الحوار.", "request", "beijing"),
        ("انتقد لافروف واشنطن.", "accuse", None),
        ("التقى لافروف وانغ يي قبل زيارة بوتين إلى طهران.", "meet", None),
        ("قصفت إسرائيل مواقع في سوريا بعد لقاء نتنياهو وبوتين في موسكو.", "assault", "SYR"),
        ("اعتقلت الشرطة التركية خمسة صحفيين بعد احتجاجات في أنقرة.", "coerce", "ankara"),
        ("تظاهر آلاف الفلسطينيين السبت على الحدود بين قطاع غزة وإسرائيل.", "protest", "gaza-border"),
        ("أصيب جنود إسرائيليون في انفجار على حدود القطاع.", "assault", "gaza-border"),
        ("هزم التنظيم في سوريا. وبدأت روسيا عملياتها العسكرية هناك.", "assault", "SYR"),
        ("وصل ترامب إلى سنغافورة. والتقى كيم جونغ أون لافروف هناك.", "meet", "SGP"),
        ("اندلع قتال في دوما. وقصفت روسيا أحياء في المدينة.", "assault", "douma"),
        ("مر الوفد بحلب ودمشق. وقصفت روسيا أحياء في المدينة.", "assault", None),
        ("التقى لافروف وانغ يي لبحث خلاف هناك.", "meet", None),
        ("تلقت جبهة النصرة دعما من قطر عبر رجال أعمال، بينهم النعيمي المتهم في الولايات المتحدة بتمويل القاعدة.", "support", None),
    ],
)
def test_place(text: str, act: str, place: str | None) -> None:
    found = one(text, act).place
    assert found is None if place is None else found is not None and place in found.replace("place:", "")


@pytest.mark.parametrize(
    ("text", "act", "source"),
    [
        ("ألغى ترامب القمة مع كيم جونغ أون، بحسب رويترز.", "meet", ["Reuters"]),
        ("قال لافروف إن بوتين التقى ترامب.", "meet", ["Sergey Lavrov"]),
        ("التقى لافروف وانغ يي.", "meet", []),
        ("انتقد لافروف إيران.", "accuse", []),
        ("وطالبت روسيا إيران بالحوار، وفق ما ذكرت وكالة سبوتنيك.", "request", ["Sputnik"]),
        ("اتهم ترامب إيران بقصف السعودية.", "assault", ["Donald Trump"]),
        ("وقالت وكالة سانا إن إسرائيل قصفت مطار دمشق.", "assault", ["SANA"]),
        ("دعا بوتين، في مقابلة مع قناة فوكس نيوز، إيران إلى الحوار.", "request", ["Fox News"]),
        ("شدد بوتين في اتصال مع ماكرون على ضرورة التهدئة. وقال بوتين إن الحوار ممكن جدا، وفقا لما نقله الكرملين.", "request", ["Kremlin"]),
        ("اتهمت السفارة الروسية في لندن بريطانيا بالكذب، بحسب رويترز.", "accuse", ["Reuters"]),
        ("أعلن جاكوب زوما الاستقالة من منصبه رئيسا للبلاد.", "retreat", []),
        ("أعلنت حماس توقيف ثلاثة رجال في غزة.", "coerce", ["Hamas"]),
        ("انتقدت فرنسا روسيا بسبب قصفها مدينة حلب.", "assault", ["France"]),
        ("أدان بومبيو إيران لدعمها الحوثيين في اليمن.", "support", ["Mike Pompeo"]),
        ("فرضت واشنطن عقوبات على إيران بسبب دعمها الحوثيين.", "support", []),
        ("أعلن ترامب أنه سيلتقي زعيم كوريا الشمالية كيم جونغ أون.", "meet", []),
        ("انتقد ترامب ألمانيا في تغريدة على تويتر.", "accuse", ["Twitter"]),
        ("طالب عباس، في حديث لقناة العربية، إسرائيل بوقف الاستيطان.", "request", ["Al Arabiya"]),
        ("هددت موسكو بطرد وسائل الإعلام البريطانية من روسيا.", "threaten", []),
        ("وأدانت روسيا بريطانيا، وكتبت ماريا زاخاروفا على فيسبوك أن لندن مخطئة.", "accuse", []),
        ("ونفى لافروف العبث بالأدلة في موقع الهجوم.", "reject", []),
        ("قصفت طائرات روسية حلب، كما استهدفت المعارضة السورية.", "assault", []),
        ("قصفت الولايات المتحدة مواقع في سوريا على ما قال البنتاغون إنها مصانع.", "assault", []),
    ],
)
def test_source(text: str, act: str, source: list[str]) -> None:
    reading = read(Article(id="case", text=text, day=DAY), lexicon.load())
    names = {e.id: e.name for e in reading.entities}
    found = [r for r in reading.reports if r.act == act]
    assert [[names[e] for e in r.source] for r in found] == [source]


def test_a_deed_of_the_title_stands_on_who_tells_it_in_the_lead() -> None:
    title = "واشنطن تفرض عقوبات على إيران"
    text = f"{title}\nأعلن وزير الخزانة الأميركي ستيفن منوتشين أن واشنطن ستفرض عقوبات على إيران."
    assert one(text, "sanction").source == ("person:steven-mnuchin",)


@pytest.mark.parametrize(
    ("text", "act", "status", "detail"),
    [
        ("في حال استأنفت إيران برنامجها، هدد ترامب إيران بعقوبات.", "threaten", "held", None),
        ("زادت توقعات لقاء بوتين وترامب.", "meet", "proposed", "speculated"),
        ("من المقرر أن يعقد بوتين اجتماعا مع ترامب.", "meet", "planned", "scheduled"),
        ("ومن المتوقع أن تفرض واشنطن عقوبات على إيران.", "sanction", "planned", "expected"),
        ("رحب لافروف بلقاء بين بوتين وترامب سيعقد في هلسنكي.", "meet", "planned", "scheduled"),
        ("عقد بوتين اجتماعا مع ترامب.", "meet", "held", None),
        ("تحدث لافروف عن الضربة الأمريكية المتوقعة على سوريا.", "assault", "planned", "expected"),
        ("تحدثت الشرطة عن مظاهرات محتملة للفلسطينيين في غزة.", "protest", "proposed", "speculated"),
        ("نفى الكرملين أن يكون بوتين التقى ترامب.", "meet", "denied", None),
        ("انسحب ترامب من لقاء نظيره الصيني شي جين بينغ.", "meet", "cancelled", "called_off"),
        ("ألغى ترامب القمة مع كيم جونغ أون.", "meet", "cancelled", "called_off"),
        ("سافر لافروف قبيل لقاء بوتين وترامب.", "meet", "planned", "scheduled"),
        ("قد يعقب القمة اجتماع بين بوتين وترامب.", "meet", "proposed", "speculated"),
        ("وألغت كوريا الشمالية لقاء بين الكوريتين.", "meet", "cancelled", "called_off"),
    ],
)
def test_status(text: str, act: str, status: str, detail: str | None) -> None:
    report = one(text, act)
    assert (report.status, report.detail) == (status, detail)


def test_a_title_takes_the_day_and_the_place_of_the_body() -> None:
    report = one(
        "قمة بين بوتين وترامب\nأعلن الكرملين أن بوتين وترامب سيبحثان ملف سوريا. وستعقد القمة في هلسنكي في 16 يوليو.",
        "meet",
    )
    assert (report.status, report.date, report.date_from) == ("planned", "2018-07-16", "text")
    assert report.place is not None and "helsinki" in report.place


def test_past_deed_behind_a_relative_is_not_dated_by_the_telling_nor_by_a_coming_span() -> None:
    text = (
        "بيونغ يانغ ستغلق موقع التجارب\n"
        "كشف متحدث باسم الرئاسة الكورية الجنوبية، الأحد، أن كوريا الشمالية ستغلق موقع التجارب في مايو/أيار المقبل، في خطوة أبلغ بها "
        "زعيم كوريا الشمالية، كيم جونغ أون، رئيس كوريا الجنوبية، مون جاي إن، خلال القمة التي عقدت بين الطرفين.\n"
        "وقال المتحدث لوسائل إعلام، الأحد، إن كوريا الشمالية ستغير توقيتها، وإن بيونغ يانغ ستدعو صحفيين.\n"
        "وكان ترامب قال إنه يتوقع قمة تجمعه مع كيم خلال الأسابيع الثلاثة إلى الأربعة المقبلة."
    )
    article = Article(id="a", text=text, title=text.split("\n")[0], day="2018-04-29")
    dates = {(r.anchor, r.status): r.date_from for r in read(article, lexicon.load()).reports}
    assert dates["القمة", "held"] != "text" and dates["تجمعه", "planned"] == "text"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("قبل يومين من زيارته", "2018-03-11"),
        ("بعد ثلاثة أيام على انتقاده", "2018-03-06"),
        ("عشية القمة", "2018-03-10"),
        ("بعد شهرين على زيارته", "2018-01"),
        ("بعد أسبوع من لقائه", "2018-02-26/2018-03-04"),
    ],
)
def test_counting_back(words: str, day: str) -> None:
    """Told of on the 9th of March."""
    offset = find(words, day="2018-03-09", offsets=True)[0]
    assert offset.offset and back_from(offset, "2018-03-09") == day


@pytest.mark.parametrize("table", ["moments", "venues"])
def test_examples_hold_a_form_of_their_row(table: str) -> None:
    rows = read_table(HERE / f"{table}.tsv", columns=("id", "kind", "forms", "example"))
    for row in rows:
        words = re.findall(r"\w+", row["example"])
        plain = " " + " ".join(words + [w.removeprefix(p) for w in words for p in ("ال", "ب")]) + " "
        assert any(f" {form} " in plain for form in alternatives(row["forms"])), row["id"]


def test_where_a_crowd_stands_says_nothing_of_who_holds_their_leader() -> None:
    assert one("آلاف المتضامنين في برشلونة ينددون باعتقال زعيمهم كارلس بويغدمون.", "coerce").actors == ()
    assert one("توقيف ثلاثة صحفيين في تركيا.", "coerce").actors == ("state:TUR",)


def test_a_title_of_two_sentences_is_told_in_the_lead() -> None:
    title = "بعد الانسحاب.. واشنطن تفرض عقوبات على إيران"
    text = f"{title}\nأعلن وزير الخزانة الأميركي ستيفن منوتشين أن واشنطن ستفرض عقوبات على إيران."
    words = Text(text)
    article = Article(id="case", text=text, title=title, day=DAY)
    assert headed(words, article) == 2
    assert headed(words, Article(id="case", text=text)) == 0
    found = one(text, "sanction")
    assert (found.salience, found.source) == ("title", ("person:steven-mnuchin",))
