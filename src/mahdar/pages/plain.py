"""Text as crawled → lines: entities and Markdown undone, broken and chopped paragraphs whole again, glued lines parted."""

from __future__ import annotations

import html
import re

from ..arabic.letters import Folded
from .glued import alone, part
from .lines import OPENERS, Line, joins, split_words, words_in_fold
from .phrases import sort_of
from .when import stamps

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)\s]*(?:\s[^)]*)?\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:https?:|/|#)[^)\s]*(?:\s[^)]*)?\)")
_HEADING = re.compile(r"(#{1,4})\s+(?=\S)")
_ITEM = re.compile(r"\s*[*+-]\s+(?=\[)")
_STRONG = re.compile(r"\*\*|__")
#: scripts that the crawl took for text
_CODE = re.compile(
    r"function\s*\(|=>\s*{|\)\s*;\s*$|^\s*(?:var|let|const|window\.)\s*\w|\.push\(|^\s*[{}]+;?\s*$|@media\b"
    r"|{\s*[\w-]+\s*:[^\u0600-\u06ff]*}|<!--|^\s*\.[\w-]+\s*{"
)
_ARABIC = re.compile("[\u0620-\u064a]")
_STOP = re.compile(r"[.!؟?…]\W*$")
_END = re.compile(r"[.!؟?:…»\"”)]\W*$")
#: lines of a paragraph that its links cut in three: the middle has so many words at most
_SHORT = 4


def text_lines(text: str) -> list[Line]:
    """The lines of a text as crawled, glued ones parted.

    >>> [line.text for line in text_lines("إقرأ المزيدوبين الوزير موقفه من الحوار\\n&quot;نعم&quot; قال الوزير.")]
    ['إقرأ المزيد', 'وبين الوزير موقفه من الحوار', '"نعم" قال الوزير.']
    """
    if _ENTITY.search(text):
        text = html.unescape(text)
    raw = [line for line in (" ".join(r.split()) for r in text.split("\n")) if line]
    raw = [line for line in raw if not (_CODE.search(line) and len(_ARABIC.findall(line)) * 4 < len(line))]
    if sum("](" in line and _LINK.search(line) is not None for line in raw) > 1:
        return _marked(raw)
    raw = rejoined(unwrapped(raw))
    folded = [Folded(line) for line in raw]
    words = [words_in_fold(f.text) for f in folded]
    vocabulary = {w for found in words for w in found}
    out: list[Line] = []
    below = False
    for line, fold, found in zip(raw, folded, words, strict=True):
        pieces = part(line, vocabulary, fold, below=below)
        below = len(line) < 30 and alone(fold.text)
        if len(pieces) == 1:
            out.append(Line(line, words=found))
        else:
            out += [Line(piece, hint="label" if label else "") for piece, label in pieces]
    return out


def _marked(raw: list[str]) -> list[Line]:
    """The lines of a page that the crawl wrote down as Markdown: its titles and links are known as such."""
    out = []
    for line in raw:
        line = _IMAGE.sub("", line)
        heading = _HEADING.match(line)
        shown = _ITEM.sub("", line[heading.end() :] if heading else line)
        linked = sum(len(m[1]) for m in _LINK.finditer(shown))
        shown = " ".join(_STRONG.sub("", _LINK.sub(r"\1", shown)).split())
        if shown:
            out.append(Line(shown, tag=f"h{len(heading[1])}" if heading else "", link=min(1.0, linked / len(shown))))
    return out


def unwrapped(lines: list[str]) -> list[str]:
    """The paragraphs of a text whose lines were broken at one width; other texts as they are.

    >>> unwrapped(["عنوان", "سطر أول"])
    ['عنوان', 'سطر أول']
    """
    full = sorted(len(line) for line in lines if len(line) > 30)
    if len(full) < 6 or full[-1] > 110:
        return lines
    width = full[-1]
    broken = [k for k, line in enumerate(lines[:-1]) if len(line) >= 0.8 * width and line[-1] not in ".!؟?:»\""]
    opened = sum((split_words(lines[k + 1]) or [""])[0] in OPENERS for k in broken)
    if len(broken) * 2 < len(full) or opened * 4 > len(broken):
        return lines  # short paragraphs, not broken ones
    out: list[str] = []
    joined = False
    for line in lines:
        if joined:
            out[-1] += f" {line}"
        else:
            out.append(line)
        joined = len(out) > 1 and len(line) >= 0.8 * width and line[-1] not in ".!؟?:»\""
    return out


def rejoined(lines: list[str]) -> list[str]:
    """The paragraphs of a page that were cut at their links, each link a line of its own; other pages as they are.

    >>> rejoined(["قال وزير الخارجية الروسي", "سيرغي لافروف", "إن بلاده ترحب بموعد القمة."])
    ['قال وزير الخارجية الروسي', 'سيرغي لافروف', 'إن بلاده ترحب بموعد القمة.']
    """
    sizes = [len(line.split()) for line in lines]
    ended = [bool(_END.search(line)) for line in lines]
    open_ = [not e for e in ended]
    found = [k for k in range(1, len(lines) - 2) if open_[k] and open_[k + 1] and sizes[k + 1] <= _SHORT]
    found = [k for k in found if sizes[k] > 2 and sizes[k + 2] > 3 and lines[k + 1][-1] not in "،,|" and _goes_on(lines[k : k + 3])]
    sure = [k for k in found if _STOP.search(lines[k + 2])]
    if len(sure) < 2 or len(sure) * 4 < sum(e and n > 12 for e, n in zip(ended, sizes, strict=True)):
        return lines
    out: list[str] = []
    k = 0
    starts = set(found)
    while k < len(lines):
        if k in starts:
            whole = " ".join(lines[k : k + 3])
            k += 2
            while k in starts and not ended[k]:  # "… A B … C D …"
                whole += " " + " ".join(lines[k + 1 : k + 3])
                k += 2
            out.append(whole)
        else:
            out.append(lines[k])
        k += 1
    return out


def _goes_on(three: list[str]) -> bool:
    """Could three lines be one paragraph: none of them furniture or a date, the last no paragraph of its own?"""
    first = split_words(three[2])
    if not first or joins(first[0]) or first[0] in OPENERS and first[0][0] == "و":
        return False
    if ":" in three[1] or three[0].startswith(three[1]) or three[2].startswith(three[1]):
        return False
    return not any(sort_of(Line(t)) or stamps(Line(t), 0) for t in three)
