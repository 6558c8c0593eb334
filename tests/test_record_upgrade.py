"""Records of an older format: brought up to date when they are opened, without a word lost; what was called off is
found."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path

import pytest
import record_makers as made

from mahdar import export
from mahdar.building import build
from mahdar.errors import RecordError
from mahdar.record import check, open_record
from mahdar.record import file as record_file
from mahdar.record.file import VERSION

_OLD_EVENTS = (
    "id, act, mode, status, detail, contested, date, precision, first_day, last_day, not_after, place, place_country, "
    "articles, independent_sources, salience, protocol, reviewed, sentence_en, sentence_ar, body"
)


def exported(path: Path) -> str:
    out = io.StringIO()
    with open_record(path) as record:
        export.write(record, "jsonl", out)
    return out.getvalue()


@pytest.fixture
def record(tmp_path) -> Path:
    path = tmp_path / "whole.mahdar"
    build(made.articles(), path, read=made.read, rules="hand")
    return path


def aged(path: Path) -> None:
    """Makes a record of today one of format 1."""
    db = sqlite3.connect(path)
    for view in ("timeline", "quotations", "coverage"):
        db.execute(f"DROP VIEW {view}")
    for table in ("event_countries", "event_articles", "promises"):
        db.execute(f"DROP TABLE {table}")
    db.execute("DROP INDEX articles_outlet")
    db.execute(f"CREATE TABLE old AS SELECT {_OLD_EVENTS} FROM events")
    db.execute("DROP TABLE events")
    db.execute("ALTER TABLE old RENAME TO events")
    db.execute("CREATE TABLE old AS SELECT event, role, entity, country FROM event_parties")
    db.execute("DROP TABLE event_parties")
    db.execute("ALTER TABLE old RENAME TO event_parties")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()


def test_an_older_record_is_brought_up_to_date(record):
    whole = exported(record)
    with open_record(record) as r:
        promised = list(r.promises())
    aged(record)
    assert exported(record) == whole and check(record) == []
    with open_record(record) as r:
        assert r.facts()["format"] == VERSION
        assert promised and list(r.promises()) == promised
        assert r.count(country="RUS") == len(list(r.timeline(country="RUS")))
    done = build(made.articles(), record, read=made.read, rules="hand")
    assert (done.new, done.changed, done.withdrawn) == (0, 0, 0) and exported(record) == whole


def test_an_older_record_that_may_not_be_written_is_refused(record, monkeypatch):
    aged(record)
    before = record.read_bytes()
    monkeypatch.setattr(record_file.os, "access", lambda *_: False)
    with pytest.raises(RecordError, match="older version") as error:
        open_record(record)
    assert error.value.hint and record.read_bytes() == before


def test_cancelled_finds_what_was_held_after_all(record):
    with open_record(record) as r:
        found = list(r.timeline(status="cancelled"))
        assert any(e.status == "held" and any(h.status == "cancelled" for h in e.history) for e in found)
        assert all(any(h.status == "cancelled" for h in e.history) for e in found)
        assert r.count(status="cancelled") == len(found)
        held = {e.id for e in r.timeline(status="held")}
        assert {e.id for e in found} <= held | {e.id for e in found if e.status == "cancelled"}


def test_facets_count_what_the_timeline_shows(record):
    with open_record(record) as r:
        for asked in ({}, {"background": False}, {"who": "Putin"}, {"words": "التقى"}, {"country": "PRK", "act": "meet"}):
            events = list(r.timeline(**asked))
            facets = r.facets(**asked)
            for field in ("status", "act", "mode"):
                told = [getattr(e, field) for e in events if getattr(e, field)]
                counted = {v: told.count(v) for v in told}
                ever = sum(any(h.status == "cancelled" for h in e.history) for e in events)
                if field == "status" and ever:
                    counted["cancelled"] = ever  # what the filter finds: also what was held after all
                assert dict(facets[field]) == counted, (asked, field)
            lands = [c for e in events for c in {w.country for w in (*e.actors, *e.recipients) if w.country}]
            assert dict(facets["country"]) == {c: lands.count(c) for c in lands}, asked
