"""A report in the making: what one clause says, before the same act's mentions are merged."""

from __future__ import annotations

import msgspec


class Draft(msgspec.Struct):
    """One mention of an act, in tokens and entity ids."""

    act: str
    mode: str | None
    status: str
    detail: str | None
    i: int
    j: int
    actors: list[str]
    recipients: list[str]
    roles: dict[str, list[str]]
    object: tuple[int, int] | None
    date: str | None
    date_from: str | None
    place: str | None
    source: list[str]
    salience: str
    evidence: list[tuple[int, int]]
    rows: list[str]
    rank: int = 0  # how plainly the words state the act
    background: bool = False
    present: bool = False  # told by a verb in the present tense
    pending: bool = False  # waits for the one it answers, or for the side of an attack that it doesn't name
    ground: bool = False  # the recipient is but the state of the place struck
    told: bool = False  # answers what was told right before it (وهو ما تنفيه موسكو)
    answered: list[str] = []  # who said what it answers
    guessed: bool = False  # stands in a title that names no time: its day is of what the article tells
