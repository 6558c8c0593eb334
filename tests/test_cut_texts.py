"""A text may end anywhere, behind a word as behind a full stop: cut pages and headlines do."""

from __future__ import annotations

import pytest

from mahdar.lexicon import load
from mahdar.model import Article
from mahdar.reading import read

TEXTS = (
    "الاتفاق بين موسكو وطهران قريب.",
    "للعقوبات على إيران أثر كبير.",
    "أبدت الخرطوم استعدادها للحوار مع جوبا. وأعلن البرهان أن القمة قريبة.",
    "قال بوتين إن قمة هلسنكي مفيدة، وشملت المحادثات محاولة اغتيال سكريبال.",
    "قال ليبرمان إن بلاده ستدمر دمشق إن أقدمت على الحرب.",
    "رفضت موسكو على لسان وزير خارجيتها اتهامات بريطانيا لها.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_may_end_and_begin_at_any_word(text: str) -> None:
    words = text.rstrip(".").split()
    for k in range(1, len(words) + 1):
        for part in (" ".join(words[:k]), " ".join(words[k - 1 :])):
            reading = read(Article(id="case", text=part), load())
            spans = [r.object for r in reading.reports if r.object is not None]
            assert all(0 <= i < j <= len(part) for i, j in spans)
