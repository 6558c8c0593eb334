"""Whom a sentence credits with an act that stands in nobody's words: by an attribution («بحسب رويترز»), or for an act in words by the
occasion it was said on («في حديث لقناة العربية») or the network («على تويتر»)."""

from __future__ import annotations

from collections.abc import Iterator

from ...arabic.clitics import CONJUNCTIONS
from ...arabic.words import Text
from ..clauses.model import Clause
from ..names.model import Names
from ..speech.chain import attribution, carried
from ..speech.tables import channels, class_words, words_in
from .timeline import apart

POST = ("post", "post_verb", "post_l")
REACH = 8  # tokens behind «في حديث», «عبر حسابه» in which the medium stands
OPENS = 3  # tokens of a sentence in which an attribution opens it
OWNED = 2  # tokens between عبر and the network («عبر حسابه على تويتر»)


def credited(text: Text, names: Names, clause: Clause) -> tuple[str, ...]:
    """Who is credited with an act: «قصفت الطائرات المدينة، وفق ناشطين»; () where nobody is.

    «كما قصفت» only goes on, and what is told of another («ما قالت الوزارة إنه هجوم») credits nobody.
    """
    for k in words_in(text, clause.start, clause.end, *POST):
        if text.norms[k] in class_words("but") or clause.start + OPENS <= k < clause.i:
            continue
        m, end = attribution(text, names, k + 1, clause.end)
        if m is None or m.kind in ("place", "state") or _tells(text, end, clause.end):
            continue
        return tuple(m.entities)
    return ()


def carriers(text: Text, names: Names, clause: Clause, clauses: list[Clause], doers: tuple[str, ...]) -> tuple[str, ...]:
    """Who carried an act in words: «انتقد ترامب المحكمة على تويتر», «طالب عباس، في حديث لقناة العربية، …», «…، بحسب رويترز».

    A medium that is talked about («هدد بطرد وسائل الإعلام») carries nothing, nor one that somebody else speaks to.
    """
    stop = next((c.i for c in clauses if _another(c, clause)), clause.end)
    found: dict[str, None] = {}
    for low, high in _ranges(text, clause, stop):
        found.update(dict.fromkeys(e for e in carried(text, names, [(low, high)], doers).via if e not in doers))
    return tuple(found)


def _another(c: Clause, clause: Clause) -> bool:
    """Does a clause go on in the sentence with somebody else who does or says something («…، وكتبت المتحدثة على فيسبوك»)?"""
    if c.sentence != clause.sentence or c.kind != "verb" or c.i <= clause.j or c.form.prefix[:1] not in CONJUNCTIONS:
        return False
    return bool(c.rows) and c.subject is not None and c.subject.how in ("after", "before")


def _ranges(text: Text, clause: Clause, stop: int) -> Iterator[tuple[int, int]]:
    """The token ranges of the clause in which a medium carries what is said."""
    for k in words_in(text, clause.i, clause.end, *POST):
        if text.norms[k] not in class_words("but"):
            yield k, _comma(text, k + 1, min(k + REACH, clause.end))
    known = channels()
    inner = next((k for k in range(clause.j, stop) if text.norms[k] in class_words("an")), stop)
    first = clause.start if clause.kind != "noun" else clause.i
    for low, high in ((first, clause.i), (clause.i, inner)):
        for k in range(low, high):
            if known.lookups(text.norms[k]) and known.at(text, k) and _on(text, k, low) and not apart(text, clause, k):
                yield k, _comma(text, k + 1, min(k + REACH, clause.end))


def _on(text: Text, k: int, low: int) -> bool:
    """Does a preposition lead the word of an occasion or a network at token k («في حديث», «عبر حسابه بتويتر»)?"""
    if text.norms[k][:1] == "ب" and text.norms[k][1:] and channels().lookups(text.norms[k][1:]):
        return True
    return any(text.norms[n] in class_words("preposition") for n in range(max(low, k - 1 - OWNED), k))


def _tells(text: Text, k: int, end: int) -> bool:
    """Does what somebody says follow him from token k on («على ما قالت الوزارة إنها مصانع»)?"""
    return any(text.norms[n] in class_words("an") for n in range(k, min(_comma(text, k, end), k + OPENS)))


def _comma(text: Text, k: int, end: int) -> int:
    """The next comma or full stop from token k on."""
    return next((n for n in range(k, end) if text.norms[n] in ("،", ",", ".")), end)
