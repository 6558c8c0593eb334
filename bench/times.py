"""Speed of the times family alone: MB of UTF-8 a second of processor time, folding included.

`bench/times.py [CORPUS.jsonl.gz] [N]`

Side by side with dateparser on our own cases where it happens to be installed.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from pathlib import Path

from mahdar.rules.times import find

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "ant-2018.jsonl.gz"
CASES = ROOT / "src" / "mahdar" / "rules" / "times" / "cases.jsonl"
ROUNDS = 3


def speed(path: Path, n: int) -> None:
    """Print MB/s and times found over the first n articles: the first round, words unseen, and the best of three."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        articles = [json.loads(line) for _, line in zip(range(n), file, strict=False)]
    texts = [(f"{a.get('title') or ''}\n{a['text']}", (a.get("date") or "")[:10] or None) for a in articles]
    size = sum(len(t.encode()) for t, _ in texts)
    rounds, found = [], 0
    for _ in range(ROUNDS):
        start = time.process_time()
        found = sum(len(find(t, day=d)) for t, d in texts)
        rounds.append(time.process_time() - start)
    best = min(rounds)
    seen, first = size / best / 1e6, size / rounds[0] / 1e6
    print(f"{len(texts)} articles, {size / 1e6:.2f} MB, {found} times: {seen:.1f} MB/s ({first:.1f} at first sight), ", end="")
    print(f"{best / len(texts) * 1e3:.2f} ms an article")


def side_by_side() -> None:
    """Right values on our own single-day cases: ours and dateparser's."""
    try:
        from dateparser import parse
    except ImportError:
        print("dateparser isn't installed: no side by side")
        return
    from datetime import datetime

    cases = [
        c
        for c in map(json.loads, CASES.read_text(encoding="utf-8").splitlines())
        if len(c["expect"]) == 1 and len(c["expect"][0][1] or "") == 10 and c.get("day")
    ]
    ours = theirs = 0
    for c in cases:
        words, value = c["expect"][0]
        ours += any(t.value == value for t in find(words, day=c["day"]))
        got = parse(words, languages=["ar"], settings={"RELATIVE_BASE": datetime.fromisoformat(c["day"])})
        theirs += bool(got) and got.date().isoformat() == value
    print(f"{len(cases)} expressions of one day from our cases: ours {ours}, dateparser {theirs}")


if __name__ == "__main__":
    speed(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS, int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
    side_by_side()
