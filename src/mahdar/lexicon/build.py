"""Tables → compiled lexicon: entries by id, phrases by first word, holders by office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from ..arabic.clitics import bare
from ..arabic.letters import fold
from ..arabic.skeleton import skeletons
from ..errors import LexiconError
from . import inflect
from .table import Row, alternatives, read_table

TABLES = Path(__file__).with_name("tables")
NAMES = ("states", "places", "bodies", "media", "people", "offices", "fields", "holders", "ambiguous_people")

#: class, id, tag: what a phrase may be. Classes: state, adj, people, place, body, media, person, short, title, field
Item = tuple[str, str, str]
Tails = list[tuple[tuple[str, ...], tuple[Item, ...]]]


class Entry(msgspec.Struct, frozen=True):
    """One row of the lexicon as the reading uses it."""

    id: str
    kind: str
    name: str
    name_ar: str | None = None
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    wikidata: str | None = None
    gender: str | None = None
    seat: str | None = None  # of a place: the state whose government it stands for; of a state: its capital
    type: str | None = None  # of a place: city, region …; of a title: its kind
    takes: tuple[str, ...] = ()  # of a title: what may follow
    more: dict[str, str] = {}  # a title's and a field's English, a medium's zone and domains


class Holder(msgspec.Struct, frozen=True, array_like=True):
    """A person's time in an office; `start` and `end` as written, "" open."""

    person: str
    start: str
    end: str


class Shared(msgspec.Struct, frozen=True, array_like=True):
    """Whom a short form of several people may mean, and what tells them apart (name, country, office, date)."""

    people: tuple[str, ...]
    told_by: tuple[str, ...]


class Compiled(msgspec.Struct):
    """What the cache keeps."""

    entries: dict[str, Entry]
    heads: dict[str, Tails]
    holders: dict[str, list[Holder]]
    shared: dict[str, Shared]  # a short form of several people
    spellings: dict[str, str]  # a folded word of people's names → its most frequent English spelling
    nations: dict[str, tuple[Item, ...]]  # nationalities and peoples of one word
    nouns: dict[str, tuple[str, ...]]  # a body → the nouns its names begin with, without ال (حركة, تنظيم)
    skeletons: dict[str, str]  # the consonants of a person's full name → the person, where they are nobody else's
    organs: dict[str, str]  # an organ's noun and its state (مجلس النواب USA) → the body that with its nationality is called so


class Stored(msgspec.Struct):
    """The same as it is kept: what few articles need stays encoded until it is asked for."""

    entries: dict[str, msgspec.Raw]
    heads: dict[str, msgspec.Raw]
    holders: dict[str, list[Holder]]
    shared: dict[str, Shared]
    spellings: msgspec.Raw
    nations: msgspec.Raw
    nouns: msgspec.Raw
    skeletons: msgspec.Raw
    organs: msgspec.Raw


def folders_of(extra: tuple[str, ...]) -> list[Path]:
    """The folders whose tables count, our own first. Errors: LexiconError where a folder doesn't exist."""
    out = [TABLES]
    for name in extra:
        path = Path(name)
        if not path.is_dir():
            raise LexiconError("no such folder", where=name, hint="--lexicon takes a folder of .tsv tables")
        out.append(path)
    return out


def read_rows(folders: list[Path]) -> dict[str, dict[str, Row]]:
    """Rows of every table by id; a later folder's row replaces ours of the same id."""
    out: dict[str, dict[str, Row]] = {}
    for name in NAMES:
        rows = out[name] = {}
        for folder in folders:
            path = folder / f"{name}.tsv"
            if path.exists():
                rows.update(read_table(path).rows)
    return out


def compile_rows(rows: dict[str, dict[str, Row]]) -> Compiled:
    """Entries, phrases and holders of the rows."""
    entries: dict[str, Entry] = {}
    heads: dict[str, dict[tuple[str, ...], list[Item]]] = {}
    for phrase, item in _phrases(rows):
        first, *rest = phrase.replace("-", " ").replace(".", " ").split()
        values = heads.setdefault(first, {}).setdefault(tuple(rest), [])
        if item not in values:
            values.append(item)
    for name in NAMES[:-2]:
        for row in rows[name].values():
            entry = _entry(name, row)
            entries[entry.id] = entry
    holders: dict[str, list[Holder]] = {}
    for row in rows["holders"].values():
        holders.setdefault(f"{row['office']} {row['of']}", []).append(Holder(row["person"], row["from"], row["to"]))
    sorted_heads = {w: sorted(((t, tuple(v)) for t, v in tails.items()), key=lambda x: -len(x[0])) for w, tails in heads.items()}
    people = rows["people"].values()
    nations = _nations(sorted_heads)
    return Compiled(
        entries,
        sorted_heads,
        holders,
        _shared(rows),
        _spellings(people),
        nations,
        _nouns(rows["bodies"]),
        _skeletons(people),
        _organs(rows["bodies"], nations),
    )


def _organs(bodies: dict[str, Row], nations: dict[str, tuple[Item, ...]]) -> dict[str, str]:
    """The bodies of states whose names are a noun and the state's adjective (مجلس النواب الأمريكي), by noun and state."""
    found: dict[str, set[str]] = {}
    for row in bodies.values():
        for form in _forms(row) if row["kind"] == "institution" and row.get("country") else ():
            noun, _, last = form.rpartition(" ")
            if noun and any(x[:2] == ("adj", f"state:{row['country']}") for x in nations.get(last, ())):
                found.setdefault(f"{noun} {row['country']}", set()).add(row["id"])
    return {key: ids.pop() for key, ids in sorted(found.items()) if len(ids) == 1}


def _nouns(bodies: dict[str, Row]) -> dict[str, tuple[str, ...]]:
    """The nouns that the names of several words begin with."""
    found = {row["id"]: [form.split()[0] for form in _forms(row) if " " in form] for row in bodies.values()}
    return {ident: tuple(dict.fromkeys(bare(w) for w in words)) for ident, words in found.items() if words}


def _nations(heads: dict[str, Tails]) -> dict[str, tuple[Item, ...]]:
    """What single words are as nationalities and peoples."""
    found = {w: tuple(x for tail, items in tails if not tail for x in items if x[0] in ("adj", "people")) for w, tails in heads.items()}
    return {w: items for w, items in found.items() if items}


def _shorts(rows: dict[str, dict[str, Row]]) -> dict[str, list[str]]:
    """Short forms, folded, and who they may mean."""
    out: dict[str, list[str]] = {}
    for row in rows["people"].values():
        for form in dict.fromkeys(fold(f) for f in alternatives(row.get("short", ""))):
            out.setdefault(form, []).append(row["id"])
    for row in rows["ambiguous_people"].values():
        known = out.setdefault(fold(row["form"]), [])
        known += [p for p in alternatives(row["people"]) if p in rows["people"] and p not in known]
    return {form: people for form, people in out.items() if people}


def _shared(rows: dict[str, dict[str, Row]]) -> dict[str, Shared]:
    told = {fold(row["form"]): row["told_by"] for row in rows["ambiguous_people"].values()}
    return {f: Shared(tuple(p), tuple(alternatives(told.get(f, "")))) for f, p in _shorts(rows).items() if len(p) > 1}


def _spellings(people: Iterable[Row]) -> dict[str, str]:
    """Word by word, how people's names are spelled in English, from the rows whose two names have as many words."""
    counts: dict[str, dict[str, int]] = {}
    for row in people:
        english = row["name"].replace("-", " ").split()
        joined: list[str] = []
        for w in english:  # al, el and de stay with the word behind them
            if joined and joined[-1].casefold() in ("al", "el", "as", "ash", "ad"):
                joined[-1] += "-" + w
            else:
                joined.append(w)
        for form in _forms(row):
            words = form.replace("-", " ").split()
            if len(words) == len(joined) > 1:
                for w, e in zip(words, joined, strict=True):
                    if not e[0].isupper():
                        continue  # bin, de
                    known = counts.setdefault(w, {})
                    known[e] = known.get(e, 0) + 1
    return {w: max(known.items(), key=lambda x: (x[1], x[0]))[0] for w, known in sorted(counts.items())}


def _skeletons(people: Iterable[Row]) -> dict[str, str]:
    """Whose consonants stand for nobody else."""
    owners: dict[str, set[str]] = {}
    for row in people:
        for form in _forms(row):
            key = skeletons(tuple(form.replace("-", " ").replace(".", " ").split()))
            if key:
                owners.setdefault(key, set()).add(row["id"])
    return {key: next(iter(ids)) for key, ids in sorted(owners.items()) if len(ids) == 1}


def _entry(table: str, row: Row) -> Entry:
    get = row.get
    common: dict[str, Any] = {
        "id": row["id"],
        "name": get("name", ""),
        "name_ar": get("name_ar") or None,
        "wikidata": get("wikidata") or None,
        "country": get("country") or None,
        "sector": get("sector") or None,
    }
    if table == "states":
        state = {"kind": "state", "country": row["id"].partition(":")[2], "sector": "GOV"}
        return Entry(**common | state, seat=get("capital") or None, type=get("kind") or None)
    if table == "places":
        return Entry(**common | {"kind": "place", "sector": None}, seat=get("seat") or None, type=get("type") or None)
    if table == "media":
        return Entry(
            **common | {"kind": row["kind"], "sector": "MED"},
            more={"zone": get("zone", ""), "domains": get("domains", "")},
        )
    if table == "people":
        return Entry(**common, kind="person", office=get("office") or None, gender=get("gender") or None)
    if table == "offices":
        return Entry(
            **common | {"name": get("english", "")},
            kind="title",
            type=get("kind") or None,
            takes=tuple(alternatives(get("takes", ""))),
            more={"rank": get("rank", "")},
        )
    if table == "fields":
        return Entry(
            **common | {"name": get("english", "")},
            kind="field",
            more={"ministry": get("ministry", ""), "minister": get("minister", "")},
        )
    return Entry(**common, kind=row["kind"])


def _phrases(rows: dict[str, dict[str, Row]]) -> Iterator[tuple[str, Item]]:
    for row in rows["states"].values():
        for form in _forms(row):
            yield form, ("state", row["id"], "")
        for adjective in alternatives(row.get("adjective", "")):
            for form, tag in inflect.nationality(adjective):
                yield form, ("adj", row["id"], tag)
        for plural in alternatives(row.get("people", "")):
            words = fold(plural).split()
            yield " ".join(words), ("people", row["id"], "mp-")
            if len(words) == 1 and not words[0].endswith("ه"):
                yield words[0] + "ا", ("people", row["id"], "mp-")  # دبلوماسيين روسا
            yield " ".join("ال" + w for w in words), ("people", row["id"], "mp+")
    for table, cls in (("places", "place"), ("bodies", "body"), ("media", "media"), ("people", "person")):
        for row in rows[table].values():
            for form in _forms(row):
                yield form, (cls, row["id"], "")
    for row in rows["media"].values():
        for column, cls in (("suffixes", "suffix"), ("credits", "credit")):
            for form in alternatives(row.get(column, "")):
                yield fold(form), (cls, row["id"], "")
    defaults = {fold(row["form"]): row for row in rows["ambiguous_people"].values()}
    for form, people in _shorts(rows).items():
        told = defaults.get(form)
        yield (
            form,
            ("short", told["default"] if told and told["default"] in rows["people"] else "", form)
            if len(people) > 1
            else ("short", people[0], ""),
        )
    for row in rows["offices"].values():
        for column, tag in (("forms", "ms"), ("feminine", "fs"), ("plurals", "")):
            for written in alternatives(row.get(column, "")):
                for form, t in inflect.title(written, tag or "m" + inflect.plural_number(written)):
                    yield form, ("title", row["id"], t)
    for row in rows["fields"].values():
        for written in alternatives(row["forms"]):
            form = fold(written)
            yield form, ("field", row["id"], "+" if form.startswith("ال") else "-")
            if form.startswith("ال"):  # وزير خارجية روسيا, وزراء دفاع
                yield _bare(form), ("field", row["id"], "-")


def _forms(row: Row) -> list[str]:
    return list(dict.fromkeys(fold(f) for f in [row.get("name_ar", ""), *alternatives(row["forms"])] if f))


def _bare(form: str) -> str:
    return " ".join(w.removeprefix("ال") if len(w) > 4 else w for w in form.split())
