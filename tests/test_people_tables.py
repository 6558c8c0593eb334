"""The tables of people, offices, fields and holders hold together."""
from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from mahdar import lexicon
from mahdar.arabic.letters import fold
from mahdar.lexicon.table import Table, alternatives, read_table, write_sorted

TABLES = Path(lexicon.__file__).parent / "tables"
COLUMNS = {
    "people": (
        "id", "name", "name_ar", "forms", "short", "gender", "country", "sector", "office", "wikidata", "source",
    ),
    "offices": ("id", "forms", "feminine", "plurals", "english", "takes", "kind", "sector", "rank", "source"),
    "fields": ("id", "forms", "english", "ministry", "minister", "source"),
    "holders": ("id", "office", "of", "person", "from", "to", "source"),
    "ambiguous_people": ("form", "people", "told_by", "default", "comment", "source"),
}
SECTORS = {"", "GOV", "MIL", "REB", "LEG", "JUD", "PTY", "CVL", "BUS", "MED", "IGO", "NGO"}
#: one title word, several titles: told apart by what follows it
SHARED_TITLES = {
    frozenset(("chancellor", "adviser")), frozenset(("emir", "prince")), frozenset(("deputy", "member_of_parliament")),
}
#: offices that several people hold at one time
SHARED_OFFICES = {
    "spokesperson_foreign", "spokesperson_presidency", "spokesperson_defence", "vice_president",
    "deputy_prime_minister", "deputy_secretary_general",
}
#: offices of holders.tsv that are no title row nor <field>_minister or spokesperson_<field>
OTHER_OFFICES = {"delegate_un", "spokesperson_presidency"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
SOURCES = {"public", "press"}


def table(name: str) -> Table:
    return read_table(TABLES / f"{name}.tsv", columns=COLUMNS[name])


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_and_order(name: str) -> None:
    """Each table has its columns, stands sorted, names its source, and gives no alternative twice."""
    t = table(name)
    assert t.columns == COLUMNS[name]
    text = (TABLES / f"{name}.tsv").read_text(encoding="utf-8")
    assert "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#")) == write_sorted(t)
    for row in t:
        assert row["source"] in SOURCES, row
        for column in ("forms", "short", "feminine", "plurals"):
            forms = alternatives(row.get(column, ""))
            assert len(set(forms)) == len(forms), f"{row[t.columns[0]]}: a form twice in {column}"


def test_people() -> None:
    """A person has an id made from the English name, an Arabic name among the forms, and codes that exist."""
    states = {r["id"][6:] for r in read_table(TABLES / "states.tsv")}
    for r in table("people"):
        assert re.fullmatch(r"person:[a-z0-9]+(-[a-z0-9]+)*", r["id"]), r["id"]
        assert r["name"].isascii() and r["name"] == r["name"].strip(), r["id"]
        assert r["name_ar"] == alternatives(r["forms"])[0], r["id"]
        assert r["gender"] in ("m", "f"), r["id"]
        assert r["sector"] in SECTORS, r["id"]
        assert re.fullmatch(r"[A-Z]{3}|", r["country"]), r["id"]
        assert r["country"] in states | {"", "IGO"}, r["id"]
        assert re.fullmatch(r"(Q[1-9]\d*)?", r["wikidata"]), r["id"]
        folded = [fold(f) for f in alternatives(r["forms"])]
        assert len(set(folded)) == len(folded), f"{r['id']}: two forms differ only in what folding drops"
        for form in alternatives(r["forms"]) + alternatives(r["short"]):
            assert re.fullmatch(r"[^\W\d_a-zA-Z]+([ -][^\W\d_a-zA-Z]+|\.)*", form), f"{r['id']}: {form!r}"


def test_no_name_means_two_people_unsaid() -> None:
    """A form of several people has a row that lists exactly them and says how they are told apart."""
    owners: dict[str, set[str]] = defaultdict(set)
    for r in table("people"):
        for form in alternatives(r["forms"]) + alternatives(r["short"]):
            owners[fold(form)].add(r["id"])
    shared = {form: people for form, people in owners.items() if len(people) > 1}
    said = {fold(r["form"]): r for r in table("ambiguous_people")}
    assert set(said) == set(shared)
    for form, r in said.items():
        people = alternatives(r["people"])
        assert people == sorted(shared[form]), form
        assert set(alternatives(r["told_by"])) <= {"name", "country", "date", "office"} and r["told_by"], form
        assert r["default"] in ("", *people), form


def test_titles() -> None:
    """A title word belongs to one row, but for those told apart by what follows; ranks and kinds are known ones."""
    owners: dict[str, str] = {}
    for r in table("offices"):
        assert r["english"] and (r["forms"] or r["feminine"]), r["id"]
        assert set(alternatives(r["takes"])) <= {"field", "state", "body", "office", "none"} and r["takes"], r["id"]
        assert r["kind"] in ("office", "military", "honorific", "role"), r["id"]
        assert r["sector"] in SECTORS and r["rank"] in "123456789", r["id"]
        for form in sum((alternatives(r[c]) for c in ("forms", "feminine", "plurals")), []):
            key = fold(form).removeprefix("ال")
            other = owners.setdefault(key, r["id"])
            assert other == r["id"] or frozenset((other, r["id"])) in SHARED_TITLES, f"{form}: {other} and {r['id']}"


def test_fields() -> None:
    """A field's words belong to one row."""
    owners: dict[str, str] = {}
    for r in table("fields"):
        assert r["english"] and r["ministry"] and r["minister"], r["id"]
        for form in alternatives(r["forms"]):
            assert owners.setdefault(fold(form), r["id"]) == r["id"], form


def test_holders() -> None:
    """A holder is a person of the table, the office one we know, the dates are dates and in order."""
    people = table("people").rows
    offices, fields = set(table("offices").rows), set(table("fields").rows)
    bodies = {b for t in ("states", "bodies", "media", "places") for b in read_table(TABLES / f"{t}.tsv").rows}
    for r in table("holders"):
        assert r["person"] in people, r["id"]
        assert r["of"] in bodies, f"{r['id']}: {r['of']}"
        base, _, rest = r["office"].partition("_")
        field = rest if base == "spokesperson" else r["office"].removesuffix("_of_state").removesuffix("_minister")
        assert r["office"] in offices | OTHER_OFFICES or field in fields, r["id"]
        assert DATE.fullmatch(r["from"]) and (not r["to"] or DATE.fullmatch(r["to"])), r["id"]
        n = min(len(r["from"]), len(r["to"]))
        assert not r["to"] or r["from"][:n] <= r["to"][:n], r["id"]


def test_one_holder_at_a_time() -> None:
    """No two holders of one office overlap (a day, month or year they share at the change is no overlap)."""
    terms: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for r in table("holders"):
        if r["office"] not in SHARED_OFFICES:
            terms[r["office"], r["of"]].append((r["from"], r["to"], r["id"]))
    for key, rows in terms.items():
        rows.sort()
        for (_, end, one), (start, _, two) in zip(rows, rows[1:], strict=False):
            n = min(len(end), len(start))
            assert end and end[:n] <= start[:n], f"{key}: {one} and {two}"
