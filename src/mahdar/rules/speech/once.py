"""What a run over the sentences gives is put in order: repeated statements once, a carrier carried on."""

from __future__ import annotations

from typing import NamedTuple

from ...arabic.stems import stem
from ...arabic.words import Text
from .speakers import MEDIA, Voice


class Told(NamedTuple):
    """A statement on tokens, before numbering: lead is where its introduction starts, cue the first token of its verb."""

    i: int
    j: int
    cue: int
    voice: Voice
    via: tuple[str, ...]
    channel: str | None
    direct: bool
    verb: str | None
    rows: tuple[str, ...]
    goes_on: bool


def carried_on(told: list[Told]) -> list[Told]:
    """Who carried a speaker's words once carries those that follow in the article, and one statement before, unless others are named."""
    out = list(told)
    for n, t in enumerate(out):
        if t.via or t.voice.kind in MEDIA:
            continue
        same = [m for m in range(len(out)) if m != n and out[m].voice.entities == t.voice.entities]
        earlier = [m for m in same if m < n and out[m].via]
        if earlier:
            out[n] = t._replace(via=out[earlier[-1]].via, channel=t.channel or out[earlier[-1]].channel)
        elif (later := [m for m in same if m > n]) and told[later[0]].via and later[0] == n + 1:
            out[n] = t._replace(via=told[later[0]].via)
    return out


def once(text: Text, told: list[Told], title_end: int) -> list[Told]:
    """A statement of the headline or the opening paragraph that the body repeats more fully is written once, at its fullest place."""
    opening = next((b for a, b in text.sentences if text.starts[a] > title_end), 0)
    body = {t.voice.entities for t in told if text.starts[t.i] >= title_end and t.rows[0] != "colon"}
    content = [{stem(w) for w in text.norms[t.i : t.j] if len(w) > 3} for t in told]
    out: list[Told] = []
    for n, t in enumerate(told):
        headline = text.starts[t.i] < title_end or t.rows[0] == "colon"
        if headline and t.voice.entities in body:
            continue
        share = 0.5 if headline or t.i < opening else 0.7
        again = any(
            m != n
            and (headline or told[m].voice.entities == t.voice.entities)
            and len(content[n]) >= 3
            and len(content[n] & content[m]) >= share * len(content[n])
            and (len(content[m]), m) > (len(content[n]), n)
            for m in range(len(told))
        )
        if not again:
            out.append(t)
    return out
