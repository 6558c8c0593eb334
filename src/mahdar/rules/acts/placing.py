"""Where: which of an article's places and states an act was done in, or none, the plain rules' answer among them; placing.tsv weighs
them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from ...arabic.words import Text
from ..clauses.model import Clause
from ..names.model import Named, Names
from ..weighing import weigh, weights
from .between import Predicates
from .circumstances import TALKS, of_what
from .dating import GROUPS, bucket
from .moments import leads, plain, starts
from .roles import VERBAL
from .scenes import located
from .timeline import NEAR, apart

TABLE = Path(__file__).parent / "placing.tsv"
FILL = 30  # hundredths of log-odds by which a place must outweigh what the plain rules answer
WORDS = 90  # the same for an act in words, in which places are mostly talked about
FAR = 3  # sentences from which a place may come, besides the title and the first two
Country = Callable[[str], str | None]
_SUFFERED = frozenset(("assault", "coerce"))
_LEADS = ("in", "near", "from", "to", "onto")


class Spot(NamedTuple):
    """A mention of a place or state: the word that leads it, and whether it is a town."""

    number: int  # of the mention among the article's
    sentence: int
    m: Named
    led: str  # in, near, from, to, onto, of, none
    located: bool
    town: bool
    home: str | None  # its country


class Asked(NamedTuple):
    """What is asked about: the act's clause, the verb that states it, act, status and parties, and what the plain rules answer."""

    number: int  # of the clause among the article's
    clause: Clause
    verb: Clause | None
    act: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    ruled: str | None
    origin: str  # stated: by words beside the act; ground: by the nature of the act; none


class Choice(NamedTuple):
    """A place an act may have (None: it has none), and what speaks for it."""

    value: str | None
    features: tuple[str, ...]


class Placing:
    """The places of one article, and the choice among them for each of its acts."""

    def __init__(self, text: Text, names: Names, predicates: Predicates, speech, country: Country, title: bool) -> None:
        self.text, self.predicates, self.speech = text, predicates, speech
        self.country, self.title = country, title
        self.found: dict[int, list[Spot]] = {}
        spans, sentence = text.sentences, 0
        for k, m in enumerate(names.mentions):
            while sentence + 1 < len(spans) and spans[sentence][1] <= m.i:
                sentence += 1
            if m.kind in ("place", "state"):
                spot = Spot(k, sentence, m, led(text, m), located(text, m), m.kind == "place", country(m.entity))
                self.found.setdefault(sentence, []).append(spot)
        self.told: dict[str, list[Spot]] = {}  # the places something is put in, and the towns
        for spots in self.found.values():
            for s in spots:
                if s.located or s.led in _LEADS or s.town and s.led == "of":
                    self.told.setdefault(s.m.entity, []).append(s)

    def spots(self, sentence: int) -> list[Spot]:
        """The places and states a sentence names."""
        return self.found.get(sentence, [])

    def choose(self, a: Asked) -> str | None:
        """The heaviest choice, where it outweighs what the plain rules answer by a little."""
        table = weights(TABLE)
        fill = WORDS if a.act in VERBAL and a.ruled is None else FILL
        return max(self.choices(a), key=lambda c: weigh(table, c.features) - (fill if c.value != a.ruled else 0)).value

    def choices(self, a: Asked) -> list[Choice]:
        """Every place the act may have, none among them: those of its sentence, of others, what the rules give, its parties' states."""
        sides = self._sides(a)
        astray = "to" if a.act == "invite" else "from" if a.act in _SUFFERED else ""  # صواريخ أطلقتها حماس من غزة
        near = [
            s
            for s in self.spots(a.clause.sentence)
            if (s.located or s.m.entity not in a.actors) and not self._elsewhere(s, a.clause)
            if not (a.act in TALKS and s.located and of_what(self.text, s.m, a.clause))
            if s.led != astray and (s.town or s.led != "none" and not self._does(s))
        ]
        far = {e: x for e, x in self.told.items() if e not in {s.m.entity for s in self.spots(a.clause.sentence)}}
        if a.ruled is not None:  # what words or the nature of the act tell is only made more exact
            near = [s for s in near if s.m.entity == a.ruled or s.town and a.ruled == f"state:{s.home}"]
            far = {e: x for e, x in far.items() if e == a.ruled or x[0].town and a.ruled == f"state:{x[0].home}"}
        out = [Choice(s.m.entity, self._near(s, a, sides)) for s in near]
        out += [Choice(e, self._far(fit, x, a, sides)) for e, x in far.items() if (fit := self._reached(a, x)) is not None]
        have = {c.value for c in out}
        if a.ruled is None and len(sides) == 1 and a.act not in _SUFFERED:  # Skripal was poisoned far from home
            home, side = next(iter(sides.items()))
            if not have & {f"state:{home}"} and not any(s.located and s.home == home for s in near):
                out.append(Choice(f"state:{home}", self._home(side, a)))
        if a.ruled is not None and a.ruled not in have:
            out.append(Choice(a.ruled, ("rule alone", f"rule alone {a.act}")))
        kind = "town" if (a.ruled or "").startswith("place:") else "state"
        own = [f"rule {x}" for x in (a.origin, f"{a.origin} {kind}", f"{a.origin} {a.act}", f"{a.origin} {a.status}")]
        if a.ruled is None:
            out.insert(0, Choice(None, tuple(f"none {f}" for f in self._about(a))))
        return [c._replace(features=(*c.features, *own)) if c.value == a.ruled else c for c in out]

    def _reached(self, a: Asked, spots: list[Spot]) -> Spot | None:
        """The mention of a place nearest to an act, where it is near or stands at the head of the article."""
        where, first = a.clause.sentence, int(self.title) + 1
        fit = [s for s in spots if abs(s.sentence - where) <= FAR or s.sentence <= first or len(spots) > 2]
        return min(fit, key=lambda s: (abs(s.sentence - where), s.m.i), default=None)

    def _sides(self, a: Asked) -> dict[str, str]:
        """Country → the side it takes part on."""
        out: dict[str, str] = {}
        for side, ids in (("recipient", a.recipients), ("actor", a.actors)):
            for e in ids:
                home = self.country(e)
                if home not in (None, "IGO"):
                    out[home] = "both" if home in out and out[home] != side else side
        return out

    def _about(self, a: Asked) -> list[str]:
        c = a.clause
        group = GROUPS.get(a.act, "deed")
        here = self.spots(c.sentence)
        inside = "located" if any(s.located for s in here) else "some" if here else "nothing"
        out = [
            "at all",
            a.act,
            f"{a.act} {a.status}",
            a.status,
            f"{group} {c.kind}",
            f"{inside}",
            f"{a.act} {inside}",
            f"{group} {inside}",
        ]
        out += [f"sides {len(self._sides(a))} {group}", "titled" if c.sentence == 0 and self.title else "in the body"]
        if a.verb is None:
            out.append(f"bare {group}")
        if self.speech is not None and self.speech.governing(c.i) is not None:
            out += ["told", f"told {group}"]
        return out

    def _near(self, s: Spot, a: Asked, sides: dict[str, str]) -> tuple[str, ...]:
        """What speaks for a place of the act's own sentence."""
        c, m, text = a.clause, s.m, self.text
        anchor = a.verb if a.verb is not None else c
        kind = "town" if s.town else "state"
        group = GROUPS.get(a.act, "deed")
        side = sides.get(s.home or "", "third")
        after = m.i > c.i
        order = "after" if after else "before"
        span = bucket(min(abs(m.i - c.i), abs(m.i - anchor.i)))
        verbs, nouns, _, own = self.predicates.between(a.number, a.verb, m.i, m.j)
        out = [
            f"near {kind}",
            f"near {order} {span}",
            f"near {kind} {order}",
            f"near led {s.led}",
            f"near led {s.led} {kind}",
            f"near led {s.led} {a.act}",
            f"near led {s.led} {order}",
            f"near verbs {min(verbs, 2)} {order}",
            f"near nouns {min(nouns, 2)} {order}",
            f"near own {own}",
            f"near own {own} led {s.led}",
            f"near own {own} {kind}",
            f"near {side}",
            f"near {side} {kind}",
            f"near {side} {a.act}",
            f"near {kind} {a.act}",
            f"near {side} {s.led}",
            f"near {a.status} {s.led}",
            f"near {group} {s.led} {kind}",
            f"near {a.act} {side} {s.led}",
            f"near {group} {own} {s.located}",
            f"near form {m.form}",
        ]
        role = self._role(s.number, c) or (
            self._role(s.number, a.verb) if a.verb is not None and a.verb is not c else None
        )
        if role is not None:
            out += [f"near as {role}", f"near as {role} {a.act}", f"near as {role} {kind}"]
        if m.entity in a.actors:
            out += ["near the actor", f"near the actor {a.act}", f"near the actor {s.led}"]
        if m.entity in a.recipients:
            out += ["near the recipient", f"near the recipient {a.act}", f"near the recipient {s.led}"]
        if after and apart(text, c, m.i):
            out.append("near apart")
        if not s.town and any(x.home == m.entity[6:] and x.town for x in self.spots(c.sentence)):
            out += ["near with its town", f"near with its town {group}"]
        if s.home in sides and len(sides) == 1 and a.actors and a.recipients:
            out += ["near domestic", f"near domestic {kind}", f"near domestic {a.act}"]
        told = self.speech.governing(c.i) if self.speech is not None else None
        if told is not None:
            out.append(f"near told {told.i <= m.i < told.j}")
        if a.ruled is not None and a.ruled != m.entity:
            inside = s.town and a.ruled == f"state:{s.home}"
            how = "inside" if inside else "around" if not s.town and a.ruled.startswith("place:") else "apart"
            out += [f"near {how} {a.origin}", f"near {how} {a.act}", f"near {how} located {s.located}"]
        return tuple(out)

    def _far(self, s: Spot, spots: list[Spot], a: Asked, sides: dict[str, str]) -> tuple[str, ...]:
        """What speaks for a place of another sentence."""
        c, entity = a.clause, s.m.entity
        kind = "town" if s.town else "state"
        group = GROUPS.get(a.act, "deed")
        side = sides.get(s.home or "", "third")
        d, first = s.sentence - c.sentence, int(self.title)
        step = "next" if d == 1 else "before" if d == -1 else "later" if d > 0 else "earlier"
        top = min(x.sentence for x in spots)
        at = "title" if top < first else "lead" if top == first else "second" if top == first + 1 else "body"
        out = [
            "far",
            f"far {kind}",
            f"far {kind} {step}",
            f"far {kind} {a.act}",
            f"far {kind} at {at}",
            f"far {at} {a.act}",
            f"far {group} {step}",
            f"far led {s.led} {kind}",
            f"far {side} {kind}",
            f"far {side} {kind} {a.act}",
            f"far {side} {group}",
            f"far {a.status} {step}",
            f"far {c.kind} {step}",
            f"far count {min(len(spots), 4)} {kind}",
            f"far titled {self.title and c.sentence == 0} {at}",
        ]
        if any(x.located for x in self.spots(c.sentence)):
            out += ["far while near", f"far while near {kind}", f"far while near {a.act}"]
        if a.ruled is not None:
            inside = kind == "town" and a.ruled == f"state:{s.home}"
            over = kind == "state" and a.ruled.startswith("place:")
            how = "inside" if inside else "around" if over else "apart"
            out += [f"far {how} {a.origin}", f"far {how} {a.act}", f"far {how} {step}"]
        if s.town and sum(1 for e, x in self.told.items() if x[0].town and x[0].home == s.home and any(y.located for y in x)) == 1:
            out += ["far the only town", f"far the only town {a.act}", f"far the only town {side}"]
        for x in spots:
            alike = self.predicates.stating(x.sentence, a.act)
            if alike:
                near = min(abs(p.i - x.m.i) for p in alike) < NEAR
                out += ["far same act there", f"far same act there {kind}", f"far same act there {a.act}"]
                out.append(f"far same act near {near} {group}")
                if any(p.rows == c.rows for p in alike):
                    out.append("far same word there")
                break
        both = max(sum(e in self.predicates.named(x.sentence) for e in (*a.actors, *a.recipients)) for x in spots)
        out.append(f"far parties {min(both, 2)} {group}")
        if entity in a.actors or entity in a.recipients:
            out += ["far a party", f"far a party {a.act}"]
        return tuple(out)

    def _home(self, side: str, a: Asked) -> tuple[str, ...]:
        """What speaks for the one state the parties are of."""
        group = GROUPS.get(a.act, "deed")
        out = ["home", f"home {side}", f"home {side} {a.act}", f"home {side} {group}", f"home {group} {a.status}"]
        if any(e.startswith("state:") for e in (*a.actors, *a.recipients)):
            out += ["home of a state", f"home of a state {a.act}"]
        if self.told:
            out.append(f"home where places are told {group}")
        return tuple(out)

    def _does(self, s: Spot) -> bool:
        """Does a state stand right behind the verb that tells what it does («نفت روسيا»)?"""
        return not s.located and any(p.kind == "verb" and p.j == s.m.i for _, p in self.predicates.of.get(s.sentence, ()))

    def _elsewhere(self, s: Spot, c: Clause) -> bool:
        """Does a place belong to another act, which the act comes before or after («التقى … قبل زيارة بوتين إلى طهران»)?"""
        return any(
            p.kind == "noun" and c.i < p.i < s.m.i and leads(self.text, p, "other", 2)
            for _, p in self.predicates.of.get(c.sentence, ())
        )

    def _role(self, index: int, clause: Clause) -> str | None:
        """The slot of the clause that a mention fills."""
        for x in (clause.subject, clause.object, *clause.args):
            if x is not None:
                if index in x.mentions:
                    return (
                        x.role
                        if x.role != "prep"
                        else next((k for k in _LEADS if x.prep in starts("venues", k)), "prep")
                    )
                if index in x.inner:
                    return f"inner {x.role}"
        return None


def led(text: Text, m: Named) -> str:
    """The class of the word that leads a place: in, near, from, to, onto; of behind a noun, none at the start of something."""
    if m.prefix.endswith("ب"):
        return "in"
    if m.prefix.endswith("ل"):
        return "to"
    heads = starts("venues", "head")
    for k in range(m.i - 1, max(-1, m.i - 6), -1):
        w = plain(text.norms[k])
        stem = w.removeprefix("ال")
        for name in _LEADS:
            if w in starts("venues", name):
                return name
        if w in heads or stem in heads:
            continue
        if w[:1] in "بل" and w[1:].removeprefix("ال") in heads:
            return "in" if w[0] == "ب" else "to"
        if text.kinds[k] != "W":
            return "none"
        if not w.startswith("ال"):
            return "of"
    return "none"
