"""The grammatical arguments of a predicate: subject, object, genitive, prepositional arguments."""

from __future__ import annotations

from ...arabic.inflect import PRONOUNS, Form
from ...arabic.words import Text
from ..names.model import Names
from .doers import Doers, gender_of
from .items import Item
from .model import (
    BOUNDARY,
    COLON,
    COMMA,
    COMP,
    IF,
    MENTION,
    NOUN,
    PARTICIPLE,
    PHRASE,
    RELATIVE,
    STOP,
    SUB,
    VERB,
    Argument,
    Clause,
    Row,
    X,
)
from .words import AND, PRONOUN_ENDINGS, markers

_NEAR = NOUN | X
_NAMED = MENTION | X
_FRESH = COMP | SUB | STOP | COLON  # where another clause begins
_PAST_BE = ("aux", "kan")


class Arguments:
    """Finds the arguments of the predicates of one sentence among its items."""

    text: Text
    names: Names
    norms: list[str]
    clauses: list[Clause]
    opened: int
    spoken: set[Row]
    doers: Doers

    def argument(self, items: list[Item], k: int, role: str, how: str = "") -> Argument:
        """The item at k as an argument, with what hangs on it."""
        item = items[k]
        inner: tuple[int, ...] = ()
        nations, j = item.nations, item.j
        n, most = k + 1, len(items)
        while n < most and (x := items[n]).gen:
            inner += x.mentions
            nations += x.nations
            j = x.j
            n += 1
        noun, pronoun = None, item.pronoun
        if item.kind == NOUN:
            noun = item.clause
            if item.choice.form.suffix:
                pronoun = None
        return Argument(role, item.i, j, item.prep, how, item.mentions, inner, nations, noun, pronoun)

    # ---- verbs and participles ---------------------------------------------------------------------------------------

    def verb(self, items: list[Item], k: int, clause: Clause, before: Argument | None) -> None:
        """Fill the subject, the object and the other arguments of the verb or participle at k."""
        form = clause.form
        pre = self._before(items, k, clause, before)
        bare, args = self._after(items, k, clause)
        clause.args = args
        suffix = PRONOUNS.get(form.suffix) if form.suffix else None
        if args and clause.kind == "verb" and self._resumes(items, k, clause, pre, bare):
            return
        if suffix is not None and bare:
            if pre is None and k > 0 and items[k - 1].kind & _NEAR and not items[k - 1].definite and not form.prefix:
                clause.relative, clause.subject = True, bare[0]
                m = k - 1
                while m > 0 and (items[m].gen or (items[m].joined and items[m - 1].kind & _NEAR)):
                    m -= 1
                clause.object = self.argument(items, m, "object", "relative")
                return
            if pre is not None and pre.how == "relative":
                clause.object = pre
                clause.subject = bare[0]
                return
        if suffix is not None and pre is not None and pre.how == "relative" and self._resumed(items, k, suffix):
            clause.object = pre  # «الاتفاق الذي وقعه»
            clause.subject = _copy(before, "dropped") if before is not None else None
            return
        rest = bare
        if (
            pre is not None
            and pre.how == "before"
            and not pre.mentions
            and bare
            and bare[0].mentions
            and items[k - 1].kind == COMMA
            and self._agrees(bare[0], form)
        ):
            pre = None  # «في رده على ما وصفه بأنه هجوم، أدان المفوض الدول الكبرى»
        if pre is not None:
            clause.subject = pre
        elif clause.kind == "participle":
            near = self._subject_near(clause) or before
            clause.subject = _copy(near, "dropped") if near is not None else None
        elif form.person == 1 or (k and items[k - 1].kind == SUB and self.norms[items[k - 1].i] in markers("which")):
            clause.subject = None
        elif bare and form.person in (0, 3) and not self._must_be_object(self._item(items, k, bare[0]), bare, clause, before):
            clause.subject = bare[0]
            rest = bare[1:]
        else:
            what = k > 0 and items[k - 1].kind == SUB and items[k - 1].j == clause.i and self.norms[items[k - 1].i] in markers("what")
            clause.subject = _copy(before, "dropped") if before is not None and form.person in (0, 3) and not what else None
        if suffix is not None:
            clause.object = Argument("object", clause.i, clause.j, how="suffix", pronoun=suffix)
        elif rest:
            clause.object = rest[0]
            clause.object.role = "object"
        if clause.subject is not None and clause.subject.how == "after" and before is not None and clause.object is None:
            clause.args.append(_copy(before, "previous"))

    def _resumed(self, items: list[Item], k: int, suffix: tuple[int, str, str]) -> bool:
        """Is the pronoun of a verb right behind a relative the relative's head?"""
        if suffix[0] != 3 or items[k - 1].kind != RELATIVE:
            return False
        feminine = self.norms[items[k - 1].i].endswith(tuple(markers("feminine_relative")))
        plural = self.norms[items[k - 1].i].endswith("ين")
        return suffix[1:] == (("f" if feminine else "m"), "p" if plural else "s")

    @staticmethod
    def _item(items: list[Item], k: int, argument: Argument) -> Item:
        """The item an argument behind k starts with."""
        return next(x for x in items[k + 1 :] if x.i == argument.i)

    def _subject_near(self, clause: Clause) -> Argument | None:
        """The subject of the verb before, in the same sentence."""
        for c in reversed(self.clauses[self.opened :]):
            if c.i < clause.i and c.kind == "verb" and c.subject is not None and c.subject.mentions:
                return c.subject
        return None

    def _resumes(self, items: list[Item], k: int, clause: Clause, pre: Argument | None, bare: list[Argument]) -> bool:
        """«زيارة يقوم بها لافروف», «القمة التي شارك فيها»: a pronoun behind a preposition stands for the noun before the verb."""
        pronoun = next((a for a in clause.args if a.pronoun is not None and a.i <= clause.j + 1), None)
        if pronoun is None:
            return False
        if pre is not None and pre.how == "relative":
            if pre.mentions and not (bare and bare[0].mentions):
                return False
            head = pre
        elif pre is None and not clause.form.prefix:
            m = k - 1
            while m >= 0 and k - m < 8 and not items[m].kind & (_FRESH | MENTION):
                if items[m].kind == NOUN and not items[m].definite:
                    break
                m -= 1
            if m < 0 or k - m >= 8 or items[m].kind != NOUN:
                return False
            head = self.argument(items, m, "prep", "relative")
        else:
            return False
        clause.relative = True
        clause.subject = bare[0] if bare else None
        clause.args = [a for a in clause.args if a is not pronoun]
        head.role, head.prep, head.how, head.pronoun = "prep", pronoun.prep, "direct", None
        clause.args.append(head)
        return True

    def _before(self, items: list[Item], k: int, clause: Clause, before: Argument | None) -> Argument | None:
        """The subject before the predicate: the noun phrase that opens its clause, or the head of its relative clause."""
        if clause.form.tanwin:
            return None  # متهما إياه: of the verb's subject
        n = k - 1
        first = fresh = -1
        joined = clause.form.prefix[:1] in AND
        if n >= 0 and not joined and clause.kind == "verb" and items[n].kind & _NEAR and items[n].j == clause.i and not items[n].definite:
            head = self._told_of(items, n, clause)
            if head is not None:
                return head
        while n >= 0:
            item = items[n]
            kind = item.kind
            if kind & PHRASE:
                if not item.prep and not item.gen and item.pronoun is None:
                    if n and items[n - 1].kind == NOUN and items[n - 1].choice.form.suffix and items[n - 1].j == item.i:
                        n -= 1
                        continue  # لقائه نظيره: the noun's own object
                    first = n
                    if kind == MENTION and item.joined and n == k - 1 and not joined:
                        return self.argument(items, n, "subject", "before")
            elif kind == RELATIVE:
                if first < 0:
                    return self._head(items, n, clause)
                break
            elif kind == VERB:
                if _PAST_BE not in self.clauses[item.clause].rows:
                    if fresh > n and not joined:
                        first = fresh  # «نشكر إيران، إيران منذ البداية تدعمنا»
                        break
                    return self._opening(items, n, k, clause)
                clause.anterior = clause.tense == "past"
                if first >= 0:
                    break
            elif kind == PARTICIPLE:
                if clause.kind == "verb":
                    return None
            elif kind == COMMA:
                if first == n + 1 and items[first].kind == MENTION:
                    fresh = first
            elif kind & BOUNDARY:
                if kind == COMP and first < 0 and self.norms[item.i].endswith(PRONOUN_ENDINGS):
                    told = self._told_by(items, n) or before
                    if told is not None and self._fits(self.norms[item.i], clause.form):
                        return _copy(told, "dropped")
                if item.modal == "must":
                    clause.modal = "must"
                if kind == IF:
                    clause.conditional = True
                break
            n -= 1
        if first < 0 or (clause.kind == "participle" and not items[k - 1].kind & _NAMED):
            return None
        opening = items[first]
        comma = items[k - 1].kind == COMMA
        if opening.joined and first != 0 and items[k].joined:
            return None
        if joined and not comma:
            return None
        if opening.kind == MENTION:
            if k - first > 1 and items[first + 1].kind == COMMA and self.names.mentions[opening.mentions[0]].kind == "place":
                return None  # a dateline
        elif comma and first > n + 1 and items[n + 1].prep:
            return None  # «إثر طلب روسيا ضمانات، قرر …»
        argument = self.argument(items, first, "subject", "before")
        return argument if self._agrees(argument, clause.form) else None

    def _told_of(self, items: list[Item], n: int, clause: Clause) -> Argument | None:
        """«قرارا يدعو إلى»: the indefinite noun right before a verb that tells more of it, behind another verb.

        What a resolution or a letter says is said by who gave it.
        """
        while n > 0 and (items[n].gen or (items[n].joined and items[n - 1].kind & _NEAR)):
            n -= 1
        item = items[n]
        speaks = any(r in self.spoken for r in clause.rows)
        if item.kind == MENTION or item.pronoun is not None or (item.prep and (speaks or item.prep in markers("when"))):
            return None
        m = n - 1
        while m >= 0 and not items[m].kind & (_FRESH | IF):
            if items[m].kind & (VERB | NOUN | PARTICIPLE):
                clause.relative = True
                giver = self.doers.last()
                told = speaks and clause.form.number == "s" and not clause.form.suffix and not item.prep and not _is_act(item)
                if told and giver is not None:
                    return _copy(giver, "dropped")
                return self.argument(items, n, "subject", "relative")
            m -= 1
        return None

    def _told_by(self, items: list[Item], n: int) -> Argument | None:
        """«إعلان ترامب أنه»: who the noun before أنه is of."""
        m = n - 1
        while m > 0 and items[m].kind == X and not items[m].prep:
            m -= 1
        if m > 0 and items[m].kind == MENTION and items[m].gen and items[m - 1].kind == NOUN:
            return self.argument(items, m, "subject")
        return None

    @staticmethod
    def _fits(norm: str, form: Form) -> bool:
        """Can the pronoun of أنه, أنها, أنهم be the subject of the verb (أنه في مايو طرحت بريطانيا)?"""
        if form.person != 3 or form.number != "s" or not form.gender:
            return True
        return form.gender == ("f" if norm.endswith("ها") else "m")

    def _opening(self, items: list[Item], n: int, k: int, clause: Clause) -> Argument | None:
        """«والرياض التي تقود ائتلافا، تتهم إيران»: the phrase that opens the clause, behind it a relative clause or an apposition."""
        if items[k - 1].kind != COMMA or clause.form.prefix[:1] in AND:
            return None
        while n >= 0 and not items[n].kind & _FRESH:
            n -= 1
        first = n + 1
        if first + 1 >= k or items[first].kind != MENTION or items[first].prep or not items[first + 1].kind & (RELATIVE | COMMA):
            return None
        argument = self.argument(items, first, "subject", "before")
        return argument if self._agrees(argument, clause.form) else None

    def _head(self, items: list[Item], n: int, clause: Clause) -> Argument | None:
        """The noun phrase before a relative that its clause tells of."""
        clause.relative = True
        m = n - 1
        feminine = self.norms[items[n].i].endswith(tuple(markers("feminine_relative")))
        while m >= 0 and not items[m].kind & (VERB | _FRESH):
            item = items[m]
            if item.kind & PHRASE and item.pronoun is None:
                if item.gen and m > 0 and item.kind != MENTION:
                    m -= 1
                    continue
                gender = self.names.mentions[item.mentions[0]].gender if item.mentions else None
                if item.kind == MENTION and gender is not None and (gender == "f") != feminine and len(item.mentions) == 1:
                    m -= 1
                    continue
                return self.argument(items, m, "subject", "relative")
            m -= 1
        return None

    def _must_be_object(self, first: Item, bare: list[Argument], clause: Clause, before: Argument | None) -> bool:
        """«واتهم فرنسا», «عقد لقاءات»: what disagrees with its verb, or stands in the accusative, is no subject."""
        mentions = bare[0].mentions
        form = clause.form
        if form.person == 3 and form.gender == "m" and form.number == "p":
            return True  # ألقوا حجارة: before its subject a verb is singular
        if form.number != "s" or (len(bare) > 1 and bare[1].mentions) or form.part not in ("perfect", "imperfect"):
            return False
        if not mentions:
            if before is not None and self._is_said(first, clause):
                return True
            if before is None or first.i != bare[0].i or first.i != clause.j or first.definite or form.voice == "passive":
                return False
            word = self.norms[first.i]
            if first.kind == NOUN and first.choice.form.tanwin or word.endswith("ا") and len(word) > 3 and not word.endswith("ايا"):
                return True
            return form.gender == "m" and word.endswith(("ه", "ات")) and first.kind == NOUN
        if len(mentions) != 1:
            return False
        m = self.names.mentions[mentions[0]]
        gender = gender_of(m, self.norms)
        return form.gender == "m" and gender == "f" and m.number == "s" or (form.gender == "f" and gender == "m" and m.kind == "person")

    def _is_said(self, first: Item, clause: Clause) -> bool:
        """«وطلبت منه المغادرة», «ورفض إطلاق سراحهم»: a verbal noun asks and refuses nothing; somebody told of before does."""
        if not any(r in self.spoken for r in clause.rows) or self.doers.last() is None:
            return False
        return first.kind == NOUN and any(table == "act" for table, _ in first.choice.rows)

    def _agrees(self, argument: Argument, form: Form) -> bool:
        """Does the gender of a subject before its verb agree, where it is known? A plural of things is feminine."""
        if not argument.mentions or form.person != 3:
            return True
        m = self.names.mentions[argument.mentions[0]]
        gender = gender_of(m, self.norms)
        if gender is None or not form.gender:
            return True
        if form.number == "s" and len(argument.mentions) == 1 and m.number == "s":
            return gender == form.gender
        return True

    def _after(self, items: list[Item], k: int, clause: Clause) -> tuple[list[Argument], list[Argument]]:
        """(bare noun phrases, prepositional arguments) to the right, up to the clause's end."""
        bare: list[Argument] = []
        args: list[Argument] = []
        n, most = k + 1, len(items)
        comma = False
        last = items[k]
        while n < most:
            item = items[n]
            kind = item.kind
            if kind & PHRASE:
                if not item.gen:
                    if item.prep or item.pronoun is not None:
                        how = "apart" if last.kind & _NEAR and n - 1 > k else "direct"
                        args.append(self.argument(items, n, "prep", how))
                    elif item.joined and (bare or (kind == NOUN and args and not comma)):
                        pass
                    elif kind == MENTION and n - 1 > k and self._goes_with(last, item):
                        pass
                    elif not (comma and kind == X and len(bare) >= 2):
                        bare.append(self.argument(items, n, "subject" if not bare else "object", "after"))
            elif kind == COMMA:
                comma = True
            elif kind == RELATIVE:
                n += 1
                clause.cut = True
                while n < most and not items[n].kind & (COMMA | STOP | COMP | SUB):
                    n += 1
                if n >= most or items[n].kind != COMMA or bare[1:]:
                    break
                comma = True
            elif kind == COMP:
                if clause.complement is None:
                    end = next((x.i for x in items[n + 1 :] if x.kind & (STOP | SUB)), items[-1].j)
                    clause.complement = (item.j, end)
                break
            elif kind == COLON:
                clause.complement = (item.j, items[-1].j)
                break
            elif kind & BOUNDARY or (kind == PARTICIPLE and clause.kind == "verb" and item.choice.form.tanwin):
                break
            last = items[n]
            n += 1
        return bare, args

    def _goes_with(self, last: Item, item: Item) -> bool:
        """Does a mention belong to the phrase right before it (لقائه نظيره, في العاصمة السعودية, مع ولي العهد الأمير محمد)?"""
        if last.j != item.i:
            return False
        if last.kind == NOUN:
            return bool(last.choice.form.suffix)
        if not last.prep:
            return False
        m = self.names.mentions[item.mentions[0]]
        if last.kind == X:
            return last.definite and m.kind == "state" and self.norms[item.i].startswith("ال") and self.norms[item.i].endswith("ه")
        return last.mentions != () and m.kind == "person" and self.names.mentions[last.mentions[-1]].kind == "person"

    # ---- verbal and act nouns ----------------------------------------------------------------------------------------

    def noun(self, items: list[Item], k: int, clause: Clause) -> None:
        """Fill the arguments of a verbal or act noun: genitive, object, prepositional arguments, a pronoun."""
        item = items[k]
        form = clause.form
        suffix = PRONOUNS.get(form.suffix) if form.suffix else None
        args: list[Argument] = []
        genitive: Argument | None = None
        if suffix is not None:
            genitive = Argument("genitive", item.i, item.j, how="suffix", pronoun=suffix)
        if item.nations:
            args.append(Argument("adjective", item.i, item.j, nations=item.nations))
        n, most = k + 1, len(items)
        comma = False
        first = True
        while n < most:
            x = items[n]
            kind = x.kind
            if kind == MENTION and not first and not x.gen and not x.prep and self._goes_with(items[n - 1], x):
                pass
            elif kind & PHRASE:
                if x.gen:
                    if not first or genitive is not None:
                        pass
                    elif kind == X and x.nations and self.norms[x.j - 1].endswith("ه"):
                        args.append(Argument("adjective", x.i, x.j, nations=x.nations))
                    else:
                        genitive = self.argument(items, n, "genitive", "after")
                elif x.prep == "ل" and x.pronoun is not None and genitive is None and n <= k + 2:
                    genitive = Argument("genitive", x.i, x.j, how="suffix", pronoun=x.pronoun)
                elif x.prep or x.pronoun is not None:
                    if not (comma and kind == NOUN):
                        args.append(self.argument(items, n, "prep", "apart" if comma else "direct"))
                elif x.joined and kind != MENTION:
                    break
                elif genitive is not None and clause.object is None and not comma and not x.joined:
                    clause.object = self.argument(items, n, "object", "after")
                elif (comma or clause.object is not None or genitive is None) and kind != X:
                    break
            elif kind == COMMA:
                comma = True
            elif kind == RELATIVE:
                self._within(items, n, args)
                break
            else:
                break
            first = False
            n += 1
        if genitive is not None:
            args.insert(0, genitive)
        if item.definite and suffix is None and k > 0 and items[k - 1].kind & _NAMED and items[k - 1].j == item.i:
            head = self.argument(items, k - 1, "prep", "direct")
            head.prep = "before"
            args.append(head)
        clause.args = args

    def _within(self, items: list[Item], n: int, args: list[Argument]) -> None:
        """«القمة التي كانت مقررة … مع الزعيم الكوري»: those it is with may stand in its relative clause."""
        verbs = 0
        for k in range(n + 1, len(items)):
            x = items[k]
            verbs += x.kind == VERB
            if x.kind & (COMMA | RELATIVE | _FRESH) or verbs > 2:
                break
            if x.kind & _NAMED and x.prep in markers("company"):
                args.append(self.argument(items, k, "prep", "relative"))


def _is_act(item: Item) -> bool:
    return any(table in ("act", "noun") for table, _ in item.choice.rows)


def _copy(argument: Argument, how: str) -> Argument:
    return Argument(
        "subject",
        argument.i,
        argument.j,
        argument.prep,
        how,
        argument.mentions,
        argument.inner,
        argument.nations,
        argument.noun,
        argument.pronoun,
    )
