"""What is made of tables, kept between runs: a file in the user's cache folder, named by a hash of all it was made from."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


class Forms(msgspec.Struct):
    """The forms of all verbs and nouns as they are kept: written word → its analyses, decoded when asked for."""

    free: dict[str, msgspec.Raw]
    bound: dict[str, msgspec.Raw]


class Lazy(dict[str, T]):
    """A dictionary whose values are decoded when first asked for; `raw` holds them all. Nothing is to be written to it."""

    def __init__(self, raw: dict[str, msgspec.Raw], type_: type[T]) -> None:
        super().__init__()
        self.raw = raw
        self._decode: Callable[[msgspec.Raw], T] = msgspec.msgpack.Decoder(type_).decode

    def __missing__(self, key: str) -> T:
        value = self[key] = self._decode(self.raw[key])
        return value

    def __contains__(self, key: object) -> bool:
        return key in self.raw

    def __iter__(self) -> Iterator[str]:
        return iter(self.raw)

    def __len__(self) -> int:
        return len(self.raw)

    def get(self, key: str, default: Any = None) -> Any:
        """The value, or the default where there's none."""
        return self[key] if key in self.raw else default

    def items(self) -> Any:
        """All pairs, decoded."""
        return {key: self[key] for key in self.raw}.items()


def hashed(paths: Iterable[Path]) -> str:
    """A hash of the names and contents of the files; of those that are there."""
    digest = hashlib.blake2b(digest_size=16)
    for path in paths:
        if path.exists():
            digest.update(path.name.encode() + b"\0")
            digest.update(path.read_bytes())
    return digest.hexdigest()


def kept(name: str, key: str, type_: type[T], make: Callable[[], object]) -> T:
    """What `make` gives, encoded and decoded as `type_`; from the cache where a file of that name and key is there.

    The file of a `key` never changes; one that is damaged is made again. Where the folder can't be written nothing is kept.
    """
    try:
        return _decoded((_folder() / f"{name}-{key}.msgpack").read_bytes(), type_)
    except (OSError, RuntimeError, msgspec.DecodeError):  # not there yet, unreadable, or damaged
        pass
    encoded = msgspec.msgpack.encode(make())
    _write(name, key, encoded)
    return _decoded(encoded, type_)


def _decoded(encoded: bytes, type_: type[T]) -> T:
    """The contents. The collector rests meanwhile and leaves them alone afterwards: they live as long as the process."""
    ran = gc.isenabled()
    gc.disable()
    try:
        value = msgspec.msgpack.decode(encoded, type=type_)
    finally:
        if ran:
            gc.enable()
    gc.freeze()
    return value


def _folder() -> Path:
    if os.environ.get("MAHDAR_CACHE"):
        return Path(os.environ["MAHDAR_CACHE"])
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "mahdar"


def _write(name: str, key: str, encoded: bytes) -> None:
    """Write the file, or do without where the folder can't be written; a half-written file is never seen."""
    try:
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f".{name}-{key}.{os.getpid()}"
        fresh.write_bytes(encoded)
        fresh.replace(folder / f"{name}-{key}.msgpack")
    except (OSError, RuntimeError):
        return
