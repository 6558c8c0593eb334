"""Known articles: lines of JSONL."""

from __future__ import annotations

import msgspec

from ..arabic.letters import Folded
from ..errors import PageError
from ..model import Article
from .day import local_day
from .glued import part
from .lines import Line, split_words, words_in_fold
from .media import by_label, by_url, named
from .phrases import sort_of
from .sources import Known
from .told import in_text
from .when import in_address, lines_date


class _Given(msgspec.Struct):
    text: str
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None


#: what stands at the foot of known articles now and then
_FOOT = frozenset(("newsletter", "app", "notice", "mistake", "copyright"))
_DECODER = msgspec.json.Decoder(_Given)


def read_known(line: Known) -> Article:
    """The article of one JSONL line.

    Errors: PageError naming file and line where it isn't JSON, or has no text.
    """
    where = f"{line.path}:{line.number}"
    try:
        given = _DECODER.decode(line.data)
    except msgspec.ValidationError as error:
        raise PageError(f"not an article: {error}", where=where, hint='a line needs at least "text", and strings for the rest') from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PageError(f"not JSON: {error}", where=where, hint="one JSON object a line") from error
    title = " ".join(given.title.split()) if given.title else None
    body = given.text.strip()
    if not body and not title:
        raise PageError("an article without text", where=where, hint='give the article\'s words under "text"')
    kept, words = _parted(body)
    body = "\n".join(kept)
    medium = (named(given.outlet) if given.outlet else None) or by_url(given.url) or by_label(given.outlet)
    outlet = medium.name if medium else given.outlet
    date = lines_date(given.date) if given.date else in_address(given.url)
    return Article(
        id=str(given.id) if given.id is not None else line.id,
        page=None,
        url=given.url,
        title=title or None,
        outlet=outlet,
        agencies=tuple(m.name for m in in_text(body, words) if m.name != outlet),
        published=date,
        published_from="metadata" if date else None,
        day=local_day(date, outlet),
        text=f"{title}\n{body}" if title else body,
    )


def cleaned(body: str) -> str:
    """A known article's text without read-also lines and glued labels; every other line as it was given.

    >>> cleaned("قال الوزير ذلك.\\nاقرأ أيضا: لقاء آخر في موسكو اليوم\\nوأضاف أنه باق.")
    'قال الوزير ذلك.\\nوأضاف أنه باق.'
    """
    return "\n".join(_parted(body)[0])


def _parted(body: str) -> tuple[list[str], list[list[str]]]:
    """The lines of a known article's text that are kept, and their folded words."""
    kept: list[str] = []
    told: list[list[str]] = []
    lines = body.split("\n")
    folded = [Folded(line) for line in lines]
    words = [words_in_fold(f.text) for f in folded]
    vocabulary = frozenset().union(*words)
    for k, raw in enumerate(lines):
        pieces = part(raw, vocabulary, folded[k])
        whole = words[k] if len(pieces) == 1 and pieces[0][0] == raw else None
        for piece, label in pieces:
            sort = None if label else sort_of(Line(piece, words=whole))
            if not label and not (sort and (sort.kind == "read_also" or sort.kind in _FOOT and sort.sure and k >= len(lines) - 3)):
                kept.append(piece)
                told.append(whole if whole is not None else split_words(piece))
    return kept, told
