"""Citations of an event: the articles it was read from, for a reference manager or a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ..words import shown


def _articles(record: Any, event: Any) -> Iterator[Any]:
    """The articles an event rests on, each once, in the order of its evidence."""
    for article in dict.fromkeys(piece.article for piece in event.evidence):
        yield record.article(article)


def _line(text: object) -> str:
    """Page text on one line, without what a reference manager would obey."""
    return " ".join(shown(text).split())


def _tex(text: object) -> str:
    r"""Page text for BibTeX.

    >>> _tex("A {b} \\c & 5%")
    'A b c \\& 5\\%'
    """
    return re.sub(r"([&%$#_])", r"\\\1", re.sub(r"[\\{}~^]", "", _line(text)))


def _key(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-") or "article"


def plain(record: Any, event: Any) -> str:
    """A footnote: the sentence, how it came about, and its sources."""
    told = "; ".join(
        ", ".join(
            filter(
                None,
                (_line(a.outlet), f"«{_line(a.title)}»" if a.title else None, (a.published or "")[:10], _line(a.url)),
            )
        )
        for a in _articles(record, event)
    )
    return f"{event.sentence.en} Read by machine (Mahdar, event {event.id}) from: {told}."


def bibtex(record: Any, event: Any) -> str:
    """One @misc entry an article."""
    out = []
    for a in _articles(record, event):
        fields = {
            "title": _tex(a.title), "author": f"{{{_tex(a.outlet)}}}" if a.outlet else "", "date": (a.published or "")[:10],
            "url": re.sub(r"[{}\\\s]", "", shown(a.url)), "note": f"read by Mahdar as event {event.id}: {_tex(event.sentence.en)}",
        }  # fmt: skip
        rows = ",\n".join(f"  {k} = {{{v}}}" for k, v in fields.items() if v)
        out.append(f"@misc{{{_key(a.id)},\n{rows}\n}}\n")
    return "\n".join(out)


def ris(record: Any, event: Any) -> str:
    """One NEWS entry an article."""
    out = []
    for a in _articles(record, event):
        day = (a.published or "")[:10].replace("-", "/")
        rows = (("TY", "NEWS"), ("TI", _line(a.title)), ("T2", _line(a.outlet)), ("DA", day), ("UR", _line(a.url)),
                ("N1", f"read by Mahdar as event {event.id}: {_line(event.sentence.en)}"), ("LA", "ar"), ("ER", ""))  # fmt: skip
        out.append("".join(f"{tag}  - {value}\r\n" for tag, value in rows if value or tag == "ER"))
    return "\r\n".join(out)


def download(record: Any, request: Request) -> Response:
    """The citations of an event as a file for a reference manager."""
    event = record.event(request.path_params["id"])
    if request.url.path.endswith(".bib"):
        return Response(bibtex(record, event), media_type="application/x-bibtex; charset=utf-8")
    return Response(ris(record, event), media_type="application/x-research-info-systems; charset=utf-8")
