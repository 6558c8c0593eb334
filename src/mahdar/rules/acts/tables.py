"""The act tables as the reading uses them: verbs, nouns, light verbs, frames."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...arabic.letters import fold
from ...lexicon.table import alternatives, read_table

HERE = Path(__file__).parent


class Frame(NamedTuple):
    """Which role each grammatical slot fills; `inner` slots also take what hangs on an ordinary noun. `needs`: one of these sets of
    roles must be filled (actor2: two actors)."""

    id: str
    slots: dict[str, str]  # subject, object, genitive, adjective, or a folded preposition → role
    inner: frozenset[str]
    needs: tuple[tuple[str, ...], ...]


class Act(NamedTuple):
    """A verb or noun row."""

    key: str  # act:meet_qabl, noun:meet_lqa
    act: str
    mode: str | None
    frame: Frame
    when: tuple[tuple[str, frozenset[str]], ...]
    participle: bool = True  # may its participle state the act (متهما)?


class Light(NamedTuple):
    """A light verb: in `slot` it takes a noun of one of `acts`, and lends it its own arguments."""

    key: str
    slot: str
    acts: frozenset[str]
    slots: dict[str, str]
    status: str
    detail: str | None


def _conditions(cell: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Conditions of a row: «obj:سفير,سفيرة مع:» asks for an object of these words and an argument with مع."""
    out: list[tuple[str, frozenset[str]]] = []
    for part in cell.split():
        name, colon, words = part.partition(":")
        if colon:
            out.append((fold(name), frozenset(fold(w) for w in words.split(",") if w)))
        elif out:
            out.append(("with", frozenset(fold(w) for w in part.split(","))))
        else:
            out.append(("with", frozenset(fold(w) for w in part.split(","))))
    return tuple(out)


@cache
def frames() -> dict[str, Frame]:
    """Frames by id."""
    out = {}
    for row in read_table(HERE / "frames.tsv"):
        slots: dict[str, str] = {}
        inner = set()
        pairs = [(s, row[s]) for s in ("subject", "object", "genitive", "adjective")]
        pairs += [tuple(p.replace("_", " ").split("=")) for p in row["prepositions"].split()]  # type: ignore[misc]  # الي_جانب
        for slot, role in pairs:
            if role.startswith("~"):
                inner.add(slot)
            if role:
                slots[slot] = role.lstrip("~")
        out[row["id"]] = Frame(row["id"], slots, frozenset(inner), tuple(tuple(n.split("+")) for n in alternatives(row["needs"])))
    return out


@cache
def acts() -> dict[tuple[str, str], Act]:
    """Verb and noun rows by (table, id)."""
    out = {}
    for table, file in (("act", "verbs.tsv"), ("noun", "nouns.tsv")):
        for row in read_table(HERE / file):
            out[table, row["id"]] = Act(
                f"{table}:{row['id']}",
                row["act"],
                row["mode"] or None,
                frames()[row["frame"]],
                _conditions(row["when"]),
                row.get("participle") != "-",
            )
    return out


@cache
def candidates(rows: tuple[tuple[str, str], ...], kind: str) -> tuple[Act, ...]:
    """The act rows among those of a predicate of the kind (verb, noun, participle), which ask for more first."""
    found = [acts()[r] for r in rows if r[0] in ("act", "noun")]
    found = [a for a in found if (a.participle or kind != "participle") and (a.key.startswith("noun:") <= (kind == "noun"))]
    return tuple(sorted(found, key=lambda a: (-len(a.when), not a.key.startswith("noun:"), a.key)))


@cache
def stated(rows: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The acts that the verb and noun rows among those of a predicate state, whatever they ask for."""
    return frozenset(acts()[r].act for r in rows if r in acts())


@cache
def told_of(rows: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """What the ids of a predicate's rows begin with, in whatever table: the acts they are rows of, meet of meet_lqa."""
    return frozenset(act for act, mark, _ in (r.partition("_") for _, r in rows) if mark)


def of_act(rows: tuple[tuple[str, str], ...], act: str) -> bool:
    """Is a row of the act among those of a predicate, in whatever table?"""
    return act in told_of(rows)


@cache
def lights() -> dict[str, Light]:
    """Light verbs by id."""
    out = {}
    for row in read_table(HERE / "light.tsv"):
        slots = {s: row[s] for s in ("subject", "object") if row[s]}
        slots.update(p.split("=") for p in row["prepositions"].split())
        out[row["id"]] = Light(
            f"light:{row['id']}", row["slot"], frozenset(alternatives(row["acts"])), slots, row["status"], row["detail"] or None
        )
    return out


@cache
def latter_words() -> frozenset[str]:
    """Words for the one named last (الأخير)."""
    return frozenset(fold(f) for f in alternatives(read_table(HERE / "pairs.tsv").rows["latter"]["forms"]))


@cache
def summit_words() -> frozenset[str]:
    """Words for the organisation that meets (القمة, البيان الختامي), by their first word."""
    return frozenset(fold(f).split()[0] for f in alternatives(read_table(HERE / "pairs.tsv").rows["summit"]["forms"]))


@cache
def pair_words() -> frozenset[str]:
    """Definite duals that stand for the two parties told of last (الطرفان)."""
    words = {fold(f) for row in read_table(HERE / "pairs.tsv") if row["id"] not in ("latter", "summit") for f in alternatives(row["forms"])}
    return frozenset(words | {w[1:] for w in words if w.startswith("لل")})


@cache
def country_pairs() -> frozenset[str]:
    """Duals that stand for two states, whoever spoke for them (البلدان)."""
    words = {fold(f) for f in alternatives(read_table(HERE / "pairs.tsv").rows["countries"]["forms"])}
    return frozenset(words | {w[1:] for w in words if w.startswith("لل")})


@cache
def trios() -> dict[str, str]:
    """Phrases that stand for three told of together (الدول الثلاث) → countries, people or sides."""
    return {fold(f): row["id"] for row in read_table(HERE / "trios.tsv") for f in alternatives(row["forms"])}


@cache
def people_pairs() -> dict[str, str]:
    """Duals that stand for two people → the office both hold (الوزيران: minister), empty where any will do (الرجلان)."""
    rows = read_table(HERE / "pairs.tsv").rows
    return {fold(f): rows[r]["office"] for r in ("leaders", "ministers", "officials", "presidents") for f in alternatives(rows[r]["forms"])}


@cache
def homelands() -> frozenset[str]:
    """Words for the speaker's own state (بلاده)."""
    return frozenset(fold(f) for row in read_table(HERE / "homelands.tsv") for f in alternatives(row["forms"]))


@cache
def people() -> dict[str, str]:
    """Folded noun for people of no name → English."""
    return {fold(f).removeprefix("ال"): row["english"] for row in read_table(HERE / "people.tsv") for f in alternatives(row["forms"])}


@cache
def publics() -> dict[str, str]:
    """Folded noun, without ال, for people who are addressed without a name (المواطنين, الناخبين) → English."""
    return {fold(f): row["english"] for row in read_table(HERE / "publics.tsv") for f in alternatives(row["forms"])}


@cache
def same_words() -> frozenset[str]:
    """Words that tie a noun to one named before (المذكورة, نفسها)."""
    return frozenset(fold(f) for row in read_table(HERE / "same.tsv") for f in alternatives(row["forms"]))


@cache
def numbers() -> frozenset[str]:
    """Number words and quantities before people (خمسة, مئات)."""
    return frozenset(fold(f) for row in read_table(HERE / "numbers.tsv") for f in alternatives(row["forms"]))


@cache
def weapons() -> frozenset[str]:
    """What may attack without being anybody (صاروخ, غارة)."""
    return frozenset(fold(f) for row in read_table(HERE / "weapons.tsv") for f in alternatives(row["forms"]))


@cache
def targets() -> frozenset[str]:
    """What an attack hits that is nobody itself (كنيسة, حافلة, مواقع)."""
    return frozenset(fold(f) for row in read_table(HERE / "targets.tsv") for f in alternatives(row["forms"]))


@cache
def refusals() -> tuple[tuple[frozenset[str], frozenset[str], tuple[str, ...]], ...]:
    """(acts or *, single words, phrases) that tell of sport, film or accident, where an act is none of politics."""
    out = []
    for row in read_table(HERE / "refuse.tsv"):
        forms = [fold(w) for w in alternatives(row["words"])]
        out.append(
            (frozenset(alternatives(row["acts"])), frozenset(f for f in forms if " " not in f), tuple(f" {f} " for f in forms if " " in f))
        )
    return tuple(out)


@cache
def others() -> frozenset[str]:
    """Heads whose genitive is somebody else (حلفاء أوكرانيا): what they do is not done by it."""
    return frozenset(fold(f) for row in read_table(HERE / "others.tsv") if row["id"] != "rule" for f in alternatives(row["forms"]))


@cache
def ruling() -> frozenset[str]:
    """Heads that make a leader's name his state's (إدارة ترامب)."""
    return frozenset(fold(f) for f in alternatives(read_table(HERE / "others.tsv").rows["rule"]["forms"]))


@cache
def occupied() -> dict[str, str]:
    """Place or state → the state that embassies there, or protests, are taken to be aimed at: {"state:PSE": "state:ISR"}."""
    return {row["id"]: row["by"] for row in read_table(HERE / "occupied.tsv", columns=("id", "by"))}


@cache
def taken() -> dict[str, str]:
    """Place → the state it was taken from by force: {"place:crimea": "state:UKR"}."""
    return {row["id"]: row["of"] for row in read_table(HERE / "taken.tsv", columns=("id", "of"))}


@cache
def houses() -> dict[str, tuple[str, bool]]:
    """Body → the town its house stands in, and whether its name means the house itself: {"institution:kremlin": ("place:moscow", True)}."""
    return {row["id"]: (row["place"], row["kind"] == "house") for row in read_table(HERE / "houses.tsv", columns=("id", "place", "kind"))}


@cache
def ruled_words() -> frozenset[str]:
    """Words that tell of such a protest (الأسرى, السياج)."""
    return frozenset(fold(f) for row in read_table(HERE / "occupied.tsv") for f in alternatives(row["words"]))


@cache
def _fronts() -> tuple[tuple[frozenset[str], str, frozenset[str]], ...]:
    rows = read_table(HERE / "abroad.tsv", columns=("id", "by", "land", "foes", "example", "source"))
    return tuple((frozenset(alternatives(r["by"])), r["land"], frozenset(alternatives(r["foes"]))) for r in rows)


@cache
def abroad(land: str, who: frozenset[str]) -> frozenset[str]:
    """The groups that a state or coalition fights in a land whose state it doesn't."""
    return frozenset(foe for by, where, foes in _fronts() if where == land and by & who for foe in foes)


@cache
def called(name: str) -> tuple[str, ...]:
    """English words by which people without a name and bodies are told apart: "jets" and "planes" among those of "wings"."""
    return tuple(w for row in read_table(HERE / "called.tsv") if row["id"] == name for w in alternatives(row["words"]))


@cache
def alike(name: str) -> frozenset[str]:
    """The rows of verbs and nouns that one rule treats alike: act:coerce_frd among those of "takes"."""
    return frozenset(k for row in read_table(HERE / "alike.tsv") if row["id"] == name for k in alternatives(row["rows"]))
