"""Lines of date and time as news sites print them: الخميس 31 مايو 2018 - 6:56 م, 16th, January 2024 GMT."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from ...arabic.letters import Folded, fold
from ...lexicon.table import alternatives, read_table
from ...model import Struct
from .context import Context
from .lexemes import lexicon
from .parts import RULES

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})[Tt ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|z|[+-]\d{2}:?\d{2})?")
_CLOCK = r"(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?!\d)"
#: letters that may stand between a date and its clock time
_GAP = 26
_DATES = frozenset(
    (
        "day and month",
        "month before day",
        "numeric date",
        "date in digits with blanks",
        "hijri date",
        "hijri date in digits",
        "both calendars",
    )
)


class Dateline(Struct, frozen=True):
    """A date line's date and time. `value` the ISO day, None where the year is missing and nothing settles it.

    `clock` HH:MM or HH:MM:SS, `zone` its offset from UTC (+02:00), `weekday` 0 (Monday) to 6 as named, `day`,
    `month`, `year` as named, `conflict`: the weekday doesn't fit; `candidates`: days that fit where the year is
    missing. `start`, `end`: the date with its clock time in the line as given.
    """

    start: int
    end: int
    text: str
    value: str | None
    clock: str | None = None
    zone: str | None = None
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    conflict: bool = False
    candidates: tuple[str, ...] = ()
    why: str = ""

    @property
    def published(self) -> str | None:
        """ISO day, or day and time, with the offset where it's known."""
        if self.value is None or self.clock is None:
            return self.value
        return f"{self.value}T{self.clock}{self.zone or ''}"


@lru_cache(maxsize=1)
def _clock_words() -> tuple[dict[str, tuple[str, str]], re.Pattern[str], re.Pattern[str]]:
    """Folded words beside a clock → (class, value), and the patterns of a clock with what stands around it."""
    words: dict[str, tuple[str, str]] = {}
    for row in read_table(
        Path(__file__).with_name("clocks.tsv"), columns=("id", "class", "value", "forms", "example", "gives")
    ):
        for form in alternatives(row["forms"]):
            words[fold(form)] = (row["class"], row["value"])

    def one_of(cls: str) -> str:
        return "|".join(sorted((re.escape(w) for w, (c, _) in words.items() if c == cls), key=lambda w: (-len(w), w)))

    half = rf"(?:\s*(?P<half>{one_of('half')})\b)?"
    zone = rf"\s*\(?(?:(?:{one_of('by')}) )?(?P<zone>gmt ?[+-]\d{{1,2}}|{one_of('zone')}|[+-]\d{{2}}:?\d{{2}}|z)\b\)?"
    near = rf"{_CLOCK}{half}(?:{zone})?"
    return words, re.compile(near), re.compile(zone)


def dateline(line: str, *, day: str | None = None) -> Dateline | None:
    """The first date (and time) a line holds, or None. `day` only settles a missing year.

    >>> dateline("نشر في: الخميس 31 مايو 2018 - 6:56 م").published
    '2018-05-31T18:56'
    """
    found = datelines(line, day=day)
    return found[0] if found else None


def datelines(line: str, *, day: str | None = None) -> list[Dateline]:
    """All dates of a line in order, each with its clock time where one stands beside it.

    >>> [d.value for d in datelines("نشر في: 31/05/2018 | آخر تحديث: 1/6/2018")]
    ['2018-05-31', '2018-06-01']
    """
    folded = Folded(line)
    text = folded.text.lower()
    out: list[Dateline] = []
    taken = 0
    for start, end, found in _dates(text, folded, day):
        if start < taken:
            continue
        iso = _ISO.match(folded.text, start)
        if iso and (iso.group(5) or iso.group()[10] in "Tt"):  # with a blank between, "م" or "PM" may follow
            clock, zone, stop = _time(iso.group(4), None), _offset(iso.group(5)), iso.end()
            first = start
        else:
            first, stop, clock, zone = _beside(text, start, end, found.value, taken)
        named = found.named or (None, None, None, None)
        s, e = folded.span(first, stop)
        value = found.value if found.value and "/" not in found.value else None
        out.append(
            Dateline(
                start=s,
                end=e,
                text=line[s:e],
                value=value,
                clock=clock,
                zone=zone,
                year=named[0],
                month=named[1],
                day=named[2],
                weekday=named[3],
                conflict="doesn't fit" in found.why,
                candidates=found.candidates,
                why=found.why,
            )
        )
        taken = stop
    return out


def _dates(text: str, folded: Folded, day: str | None):
    """(start, end, what was found) of the dates in the folded line."""
    ctx = Context(text, date.fromisoformat(day[:10]) if day else None, line=True)
    lex = lexicon()
    spaced = _ISO.sub(lambda m: m.group()[:10] + " " + m.group()[11:], text)  # the T of ISO parts the tokens
    tokens = lex.tokens(spaced, folded, 0, len(spaced))
    for i, j, rule, found in RULES.read(ctx, tokens):
        if rule.name in _DATES:
            yield tokens[i].start, tokens[j - 1].end, found


def _beside(text: str, start: int, end: int, value: str | None, taken: int) -> tuple[int, int, str | None, str | None]:
    """The clock time right behind or before a date: (start, end of both, clock, zone)."""
    words, near, zone_alone = _clock_words()
    m = near.search(text, end, min(len(text), end + _GAP + 30))
    if m and m.start() - end <= _GAP and not _DIGITS.search(text, end, m.start()):
        clock = _time(m["clock"], m["half"])
        if clock:
            return start, m.end(), clock, _zone(m["zone"], words, value, clock)
    for m in near.finditer(text, max(taken, start - _GAP - 20), start):
        if start - m.end() <= _GAP and not _DIGITS.search(text, m.end(), start):
            clock = _time(m["clock"], m["half"])
            if clock:
                return m.start(), end, clock, _zone(m["zone"], words, value, clock)
    m = zone_alone.match(text, end)
    if m:
        return start, m.end(), None, _zone(m["zone"], words, value, None)
    return start, end, None, None


_DIGITS = re.compile(r"\d")


def _time(clock: str, half: str | None) -> str | None:
    hour, *rest = (int(x) for x in clock.split(":"))
    if hour > 23 or any(r > 59 for r in rest):
        return None
    kind = _clock_words()[0].get(half or "", ("", ""))[1]
    if kind == "pm" and hour < 12:
        hour += 12
    elif kind == "am" and hour == 12:
        hour = 0
    elif kind == "noon" and hour < 4:
        hour += 12
    return ":".join(f"{x:02d}" for x in (hour, *rest))


def _offset(zone: str | None) -> str | None:
    if not zone:
        return None
    if zone in "Zz":
        return "+00:00"
    if zone.startswith("gmt"):
        hours = int(zone[3:])
        return f"{'-' if hours < 0 else '+'}{abs(hours):02d}:00"
    return f"{zone[:3]}:{zone[-2:]}"


def _zone(zone: str | None, words: dict[str, tuple[str, str]], value: str | None, clock: str | None) -> str | None:
    """The offset a zone has at that day."""
    if not zone:
        return None
    if zone not in words:
        return _offset(zone)
    name = words[zone][1]
    if name == "UTC":
        return "+00:00"
    if not value or len(value) != 10:
        return None
    at = datetime.fromisoformat(f"{value}T{clock or '12:00'}").replace(tzinfo=ZoneInfo(name)).utcoffset()
    minutes = int((at or timedelta()).total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
