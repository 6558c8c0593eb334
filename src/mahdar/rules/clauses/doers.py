"""Whose deeds go on where a verb has no subject of its own."""

from __future__ import annotations

from collections.abc import Sequence

from ...arabic.clitics import bare as stem
from ...arabic.inflect import Form
from ..names.model import Named, Names
from .model import Argument, Clause, Row
from .words import AND, markers

_REACH = 3  # subjects of earlier sentences that are remembered
_ONE = frozenset(("person", "state", "organization", "institution", "agency", "outlet"))  # no plural verb goes on from one of them
_BODIES = frozenset(("institution", "organization", "group", "outlet", "agency"))


def gender_of(m: Named, norms: list[str]) -> str | None:
    """The grammatical gender of a mention: its own, else feminine where a body's first word ends with ة or ات; None where unknown."""
    if m.gender is not None or m.kind not in _BODIES:
        return m.gender
    return "f" if norms[m.i].endswith(("ه", "ات")) else None


def disagrees(m: Named, form: Form, norms: list[str]) -> bool:
    """Is a mention right behind a verb of the other gender than the verb («وحث القوات الأميركية على الرحيل»)? Then it isn't its subject."""
    if form.gender == "m" and m.kind not in ("person", "place") and norms[m.i].endswith("ات"):
        return True
    gender = gender_of(m, norms)
    human = m.kind == "person" or m.form == "office" or norms[m.i].removeprefix("ال") in markers("masculine_bodies")
    if gender is None and human and m.kind in _BODIES:
        gender = "m"                            # أوصت بنك الاستثمار الأوروبي
    return form.gender == "m" and gender == "f" and m.number == "s" or form.gender == "f" and gender == "m" and human


def accusative(m: Named, form: Form, verb: int, norms: list[str]) -> bool:
    """«وقتلت "إرهابيين"», «وطالب الحوثيين»: do people, at most a mark between them and the verb that ends there, stand in the accusative?

    No verb of three letters, which may be its own noun («وقتل المدنيين»).
    """
    people = m.kind in ("unnamed", "group") and m.number == "p" and norms[m.i].endswith("ين") or norms[m.i].endswith("يين")
    noun = form.gender == "m" and len(norms[verb - 1]) - len(form.prefix) <= 3
    return people and not noun and not any(w.isalnum() for w in norms[verb : m.i])


class Doers:
    """The subjects told so far, the nearest last: of this sentence, and of those before.

    Who does something in a quotation does nothing outside of it. A verb of speech behind و goes on from who spoke
    («قال لافروف إن روسيا تدعم سوريا، وأضاف»), another verb from the nearest subject that agrees with it.
    """

    def __init__(self, names: Names, norms: list[str], spoken: set[Row], quoting: set[Row]) -> None:
        self.names, self.norms, self.spoken, self.quoting = names, norms, spoken, quoting
        self.outer: list[Argument] = []  # subjects of this sentence that stand in nobody's words
        self.all: list[Argument] = []  # all of them
        self.aside: list[Argument] = []  # of its relative clauses, behind their verb
        self.hit: list[Argument] = []  # its objects: «رشق محتجون الشرطة فردت»
        self.earlier: list[Argument] = []  # of the sentences before, the latest last
        self.quoted: set[int] = set()  # the tokens of subjects in quotation marks
        self.until = 0  # where the words told end
        self.within: Clause | None = None  # the last verb, where it stands in a relative clause

    def sentence(self) -> None:
        """A new sentence begins."""
        if self.outer or self.all:
            self.earlier = (self.earlier + (self.outer or self.all)[-2:])[-_REACH:]
        self.outer, self.all, self.aside, self.hit, self.until, self.within = [], [], [], [], 0, None

    def before(self, clause: Clause, fresh: bool, to_him: bool = False) -> Argument | None:
        """Who does what the clause says if it names nobody itself; `fresh`: a comma or nothing stands before the verb.

        `to_him`: it is said to one met or called before («قال الكرملين إن بوتين اتصل بماكرون، وأعرب له …»), no word of the teller.
        """
        form = clause.form
        if self.within is not None and not fresh and form.prefix[:1] in AND and _alike(self.within.form, form):
            return self.within.subject  # الذي زار الصين والتقى
        first, second = (self.outer, self.all) if not (to_him or clause.quoted) and self._speaks_on(clause, fresh) else (self.all, ())
        speaks = any(table == "say" for table, _ in clause.rows)
        for told in (first, second, self.aside, self.hit if form.prefix[:1] == "ف" else (), self.earlier):
            for argument in reversed(told):
                if self._agrees(argument, form) and (clause.quoted or argument.i not in self.quoted):
                    return argument if speaks or not self._carries(argument) else None
        return None

    def last(self) -> Argument | None:
        """The nearest subject of the sentence, whatever its gender."""
        return self.all[-1] if self.all else None

    def speaker(self, form: Form) -> Argument | None:
        """The last subject of the sentence that stands in nobody's words and agrees with a participle."""
        return next((a for a in reversed(self.outer) if self._agrees(a, form._replace(person=3))), None)

    def told(self, clause: Clause, fresh: bool) -> None:
        """Remember the subject of a verb, and how far what it introduces reaches."""
        subject = clause.subject
        if subject is not None and clause.quoted and subject.how != "dropped":
            self.quoted.add(subject.i)
        if clause.object is not None and clause.object.mentions:
            self.hit.append(clause.object)
        if clause.relative:
            self.within = clause if subject is not None and subject.how == "relative" else None
            if subject is not None and subject.how == "after" and subject.mentions:
                self.aside.append(subject)
        elif self.within is not None and not (subject is self.within.subject or subject is not None and subject.how == "dropped"):
            self.within = None
        outer = (clause.i >= self.until or self._speaks_on(clause, fresh)) and not (clause.quoted and self.outer)
        named = subject is not None and (subject.mentions or self._somebody(subject) or subject.inner and subject.noun is None
                                         and not self._abstract(subject))
        if subject is not None and named and not clause.relative:
            self.all.append(subject)
            if outer:
                self.outer.append(subject)
        if outer and clause.complement is not None:
            self.until = max(self.until, clause.complement[1])

    def _somebody(self, argument: Argument) -> bool:
        """Is it somebody the article gives no name (الانتحاري, الرجل), whose deeds are not those of who was named before?"""
        told = argument.how in ("before", "after") and argument.noun is None
        return told and self.norms[argument.i].removeprefix("ال") in markers("somebody")

    def _abstract(self, argument: Argument) -> bool:
        return stem(self.norms[argument.i]) in markers("abstract")

    def named(self, argument: Argument) -> None:
        """Remember a mention that opens a clause without a verb of its own as yet."""
        self.all.append(argument)
        if argument.i >= self.until:
            self.outer.append(argument)

    def _speaks_on(self, clause: Clause, fresh: bool) -> bool:
        """Is it a verb of speech, or behind a comma of an act in words, that و ties to one before?"""
        form = clause.form
        if not form.prefix or form.part != "perfect" or form.prefix[0] not in AND:
            return False
        return any(r in self.quoting or (fresh and r in self.spoken) for r in clause.rows)

    def _carries(self, argument: Argument) -> bool:
        """«نقلت الوكالة بيانا دعا المجتمع الدولي»: is it an agency or an outlet, which says what others do, and does nothing itself?"""
        return argument.mentions != () and all(self.names.mentions[k].kind in ("agency", "outlet") for k in argument.mentions)

    def _agrees(self, argument: Argument, form: Form) -> bool:
        if not form.gender or form.person != 3 or len(argument.mentions) != 1:
            return True
        m = self.names.mentions[argument.mentions[0]]
        if form.number != "s":
            return form.number != "p" or form.gender != "m" or m.kind not in _ONE or m.number != "s"
        gender = gender_of(m, self.norms) if m.number == "s" else None
        return gender is None or gender == form.gender


def _alike(one: Form, other: Form) -> bool:
    """Are two verbs of the same tense, gender and number?"""
    return (one.part, one.gender, one.number) == (other.part, other.gender, other.number)


def is_set_off(titled: Argument, name: Argument, norms: Sequence[str]) -> bool:
    """«انتقد الشاعر السوري المعارض، فرج بيرقدار، دمشق»: does a name between two commas tell who is meant by the words before it?"""
    if name.j >= len(norms) or norms[name.j] != "،" or not norms[titled.i].startswith("ال"):
        return False
    if norms[name.i - 1] == "،":
        return "،" not in norms[titled.j : name.i - 1]  # no «التقى الوفد، مع رئيسة بنغلادش، الشيخة حسينة»
    return titled.j == name.i and "،" in norms[name.i : name.j]
