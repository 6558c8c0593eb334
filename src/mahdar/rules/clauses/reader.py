"""Items → clauses: every predicate with its subject, object and prepositional arguments, and what governs it."""
from __future__ import annotations

from ...arabic.inflect import PRONOUNS, Form
from ...arabic.words import Text
from ...model import Time
from ..names.model import Names
from .items import Builder, Item
from .model import Argument, Clause, Row
from .words import PRONOUN_ENDINGS, Vocabulary, markers

BOUNDARY = frozenset(("V", "comp", "sub", "if", "colon", "stop"))
NEAR_NOUN = frozenset("NX")


class Reader:
    """Reads the clauses of one text."""

    def __init__(self, text: Text, names: Names, times: list[Time], vocabulary: Vocabulary, nations: dict[str, str]) -> None:
        self.text, self.names, self.vocabulary = text, names, vocabulary
        self.builder = Builder(text, names, times, vocabulary, nations)
        self.clauses: list[Clause] = []
        self.last_subject: list[Argument | None] = []       # main subject of every sentence

    def read(self) -> list[Clause]:
        """All clauses in the order of their words."""
        for s, (a, b) in enumerate(self.text.sentences):
            title = s == 0 and b < len(self.text) and self.text.kinds[b] == "B" and self.text.norms[b - 1] != "."
            items = self.builder.sentence(a, b, title)
            self._open(items, s, a, b)
            self._fill(items, s)
        return self.clauses

    # ---- predicates --------------------------------------------------------------------------------------------------

    def _open(self, items: list[Item], s: int, a: int, b: int) -> None:
        vocabulary = self.vocabulary
        for k, item in enumerate(items):
            if item.kind == "M" and item.prep in markers("duty") and item.mentions and k + 1 < len(items) and items[k + 1].kind == "comp" \
                    and self.text.norms[items[k + 1].i] in markers("that") and (k == 0 or items[k - 1].kind in BOUNDARY | {"comma"}):
                self.clauses.append(
                    Clause(
                        i=item.i,
                        j=item.j,
                        kind="verb",
                        form=Form("", "imperfect", person=1),
                        rows=vocabulary.rows.get(next(iter(markers("duty_verb"))), ()),
                        sentence=s,
                        start=a,
                        end=b,
                        tense="present",
                        args=[self._argument(items, k, "prep", "direct")],
                        quoted=item.quoted,
                    )
                )
            if item.kind not in "VPN":
                continue
            rows: dict[Row, None] = {}
            form = self._best(item, a, items[k - 1] if k else None) if item.forms else Form("", "imperfect")
            for f in item.forms:
                if (f.part, f.person) == (form.part, form.person):
                    rows.update(dict.fromkeys(vocabulary.rows.get(f.row, ())))
            kind = {"V": "verb", "P": "participle", "N": "noun"}[item.kind]
            tense = ""
            if item.kind == "V":
                tense = "past" if form.part == "perfect" else "future" if form.future else "present"
                if self.text.norms[item.i - 1] in markers("will") and item.i > a:
                    tense = "future"
            item.clause = len(self.clauses)
            self.clauses.append(Clause(
                i=item.i, j=item.j, kind=kind, form=form, rows=tuple(rows), sentence=s, start=a, end=b, tense=tense, negated=item.negated,
                modal=item.modal if tense == "present" or item.modal == "must" else "", passive=bool(form.voice == "passive"),
                quoted=item.quoted, args=[]))

    def _best(self, item: Item, a: int, last: Item | None) -> Form:
        """Of several analyses of a verb the perfect, unless a word before it asks for an imperfect, or it is said of a noun (قمة تجمعه)."""
        before = self.text.norms[item.i - 1] if item.i > a else ""
        said_of = last is not None and last.kind == "N" and last.j == item.i and not last.definite and bool(item.forms[0].suffix)
        wanted = "imperfect" if said_of or before in markers("asks_imperfect") else "perfect"
        fits = [f for f in item.forms if f.part == wanted] or list(item.forms)
        return next((f for f in fits if f.person in (0, 3)), fits[0])

    def _is_past_be(self, item: Item) -> bool:
        return any(r == ("aux", "kan") for r in self.clauses[item.clause].rows)

    # ---- arguments ---------------------------------------------------------------------------------------------------

    def _fill(self, items: list[Item], s: int) -> None:
        subject_before: Argument | None = self.last_subject[-1] if self.last_subject else None
        main: Argument | None = None
        for k, item in enumerate(items):
            if item.kind == "V" or item.kind == "P":
                clause = self.clauses[item.clause]
                self._verb(items, k, clause, main or subject_before)
                if clause.subject is not None and clause.subject.mentions and item.kind == "V" and not clause.relative:
                    main = clause.subject
            elif item.kind == "N":
                self._noun(items, k, self.clauses[item.clause])
        self.last_subject.append(main or subject_before)
        self._govern(items)

    def _argument(self, items: list[Item], k: int, role: str, how: str = "") -> Argument:
        """The item at k as an argument, with what hangs on it."""
        item = items[k]
        inner: list[int] = []
        nations = list(item.nations)
        j = item.j
        n = k + 1
        while n < len(items) and items[n].gen:
            inner += items[n].mentions
            nations += items[n].nations
            j = items[n].j
            n += 1
        noun = item.clause if item.kind == "N" else None
        pronoun = item.pronoun
        if item.kind == "N" and item.forms[0].suffix:
            pronoun = None
        return Argument(role, item.i, j, prep=item.prep, how=how, mentions=item.mentions, inner=tuple(inner), nations=tuple(nations),
                        noun=noun, pronoun=pronoun)

    def _verb(self, items: list[Item], k: int, clause: Clause, before: Argument | None) -> None:
        form = clause.form
        pre = self._before(items, k, clause, before)
        bare, args = self._after(items, k, clause)
        clause.args = args
        suffix = self._suffix(form)
        if self._resumes(items, k, clause, pre, bare):
            return
        if pre is None and suffix is not None and bare and k > 0 and items[k - 1].kind in "NX" and not items[k - 1].definite \
                and not form.prefix:
            clause.relative, clause.subject = True, bare[0]
            m = k - 1
            while items[m].gen and m > 0:
                m -= 1
            clause.object = self._argument(items, m, "object", "relative")
            return
        if pre is not None and pre.how == "relative" and suffix is not None and bare:
            clause.object = pre
            clause.subject = bare[0]
            return
        if pre is not None:
            clause.subject = pre
            rest = bare
        elif clause.kind == "participle":
            rest = bare
            near = next((c.subject for c in reversed(self.clauses) if c.sentence == clause.sentence and c.i < clause.i and c.kind == "verb"
                         and c.subject is not None and c.subject.mentions), before)
            clause.subject = _copy(near, "dropped") if near is not None else None
        elif form.person == 1:
            clause.subject, rest = None, bare
        elif bare and form.person in (0, 3) and not self._must_be_object(bare, form):
            clause.subject = bare[0]
            rest = bare[1:]
        else:
            clause.subject = _copy(before, "dropped") if before is not None and form.person in (0, 3) else None
            rest = bare
        if suffix is not None:
            clause.object = Argument("object", clause.i, clause.j, how="suffix", pronoun=suffix)
        elif rest:
            clause.object = rest[0]
            clause.object.role = "object"
        if clause.subject is not None and clause.subject.how == "after" and before is not None and clause.object is None:
            clause.args.append(_copy(before, "previous"))

    def _resumes(self, items: list[Item], k: int, clause: Clause, pre: Argument | None, bare: list[Argument]) -> bool:
        """«زيارة يقوم بها لافروف», «القمة التي شارك فيها»: a pronoun behind a preposition stands for the noun before the verb."""
        pronoun = next((a for a in clause.args if a.pronoun is not None and a.i <= clause.j + 1), None)
        if pronoun is None or clause.kind != "verb":
            return False
        if pre is not None and pre.how == "relative":
            if pre.mentions:
                return False
            head = pre
        elif pre is None and not clause.form.prefix:
            m = k - 1
            while m >= 0 and k - m < 8 and items[m].kind not in ("comp", "sub", "stop", "colon", "M"):
                if items[m].kind == "N" and not items[m].definite:
                    break
                m -= 1
            if m < 0 or k - m >= 8 or items[m].kind != "N":
                return False
            head = self._argument(items, m, "prep", "relative")
        else:
            return False
        clause.relative = True
        clause.subject = bare[0] if bare else None
        clause.args = [a for a in clause.args if a is not pronoun]
        clause.args.append(
            Argument("prep", head.i, head.j, prep=pronoun.prep, how="direct", inner=head.inner, nations=head.nations, noun=head.noun)
        )
        return True

    @staticmethod
    def _suffix(form: Form) -> tuple[int, str, str] | None:
        return PRONOUNS.get(form.suffix) if form.suffix else None

    def _before(self, items: list[Item], k: int, clause: Clause, before: Argument | None) -> Argument | None:
        """The subject before the predicate: the noun phrase that opens its clause, or the head of its relative clause."""
        n = k - 1
        first: int | None = None
        while n >= 0:
            item = items[n]
            if item.kind == "rel":
                if first is None:
                    return self._head(items, n, clause)
                break
            if item.kind == "V":
                if self._is_past_be(item):
                    clause.anterior = clause.tense == "past"
                    if first is None:
                        n -= 1
                        continue
                else:
                    return self._opening(items, n, k, clause)
                break
            if item.kind == "P" and clause.kind == "verb":
                return None
            if item.kind in BOUNDARY:
                if item.kind == "comp" and first is None and before is not None and self._pronoun(item):
                    return _copy(before, "dropped")
                if item.modal == "must":
                    clause.modal = "must"
                if item.kind == "if":
                    clause.conditional = True
                break
            if item.kind in "MNX" and not item.prep and not item.gen and item.pronoun is None:
                if n and items[n - 1].kind == "N" and items[n - 1].forms[0].suffix and items[n - 1].j == item.i:
                    n -= 1
                    continue                # لقائه نظيره: the noun's own object
                first = n
                if item.kind == "M" and item.joined and n == k - 1 and clause.form.prefix[:1] not in ("و", "ف"):
                    return self._argument(items, n, "subject", "before")
            n -= 1
        if first is None or (clause.kind == "participle" and (clause.form.tanwin or items[k - 1].kind not in "MX")):
            return None
        if items[first].joined and first != 0 and items[k].joined:
            return None
        if clause.form.prefix[:1] in ("و", "ف") and items[k - 1].kind != "comma":
            return None
        if items[first].kind == "M" and k - first > 1 and self.names.mentions[items[first].mentions[0]].kind == "place" \
                and items[first + 1].kind == "comma":
            return None                     # a dateline
        if items[first].kind != "M" and items[k - 1].kind == "comma" and first > n + 1 and items[n + 1].prep:
            return None                     # «إثر طلب روسيا ضمانات، قرر …»
        argument = self._argument(items, first, "subject", "before")
        return argument if self._agrees(argument, clause.form, before=True) else None

    def _pronoun(self, item: Item) -> bool:
        return self.text.norms[item.i].endswith(PRONOUN_ENDINGS)

    def _opening(self, items: list[Item], n: int, k: int, clause: Clause) -> Argument | None:
        """«والرياض التي تقود ائتلافا، تتهم إيران»: the phrase that opens the clause, behind it a relative clause or an apposition."""
        if items[k - 1].kind != "comma" or clause.form.prefix[:1] in ("و", "ف"):
            return None
        while n >= 0 and items[n].kind not in ("comp", "sub", "stop", "colon"):
            n -= 1
        first = n + 1
        if first + 1 >= k or items[first].kind != "M" or items[first].prep or items[first + 1].kind not in ("rel", "comma"):
            return None
        argument = self._argument(items, first, "subject", "before")
        return argument if self._agrees(argument, clause.form, before=True) else None

    def _head(self, items: list[Item], n: int, clause: Clause) -> Argument | None:
        clause.relative = True
        m = n - 1
        feminine = self.text.norms[items[n].i].endswith(tuple(markers("feminine_relative")))
        while m >= 0 and items[m].kind not in ("V", "comp", "stop", "colon", "sub"):
            item = items[m]
            if item.kind in "MNX" and item.pronoun is None:
                if item.gen and m > 0 and item.kind != "M":
                    m -= 1
                    continue
                gender = self.names.mentions[item.mentions[0]].gender if item.mentions else None
                if item.kind == "M" and gender is not None and (gender == "f") != feminine and len(item.mentions) == 1:
                    m -= 1
                    continue
                return self._argument(items, m, "subject", "relative")
            m -= 1
        return None

    def _must_be_object(self, bare: list[Argument], form: Form) -> bool:
        """«واتهم فرنسا»: a masculine verb before one feminine name has its subject elsewhere."""
        if (
            len(bare) > 1
            and bare[1].mentions
            or len(bare[0].mentions) != 1
            or form.number != "s"
            or form.part not in ("perfect", "imperfect")
        ):
            return False
        m = self.names.mentions[bare[0].mentions[0]]
        return form.gender == "m" and m.gender == "f" and m.number == "s" or (form.gender == "f" and m.gender == "m" and m.kind == "person")

    def _agrees(self, argument: Argument, form: Form, before: bool = False) -> bool:
        """Gender agrees where it is known; a plural of things is feminine."""
        if not argument.mentions or form.person != 3:
            return True
        m = self.names.mentions[argument.mentions[0]]
        if m.gender is None or not form.gender:
            return True
        if before and form.number == "s" and len(argument.mentions) == 1 and m.number == "s":
            return m.gender == form.gender
        return True

    def _after(self, items: list[Item], k: int, clause: Clause) -> tuple[list[Argument], list[Argument]]:
        """(bare noun phrases, prepositional arguments) to the right, up to the clause's end."""
        bare: list[Argument] = []
        args: list[Argument] = []
        n = k + 1
        comma = False
        while n < len(items):
            item = items[n]
            if item.kind == "rel":
                n += 1
                clause.cut = True
                while n < len(items) and items[n].kind not in ("comma", "stop", "comp", "sub"):
                    n += 1
                if n < len(items) and items[n].kind == "comma" and not bare[1:]:
                    comma = True
                    n += 1
                    continue
                break
            if item.kind == "comp":
                if clause.complement is None:
                    end = next((x.i for x in items[n + 1:] if x.kind in ("stop", "sub")), items[-1].j)
                    clause.complement = (item.j, end)
                break
            if item.kind == "colon":
                clause.complement = (item.j, items[-1].j)
                break
            if item.kind == "P" and clause.kind == "verb" and item.forms[0].tanwin:
                break
            if item.kind in BOUNDARY:
                break
            if item.kind == "comma":
                comma = True
            elif item.kind in "MNX" and not item.gen:
                if item.prep or item.pronoun is not None:
                    how = "apart" if n > 0 and items[n - 1].kind in "NX" and n - 1 > k else "direct"
                    args.append(self._argument(items, n, "prep", how))
                elif item.joined and bare:
                    pass
                elif (
                    item.kind == "M"
                    and n - 1 > k
                    and items[n - 1].kind == "N"
                    and items[n - 1].j == item.i
                    and items[n - 1].forms[0].suffix
                ):
                    pass
                elif not (comma and item.kind == "X" and len(bare) >= 2):
                    bare.append(self._argument(items, n, "subject" if not bare else "object", "after"))
            n += 1
        return bare, args

    def _noun(self, items: list[Item], k: int, clause: Clause) -> None:
        """The arguments of a verbal or act noun: genitive, object, prepositional arguments, a pronoun."""
        item = items[k]
        suffix = self._suffix(clause.form)
        args: list[Argument] = []
        genitive: Argument | None = None
        if suffix is not None:
            genitive = Argument("genitive", item.i, item.j, how="suffix", pronoun=suffix)
        if item.nations:
            args.append(Argument("adjective", item.i, item.j, nations=item.nations))
        n = k + 1
        comma = False
        first = True
        while n < len(items):
            x = items[n]
            if x.kind == "rel":
                self._within(items, n, args)
                break
            if x.kind in BOUNDARY or x.kind == "P":
                break
            if x.kind == "comma":
                comma = True
            elif x.kind in "MNX":
                if first and x.gen and genitive is None and x.kind == "X" and x.nations and self.text.norms[x.j - 1].endswith("ه"):
                    args.append(Argument("adjective", x.i, x.j, nations=x.nations))
                elif first and x.gen and genitive is None:
                    genitive = self._argument(items, n, "genitive", "after")
                elif x.gen:
                    pass
                elif x.prep == "ل" and x.pronoun is not None and genitive is None and n <= k + 2:
                    genitive = Argument("genitive", x.i, x.j, how="suffix", pronoun=x.pronoun)
                elif x.prep or x.pronoun is not None:
                    if not (comma and x.kind == "N"):
                        args.append(self._argument(items, n, "prep", "apart" if comma else "direct"))
                elif x.joined and x.kind != "M":
                    break
                elif genitive is not None and clause.object is None and not comma and x.kind in "MXN" and not x.joined:
                    clause.object = self._argument(items, n, "object", "after")
                elif comma or clause.object is not None or genitive is None:
                    if x.kind != "X":
                        break
            first = False
            n += 1
        if genitive is not None:
            args.insert(0, genitive)
        if item.definite and suffix is None and k > 0 and items[k - 1].kind in "MX" and items[k - 1].j == item.i:
            head = self._argument(items, k - 1, "prep", "direct")
            head.prep = "before"
            args.append(head)
        clause.args = args

    def _within(self, items: list[Item], n: int, args: list[Argument]) -> None:
        """«القمة التي كانت مقررة … مع الزعيم الكوري»: those it is with may stand in its relative clause."""
        verbs = 0
        for k in range(n + 1, len(items)):
            x = items[k]
            verbs += x.kind == "V"
            if x.kind in ("comma", "stop", "comp", "sub", "colon", "rel") or verbs > 2:
                break
            if x.kind in "MX" and x.prep in markers("company"):
                args.append(self._argument(items, k, "prep", "relative"))

    # ---- who governs whom --------------------------------------------------------------------------------------------

    def _govern(self, items: list[Item]) -> None:
        clauses = self.clauses
        for item in items:
            if item.kind not in ("V", "P", "N"):
                continue
            clause = clauses[item.clause]
            links = [(clause.subject, "subject"), (clause.object, "object")] if item.kind != "N" else [(clause.object, "object")]
            for argument, slot in links:
                if argument is None or argument.noun is None or argument.noun == item.clause:
                    continue
                target = clauses[argument.noun]
                head = argument.how == "relative"
                if target.governor is None or head:
                    target.governor, target.slot = item.clause, "head" if head else slot
            for argument in clause.args:
                if argument.noun is not None and argument.noun != item.clause:
                    target = clauses[argument.noun]
                    slot = argument.prep or argument.role
                    direct = argument.how in ("direct", "after", "suffix") or item.kind == "N"
                    if target.governor is None and direct:
                        target.governor, target.slot = item.clause, slot
        for k, item in enumerate(items):
            if item.kind == "N" and item.joined and not item.prep and clauses[item.clause].governor is None:
                n = k - 1
                while n >= 0 and k - n < 6 and items[n].kind in "MX":
                    n -= 1
                if n >= 0 and items[n].kind == "N":
                    twin = clauses[items[n].clause]
                    if twin.governor is not None and twin.slot != "head":
                        clauses[item.clause].governor, clauses[item.clause].slot = twin.governor, twin.slot
        for k, item in enumerate(items):
            if item.kind not in ("V", "P") or clauses[item.clause].governor is not None:
                continue
            n = k - 1
            while n >= 0 and items[n].kind in "MNX" + "comma":
                n -= 1
            if n > 0 and items[n].kind == "comp":
                told = [c for c in range(len(clauses)) if clauses[c].sentence == clauses[item.clause].sentence
                        and (clauses[c].complement or (-1,))[0] == items[n].j]
                governor = (
                    told[0] if told else next((items[m].clause for m in range(n - 1, -1, -1) if items[m].kind in ("V", "P", "N")), None)
                )
                if governor is not None and governor >= 0:
                    clauses[item.clause].governor, clauses[item.clause].slot = governor, "ان"


def _copy(argument: Argument, how: str) -> Argument:
    return Argument("subject", argument.i, argument.j, prep=argument.prep, how=how, mentions=argument.mentions, inner=argument.inner,
                    nations=argument.nations, noun=argument.noun, pronoun=argument.pronoun)
