"""Gold events beside the clauses that state them: who, what and status as annotated, so that day, place and source can be learned.

Three kinds of rows: the clause at the words gold gives for an event (its anchor), every draft of Mahdar's that fits a gold event before
the mentions of an act are merged, and every report of Mahdar's matched with a gold event as score.py does.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

os.environ["MAHDAR_COMPILED"] = "0"  # a reader of its own stands in for the rules' one
sys.path.insert(0, str(Path(__file__).resolve().parent))
from gold import articles as stored  # noqa: E402
from gold import golds, scorer  # noqa: E402

from mahdar import lexicon  # noqa: E402
from mahdar.arabic.words import Text  # noqa: E402
from mahdar.pages import articles  # noqa: E402
from mahdar.reading import _assemble, _entity, stages  # noqa: E402
from mahdar.rules.acts.merge import echo, merge  # noqa: E402
from mahdar.rules.acts.reader import Reader  # noqa: E402
from mahdar.rules.acts.tables import Act, acts, frames  # noqa: E402
from mahdar.rules.clauses.model import Clause  # noqa: E402


class Told(NamedTuple):
    """A clause that states a gold event, with what the reader would hand to the rules of day, place and source."""

    article: Any
    reader: Any
    event: dict
    k: int
    clause: Clause
    row: Act
    verb: Clause | None
    lent: Clause | None
    more: list[Clause]
    actors: list[str]
    recipients: list[str]
    kind: str  # anchor; draft: a mention of Mahdar's; report: one after merging
    scored: Any  # the scorer's article, to compare entities with names
    draft: Any = None


class _Recording(Reader):
    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.drafts: list[tuple] = []
        self.found: list = []

    def _draft(
        self, k: int, clause: Clause, row: Act, roles: Any, status: Any, rows: list[str], more: list[Clause]
    ) -> Any:
        draft = super()._draft(k, clause, row, roles, status, rows, more)
        self.drafts.append((draft, k, clause, row, list(more), self.told_with))
        return draft


def read(name: str) -> Iterator[tuple[_Recording, Any, list[dict]]]:
    """The articles of a set (more, dev), read as far as drafts, each with the scorer's article and what gold has."""
    score, lex = scorer(), lexicon.load()
    gold = {g["id"]: g for g in golds(name)}
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder, "articles.jsonl")
        pages.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in stored(name)), encoding="utf-8")
        found = list(articles([pages]))
    for article in found:
        text, when, who, parts, said = stages(article, lex)
        reader = _Recording(text, who, when, parts, said, article)
        reader.found = reader.read()
        reading = json.loads(json.dumps(_plain(_assemble(article, text, lex, who, when, [], said.statements))))
        scored = score.Article(gold[article.id], reading)
        add(scored, [e for d in reader.found for e in (*d.actors, *d.recipients, *d.source)], who)
        add(scored, [e for t in said.told for e in (*t.voice.entities, *t.via, *t.through)], who)
        yield reader, scored, gold[article.id]["events"]


def add(scored: Any, ids: Iterable[str], who: Any) -> None:
    """Let the scorer's article know entities that no mention is of."""
    lex = lexicon.load()
    for e in sorted(set(ids) - set(scored.entities)):
        if e in who.entities or lex.entity(e) is not None:
            scored.entities[e] = json.loads(json.dumps(_plain(_entity(e, who, lex, []))))


def spans(event: dict, text: Text) -> list[tuple[int, int]]:
    """The tokens of an event's anchor, wherever its words stand."""
    words = event["anchor"].split()
    found = re.finditer(r"\s+".join(map(re.escape, words)), text.raw) if words else ()
    return [(text.token_at(m.start()), text.token_at(m.end() - 1) + 1) for m in found]


def told(name: str) -> Iterator[Told]:
    """The rows of a set (more, dev), in the order of its articles."""
    score = scorer()
    for reader, scored, events in read(name):
        article, text, parts = reader.article, reader.text, reader.clauses
        for event in events:
            side = {
                s: [
                    e
                    for x in event[s]
                    for e in sorted(scored.entities)
                    if scored.is_actor(x["name"], x.get("country"), e)
                ]
                for s in ("actors", "recipients")
            }
            found = _at(event, text, parts)
            if found is None:
                continue
            k, row = found
            clause = parts[k]
            light = reader._light(clause, row) if clause.kind == "noun" else None
            more = [parts[light[0]]] if light is not None else []
            yield Told(
                article,
                reader,
                event,
                k,
                clause,
                row,
                stated(clause, more),
                None,
                more,
                side["actors"],
                side["recipients"],
                "anchor",
                scored,
            )
        for draft, k, clause, row, more, lent in reader.drafts:
            pred = {
                "act": draft.act,
                "actors": draft.actors,
                "recipients": draft.recipients,
                "status": draft.status,
                "date": None,
                "anchor": text.raw_of(draft.i, draft.j),
            }
            fits = sorted(((scored.event_fit(e, pred), -n) for n, e in enumerate(events)), reverse=True)
            if not fits or fits[0][0] < 1:
                continue
            event = events[-fits[0][1]]
            if len(fits) > 1 and fits[1][0] > fits[0][0] - 0.15 and events[-fits[1][1]]["date"] != event["date"]:
                continue  # two events fit
            yield Told(
                article,
                reader,
                event,
                k,
                clause,
                row,
                stated(clause, more),
                lent,
                more,
                draft.actors,
                draft.recipients,
                "draft",
                scored,
                draft,
            )
        yield from _reports(article, reader, events, scored, score)


def stated(clause: Clause, more: list[Clause]) -> Clause | None:
    """The verb that states an act: its own, or its light verb."""
    return next((c for c in more if c.kind != "noun"), None) if clause.kind == "noun" else clause


def _reports(article: Any, reader: Any, events: list[dict], scored: Any, score: Any) -> Iterator[Told]:
    merged = merge(reader.trust.trusted(reader.found), reader.country)
    echo(merged, reader.echoes, article.day, reader.country)
    mentions = {(d.act, d.i): (k, clause, row, more, lent) for d, k, clause, row, more, lent in reader.drafts}
    preds = [
        {
            "act": d.act,
            "actors": d.actors,
            "recipients": d.recipients,
            "status": d.status,
            "date": d.date,
            "anchor": reader.text.raw_of(d.i, d.j),
        }
        for d in merged
    ]
    for i, j in score.best_pairs(events, preds, scored.event_fit):
        d = merged[j]
        if (d.act, d.i) in mentions:
            k, clause, row, more, lent = mentions[d.act, d.i]
            yield Told(
                article,
                reader,
                events[i],
                k,
                clause,
                row,
                stated(clause, more),
                lent,
                more,
                d.actors,
                d.recipients,
                "report",
                scored,
                d,
            )


def _plain(reading: Any) -> Any:
    import msgspec

    return msgspec.to_builtins(reading)


def _at(event: dict, text: Text, parts: list[Clause]) -> tuple[int, Act] | None:
    """The clause at the event's anchor, and its row of the event's act (one is made up where no table knows the word)."""
    best: tuple[tuple, int, Act] | None = None
    for n, (a, b) in enumerate(spans(event, text)):
        for k, c in enumerate(parts):
            if c.i < b and a < c.j:
                rows = [acts()[r] for r in c.rows if r[0] in ("act", "noun") and acts()[r].act == event["act"]]
                row = (
                    rows[0]
                    if rows
                    else Act(f"act:{event['act']}_any", event["act"], None, next(iter(frames().values())), ())
                )
                rank = (not rows, not c.rows, n, c.kind == "noun", k)
                if best is None or rank < best[0]:
                    best = (rank, k, row)
    return (best[1], best[2]) if best is not None else None
