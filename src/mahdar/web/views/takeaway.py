"""Every view for other programs: the same address with .json, .csv, .bib, .ris, and a brief where it shows events."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

import msgspec
from starlette.responses import Response

from ...cli.timeline import COLUMNS, row, write_csv
from ...errors import UsageError
from ...export.brief import compose
from ..privacy import private
from ..shelf import Desk
from . import cite
from .about import about
from .asked import asked, filters, sentence
from .dyad import sides, speaker
from .lists import period, promised, search
from .sources import everything
from .who import entity, latest_quotes, offices

Rows = list[dict[str, Any]]
FORMS = {
    "json": "application/json", "csv": "text/csv; charset=utf-8", "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8", "md": "text/markdown; charset=utf-8",
}  # fmt: skip
BRIEF = frozenset(("timeline", "e", "who", "dyad", "promises", "changes"))
QUOTED = 5000


def _events(desk: Desk, kind: str) -> list[Any]:
    """The events a view shows, all of them.

    Errors: UsageError for a private person, MahdarError for an unknown id.
    """
    record = desk.record
    if kind == "timeline":
        return list(record.timeline(**filters(asked(desk.request))))
    if kind == "e":
        return [record.event(desk.id)]
    if kind == "who":
        found = _public(desk)
        field = "country" if found.kind == "state" else "who"
        return list(record.timeline(**{field: (found.id.removeprefix("state:"),)}))
    if kind == "dyad":
        a, b = desk.asked("a", 100), desk.asked("b", 100)
        return list(record.timeline(**sides(a, b))) if a and b else []
    if kind == "promises":
        return [p.event for p in promised(desk)]
    return [record.event(c.event) for c in record.changes() if c.kind != "withdrawn"]


def _public(desk: Desk) -> Any:
    found = entity(desk)
    if private(found):
        raise UsageError("no page is made of people who hold no public office", hint="the articles and events stand as they are")
    return found


def _flat(items: Iterable[Any]) -> Rows:
    """Structs as flat rows: lists joined."""
    out = []
    for item in items:
        plain = msgspec.to_builtins(item)
        out.append({k: "; ".join(map(str, v)) if isinstance(v, list | tuple) else v for k, v in plain.items() if not isinstance(v, dict)})
    return out


def _quotes(desk: Desk, kind: str) -> list[Any]:
    if kind == "dyad":
        a, b = desk.asked("a", 100), desk.asked("b", 100)
        both = ((a, b), (b, a)) if a and b else ()
        return [q for one, other in both for q in desk.record.quotes(who=speaker(one), about=speaker(other))]
    since, until = period(desk)
    who, about, titled = desk.asked("who") or None, desk.asked("about") or None, desk.asked("titled") == "1"
    found = desk.record.quotes(who=who, about=about, since=since, until=until, titled=titled)
    return list(islice(found, QUOTED))


def _claims(desk: Desk) -> Rows:
    """A row for each account of an event."""
    event = desk.record.event(desk.id)
    out = []
    for piece in event.evidence:
        report = desk.record.report(piece.article, piece.report).report
        out.append({"event": event.id, "article": piece.article, "outlet": piece.outlet, "published": piece.published, "url": piece.url,
                    "copy_of": piece.copy_of, "status": report.status, "date": report.date, "place": report.place,
                    "actors": "; ".join(report.actors), "recipients": "; ".join(report.recipients),
                    "source": "; ".join(report.source), "words": piece.quote})  # fmt: skip
    return out


def _promises(desk: Desk) -> Rows:
    return [{"state": p.state, "by": "; ".join(p.by), "until": p.until, "holds": p.holds, **row(msgspec.to_builtins(p.event))}
            for p in promised(desk)]  # fmt: skip


def _about(desk: Desk) -> dict[str, Any]:
    known = about(desk)[1]
    return {k: known[k] for k in ("version", "rules", "format", "fingerprint", "counts", "measured", "by_act", "gaps", "undated")}


def _article_rows(desk: Desk) -> Rows:
    reading = desk.record.article(desk.id).reading
    reports: Rows = []
    for r in reading.reports:
        reports.append({"id": r.id, "kind": "report", "act": r.act, "mode": r.mode, "status": r.status, "date": r.date, "place": r.place,
                        "who": "; ".join(r.actors), "to": "; ".join(r.recipients), "start": r.start, "end": r.end,
                        "words": reading.text[r.start : r.end]})  # fmt: skip
    for s in reading.statements:
        reports.append({"id": s.id, "kind": f"statement {s.kind}", "who": "; ".join(s.speakers), "start": s.start, "end": s.end,
                        "words": reading.text[s.start : s.end]})  # fmt: skip
    return reports


def _table(desk: Desk, kind: str) -> Rows:
    """The view as flat rows."""
    if kind in ("timeline", "who", "dyad"):
        return [row(msgspec.to_builtins(e)) for e in _events(desk, kind)]
    if kind == "sources":
        found = everything(desk)
        rows = [{"kind": "outlet", **r} for r in _flat(found["outlets"])]
        rows += [{"kind": "agency", "name": name, "articles": n} for name, n in found["agencies"]]
        return rows + [{"kind": "origin", "name": name, "events": n, "alone": only} for name, n, only in found["origins"]]
    if kind == "about":
        return [{"outlet": o, "month": m, "articles": n} for o, m, n, _ in desk.coverage.rows]
    makers: dict[str, Callable[[], Rows]] = {
        "e": lambda: _claims(desk), "a": lambda: _article_rows(desk), "said": lambda: _flat(_quotes(desk, kind)),
        "search": lambda: _flat(search(desk)[1]["hits"]), "promises": lambda: _promises(desk),
        "changes": lambda: _flat(desk.record.changes()),
    }  # fmt: skip
    return makers[kind]()


def _whole(desk: Desk, kind: str) -> Any:
    """The view as one JSON value."""
    if kind == "e":
        return desk.record.event(desk.id)
    if kind == "a":
        return desk.record.article(desk.id).reading
    if kind == "timeline":
        return _events(desk, kind)
    if kind == "who":
        found = _public(desk)
        held = [dict(zip(("office", "of", "from", "to"), x, strict=True)) for x in offices(desk, found)]
        return {"entity": found, "offices": held, "events": _events(desk, kind), "quotes": latest_quotes(desk, found.id)}
    if kind == "dyad":
        return {"events": _events(desk, kind), "quotes": _quotes(desk, kind)}
    if kind == "search":
        known = search(desk)[1]
        return {"entities": known["entities"], "articles": known["hits"]}
    makers: dict[str, Callable[[], Any]] = {
        "said": lambda: _quotes(desk, kind), "promises": lambda: promised(desk), "changes": desk.record.changes,
        "sources": lambda: everything(desk), "about": lambda: _about(desk),
    }  # fmt: skip
    return makers[kind]()


def _columns(kind: str, rows: Rows) -> tuple[str, ...]:
    if kind in ("timeline", "who", "dyad"):
        return COLUMNS
    return tuple(dict.fromkeys(k for r in rows for k in r))


def take(desk: Desk, kind: str, form: str) -> Response:
    """A view in another form.

    Errors: UsageError for a form it doesn't have.
    """
    if form not in FORMS or (form == "md" and kind not in BRIEF):
        raise UsageError(f"no .{form} of this", hint=f"one of {', '.join(FORMS)}")
    if form == "json":
        body: bytes | str = msgspec.json.encode(_whole(desk, kind))
    elif form == "csv":
        rows, out = _table(desk, kind), io.StringIO()
        write_csv(out, rows, _columns(kind, rows))
        body = out.getvalue()
    elif form == "md":
        out = io.StringIO()
        compose(_events(desk, kind), _heading(desk, kind), desk.record, out)
        body = out.getvalue()
    else:
        works = cite.works(desk, kind)
        body = cite.bibtex(works) if form == "bib" else cite.ris(works)
    name = f"mahdar-{kind}.{form}"
    headers = {} if form == "json" else {"content-disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=FORMS[form], headers=headers)


def _heading(desk: Desk, kind: str) -> str:
    if kind == "timeline":
        return sentence(asked(desk.request), desk.t)
    if kind == "e":
        return desk.record.event(desk.id).sentence.en
    return cite.title_of(desk, kind)
