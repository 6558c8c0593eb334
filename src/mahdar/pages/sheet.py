"""The lines of a page with what each is, and the article that is cut from them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import Cut
from .lines import Line
from .phrases import Sort, sort_of
from .threads import find_threads
from .when import Stamp, label_of, stamps

#: parts of a page whose dates are others'
_UNDATED = frozenset(("related", "most_read", "weather", "comments", "menu", "advert"))
#: parts of a page that need no second look at their words
_SURE = frozenset(("menu", "share", "comments", "advert", "login", "weather", "tags", "most_read"))


@dataclass
class Piece:
    """One article of a page, cut out: `edges` the lines about it (bylines, credits), `cuts` the furniture with its kind."""

    title: str | None = None
    sites: list[str] = field(default_factory=list)  # suffixes cut off the title
    standfirst: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    edges: list[str] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    correction: bool = False
    at: int = 0  # the line of the title
    lead: int = 0  # the first line of the body
    masthead: str | None = None  # the first line of a page of plain text
    menued: bool = False  # the page's menu begins right below it
    gathered: bool = False  # the page says that it gathers others' articles
    crawled: bool = False  # the page tells how long ago the article was published
    heads: bool = False  # the line above the title is the article's own date
    signed: set[str] = field(default_factory=set)  # short lines between title and body: bylines
    behind: set[int] = field(default_factory=set)  # paragraphs of the body right behind furniture
    beside: bool = False  # the first line that may still be the body's stands right below it
    doubtful: set[int] = field(default_factory=set)  # lines of the body that may be others' titles
    above: list[str] = field(default_factory=list)  # short lines above the title
    foot: list[str] = field(default_factory=list)  # "المصدر: …"
    replies: list[Stamp] = field(default_factory=list)  # when readers commented


class Sheet:
    """The lines of a page with what each is: `reads` where it's running text, `prose` where that stands in the article's block."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.boxed = any(line.box == 1 for line in lines)
        self.sorts: list[Sort | None] = [_sort(line) for line in lines]
        self.stamps: list[list[Stamp]] = [self._dates(i) for i in range(len(lines))]
        for i in range(1, len(lines)):
            self._label_above(i)
        self.replies: list[Stamp] = []  # when readers wrote their comments
        for i, sort in find_threads(lines, self.sorts, self.stamps).items():
            self.replies += self.stamps[i]
            self.sorts[i], self.stamps[i] = sort, []
        self.reads = [line.prose and not (s and s.does != "keep") for line, s in zip(lines, self.sorts, strict=True)]
        self.prose = [reads and (line.box == 1 or not self.boxed) for reads, line in zip(self.reads, lines, strict=True)]

    def _dates(self, i: int) -> list[Stamp]:
        """The dates of line i, if it is one that can hold the article's own."""
        line, sort = self.lines[i], self.sorts[i]
        if sort and (sort.kind in _UNDATED or sort.kind == line.hint and line.box == 2):
            return []
        return stamps(line, i, byline=bool(sort and sort.does == "byline"))

    def _label_above(self, i: int) -> None:
        """Give the dates of line i the label that stands alone on the line above: "آخر تحديث"."""
        above = self.lines[i - 1]
        if self.stamps[i] and not self.stamps[i - 1] and len(above.words) <= 4 and not above.prose and (role := label_of(above.text)):
            self.stamps[i] = [Stamp(s.role or role, s.date, s.at) for s in self.stamps[i][:1]] + self.stamps[i][1:]

    def told(self, i: int) -> bool:
        """Is line i no furniture by its words, whatever class names say, and no dateline?"""
        sort = self.sorts[i]
        return (sort is None or sort.id in ("hint-related", "hint-aside", "hint-inset")) and not self.stamps[i]

    def free(self, start: int) -> None:
        """From a line on, class names that speak of related articles no longer count: one of those begins here."""
        for i in range(start, len(self.lines)):
            if not self.plain(i) and self.told(i):
                self.sorts[i] = None
                self.stamps[i] = stamps(self.lines[i], i)
                self.reads[i] = self.lines[i].prose
        self.boxed, self.prose = False, self.reads

    def plain(self, i: int) -> bool:
        """Is line i neither furniture nor a dateline?"""
        return self.sorts[i] is None and not self.stamps[i]


def _sort(line: Line) -> Sort | None:
    """What a line is by its words, else by the class names it stands under."""
    if line.hint in _SURE and line.box != 1 and line.tag not in ("h1", "h2", "h3", "h4"):
        return Sort(f"hint-{line.hint}", line.hint, "drop", 1, True)
    found = sort_of(line)
    if line.hint and line.hint != "date" and line.tag != "h1" and (found is None or found.does in ("drop", "byline")):
        return Sort(f"hint-{line.hint}", line.hint, "byline" if line.hint == "byline" else "drop", len(line.words), True)
    return found
