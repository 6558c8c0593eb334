"""A briefing: dated sentences with footnotes (the Arabic words, outlet, address, date), in Markdown or HTML."""

from __future__ import annotations

from html import escape
from typing import Any, TextIO

from ..english.dates import before, spoken
from ..errors import UsageError
from ..linking.account import Event, Evidence
from ..record.read import Record

FORMS = ("markdown", "html")
#: letters of a quotation: about two lines
LONGEST = 220
NOTES = 3


def write(record: Record, out: TextIO, *, form: str = "markdown", title: str | None = None, **filters: Any) -> int:
    """Writes the events that fit as a briefing; returns how many. Background is left out unless asked for.

    Errors: UsageError for an unknown form.
    """
    if form not in FORMS:
        raise UsageError(f"no form {form}", hint=f"one of {', '.join(FORMS)}")
    filters.setdefault("background", False)
    return compose(list(record.timeline(**filters)), title or "Briefing", record, out, form=form)


def compose(events: list[Event], title: str, record: Record, out: TextIO, *, form: str = "markdown") -> int:
    """Writes these events as a briefing; returns how many."""
    (_markdown if form == "markdown" else _html)(events, title, record, out)
    return len(events)


def day_of(event: Event) -> str:
    """The heading an event stands under."""
    if not event.date:
        return f"Undated, {before(event.not_after)}" if event.not_after else "Undated"
    a, _, b = event.date.partition("/")
    return f"{spoken(a)} to {spoken(b)}" if b else spoken(a)


def remarks(event: Event) -> str:
    """What a reader must know beside the sentence: sources, denials, disagreements."""
    n = event.independent_sources
    out = [f"{event.articles} article{'s' * (event.articles != 1)}, {n} independent source{'s' * (n != 1)}"]
    if event.contested:
        out.append("denied by " + ", ".join(v.name for v in event.denied_by))
    for d in event.disagreements:
        out.append(f"the {d.field} is told as {' / '.join(v.value for v in d.values)}")
    return "; ".join(out)


def quotation(words: str) -> str:
    """At most two lines of the Arabic words, cut at a space."""
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: words.rfind(" ", 0, LONGEST)] + " …"


def noted(event: Event) -> list[Evidence]:
    """Evidence to cite: originals before copies, a few."""
    return sorted(event.evidence, key=lambda v: (v.copy_of is not None, v.published or "9999", v.article))[:NOTES]


def _source(v: Evidence) -> list[str]:
    return [x for x in (v.outlet, (v.published or "")[:10], v.url or v.article) if x]


def _markdown(events: list[Event], title: str, record: Record, out: TextIO) -> None:
    out.write(f"# {title}\n\n{_scope(record, events)}\n")
    notes, day = [], None
    for e in events:
        if day_of(e) != day:
            day = day_of(e)
            out.write(f"\n## {day}\n\n")
        marks = []
        for v in noted(e):
            notes.append(v)
            marks.append(f"[^{len(notes)}]")
        out.write(f"- {_plain(e.sentence.en)}{''.join(marks)} ({_plain(remarks(e))})\n")
    out.write("\n")
    for n, v in enumerate(notes, 1):
        out.write(f"[^{n}]: «{_plain(quotation(v.quote))}» {_plain(', '.join(_source(v)))}\n")


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in text)


def _html(events: list[Event], title: str, record: Record, out: TextIO) -> None:
    out.write(
        f'<!doctype html>\n<html lang="en">\n<meta '
        f'charset="utf-8">\n<title>{escape(title)}</title>\n<h1>{escape(title)}</h1>\n'
        f"<p>{escape(_scope(record, events))}</p>\n"
    )
    notes, day = [], None
    for e in events:
        if day_of(e) != day:
            out.write(("</ul>\n" if day else "") + f"<h2>{escape(day_of(e))}</h2>\n<ul>\n")
            day = day_of(e)
        marks = []
        for v in noted(e):
            notes.append(v)
            marks.append(f'<sup><a href="#note{len(notes)}">{len(notes)}</a></sup>')
        out.write(f"<li>{escape(e.sentence.en)}{''.join(marks)} ({escape(remarks(e))})</li>\n")
    out.write("</ul>\n" if day else "")
    out.write("<ol>\n")
    for n, v in enumerate(notes, 1):
        words, place = escape(quotation(v.quote)), escape(", ".join(_source(v)))
        out.write(f'<li id="note{n}"><q lang="ar" dir="rtl">{words}</q> {place}</li>\n')
    out.write("</ol>\n</html>\n")


def _scope(record: Record, events: list[Event]) -> str:
    """What the briefing rests on; silence about anything else means nothing."""
    c = record.coverage()
    n = sum(r[2] for r in c.rows)
    span = f"{c.months[0]} to {c.months[-1]}" if c.months else "no dated month"
    gaps = f"; no articles of {', '.join(a if a == b else f'{a} to {b}' for a, b in c.gaps)}" if c.gaps else ""
    return (
        f"{len(events)} events, read by machine from {n} articles of {span}{gaps}. "
        "What isn't told here may still have happened."
    )
