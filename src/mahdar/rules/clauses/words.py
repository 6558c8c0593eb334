"""What a written word may be: function word, act verb, verbal noun, other verb. Looked up once per word type."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from ...arabic.clitics import bare
from ...arabic.inflect import PRONOUNS, Core, Form, Inflections, participle_of
from ...arabic.letters import fold
from ...lexicon.kept import Forms, Lazy, hashed, kept
from ...lexicon.table import alternatives, read_table
from ..names.words import words as steering
from .model import Row
from .nations import nations

RULES = Path(__file__).parent.parent
#: table name → file with perfect and imperfect columns
VERBS = {
    "act": "acts/verbs.tsv",
    "light": "acts/light.tsv",
    "govern": "status/governors.tsv",
    "say": "speech/verbs.tsv",
    "aux": "clauses/verbs.tsv",
}
NOUNS = {"noun": "acts/nouns.tsv"}


PRONOUN_ENDINGS = ("ه", "ها", "هم", "هما")
AND = ("و", "ف")
_BARE_PREPOSITIONS = ("بال", "لل", "كال")
_SPOKEN = frozenset(("accuse", "agree", "reject", "request", "support", "threaten"))  # acts done in words
_MOST = 500_000  # word types remembered

#: what a word type is first of all
PLAIN, FUNCTION, PREDICATE, PUNCTUATION, CONJUNCTION = range(5)


class Choice(NamedTuple):
    """One reading of a word: its form, and the rows of the tables that form may stand for."""

    form: Form
    rows: tuple[Row, ...]


#: of a verb no table knows
UNKNOWN = Choice(Form("", "imperfect"), ())


class Noun(NamedTuple):
    """A word read as a verbal noun or an act noun: the preposition glued to it, whether و or ف is, whether it is definite."""

    choice: Choice
    own: str
    joined: bool
    definite: bool


Classes = tuple[tuple[tuple[str, ...], str], ...]  # of a function word: (further words, class), the longest first


class Word(msgspec.Struct, gc=False):
    """A word type: all the reading of clauses asks of it, worked out once.

    `code` says what it is first of all. A function word has its `classes` by number of further words, the longest first (`sole` the
    one it has alone, `follow` those of several words by their second one), and `base`, the word without و (`prefix`); a preposition may
    carry a `pronoun`. A predicate has `verbs`, `nouns` and `parts`, and the readings chosen among them: `past`, and `asked` behind a word
    that asks for an imperfect; `noun` as it stands, `noun_alone` behind a preposition: with none of its own, if it can. Any word may be
    (part of) a plain noun phrase: `nation` the state its adjective names, `own` the preposition glued to it.
    """

    prefix: str = ""
    base: str = ""
    classes: Classes = ()
    pronoun: tuple[int, str, str] | None = None
    code: int = PLAIN
    sole: str = ""
    follow: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    verbs: tuple[Form, ...] = ()
    nouns: tuple[Form, ...] = ()
    parts: tuple[Form, ...] = ()
    past: Choice = UNKNOWN
    asked: Choice = UNKNOWN
    ours: Choice | None = None
    part: Choice = UNKNOWN
    accepting: Choice | None = None  # of a function word that may be a verb (قبل)
    noun: Noun | None = None
    noun_alone: Noun | None = None
    clipped: bool = False  # only the form of a jussive (يعد)
    homograph: bool = False  # a perfect whose letters are a noun no table knows
    interview: bool = False  # مقابلة: a meeting only with a name behind it
    fourth: bool = False  # a perfect of the fourth form, which begins with أ: with إ it is none (إقامته)
    looks_verb: bool = False  # looks like an imperfect or a future of an unknown verb
    with_tied: Word | None = None  # the same where it ends with ة: no pronoun
    nation: str | None = None
    own: str = ""
    definite: bool = False
    joined: bool = False
    adjective: str = ""  # m, f or fm (either): where an indefinite word is an adjective, the gender of its noun


def _function(prefix: str, base: str, classes: Classes, pronoun: tuple[int, str, str] | None) -> Word:
    word = Word(prefix, base, classes, pronoun)
    if classes:
        word.code = FUNCTION
        word.sole = next((cls for tail, cls in classes if not tail), "")
        for tail, cls in classes:
            if tail:
                word.follow.setdefault(tail[0], []).append((tail, cls))
    return word


def _inflected(verbs: list[tuple[str, str, str, list[str], list[str]]], nouns: list[tuple[str, str, list[str]]]) -> Inflections:
    """All forms of the verbs and nouns; kept between runs, named by a hash of these rows and of the code that inflects them."""

    def make() -> dict[str, dict[str, list[Core]]]:
        out = Inflections()
        for key, perfect, imperfect, masdars, participles in verbs:
            out.add_verb(key, perfect, imperfect, masdars=masdars, participles=participles)
        for key, singular, plurals in nouns:
            out.add_noun(key, singular, plurals)
        return {"free": out.free, "bound": out.bound}

    arabic = RULES.parent / "arabic"
    code = hashed([arabic / "inflect.py", arabic / "letters.py"])
    rows = blake2b(msgspec.json.encode((verbs, nouns)), digest_size=16).hexdigest()
    forms = kept("forms", f"{code}-{rows}", Forms, make)
    return Inflections(Lazy(forms.free, list[Core]), Lazy(forms.bound, list[Core]))


class Vocabulary(dict[str, Word]):
    """All predicates and function words of the rule families: folded word → what it may be, worked out when first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._plain: dict[tuple[str | None, str, bool, bool, str], Word] = {}  # words that are nothing but part of a noun phrase
        self.rows: dict[str, tuple[Row, ...]] = {}
        #: rows of words in which somebody speaks, and of those that a quotation follows at once
        self.spoken: set[Row] = set()
        self.quoting: set[Row] = set()
        self._load_predicates()
        self.nations = nations()
        self.common, self.counting = steering().common, steering().counting
        self.heads: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.joined: dict[str, tuple[str, tuple[int, str, str]]] = {}
        self.whole: tuple[str, ...] = ()
        self.ballistic: tuple[str, ...] = ()
        self.whole_and: tuple[str, ...] = ()
        self.adjectives: set[str] = set()
        self.plain: set[str] = set()
        for row in read_table(Path(__file__).parent / "function.tsv"):
            if row["class"] == "whole":
                self.whole += tuple(fold(f) for f in alternatives(row["forms"]))
                self.ballistic = tuple(w for w in self.whole if w.startswith("بال") and len(w) > 5)  # no بالغ: بالغاز
                continue
            if row["class"] == "whole_and":
                self.whole_and = tuple(fold(f) for f in alternatives(row["forms"]))
                continue
            if row["class"] == "adjective":
                self.adjectives = {fold(f) for f in alternatives(row["forms"])}
                continue
            if row["class"] == "noun":
                self.plain |= {fold(f) for f in alternatives(row["forms"])}
                continue
            for form in alternatives(row["forms"]):
                first, *rest = fold(form).split()
                self.heads.setdefault(first, []).append((tuple(rest), row["class"]))
                if row["class"] == "prep" and not rest and len(first) > 1:
                    for suffix, pronoun in PRONOUNS.items():
                        self.joined.setdefault(first + suffix, (first, pronoun))
        for prep in "بل":
            for suffix, pronoun in PRONOUNS.items():
                if suffix not in ("ي", "ني", "ك"):
                    self.joined.setdefault(prep + suffix, (prep, pronoun))
        for tails in self.heads.values():
            tails.sort(key=lambda t: -len(t[0]))
        self.plain |= {p + w for w in self.plain for p in "وفبل"}
        self._functions()

    def _functions(self) -> None:
        """Function words with all that may be written onto them → (what is, the word itself, its classes, the pronoun)."""
        alone, heads = markers("stands_alone"), {h: tuple(tails) for h, tails in self.heads.items()}
        prep: Classes = (((), "prep"),)
        self.functions: dict[str, tuple[str, str, Classes, tuple[int, str, str] | None]] = {
            word: ("", base, prep, pronoun) for word, (base, pronoun) in self.joined.items()
        }
        for head, classes in heads.items():
            if len(head) > 1:
                self.functions.update((c + head, (c, head, classes, None)) for c in AND)
            single = [cls for tail, cls in classes if not tail]
            if "transparent" in single and head not in alone or "negation" in single and len(head) > 2:
                self.functions.update((p + head, (p, head, classes, None)) for p in "بل")
            counted = tuple((tail, cls) for tail, cls in classes if tail and cls == "transparent")  # بعدد من المسؤولين
            if counted and len(head) > 2:
                self.functions.update((p + head, (p, head, counted, None)) for p in "بل" if p + head not in heads)
        for word, (base, pronoun) in self.joined.items():
            for c in AND:
                self.functions.setdefault(c + word, (c, base, prep, pronoun))
        self.functions.update((head, ("", head, classes, None)) for head, classes in heads.items())

    def _load_predicates(self) -> None:
        lemmas: dict[str, tuple[str, str, dict[str, None], dict[str, None]]] = {}
        rows: dict[str, list[Row]] = {}
        for table, file in VERBS.items():
            if not (RULES / file).exists():
                continue
            for row in read_table(RULES / file, columns=("id", "perfect", "imperfect")):
                key = f"{fold(row['perfect'])}/{fold(row['imperfect'])}"
                entry = lemmas.setdefault(key, (row["perfect"], row["imperfect"], {}, {}))
                if table != "say":
                    entry[2].update(dict.fromkeys(alternatives(row.get("masdar", ""))))
                if table == "aux":
                    entry[3]["-"] = None
                else:
                    participle = row.get("participle", "") or participle_of(row["perfect"], row["imperfect"])
                    entry[3].update(dict.fromkeys(alternatives(participle)))
                rows.setdefault(key, []).append((table, row["id"]))
                if table == "say" or table == "act" and row["act"] in _SPOKEN and row["mode"] != "veto" and row["frame"] != "table":
                    self.spoken.add((table, row["id"]))
                    if "colon" in row.get("takes", ""):
                        self.quoting.add((table, row["id"]))
        verbal: dict[str, list[Row]] = {}
        verbs: list[tuple[str, str, str, list[str], list[str]]] = []
        nouns: list[tuple[str, str, list[str]]] = []
        for key, (perfect, imperfect, masdars, participles) in lemmas.items():
            for masdar in masdars:
                verbal.setdefault(fold(masdar), []).extend(rows[key])
            verbs.append((key, perfect, imperfect, list(masdars), [p for p in participles if p != "-"] or [""]))
        for table, file in NOUNS.items():
            for row in read_table(RULES / file):
                key = fold(row["singular"])
                nouns.append((key, row["singular"], alternatives(row["plurals"])))
                rows.setdefault(key, list(verbal.get(key, ()))).append((table, row["id"]))
        self.rows = {k: tuple(dict.fromkeys(v)) for k, v in rows.items()}
        self.inflections = _inflected(verbs, nouns)

    def __missing__(self, norm: str) -> Word:
        """The word type, worked out and remembered."""
        word = self._word(norm)
        if len(self) < _MOST:
            self[norm] = word
        return word

    def _word(self, norm: str) -> Word:
        if not norm[0].isalpha():
            return self._phrase(None, norm) if norm[0].isdigit() or norm[0] == "\n" else Word(base=norm, code=PUNCTUATION)
        found = self.functions.get(norm)
        if found is not None and found[0] and found[0] in AND and found[3] is None and self._is_verb(norm):
            found = None  # «فتحت», no فـ before تحت
        prefix, base, classes, pronoun = found or ("", norm, (), None)
        plain = norm in self.plain
        forms = () if plain or (classes and not classes[-1][0]) else self.inflections.analyse(norm)
        looks_verb = not forms and not classes and not plain and _looks_verb(norm)
        if not forms and not classes and not looks_verb and norm != "و":
            return self._phrase(None, norm)
        word = self._phrase(_function(prefix, base, classes, pronoun), norm)
        self._predicate(word, norm, forms)
        if norm == "و":
            word.code = CONJUNCTION
        if norm in markers("accept") or norm in markers("verb_too"):
            word.accepting = self._choice(self.inflections.analyse(norm), "perfect")
        if norm[-1] == "ه" and (pronoun is not None or any(f.suffix == "ه" for f in forms)):
            if pronoun is not None:  # مقابلة is no مقابل of his
                classes, forms = (), self.inflections.analyse(norm)
            word.with_tied = self._phrase(_function(prefix, base, classes, None), norm)
            self._predicate(word.with_tied, norm, tuple(f for f in forms if f.suffix != "ه"))
        if looks_verb:
            word.looks_verb, word.code = True, PREDICATE
        return word

    def nominal(self, norm: str) -> Word:
        """The word type without its perfects: إقامته is his stay, and no «he set it up»."""
        key = "إ" + norm
        if key not in self:
            word = self._phrase(_function("", norm, (), None), norm)
            self._predicate(word, norm, tuple(f for f in self.inflections.analyse(norm) if f.part != "perfect"))
            self[key] = word if word.code != PLAIN else self._phrase(None, norm)
        return self[key]

    def _is_verb(self, norm: str) -> bool:
        """Is the whole word a verb («فتحت», no فـ before تحت)?"""
        return any(f.part in ("perfect", "imperfect") and not f.prefix for f in self.inflections.analyse(norm))

    def _predicate(self, word: Word, norm: str, forms: tuple[Form, ...]) -> None:
        """Sort the analyses of a word and choose among them."""
        if not forms:
            return
        if word.code == PLAIN:
            word.code = PREDICATE
        verbs: list[Form] = []
        nouns: list[Form] = []
        parts: list[Form] = []
        if norm[:2] == "وو" and any(f.prefix for f in forms):
            forms = tuple(f for f in forms if f.prefix)  # ووصل: «and he arrived», no passive of واصل
        elif norm[0] == "و" and any(f.prefix and f.part == "perfect" and f.number == "s" for f in forms):
            forms = tuple(f for f in forms if f.prefix or f.part != "perfect" or f.number != "d")  # ودعا: «and he called», no dual
        for f in forms:
            (nouns if f.part == "noun" else parts if f.part == "participle" else verbs).append(f)
        word.verbs, word.nouns, word.parts = tuple(verbs), tuple(nouns), tuple(parts)
        if verbs:
            word.past = word.asked = self._choice(word.verbs, "perfect")
            if len(verbs) > 1 and len({f.part for f in verbs}) > 1:
                word.asked = self._choice(word.verbs, "imperfect")
            if norm.endswith("نا") and (said := tuple(f for f in verbs if (f.part, f.person, f.suffix) == ("perfect", 1, ""))):
                word.ours = self._choice(said, "perfect")  # أوقفنا: «we stopped», besides «he stopped us»
            word.clipped = all(f.short for f in word.verbs)
            word.fourth = any(f.part == "perfect" and _fourth(norm[len(f.prefix) :]) for f in verbs)
            first = word.verbs[0]
            word.homograph = not word.nouns and (norm in markers("homographs") or norm[len(first.prefix) :] in markers("homographs"))
        if word.parts:
            word.part = self._choice(word.parts, "participle")
        if word.nouns:
            word.noun = word.noun_alone = self._noun(word.nouns, word.nouns[0])
            word.interview = norm[len(word.nouns[0].prefix) :] in markers("interview")
            alone = next((f for f in word.nouns if not f.prefix), word.nouns[0])
            if alone is not word.nouns[0]:
                word.noun_alone = self._noun(word.nouns, alone)

    def _choice(self, forms: tuple[Form, ...], wanted: str) -> Choice:
        """Of several analyses those of the wanted part, where there are any; of them one of the third person."""
        if len(forms) == 1:
            return Choice(forms[0], self.rows.get(forms[0].row, ()))
        fits = [f for f in forms if f.part == wanted] or forms
        joined = (f for f in fits if f.prefix and f.person == 3 and f.row in markers("joined_first"))
        form = next(joined, None) or next((f for f in fits if f.person in (0, 3)), fits[0])
        rows: dict[Row, None] = {}
        for f in forms:
            if (f.part, f.person) == (form.part, form.person):
                rows.update(dict.fromkeys(self.rows.get(f.row, ())))
        return Choice(form, tuple(rows))

    def _noun(self, nouns: tuple[Form, ...], form: Form) -> Noun:
        alike = tuple(f for f in nouns if (f.prefix, f.definite, f.suffix) == (form.prefix, form.definite, form.suffix))
        return Noun(self._choice(alike, "noun"), form.prefix.lstrip("وف"), form.prefix[:1] in AND, form.definite or bool(form.suffix))

    def _phrase(self, word: Word | None, norm: str) -> Word:
        """The word as (part of) a plain noun phrase; words that are nothing else are one where they are alike."""
        stem = norm[1:] if norm[0] in AND and len(norm) > 4 else norm
        core = bare(stem)
        nation = self.nations.get(core)
        if nation is None and stem is not norm and (nation := self.nations.get(bare(norm))) is not None:
            stem, core = norm, bare(norm)  # فلسطينيا, فرنسي: no ف before it
        own, definite = "", (core is not stem or stem.startswith("ال")) and stem not in markers("thousands")
        if norm[0] in "بلكوف":
            for candidate in (norm, stem):
                glued = candidate.startswith(_BARE_PREPOSITIONS) and not candidate.startswith(self.ballistic)
                if glued and len(candidate) > (4 if candidate[1] == "ل" else 5):
                    own, definite = candidate[0], True
            if not own and stem[0] in "بل" and nation is None and not core.startswith(self.whole):
                if len(stem) > 4 or (len(stem) == 4 and stem[1:] in self.common):
                    own = stem[0]
        joined = stem is not norm and (
            definite or own != "" or nation is not None or (norm[0] == "و" and not norm.startswith(self.whole_and))
        )
        adjective = "" if definite or own or joined or not norm[0].isalpha() else self._adjective(norm)
        if word is None:
            key = (nation, own, definite, joined, adjective)
            found = self._plain.get(key)
            if found is not None:
                return found
            word = self._plain[key] = Word()
        word.nation, word.own, word.definite, word.joined, word.adjective = nation, own, definite, joined, adjective
        return word

    def _adjective(self, norm: str) -> str:
        """The gender of an adjective without ال: one of the table, or one that ends with ي or ية."""
        gender, stem = ("f", norm[:-1]) if norm[-1] == "ه" else ("m", norm[:-1] if norm[-1] == "ا" else norm)
        if stem in self.adjectives or norm in self.adjectives:
            return "fm"
        if len(stem) >= 4 and stem[-1] == "ي" and (gender == "f" or stem not in markers("person_nouns")):
            return gender
        return ""


def _fourth(norm: str) -> bool:
    """Are these the letters of a perfect of the fourth form (اقام), not of one that begins with ا (انسحب, اجتمع, استقبل)?"""
    return norm[:1] == "ا" and len(norm) > 3 and norm[1] not in "نت" and norm[2] != "ت" and norm[1:3] not in ("دع", "ضط", "زد", "طل")


def _looks_verb(norm: str) -> bool:
    """Does a word no table knows look like an imperfect or a future (يترأس, سيترأس)?"""
    stem = norm[1:] if norm[0] in AND and len(norm) > 4 else norm
    if not norm.isalpha():
        return False
    if stem.endswith("وا") and len(stem) >= 5:
        return True
    return (stem[0] == "ي" and len(stem) >= 4) or (
        stem[0] == "س" and len(stem) >= 5 and stem[1] in "يت" and not stem.startswith("سياس")
    )


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, built once."""
    return Vocabulary()


@cache
def markers(name: str) -> frozenset[str]:
    """The folded words of a row of markers.tsv.

    >>> sorted(markers("relatives"))[0]
    'التي'
    """
    return frozenset(fold(w) for w in alternatives(_markers()[name]["forms"]))


@cache
def _markers() -> dict[str, dict[str, str]]:
    return read_table(Path(__file__).parent / "markers.tsv").rows
