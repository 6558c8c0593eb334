"""Paths → pages and lines of known articles, one at a time, in a fixed order; bad ones as errors, the others go on."""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import PageError
from ..model import Page, Struct

#: no page of news is longer; what is, is a bomb or no page
PAGE_LIMIT = 24 << 20
LINE_LIMIT = 16 << 20
_PAGES = (".html", ".htm", ".txt")
_BLOCK = 1 << 18


class Known(Struct, frozen=True):
    """One line of a JSONL file: an article already cut. `id` is file name and line, `data` the line's bytes."""

    id: str
    path: str
    number: int
    data: bytes


def sources(paths: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Page | Known | PageError]:
    """The pages and known articles below the paths, in order of their names; a path that can't be read gives a PageError.

    A path is a file (.html, .htm, .txt, .jsonl, each also .gz), a folder, or "-". Ids: CONTRACT.
    """
    for path in paths:
        if str(path) == "-":
            yield from _piped(stdin or sys.stdin.buffer)
            continue
        path = Path(path)
        if path.is_dir():
            yield from _folder(path)
        elif not path.exists():
            yield PageError("no such file or folder", where=str(path), hint="look at the spelling of the path")
        elif _ending(path.name) or path.is_file():
            yield from _file(path, _stem(path.name))


def _ending(name: str) -> str | None:
    """The ending of a page or list of articles, packed or not; None for other files."""
    name = name.lower().removesuffix(".gz")
    return next((e for e in (*_PAGES, ".jsonl") if name.endswith(e)), None)


def _stem(name: str) -> str:
    """A file's name without its ending.

    >>> _stem("news.html.gz"), _stem("a.b.txt")
    ('news', 'a.b')
    """
    if name.lower().endswith(".gz"):
        name = name[:-3]
    ending = _ending(name)
    return name[: -len(ending)] if ending else name


def _folder(folder: Path) -> Iterator[Page | Known | PageError]:
    """Everything readable below a folder; files whose ids would collide keep their ending."""
    files = []
    for root, folders, names in folder.walk() if hasattr(folder, "walk") else _walk(folder):
        folders[:] = sorted(d for d in folders if not d.startswith("."))
        files += [root / name for name in names if _ending(name) and not name.startswith(".")]
    files.sort(key=lambda f: f.relative_to(folder).as_posix())
    ids = [(f.relative_to(folder).parent / _stem(f.name)).as_posix() for f in files]
    many = Counter(ids)
    if not files:
        yield PageError("no pages in this folder", where=str(folder), hint="pages end in .html, .htm, .txt or .jsonl, packed ones in .gz")
    for file, name in zip(files, ids, strict=True):
        yield from _file(file, name if many[name] == 1 else file.relative_to(folder).as_posix())


def _walk(folder: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    import os

    for root, folders, names in os.walk(folder):
        yield Path(root), folders, names


def _file(path: Path, name: str) -> Iterator[Page | Known | PageError]:
    """The page in a file, or the lines of a JSONL file."""
    ending = _ending(path.name)
    packed = path.name.lower().endswith(".gz")
    try:
        with path.open("rb") as stream:
            if ending == ".jsonl":
                yield from _lines(_blocks(stream, packed, str(path)), str(path), _stem(path.name))
                return
            data = _whole(_blocks(stream, packed, str(path)), str(path))
    except PageError as error:
        yield error
        return
    except OSError as error:
        yield PageError(f"can't be read: {error.strerror or error}", where=str(path), hint="look at the file's rights")
        return
    yield Page(id=name, path=str(path), data=data, html=None if ending is None else ending != ".txt")


def _piped(stream: BinaryIO) -> Iterator[Page | Known | PageError]:
    """What is piped in: a page, or known articles where it begins with a brace."""
    blocks = _blocks(stream, None, "-")
    try:
        first = next(blocks, b"")
        whole = _chain(first, blocks)
        if first.lstrip()[:1] == b"{":
            yield from _lines(whole, "-", "stdin")
            return
        yield Page(id="stdin", path="-", data=_whole(whole, "-"))
    except PageError as error:
        yield error


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _blocks(stream: BinaryIO, packed: bool | None, where: str) -> Iterator[bytes]:
    """A file's bytes in blocks, unpacked where it's packed (by its first bytes where `packed` isn't known)."""
    block = stream.read(_BLOCK)
    if not block.startswith(b"\x1f\x8b"):
        if packed:
            raise PageError("not a gzip file", where=where, hint="take the .gz off its name, or pack it again")
        while block:
            yield block
            block = stream.read(_BLOCK)
        return
    unpack = zlib.decompressobj(31)
    try:
        while block:
            out = unpack.decompress(block, _BLOCK)
            if out:
                yield out
            block = unpack.unconsumed_tail
            if unpack.eof:
                block = unpack.unused_data.lstrip(b"\0") or stream.read(_BLOCK)
                if not block:
                    return
                unpack = zlib.decompressobj(31)
            elif not block:
                block = stream.read(_BLOCK)
    except zlib.error as error:
        raise PageError("damaged gzip file", where=where, hint="fetch the file again") from error
    raise PageError("the gzip file is cut short", where=where, hint="fetch the file again")


def _whole(blocks: Iterator[bytes], where: str) -> bytes:
    """All bytes, as long as they can be a page."""
    parts, size = [], 0
    for block in blocks:
        size += len(block)
        if size > PAGE_LIMIT:
            raise PageError(
                f"longer than {PAGE_LIMIT >> 20} MB: no page of news", where=where, hint="part it into pages, or give articles as .jsonl"
            )
        parts.append(block)
    return b"".join(parts)


def _lines(blocks: Iterator[bytes], where: str, name: str) -> Iterator[Known | PageError]:
    """The lines of a JSONL file; one that is too long is named and passed over, never held."""
    kept: list[bytes] = []
    size, number = 0, 1
    try:
        for block in blocks:
            *full, rest = block.split(b"\n")
            for piece in full:
                yield from _line(kept, piece, size, where, name, number)
                kept, size, number = [], 0, number + 1
            size += len(rest)
            if size <= LINE_LIMIT:
                kept.append(rest)
            else:
                kept = []
    except PageError as error:
        yield from _line(kept, b"", size, where, name, number) if size > LINE_LIMIT else ()
        yield error
        return
    yield from _line(kept, b"", size, where, name, number)


def _line(kept: list[bytes], piece: bytes, size: int, where: str, name: str, number: int) -> Iterator[Known | PageError]:
    if size + len(piece) > LINE_LIMIT:
        yield PageError(f"a line longer than {LINE_LIMIT >> 20} MB", where=f"{where}:{number}", hint="one article a line")
        return
    data = b"".join([*kept, piece]).strip()
    if number == 1:
        data = data.removeprefix(b"\xef\xbb\xbf")
    if data:
        yield Known(id=f"{name}#{number}", path=where, number=number, data=data)
