"""Words known by their shape alone: a verb of the future, a feminine perfect, a counted accusative."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from ...arabic.letters import fold
from ...lexicon.table import alternatives, read_table

_LETTER = "~"


def _pattern(forms: str) -> re.Pattern[str]:
    """One pattern for all forms; no form matches nothing. The letter at an end of a form stands for more."""
    out = []
    for form in alternatives(forms):
        source = fold(form).replace(_LETTER, r"[^\W\d_]")
        source = source + "+" if form.endswith(_LETTER) else re.sub(r"^\[[^]]*\]", r"\g<0>+", source)
        out.append(source)
    return re.compile("|".join(out) if out else r"(?!)")


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    rows = read_table(Path(__file__).with_name("shapes.tsv"), columns=("id", "class", "forms", "but", "example", "gives", "shown"))
    return tuple((row["class"], _pattern(row["forms"]), _pattern(row["but"])) for row in rows)


@lru_cache(maxsize=100_000)
def shape(norm: str) -> frozenset[str]:
    """The classes of a folded word by its shape alone.

    >>> sorted(shape("سيسافر")), sorted(shape("اتصلت")), sorted(shape("الوقت"))
    (['future'], ['past'], [])
    """
    return frozenset(cls for cls, has, but in _shapes() if has.fullmatch(norm) and not but.fullmatch(norm))
