"""Blocks of an HTML page as the walk meets them, what their class names say, and which block holds the article."""

from __future__ import annotations

import re

from ..lexicon.table import alternatives
from .knowledge import rows
from .lines import Line
from .title import same

_TOKEN = re.compile(r"[a-z]+")
_HINTS = {form: row["kind"] for row in rows("hints") for form in alternatives(row["forms"])}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: what a post is filed under says nothing of the box: tag-russia, category-latest-news
_FILED = re.compile(r"\b(?:post_)?(?:tag|category|cat)-[\w%-]+")
_SEEN: dict[str, str] = {}


def hint_of(names: str) -> str:
    """What kind of part class names and ids speak of, or "".

    >>> hint_of("post-comments wrap"), hint_of("col-md-8")
    ('comments', '')
    """
    found = _SEEN.get(names)
    if found is None:
        tokens = _TOKEN.findall(_CAMEL.sub(" ", _FILED.sub(" ", names)).lower())
        joined = ["".join(p) for p in zip(tokens, tokens[1:], strict=False)]
        hits = [_HINTS[t] for t in joined + tokens if t in _HINTS]
        found = "body" if "body" in hits else next(iter(hits), "")
        if len(_SEEN) < 20_000:
            _SEEN[names] = found
    return found


class Blocks:
    """Collects lines; `enter` and `leave` follow the elements, `text` takes runs of letters."""

    def __init__(self) -> None:
        self.link = False
        self.parts: list[str] = []
        self.linked = 0
        self.touched = False  # an inline element has just ended
        self.parent: list[int] = [-1]  # of box k
        self.tags: list[str] = ["body"]
        self.hints: list[str] = [""]
        self.strong: list[bool] = [False]  # said to be the article's body
        self.asks: list[int] = []  # what holds a form
        self.live: list[int] = []  # entries of a running report, or what holds them
        self.open: list[int] = [0]
        self.found: list[tuple[str, int, int]] = []  # text, box, letters in links
        self.times: dict[int, str] = {}

    def enter(self, tag: str, attributes: dict[str, str | None]) -> None:
        """An element that makes a block begins."""
        self.flush()
        hint, strong = "", False
        if attributes:
            names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
            if len(names) > 1:
                hint = hint_of(names[:300])
            strong = "articlebody" in (attributes.get("itemprop") or "").lower()
        if hint == "body":
            hint, strong = "", True
        if tag == "form":
            self.asks.append(self.open[-1])
        if hint == "live":
            hint = ""
            self.live.append(len(self.parent))
        if not hint and tag in ("nav", "footer", "aside", "figcaption"):
            hint = {"figcaption": "caption", "nav": "menu", "footer": "footer", "aside": "aside"}[tag]
        self.parent.append(self.open[-1])
        self.tags.append(tag)
        self.hints.append(hint)
        self.strong.append(strong)
        self.open.append(len(self.parent) - 1)

    def leave(self) -> None:
        """The block ends."""
        self.flush()
        if len(self.open) > 1:
            self.open.pop()

    def text(self, text: str) -> None:
        """A run of letters."""
        self.touched = False
        self.parts.append(text)
        if self.link:
            self.linked += len(text.strip())

    def touch(self) -> None:
        """An inline element begins; two of them side by side are two words, but in a paragraph."""
        if self.touched and self.parts and self.tags[self.open[-1]] != "p":
            self.parts.append(" ")
        self.touched = False

    def time(self, value: str, shown: str) -> None:
        """A <time> element: a line of its own where it's a moment."""
        if value and any(c.isdigit() for c in value):
            kept = self.parts
            if "".join(kept).strip() and len("".join(kept).split()) > 8:  # inside running text
                self.parts.append(shown)
                return
            label = " ".join("".join(kept).split())
            self.parts, self.linked = [], 0
            self.times[len(self.found)] = value
            self.found.append((f"{label} {' '.join(shown.split()) or value}".strip(), self.open[-1], 0))
        else:
            self.parts.append(shown)

    def flush(self) -> None:
        """The line so far ends."""
        if not self.parts:
            return
        text = " ".join("".join(self.parts).split())
        if text:
            self.found.append((text, self.open[-1], self.linked))
        self.parts, self.linked = [], 0

    def lines(self, titles: list[str]) -> list[Line]:
        """The lines in order; `box` 1 within the article's block, 0 before it, 2 behind it; `hint` by class names."""
        lines = []
        for k, (text, box, linked) in enumerate(self.found):
            line = Line(text, tag=self._tag(box), link=min(1.0, linked / max(len(text), 1)), box=box)
            if k in self.times:
                line.tag, line.stamp = "time", self.times[k]
            lines.append(line)
        mass = [0] * len(self.parent)  # letters of prose below each box
        near = [0.0] * len(self.parent)
        for line in lines:
            if line.prose:
                size, box, share = len(line.text), line.box, 1.0
                while box >= 0:
                    mass[box] += size
                    near[box] += size * share
                    share *= 0.5 if self.tags[box] not in ("p", "li", "blockquote") else 1.0
                    box = self.parent[box]
        total = mass[0]
        hinted = self._hinted(mass, total)
        main = self._main(lines, mass, near, hinted, titles)
        inside = self._below(main)
        for box in self._insets(lines, main, mass):
            hinted[box] = "inset"
        for box, parent in enumerate(self.parent):
            hinted[box] = hinted[box] or (hinted[parent] if parent >= 0 else "")
        state = 0
        for line in lines:
            box = line.box
            line.hint = hinted[box]
            line.home = self.parent[box] if self.tags[box] in ("p", "h1", "h2", "h3", "h4") else box
            if inside[box]:
                line.box, state = 1, 2
            else:
                line.box = state
        return lines

    def _tag(self, box: int) -> str:
        tag = self.tags[box]
        parent = self.parent[box]
        return (
            self.tags[parent]
            if tag not in ("h1", "h2", "h3", "h4", "li", "figcaption")
            and parent > 0
            and self.tags[parent] in ("h1", "h2", "h3", "figcaption")
            else tag
        )

    def _hinted(self, mass: list[int], total: int) -> list[str]:
        """The hint each box stands under; one that would take most of the page's prose isn't believed."""
        out: list[str] = []
        for box, parent in enumerate(self.parent):
            above = out[parent] if parent >= 0 else ""
            own = self.hints[box]
            out.append(above or (own if own and mass[box] * 2 <= total else ""))
        return out

    def _main(self, lines: list[Line], mass: list[int], near: list[float], hinted: list[str], titles: list[str]) -> int:
        """The box that holds the article: said to be its body, or the one with most prose close by; then its parents while
        they add prose and few links."""
        strong = [b for b in range(len(self.parent)) if self.strong[b] and not hinted[b] and mass[b] > 100]
        best = max(range(len(near)), key=lambda b: (near[b] if not hinted[b] else 0, -b))
        if (first := self._first(lines, near, hinted, titles, best)) is not None:
            best = first
        if strong:
            top = max(strong, key=lambda b: (mass[b], b))
            if mass[top] * 3 >= near[best]:
                return top
        links = [0] * len(self.parent)
        size = [0] * len(self.parent)
        for line in lines:
            box = line.box
            while box >= 0:
                size[box] += len(line.text)
                links[box] += int(len(line.text) * line.link)
                box = self.parent[box]
        clean = [0] * len(self.parent)
        for line in lines:
            if line.prose and not hinted[line.box]:
                box = line.box
                while box >= 0:
                    clean[box] += len(line.text)
                    box = self.parent[box]
        while (up := self.parent[best]) > 0:
            if (
                clean[up] > clean[best] * 1.02
                and links[up] < 0.3 * size[up]
                and clean[up] < 2.2 * clean[best]
                or self.tags[best] in ("p", "span", "blockquote", "b", "font")
            ):
                best = up
            else:
                break
        told = [b for b in self.live if mass[b] > 100 and not hinted[b] and not self._holds(b, best)]
        whole = best
        for _ in range(3):
            if told and not all(self._holds(whole, b) for b in told) and self.parent[whole] > 0:
                whole = self.parent[whole]
        return whole if all(self._holds(whole, b) for b in told) else best

    def _first(self, lines: list[Line], near: list[float], hinted: list[str], titles: list[str], best: int) -> int | None:
        """Where several blocks hold prose enough, the one that begins soonest behind the title."""
        probes = [Line(t) for t in titles]
        at = next((i for i, line in enumerate(lines) if line.tag == "h1" or any(same(line, p) for p in probes)), None)
        if at is None:
            return None
        for line in lines[at + 1 :]:
            if line.prose and not hinted[line.box]:
                box = line.box
                while self.tags[box] in ("p", "li", "blockquote") and self.parent[box] > 0:
                    box = self.parent[box]
                return box if near[box] >= 0.5 * near[best] and box != best and not self._holds(best, box) else None
        return None

    def _holds(self, outer: int, box: int) -> bool:
        """Does one box hold another?"""
        while box >= 0:
            if box == outer:
                return True
            box = self.parent[box]
        return False

    def _insets(self, lines: list[Line], main: int, mass: list[int]) -> list[int]:
        """Boxes put between an article's paragraphs: small, with links or a form, where the paragraphs themselves are plain elements."""
        plain = sum(len(x.text) for x in lines if x.prose and (x.box == main or self.parent[x.box] == main and self.tags[x.box] == "p"))
        if plain < 0.55 * mass[main]:
            return []
        size: dict[int, int] = {}
        linked: dict[int, float] = {}
        for line in lines:
            box = line.box
            while box > 0 and self.parent[box] != main:
                box = self.parent[box]
            if box > 0 and box != main and self.tags[box] in ("div", "section", "aside", "ul", "ol", "table"):
                size[box] = size.get(box, 0) + len(line.text)
                linked[box] = linked.get(box, 0.0) + len(line.text) * line.link
        small = {box for box in size if mass[box] * 3 < mass[main] and linked[box] > 0.1 * size[box]}
        small |= {box for box in size if mass[box] * 2 < mass[main] and linked[box] > 0.2 * size[box]}
        for box in self.asks:  # a form to subscribe, to vote, to search
            while box > 0 and self.parent[box] != main:
                box = self.parent[box]
            if box in size and mass[box] * 4 < mass[main]:
                small.add(box)
        return sorted(small)

    def _below(self, main: int) -> list[bool]:
        """Which boxes stand in the main one."""
        out: list[bool] = []
        for box, parent in enumerate(self.parent):
            out.append(box == main or parent >= 0 and out[parent])
        return out
