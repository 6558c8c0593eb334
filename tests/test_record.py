"""The record: the same events in any order, in any batches, with any number of workers, killed and resumed."""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
import record_makers as made

from mahdar import export
from mahdar.building import build
from mahdar.errors import RecordError, UsageError
from mahdar.explaining import explain
from mahdar.record import check, open_record
from mahdar.record.file import VERSION

HERE = Path(__file__).parent


def exported(path: Path, format: str = "jsonl") -> str:
    out = io.StringIO()
    with open_record(path) as record:
        export.write(record, format, out)
    return out.getvalue()


def built(path: Path, articles=None, **more):
    return build(made.articles() if articles is None else articles, path, read=made.read, rules="hand", **more)


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("record") / "whole.mahdar"
    done = built(path)
    assert done.articles == len(made.articles()) and not done.failed
    return path


def test_sound(record):
    assert check(record) == []


def test_order_and_batches_never_show(record, tmp_path):
    whole = exported(record)
    for seed in range(6):
        chance = random.Random(seed)
        articles = made.articles()
        chance.shuffle(articles)
        path = tmp_path / f"{seed}.mahdar"
        while articles:
            n = chance.randint(1, 6)
            built(path, articles[:n])
            articles = articles[n:]
        assert exported(path) == whole
        assert check(path) == []


def test_workers_never_show(record, tmp_path):
    path = tmp_path / "two.mahdar"
    built(path, jobs=2)
    assert exported(path) == exported(record)


def test_again_adds_nothing(record):
    before = exported(record)
    done = built(record)
    assert (done.added, done.new, done.changed, done.withdrawn) == (0, 0, 0, 0)
    assert done.known == len(made.articles())
    assert exported(record) == before


def test_old_ids_resolve(tmp_path):
    path = tmp_path / "grown.mahdar"
    seen = set()
    for article in sorted(made.articles(), key=lambda a: a.day, reverse=True):
        built(path, [article])
        with open_record(path) as r:
            seen |= {e.id for e in r.timeline()}
            for id_ in seen:
                r.event(id_)


def test_killed_builds_resume(record, tmp_path):
    whole = exported(record)
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r}); import record_makers as m; from mahdar.building import build\n"
        "build(m.articles(), sys.argv[1], read=m.read, rules='hand')"
    )
    chance = random.Random(7)
    path = tmp_path / "killed.mahdar"
    for _ in range(6):
        run = subprocess.Popen([sys.executable, "-c", code, str(path)], stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.02, 0.5))
        run.send_signal(signal.SIGKILL)
        run.wait()
    built(path)
    assert exported(path) == whole
    assert check(path) == []
    with open_record(path) as r:
        assert r.facts()["articles"] == len(made.articles())


def test_killed_before_the_first_commit(tmp_path):
    """A journal still to be rolled back: what a build leaves that is killed while it makes the file."""
    live, path = tmp_path / "live.mahdar", tmp_path / "killed.mahdar"
    with sqlite3.connect(live, isolation_level=None) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("CREATE TABLE before (x)")
        db.execute("BEGIN IMMEDIATE")
        for n in range(500):
            db.execute("INSERT INTO before VALUES (?)", (f"{n}" * 500,))
        for end in ("", "-journal"):
            shutil.copy(f"{live}{end}", f"{path}{end}")
        db.execute("ROLLBACK")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True).execute("SELECT * FROM before").fetchone()
    with pytest.raises(RecordError, match="another program's database"):
        open_record(path)
    assert not Path(f"{path}-journal").exists()


def test_one_build_at_a_time(tmp_path):
    path = tmp_path / "busy.mahdar"

    def while_building(stage, done, total):
        with pytest.raises(RecordError, match="another build"):
            built(path)

    built(path, progress=while_building)
    assert not Path(f"{path}.building").exists()


def test_reading_while_building(tmp_path):
    path = tmp_path / "read.mahdar"
    built(path, made.articles()[:3])
    counts = []

    def look(stage, done, total):
        with open_record(path) as r:
            counts.append(r.count())

    built(path, progress=look)
    assert counts and all(counts)


@pytest.mark.parametrize("bytes_", [b"", b"not a database at all, only words", b"\x00\x01\x02" * 999])
def test_files_that_are_no_records(tmp_path, bytes_):
    path = tmp_path / "odd.mahdar"
    path.write_bytes(bytes_)
    with pytest.raises(RecordError) as error:
        open_record(path)
    assert str(path) in str(error.value) and error.value.hint


def test_other_databases_newer_records_and_missing_ones(tmp_path, record):
    other = tmp_path / "other.db"
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE t (a)")
    db.close()
    with pytest.raises(RecordError, match="another program's"):
        open_record(other)
    with pytest.raises(RecordError, match="another program's"):
        built(other)
    newer = tmp_path / "newer.mahdar"
    newer.write_bytes(record.read_bytes())
    db = sqlite3.connect(newer)
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.commit()
    db.close()
    with pytest.raises(RecordError, match="newer version"):
        open_record(newer)
    with pytest.raises(RecordError, match="no such record"):
        open_record(tmp_path / "nothing.mahdar")
    with pytest.raises(RecordError, match="folder"):
        open_record(tmp_path)


def test_a_damaged_record_says_so(tmp_path, record):
    path = tmp_path / "damaged.mahdar"
    data = bytearray(record.read_bytes())
    for at in range(4096, len(data), 4096):
        data[at : at + 600] = b"\xff" * len(data[at : at + 600])
    path.write_bytes(data)
    faults = []
    try:
        faults = check(path)
    except RecordError as error:
        faults = [str(error)]
    assert faults


def test_no_disk_left(tmp_path, monkeypatch):
    path = tmp_path / "full.mahdar"
    built(path, made.articles()[:2])
    before = exported(path)
    from mahdar.record import write

    real = write.connect

    def small(*args, **more):
        db = real(*args, **more)
        db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
        return db

    monkeypatch.setattr(write, "connect", small)
    with pytest.raises(RecordError, match="disk is full"):
        built(path)
    monkeypatch.undo()
    assert exported(path) == before
    assert check(path) == []


def test_two_texts_under_one_id(tmp_path):
    article = made.articles()[0]
    import msgspec

    other = msgspec.structs.replace(article, text=article.text.replace("31", "30"))
    found = []
    for n, order in enumerate(([article, other], [other, article])):
        path = tmp_path / f"{n}.mahdar"
        for a in order:
            build([a], path, read=lambda x: msgspec.structs.replace(made.read(x), text=x.text), rules="hand")
        with open_record(path) as r:
            found.append(sorted(r.articles()))
            assert {r.article(i).text for i in r.articles()} == {article.text, other.text}
    assert found[0] == found[1] and len(found[0]) == 2 and article.id in found[0]


def test_newer_rules_read_again(tmp_path):
    path = tmp_path / "rules.mahdar"
    built(path)
    with open_record(path) as r:
        old = [e.id for e in r.timeline()]
    import msgspec

    def otherwise(article):
        r = made.read(article)
        return msgspec.structs.replace(
            r, reports=tuple(msgspec.structs.replace(x, start=x.start + 1) for x in r.reports)
        )

    done = build([], path, read=otherwise, rules="newer")
    assert done.added == len(made.articles())
    with open_record(path) as r:
        assert not {e.id for e in r.timeline()} & set(old)
        for id_ in old:
            assert r.event(id_).id not in old


def test_timeline_filters(record):
    with open_record(record) as r:

        def ids(**f):
            return [e.sentence.en for e in r.timeline(**f)]

        assert ids(who="لافروف") == [] and len(ids(who="سيرغي لافروف", act="meet")) == 2
        assert ids(who="person:kim", place="Pyongyang", since="2024") == [
            "Kim Jong Un met Vladimir Putin in Pyongyang on 19 June 2024."
        ]
        assert len(ids(country="gbr")) == 2 and len(ids(status="denied")) == 0
        assert len(ids(since="2018-06", until="2018-06")) == 1
        assert len(ids(words='"23 دبلوماسيا"')) == 2
        assert ids(source="White House", act="aid")[0].startswith("North Korea gave aid to Russia")
        assert ids(who=["Putin", "Trump"]) == ["Vladimir Putin met Donald Trump in Helsinki on 16 July 2018."]
        assert len(ids(country=["GBR", "RUS"])) == 2 and not ids(country=["GBR", "PRK"])
        assert r.count(act="meet") == len(ids(act="meet")) == dict(r.facets()["act"])["meet"]
        assert sum(n for *_, n in r.density()) == r.count()
        with pytest.raises(UsageError):
            ids(since="yesterday")


def test_lookups(record):
    with open_record(record) as r:
        (lavrov,) = r.entity("لافروف") or r.entity("سيرغي لافروف")
        assert lavrov.name == "Sergey Lavrov" and lavrov.events >= 3
        hits = r.search('"كيم جونغ" سنغاف*')
        assert {h.article for h in hits} >= {"fourth", "fifth"} and all(
            "سنغاف" in h.words or "كيم" in h.words for h in hits
        )
        assert [q.words for q in r.quotes(who="White House", since="2023-10")] == [
            made.readings()["thirteenth"].text.strip()
        ]
        assert r.coverage().gaps[0] == ("2018-04", "2018-04")
        states = {p.event.sentence.en: p.state for p in r.promises()}
        assert (
            states[
                "Sergey Lavrov invited Kim Jong Un in Pyongyang on 31 May 2018, according to the Russian "
                "Foreign Ministry."
            ]
            == "open"
        )
        with pytest.raises(RecordError, match="no event"):
            r.event("e0")
        with pytest.raises(RecordError, match="no article"):
            r.article("none")
        with pytest.raises(UsageError):
            r.search("...")


def test_explanations(record):
    with open_record(record) as r:
        event = next(r.timeline(place="Singapore"))
        text = explain(r, event.id).text()
        assert "cancelled" in text and "independent" in text and "القمة" in text
        assert "made by hand" in explain(r, "second#r2").text()
        with pytest.raises(RecordError):
            explain(r, "second#r99")


def test_changes(tmp_path):
    path = tmp_path / "news.mahdar"
    built(path, [a for a in made.articles() if a.id == "first"])
    built(path, [a for a in made.articles() if a.id == "second"])
    with open_record(path) as r:
        found = r.changes()
        assert [c.what for c in found if c.kind == "changed"] == ["planned → held; first independent confirmation"]
        assert sum(c.kind == "new" for c in found) == 2
        with pytest.raises(RecordError, match="no build"):
            r.changes(9)


def test_no_lock_is_left_and_no_file_beside(record):
    assert sorted(p.name for p in record.parent.iterdir()) == [record.name]
    assert os.path.getsize(record) > 0


def test_a_failing_reader_costs_one_page(tmp_path):
    path = tmp_path / "faulty.mahdar"

    def read(article):
        if article.id == "third":
            raise IndexError("no such token")
        return made.read(article)

    done = build(made.articles(), path, read=read, rules="hand")
    assert [f.page for f in done.failed] == ["third"] and "IndexError" in done.failed[0].why
    assert done.articles == len(made.articles()) - 1 and check(path) == []
    with open_record(path) as r:
        assert r.failures()[0][0] == "third"


def test_promises(tmp_path):
    path = tmp_path / "plans.mahdar"
    build(
        [a for a in made.articles() if a.id in ("first", "fourth", "fifth", "eighth")],
        path,
        read=made.read,
        rules="hand",
    )
    with open_record(path) as r:
        found = {p.event.sentence.en.split(" in ")[0]: p for p in r.promises()}
        plan = found["Kim Jong Un was to meet Sergey Lavrov"]
        assert plan.state == "overdue" and "no articles of 2018-05-31 to 2018-06-14" in plan.holds
        assert found["A meeting between Donald Trump and Kim Jong Un"].state == "called off"
    built(path)
    with open_record(path) as r:
        states = {(p.event.act, p.event.date): p.state for p in r.promises()}
        assert states["meet", "2018-06-12"] == states["meet", "2018-05-31"] == "carried out"
        assert {p.state for p in r.promises(state="open")} == {"open"}
        every = list(r.promises())
        assert [*r.promises(limit=2), *r.promises(limit=99, offset=2)] == every
        assert r.states() == {s: sum(p.state == s for p in every) for s in sorted({p.state for p in every})}
        assert sorted(p.event.id for p in r.promises(own=True)) == sorted(p.event.id for p in every)
        kim = [p for p in every if any(w.name == "Kim Jong Un" for w in (*p.event.actors, *p.event.recipients))]
        assert kim and list(r.promises(who="كيم جونغ أون")) == kim
        assert {p.event.act for p in r.promises(act="meet")} == {"meet"}
