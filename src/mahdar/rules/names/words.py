"""The words that steer the grammar of names, from the tables beside this file, in one matcher."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from ...arabic import numbers
from ...arabic.clitics import splits
from ...arabic.letters import fold
from ...arabic.skeleton import skeleton
from ...lexicon import inflect
from ...lexicon.build import Item
from ...lexicon.kept import hashed, kept
from ...lexicon.table import Table, alternatives, read_table
from ..engine import Matcher
from .steering import Bloc, Loaded, Noun, Steering

HERE = Path(__file__).parent
ARABIC = ("ar", "egypt", "gulf", "maghreb")
NATIVE = (*ARABIC, "fa", "ur")  # habits of names written in Arabic letters at home
#: whose a first name is that several habits know
_HABITS = ("west", "ar", "fr", "es", "it", "de", "ru", "tr", "fa", "maghreb", "ko", "zh", "ja", "ur", "egypt", "gulf")
#: which habit's first names serve one that hasn't its own
_BESIDE = {"egypt": "ar", "gulf": "ar", "maghreb": "ar", "ur": "ar", "de": "west", "es": "west", "fr": "west", "it": "west"}
_VOWELS = "اويه"
TABLES = ("blocs", "common", "first", "habits", "last", "loaded", "nouns", "organs", "steer", "unnamed", "worldwide")


def _steering() -> Steering:
    """The tables, read."""
    nouns: dict[str, Noun] = {}
    phrases: list[tuple[str, Item]] = []
    for row in _table("organs"):
        nouns[row["id"]] = Noun(
            row["id"],
            row["english"],
            row["english"],
            row["sector"] or None,
            row["gender"],
            row["number"],
            row["kind"],
            bare=row["bare"],
            construct=row["construct"] != "no",
            sent=row["construct"] == "sent",
        )
        for written in alternatives(row["forms"]):
            phrases += [(f, ("organ", row["id"], t)) for f, t in inflect.organ(written, row["gender"] + row["number"])]
    for row in _table("unnamed"):
        nouns[row["id"]] = Noun(
            row["id"],
            row["english"],
            row["many"],
            row["sector"] or None,
            "m",
            "s",
            "unnamed",
            row["crowd"],
            bool(row["adjective"]),
            construct=row["construct"] != "no",
        )
        for written in alternatives(row["forms"]):
            if " " in written:
                phrases.append((fold(written), ("unnamed", row["id"], "ms-")))
            else:
                phrases += [(f, ("unnamed", row["id"], t)) for f, t in inflect.nationality(written) if row["feminine"] or t[0] == "m"]
        for written in alternatives(row["plurals"]):
            phrases += [(f, ("unnamed", row["id"], t)) for f, t in inflect.title(written, "mp")]
            phrases += [(f, ("unnamed", row["id"], t)) for f, t in inflect.declined(written)]
    blocs: dict[str, Bloc] = {}
    for row in _table("blocs"):
        members = tuple(alternatives(row["members"]))
        blocs[row["id"]] = Bloc(row["id"], row["name"], row["kind"], members, row["country"] or None, row["sector"] or None)
        phrases += [(fold(written), ("bloc", row["id"], "")) for written in alternatives(row["forms"])]
    loaded: dict[str, Loaded] = {}
    for row in _table("loaded"):
        loaded[row["id"]] = Loaded(frozenset(alternatives(row["outlets"])), tuple(alternatives(row["where"])), row["entity"])
        phrases += [(fold(written), ("loaded", row["id"], "")) for written in alternatives(row["forms"])]
    for row in _table("steer"):
        for written in alternatives(row["forms"]):
            phrases.append((fold(written), (row["kind"], row["id"], row["tag"])))
            if row["kind"] == "quality":
                phrases.append((" ".join("ال" + w for w in fold(written).split()), ("quality", row["id"], row["tag"])))
    first, by_habit = _first_names()
    phrases += [(f, ("first", g, h)) for f, (_, g, h) in first.items()]
    last = _last_names()
    phrases += [(f, ("surname", "", "")) for f in last if len(f) > 2]
    seen: dict[str, dict[Item, None]] = {}
    for phrase, item in phrases:
        seen.setdefault(phrase, {})[item] = None
    return Steering(
        heads=dict(Matcher([(p, i) for p, items in seen.items() for i in items], splits).heads),
        nouns=nouns,
        blocs=blocs,
        loaded=loaded,
        first=first,
        first_by_habit=by_habit,
        first_habits={form: tuple(h for h in _HABITS if form in by_habit.get(h, ())) for form in first},
        last=last,
        sounding=_sounding(last),
        habits={c: row["id"] for row in _table("habits") for c in alternatives(row["countries"])},
        written=frozenset(w for row in _table("first") for form in alternatives(row["forms"]) for w in form.split()),
        common=frozenset(fold(w) for row in _table("common") for w in alternatives(row["forms"])),
        rare=frozenset(fold(w) for row in _table("common") if row["id"].endswith(".rare") for w in alternatives(row["forms"])),
        common_nouns=frozenset(fold(w) for row in _table("nouns") for w in alternatives(row["forms"])),
        styles={row["id"]: frozenset(fold(row["tag"]).split()) for row in _table("steer") if row["kind"] == "styled"},
        worldwide=frozenset(row["id"] for row in _table("worldwide")),
    )


def _first_names() -> tuple[dict[str, tuple[str, str, str]], dict[str, dict[str, str]]]:
    """First names, and their spelling by habit; an Arabic row counts first. Where rows disagree (أندريا, a German woman or an Italian
    man) the gender is left open."""
    first: dict[str, tuple[str, str, str]] = {}
    by_habit: dict[str, dict[str, str]] = {}
    for row in sorted(_table("first"), key=lambda r: r["habit"] != "ar"):
        for written in alternatives(row["forms"]):
            form = fold(written).replace("-", " ")
            name, gender, habit = first.setdefault(form, (row["name"], row["gender"], row["habit"]))
            if gender != row["gender"] and (habit != "ar" or row["habit"] == "ar"):
                first[form] = (name, "", habit)
            by_habit.setdefault(row["habit"], {}).setdefault(form, row["name"])
    return first, by_habit


def _last_names() -> dict[str, dict[str, str]]:
    """Family names: their English by habit."""
    last: dict[str, dict[str, str]] = {}
    for row in _table("last"):
        for written in alternatives(row["forms"]):
            last.setdefault(fold(written).replace("-", " "), {}).setdefault(row["habit"], row["name"])
    return last


def _sounding(last: dict[str, dict[str, str]]) -> dict[str, tuple[str, str]]:
    """The foreign ones by their consonants, where there are three and only one name has them."""
    owners: dict[str, dict[str, str]] = {}
    for form, by_habit in last.items():
        if (key := _sounds(form)) and " " not in form:
            owners.setdefault(key, {}).update({name: form for habit, name in by_habit.items() if habit not in NATIVE})
    return {key: next(iter(names.items())) for key, names in owners.items() if len(names) == 1}


def _sounds(word: str) -> str:
    """Three consonants or more, with the letter the word begins with, and the last where it is a vowel's."""
    key = skeleton(word)
    return word[0] + key + (word[-1] if word[-1] in _VOWELS else "") if len(key) > 2 else ""


def _heard(word: str) -> str | None:
    """The English of the one foreign family name that sounds so: لندركينغ for لندركنغ."""
    key = _sounds(word)
    known = words().sounding.get(key)
    if known is None or abs(len(known[1]) - len(word)) > 1:
        return None
    short = len(key) < 5 or (len(key) == 5 and key[-1] in _VOWELS)  # three consonants: but for an alef the vowels are the same too
    return None if short and known[1].replace("ا", "") != word.replace("ا", "") else known[0]


class Words:
    """The steering words: a matcher with items (class, id, tag) as in the lexicon, and what the nouns mean.

    Classes: organ, unnamed, counterpart, modifier, particle, honorific, quality, first (a first name).
    """

    def __init__(self, stored: Steering) -> None:
        self.nouns, self.blocs, self.loaded = stored.nouns, stored.blocs, stored.loaded
        self.first, self.first_by_habit, self.habits = stored.first, stored.first_by_habit, stored.habits
        self.first_habits = stored.first_habits
        self.last, self.sounding = stored.last, stored.sounding
        self.written, self.common, self.rare, self.common_nouns = stored.written, stored.common, stored.rare, stored.common_nouns
        self.styles, self.worldwide = stored.styles, stored.worldwide
        self.matcher = Matcher((), splits)
        self.matcher.heads = stored.heads
        of: dict[str, set[str]] = {}
        for head, tails in stored.heads.items():
            for tail, items in tails:
                for cls, _, _ in items:
                    of.setdefault(cls, set()).add(" ".join((head, *tail)))
        self.nolast, self.owned, self.spelled, self.things = of["nolast"], of["owned"], of["spelled"], of["things"]
        self.suffixed = of["suffixed"]
        alone = {head: items for head, tails in stored.heads.items() for tail, items in tails if not tail}
        self.former = frozenset(head for head, items in alone.items() if any(x[1] == "former" for x in items))
        self.functions, self.verbs = of["function"], of["verb"] | of["sayer"]
        self.sayers, self.slaves, self.god = of["sayer"], of["abd"], of["god"]
        self.verbal = tuple(sorted(of["verbal"]))
        self.counting = frozenset(w for w, n in numbers.words().items() if n.kind in ("cardinal", "thousands") and n.value > 2)
        self.arab = frozenset(c for c, habit in self.habits.items() if habit in ARABIC)

    def particle(self, word: str) -> bool:
        """Is the folded word one that joins names: بن, آل, دي?"""
        return any(item[0] == "particle" for tail, items in self.matcher.heads.get(word, ()) if not tail for item in items)


def _table(name: str) -> Table:
    return read_table(HERE / f"{name}.tsv")


@lru_cache(maxsize=1)
def words() -> Words:
    """The steering words, read once."""
    beside = (HERE.parents[1] / name for name in ("lexicon/inflect.py", "arabic/letters.py", "arabic/skeleton.py"))
    code = [HERE / "words.py", HERE / "steering.py", *beside]
    return Words(kept("names", hashed([*code, *(HERE / f"{name}.tsv" for name in TABLES)]), Steering, _steering))


def spelling(names: tuple[str, ...], more: dict[str, str], habit: str) -> list[str | None]:
    """The English spelling of each word of a name, by the habit's first and family names, the lexicon's people, any first name.

    "" for a word the spelling before it covers; None where no table knows the word, and for بن, آل, أبو.
    """
    first, by_habit, k = words().first, words().first_by_habit, 0
    out: list[str | None] = []
    of_habit = by_habit.get(habit, {})
    of_other = by_habit.get(_BESIDE.get(habit, ""), of_habit)
    while k < len(names):
        for size in (3, 2, 1):
            part = " ".join(names[k : k + size])
            if len(names[k : k + size]) < size or (size == 1 and words().particle(part)):
                continue
            known = (_family(part, habit) if k else None) or of_habit.get(part) or of_other.get(part)
            if known is None and (size == 1 or k == 0):
                known = (more.get(part) if size == 1 else None) or first.get(part, (None,))[0]
            if known is None and k and size == 1 and habit not in NATIVE:
                known = _heard(part)
            if known is not None:
                out += [known, *[""] * (size - 1)]
                k += size
                break
        else:
            out.append(None)
            k += 1
    return out


def _family(part: str, habit: str) -> str | None:
    """The English of a family name: the habit's, a Maghrebi's by the Arab one's, a foreigner's by any foreign one's."""
    by_habit = words().last.get(part)
    if by_habit is None:
        return None
    if habit in NATIVE:
        return by_habit.get(habit) or by_habit.get(_BESIDE.get(habit, ""))
    return by_habit.get(habit) or next((name for other, name in by_habit.items() if other not in NATIVE), None)


def similar(a: str, b: str) -> bool:
    """Two spellings of one name, by three quarters of their letters.

    >>> similar("mohamed", "mohammed"), similar("john", "james")
    (True, False)
    """
    return a == b or SequenceMatcher(None, a, b).ratio() >= 0.75
