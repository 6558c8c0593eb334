"""Readers' comments and polls told by their shape, whatever stands above them: name and date and words again and again, "رد" below."""

from __future__ import annotations

from collections.abc import Sequence

from .knowledge import words_of
from .lines import Line
from .phrases import Sort
from .when import Stamp

#: a comment has so many lines at most before its "رد", or before the next one begins
_LONGEST = 8
_COMMENT = Sort("comments-thread", "comments", "drop", 0, True)
_POLL = Sort("poll-shape", "poll", "drop", 0, True)


def find_threads(lines: Sequence[Line], sorts: Sequence[Sort | None], stamps: Sequence[Sequence[Stamp]]) -> dict[int, Sort]:
    """The lines that belong to a poll or to readers' comments, each with what it is; comments only behind an article's paragraphs."""
    found = _polls(lines)
    prose = [i for i, line in enumerate(lines) if line.prose and not sorts[i]]
    if len(prose) < 2:
        return found
    heads = {k: n for k in range(prose[1] + 1, len(lines)) if (n := _head(lines, sorts, stamps, k))}
    starts = sorted(heads)
    for at, k in enumerate(starts):
        end = _reply(lines, sorts, k + heads[k])
        later = starts[at + 1] if at + 1 < len(starts) else None
        if end is None and later is not None and k + heads[k] < later <= k + heads[k] + _LONGEST and not _broken(sorts, k, later):
            end = later - 1
        if end is None and k and all(w.isdigit() for w in lines[k - 1].words):  # comments are numbered
            end = _last(lines, sorts, stamps, k + heads[k])
        if end is None and at and starts[at - 1] in found and found[starts[at - 1]] is _COMMENT and k - 1 in found:
            end = _last(lines, sorts, stamps, k + heads[k])
        if end is not None:
            found.update(dict.fromkeys(range(k, end + 1), _COMMENT))
    return found


def _head(lines: Sequence[Line], sorts: Sequence[Sort | None], stamps: Sequence[Sequence[Stamp]], k: int) -> int:
    """How many lines the head of a comment takes that begins at line k: a name and a date, one below the other; 0 where none does."""
    if k + 2 >= len(lines) or not _name(lines[k], sorts[k], stamps[k]) or not _dated(sorts[k + 1], stamps[k + 1]):
        return 0
    again = any(_dated(sorts[j], stamps[j]) for j in range(k + 2, min(k + 4, len(lines))))  # a list of titles with their dates
    return 0 if again else 2


def _name(line: Line, sort: Sort | None, stamps: Sequence[Stamp]) -> bool:
    """Could a line be what a reader calls himself?"""
    if sort is not None and sort.does != "byline" or stamps or line.ended:
        return False
    return 0 < len(line.words) <= 5 and line.tag not in ("h1", "h2")


def _dated(sort: Sort | None, stamps: Sequence[Stamp]) -> bool:
    """Does a line say when: a date, or how long ago?"""
    return bool(stamps) or sort is not None and sort.kind == "ago"


def _broken(sorts: Sequence[Sort | None], k: int, later: int) -> bool:
    """Does a list of others' articles begin between two heads, so that they aren't comments below each other?"""
    return any(s is not None and s.does in ("header", "list", "source") for s in sorts[k:later])


def _reply(lines: Sequence[Line], sorts: Sequence[Sort | None], start: int) -> int | None:
    """The line "رد" that ends the comment whose words begin at a line, or the last line above a heading of comments."""
    for k in range(start, min(start + _LONGEST, len(lines))):
        if (sort := sorts[k]) is not None and sort.kind == "comments":
            return k if sort.id == "comments-reply" else k - 1
        if sort is not None and sort.does in ("header", "list"):
            return None
    return None


def _last(lines: Sequence[Line], sorts: Sequence[Sort | None], stamps: Sequence[Sequence[Stamp]], start: int) -> int:
    """The last line of the last comment of a thread."""
    end = start
    while end + 1 < len(lines) and end < start + _LONGEST and sorts[end + 1] is None and not stamps[end + 1] and lines[end + 1].prose:
        end += 1
    return end


def _polls(lines: Sequence[Line]) -> dict[int, Sort]:
    """A question with نعم and لا on lines of their own below it."""
    found: dict[int, Sort] = {}
    yes, no = words_of("poll-yes"), words_of("poll-no")
    for k, line in enumerate(lines):
        if len(line.words) != 1 or line.words[0] not in yes:
            continue
        near = [j for j in (k + 1, k + 2, k + 3) if j < len(lines) and len(lines[j].words) == 1 and lines[j].words[0] in no]
        asked = next((j for j in range(k - 1, max(k - 4, -1), -1) if lines[j].text.rstrip()[-1:] in "؟?"), None)
        if near and asked is not None and len(lines[asked].words) <= 25:
            found.update(dict.fromkeys(range(asked, near[0] + 1), _POLL))
    return found
