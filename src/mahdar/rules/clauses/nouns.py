"""The grammatical arguments of a verbal or act noun: genitive, object, prepositional arguments."""

from __future__ import annotations

from ...arabic.inflect import PRONOUNS
from .before import FRESH, NAMED
from .item import Item
from .model import (
    COMMA,
    MENTION,
    NOUN,
    PHRASE,
    RELATIVE,
    VERB,
    Argument,
    Clause,
    X,
)
from .subjects import Subjects
from .words import markers


class Nouns(Subjects):
    """Finds the arguments of the verbal and act nouns of one sentence."""

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
        visits = any(row.startswith("visit_") for _, row in clause.rows)
        while n < most:
            x = items[n]
            kind = x.kind
            if kind == MENTION and not first and not x.gen and not x.prep and self._goes_with(items[n - 1], x):
                pass
            elif kind & PHRASE:
                if x.gen:
                    if not first or genitive is not None:
                        pass
                    elif kind == X and x.nations and x.j - x.i == len(x.nations) and self._is_adjective(item, x):
                        args.append(Argument("adjective", x.i, x.j, nations=x.nations))
                    else:
                        genitive = self.argument(items, n, "genitive", "after")
                elif x.prep == "ل" and x.pronoun is not None and genitive is None and n <= k + 2:
                    genitive = Argument("genitive", x.i, x.j, how="suffix", pronoun=x.pronoun)
                elif x.prep or x.pronoun is not None:
                    if x.pronoun is None and n > k + 1 and self._is_taken(x):
                        self.belongs([genitive] if genitive is not None else [], args, x)
                    elif not (comma and kind == NOUN):
                        args.append(self.argument(items, n, "prep", "apart" if comma else "direct"))
                elif x.joined and kind == X and n == k + 1 and self._second_adjective(item, x):
                    pass
                elif x.joined and kind != MENTION:
                    break
                elif genitive is not None and x.i == genitive.j and self._describes(x, genitive) or kind == X and self.is_length(x):
                    pass
                elif any(a.mentions and (a.prep in markers("company") or visits and a.prep in markers("goal")) for a in args):
                    pass  # «اتهم ظريف في مؤتمر صحفي مع نظيره واشنطن», «دعا خلال زيارته لبيروت إيران إلى الحوار»
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
        carried = next((a for a in args if a.pronoun is not None and a.role == "prep" and a.i == item.j), None)
        due = self.planned(items, k) if carried is not None and any(table == "light" for table, _ in clause.rows) else None
        if carried is not None and due is not None:  # «زيارة يعتزم بوتين القيام بها»
            args[args.index(carried)] = head = self.argument(items, due, "prep", "direct")
            head.prep, head.pronoun, clause.relative = carried.prep, None, True
        if genitive is not None:
            args.insert(0, genitive)
        backed = not item.prep and self.norms[item.i] in markers("takers")  # قوات مدعومة من إيران
        if (item.definite or backed) and suffix is None:
            args += self.described(items, k, backed)
        clause.args = args

    def _second_adjective(self, noun: Item, told: Item) -> bool:
        """«القصف الجوي والمدفعي للنظام على المدينة»: is it an adjective of relation joined to the noun's own?"""
        own, more = self.norms[noun.j - 1], self.norms[told.i].removeprefix("و")
        if noun.j - noun.i < 2 or told.prep or told.j - told.i > 1 or own.startswith("ال") != more.startswith("ال"):
            return False
        return own.endswith("ي") and more.endswith("ي") or own.endswith("يه") and more.endswith("يه")

    def _is_adjective(self, noun: Item, told: Item) -> bool:
        """Is a nationality behind a noun its feminine adjective, definite as it is (no دعم الحوثية)?"""
        return self.norms[told.j - 1].endswith("ه") and noun.definite == told.definite

    def _describes(self, item: Item, people: Argument) -> bool:
        """Does an ordinary word tell more of those right before it (ترحيل مقاتلين أجانب)?"""
        if item.kind != X or not people.mentions:
            return False
        m = self.names.mentions[people.mentions[-1]]
        return m.kind == "unnamed" and m.number == "p" and not item.definite and not self.norms[m.i].startswith("ال") and not item.nations

    def _within(self, items: list[Item], n: int, args: list[Argument]) -> None:
        """«القمة التي كانت مقررة … مع الزعيم الكوري»: those it is with may stand in its relative clause."""
        verbs = 0
        for k in range(n + 1, len(items)):
            x = items[k]
            verbs += x.kind == VERB
            if x.kind & (COMMA | RELATIVE | FRESH) or verbs > 2:
                break
            if x.kind & NAMED and x.prep in markers("company"):
                args.append(self.argument(items, k, "prep", "relative"))

    def _is_taken(self, item: Item) -> bool:
        """Does the preposition of a phrase belong to an adjective right before it (التابعة للحكومة, المدعومة من إيران)?"""
        i = item.i - 1
        i -= i > 0 and self.norms[i] == item.prep
        if item.prep in markers("origin") and self.norms[i] in markers("opposing"):
            return False                        # خروج الفصائل المعارضة من الغوطة
        return i > 0 and self.norms[i] in markers("takers")

    def _goes_with(self, last: Item, item: Item) -> bool:
        """Does a mention belong to the phrase right before it (لقائه نظيره, في العاصمة السعودية, مع ولي العهد الأمير محمد)?"""
        if last.j != item.i:
            return False
        if last.kind == NOUN:
            return bool(last.choice.form.suffix)
        if not last.prep or last.pronoun is not None:
            return last.prep in markers("between")          # منظمات بينها العفو الدولية
        m = self.names.mentions[item.mentions[0]]
        if last.kind == X:
            return last.definite and m.kind == "state" and self.norms[item.i].startswith("ال") and self.norms[item.i].endswith("ه")
        return last.mentions != () and m.kind == "person" and self.names.mentions[last.mentions[-1]].kind == "person"
