"""Two times named together: من 12 إلى 15 يونيو, 19 و20 ماي, بين عامي 1950 و1953, 1950–1953, من مايو إلى يوليو."""

from __future__ import annotations

from ...arabic.clitics import AND, ARTICLE
from .absolute import HIJRI_NOW, bare_year, numbers_another, range_counts
from .calendar import DAY, bounds, interval, make_day
from .grammar import NOTHING, Found, Hit
from .parts import RULES
from .resolve import month_number, nearest_day, nearest_month, year_of, year_reference


def named_year(hit: Hit) -> int | None:
    return year_of(hit) if hit.has("year") else year_reference(hit) if hit.has("yref") else None


@RULES.rule(
    "days of a month",
    "(from|between)? DAYS? lead=(lead) a=(dayno) (join_ (to)? (day_s)? (wday)? b=(dayno) | (wday)? b=(dayno_and)) "
    "from? month_year",
    '(from|between)? DAYS? lead=(lead) a=(dayno) ("،," dayno)* (dayno_and)* "،,"? b=(dayno_and) from? month_year',
)
def days_of_month(hit: Hit) -> Found | None:
    a, b, month = hit.number("a"), hit.number("b"), month_number(hit)
    if a is None or b is None or month is None or not (1 <= a < b <= 31):
        return None
    return _days(hit, (month, a), (month, b))


@RULES.rule(
    "days of a month counted",
    "(from|between)? DAYS? a=(dayno) (join_ b=(dayno) | (dayno_and)* b=(dayno_and)) from? (counted_month | mod=(this))",
)
def days_of_this_month(hit: Hit) -> Found | None:
    a, b, anchor = hit.number("a"), hit.number("b"), hit.ctx.day
    step = {"last": -1, "lastp": -1, "next": 1, "this": 0}.get(hit.cls("mod") or "this")
    if a is None or b is None or anchor is None or step is None or not (1 <= a < b <= 31):
        return None
    if numbers_another(hit, "a"):
        return None
    k = anchor.year * 12 + anchor.month - 1 + step
    first, last = make_day(k // 12, k % 12 + 1, a), make_day(k // 12, k % 12 + 1, b)
    return Found(interval(first, last), "days of a month counted from the article's") if first and last else None


def _days(hit: Hit, first: tuple[int, int], last: tuple[int, int]) -> Found | None:
    year = named_year(hit)
    if year is not None:
        b = make_day(year, *last)
        a = make_day(year - (first > last), *first)
    else:
        found = nearest_day(hit.ctx, *last, None, hit.cls("mod"), hit.start, hit.end)
        if found is None or found.value is None:
            return found
        b = bounds(found.value)[0]
        a = make_day(b.year - (first > last), *first)
    return Found(interval(a, b), "two days named together") if a and b else None


FIRST = "(day_s|day_d)? (wday)? a=(dayno) from? am=(mon)"
SECOND = "no=(dayno) from? mon=(mon) (mod=(mod))? yearpart"
SECOND_AND = "no=(dayno_and) from? mon=(mon) (mod=(mod))? yearpart"


@RULES.rule(
    "day and month to day and month",
    f'(from|between)? {FIRST} ((year ad?)? ("-" | to (day_s)? (wday)?)) {SECOND}',
    f"(from|between) {FIRST} {SECOND_AND}",
)
def day_to_day(hit: Hit) -> Found | None:
    a, am, b, bm = hit.number("a"), month_number(hit, "am"), hit.number("no"), month_number(hit)
    if a is None or am is None or b is None or bm is None or not (1 <= a <= 31 and 1 <= b <= 31):
        return None
    between = next(
        (int(t.norm) for t in hit.tokens[hit.groups["am"][1] : hit.groups["no"][0]] if t.lexeme.cls == "year"), None
    )
    if between:
        first, last = make_day(between, am, a), make_day(year_of(hit) or between, bm, b)
        return Found(interval(first, last), "two days named together") if first and last else None
    return _days(hit, (am, a), (bm, b))


@RULES.rule(
    "month and year to month and year",
    '(from|between)? month_s? a=(mon) first=(fullyear) ("-" | (to|and) month_s?) b=(mon) year=(fullyear)',
)
def month_year_to_month_year(hit: Hit) -> Found | None:
    a, b, year, last = month_number(hit, "a"), month_number(hit, "b"), year_of(hit, "first"), year_of(hit)
    if a is None or b is None or year is None or last is None or (year, a) >= (last, b):
        return None
    return Found(
        interval(bounds(f"{year:04d}-{a:02d}")[0], bounds(f"{last:04d}-{b:02d}")[1]), "two months named together"
    )


@RULES.rule(
    "month to month",
    "monthword? a=(mon) b=(mon_and) (mod=(mod))? yearpart",
    '(from|between)? (month_s|month_S|month_c)? a=(mon) ("-" | (to|and) month_s?) b=(mon) (mod=(mod))? yearpart',
    "(from|between|month_c|month_d|month_D) month_c? a=(mon) b=(mon_and) (mod=(mod))? yearpart",
)
def months(hit: Hit) -> Found | None:
    a, b = month_number(hit, "a"), month_number(hit, "b")
    if (
        a is None
        or b is None
        or a == b
        or "part" in (hit.tokens[hit.i].lexeme.cls, (hit.before() or hit.tokens[0]).lexeme.cls)
    ):
        return None
    if all(t.lexeme.cls in ("shy", "and") for t in hit.tokens[hit.i : hit.j]):
        return None  # خسرت نيسان وماي: names
    year = named_year(hit)
    if year is None:
        found = nearest_month(hit.ctx, b, hit.cls("mod"), hit.start, hit.end)
        if found.value is None:
            return found
        year = int(found.value[:4])
    return Found(
        interval(bounds(f"{year - (a > b):04d}-{a:02d}")[0], bounds(f"{year:04d}-{b:02d}")[1]),
        "two months named together",
    )


@RULES.rule(
    "years",
    '(between|from)? years_ year=(year) ("،," year)* (year_and)* b=(year_and)',
    '(between|from)? years_ year=(year) ad? ("-/" | to years_? | and) b=(year) ad?',
    '(between|from) year=(year) ad? ("-/" | (to|and) years_?) b=(year) ad?',
    'year=(year) "-" b=(year)',
    "year=(year) to b=(year)",
    'years_ year=(year) "/" b=(num)',
)
def years(hit: Hit) -> Found | None:
    a, b = hit.number("year"), hit.number("b")
    if a is None or b is None:
        return None
    if hit.tokens[hit.i].lexeme.cls != "unit" and range_counts(hit):
        return NOTHING
    if b < 100:
        b += a // 100 * 100
    named = hit.tokens[hit.i].lexeme.cls in ("unit", "between", "from")
    if (
        HIJRI_NOW[0] <= a <= HIJRI_NOW[1]
        or not a < b
        or b - a > 600
        or not (named or (bare_year(hit, a) and bare_year(hit, b)))
    ):
        return None
    return Found(f"{a:04d}-01-01/{b:04d}-12-31", "two years named together")


@RULES.rule("season of two years", 'year=(year) "/" b=(year)')
def slash_years(hit: Hit) -> Found | None:
    a, b = hit.number("year"), hit.number("b")
    if range_counts(hit):
        return NOTHING
    if a is None or b is None or b - a != 1 or not bare_year(hit, a):
        return None
    return Found(f"{a:04d}-01-01/{b:04d}-12-31", "two years named together")


@RULES.rule(
    "weekdays",
    "DAYS a=(wday) (b=(wday_and) | (and|to) b=(wday)) (mod=(mod))?",
    "a=(wday) (and|to) b=(wday) mod=(mod)",
    "DAYS? a=(wday) (wday_and)* b=(wday_and) (mod=(mod))?",
    "from (day_s)? a=(wday) to (day_s)? b=(wday) (mod=(mod))?",
)
def weekdays(hit: Hit) -> Found | None:
    from .resolve import weekday_value

    a, b = int(hit.value("a") or 0), int(hit.value("b") or 0)
    second = hit.first("b")
    dual = hit.tokens[hit.i].lexeme.value in ("day d", "day D", "day c")
    if (
        a == b
        or second is None
        or not (second.prefix == AND or hit.tokens[hit.groups["b"][0] - 1].lexeme.cls in ("and", "to"))
    ):
        return None
    between = hit.groups["b"][0] - hit.groups["a"][0]
    beside = (b - a) % 7 == between and second.norm.startswith(AND + ARTICLE)  # the Thursday and the Friday
    if not dual and second.prefix == AND and not beside and (between > 1 or not hit.has("mod")):
        return None
    found = weekday_value(hit.ctx, a, hit.cls("mod"), hit.start, hit.end)
    if found.value is None:
        return found
    gap = (b - a) % 7
    if dual and gap > 3:
        return None
    first = bounds(found.value)[0]
    return Found(interval(first, first + gap * DAY), "two weekdays named together")
