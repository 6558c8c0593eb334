"""Citations of any page: an event by its articles, an article by itself, a view by the record it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from ... import __version__
from ..shelf import Desk
from ..words import day_in_words, shown
from .asked import asked, sentence


class Work(NamedTuple):
    """One thing to cite: an article, or a view of the record as a data set."""

    key: str
    title: str
    outlet: str
    day: str
    url: str
    note: str
    article: bool = True


def _line(text: object) -> str:
    """Page text on one line, without what a reference manager would obey."""
    return " ".join(shown(text, 500).split())


def _tex(text: object) -> str:
    r"""Page text for BibTeX.

    >>> _tex("A {b} \\c & 5%")
    'A b c \\& 5\\%'
    """
    return re.sub(r"([&%$#_])", r"\\\1", re.sub(r"[\\{}~^]", "", _line(text)))


def _key(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-") or "article"


def edition(desk: Desk) -> str:
    """Which record this is, so that somebody else can tell whether theirs is the same."""
    months = desk.coverage.months
    span = f", {day_in_words(months[0], 'en')} to {day_in_words(months[-1], 'en')}" if months else ""
    return (
        f"Record {_line(desk.shelf.path.name)}: {desk.facts['articles']:,} articles{span}; read by Mahdar {__version__}, "
        f"rules {desk.facts.get('rules', 'unknown')}, fingerprint {desk.fingerprint}"
    )


def view(desk: Desk, title: str) -> Work:
    """A view of the record, as a data set."""
    return Work(f"mahdar-{desk.fingerprint[:8]}", title, "Mahdar", "", "", f"{edition(desk)}; {address(desk)}", article=False)


def address(desk: Desk) -> str:
    """The page's address inside the record, without this machine's name."""
    query = f"?{desk.request.url.query}" if desk.request.url.query else ""
    return f"{desk.request.url.path}{query}"


def of_articles(articles: Iterable[Any], note: str) -> list[Work]:
    """Articles, each once."""
    return [Work(_key(a.id), a.title or a.id, a.outlet or "", (a.published or "")[:10], a.url or "", note) for a in articles]


def of_event(record: Any, event: Any) -> list[Work]:
    """The articles an event rests on, in the order of its evidence."""
    ids = dict.fromkeys(piece.article for piece in event.evidence)
    return of_articles((record.article(i) for i in ids), f"read by Mahdar as event {event.id}: {_line(event.sentence.en)}")


def plain(event: Any) -> str:
    """A footnote: the sentence, how it came about, and its sources."""
    pieces = {p.article: p for p in reversed(event.evidence)}
    told = "; ".join(
        ", ".join(filter(None, (_line(p.outlet or p.article), (p.published or "")[:10], _line(p.url))))
        for p in reversed(pieces.values())
    )
    return f"{event.sentence.en} Read by machine (Mahdar, event {event.id}) from: {told}."


def plain_view(desk: Desk, kind: str) -> str:
    """A footnote to a view; to an article, as an article."""
    if kind == "a":
        (work,) = works(desk, kind)
        parts = (work.outlet, f"«{work.title}»", work.day, work.url)
        return f"{', '.join(_line(p) for p in parts if p)}. {edition(desk)}; {address(desk)}."
    return f"“{title_of(desk, kind)}”. {edition(desk)}; {address(desk)}."


def bibtex(works: Iterable[Work]) -> str:
    """One @misc entry a work."""
    out = []
    for w in works:
        fields = {
            "title": _tex(w.title), "author": f"{{{_tex(w.outlet)}}}" if w.outlet else "", "date": _tex(w.day),
            "url": re.sub(r"[{}\\\s]", "", shown(w.url)), "note": _tex(w.note),
        }  # fmt: skip
        rows = ",\n".join(f"  {k} = {{{v}}}" for k, v in fields.items() if v)
        out.append(f"@misc{{{w.key},\n{rows}\n}}\n")
    return "\n".join(out)


def ris(works: Iterable[Work]) -> str:
    """One entry a work: NEWS for an article, DATA for a view."""
    out = []
    for w in works:
        rows = (("TY", "NEWS" if w.article else "DATA"), ("TI", _line(w.title)), ("T2", _line(w.outlet)),
                ("DA", _line(w.day).replace("-", "/")), ("UR", _line(w.url)), ("N1", _line(w.note)),
                ("LA", "ar" if w.article else ""), ("ER", ""))  # fmt: skip
        out.append("".join(f"{tag}  - {value}\r\n" for tag, value in rows if value or tag == "ER"))
    return "\r\n".join(out)


def works(desk: Desk, kind: str) -> list[Work]:
    """What to cite for a page of a kind."""
    if kind == "e":
        return of_event(desk.record, desk.record.event(desk.id))
    if kind == "a":
        return of_articles([desk.record.article(desk.id)], edition(desk))
    return [view(desk, title_of(desk, kind))]


def title_of(desk: Desk, kind: str) -> str:
    """What a view is called in a citation: its kind, and what it is about."""
    if kind == "timeline":
        return f"Timeline: {sentence(asked(desk.request), desk.t)}"
    about = {"who": desk.request.path_params.get("id", ""), "dyad": " and ".join(filter(None, (desk.asked("a"), desk.asked("b")))),
             "search": desk.asked("q"), "said": " ".join(filter(None, (desk.asked("who"), desk.asked("about"))))}.get(kind, "")  # fmt: skip
    name = desk.names(about) if kind == "who" else None
    heading = {"who": "Dossier", "dyad": "Two sides", "search": "Search", "said": "What was said"}.get(kind, kind.capitalize())
    return f"{heading}: {_line(name.name if name else about)}" if about else heading
