#!/usr/bin/env python3
"""Linking alone: gold events turned into readings, linked, and scored against gold's links.

links.py [--misses]     needs ../shared/gold (or GOLD); --misses prints pairs, threads and disagreements gone wrong

What `make score` prints of links depends on what was read; this is what linking makes of readings without fault. Gold
was annotated by language models; no human has checked it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("GOLD", ROOT.parent / "shared" / "gold"))
if GOLD.is_dir():
    sys.path.insert(0, str(GOLD))

from mahdar.arabic.words import Text  # noqa: E402
from mahdar.lexicon import load  # noqa: E402
from mahdar.linking.link import link  # noqa: E402
from mahdar.linking.marks import marks, told  # noqa: E402
from mahdar.model import Article, Entity, Reading, Report  # noqa: E402
from mahdar.pages import read as cut  # noqa: E402
from mahdar.pages import sources  # noqa: E402
from mahdar.reading import read  # noqa: E402

SECTORS = {"state": "GOV", "institution": "GOV"}
KINDS = {"government": "state", "office": "institution", "other": "group"}


class Maker:
    """Gold events as the reports of a reading."""

    def __init__(self, gold: dict[str, Any], reading: Reading) -> None:
        import score

        self.gold, self.reading = gold, reading
        self.known = score.NAMES
        self.pairs = score.Article(gold, json.loads(msgspec.json.encode(reading)))
        self.ours = {i: reading.reports[j] for i, j in score.match_events(self.pairs)}
        self.entities = {e.id: e for e in reading.entities}
        self.text = Text(reading.text)

    def entity(self, name: str, country: str | None) -> str:
        """The reading's entity of a gold name; a new one where the reading has none."""
        for want in ("person", "state", "institution", "organization", "group", "unnamed", "place", "agency", "outlet"):
            for i, e in self.entities.items():
                if e.kind == want and self.pairs.is_actor(name, country, i) and _specific(name, e, self.known):
                    return i
        kind = self.known.get(name, {}).get("kind")
        person = any(p["name"] == name for p in self.gold["people"])
        kind = "person" if person else KINDS.get(kind or "other", kind or "group")
        new = f"{kind}:{country or ''}:{'-'.join(name.casefold().split())}"
        if kind == "state" and country:
            new = f"state:{country}"
        self.entities.setdefault(new, Entity(id=new, kind=kind, name=name, country=country, sector=SECTORS.get(kind)))
        return new

    def place(self, name: str, country: str | None) -> str:
        for i, e in self.entities.items():
            if e.name == name and e.kind in ("place", "state"):
                return i
        new = f"place:{'-'.join(name.casefold().split())}"
        self.entities.setdefault(new, Entity(id=new, kind="place", name=name, country=country))
        return new

    def report(self, n: int, e: dict[str, Any]) -> Report:
        ours = self.ours.get(n)
        m = re.search(r"\s+".join(map(re.escape, e["anchor"].split())), self.reading.text)
        start, end = m.span() if m else (ours.start, ours.end) if ours else (0, 1)
        at = self.text.token_at(start)
        i, j = next(((i, j) for i, j in self.text.sentences if i <= at < j), (at, at + 1))
        passage = (self.text.starts[i], self.text.ends[j - 1])
        return Report(
            id=f"r{n + 1}", act=e["act"], status=e["status"], start=start, end=end, anchor=self.reading.text[start:end],
            mode=ours.mode if ours else None, detail=ours.detail if ours else None,
            actors=tuple(dict.fromkeys(self.entity(x["name"], x.get("country")) for x in e["actors"])),
            recipients=tuple(dict.fromkeys(self.entity(x["name"], x.get("country")) for x in e["recipients"])),
            date=e["date"], date_from=e["date_from"],
            place=self.place(e["place"], e.get("place_country")) if e["place"] else None,
            source=tuple(dict.fromkeys(self.entity(s, None) for s in e["source"])),
            object=ours.object if ours else None, salience=ours.salience if ours else "body", evidence=(passage,),
        )  # fmt: skip

    def made(self) -> Reading:
        """The reading with gold's events for its reports."""
        reports = tuple(self.report(n, e) for n, e in enumerate(self.gold["events"]))
        return msgspec.structs.replace(self.reading, reports=reports, entities=tuple(self.entities.values()))


def _specific(name: str, e: Entity, known: dict[str, Any]) -> bool:
    """A government isn't any organ of it."""
    if e.kind != "institution":
        return True
    names = {name, *known.get(name, {}).get("aliases", [])}
    return e.name in names


def readings(golds: dict[str, dict[str, Any]]) -> list[Reading]:
    """What is read in every gold article and page, with gold's events in place of ours."""
    lexicon = load(())
    out = []
    for path in ("pages/raw", "dev/articles.jsonl"):
        for item in sources([str(GOLD / path)]):
            articles = [item] if isinstance(item, Article) else cut(item)  # type: ignore[arg-type]
            for a in articles:
                if a.id in golds:
                    out.append(Maker(golds[a.id], read(a, lexicon)).made())
    return out


def main() -> None:
    if not GOLD.is_dir():
        print(f"no gold in {GOLD}: nothing to measure")
        return
    import score

    score.load_names(GOLD / "names.json", None)
    files = [GOLD / "dev" / "gold.json", GOLD / "pages" / "gold.json"]
    golds = {g["id"]: g for f in files for g in json.loads(f.read_text(encoding="utf-8"))}
    made = readings(golds)
    linked = link([told(r, marks(r)) for r in made])
    with tempfile.TemporaryDirectory() as folder:
        given, events = Path(folder) / "readings.jsonl", Path(folder) / "events.jsonl"
        given.write_bytes(b"\n".join(msgspec.json.encode(r) for r in made))
        events.write_bytes(b"\n".join(msgspec.json.encode(e) for e in linked.events))
        command = [sys.executable, GOLD / "score_links.py", GOLD / "links.json", *files, given, events]
        subprocess.run([str(c) for c in command], check=True)
    if "--misses" in sys.argv:
        misses(golds, linked.events)


def misses(golds: dict[str, dict[str, Any]], events: list[Any]) -> None:
    """Prints what differs from gold's links."""
    links = json.loads((GOLD / "links.json").read_text(encoding="utf-8"))
    number = {(a, e["id"]): f"r{n + 1}" for a, g in golds.items() for n, e in enumerate(g["events"])}
    what = {(a, e["id"]): e for a, g in golds.items() for e in g["events"]}
    home = {(t.article, t.report): e for e in events for t in e.reports}
    key_of = {tuple(m): e["key"] for e in links["events"] for m in e["members"]}

    def line(m: tuple[str, str]) -> str:
        e = what[m]
        sides = " + ".join(x["name"] for x in e["actors"]), " + ".join(x["name"] for x in e["recipients"])
        return f"{m[0]} {m[1]} {e['act']}/{e['status']} {sides[0]} → {sides[1]} {e['date']} {e['date_from'] or ''} «{e['anchor']}»"

    by_event: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for m in number:
        if e := home.get((m[0], number[m])):
            by_event[e.id].append(m)
    for e in links["events"]:
        here: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for m in map(tuple, e["members"]):
            if m in number:
                here[home[m[0], number[m]].id].append(m)
        if len(here) > 1:
            print(f"\nSPLIT {e['key']}")
            for i, ms in here.items():
                print(f"  {i}", *(f"    {line(m)}" for m in ms), sep="\n")
    for i, ms in by_event.items():
        keys = Counter(key_of.get(m, m) for m in ms)
        if len(keys) > 1:
            print(f"\nMERGED {i}")
            for m in ms:
                print(f"    [{key_of.get(m, 'alone')}] {line(m)}")
    best = {}
    for e in links["events"]:
        best[e["key"]] = Counter(home[m[0], number[m]].id for m in map(tuple, e["members"]) if m in number).most_common(1)[0][0]
    ids = {e.id: e for e in events}
    for t in links["threads"]:
        a, b = ids[best[t["from"]]], ids[best[t["to"]]]
        if not any(x.event == b.id and x.relation == t["relation"] for x in a.thread):
            print(f"\nTHREAD {t['from']} {t['relation']} {t['to']}\n   {a.sentence.en}\n   {b.sentence.en}")
            print("   it has", [(x.relation, ids[x.event].sentence.en) for x in a.thread])
    for d in links["disagreements"]:
        e = ids[best[d["key"]]]
        print(f"\nDISAGREEMENT {d['key']} {d['field']} {[v['value'] for v in d['values']]}")
        print("   it has", [(x.field, x.kind, [(v.value, len(v.articles)) for v in x.values]) for x in e.disagreements])
    for e in events:
        for x in e.disagreements:
            print("OURS", x.field, x.kind, [(v.value, len(v.articles)) for v in x.values], e.sentence.en)


if __name__ == "__main__":
    main()
