"""Where: the place that the words beside an act name for it, and for no other act of the sentence."""

from __future__ import annotations

from ...arabic.clitics import bare
from ...arabic.words import Text
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from ..names.model import Named, Names
from .moments import leads, plain, starts
from .roles import VERBAL
from .scenes import before_where, bound_for, destination, exact, hosted, located, place_of, pointed_to, speaking, stands
from .tables import acts
from .timeline import NEAR, apart, holds

PLACED = frozenset(
    ("meet", "visit", "assault", "protest", "agree", "cooperate", "mobilize", "coerce", "retreat", "aid")
)

#: the verb whose subject is where something happens («شهدت بيروت مظاهرات»)
SEEN = ("light", "suffer")
#: the verb whose object is where something happens («عم إضراب نابلس»)
FILLED = ("light", "engulf")
#: the verb whose object is driven out of where it happens («طرد الجيش داعش من البلدة»)
DRIVES_OUT = ("act", "assault_trd")
#: the verbs whose subject is where something happens («تعرضت دوما لقصف»)
UNDERGONE = frozenset((("light", "undergo"), ("light", "sustain")))
TALKS = frozenset(("meet", "visit", "agree", "cooperate"))


def of_topic(text: Text, m: Named) -> bool:
    """Does what is talked about stand right before the place (الوضع في سوريا)?"""
    k = m.i - 2
    word = text.norms[k].removeprefix("و") if k >= 0 else ""
    return word.removeprefix("ال") in starts("venues", "topic")


def of_object(text: Text, m: Named, clause: Clause) -> bool:
    """Does the place hang on more words for what is discussed («بحث مع نظيره خطة لإقامة منطقة عازلة في شمال سوريا»)?"""
    confers = clause.kind == "verb" and any(r in acts() and acts()[r].frame.id == "confer" for r in clause.rows)
    told = clause.object if confers else None
    return told is not None and not told.mentions and told.j < m.i - 1 and "،" not in text.norms[told.i : m.i]


def of_what(text: Text, m: Named, clause: Clause) -> bool:
    """Is the place that of what is talked about?"""
    return of_topic(text, m) or of_object(text, m, clause)


def place(
    text: Text, names: Names, clause: Clause, more: list[Clause], clauses: list[Clause], act: str = ""
) -> str | None:
    """The place named with في, ب or قرب beside the act or its light verb; a city before a state.

    «التقى لافروف وانغ يي في العاصمة الصينية بكين» gives Beijing. A place that another act noun of the sentence has is not taken,
    nor for talks one that what is talked about has (الوضع في سوريا).
    """
    own = (clause, *more)
    topics, abroad = act in TALKS, act in TALKS or act == "assault"  # who arrests after protests in a town may do so there
    others = [c for c in clauses if abroad and c.sentence == clause.sentence and c.i > clause.i and besides(text, c)]
    for c in own:
        found = [
            p
            for a in c.args
            if a.role == "prep" and a.prep in starts("venues", "in") and a.mentions
            if not any(o.i < a.i <= o.j + NEAR for o in others)  # شنت ضربات على سوريا بعد هجوم في دوما
            if not (topics and of_what(text, names.mentions[a.mentions[0]], clause))
            for p in (place_of(text, names, a),)
            if p
        ]
        city = next((p for p in found if p.startswith("place:")), None)
        if city is not None:
            return city
    scenes = [c.subject if SEEN in c.rows else c.object for c in more if SEEN in c.rows or FILLED in c.rows]
    seen = next((p for a in scenes if a is not None for p in (place_of(text, names, a, inner=True),) if p), None)
    if seen is not None:
        return seen
    told = next((s for c in own for a in c.args if a.role == "prep" and a.prep in starts("venues", "in") for s in _lands(text, a)), None)
    if told is not None:
        return told
    theirs = {  # النعيمي المتهم في الولايات المتحدة
        k
        for c in clauses
        if c.kind == "participle" and c.form.definite and c.sentence == clause.sentence and not any(c is o for o in own)
        for a in c.args
        if a.role == "prep"
        for k in a.mentions
    }
    near = [
        (m, where)
        for m in names.between(clause.start, clause.end)
        if not any(names.mentions[k] is m for k in theirs)
        if (where := exact(text, names, m)) is not None and located(text, m) and not (topics and of_what(text, m, clause))
    ]
    if (stop := before_where(text, names, clause)) is not None:
        return stop
    if not near:
        return None
    same = [c for c in clauses if c.sentence == clause.sentence and not any(c is o for o in own)]
    verbs = [c.i for c in same if c.kind == "verb" and c.rows and not (clause.kind == "noun" and holds(clause, c))]
    nouns = [c for c in same if c.kind == "noun" and any(t == "noun" for t, _ in c.rows)]
    far = 16 if clause.kind == "noun" and not more else 30
    above = clauses[clause.governor] if clause.governor is not None else None
    under = above.i if above is not None and above not in own and above.i < clause.i else -1
    best: tuple[int, str] | None = None
    for m, where in near:
        if m.i > clause.i:
            distance = m.i - clause.i - sum(x.j - x.i for x in names.between(clause.i + 1, m.i))
            if (
                any(clause.i < v < m.i for v in verbs)
                or distance > far
                or "." in text.norms[clause.i : m.i]
                or apart(text, clause, m.i)
            ):
                continue
            if any(
                clause.i < n.i < m.i <= n.j + NEAR
                and not leads(text, n, "while")
                and (n.governor is None or clauses[n.governor] not in own or n in others)
                for n in nouns
            ):
                continue
        else:
            if m.i < under or any(m.i < v < clause.i for v in verbs) or any(m.j > n.i > m.i for n in nouns) or m.i - clause.start > 5:
                continue
            if any(n.i < m.i for n in nouns) and leads(text, clause, "other", 1):
                continue  # لقاء بومبيو وكيم في بيونغ يانغ قبل قمة سنغافورة
            distance = clause.i - m.i + 10
        distance += 0 if where.startswith("place:") else 12
        if best is None or distance < best[0]:
            best = (distance, where)
    return best[1] if best is not None else None


def besides(text: Text, c: Clause) -> bool:
    """Is it an act noun that another act is told to come before or after («بعد هجوم»), with places of its own?"""
    return c.kind == "noun" and bool(c.rows) and leads(text, c, "other", 2)


def _lands(text: Text, argument: Argument) -> list[str]:
    """The state whose towns or prisons an ordinary phrase names (عدة مدن سورية); [] for any other."""
    if argument.mentions or argument.inner or argument.noun is not None:
        return []
    heads = starts("venues", "head")
    if not any(plain(bare(w)).removeprefix("ال") in heads for w in text.norms[argument.i : argument.j]):
        return []
    return [n for n in argument.nations if n.startswith("state:")]


def during(text: Text, clause: Clause, clauses: list[Clause]) -> Clause | None:
    """The visit or meeting in whose course a verb's act is done: «دعا لافروف، أثناء زيارته إلى بكين، …»; None where none is named."""
    if clause.kind == "noun":
        return None
    for c in clauses:
        if (
            c.sentence == clause.sentence
            and c.kind == "noun"
            and any(t == "noun" and r.startswith(("meet_", "visit_", "call_")) for t, r in c.rows)
        ):
            low, high = sorted((c.i, clause.i))
            if leads(text, c, "while") and not any(
                x.kind == "verb"
                and x.rows
                and low < x.i < high
                and not x.relative
                and x.form.prefix[:1] not in ("و", "ف")
                and x.sentence == c.sentence
                for x in clauses
            ):
                return c
    return None


def _opened_in(text: Text, names: Names, clause: Clause) -> str | None:
    """«وفي أنقرة، هدد أردوغان واشنطن»: the town that opens the sentence, where nobody else's words come before the act."""
    i = clause.start + (text.norms[clause.start] == "\n")
    if text.norms[i].removeprefix("و") not in starts("venues", "in") or not markers("that").isdisjoint(text.norms[i : clause.i]):
        return None
    town = next(iter(names.between(i + 1, min(i + 3, clause.i))), None)
    if town is None or town.kind != "place" or town.j >= clause.i or text.norms[town.j] != "،":
        return None
    return stands(text, town)


def site(text: Text, names: Names, clause: Clause, more: list[Clause], clauses: list[Clause], act: str) -> str | None:
    """The place of an act: named beside it, or as what is visited, hit, seized or left.

    «تحاصر إسرائيل غزة» gives Gaza, «سحبت واشنطن قواتها من سوريا» Syria. A telephone call has none.
    """
    if act == "call":
        return None
    end = destination(text, names, clause) if act == "visit" else None
    where = end if end is not None and end.startswith("place:") else None  # not what the town gone to lies near
    if where is None and act in PLACED:
        where = place(text, names, clause, more, clauses, act)
    if where is None and act == "meet" and clause.kind == "noun":
        where = next(
            (
                p
                for a in clause.args
                if a.role == "genitive"
                for p in (place_of(text, names, a),)
                if p and p.startswith("place:")
            ),
            None,
        )
    if act == "retreat" or act == "assault" and DRIVES_OUT in clause.rows:
        where = where or next(
            (p for a in clause.args if a.prep in starts("venues", "from") for p in (place_of(text, names, a),) if p), None
        )
    if where is None and act in ("assault", "coerce", "mobilize"):
        own = (clause, *(c for c in more if any(t == "light" for t, _ in c.rows)))
        goals = [
            a
            for c in own
            for a in (c.object, c.subject if c is not clause and UNDERGONE.intersection(c.rows) else None, *c.args)
            if a is not None and (a.role != "prep" or a.prep in starts("venues", "onto"))
            if c is clause or a.role != "genitive"  # بدء روسيا عملياتها: who begins them
            if act != "mobilize" or a is clause.object
        ]
        hit = [(a, p) for a in goals if (p := place_of(text, names, a, inner=True)) is not None]
        hit.sort(key=lambda x: x[0].role == "genitive" and x[1].startswith("state:"))  # حرب إسرائيل على لبنان
        where = next((p for _, p in hit), None)
    if where is None and act in VERBAL and not clause.relative and (more or clause.kind != "noun"):
        where = speaking(text, names, clause)
    where = where or _opened_in(text, names, clause)
    if where is None and act in PLACED:
        where = pointed_to(text, names, clause, clauses)
    if where is None:
        where = hosted(text, names, more)
    where = where or end
    if where is None and act in TALKS:
        where = bound_for(text, names, clause, clauses)
    if where is None and (visit := during(text, clause, clauses)) is not None:
        where = site(
            text, names, visit, [], clauses, "visit" if any(r.startswith("visit_") for _, r in visit.rows) else "meet"
        )
    return where


def near_towns(text: Text, names: Names, country, token: int, clauses: list[Clause]) -> dict[str, str]:
    """Country → the one town of it that the token's sentence puts something in; for a title or the opening, also that of either.

    No town of an act that is told before or after it («شنت ضربات على سوريا بعد هجوم في دوما»).
    """
    spans = text.sentences
    at = next((n for n, (a, b) in enumerate(spans) if a <= token < b), 0)
    low, high = (spans[0][0], spans[min(1, len(spans) - 1)][1]) if at <= 1 else spans[at]
    others = [c for c in clauses if c.sentence == at and c.i > token and besides(text, c)]
    found: dict[str, set[str]] = {}
    for m in names.between(low, high):
        if any(c.i < m.i <= c.j + NEAR for c in others):
            continue
        if m.kind == "place" and (home := country(m.entity)) and located(text, m, near=False):
            found.setdefault(home, set()).add(m.entity)
    return {home: min(some) for home, some in sorted(found.items()) if len(some) == 1}


def posts(text: Text, names: Names, token: int) -> dict[str, str]:
    """Who in the token's sentence → the town of his post (السفير السعودي في الخرطوم)."""
    low, high = next(((a, b) for a, b in text.sentences if a <= token < b), (0, 0))
    return {e: m.town for m in names.between(low, high) if m.town is not None and m.form != "metonym" for e in m.entities}


def towns(text: Text, names: Names, country) -> dict[str, str]:
    """Country → the town of it that the article names most after في, إلى or ب."""
    count: dict[str, dict[str, int]] = {}
    for m in names.mentions:
        home = country(m.entity) if m.kind == "place" else None
        before = text.norms[m.i - 1]
        if home and (before in starts("venues", "to") or m.prefix.endswith("ل") or located(text, m, near=False)):
            found = count.setdefault(home, {})
            found[m.entity] = found.get(m.entity, 0) + 1
    return {home: max(found, key=lambda e: (found[e], e)) for home, found in sorted(count.items())}
