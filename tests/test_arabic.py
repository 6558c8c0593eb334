"""Letters, words, clitics, sentences: folding keeps the way back, tokens cover every letter, sentences cover every token."""
from __future__ import annotations

import doctest
import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.arabic.clitics import splits
from mahdar.arabic.letters import Folded, fold
from mahdar.arabic.words import Text

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىٱـًٌٍَُِّْٰ٠١٢٣٤۵۶abc ABC 019.,:؛،؟!«»\"“”()-–\n\u200f\u200e\u202bﻻﷲﷺﺍ"
ROOMS = ("arabic.letters", "arabic.words", "arabic.sentences", "arabic.clitics", "rules.engine")


@pytest.mark.parametrize("room", ROOMS)
def test_examples_in_docstrings_hold(room):
    if not hasattr(fold, "__code__"):
        pytest.skip("compiled modules keep no examples: MAHDAR_COMPILED=0")
    result = doctest.testmod(importlib.import_module(f"mahdar.{room}"))
    assert result.attempted and not result.failed


@pytest.mark.parametrize("variants", [
    ("أمريكى", "امريكي", "أمريكي"), ("٢٠١٨", "2018", "۲۰۱۸"), ("الإمارات", "الامارات", "الإمــارات", "ٱلإِمَارَات"),
    ("مسؤول", "مسوول"), ("قمة", "قمه"), ("ﻻ", "لا")])
def test_variants_fold_alike(variants):
    assert len({fold(v) for v in variants}) == 1


@given(st.text(alphabet=LETTERS, max_size=80))
def test_folding_keeps_the_way_back(raw):
    folded = Folded(raw)
    for i, letter in enumerate(folded.text):
        start, end = folded.span(i, i + 1)
        assert 0 <= start <= end <= len(raw)
        if letter.isalpha() and letter.isascii():
            assert raw[start] == letter
    spans = [folded.span(i, i + 1) for i in range(len(folded.text))]
    assert spans == sorted(spans)


@given(st.text(alphabet=LETTERS, max_size=120))
def test_tokens_and_sentences_lose_nothing(raw):
    text = Text(raw)
    assert list(text.starts) == sorted(text.starts)
    assert all(a < b for a, b in zip(text.starts, text.ends, strict=True))
    words = "".join(text.norms).replace(" ", "").replace("\n", "")
    assert words == "".join(text.folded.text.split())
    covered = {t for a, b in text.sentences for t in range(a, b)}
    assert covered == {t for t, k in enumerate(text.kinds) if k != "B"}


@pytest.mark.parametrize(("written", "count"), [
    ("قال نعم. ثم سافر.", 2), ("نقلت وكالة أ. ف. ب. الخبر.", 1), ("نما بنسبة 3.5 في المئة.", 1), ("عنوان\nنص", 2),
    ("قال: «لن نعود.» ومضى.", 2), ("سألته العربية.نت عن السفر؟ فلم يجب.", 2)])
def test_sentences(written, count):
    assert len(Text(written).sentences) == count


@pytest.mark.parametrize(("word", "prefix", "rest"), [
    ("وبالقاهره", "وب", "القاهره"), ("للرييس", "ل", "الرييس"), ("للاجيين", "ل", "اللاجيين"), ("فموسكو", "ف", "موسكو"),
    ("وزير", "", "وزير")])
def test_clitics_are_candidates(word, prefix, rest):
    assert (prefix, rest) in splits(word)
