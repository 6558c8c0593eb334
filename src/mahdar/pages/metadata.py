"""What an HTML page says of itself: JSON-LD, OpenGraph, meta elements, the canonical address."""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, field

import msgspec
from selectolax.lexbor import LexborHTMLParser

_KINDS = ("article", "posting", "report")
_DATES = {
    "article:published_time": 3,
    "og:article:published_time": 3,
    "datepublished": 3,
    "parsely-pub-date": 3,
    "article.published": 3,
    "publishdate": 2,
    "publish-date": 2,
    "publish_date": 2,
    "pubdate": 2,
    "dc.date.issued": 2,
    "dcterms.issued": 2,
    "originalpublicationdate": 2,
    "publicationdate": 2,
    "publication_date": 2,
    "datecreated": 2,
    "bt:pubdate": 2,
    "dcterms.created": 2,
    "dc.date": 1,
    "dc.date.created": 2,
    "sailthru.date": 2,
    "date": 1,
    "article_date_original": 2,
    "published_time": 2,
    "cxenseparse:recs:publishtime": 2,
}
_AUTHORS = frozenset("author article:author dc.creator dcterms.creator parsely-author sailthru.author news_source source dc.source".split())
_PLACES = frozenset("publisher dc.publisher dcterms.publisher copyright apple-mobile-web-app-title dc.rightsholder".split())
_CREDITS = ("author", "creator", "contributor", "sourceOrganization", "creditText", "provider", "copyrightHolder", "isBasedOn")
#: where a page shows its name beside its title: its feed, its search, its logo
_SHOWN = (
    'link[rel=alternate][title], link[rel=search][title], header img[alt], a[href="/"] img[alt], [class*=logo][title], [id*=logo] [title], '
    "[class*=logo] img[alt]"
)
_SAVED = re.compile(r"saved from url=\(\d+\)(https?://[^\s<>\"]+)")
_TAIL = re.compile(r",\s*([}\]])")


@dataclass
class Metadata:
    """Titles, dates, the site's name and address as the page's metadata give them."""

    title: str | None = None
    shown: str | None = None  # the <title>, with the site's name perhaps
    site: str | None = None
    places: list[str] = field(default_factory=list)  # other names the page gives itself: its publisher, its feed, its logo
    url: str | None = None
    date: str | None = None
    date_rank: int = 0
    credits: list[str] = field(default_factory=list)  # authors and sources, agencies among them
    body: str | None = None
    language: str | None = None
    articles: list[tuple[str, str | None]] = field(default_factory=list)  # headline, date of every article named


def read_metadata(tree: LexborHTMLParser, text: str = "") -> Metadata:
    """The metadata of a parsed page; what is malformed is passed over. `text`: the page itself, for the comment of a saved one."""
    found = Metadata()
    if saved := _SAVED.search(text, 0, 2000):
        found.url = saved[1]
    root = tree.css_first("html")
    found.language = (root.attributes.get("lang") if root else None) or None
    if (title := tree.css_first("title")) is not None:
        found.shown = " ".join(title.text(deep=True).split()) or None
    for node in tree.css("meta"):
        given = node.attributes
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").strip().lower()
        value = (given.get("content") or "").strip()
        if not name or not value:
            continue
        if name in ("og:title", "twitter:title", "headline") and (not found.title or name == "og:title"):
            found.title = _plain(value)
        elif name in ("og:site_name", "application-name") and (not found.site or name == "og:site_name"):
            found.site = _plain(value)
        elif name in _PLACES:
            found.places.append(_plain(value))
        elif name in _AUTHORS:
            found.credits.append(_plain(value))
        elif name == "og:url":
            found.url = value
        elif _DATES.get(name, 0) > found.date_rank:
            found.date, found.date_rank = value, _DATES[name]
    if (link := tree.css_first("link[rel=canonical]")) is not None:
        found.url = link.attributes.get("href") or found.url
    for node in tree.css('script[type="application/ld+json"]')[:20]:
        _linked_data(node.text(deep=True), found)
    for node in [] if found.site else tree.css(_SHOWN)[:8]:
        name = _plain(node.attributes.get("title") or node.attributes.get("alt") or "")
        if 1 < len(name) < 80:
            found.places.append(name)
    return found


def _plain(value: str) -> str:
    return " ".join(entities.unescape(value).split())


def _named(value: object) -> list[str]:
    """The names of a person or organisation of JSON-LD, or of several."""
    out = []
    for one in value[:10] if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and 1 < len(name) < 80:
            out.append(_plain(name))
    return out


def _linked_data(text: str, found: Metadata) -> None:
    """What a block of JSON-LD says; a trailing comma or a raw line break doesn't spoil it."""
    if len(text) > 2_000_000:
        return
    text = text.strip().removeprefix("<!--").removesuffix("-->").replace("\n", " ").replace("\t", " ").replace("\r", " ")
    try:
        value = msgspec.json.decode(text.encode())
    except (msgspec.DecodeError, RecursionError):
        try:
            value = msgspec.json.decode(_TAIL.sub(r"\1", text).encode())
        except (msgspec.DecodeError, RecursionError):
            return
    stack, seen = [value], 0
    while stack and seen < 2000:
        seen += 1
        item = stack.pop(0)
        if isinstance(item, list):
            stack = item[:200] + stack
        elif isinstance(item, dict):
            kind = item.get("@type")
            kinds = " ".join(k for k in kind if isinstance(k, str)) if isinstance(kind, list) else kind if isinstance(kind, str) else ""
            if any(k in kinds.lower() for k in _KINDS):
                _article(item, found)
            elif kinds in ("WebSite", "Organization", "NewsMediaOrganization") and isinstance(item.get("name"), str):
                found.site = found.site or _plain(item["name"])
            stack += [
                v
                for k, v in item.items()
                if k in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement") and isinstance(v, (dict, list))
            ]


def _article(item: dict, found: Metadata) -> None:
    """One article named by JSON-LD; the first names the page's."""
    date = item.get("datePublished") or item.get("dateCreated")
    date = date.strip() if isinstance(date, str) and date.strip() else None
    headline = item.get("headline") or item.get("name")
    headline = _plain(headline) if isinstance(headline, str) else ""
    first = not found.articles
    found.articles.append((headline, date))
    if not first:
        return
    if headline:
        found.title = found.title or headline
    if date:
        found.date, found.date_rank = date, 4
    for key in _CREDITS:
        for value in _named(item.get(key)):
            found.credits.append(value)
    publisher = item.get("publisher") or item.get("sourceOrganization")
    if isinstance(publisher, list) and publisher:
        publisher = publisher[0]
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        found.site = found.site or _plain(publisher["name"])
    if isinstance(item.get("articleBody"), str):
        found.body = entities.unescape(item["articleBody"])
    if isinstance(item.get("url"), str):
        found.url = found.url or item["url"]
