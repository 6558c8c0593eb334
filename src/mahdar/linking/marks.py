"""What linking needs of one reading, worked out where it was read: small, and free of the article's text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec
from rensa import RMinHash  # type: ignore[import-untyped]

from ..arabic.stems import stem
from ..arabic.words import Text
from ..model import Entity, Mention, Reading, Report

#: hash functions of a signature; 128 tells a Jaccard of .6 from .5 well enough (standard error .04)
HASHES = 128
SHINGLE = 4
NOTHING: dict[str, str | None] = {}
SEED = 20180612
#: words before and after the anchor that count as near it
NEAR = 5
#: acts whose verb says nothing of their matter
VERBAL = frozenset({"accuse", "agree", "concede", "reject", "request", "support", "threaten"})


class Marks(msgspec.Struct, frozen=True, array_like=True):
    """Marks of an article's wording.

    `near[k]` are the stems next to the words that state report k, `far[k]` those of the rest of its passage, both
    without the names of its parties; `sentences[k]` is the sentence it stands in; `signature` the MinHash of the
    folded text.
    """

    near: tuple[tuple[str, ...], ...]
    far: tuple[tuple[str, ...], ...]
    sentences: tuple[int, ...]
    signature: bytes
    length: int


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One article as linking sees it: who carried it, on which day, what it reports, and marks of its wording."""

    id: str
    url: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    published: str | None
    day: str | None
    entities: tuple[Entity, ...]
    reports: tuple[Report, ...]
    near: tuple[tuple[str, ...], ...]
    far: tuple[tuple[str, ...], ...]
    sentences: tuple[int, ...]
    signature: bytes
    length: int


def marks(reading: Reading) -> Marks:
    """The marks of a reading."""
    text = Text(reading.text)
    sentences = text.sentences
    near, far, where = [], [], []
    named = {e.id: {(m.phrase[0], m.phrase[1]) for m in e.mentions} for e in reading.entities}
    for r in reading.reports:
        parties = [s for i in (*r.actors, *r.recipients, *r.source) for s in sorted(named.get(i, ()))]
        at, end = text.token_at(r.start), text.token_at(max(r.start, r.end - 1)) + 1
        sentence = next((n for n, (i, j) in enumerate(sentences) if i <= at < j), -1)
        i, j = sentences[sentence] if sentence >= 0 else (at, end)
        core = _stems(text, max(i, at - NEAR), min(j, end + NEAR), parties)
        if r.object:
            core |= _stems(text, text.token_at(r.object[0]), text.token_at(r.object[1] - 1) + 1, parties)
        verb = _stems(text, at, end, ()) if end - at <= 2 and r.act in VERBAL else set()
        core -= verb
        rest = set(verb)
        for a, b in r.evidence:
            rest |= _stems(text, text.token_at(a), text.token_at(b - 1) + 1, parties)
        near.append(tuple(sorted(core)))
        far.append(tuple(sorted(rest - core)))
        where.append(sentence)
    return Marks(
        near=tuple(near), far=tuple(far), sentences=tuple(where), signature=signature(text.norms), length=len(text)
    )


def told(reading: Reading, marks: Marks, share: dict[Any, Any] | None = None) -> Told:
    """A reading with its marks, as linking sees it. Of an entity's mentions one a spelling is kept, without its place; what
    reports say of their rules is left out. `share` keeps what many articles have alike once in memory.
    """
    r, known = reading, {} if share is None else share

    def one(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(known.setdefault(w, w) for w in words)

    return Told(
        id=r.id,
        url=r.url,
        outlet=r.outlet,
        agencies=r.agencies,
        published=r.published,
        day=r.day,
        entities=tuple(known.setdefault(e, e) for e in map(_slim, r.entities)),
        reports=tuple(msgspec.structs.replace(x, why="", rows=(), plover=NOTHING, anchor="") for x in r.reports),
        near=tuple(map(one, marks.near)),
        far=tuple(map(one, marks.far)),
        sentences=marks.sentences,
        signature=marks.signature,
        length=marks.length,
    )


def _stems(text: Text, i: int, j: int, without: Sequence[tuple[int, int]]) -> set[str]:
    """Stems and numbers of tokens i to j, those inside the given spans left out."""
    found = set()
    for k in range(i, min(j, len(text))):
        if text.kinds[k] == "N" or (text.kinds[k] == "W" and len(text.norms[k]) > 2):
            s = text.starts[k]
            if not any(x <= s < y for x, y in without):
                found.add(text.norms[k] if text.kinds[k] == "N" else stem(text.norms[k]))
    return found


def signature(norms: list[str]) -> bytes:
    """The MinHash of the word shingles of a text, 4 bytes a hash; b"" for fewer than 20 words."""
    words = [w for w in norms if w[0].isalnum()]
    if len(words) < 20:
        return b""
    m = RMinHash(num_perm=HASHES, seed=SEED)
    m.update(sorted({" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}))
    return b"".join(int(h).to_bytes(4, "little") for h in m.digest())


def _slim(e: Entity) -> Entity:
    """An entity with its spellings instead of its mentions."""
    spelled = sorted({m.text for m in e.mentions if m.form == "name"})
    return msgspec.structs.replace(e, mentions=tuple(_spelling(t) for t in spelled))


@lru_cache(maxsize=50_000)
def _spelling(text: str) -> Mention:
    return Mention(start=0, end=0, text=text, form="name", phrase=(0, 0))
