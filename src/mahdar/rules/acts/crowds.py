"""Who protests, and against whom, where the words leave one of them open: people of the place, against its state or whom they blame."""

from __future__ import annotations

from ...arabic.inflect import PRONOUNS, owner
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from .circumstances import place
from .draft import Draft
from .known import Known
from .roles import Roles
from .tables import Act, acts, occupied, of_act, ruled_words

_FOR = 7        # tokens behind the word for a protest within which it is told for whom it is
HOMES = frozenset(("state", "institution", "place", "person"))
BREAKS_UP = frozenset(("act:coerce_fd", "act:coerce_qme", "noun:coerce_qme", "act:assault_frq"))
DISPERSED = frozenset(("act:assault_frq", "act:assault_atlq_4"))        # whom a force drives apart has protested


class Crowds(Known):
    """What a reader of acts knows of protests."""

    def _culprit(self, roles: Roles, clause: Clause, row: Act) -> bool:
        raise NotImplementedError

    def _crowd(self, roles: Roles, clause: Clause, row: Act, more: list[Clause]) -> None:
        """Who protests where nobody is named, and against whom: protesters of the place, against its state."""
        where = self._of_town(clause) or place(self.text, self.names, clause, more, self.clauses)
        home = None if where is None else where[6:] if where.startswith("state:") else self.country(where)
        home = home or self._of_fallen(clause) or self._scene() or self._ruled_here(clause)
        home = home or (None if clause.form.tanwin else self._here(clause))
        told = [] if self._many(clause) else roles.ids.get("actor", [])
        actors = [e for e in told if not e.startswith("state:") and not self.armed(e)]
        home = next((e[6:] for e in told if e.startswith("state:")), home) if not actors else home       # الانتفاضة الليبية
        if not actors or (clause.kind == "noun" and not more and any(a.role == "genitive" and a.how == "suffix" for a in clause.args)):
            actors = [self.resolver.unnamed("protesters", home, clause.i)]
            roles.ids["actor"] = actors
        home = next((c for c in map(self.country, actors) if c not in (None, "IGO")), home)
        self._culprit(roles, clause, row)           # احتجاجا على مقتل فلويد: against no dead
        if not roles.ids.get("recipient"):
            roles.ids["recipient"] = self._his_rule(clause)
        if roles.ids.get("recipient") or self._in_favour(clause):
            return
        ruler = occupied().get(f"state:{home}")
        against = self._house(clause) or (ruler if ruler and self._ruled(ruler, clause) else self._blamed_for(clause, home))
        if against is None and home not in (None, "IGO"):
            against = f"state:{home}"
        if against is not None:
            roles.ids["recipient"] = [against]

    def _in_favour(self, clause: Clause) -> bool:
        """«مسيرة في سقطرى تقديرا لدور الإمارات»: do they march for somebody, and against nobody? For an opposition is against a state."""
        behind = self.text.norms[clause.j : min(clause.end, clause.j + _FOR)]
        return not markers("in_favour").isdisjoint(behind) and markers("opposition").isdisjoint(behind)

    def _of_town(self, clause: Clause) -> str | None:
        """«مظاهرات غزة»: the place in the genitive of the noun."""
        owner = next((a for a in clause.args if a.role == "genitive" and a.mentions), None) if clause.kind == "noun" else None
        m = self.names.mentions[owner.mentions[0]] if owner is not None else None
        return m.entity if m is not None and m.kind == "place" and m.form != "metonym" else None

    def _of_fallen(self, clause: Clause) -> str | None:
        """«استقال ديسالين بعد احتجاجات»: the country of him who gives up his office after protests."""
        above = self.clauses[clause.governor] if clause.governor is not None else None
        if above is None or above.kind != "verb" or not any(r in acts() and acts()[r].frame.id == "resign" for r in above.rows):
            return None
        homes = {self.country(e) for e in self.resolver.subject(above)} - {None, "IGO"}
        return homes.pop() if len(homes) == 1 else None

    def _his_rule(self, clause: Clause) -> list[str]:
        """«مظاهرات ضد سياسات إدارته», «الانتفاضة على حكمه»: whom the pronoun at a word for somebody's rule means."""
        for a in clause.args:
            if a.mentions or a.role != "prep" or not (a.prep in markers("against") or a.prep in markers("duty")):
                continue
            for t in range(a.i, a.j):
                word = self.text.norms[t]
                ending = owner(word)
                if ending and word.removesuffix(ending) in markers("his_rule"):
                    his = self.resolver.pronoun(Argument("genitive", t, t + 1, how="suffix", pronoun=PRONOUNS[ending]), clause)
                    near = {e for m in self.names.between(clause.start, t) if m.kind == "person" for e in m.entities}
                    return his if near == set(his) else []      # of two anybody's
        return []

    def _left_in_protest(self, clause: Clause) -> bool:
        """«استقال احتجاجا على القرار»: does the noun tell why somebody gives up his office, so that no crowd protests?"""
        if clause.kind != "noun" or not clause.form.tanwin or self.text.norms[clause.i] not in markers("reason_why"):
            return False
        return any(0 <= clause.i - c.j <= 2 and c.sentence == clause.sentence and of_act(c.rows, "retreat") for c in self.clauses)

    def _house(self, clause: Clause) -> str | None:
        """The state of the embassy they stand before or storm (أمام السفارة الأمريكية, اقتحموا القنصلية), or of the flag they burn."""
        burnt = clause.object
        if burnt is not None and burnt.nations and not markers("effigies").isdisjoint(self.text.norms[burnt.i : burnt.j]):
            return next((n for n in burnt.nations if n.startswith("state:")), None)
        told = (c for c in self.clauses if c.subject is not None and c.subject.how == "relative" and c.subject.i == clause.i)
        aimed = [c.object for c in told]        # الاحتجاجات التي استهدفت السفارة الإيرانية
        for a in (clause.object, *aimed, *clause.args):
            hit = a is not None and (a is clause.object or a in aimed)
            if a is None or not a.mentions or not (hit or a.prep in markers("facing") or a.prep in markers("in")):
                continue
            house = self.names.mentions[a.mentions[0]]
            if house.kind == "institution" and house.country not in (None, "IGO"):
                return f"state:{house.country}"
        return None

    def _blamed_for(self, clause: Clause, home: str | None) -> str | None:
        """«تظاهروا في لندن تنديدا بالعدوان الإسرائيلي»: the one other state whose deed is told behind the words of why."""
        for c in self.clauses:
            if c.sentence != clause.sentence or c.i <= clause.i or self.text.norms[c.i] not in markers("against_what"):
                continue
            for a in c.args:
                told = set(a.nations) | {f"state:{self.country(e)}" for e in self._doers(a)}
                theirs = {s for s in told if s.startswith("state:") and s[6:] not in (home, "None", "IGO")}
                if len(theirs) == 1:
                    return theirs.pop()
        return None

    def _doers(self, argument: Argument) -> list[str]:
        """Who stands in the words for a deed: named as such, or by its adjective."""
        if argument.noun is None:
            return self.resolver.ids(argument, self.clauses[0]) if argument.mentions else []
        deed = self.clauses[argument.noun]
        own = [a for a in deed.args if a.role in ("adjective", "genitive")]
        return [e for a in own for e in self.resolver.ids(a, deed)]

    def _ruled(self, ruler: str, clause: Clause) -> bool:
        """Is the state that rules them named, or told of by words for its rule (الأسرى, السياج)?"""
        if any(self.country(m.entity) == ruler[6:] for m in self.names.mentions):
            return True
        return not ruled_words().isdisjoint(self.text.norms[clause.start : clause.end])

    def _ruled_here(self, clause: Clause) -> str | None:
        """The country whose people rise against the one that rules them, told by words for its rule (مسيرة العودة)."""
        if ruled_words().isdisjoint(self.text.norms[clause.i : clause.i + 3]):
            return None
        return next((e[6:] for e in occupied() if e.startswith("state:")), None)

    def _many(self, clause: Clause) -> bool:
        """«تظاهر الآلاف»: are those who protest told by their number alone?"""
        crowd = clause.subject if clause.kind == "verb" else None
        return crowd is not None and crowd.j == crowd.i + 1 and self.text.norms[crowd.i] in markers("many")

    def _here(self, clause: Clause) -> str | None:
        """The one country that the sentence has named so far («استقال رئيس الوزراء الأردني عقب احتجاجات»)."""
        if clause.sentence > 2:
            return None
        near = (m for m in self.names.between(clause.start, clause.i) if m.kind in HOMES)
        told = {m.country or self.country(m.entity) for m in near} - {None, "IGO"}
        home = told.pop() if len(told) == 1 else None
        return home if f"state:{home}" not in occupied().values() else None

    def _scene(self) -> str | None:
        """The country the article is about, where one is named at least three times and twice as often as any other."""
        count: dict[str, int] = {}
        for m in self.names.mentions:
            c = m.country or self.country(m.entity)
            if c and c != "IGO" and m.kind in ("state", "institution", "place", "unnamed"):
                count[c] = count.get(c, 0) + 1
        ruled = {r: h[6:] for h, r in occupied().items() if h.startswith("state:") and h[6:] in count}
        for ruler, home in ruled.items():       # احتجاجات على حدود غزة, told beside what Israel says of them
            count[home] += count.pop(ruler[6:], 0)
        best = sorted(count, key=lambda c: (-count[c], c))[:2]
        return best[0] if best and count[best[0]] >= 3 and (len(best) == 1 or count[best[0]] >= 2 * count[best[1]]) else None

    def _dispersed(self, draft: Draft) -> Draft | None:
        """«فرقت الشرطة متظاهرين»: whom a force drives apart has protested against its state."""
        crowd = [e for e in draft.recipients if e.startswith("unnamed:") and "protester" in e]
        homes = {self.country(e) for e in draft.actors} - {None, "IGO"}
        if draft.status != "held" or not DISPERSED & set(draft.rows) or not crowd or len(homes) > 1:
            return None
        return Draft(
            act="protest", mode="demo", status="held", detail=None, i=draft.i, j=draft.j, actors=crowd,
            recipients=[f"state:{c}" for c in homes], roles={}, object=None, date=draft.date, date_from=draft.date_from, place=draft.place,
            source=draft.source, salience=draft.salience, evidence=draft.evidence, rows=list(draft.rows), background=draft.background)

    def _driven_apart(self, roles: Roles, clause: Clause, row: Act) -> None:
        """«فضت الشرطة اعتصاما», «قمع تظاهرة»: who breaks up a protest does so to those who protest."""
        if row.key not in BREAKS_UP or not all(e.startswith("state:") for e in roles.ids.get("recipient", ())):
            return
        broken = [a for a in (clause.object, *clause.args) if a is not None and a.noun is not None and a.role in ("object", "genitive")]
        protest = next((a for a in broken if of_act(self.clauses[a.noun or 0].rows, "protest")), None)
        if protest is not None and roles.ids.get("actor"):
            home = self.country(roles.ids["actor"][0])
            home = None if home == "IGO" or f"state:{home}" in occupied().values() else home
            roles.ids["recipient"] = [self.resolver.unnamed("protesters", home, protest.i)]
