"""Articles that stand only in a page's script data: the state a page hands to its scripts, as JSON."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

_ARABIC = re.compile("[\u0620-\u064a]")
_KEYS = frozenset(
    "content body articlebody html text story details description fulltext maintext article_body post_content bodytext rendered value "
    "paragraph copy newsbody newsdetails newscontent contenthtml bodyhtml storycontent".split()
)
_DATES = re.compile(r"(?:date|time)?[_-]?(?:publish(?:ed)?|publication|first_publish|display|pub)[_-]?(?:date|time|at|on)?(?:_?gmt)?", re.I)
_TITLES = ("headline", "title", "name")
_CHUNK = re.compile(r'self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)')
_TAG = re.compile(r"<[a-zA-Z/][^>]*>")
_PAIR = re.compile(r'"([\w-]{2,30})"\s*:\s*"((?:[^"\\]|\\.)*)"')
_LEAST = 200
_LARGEST = 3_000_000
_BREAKS = re.compile(r"</(?:p|div|h\d|li|blockquote)>|<br\s*/?>", re.I)


class Story(NamedTuple):
    """What script data tell of an article: its text in lines, title and date as they stand there."""

    body: str
    title: str | None
    date: str | None


def script_story(tree: LexborHTMLParser) -> Story | None:
    """The longest Arabic text of a page's script data, or None where none is long enough for an article."""
    best: tuple[int, str, list[dict]] = (_LEAST - 1, "", [])
    chunks: list[str] = []
    for node in tree.css("script")[:200]:
        text = node.text(deep=True)
        if not 100 < len(text) < _LARGEST:
            continue
        chunks += [json.loads(m[1]) for m in _CHUNK.finditer(text)]
        for value in _values(text):
            best = max(best, _longest(value), key=lambda x: x[0])
    if chunks:
        for value in _values("".join(chunks)):
            best = max(best, _longest(value), key=lambda x: x[0])
    if not best[1]:
        return _loose(tree)
    title = date = None
    for holder in reversed(best[2]):
        title = title or next((v for k in _TITLES if isinstance(v := holder.get(k), str) and _ARABIC.search(v)), None)
        date = date or next((d for k, v in holder.items() if _DATES.fullmatch(k) and (d := _moment(v))), None)
    return Story(_lines(best[1]), title, date)


def _loose(tree: LexborHTMLParser) -> Story | None:
    """The longest text under a key that holds texts in script data that aren't sound JSON, with the first date beside it."""
    best, date = "", None
    for node in tree.css("script")[:200]:
        text = node.text(deep=True)
        if 100 < len(text) < _LARGEST and _ARABIC.search(text):
            for m in _PAIR.finditer(text):
                key, value = m[1], m[2]
                if key.lower() in _KEYS and len(value) > len(best):
                    best = value
                elif date is None and _DATES.fullmatch(key):
                    date = _moment(value)
    try:
        body = json.loads(f'"{best}"', strict=False)
    except ValueError:
        return None
    return Story(_lines(body), None, date) if _letters(body) >= _LEAST else None


def _values(text: str) -> list:
    """The JSON values that begin in a script: the whole of it, or what it assigns."""
    out, decoder, at, tries = [], json.JSONDecoder(), 0, 0
    while tries < 8 and (m := re.compile(r"[{\[]").search(text, at)):
        tries += 1
        try:
            value, at = decoder.raw_decode(text, m.start())
        except (ValueError, RecursionError):
            at = m.start() + 1
            continue
        if isinstance(value, (dict, list)):
            out.append(value)
    return out


def _longest(value: object) -> tuple[int, str, list[dict]]:
    """(letters, text, the objects around it) of the longest text below a JSON value; pieces in a list count as one text."""
    best: tuple[int, str, list[dict]] = (0, "", [])
    stack: list[tuple[object, list[dict], str]] = [(value, [], "")]
    seen = 0
    while stack and seen < 20_000:
        seen += 1
        item, around, key = stack.pop()
        if isinstance(item, dict):
            stack += [(v, [*around[-6:], item], k.lower()) for k, v in item.items()]
        elif isinstance(item, list):
            pieces = [p for x in item[:400] if (p := _piece(x))]
            if len(pieces) > 1 and (n := _letters("".join(pieces))) > best[0]:
                best = (n, "\n".join(pieces), around)
            stack += [(x, around, key) for x in item[:400]]
        elif isinstance(item, str) and key in _KEYS and (n := _letters(item)) > best[0]:
            best = (n, item, around)
    return best


def _piece(item: object) -> str | None:
    """The text of one paragraph object, or of a string."""
    if isinstance(item, str):
        return item if _letters(item) > 30 else None
    if isinstance(item, dict):
        return next((v for k, v in item.items() if k.lower() in _KEYS and isinstance(v, str) and _letters(v) > 10), None)
    return None


def _letters(text: str) -> int:
    """How many Arabic letters a text holds outside its tags."""
    return len(_ARABIC.findall(_TAG.sub(" ", text)))


def _lines(text: str) -> str:
    """A text without its markup, one paragraph a line."""
    if not _TAG.search(text):
        return text
    parsed = LexborHTMLParser(_BREAKS.sub("\n", text))
    return "\n".join(" ".join(line.split()) for line in (parsed.body.text(deep=True) if parsed.body else "").split("\n") if line.strip())


def _moment(value: object) -> str | None:
    """A date as script data write it: ISO, or seconds or milliseconds since 1970."""
    if isinstance(value, str) and re.match(r"(?:19|20)\d\d-\d\d-\d\d", value):
        return value
    if isinstance(value, (int, float)) and 600_000_000 < value < 4_000_000_000_000:
        from datetime import UTC, datetime

        return datetime.fromtimestamp(value / 1000 if value > 100_000_000_000 else value, UTC).isoformat()
    return None
