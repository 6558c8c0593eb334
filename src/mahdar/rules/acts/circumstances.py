"""When and where: the time and the place that the words beside an act name for it, and for no other act of the sentence."""
from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path

from ...arabic.letters import fold
from ...arabic.words import Text
from ...lexicon.table import alternatives, read_table
from ...model import Time
from ..clauses.model import Argument, Clause
from ..names.model import Named, Names
from ..times import from_base

HERE = Path(__file__).parent
PLACED = frozenset(("meet", "visit", "assault", "protest", "agree", "cooperate", "mobilize", "coerce", "retreat", "call", "aid"))
NEAR = 8                    # tokens behind an act noun in which a time or place is the noun's own


@cache
def words(table: str, kind: str) -> frozenset[tuple[str, ...]]:
    """The folded forms of one kind in moments.tsv or venues.tsv, each as its words."""
    rows = read_table(HERE / f"{table}.tsv", columns=("id", "kind", "forms"))
    return frozenset(tuple(fold(f).split()) for row in rows if row["kind"] == kind for f in alternatives(row["forms"]))


@cache
def starts(table: str, kind: str) -> frozenset[str]:
    """The one-word forms of a kind."""
    return frozenset(w[0] for w in words(table, kind) if len(w) == 1)


@cache
def _endings(kind: str) -> dict[str, list[tuple[str, ...]]]:
    """The forms of a kind in moments.tsv by their last word."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for w in sorted(words("moments", kind)):
        out.setdefault(w[-1], []).append(w)
    return out


def ends_with(text: Text, at: int, kind: str) -> bool:
    """Do the tokens that end before `at` spell a form of the kind (moments.tsv)?"""
    if at < 1:
        return False
    last, table = text.norms[at - 1], _endings(kind)
    for w in (*table.get(last, ()), *(table.get(_plain(last), ()) if last[:1] in "وف" else ())):
        k = at - len(w)
        if k >= 0 and _plain(text.norms[k]) == w[0] and (len(w) == 1 or tuple(text.norms[k + 1:at]) == w[1:]):
            return True
    return False


def _plain(word: str) -> str:
    return word[1:] if word[:1] in "وف" and len(word) > 2 and word not in starts("venues", "whole") else word


def leads(text: Text, clause: Clause, kind: str, reach: int = 3) -> bool:
    """Does a word of the kind stand right before the clause's word, or before what goes with it («خلال أول لقاء»)?"""
    stop = max(clause.start, clause.i - reach)
    for k in range(clause.i, stop, -1):
        if ends_with(text, k, kind):
            return True
        if text.kinds[k - 1] == "P":
            return False
    return False


class Timeline:
    """The time expressions of a text by token."""

    def __init__(self, text: Text, times: list[Time]) -> None:
        self.items = [(text.token_at(t.start), text.token_at(t.end - 1) + 1, t) for t in times if t.value]
        self.items.sort(key=lambda x: x[0])
        self.offsets = [(text.token_at(t.start), text.token_at(t.end - 1) + 1, t) for t in times if t.offset]
        self.text, self.norms = text, text.norms

    def of(self, clause: Clause, clauses: list[Clause], index: int, *, light: bool, last: str | None, first: str | None,
           told: bool = False) -> Time | None:
        """The time tied to a clause: the nearest in its sentence with no other finite verb between; None where there is none.

        A noun without a light verb takes only a time close behind it. `last`: a held act happened on this day at the latest;
        `first`: a planned or cancelled one lies after this day. What is `told`
        now isn't dated to another year by a time far behind it.
        """
        own = [c for k, c in enumerate(clauses) if c.sentence == clause.sentence and k != index]
        verbs = [c.i for c in own if c.kind == "verb" and c.rows and not (clause.kind == "noun" and _holds(clause, c)) and not _goes_on(clause, c)]
        nouns = [c for c in own if c.kind == "noun" and any(t in ("noun", "act") for t, _ in c.rows) and c.i > clause.i and c.governor != index]
        best: tuple[int, Time] | None = None
        for i, j, t in self.items:
            if i < clause.start or j > clause.end or t.value is None:
                continue
            if last is not None and t.value[:10] > last[:len(t.value[:10])]:
                continue
            if first is not None and _over(t.value, first) and not (t.value == first and i > clause.i and self._today(i, j)):
                continue
            if i > clause.start and self.norms[i - 1] in starts("moments", "until"):
                continue
            after = i > clause.i
            if self._stopped(clause.i, i) or (after and apart(self.text, clause, i)):
                continue
            if told and last is not None and t.value[:4] < last[:4] and (clause.tense == "present" or i - clause.i > NEAR):
                continue
            if self._since(i) and (not after or clause.kind == "noun" or clause.tense != "present"):
                continue
            low, high = (clause.i, i) if after else (j, clause.i)
            between = sum(low < v < high for v in verbs)
            distance = (high - low) + (0 if after else 4)
            if clause.kind == "noun" and not light and not (after and not between and distance <= 24):
                continue
            if between or (not after and self._taken(i, clause, verbs)):
                continue
            if after and any(n.i < i and (clause.kind == "noun" and not light or (i <= n.j + NEAR and self._apart(n))) for n in nouns):
                continue
            if best is None or distance < best[0]:
                best = (distance, t)
        return best[1] if best is not None and best[0] < 60 else None

    def _taken(self, i: int, clause: Clause, verbs: list[int]) -> bool:
        """Does a time before the clause's verb belong to the verb before it: «قال الثلاثاء إن … التقى», not «…، والثلاثاء التقى»?"""
        opens = self.norms[i][:1] == "و" or self.norms[i - 1][:2] == "وف"
        return not opens and any(clause.start <= v < i for v in verbs)

    def _today(self, i: int, j: int) -> bool:
        return any(w in starts("moments", "today") for w in self.norms[i:j])

    def _stopped(self, a: int, b: int) -> bool:
        return "." in self.norms[min(a, b):max(a, b)]

    def _since(self, i: int) -> bool:
        return bool(starts("moments", "since") & set(self.norms[max(0, i - 1):i + 1]))

    def _apart(self, noun: Clause) -> bool:
        """Does the noun tell of an act before, after or besides the one its clause tells of?"""
        return leads(self.text, noun, "other", 2)

    def news(self, day: str | None, title: bool) -> Time | None:
        """The day the article tells of: the first past day named in its first two sentences, close to the article's own."""
        if day is None:
            return None
        for a, b in self.text.sentences[int(title):int(title) + 2]:
            found = [t for i, _, t in self.items if a <= i < min(b, a + 2 * NEAR) and t.value is not None and len(t.value) == 10 and t.value <= day
                     and days_between(t.value, day) <= 3 and not self._since(i) and self.norms[i - 1] not in starts("moments", "until")]
            if found:
                return max(found, key=lambda t: t.value or "")
        return None


def _goes_on(clause: Clause, verb: Clause) -> bool:
    """Does a verb go on with the subject of the clause («ألقى محتجون حجارة وأحرقوا سيارات السبت»)?"""
    return clause.kind == "verb" and verb.i > clause.i and verb.form.prefix == "و" and verb.subject is not None and verb.subject.how == "dropped"


def _holds(noun: Clause, verb: Clause) -> bool:
    """Does the verb only say that the act takes place (ستعقد, جرت, ستكون), or tell more of it (القمة التي جمعتهما)?"""
    if verb.relative and 0 <= verb.i - noun.j <= 3:
        return True
    return any(t in ("light", "aux") for t, _ in verb.rows) and not any(t == "act" for t, _ in verb.rows)


def apart(text: Text, clause: Clause, i: int) -> bool:
    """Does a token stand in a relative clause about somebody else («التقى بوتين الرئيس الذي وصل الجمعة»)?"""
    norms, pronouns = text.norms, starts("moments", "relative")
    k = next((k for k in range(i - 1, clause.j - 1, -1) if norms[k] in pronouns), None)
    return k is not None and not (clause.kind == "noun" and k - clause.j <= 3) and "،" not in norms[k:i]


def _over(value: str, first: str) -> bool:
    """Has a time passed already on the day `first`?"""
    if value.partition("/")[2] > first or value[:10] > first[:len(value[:10])]:
        return False
    return len(value) == 10 or value[:10] < first[:len(value[:10])]


def back_from(time: Time, day: str) -> str | None:
    """The day of an act that `day` is counted from: said on the 21st, «قبل يومين من زيارته» puts the visit on the 23rd."""
    there = from_base(time, day)
    if there is None:
        return None
    at = date.fromisoformat(day)
    if len(there) == 10:
        return (at - (date.fromisoformat(there) - at)).isoformat()
    if len(there) == 7:
        months = 2 * (at.year * 12 + at.month) - (int(there[:4]) * 12 + int(there[5:])) - 1
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if len(there) == 21:
        monday = at - timedelta(days=at.weekday())
        first = monday - (date.fromisoformat(there[:10]) - monday)
        return f"{first.isoformat()}/{(first + timedelta(days=6)).isoformat()}"
    return None


def days_between(a: str, b: str) -> int:
    """Days from day a to day b."""
    return (date.fromisoformat(b) - date.fromisoformat(a)).days


def place(text: Text, names: Names, clause: Clause, more: list[Clause], clauses: list[Clause]) -> str | None:
    """The place named with في, ب or قرب beside the act or its light verb; a city before a state.

    «التقى لافروف وانغ يي في العاصمة الصينية بكين» gives Beijing. A place that another act noun of the sentence has is not taken.
    """
    own = (clause, *more)
    for c in own:
        found = [p for a in c.args if a.role == "prep" and a.prep in starts("venues", "in") and a.mentions for p in (place_of(names, a),) if p]
        city = next((p for p in found if p.startswith("place:")), None)
        if city is not None:
            return city
    same = [c for c in clauses if c.sentence == clause.sentence and not any(c is o for o in own)]
    verbs = [c.i for c in same if c.kind == "verb" and c.rows and not (clause.kind == "noun" and _holds(clause, c))]
    nouns = [c for c in same if c.kind == "noun" and any(t == "noun" for t, _ in c.rows)]
    far = 16 if clause.kind == "noun" and not more else 30
    best: tuple[int, str] | None = None
    for m in names.mentions:
        if m.i >= clause.end:
            break
        if m.kind not in ("place", "state") or m.i < clause.start or not located(text, m):
            continue
        if m.i > clause.i:
            distance = m.i - clause.i - sum(x.j - x.i for x in names.between(clause.i + 1, m.i))
            if any(clause.i < v < m.i for v in verbs) or distance > far or "." in text.norms[clause.i:m.i] or apart(text, clause, m.i):
                continue
            if any(clause.i < n.i < m.i <= n.j + NEAR and not leads(text, n, "while") and (n.governor is None or clauses[n.governor] not in own)
                   for n in nouns):
                continue
        else:
            if any(m.i < v < clause.i for v in verbs) or any(m.j > n.i > m.i for n in nouns) or m.i - clause.start > 5:
                continue
            distance = clause.i - m.i + 10
        distance += 0 if m.kind == "place" else 12
        if best is None or distance < best[0]:
            best = (distance, m.entity)
    return best[1] if best is not None else None


def during(text: Text, clause: Clause, clauses: list[Clause]) -> Clause | None:
    """The visit or meeting in whose course a verb's act is done: «دعا لافروف، أثناء زيارته إلى بكين، …»; None where none is named."""
    if clause.kind == "noun":
        return None
    for c in clauses:
        if c.sentence == clause.sentence and c.kind == "noun" and any(t == "noun" and r.startswith(("meet_", "visit_", "call_")) for t, r in c.rows):
            low, high = sorted((c.i, clause.i))
            if leads(text, c, "while") and not any(x.kind == "verb" and x.rows and low < x.i < high and not x.relative
                                                   and x.form.prefix[:1] not in ("و", "ف") and x.sentence == c.sentence for x in clauses):
                return c
    return None


def site(text: Text, names: Names, clause: Clause, more: list[Clause], clauses: list[Clause], act: str) -> str | None:
    """The place of an act: named beside it, or as what is visited, hit, seized or left.

    «تحاصر إسرائيل غزة» gives Gaza, «سحبت واشنطن قواتها من سوريا» Syria.
    """
    where = place(text, names, clause, more, clauses) if act in PLACED else None
    if where is None and act == "meet" and clause.kind == "noun":
        where = next((p for a in clause.args if a.role == "genitive" for p in (place_of(names, a),) if p and p.startswith("place:")), None)
    if act == "retreat":
        where = where or next((p for a in clause.args if a.prep in starts("venues", "from") for p in (place_of(names, a),) if p), None)
    if where is None and act in ("assault", "coerce"):
        own = (clause, *(c for c in more if any(t == "light" for t, _ in c.rows)))
        goals = [a for c in own for a in (c.object, *c.args) if a is not None and (a.role != "prep" or a.prep in starts("venues", "onto"))]
        where = next((p for a in goals for p in (place_of(names, a, inner=True),) if p), None)
    if where is None and act == "visit":
        for a in (clause.object, *clause.args):
            if a is not None and (a.role in ("object", "genitive") or a.prep in starts("venues", "to")):
                where = where or place_of(names, a)
    if where is None and (visit := during(text, clause, clauses)) is not None:
        where = site(text, names, visit, [], clauses, "visit" if any(r.startswith("visit_") for _, r in visit.rows) else "meet")
    return where


def located(text: Text, m: Named, near: bool = True) -> bool:
    """Does a mention stand behind a word of place (في, with `near` also قرب), at once or after مدينة, العاصمة السورية and the like?"""
    if m.prefix.endswith("ب"):
        return True
    inside = starts("venues", "in") | starts("venues", "near") if near else starts("venues", "in")
    heads, head, apart = starts("venues", "head"), False, False
    for k in range(m.i - 1, max(-1, m.i - 6), -1):
        w = _plain(text.norms[k])
        plain = w.removeprefix("ال")
        if w in inside:
            return head or not apart
        if w in heads or plain in heads:
            head = True
        elif w[:1] == "ب" and w[1:].removeprefix("ال") in heads:
            return True
        elif not head and (w.startswith("ال") or w == "،"):
            apart = True                    # العاصمة الكورية الشمالية، بيونغ يانغ
        else:
            return False
    return False


def place_of(names: Names, argument: Argument, inner: bool = False) -> str | None:
    """The place or state an argument names; with `inner` also one that hangs on it (أحياء صنعاء)."""
    found = [names.mentions[k] for k in (*argument.mentions, *(argument.inner if inner else ()))]
    return next((m.entity for m in found if m.kind == "place"), next((m.entity for m in found if m.kind == "state"), None))


def near_towns(text: Text, names: Names, country, token: int) -> dict[str, str]:
    """Country → the one town of it that the token's sentence puts something in; for a title or the opening, also that of either."""
    spans = text.sentences
    at = next((n for n, (a, b) in enumerate(spans) if a <= token < b), 0)
    low, high = (spans[0][0], spans[min(1, len(spans) - 1)][1]) if at <= 1 else spans[at]
    found: dict[str, set[str]] = {}
    for m in names.between(low, high):
        if m.kind == "place" and (home := country(m.entity)) and located(text, m, near=False):
            found.setdefault(home, set()).add(m.entity)
    return {home: min(some) for home, some in sorted(found.items()) if len(some) == 1}


def towns(text: Text, names: Names, country) -> dict[str, str]:
    """Country → the town of it that the article names most after في, إلى or ب."""
    count: dict[str, dict[str, int]] = {}
    for m in names.mentions:
        home = country(m.entity) if m.kind == "place" else None
        if home and (located(text, m, near=False) or text.norms[m.i - 1] in starts("venues", "to") or m.prefix.endswith("ل")):
            found = count.setdefault(home, {})
            found[m.entity] = found.get(m.entity, 0) + 1
    return {home: max(found, key=lambda e: (found[e], e)) for home, found in sorted(count.items())}
