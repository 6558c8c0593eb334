"""Pieces of pattern the rules share, and the family's list of rules."""

from __future__ import annotations

from .grammar import Rules

PARTS = {
    # 12 · الـ12 · الثاني عشر · الحادي والعشرين · واحد وعشرين
    "dayno": "the? num | ord card? card++? | card card++?",
    "year_and": "and year | year++",
    "dayno_and": "and the? num | the++ num | num++ | ord++ card? | card++ card?",
    # مايو · أيار/مايو · مايو (أيار) · اب/اغسطس
    "mon": 'sure_month ("(" a_month ")" | "/-"? a_month)? | weak ("/-" | "(")? sure_month',
    "mon_and": 'month_and ("(" a_month ")" | "/-"? a_month)?',
    # 2018 · عام 2018 · العام ألفين وثمانية عشر
    "fullyear": 'yearword "(" year ")" ad? | yearword? the? year ad? | yearword card (card|card++|and card)*',
    # اليوم، · يوم الأربعاء · أمس الثلاثاء
    "lead": '((today|deictic) "،,"?)? ((day_s)? wday (mod (?=match))? "،,("? | day_s)? ((day_s)? match ","?)?',
    "amount": "num | card (card|card++)* | decimal",
    # … عام 2018 · … من العام الماضي
    "yeartail": '("،,"? (in|from|(in? month_s))? year=(fullyear))?',
    "yearpart": "(yref=((from|in)? ((that|demo|same_before) year_S | year_S (mod|same|latest1))) | yeartail)",
    "month_year": "monthword? mon=(mon) (mod=(mod))? yearpart",
    # هذا الشهر · الشهر المقبل
    "counted_month": "(demo month_S | month_S mod=(mod))",
    "join_": '("-/" | (to|and|or) (day_s)? | "،,")',
    "years_": "(year_s|year_S|year_c|year_d|year_D|year_p|year_P)",
    "DAYS": "(day_s|day_d|day_D|day_c|day_p)",
    "monthword": "month_s|month_S",
}
RULES = Rules(PARTS)
