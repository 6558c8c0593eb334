"""Whether what stands behind an act's word has a part in it, or belongs to something else told beside it."""

from __future__ import annotations

from ...arabic.words import Text
from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from .charges import held_at
from .resolver import Resolver
from .tables import Frame, acts, houses, of_act

OBJECTIVE = frozenset(("seize", "kill", "expel", "free", "restrict", "accuse"))  # إدانته, اعتقاله: he is the one it is done to
CUSTODY = frozenset(("seize", "judge", "expel"))
BACKING = frozenset(("support", "praise"))
_HARMS = ("sanction", "accuse", "assault", "coerce", "threaten", "reject")


def goes_through(frame: Frame, clause: Clause) -> bool:
    """«سيطرته على مواقع»: does the verb take what it is done to behind على, so that its noun's pronoun is the doer?"""
    rows = (acts()[r] for r in clause.rows if r in acts())
    asked = {name for row in rows if row.frame.id == frame.id for name, _ in row.when}
    return any(a.prep in asked & markers("duty") and frame.slots.get(a.prep) == "recipient" for a in clause.args)


def is_beyond(frame: Frame, argument: Argument, clause: Clause, text: Text) -> bool:
    """«اعتقلت ثلاثة بتهمة الإساءة للشعب», «القبض على ناشط بعد تصريحات للسيسي»: does it belong to why or when somebody is arrested?"""
    if frame.id not in CUSTODY or argument.prep in markers("agent"):
        return False
    if clause.kind != "noun" and argument.prep in markers("goal") and _its_own(argument, text):
        return True  # اعتقلت لصفعها جنديين
    return argument.i >= held_at(text, clause) or frame.id != "expel" and _once(argument, clause, text)


def _its_own(argument: Argument, text: Text) -> bool:
    """Does a single noun end in a pronoun, so that it is what the one arrested has done (لانتمائه)?"""
    if argument.pronoun is not None or argument.mentions:
        return False
    return text.raw_of(argument.i, argument.i + 1).endswith(("ه", "ها", "هم", "هما"))


def _once(argument: Argument, clause: Clause, text: Text) -> bool:
    """Does ل belong to what an arrest came before or behind, whose object has been told?"""
    told = any(a.role == "genitive" or a.prep in markers("duty") | markers("against") for a in clause.args if a.i < argument.i)
    if argument.prep not in markers("goal") or not told and clause.object is None:
        return False
    return any(text.norms[k] in markers("when") for k in range(clause.j, argument.i))


def beside_whom(argument: Argument, clause: Clause, resolver: Resolver) -> bool:
    """«حكمت محكمة على رجل بالسجن بعد التحاقه بداعش»: does ب stand where whom the sentence is on, or what it is, has been told?

    So too where it tells in which town («محكمة بالقاهرة»).
    """
    if argument.prep not in markers("charge"):
        return False
    if argument.noun is None and argument.mentions and is_place(resolver, argument, ("place", "state")):
        return True
    before = [a for a in clause.args if a.role == "prep" and a.i < argument.i]
    return any(a.prep in markers("duty") or a.prep in markers("charge") and a.noun is not None for a in before)


def of_its_relative(argument: Argument, clause: Clause, resolver: Resolver) -> bool:
    """«القمة التي تناولت التوتر بين واشنطن وبكين»: is it a relative verb's, which carries no act?"""
    if clause.kind != "noun" or clause.slot != "head" or clause.governor is None:
        return False
    verb = resolver.clauses[clause.governor]
    return verb.i < argument.i and not any(table in ("light", "act", "govern") for table, _ in verb.rows)


def of_bond(argument: Argument, clause: Clause, resolver: Resolver) -> bool:
    """«لقاءات في إطار العلاقات بين واشنطن وبكين»: does a noun for what is between two stand right before بين, far from the act's word?"""
    norms, k = resolver.text.norms, argument.i - 2
    if argument.prep not in markers("between") or k <= clause.i + 1 or argument.how == "suffix":
        return False  # محادثات السلام بين …
    own = next((c for c in resolver.clauses if c.kind == "verb" and c.j == k + 1 and c.i > clause.i), None)
    if own is not None and not any(t in ("act", "light") for t, _ in own.rows):
        return True  # قناة تفصل بين تايوان والفلبين
    word = norms[k].lstrip("و").removeprefix("ب").removeprefix("لل").removeprefix("ال")
    if word in markers("bonds"):
        return True
    before = norms[k - 1].removeprefix("لل").removeprefix("ال") if k - 1 > clause.i + 1 else ""
    return before in markers("bonds")  # الهدوء السائد بين الكوريتين


def beyond_it(argument: Argument, clause: Clause, resolver: Resolver) -> bool:
    """«لقاء نظيره قبل الذهاب إلى السفارة»: does a plain definite word, which is none of the act's own, stand right before إلى?"""
    k = argument.i - 2
    if argument.prep != "الي":
        return False
    told = (a for a in (clause.subject, clause.object, *clause.args) if a is not None and a.prep not in markers("when"))
    if k < clause.j or any(a.i <= k < a.j for a in told):
        return False
    return resolver.text.norms[k].startswith("ال")


def of_land(argument: Argument, clause: Clause, resolver: Resolver) -> bool:
    """«مؤتمر الهيئات المانحة لسوريا»: is it one state that stands behind ل, which a meeting is about and not of?"""
    if argument.prep != "ل" or argument.i <= clause.j or len(argument.mentions) != 1 or argument.pronoun is not None:
        return False
    m = resolver.names.mentions[argument.mentions[0]]
    return m.kind == "state" and m.form != "metonym" and len(m.entities) == 1


def of_deal(argument: Argument, clause: Clause, resolver: Resolver) -> bool:
    """Does a deal that was made with somebody stand right before it («الاتفاق الموقع مع طهران»)?"""
    norms = resolver.text.norms
    return argument.i - 2 > clause.i and norms[argument.i - 2].removeprefix("ل") in markers("concluded")


def where_to(argument: Argument, clause: Clause, resolver: Resolver) -> bool:
    """Is it the place a visit told on the way goes to («حذر خلال زيارته لإسرائيل من …»)?"""
    if not argument.mentions or not is_place(resolver, argument, ("place", "state")):
        return False
    way = (c for c in resolver.clauses if c.kind == "noun" and clause.i < c.i < argument.i and c.slot in markers("when"))
    visits = (c for c in way if of_act(c.rows, "visit"))
    return any(next((a.i for a in c.args if a.prep in markers("goal")), -1) == argument.i for c in visits)


def credited(argument: Argument, clause: Clause) -> bool:
    """Does it hang on who says so («مقتل مدنيين، وفق حصيلة للمرصد»)?"""
    return any(a.prep in markers("according") and a.i <= argument.i <= a.j for a in clause.args)


def of_others(argument: Argument, clause: Clause, resolver: Resolver) -> bool:
    """Does the argument of a noun that tells whom it is done to hang on another noun («اعتقال محتجين خلال مظاهرة ضد الجيش»)?

    Or point back from words about them («مقتل جنود ومسلحين موالين لها»)?
    """
    whom = next((a for a in clause.args if a.role == "genitive" and a.how != "suffix"), None)
    if clause.kind != "noun" or whom is None:
        return False
    if argument.pronoun is not None and argument.prep in markers("goal"):
        return argument.i > whom.j
    return argument.prep in markers("against") and whom.noun is None and taken_by_noun(argument, clause, resolver.clauses)


def of_the_dead(argument: Argument, clause: Clause, resolver: Resolver) -> bool:
    """«قتل شقيق لزعيم التنظيم»: is it one man behind the ل, to whom the one killed belongs, told right before it?"""
    owner = [m for k in argument.mentions if (m := resolver.names.mentions[k]).number == "s"]
    if argument.prep not in markers("goal") or not any(m.kind in ("person", "unnamed") or m.form == "office" for m in owner):
        return False
    dead = (clause.subject, clause.object, *(a for a in clause.args if a.role == "genitive" and a.how != "suffix"))
    return any(a is not None and a.j == argument.i and not a.mentions and a.noun is None and a.pronoun is None for a in dead)


def told_among(dead: Argument | None, clause: Clause, resolver: Resolver) -> bool:
    """«سقط قتلى وجرحى في صفوف الحوثيين»: is who they are, who are but called the dead, told behind من or في صفوف?"""
    if dead is None or dead.mentions or dead.nations or dead.noun is not None:
        return False
    first = next((a for a in clause.args if a.role == "prep" and a.i > dead.j), None)
    who = () if first is None or first.i > dead.j + 3 else (*first.mentions, *first.inner)
    if first is None or not any(resolver.names.mentions[k].kind in ("group", "institution", "unnamed") for k in who):
        return False
    return first.prep in markers("origin") or resolver.text.norms[first.i] in markers("ranks_of_fighters")


def of_nobody(owner: Argument) -> bool:
    """Is it a genitive that names nobody and no deed («اعتقال رفاق»)?"""
    return owner.role == "genitive" and owner.how == "after" and not (owner.mentions or owner.nations) and owner.noun is None


def told_behind(argument: Argument, clause: Clause, frame: Frame, resolver: Resolver, noun: bool) -> bool:
    """Is who does a deed told behind the ل of its noun («القمع الوحشي للجيش ضد المتظاهرين», «غارات لطائرات التحالف»)?

    Nobody in the genitive, and behind ل no town («ضربة في الضاحية الجنوبية لبيروت») and no people without arms («القصف العشوائي للمدنيين»).
    """
    owners = [a for a in clause.args if a.role == "genitive" and resolver.text.norms[a.i] not in markers("fire")]
    if argument.prep != "ل" or clause.kind != "noun" or owners or resolver.text.norms[clause.i] in markers("blow"):
        return False
    if any(a.j == argument.i and a.mentions == () and frame.slots.get(a.prep, "").endswith("recipient") for a in clause.args):
        return False  # ضربات على أهداف للنظام
    if frame.slots.get("subject") == "actor" and argument.mentions and argument.how == "direct":
        forces = noun and frame.id == "strike" and is_place(resolver, argument, ("group", "institution", "organization", "state"))
        on = markers("against") | markers("duty") if forces else markers("against")
        if any(a.prep in on and a.i > argument.j for a in clause.args):
            return True  # هجوم واسع للقوات الحكومية على مواقع المتمردين
    fired = any(a.role == "genitive" for a in clause.args)  # إطلاق النار العشوائي للجيش
    if not (noun and frame.id == "strike" or fired and frame.id in ("strike", "attack")) or is_place(resolver, argument, ("place",)):
        return False
    told = [resolver.names.mentions[k] for k in argument.mentions]
    towns = [m for m in told if m.form == "metonym" and m.kind not in ("organization", "group")]  # but «غارات للتحالف»
    return not towns and not any(m.kind == "unnamed" and resolver.names.entities[m.entity].sector == "CVL" for m in told)


def helps(text: Text, argument: Argument) -> bool:
    """Does من tell who helped («فرضت عقوبات بدعم كامل من ليبيا»), or a preposition why («أضربوا حدادا على الشهداء»)? No part in the act."""
    if argument.prep not in markers("origin"):
        return not markers("in_support").isdisjoint(text.norms[max(0, argument.i - 2) : argument.i])
    return not markers("by_support").isdisjoint(text.norms[max(0, argument.i - 3) : argument.i])


def taken_by_noun(argument: Argument, clause: Clause, clauses: list[Clause]) -> bool:
    """Does an act noun before the argument take it, whose frame has room for it?"""
    between = [c for c in clauses if c.kind == "noun" and clause.i < c.i < argument.i and any(a.i == argument.i for a in c.args)]
    if any(c.slot in markers("charge") and of_act(c.rows, "support") for c in between):
        return argument.prep in markers("origin")  # بدعم من الإمارات
    if argument.prep in markers("origin") and any(of_act(c.rows, "visit") for c in between):
        return True  # إثر عودتها من مقديشو
    return any(argument.prep in acts()[r].frame.slots for c in between for r in c.rows if r in acts())


def of_raid(argument: Argument, clause: Clause, clauses: list[Clause]) -> bool:
    """«عملية بالتزامن مع غارات للتحالف»: does another attack, that this one goes with, take the argument?"""
    between = (c for c in clauses if c.slot in markers("with") and clause.i < c.i < argument.i and of_act(c.rows, "assault"))
    return any(a.i == argument.i for c in between for a in c.args)


def of_a_noun(argument: Argument, clause: Clause, clauses: list[Clause]) -> bool:
    """Does an act noun between the clause's word and the argument take it too, that is neither its subject nor its object?"""
    own = {a.i for a in (clause.subject, clause.object) if a is not None}
    return any(
        c.kind == "noun" and clause.i < c.i < argument.i and c.i not in own and c.rows and any(a.i == argument.i for a in c.args)
        for c in clauses
        if c.sentence == clause.sentence
    )


def of_backed_deed(argument: Argument, clause: Clause, clauses: list[Clause], told: bool) -> bool:
    """«تضامنه مع قرار المغرب قطع علاقاته مع إيران»: does a deed that is backed take the argument, whose doer is `told`, or which harms?"""
    between = [
        c
        for c in clauses
        if c.kind == "noun" and clause.i < c.i < argument.i and c.sentence == clause.sentence and any(a.i == argument.i for a in c.args)
    ]
    return any(told and c.rows or any(of_act(c.rows, act) for act in _HARMS) for c in between)


def part_of(argument: Argument, clause: Clause, resolver: Resolver) -> bool:
    """«عقوبات على عشرة قادة من حزب الله»: does من tell, right behind people without a name, of whom they are a part?"""
    whom = next((a for a in clause.args if a.j == argument.i - 1 and a.role == "prep" and a.prep not in markers("origin")), None)
    return whom is not None and all(resolver.names.mentions[k].kind == "unnamed" for k in whom.mentions)


def is_house(resolver: Resolver, argument: Argument, clause: Clause) -> bool:
    """«مؤتمر صحفي بالإليزيه مع نظيره»: is a body behind ب where somebody meets the one behind مع? A place or state is («القمة بالرياض»)."""
    if argument.prep in markers("charge") and is_place(resolver, argument, ("place", "state")):
        return True
    if argument.prep not in markers("charge"):
        return False
    told = [m for m in (resolver.names.mentions[k] for k in argument.mentions) if m.kind == "institution" and m.form != "office"]
    if any(houses().get(m.entity, ("", False))[1] for m in told):
        return True  # «اجتماع بالبيت الأبيض»
    return bool(told) and any(a.prep in markers("with") for a in clause.args)


def is_place(resolver: Resolver, argument: Argument, kinds: tuple[str, ...]) -> bool:
    return any(resolver.names.mentions[k].kind in kinds for k in argument.mentions)
