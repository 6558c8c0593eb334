"""One item of a sentence: a predicate, a noun phrase with its preposition, a boundary."""

from __future__ import annotations

import msgspec

from .words import UNKNOWN, Choice


class Item(msgspec.Struct, gc=False):
    """`kind`: one of the kinds of model.py. `prep` stands before it; `gen`: it hangs on the item before; `joined`: و ties it to the item
    before; `choice`: of a predicate, how it is read; `pronoun`: of a preposition that carries one."""

    kind: int
    i: int
    j: int
    prep: str = ""
    gen: bool = False
    joined: bool = False
    definite: bool = False
    mentions: tuple[int, ...] = ()
    nations: tuple[str, ...] = ()
    choice: Choice = UNKNOWN
    negated: bool = False
    modal: str = ""
    pronoun: tuple[int, str, str] | None = None
    quoted: bool = False
    clause: int = -1
