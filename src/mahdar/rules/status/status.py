"""What became of an act: worked out from its own verb, then from what governs it, outermost last."""
from __future__ import annotations

from typing import NamedTuple

from ...arabic.clitics import bare
from ...arabic.words import Text
from ..clauses.choosing import PAST_BE
from ..clauses.model import Clause
from ..clauses.words import markers
from .tables import Governor, Word, governors, light_slots, plan_word, plan_words, written

CONSULT = frozenset(("meet", "visit", "call", "message"))
REFUSED = frozenset(("govern:object_to", "govern:refuse_force"))
READY = "govern:prepare"  # whose readiness for a meeting is an offer, and no meeting
AHEAD = frozenset(("planned", "proposed", "cancelled"))  # of what is or was to come: not on a day gone by
_CLITICS = frozenset("وفبل")
_FAR = 14                       # tokens between a denial and what it denies
_REACH = 6                      # tokens behind a noun in which a plan adjective still belongs to it


class Standing(NamedTuple):
    """Status and detail; `status` is drop where the act is no event. `doer` is the governing clause whose subject does the act."""

    status: str
    detail: str | None
    doer: int | None
    rows: tuple[str, ...]
    who: str = "subject"        # of the governing clause: its subject or its object does the act


#: what is faced is there already («أقدمت السلطات على اعتقالات لمواجهة الاحتجاجات»)
FACED = ("light", "face")


def governing(text: Text, clause: Clause, clauses: list[Clause], act: str) -> tuple[int, Governor] | None:
    """The clause that governs this one and its governor row, where a row fits the slot and the act."""
    if clause.governor is None:
        return _asking(clause, clauses, act) or _gainsaid(text, clause, clauses, act) if clause.kind == "noun" else None
    parent = clauses[clause.governor]
    if parent.i > clause.i and clause.kind == "noun" and _shared(clause, clauses):
        return None                             # شاركوا في التظاهرة التي دعت إليها المعارضة
    subject = "subj" if not parent.passive else "obj"
    slot = {"genitive": "obj", "object": "obj", "subject": subject, "head": "obj"}.get(clause.slot, clause.slot)
    if slot == "subj" and parent.kind == "verb" and parent.form.gender == "f" and not text.norms[clause.j - 1].endswith(("ه", "ات")):
        slot = "obj"  # وألغت لقاء: the noun can't be who did it
    fits = []
    for table, key in parent.rows:
        if table == "govern":
            g = governors()[key]
            if slot in g.slots and ("*" in g.acts or act in g.acts or g.acts == frozenset(("",))):
                fits.append(g)
    if not fits:
        denies = any(t == "govern" and governors()[key].status == "denied" for t, key in parent.rows)
        told = parent.kind == "verb" and text.norms[parent.i] not in markers("hearsay") and not denies
        return None if told or clause.kind != "noun" else _gainsaid(text, clause, clauses, act)
    fits.sort(key=lambda g: ("*" in g.acts, g.key))
    return clause.governor, fits[0]


def _shared(clause: Clause, clauses: list[Clause]) -> bool:
    """Does a verb before a noun take it with a preposition, whatever a relative clause behind it tells?"""
    before = (c for c in clauses if c.sentence == clause.sentence and c.kind == "verb" and c.i < clause.i)
    return any(a.noun is not None and a.prep in markers("in") and clauses[a.noun].i == clause.i for c in before for a in c.args)


def _asking(clause: Clause, clauses: list[Clause], act: str) -> tuple[int, Governor] | None:
    """The verb whose preposition leads to the act from behind its object («طالب النواب باستقالة الوزير»), where its row says so."""
    for k, c in enumerate(clauses):
        if c.sentence != clause.sentence or c.kind != "verb" or c.i > clause.i:
            continue
        prep = next((a.prep for a in c.args if a.prep and a.noun is not None and clauses[a.noun].i == clause.i), "")
        rows = (governors()[key] for table, key in c.rows if table == "govern") if prep else ()
        fits = [g for g in rows if prep in g.slots and ("*" in g.acts or act in g.acts)]
        if fits:
            return k, min(fits, key=lambda g: ("*" in g.acts, g.key))
    return None


def _gainsaid(text: Text, clause: Clause, clauses: list[Clause], act: str) -> tuple[int, Governor] | None:
    """«نفت الرئاسة وجود أي زيارة», «نفى ما تردد عن اجتماع»: the denial of an act, nothing but words of hearsay between."""
    for k, c in enumerate(clauses):
        if c.sentence != clause.sentence or c.kind == "noun" or not 0 < clause.i - c.j <= _FAR or c.negated:
            continue
        rows = [governors()[key] for table, key in c.rows if table == "govern"]
        fits = [g for g in rows if g.status == "denied" and ("*" in g.acts or act in g.acts)]
        if not fits:
            continue
        told = {n for a in (c.subject, c.object, *c.args) if a is not None and (a.mentions or a.inner) for n in range(a.i, a.j)}
        if all(n in told or text.norms[n] in markers("hearsay") or text.kinds[n] == "P" for n in range(c.j, clause.i)):
            return k, fits[0]
    return None


def standing(text: Text, clause: Clause, clauses: list[Clause], act: str) -> Standing:
    """The standing of an act stated by a clause.

    «يعتزم لافروف زيارة بكين» is planned, intended; «ألغى ترامب القمة» cancelled, called_off; «التقى لافروف وانغ يي» held.
    """
    status, detail, doer, who = "held", None, None, "subject"
    rows: list[str] = []
    current = clause
    if clause.kind != "noun":
        if _if(text, clause):
            return Standing("drop", None, None, ("condition",))
        if clause.negated:
            if act in CONSULT and clause.tense != "past" and _unless(text, clause):
                return Standing("proposed", "conditional", None, ("condition",))         # لن يلتقي كيم ما لم تنزع سلاحها
            return Standing("denied" if act in CONSULT and act != "message" else "drop", None, None, ("negation",))
        if clause.modal in ("must", "duty"):
            return Standing("drop", None, None, (clause.modal,))
        if clause.tense == "future" or act in CONSULT and (_goes_on(text, clause, clauses, act) or _to_come(text, clause)):
            status = "planned"
        elif clause.modal == "may" and clause.tense == "present":
            status, detail = "proposed", "speculated"
        elif clause.form.prefix.endswith("ل") and clause.tense == "present":
            status, detail = "planned", "intended"
        if clause.conditional and status != "held":
            if act not in CONSULT and act != "invite":
                return Standing("drop", None, None, ("condition",))         # ننظر في ما إذا كنا سنقبل
            status, detail = "proposed", "conditional"
    elif clause.negated or clause.modal in ("must", "duty"):      # يجب التصدي للعدوان
        return Standing("drop", None, None, ("negation" if clause.negated else clause.modal,))
    if act == "agree" and clause.kind == "noun" and any(a.prep in markers("between") for a in clause.args):
        if not markers("concluded").isdisjoint(text.norms[clause.i : clause.j]):
            return Standing("held", None, None, ())         # انسحب من الاتفاق المبرم بين إيران والقوى الكبرى
    word = _plan(text, clause, clauses, act)
    if word is not None and word.status == "drop":
        return Standing("drop", None, None, (word.key,))
    if word is None and act in CONSULT and (run_up := _ahead(text, clause, act)) and not _looking_back(clause, clauses):
        rows.append(run_up)
        status, detail = "planned", "scheduled"
    if word is not None:
        rows.append(word.key)
        status, detail = word.status, word.detail or None
    if clause.relative and act in CONSULT:
        current = noun_told_of(clause, clauses) or clause
    elif clause.governor is None and clause.kind == "verb":
        current = _being(clause, clauses)
    for _ in range(4):
        found = governing(text, current, clauses, act)
        if found is not None:
            at, g = found
            parent = clauses[at]
            if g.status == "denied" and act == "accuse" and clause.kind == "noun":
                break                           # نفت الاتهامات: they were made
            if g.key in REFUSED and current is clause and _has_doer(clause):
                break                           # رفضت طهران العقوبات الأمريكية: they are there
            rows.append(g.key)
            ready = g.key == READY and parent.kind != "verb" and parent.form.number != "p" and act in CONSULT
            if ready or g.status == "drop" or (parent.negated and g.status != "denied") or _of_another(g, current, act):
                return Standing("drop", None, None, tuple(rows))
            if g.control != "none" and (doer is None or who == "subject" and _owned_by_none(clauses[doer])):
                forced = g.control == "whom" and parent.object is not None        # اضطرها إلى الانسحاب
                doer, who = at, "object" if forced or g.control == "obj" else "subject"
            if g.status == "cancelled" and parent.tense == "future" and _unless(text, parent):
                rows.append("condition")        # ستلغي القمة إذا ضغطت واشنطن عليها: they still plan it
                status, detail = "planned", "scheduled"
            elif (g.status != "held" or (g.detail and status == "held")) and status not in ("cancelled", "denied"):
                upon = g.status == "proposed" and current is not clause and clause.slot in markers("there")
                if upon:                        # يسعى لعقد صفقات خلال زيارته
                    status, detail = "planned", "expected"
                else:
                    status, detail = (g.status, g.detail) if g.status != "held" else (status, g.detail)
            current = parent
        elif current.governor is not None and _shares(current.slot, clauses[current.governor], act):
            current = clauses[current.governor]
            if current.kind == "verb" and current.governor is None and text.norms[current.i - 1] in markers("already"):
                current = _being(current, clauses)      # نفى أن يكون قد وجه رسالة
        else:
            break
        if current.kind != "noun":
            if _if(text, current):
                return Standing("drop", None, None, ("condition",))
            if status == "held" and (ahead := _plan(text, current, clauses, act)) is not None:
                rows.append(ahead.key)
                status, detail = ahead.status, ahead.detail or None
                if status == "drop":
                    return Standing("drop", None, None, tuple(rows))
            ahead_of = act in CONSULT and (_goes_on(text, current, clauses, act) or _to_come(text, current))
            if status == "held" and (current.tense == "future" or ahead_of):
                status, detail = "planned", None
            fruitless = clause.slot == "subject" and clause.form.definite and current.form.row in markers("outcome")
            if current.negated and status == "held" and not fruitless:      # لم تسفر المفاوضات عن اتفاق: they were held
                return Standing("drop", None, None, tuple(rows))
            if current.modal == "must":
                return Standing("drop", None, None, tuple(rows))
            if current.modal == "may" and current.tense == "present" and status == "held":
                status, detail = "proposed", "speculated"
            if current.form.prefix.endswith("ل") and current.tense == "present" and status == "held":
                status, detail = "planned", "intended"
        elif current.form.prefix.endswith("ل") and status == "held" and not any(t == "govern" or (t, r) == FACED for t, r in current.rows):
            if governing(text, current, clauses, act) is not None:
                continue                        # دعت واشنطن لعقد اجتماع
            status, detail = "planned", "intended"
            break
        if current.kind == "noun":
            above = _plan(text, current, clauses, act)
            if above is None and current.i > current.start and any(t == "light" for t, _ in current.rows):       # أهمية عقد قمة
                above = plan_word("carried", bare(text.norms[current.i - 1]), act)
            if above is not None and status == "held":
                rows.append(above.key)
                status, detail = above.status, above.detail or None
                if status == "drop":
                    return Standing("drop", None, None, tuple(rows))
    if status == "held" and current.kind == "noun" and act in CONSULT and not current.form.definite:
        if current.form.prefix.endswith("ل") or _on_purpose(text, current):
            status, detail = "planned", "intended"  # يعملون من أجل عقد اجتماع
    if status == "held" and act == "coerce" and clause.kind == "noun" and _aim_of(text, clause):
        status, detail = "planned", "intended"  # بدأ عملية لتحرير المدينة
    if status == "held" and clause.kind == "noun" and act in CONSULT and _to_be_held(clause, clauses):
        status, detail = "planned", "scheduled"
    if status == "held" and act != "request" and _unreal(text, current):
        return Standing("drop", None, None, ("unreal",))
    told_of = clause.governor is not None and clause.slot in ("subject", "object")
    if status == "held" and clause.kind == "noun" and act in CONSULT and told_of and clause.governor is not None:
        above_it = clauses[clause.governor]
        if above_it.kind == "verb" and above_it.tense == "future":
            status, detail = "planned", "scheduled"
        elif above_it.kind == "verb" and above_it.tense == "present" and above_it.modal == "may":
            status, detail = "proposed", "speculated"
    return Standing(status, detail, doer, tuple(rows), who)


def _on_purpose(text: Text, clause: Clause) -> bool:
    """«بهدف لقاء نظيره», «يعمل من أجل عقد قمة»: does a phrase of purpose stand right before it?"""
    return clause.i > 1 and not markers("purpose").isdisjoint((text.norms[clause.i - 1], " ".join(text.norms[clause.i - 2 : clause.i])))


def _aim_of(text: Text, clause: Clause) -> bool:
    """«عملية عسكرية لتحرير درنة», «لمحاولة الاستيلاء»: is it what an operation or an attempt is for?"""
    if not clause.form.prefix.endswith("ل") or clause.form.definite:
        return False
    return any(bare(w.lstrip("وفبل")) in markers("operations") for w in text.norms[max(clause.start, clause.i - 4) : clause.i])


def _unreal(text: Text, clause: Clause) -> bool:
    """Is the verb told of behind أن as what might be («الخطر الأكبر أن يقوم الحوثيون بتفجيرها»), not as what came before or after?"""
    if clause.kind != "verb" or clause.tense != "present" or clause.i < 2 or text.norms[clause.i - 1] not in markers("that"):
        return False
    return clause.governor is None and text.norms[clause.i - 2] not in markers("real_that")


def _shares(slot: str, verb: Clause, act: str) -> bool:
    """Has a noun in this slot a share in the tense of its verb, as a light verb's own has (سيرد بهجوم, but not «سيرد على هجوم», nor
    «سيشكل حكومة بعد استقالة الملقي»)?"""
    rows = verb.rows
    if act in ("assault", "retreat") and slot in markers("when"):
        return False
    if verb.kind == "noun" and slot in markers("goal") and any(key.startswith(f"{act}_") for _, key in rows):
        return True                             # فشلت في التوصل إلى اتفاق
    if slot not in markers("apart_from"):
        return any(t in ("light", "aux") for t, _ in rows)
    return any(t == "light" and light_slots()[key] == slot for t, key in rows)


def _of_another(g: Governor, clause: Clause, act: str) -> bool:
    """Is what somebody wishes for another's deed («يريد ترامب أن تتخلى كوريا الشمالية عن …»)?"""
    if g.status != "proposed" or g.control != "subj" or act in CONSULT or clause.kind != "verb":
        return False
    return clause.subject is not None and clause.subject.how in ("after", "before") and bool(clause.subject.mentions)


def _being(clause: Clause, clauses: list[Clause]) -> Clause:
    """The verb of being that a past verb hangs on («نفى أن يكون بوتين التقى ترامب»); the clause itself where there's none."""
    if clause.form.prefix[:1] in ("و", "ف"):    # توقع أن يحقق الجيش النصر، وأدان الهجوم
        return clause
    before = [c for c in clauses if c.kind == "verb" and c.sentence == clause.sentence and 0 <= clause.i - c.j <= 5][-1:]
    if before and before[0].tense == "present" and before[0].governor is not None and any(t == "aux" for t, _ in before[0].rows):
        return before[0] if before[0].slot and clause.tense == "past" else clause
    return clause


def noun_told_of(clause: Clause, clauses: list[Clause]) -> Clause | None:
    """The act noun close before a clause, of which a relative verb tells more («يتوقع قمة تجمعه مع كيم»); None where none is near."""
    near = [c for c in clauses if c.kind == "noun" and c.sentence == clause.sentence and 0 <= clause.i - c.j <= 3 and c.rows]
    return near[-1] if near else None


def _if(text: Text, clause: Clause) -> bool:
    """«إن انسحبت القوات», «إن لم تنسحب»: is it the perfect of a condition, or its negated imperfect?"""
    k = clause.i - (clause.i > 1 and text.norms[clause.i - 1] in markers("jussive"))
    return k > 0 and (clause.form.part == "perfect" or k < clause.i) and text.raw_of(k - 1, k) == "إن"


def _goes_on(text: Text, clause: Clause, clauses: list[Clause], act: str) -> bool:
    """«سيزور بكين ويلتقي شي», «ثم يزور رام الله حيث يجري مباحثات»: does an imperfect go on with what is to come?"""
    if clause.kind != "verb" or clause.tense != "present":
        return False
    joined = clause.form.prefix == "و" and (clause.subject is None or clause.subject.how == "dropped")
    if not joined and text.norms[clause.i - 1] not in markers("where"):
        return False
    before = [c for c in clauses if c.kind == "verb" and c.sentence == clause.sentence and c.i < clause.i and not c.relative][-1:]
    then = bool(before) and before[0].tense == "present" and plan_word("then", text.norms[before[0].i - 1], act) is not None
    return bool(before) and not before[0].negated and (then or before[0].tense == "future")


def _to_come(text: Text, clause: Clause) -> bool:
    """«يعقد مجلس الأمن جلسة طارئة الليلة», «يتوجه كونتي إلى كندا في نهاية الأسبوع»: is an imperfect dated by what is still to come?"""
    if clause.kind != "verb" or clause.tense != "present" or clause.relative or clause.anterior:
        return False
    words, line = markers("to_come"), text.norms[clause.j : min(clause.end, clause.j + 3 * _FAR)]
    return any(w in words or " ".join(line[k : k + 2]) in words for k, w in enumerate(line))


def _unless(text: Text, clause: Clause) -> bool:
    """«لن يلتقي كيم ما لم …», «ستلغي القمة إذا …»: does a condition stand behind the act's word in its sentence?"""
    norms = text.norms[clause.i : clause.end]
    return any(w in markers("if_behind") or w == "ما" and norms[k + 1 : k + 2] == ["لم"] for k, w in enumerate(norms))


def _has_doer(clause: Clause) -> bool:
    """«العقوبات الأمريكية», «تدخلاتها»: does a noun tell whose deed it is? «قصف سوريا» alone tells to whom it is done."""
    if any(a.role == "adjective" for a in clause.args):
        return True
    done_to = clause.object is None and any(t == "act" for t, _ in clause.rows)
    done_to = done_to and all(not a.prep or a.prep in markers("towards") for a in clause.args)
    return not done_to and any(a.role == "genitive" and (a.mentions or a.pronoun is not None) for a in clause.args)


def _owned_by_none(clause: Clause) -> bool:
    """Has a verbal noun no doer of its own, so that its governor's doer passes through (اتهم لندن بمحاولة اغتيال …)?"""
    return clause.kind == "noun" and not any(a.role == "genitive" and (a.mentions or a.pronoun) for a in clause.args)


def _to_be_held(clause: Clause, clauses: list[Clause]) -> bool:
    """Does a verb close behind the act's noun say that it will take place («اجتماع وزاري سيعقد في 19 يونيو»)?"""
    return any(
        c.kind == "verb"
        and c.tense == "future"
        and c.sentence == clause.sentence
        and 0 <= c.i - clause.j <= _REACH
        and any(t == "light" for t, _ in c.rows)
        and (c.relative or not clause.form.definite)
        and c.form.prefix[:1] not in ("و", "ف")
        for c in clauses
    )


def _ahead(text: Text, clause: Clause, act: str) -> str | None:
    """The row of قبل, قبيل, عشية before the act (قبل أن يلتقي), or of what counts to it (قبل ثلاثة أيام من لقائه)."""
    k = clause.i - 1
    while k > clause.start and k > clause.i - 4 and (text.norms[k] in markers("offset") or text.kinds[k] == "N"):
        k -= 1
    word = text.norms[k].removeprefix("و") if k < clause.i - 1 else text.norms[k]         # وقبل ساعات من لقاء
    if k >= clause.start and (found := plan_word("run_up", word, act)) is not None:
        return found.key
    if clause.kind == "verb" and clause.tense == "present" and (then := plan_word("then", text.norms[clause.i - 1], act)) is not None:
        return then.key
    counted = plan_word("counted", text.norms[clause.i - 1], act)
    before = text.norms[max(clause.start, clause.i - 5) : max(clause.start, clause.i - 2)]
    return counted.key if counted is not None and any(w in plan_words()["run_up"] for w in before) else None


def _looking_back(clause: Clause, clauses: list[Clause]) -> bool:
    """Is the sentence about the past («كان قد التقى … قبل القمة»)?"""
    return any(c.anterior and c.kind == "verb" and c.sentence == clause.sentence and c.i < clause.i for c in clauses)


def _plan(text: Text, clause: Clause, clauses: list[Clause], act: str) -> Word | None:
    """A word of plan beside the act: المرتقبة behind a noun, إمكانية before it, من المقرر أن ahead of a verb."""
    norms = text.norms
    intent, words = written("intent"), plan_words()["ahead"]
    for k in range(max(clause.start, clause.i - 3), clause.i):
        found = plan_word("intent", bare(norms[k]), act) if norms[k] in intent else None
        if found is not None and not markers("no_such").isdisjoint(norms[max(k - 3, 0) : k]):
            return found                        # لا توجد خطة لكي يسافر
    if clause.kind == "verb" and clause.i - clause.start > 1 and norms[clause.i - 1] in markers("that"):
        word = bare(norms[clause.i - 2])                # على ضرورة أن تنسحب روسيا
        found = plan_word("before", word, act) or (plan_word("before", word[1:], act) if word[:1] in _CLITICS else None)
        if found is not None:
            return found
    if clause.kind == "noun":
        relatives, topic, behind = markers("relatives"), markers("topic"), written("after")
        for k in range(clause.i + 1, min(clause.j + _REACH, clause.end)):
            if text.kinds[k] == "P" or norms[k] in relatives or norms[k] in topic:
                break
            found = plan_word("after", bare(norms[k]), act) if norms[k] in behind else None
            if found is not None:
                return found
        k = clause.i - 1
        while k > clause.start and text.kinds[k] == "P" and norms[k] == '"':
            k -= 1
        upon = ""
        if k > clause.start and (norms[k] in markers("origin") or norms[k] in markers("in") or norms[k] in markers("goal")):
            k -= 1                              # مخاوف من هجوم, الحق في التظاهر, الجهود الرامية إلى لقاء
        elif k > clause.start and norms[k] in markers("duty"):
            k, upon = k - 1, f" {norms[k]}"     # العمل على لقاء
        if k > clause.start and norms[k - 1] in markers("anniversary") and clause.form.prefix.endswith("ل"):
            k -= 1                              # الذكرى الثلاثين لاغتيال الرئيس
        article = norms[k].startswith("ال") and k == clause.i - 1
        if article and not clause.form.prefix.endswith("ب"):
            k = -1                              # دخل التاريخ، but تاريخ القمة
        if k >= clause.start:
            word = bare(norms[k]) + upon
            found = plan_word("before", word, act) or (plan_word("before", word[1:], act) if word[:1] in _CLITICS else None)
            if found is not None and (not article or found.status == "drop"):       # المطالبين باستقالة الرئيس
                return found
    elif clause.tense == "present":
        for k in range(max(clause.start, clause.i - 3), clause.i):
            if (found := plan_word("first", norms[k], act)) is not None and norms[k + 1] in markers("relatives"):
                return found
    for k in range(clause.i - 1, max(clause.start, clause.i - 8) - 1, -1):
        if text.kinds[k] == "P" and norms[k] != "،":
            break
        if norms[k] not in words:
            continue
        likely, k = norms[k], k - (norms[k - 1] in markers("un"))
        found = plan_word("ahead", likely if norms[k] == likely else f"{norms[k]} {likely}", act)     # من غير المرجح أن يزور
        if likely in markers("likely") and (clause.kind != "verb" or clause.form.part == "perfect" or PAST_BE in clause.rows):
            continue                            # من المرجح أن روسيا قصفت حلب, أن تكون روسيا وراء الهجوم
        state = likely.endswith("ه") and norms[k - 1] not in markers("in")         # حالة الطوارئ, no «في حالة»
        led = found is not None and (norms[k - 1] in markers("of_plan") or found.detail == "conditional" and not state)
        if led and norms[k - 1] not in markers("what"):
            between = any(c.kind == "verb" and k < c.i < clause.i for c in clauses if c.sentence == clause.sentence)
            return None if between else found
    return None
