"""Items → clauses: every predicate, opened in order, then given its arguments and its governor, sentence by sentence."""

from __future__ import annotations

from ...arabic.inflect import Form
from ...arabic.words import Text
from ...model import Time
from ..names.model import Names
from .arguments import Arguments
from .doers import Doers
from .governing import govern
from .item import Item
from .items import Builder
from .model import BOUNDARY, COLON, COMMA, COMP, MENTION, NOUN, PARTICIPLE, PHRASE, PREDICATES, STOP, SUB, VERB, Clause, X
from .phrases import QUOTES
from .subjects import DEEDS
from .words import PRONOUN_ENDINGS, Vocabulary, markers

_KINDS = {VERB: "verb", PARTICIPLE: "participle", NOUN: "noun"}


class Reader(Arguments):
    """Reads the clauses of one text."""

    def __init__(self, text: Text, names: Names, times: list[Time], vocabulary: Vocabulary) -> None:
        self.text, self.names, self.vocabulary = text, names, vocabulary
        self.norms = text.norms
        self.builder = Builder(text, names, times, vocabulary)
        self.clauses: list[Clause] = []
        self.opened = 0  # the first clause of the sentence
        self.spoken = vocabulary.spoken
        self.doers = Doers(names, text.norms, vocabulary.spoken, vocabulary.quoting)

    def read(self) -> list[Clause]:
        """All clauses in the order of their words."""
        text = self.text
        for s, (a, b) in enumerate(text.sentences):
            title = s == 0 and b < len(text) and text.kinds[b] == "B" and text.norms[b - 1] != "."
            items = self.builder.sentence(a, b, title)
            self.opened = len(self.clauses)
            self._open(items, s, a, b)
            if len(self.clauses) > self.opened:
                self._fill(items)
                govern(items, self.clauses, self.opened, self.norms)
        return self.clauses

    def _open(self, items: list[Item], s: int, a: int, b: int) -> None:
        """A clause for every predicate, and for a duty without a verb (على إيران أن …)."""
        clauses, norms, duty, will = self.clauses, self.norms, markers("duty"), markers("will")
        for k, item in enumerate(items):
            kind = item.kind
            if not kind & PREDICATES:
                if kind == MENTION and item.prep in duty and self._is_duty(items, k):
                    items[k + 1].modal = items[k + 1].modal or "duty"
                    clauses.append(self._duty(items, k, s, a, b))
                continue
            form, rows = item.choice
            tense = ""
            if kind == VERB:
                tense = "past" if form.part == "perfect" else "future" if form.future or norms[item.i - 1] in will else "present"
                tense = "future" if tense == "present" and self._goes_on(items, k) else tense
            modal = item.modal
            if modal and modal not in ("must", "duty") and tense != "present":
                modal = ""
            item.clause = len(clauses)
            clauses.append(
                Clause(
                    item.i,
                    item.j,
                    _KINDS[kind],
                    form,
                    rows,
                    s,
                    a,
                    b,
                    tense,
                    item.negated,
                    modal,
                    False,
                    form.voice == "passive",
                    quoted=item.quoted,
                )
            )

    def _goes_on(self, items: list[Item], k: int) -> bool:
        """«ستغلق الرباط سفارتها وتطرد السفير»: does a verb tied by و go on with what a future begins, saying nothing of its own?"""
        form, rows = items[k].choice
        if form.prefix != "و" or items[k].negated or items[k].modal or any(t == "say" for t, _ in rows):
            return False
        n = k - 1
        while n >= 0 and items[n].kind & (PHRASE | NOUN):
            n -= 1
        if n < 0 or items[n].kind != VERB:
            return False
        first = items[n].choice[0]
        return self.clauses[items[n].clause].tense == "future" and (first.gender, first.number) == (form.gender, form.number)

    def _is_duty(self, items: list[Item], k: int) -> bool:
        if not items[k].mentions or k + 1 == len(items) or (k and not items[k - 1].kind & (BOUNDARY | COMMA)):
            return False
        behind = items[k + 1]
        if k and items[k - 1].kind == SUB and items[k - 1].modal == "must":  # يجب على روسيا الانسحاب
            return True
        if behind.kind & (NOUN | X) and not behind.prep and not behind.gen:       # إن على روسيا تقديم أجوبة, إن على قطر التوقف
            opens = not k or items[k - 1].kind & (COMP | COLON | STOP) or self.norms[items[k].i - 2] in QUOTES
            return bool(opens) and self._is_deed(behind)
        return behind.kind == COMP and self.norms[behind.i] in markers("that")

    def _is_deed(self, item: Item) -> bool:
        """Does a noun tell what is to be done: a verbal noun, or another that is definite or has something definite behind it?"""
        if item.kind == NOUN:
            return any(t in DEEDS for t, _ in item.choice[1])
        word, behind = self.norms[item.i], self.norms[item.i + 1 : item.i + 2]
        construct = self.names.starting(item.i + 1) is not None
        construct = construct or any(w.startswith("ال") or w.endswith(PRONOUN_ENDINGS[1:]) for w in behind)
        return not word.endswith("ات") and (item.definite or word.startswith("ال") or construct)

    def _duty(self, items: list[Item], k: int, s: int, a: int, b: int) -> Clause:
        item = items[k]
        return Clause(
            i=item.i,
            j=item.j,
            kind="verb",
            form=Form("", "imperfect", person=1),
            rows=self.vocabulary.rows.get(next(iter(markers("duty_verb"))), ()),
            sentence=s,
            start=a,
            end=b,
            tense="present",
            args=[self.argument(items, k, "prep", "direct")],
            quoted=item.quoted,
        )

    def _fill(self, items: list[Item]) -> None:
        """The arguments of every predicate, in order; whose deeds go on is remembered."""
        self.doers.sentence()
        for k, item in enumerate(items):
            kind = item.kind
            if kind & (VERB | PARTICIPLE):
                clause = self.clauses[item.clause]
                fresh = k == 0 or items[k - 1].kind == COMMA
                self.verb(items, k, clause, self.doers.before(clause, fresh, self._to_him(items, k)))
                if kind == VERB:
                    self.doers.told(clause, fresh)
            elif kind == NOUN:
                self.noun(items, k, self.clauses[item.clause])
            elif kind == MENTION and not item.prep and not item.gen and item.pronoun is None and self._opens(items, k):
                self.doers.named(self.argument(items, k, "subject", "before"))

    @staticmethod
    def _to_him(items: list[Item], k: int) -> bool:
        """Does a pronoun right behind the verb tell whom it is said to («اتصل بالأمير وأعرب له عن دعمه»)?"""
        return k + 1 < len(items) and items[k + 1].pronoun is not None and items[k + 1].prep in markers("goal")

    def _opens(self, items: list[Item], k: int) -> bool:
        """Does the mention at k open a clause («لكن ترامب ليس راضيا»), and is no dateline?"""
        if k and not items[k - 1].kind & (COMP | SUB | STOP):
            return False
        if k + 1 == len(items) or items[k + 1].kind & (COMMA | STOP | COLON):
            return False
        return self.names.mentions[items[k].mentions[0]].kind != "place"
