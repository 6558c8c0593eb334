"""Rulings: what people decided about the record; kept apart from what was read, applied again on every build.

They are only ever added; undoing one is a ruling too. As JSONL they can be shared, and taken in again without doubling.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from datetime import date
from hashlib import blake2b

import msgspec

from ..errors import RecordError, UsageError
from ..linking.days import days
from ..linking.ruled import FIELDS, Ruling
from .file import building, translated
from .redact import redact
from .write import Writer

#: what each kind needs beside its target
KINDS: dict[str, tuple[str, ...]] = {
    "add": ("start", "end", "act"),  # an act the machine missed, by its words; target: the article
    "confirm": (),  # the event is right
    "comment": ("text",),
    "merge": ("other",),  # with another event
    "split": ("report",),  # a report that belongs elsewhere: ARTICLE#r2
    "correct": ("field", "value"),
    "reject": (),  # an event, or a report: ARTICLE#r2
    "redact": (),  # an article, or its words from start to end
    "undo": (),  # a ruling
}
MAY: dict[str, tuple[str, ...]] = {
    "add": ("status", "actors", "recipients", "date", "place", "mode", "detail"),
    "redact": ("start", "end"),
}


def load(db: sqlite3.Connection) -> list[Ruling]:
    """All rulings in the order they were made, each with its state: active, undone, overridden or gone (its target
    isn't there)."""
    rows = db.execute("SELECT id, number, kind, target, what, who, day, reason FROM rulings ORDER BY number, id")
    found = [
        Ruling(id=i, number=n, kind=k, target=t, what=msgspec.json.decode(w), who=who, day=d, reason=r)
        for i, n, k, t, w, who, d, r in rows
    ]
    states: dict[str, str] = {}
    for r in reversed(found):
        if r.kind == "undo" and states.get(r.id) != "undone":
            states[r.target] = "undone"
    last: dict[tuple[str, str], str] = {}
    for r in found:
        if r.kind == "correct" and states.get(r.id) != "undone":
            key = (str(r.what.get("item", r.target)), str(r.what["field"]))
            if key in last:
                states[last[key]] = "overridden"
            last[key] = r.id
    row = db.execute("SELECT value FROM facts WHERE name = 'idle rulings'").fetchone()
    for i in msgspec.json.decode(row[0]) if row else ():
        states.setdefault(i, "gone")
    return [msgspec.structs.replace(r, state=states.get(r.id, "active")) for r in found]


def rule(
    path: str | os.PathLike[str],
    kind: str,
    target: str,
    *,
    who: str,
    reason: str,
    day: str | None = None,
    apply: bool = True,
    **what: object,
) -> Ruling:
    """Adds a ruling and, with `apply`, links the record anew by it. `day` is today where it isn't given.

    rule("demo.mahdar", "correct", "e12…", who="Amal", reason="dated photograph", field="date", value="2018-05-31")
    Errors: UsageError for an unknown kind, a missing part or a value that can't be; RecordError where the target
    isn't there.
    """
    with building(path):
        writer = Writer(path)
        try:
            made = _made(writer.db, kind, target, who, reason, day or date.today().isoformat(), what)
            _store(writer, [made])
        finally:
            writer.close()
    if apply or kind == "redact":
        _apply(path)
    return made


def export_rulings(db: sqlite3.Connection) -> str:
    """All rulings as JSON lines."""
    return "".join(msgspec.json.encode(msgspec.structs.replace(r, state="active")).decode() + "\n" for r in load(db))


def import_rulings(path: str | os.PathLike[str], lines: Iterable[str], *, apply: bool = True) -> int:
    """Takes in rulings made elsewhere; those the record has are left out. Returns how many were new.

    Errors: UsageError for a line that is no ruling.
    """
    found = []
    for n, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(msgspec.json.decode(line, type=Ruling))
            except msgspec.DecodeError as error:
                raise UsageError(
                    f"not a ruling: {error}", where=f"line {n}", hint="give what mahdar rule export wrote"
                ) from error
    with building(path):
        writer = Writer(path)
        try:
            have = {i for (i,) in writer.db.execute("SELECT id FROM rulings")}
            new = [r for r in found if r.id not in have]
            _store(writer, new)
        finally:
            writer.close()
    if new and apply:
        _apply(path)
    return len(new)


def _apply(path: str | os.PathLike[str]) -> None:
    from ..building import relink_only

    relink_only(path)


def _store(writer: Writer, rulings: list[Ruling]) -> None:
    with translated(writer.path):
        writer.db.execute("BEGIN IMMEDIATE")
        for r in rulings:
            writer.db.execute(
                "INSERT OR IGNORE INTO rulings VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    r.id,
                    r.kind,
                    r.target,
                    msgspec.json.encode(r.what, order="deterministic").decode(),
                    r.who,
                    r.day,
                    r.reason,
                    r.number,
                ),
            )
            if r.kind == "redact":
                redact(writer.db, r.target, r.what.get("start"), r.what.get("end"))
        writer.db.execute("COMMIT")
        if any(r.kind == "redact" for r in rulings):
            writer.db.execute("INSERT INTO search (search) VALUES ('optimize')")
            writer.db.execute("VACUUM")


def _made(
    db: sqlite3.Connection, kind: str, target: str, who: str, reason: str, day: str, what: dict[str, object]
) -> Ruling:
    if kind not in KINDS:
        raise UsageError(f"no ruling {kind}", hint=f"one of {', '.join(KINDS)}")
    if missing := [w for w in KINDS[kind] if what.get(w) in (None, "")]:
        raise UsageError(f"{kind} needs {', '.join(missing)}", hint="mahdar rule --help")
    what = {k: v for k, v in what.items() if v not in (None, "", (), [])}
    if odd := [w for w in what if w not in (*KINDS[kind], *MAY.get(kind, ()))]:
        raise UsageError(f"{kind} takes no {', '.join(odd)}", hint="mahdar rule --help")
    if not who or not reason:
        raise UsageError("a ruling needs who made it and why", hint="--who NAME --reason WORDS")
    if kind == "correct":
        _field(str(what["field"]), str(what["value"]))
    target, items = _target(db, kind, target, what)
    what |= items
    number = db.execute("SELECT coalesce(max(number), 0) + 1 FROM rulings").fetchone()[0]
    body = msgspec.json.encode([kind, target, what, who, day, reason, number], order="deterministic")
    return Ruling(
        id="u" + blake2b(body, digest_size=6).hexdigest(),
        number=number,
        kind=kind,
        target=target,
        what=what,
        who=who,
        day=day,
        reason=reason,
    )


def _field(field: str, value: str) -> None:
    if field not in FIELDS:
        raise UsageError(f"{field} can't be corrected", hint=f"one of {', '.join(FIELDS)}")
    if field == "date" and days(value) is None:
        raise UsageError(f"not a day: {value}", hint="2018-05-31, 2018-05, 2018 or 2018-05-30/2018-05-31")
    if field == "status" and value not in ("held", "planned", "proposed", "cancelled", "denied"):
        raise UsageError(f"no status {value}", hint="held, planned, proposed, cancelled or denied")


def _target(db: sqlite3.Connection, kind: str, target: str, what: dict[str, object]) -> tuple[str, dict[str, object]]:
    """The target as stored, and the reports it stands for, by the ids that survive a new build."""
    if kind == "undo":
        if not db.execute("SELECT 1 FROM rulings WHERE id = ?", (target,)).fetchone():
            raise RecordError(f"no ruling {target}", hint="mahdar rule list shows them")
        return target, {}
    if kind in ("add", "redact"):
        row = db.execute("SELECT length(text) FROM articles WHERE id = ?", (target,)).fetchone()
        if row is None:
            raise RecordError(f"no article {target}", hint="mahdar search finds articles")
        if "start" in what and not 0 <= int(str(what["start"])) < int(str(what.get("end", 0))) <= row[0]:
            raise UsageError(
                f"no words from {what['start']} to {what.get('end')}",
                where=target,
                hint=f"the text has {row[0]} letters",
            )
        return target, {}
    found: dict[str, object] = {"item": _item(db, target)}
    if kind == "merge":
        found["with"] = _item(db, str(what["other"]))
    if kind == "split":
        found["part"] = _item(db, str(what["report"]))
    return target, found


def _item(db: sqlite3.Connection, target: str) -> str:
    """The lasting id of an event or of a report (ARTICLE#r2)."""
    article, mark, report = target.rpartition("#")
    if mark and report[:1] in ("r", "h") and report[1:].isdigit():
        row = db.execute(
            "SELECT item FROM event_reports WHERE article = ? AND report = ?", (article, report)
        ).fetchone()
        if row is None:
            raise RecordError(
                f"no report {target} in any event", hint="mahdar show EVENT lists the reports of an event"
            )
        return row[0]
    row = db.execute(
        "SELECT id FROM events WHERE id = ?1 UNION SELECT stands_for FROM aliases WHERE id = ?1 AND kind = 'event'",
        (target,),
    ).fetchone()
    if row is None:
        raise RecordError(f"no event {target}", hint="mahdar timeline lists the events with their ids")
    return row[0]
