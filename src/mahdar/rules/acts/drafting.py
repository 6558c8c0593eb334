"""One try at a clause → its draft: day, place, source and salience put to act and roles."""
from __future__ import annotations

from ...english.names import of_state
from ...model import Article
from ..clauses.model import Clause
from ..status import Standing
from ..status.status import CONSULT
from .circumstances import site
from .dating import MOVABLE
from .draft import Draft
from .enough import Enough
from .lending import Lending
from .meeting import Meeting
from .merge import Echo
from .roles import EMBASSIES, SYMMETRIC, VERBAL, Roles
from .setting import Setting
from .sides import is_state
from .tables import Act
from .turning import Turning


class Drafting(Turning, Lending, Meeting, Enough):
    """Makes the drafts of one article."""

    setting: Setting
    article: Article
    echoes: list[Echo]
    told_with: Clause | None

    def _draft(self, k: int, clause: Clause, row: Act, roles: Roles, status: Standing, rows: list[str], more: list[Clause]) -> Draft:
        actors, recipients = roles.ids.get("actor", []), roles.ids.get("recipient", [])
        if row.act == "coerce" and row.mode == "arrest":         # إعدام رجل لبناني: nobody arrests a state
            recipients = [self.resolver.unnamed(of_state("nationals", e[6:]), e[6:], clause.i) if is_state(e) else e for e in recipients]
        if row.act in SYMMETRIC or len(actors) > 1:
            precise = {self.country(e) for e in actors if not e.startswith("state:")}
            precise -= self._beside_rebels(actors) if row.act in SYMMETRIC else set()
            actors = [e for e in actors if not (e.startswith("state:") and e[6:] in precise)]
        if row.act in VERBAL and row.mode != "sign" and row.frame.id not in EMBASSIES:
            people = {self.country(e) for e in actors if e.startswith("person:")}
            actors = [e for e in actors if not (is_state(e) and self.country(e) in people)]      # أكد الوزير دعم الحكومة
            actors = self._voice(clause, actors)
        if row.act in ("mobilize", "assault", "aid"):
            actors = [self._forces(e, row.act == "mobilize") for e in actors]
            own = {self.country(e) for e in actors} if row.act == "mobilize" else set()
            recipients = [e for e in recipients if e not in actors and not (e.startswith("state:") and e[6:] in own)]
        if row.act == "assault" and len(recipients) > 0 and actors:
            own = {self.country(e) for e in actors if e.startswith("state:")}
            recipients = [e for e in recipients if not (e.startswith("institution:") and self.country(e) in own)]
            forces = {self.country(e) for e in actors if self.armed(e)}  # القوات الموالية للحكومة
            recipients = [e for e in recipients if not (e.startswith("institution:") and is_state(e) and self.country(e) in forces)]
        if row.act == "reject":                 # رفض أردوغان سحب القوات التركية: nobody refuses his own forces
            own = {self.country(e) for e in actors}
            recipients = [e for e in recipients if not ((self.armed(e) or e.startswith("state:")) and self.country(e) in own)]
        if row.act == "sanction":
            recipients = [
                f"state:{self.country(e)}" if e.startswith("unnamed:") and self.country(e) not in (None, "IGO") else e for e in recipients
            ]
            recipients = [e for e in recipients if not (e.startswith("state:") and e[6:] in {self.country(a) for a in actors})]
        title = clause.sentence < self.setting.titled
        salience = "title" if title else "lead" if clause.sentence <= max(2, self.setting.titled + 1) else "body"
        verb = next((c for c in more if c.kind != "noun"), None) if clause.kind == "noun" else self.told_with or clause
        if clause.kind == "noun" and "govern:accuse_of" in status.rows:
            verb = None                     # the day of the charge isn't the day of the deed
        background = clause.anterior or clause.relative or verb is None or verb.anterior or verb.relative
        date, date_from = self.setting.date(k, clause, row, status.status, verb, self.told_with, actors)
        day = self.article.day
        if status.status == "held" and date is not None and day is not None and date[:10] > day and row.act in MOVABLE:
            status = status._replace(status="planned", detail="scheduled")
        if clause.anterior and salience == "body":
            salience = "background"
        where = site(self.text, self.names, clause, more, self.clauses, row.act)
        where = where or self._overhead(clause, row.act, actors)
        if where is None and self.told_with is not None and any(r.startswith("visit_") for _, r in self.told_with.rows):
            where = site(self.text, self.names, self.told_with, [], self.clauses, "visit")
        if row.act == "visit" and where is not None and recipients and (host := self.country(recipients[0])) not in (None, "IGO"):
            where = where if where == f"state:{host}" or self.country(where) in (host, None) else f"state:{host}"
            where = where if len({self.country(e) for e in recipients}) == 1 else None        # a tour of several states
        if row.act == "meet" and where in actors and len(actors) > 2:        # اجتماع وزراء الخارجية بمصر والسودان وإثيوبيا
            where = None
        source = self.setting.source(clause, row, status.status, verb, actors, recipients) or self._alleged_by(clause, actors)
        if status.who == "object" and status.doer is not None and row.act not in CONSULT and not source:
            source = [e for e in self.resolver.subject(self.clauses[status.doer]) if e not in actors]     # he who accuses says so
        spans = [(clause.i, clause.j), *roles.tokens, *((c.i, c.j) for c in more)]
        low, high = min(a for a, _ in spans), max(b for _, b in spans)
        return Draft(
            act=row.act, mode=row.mode, status=status.status, detail=status.detail, i=clause.i, j=clause.j, actors=actors,
            recipients=recipients, roles={r: v for r, v in roles.ids.items() if r not in ("actor", "recipient")}, object=roles.object,
            date=date, date_from=date_from, place=where, source=source, salience=salience, evidence=[(low, high)],
            rows=[*rows, *status.rows], rank=(2 if verb is not None and not background else 1) + (len(actors) > 0) + (len(recipients) > 0),
            background=background, present=verb is not None and verb.tense == "present",
            ground=row.act == "assault" and bool(recipients) and not roles.stated and all(e.startswith("state:") for e in recipients),
            guessed=title and clause.sentence not in self.setting.dating.dated)

    def _echo(self, k: int, clause: Clause, row: Act, status: Standing, more: list[Clause]) -> None:
        """«القمة … في سنغافورة في 12 يونيو»: a definite noun that adds a day or a place to an act told elsewhere."""
        where = site(self.text, self.names, clause, more, self.clauses, row.act)
        verb = next((c for c in more if c.kind != "noun"), None)
        date, date_from = self.setting.date(k, clause, row, status.status, verb, None, [])
        if where is not None or date is not None:
            self.echoes.append(Echo(clause.i, row.act, status.status, date, date_from, where))
