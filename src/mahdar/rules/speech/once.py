"""What a run over the sentences gives is put in order: repeated statements once, a carrier carried on."""

from __future__ import annotations

from typing import NamedTuple

from ...arabic.stems import stem
from ...arabic.words import Text
from .tables import networks
from .voices import MEDIA, Voice

#: tokens between two statements that follow each other at once
NEXT = 12
#: ... in one sentence
AT_ONCE = 3
#: occasions on which other words were said
OCCASIONS = frozenset({"interview", "press_conference", "speech"})


class Told(NamedTuple):
    """A statement on tokens, before numbering: lead is where its introduction starts, cue the first token of its verb.

    `through`: the body that gave the words out («وفقا لما نقله الكرملين»), which carries an act but no words.
    """

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
    earlier: bool = False
    through: tuple[str, ...] = ()


def carried_on(told: list[Told]) -> list[Told]:
    """Who carried a speaker's words once carries those that follow in the article, and those he went on from in the sentence.

    Not where others or another occasion are named, nor words that were said on another day («وكان لافروف قد صرح»). What was
    written in a network carries over to the next statement only: a man tweets once and speaks on.
    """
    out = list(told)
    for n, t in enumerate(out):
        if t.via or t.earlier or t.voice.kind in MEDIA or (t.channel in OCCASIONS and not t.goes_on):
            continue
        same = (m for m in range(n - 1, -1, -1) if out[m].voice.entities == t.voice.entities)
        last = next((m for m in same if out[m].via or not out[m].earlier), None)
        after = told[n + 1] if n + 1 < len(told) else None
        if last is not None and out[last].via:
            near = last == n - 1 and t.cue - out[last].j < NEXT
            if near or not set(out[last].via) <= networks():
                out[n] = t._replace(via=out[last].via, channel=t.channel or out[last].channel)
        elif after is not None and after.goes_on and after.voice.entities == t.voice.entities and after.cue - t.j < AT_ONCE:
            out[n] = t._replace(via=after.via)
    return out


class _Content(dict[int, set[str]]):
    """The stems of the longer words of a statement, by its number among those told; worked out when asked for."""

    def __init__(self, text: Text, told: list[Told]) -> None:
        super().__init__()
        self.norms, self.spans = text.norms, [(t.i, t.j) for t in told]

    def __missing__(self, n: int) -> set[str]:
        i, j = self.spans[n]
        found = self[n] = {stem(w) for w in self.norms[i:j] if len(w) > 3}
        return found


def once(text: Text, told: list[Told], title_end: int) -> list[Told]:
    """Each statement once: of a headline or the opening paragraph and its repetition in the body the body's is kept; else the fuller.

    Two are the same where most of the shorter one's words stand in the other and the speaker is one (in a headline, whoever speaks).
    """
    opening = next((b for a, b in text.sentences if text.starts[a] > title_end), 0)
    told = list(told)
    headline = [text.starts[t.i] < title_end or t.rows[0] == "colon" for t in told]
    body = {t.voice.entities for n, t in enumerate(told) if not headline[n]}
    content = _Content(text, told)
    drop = {n for n, t in enumerate(told) if headline[n] and t.voice.entities in body}
    for n in range(len(told)):
        for m in range(n + 1, len(told)):
            if told[n].voice.entities != told[m].voice.entities and not headline[n]:
                continue
            short = min(len(content[n]), len(content[m]))
            if short < 3 or len(content[n] & content[m]) < (0.6 if told[n].i < opening else 0.75) * short:
                continue
            shorter = told[n].direct == told[m].direct and len(content[n]) < len(content[m])
            less, more = (n, m) if headline[n] or told[n].direct < told[m].direct or shorter else (m, n)
            drop.add(less)
            if told[less].via and not told[more].via and not headline[n]:
                via = tuple(e for e in told[less].via if e not in told[more].voice.entities)
                told[more] = told[more]._replace(via=via, channel=told[more].channel or told[less].channel)
    return [t for n, t in enumerate(told) if n not in drop]
