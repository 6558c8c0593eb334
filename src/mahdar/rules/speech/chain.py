"""Through whom: the agencies, papers, broadcasters and networks that carried what was said, and the occasion."""

from __future__ import annotations

from typing import NamedTuple

from ...arabic.words import Text
from ..names.model import Named, Names
from .quotes import marks
from .strangers import Stranger, head, may_head, stranger
from .tables import channels, class_words, words_in
from .voices import MEDIA


class Carried(NamedTuple):
    """`via` nearest first, and the occasion's channel."""

    via: tuple[str, ...]
    channel: str | None
    rows: tuple[str, ...]


def carried(
    text: Text,
    names: Names,
    ranges: list[tuple[int, int]],
    speakers: tuple[str, ...],
    dated: frozenset[int] = frozenset(),
    home: str | None = None,
    own: str | None = None,
) -> Carried:
    """Who carried words that are introduced (and attributed behind) in the token ranges.

    Agencies and outlets named there or told of («وسائل إعلام رسمية»), unless they speak themselves, and networks (تويتر); the
    first occasion named. `own`: the article's outlet, whom a colleague speaks for («في مقابلة مع الزميلة»).
    """
    via: list[str] = []
    rows: list[str] = []
    channel: str | None = None
    known, norms = channels(), text.norms
    for a, b in ranges:
        k = a
        while k < b:
            m = names.at(k)
            if m is not None and m.i == k and m.kind in MEDIA and _works_for(text, k, a):
                k = m.j
                continue
            if m is not None and m.i == k and m.kind in MEDIA:
                via += [e for e in m.entities if e not in via and e not in speakers]
            elif m is None and may_head(norms[k]) and (found := _medium(text, names, dated, k, b, home)) is not None:
                via += [e for e in (found.entity.id,) if e not in via and e not in speakers]
                rows.append(found.how)
                k = found.j
                continue
            if m is None and own and own not in via and norms[k] in class_words("colleague"):
                via.append(own)
            for hit in known.at(text, k)[:1] if known.lookups(norms[k]) else ():
                name, network = hit.values[0]
                rows.append(f"channels:{name}")
                channel = channel or name
                if network and network not in via and network not in speakers:
                    via.append(network)
            k = m.j if m is not None and m.i == k else k + 1
    return Carried(tuple(via), channel, tuple(rows))


def _works_for(text: Text, k: int, a: int) -> bool:
    """Is the medium at token k where somebody works («مدير إنتاج في "يوتيوب"»)?"""
    at = k - 2 if k - 2 >= a and text.norms[k - 1] in marks() else k - 1
    return at > a and text.norms[at] == "في" and any(head(text, t, at)[0] is not None for t in range(max(a, at - 3), at))


def _medium(text: Text, names: Names, dated: frozenset[int], k: int, b: int, home: str | None) -> Stranger | None:
    """Media no table of names knows at token k («وسائل إعلام رسمية»); None for one bare noun, and where words are said to them."""
    row, clitic = head(text, k, b)
    if row is None or clitic or row["kind"] not in MEDIA:
        return None
    found = stranger(text, names, dated, k, b, home)
    marked = found is not None and found.j + 1 < b and text.norms[found.j] in (*marks(), "(")     # وكالة الأنباء الرسمية "تاس"
    behind = names.at(found.j + marked) if found is not None else None
    return found if found is not None and found.j - k > 1 and (behind is None or behind.kind not in MEDIA) else None


def attribution(text: Text, names: Names, k: int, end: int) -> tuple[Named | None, int]:
    """The mention behind an attribution (بحسب X, نقلا عن X) that starts at token k, and where it ends."""
    while k < end:
        m = names.at(k)
        if m is not None and m.i == k:
            return m, m.j
        w = text.norms[k]
        m = names.starting(k + 1) if text.kinds[k] == "P" and w in marks() else None
        marked = m is not None and m.kind != "place"     # «بحسب "يديعوت أحرونوت"»
        passed = marked or w in class_words("filler") or w in class_words("resumptive")     # «وفق ما أفادت به رويترز»
        if not passed and (text.kinds[k] != "W" or w in class_words("preposition")):
            return None, k
        k += 1
    return None, k


def behind(text: Text, names: Names, k: int, end: int) -> tuple[int, int]:
    """The token range of an attribution behind what was said: from k to the next comma or the sentence's end."""
    if k < end and text.norms[k] in ("”", "»", '"'):
        k += 1
    stop = k
    while stop < end and (stop == k or text.norms[stop] not in ("،", ",", ".")):
        stop += 1
    has = next(words_in(text, k, stop, "post", "post_verb", "post_l"), None)
    return (k, k) if has is None else (k, stop)
