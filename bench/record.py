#!/usr/bin/env python3
"""How a record answers, and what linking costs as the pile grows.

record.py RECORD            look-ups of many kinds: median and 95th percentile in milliseconds of processor time
record.py RECORD --linking  seconds of processor time to link 1,000, 2,000, 4,000 … of its articles, drawn at random

Figures of a busy machine are too high; compare within one run.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

from mahdar.linking.link import link
from mahdar.record import open_record
from mahdar.record.read import Record
from mahdar.record.write import Writer

SHARE = 0.95
DRAWN = 60


def timed(name: str, calls: Iterable[Callable[[], Any]]) -> None:
    """Prints what some calls take."""
    took = []
    for call in calls:
        start = time.process_time()
        call()
        took.append(1000 * (time.process_time() - start))
    took.sort()
    if took:
        print(f"{name:18} {len(took):4} calls   median {statistics.median(took):7.1f}   p95 {took[int(SHARE * (len(took) - 1))]:7.1f} ms")


def questions(record: Record) -> list[dict[str, Any]]:
    """Filters as people use them: each of the most frequent people and countries, acts, statuses, months, words."""
    db = record.db
    people = [i for (i,) in db.execute("SELECT id FROM entities WHERE kind = 'person' ORDER BY events DESC, id LIMIT 20")]
    lands = [c for (c,) in db.execute("SELECT country FROM event_countries GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 8")]
    months = [m for (m,) in db.execute("SELECT month FROM events WHERE month <> '' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 4")]
    acts = [a for (a,) in db.execute("SELECT DISTINCT act FROM events ORDER BY 1")]
    asked: list[dict[str, Any]] = [{}, {"background": False}, {"independent": 3}]
    asked += [{"who": p} for p in people] + [{"country": c} for c in lands] + [{"country": lands[:2]}]
    asked += [{"act": a} for a in acts] + [{"status": s} for s in ("held", "planned", "cancelled")]
    asked += [{"since": m, "until": m} for m in months]
    return asked


def lookups(path: str) -> None:
    """Prints the time of each kind of look-up."""
    with open_record(path) as r:
        chance = random.Random(3)
        ids = [i for (i,) in r.db.execute("SELECT id FROM events ORDER BY id")]
        known = "FROM entities WHERE name_ar IS NOT NULL AND {} ORDER BY events DESC, id LIMIT ?"
        names = [n for (n,) in r.db.execute("SELECT name_ar " + known.format(1), (DRAWN,))]
        people = [i for (i,) in r.db.execute("SELECT id " + known.format("kind = 'person'"), (DRAWN,))]
        asked = questions(r)
        words = [{"words": n} for n in names[:30]]
        timed("event", [lambda i=i: r.event(i) for i in chance.sample(ids, min(DRAWN, len(ids)))])
        timed("timeline, a page", [lambda f=f: list(r.timeline(**f, limit=50)) for f in asked])
        timed("count", [lambda f=f: r.count(**f) for f in asked])
        timed("months", [lambda f=f: r.density(**f) for f in asked])
        timed("facets", [lambda f=f: r.facets(**f) for f in asked])
        timed("words, a page", [lambda f=f: list(r.timeline(**f, limit=50)) for f in words])
        timed("words, facets", [lambda f=f: r.facets(**f) for f in words])
        timed("search", [lambda n=n: r.search(n) for n in names])
        timed("entity", [lambda n=n: r.entity(n) for n in names])
        timed("person's events", [lambda p=p: list(r.timeline(who=p, limit=50)) for p in people])
        timed("person's quotes", [lambda p=p: list(r.quotes(who=p)) for p in people])
        timed("promises of one", [lambda p=p: list(r.promises(who=p)) for p in people[:20]])
        pages = [(s, n) for s in ("", "open", "overdue") for n in (0, 100)]
        timed("promises, a page", [lambda s=s, n=n: list(r.promises(state=s, limit=50, offset=n)) for s, n in pages])
        timed("promises, states", [lambda p=p: r.states(who=p) for p in ("", *people[:20])])
        timed("promises, all", [lambda: list(r.promises())])
        timed("coverage", [r.coverage])


def linking(path: str) -> None:
    """Prints what linking ever more of the record's articles takes."""
    writer = Writer(path)
    articles = list(writer.told())
    writer.close()
    random.Random(1).shuffle(articles)
    n = 1000
    while articles:
        some = articles[:n]
        start = time.process_time()
        events = len(link(some).events)
        took = time.process_time() - start
        reports = sum(len(a.reports) for a in some)
        cost = f"{took:7.2f} s   {1000 * took / len(some):5.2f} ms an article"
        print(f"{len(some):6} articles {reports:7} reports {events:7} events   {cost}", flush=True)
        if n >= len(articles):
            break
        n *= 2


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    (linking if "--linking" in sys.argv else lookups)(sys.argv[1])
