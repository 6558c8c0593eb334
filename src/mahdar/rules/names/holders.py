"""Offices without a name that the article itself names a holder for: «الوزير الفرنسي» beside «وزير الخارجية الفرنسي جان إيف لودريان»."""

from __future__ import annotations

from ...arabic.words import Text
from ...lexicon import Lexicon
from .model import Named, Names
from .words import words


def point_back(text: Text, names: Names, lexicon: Lexicon, day: str | None) -> None:
    """Let each office without a known holder stand for the one person the article names in such an office of that country.

    An office fits a more special one (minister: foreign minister). «المسؤول الأميركي» stands for the only American the
    article names by then. Where two persons fit, or none, the office stays an office; a former one (الرئيس اليمني الراحل) is not his
    who holds it on the article's `day`.
    """
    people = [m for m in names.mentions if m.kind == "person" and m.form == "name" and m.country and len(m.entities) == 1]
    if not people:
        return
    for m in names.mentions:
        if m.form != "office" or m.kind not in ("institution", "unnamed") or not m.country or not m.title or len(m.entities) != 1:
            continue
        if m.number != "s" or not _ends(text, m):
            continue
        if m.kind == "unnamed":
            fits = [p for p in people if p.country == m.country and p.i < m.i] if _definite(text, m) else []
        else:
            fits = [p for p in people if p.country == m.country and _holds(names, p, m.title)]
        if fits and not words().former.isdisjoint(text.norms[m.i : m.j]):
            now = set(lexicon.holding((m.title,), day))
            fits = [p for p in fits if p.entity not in now]
        if len({p.entity for p in fits}) == 1 and (m.gender is None or fits[0].gender in (None, m.gender)):
            m.entities, m.kind, m.gender = fits[0].entities, "person", fits[0].gender


def _ends(text: Text, m: Named) -> bool:
    """Does the phrase end with the office? An unknown word behind it may be a name («النائب الأميركي هيك»)."""
    return m.j >= len(text) or text.kinds[m.j] != "W" or text.norms[m.j] in words().common or text.norms[m.j][0] in "وفبل"


def _definite(text: Text, m: Named) -> bool:
    return text.norms[m.i].removeprefix(m.prefix).startswith("ال")


def _holds(names: Names, p: Named, title: str) -> bool:
    """Is the person known, here or by the tables, in this office or a more special one?"""
    known = {q.title for q in names.mentions if q.title and p.entity in q.entities}
    if any(t == title or t.endswith("_" + title) for t in known):
        return True
    office = names.entities[p.entity].office or ""
    plain = title.replace("_", " ")
    return office == plain or office.endswith(" " + plain) or office.startswith(plain + " to ")
