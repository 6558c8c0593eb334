"""Days worked out of a page's own words."""
from __future__ import annotations

import pytest

from mahdar.pages.inferring import infer


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قال رئيس مجلس الوزراء مصطفى الكاظمي اليوم السبت 28 آب إن العراق مستعد للحوار.", "2021-08-28"),
        (
            "اعترفت مدريد بفلسطين اليوم الثلاثاء 28 مايو. وقال رئيس الوزراء الإسباني بيدرو سانشيز ذلك. واندلعت الحرب في أكتوبر 2023.",
            "2024-05-28",
        ),
        ("اعترفت مدريد بفلسطين اليوم الثلاثاء 28 مايو. وقال رئيس الوزراء الإسباني بيدرو سانشيز ذلك.", None),
    ],
)
def test_day(text: str, day: str | None) -> None:
    """A weekday with its day and month fits several years: who ruled, and the last year told of, choose; else nobody does."""
    found = infer(text, stamps=[])
    assert (found[0] if found else None) == day
