"""A row tried at a clause, step by step: what leads in, what a light verb lends, its arguments, who does it, deeds within, aims."""

from __future__ import annotations

from ..clauses.arguments import ALL as ALL_PARTIES
from ..clauses.model import Clause
from ..clauses.words import markers
from ..status import Standing, standing
from ..status.status import CONSULT
from .accusing import BLAMING
from .attempt import Attempt
from .charges import is_charged
from .conditions import holds, refused
from .drafting import Drafting
from .filling import VOWED, fill
from .infer import answers, denies_all
from .roles import EMBASSIES, SYMMETRIC, VERBAL
from .sides import ADDRESSING
from .tables import Act, acts, candidates

AIMED = frozenset(("accuse", "request", "support", "reject", "threaten", "sanction", "agree", "concede"))
AIMLESS = frozenset(("backed", "agree", "order", "ratify", "reach", "sign", "vote", "defend"))  # aimed at nobody
JUDGED = frozenset(("accuse", "reject"))                # acts whose object may be a deed of another kind
MUTUAL = "light:exchange"
DISCUSSED = frozenset(("act:meet_bhth_2", "act:meet_bhth_3", "act:meet_naqsh_3"))       # talks, face to face or not
FOILED = "govern:foil"
ALL = [ALL_PARTIES]
GATHERS = "act:meet_jme"
GIVEN_UP = frozenset(("mobilize", "assault"))            # what may be stopped: tests, fire
FATAL = frozenset(("kill", "die"))                       # told with the attack that brought them


class Trying(Drafting):
    """Finds the parties of one act in one clause."""

    refused: dict[int, list[frozenset[str]]]

    def _rows(self, clause: Clause) -> list[Act]:
        return [a for a in candidates(clause.rows, clause.kind) if holds(a, clause, self.text, self.names, self.clauses)]

    def _begun(self, k: int, clause: Clause, row: Act) -> Attempt | None:
        """What the row can tell at all, with its status; the clause put right (whose it is, active or passive). None where nothing."""
        if refused(self.text, clause, row.act, self.refused):
            return None
        status = standing(self.text, clause, self.clauses, row.act)
        if status.status == "drop":
            return None
        if row.act in GIVEN_UP and self._given_up(clause):
            return None
        if FOILED in status.rows:
            status = status._replace(doer=None)         # أحبط رجال الأمن محاولة تفجير: who foils it doesn't do it
        if row.act == "threaten" and any(name == "future" for name, _ in row.when) and status.status == "planned":
            status = status._replace(status="held", detail=None)        # ستندم: threatened now
        if row.key == GATHERS and clause.tense == "present" and status.status == "held":
            status = status._replace(status="planned")          # قمة تجمع بوتين وترامب
        self.told_with = None
        if clause.kind == "verb":
            self._of_the_deed(clause, row)
            self._whose_things(clause, row)
            self._in_his_words(clause, row)
            self._by_a_draft(clause, row)
        patient = clause.kind == "verb" and self._patient(clause, row) or is_charged(clause)
        if patient:
            clause.passive = True
        elif clause.kind == "verb":
            self._reclaim(k, clause, row)
            self._traveller(clause, row)
            if not self._visitor(clause, row):
                self._shift(clause, row)
        if row.key in DISCUSSED and self._by_phone(clause) or row.key == GATHERS and self._gathers_by_phone(clause):
            row = row._replace(act="call", mode="phone")
        if row.act == "meet" and clause.form.voice == "passive":
            return None                         # قوبل الطلب بالرفض
        return Attempt(k, clause, row, status)

    def _lent(self, a: Attempt) -> bool:
        """What the verb that carries a noun lends it («أجرى لافروف محادثات»); False where nothing is told."""
        clause, row, status, roles, rows, more = a.clause, a.row, a.status, a.roles, a.rows, a.more
        light = a.light = self._light(clause, row) if clause.kind == "noun" else None
        if light is None:
            return True
        if light[1].detail == "ended" and status.status == "proposed":
            return False                        # دعا إلى إنهاء الاحتجاجات: nobody asks for them
        rows.append(light[1].key)
        more.append(self.clauses[light[0]])
        self._lend(roles, row, clause, self.clauses[light[0]], light[1], told=status.doer is not None)
        if light[1].status and status.status == "held":
            a.status = Standing(light[1].status, light[1].detail, status.doer, status.rows)
        if light[1].key == MUTUAL and len(roles.ids.get("actor", ())) == 2:
            roles.ids["recipient"] = [roles.ids["actor"].pop()]
        return True

    def _filled(self, a: Attempt) -> bool:
        """The roles that the arguments fill; False where nobody is left who does it."""
        k, clause, row, status, roles, rows, more, light = a.k, a.clause, a.row, a.status, a.roles, a.rows, a.more, a.light
        hit = a.hit = row.frame.id in FATAL
        attack = a.attack = next((x for x in clause.args if x.noun is not None and x.prep in markers("in_attack")), None) if hit else None
        skip = markers("goal") if attack is not None else frozenset()
        if light is not None and self._faces(roles, row, light[1]):
            skip = frozenset(slot for slot, role in row.frame.slots.items() if role.endswith("recipient"))
        told = a.told = row.act == "reject" and (answers(self.text, clause) or row.frame.id == "deny" and denies_all(self.text, clause))
        denied = a.denied = row.frame.id == "deny" and not told and not self._of_a_claim(clause)
        if told or denied:
            what = clause if told else clause.subject if clause.passive else clause.object
            roles.object, skip = None if what is None else (what.i, what.j), frozenset(("object",))
        if MUTUAL in rows and roles.ids.get("recipient"):
            skip = frozenset(("object", "genitive"))            # تبادلتا طرد الدبلوماسيين
        if row.mode == "resign" and roles.ids.get("actor") and clause.form.suffix:
            skip |= {"genitive", "subject"}     # التقى الأمير ماكرون بعد إعلان الحريري استقالته
        fill(roles, row.frame, clause, self.resolver, noun=row.key.startswith("noun:"), skip=skip)
        if attack is not None:
            for x in clause.args:           # قتلوا في هجوم لطالبان
                if x.prep in skip and attack.i <= x.i <= attack.j + 1:
                    roles.add("actor", self.resolver.ids(x, clause), x)
        if row.act == "request" and clause.kind != "noun" and not roles.ids.get("recipient"):
            self._to_do(roles, k, clause)
        if clause.kind == "noun":
            self._charged(roles, clause, row, status)
            self._answered(roles, clause, row)
            self._call_of(roles, clause, row)
            self._pressed(roles, clause, row)
            self._hosted(roles, clause, row)
            self._together_with(roles, clause, row)
            self._who_meet(roles, clause, row)
            self._told_of(roles, clause, row, more)
        elif row.key == GATHERS:
            self._gathered(roles, clause)
        if self._on_demand(roles, clause, row) and not roles.has(row.frame.needs[0]):
            return False
        return True

    def _done_by(self, a: Attempt) -> None:
        """Who does it where a word above tells: one who is bidden, a guest, the subject of the governing verb."""
        clause, row, status, roles, more = a.clause, a.row, a.status, a.roles, a.more
        bid = self._bidden(clause, row)
        if bid is not None:
            a.status = Standing("planned" if self._accepted(bid) else "proposed", "invited", None, ("govern:invite_to",))
            roles.ids["actor"] = list(bid.recipients)
            if not (roles.stated and roles.ids.get("recipient")):
                roles.ids["recipient"] = list(bid.actors)
        elif row.act == "visit" and status.doer is not None and status.who == "object":
            self._guest(roles, clause, self.clauses[status.doer])
            more.append(self.clauses[status.doer])
        elif (
            clause.kind == "noun"
            and status.doer is not None
            and row.frame.slots.get("subject")
            and not self._by_others(clause, row, status, more)
        ):
            self._by_governor(a, row.frame.slots["subject"], self.clauses[status.doer])

    def _by_governor(self, a: Attempt, role: str, doer: Clause) -> None:
        """«أعلن لافروف إلغاء زيارته»: who does what a word above governs is its subject, or whom it charges with it."""
        clause, row, roles, who = a.clause, a.row, a.roles, a.status.who
        if self.resolver.anothers(clause) or self._between_others(clause):
            return
        if roles.ids.get(role) and not (role == "actor" and row.act in SYMMETRIC and row.frame.id not in VOWED):
            return
        subject = self._charged_of(doer) if who == "object" else doer.subject
        if doer.kind == "noun" and who != "object":
            subject = next((x for told in ("genitive", "adjective") for x in doer.args if x.role == told), None)
        apart = who == "object" or subject is not None and subject.role == "adjective"          # القرار المغربي بقطع العلاقات
        ids = self.resolver.ids(subject, doer) if apart else self.resolver.subject(doer)
        if subject is None and row.act in SYMMETRIC and clause.slot in markers("purpose") and doer.governor is not None:
            above = self.clauses[doer.governor]         # قبل ترامب دعوة لمقابلة كيم
            if any(r in acts() and acts()[r].act == "agree" for r in above.rows):
                subject, ids = above.subject, self.resolver.subject(above)
        praised = doer.kind == "noun" and not (subject is not None and (subject.mentions or subject.pronoun))
        if subject is not None and ids and not (praised and self._judged_only(doer)):
            roles.add(role, ids, subject)
        a.more.append(doer)

    def _meeting_whom(self, a: Attempt) -> None:
        """Who meets, lent by the clause around."""
        clause, row, status, roles = a.clause, a.row, a.status, a.roles
        if row.frame.id in EMBASSIES:
            self._of_embassy(roles, clause)
        self._decided(roles, status)
        if (
            clause.kind == "noun"
            and row.act in CONSULT
            and (roles.ids or row.act == "call")
            and (len(roles.ids.get("actor", ())) < (2 if row.act in SYMMETRIC else 1) or self._all_with(roles, clause))
            and not any(self._half(x, clause) for x in clause.args)
            and (clause.slot in markers("there") or not any(e.startswith("organization:") for e in roles.ids.get("actor", ())))
        ):
            self._borrow(roles, clause, row)
        if row.act == "meet" and clause.kind == "noun":
            self._at_hosts(roles, clause, row)

    def _deeds_within(self, a: Attempt) -> None:
        """A deed of the same kind among the arguments, which tells more of it («قتلوا في غارات للتحالف»)."""
        clause, row, roles, more, absorbed, hit, attack = a.clause, a.row, a.roles, a.more, a.absorbed, a.hit, a.attack
        with_it = [x for x in clause.args if x.role == "genitive" or (hit and x.prep in markers("in_attack"))]
        for argument in (clause.object, *with_it):
            if argument is not None and argument.noun is not None:
                inner = self.clauses[argument.noun]
                same = (acts()[r].frame for r in inner.rows if r in acts() and acts()[r].act == row.act)
                its = next((f for f in same if f.id not in BLAMING), None)
                if its is not None and row.act in JUDGED and row.act not in {a.act for a in self._rows(inner)}:
                    absorbed += [argument.noun] if row.act == "accuse" else []      # أدان الحملة العسكرية لأنقرة: she accuses nobody
                elif its is not None and row.act == "accuse" and roles.ids.get("recipient") and argument is clause.object:
                    pass                            # انتقد وصف ترامب للأسد بالحيوان: who does so is criticised
                elif its is not None and row.act == "coerce" and roles.ids.get("recipient"):
                    absorbed.append(argument.noun)  # ألقت القبض على نساء لهن صلات بداعش
                elif its is not None:               # the attacker is told by the attack
                    its = its if hit or its.id == "kill" else row.frame
                    hurt = attack is not None and bool(roles.ids.get("recipient"))
                    known = frozenset(x for x, role in its.slots.items() if role == "recipient" and hurt)
                    fill(roles, its, inner, self.resolver, noun=True, skip=known)
                    if hurt:
                        self._foes(roles, inner)
                        self._and_raids(roles, clause, inner)
                    more.append(inner)
                    absorbed.append(argument.noun)
                    self._wager(roles, row, inner, more)

    def _by_whom(self, a: Attempt) -> None:
        """Who does it where another word tells: the attack, the force used, who punishes, who answers."""
        clause, row, roles, rows, more, absorbed, hit = a.clause, a.row, a.roles, a.rows, a.more, a.absorbed, a.hit
        if row.act == "assault" and clause.kind == "verb":
            self.told_with = self._by_the_attack(roles, row, clause, more, absorbed) or self.told_with
        elif clause.kind == "noun":
            self._told_behind(roles, row, clause)
        if hit and not roles.ids.get("actor"):
            self._fired(roles, clause, absorbed)
        self._by_force(roles, clause, row, more, absorbed)
        self._by_who_punishes(roles, clause, row)
        if row.act == "accuse" and clause.kind == "noun" and self._mutual(roles, clause):
            rows.append(MUTUAL)
        if row.act == "accuse" and clause.kind == "noun" and not roles.ids.get("recipient"):
            self._answering(roles, clause)

    def _turned(self, a: Attempt) -> None:
        """Whom words are about where a deed, a move or a purpose stands for him."""
        clause, row, roles = a.clause, a.row, a.roles
        harm = a.harm = row.act == "accuse" and self._culprit(roles, clause, row)
        a.deed = harm and row.mode in ("disapprove", "investigate")
        if row.act in JUDGED or row.act == "support" and row.frame.id not in EMBASSIES:
            self._of_a_move(roles, clause)
        if row.act == "reject" and not roles.ids.get("recipient"):
            self._spurned(roles, clause)
        if row.act in ("support", "aid") and clause.kind == "noun":
            self._on_purpose(roles, clause)
        if row.frame.id == "ready" and not roles.ids.get("recipient"):
            self._ready_for(roles, clause)
        self._with_whom(roles, clause, row)

    def _aimed(self, a: Attempt) -> bool:
        """At whom it is aimed where the clause names nobody; False where nobody can be meant."""
        clause, row, roles, rows, more, told, denied, deed = a.clause, a.row, a.roles, a.rows, a.more, a.told, a.denied, a.deed
        matter = clause.complement
        if matter is not None and matter[0] < matter[1] and roles.object is None and row.act in VERBAL:
            roles.object = matter
        everybody = row.act == "request" and roles.ids.get("actor") == ALL
        if everybody or roles.itself and row.frame.id in ADDRESSING and not roles.ids.get("recipient"):
            return False                         # nobody asks or accuses himself; ويطالب كل الأطراف بوقف القتال
        agreed = row.act == "agree" and len({self.country(e) for e in roles.ids.get("actor", ())} - {None}) > 1
        if row.act in ("sanction", "threaten", "agree", "support") and roles.ids.get("recipient"):         # أكد لافروف دعم بلاده
            own = {self.country(e) for e in roles.ids.get("actor", ()) if row.act != "support" or e.startswith("person:")} - {None}
            quits = row.frame.id == "leave"      # انسحب ترامب من اتفاق أبرمه أوباما
            roles.ids["recipient"] = [
                e for e in roles.ids["recipient"] if not ((quits or e.startswith("state:")) and self.country(e) in own)
            ]
        aimless = agreed or deed or told or denied or row.frame.id in AIMLESS
        owned = any(x.role == "genitive" and x.how != "suffix" for x in clause.args)
        owned = owned and not any(x.prep in markers("goal") for x in clause.args)
        aimless = aimless or row.act == "support" and clause.kind == "noun" and owned       # بدعم التحالف
        resumed = clause.kind == "verb" and clause.object is not None and clause.object.how == "relative"
        aimless = aimless or row.act == "support" and resumed           # قوات يدعمها التحالف
        aimless = aimless or row.act in ("sanction", "threaten") and (self._at_others(clause) or self._cautions(clause, row, more))
        if deed and roles.ids.get("actor") and not roles.ids.get("recipient"):
            roles.ids["recipient"] = self._of_this(clause, roles.ids["actor"])      # وأدانت روسيا هذا القصف
        self._heard(roles, clause, row)
        self._called_so(roles, clause, row)
        if row.act in AIMED and not aimless and roles.ids.get("actor") and not roles.ids.get("recipient"):
            found = self._aimed_at(clause, row, roles.ids["actor"], len(rows) > 1)
            said = self.speech.chain(clause.i) if self.speech is not None else ()       # وذلك بحسب المرصد
            found = [e for e in found if e not in roles.ids["actor"] and e not in said]
            if found:
                roles.ids["recipient"] = found
                rows.append("aim")
                self._heard(roles, clause, row)
        return True
