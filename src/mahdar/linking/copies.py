"""Near-duplicate articles: reprints of one dispatch with changed heads and tails, versions of one article under one
address."""

from __future__ import annotations

from collections import defaultdict

from .marks import HASHES, Told

ROWS = 4  # hashes of a band: bands of 4 find a Jaccard of .6 in 99 of 100 cases
ALIKE = 0.5  # estimated Jaccard of word shingles from which one text copies another
AS_LONG = 0.4  # and the shorter has at least this share of the longer's words


def copies(articles: list[Told]) -> list[int]:
    """For each article the number of the first (by day, then id) of the articles it shares its text with; itself
    where it is that.

    Articles must be sorted by id.
    """
    order = sorted(range(len(articles)), key=lambda n: (articles[n].day or "9999", articles[n].id))
    rank = {n: k for k, n in enumerate(order)}
    home = list(range(len(articles)))

    def find(n: int) -> int:
        while home[n] != n:
            home[n] = home[home[n]]
            n = home[n]
        return n

    def join(a: int, b: int) -> None:
        a, b = find(a), find(b)
        if a != b:
            a, b = sorted((a, b), key=rank.__getitem__)
            home[b] = a

    address: dict[str, int] = {}
    for n in order:
        url = (articles[n].url or "").partition("#")[0]
        if url:
            join(address.setdefault(url, n), n)
    bands: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for n in order:
        s = articles[n].signature
        for k in range(0, len(s), ROWS * 4):
            bands[k, s[k : k + ROWS * 4]].append(n)
    tried = set()
    for found in bands.values():
        for k, b in enumerate(found):
            for a in found[max(0, k - 8) : k]:
                if (a, b) not in tried:
                    tried.add((a, b))
                    if alike(articles[a], articles[b]) >= ALIKE:
                        join(a, b)
    return [find(n) for n in range(len(articles))]


def alike(a: Told, b: Told) -> float:
    """The estimated Jaccard of two texts' shingles; 0 where they differ much in length or are too short to tell."""
    if not a.signature or not b.signature or min(a.length, b.length) < AS_LONG * max(a.length, b.length):
        return 0.0
    x, y = memoryview(a.signature).cast("I"), memoryview(b.signature).cast("I")
    return sum(p == q for p, q in zip(x, y, strict=True)) / HASHES
