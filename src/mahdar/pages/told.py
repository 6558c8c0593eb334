"""Agencies and outlets a text credits: in the dateline at a paragraph's head, in brackets, in its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from ..arabic.letters import fold
from ..lexicon.table import alternatives
from ..rules.times import datelines
from .credits import in_credit, role, towns, unprefixed
from .knowledge import rows, words_in, words_of
from .lines import FUNCTION, OPENERS, joins, split_words, words_in_fold
from .media import Medium, media, named

_BRACKETS = re.compile(r"[(/\[«\"“]\s*([^()\[\]/«»\"“”]{2,40}?)\s*[)/\]»\"”]")
#: a short name in quotation marks
_QUOTED = re.compile(r"[«\"“](?<=\s[«\"“])([\u0621-\u064a][^«»\"“”\n]{1,14})[»\"”]")
_LAST = re.compile(r"(\w+)\s+$")
_SENTENCE = re.compile(r"[.!؟?\n]+\s|\n")
_DROPPED = re.compile(r"[\u064b-\u0652\u200b-\u200f\ufeff]|(?<=\w)\u0640+(?=\w)")
_MARKS = r"-–—|/•·:،,()\[\]«»\"“”'؛+&;\u0640"
_MARK = re.compile(rf"\s*(?:[{_MARKS}]|(?<=\w\w)\.(?=\s|$)|(?<=\s)\.(?=\s))(?:\s*[{_MARKS}.])*\s*")
#: marks that part a dispatch's writer from his agency
_PARTING = "–—/|(\u0640-"
_EARLY = re.compile(rf"[{_MARKS}.]")
_PARTED = re.compile(rf"[{_PARTING}]")
_CAPITAL = re.compile("[A-Z\u0130\u212a]")  # whatever may be written small as a Latin letter
_FIRST = re.compile(r"\w+")
_HEAD = 150
#: what may stand before the agency: a town, the writer
_BEFORE = 4


def in_text(text: str, lines: Sequence[list[str]] | None = None) -> list[Medium]:
    """The media a text credits for something it tells: a form of theirs beside a word of reporting, or alone in brackets.

    `lines`: the folded words of its lines, where they are known.

    >>> [m.name for m in in_text("ونقلت وكالة «سبوتنيك» عن السفير قوله ذلك")]
    ['Sputnik']
    """
    found: dict[str, Medium] = {}
    for m in _BRACKETS.finditer(text):
        if m[0][0] in "(/[" and (medium := named(m[1])) and not medium.network:
            found.setdefault(medium.name, medium)
    for m in _QUOTED.finditer(text):  # "بحسب «كونا»"
        short = media().credits.get(tuple(split_words(m[1]))) if m[1].count(" ") < 4 else None
        if not short or len(short) != 1 or short[0].kind != "agency":
            continue
        before = _LAST.search(text, max(0, m.start() - 20), m.start())
        if before and fold(before[1]) in (role("relayed") | role("report")) - words_of("on"):
            found.setdefault(short[0].name, short[0])
    for k, paragraph in enumerate(text.split("\n")):
        if not k or _PARTED.search(paragraph, 0, 45):
            found.update({m.name: m for m in at_head(paragraph) if m.name not in found and (not k or m.kind == "agency")})
    known = media()
    for sentence in _folded([s for line in _telling(text, lines) for s in _SENTENCE.split(line)]):
        words = words_in_fold(sentence)
        if _CAPITAL.search(sentence):
            words = [w.lower() for w in words]
        for k in range(1, len(words) - 1) if not leading().isdisjoint(words) else ():
            led = words[k - 1] in relaying() and words[k + 1] in FUNCTION or words[k - 1] == "ل" and _reported(words, k - 1)
            short = known.credits.get((words[k],)) if led else None
            if short and len(short) == 1 and short[0].kind == "agency":  # "ونقلت واس عن الوزير", "كشف لـ«كونا» عن زيارة"
                found.setdefault(short[0].name, short[0])
        if known.begins.isdisjoint(words):
            continue
        heads = [k for k, w in enumerate(words) if w in known.begins]
        past = 0
        for k in heads:
            if k < past:        # within the name of another: "إن بي سي نيوز"
                continue
            hit = known.at(words, k)
            prefix = ""
            if hit is None:
                hit, prefix = unprefixed(known, words, k), words[k][0]
            if hit is None:
                continue
            if k and words[k - 1] == "ل":
                prefix = "ل"
            medium, n = hit
            past = k + n
            if not medium.network and _credited(words, k, n, prefix, agency=medium.kind == "agency"):
                found.setdefault(medium.name, medium)
    return list(found.values())


def _telling(text: str, lines: Sequence[list[str]] | None) -> list[str]:
    """The lines of a text in which a medium's name or a verb of relaying may stand."""
    raw = text.split("\n")
    if lines is None:
        return raw
    begins, verbs = media().begins, leading()
    return [
        line
        for line, words in zip(raw, lines, strict=False)
        if not begins.isdisjoint(words) or not verbs.isdisjoint(words) or _CAPITAL.search(line)
    ]


@cache
def relaying() -> frozenset[str]:
    """The verbs behind which even a short name is an agency's: "نقلت واس".

    >>> "نقلت" in relaying(), "بحسب" in relaying()
    (True, False)
    """
    return frozenset(w for w in role("relayed") if w.endswith(("ت", "ته", "تها")))


@cache
def leading() -> frozenset[str]:
    """The words behind which a short name may be an agency's: the verbs of relaying, and ل parted from it by a mark.

    >>> "ل" in leading()
    True
    """
    return relaying() | {"ل"}


def _reported(words: list[str], k: int) -> bool:
    """Does a word of reporting stand before word k: "كشف لـ«كونا»"?"""
    return any(w in role("report") for w in words[max(0, k - 5) : k])


def _folded(pieces: list[str]) -> list[str]:
    """The pieces of a text folded, in one go."""
    folded = fold("\0".join(pieces)).split("\0")
    return folded if len(folded) == len(pieces) else [fold(p) for p in pieces]


def at_head(text: str) -> list[Medium]:
    """The agencies a paragraph's dateline names, and the outlets that a colon or bracket parts from the text.

    >>> [m.name for m in at_head("عواصم – رويترز، أ ف ب: بحث الوزيران موعد القمة")]
    ['Reuters', 'AFP']
    >>> at_head("رويترز تنشر تقريرا عن القمة")
    []
    """
    if not _EARLY.search(text, 0, 70):
        return []
    head = _DROPPED.sub("", text[:_HEAD].split("\n", 1)[0])
    first = _FIRST.search(head)
    if first is None or _leads_on(first[0]) or not any(w.lower() in _firsts() for w in split_words(head[:90])):
        return []
    if any(c.isdigit() for c in head[:60]):
        for date in reversed([d for d in datelines(head) if d.end < 100]):
            head = f"{head[: date.start]} - {head[date.end :]}"
        head = _eras().sub(" - ", head[:70]) + head[70:]
    found: dict[str, Medium] = {}
    start, before, placed, mark, at = 0, 0, False, "", 0
    for m in [*_MARK.finditer(head), None]:
        piece, left, mark = head[start : m.start() if m else len(head)].strip(), mark, m[0] if m else ""
        start = m.end() if m else 0
        words = [w.lower() for w in split_words(piece)]
        if not words:
            continue
        at += 1
        if m and len(words) <= 7 and (whole := _whole(piece, words)) and not (at == 1 and tuple(words) in towns()):
            if not (placed or found or at == 1 or any(c in left for c in _PARTING)):
                break
            found.update({x.name: x for x in whole if x.kind == "agency" or any(c in left + mark for c in ":)")})
        elif m and (tuple(words) in towns() or set(words) <= words_in("sites", "many") | words_in("sites", "capitals")):
            placed = True
        elif (placed or found) and (medium := _opens(words)):
            found[medium.name] = medium
            break
        elif found or not m or len(words) > _BEFORE or before > 2:
            break
        else:
            before += 1
            placed = placed or mark.strip() == "/" and len(words) <= 2
    return list(found.values())


def _whole(piece: str, words: list[str]) -> list[Medium]:
    """The media that a part of a dateline consists of."""
    if medium := named(piece):
        return [] if medium.network else [medium]
    short = media().credits.get(tuple(words)) or []
    if len(short) == 1 and short[0].kind == "agency":
        return short
    found = in_credit(piece)
    return found if found and sum(w not in words_of("function") for w in words) <= 4 * len(found) else []


def _opens(words: list[str]) -> Medium | None:
    """The agency that begins a text behind its town, no mark between them: "سيول – يونهاب بحث …"."""
    if hit := media().at(words, 0):
        return hit[0] if hit[0].kind == "agency" else None
    for n in (3, 2, 1):
        short = media().credits.get(tuple(words[:n])) or []
        if len(short) == 1 and short[0].kind == "agency":
            return short[0]
    return None


@lru_cache(maxsize=4096)
def _leads_on(word: str) -> bool:
    """Does a first word go on with a story, so that no dateline opens with it?"""
    plain = fold(word)
    return plain in OPENERS or joins(plain)


@cache
def _firsts() -> frozenset[str]:
    """The first words of all names agencies are credited by, with و before them too."""
    known = media()
    first = {*known.heads, *(w[0] for w in known.credits if w), *(w[0] for w in known.suffixes if w)}
    return frozenset(first | {f"و{w}" for w in first})


@cache
def _eras() -> re.Pattern[str]:
    """What is left of a date beside its numbers: its era, its second calendar."""
    forms = sorted((f for row in rows("sites", role="era") for f in alternatives(row["forms"])), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(forms) + r")(?!\w)")


def _credited(words: list[str], k: int, n: int, prefix: str, *, agency: bool) -> bool:
    """Is the medium at words [k, k+n) credited, not merely mentioned?"""
    kinds, reports = role("kind"), role("report")
    before, after = words[max(0, k - 8) : k], words[k + n : k + n + 4]
    close = words[max(0, k - 4) : k]
    kind = any(w in kinds for w in close) or words[k] in kinds
    report = any(w in reports for w in before) or any(w in reports for w in after) or any(w in kinds and w[0] == "ل" for w in close)
    alone = n == 1 and (words[k].startswith("ال") or len(words[k]) < 4) or n == 2 and words[k].startswith("ال") and not agency
    if prefix == "ل":
        return not alone or any(w in reports for w in words[max(0, k - 5) : k])
    if kind:
        return report
    if agency and close and (close[-1] in role("had") and any(w in reports for w in after[:2]) or any(w in role("told") for w in close)):
        return True
    if agency and k > 1 and words[k - 2] in role("staff") and words[k - 1] in FUNCTION:
        return True
    if agency and alone and close and close[-1] in role("relayed"):
        return True
    near = any(w in reports for w in words[max(0, k - 2) : k]) or bool(after) and after[0] in reports
    return near and not (alone and len(words[k]) < 4) if not alone else bool(close) and close[-1] in role("report") and words[k].isascii()
