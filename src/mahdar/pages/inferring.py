"""No date on the page: weekday, day and month name a few years; who held which office then chooses among them, or nobody does."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from ..lexicon.table import alternatives, read_table
from ..rules.times import Dateline, datelines
from .knowledge import table
from .lines import split_words
from .when import Stamp

TABLES = Path(__file__).parent.parent / "lexicon" / "tables"
_WINDOW = 8
#: readers write to an article in so many days
_WEEK = 7
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DIGIT = re.compile(r"\d")


@cache
def _titles() -> dict[str, list[tuple[str, ...]]]:
    """The folded words of a row of tenures.tsv by its id."""
    return {row["id"]: [tuple(split_words(f)) for f in alternatives(row["forms"])] for row in table("tenures")}


@cache
def _holders() -> tuple[dict[str, list[tuple[tuple[str, ...], str, tuple[tuple[str, str], ...], str]]], str]:
    """First word of a name → (the name, row of tenures.tsv, terms from/to, person), and the last year the table speaks of."""
    if not (TABLES / "holders.tsv").exists() or not (TABLES / "people.tsv").exists():
        return {}, "0"
    people = {row["id"]: row for row in read_table(TABLES / "people.tsv")}
    kinds = {office: row["id"] for row in table("tenures") for office in alternatives(row["offices"])}
    terms: dict[tuple[str, str], list[tuple[str, str]]] = {}
    last = "0"
    for row in read_table(TABLES / "holders.tsv"):
        last = max(last, row["from"][:4], row["to"][:4])
        if (kind := kinds.get(row["office"])) and row["person"] in people and row["from"]:
            terms.setdefault((row["person"], kind), []).append((row["from"], row["to"]))
    names: dict[str, list] = {}
    for (person, kind), spans in sorted(terms.items()):
        for form in alternatives(people[person]["forms"]):
            words = tuple(split_words(form))
            if len(words) >= 2:
                names.setdefault(words[0], []).append((words, kind, tuple(sorted(spans)), people[person]["name"]))
    for found in names.values():
        found.sort(key=lambda x: -len(x[0]))
    return names, last


def infer(text: str, *, stamps: list[Stamp], replies: list[Stamp] | None = None) -> tuple[str, str] | None:
    """(day, why) where the article's own words leave one day: "اليوم، الأربعاء 18 من تموز" with a president who ruled in one such
    year alone, or `replies` of readers in the days after; None where two years fit.

    >>> infer("قال الكرملين اليوم الأربعاء 18 تموز إن الرئيسين فلاديمير بوتين ودونالد ترامب التقيا", stamps=[])[0]
    '2018-07-18'
    """
    found = _todays(text) + [s.date for s in stamps if s.role not in ("updated", "crawl", "above")]
    for one in found:
        if one.value:
            return one.value, f"the text calls {one.text} today"
    undated = [d for d in found if d.candidates and d.weekday is not None]
    days = {d.candidates for d in undated}
    if len(days) != 1:
        return None
    if answered := _answered(undated[0].candidates, replies or []):
        return answered
    held = _in_office(text)
    if not held:
        return None
    horizon = str(int(_holders()[1]) + 1)
    fits = [day for day in undated[0].candidates if day[:4] <= horizon and all(_held(day, spans) for _, spans in held)]
    if len(fits) > 1 and (latest := max((int(y) for y in _YEAR.findall(text)), default=0)):
        fits = [day for day in fits if int(day[:4]) >= latest - 1]        # who tells of October 2023 doesn't write in 2019
    if len(fits) != 1:
        return None
    who = ", ".join(dict.fromkeys(name for name, _ in held))
    return fits[0], f"“{undated[0].text}” fits one year only in which {who} held the office named"


def _answered(days: tuple[str, ...], replies: list[Stamp]) -> tuple[str, str] | None:
    """(day, why) of the one day that readers wrote to in the week that followed it."""
    written = [s.date for s in replies if s.date.value and len(s.date.value) == 10]
    found = {
        day: reply.text for day in days for reply in written
        if 0 <= (date.fromisoformat(reply.value or "") - date.fromisoformat(day)).days <= _WEEK
    }
    if len(found) != 1:
        return None
    day, text = found.popitem()
    return day, f"readers wrote to it on {text}"


def _todays(text: str) -> list[Dateline]:
    """Dates the text calls today."""
    out = []
    today = {w for form in _titles()["today"] for w in form}
    for line in text.split("\n")[:12]:
        if not _DIGIT.search(line) or not today & set(split_words(line)):
            continue
        for found in datelines(line):
            before = split_words(line[max(0, found.start - 16) : found.start])
            named = split_words(found.text)
            if before and before[-1] in today and found.weekday is not None or today & set(named[:2]):
                out.append(found)
    return out


def _held(day: str, spans: tuple[tuple[str, str], ...]) -> bool:
    """Does a day lie in one of the terms? Ends written as months or years are taken as wholes."""
    return any(start <= day and (not end or day[: len(end)] <= end) for start, end in spans)


def _in_office(text: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """(person, terms) for everyone the text names with an office as its present holder."""
    names, _ = _holders()
    titles = _titles()
    out: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    former = {w for form in titles["former"] for w in form}
    words = split_words(text)
    for k, word in enumerate(words):
        bare = word[1:] if word not in names and word[0] in "ولب" else word
        for form, kind, spans, person in names.get(bare, ()):
            n = len(form)
            if (bare, *words[k + 1 : k + n]) != form:
                continue
            before = words[max(0, k - _WINDOW) : k]
            if _title_before(before, titles[kind]) and not former & {*before[-5:], *words[k + n : k + n + 3]}:
                out.setdefault((person, kind), spans)
    return [(person, spans) for (person, _), spans in out.items()]


def _title_before(before: list[str], forms: list[tuple[str, ...]]) -> bool:
    """Does one of the title's forms stand among the words before a name?"""
    return any(
        tuple(before[k : k + len(f)]) == f or len(f) > 1 and tuple(before[k : k + len(f)])[1:] == f[1:] and before[k].endswith(f[0])
        for f in forms
        for k in range(len(before))
    )
