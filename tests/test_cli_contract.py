"""What `mahdar read` prints keeps its contract, on the example pages and on pages that were damaged at random (seeded)."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(p for p in (ROOT / "examples" / "pages").rglob("*") if p.is_file())
FIELDS = {
    "": ["id", "page", "url", "outlet", "carrier", "agencies", "title", "published", "published_from", "text", "entities",
         "times", "reports", "statements"],
    "entities": ["id", "wikidata", "kind", "name", "name_ar", "country", "sector", "office", "mentions"],
    "times": ["start", "end", "text", "value", "why"],
    "reports": ["id", "act", "mode", "status", "detail", "actors", "recipients", "date", "date_from", "place", "source",
                "object", "about", "salience", "start", "end", "anchor", "evidence", "why", "plover"],
    "statements": ["id", "speakers", "via", "channel", "kind", "start", "end"],
}  # fmt: skip
JUNK = ("\u202e", "«", "<div>", "\n", "\u0640" * 50, "12 / ", '"', " أ. ف. ب. ", "</p>", "\u0651", "قال ", "و", "0" * 40)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A page with letters changed, lost, doubled and strewn in."""
    page = bytearray(data)
    for _ in range(chance.randint(1, 60)):
        at = chance.randrange(len(page) or 1)
        kind = chance.randint(0, 4)
        if kind == 0 and page:
            page[at] = chance.randrange(256)
        elif kind == 1:
            del page[at : at + chance.randint(1, 200)]
        elif kind == 2:
            page[at:at] = page[chance.randrange(len(page) or 1) :][: chance.randint(1, 300)]
        elif kind == 3:
            page[at:at] = chance.choice(JUNK).encode() * chance.randint(1, 20)
        else:
            page[at:at] = chance.choice([b"\x00", b"\xff\xfe", b"&#x202e;", b"&#1;"])
    return bytes(page) or b"x"


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> list[dict]:
    """The readings of all example pages and of eighty damaged ones."""
    if not PAGES:
        pytest.skip("no example pages")
    folder = tmp_path_factory.mktemp("contract")
    chance = random.Random(5)
    for n in range(80):
        path = chance.choice(PAGES)
        (folder / f"{n:02}{path.suffix}").write_bytes(damaged(path.read_bytes(), chance))
    command = [sys.executable, "-m", "mahdar", "read", str(ROOT / "examples" / "pages"), str(folder), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, timeout=200)
    assert done.returncode in (0, 3) and b"internal error" not in done.stderr, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_field_is_there(readings: list[dict]) -> None:
    assert len(readings) > len(PAGES)
    for r in readings:
        assert not [f for f in FIELDS[""] if f not in r]
        for part in ("entities", "times", "reports", "statements"):
            for x in r[part]:
                assert not [f for f in FIELDS[part] if f not in x], (r["id"], part)


def test_offsets_point_at_the_words(readings: list[dict]) -> None:
    for r in readings:
        text = r["text"]
        assert not r["title"] or text.startswith(r["title"] + "\n") or text == r["title"], r["id"]
        for e in r["entities"]:
            for m in e["mentions"]:
                assert text[m["start"] : m["end"]] == m["text"]
                assert 0 <= m["phrase"][0] <= m["start"] < m["end"] <= m["phrase"][1] <= len(text)
        for t in r["times"]:
            assert text[t["start"] : t["end"]] == t["text"] and t["text"]
        for x in r["reports"]:
            assert text[x["start"] : x["end"]] == x["anchor"] and x["anchor"]
            assert x["evidence"] and all(0 <= a < b <= len(text) for a, b in x["evidence"])
        for s in r["statements"]:
            assert 0 <= s["start"] < s["end"] <= len(text)


def test_ids_are_those_of_the_article(readings: list[dict]) -> None:
    for r in readings:
        known = {e["id"] for e in r["entities"]}
        assert len(known) == len(r["entities"])
        for x in r["reports"]:
            named = {*x["actors"], *x["recipients"], *x["source"], *x["about"], *filter(None, [x["place"]])}
            assert named <= known, (r["id"], x["id"], named - known)
            assert x["status"] in ("held", "planned", "proposed", "cancelled", "denied") and x["plover"]
            assert x["salience"] in ("title", "lead", "body", "background")
            assert (x["date"] is None) == (x["date_from"] is None)
        for s in r["statements"]:
            assert {*s["speakers"], *s["via"]} <= known and s["kind"] in ("direct", "indirect")
