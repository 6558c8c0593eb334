"""The place a mention stands for, and where an act is done by the words it hangs on: who hosts it, the journey it is the purpose of,
the place before حيث, the speech it is told in."""

from __future__ import annotations

from ...arabic.words import Text
from ...lexicon import load
from ..clauses.model import Argument, Clause
from ..names.model import Named, Names
from .moments import plain, starts
from .tables import houses, lights

REACH = 5  # tokens between the noun of a speech and its place


def located(text: Text, m: Named, near: bool = True) -> bool:
    """Does a mention stand behind a word of place (في, with `near` also قرب), at once or after مدينة, العاصمة السورية and the like?"""
    if m.prefix.endswith("ب"):
        return True
    inside = starts("venues", "in") | starts("venues", "near") if near else starts("venues", "in")
    heads, head, apart = starts("venues", "head"), False, False
    for k in range(m.i - 1, max(-1, m.i - 6), -1):
        w = plain(text.norms[k])
        stem = w.removeprefix("ال")
        if w in inside:
            return head or not apart
        if w in heads or stem in heads:
            head = True
        elif w[:1] == "ب" and w[1:].removeprefix("ال") in heads:
            return True
        elif not head and (w.startswith("ال") or w == "،"):
            apart = True  # العاصمة الكورية الشمالية، بيونغ يانغ
        else:
            return False
    return False


def stands(text: Text, m: Named) -> str | None:
    """The place or state a mention names, or the town a body's house stands in: في البيت الأبيض, في مقر الأمم المتحدة."""
    if m.kind in ("place", "state"):
        return None if _wide(m.entity) else m.entity
    where, house = houses().get(m.entity, (None, False))
    if where is None or m.form != "name":
        return None
    return where if house or text.norms[m.i - 1].removeprefix("ب") in starts("venues", "seat") else None


def _wide(entity: str) -> bool:
    """Is it a continent, where nothing is said to take place («موضع ترقب في آسيا»)?"""
    entry = load().get(entity)
    return entry is not None and entry.type == "continent"


def exact(text: Text, names: Names, m: Named) -> str | None:
    """What a mention stands for, or the town before it that it tells the region of: Douma for «مدينة دوما في الغوطة الشرقية»."""
    k = m.i - 1
    if not m.prefix.endswith("ب"):
        heads, inside = starts("venues", "head"), starts("venues", "in")
        while k > max(0, m.i - REACH) and (w := plain(text.norms[k])) not in inside:
            if not w.startswith("ال") and w not in heads:
                break
            k -= 1
        if text.norms[k] not in inside:
            return stands(text, m)
        k -= 1
    town = names.at(k - (text.norms[k] == "،"))
    return town.entity if town is not None and town.kind == "place" and town.form == "name" else stands(text, m)


def place_of(text: Text, names: Names, argument: Argument, inner: bool = False) -> str | None:
    """The place or state an argument names; with `inner` also one that hangs on it (أحياء صنعاء)."""
    told = (names.mentions[k] for k in (*argument.mentions, *(argument.inner if inner else ())))
    found = [p for m in told if (p := exact(text, names, m)) is not None]
    return next((p for p in found if p.startswith("place:")), next(iter(found), None))


def hosted(text: Text, names: Names, verbs: list[Clause]) -> str | None:
    """Where a verb's subject hosts the act: «استضافت هلسنكي قمة», «شهدت بيروت مظاهرات»."""
    for c in verbs:
        if c.subject is not None and any(t == "light" and lights()[r].slots.get("subject") == "host" for t, r in c.rows):
            for m in (names.mentions[k] for k in c.subject.mentions):
                if (where := m.town or stands(text, m)) is not None:
                    return where
    return None


def destination(text: Text, names: Names, journey: Clause) -> str | None:
    """Where a journey leads: what is visited, or what stands behind إلى; a town before a state."""
    goals = [a for a in (journey.object, *journey.args) if a is not None]
    goals = [a for a in goals if a.role in ("object", "genitive") or a.prep in starts("venues", "to")]
    found = [p for a in goals if (p := place_of(text, names, a)) is not None]
    return next((p for p in found if p.startswith("place:")), next(iter(found), None))


def bound_for(text: Text, names: Names, clause: Clause, clauses: list[Clause]) -> str | None:
    """Where the journey leads that an act is the purpose of: «وصل لافروف إلى بكين لإجراء محادثات مع وانغ يي»."""
    for _ in range(3):
        above = clauses[clause.governor] if clause.governor is not None else None
        if above is None:
            return None
        if clause.slot == "ل" and above.kind == "verb" and any(t == "act" and r.startswith("visit_") for t, r in above.rows):
            return destination(text, names, above)
        clause = above
    return None


def before_where(text: Text, names: Names, clause: Clause) -> str | None:
    """The place right before the حيث that an act's clause stands behind: «وصل إلى بكين، حيث التقى وانغ يي»."""
    low = text.sentences[clause.sentence][0]
    for k in range(clause.i - 1, max(low, clause.i - REACH), -1):
        if text.norms[k] in starts("venues", "where"):
            m = names.at(k - 1 - (text.kinds[k - 1] == "P"))
            where = stands(text, m) if m is not None else None
            if m is None or where is None or where.startswith("place:"):
                return where
            town = names.at(m.i - 2) if text.norms[m.i - 1] in starts("venues", "in") else None  # من صوفيا في بلغاريا حيث
            return where if town is None else town.town or (town.entity if town.kind == "place" else where)
    return None


def speaking(text: Text, names: Names, clause: Clause) -> str | None:
    """Where the speech is given in which a verbal act is done: «انتقد، في كلمة ألقاها في أنقرة، إسرائيل»."""
    for m in names.between(clause.start, clause.end):
        where = stands(text, m)
        if where is None or not located(text, m, near=False):
            continue
        for k in range(m.i - 1, max(clause.start, m.i - REACH) - 1, -1):
            if "." in text.norms[k]:
                break
            word = plain(text.norms[k])
            if word[1:] in starts("venues", "speech") and word[0] == "ب":
                return where
            if word in starts("venues", "speech") and plain(text.norms[k - 1]) in starts("venues", "while"):
                return where
    return None


def pointed_to(text: Text, names: Names, clause: Clause, clauses: list[Clause]) -> str | None:
    """The place named before that words behind an act point back to: «… في سوريا. وبدأت روسيا ضرباتها هناك», «قصفت أحياء في المدينة»."""
    later = (c.i for c in clauses if c.sentence == clause.sentence and c.i > clause.i and c.kind == "verb" and c.rows)
    stop = min(later, default=clause.end)
    for k in range(clause.j, min(stop, clause.end)):
        word = text.norms[k]
        before, behind = text.norms[k - 1], text.norms[k + 1] if k + 1 < len(text.norms) else "."
        ends = k + 1 == len(text.norms) or text.kinds[k + 1] != "W"
        if word in starts("venues", "there") and ends and before.removeprefix("ال") not in starts("venues", "topic"):
            return _one_named(text, names, clause, k, ("place", "state"))
        towned = word in starts("venues", "the_town") and before in starts("venues", "in")
        if towned and names.at(k + 1) is None and names.at(k) is None and behind not in starts("venues", "in"):
            return _one_named(text, names, clause, k, ("place",))
    return None


def _one_named(text: Text, names: Names, clause: Clause, k: int, kinds: tuple[str, ...]) -> str | None:
    """The one place named before token k, in this sentence or the one before; a state only where something is put in it or goes to it."""
    low = text.sentences[max(0, clause.sentence - 1)][0]
    told = [
        m
        for m in names.between(low, k)
        if m.kind in kinds and (m.kind == "place" or located(text, m) or text.norms[m.i - 1] in starts("venues", "to"))
    ]
    found = list(dict.fromkeys(w for m in told if (w := exact(text, names, m)) is not None))
    return found[0] if len(found) == 1 else None
