"""Events in words for a terminal: the sentence, the status, whose word, the sources, one line of Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .terminal import arabic, paint, plain, status

_PARTY = {
    "actor": "a party to it",
    "recipient": "the other side",
    "other": "no party to it",
    "outlet": "in its own voice",
}


def plural(n: int, noun: str) -> str:
    """A number with its noun.

    >>> plural(1, "article"), plural(2, "article")
    ('1 article', '2 articles')
    """
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def when(event: dict[str, Any]) -> str:
    """The event's date with its precision, or what is known instead."""
    if event.get("date"):
        return str(event["date"])
    return f"before {event['not_after']}" if event.get("not_after") else "undated"


def whose(event: dict[str, Any]) -> str:
    """On whose word the event stands."""
    named = []
    for voice in event.get("asserted_by", ()):
        via = f" via {', '.join(plain(v) for v in voice['via'])}" if voice.get("via") else ""
        party = _PARTY.get(voice.get("party") or "", "")
        named.append(f"{plain(voice['name'])}{via}{f' ({party})' if party else ''}")
    text = ", ".join(named[:3]) + (f" and {len(named) - 3} more" if len(named) > 3 else "")
    denied = ", ".join(plain(v["name"]) for v in event.get("denied_by", ()))
    return f"{text or 'nobody named'}{f'; denied by {denied}' if denied else ''}"


def sources(event: dict[str, Any]) -> str:
    """How many articles, how many sources that don't copy each other."""
    return f"{plural(event['articles'], 'article')}, {plural(event['independent_sources'], 'independent source')}"


def marks(event: dict[str, Any]) -> str:
    """What a reader must not miss: contested, in disagreement, part of a thread."""
    found = []
    if event.get("contested"):
        found.append("contested")
    if event["status"] != "cancelled" and any(h["status"] == "cancelled" for h in event.get("history", ())):
        found.append("was called off on the way")
    if event.get("disagreements"):
        fields = sorted({d["field"] for d in event["disagreements"]})
        found.append(f"sources differ on {', '.join(fields)}")
    if event.get("thread"):
        kinds = sorted({t["relation"].replace("_", " ") for t in event["thread"]})
        found.append(", ".join(kinds))
    return " · ".join(found)


def best(event: dict[str, Any]) -> dict[str, Any] | None:
    """The evidence that shows the event as it stands: from an article that tells its status, an original before a copy."""
    telling = {a for step in event.get("history", ()) if step["status"] == event["status"] for a in step["articles"]}
    pieces = sorted(event.get("evidence", ()), key=lambda p: (p["article"] not in telling, bool(p.get("copy_of"))))
    return pieces[0] if pieces else None


def lines(event: dict[str, Any]) -> Iterator[str]:
    """An event of the timeline."""
    detail = f" ({event['detail'].replace('_', ' ')})" if event.get("detail") else ""
    yield f"  {status(event['status'])}{detail}  {plain(event['sentence']['en'])}"
    yield paint(f"      on the word of: {whose(event)}", "2")
    extra = marks(event)
    yield paint(f"      {sources(event)} · {event['id']}{f' · {extra}' if extra else ''}", "2")
    if piece := best(event):
        yield f"      {arabic(piece['quote'])}"


def day_heading(day: str) -> str:
    """A day with its weekday.

    >>> day_heading("2018-05-31")
    'Thursday 2018-05-31'
    """
    from datetime import date

    try:
        return f"{date.fromisoformat(day):%A} {day}"
    except ValueError:
        return day


def by_day(events: list[dict[str, Any]]) -> Iterator[str]:
    """The lines of a timeline, a heading for each day."""
    last = None
    dated = [e for e in events if e.get("date")]
    undated = sorted((e for e in events if not e.get("date")), key=lambda e: e.get("not_after") or "9999")
    for event in dated + undated:
        heading = day_heading(when(event))
        if heading != last:
            yield ("" if last is None else "\n") + paint(heading, "1")
            last = heading
        yield from lines(event)


def whole(event: dict[str, Any]) -> Iterator[str]:
    """Everything the record holds about one event, for a person."""
    yield from (paint(plain(event["sentence"]["en"]), "1"), arabic(event["sentence"]["ar"]), "")
    yield f"status      {status(event['status'])}{' · contested' if event.get('contested') else ''}"
    precision, known_from = event.get("precision") or "no precision", event.get("date_from") or "nowhere"
    yield f"date        {when(event)} ({precision}, from {known_from})"
    if event.get("place"):
        yield f"place       {plain(event['place']['name'])}"
    yield f"whose word  {whose(event)}"
    origins = ", ".join(plain(o) for o in event.get("origins", ()))
    yield f"sources     {sources(event)}{f': {origins}' if origins else ''}"
    for step in event.get("history", ()):
        seen = plural(len(step["articles"]), "article")
        told = f"first reported {step['first_reported'] or 'undated'}, {seen}"
        yield f"history     {status(step['status'])} for {step['date'] or 'no date'}, {told}"
    for difference in event.get("disagreements", ()):
        said = "; ".join(
            f"{plain(str(v['value']))} ({plural(len(v['articles']), 'article')})" for v in difference["values"]
        )
        yield f"differ      {difference['field']}, {difference['kind']}: {said}"
    for knot in event.get("thread", ()):
        yield f"thread      {knot['relation'].replace('_', ' ')} {knot['event']}"
    yield ""
    for piece in event.get("evidence", ()):
        place = f"{piece['article']}:{piece['start']}–{piece['end']}"
        yield paint(" · ".join(plain(x) for x in (piece["outlet"], piece["published"], piece["url"], place) if x), "2")
        yield f"  {arabic(piece['quote'])}"
