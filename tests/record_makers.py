"""Readings made by hand for the record's and linking's tests: our own sentences about true public facts."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from mahdar.lexicon.table import read_table
from mahdar.model import Article, Entity, Mention, Reading, Report, Statement

TABLE = Path(__file__).with_name("record_reports.tsv")
NAMES = Path(__file__).with_name("record_names.tsv")


@lru_cache(maxsize=1)
def entities() -> dict[str, Entity]:
    """The people, states and places the test articles name."""
    out = {}
    for row in read_table(NAMES):
        out[row["id"]] = Entity(
            id=row["id"],
            kind=row["id"].partition(":")[0],
            name=row["name"],
            name_ar=row["name_ar"],
            country=row["country"] or None,
        )
    return out


@lru_cache(maxsize=1)
def readings() -> dict[str, Reading]:
    """One reading an article of the table; each row of the table is one report with its sentence."""
    rows: dict[str, list[dict[str, str]]] = {}
    for row in read_table(TABLE):
        rows.setdefault(row["article"], []).append(row)
    return {a: _reading(a, rs) for a, rs in rows.items()}


def read(article: Article) -> Reading:
    """Stands for the reading of an article: what was made by hand."""
    return readings()[article.id]


def articles() -> list[Article]:
    """The articles, as a caller would give them."""
    return [Article(**{f: getattr(r, f) for f in Article.__struct_fields__}) for r in readings().values()]


def _ids(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _reading(article: str, rows: list[dict[str, str]]) -> Reading:
    text, reports, statements, named = "", [], [], {}
    for n, row in enumerate(rows, 1):
        start = len(text)
        text += row["sentence"] + "\n"
        at = text.index(row["anchor"], start)
        actors, recipients, source = _ids(row["actors"]), _ids(row["recipients"]), _ids(row["source"])
        for i in (*actors, *recipients, *source, *_ids(row["place"])):
            e = entities()[i]
            found = text.find(e.name_ar, start)
            mention = (
                Mention(
                    start=found,
                    end=found + len(e.name_ar),
                    text=e.name_ar,
                    form="name",
                    phrase=(found, found + len(e.name_ar)),
                ),
            )
            named.setdefault(i, []).extend(mention if found >= 0 else ())
        reports.append(
            Report(
                id=f"r{n}",
                act=row["act"],
                status=row["status"],
                start=at,
                end=at + len(row["anchor"]),
                anchor=row["anchor"],
                actors=actors,
                recipients=recipients,
                date=row["date"] or None,
                date_from=row["date_from"] or None,
                place=row["place"] or None,
                source=source,
                salience="lead" if n == 1 else "body",
                evidence=((start, len(text) - 1),),
                why="made by hand",
            )
        )
        if source:
            statements.append(
                Statement(
                    id=f"s{n}", start=start, end=len(text) - 1, kind="indirect", speakers=source[:1], via=source[1:]
                )
            )
    day = rows[0]["day"] or None
    return Reading(
        id=article,
        page=None,
        url=f"https://example.org/{article}",
        outlet=rows[0]["outlet"],
        carrier=None,
        agencies=_ids(rows[0]["agencies"]),
        title=None,
        published=day,
        published_from="metadata" if day else None,
        published_why=None,
        day=day,
        text=text,
        entities=tuple(
            Entity(**{**{f: getattr(entities()[i], f) for f in Entity.__struct_fields__}, "mentions": tuple(ms)})
            for i, ms in named.items()
        ),
        times=(),
        reports=tuple(reports),
        statements=tuple(statements),
    )
