"""HTML → lines and metadata. Scripts, styles and hidden parts never count; the block that holds the article is found by its prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..errors import PageError
from .blocks import Blocks, hint_of
from .captions import signature
from .glued import part
from .lines import Line
from .metadata import Metadata, read_metadata
from .phrases import sort_of
from .scripts import script_story
from .title import without_site
from .when import stamps

_SKIP = frozenset(
    "script style noscript template svg iframe object embed canvas audio video map select option button input textarea datalist "
    "dialog math head".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub "
    "sup tt u var wbr img time".split()
)
_DEPTH = 400
#: with less running text than this, the article may stand in script data
_VISIBLE = 200
_NODES = 200_000
#: the parser's time grows with the square of the depth
_NESTED = 2000
_TAGS = 4000
_TAG_LENGTH = 20_000
_ATTRIBUTES = 3000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNNESTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option script style".split()
)


@dataclass
class Sheet:
    """What an HTML page gives: lines in order, and what its metadata say."""

    lines: list[Line] = field(default_factory=list)
    metadata: Metadata = field(default_factory=Metadata)


def read_html(text: str, where: str = "page") -> Sheet:
    """The lines of an HTML page, each marked with whether it stands in the block of the article, and the metadata.

    >>> [line.text for line in read_html("<h1>عنوان</h1><script>x</script><p>قال&nbsp;الوزير.</p>").lines]
    ['عنوان', 'قال الوزير.']

    Errors: PageError where elements nest so deep that parsing would take minutes.
    """
    if text.count("<") > _TAGS and _depth(text) > _NESTED:
        raise PageError(f"elements nested deeper than {_NESTED}", where=where, hint="no news page is built so; fetch it again")
    if any(len(x) > _TAG_LENGTH and x[: x.find(">")].count(" ") > _ATTRIBUTES for x in text.split("<")):
        raise PageError(f"an element with more than {_ATTRIBUTES} attributes", where=where, hint="no news page is built so; fetch it again")
    tree = LexborHTMLParser(text)
    metadata = read_metadata(tree, text)
    root = tree.body or tree.root
    if root is None:
        return Sheet(metadata=metadata)
    walker = _Walker()
    walker.walk(root)
    titles = [t for t in (metadata.title, metadata.shown and without_site(metadata.shown)[0]) if t]
    lines = _parted(walker.blocks.lines([t for t in (metadata.title, metadata.shown) if t]), titles)
    if not metadata.body and sum(len(x.text) for x in lines if x.prose) < _VISIBLE and (story := script_story(tree)):
        metadata.body, metadata.title = story.body, metadata.title or story.title
        if story.date and not metadata.date:
            metadata.date, metadata.date_rank = story.date, 3
    vocabulary = frozenset(w for line in lines if line.link < 0.5 and len(line.text) > 30 for w in line.words)
    out: list[Line] = []
    for line in lines:
        if line.link > 0.8 or len(line.text) < 16:
            out.append(line)
            continue
        pieces = part(line.text, vocabulary)
        if len(pieces) == 1:
            out.append(line)
            continue
        for piece, label in pieces:
            out.append(Line(piece, tag=line.tag, link=line.link, box=line.box, hint="label" if label else line.hint))
            out[-1].home = line.home
    return Sheet(lines=out, metadata=metadata)


def _parted(lines: list[Line], titles: list[str]) -> list[Line]:
    """The lines, a title parted from the date or the agency that stands behind it in the same block."""
    out = []
    for line in lines:
        title = next((t for t in titles if len(t) > 15 and line.text.startswith(t) and 5 < len(line.text) - len(t) < 90), "")
        rest = line.text[len(title) :].strip() if title else ""
        sort = sort_of(Line(rest)) if title else None
        signed = title and (sort and sort.does in ("source", "byline") or signature(Line(rest), set()))
        if title and (signed or (dates := stamps(Line(rest), 0)) and dates[0].date.value):
            for text in (title, rest):
                out.append(Line(text, tag=line.tag if text == title else "", link=line.link, box=line.box, hint=line.hint))
                out[-1].home = line.home
        else:
            out.append(line)
    return out


def _depth(text: str) -> int:
    """How deep a page's elements nest, about."""
    depth = deepest = 0
    for closing, tag in _TAG.findall(text):
        if tag.lower() in _UNNESTED:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


class _Walker:
    """Goes through the tree once and hands runs of text to the blocks."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self.seen = 0

    def walk(self, root: LexborNode) -> None:
        """All nodes below the root, without recursion: hostile pages nest deeply."""
        blocks, skip, inline = self.blocks, _SKIP, _INLINE
        stack: list[tuple[LexborNode, str]] = []
        node = root.child
        link = 0
        while True:
            if node is None:
                if not stack:
                    break
                parent, tag = stack.pop()
                if tag in inline:
                    blocks.touched = True
                if tag == "a":
                    link -= 1
                    blocks.link = link > 0
                elif tag not in inline or tag == "span" and _captioned(parent):
                    blocks.leave()
                node = parent.next
                continue
            tag = node.tag or ""
            if tag == "-text":
                blocks.text(node.text_content or "")
                node = node.next
                continue
            self.seen += 1
            if self.seen > _NODES:
                break
            if tag in skip or tag[:1] in "-_!" or len(stack) > _DEPTH:
                node = node.next
                continue
            if tag == "br":
                blocks.flush()
                node = node.next
                continue
            if tag in inline:
                blocks.touch()
            if tag == "a":
                link += 1
                blocks.link = True
            elif tag not in inline or tag == "span" and _captioned(node):
                attributes = node.attributes
                if attributes and _hidden(attributes):
                    node = node.next
                    continue
                blocks.enter(tag, attributes)
            elif tag == "time":
                blocks.time((node.attributes or {}).get("datetime") or "", node.text(deep=True))
                node = node.next
                continue
            child = node.child
            if child is None:
                if tag == "a":
                    link -= 1
                    blocks.link = link > 0
                elif tag not in inline or tag == "span" and _captioned(node):
                    blocks.leave()
                node = node.next
                continue
            stack.append((node, tag))
            node = child
        blocks.flush()


def _captioned(node: LexborNode) -> bool:
    """Do an inline element's class names say that it holds a picture's caption?"""
    names = (node.attributes or {}).get("class")
    return names is not None and hint_of(names[:300]) == "caption"


def _hidden(attributes: dict[str, str | None]) -> bool:
    """Is an element hidden from the reader?"""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()
