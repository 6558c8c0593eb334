"""Redaction: words taken out of an article wherever the record has them."""

from __future__ import annotations

import sqlite3
from zlib import compress

import msgspec

from ..arabic.letters import fold
from ..linking.marks import marks
from ..model import Mention, Reading
from .pack import encode, unpack_reading

#: what stands where words were taken out; as long as they were, so that offsets stay
BLOCK = "█"


def redact(db: sqlite3.Connection, article: str, start: object = None, end: object = None) -> bool:
    """Takes the words from start to end (all of them by default) out of an article's text, title, reading and
    search index.

    Returns whether the record has the article.
    """
    row = db.execute("SELECT key, title, text, reading FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        return False
    key, title, text, blob = row
    a, b = (0, len(text)) if start is None else (int(str(start)), int(str(end)))
    new = text[:a] + "".join(c if c in "\n " else BLOCK for c in text[a:b]) + text[b:]
    head = new[: len(title)] if title and text.startswith(title) else title
    db.execute(
        "INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?, ?, ?)",
        (key, fold(title or ""), fold(_body(title, text))),
    )
    db.execute(
        "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", (key, fold(head or ""), fold(_body(head, new)))
    )
    reading = _redacted(unpack_reading(blob, article, new), new, head)
    db.execute(
        "UPDATE articles SET title = ?, text = ?, reading = ?, marks = ? WHERE key = ?",
        (head, new, compress(encode(msgspec.structs.replace(reading, text=""))), compress(encode(marks(reading))), key),
    )
    for table, kept in (("reports", reading.reports), ("statements", reading.statements)):
        ids = {x.id for x in kept}
        for (i,) in db.execute(f"SELECT id FROM {table} WHERE article = ?", (key,)).fetchall():
            if i not in ids:
                db.execute(f"DELETE FROM {table} WHERE article = ? AND id = ?", (key, i))
    db.execute(
        "DELETE FROM speakers WHERE article = ?1 AND statement NOT IN (SELECT id FROM statements WHERE article = ?1)",
        (key,),
    )
    return True


def _body(title: str | None, text: str) -> str:
    return text[len(title) + 1 :] if title and text.startswith(title) else text


def _redacted(r: Reading, text: str, title: str | None) -> Reading:
    """The reading of the text that is left: what it named, timed and quoted follows the text."""
    entities = tuple(
        msgspec.structs.replace(
            e,
            mentions=tuple(
                Mention(start=m.start, end=m.end, text=text[m.start : m.end], form=m.form, phrase=m.phrase)
                for m in e.mentions
            ),
        )
        for e in r.entities
    )
    hidden = {e.id for e in entities if e.mentions and all(BLOCK in m.text for m in e.mentions)}
    return msgspec.structs.replace(
        r,
        text=text,
        title=title,
        cuts=(),
        entities=tuple(
            msgspec.structs.replace(e, name=BLOCK, name_ar=None, why=None) if _private(e.id) and e.id in hidden else e
            for e in entities
        ),
        times=tuple(
            msgspec.structs.replace(t, text=text[t.start : t.end])
            for t in r.times
            if BLOCK not in text[t.start : t.end]
        ),
        reports=tuple(
            msgspec.structs.replace(
                x, anchor=text[x.start : x.end], why="" if BLOCK in text[x.start : x.end] else x.why
            )
            for x in r.reports
            if BLOCK not in text[x.start : x.end]
        ),
        statements=tuple(s for s in r.statements if BLOCK not in text[s.start : s.end]),
    )


def _private(entity: str) -> bool:
    """May the entity's own name tell what was taken out?"""
    return entity.startswith(("person:", "unnamed:"))
