"""The time expression that is tied to an act's clause and to no other act of its sentence."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from ...arabic.words import Text
from ...model import Time
from ..clauses.model import Clause
from ..times import from_base
from ..times.calendar import bounds
from .moments import ends_with, last_words, leads, starts
from .owned import another, owner

SAME = "the same unit"  # what the reading of times says of اليوم نفسه
NEAR = 8  # tokens behind an act noun in which a time or place is the noun's own


class Timeline:
    """The time expressions of a text by token."""

    def __init__(self, text: Text, times: list[Time]) -> None:
        self.items = [(text.token_at(t.start), text.token_at(t.end - 1) + 1, t) for t in times if t.value]
        self.items.sort(key=lambda x: x[0])
        self.units = {i: t.value for i, _, t in self.items}  # what each word says alone
        self.offsets = [(text.token_at(t.start), text.token_at(t.end - 1) + 1, t) for t in times if t.offset]
        self.text, self.norms = text, text.norms
        self.owner = {i: owner(text, i, t) for i, _, t in self.items}  # the thing whose own time stands there
        for n in range(len(self.items) - 1):
            (i, j, t), (k, m, u) = self.items[n : n + 2]
            if (span := self._both(t.value, u.value, j, k)) is not None:
                self.items[n : n + 2] = [(i, j, replace(t, value=span)), (k, m, replace(u, value=span))]

    def _both(self, a: str | None, b: str | None, j: int, k: int) -> str | None:
        """The span of two days or months told as one time: «الخميس والجمعة», «نهاية مايو أو بداية يونيو»."""
        if a is None or b is None or len(a) != len(b) or len(a) not in (7, 10):
            return None
        between = self.norms[j:k]
        either = between[:1] and between[0] in starts("moments", "either") and set(between[1:]) <= starts("moments", "about")
        if not either and (between or self.norms[k][:1] != "و"):
            return None
        (_, last), (first, end) = bounds(a), bounds(b)
        if (first - last).days == -6 and len(a) == 10:  # the second weekday, read alone, lies a week before
            end += timedelta(days=7)
        return f"{bounds(a)[0]}/{end}" if (first - last).days in (1, -6) and end > last else None

    def of(
        self,
        clause: Clause,
        clauses: list[Clause],
        index: int,
        *,
        light: bool,
        last: str | None,
        first: str | None,
        told: bool = False,
    ) -> Time | None:
        """The time tied to a clause: the nearest in its sentence with no other finite verb between; None where there is none.

        A noun without a light verb takes only a time close behind it. `last`: a held act happened on this day at the latest;
        `first`: a planned or cancelled one lies after this day. What is `told`
        now isn't dated to another year by a time far behind it.
        """
        near = [x for x in self.items if clause.start <= x[0] and x[1] <= clause.end and not another(clause, self.owner[x[0]])]
        if not near:
            return None
        own = [c for k, c in enumerate(clauses) if c.sentence == clause.sentence and k != index]
        verbs = [
            c.i
            for c in own
            if c.kind == "verb"
            and c.rows
            and not (clause.kind == "noun" and holds(clause, c))
            and not _goes_on(clause, c)
        ]
        nouns = [
            c
            for c in own
            if c.kind == "noun"
            and any(t in ("noun", "act") for t, _ in c.rows)
            and c.i > clause.i
            and c.governor != index
        ]
        best: tuple[int, Time] | None = None
        for i, j, t in near:
            if t.value is None:
                continue
            if last is not None and t.value[:10] > last[: len(t.value[:10])]:
                continue
            if (
                first is not None
                and _over(t.value, first)
                and not (t.value == first and i > clause.i and self._today(i, j))
            ):
                continue
            if i > clause.start and until(self.text, i):
                continue
            after = i > clause.i
            if self._stopped(clause.i, i) or (after and (apart(self.text, clause, i) or since_then(self.text, clause, i))):
                continue
            if (
                told
                and last is not None
                and t.value[:4] < last[:4]
                and (clause.tense == "present" or i - clause.i > NEAR)
            ):
                continue
            if self.since(i) and (not after or clause.kind == "noun" or clause.tense != "present" or clause.relative):
                continue
            low, high = (clause.i, i) if after else (j, clause.i)
            between = sum(low < v < high for v in verbs)
            distance = (high - low) + (0 if after else 4)
            if clause.kind == "noun" and not light and not (after and not between and distance <= 24):
                continue
            if between or (not after and self._taken(i, clause, verbs)):
                continue
            if after and any(
                n.i < i and (clause.kind == "noun" and not light or (i <= n.j + NEAR and self._apart(n))) for n in nouns
            ):
                continue
            if best is None or distance < best[0]:
                best = (distance, t)
        return best[1] if best is not None and best[0] < 60 else None

    def again(self, clause: Clause) -> str | None:
        """The day named before in the sentence that words behind the act come back to («ألغى اليوم محادثات كانت مقررة في اليوم نفسه»)."""
        for i, _, t in self.offsets:
            if clause.i < i < clause.end and t.why.startswith(SAME):
                named = [x.value for k, _, x in self.items if clause.start <= k < i and x.value is not None and len(x.value) == 10]
                return from_base(t, named[-1]) if named else None
        return None

    def _taken(self, i: int, clause: Clause, verbs: list[int]) -> bool:
        """Does a time before the clause's verb belong to the verb before it: «قال الثلاثاء إن … التقى», not «…، والثلاثاء التقى»?"""
        opens = self.norms[i][:1] == "و" or self.norms[i - 1][:2] == "وف"
        return not opens and any(clause.start <= v < i for v in verbs)

    def _today(self, i: int, j: int) -> bool:
        return any(w in starts("moments", "today") for w in self.norms[i:j])

    def _stopped(self, a: int, b: int) -> bool:
        return "." in self.norms[min(a, b) : max(a, b)]

    def since(self, i: int) -> bool:
        return bool(starts("moments", "since") & set(self.norms[max(0, i - 1) : i + 1]))

    def _apart(self, noun: Clause) -> bool:
        """Does the noun tell of an act before, after or besides the one its clause tells of («بعد يوم من هجمات الأحد» too)?"""
        return leads(self.text, noun, "other", 2) or any(j in (noun.i, noun.i - 1) for _, j, _ in self.offsets)

    def news(self, day: str | None, title: int) -> Time | None:
        """The day the article tells of: the first past day named in its first two sentences, close to the article's own."""
        if day is None:
            return None
        for a, b in self.text.sentences[title : title + 2]:
            found = [
                t
                for i, _, t in self.items
                if a <= i < min(b, a + 2 * NEAR)
                and t.value is not None
                and len(t.value) == 10
                and t.value <= day
                and days_between(t.value, day) <= 3
                and not self.since(i)
                and self.norms[i - 1] not in starts("moments", "until")
            ]
            if found:
                return max(found, key=lambda t: t.value or "")
        return None


def _goes_on(clause: Clause, verb: Clause) -> bool:
    """Does a verb go on with the subject of the clause («ألقى محتجون حجارة وأحرقوا سيارات السبت»)?"""
    return (
        clause.kind == "verb"
        and verb.i > clause.i
        and verb.form.prefix == "و"
        and verb.subject is not None
        and verb.subject.how == "dropped"
    )


def holds(noun: Clause, verb: Clause) -> bool:
    """Does the verb only say that the act takes place (ستعقد, جرت, ستكون), or tell more of it (القمة التي جمعتهما)?"""
    if verb.relative and 0 <= verb.i - noun.j <= 3:
        return True
    kinds = {t for t, _ in verb.rows}
    return "act" not in kinds and ("light" in kinds or "aux" in kinds and "say" not in kinds)  # رأت الخارجية أن: not of the act


def apart(text: Text, clause: Clause, i: int) -> bool:
    """Does a token stand in a relative clause about somebody else («التقى بوتين الرئيس الذي وصل الجمعة»)?"""
    norms, pronouns = text.norms, starts("moments", "relative")
    k = next((k for k in range(i - 1, clause.j - 1, -1) if norms[k] in pronouns), None)
    return k is not None and not (clause.kind == "noun" and k - clause.j <= 3) and "،" not in norms[k:i]


def _over(value: str, first: str) -> bool:
    """Has a time passed already on the day `first`?"""
    if value.partition("/")[2] > first or value[:10] > first[: len(value[:10])]:
        return False
    return len(value) == 10 or value[:10] < first[: len(value[:10])]


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


def looks_back(text: Text, verb: Clause) -> bool:
    """Do words beside the verb put it back in time (بعدما, سابقا)?"""
    low, high = max(verb.start, verb.i - 2), min(verb.end, verb.i + 8)
    if not last_words("before").isdisjoint(text.norms[low : verb.i]):
        if any(ends_with(text, n, "before") for n in range(verb.i, low, -1)):
            return True
    if last_words("undated").isdisjoint(text.norms[max(verb.start, verb.i - 3) : high]):
        return False
    return any(ends_with(text, n, "undated") for n in range(max(verb.start, verb.i - 3) + 1, high))


def days_between(a: str, b: str) -> int:
    """Days from day a to day b."""
    return (date.fromisoformat(b) - date.fromisoformat(a)).days


def since_then(text: Text, clause: Clause, i: int) -> bool:
    """Does a time behind an act tell since when, with an event of its own («ضاعف هجماته منذ طرده من المدينة الشهر الماضي»)?"""
    for k in range(i - 2, clause.j - 1, -1):
        if text.norms[k] in starts("moments", "since"):
            return True
        if text.kinds[k] == "P" and text.norms[k] in ("،", "."):
            return False
    return False


def until(text: Text, i: int) -> bool:
    """Does a time tell until when (حتى الأربعاء, حتى مساء الأربعاء)?"""
    k = i - 1 - (text.norms[i - 1] in starts("moments", "part"))
    return k >= 0 and text.norms[k] in starts("moments", "until")
