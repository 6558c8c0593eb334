"""Clauses → drafts: each act row whose conditions hold and whose needed roles are filled."""
from __future__ import annotations

import msgspec

from ...arabic.words import Text
from ...model import Article, Time
from ..clauses.arguments import ALL as ALL_PARTIES
from ..clauses.model import Clause
from ..clauses.words import markers
from ..names.model import Names
from ..status import Standing, standing
from ..status.status import CONSULT
from .accusing import BLAMING
from .charges import is_charged
from .circumstances import towns
from .conditions import holds, of_a_match, refused
from .draft import Draft
from .drafting import Drafting
from .filling import VOWED, fill
from .infer import accusers, answers, denies_all
from .merge import ONE_SIDED, Echo
from .resolver import Resolver
from .roles import EMBASSIES, SYMMETRIC, VERBAL, Roles
from .setting import Setting
from .sides import ADDRESSING
from .splitting import each
from .tables import Act, acts, candidates, frames, pair_words
from .teasers import teasers
from .trusting import Trust

AIMED = frozenset(("accuse", "request", "support", "reject", "threaten", "sanction", "agree", "concede"))
AIMLESS = frozenset(("backed", "agree", "order", "reach", "sign", "vote", "defend"))  # who agrees does so beside somebody, aimed at nobody
NEGATED = frozenset(("act:agree_wafq", "act:agree_qbl", "act:support_aetrf", "act:support_ayd"))     # لم توافق is a refusal
ANSWERED = frozenset(("accuse", "threaten"))
JUDGED = frozenset(("accuse", "reject"))                # acts whose object may be a deed of another kind
MUTUAL = "light:exchange"
DISCUSSED = frozenset(("act:meet_bhth_2", "act:meet_bhth_3", "act:meet_naqsh_3"))       # talks, face to face or not
FOILED = "govern:foil"
DUTY = ("act", "request_wjb")
DIPLOMATS = "act:sanction_trd"           # طرد دبلوماسيين روس من لندن
TOP = ("title", "lead")
ALL = [ALL_PARTIES]
GUILTLESS = "act:reject_nfa_2"          # نفت روسيا تورطها
ATTACKS, GATHERS = "act:assault_hajm", "act:meet_jme"
PAIRED = frozenset(("meet", "call", "visit", "agree", "cooperate", "message", "invite"))
GIVEN_UP = frozenset(("mobilize", "assault"))            # what may be stopped: tests, fire
FATAL = frozenset(("kill", "die"))                       # told with the attack that brought them


class Reader(Drafting):
    """Reads the drafts of one article."""

    def __init__(self, text: Text, names: Names, times: list[Time], clauses: list[Clause], speech, article: Article) -> None:
        self.text, self.names, self.clauses, self.speech, self.article = text, names, clauses, speech, article
        self.resolver = Resolver(text, names, clauses, speech)
        self.resolver.day = article.day
        self.setting = Setting(text, names, times, clauses, speech, article)
        self.echoes: list[Echo] = []
        self.told_with: Clause | None = None        # the verb whose subject a noun has borrowed
        self.refused: dict[int, list[frozenset[str]]] = {}
        self.taken: set[int] = set()        # act nouns a verb has already told of
        self.bids: list[Draft] = []         # invitations so far
        self.paired = not pair_words().isdisjoint(text.norms)       # does the text speak of two parties (الطرفان) at all?

    @property
    def trust(self) -> Trust:
        """What weighs the drafts; made anew, so that the reader and it don't hold each other."""
        return Trust(self.text, self.names, self.clauses, self.speech, self.country)

    def read(self) -> list[Draft]:
        """All drafts."""
        out: list[Draft] = []
        if of_a_match(self.text):
            return out
        told = [k for k, c in enumerate(self.clauses) if c.modal == "must" and c.kind == "verb" or c.rows and candidates(c.rows, c.kind)]
        order = [k for k in told if self.clauses[k].kind != "noun"] + [k for k in told if self.clauses[k].kind == "noun"]
        later: list[int] = []
        others = teasers(self.text)
        for k in order:
            clause = self.clauses[k]
            if k in self.taken or clause.sentence in others:
                continue
            if self.paired and self._names_pair(clause):
                later.append(k)
                continue
            for part in each(clause, self.text):
                self._take(self._clause(k, part), out)
        for k in later:
            if k not in self.taken:
                self._take(self._clause(k, self.clauses[k]), out)
        out.sort(key=lambda d: d.i)
        accusers(out, self.country, self.text)
        self._granted(out)
        out = self._one_attack(out)
        named = towns(self.text, self.names, self.country)
        for d in out:
            if d.act == "visit" and d.place is not None and d.place.startswith("state:"):
                d.place = named.get(d.place[6:], d.place)
            guiltless = d.rows[0] == GUILTLESS and not self._of_others(d)
            if (guiltless or d.act == "reject" and d.told) and not d.recipients and d.actors:
                d.recipients = self._counterpart(d.actors)
        for d in out:
            if d.pending and d.act == "visit":
                self._destination(d, out)
        out = [d for d in out if d.recipients or not (d.pending or d.told) or self._threat(d)]
        front = [d.actors for d in out if d.act == "reject" and d.salience in TOP]
        out = [
            d
            for d in out
            if d.recipients
            or d.mode == "veto"
            or (d.actors in front if d.act == "reject" else d.salience in TOP or d.mode not in ONE_SIDED)
        ]
        return [d for d in out if not self._denies(d, out) and not self._opposed(d, out)]

    def _take(self, draft: Draft | None, out: list[Draft]) -> None:
        if draft is not None:
            out.append(draft)
            protest = self._dispersed(draft)
            out += [protest] if protest is not None else []
            if MUTUAL in draft.rows and len(draft.actors) == len(draft.recipients) == 1:      # تبادلا الاتهامات
                out.append(msgspec.structs.replace(draft, actors=draft.recipients, recipients=draft.actors, rows=list(draft.rows)))
            if draft.act == "invite" and draft.recipients:
                self.bids.append(draft)
            parties = list(dict.fromkeys(draft.actors + draft.recipients))
            if len(parties) == 2 and draft.act in PAIRED:
                self.resolver.pairs.append((draft.i, tuple(parties)))

    def _names_pair(self, clause: Clause) -> bool:
        """Does an argument speak of the two parties told of before (الطرفان)?"""
        words, norms = pair_words(), self.text.norms
        told = (clause.subject, clause.object, *clause.args)
        return any(a is not None and (norms[a.i] in words or norms[a.j - 1] in words) for a in told)

    def _rows(self, clause: Clause) -> list[Act]:
        return [a for a in candidates(clause.rows, clause.kind) if holds(a, clause, self.text, self.names, self.clauses)]

    def _clause(self, k: int, clause: Clause) -> Draft | None:
        rows, waiting = self._rows(clause), None
        if clause.modal == "must" and self._duty_of(clause):       # قال ترامب إن روسيا يجب أن تنسحب
            rows, clause = [acts()[DUTY]._replace(frame=frames()["blame"])], msgspec.structs.replace(clause, modal="")
        for row in rows:
            if clause.negated and row.key in NEGATED:
                row, clause = (
                    row._replace(act="reject", mode="change", frame=frames()["refuse"]),
                    msgspec.structs.replace(clause, negated=False),
                )
            elif clause.negated and any(name == "denied" for name, _ in row.when):       # لا تقبل, لا تستبعد فرض عقوبات
                clause = msgspec.structs.replace(clause, negated=False)
            kept = clause.subject, clause.object, clause.passive
            draft = self._try(k, clause, row)
            if draft is not None and not (draft.pending and draft.act == "assault"):
                return draft
            waiting = waiting or draft
            clause.subject, clause.object, clause.passive = kept  # what one row made of the clause is not the next one's
        return waiting

    def _try(self, k: int, clause: Clause, row: Act) -> Draft | None:
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
        roles = Roles()
        self.told_with = None
        more: list[Clause] = []
        absorbed: list[int] = []
        rows = [row.key]
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
        light = self._light(clause, row) if clause.kind == "noun" else None
        if clause.kind == "noun":
            if light is not None:
                if light[1].detail == "ended" and status.status == "proposed":
                    return None                 # دعا إلى إنهاء الاحتجاجات: nobody asks for them
                rows.append(light[1].key)
                more.append(self.clauses[light[0]])
                self._lend(roles, row, clause, self.clauses[light[0]], light[1], told=status.doer is not None)
                if light[1].status and status.status == "held":
                    status = Standing(light[1].status, light[1].detail, status.doer, status.rows)
                if light[1].key == MUTUAL and len(roles.ids.get("actor", ())) == 2:
                    roles.ids["recipient"] = [roles.ids["actor"].pop()]
        hit = row.frame.id in FATAL
        attack = next((a for a in clause.args if a.noun is not None and a.prep in markers("in_attack")), None) if hit else None
        skip = markers("goal") if attack is not None else frozenset()
        if light is not None and self._faces(roles, row, light[1]):
            skip = frozenset(slot for slot, role in row.frame.slots.items() if role.endswith("recipient"))
        told = row.act == "reject" and (answers(self.text, clause) or row.frame.id == "deny" and denies_all(self.text, clause))
        denied = row.frame.id == "deny" and not told and not self._of_a_claim(clause)
        if told or denied:
            what = clause if told else clause.subject if clause.passive else clause.object
            roles.object, skip = None if what is None else (what.i, what.j), frozenset(("object",))
        if MUTUAL in rows and roles.ids.get("recipient"):
            skip = frozenset(("object", "genitive"))            # تبادلتا طرد الدبلوماسيين
        if row.mode == "resign" and roles.ids.get("actor") and clause.form.suffix:
            skip |= {"genitive", "subject"}     # التقى الأمير ماكرون بعد إعلان الحريري استقالته
        fill(roles, row.frame, clause, self.resolver, noun=row.key.startswith("noun:"), skip=skip)
        if attack is not None:
            for a in clause.args:           # قتلوا في هجوم لطالبان
                if a.prep in skip and attack.i <= a.i <= attack.j + 1:
                    roles.add("actor", self.resolver.ids(a, clause), a)
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
            return None
        bid = self._bidden(clause, row)
        if bid is not None:
            status = Standing("planned" if self._accepted(bid) else "proposed", "invited", None, ("govern:invite_to",))
            roles.ids["actor"] = list(bid.recipients)
            if not (roles.stated and roles.ids.get("recipient")):
                roles.ids["recipient"] = list(bid.actors)
        elif row.act == "visit" and status.doer is not None and status.who == "object":
            self._guest(roles, clause, self.clauses[status.doer])
            more.append(self.clauses[status.doer])
        elif (
            clause.kind == "noun" and status.doer is not None and row.frame.slots.get("subject")
            and not self._by_others(clause, row, status, more)
        ):
            role = row.frame.slots["subject"]
            if not self.resolver.anothers(clause) and not self._between_others(clause) and (
                not roles.ids.get(role) or role == "actor" and row.act in SYMMETRIC and row.frame.id not in VOWED
            ):
                doer = self.clauses[status.doer]
                subject = self._charged_of(doer) if status.who == "object" else doer.subject
                if doer.kind == "noun" and status.who != "object":
                    subject = next((a for a in doer.args if a.role == "genitive"), None)
                ids = self.resolver.ids(subject, doer) if status.who == "object" else self.resolver.subject(doer)
                if subject is None and row.act in SYMMETRIC and clause.slot in markers("purpose") and doer.governor is not None:
                    above = self.clauses[doer.governor]         # قبل ترامب دعوة لمقابلة كيم
                    if any(r in acts() and acts()[r].act == "agree" for r in above.rows):
                        subject, ids = above.subject, self.resolver.subject(above)
                praised = doer.kind == "noun" and not (subject is not None and (subject.mentions or subject.pronoun))
                if subject is not None and ids and not (praised and self._judged_only(doer)):
                    roles.add(role, ids, subject)
                more.append(doer)
        if row.frame.id in EMBASSIES:
            self._of_embassy(roles, clause)
        self._decided(roles, status)
        with_it = [a for a in clause.args if a.role == "genitive" or (hit and a.prep in markers("in_attack"))]
        if (
            clause.kind == "noun"
            and row.act in CONSULT
            and (roles.ids or row.act == "call")
            and (len(roles.ids.get("actor", ())) < (2 if row.act in SYMMETRIC else 1) or self._all_with(roles, clause))
            and not any(self._half(a, clause) for a in clause.args)
            and (clause.slot in markers("there") or not any(e.startswith("organization:") for e in roles.ids.get("actor", ())))
        ):
            self._borrow(roles, clause, row)
        if row.act == "meet" and clause.kind == "noun":
            self._at_hosts(roles, clause, row)
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
        harm = row.act == "accuse" and self._culprit(roles, clause, row)
        deed = harm and row.mode in ("disapprove", "investigate")
        if row.act in JUDGED or row.act == "support" and row.frame.id not in EMBASSIES:
            self._of_a_move(roles, clause)
        if row.act == "reject" and not roles.ids.get("recipient"):
            self._spurned(roles, clause)
        if row.act in ("support", "aid") and clause.kind == "noun":
            self._on_purpose(roles, clause)
        if row.frame.id == "ready" and not roles.ids.get("recipient"):
            self._ready_for(roles, clause)
        self._with_whom(roles, clause, row)
        matter = clause.complement
        if matter is not None and matter[0] < matter[1] and roles.object is None and row.act in VERBAL:
            roles.object = matter
        everybody = row.act == "request" and roles.ids.get("actor") == ALL
        if everybody or roles.itself and row.frame.id in ADDRESSING and not roles.ids.get("recipient"):
            return None                         # nobody asks or accuses himself; ويطالب كل الأطراف بوقف القتال
        agreed = row.act == "agree" and len({self.country(e) for e in roles.ids.get("actor", ())} - {None}) > 1
        if row.act in ("sanction", "threaten", "agree", "support") and roles.ids.get("recipient"):         # أكد لافروف دعم بلاده
            own = {self.country(e) for e in roles.ids.get("actor", ()) if row.act != "support" or e.startswith("person:")} - {None}
            quits = row.frame.id == "leave"      # انسحب ترامب من اتفاق أبرمه أوباما
            roles.ids["recipient"] = [
                e for e in roles.ids["recipient"] if not ((quits or e.startswith("state:")) and self.country(e) in own)
            ]
        aimless = agreed or deed or told or denied or row.frame.id in AIMLESS
        owned = any(a.role == "genitive" and a.how != "suffix" for a in clause.args)
        owned = owned and not any(a.prep in markers("goal") for a in clause.args)
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
        if row.frame.id == "regret" and not roles.ids.get("recipient"):
            return None                         # أعربت المنظمة عن قلقها إزاء هجوم: whose it is isn't told
        if told and roles.ids.get("actor"):
            draft = self._draft(k, clause, row, roles, status, rows, more)
            return msgspec.structs.replace(draft, told=True, answered=self._told_before(clause))
        by_light = clause.kind == "noun" and len(rows) > 1        # أعرب الأمير عن استنكار الكويت
        duty = row.frame.id == "must"
        if self._of_his_own(row, roles):
            return None
        if (row.act in ("accuse", "threaten") or duty) and self._of_one_state(roles, duty or by_light):
            return None
        if row.key == ATTACKS and roles.ids.get("actor") and all(map(self.of_politics, roles.ids["actor"])):
            row = row._replace(act="accuse", mode="disapprove")         # a politician attacks another in words
        if (row.act == "assault" or self._swept(clause, row, more)) and roles.ids.get("actor") and not roles.ids.get("recipient"):
            self._target(roles, clause, more)
        expelled = row.frame.id == "expel" and clause.passive or row.key == DIPLOMATS and not clause.form.prefix.endswith("ل")
        if expelled and not roles.ids.get("actor"):
            source = next((a for a in clause.args if a.prep in markers("origin")), None)
            if source is not None:
                roles.add("actor", self.resolver.ids(source, clause, places=True), source)
        if row.frame.id in BLAMING and not self._blamed(roles, clause):
            return None
        if row.act == "protest" and row.mode != "boycott":
            if self._left_in_protest(clause):
                return None
            self._crowd(roles, clause, row, more)
        stands = self._stands(roles, clause, row, more)
        if stands is False:
            if not self._in_custody(roles, clause, row, status):
                return None
            draft = self._draft(k, clause, row, roles, status, rows, more)
            draft.pending = True                # أفرج عنه لاحقا: by whom, his arrest may tell
            return draft
        if row.act == "visit" and roles.ids.get("actor") and self._no_visit(clause, row, roles):
            return None
        if row.act == "cooperate" and clause.kind == "noun" and roles.ids.get("actor") and self._all_with(roles, clause):
            return None                         # غارات بتنسيق مع لندن وباريس: whose they are is missing
        if row.act in ("message", "call") and any(map(self.private, roles.ids.get("actor", ()))):
            return None                         # أبلغ المصلون الشرطة
        if row.act == "visit" and roles.ids.get("actor") and all(map(self._of_no_office, roles.ids["actor"])):
            return None                         # زار سياح صينيون بيونغ يانغ
        if row.act == "meet":
            self._for_his_state(roles, clause, row)
            if self._unreceived(roles, clause, row) or self._interview(roles, clause):
                return None
        if row.act == "meet" and (clause.kind == "noun" and not self._place_of_meeting(roles, clause) or self._one_side(roles, clause)):
            if clause.kind == "noun":
                self._echo(k, clause, row, status, more)
            return None
        by_none = row.act == "assault" and not roles.ids.get("actor")          # اشتباكات مع الشرطة: who fights her isn't told
        if by_none and (row.frame.id == "fight" or not self._plain_attack(clause, roles, row.frame.id == "die")):
            if not roles.ids.get("recipient") or status.status != "held":
                return None
            draft = self._draft(k, clause, row, roles, status, rows, more)
            draft.pending = True                # by whom, another attack of the article may tell
            return draft
        if not any(roles.has(n) for n in row.frame.needs) and not stands and not self._enough(row, roles, clause, more):
            if row.act == "visit" and clause.kind == "noun" and roles.ids.get("actor") and status.status == "held":
                draft = self._draft(k, clause, row, roles, status, rows, more)
                draft.pending = True
                return draft
            answered = row.act in ANSWERED and not harm and clause.kind != "noun" and roles.ids.get("actor") and roles.object is not None
            force = status.status == "held" and (self._shoots(row, roles) or self._takes_ground(clause, row, roles))
            if answered or force or self._waits(row, clause, roles, bool(more)):
                draft = self._draft(k, clause, row, roles, status, rows, more)
                draft.pending = True
                return draft
            if row.act == "meet" and status.status == "cancelled" and clause.form.definite and self._paired(roles):
                return self._draft(k, clause, row, roles, status, rows, more)
            pointed = clause.form.definite or clause.form.suffix or status.status == "cancelled"
            if clause.kind == "noun" and row.act in ("meet", "visit") and pointed:
                self._echo(k, clause, row, status, more)
            return None
        if row.act == "sanction" and clause.kind == "verb" and clause.object is not None and clause.object.noun is not None:
            absorbed.append(clause.object.noun)         # علقت باكستان التبادل التجاري مع الهند
        if row.frame.id == "leave":                     # إنهاء العمل باتفاق
            left = [a for a in clause.args if a.noun is not None and (a.prep in markers("charge") or a.role == "genitive")]
            absorbed += [a.noun for a in left if a.noun is not None and markers("concluded").isdisjoint(self.text.norms[a.i : a.j])]
        self.taken.update(absorbed)
        row = self._worded(row, roles, clause)
        row, status = self._vowed(row, status, roles, (clause, *more))
        return self._draft(k, clause, row, roles, status, rows, more)
