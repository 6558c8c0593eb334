"""Which symbols a pattern may start with, so that only the rules that could match are tried."""

from __future__ import annotations


class Firsts:
    """Reads the part of regular expressions the grammar uses: classes, groups, looks ahead, | ? * +.

    >>> sorted(Firsts("(?P<x>a?)[bc]+|d").symbols)
    ['a', 'b', 'c', 'd']
    """

    def __init__(self, source: str) -> None:
        self.source, self.at = source, 0
        self.symbols, self.empty = self._either()

    def _peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def _either(self) -> tuple[set[str], bool]:
        symbols, empty = self._sequence()
        while self._peek() == "|":
            self.at += 1
            more, nothing = self._sequence()
            symbols, empty = symbols | more, empty or nothing
        return symbols, empty

    def _sequence(self) -> tuple[set[str], bool]:
        symbols: set[str] = set()
        empty = True
        while self._peek() not in ("", "|", ")"):
            more, nothing = self._piece()
            while self._peek() and self._peek() in "?*+":
                nothing = nothing or self._peek() in "?*"
                self.at += 1
            if empty:
                symbols |= more
            empty = empty and nothing
        return symbols, empty

    def _piece(self) -> tuple[set[str], bool]:
        if self._peek() == "(":
            return self._group()
        if self._peek() == "[":
            return self._class(), False
        return {self._letter()}, False

    def _letter(self) -> str:
        if self._peek() == "\\":
            self.at += 1
        self.at += 1
        return self.source[self.at - 1]

    def _class(self) -> set[str]:
        self.at += 1
        symbols = set()
        while self._peek() != "]":
            symbols.add(self._letter())
        self.at += 1
        return symbols

    def _group(self) -> tuple[set[str], bool]:
        self.at += 1
        look = self.source.startswith(("?=", "?!"), self.at)
        if self.source.startswith("?P<", self.at):
            self.at = self.source.index(">", self.at) + 1
        elif self._peek() == "?":
            self.at += 2
        found = self._either()
        self.at += 1
        return (set(), True) if look else found
