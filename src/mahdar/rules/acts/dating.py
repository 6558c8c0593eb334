"""When, where the plain rules are silent: which of an article's times dates an act, or its own day, or none; dating.tsv weighs them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from ...arabic.words import Text
from ..clauses.model import Clause
from ..status.status import AHEAD, CONSULT
from ..times.calendar import bounds
from ..weighing import weigh, weights
from .between import Predicates
from .moments import ends_with, leads, starts
from .owned import another
from .roles import VERBAL
from .tables import stated
from .timeline import NEAR, Timeline, apart, looks_back, since_then, until

TABLE = Path(__file__).parent / "dating.tsv"
MOVABLE = frozenset(("meet", "call", "visit", "cooperate"))  # told as done, and ahead all the same where the day is
LEAN = {"far": -40, "today": 20}  # hundredths of log-odds: the day of another sentence must outweigh the rest, a lost fresh day is worse
FAR = 2  # sentences from which a day may come, besides the title and the first two
GROUPS = {**dict.fromkeys(sorted(VERBAL), "verbal"), **dict.fromkeys(sorted(CONSULT), "consult")}
_PAST = ((2, "past_2"), (8, "past_week"), (120, "past_months"), (400, "past_year"))
_STEPS = ((3, "0"), (6, "3"), (10, "6"), (16, "10"), (26, "16"))


class Moment(NamedTuple):
    """A time of the article: its tokens, sentence, value, how fine it is and how it lies to the article's day."""

    i: int
    j: int
    sentence: int
    value: str
    unit: str  # day, month, year, span
    lies: str  # same, week, month, year, long ago, or ahead_…
    rule: str
    named: int  # how often the article names it


class Choice(NamedTuple):
    """A day an act may have: its value (None: it has none), where from, and what speaks for it."""

    value: str | None
    origin: str | None
    features: tuple[str, ...]


class Told(NamedTuple):
    """What is asked about: the act's clause, the verb that states it (if any), its act and status."""

    number: int  # of the clause among the article's
    clause: Clause
    verb: Clause | None
    lent: Clause | None
    act: str
    status: str
    actors: tuple[str, ...]
    ruled: tuple[str | None, str | None]  # what the plain rules give


def bucket(distance: int) -> str:
    """A distance in tokens, roughly."""
    return next((name for most, name in _STEPS if distance < most), "26")


def unit(value: str) -> str:
    """How fine a value is."""
    return {4: "year", 7: "month", 10: "day"}.get(len(value), "span")


def lies(value: str, day: str | None) -> str:
    """How a value lies to the article's day."""
    if day is None:
        return "unknown"
    first, last = bounds(value)
    today = date.fromisoformat(day)
    if first <= today <= last:
        return "same"
    if last < today:
        n = (today - last).days
        return next((name for most, name in _PAST if n <= most), "long_ago")
    n = (first - today).days
    return "ahead_week" if n <= 8 else "ahead_months" if n <= 120 else "ahead_long"


class Dating:
    """The times of one article, and the choice among them for each of its acts."""

    def __init__(
        self, text: Text, timeline: Timeline, predicates: Predicates, speech, day: str | None, title: bool
    ) -> None:
        self.text, self.predicates, self.speech, self.day, self.title = text, predicates, speech, day, title
        self.timeline = timeline
        count: dict[str, int] = {}
        for _, _, t in self.timeline.items:
            if t.value:
                count[t.value] = count.get(t.value, 0) + 1
        self.moments = []
        sentence, spans = 0, text.sentences
        for i, j, t in self.timeline.items:
            while sentence + 1 < len(spans) and spans[sentence][1] <= i:
                sentence += 1
            if t.value:
                self.moments.append(
                    Moment(
                        i,
                        j,
                        sentence,
                        t.value,
                        unit(timeline.units[i] or t.value),
                        lies(t.value, day),
                        t.why.partition(":")[0],
                        count[t.value],
                    )
                )
        self.dated: dict[int, list[Moment]] = {}
        for m in self.moments:
            self.dated.setdefault(m.sentence, []).append(m)
        news = self.timeline.news(day, int(title))
        self.news = news.value if news is not None else None

    def heading(self, clause: Clause) -> str | None:
        """The time that heads a line of a list of days («16 مايو: انسحبت واشنطن من الاتفاق»); None where there's none."""
        low, norms = clause.start, self.text.norms
        return next(
            (
                m.value
                for m in self.dated.get(clause.sentence, ())
                if low <= m.i <= low + 2 and m.j < clause.i and norms[m.j] == ":"
            ),
            None,
        )

    # ---- what may be -------------------------------------------------------------------------------------------------

    def choices(self, a: Told) -> list[Choice]:
        """Every day the act may have, none among them."""
        about = self._about(a)
        out = [Choice(None, None, tuple(f"none {f}" for f in about))]
        main = a.verb or a.lent
        fresh = a.status == "held" and (main is None or not (main.anterior or looks_back(self.text, main)))
        # «قمة بوتين وترامب», «اتفاق موسكو وأنقرة» doesn't say that it is news, nor what other sentences date
        alone = main is None and (a.act in CONSULT or a.act == "agree")
        if self.day is not None and fresh and not alone:
            out.append(Choice(self.day, "inferred", tuple(f"today {f}" for f in about)))
        long_past = self.day[:4] if self.day is not None and a.status == "held" and a.act in VERBAL else None
        where = a.clause.sentence
        far: dict[str, Moment] = {}
        others: set[str] = set()
        over = a.status == "held" and (a.act not in MOVABLE or main is not None and main.tense == "past")
        for m in self.moments:
            if over and (m.lies.startswith("ahead") or m.unit == "span" and self._runs_on(m)):
                continue
            if a.status in AHEAD and (m.lies.startswith("past") or m.lies == "long_ago"):
                continue
            if a.status in AHEAD and m.value == self.day and not (m.sentence == where and m.i > (a.verb or a.clause).i):
                continue
            if another(a.clause, self.timeline.owner[m.i]) or a.act in CONSULT and self.timeline.since(m.i):
                continue  # الاتفاق المبرم عام 2015; أول زيارة منذ 2009
            if m.sentence == where:
                if (
                    long_past
                    and m.value[:4] < long_past
                    and (main is None or main.tense == "present" or m.i - a.clause.i > NEAR)
                ):
                    continue
                if m.i > a.clause.i and (apart(self.text, a.clause, m.i) or since_then(self.text, a.clause, m.i)) or until(self.text, m.i):
                    continue
                if m.i < a.clause.i and (self._of_saying(m, a) or main is not None and main.relative and main.tense == "past"):
                    others.add(m.value)
                    continue  # نفى، الجمعة، الاتهامات التي وجهها التحالف
                out.append(Choice(m.value, "text", self._near(m, a)))
            elif alone or abs(m.sentence - where) > FAR and m.sentence > int(self.title) + 1:
                continue
            elif m.value not in far or abs(m.sentence - where) < abs(far[m.value].sentence - where):
                far[m.value] = m
        beside = {c.value for c in out if c.origin == "text"} | others
        out += [Choice(m.value, "text", self._far(m, a)) for m in far.values() if m.value not in beside]
        value, origin = a.ruled
        if all(c.value != value for c in out):
            out.append(Choice(value, origin, ("rule alone", f"rule alone {origin}")))
        rule = f"rule {origin}"
        more = (GROUPS.get(a.act, "deed"), (main.tense or "participle") if main is not None else "noun")
        for k, c in enumerate(out):
            if c.value == value:
                own = f"{rule} {c.origin}"
                out[k] = Choice(value, c.origin, (*c.features, own, *[f"{own} {x}" for x in more]))
        return out

    def _of_saying(self, m: Moment, a: Told) -> bool:
        """Is a time that of the words which tell of a deed by its bare noun («قال لافروف الجمعة إن الهجوم الأمريكي خطأ»)?"""
        bare = a.clause.kind == "noun" and a.verb is None and a.lent is None and a.act not in GROUPS
        above = [p for _, p in self.predicates.of.get(m.sentence, ()) if p.kind == "verb" and p.i < a.clause.i] if bare else []
        if above and above[-1].i < m.i and stated(above[-1].rows) & VERBAL:
            return True  # دان السبت القصف الذي وقع الجمعة
        told = self.speech.governing(a.clause.i) if bare and self.speech is not None else None
        return told is not None and (told.cue < m.i < told.i or m.i == told.cue + 1)

    def _of_relative(self, m: Moment) -> bool:
        """Does a time stand in a relative clause that no comma has ended («دان الهجوم الذي وقع الجمعة ودعا»)?"""
        for k in range(m.i - 1, self.text.sentences[m.sentence][0] - 1, -1):
            if self.text.kinds[k] == "P":
                return False
            if self.text.norms[k] in starts("moments", "relative"):
                return True
        return False

    def _runs_on(self, m: Moment) -> bool:
        """Does a span of a coming time end after the article's day («خلال الأسابيع الثلاثة المقبلة»)?"""
        return self.day is not None and bounds(m.value)[1].isoformat() > self.day and bounds(m.value)[0].isoformat() >= self.day

    def choose(self, a: Told) -> Choice:
        """The heaviest choice, the first of equals; a day of another sentence must outweigh the rest by a little."""
        table = weights(TABLE)
        return max(self.choices(a), key=lambda c: weigh(table, c.features) + LEAN.get(c.features[0].partition(" ")[0], 0))

    # ---- what speaks for it ------------------------------------------------------------------------------------------

    def _about(self, a: Told) -> list[str]:
        """What the act itself says about its having a day."""
        c, main = a.clause, a.verb or a.lent
        group = GROUPS.get(a.act, "deed")
        tense = (main.tense or "participle") if main is not None else "noun"
        place = (
            "title"
            if c.sentence == 0 and self.title
            else "lead"
            if c.sentence <= int(self.title)
            else ("second" if c.sentence <= int(self.title) + 1 else "body" if c.i < 0.75 * len(self.text) else "end")
        )
        here = sorted({("ahead" if m.lies.startswith("ahead") else m.lies) for m in self.dated.get(c.sentence, ())})
        out = [
            "at all",
            place,
            f"{tense} {place}",
            f"{a.status}",
            f"act {a.act}",
            f"{group} {tense}",
            f"{group} {place}",
            f"{c.kind} {tense}",
            f"{a.status} {tense}",
            f"times {len(here) > 0}",
            f"{a.act} {tense}",
            f"{group} {tense} times {len(here) > 0}",
        ]
        out += [f"has {h}" for h in here]
        if main is not None:
            if main.anterior:
                out += ["anterior", f"anterior times {len(here) > 0}"]
            if main.relative:
                out += ["relative", f"relative {tense}"]
            if main.form.person == 1:
                out.append("first person")
            if looks_back(self.text, main):
                out.append("looks back")
            if main.conditional:
                out.append("conditional")
            if main.passive:
                out.append(f"passive {tense}")
        if c.kind == "noun":
            if c.form.definite:
                out.append("definite noun")
            if c.form.suffix:
                out.append("owned noun")
            if leads(self.text, c, "while"):
                out.append("while")
            if leads(self.text, c, "other", 2):
                out.append("beside another")
            out.append(f"slot {c.slot or 'none'}")
        if a.lent is not None:
            out.append("lent")
        told = self.speech.governing(c.i) if self.speech is not None else None
        if told is not None:
            out += ["told", f"told {tense}", "told direct" if told.direct else "told indirect", f"told {group} {tense}"]
            if told.earlier:
                out.append("told earlier")
        if self.news is not None:
            out += ["news " + lies(self.news, self.day), f"news {place}"]
        else:
            out.append("no news day")
        return out

    def _near(self, m: Moment, a: Told) -> tuple[str, ...]:
        """What speaks for a time of the act's own sentence."""
        c, main, text = a.clause, a.verb or a.lent, self.text
        anchor = a.verb if a.verb is not None else c
        group = GROUPS.get(a.act, "deed")
        tense = (main.tense or "participle") if main is not None else "noun"
        after = m.i > c.i
        side = "after" if after else "before"
        span = bucket(min(abs(m.i - c.i), abs(m.i - anchor.i)))
        low, high = (c.i, m.i) if after else (m.j, c.i)
        verbs, nouns, between_rel, own = self.predicates.between(a.number, a.verb, m.i, m.j)
        prep = text.norms[m.i - 1] if m.i > 0 else ""
        inside = c.start <= m.i and m.j <= c.end
        out = [
            f"near {side}",
            f"near {side} {span}",
            f"near {side} {span} {c.kind}",
            f"near verbs {min(verbs, 2)} {side}",
            f"near nouns {min(nouns, 2)} {side}",
            f"near verbs {min(verbs, 2)} nouns {min(nouns, 2)}",
            f"near own {own}",
            f"near own {own} {c.kind} {side}",
            f"near {m.unit}",
            f"near {m.lies}",
            f"near {m.lies} {a.status}",
            f"near {m.lies} {tense}",
            f"near {m.lies} {group}",
            f"near {m.unit} {group}",
            f"near {side} {tense} {own}",
            f"near rule {m.rule}",
            f"near inside {inside}",
            f"near act {a.act}",
            f"near {m.unit} {m.lies}",
        ]
        if between_rel:
            out.append("near relative between")
        if self.timeline.since(m.i):
            out += ["near since", f"near since {tense}"]
        if prep in starts("venues", "in"):
            out.append("near in")
        elif text.kinds[m.i - 1] == "P":
            out.append("near comma")
        if not after and self._of_relative(m):
            out.append("near before in a relative")
        if ends_with(text, m.i, "while"):
            out.append("near while")
        if ends_with(text, m.i, "other"):
            out.append("near other")
        if main is not None and main.anterior:
            out += [f"near anterior {m.lies}"]
        if main is not None and main.relative:
            out.append(f"near relative {own}")
        if c.kind == "noun" and a.verb is None:
            out += [f"near bare {side} {span}", f"near bare {own}", f"near bare {m.unit}"]
            if leads(text, c, "while"):
                out.append("near of a while")
            if leads(text, c, "other", 2):
                out.append("near of another")
        if "." in text.norms[low:high]:
            out.append("near stopped")
        quoted = self.speech.governing(c.i) if self.speech is not None else None
        joined = any(
            low < p.i <= high and p.form.prefix[:1] == "و"
            for _, p in self.predicates.of.get(c.sentence, ())
            if p.kind == "verb"
        )
        if joined:
            out += [f"near joined {side}", f"near joined {side} {verbs}"]
        if quoted is not None:
            if quoted.cue - 4 < m.i < max(quoted.i, quoted.cue + 14):
                out += [
                    "near at the cue",
                    f"near at the cue {group}",
                    f"near at the cue {group} {tense}",
                    f"near at the cue {m.lies}",
                ]
            inside_told = quoted.i <= m.i < quoted.j
            out += [f"near told {inside_told}", f"near told {inside_told} {m.lies}", f"near told {inside_told} {group}"]
        elif self.speech is not None and self.speech.governing(m.i) is not None:
            out.append("near in others' words")
        if m.value == self.news:
            out.append("near news")
        if self.day is not None and m.value == self.day:
            out.append("near today")
        only = len(self.dated[c.sentence])
        out.append(f"near of {min(only, 3)}")
        return tuple(out)

    def _far(self, m: Moment, a: Told) -> tuple[str, ...]:
        """What speaks for a time of another sentence."""
        c, main = a.clause, a.verb or a.lent
        group = GROUPS.get(a.act, "deed")
        tense = (main.tense or "participle") if main is not None else "noun"
        d = m.sentence - c.sentence
        step = "next" if d == 1 else "before" if d == -1 else "later" if d > 0 else "earlier"
        first = int(self.title)
        at = (
            "title"
            if m.sentence < first
            else "lead"
            if m.sentence == first
            else "second"
            if m.sentence == first + 1
            else "body"
        )
        titled = self.title and c.sentence == 0
        out = [
            "far",
            f"far {step}",
            f"far at {at}",
            f"far {m.unit}",
            f"far {m.lies}",
            f"far {m.lies} {a.status}",
            f"far {m.lies} {tense}",
            f"far {m.lies} {group}",
            f"far {step} {m.lies}",
            f"far {at} {m.lies}",
            f"far act {a.act}",
            f"far titled {titled} {at}",
            f"far count {min(m.named, 3)}",
            f"far {group} {step}",
            f"far {a.status} {step}",
            f"far {c.kind} {step}",
            f"far titled {titled} {m.lies}",
            f"far {a.act} {m.lies} {a.status}",
        ]
        if c.sentence in self.dated:
            out += ["far while near", f"far while near {step}"]
        if m.value == self.news:
            out += ["far news", f"far news {tense}", f"far news titled {titled}", f"far news {group}"]
        told = self.speech.governing(c.i) if self.speech is not None else None
        if told is not None:
            out.append(f"far told {step}")
            if told.cue - 4 < m.i < max(told.i, told.cue + 14):
                out += ["far at the cue", f"far at the cue {m.lies}", f"far at the cue {group} {tense}"]
        if main is not None and main.anterior:
            out.append("far anterior")
        if main is not None and main.relative:
            out.append("far relative")
        if self.day is not None and m.value == self.day:
            out.append("far today")
        alike = self.predicates.stating(m.sentence, a.act)
        if alike:
            out += [
                "far same act there",
                f"far same act there {group}",
                f"far same act there {step}",
                f"far same act there {c.kind}",
            ]
            if any(abs(p.i - m.i) < NEAR for p in alike):
                out += ["far beside the same act", f"far beside the same act {c.kind}"]
            if any(p.rows == c.rows for p in alike):
                out.append("far same word there")
        who = self.predicates.named(m.sentence)
        both = sum(e in who for e in a.actors)
        if both:
            out += ["far same actor there", f"far same actor there {step}", f"far same actor there {group} {tense}"]
            if len(a.actors) > 1:
                out.append(f"far actors there {min(both, 2)}")
        return tuple(out)
