"""Where speech is reported: finite verbs, participles (مضيفا), attributions behind (بحسب X), headlines with a colon."""

from __future__ import annotations

from itertools import compress
from typing import NamedTuple

from ...arabic.inflect import Form
from ...arabic.words import Text
from ..names.model import Names
from .quotes import Quotes
from .tables import Verb, class_words, forms, heads_of, verbs, word_at

#: a quotation of this many tokens is somebody's speech: verbs inside it are not reported again
LONG_QUOTE = 3
#: classes of function words that report speech
CUES = ("post_self", "post", "saying", "saying_carried", "came_in", "post_verb", "post_l")


class Cue(NamedTuple):
    """Tokens [i, j) that report speech; `shape`: finite, participle, masdar (إعلانه), came_in (جاء في بيان),
    after (بحسب), self (على حد قوله), saying (قوله), colon."""

    i: int
    j: int
    shape: str
    verb: Verb | None
    form: Form | None
    row: str


def find(text: Text, names: Names, quotes: Quotes, a: int, b: int) -> list[Cue]:
    """The cues of the sentence [a, b), in order.

    >>> # «قال لافروف إن … مضيفا أن …» gives a finite cue and a participle
    """
    out: list[Cue] = []
    table, norms = verbs(), text.norms
    done = a
    kinds = list(map(_KINDS.__getitem__, norms[a:b]))
    for i in compress(range(a, b), kinds):
        if i < done:
            continue
        kind = kinds[i - a]
        quote = quotes.at(i) if quotes.ranges else None
        if quote and quote[1] - quote[0] >= LONG_QUOTE and quote[0] >= a:
            done = quote[1]
            continue
        cue = _function(text, i, a, b) if kind & 1 else None
        if cue is None and kind & 2:
            mention = names.at(i)
            if mention is None or mention.i == i and mention.form == "metonym":
                cue = _verb(text, table, i, a, b)
        if cue:
            out.append(cue)
            done = cue.j
    return out


class _Kinds(dict[str, int]):
    """Word type → what it may start: 1 a function word, 2 a verb of speech; 0 for all others."""

    def __missing__(self, norm: str) -> int:
        kind = (1 if norm in heads_of(CUES) else 0) | (2 if forms(norm) else 0)
        if len(self) < 500_000:
            self[norm] = kind
        return kind


_KINDS = _Kinds()


def _function(text: Text, i: int, a: int, b: int) -> Cue | None:
    found = word_at(text, i, *CUES)
    if found is None or found[0] > b:
        return None
    j, word = found
    row = f"words:{word.id}"
    if word.cls == "saying" and i > a and text.norms[i - 1] in class_words("which"):
        return None  # «ما وصفه بأنه»: the verb
    carried = text.norms[j - 1] in class_words("from") or word.cls == "saying_carried"
    carried = carried and any(f.row == "transmit" for w in text.norms[a:i] for f in forms(w))
    if word.cls == "post" and carried:
        return None  # «نقلت الوكالة على لسان لافروف قوله»
    if word.cls == "saying_carried":
        return Cue(i, j, "saying", None, None, row) if carried else None
    if word.cls == "came_in":
        return Cue(i, j, "came_in", verbs()["mention"], None, row)
    if word.cls == "post_l":
        return Cue(i, j, "after", None, None, row) if j < b and text.norms[j].startswith("ل") else None
    if word.cls == "post_verb":
        if i == a and word_at(text, i, "but"):
            return None  # «كما أشار لافروف إلى» opens a sentence
        published = j < b and text.norms[j] in class_words("publish") and text.norms[i].removeprefix("و") not in class_words("but")
        told = j < b and (published or any(f.part == "perfect" and f.voice != "passive" for f in forms(text.norms[j])))
        if not told or _introduces(text, j + 1, b):
            return None
        inside = j + 1 < b and text.norms[j + 1] in class_words("inside")     # «وفق ما جاء في بيان للوزارة»
        return Cue(i, j + 2 if inside else j + 1, "after", None, None, row)
    return Cue(i, j, {"post_self": "self", "post": "after", "saying": "saying"}[word.cls], None, None, row)


def _impersonal(text: Text, i: int) -> bool:
    """«يذكر أن», «يشار إلى أن»: nobody is named as the one who says it."""
    return any(text.norms[k] in class_words("an") for k in (i + 1, i + 2) if k < len(text))


def _opens_speech(text: Text, k: int) -> bool:
    """Do أن (إلى أن, على أن), a colon or a quotation mark follow at once?"""
    if k + 1 < len(text) and text.norms[k] in class_words("prep"):
        return text.norms[k + 1] in class_words("an")
    return k < len(text) and (text.norms[k] in class_words("an") or text.norms[k] in (":", '"', "«", "“"))


def _introduces(text: Text, k: int, b: int) -> bool:
    """Does an introduction (أن, a colon) follow soon? Then «كما قال» is a verb of its own."""
    an = class_words("an")
    return any(w in an or w == ":" for w in text.norms[k : min(b, k + 20)])


def of_which(text: Text, i: int, suffix: str, force: str) -> bool:
    """Does the verb at token i say what something is, in a clause of its own? («ما تقول إنه», «الذي يصفه بأنه», «ما سمته "…"»)"""
    if text.norms[i - 1] not in class_words("which"):
        return False
    if suffix:
        return force == "label"
    return text.norms[i - 1] not in class_words("relative") and i + 1 < len(text) and text.norms[i + 1] in class_words("he_is")


def _takes_about(text: Text, i: int, b: int, table: dict[str, Verb], found: tuple[Form, ...]) -> bool:
    """Is a word that may be a preposition the verb of «وعبر لافروف عن …»? Where what it takes follows at once, or soon behind و."""
    near = range(i + 1, min(b, i + (6 if text.norms[i].startswith("و") else 2)))
    return any(text.norms[k] in table[f.row].takes for f in found if f.part == "perfect" for k in near)


def _labels(text: Text, i: int, b: int) -> bool:
    """Does «وصفه» say what it calls him? («وصفه لافروف بأنه …», «ووصفته بـ"…"»)"""
    an = class_words("an")
    return any(w.startswith("ب") and (w in an or w == "ب") for w in text.norms[i + 1 : min(b, i + 12)])


def _verb(text: Text, table: dict[str, Verb], i: int, a: int, b: int) -> Cue | None:
    found = forms(text.norms[i])
    if not found:
        return None
    before = text.norms[i - 1].removeprefix("و") if i > a else ""
    plain = text.norms[i].removeprefix("و")
    if plain in class_words("never") or plain in class_words("preposition") and i > a and not _takes_about(text, i, b, table, found):
        return None
    which_before = i > a and text.norms[i - 1] in class_words("which")
    for form in found:
        verb = table[form.row]
        if form.part in ("perfect", "imperfect"):
            if form.voice == "passive" or (form.person and form.person != 3) or form.future or form.prefix.endswith("ل"):
                continue
            since = class_words("since")
            if form.part == "perfect" and before in ("ان", "بان", "لان", "وان") and text.norms[i - 2].removeprefix("و") not in since:
                continue
            which = i > a and of_which(text, i, form.suffix, verb.force)
            called = form.suffix and verb.force == "label" and _labels(text, i, b)
            governed = before in class_words("preposition") and not (form.part == "perfect" and before in since)
            if not which and (form.suffix and not called or governed or before in class_words("negation")):
                continue
            if form.part == "imperfect" and plain in class_words("impersonal") and _impersonal(text, i):
                continue
            return Cue(i, i + 1, "finite", verb, form, f"verbs:{verb.id}")
        if form.part == "noun" and not form.definite and not form.tanwin and form.number == "s" and not (form.suffix and which_before):
            return Cue(i, i + 1, "masdar", verb, form, f"verbs:{verb.id}")
        if form.part == "participle" and form.voice == "active" and not form.definite and not form.suffix:
            adverbial = form.tanwin or form.gender == "f" or form.number != "s"
            opens = before in ("،", ",", "-", ")", "»", '"', "”") or form.prefix == "و" or i == a
            if adverbial and before not in class_words("preposition") and (opens or _opens_speech(text, i + 1)):
                return Cue(i, i + 1, "participle", verb, form, f"verbs:{verb.id}")
    return None
