#!/usr/bin/env python3
"""How fast the web page answers: `bench/web.py RECORD [N]`. Serves the record on one core and asks for N addresses of each
kind (40), one after another, each once; prints median, p95 and longest in milliseconds of processor time (what an idle
machine would take) and p95 by the clock, and the largest page.

The first page is asked for once before, as a person would; its size is printed without fonts.
"""

from __future__ import annotations

import http.client
import os
import sqlite3
import subprocess
import sys
import time
from urllib.parse import quote

LIMIT = 150.0  # ms
LIMITED = ("timeline", "event", "person", "search")


def addresses(record: str, n: int) -> dict[str, list[str]]:
    """Addresses of each kind, spread over the record."""
    db = sqlite3.connect(f"file:{record}?mode=ro", uri=True)

    def some(sql: str) -> list[str]:
        rows = [r[0] for r in db.execute(sql)]
        return rows[:: max(1, len(rows) // n)][:n]

    people = [r[0] for r in db.execute("SELECT id FROM entities WHERE kind <> 'unnamed' ORDER BY events DESC, id LIMIT ?", (n,))]
    countries = [r[0] for r in db.execute(
        "SELECT country FROM event_parties WHERE country IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 8")]  # fmt: skip
    months = some("SELECT DISTINCT substr(day, 1, 7) FROM articles WHERE day IS NOT NULL ORDER BY 1")
    acts = some("SELECT act FROM events GROUP BY 1 ORDER BY count(*) DESC")
    words = [w for (w,) in db.execute("SELECT name_ar FROM entities WHERE kind IN ('person', 'place', 'state') AND name_ar <> '' "
                                      "ORDER BY events DESC, id LIMIT ?", (n,))]  # fmt: skip
    views = ["", *(f"?country={c}" for c in countries), *(f"?from={m}&to={m}" for m in months[-8:]), *(f"?act={a}" for a in acts[:8]),
             *(f"?words={quote(w)}" for w in words[:6]), *(f"?who={quote(p)}" for p in people[:6]),
             *(f"?country={a}&country={b}" for a, b in zip(countries, countries[1:], strict=False))]  # fmt: skip
    return {
        "timeline": views[:n],
        "event": [*(f"e/{i}" for i in some("SELECT id FROM events ORDER BY id")[: n // 2]),
                  *(f"e/{i}" for (i,) in db.execute("SELECT id FROM events ORDER BY articles DESC, id LIMIT ?", (n - n // 2,)))],
        "person": [f"who/{quote(p, safe='')}" for p in people],
        "search": [f"search?q={quote(w)}" for w in words],
        "article": [f"a/{quote(i, safe='')}" for i in some("SELECT id FROM articles ORDER BY id")],
        "dyad": [f"dyad?a={a}&b={b}" for a in countries for b in countries if a < b][:n],
        "said": [f"said?about={quote(w)}&from={m}&to={m}" for w, m in zip(words, [*months[-6:]] * n, strict=False)],
        "lists": ["promises", "changes", "sources", "about", "promises?state=open"],
    }  # fmt: skip


def main() -> int:
    record, n = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40
    server = subprocess.Popen([sys.executable, "-m", "mahdar", "serve", record, "-q"], stdout=subprocess.PIPE, text=True)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(server.pid, {0})
    assert server.stdout is not None
    slow = False
    try:
        host, _, query = server.stdout.readline().strip().removeprefix("http://").partition("/")
        connection = http.client.HTTPConnection(host)
        connection.request("GET", f"/{query}")
        first = connection.getresponse()
        first.read()
        headers = {"Cookie": (first.getheader("set-cookie") or "").partition(";")[0]}

        def busy() -> float:
            tasks = f"/proc/{server.pid}/task"
            return sum(int(open(f"{tasks}/{t}/schedstat").read().split()[0]) for t in os.listdir(tasks)) / 1e6

        def ask(path: str) -> tuple[float, float, int]:
            start, used = time.perf_counter(), busy()
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, (path, answer.status)
            return busy() - used, 1000 * (time.perf_counter() - start), len(body)

        took, clock, size = ask("/en/")
        size += sum(ask(f"/static/{f}")[2] for f in ("style.css", "fonts.css", "mark.svg"))
        print(f"first page   {took:.0f} ms ({clock:.0f} by the clock) with all there is to load; {size / 1000:.0f} kB without fonts")
        for kind, paths in addresses(record, n).items():
            spent, clocks, sizes = zip(*(ask(f"/{'ar' if k % 4 == 3 else 'en'}/{p}") for k, p in enumerate(paths)), strict=True)
            ranked, at = sorted(spent), min(len(paths) - 1, int(0.95 * len(paths)))
            slow |= kind in LIMITED and ranked[at] > LIMIT
            worst = paths[spent.index(ranked[-1])]
            print(f"{kind:9} n={len(ranked):3} median {ranked[len(ranked) // 2]:4.0f}  p95 {ranked[at]:4.0f}  longest {ranked[-1]:4.0f} ms"
                  f"  by the clock p95 {sorted(clocks)[at]:4.0f}  {max(sizes) / 1000:4.0f} kB  {worst[:60]}")  # fmt: skip
    finally:
        server.terminate()
    return 4 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
