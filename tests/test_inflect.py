"""Inflection: forms of strong, weak, hollow, doubled and hamzated verbs, masdars, clitics and suffixes."""
from __future__ import annotations

import pytest

from mahdar.arabic.inflect import Inflections, participle_of
from mahdar.arabic.letters import fold


@pytest.fixture(scope="module")
def words() -> Inflections:
    found = Inflections()
    found.add_verb("receive", "استقبل", "يستقبل", masdars=("استقبال",))
    found.add_verb("meet", "التقى", "يلتقي", masdars=("لقاء",))
    found.add_verb("call", "دعا", "يدعو", masdars=("دعوة",), participles=("داعي",))
    found.add_verb("visit", "زار", "يزور", masdars=("زيارة",))
    found.add_verb("condemn", "أدان", "يدين", masdars=("إدانة",), participles=("-",))
    found.add_verb("wage", "شن", "يشن", masdars=("شن",))
    found.add_verb("begin", "بدأ", "يبدأ", masdars=("بدء",))
    found.add_noun("strike", "هجوم", ("هجمات",))
    return found


@pytest.mark.parametrize(("word", "row", "part", "person", "gender", "number"), [
    ("استقبلت", "receive", "perfect", 3, "f", "s"), ("استقبلوا", "receive", "perfect", 3, "m", "p"),
    ("سيلتقي", "meet", "imperfect", 3, "m", "s"), ("التقت", "meet", "perfect", 3, "f", "s"), ("التقيا", "meet", "perfect", 3, "m", "d"),
    ("يلتقون", "meet", "imperfect", 3, "m", "p"), ("دعت", "call", "perfect", 3, "f", "s"), ("ندعو", "call", "imperfect", 1, "", "p"),
    ("يزر", "visit", "imperfect", 3, "m", "s"), ("زارت", "visit", "perfect", 3, "f", "s"), ("تدين", "condemn", "imperfect", 3, "f", "s"),
    ("بدأت", "begin", "perfect", 3, "f", "s"), ("بدأوا", "begin", "perfect", 3, "m", "p"),
    ("شنت", "wage", "perfect", 3, "f", "s"), ("شننت", "wage", "perfect", 1, "", "s"),
])
def test_finite_forms(words: Inflections, word: str, row: str, part: str, person: int, gender: str, number: str) -> None:
    assert (row, part, person, gender, number) in [(f.row, f.part, f.person, f.gender, f.number) for f in words.analyse(fold(word))]


@pytest.mark.parametrize(("word", "row", "prefix", "definite", "suffix"), [
    ("وزيارته", "visit", "و", False, "ه"), ("للزيارة", "visit", "ل", True, ""), ("بزيارة", "visit", "ب", False, ""),
    ("لقائه", "meet", "", False, "ه"), ("لقاؤه", "meet", "", False, "ه"), ("والهجوم", "strike", "و", True, ""), ("هجماتهم", "strike", "", False, "هم"),
])
def test_nouns_with_clitics(words: Inflections, word: str, row: str, prefix: str, definite: bool, suffix: str) -> None:
    assert (row, "noun", prefix, definite, suffix) in [(f.row, f.part, f.prefix, f.definite, f.suffix) for f in words.analyse(fold(word))]


@pytest.mark.parametrize(("word", "row"), [("أدين", "condemn"), ("زير", "visit"), ("يدان", "condemn"), ("دعي", "call")])
def test_passives_the_letters_tell(words: Inflections, word: str, row: str) -> None:
    assert (row, "passive") in [(f.row, f.voice) for f in words.analyse(fold(word))]


def test_participles(words: Inflections) -> None:
    assert [f.tanwin for f in words.analyse("داعيا") if f.part == "participle"] == [True]
    assert participle_of("استقبل", "يستقبل") == "مستقبل"
    assert not words.analyse("كتاب")
