"""Bytes → articles: sources, decoding, HTML, furniture, splitting, datelines, outlets, agencies.

`articles(paths)` reads everything; `sources` and `read` part the work, so that reading can be spread over processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..errors import PageError
from ..model import Article, Page
from .known import read_known
from .media import use
from .reading import read_page
from .sources import Known, sources

__all__ = ["Known", "articles", "read", "read_page", "sources", "use"]


def read(item: Page | Known) -> list[Article]:
    """The articles of one page, or the known article of one JSONL line.

    Errors: PageError naming the file (and the line) where it can't be read.
    """
    return [read_known(item)] if isinstance(item, Known) else read_page(item)


def articles(paths: Iterable[str | Path], *, on_error: Callable[[PageError], None] | None = None) -> Iterator[Article]:
    """The articles of all pages below the paths, one page in memory at a time; a bad page goes to `on_error`, the rest goes on.

    Errors: PageError for the first bad page where there's no `on_error`.
    """
    for item in sources(paths):
        try:
            if isinstance(item, PageError):
                raise item
            yield from read(item)
        except PageError as error:
            if on_error is None:
                raise
            on_error(error)
