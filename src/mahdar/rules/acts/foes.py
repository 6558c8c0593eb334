"""Whom force is done to and by whom, where it is told beside the clause: who holds a town, who fired what is shot down, who claims an
attack."""

from __future__ import annotations

import msgspec

from ...arabic.clitics import bare
from ...lexicon import load
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from .belonging import helps
from .custody import COUPS, Custody
from .draft import Draft
from .filling import fill
from .ground import Ground
from .roles import Roles
from .tables import Act, acts, alike, called, of_act, targets, weapons

HOLDERS = frozenset(("group", "institution", "organization", "unnamed"))
SHOT_DOWN = frozenset(f"act:assault_{x}" for x in ("aetrd", "asqt", "asqt_2", "asqt_3", "asqt_4"))
CLAIMS = frozenset((("govern", "announce"), ("light", "claim")))
#: verbs of what an attack leads to
LEADS = frozenset(("aux", x) for x in ("ada", "asfr", "tsbb", "afdy"))
ATTACKS = frozenset(("attack", "strike", "blast"))
FORCE = frozenset(("assault", "coerce", "mobilize"))
#: sentences between an attack and its claim
FAR = 3
#: words between a town and those for who holds it
BESIDE = 8


class Foes(Custody, Ground):
    """What a reader of acts knows of force and of those who use it."""

    def _driven_apart(self, roles: Roles, clause: Clause, row: Act) -> None:
        raise NotImplementedError

    def _and_kin(self, roles: Roles, clause: Clause) -> None:
        raise NotImplementedError

    def _by_force(self, roles: Roles, clause: Clause, row: Act, more: list[Clause], absorbed: list[int]) -> None:
        """Who used force on whom, as far as the words around the clause tell."""
        if row.act == "assault":
            self._claimed(roles, clause)
            self._out_of(roles, clause, row)
            self._dead(roles, clause, more, absorbed)
            self._spoke(roles, clause, row)
            self._and_kin(roles, clause)
            for role in ("actor", "recipient"):
                if role in roles.ids:
                    roles.ids[role] = list(dict.fromkeys(self._band(e) for e in roles.ids[role]))
        if row.act in FORCE and roles.ids.get("actor"):
            roles.ids["actor"] = [e for e in roles.ids["actor"] if not self._tells(e)]
        if row.key in alike("takes") and self._of_the_ground(clause):       # سيطر عليها
            roles.ids["recipient"] = [e for e in roles.ids.get("recipient", ()) if not e.startswith(("group:", "person:"))]
        if row.mode == "ceasefire" and roles.ids.get("actor"):     # قرار مجلس الأمن بوقف إطلاق النار: the council fires at nobody
            roles.ids["actor"] = [e for e in roles.ids["actor"] if not e.endswith(called("drafting"))]
        if row.act in ("assault", "coerce"):
            self._driven_apart(roles, clause, row)
            self._shot_down(roles, row)
            self._held(roles, clause, more)

    def _of_the_deed(self, clause: Clause, row: Act) -> None:
        """«الغزو الأمريكي للعراق الذي أطاح بصدام»: the invasion overthrew him, not the land it was aimed at."""
        head = clause.subject
        if head is None or head.how != "relative" or not head.mentions or row.frame.id != "kill" and row.key not in COUPS:
            return
        if any(self.names.mentions[k].kind not in ("state", "place") for k in head.mentions):
            return
        for n, deed in enumerate(self.clauses):
            aimed = deed.kind == "noun" and deed.i < head.i and any(a.role == "prep" and a.j == head.j for a in deed.args)
            if aimed and deed.sentence == clause.sentence and any(r in acts() and acts()[r].frame.id in ATTACKS for r in deed.rows):
                nations = next((a.nations for a in deed.args if a.role == "adjective"), ())
                clause.subject = Argument("subject", deed.i, deed.j, how="relative", nations=nations, noun=n)

    def _whose_things(self, clause: Clause, row: Act) -> None:
        """«استهدفت غارة للتحالف موقعا للحوثيين»: the ل right behind what strikes, and behind what is struck, tells whose it is."""
        if row.frame.id not in ATTACKS or clause.kind != "verb":
            return
        for thing in (clause.subject, clause.object):
            if thing is None or thing.mentions or thing.inner or thing.pronoun is not None or self.text.norms[thing.i].startswith("ال"):
                continue
            whose = next((a for a in clause.args if a.prep in markers("owner") and a.mentions and a.i == thing.j), None)
            word = bare(self.text.norms[thing.i])
            strikes = thing.noun is not None and of_act(self.clauses[thing.noun].rows, "assault") or word in weapons()
            struck = thing.j == thing.i + 1 and not {word, word.removesuffix("ا")}.isdisjoint(targets())     # no جماعات مناوئة للحكومة
            if whose is not None and (strikes if thing is clause.subject else struck):
                thing.inner = whose.mentions
                clause.args = [a for a in clause.args if a is not whose]

    def _out_of(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«هجوم من الحوثيين على السعودية»: the fighters behind the من right behind an attack's noun wage it."""
        if clause.kind != "noun" or roles.ids.get("actor") or row.frame.id not in ATTACKS:
            return
        by = next((a for a in clause.args if a.prep in markers("origin") and a.mentions and a.i <= clause.j + 1), None)
        if by is not None and not helps(self.text, by):
            who = self.resolver.ids(by, clause)
            roles.add("actor", [e for e in who if e.startswith("group:") or self.armed(e)], by)

    def _spoke(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«قالت هيلي إن هجمات حماس تشكل تصعيدا وتستهدف المدنيين»: who tells of an attack hasn't waged it, nor was killed in it."""
        if clause.kind != "verb" or self.speech is None:
            return
        told = self.speech.chain(clause.i)
        dropped = clause.subject is not None and clause.subject.how == "dropped" and clause.form.person != 1
        whom = clause.object.pronoun if clause.object is not None and row.frame.id == "kill" else None
        points = whom is not None and whom[0] == 3
        for role, unnamed in (("actor", dropped), ("recipient", points)):
            if unnamed and roles.ids.get(role):
                roles.ids[role] = [e for e in roles.ids[role] if not (e.startswith("person:") and e in told)]

    def _band(self, entity: str) -> str:
        """The group whose fighters they are (35 عنصرا من ميليشيات الحوثي)."""
        words = entity.removeprefix("unnamed:").split("-")
        if entity.startswith("unnamed:") and words[-1] in called("fighters") + called("members"):
            group = load().entity(f"group:{'-'.join(words[:-1])}")
            if group is not None:
                return self.names.entities.setdefault(group.id, group).id
        return entity

    def _takes_a_place(self, clause: Clause) -> bool:
        """«ضم روسيا للقرم»: is what somebody strikes or takes a place?"""
        beside = (a for a in clause.args if clause.kind == "noun" and a.prep in markers("goal") and a.i <= clause.j + 1)
        return any(self.names.mentions[k].kind == "place" for a in (clause.object, *beside) if a is not None for k in a.mentions)

    @staticmethod
    def _shoots(row: Act, roles: Roles) -> bool:
        return row.key in SHOT_DOWN and bool(roles.ids.get("actor"))

    def _tells(self, entity: str) -> bool:
        """Sources, journalists and those who watch over rights tell of force; they use none."""
        known = self.names.entities.get(entity)
        teller = known is not None and (known.kind == "agency" or known.sector in ("MED", "NGO") and known.kind == "organization")
        return teller or entity.startswith("unnamed:") and entity.rsplit("-", 1)[-1] in called("witnesses")

    def _held(self, roles: Roles, clause: Clause, more: list[Clause]) -> None:
        """«غارات على المطار الذي يسيطر عليه الحوثيون», «معقل المعارضة»: who strikes a place that somebody holds strikes him."""
        told = roles.ids.get("recipient", [])
        if not told or roles.stated:
            return
        own = [a for c in (clause, *more) for a in (c.subject if c.passive else c.object, *c.args) if a is not None]
        for k in sorted({k for a in own for k in (*a.mentions, *a.inner)}):
            m = self.names.mentions[k]
            holder = self._holder(m.j, clause.end) if m.kind == "place" and m.i >= clause.i else []
            if holder and not set(holder) & set(roles.ids.get("actor", ())) and all(e in holder or e.startswith("state:") for e in told):
                roles.ids["recipient"] = holder
                return

    def _holder(self, start: int, end: int) -> list[str]:
        """Who holds the place that ends there."""
        for k in range(start, min(start + BESIDE, end)):
            if self.text.norms[k] in markers("held_by"):
                found = (self.names.starting(q) for q in range(k + 1, min(k + 4, end)))
                m = next((m for m in found if m is not None), None)
                return list(m.entities) if m is not None and m.kind in HOLDERS else []
        return []

    def _stands(self, roles: Roles, clause: Clause, row: Act, more: list[Clause]) -> bool | None:
        """May a deed stand that nobody named does? None where somebody does, or where other rules tell."""
        if roles.ids.get("actor"):
            return None
        if row.act == "coerce":
            return self._jailed(roles, clause, row, more)
        if row.mode == "release":
            roles.ids["recipient"] = [e for e in roles.ids.get("recipient", ()) if not e.startswith(("institution:", "state:"))]
            return self._jailed(roles, clause, row, more) or None
        return bool(clause.passive and roles.ids.get("recipient")) if row.act == "mobilize" else None

    def _dead(self, roles: Roles, clause: Clause, more: list[Clause], absorbed: list[int]) -> None:
        """«أسفرت غارات روسية عن مقتل عشرة مدنيين»: the dead an attack led to are those it hit, where nobody else is told."""
        if clause.kind != "noun" or roles.ids.get("recipient"):
            return
        own = {clause.i, *(a.i for a in clause.args)}
        told = [a for a in clause.args if a.prep in markers("led_to")]
        for c in self.clauses:                  # القصف الذي أدى إلى مقتل عشرة
            if c.sentence == clause.sentence and c.i > clause.i and c.kind == "verb" and LEADS & set(c.rows):
                told += [a for a in c.args if c.subject is not None and c.subject.how == "relative" and c.subject.i in own]
        for a in told:
            death = self.clauses[a.noun] if a.noun is not None else None
            row = next((acts()[r] for r in death.rows if r in acts() and acts()[r].frame.id == "kill"), None) if death is not None else None
            if death is None or row is None or a.noun is None:
                continue
            dead = Roles()
            fill(dead, row.frame, death, self.resolver, noun=row.key.startswith("noun:"))
            if roles.add("recipient", [e for e in dead.ids.get("recipient", ()) if e not in roles.ids.get("actor", ())], a):
                more.append(death)
                absorbed.append(a.noun)
                return

    def _shot_down(self, roles: Roles, row: Act) -> None:
        """What is shot down over a country isn't its own."""
        if row.key in SHOT_DOWN and roles.ids.get("actor"):
            own = {self.country(e) for e in roles.ids["actor"]}
            roles.ids["recipient"] = [e for e in roles.ids.get("recipient", ()) if not (e.startswith("state:") and e[6:] in own)]

    def _shooter(self, clause: Clause, row: Act) -> None:
        """«واعترضت الدفاعات السعودية الصاروخ»: a force behind the verb shoots down; it is not shot down."""
        told = clause.object or clause.subject
        if row.key not in SHOT_DOWN or told is None or not any(self.armed(self.names.mentions[k].entity) for k in told.mentions):
            return
        if clause.subject is told or clause.subject is not None and clause.subject.how == "dropped":
            clause.subject, clause.object = msgspec.structs.replace(told, role="subject", how="before"), None

    def _claimed(self, roles: Roles, clause: Clause) -> None:
        """«أعلن داعش مسؤوليته عن الهجوم الذي استهدف السفارة»: who says that an attack is his waged it."""
        norms = self.resolver.text.norms
        head = clause.subject.i if clause.kind == "verb" and clause.subject is not None else clause.i
        adopted = norms[head - 1] in markers("adoption")        # أعلن داعش تبنيه الهجوم
        word = head - 1 if adopted else head - 2
        if roles.ids.get("actor") or head < 3 or not adopted and norms[head - 1] != "عن" or norms[word] not in markers("responsibility"):
            return
        for c in reversed(self.clauses):
            if c.kind == "verb" and c.sentence == clause.sentence and c.i < word and CLAIMS.intersection(c.rows):
                if (adopted or c.object is not None and c.object.i == word) and c.subject is not None and not c.negated:
                    roles.add("actor", self.resolver.subject(c), c.subject)
                    return

    def _fired_at(self, shot: Draft, drafts: list[Draft]) -> None:
        """«اعترضت الدفاعات السعودية صاروخا»: who shoots a missile down does so to those who fired at his country."""
        own = {self.country(e) for e in shot.actors} - {None}
        for d in drafts:
            if d.act != "assault" or not d.actors or own & {self.country(e) for e in d.actors}:
                continue
            where = d.place or ""
            if own & {*map(self.country, d.recipients), where[6:] if where.startswith("state:") else self.country(where)}:
                shot.recipients = list(d.actors)
                return

    def _of_force(self, drafts: list[Draft]) -> None:
        """Who arrests, attacks or fires where another sentence of the article tells."""
        self._claim(drafts)
        self._same_jailer(drafts)
        self._losers(drafts)
        for d in drafts:
            if d.pending and SHOT_DOWN.intersection(d.rows):
                self._fired_at(d, drafts)

    def _claim(self, drafts: list[Draft]) -> None:
        """«قتل تسعة في تفجير. وأعلن داعش مسؤوليته عنه»: an attack by nobody named is waged by the group that claims it further on."""
        for c in self.clauses:
            if c.kind != "verb" or c.negated or not CLAIMS.intersection(c.rows) or c.object is None:
                continue
            if not markers("responsibility") & set(self.text.norms[c.object.i : c.object.i + 1]) and ("light", "claim") not in c.rows:
                continue
            who = [e for e in self.resolver.subject(c) if e.startswith("group:")]
            low = self.text.sentences[max(0, c.sentence - FAR)][0]
            nameless = [d for d in drafts if d.i < c.i and self._nameless(d)] if who else []
            for d in nameless:
                if d.salience == "title" or d is nameless[-1] and (d.i >= low or d.salience == "lead"):
                    d.actors = [e for e in who if e not in d.recipients]

    def _nameless(self, d: Draft) -> bool:
        """An attack that a group may claim: waged by nobody named, and not on fighters."""
        if d.act != "assault" or d.status != "held" or not alike("claimed").intersection(d.rows) or d.detail == "attempted":
            return False
        hit, fighters = (self.names.entities.get(e) for e in d.recipients), called("fighters") + called("members")
        return all(e.startswith("unnamed:") for e in d.actors) and not any(x is not None and x.name.endswith(fighters) for x in hit)
