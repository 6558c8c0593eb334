"""The one family of errors. A message says what went wrong, where, and what to try."""
from __future__ import annotations


class MahdarError(Exception):
    """What went wrong, where (a file, a line, an offset), and what to try next.

    >>> str(PageError("page is empty", where="news/a.html", hint="crawl it again"))
    'news/a.html: page is empty (try: crawl it again)'
    """

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.what, self.where, self.hint = what, where, hint
        text = f"{where}: {what}" if where else what
        super().__init__(f"{text} (try: {hint})" if hint else text)


class PageError(MahdarError):
    """A page or an article line that can't be read; the others go on."""


class LexiconError(MahdarError):
    """A table that can't be trusted: a duplicate id, an empty alternative, a letter nobody types."""


class RecordError(MahdarError):
    """A record file that isn't one, is damaged, too new, or in use."""


class UsageError(MahdarError):
    """A request that can't be carried out as it stands."""
