"""Participants worked out from nearby words, where the clause names an act's doer and not whom it is aimed at."""

from __future__ import annotations

from ...arabic.clitics import bare
from ...arabic.words import Text
from ..clauses.before import CHARGES
from ..clauses.model import Argument, Clause
from ..clauses.phrases import QUOTES
from ..clauses.words import markers
from ..names.model import Named
from .charges import reasoned_at
from .draft import Draft
from .resolver import Resolver, speaks_of
from .tables import acts, alike, of_act

_TRADE = frozenset(("BUS", "MED"))  # companies and papers are told of, seldom meant
_SUFFERED = frozenset(("undergo", "suffer", "face", "sustain", "eany"))  # verbs whose subject a deed is done to
_JUDGING = frozenset(("accuse", "support"))
_HARMFUL = ("assault", "coerce")
_AGAINST = frozenset(("accuse", "request", "threaten", "sanction"))
_ANSWERING = frozenset(("agree", "concede", "reject"))
_AIMED = frozenset(("state", "institution", "organization", "group", "person"))


def aim(clause: Clause, clauses: list[Clause], resolver: Resolver, actors: list[str], country, *, near_only: bool = False) -> list[str]:
    """Whom a verbal act is most likely aimed at: the first participant of another country in what it is about; [] where none is.

    «حذر ماكرون من رد قاس إذا استعمل الأسد الكلور» is aimed at Syria.
    """
    names, text = resolver.names, resolver.text
    taken = {p for r in clause.rows if r in acts() for p, role in acts()[r].frame.slots.items() if role == "recipient"}
    own = {country(e) for e in actors} - {None}
    stop = clause.end
    if CHARGES in clause.rows:  # whom the crime was done to isn't accused of it
        stop = min((a.i for a in clause.args if a.prep in markers("charge") and a.i > clause.i), default=stop)
    if of_act(clause.rows, "support"):  # who backs striking bases of Syria doesn't back Syria
        harms = markers("harm_to")
        stop = next((i for i in range(clause.j, stop) if bare(text.norms[i]) in harms), stop)
    shields = markers("goal") if near_only and any(r in acts() and acts()[r].mode == "veto" for r in clause.rows) else frozenset()
    threatens = of_act(clause.rows, "threaten")  # whom somebody threatens to hunt down may be of his own land
    backs = of_act(clause.rows, "agree") or of_act(clause.rows, "support")
    asked = of_act(clause.rows, "request")
    opposed = markers("against") if backs or asked else frozenset()
    for a in (clause.object, *clause.args):
        if a is not None and a.prep in shields and bare(text.norms[a.i].removeprefix(a.prep)) not in markers("harm_to"):
            continue  # استخدمت روسيا حق النقض لحماية الأسد
        if a is not None and a.role != "subject" and a.i < stop and not _done_to(text, a, clause):
            if a.prep in opposed or a.prep in markers("no_aim") - taken or not markers("deals").isdisjoint(text.norms[a.i : a.j + 1]):
                continue
            near = [e for k in a.inner for e in names.mentions[k].entities if names.mentions[k].kind in _AIMED] + [
                n for n in a.nations if n.startswith(("state:", "organization:") if near_only and a is clause.object else "state:")
            ]
            if not markers("borders").isdisjoint(text.norms[a.i : a.j]):
                continue  # هدد بتوسيع العملية إلى الحدود العراقية
            fit = [e for e in near if e not in actors and (country(e) not in own or threatens and e.startswith("group:"))]
            if fit:
                return fit[:1]
    described = any(r in acts() and acts()[r].key in alike("described") for r in clause.rows)
    if near_only and not described:
        return []
    stop = _its_end(text, clause, clauses, stop)
    if near_only:
        stop = min(stop, _described(text, clause, clauses))
    past = told = -1
    for m in names.mentions:
        if not clause.j <= m.i < stop or m.kind not in _AIMED:
            continue
        if asked and m.kind == "state" and m.prefix in markers("charge"):
            continue  # رقابة دولية لميناء الحديدة باليمن
        if asked and text.norms[m.i - 1] in markers("against") or _attributed(text, m.i, m.prefix):
            continue  # دعا إلى تدابير بحق طهران, البوليساريو المدعومة من الجزائر
        if backs and text.norms[m.i - 1] in markers("against"):
            return []  # «تعهد بتقديم الدعم في المعركة ضد بوكو حرام»
        if _aside(text, m.i) or m.i == past and m.prefix == "و":
            past = m.j  # بينها العفو الدولية وهيومن رايتس ووتش
            continue
        if clause.kind == "noun" and m.prefix == "و" and text.norms[m.i - 1] == "،":
            continue  # انتقادات من منظمات، والأمم المتحدة
        if m.form == "office" and told == m.i - 1 and text.norms[told] == "،":
            continue  # دعا كريستوف بيتو، رئيس بعثة أطباء بلا حدود، إلى: he himself
        if set(m.entities) & set(actors) or resolver.of_a_capital(m):
            told = m.j
            continue
        known = names.entities.get(m.entity)
        if known is not None and known.sector in _TRADE:
            continue
        if _of_another(m, clause, clauses) or _struck(m, clause, clauses):
            return []
        if country(m.entity) is not None and country(m.entity) not in own:
            return list(m.entities)
    return []


def _its_end(text: Text, clause: Clause, clauses: list[Clause], stop: int) -> int:
    """Up to where the words belong to the act («رحب بالضربات معتبرا أنها …»): before another verb's, or what it is done to."""
    for c in clauses:
        if c.sentence == clause.sentence and c.i > clause.j and c.kind == "verb":
            if text.norms[c.i - 1] in markers("what") and text.norms[c.i - 2] == "،":
                stop = min(stop, c.i)  # هدد بتوسيع العملية، ما أثار مخاوف من مواجهة مع واشنطن
            if answers(text, c) or text.norms[c.i - 1] in markers("meanwhile"):
                stop = min(stop, c.i)
            later = text.norms[c.i - 1] in markers("that") and text.norms[c.i - 2] in markers("when")  # بعد أن
            if later or c.form.prefix[:1] in ("و", "ف"):
                stop = min(stop, c.i)
        elif c.sentence == clause.sentence and c.i > clause.j and c.kind == "participle" and c.form.tanwin:
            stop = min(stop, c.i)  # «رحب بالضربات معتبرا أنها …»
    ends = markers("but") | markers("to_discuss") if of_act(clause.rows, "request") else markers("but")
    stop = next((i for i in range(clause.j, stop) if text.norms[i] in ends or text.norms[i] in markers("in_spite")), stop)
    above = clauses[clause.governor] if clause.governor is not None else clause
    stop = min(stop, reasoned_at(clause), reasoned_at(above) if above.rows and above.rows[0][0] == "light" else stop)
    return min([stop, *(a.i for a in (clause.object, *clause.args) if a is not None and _done_to(text, a, clause))])


def _described(text: Text, clause: Clause, clauses: list[Clause]) -> int:
    """«ما وصفته بـ"تورط اليونسكو"», «وصفت ذلك بأنه "استفزاز" من قبل لندن»: up to where the quoted words tell whose deed is called so."""
    first = next((i for i in range(clause.j, min(clause.j + 4, clause.end)) if text.norms[i] in QUOTES), None)
    if first is None:
        return clause.j
    return min(first + 9, clause.end, next((c.i for c in clauses if c.i > clause.j and c.relative), clause.end))


def _aside(text: Text, i: int) -> bool:
    """Is a mention part of a place or an occasion (في إيران, في قضية سكريبال, قرب الحدود التركية)?"""
    norms, aside = text.norms, markers("no_aim")
    if norms[i - 1] in markers("with") and norms[i - 2] in markers("borders"):
        return True
    if norms[i - 1] in aside or norms[i - 1][:1] in markers("charge") and norms[i - 1][1:] in aside:
        return True
    return i > 1 and norms[i - 2] in aside and text.kinds[i - 1] == "W" and not norms[i - 1].startswith("ال")


def _attributed(text: Text, i: int, prefix: str) -> bool:
    """Do words that only describe who stands before them name him («البوليساريو المدعومة من الجزائر», «النواب المؤيدين للاتحاد»)?"""
    before = text.norms[i - 1 if prefix[-1:] in ("ل", "ب") else i - 2] if i > 1 else ""
    return before in markers("attribute") or before in markers("adverb_behind")


def _done_to(text: Text, argument: Argument, clause: Clause) -> bool:
    """«طلبت مصر استبعاد السودان»: does the deed asked for do something to the one behind it, who can't be asked?"""
    if not of_act(clause.rows, "request"):
        return False
    word = text.norms[argument.i]
    return bare(word) in markers("done_to") or argument.prep == word[0] and word[1:] in markers("done_to")


def _of_another(m: Named, clause: Clause, clauses: list[Clause]) -> bool:
    """«لا تستبعد قصف مدينة تسيطر عليها المعارضة»: does somebody do what a relative clause tells, or suffer what is condemned?"""
    for c in clauses:
        if c.sentence != clause.sentence or not clause.j <= c.i < m.i or not c.relative or c.subject is None:
            continue
        if speaks_of(c) and m.i <= c.j + 1:
            return True
        if c.subject.i != m.i:
            continue
        told = {acts()[r].act for r in clause.rows if r in acts()}
        doer = told & _JUDGING or told & _ANSWERING and any(t == "light" for t, _ in c.rows)  # وافق على دعوة وجهها ترامب
        return not doer or any(r[1] in _SUFFERED for r in c.rows)
    return False


def _struck(m: Named, clause: Clause, clauses: list[Clause]) -> bool:
    """«إدانتها للهجمات التي استهدفت السعودية», «تعهد بإسقاط صواريخ تطلق على سوريا»: is it whom a relative clause's force is used on?"""
    for c in clauses:
        told = c.relative or c.subject is not None and c.subject.how == "relative"
        if c.sentence != clause.sentence or not clause.j <= c.i < m.i or not told:
            continue
        if any(a is not None and a.i <= m.i < a.j for a in (c.object, *c.args)) and any(of_act(c.rows, x) for x in _HARMFUL):
            return True
    return False


def answers(text: Text, clause: Clause) -> bool:
    """«وهو ما تنفيه موسكو», «الأمر الذي ترفضه», «نفت ذلك»: is the object of a verb all that was told right before?"""
    norms, i, whole = text.norms, clause.i, clause.object
    if clause.form.suffix and any(norms[k] in markers("what") and norms[k - 1] in markers("he") for k in range(max(1, i - 3), i)):
        return True
    if whole is not None and whole.how == "relative":
        return norms[whole.j - 1] in markers("matter")
    return whole is None and clause.j < len(norms) and norms[clause.j] in markers("stands_alone")


def denies_all(text: Text, clause: Clause) -> bool:
    """«اتهمت لندن موسكو، لكن روسيا تنفي», «تنفي بشكل قاطع ذلك»: a denial with no object of its own, of what was told right before."""
    if clause.kind != "verb" or clause.object is not None or clause.passive or clause.complement is not None:
        return False
    end = text.sentences[clause.sentence][1]
    near = range(clause.j, min(end, clause.j + 4))
    if clause.j >= end - 1 and (clause.j >= end or text.kinds[clause.j] == "P"):
        return True
    return any(text.norms[k] in markers("stands_alone") and k + 1 < end and text.norms[k + 1][:2] != "ال" for k in near)


def accusers(drafts: list[Draft], country, text: Text) -> None:
    """Give a denial or refusal the accuser (or asker) it answers: the last one whose aim was the one who denies.

    A threat to nobody told is to whom its doer accuses or asks in the same breath («أدان بومبيو إيران متوعدا بالانسحاب من الاتفاق»).
    """
    sentences = text.sentences
    for d in drafts:
        if d.recipients or d.act == "assault" or not (d.act == "reject" or d.pending):
            continue
        mine = {country(e) for e in d.actors} - {None}
        found: Draft | None = None
        answered = ("accuse", "request", "threaten") if d.act == "reject" else ("accuse", "threaten")
        if d.told:
            start = next(a for a, b in sentences if a <= d.i < b)
            found = max((o for o in drafts if o.act in answered and start <= o.i < d.i and o.actors), key=lambda o: o.i, default=None)
            whose = found.actors if found is not None else d.answered
            if found is not None and found.recipients and all(e.startswith("unnamed:") and country(e) is None for e in d.actors):
                d.actors = [e for e in found.recipients if e not in found.actors]       # اتهم أردوغان غولن …، وهو ما ينفيه رجل الدين
                mine = {country(e) for e in d.actors} - {None}
            d.recipients = [e for e in whose if e not in d.actors and (e.startswith("person:") or country(e) not in mine)]
            continue
        if d.act == "threaten":
            start = next(a for a, b in sentences if a <= d.i < b)
            same = [o for o in drafts if start <= o.i < d.i and o.act in _AGAINST and o.recipients and o.actors == d.actors]
            if same:
                d.recipients = list(same[-1].recipients)
                continue
        if d.act == "threaten" or d.act == "accuse" and (d.mode != "disapprove" or d.rows[0] in alike("opinions")):
            continue                            # «كان متهما بالكذب», «معتبرا أن التصريحات خيانة»: no answer to who accused him
        fits = [o for o in drafts if o.act in answered and _aims_at(o, d.actors, country)]
        found = next((o for o in reversed(fits) if o.i < d.i), None)
        if found is None and d.mode == "deny":          # «نفت طهران تزويدهم بالصواريخ، وذلك بعد أن اتهمتها الرياض»
            at = next(n for n, (a, b) in enumerate(sentences) if a <= d.i < b)
            stop = sentences[min(at + 1, len(sentences) - 1)][1]
            found = next((o for o in fits if d.i < o.i < stop and o.act == "accuse"), None)
        if found is not None and not set(found.actors) & set(d.actors) and _is_answer(text, d, found):
            d.recipients = list(found.actors)


def _is_answer(text: Text, refusal: Draft, other: Draft) -> bool:
    """«رفضت موسكو الاتهامات»: does a refusal answer an accusation? Not of a thing of its own («رفضت إيطاليا استقبال السفينة»)."""
    if refusal.act != "reject" or refusal.mode != "change" or refusal.object is None:
        return True
    if bare(text.norms[refusal.object[0]]) in markers("claims") | markers("demands"):
        return True
    return other.act == "request" and 0 < refusal.i - other.i and not any(a > other.i and b <= refusal.i for a, b in text.sentences)


def _aims_at(other: Draft, whom: list[str], country) -> bool:
    """Is an accusation, by somebody known by name or country, aimed at them, or at their country by another's?"""
    theirs, mine = {country(e) for e in other.recipients} - {None}, {country(e) for e in whom} - {None}
    if not any(country(e) is not None or not e.startswith("unnamed:") for e in other.actors):
        return False
    return bool(set(other.recipients) & set(whom) or mine & theirs and not mine & {country(e) for e in other.actors})
