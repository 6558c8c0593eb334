"""Where, when the plain rules are silent: which of the places and states of its sentence an act was done in, or none; placing.tsv
weighs them."""

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
from .scenes import located
from .timeline import apart

TABLE = Path(__file__).parent / "placing.tsv"
FILL = 90  # hundredths of log-odds by which a place must outweigh none
Country = Callable[[str], str | None]
_LEADS = ("in", "near", "from", "to", "onto")


class Spot(NamedTuple):
    """A mention of a place or state: the word that leads it, and whether it is a town."""

    number: int  # of the mention among the article's
    m: Named
    led: str  # in, near, from, to, onto, of, none
    located: bool
    town: bool
    home: str | None  # its country


class Asked(NamedTuple):
    """What is asked about: the act's clause, the verb that states it, act, status and parties."""

    number: int  # of the clause among the article's
    clause: Clause
    verb: Clause | None
    act: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class Choice(NamedTuple):
    """A place an act may have (None: it has none), and what speaks for it."""

    value: str | None
    features: tuple[str, ...]


class Placing:
    """The places of one article, and the choice among them for each of its acts."""

    def __init__(self, text: Text, names: Names, predicates: Predicates, speech, country: Country, title: bool) -> None:
        self.text, self.names, self.predicates, self.speech = text, names, predicates, speech
        self.country, self.title = country, title
        self.found: dict[int, list[Spot]] = {}

    def spots(self, sentence: int) -> list[Spot]:
        """The places and states a sentence names."""
        found = self.found.get(sentence)
        if found is None:
            low, high = self.text.sentences[sentence]
            found = self.found[sentence] = [
                Spot(k, m, led(self.text, m), located(self.text, m), m.kind == "place", self.country(m.entity))
                for k, m in enumerate(self.names.mentions)
                if low <= m.i < high and m.kind in ("place", "state")
            ]
        return found

    def choose(self, a: Asked) -> str | None:
        """The heaviest choice, where it outweighs the others' by a little; None where none does."""
        table = weights(TABLE)
        found, best, silence = None, -(10**9), 0
        for c in self.choices(a):
            w = weigh(table, c.features)
            if c.value is None:
                silence = w
            elif w > best:
                found, best = c.value, w
        return found if best - silence >= FILL else None

    def choices(self, a: Asked) -> list[Choice]:
        """Every place of the sentence the act may have, none among them."""
        sides = self._sides(a)
        near = [
            s
            for s in self.spots(a.clause.sentence)
            if (s.located or s.m.entity not in a.actors) and not self._elsewhere(s, a.clause)
            if not (a.act in TALKS and s.located and of_what(self.text, s.m, a.clause))
        ]
        return [
            Choice(None, tuple(f"none {f}" for f in self._about(a))),
            *(Choice(s.m.entity, self._near(s, a, sides)) for s in near),
        ]

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
        return tuple(out)

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
        if w == "#":
            continue
        if text.kinds[k] != "W":
            return "none"
        if not w.startswith("ال"):
            return "of"
    return "none"
