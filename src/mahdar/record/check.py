"""Is a record sound? The file's own integrity, and that every fact still leads to its words."""

from __future__ import annotations

import os

from ..errors import RecordError
from .file import connect, translated
from .pack import unpack_reading

#: how many faults of a kind are named
SHOWN = 5

_ORPHANS = {
    "reports of events without the article": """
        SELECT article || ' ' || report FROM event_reports WHERE article NOT IN (SELECT id FROM articles)""",
    "reports in no event": """
        SELECT a.id || ' ' || r.id FROM reports r JOIN articles a ON a.key = r.article
        LEFT JOIN event_reports x ON x.article = a.id AND x.report = r.id
        WHERE x.event IS NULL AND NOT EXISTS (SELECT 1 FROM rulings WHERE kind = 'reject')""",
    "threads to events that aren't there": """
        SELECT event || ' → ' || other FROM threads WHERE other NOT IN (SELECT id FROM events)""",
    "old ids that lead nowhere": """
        SELECT id FROM aliases WHERE kind = 'event' AND stands_for <> '' AND stands_for NOT IN (SELECT id FROM events)""",
    "evidence outside its text": """
        SELECT v.article || ' ' || v.report FROM evidence v JOIN articles a ON a.id = v.article
        WHERE v.start < 0 OR v."end" > length(a.text) OR v.start >= v."end" """,
    "articles that search doesn't know": "SELECT id FROM articles WHERE key NOT IN (SELECT id FROM search_docsize)",
}


def check(path: str | os.PathLike[str]) -> list[str]:
    """The faults of a record in words; an empty list for a sound one.

    Errors: RecordError for a file that isn't a record or can't be opened.
    """
    faults = []
    db = connect(path)
    try:
        with translated(path):
            try:
                faults += [f"the file: {row}" for (row,) in db.execute("PRAGMA integrity_check(20)") if row != "ok"]
            except Exception as error:  # whatever a damaged file makes the database say is a fault to report
                return [f"the file: {error}"]
            if faults:
                return faults
            row = db.execute("SELECT value FROM facts WHERE name = 'linked'").fetchone()
            if row is None or row[0] != "yes":
                faults.append(
                    "a build was interrupted: articles are stored that no event tells of yet (build again "
                    "with the same pages)"
                )
                orphans = {k: v for k, v in _ORPHANS.items() if "in no event" not in k}
            else:
                orphans = _ORPHANS
            for name, sql in orphans.items():
                found = [str(x) for (x,) in db.execute(f"{sql} LIMIT {SHOWN + 1}")]
                if found:
                    faults.append(f"{name}: {', '.join(found[:SHOWN])}{' …' if len(found) > SHOWN else ''}")
            bad = []
            for id_, text, blob in db.execute("SELECT id, text, reading FROM articles ORDER BY id"):
                try:
                    reading = unpack_reading(blob, id_, text)
                    if any(text[r.start : r.end] != r.anchor and r.anchor for r in reading.reports):
                        bad.append(id_)
                except Exception as error:  # a blob that can't be unpacked is a fault to report, not to stop at
                    bad.append(f"{id_} ({error})")
            if bad:
                faults.append(
                    f"readings that don't fit their text: {', '.join(bad[:SHOWN])}{' …' if len(bad) > SHOWN else ''}"
                )
    except RecordError as error:
        faults.append(str(error))
    finally:
        db.close()
    return faults
