"""Pieces of pattern the rules share, and the family's list of rules."""
from __future__ import annotations

from .grammar import Rules

PARTS = {
    # 12 · الـ12 · الثاني عشر · الحادي والعشرين · واحد وعشرين
    "dayno": "the? num | ord card? card++? | card card++?",
    "year_and": "and year | year++",
    "dayno_and": "and the? num | num++ | ord++ card? | card++ card?",
    # مايو · أيار/مايو · مايو (أيار) · اب/اغسطس
    "mon": 'sure_month ("(" a_month ")" | "/-"? a_month)? | weak ("/-" | "(")? sure_month',
    "mon_and": 'month_and ("(" a_month ")" | "/-"? a_month)?',
    # 2018 · عام 2018 · العام ألفين وثمانية عشر
    "fullyear": 'yearword "(" year ")" ad? | yearword? the? year ad? | yearword card (card|card++|and card)+ | yearword card',
    # اليوم، · يوم الأربعاء · أمس الثلاثاء
    "lead": '((today|deictic) "،,"?)? ((day_s)? wday "،,("? | day_s)? ((day_s)? match ","?)?',
    "amount": "num | card (card|card++)* | decimal",
    "DAYS": "(day_s|day_d|day_D|day_c|day_p)",
    "monthword": "month_s|month_S",
}
RULES = Rules(PARTS)
