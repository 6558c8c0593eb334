"""Bytes → text: the encoding from a mark of order, the page's own declaration, or the letters themselves."""

from __future__ import annotations

import codecs
import re

from ..arabic.letters import fold
from ..errors import PageError
from .knowledge import words_of

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I)
_HEADER = re.compile(rb"^(?:HTTP/[\d.]+ \d+[^\r\n]*\r?\n)?(?:[\w-]+:[^\r\n]*\r?\n)*?content-type:[^\r\n]*?charset=\"?([\w.:-]{2,40})", re.I)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE = ("windows-1256", "iso-8859-6")
_MAGIC = (b"%PDF", b"\x89PNG", b"PK\x03\x04", b"\xff\xd8\xff", b"SQLite format 3", b"GIF8", b"RIFF")
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")
_WORDS = re.compile("[\u0621-\u0652]+")


def decode(data: bytes, where: str) -> str:
    """The text of a page's bytes; invalid bytes become U+FFFD, NULs go.

    A declared encoding is believed only where the letters don't speak against it: pages in windows-1256 that call themselves
    UTF-8 are common.

    >>> decode("قال الوزير إن".encode("windows-1256"), "a.txt")
    'قال الوزير إن'

    Errors: PageError for an empty file and for bytes that are no text.
    """
    if not data.strip():
        raise PageError("the file is empty", where=where, hint="crawl the page again")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _clean(data.decode(name, "replace"))
    if not data.startswith(_MAGIC) and (wide := _wide(data)) is not None:
        return _clean(wide)
    if _binary(data):
        raise PageError("not a text: it holds binary bytes", where=where, hint="give pages as .html or .txt, packed ones as .gz")
    try:
        return _clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    loose = data.decode("utf-8", "replace")
    bad = loose.count("\ufffd")
    if sum("\u0600" <= c <= "\u06ff" for c in loose[:200_000]) > 4 * min(bad, 200_000) and bad * 20 < len(loose):
        return _clean(loose)
    declared = _declared(data)
    names = list(dict.fromkeys([n for n in (declared,) if n] + list(_SINGLE)))
    texts = [(n, data.decode(n, "replace")) for n in names]
    best = max(texts, key=lambda x: (_plausible(x[1]), x[0] == declared))
    return _clean(best[1])


def _declared(data: bytes) -> str | None:
    """The encoding the page declares, where Python knows it and it isn't UTF-8."""
    for pattern in (_HEADER, _META, _XML):
        if m := pattern.search(data[:4096]):
            try:
                name = codecs.lookup(m[1].decode("ascii", "replace")).name
            except LookupError:
                continue
            if not name.startswith("utf"):
                return "windows-1256" if name == "cp1256" else name
    return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of ASCII or Arabic letters is 0 or 6."""
    head = data[:4000]
    if len(head) < 8:
        return None
    for name, high, low in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        if high.count(0) + high.count(6) > 0.9 * len(high) and head.count(0) > 4 and low.count(0) * 10 < len(low):
            return data.decode(name, "replace")
    return None


def _binary(data: bytes) -> bool:
    """Control bytes that no text holds, in numbers."""
    head = data[:8192]
    odd = len(head) - len(head.translate(None, _CONTROL))
    return data.startswith(_MAGIC) or odd * 50 > len(head)


def _plausible(text: str) -> int:
    """How many common Arabic words a reading of the bytes holds, less letters that no Arabic page holds."""
    words = [fold(w) for w in _WORDS.findall(text[:60_000])]
    common = words_of("function")
    return 4 * sum(w in common for w in words) + sum(w.startswith("ال") for w in words) - 3 * text[:60_000].count("\ufffd")


def _clean(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
