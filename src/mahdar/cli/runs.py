"""Lines sorted by id in bounded memory: sorted runs on disk, merged at the end."""

from __future__ import annotations

import heapq
import pickle
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import IO

LIMIT = 64 << 20


class Runs:
    """Collects (id, line) and gives the lines back sorted by id; lines of one id in their own order.

    >>> with Runs() as runs:
    ...     runs.add("b", b"2"); runs.add("a", b"1")
    ...     list(runs)
    [b'1', b'2']
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self.size = 0
        self.held: list[tuple[str, bytes]] = []
        self.files: list[IO[bytes]] = []

    def __enter__(self) -> Runs:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self.files:
            file.close()

    def add(self, key: str, line: bytes) -> None:
        """Keep a line."""
        self.held.append((key, line))
        self.size += len(line)
        if self.size >= self.limit:
            self._spill()

    def _spill(self) -> None:
        file = tempfile.TemporaryFile(prefix="mahdar-")  # closed with the runs
        self.files.append(file)
        for pair in sorted(self.held):
            pickle.dump(pair, file, pickle.HIGHEST_PROTOCOL)
        file.seek(0)
        self.held, self.size = [], 0

    @staticmethod
    def _load(file: IO[bytes]) -> Iterator[tuple[str, bytes]]:
        while True:
            try:
                yield pickle.load(file)
            except EOFError:
                return

    def __iter__(self) -> Iterator[bytes]:
        for _, line in heapq.merge(*(self._load(f) for f in self.files), sorted(self.held)):
            yield line
