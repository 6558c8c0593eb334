"""One page → its articles: the stages in order."""
from __future__ import annotations

from ..errors import PageError
from ..model import Article, Page
from .cutting import Piece, cut
from .decode import decode
from .glued import part
from .language import refuse_foreign
from .lines import Line, split_words


def read_page(page: Page) -> list[Article]:
    """The articles of a page, its first first; later ones have `#2`, `#3` behind the id.

    Errors: PageError for pages that are empty, binary, not Arabic, or hold no article.
    """
    text = decode(page.data, page.path)
    html = page.html if page.html is not None else text.lstrip()[:1] == "<"
    lines = text_lines(text)
    refuse_foreign(text, page.path)
    pieces = cut(lines) if lines else []
    if not pieces:
        raise PageError("no article found on the page", where=page.path, hint="is it a front page or a menu?")
    return [_article(page, piece, k) for k, piece in enumerate(pieces, 1)]


def text_lines(text: str) -> list[Line]:
    """The lines of a text as crawled, glued ones parted."""
    raw = [line for line in (" ".join(r.split()) for r in text.split("\n")) if line]
    vocabulary = frozenset(split_words(text))
    return [Line(piece, hint="label" if label else "") for line in raw for piece, label in part(line, vocabulary)]


def _article(page: Page, piece: Piece, number: int) -> Article:
    body = "\n".join(piece.standfirst + piece.body)
    return Article(
        id=page.id if number == 1 else f"{page.id}#{number}", page=page.id, url=page.url if number == 1 else None, title=piece.title,
        text=f"{piece.title}\n{body}" if piece.title else body, correction=piece.correction, cuts=tuple(piece.cuts),
    )
