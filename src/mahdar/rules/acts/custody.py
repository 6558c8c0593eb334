"""Who is arrested, tried and set free, and by whom, where no words name those who do it."""

from __future__ import annotations

from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from ..status import Standing
from .circumstances import place
from .draft import Draft
from .known import Known
from .roles import Roles
from .tables import Act, alike, lights, occupied

CUSTODY = frozenset(("arrest", "release"))
PRISONS = frozenset(("act:coerce_sjn", "act:coerce_hbs"))       # whose verbal noun is mostly the place (من سجنه)
COUPS = frozenset(("act:coerce_atah", "act:coerce_atah_2", "noun:coerce_anqlab"))
PREVENTS = frozenset(f"act:coerce_{x}" for x in ("mne", "mne_2", "mne_3"))      # whose من tells from what


class Custody(Known):
    """What a reader of acts knows of those in the hands of the law."""

    def _scene(self) -> str | None:
        raise NotImplementedError

    def _is_held(self, clause: Clause, row: Act) -> bool:
        """«واعتقل في يناير»: a verb of custody with nobody behind it, done to the one named before."""
        subject, form = clause.subject, clause.form
        held = row.key in alike("held") and form.voice == "either" and (form.person, form.number) == (3, "s")
        if not held or clause.object is not None:
            return False
        if subject is not None and subject.how != "dropped" or any(a.how == "suffix" for a in clause.args):
            return False
        whom = [m for m in self.names.between(clause.start, clause.i) if m.kind in ("person", "unnamed")]
        if not whom or whom[-1].number == "p" or whom[-1].gender not in (None, form.gender):
            return False
        k = self.names.mentions.index(whom[-1])
        clause.subject = Argument("subject", whom[-1].i, whom[-1].j, how="before", mentions=(k,))
        return True

    def _arrests(self, doer: Argument) -> bool:
        """May the one named before arrest somebody: is it anything but a private person?"""
        told = [self.names.mentions[k] for k in doer.mentions]
        return not told or any(m.kind not in ("person", "unnamed") for m in told)

    def _jailed(self, roles: Roles, clause: Clause, row: Act, more: list[Clause]) -> bool:
        """«تم توقيف ثلاثة صحفيين في تركيا»: who is arrested in a country is arrested by its state where nobody is told. May the deed stand?

        He who was overthrown is told without those who did it («منذ الإطاحة بالقذافي»).
        """
        whom = roles.ids.get("recipient", [])
        if clause.kind == "noun" and any(a.how == "suffix" for a in clause.args):
            roles.ids["recipient"] = whom = whom[:1]            # بعد اعتقالها في حملة ضد ناشطين
        if row.mode == "arrest":                # الفترة المتبقية من حكمه: no ministry serves it
            roles.ids["recipient"] = whom = [e for e in whom if not e.startswith(("institution:", "organization:"))]
        if not whom:
            return False
        if row.key in COUPS:
            since = clause.kind != "noun" or row.key.startswith("noun:") or clause.slot in markers("since_then")
            since = since or self.text.norms[clause.i - 1] in markers("since_then")
            return since and any(e.startswith(("person:", "institution:")) for e in whom)
        if clause.kind == "noun" and (row.mode not in CUSTODY or self._is_gaol(clause, row) or self._of_a_place(clause)):
            return False
        if clause.kind == "noun" and (clause.form.prefix.endswith("ل") or self._anybody(clause, whom)):
            return False                        # مخيمات لاحتجاز المهاجرين
        if clause.kind != "noun" and not clause.passive and row.frame.id != "judge":
            return False
        dropped = clause.kind == "verb" and clause.subject is not None and clause.subject.how == "dropped" and clause.sentence > 2
        if dropped or row.mode not in CUSTODY or all(e.startswith("state:") for e in whom):
            return clause.passive and clause.sentence <= 2
        where = place(self.text, self.names, clause, more, self.clauses)
        later = next((k for k in range(clause.j, clause.end) if self.text.norms[k] in markers("then")), clause.end)
        if clause.kind == "noun" and all(where not in m.entities for m in self.names.between(clause.i, later)):
            where = None                        # آلاف في برشلونة ينددون باعتقاله: where they are says nothing of who holds him
        home = self._there(clause) if where is None else where[6:] if where.startswith("state:") else self.country(where)
        if where is None and home is None and self._told_apart(clause, row, whom):
            home = self._ruling()
        if any(e.startswith("group:") and self.country(e) == home for e in whom):
            home = None                         # rebels taken in their own land: by whomever they fight
        if home not in (None, "IGO"):
            roles.ids["actor"] = [f"state:{home}"]
            return True
        if row.frame.id == "judge" and not clause.passive:
            return False
        return clause.sentence <= 2 or any(e.startswith("person:") and self._of_note(e) for e in whom)

    def _told_apart(self, clause: Clause, row: Act, whom: list[str]) -> bool:
        """Are those in custody told by words of their own, no pronoun, and as more than people or suspects? Who is tried: named."""
        if row.key not in alike("arrests") | alike("trials") or self._anybody(clause, whom):
            return False
        if any(e.startswith("group:") and self.country(e) is not None for e in whom):
            return False
        if row.frame.id == "judge" and clause.subject is not None and not clause.passive:
            return False                        # القضاء يحكم بالسجن على معارض
        held = [a for a in clause.args if a.role == "genitive" or a.prep in markers("duty") or a.prep in markers("against")]
        told = [a for a in (clause.subject, clause.object, *held) if a is not None and a.pronoun is None and a.how != "suffix"]
        return any(a.mentions or row.key in alike("arrests") for a in told if a.noun is None)

    def _ruling(self) -> str | None:
        """The country an article is about, unless another state rules over its people."""
        home = self._scene()
        return None if f"state:{home}" in occupied() else home

    def _of_note(self, entity: str) -> bool:
        """Is it somebody of politics, the press or a cause, and not anybody charged with a crime?"""
        known = self.names.entities.get(entity)
        return known is not None and known.sector not in (None, "CVL", "BUS")

    def _swept(self, clause: Clause, row: Act, more: list[Clause]) -> bool:
        """«شنت الشرطة حملة اعتقالات»: arrests that a light verb's subject makes, of nobody told."""
        if row.act != "coerce" or row.mode != "arrest" or clause.kind != "noun" or row.key in PRISONS:
            return False
        if any(a.role == "genitive" and a.noun is None for a in clause.args):
            return False
        return any(t == "light" and lights()[r].slots.get("subject") == "actor" for c in more for t, r in c.rows)

    def _anybody(self, clause: Clause, whom: list[str]) -> bool:
        """Are those arrested anybody (رجل, مشتبه به), and no crowd (الآلاف)?"""
        vague = all(e.rsplit(":", 1)[-1].partition("-")[0] in ("people", "suspects", "suspect") for e in whom)
        around = self.text.norms[max(clause.start, clause.i - 4) : min(clause.end, clause.j + 5)]
        many = any(w in markers("thousands") or len(w) == 3 and w.isdigit() for w in around)        # نحو 450 شخصا أوقفوا
        return vague and not many and markers("many").isdisjoint(self.text.norms[clause.j : clause.j + 2])

    def _is_gaol(self, clause: Clause, row: Act) -> bool:
        """«خرج من سجنه»: is the noun of custody the place? Not «الحكم بسجن ثلاثة صحفيين», which tells who is put there."""
        behind = next((a for a in clause.args if a.role == "genitive" and a.how == "after"), None)
        told = behind is not None and behind.noun is None and clause.form.prefix.endswith("ب") and not clause.form.definite
        return row.key in PRISONS and not told

    def _of_a_place(self, clause: Clause) -> bool:
        """«مركز احتجاز», «معسكر الاعتقال», «مذكرة اعتقال»: is the noun part of the name of where people are kept, or of a warrant?"""
        return not (markers("gaols") | markers("warrants")).isdisjoint(self.text.norms[max(clause.start, clause.i - 1) : clause.i])

    def _there(self, clause: Clause) -> str | None:
        """The country that stands in the very name of those arrested (ثلاثة صحفيين في تركيا)."""
        for m in self.names.between(clause.j, clause.end):
            if m.kind == "unnamed" and markers("in") & set(self.text.norms[m.i : m.j]):
                return m.country or self.country(m.entity)
        return None

    def _in_custody(self, roles: Roles, clause: Clause, row: Act, status: Standing) -> bool:
        """«أفرج عنه لاحقا», «بعد إطلاق سراحه»: has somebody named been arrested or set free, by nobody told?"""
        whom = roles.ids.get("recipient", [])
        if clause.kind == "noun" and not (clause.slot in markers("since_then") or self.text.norms[clause.i - 1] in markers("since_then")):
            return False
        done = row.mode in CUSTODY and row.key not in PRISONS and status.status == "held"
        return done and len(whom) == 1 and whom[0].startswith("person:")

    def _same_jailer(self, drafts: list[Draft]) -> None:
        """Who is arrested or set free by nobody named, in an article where one body alone does so, is so by that body.

        «اعتقلته إسرائيل … ثم أفرج عنه»: so too where one state alone held him, whoever else is arrested.
        """
        held = [d for d in drafts if d.mode in CUSTODY and d.act in ("coerce", "retreat")]
        for d in (d for d in held if d.pending and not d.actors):
            by = {e for x in held if x.actors and set(x.recipients) & set(d.recipients) for e in x.actors}
            if len({self.country(e) for e in by}) == 1 and not by & set(d.recipients):
                d.actors = sorted(by)[:1]
        doers = {e for d in held for e in d.actors if e.startswith(("state:", "institution:")) and d.salience in ("title", "lead")}
        home = {self.country(e) for e in doers}
        if len(home) != 1 or None in home:
            return
        year = min((d.date[:4] for d in held if d.date and set(d.actors) & doers), default=None)
        for d in held:
            if d.date and year and d.date[:4] < year:
                continue                        # صدر ضده حكم عام 2006: years before those arrests
            if not d.actors and d.place is None and not doers & set(d.recipients):
                d.actors = [min(doers)]
