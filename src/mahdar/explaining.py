"""Why a fact is in the record: the words, the rule, the lexicon rows, and how reports came together."""

from __future__ import annotations

import re
from typing import Any

from .linking.account import Event
from .model import Struct
from .record.read import Record
from .record.views import ReportView

_REPORT = re.compile(r"(?P<article>.+?)[# ](?P<report>[rh]\d+)$")


class Step(Struct):
    """One fact and what it rests on; `words` is what the page says, [start, end) in the article's text."""

    field: str
    value: str
    why: str
    rows: tuple[str, ...] = ()
    article: str | None = None
    start: int | None = None
    end: int | None = None
    words: str | None = None


class Explanation(Struct):
    """The steps behind an event or a report."""

    about: str
    sentence: str
    steps: tuple[Step, ...]

    def text(self) -> str:
        """The explanation for people, one step a paragraph."""
        out = [self.about, self.sentence, ""]
        for s in self.steps:
            out.append(f"{s.field}: {s.value}")
            out.append(f"  why: {s.why}")
            if s.rows:
                out.append(f"  rows: {', '.join(s.rows)}")
            if s.words:
                out.append(f"  words: {s.article} [{s.start}:{s.end}]")
                out.append(f"  {s.words}")
        return "\n".join(out) + "\n"


def explain(record: Record, target: str, report: str | None = None) -> Explanation:
    """The explanation of an event (its id) or of a report ("ARTICLE#r2", or the article's and the report's id).

    For «استقبل كيم جونغ أون سيرغي لافروف» the step `act` names the row of استقبل and the frame that gave its roles.
    Errors: RecordError where there's no such event or report.
    """
    if report is None and (m := _REPORT.match(target)):
        target, report = m["article"], m["report"]
    if report is not None:
        return _report(record.report(target, report))
    return _event(record, record.event(target))


def _report(view: ReportView) -> Explanation:
    r, a = view.report, view.article
    names = {i: f"{e.name} ({i})" for i, e in view.entities.items()}

    def said(ids: tuple[str, ...]) -> str:
        return ", ".join(names.get(i, i) for i in ids) or "nobody named"

    words: dict[str, Any] = {"article": a.id, "start": r.start, "end": r.end, "words": a.text[r.start : r.end]}
    steps = [
        Step(
            field="act",
            value="/".join(x for x in (r.act, r.mode) if x),
            why=r.why or "no rule noted",
            rows=r.rows,
            **words,
        )
    ]
    steps.append(
        Step(field="status", value="/".join(x for x in (r.status, r.detail) if x), why=r.why or "no rule noted")
    )
    for field, ids in (("actors", r.actors), ("recipients", r.recipients), ("source", r.source), ("about", r.about)):
        if ids or field == "actors":
            why = "; ".join(view.entities[i].why or f"{i}: of the lexicon" for i in ids if i in view.entities)
            steps.append(Step(field=field, value=said(ids), why=why or "the words name nobody in this part"))
    if r.place:
        steps.append(Step(field="place", value=names.get(r.place, r.place), why="named in the clause of the act"))
    steps.append(_date(view))
    for start, end in r.evidence:
        steps.append(
            Step(
                field="evidence",
                value=f"[{start}:{end}]",
                why="the passage it was read from",
                article=a.id,
                start=start,
                end=end,
                words=a.text[start:end],
            )
        )
    place = f"{a.outlet or 'outlet not known'}, {a.published or 'undated'}"
    about = f"report {r.id} of {a.id} ({place}), event {view.event or 'none'}"
    return Explanation(
        about=about, sentence=f"{r.act} {r.status}: {said(r.actors)} → {said(r.recipients)}", steps=tuple(steps)
    )


def _date(view: ReportView) -> Step:
    r, a = view.report, view.article
    near = [t for t in a.reading.times if t.value == r.date and any(x <= t.start < y for x, y in r.evidence)]
    near = near or [t for t in a.reading.times if t.value == r.date]
    if r.date is None:
        return Step(
            field="date",
            value="not known",
            why="no time expression belongs to the act, and nothing says it was fresh news",
        )
    if r.date_from == "text" and near:
        t = near[0]
        return Step(field="date", value=r.date, why=t.why, article=a.id, start=t.start, end=t.end, words=t.text)
    return Step(field="date", value=r.date, why=f"inferred from the article's own day ({a.day or 'not known'})")


def _event(record: Record, e: Event) -> Explanation:
    steps = [
        Step(
            field="same event",
            value=f"{len(e.reports)} reports in {e.articles} articles",
            why="; ".join(e.why) or "one report",
        )
    ]
    for h in e.history:
        steps.append(
            Step(
                field="history",
                value=f"{h.status} {h.date or 'undated'}",
                why=f"told by {', '.join(h.articles)}, first on {h.first_reported or 'a day not known'}",
            )
        )
    steps.append(
        Step(field="sources", value=f"{e.independent_sources} independent: {', '.join(e.origins)}", why=e.origins_why)
    )
    for v in e.asserted_by:
        steps.append(
            Step(
                field="asserted by",
                value=f"{v.name} ({v.party})",
                why=f"in {', '.join(v.articles)}" + (f", through {', '.join(v.via)}" if v.via else ""),
            )
        )
    for v in e.denied_by:
        steps.append(Step(field="denied by", value=f"{v.name} ({v.party})", why=f"in {', '.join(v.articles)}"))
    for d in e.disagreements:
        told = "; ".join(f"{v.value} in {', '.join(v.articles)}" for v in d.values)
        steps.append(Step(field="disagreement", value=f"{d.field}: {d.kind}", why=told))
    for t in e.thread:
        steps.append(Step(field="thread", value=f"{t.relation} {t.event}", why=t.why))
    for seen in e.evidence:
        r = record.report(seen.article, seen.report).report
        steps.append(
            Step(
                field="report",
                value=f"{seen.article}#{seen.report}: {r.act} {r.status} {r.date or 'undated'}",
                why=r.why or "no rule noted",
                rows=r.rows,
                article=seen.article,
                start=seen.start,
                end=seen.end,
                words=seen.quote,
            )
        )
    return Explanation(about=f"event {e.id}", sentence=e.sentence.en, steps=tuple(steps))
