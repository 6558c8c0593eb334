"""Which clause governs which, and the slot it fills there."""

from __future__ import annotations

from .before import CHARGES
from .item import Item
from .model import COMMA, COMP, MENTION, NOUN, PHRASE, PREDICATES, Argument, Clause, X
from .words import markers


def govern(items: list[Item], clauses: list[Clause], opened: int, norms: list[str]) -> None:
    """Set `governor` and `slot` in the clauses of one sentence, those from `opened` on.

    «قرر ترامب إلغاء القمة»: قرر governs إلغاء, إلغاء governs القمة.
    """
    verbs: list[int] = []
    tied: list[int] = []
    for k, item in enumerate(items):
        kind = item.kind
        if kind & PREDICATES:
            _link(item, clauses[item.clause], clauses, norms)
            if kind != NOUN:
                verbs.append(k)
            elif item.joined and not item.prep:
                tied.append(k)
    for k in tied:
        _join(items, k, clauses)
    if verbs:
        _told(items, verbs, clauses, opened)


def _link(item: Item, clause: Clause, clauses: list[Clause], norms: list[str]) -> None:
    """What the arguments of a clause are headed by."""
    own = item.clause
    for argument, slot in ((clause.subject, "subject"), (clause.object, "object")):
        if argument is None or argument.noun is None or argument.noun == own or (slot == "subject" and item.kind == NOUN):
            continue
        target = clauses[argument.noun]
        head = argument.how == "relative"
        above = clauses[target.governor] if target.governor is not None else None
        light = item.kind == NOUN and any(t in ("light", "govern") for t, _ in clause.rows)
        held = above is not None and above.kind == "verb" and above.i < target.i and any(t in ("light", "govern") for t, _ in above.rows)
        carried = held and slot == "subject" and (target.slot in ("object", "subject") or target.slot in markers("charge"))
        nearer = light and above is not None and above.kind == "verb" and above.i < clause.i < target.i  # أدى شن روسيا غارات
        if above is None or (head and not carried) or nearer:  # أجرى محادثات استمرت ساعات: held, not lasted
            target.governor, target.slot = own, "head" if head else slot
    _within(clause, own, clauses, norms)
    for argument in clause.args:
        if argument.noun is not None and argument.noun != own:
            target = clauses[argument.noun]
            held = target.slot in ("object", "genitive")
            resumed = clause.relative and argument.role == "prep" and argument.i < clause.i and not held  # «خلال زيارة يقوم بها لافروف»
            near = item.kind == NOUN or argument.how in ("direct", "after", "suffix") or _undergone(clause, argument)
            charge = item.kind == NOUN and CHARGES in clause.rows and argument.prep in markers("charge")  # رد على اتهامها بقتل
            resumed = resumed or _nearer(item, clause, target, argument, clauses)
            if resumed or charge or target.governor is None and (near or _decreed(clause, argument, norms)):
                target.governor, target.slot = own, argument.prep or argument.role


def _within(clause: Clause, own: int, clauses: list[Clause], norms: list[str]) -> None:
    """«حزمة العقوبات التي فرضتها واشنطن»: the noun that ends what a light verb's relative clause is about is what the verb carries."""
    what = clause.object
    if what is None or what.how != "relative" or what.mentions or all(t != "light" for t, _ in clause.rows):
        return
    inner = next((c for c in reversed(clauses[:own]) if c.kind == "noun" and what.i < c.i and c.j == what.j), None)
    if inner is None or not inner.form.definite:
        return
    if what.noun is None:
        if inner.governor is None:
            inner.governor, inner.slot = own, "head"
        return
    first, feminine = clauses[what.noun], norms[what.j] in markers("feminine_relative")
    other = _feminine(first, norms) != feminine or not any(t == "noun" for t, _ in first.rows)
    if other and _feminine(inner, norms) == feminine:           # وقف الغارات التي شنتها: the raids were waged
        inner.governor, inner.slot = own, "head"
        what.i, what.noun = inner.i, clauses.index(inner)
        if first.governor == own and first.slot == "head":
            first.governor, first.slot = None, ""


def _feminine(noun: Clause, norms: list[str]) -> bool:
    """Does a feminine singular relative go with the noun?"""
    return norms[noun.i].endswith(("ه", "ات")) or noun.form.number == "p"


def _nearer(item: Item, clause: Clause, target: Clause, argument: Argument, clauses: list[Clause]) -> bool:
    """«جدد مطالبته باتخاذ إجراءات»: the demand governs what is behind it, not the verb that only carries the demand."""
    if item.kind != NOUN or target.governor is None or target.slot != argument.prep or not any(t == "govern" for t, _ in clause.rows):
        return False
    above = clauses[target.governor]
    if above.kind == "noun" and clause.slot == "genitive" and argument.prep in markers("charge") and clause.governor == target.governor:
        return above.i < clause.i < target.i    # لبحث التهديدات بقصف سوريا
    return above.kind == "verb" and above.i < clause.i < target.i and not any(t in ("govern", "act") for t, _ in above.rows)


def _decreed(clause: Clause, argument: Argument, norms: list[str]) -> bool:
    """«وقع ترامب مرسوما بفرض عقوبات»: a decree, the verb's object, says what is done."""
    what = clause.object
    if what is None or what.mentions or what.noun is not None or what.j != argument.i or argument.prep not in markers("charge"):
        return False
    return norms[what.i] in markers("decree")


def _undergone(clause: Clause, argument: Argument) -> bool:
    """«تعرض صحفي للاعتقال», «عبر الوزير عن رفضه»: only the subject, an ordinary noun, stands between a verb and what it is said of."""
    subject = clause.subject
    if subject is None or clause.object is not None or subject.how != "after" or subject.mentions or subject.noun is not None:
        return False
    return argument.prep in markers("undergone") and argument.i - subject.j <= (argument.prep in markers("stands_apart"))


def _join(items: list[Item], k: int, clauses: list[Clause]) -> None:
    """«زيارة موسكو ولقاء بوتين»: a noun tied by و is governed as the one before it."""
    clause = clauses[items[k].clause]
    if clause.governor is not None:
        return
    n = k - 1
    while n >= 0 and k - n < 6 and items[n].kind & (MENTION | X):
        if items[n].kind == X and items[n].prep in markers("because"):
            return  # بسبب الأزمة وضم القرم: tied to the crisis
        n -= 1
    if n >= 0 and items[n].kind == NOUN:
        twin = clauses[items[n].clause]
        if twin.governor is not None and twin.slot != "head":
            clause.governor, clause.slot = twin.governor, twin.slot


def _told(items: list[Item], verbs: list[int], clauses: list[Clause], opened: int) -> None:
    """A verb behind أن or إن is governed by what tells it."""
    told: dict[int, int] = {}
    for c in range(opened, len(clauses)):
        complement = clauses[c].complement
        if complement is not None:
            told.setdefault(complement[0], c)
    for k in verbs:
        clause = clauses[items[k].clause]
        if clause.governor is not None:
            continue
        n = k - 1
        while n >= 0 and items[n].kind & (PHRASE | COMMA):
            n -= 1
        if n > 0 and items[n].kind == COMP:
            governor = told.get(items[n].j)
            if governor is None:
                governor = next((items[m].clause for m in range(n - 1, -1, -1) if items[m].kind & PREDICATES), None)
            if governor is not None and governor >= 0:
                clause.governor, clause.slot = governor, "ان"
