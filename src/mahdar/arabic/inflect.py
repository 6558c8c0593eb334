"""Lemma rows → surface forms → analyses: verbs (perfect, imperfect, future, passive, participle) and nouns (masdar, plural).

Everything is done on folded letters. A row names the perfect and the imperfect of the third person masculine singular, the
masdar and its plurals; weak, hollow, doubled and hamzated verbs follow from these spellings. Clitics (و ف ب ل ك ال س) and
pronoun suffixes are cut at look-up, and every word type is analysed once.
"""
from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from .letters import fold

SUFFIXES = ("هما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي")
#: suffix → (person, gender, number)
PRONOUNS = {
    "ه": (3, "m", "s"), "ها": (3, "f", "s"), "هم": (3, "m", "p"), "هن": (3, "f", "p"), "هما": (3, "", "d"),
    "نا": (1, "", "p"), "ني": (1, "", "s"), "ي": (1, "", "s"), "ك": (2, "", "s"), "كم": (2, "m", "p"),
}
#: the suffixes with their lengths, by the letter they end with, in their order
_SUFFIXES_BY_END = {end: tuple((s, len(s)) for s in SUFFIXES if s[-1] == end) for end in {s[-1]: None for s in SUFFIXES}}
#: the suffixes of the third person, and the letters they end with
_THIRD, _THIRD_ENDS = ("هما", "هم", "ها", "ه"), "امه"


def owner(word: str) -> str:
    """The pronoun of the third person that a folded noun may carry, "" where it carries none.

    >>> owner("خصومهم"), owner("سراحه"), owner("خصوم")
    ('هم', 'ه', '')
    """
    return next((x for x in _THIRD if word.endswith(x)), "") if word[-1:] in _THIRD_ENDS else ""


class Form(NamedTuple):
    """One analysis of a written word. `part` is perfect, imperfect, participle or noun; `voice` active, passive or either.

    `prefix` holds the proclitics that were cut (و, ب, ول …), `definite` says whether ال stood there, `tanwin` whether the word
    carries the alef of an indefinite accusative.
    """

    row: str
    part: str
    voice: str = ""
    person: int = 0
    gender: str = ""
    number: str = ""
    future: bool = False
    tanwin: bool = False
    prefix: str = ""
    definite: bool = False
    suffix: str = ""
    short: bool = False         # a jussive that lost a letter (لم يعد)


class Core(NamedTuple):
    """One form of a row without clitics; `shape` is free, bound (only before a pronoun) or both."""

    row: str
    part: str
    voice: str
    person: int
    gender: str
    number: str
    future: bool
    tanwin: bool
    shape: str
    short: bool = False


def _is_hollow(perfect: str, imperfect: str) -> bool:
    return len(perfect) >= 3 and perfect[-2] == "ا" and len(imperfect) >= 3 and imperfect[-2] in "ويا"


def _perfect(raw: str, f: str, hollow: bool) -> list[tuple[str, int, str, str, str]]:
    """(form, person, gender, number, shape) of a perfect from its third person masculine singular."""
    weak = len(f) >= 3 and not hollow and (raw.endswith("ى") or (f.endswith("ا") and not raw.endswith("أ")))
    stem = f[:-1] if weak else f
    out = [(f, 3, "m", "s", "free" if weak else "both"), (stem + "ت", 3, "f", "s", "both")]
    if weak:
        out.append((stem + "ا", 3, "m", "s", "bound"))
    glide = "يا" if raw.endswith("ى") else "وا"
    out.append((stem + glide if weak else f + "ا", 3, "m", "d", "both"))
    out.append((stem + "تا", 3, "f", "d", "both"))
    plural = stem if weak or not f.endswith("ي") or len(f) > 3 else f[:-1]
    out += [(plural + "وا", 3, "m", "p", "free"), (plural + "و", 3, "m", "p", "bound")]
    if weak:
        short = stem + ("ي" if raw.endswith("ى") else "و")
    elif hollow:
        short = f[:-2] + f[-1]
    else:
        short = f + f[-1] if len(f) == 2 else f
    we = short[:-1] + "نا" if hollow and short.endswith("ن") else short + "نا"  # كنا
    out += [(we, 1, "", "p", "both"), (short + "ن", 3, "f", "p", "both")]
    if short != f:
        out.append((short + "ت", 1, "", "s", "both"))
    return out


def _imperfect(raw: str, body: str, hollow: bool, weak: bool) -> list[tuple[str, int, str, str, str]]:
    """The same for an imperfect; `body` is the third person masculine singular without its first letter."""
    out: list[tuple[str, int, str, str, str]] = []
    stem = body[:-1] if weak else body
    dual = stem + ("و" if body.endswith("و") else "ي") if weak else body
    singular = {body: "free" if raw.endswith("ى") else "both"}
    if raw.endswith("ى"):
        singular[stem + "ا"] = "bound"
    if weak and len(body) >= 3:
        singular[stem] = "free"
    if hollow and len(body) >= 3:
        singular[body[:-2] + body[-1]] = "both"
    for form, shape in singular.items():
        out += [("ي" + form, 3, "m", "s", shape), ("ت" + form, 3, "f", "s", shape), ("ن" + form, 1, "", "p", shape)]
        out.append(("ا" + form, 1, "", "s", shape))
    for first, gender in (("ي", "m"), ("ت", "")):
        person = 3 if first == "ي" else 2
        out += [(first + stem + "ون", person, gender, "p", "both"), (first + stem + "وا", person, gender, "p", "free")]
        out.append((first + stem + "و", person, gender, "p", "bound"))
        out += [(first + dual + "ان", 3, "m" if first == "ي" else "f", "d", "both")]
        out += [(first + dual + "ا", 3, "m" if first == "ي" else "f", "d", "both")]
    out.append(("ي" + (dual if weak else body) + "ن", 3, "f", "p", "both"))
    return out


def verb_forms(row: str, perfect: str, imperfect: str) -> list[tuple[str, Core]]:
    """The finite forms of a verb, folded, without clitics."""
    f, g = fold(perfect), fold(imperfect)
    hollow = _is_hollow(f, g)
    weak = not hollow and (imperfect[-1] in "ىي" or (imperfect.endswith("و") and f.endswith("ا"))) and len(g) > 3
    voice = "either"
    present = _imperfect(imperfect, g[1:], hollow, weak)
    passive_perfect = passive_imperfect = ""
    if hollow:
        passive_perfect = f[:-2] + "ي" + f[-1]
        if g[-2] in "وي":
            passive_imperfect = g[:-2] + "ا" + g[-1]
    elif f.endswith("ا") and weak:
        passive_perfect, passive_imperfect = f[:-1] + "ي", g[:-1] + "ي"
    elif len(f) == 4 and perfect[0] == perfect[-1] == "أ":
        passive_perfect, passive_imperfect = f[:-1] + "ي", g[:-1] + "ا"      # أرجئت الزيارة
    elif len(f) == 4 and f[1] == "ا":
        passive_perfect = f[0] + "و" + f[2:]
    said = "active" if passive_perfect and passive_perfect != f else voice        # هاجم: its passive is هوجم
    out = [(w, Core(row, "perfect", said, p, ge, n, False, False, s)) for w, p, ge, n, s in _perfect(perfect, f, hollow)]
    if perfect.endswith("ى") and not hollow:
        out.append((f + "ت", Core(row, "perfect", "passive", 3, "f", "s", False, False, "free")))  # أجريت المحادثات
    if passive_perfect and passive_perfect != f:
        out += [(w, Core(row, "perfect", "passive", p, ge, n, False, False, s))
                for w, p, ge, n, s in _perfect(passive_perfect, passive_perfect, False) if p == 3]
    forms = [(w, "either", p, ge, n, s) for w, p, ge, n, s in present]
    if passive_imperfect and passive_imperfect != g:
        forms += [(w, "passive", p, ge, n, s)
                  for w, p, ge, n, s in _imperfect(passive_imperfect, passive_imperfect[1:], False, weak) if p == 3]
    clipped = {c + g[1:-2] + g[-1] for c in "يتنا"} if hollow else {c + g[1:-1] for c in "يتنا"} if weak else set()
    for w, v, p, ge, n, s in forms:
        out.append((w, Core(row, "imperfect", v, p, ge, n, False, False, s, w in clipped and n in "sp" and not w.endswith("ون"))))
        if w not in clipped:
            out.append(("س" + w, Core(row, "imperfect", v, p, ge, n, True, False, s)))
    return out


def noun_forms(row: str, word: str, number: str = "s", part: str = "noun", gender: str = "") -> list[tuple[str, Core]]:
    """The forms of a noun, folded, without clitics and ال: bare, accusative, dual, before pronouns."""
    f = fold(word)
    gender = gender or ("f" if f.endswith("ه") or f.endswith("ات") else "m")

    def core(n: str, tanwin: bool, shape: str) -> Core:
        return Core(row, part, "active" if part == "participle" else "", 0, gender, n, False, tanwin, shape)

    out: list[tuple[str, Core]] = []
    if f.endswith("ه"):
        stem = f[:-1] + "ت"
        out += [(f, core(number, False, "free")), (stem, core(number, False, "bound"))]
    elif f.endswith("ء"):
        stem = f
        out += [(f, core(number, False, "both")), (f[:-1] + "ي", core(number, False, "bound")),
                (f[:-1] + "و", core(number, False, "bound"))]
    else:
        stem = f
        out.append((f, core(number, False, "both")))
        if not f.endswith("ا") and not (number == "p" and _is_diptote(f)):
            out.append((f + "ا", core(number, True, "free")))
    if number == "s":
        stems = [stem] if not f.endswith("ء") else [f, f[:-1] + "ي", f[:-1] + "و"]
        for s in stems:
            out += [(s + "ان", core("d", False, "free")), (s + "ين", core("d", False, "free"))]
            out += [(s + "ا", core("d", False, "bound")), (s + "ي", core("d", False, "both"))]
    return out


def _is_diptote(plural: str) -> bool:
    """Is it a broken plural of the shape of مطالب, رسائل, قوانين, which takes no tanwin (مطالبا: «demanding»)?"""
    return len(plural) in (5, 6) and plural[2] == "ا" and (len(plural) == 5 or plural[4] == "ي")


def participle_forms(row: str, word: str, passive: bool = False) -> list[tuple[str, Core]]:
    """The forms of a participle as a predicate: متهما, متهمة, متهمين, متهمين إياه."""
    f = fold(word)
    voice = "passive" if passive else "active"

    def core(g: str, n: str, tanwin: bool = False) -> Core:
        return Core(row, "participle", voice, 0, g, n, False, tanwin, "both")

    stem = f[:-1] if f.endswith("ي") and not passive else f
    return [(f, core("m", "s")), (f + "ا", core("m", "s", True)), (f + "ه", core("f", "s")), (f + "ت", core("f", "s")),
            (stem + "ين", core("m", "p")), (stem + "ون", core("m", "p")), (f + "ان", core("m", "d")), (f + "ات", core("f", "p"))]


def participle_of(perfect: str, imperfect: str) -> str:
    """The active participle where the spelling tells the form of the verb (four letters and more); else an empty string.

    >>> participle_of("استقبل", "يستقبل"), participle_of("دعا", "يدعو")
    ('مستقبل', '')
    """
    return "م" + imperfect[1:] if len(fold(perfect)) >= 4 else ""


class Inflections:
    """All forms of a set of rows, looked up by written word.

    >>> words = Inflections()
    >>> words.add_verb("receive", "استقبل", "يستقبل", masdars=("استقبال",))
    >>> [(f.row, f.part, f.gender, f.prefix, f.suffix) for f in words.analyse("وسيستقبله")]
    [('receive', 'imperfect', 'm', 'و', 'ه')]
    """

    def __init__(self, free: dict[str, list[Core]] | None = None, bound: dict[str, list[Core]] | None = None) -> None:
        """Without rows; or with the `free` and `bound` forms of an earlier one, which may be decoded when asked for."""
        self.free: dict[str, list[Core]] = {} if free is None else free
        self.bound: dict[str, list[Core]] = {} if bound is None else bound
        self._free_words: Container[str] = getattr(free, "raw", self.free)
        self._bound_words: Container[str] = getattr(bound, "raw", self.bound)
        self._seen: dict[str, tuple[Form, ...]] = {}

    def _put(self, pairs: Iterable[tuple[str, Core]]) -> None:
        for word, core in pairs:
            if core.shape != "bound":
                bucket = self.free.setdefault(word, [])
                if core not in bucket:
                    bucket.append(core)
            if core.shape != "free":
                bucket = self.bound.setdefault(word, [])
                if core not in bucket:
                    bucket.append(core)

    def add_verb(self, row: str, perfect: str, imperfect: str, *, masdars: Iterable[str] = (), participles: Iterable[str] = (),
                 passive_participles: Iterable[str] = ()) -> None:
        """Add a verb; `masdars` may be empty. The active participle is worked out where none is given."""
        self._put(verb_forms(row, perfect, imperfect))
        for m in masdars:
            self._put(noun_forms(row, m, "p" if fold(m).endswith("ات") else "s"))
        actives = list(participles) or [p for p in (participle_of(perfect, imperfect),) if p]
        for p in filter(None, actives):
            self._put(participle_forms(row, p))
        for p in passive_participles:
            self._put(participle_forms(row, p, passive=True))

    def add_noun(self, row: str, singular: str, plurals: Iterable[str] = (), gender: str = "") -> None:
        """Add a noun with its plurals."""
        self._put(noun_forms(row, singular, "s", gender=gender))
        for p in plurals:
            self._put(noun_forms(row, p, "p", gender=gender))

    def analyse(self, norm: str) -> tuple[Form, ...]:
        """All analyses of a folded word, the least cut first; empty where no row has such a form."""
        found = self._seen.get(norm)
        if found is None:
            found = tuple(self._analyse(norm))
            if len(self._seen) < 500_000:
                self._seen[norm] = found
        return found

    def _analyse(self, norm: str) -> list[Form]:
        out: list[Form] = []
        self._cut(norm, "", out)
        if norm[0] in "وف" and len(norm) > 2:
            self._cut(norm[1:], norm[0], out)
        return out

    def _cut(self, rest: str, conj: str, out: list[Form]) -> None:
        """The analyses of a word behind its و or ف, with ال and ب, ل, ك cut off in every way."""
        self._match(rest, conj, "", False, out)
        first, long = rest[0], len(rest)
        if first == "ا":
            if long > 4 and rest[1] == "ل":
                self._match(rest[2:], conj, "", True, out)
        elif first in "بلك" and long > 2:
            self._match(rest[1:], conj, first, False, out)
            if rest[1] == "ل" and first == "ل":
                self._match(rest[2:], conj, "ل", True, out)
                self._match(rest[1:], conj, "ل", True, out)
            elif rest[1:3] == "ال" and long > 5:
                self._match(rest[3:], conj, first, True, out)

    def _match(self, rest: str, conj: str, prep: str, definite: bool, out: list[Form]) -> None:
        if rest in self._free_words:
            for core in self.free[rest]:
                if definite and core.number == "d" and rest[-1] == "ي":
                    continue  # الرسمي, the official: a dual without its ن takes no ال
                self._take(core, conj, prep, definite, "", out)
        if definite:
            return
        for suffix, length in _SUFFIXES_BY_END.get(rest[-1:], ()):
            stem = rest[:-length]
            if stem in self._bound_words and len(stem) >= 2 and rest.endswith(suffix):
                for core in self.bound[stem]:
                    if suffix in ("ي", "ني") and (core.part == "noun") == (suffix == "ني"):
                        continue
                    self._take(core, conj, prep, definite, suffix, out)

    def _take(self, core: Core, conj: str, prep: str, definite: bool, suffix: str, out: list[Form]) -> None:
        finite = core.part in ("perfect", "imperfect")
        if finite and (definite or (prep and not (prep == "ل" and core.part == "imperfect" and not core.future))):
            return
        if (core.tanwin and (definite or suffix)) or (finite and suffix in ("ك", "كم", "ي")):
            return
        voice = "active" if finite and suffix and core.voice == "either" else core.voice
        out.append(Form(core.row, core.part, voice, core.person, core.gender, core.number, core.future, core.tanwin,
                        conj + prep, definite, suffix, core.short))
