"""The roles of a frame filled from the arguments of a clause."""

from __future__ import annotations

from ...arabic.clitics import bare
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from .belonging import (
    BACKING,
    OBJECTIVE,
    beside_whom,
    beyond_it,
    credited,
    goes_through,
    helps,
    is_beyond,
    is_house,
    is_place,
    of_a_noun,
    of_backed_deed,
    of_bond,
    of_deal,
    of_its_relative,
    of_land,
    of_nobody,
    of_others,
    of_raid,
    of_the_dead,
    part_of,
    taken_by_noun,
    told_among,
    told_behind,
    where_to,
)
from .charges import charged, charged_at, is_burdened, reasoned_at
from .conditions import in_town
from .resolver import Resolver
from .roles import SYMMETRIC, Roles
from .tables import Frame, acts, of_act, targets, weapons

_VERBAL_FRAMES = frozenset(("accuse", "denounce", "support", "praise", "refuse", "veto", "object_to", "deny", "threaten", "ask", "thank"))
_CRITICAL = frozenset(("accuse", "blast", "denounce", "regret"))
_WAGED = frozenset(("attack", "strike", "fight"))
_TRAVELS = frozenset(("visit", "arrive", "depart", "tour"))
_ONE = frozenset(("visit", "support"))  # a second argument behind the same preposition is another's
_DEADLY = frozenset(("kill", "die"))
VOWED = frozenset(("promise", "accept"))  # تعهد أردوغان, موافقة البرلمان: he is the one who does it
_AT_PLACES = frozenset(
    ("visit", "arrive", "depart", "present", "attack", "strike", "seize", "seize_thing", "fight", "send", "give", "mobilize", "withdraw")
    + ("relocate", "clear", "opening")
)


class _Filling:
    """The roles of one clause while they're filled."""

    def __init__(self, roles: Roles, frame: Frame, clause: Clause, resolver: Resolver, skip: frozenset[str]) -> None:
        self.roles, self.frame, self.clause, self.resolver, self.skip = roles, frame, clause, resolver, skip
        self.places = frame.id in _AT_PLACES

    def put(self, slot: str, argument: Argument | None) -> bool:
        """Put whom an argument stands for into the role of its slot, what it is into the matter; was there anybody new?"""
        frame = self.frame
        role = frame.slots.get(slot)
        if role is None or argument is None or slot in self.skip:
            return False
        roles, clause, resolver = self.roles, self.clause, self.resolver
        if role == "object":
            if roles.object is None:
                roles.object = (argument.i, argument.j)
            return False
        inner, noun = slot in frame.inner, argument.noun
        if frame.id == "send" and noun is not None and slot in markers("goal"):  # قدمت اليابان أموالا لمساعدة النازحين
            inner = inner or of_act(resolver.clauses[noun].rows, "aid")
        if role != "recipient":
            return roles.add(role, resolver.ids(argument, clause, inner=inner), argument)
        word = resolver.text.norms[argument.i].removeprefix(argument.prep)
        if frame.id in BACKING and not argument.nations and not markers("harm_to").isdisjoint((word, bare(word))):
            return False  # أيد معاقبة سوريا, رحب بطرد السفير الإيراني
        travels = frame.id in _TRAVELS
        if frame.id == "arrive" and argument.role == "object" and any(
            resolver.names.mentions[k].kind == "person" or resolver.names.mentions[k].form == "office" for k in argument.mentions
        ):
            return False  # «توجه كيم، نائب رئيس اللجنة، إلى واشنطن»
        inner = inner or travels and in_town(argument, resolver.text, resolver.names)
        ids = resolver.ids(argument, clause, inner=inner, places=self.places)
        if frame.id in _WAGED:
            ids = [e for e in _theirs(argument, clause, resolver) if e not in roles.ids.get("actor", ())] or ids
        tours = frame.id in ("visit", "tour")
        if not ids and travels and (tours or clause.kind == "verb"):
            ids = resolver.regions(argument) or (resolver.land_of(argument, clause) if tours else [])
        if argument.mentions:
            named = [resolver.names.mentions[k] for k in argument.mentions]
            if slot not in markers("in") and any(m.kind == "state" and m.form != "metonym" for m in named):
                roles.stated = True
        elif argument.pronoun is None and roles.object is None:
            roles.object = (argument.i, argument.j)
        return roles.add(role, ids, argument)


def _elsewhere(filling: _Filling, argument: Argument) -> bool:
    """Does what stands behind a preposition belong to something else told beside the act («لقاءاته لبحث الاتفاق الموقع مع طهران»)?"""
    frame, clause, roles, resolver = filling.frame, filling.clause, filling.roles, filling.resolver
    if frame.id == "backed" and argument.prep in markers("charge") and argument.i > clause.j:
        return True  # للحوثيين المدعومين من طهران التحكم باليمن
    if is_beyond(frame, argument, clause, resolver.text) or frame.id == "judge" and beside_whom(argument, clause, resolver):
        return True  # القبض على ناشط بعد يوم من تصريحات للسيسي, حكمت محكمة على رجل بالسجن لصلاته بداعش
    norms = resolver.text.norms
    if argument.prep in markers("origin") and norms[argument.i - 1] == argument.prep and bare(norms[argument.i - 2]) in markers("close_to"):
        return True  # مسلحون من جماعة قريبة من القاعدة
    if argument.prep == "ل" and argument.pronoun is not None and clause.kind == "verb" and frame.id in _WAGED:
        return True  # «البلدة، التي قصفها الجيش، ليس له وجود فيها»
    if argument.how == "apart" and clause.kind != "noun" and frame.id in _VERBAL_FRAMES and frame.id != "veto":
        if argument.prep in markers("apart") or argument.prep in markers("with") and roles.ids.get("recipient"):
            return True
    if frame.id not in _TRAVELS and argument.prep in markers("goal") and where_to(argument, clause, resolver):
        return True  # «تحذير أطلقه بومبيو خلال زيارته لإسرائيل»
    if argument.prep in markers("company") and clause.kind != "noun" and resolver.of_topic(argument, clause):
        return True  # اجتمع مون مع كيم لمناقشة قمة بين كيم وترامب
    if frame.id in ("meet", "call") and argument.prep in markers("with") and of_deal(argument, clause, resolver):
        return True  # «بحث خلال لقاءاته الاتفاق الموقع مع طهران»
    if frame.id in ("meet", "call") and resolver.of_another(argument, clause):
        return True  # محادثات بشأن القمة بين كيم وترامب
    if (frame.id in ("meet", "call") or any(t == "noun" for t, _ in clause.rows)) and of_bond(argument, clause, resolver):
        return True  # «لقاءات وسط توتر في العلاقات بين باريس وروما»
    if frame.id == "meet" and clause.kind == "noun" and of_land(argument, clause, resolver):
        return True  # «قمة مخصصة لسوريا»
    before = resolver.text.norms[max(clause.j, argument.i - 3) : argument.i] if frame.id in ("meet", "call") else ()
    if not markers("according").isdisjoint(before):
        return True  # «تحدث إلى الأمير، وفقا لبيان للبيت الأبيض»
    if frame.id == "meet" and beyond_it(argument, clause, resolver):
        return True  # لقاء نظيره قبل الذهاب إلى السفارة
    if frame.id == "meet" and argument.prep in markers("with") and argument.how == "apart" and not argument.mentions:
        if argument.noun is None and argument.pronoun is None and len(roles.ids.get("actor", ())) > 1:
            return True  # «لقائه نظيره، مع تغريدات ترامب»
    if frame.id in ("meet", "call") and argument.prep in markers("company") and of_its_relative(argument, clause, resolver):
        return True  # «قمتهم التي ركزت على الخلافات بين واشنطن وحلفائها»
    if frame.id in ("meet", "call") and (argument.prep in markers("undergone") or argument.prep in markers("goal")):
        towards = clause.kind == "noun" and resolver.text.norms[argument.i - 1] == argument.prep     # القمة متجها إلى سنغافورة
        if taken_by_noun(argument, clause, resolver.clauses) or towards and is_place(resolver, argument, ("place", "state")):
            return True  # «المفاوضات بعد اعتراف ترامب بالقدس عاصمة لإسرائيل»
    if argument.prep in markers("between") and argument.how == "apart" and of_a_noun(argument, clause, resolver.clauses):
        return True  # «التقى بومبيو كيم لبحث القمة بين كيم وترامب»
    if argument.prep != "" and credited(argument, clause) or frame.id in OBJECTIVE and of_others(argument, clause, resolver):
        return True  # «مقتل مدنيين، وفق حصيلة للمرصد», «اعتقال محتجين خلال مظاهرة ضد الجيش»
    if helps(resolver.text, argument) or frame.id in _DEADLY and of_the_dead(argument, clause, resolver):
        return True
    if frame.id in BACKING and clause.kind == "verb" and clause.object is not None and clause.object.how == "relative":
        return True  # «قوات يدعمها التحالف في معركة مع الحوثيين»
    if frame.id in BACKING and of_backed_deed(argument, clause, resolver.clauses, bool(roles.ids.get("recipient"))):
        return True  # «تأييده لإعلان المغرب قطع علاقاته مع إيران»
    second = frame.id in _ONE and any(a.prep == argument.prep and a.i < argument.i for a in clause.args if a.role == "prep")
    if second and roles.ids.get("recipient"):
        return True  # «زيارته إلى واشنطن لدعوة الشركات إلى فرنسا», «تضامنه مع قرار المغرب بقطع العلاقات مع إيران»
    judged = frame.id == "accuse" and clause.kind == "verb" and clause.object is not None and argument.i > clause.object.i
    if judged and argument.prep in markers("goal") and roles.ids.get("recipient"):
        return True  # انتقد مضايقات الحوثيين للصحفيين
    if argument.how == "apart" and filling.places and clause.kind != "noun" and roles.ids.get("recipient"):
        return True  # «غادر إلى بروكسل للمشاركة في اجتماع لوزراء الحلف»
    return False


def _no_side(filling: _Filling, argument: Argument) -> bool:
    """Is what stands behind a preposition a place, a reason or a matter, and no side of the act («القمة العربية بالرياض»)?"""
    frame, clause, roles, resolver = filling.frame, filling.clause, filling.roles, filling.resolver
    if argument.prep in markers("origin") and frame.id == "restrict" and clause.kind == "verb" and roles.ids.get("actor"):
        return True  # حظرت استيراد الفواكه من لبنان
    if argument.prep in markers("origin") and frame.id in _DEADLY and is_place(resolver, argument, ("place", "state")):
        return True  # مقتل أربعة قادمين من سوريا
    if argument.prep in markers("goal") and frame.id in ("strike", "attack") and of_raid(argument, clause, resolver.clauses):
        return True  # عملية بالتزامن مع غارات للتحالف
    if argument.prep in markers("goal") and frame.id == "expel" and argument.how == "apart":
        return True  # طردت داعش من المناطق المحاذية للحدود العراقية
    if argument.prep in markers("origin") and frame.id == "restrict" and part_of(argument, clause, resolver):
        return True  # عقوبات على عشرة قادة من حزب الله
    if argument.prep in markers("origin") and taken_by_noun(argument, clause, resolver.clauses):
        return True  # أمر بسحب القوات من سوريا
    reason = argument.noun is not None and argument.prep in markers("judged_for")
    if reason and frame.id in _VERBAL_FRAMES and roles.ids.get("recipient"):
        return True  # انتقد أوباما لموافقته على الاتفاق مع إيران
    if argument.noun is not None and argument.prep in markers("in"):
        return True  # قتل في غارة إسرائيلية: the raid is no victim
    whom = frame.slots.get(argument.prep) == "actor" and argument.prep in markers("charge")
    met = frame.id == "meet" or clause.kind != "noun" and clause.object is not None and clause.object.mentions
    if whom and (is_place(resolver, argument, ("place", "state") if met else ("place",)) or is_house(resolver, argument, clause)):
        return True  # القمة العربية بالرياض, استقبل الملك لافروف بعمان
    if whom and frame.id == "meet" and clause.kind == "verb" and clause.object is not None and clause.object.mentions:
        if all(resolver.names.mentions[k].kind == "institution" and resolver.names.mentions[k].form != "office" for k in argument.mentions):
            return True  # استقبل الملك نائب الوزير بوزارة الخارجية
    if frame.id == "doubt" and any(a.prep == argument.prep and a.i < argument.i for a in clause.args if a.role == "prep"):
        return True  # شكك في نزاهة الانتخابات في العراق
    return False


def fill(roles: Roles, frame: Frame, clause: Clause, resolver: Resolver, *, noun: bool = False, skip: frozenset[str] = frozenset()) -> None:
    """Fill the frame's roles from a clause's arguments; `noun`: the row is a noun, whose genitive is the doer."""
    filling, killing = _Filling(roles, frame, clause, resolver, skip), False
    charge = min(charged_at(clause), reasoned_at(clause)) if frame.id in _CRITICAL else charged_at(clause)
    if clause.kind != "noun":
        if clause.form.person == 1 and "subject" in frame.slots:
            roles.add(frame.slots["subject"], resolver.speaker(clause.i), Argument("subject", clause.i, clause.j))
        elif clause.kind == "participle" and clause.i and resolver.text.norms[clause.i - 1] in markers("we") and "subject" in frame.slots:
            roles.add(frame.slots["subject"], resolver.speaker(clause.i), Argument("subject", clause.i, clause.j))  # نحن ملتزمون بالاتفاق
        both = resolver.two(clause) if is_of_two(clause) and frame.slots.get("subject") == "actor" else []
        if both:
            roles.add("actor", both, Argument("subject", clause.i, clause.j))
            clause.subject = None
        if clause.passive:
            filling.put("object", clause.subject)
            filling.put("subject", next((a for a in clause.args if a.prep in markers("agent")), None))
        else:
            if not (_others_verb(clause, resolver) or frame.id == "die" and told_among(clause.subject, clause, resolver)):
                filling.put("subject", clause.subject)
            filling.put("object", clause.object)
    else:
        genitive = next((a for a in clause.args if a.role == "genitive"), None)
        if frame.id == "exchange" and genitive is not None and _forces(genitive, resolver):
            genitive = None  # تبادل أسرى بين موسكو ولندن
        killing = _of_killing(frame, genitive, resolver)
        if killing or _is_sent(frame, clause, genitive, resolver):
            genitive = None
        by = {a.prep: a for a in reversed(clause.args) if a.role == "prep" and not is_beyond(frame, a, clause, resolver.text)}
        if frame.id == "attack" and not noun:  # «وافقت منذ غزو العراق على وقف القتال مع الجيش»: what hangs apart, and peace, isn't its
            peace = {p for p, a in by.items() if a.noun is not None and of_act(resolver.clauses[a.noun].rows, "retreat")}
            by = {p: a for p, a in by.items() if a.how != "apart" and p not in peace}
        if genitive is not None and frame.id in _VERBAL_FRAMES and (twin := _twin(genitive, resolver)) is not None:
            by = {a.prep: a for a in reversed(twin.args) if a.role == "prep"} | by
        struck = noun and frame.id in ("strike", "attack") and not markers("attack_at").isdisjoint(resolver.text.norms[clause.i : clause.j])
        sent = frame.id == "mobilize" and genitive is not None and _forces(genitive, resolver)
        if sent and clause.governor is not None:
            rows = resolver.clauses[clause.governor].rows
            if any(of_act(rows, act) for act in ("accuse", "reject")):
                filling.skip |= {"object"}
        visited = _is_visited(frame, clause, genitive, resolver)
        backed = visited or _is_backed(frame, clause, genitive, by, resolver)
        _noun(filling, genitive, by, noun, struck, sent, backed)
        roles.stated = roles.stated and not visited
    late: list[Argument] = []
    vague = clause.kind == "noun" and frame.id == "seize" and any(of_nobody(a) for a in clause.args)
    for argument in clause.args:
        if argument.role == "prep":
            if argument.i > charge and argument.prep not in markers("agent"):
                continue  # اتهام موسكو بشن هجوم على سكريبال, انتقادات بسبب هجوم على قرية
            if vague and argument.prep in markers("goal"):
                continue  # اعتقال رفاق لهم
            if killing and frame.slots.get(argument.prep) == "recipient" or _elsewhere(filling, argument):
                continue
            if argument.prep in markers("goal") and told_behind(argument, clause, frame, resolver, noun):
                filling.put("subject", argument)
                continue
            unowned = noun and not any(a.role == "genitive" for a in clause.args)
            if unowned and argument.prep == "ل" and frame.id in ("visit", "tour") and argument.mentions:
                if all(resolver.names.mentions[k].kind == "person" for k in argument.mentions):
                    filling.put("subject", argument)  # زيارة للرئيس إلى دمشق
                    continue
            if _no_side(filling, argument):
                continue
            if argument.prep in markers("in") and frame.slots.get(argument.prep) == "recipient":
                if clause.kind == "noun" and frame.id == "tour" and argument.i > clause.j + 3:
                    continue  # «جولة أوروبية بعد أسابيع من مواجهات في غزة»
                late.append(argument)
                continue
            if frame.id in ("veto", "vote") and argument.pronoun is not None:
                continue  # «استخدمت حق النقض ضده»
            if frame.id == "investigate" and argument.prep in markers("topic"):
                if not any(a.prep in markers("against") | markers("with") for a in clause.args):
                    late.append(argument)  # «تحقيق مع لافارج بشأن تمويل داعش»
                continue
            filling.put(argument.prep, argument)
    for argument in late:  # the place stands for the target only where no target is named
        if not roles.ids.get("recipient") and not (argument.mentions and is_place(resolver, argument, ("organization",))):
            filling.put(argument.prep, argument)  # غارات قبل تصويت في مجلس الأمن


def _theirs(argument: Argument, clause: Clause, resolver: Resolver) -> list[str]:
    """«غارات على مواقعه», «مهاجمة قواتها»: whose what is struck is, told by its pronoun; a ruler's are his state's."""
    if argument.noun is not None or argument.pronoun is not None:
        return []
    whose = resolver.whose(argument, clause, targets()) or resolver.whose(argument, clause, weapons())
    rules = ("GOV", "MIL", "SPY")
    known = {e: resolver.names.entities.get(e) for e in whose}
    return [resolver.state_of(e) if (x := known[e]) is not None and x.sector in rules else e for e in whose]  # no blogger's house


def _forces(owner: Argument, resolver: Resolver) -> bool:
    """Is what stands behind a verbal noun sent or placed (نشر صواريخ, إرسال مقاتلين), nobody who sends?"""
    return owner.how != "suffix" and all(resolver.names.mentions[k].kind == "unnamed" for k in owner.mentions)


def _victim(genitive: Argument, clause: Clause, resolver: Resolver) -> bool:
    """«اغتيال سكريبال وابنته», «إعدام رهائن أجانب»: is it one man, or people behind whom nothing but an adjective stands?"""
    m, behind = resolver.names.mentions[genitive.mentions[0]], clause.object
    if m.kind != "unnamed" or behind is None:
        return m.kind == "person"
    adjective = not behind.mentions and behind.noun is None and behind.j - behind.i == 1
    return adjective and not resolver.text.norms[behind.i].endswith("ا")


def _twin(genitive: Argument, resolver: Resolver) -> Clause | None:
    """«إدانة المملكة واستنكارها للتفجير»: the noun joined to this one, whose pronoun is the doer of both."""
    for c in resolver.clauses:
        if c.i == genitive.j:
            return c if c.kind == "noun" and c.form.suffix and resolver.text.norms[c.i].startswith("و") else None
    return None


def _is_sent(frame: Frame, clause: Clause, genitive: Argument | None, resolver: Resolver) -> bool:
    """«إرسال جنود إلى منبج»: are those behind the deed's noun people of no name, whom somebody else sends?"""
    if frame.id not in ("mobilize", "send") or genitive is None or clause.object is not None or not genitive.mentions:
        return False
    return all(resolver.names.mentions[k].kind == "unnamed" for k in genitive.mentions)


def _of_purpose(frame: Frame, clause: Clause, genitive: Argument, by: dict[str, Argument]) -> bool:
    """«سافر إلى واشنطن لحث ترامب على البقاء», «محاولة إقناع ترامب»: who does it is told elsewhere, behind it stands to whom."""
    if frame.slots.get("object") != "recipient" or clause.object is not None or genitive.how == "suffix":
        return False
    if any(p in markers("goal") for p in by) and frame.id not in ("ask", "press", "invite"):
        return False  # لدعم إيران للحوثيين
    form = clause.form
    return form.prefix.endswith("ل") and not form.definite or form.row in markers("moves")


def _is_backed(frame: Frame, clause: Clause, genitive: Argument | None, by: dict[str, Argument], resolver: Resolver) -> bool:
    """«تورط إيران في دعم الحوثيين», «أموال لدعم الجيش»: is the one behind the support backed, by somebody told elsewhere?"""
    if frame.id != "support" or genitive is None or genitive.how == "suffix" or not genitive.mentions or clause.object is not None:
        return False
    if any(p in markers("goal") and a.noun is None for p, a in by.items()):
        return False
    governed = clause.governor is not None and any(t == "govern" for t, _ in resolver.clauses[clause.governor].rows)
    if not clause.form.prefix and clause.i and resolver.text.norms[clause.i - 1] in markers("in"):
        return True  # لعب دورا في دعم الجيش
    return governed or clause.form.prefix.endswith("ل") and not clause.form.definite


def _is_visited(frame: Frame, clause: Clause, genitive: Argument | None, resolver: Resolver) -> bool:
    """«يستعد لزيارة النمسا»: a land or a town is visited, and visits nobody."""
    if frame.id != "visit" or genitive is None or genitive.how == "suffix" or not genitive.mentions or clause.object is not None:
        return False
    return all(resolver.names.mentions[k].kind in ("state", "place") for k in genitive.mentions)


def _of_killing(frame: Frame, genitive: Argument | None, resolver: Resolver) -> bool:
    """«عمليات إعدام رهائن في الرقة»: are the deeds of an operation killings, which tell whom they are done to?"""
    if genitive is None or genitive.noun is None or frame.id not in ("strike", "attack"):
        return False
    return any(r in acts() and acts()[r].frame.id == "kill" for r in resolver.clauses[genitive.noun].rows)


def is_of_two(clause: Clause) -> bool:
    """«واتفقا على هدنة»: is it a dual of the past, which never has its subject behind it, and nobody but one before it?"""
    form, subject = clause.form, clause.subject
    if clause.kind != "verb" or (form.part, form.person, form.number) != ("perfect", 3, "d") or form.voice == "passive":
        return False
    if not any(of_act(clause.rows, act) for act in SYMMETRIC):
        return False
    return subject is None or subject.how == "after" or subject.how == "dropped" and len(subject.mentions) == 1


def _others_verb(clause: Clause, resolver: Resolver) -> bool:
    """Is the verb a plural or a dual behind its subject («يعتقد أنهم خطفوا»), and the subject gone on with one man? Then it isn't his."""
    subject, form = clause.subject, clause.form
    plural = (form.person, form.gender, form.number) == (3, "m", "p") or (form.person, form.number) == (3, "d")
    if subject is None or subject.how != "dropped" or not plural or len(subject.mentions) != 1:
        return False
    m = resolver.names.mentions[subject.mentions[0]]
    return m.kind == "person" and m.number == "s" and len(m.entities) == 1


def _whom_for(frame: Frame, prep: str, argument: Argument) -> bool:
    """«اعتقالها لناشطين»: is ل before whom the one told by a pronoun does it to? Not «احتجازه لأسابيع», «ترحيله للقذافي»."""
    if prep not in markers("goal") or frame.id == "expel":
        return False
    return frame.id == "accuse" or bool(argument.mentions or argument.inner)


def _agent(clause: Clause, genitive: Argument | None, resolver: Resolver) -> Argument | None:
    """«إطلاق صواريخ من قبل الحوثيين»: who does a deed told by its noun, nothing but its object before him."""
    by = next((a for a in clause.args if a.prep in markers("agent")), None)
    if by is None or not (by.mentions or by.inner) or genitive is not None and genitive.noun is not None:
        return None
    before = [a for a in clause.args if a.role == "prep" and a.i < by.i]
    apart = any(a.noun is not None or a.how == "apart" and not is_place(resolver, a, ("place", "state")) for a in before)
    return None if apart else by                # توقيف الشيخ، شرقي سوريا، على يد القوات الكردية


def _noun(
    filling: _Filling, genitive: Argument | None, by: dict[str, Argument], noun: bool, struck: bool, sent: bool, backed: bool
) -> None:
    """Genitive, object and adjectives of a verbal noun: the genitive is the doer where a second participant is told apart."""
    frame, clause, resolver = filling.frame, filling.clause, filling.resolver
    adjective = next((a for a in clause.args if a.role == "adjective"), None)
    agent = _agent(clause, genitive, resolver) if frame.slots.get("object") == "recipient" else None
    if genitive is not None and frame.id == "free" and resolver.whose_freedom(genitive):
        filling.put("object", genitive)  # إخلاء سبيله شرط عدم مغادرته تركيا
        clause.object = None
        return
    if genitive is not None and genitive.how != "suffix" and frame.id == "accuse" and is_burdened(clause):
        filling.put("object", genitive)  # تحميل إيران مسؤولية الهجوم
        return
    if frame.slots.get("object") == frame.slots.get("subject"):  # mutual: everybody is an actor
        filling.put("subject", genitive)
        filling.put("subject", next((a for a in clause.args if a.prep in markers("agent")), None))  # استقباله من طرف الملك
        filling.put("object", clause.object)
    elif agent is not None:  # إطلاق صواريخ من قبل الحوثيين, اعتقاله من قبل الشرطة
        filling.put("subject", agent)
        filling.put("object", genitive)
    elif genitive is not None and charged(clause, genitive, by):
        filling.put("object", genitive)
    elif genitive is not None and backed:
        filling.put("object", genitive)  # تورط إيران في دعم الحوثيين
    elif genitive is not None and genitive.mentions and frame.id in VOWED:
        filling.put("subject", genitive)  # تعهد أردوغان بالاستقالة
        filling.put("object", clause.object)
    elif genitive is not None and not noun and _of_purpose(frame, clause, genitive, by):
        filling.put("object", genitive)
    elif genitive is not None:
        held = frame.id in ("seize", "seize_thing", "restrict")
        done_to = frame.id in OBJECTIVE and genitive.how == "suffix"  # اعتقالها في حملة ضد ناشطين: a campaign against others
        through = done_to and goes_through(frame, clause)
        second = clause.object is not None or through or any(
            (_whom_for(frame, p, a) if done_to else p not in markers("in"))
            and frame.slots.get(p) == "recipient"
            and not (held and p in markers("origin") and a.noun is not None)
            for p, a in by.items()
        )  # منع إسرائيل من الاعتداء: the deed is nobody
        hurt = frame.id == "kill" and (clause.object is None or genitive.mentions and _victim(genitive, clause, resolver))
        above = clause.governor if through and clause.slot == "object" else None
        if above is not None and (his := resolver.clauses[above]).kind == "verb" and his.subject is not None:
            filling.roles.add("actor", resolver.subject(his), his.subject)  # بسطت القوات، بدعم من التحالف، سيطرتها على المدينة
            return
        given = frame.id == "give" and genitive.how == "suffix" and clause.object is None and any(p in markers("charge") for p in by)
        if given or hurt or frame.id in OBJECTIVE and genitive.how == "suffix" and not second:
            filling.put("object", genitive)  # اغتيال سكريبال, مقتله
        elif frame.id == "attack" and genitive.how == "suffix" and not second:
            pass  # تدميره: of a thing
        elif struck and not second and is_place(resolver, genitive, ("place",)) and filling.put("object", genitive):
            pass  # هجمات باريس
        elif noun and genitive.how != "suffix" and genitive.mentions and filling.put("subject", genitive):
            pass
        elif genitive.how == "suffix" or second or frame.slots.get("genitive") == "actor" and frame.slots.get("object") != "recipient":
            if frame.slots.get("genitive") == "recipient" and not second:
                filling.put("genitive", genitive)
            elif sent:
                filling.put("object", genitive)  # بدأت روسيا نشر صواريخ
            else:
                filling.put("subject", genitive)
        else:
            filling.put("object", genitive)
        filling.put("object", clause.object)
    filling.put("adjective", adjective)
