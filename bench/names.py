"""Speed of names alone, and of loading the compiled lexicon: MB of UTF-8 a second and milliseconds, of processor time.

`bench/names.py [CORPUS.jsonl.gz] [N]`

Three figures for names: `first` reads each article once in a fresh process, tables loading included; `known` is the best of two
more rounds over the same articles; both without folding and cutting into words, which every family shares (`text`).
"""

from __future__ import annotations

import gc
import gzip
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "ant-2018.jsonl.gz"
LOADS = 20
LOAD = (
    "import time; from mahdar.lexicon import load; start = time.process_time(); load()['state:RUS']; "
    "print(1000 * (time.process_time() - start))"
)


def loading() -> None:
    """Print how long loading takes in fresh processes, the modules imported already."""
    times = sorted(float(subprocess.run([sys.executable, "-c", LOAD], check=True, capture_output=True).stdout) for _ in range(LOADS))
    print(f"lexicon: {statistics.median(times):.1f} ms, {times[0]:.1f} to {times[-1]:.1f} over {LOADS} loads")


def speed(path: Path, n: int) -> None:
    """Print MB/s of text and of names over every k-th article, n of them."""
    from mahdar.arabic.words import Text
    from mahdar.cli.main import COLLECT
    from mahdar.lexicon import load
    from mahdar.rules import names, times

    with gzip.open(path, "rt", encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    articles = articles[:: max(1, len(articles) // n)][:n]
    texts = [(f"{a.get('title') or ''}\n{a['text']}", (a.get("date") or "")[:10] or None, a.get("outlet")) for a in articles]
    size = sum(len(t.encode()) for t, _, _ in texts) / 1e6
    gc.set_threshold(*COLLECT)  # as the command does
    lexicon, clock = load(), time.process_time
    cut: list[float] = []
    read: list[float] = []
    for _ in range(3):
        cut.append(0.0)
        read.append(0.0)
        for written, day, outlet in texts:
            start = clock()
            text = Text(written)
            text.sentences  # noqa: B018  (cut once, here)
            middle = clock()
            cut[-1] += middle - start
            when = times.find(text, day=day, offsets=True)
            start = clock()
            names.read(text, day=day, outlet=outlet, lexicon=lexicon, times=when)
            read[-1] += clock() - start
    print(f"{len(texts)} articles, {size:.2f} MB: text {size / min(cut):.1f} MB/s; ", end="")
    both = min(c + r for c, r in zip(cut, read, strict=True))
    print(f"names {size / read[0]:.2f} MB/s first, {size / min(read[1:]):.2f} known; with text {size / both:.2f}")


if __name__ == "__main__":
    loading()
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    if chosen.exists():
        speed(chosen, int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
    else:
        print(f"{chosen} isn't here: no speed of names")
