"""One sentence an event, in English and in Arabic, by template: who, did what, to whom, about what, where, when, by
whose account.

The templates are tables (acts.tsv, phrases.tsv): a part in [brackets] falls away where it has nothing to name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ..lexicon.table import Row, read_table
from ..model import Entity
from .dates import before, when, where

if TYPE_CHECKING:
    from ..linking.account import Event, Who

EN, AR = "en", "ar"
MUTUAL = frozenset({"meet", "call"})
SHARED = frozenset({"agree", "cooperate"})
#: acts that a single outlet's word alone doesn't carry without naming it
GRAVE = frozenset({"assault", "coerce"})
#: what "an" stands before: a US official, a union leader, but an unnamed one
_AN = re.compile("[aeioAEIO]|un(?!i)|Uzb")
_PART = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Row], dict[str, Row], dict[str, set[str]]]:
    here = Path(__file__).parent
    the: dict[str, set[str]] = {"whole": set(), "last": set(), "plural": set()}
    for row in read_table(here / "the.tsv", columns=("where",)):
        the[row["where"]].add(row["id"])
    return read_table(here / "acts.tsv").rows, read_table(here / "phrases.tsv").rows, the


def fill(template: str, **slots: str) -> str:
    """The template with its slots; bracketed parts whose slot is empty fall away.

    >>> fill("an attack[ by {A}][ on {R}]", A="", R="Ghouta")
    'an attack on Ghouta'
    """
    kept = _PART.sub(lambda m: m[1] if all(slots.get(s) for s in _SLOT.findall(m[1])) else "", template)
    return _SLOT.sub(lambda m: slots.get(m[1], ""), kept)


def english(name: str) -> str:
    """The name as it stands inside an English sentence.

    >>> english("United States"), english("Russian Foreign Ministry"), english("Hamas")
    ('the United States', 'the Russian Foreign Ministry', 'Hamas')
    """
    the = _tables()[2]
    words = name.split()
    if name in the["whole"] or (len(words) > 1 and (words[-1] in the["last"] or " ".join(words[-2:]) in the["last"])):
        return name if words[0] in ("the", "The", "a", "an") else f"the {name}"
    return name


def called(name: str, kind: str | None) -> str:
    """The name of an entity inside an English sentence; someone unnamed gets his article.

    >>> called("US official", "unnamed"), called("unnamed speaker", "unnamed"), called("Palestinian protesters", "unnamed")
    ('a US official', 'an unnamed speaker', 'Palestinian protesters')
    """
    if kind != "unnamed" or many(name) or name.partition(" ")[0] in ("a", "an", "the") or name[:1].isdigit():
        return english(name)
    return f"{'an' if _AN.match(name) else 'a'} {name}"


def arabic(e: Entity | None, name: str) -> str:
    """The Arabic name as it stands after a preposition: plurals of people take their other ending there.

    >>> arabic(Entity(id="group:houthis", kind="group", name="Houthis", name_ar="الحوثيون"), "Houthis")
    'الحوثيين'
    """
    if e is None or not e.name_ar:
        return name
    if e.kind not in ("group", "unnamed"):
        return e.name_ar
    phrases = _tables()[1]
    ends, other = phrases["plural_subject"][AR], phrases["plural_oblique"][AR]
    return " ".join(w[: -len(ends)] + other if w.endswith(ends) and len(w) > 4 else w for w in e.name_ar.split())


def many(name: str) -> bool:
    """Does a name without article mean several?

    >>> many("Russian media"), many("US officials"), many("spokesman of the coalition forces")
    (True, True, False)
    """
    head = re.split(" (?:of|from|in|for|at) ", name)[0].split()[-1] if name else ""
    return head in _tables()[2]["plural"] or head.endswith("men") or (head.endswith("s") and not head.endswith("ss"))


def listed(names: Sequence[str], language: str = EN) -> str:
    """Names as a list.

    >>> listed(["A", "B", "C"]), listed(["A", "B"], "ar")
    ('A, B and C', 'A وB')
    """
    names = list(dict.fromkeys(names))
    word = _tables()[1]["and"][language]
    if language == AR:
        return f" {word}".join(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}" if names else ""


def sentences(event: Event, entities: dict[str, Entity]) -> tuple[str, str]:
    """The event in English and in Arabic.

    A fact that stands on others' word only carries "according to …"; so does a grave one that stands on a single
    outlet's.
    """
    rows, phrases, _ = _tables()
    event = _bidden(event)
    row = rows.get(f"{event.act}/{event.mode}") or rows[event.act]
    return _english(event, entities, row, phrases), _arabic(event, entities, row, phrases)


def _bidden(event: Event) -> Event:
    """Whoever is invited by somebody to that one's country is invited to visit the country."""
    at = event.place
    if event.act != "visit" or event.detail != "invited" or at is None or not event.recipients:
        return event
    if any(not w.id.startswith("person:") or w.country != at.country for w in event.recipients):
        return event
    there = msgspec.structs.replace(event.recipients[0], id=at.id, name=at.name, country=at.country)
    return msgspec.structs.replace(event, recipients=(there,))


def _sides(event: Event) -> tuple[list[Who], list[Who]]:
    actors, recipients = list(event.actors), list(event.recipients)
    if event.act in MUTUAL:
        actors, recipients = actors + recipients, []
    if event.act in MUTUAL | SHARED and not recipients and len(actors) > 1:
        return actors[:1], actors[1:]
    return actors, recipients


def _called(id: str | None, name: str, entities: dict[str, Entity]) -> str:
    e = entities.get(id or "")
    return called(name, e.kind if e else None)


def _slots(event: Event, entities: dict[str, Entity], language: str) -> dict[str, str]:
    def names(side: Sequence[Who]) -> str:
        if language == AR:
            return listed([arabic(entities.get(w.id), w.name) for w in side], AR)
        return listed([_called(w.id, w.name, entities) for w in side])

    first, second = _sides(event)
    both = [*event.actors, *(event.recipients if event.act in MUTUAL else ())]
    together = event.act in MUTUAL | SHARED and len(both) > 1 and (event.act in MUTUAL or not event.recipients)
    r = "" if together else names(second)
    return {
        "A": names(first) if language == EN else names(event.actors),
        "R": names(second) if language == EN else r,
        "B": names(both) if together else "",
        "A1": "" if together else names(both),
        "C": names(event.actors),
        "R1": r,
    }


def _according(event: Event, entities: dict[str, Entity], language: str, phrases: dict[str, Row]) -> str:
    voices = event.asserted_by
    own = [v for v in voices if v.party == "outlet"]
    if event.status == "denied" or not voices or (own and not (event.act in GRAVE and event.independent_sources == 1)):
        return ""
    names = []
    for v in voices[:3]:
        names.append(arabic(entities.get(v.id or ""), v.name) if language == AR else _called(v.id, v.name, entities))
    return phrases["according"][language].format(W=listed(names, language))


def _plural(side: Sequence[Who], entities: dict[str, Entity]) -> bool:
    if len(side) != 1:
        return True
    e = entities.get(side[0].id)
    return bool(e and e.kind == "unnamed" and many(side[0].name) and not side[0].name.startswith(("a ", "an ")))


def _noun_plural(noun: str) -> bool:
    head = noun.partition("[")[0]
    return head.endswith("s") and not head.endswith("ss") and not head.startswith(("a ", "an ", "the ", "access"))


def _english(event: Event, entities: dict[str, Entity], row: Row, phrases: dict[str, Row]) -> str:
    slots = _slots(event, entities, EN)
    first, second = _sides(event)
    noun = fill(row["noun"], **slots | {"R": slots["R1"]})
    slots["was"] = "were" if _plural(first or second, entities) else "was"
    slots["nwas"] = "were" if _noun_plural(row["noun"]) else "was"
    slots["noun"], slots["Noun"] = noun, noun
    slots["done"] = fill(row["done" if second else "alone"], **slots)
    slots["do"] = fill(row["do" if second else "do_alone"], **slots)
    place = f" {where(english(event.place.name))}" if event.place and _says_where(event) else ""
    day = f" {when(event.date)}" if event.date else f" {before(event.not_after)}" if event.not_after else ""
    slots["where"], slots["when"] = place, day
    slots["planned_for"] = (
        f", planned {'for' + day.removeprefix(' on') if day.startswith(' on') else day.strip()}," if event.date else ""
    )
    slots["clause"] = (
        f"{slots['A']} {slots['done']}"
        if first
        else f"{slots['R']} {fill(row['passive'], **slots)}"
        if second
        else fill(phrases["there_was"][EN], **slots)
    )
    template = _phrase(event, phrases, bool(first), EN)
    body = fill(template, **slots)
    if row["about"] and event.about and len(event.about) <= 3 and event.status != "cancelled":
        body += f" {row['about']} {listed([_called(w.id, w.name, entities) for w in event.about])}"
    if "{where}" not in template:
        body += place
    if "{when}" not in template and "{planned_for}" not in template:
        body += day
    said = _according(event, entities, EN, phrases)
    text = " ".join(f"{body}, {said}".split()) if said else " ".join(body.split())
    text = text.replace(" ,", ",").replace(",,", ",")
    return text[0].upper() + text[1:] + "."


def _says_where(event: Event) -> bool:
    """A visit to Russia needs no "in Russia"."""
    return not (event.place and any(w.id == event.place.id or w.name == event.place.name for w in event.recipients))


def _phrase(event: Event, phrases: dict[str, Row], doer: bool, language: str) -> str:
    if event.status == "held":
        row = (
            phrases.get(event.detail or "")
            if event.detail in ("attempted", "foiled", "rumoured", "resumed", "ongoing")
            else None
        )
        return row[language] if row and doer else "{clause}"
    row = phrases.get(event.detail or "") or phrases[event.status]
    if event.status in ("planned", "proposed") and not doer:
        row = phrases[f"{event.status}_noun"]
    return row[language]


def _arabic(event: Event, entities: dict[str, Entity], row: Row, phrases: dict[str, Row]) -> str:
    slots = _slots(event, entities, AR)
    slots["clause"] = slots["clause_ar"] = fill(row["ar"], **slots)
    slots["noun"] = fill(row["ar_noun"], **slots)
    body = fill(_phrase(event, phrases, True, AR), **slots)
    if event.place and _says_where(event):
        e = entities.get(event.place.id)
        body += f" {where((e.name_ar if e else None) or event.place.name, AR)}"
    if event.date:
        body += f" {when(event.date, AR)}"
    elif event.not_after:
        body += f" {before(event.not_after, AR)}"
    said = _according(event, entities, AR, phrases)
    return " ".join((f"{body}، {said}" if said else body).split()) + "."
