"""A phrase found by the grammar, before it is settled which entity it means."""

from __future__ import annotations

import msgspec


class Draft(msgspec.Struct):
    """Tokens [i, j) with name [a, b); what is known of the one it names."""

    i: int
    j: int
    a: int
    b: int
    prefix: str
    form: str
    kind: str
    id: str | None = None  # a row of the lexicon
    name: str | None = None  # English, composed
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    number: str = "s"
    title: str | None = None  # key of the office: foreign_minister, president, ambassador
    of: str | None = None  # state or body of the office
    office: str | None = None  # short English
    town: str | None = None  # where he is posted (السفير السعودي في الخرطوم); the capital that stands for its government
    words: tuple[int, int] | None = None  # tokens of an unknown person's name
    definite: bool = True
    parts: list[Draft] = []  # conjuncts
    shared: str = ""  # a short form of several people
    weak: bool = False  # a short form that is a first name too: only beside the full name
    bare_of: str = ""  # the noun of the body, where its state is not said here
    former: bool = False
    nested: list[Draft] = []  # named inside this phrase: the president in the president's adviser
    also: list[Draft] = []  # others that the same words name: الكوريتين
    kin: bool = False  # the son or daughter of the man named before
    bare: bool = False  # an organ without its state: الجيش
    qualities: tuple[str, ...] = ()  # what the label of an unnamed person says of him: senior, security
    plain: str = ""  # his name without them
    called: str = ""  # what a definite noun calls him whom it names (الناشط نبيل رجب), or somebody named elsewhere (الناشط)
    pointing: bool = False  # names nobody unless such a one is named elsewhere
