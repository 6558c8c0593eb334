"""Known articles: lines of JSONL."""
from __future__ import annotations

import msgspec

from ..errors import PageError
from ..model import Article
from .media import by_url, named
from .sources import Known


class _Given(msgspec.Struct):
    text: str
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None


_DECODER = msgspec.json.Decoder(_Given)


def read_known(line: Known) -> Article:
    """The article of one JSONL line.

    Errors: PageError naming file and line where it isn't JSON, or has no text.
    """
    where = f"{line.path}:{line.number}"
    try:
        given = _DECODER.decode(line.data)
    except msgspec.ValidationError as error:
        raise PageError(f"not an article: {error}", where=where, hint="a line needs at least \"text\", and strings for the rest") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PageError(f"not JSON: {error}", where=where, hint="one JSON object a line") from error
    title = " ".join(given.title.split()) if given.title else None
    body = given.text.strip()
    if not body and not title:
        raise PageError("an article without text", where=where, hint="give the article's words under \"text\"")
    medium = (named(given.outlet) if given.outlet else None) or by_url(given.url)
    return Article(
        id=str(given.id) if given.id is not None else line.id, page=None, url=given.url, title=title or None,
        outlet=medium.name if medium else given.outlet, published=given.date, published_from="metadata" if given.date else None,
        day=given.date[:10] if given.date else None, text=f"{title}\n{body}" if title else body,
    )
