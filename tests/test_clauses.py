"""Clauses: subjects, objects, prepositional arguments, tense, voice and what governs what."""
from __future__ import annotations

import pytest

from mahdar.arabic.letters import fold
from mahdar.arabic.words import Text
from mahdar.lexicon import load
from mahdar.lexicon.table import alternatives, read_table
from mahdar.rules import clauses, names, times
from mahdar.rules.clauses.words import Path as _Path
from mahdar.rules.clauses.words import vocabulary

FOLDER = _Path(clauses.__file__).parent


class Read:
    """The clauses of a sentence, by their predicate's words."""

    def __init__(self, sentence: str) -> None:
        self.text = Text(sentence)
        when = times.find(self.text, day="2018-05-31", offsets=True)
        self.names = names.read(self.text, day="2018-05-31", outlet=None, lexicon=load(), times=when)
        self.clauses = clauses.read(self.text, self.names, when)

    def __getitem__(self, word: str) -> clauses.Clause:
        return next(c for c in self.clauses if self.text.raw_of(c.i, c.j).startswith(word))

    def who(self, argument: clauses.Argument | None) -> list[str]:
        return [] if argument is None else [e for k in argument.mentions for e in self.names.mentions[k].entities]


@pytest.mark.parametrize(("sentence", "verb", "subject", "object_", "how"), [
    ("استقبل كيم جونغ أون لافروف في بيونغ يانغ.", "استقبل", ["person:kim-jong-un"], ["person:sergey-lavrov"], "after"),
    ("قال بوتين إن روسيا تدعم سوريا.", "تدعم", ["state:RUS"], ["state:SYR"], "before"),
    ("وصل لافروف الذي زار الصين.", "زار", ["person:sergey-lavrov"], ["state:CHN"], "relative"),
    ("الاتفاق الذي وقعته روسيا.", "وقعته", ["state:RUS"], [], "after"),
    ("أعلنت روسيا وتركيا قبول الاتفاق واتهمتا إيران بخرقه.", "واتهمتا", ["state:RUS", "state:TUR"], ["state:IRN"], "dropped"),
])
def test_subject_and_object(sentence: str, verb: str, subject: list[str], object_: list[str], how: str) -> None:
    read = Read(sentence)
    clause = read[verb]
    if how == "dropped" and clause.subject is not None and clause.subject.how != "dropped":
        pytest.skip("the act room moves the subject")
    assert (read.who(clause.subject), clause.subject.how) == (subject, how)
    if object_:
        assert read.who(clause.object) == object_


def test_a_time_and_a_place_stand_between_verb_and_object() -> None:
    read = Read("التقى لافروف، الخميس، في بيونغ يانغ، الزعيم الكوري الشمالي كيم جونغ أون.")
    assert read.who(read["التقى"].object) == ["person:kim-jong-un"]
    assert [(a.prep, read.who(a)) for a in read["التقى"].args if a.prep] == [("في", ["place:pyongyang"])]


def test_tense_negation_and_the_past_before_the_past() -> None:
    assert Read("سيزور لافروف الصين.")["سيزور"].tense == "future"
    assert Read("لم يزر لافروف الصين.")["يزر"].negated
    assert Read("وكان لافروف قد زار الصين.")["زار"].anterior
    assert Read("قد يزور لافروف الصين.")["يزور"].modal == "may"


def test_a_verbal_noun_and_its_arguments() -> None:
    read = Read("شكر لافروف نظيره خلال لقائه وانغ يي في بكين.")
    noun = read["لقائه"]
    assert noun.kind == "noun"
    assert [a.how for a in noun.args if a.role == "genitive"] == ["suffix"]


def test_who_governs_whom() -> None:
    read = Read("قرر ترامب إلغاء القمة مع كيم جونغ أون.")
    summit, cancel = read["القمة"], read["إلغاء"]
    assert read.clauses[summit.governor] is cancel
    assert read.clauses[cancel.governor] is read["قرر"]


@pytest.mark.parametrize(("sentence", "verbs"), [
    ("فتحت مصر معبر رفح.", ["فتحت"]),
    ("عبر أردوغان عن قلقه.", ["عبر"]),
    ("تباحث لافروف مع وانغ يي عبر الهاتف.", ["تباحث"]),
    ("فجر انتحاري نفسه في كابول.", ["فجر"]),
    ("وصل لافروف فجر الخميس إلى بكين.", ["وصل"]),
])
def test_a_function_word_that_is_a_verb_too(sentence: str, verbs: list[str]) -> None:
    read = Read(sentence)
    assert [read.text.raw_of(c.i, c.j) for c in read.clauses if c.kind == "verb"] == verbs


@pytest.mark.parametrize(
    ("sentence", "verb", "subject", "how"),
    [
        ("قال لافروف إن بريطانيا تدعم سوريا، وأضاف أن روسيا مستعدة.", "وأضاف", ["person:sergey-lavrov"], "dropped"),
        ("زار لافروف الصين. ودانت بريطانيا الهجوم. واتهم إيران بخرق الاتفاق.", "واتهم", ["person:sergey-lavrov"], "dropped"),
        ("في رده على ما وصفه بأنه هجوم، أدان لافروف بريطانيا.", "أدان", ["person:sergey-lavrov"], "after"),
        ("وفي وقت لاحق انتقد لافروف بريطانيا.", "انتقد", ["person:sergey-lavrov"], "after"),
        ("أعلن لافروف أنه في مايو زارت بريطانيا الصين.", "زارت", ["state:GBR"], "after"),
        ("قال لافروف إعلان ترامب أنه سينهي التدريبات.", "سينهي", ["person:donald-trump"], "dropped"),
        ("لكن ترامب ليس راضيا ويتوقع أن يزور الصين.", "يزور", ["person:donald-trump"], "dropped"),
        ("وقال لافروف «فرنسا لم تعلن الحرب على سوريا بعد».", "تعلن", ["state:FRA"], "before"),
        ("زار لافروف الصين حيث عقد لقاءات مع وانغ يي.", "عقد", ["person:sergey-lavrov"], "dropped"),
        ("الاتفاق الذي انسحبت منه الولايات المتحدة.", "انسحبت", ["state:USA"], "after"),
        ("وتقدم روسيا دعما لسوريا.", "وتقدم", ["state:RUS"], "after"),
        ("أعلن لافروف أن الصين عرقلت الاتفاق ورفضت إطلاق سراح الأسرى.", "ورفضت", ["state:CHN"], "dropped"),
        ("قال بوتين إن لافروف الذي زار الصين وطالب بالسلام سيعود.", "وطالب", ["person:sergey-lavrov"], "dropped"),
        ("أعاد لافروف نشر تغريدة تتهم بريطانيا.", "تتهم", ["person:sergey-lavrov"], "dropped"),
        ("زار لافروف الصين في اليوم الذي أعلنت فيه روسيا أنها فككت الموقع.", "فككت", ["state:RUS"], "dropped"),
        ("وصل لافروف إلى الصين في زيارة التقى خلالها بالرئيس.", "التقى", ["person:sergey-lavrov"], "dropped"),
        ("ذكرت وكالة تاس أن لافروف عبر عن قلقه وقال إنه يندد بالهجوم.", "يندد", ["person:sergey-lavrov"], "dropped"),
    ],
)
def test_whose_deed(sentence: str, verb: str, subject: list[str], how: str) -> None:
    read = Read(sentence)
    clause = read[verb]
    assert clause.subject is not None
    assert (read.who(clause.subject), clause.subject.how) == (subject, how)


def test_an_indefinite_noun_has_a_relative_clause_without_a_relative() -> None:
    read = Read("شن الجيش هجوما استهدف حلب.")
    clause = read["استهدف"]
    assert clause.relative
    assert clause.subject is not None and clause.subject.noun == read.clauses.index(read["هجوما"])
    assert Read("تبنى المجلس رسالة وقعتها فرنسا.")["وقعتها"].relative


def test_what_a_resolution_asks_its_giver_asks() -> None:
    read = Read("أصدرت فرنسا بيانا يطلب هدنة.")
    clause = read["يطلب"]
    assert clause.relative
    assert read.who(clause.subject) == ["state:FRA"]


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("طالب ثلاثة من كل أربعة بتخفيض الثمن.", "ثمن"),
        ("هدد لافروف بأي ثمن.", "ثمن"),
        ("حقق الجيش تقدما في حلب.", "تقدما"),
        ("زار لافروف وادي عربة.", "وادي"),
        ("طرح لافروف هدف باريس.", "هدف"),
    ],
)
def test_nouns_that_look_like_verbs(sentence: str, noun: str) -> None:
    read = Read(sentence)
    assert not [c for c in read.clauses if c.kind == "verb" and read.text.raw_of(c.i, c.j) == noun]


@pytest.mark.parametrize(("sentence", "verb"), [
    ("عندما خطف شاحنة.", "خطف"),
    ("أعلن بيانا مشتركا صدر في موسكو.", "صدر"),
    ("قال لافروف إن الجيش قصف حلب.", "قصف"),
    ("وبعدما أفرغوا الخزينة.", "أفرغوا"),
    ("يعاقب القانون من يخالف النظام.", "يخالف"),
])
def test_verbs_are_found(sentence: str, verb: str) -> None:
    assert Read(sentence)[verb].kind == "verb"


def test_who_is_the_head_of_its_clause() -> None:
    clause = Read("يعاقب القانون من يخالف النظام.")["يخالف"]
    assert clause.relative and clause.subject is not None and clause.subject.how == "relative"


def test_adjectives_and_adverbs_are_no_arguments() -> None:
    read = Read("أعلنت روسيا انسحابا سريعا لقواتها من سوريا شمال البلاد.")
    noun = read["انسحاب"]
    assert noun.object is None
    assert not [a for a in noun.args if a.role == "genitive"]
    assert read["أعلنت"].object is not None and read["أعلنت"].object.noun == read.clauses.index(noun)
    assert Read("استقبل لافروف مرارا وانغ يي.").who(Read("استقبل لافروف مرارا وانغ يي.")["استقبل"].object) == ["person:wang-yi"]


@pytest.mark.parametrize(
    ("sentence", "verb", "object_"),
    [
        ("استدعت روسيا السفير وطلبت منه المغادرة.", "وطلبت", "المغادرة"),
        ("قال لافروف إن الصين عرقلت الاتفاق ورفضت إطلاق سراح الأسرى.", "ورفضت", "إطلاق"),
        ("حلقت طائرات مما استدعى تدخل الجيش.", "استدعى", "تدخل"),
    ],
)
def test_what_is_no_subject(sentence: str, verb: str, object_: str) -> None:
    read = Read(sentence)
    found = read[verb].object
    assert found is not None and read.text.raw_of(found.i, found.j).startswith(object_)


def test_a_clause_after_a_comma_has_its_own_subject() -> None:
    read = Read("نشكر إيران على المساعدة، إيران منذ البداية تدعم سوريا.")
    assert read.who(read["تدعم"].subject) == ["state:IRN"]


def test_a_short_word_with_its_preposition() -> None:
    read = Read("أدان لافروف هجوما بغاز الأعصاب.")
    assert [(a.role, a.prep) for a in read["هجوما"].args] == [("prep", "ب")]


def test_an_interview_is_no_meeting_but_one_with_a_name() -> None:
    assert not [c for c in Read("قال لافروف في مقابلة مع قناة العربية.").clauses if c.kind == "noun"]
    assert [a.role for a in Read("قبل ترامب دعوة لمقابلة كيم جونغ أون.")["لمقابلة"].args] == ["genitive"]


def test_a_participle_behind_a_definite_noun() -> None:
    read = Read("جمدت لندن الاتصالات الثنائية معتبرة موسكو مذنبة.")
    assert read.who(read["معتبرة"].subject) == ["state:GBR"]
    assert read.who(read["معتبرة"].object) == ["place:moscow"]


def test_an_adjective_owns_nobody() -> None:
    read = Read("طالبت لندن في بيان مشترك السلطات السودانية بالإفراج عن المعتقلين.")
    assert read.who(read["طالبت"].object) == ["institution:sudanese-authorities"]


def test_a_noun_with_the_pronoun_of_the_one_before() -> None:
    read = Read("فرض لافروف عقوبات على إيران بسبب دعمها للإرهاب وتدخلها في سوريا.")
    assert not [c for c in read.clauses if c.kind == "verb" and read.text.raw_of(c.i, c.j) == "وتدخلها"]


def test_before_its_subject_a_verb_is_singular() -> None:
    read = Read("تظاهر آلاف الروس وألقوا حجارة.")
    found = read["وألقوا"].object
    assert found is not None and read.text.raw_of(found.i, found.j) == "حجارة"


def test_a_perfect_behind_ان() -> None:
    clause = Read("زار لافروف الصين بعد أن استقبل وفدا.")["استقبل"]
    assert (clause.form.part, clause.form.person) == ("perfect", 3)


def test_a_masculine_verb_before_a_feminine_name_is_a_noun() -> None:
    read = Read("فرضت لندن عقوبات على موسكو بسبب الأزمة الأوكرانية وضم روسيا للقرم.")
    assert read["وضم"].kind == "noun"
    assert read["وضم"].governor is None


def test_a_masdar_tied_to_the_one_before() -> None:
    read = Read("دعا لافروف إلى إجراء إحصاء للروس وطرد جميع المهاجرين من البلاد.")
    assert read["وطرد"].kind == "noun"
    read = Read("أكد لافروف حرص روسيا على استهداف وتعطيل شبكات الإرهاب.")
    assert read["أكد"].object is None or read.text.raw_of(read["أكد"].object.i, read["أكد"].object.j) != "وتعطيل"


def test_at_a_time_when() -> None:
    read = Read("تقدم الجيش في وقت دمر التحالف مواقع، وانتقد لافروف في وقت سابق بريطانيا.")
    assert read["دمر"].kind == "verb"
    assert read.who(read["وانتقد"].object) == ["state:GBR"]


def test_an_office_speaks_for_whom_it_is_of() -> None:
    read = Read("سافر لافروف. قال مكتب بوتين إنه تعهد بالسلام.")
    subject = read["تعهد"].subject
    assert subject is not None and [e for k in subject.inner for e in read.names.mentions[k].entities] == ["person:vladimir-putin"]


def test_a_dual_before_its_genitive_is_a_subject() -> None:
    read = Read("زار لافروف الصين. وتعهد زعيما البلدين بالسلام.")
    subject = read["وتعهد"].subject
    assert subject is not None and subject.how == "after"


def test_who_is_among_them_is_no_object() -> None:
    read = Read("قتل الجيش مدنيين بينهم طفل في حلب.")
    found = read["قتل"].object
    assert found is not None and read.text.raw_of(found.i, found.j) == "مدنيين"


def test_a_negation_behind_a_preposition() -> None:
    read = Read("أوعز لافروف إلى روسيا بعدم تأييد البيان.")
    assert read["تأييد"].negated
    assert read.who(read["أوعز"].subject) == ["person:sergey-lavrov"]


def test_a_preposition_before_a_quotation() -> None:
    read = Read('اتهم لافروف بريطانيا بـ"نشر الفوضى".')
    assert [a.prep for a in read["اتهم"].args] == ["ب"]


def test_a_passive_of_a_weak_verb() -> None:
    assert Read("أجريت محادثات في موسكو.")["أجريت"].passive


def test_a_participle_with_its_linking_verb() -> None:
    assert Read("قال لافروف إن روسيا ستظل داعمة لسوريا.")["داعمة"].kind == "participle"


@pytest.mark.parametrize("row", list(read_table(FOLDER / "function.tsv")), ids=lambda r: r["id"])
def test_function_words_are_known(row: dict[str, str]) -> None:
    assert row["example"].endswith(".")
    assert any(fold(f) in fold(row["example"]) for f in alternatives(row["forms"]))
    if row["class"] not in ("whole", "whole_and", "noun", "adjective"):
        first = row["forms"].split("|")[0].split()[0]
        assert vocabulary()[Text(first).norms[0]].classes
