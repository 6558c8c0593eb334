"""On whose word an act stands: those who say it or carried it, whom the sentence credits, or nobody's; sourcing.tsv weighs them."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path
from typing import NamedTuple

from ...arabic.words import Text
from ..clauses.model import Clause
from ..names.model import Names
from ..speech.once import Told as Said
from ..speech.tables import words_in
from ..speech.voices import MEDIA
from ..weighing import weigh, weights
from .between import Predicates
from .crediting import credited
from .dating import GROUPS, bucket
from .moments import leads
from .tables import stated

SAID = 80  # hundredths of log-odds for somebody's word where a verb states the act
NAMED = 0  # the same where a noun only names it, which may be known to all
OWN = ("planned", "cancelled")  # what somebody tells of his own doing, and is no other's word
REACH = 4  # sentences from a verbal act beyond which its doers' carried words are far
TABLE = Path(__file__).parent / "sourcing.tsv"


class Asked(NamedTuple):
    """What is asked about: the act's clause, the verb that states it, act, status, parties, and what the plain rules answer."""

    clause: Clause
    verb: Clause | None
    act: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    ruled: tuple[str, ...]


class Choice(NamedTuple):
    """Sources an act may have, nearest first (none: the article's own voice), and what speaks for them."""

    value: tuple[str, ...]
    features: tuple[str, ...]


class Sourcing:
    """Who speaks and carries in one article, and the choice among them for each of its acts."""

    def __init__(self, text: Text, names: Names, speech, predicates: Predicates, title: int) -> None:
        self.text, self.names, self.speech, self.predicates, self.title = text, names, speech, predicates, title
        starts = [a for a, _ in text.sentences]
        self.sentence = {t.cue: bisect_right(starts, t.cue) - 1 for t in speech.told}
        self.credits: dict[int, tuple[str, ...]] = {}

    def choose(self, a: Asked) -> tuple[str, ...]:
        """What the plain rules answer, or where they leave it open the heaviest choice, the first of equals.

        Nobody where a person alone tells of his own deed («أعلن زوما الاستقالة»), or anybody of his own plan: he is its doer.
        """
        value = a.ruled
        if self.open(a):
            table, said = weights(TABLE), SAID if a.verb is not None else NAMED
            value = max(self.choices(a), key=lambda c: weigh(table, c.features) + (said if c.value else 0)).value
        if not set(value) <= set(a.actors):
            return value
        deed = GROUPS.get(a.act, "deed") == "deed" and all(e.startswith("person:") for e in value)
        return () if deed or a.status in OWN else value

    def open(self, a: Asked) -> bool:
        """Do the rules leave an act that stands in somebody's words on nobody's, or put one that stands in none on a speaker's?"""
        if self.speech.governing(a.clause.i) is not None:
            return not a.ruled
        if not a.ruled:
            return GROUPS.get(a.act) == "verbal" and a.status == "held" and bool(self._carriers(a)) or bool(self._again(a))
        if a.clause.sentence < self.title and GROUPS.get(a.act) != "verbal":
            return False  # who says in the lead what the title tells
        return a.ruled[0].partition(":")[0] not in MEDIA

    def choices(self, a: Asked) -> list[Choice]:
        """Everybody on whose word the act may stand, nobody among them."""
        governing = self.speech.governing(a.clause.i)
        out = [Choice((), tuple(f"none {f}" for f in self._about(a, governing)))]
        if governing is not None:
            out.append(Choice(self._chain(governing, a), self._telling(governing, a)))
        own = governing is not None and a.status in OWN and set(governing.voice.entities) <= set(a.actors)
        beside = [
            t
            for t in self.speech.told
            if t is not governing and not own and abs(self.sentence.get(t.cue, -9) - a.clause.sentence) <= 1
        ]
        out += [Choice(self._chain(t, a), self._beside(t, a, governing)) for t in beside if self._chain(t, a)]
        if GROUPS.get(a.act) == "verbal":
            out += [Choice(via, self._carried(t, via, a, governing)) for t, via in self._carriers(a)]
        out += [Choice(who, self._retold(p, who, a, governing)) for p, who in self._again(a)]
        low, high = self.text.sentences[a.clause.sentence]
        known = {e for c in out for e in c.value} | {*a.actors, *a.recipients}
        for m in self.names.between(low, high):
            if m.kind in ("place", "state") or set(m.entities) & known:
                continue
            out.append(Choice(tuple(m.entities), self._named(m, a, governing)))
        rule = "none" if not a.ruled else "carrier" if a.ruled[0].partition(":")[0] in MEDIA else "speaker"
        chain = "told" if governing is not None else "untold"
        group = GROUPS.get(a.act, "deed")
        if all(c.value != a.ruled for c in out):
            out.append(Choice(a.ruled, ("rule alone",)))
        more = (f"rule {rule}", f"rule {rule} {group}", f"rule {rule} {chain}", f"rule {rule} {group} {chain}")
        return [c._replace(features=(*c.features, *more)) if c.value == a.ruled else c for c in out]

    def _chain(self, told, a: Asked) -> tuple[str, ...]:
        """Speakers and carriers without the act's own doers; the doers themselves where they alone speak of a deed, or of what several
        agreed on.
        """
        chain = tuple(dict.fromkeys((*told.voice.entities, *told.via)))
        others = tuple(e for e in chain if e not in a.actors)
        words = GROUPS.get(a.act) == "verbal" and not (a.act == "agree" and len(a.actors) > 1)
        return others if others or words else chain

    def _form(self, a: Asked) -> list[str]:
        c = a.clause
        main = a.verb
        tense = (main.tense or "participle") if main is not None else "noun"
        known = bool(c.kind == "noun" and (c.form.definite or c.form.suffix))
        group = GROUPS.get(a.act, "deed")
        slot = c.slot or "none"
        beside = "other" if leads(self.text, c, "other", 2) else "while" if leads(self.text, c, "while") else "plain"
        above = self._above(c)
        return [
            group,
            a.act,
            a.status,
            f"{c.kind}",
            f"{tense}",
            f"{group} {tense}",
            f"{group} {a.status}",
            f"{group} known {known}",
            f"{group} relative {c.relative}",
            f"{group} anterior {c.anterior}",
            f"slot {slot}",
            f"{c.kind} {beside}",
            f"{group} {c.kind} {beside}",
            f"{group} {c.kind} slot {slot}",
            f"under {above}",
            f"{c.kind} under {above}",
            f"{group} {c.kind} under {above}",
        ]

    def _above(self, c: Clause) -> str:
        """What governs an act's word: an act (of deeds, in words, of two sides), a verb that carries it, none."""
        if c.governor is None:
            return "none"
        above = self.predicates.clauses[c.governor]
        groups = sorted({GROUPS.get(act, "deed") for act in stated(above.rows)})
        return groups[0] if groups else "other" if above.rows else "bare"

    def _part(self, a: Asked) -> str:
        """Which part of the article tells the act: title, lead or body."""
        return "title" if a.clause.sentence < self.title else "lead" if a.clause.sentence <= self.title else "body"

    def _about(self, a: Asked, governing) -> list[str]:
        form = self._form(a)
        at = self._part(a)
        spoken = "told" if governing is not None else "untold"
        if governing is not None:
            form += [f"opens {a.clause.i - governing.i < 3}", f"{form[0]} {a.clause.kind} opens {a.clause.i - governing.i < 3}"]
            form += [f"told elsewhere {self._elsewhere(a)}", f"{form[0]} told elsewhere {self._elsewhere(a)}"]
        return ["at all", *form, at, f"{form[0]} {at}", spoken, *(f"{spoken} {f}" for f in form)]

    def _elsewhere(self, a: Asked) -> bool:
        """Does the article state such an act between the same sides in its own voice?"""
        sides = {*a.actors, *a.recipients}
        return any(
            self.speech.governing(p.i) is None and (not sides or sides & self.predicates.named(n))
            for n in range(len(self.text.sentences))
            if n != a.clause.sentence
            for p in self.predicates.stating(n, a.act)
        )

    def _telling(self, told, a: Asked) -> tuple[str, ...]:
        """What speaks for those whose words the act stands in."""
        group = GROUPS.get(a.act, "deed")
        said, doers = set(told.voice.entities), set(a.actors)
        who = "all" if said and said <= doers else "some" if said & doers else "other"
        out = [
            "telling",
            *(f"telling {f}" for f in self._form(a)),
            f"telling {told.direct} {group}",
            f"telling doer {who}",
            f"telling doer {who} {group}",
            f"telling doer {who} {a.act}",
            f"telling via {bool(told.via)} {who}",
            f"telling {told.voice.kind}",
            f"telling {told.voice.kind} {group}",
            f"telling told of {bool(said & set(a.recipients))}",
            f"telling {group} {told.goes_on}",
        ]
        main = a.verb
        if who != "other":
            out += [
                f"telling doer {who} {a.status} {group}",
                f"telling doer {who} {main.tense if main is not None else 'noun'} {group}",
                f"telling doer {who} via {bool(told.via)} {group}",
            ]
        if main is not None and main.form.person == 1:
            out += ["telling first person", f"telling first person {group}"]
        if told.i <= a.clause.i:
            out.append(f"telling {bucket(a.clause.i - told.i)}")
        return tuple(out)

    def _beside(self, told, a: Asked, governing) -> tuple[str, ...]:
        """What speaks for those who say something else in this sentence or the ones beside it."""
        group = GROUPS.get(a.act, "deed")
        d = self.sentence[told.cue] - a.clause.sentence
        step = "here" if d == 0 else "next" if d > 0 else "before"
        if d == 0:
            step += " after" if told.cue > a.clause.i else " before"
        spoken = "told" if governing is not None else "untold"
        who = "doer" if set(told.voice.entities) & set(a.actors) else "other"
        title = a.clause.sentence < self.title
        return (
            "beside", f"beside {step}", f"beside {step} {spoken}", f"beside {step} {group}", f"beside {who} {group}",
            f"beside {step} {who}",
            f"beside {step} {who} {group}", f"beside via {bool(told.via)} {who} {group}", f"beside {told.voice.kind}",
            f"beside {step} title {title}", f"beside {a.clause.kind} {step}", f"beside {step} {bucket(abs(told.cue - a.clause.i))}",
            f"beside {step} {told.direct}", f"beside {a.act}", f"beside {step} goes on {told.goes_on}",
        )  # fmt: skip

    def _country(self, entity: str) -> str | None:
        known = self.names.entities.get(entity)
        return known.country if known is not None else entity[6:] if entity.startswith("state:") else None

    def _for(self, voice: tuple[str, ...], a: Asked) -> bool:
        """Do they speak for the doers, a ministry for its state?"""
        homes = {self._country(e) for e in a.actors} - {None, "IGO"}
        return bool(homes) and all(e.startswith(("state:", "institution:")) and self._country(e) in homes for e in voice)

    def always(self, doers: tuple[str, ...], sentence: int) -> tuple[str, ...]:
        """Who carried all that the doers say («شدد بوتين على التهدئة. وقال …، وفقا لما نقله الكرملين»), in the next sentences too; () for
        several.
        """
        mine = [t for t in self.speech.told if set(t.voice.entities) & set(doers)]
        via = {tuple(e for e in dict.fromkeys((*t.via, *t.through)) if e not in doers) for t in mine}
        near = any(0 <= self.sentence.get(t.cue, -9) - sentence < REACH for t in mine)
        return via.pop() if len(via) == 1 and near else ()

    def _carriers(self, a: Asked) -> list[tuple[Said, tuple[str, ...]]]:
        """Who carried what the doers of a verbal act, or bodies of their state, say: «انتقد ظريف … . وقال، وفقا لوكالة إرنا، …»."""
        doers = set(a.actors)
        best: dict[tuple[tuple[str, ...], bool], tuple[int, Said]] = {}
        for t in self.speech.told:
            if not (t.via or t.through):
                continue
            own = bool(doers & set(t.voice.entities))
            if not own and not self._for(t.voice.entities, a):
                continue
            via = tuple(e for e in dict.fromkeys((*t.via, *t.through)) if e not in doers)
            d = abs(self.sentence.get(t.cue, -9) - a.clause.sentence)
            if via and ((via, own) not in best or d < best[via, own][0]):
                best[via, own] = d, t
        return [(t, via) for (via, _), (_, t) in best.items()]

    def _again(self, a: Asked) -> list[tuple[Clause, tuple[str, ...]]]:
        """On whose word other sentences tell such an act of the same sides."""
        sides, out, seen = {*a.actors, *a.recipients}, [], set()
        for n in range(len(self.text.sentences)):
            if n == a.clause.sentence:
                continue
            for p in self.predicates.stating(n, a.act):
                both = len(sides) > 1 and sides <= self.predicates.named(n)
                alike = GROUPS.get(a.act) != "verbal" and not set(p.rows).isdisjoint(a.clause.rows)
                if not both and not (alike and (not sides or sides & self.predicates.named(n))):
                    continue  # who says of another what the doer says himself
                told = self.speech.governing(p.i)
                who = self._chain(told, a) if told is not None else self._credited(p)
                if who and not set(who) & set(a.recipients) and who not in seen:
                    seen.add(who)
                    out.append((p, who))
        return out

    def _credited(self, p: Clause) -> tuple[str, ...]:
        """Whom a clause credits, looked up once."""
        found = self.credits.get(p.i)
        if found is None:
            found = self.credits[p.i] = credited(self.text, self.names, p)
        return found

    def _retold(self, p: Clause, who: tuple[str, ...], a: Asked, governing) -> tuple[str, ...]:
        """What speaks for those on whose word another sentence tells such an act."""
        group, d = GROUPS.get(a.act, "deed"), p.sentence - a.clause.sentence
        sides = {*a.actors, *a.recipients}
        all_named = len(sides) > 1 and sides <= self.predicates.named(p.sentence)
        told = self.speech.governing(p.i)
        way = "credited" if told is None else "told"
        kind = who[0].partition(":")[0]
        step = "next" if d == 1 else "before" if d == -1 else "later" if d > 0 else "earlier"
        spoken = "told" if governing is not None else "untold"
        at, there = self._part(a), "title" if p.sentence < self.title else "lead" if p.sentence <= self.title else "body"
        own = set(who) <= set(a.actors)
        alike = bool(set(p.rows) & set(a.clause.rows))
        fit = f"{'same' if alike else 'like'} {'sides' if all_named else 'side'}"
        opens = told is not None and p.i - told.i < 4
        form = "verb" if p.kind != "noun" else "known noun" if p.form.definite or p.form.suffix else "noun"
        return (
            "again", f"again {group}", f"again {a.act}", f"again {way} {group}", f"again {kind}", f"again {step} {spoken}",
            f"again {at} {there}", f"again {at} {there} {group}", f"again own {own} {group}", f"again {fit} {group}",
            f"again {a.status} {way}", f"again {spoken} {group}", f"again {form} {a.clause.kind}", f"again {form} {group}",
            f"again {fit} {at} {there}", f"again {group} {step}", f"again {spoken} {fit}", f"again {form} opens {opens}",
            f"again {spoken} {form} opens {opens}", f"again {fit} {form}", f"again {at} {form} {fit}", f"again {spoken} own {own}",
        )  # fmt: skip

    def _carried(self, told: Said, via: tuple[str, ...], a: Asked, governing) -> tuple[str, ...]:
        """What speaks for those who carried the doers' words."""
        d = self.sentence[told.cue] - a.clause.sentence
        step = str(d) if -2 < d < REACH else "far before" if d < 0 else "far"
        kind = via[0].partition(":")[0]
        at = self._part(a)
        spoken = "told" if governing is not None else "untold"
        own = "own" if set(a.actors) & set(told.voice.entities) else "side"
        mine = [t for t in self.speech.told if set(t.voice.entities) & set(told.voice.entities)]
        share = sum(1 for t in mine if t.via or t.through) / len(mine)
        much = "all" if share == 1 else "most" if share > 0.5 else "some"
        return (
            "carried", f"carried {step}", f"carried {kind}", f"carried {kind} {step}", f"carried {at}", f"carried {at} {step}",
            f"carried {spoken}", f"carried {a.act}", f"carried {told.direct}", f"carried goes on {told.goes_on}",
            f"carried {a.clause.kind}", f"carried {told.voice.kind}", f"carried {own}", f"carried {own} {step}", f"carried {much}",
            f"carried {own} {much}", f"carried {kind} {much}", f"carried {kind} {own}", f"carried through {bool(told.through)}",
            f"carried {spoken} {much}",
        )  # fmt: skip

    def _named(self, m, a: Asked, governing) -> tuple[str, ...]:
        """What speaks for somebody the sentence names."""
        group = GROUPS.get(a.act, "deed")
        kind = "media" if m.kind in MEDIA else m.kind
        order = "after" if m.i > a.clause.i else "before"
        spoken = "told" if governing is not None else "untold"
        text = self.text
        post = next(words_in(text, max(a.clause.start, m.i - 4), m.i, "post", "post_verb", "post_l"), None) is not None
        role = self._role(m, a)
        low, high = text.sentences[a.clause.sentence]
        end = "edge" if m.j >= high - 2 or m.i <= low + 3 else "inside"
        speaks = any(
            self.sentence.get(t.cue) == a.clause.sentence and set(m.entities) & {*t.voice.entities, *t.via}
            for t in self.speech.told
        )
        return (
            "named", f"named {kind}", f"named {kind} {order}", f"named {kind} {spoken}", f"named {kind} {spoken} {group}",
            f"named post {post} {kind}", f"named post {post} {order}", f"named post {post} {spoken}", f"named {role}",
            f"named {kind} {role}", f"named {kind} {end}", f"named {end} post {post}", f"named {bucket(abs(m.i - a.clause.i))} {order}",
            f"named {kind} {group}", f"named speaks {speaks}", f"named speaks {speaks} {kind} {spoken}", f"named {m.form}",
            f"named {kind} {m.prefix or '-'}",
        )  # fmt: skip

    def _role(self, m, a: Asked) -> str:
        """The slot of the act's clause that the mention fills."""
        for x in (a.clause.subject, a.clause.object, *a.clause.args):
            if x is not None and any(self.names.mentions[k] is m for k in (*x.mentions, *x.inner)):
                return x.role
        return "no slot"
