"""A reading as rows, worked out where it was read, so that the one process that writes has little to do."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any
from zlib import compress, decompress

import msgspec

from ..arabic.letters import fold
from ..linking.marks import Marks, Told, marks, told
from ..model import Article, Reading

encode = msgspec.msgpack.Encoder(order="deterministic").encode


class Packed(msgspec.Struct, frozen=True):
    """One article's rows; `key` columns are added when they are written."""

    given: str
    sha: str
    article: tuple  # page … text
    reading: bytes
    marks: bytes
    folded: tuple[str, str]  # title, body
    mentions: list[tuple]
    reports: list[tuple]
    statements: list[tuple]
    speakers: list[tuple]


def digest(*parts: bytes) -> str:
    """A short hash of the parts: 24 hex digits."""
    h = blake2b(digest_size=12)
    for p in parts:
        h.update(len(p).to_bytes(8, "little"))
        h.update(p)
    return h.hexdigest()


def pack(article: Article, reading: Reading, sha: str | None = None) -> Packed:
    """The rows of one article and its reading; `sha` where the article isn't as it was given any more."""
    r = reading
    same = encode((article.id, article.url, article.outlet, article.title, article.published, article.text))
    body = r.text[len(r.title) + 1 :] if r.title and r.text.startswith(r.title) else r.text
    return Packed(
        given=r.id,
        sha=sha or digest(same),
        article=(
            r.page,
            r.url,
            r.outlet,
            r.carrier,
            msgspec.json.encode(r.agencies).decode(),
            r.title,
            r.published,
            r.published_from,
            r.day,
            r.text,
        ),
        reading=compress(encode(msgspec.structs.replace(r, text=""))),
        marks=compress(encode(marks(r))),
        folded=(fold(r.title or ""), fold(body)),
        mentions=list(
            {(e.id, m.start): (e.id, m.start, m.end, m.form) for e in r.entities for m in e.mentions}.values()
        ),
        reports=[
            (
                x.id,
                x.act,
                x.mode,
                x.status,
                x.detail,
                x.date,
                x.date_from,
                x.place,
                x.salience,
                x.start,
                x.end,
                x.anchor,
            )
            for x in r.reports
        ],
        statements=[
            (
                s.id,
                s.kind,
                s.start,
                s.end,
                s.channel,
                s.verb,
                msgspec.json.encode(s.speakers).decode(),
                msgspec.json.encode(s.via).decode(),
            )
            for s in r.statements
        ],
        speakers=list(dict.fromkeys((i, s.id) for s in r.statements for i in s.speakers)),
    )


_READING = msgspec.msgpack.Decoder(Reading)
_MARKS = msgspec.msgpack.Decoder(Marks)


def unpack_reading(blob: bytes, id: str, text: str) -> Reading:
    """The reading as it was, under the id the record gives it."""
    return msgspec.structs.replace(_READING.decode(decompress(blob)), id=id, text=text)


def unpack_told(reading: bytes, marked: bytes, id: str, share: dict[Any, Any] | None = None) -> Told:
    """What linking needs, under the id the record gives the article."""
    return told(unpack_reading(reading, id, ""), _MARKS.decode(decompress(marked)), share)
