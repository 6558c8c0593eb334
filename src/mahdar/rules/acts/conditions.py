"""The `when` column: what must stand beside a predicate for a row to count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set
from functools import cache
from itertools import islice
from operator import attrgetter

from ...arabic.clitics import bare
from ...arabic.words import Text
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from ..names.model import Names
from .moments import starts
from .tables import Act, acts, lights, numbers, of_act, pair_words, people, refusals, stated, targets

_PEOPLE = ("person", "unnamed")
_AGENTS = frozenset((*_PEOPLE, "state", "institution", "organization", "group"))
#: so many words of a match, and such a part of all words, make an article the report of one: read off 11,824 articles
MATCH, MATCH_SHARE = 10, 0.035
#: nouns that tell what happened to somebody, by whomever
DEATHS = frozenset(
    ("noun:assault_mqtl", "noun:assault_msre", "noun:assault_anfjar", "act:assault_asab", "act:assault_astshhd", "act:assault_anfjr")
)
SUFFIXES, _ENDS = ("ها", "هم", "هما", "هن", "ه"), "امنه"
#: acts done to the one noun phrase behind their verb, where the doer has been told
_DONE_TO = frozenset(("meet", "visit", "call", "message", "support", "accuse"))
_START = attrgetter("i")
_CLITICS = "وبفل"
_PROCLITICS = "وبفلك"
#: the conditions that have a name of their own; any other is a preposition
_NAMED = frozenset(
    "with not obj adj plain near later before unless denied deed whom next told masdar who agent future subj crowd verb without pair "
    "plural single duty alone vows participle perfect for person mention several town place another".split()
)


@cache
def _asked() -> frozenset[str]:
    """Every word that `is_told` is ever asked for."""
    return targets().union(_crowds(), *(words for act in acts().values() for _, words in act.when))


class _Held(dict[str, frozenset[str]]):
    """Written word → those of the words asked for that it may stand for, mostly none; worked out once a word type."""

    def __missing__(self, w: str) -> frozenset[str]:
        if len(self) > 200_000:
            self.clear()
        found = self[w] = _forms(w) & _asked()
        return found


_HELD = _Held()


def _forms(w: str) -> frozenset[str]:
    """The words a written word may stand for: without its clitics, its pronoun, its ending."""
    out = {w, bare(w)}
    if w[:1] in _PROCLITICS:
        out.update((w[1:], bare(w[1:])))        # عمال is in وعمال, not in أعمال
    for s in SUFFIXES if w[-1:] in _ENDS else ():
        if w.endswith(s):
            out.add(w[: -len(s)])
            if w[: -len(s)].endswith("ت"):
                out.add(w[: -len(s)][:-1] + "ه")
    if w.endswith("ا"):
        out.add(w[:-1])
    if w.startswith("لل"):
        out.update((f"ال{w[2:]}", w[2:]))
    if w.endswith(("ين", "ان")):
        out.add(bare(w)[:-2])
        if w.endswith(("تين", "تان")):
            out.add(f"{bare(w)[:-3]}ه")         # بلدتين
    return frozenset(out)


def is_told(text: Text, i: int, j: int, words: Set[str]) -> bool:
    """Does one of the tokens [i, j) stand for one of the words?"""
    for held in map(_HELD.__getitem__, text.norms[i:j]):
        if held and not held.isdisjoint(words):
            return True
    return False


def _has(text: Text, argument: Argument | None, words: Set[str]) -> bool:
    return argument is not None and is_told(text, argument.i, argument.j, words)


def _objects(clause: Clause) -> list[Argument]:
    """What may be the object: the object, the genitive of a noun, the subject of what may be a passive."""
    out = [clause.object] if clause.object is not None else []
    if clause.args:
        out += [a for a in clause.args if a.role == "genitive"]
        if clause.kind == "noun":
            out += [a for a in clause.args if a.prep == "ل"]
    if clause.kind == "verb" and clause.subject is not None and (
        clause.object is None or clause.passive or clause.subject.how == "relative"
    ):
        out.append(clause.subject)
    return out


def _near(text: Text, clause: Clause, words: Set[str], clauses: list[Clause]) -> bool:
    """One of the words behind the predicate, or in the noun its relative clause is about (الاتفاق الذي أبرمته)."""
    return _told(text, clause, min(clause.j + 9, clause.end), words, clauses) or _of_head(text, clause, words)


def _near_of(text: Text, clause: Clause, words: Set[str]) -> bool:
    """One of the words behind the preposition من, or right behind ب, however late («كلف الملك، أمس، الوزير السابق بتشكيل حكومة»)."""
    near = [a for a in clause.args if a.how == "direct"] if clause.kind == "verb" else []
    return any(
        a.prep in markers("origin") and _has(text, a, words) or a.prep in markers("charge") and text.norms[a.i] in words for a in near
    )


def _out_of(text: Text, argument: Argument | None, words: Set[str]) -> bool:
    """One of the words, of whom the argument tells where they are from («وصلت قوات من مصر»)."""
    if argument is None or argument.i < 2 or text.norms[argument.i - 1] not in markers("origin"):
        return False
    return is_told(text, argument.i - 2, argument.i - 1, words)


def _of_head(text: Text, clause: Clause, words: Set[str]) -> bool:
    heads = (clause.subject, clause.object)
    return any(a is not None and (a.how == "relative" or a.role == "subject" and a.how == "before") and _has(text, a, words) for a in heads)


def _told(text: Text, clause: Clause, end: int, words: Set[str], clauses: list[Clause]) -> bool:
    """One of the words behind the predicate, before `end` and in what it tells."""
    if not is_told(text, clause.i, end, words):
        return False
    until = _until(text, clause, clauses)
    return until >= end or is_told(text, clause.i, until, words)


def _back(text: Text, clause: Clause, count: int) -> int:
    """The token that stands so many words, marks left out, before the predicate."""
    k = clause.i
    while k > clause.start and count:
        k -= 1
        count -= text.kinds[k] != "P"
    return k


def _until(text: Text, clause: Clause, clauses: list[Clause]) -> int:
    """Where what the predicate tells ends: at the next verb or accusative that a و or a comma ties to it, else with the sentence."""
    for c in islice(clauses, bisect_right(clauses, clause.j, key=_START), None):
        if c.i >= clause.end:
            break
        if c.kind == "verb" and (c.form.prefix[:1] in ("و", "ف") or text.norms[c.i - 1] == "،"):
            return c.i
        if c.kind == "verb" and text.norms[c.i - 2] == "،" and text.norms[c.i - 1] in markers("meanwhile"):
            return c.i
        if c.kind == "participle" and c.form.tanwin and text.norms[c.i - 1] == "،":
            return c.i                          # وصفه بأنه شريك، متهما خصومه بالكذب
    return clause.end


def struck(text: Text, clause: Clause) -> bool:
    """Is what an attack hits a house, a camp, a village, a vehicle («قصف الطيران قرى»), or people of no name?"""
    if clause.kind == "verb" and not clause.passive and (clause.subject is None or clause.subject.how == "dropped"):
        return False
    hit = [clause.object, *(a for a in clause.args if a.role == "genitive" or a.prep in markers("duty"))]
    hit += [clause.subject] if clause.passive else []
    hit += [a for a in clause.args if a.prep in markers("goal")]
    return any(a is not None and (is_told(text, a.i, min(a.i + 2, a.j), targets()) or _people(a, text)) for a in hit)


@cache
def _crowds() -> frozenset[str]:
    return frozenset(people()) | numbers()


def _people(argument: Argument, text: Text) -> bool:
    """Is it people of no name, or a number of them (ثلاثة مشتبها بهم)?"""
    first = argument.i - 1 if argument.i and text.norms[argument.i - 1] in numbers() else argument.i
    return not argument.mentions and is_told(text, first, min(argument.j + 1, len(text.norms)), _crowds())


def _nationals(argument: Argument, text: Text) -> bool:
    """Is it people told by their nationality (إصابة فلسطينيين)?"""
    counted = text.kinds[argument.i] == "N" or text.norms[argument.i] in numbers()
    told = text.norms[argument.i].endswith(("يين", "يون")) or counted and text.norms[argument.j - 1].endswith(("يا", "يين"))
    return bool(argument.nations) and not argument.mentions and told


def _crowd(argument: Argument | None, text: Text, names: Names) -> bool:
    """Is it many people, named as demonstrators, workers or thousands?"""
    if argument is None:
        return False
    return _people(argument, text) or any(names.mentions[k].kind == "unnamed" for k in argument.mentions)


def holds(row: Act, clause: Clause, text: Text, names: Names, clauses: list[Clause]) -> bool:
    """Do all the row's conditions hold for the clause?"""
    for name, words in row.when:
        if not _one(name, words, clause, text, names, clauses):
            return False
    return True


def _carries(row: tuple[str, str], slot: str) -> bool:
    """Does a verb of speech, or a light verb, carry a noun in the slot («وجه تهديدات»; no offer that «قوبل برفض»)?"""
    if row[0] != "light":
        return row[0] == "say"
    takes = lights()[row[1]].slot
    return takes in ("obj", "subj") or takes == slot


def _kinds(argument: Argument, names: Names) -> list[str]:
    return [names.mentions[k].kind for k in argument.mentions]


def _one(name: str, words: frozenset[str], clause: Clause, text: Text, names: Names, clauses: list[Clause]) -> bool:
    if name in ("with", "not"):
        if name == "not" and (_near_of(text, clause, words) or _has(text, clause.object, words)):
            return False
        return _near(text, clause, words, clauses) == (name == "with")
    if name == "obj":
        objects = _objects(clause)
        if clause.kind == "verb" and clause.subject is not None and not markers("fire").isdisjoint(words):
            objects.append(clause.subject)      # أطلق الجيش الإسرائيلي النار على خمسة مسعفين
        return any(_has(text, a, words) for a in objects) if words else bool(objects)
    if name not in _NAMED:
        args = clause.args
        if clause.slot == "head" and clause.governor is not None:  # الاتصال الذي أجراه بنظيره
            args = [*args, *clauses[clause.governor].args]
        return any(a.role == "prep" and a.prep == name and (not words or _has(text, a, words)) for a in args)
    if name in ("adj", "plain"):
        return is_told(text, clause.i, min(clause.j + 2, clause.end), words) == (name == "adj")
    if name == "near":
        return is_told(text, max(clause.i - 9, clause.start), min(clause.j + 12, clause.end), words)
    if name == "later":
        return _told(text, clause, clause.end, words, clauses) or _of_head(text, clause, words)
    if name in ("before", "unless"):
        here = name == "unless" and text.norms[clause.i] in words
        return not here and is_told(text, _back(text, clause, 3), clause.i, words) == (name == "before")
    if name == "denied":
        return clause.negated
    if name == "deed":
        noun = clause.object.noun if clause.object is not None else None
        return noun is not None and any(_act_of(c, words, text, names, clauses) for c in clauses[noun : noun + 2])
    if name == "whom":
        return clause.passive or clause.object is not None and bool(clause.object.mentions or clause.object.pronoun or clause.object.inner)
    if name == "next":
        behind = min((a for a in (clause.object, *clause.args) if a is not None and a.i >= clause.j), key=lambda a: a.i, default=None)
        return behind is not None and behind.prep in words
    if name == "told":
        return clause.governor is not None and any(_carries(row, clause.slot) for row in clauses[clause.governor].rows)
    if name == "alone":
        return not clause.form.suffix or clause.kind != "verb"
    if name == "masdar":
        return clause.kind == "noun"
    if name == "who":
        return clause.subject is not None and "person" in _kinds(clause.subject, names)
    if name == "agent":
        return clause.subject is not None and any(k in _AGENTS for k in _kinds(clause.subject, names))
    if name == "another":
        return any(c.governor is not None and clauses[c.governor] is clause and does_another(c, names) for c in clauses)
    if name == "vows":
        return any(c.governor is not None and clauses[c.governor] is clause and _goes_on(c, clause) for c in clauses)
    if name == "future":
        return clause.tense == "future"
    if name == "subj":
        doers = [a for a in clause.args if a.role == "genitive"] if clause.kind == "noun" else [clause.subject]
        return any(_has(text, a, words) or _out_of(text, a, words) for a in doers)
    if name == "crowd":
        return _crowd(clause.subject, text, names)
    if name == "verb":
        return clause.kind == "verb"
    if name == "without":
        return not any(a.role == "prep" and a.prep in words for a in clause.args)
    if name == "pair":
        return clause.subject is not None and text.norms[clause.subject.i] in pair_words()
    if name in ("plural", "single"):
        return (clause.form.number == "p") == (name == "plural")
    if name == "duty":
        return not clause.form.row
    if name == "participle":
        return clause.kind == "participle"
    if name == "perfect":
        return clause.kind != "verb" or clause.form.part == "perfect"
    if name == "for":
        aims = [a for a in clause.args if a.prep in markers("goal") and not a.mentions]
        if clause.subject is not None and clause.subject.how == "after":       # دعا البيان الختامي للقمة إلى إرسال قوات
            aims = [a for a in aims if a.prep != "ل" or a.i != clause.subject.j]
        first = min(aims, key=lambda a: a.i, default=None)      # إلى العودة إلى المفاوضات
        return first is not None and first.noun is not None and _act_of(clauses[first.noun], words, text, names, clauses)
    if name == "person":
        hit = _objects(clause)
        told = (names.mentions[k] for a in hit for k in a.mentions)        # عناصر إرهابية: a group told by its people
        if any(m.kind in _PEOPLE or m.kind == "group" and m.number == "p" for m in told):
            return True
        return any(_people(a, text) or _nationals(a, text) for a in hit)
    if name == "mention":
        return any(a.mentions or a.pronoun for a in _objects(clause))
    if name == "several":
        return clause.subject is not None and sum(len(names.mentions[k].entities) for k in clause.subject.mentions) > 1
    if name == "town":
        goals = [a for a in clause.args if a.prep in markers("goal") and a.noun is None and a.how != "apart"]
        person = clause.object is not None and "person" in _kinds(clause.object, names)
        return person and any(names.mentions[k].kind == "place" or names.mentions[k].form == "metonym" for a in goals for k in a.mentions)
    assert name == "place"
    slots = [a for a in (clause.object, *(a for a in clause.args if a.prep in markers("to_place"))) if a is not None]
    if of_act(clause.rows, "visit") and any(in_town(a, text, names) for a in slots):
        return True
    return any(k in ("place", "state", "institution") for a in slots for k in _kinds(a, names))


def in_town(argument: Argument, text: Text, names: Names) -> bool:
    """«إلى مدينة سوتشي», «إلى مطار القاهرة»: does a word for a town or a house stand before the name of a place?"""
    if argument.mentions or argument.noun is not None or not argument.inner or names.mentions[argument.inner[0]].kind != "place":
        return False
    return text.norms[argument.i].removeprefix("ال") in starts("venues", "head")


def _goes_on(deed: Clause, clause: Clause) -> bool:
    """«حذرت إيران من أنها سترد»: is it what the subject of the verb before أن will do itself?"""
    own, who = deed.subject, clause.subject
    return deed.tense == "future" and own is not None and who is not None and own.how == "dropped" and own.i == who.i and bool(who.mentions)


def does_another(clause: Clause, names: Names) -> bool:
    """Is it a verb behind أن with a subject of its own who can do something («تريد موسكو أن ترفع أوروبا العقوبات»)?"""
    if clause.slot not in markers("that") or clause.kind != "verb" or clause.passive or clause.subject is None:
        return False
    if clause.object is None and not stated(clause.rows).isdisjoint(_DONE_TO):
        return False  # يريد ترامب أن يلتقي كيم
    return clause.subject.how in ("after", "before") and any(k in _AGENTS for k in _kinds(clause.subject, names))


def _act_of(clause: Clause, wanted: frozenset[str], text: Text, names: Names, clauses: list[Clause]) -> bool:
    rows = [acts()[r] for r in clause.rows if r[0] in ("act", "noun")]
    return any(r.act in wanted and holds(r, clause, text, names, clauses) for r in rows)


@cache
def _refusing() -> dict[str, list[tuple[frozenset[str], str]]]:
    """Every word a row of refuse.tsv consists of or begins with → the acts refused, the phrase that must stand there."""
    out: dict[str, list[tuple[frozenset[str], str]]] = {}
    for kinds, one, many in refusals():
        for word, phrase in (*((w, "") for w in one), *((p.split()[0], p) for p in many)):
            out.setdefault(word, []).append((kinds, phrase))
    return out


@cache
def _refusing_forms() -> frozenset[str]:
    """The words of `_refusing`, and as they are written behind a proclitic."""
    return frozenset((*_refusing(), *(c + w for w in _refusing() for c in _CLITICS if len(w) > 3)))


def refused(text: Text, clause: Clause, act: str, known: dict[int, list[frozenset[str]]]) -> bool:
    """Does the sentence speak of sport, film or an accident («التقى منتخب روسيا نظيره المصري»)? `known`: by sentence, filled here."""
    found = known.get(clause.sentence)
    if found is None:
        words = text.norms[clause.start : clause.end]
        found = known[clause.sentence] = []
        written = _refusing_forms().intersection(words)
        if written:
            bared = {*written, *(w[1:] for w in written if w[0] in _CLITICS and len(w) > 4)}  # بتحطم طائرة
            table, line = _refusing(), f" {' '.join(words)} "
            found += (kinds for w in bared if w in table for kinds, phrase in table[w] if phrase in line)
    return bool(found) and any("*" in kinds or act in kinds for kinds in found)


def of_a_match(text: Text) -> bool:
    """Is an article the report of a match: so full of its words that nothing in it is politics («فرض المنتخب التعادل على البرازيل»)?"""
    count = sum(map(markers("match").__contains__, text.norms))
    return count >= MATCH and count >= MATCH_SHARE * len(text.norms)


def told_by_others(row: Act, rows: tuple[str, ...]) -> bool:
    """«أعلنت الشرطة مقتل جندي»: who announces that somebody died, or that something went off, didn't do it."""
    return "govern:announce" in rows and row.key in DEATHS
