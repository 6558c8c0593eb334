"""One page → its articles: the stages in order."""

from __future__ import annotations

from ..errors import PageError
from ..model import Article, Page
from ..rules.times import datelines
from .credits import in_byline, in_credit
from .cutting import cut
from .day import local_day
from .decode import decode
from .html import read_html
from .inferring import infer
from .language import refuse_foreign
from .lines import Line, split_words
from .media import media
from .metadata import Metadata
from .outlet import publisher, says_it_gathers, site_of
from .plain import text_lines
from .sheet import Piece
from .title import without_site
from .told import in_text
from .when import Stamp, choose, day_told, in_address, in_lead, lines_date, older


def read_page(page: Page) -> list[Article]:
    """The articles of a page, its first first; later ones have `#2`, `#3` behind the id.

    Errors: PageError for pages that are empty, binary, not Arabic, or hold no article.
    """
    text = decode(page.data, page.path)
    html = page.html if page.html is not None else text.lstrip()[:1] == "<"
    if html or _looks_like_html(text):
        sheet = read_html(text, page.path)
        lines, metadata = sheet.lines, sheet.metadata
        if metadata.body and sum(len(x.text) for x in lines if x.prose) * 2 < len(metadata.body):
            lines = [*([Line(metadata.title, tag="h1")] if metadata.title else []), *text_lines(metadata.body)]
    else:
        lines, metadata = text_lines(text), Metadata()
    refuse_foreign("\n".join(line.text for line in lines), page.path)
    pieces = cut(lines, title=metadata.title or metadata.shown)
    if not pieces:
        raise PageError("no article found on the page", where=page.path, hint="is it a front page or a menu?")
    first = pieces[0]
    if any(says_it_gathers(line.text) for line in lines if len(line.words) < 40):
        for piece in pieces:
            piece.gathered = True
    if metadata.shown and metadata.title:
        rest = metadata.shown.replace(metadata.title, "", 1) if metadata.title in metadata.shown else ""
        shown = split_words(metadata.shown)
        apart = not rest and len(shown) <= 4 and not set(shown) & set(split_words(metadata.title))
        first.sites += [rest.strip(" -–—|:«»›·•/~.")] if rest else [metadata.shown] if apart else without_site(metadata.shown)[1]
    return [_article(page, piece, k, metadata, first) for k, piece in enumerate(pieces, 1)]


def _looks_like_html(text: str) -> bool:
    """Is a page without an ending HTML after all?"""
    head = text[:2000].lower()
    return "<html" in head or "<!doctype html" in head or "<body" in head


def _article(page: Page, piece: Piece, number: int, metadata: Metadata, first: Piece) -> Article:
    """The article of one piece of a page."""
    url = page.url or metadata.url
    site = site_of(first, site=metadata.site, url=url, places=metadata.places)
    if number == 1 or metadata.url or metadata.site:
        outlet, carrier = publisher(piece, site)
    else:
        outlet, carrier = publisher(piece, site_of(piece))
    body = "\n".join(piece.standfirst + piece.body)
    published, source, why = _published(page, piece, number, metadata)
    text = f"{piece.title}\n{body}" if piece.title else body
    if published is None and (found := infer(text, stamps=piece.stamps, replies=piece.replies)):
        published, why = found
        source = "inferred"
    agencies: dict[str, None] = {}
    for line in piece.foot:
        agencies.update(dict.fromkeys(m.name for m in in_credit(line)))
    for line in piece.edges:
        if len(split_words(line)) <= 14:
            agencies.update(dict.fromkeys(m.name for m in in_byline(line)))
    agencies.update(dict.fromkeys(m.name for m in in_text(body)))
    if number == 1:
        agencies.update(dict.fromkeys(m.name for line in metadata.credits for m in in_byline(line) if m.kind == "agency"))
    own = media().by_name.get(outlet) if outlet else None
    signs = own is not None and own.kind == "agency"  # an agency's name on its own dispatch is a credit
    if outlet and signs:
        agencies.setdefault(outlet)
    elif outlet and not any(m.name == outlet for line in piece.foot for m in in_credit(line)):
        agencies.pop(outlet, None)
    return Article(
        id=page.id if number == 1 else f"{page.id}#{number}",
        page=page.id,
        url=url if number == 1 else None,
        outlet=outlet,
        carrier=carrier,
        agencies=tuple(agencies),
        title=piece.title,
        published=published,
        published_from=source,
        published_why=why,
        day=local_day(published, outlet),
        text=text,
        correction=piece.correction,
        cuts=tuple(piece.cuts),
    )


def _published(page: Page, piece: Piece, number: int, metadata: Metadata) -> tuple[str | None, str | None, str | None]:
    """(when, from what, why) as the page itself says it."""
    if number == 1 and page.date:
        return page.date, "metadata", "given with the page"
    named = (
        metadata.date
        if number == 1
        else next((d for h, d in metadata.articles if d and piece.title and split_words(h) == split_words(piece.title)), None)
    )
    said = lines_date(named) if named else None
    told = day_told(piece.body[0]) if piece.body else None
    stamp: Stamp | None = choose(piece.stamps, lead=piece.lead, title=piece.at, heads=piece.heads, crawled=piece.crawled, told=told)
    if said and (metadata.date_rank >= 2 or number > 1) and not (stamp and older(stamp, said, title=piece.at, lead=piece.lead)):
        return said, "metadata", "the page's metadata name this date"
    if stamp:
        return stamp.date.published, "page", f"dateline “{stamp.date.text}”"
    if found := in_lead(piece.body[0] if piece.body else ""):
        return found.published, "page", f"dateline “{found.text}” at the head of the text"
    if said:
        return said, "metadata", "the page's metadata name this date"
    for site in piece.sites:
        if found := next((d for d in datelines(site) if d.value), None):
            return found.published, "page", f"the page's title ends in “{found.text}”"
    if number == 1 and (day := in_address(page.url or metadata.url)):
        return day, "metadata", "the page's address names this day"
    return None, None, None
