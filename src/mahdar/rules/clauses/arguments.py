"""The grammatical arguments of a predicate: subject, object, genitive, prepositional arguments."""

from __future__ import annotations

from ...arabic.clitics import bare as stem
from ...arabic.inflect import PRONOUNS, Form
from .before import FRESH, NAMED, NEAR, OWNERS, copied
from .doers import accusative, disagrees, gender_of
from .item import Item
from .model import (
    BOUNDARY,
    COLON,
    COMMA,
    COMP,
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
    X,
)
from .nouns import Nouns
from .subjects import unlike
from .words import AND, PRONOUN_ENDINGS, markers

ALL = "group:all-parties"  # who is asked, and does nothing
BEARERS = frozenset(("person", "organization", "group"))         # who may be told by a title behind a comma


class Arguments(Nouns):
    """Finds the arguments of the predicates of one sentence among its items."""

    # ---- verbs and participles ---------------------------------------------------------------------------------------

    def verb(self, items: list[Item], k: int, clause: Clause, before: Argument | None) -> None:
        """Fill the subject, the object and the other arguments of the verb or participle at k."""
        form = clause.form
        pre = self.subject_before(items, k, clause, before)
        bare, args = self._after(items, k, clause)
        if bare[2:] and self._is_title(bare[0], bare[1]):
            del bare[1]  # «انتقدت حنان عشراوي، عضو المنظمة هذا الإعلان»
        if bare[1:] and self.is_held(bare):
            bare[0].mentions = bare.pop(1).mentions
        clause.args = args
        suffix = PRONOUNS.get(form.suffix) if form.suffix else None
        if args and clause.kind == "verb" and self._resumes(items, k, clause, pre, bare):
            if clause.subject is None and before is not None and form.person in (0, 3):
                clause.subject = copied(before, "dropped")
            return
        if suffix is not None and bare and self._apart(items, k, bare[0]):
            bare = []
        if suffix is not None and bare:
            named = pre is not None and pre.how == "before" and bare[0].i == clause.j and bare[0].mentions  # مسلحون أكراد تدعمهم واشنطن
            beside = (pre is None or named) and k > 0 and items[k - 1].kind & NEAR and not form.prefix
            if beside and (not items[k - 1].definite or items[k - 1].prep and self._carried(items, k, clause) < k - 1):
                clause.relative, clause.subject = True, bare[0]
                clause.object = self.argument(items, self._carried(items, k, clause), "object", "relative")
                return
            if pre is not None and pre.how == "relative":
                told = items[k - 1].kind & NEAR != 0
                clause.object = self.argument(items, self._carried(items, k, clause), "object", "relative") if told else pre
                clause.subject = bare[0]
                return
            if pre is not None and self._fronted(pre, bare):
                pre.role, pre.how = "object", "direct"  # «الهجمات نفذتها القوات المسلحة»
                clause.object, clause.subject = pre, bare[0]
                return
        light = any(table == "light" for table, _ in clause.rows)
        due = self.planned(items, k) if suffix is not None and light else None
        if due is not None:  # «قمة كان مقررا أن يعقدها مع بوتين»
            clause.relative, clause.object = True, self.argument(items, due, "object", "direct")
            who = bare[0] if bare else before
            clause.subject = copied(who, "after" if bare else "dropped") if who is not None else None
            return
        if suffix is not None and pre is not None and pre.how == "relative" and self._resumed(items, k, suffix):
            clause.object = pre  # «الاتفاق الذي وقعه»
            clause.subject = copied(before, "dropped") if before is not None else None
            return
        if suffix is not None and not bare and self._carries(items, k, clause):
            clause.relative = True
            clause.object = self.argument(items, self._carried(items, k, clause), "object", "relative")
            clause.subject = copied(before, "dropped") if before is not None else None
            return
        own = bool(bare) and bare[0].i == clause.j
        if pre is not None and pre.how == "relative" and items[k - 1].kind == RELATIVE and self._is_resumed(items[k - 1], clause, own):
            pre = None  # «الكلمة التي تعهد خلالها»: the word promises nothing
        rest = bare
        if (
            pre is not None
            and pre.how == "before"
            and not pre.mentions
            and bare
            and bare[0].mentions
            and items[k - 1].kind == COMMA
            and self.agrees_before(bare[0], form)
        ):
            pre = None  # «في رده على ما وصفه بأنه هجوم، أدان المفوض الدول الكبرى»
        if pre is not None:
            clause.subject = pre
        elif clause.kind == "participle":
            comma = items[k - 1].kind == COMMA
            near = self.subject_near(clause, True) if comma else None
            if comma and any(r in self.spoken for r in clause.rows):
                near = self.doers.speaker(form) or near  # «طالب الملك بأن يتحرك المجتمع الدولي، محذرا»
            near = near or self.subject_near(clause, False) or before
            clause.subject = copied(near, "dropped") if near is not None else None
        elif self.norms[clause.i] in markers("it_is_told") and k + 1 < len(items) and items[k + 1].kind == COMP:
            clause.subject = None  # يذكر أن المغرب قطع علاقاته
        elif form.person == 1 or (k and items[k - 1].kind == SUB and self.norms[items[k - 1].i] in markers("which")):
            clause.subject = None
        elif bare and form.person in (0, 3) and not self._must_be_object(items, k, bare, clause, before):
            clause.subject = bare[0]
            rest = bare[1:]
        else:
            what = k > 0 and items[k - 1].kind == SUB and items[k - 1].j == clause.i and self.norms[items[k - 1].i] in markers("what")
            clause.subject = copied(before, "dropped") if before is not None and form.person in (0, 3) and not what else None
        if suffix is not None:
            clause.object = Argument("object", clause.i, clause.j, how="suffix", pronoun=suffix)
        elif clause.kind == "participle" and clause.j < len(self.norms) and self.norms[clause.j] in markers("him_apart"):
            whom = PRONOUNS[self.norms[clause.j][3:]]
            clause.object = Argument("object", clause.i, clause.j, how="suffix", pronoun=whom)  # متهما إياه
        elif rest:
            clause.object = rest[0]
            clause.object.role = "object"
        if clause.subject is not None and clause.subject.how == "after" and before is not None and clause.object is None:
            clause.args.append(copied(before, "previous"))

    def _is_resumed(self, relative: Item, clause: Clause, subject: bool) -> bool:
        """Is the verb of the other gender than its relative, whose noun a pronoun behind it means (خلالها, بلاده)?

        `subject`: what can be the verb's own subject stands right behind it.
        """
        form = clause.form
        if form.suffix or form.person != 3 or form.number != "s" or not form.gender:
            return False
        if not subject and not any(a.pronoun is not None for a in clause.args):
            return False
        word = self.norms[relative.i]
        feminine = word.endswith(tuple(markers("feminine_relative")))
        return word[-2:] in ("تي", "ذي") and feminine != (form.gender == "f")

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

    def _resumes(self, items: list[Item], k: int, clause: Clause, pre: Argument | None, bare: list[Argument]) -> bool:
        """«زيارة يقوم بها لافروف», «القمة التي شارك فيها»: a pronoun behind a preposition stands for the noun before the verb."""
        pronoun = next((a for a in clause.args if a.pronoun is not None and a.i <= clause.j + 1), None)
        if pronoun is None:
            return False
        if bare and clause.form.suffix and k and self._its_object(items, k):
            return False                        # «الاتهامات التي وجهتها إليها», «دعوة وجهها إليه كيم»
        if pre is not None and pre.how == "relative":
            if pre.mentions and not (bare and bare[0].mentions):
                return False
            near = items[k - 2] if k > 1 and pre.noun is None else None        # «نتائج الزيارة التي قام بها»
            inner = near is not None and near.kind == NOUN and near.gen and items[k - 1].kind == RELATIVE
            head = self.argument(items, k - 2, "prep", "relative") if inner else pre
        elif pre is not None and self._fronted(pre, bare):
            head = pre
        elif pre is None and not clause.form.prefix:
            due = self.planned(items, k)
            m = k - 1 if due is None else due
            while m >= 0 and k - m < 8 and not items[m].kind & (FRESH | MENTION):
                if items[m].kind == NOUN and (not items[m].definite or m == due):
                    break
                m -= 1
            if m < 0 or due is None and k - m >= 8 or items[m].kind != NOUN:
                return False
            head = self.argument(items, m, "prep", "relative")
        else:
            return False
        clause.relative = True
        clause.subject = bare[0] if bare else None
        if bare[1:] and bare[1].i == bare[0].j and not clause.form.suffix:
            clause.object = bare[1]
            clause.object.role = "object"
        clause.args = [a for a in clause.args if a is not pronoun]
        head.role, head.prep, head.how, head.pronoun = "prep", pronoun.prep, "direct", None
        clause.args.append(head)
        return True

    def _carries(self, items: list[Item], k: int, clause: Clause) -> bool:
        """«خلال اجتماع عقده مع نتنياهو»: does the pronoun of a verb that only carries an act mean the act's noun right before it?"""
        light = any(table == "light" for table, _ in clause.rows)
        if not light or not k or clause.form.prefix or not items[k - 1].kind & NEAR or items[k - 1].definite:
            return False
        act, suffix = items[self._carried(items, k, clause)], PRONOUNS[clause.form.suffix]
        return act.kind == NOUN and not act.definite and suffix == (3, "f" if self._feminine(act) else "m", "s")

    def _its_object(self, items: list[Item], k: int) -> bool:
        """Is the pronoun of the verb at k the noun right before it, or before its relative?"""
        suffix, before = PRONOUNS[items[k].choice.form.suffix], items[k - 1]
        if before.kind == RELATIVE:
            return self._resumed(items, k, suffix)
        feminine = self.norms[before.i].endswith(("ه", "ات"))
        return before.kind == NOUN and not before.definite and suffix[0] == 3 and suffix[1:] == ("f" if feminine else "m", "s")

    def _carried(self, items: list[Item], k: int, clause: Clause) -> int:
        """The indefinite noun that the verb at k tells more of; what only carries an act, the act noun before what it is done with or to.

        «ضربة بطائرة مسيرة نفذها الجيش»: the strike was carried out.
        """
        m = k - 1
        while m > 0 and (items[m].gen or (items[m].joined and items[m - 1].kind & NEAR)):
            m -= 1
        if items[m].kind == NOUN and any(table == "noun" for table, _ in items[m].choice.rows):
            return m
        light = any(table == "light" for table, _ in clause.rows)
        m = self._act_in(items, m, k) if light else m
        n = m
        while light and n > 0 and items[n].prep and items[n - 1].kind & (NOUN | X | MENTION):
            n -= 1
            while n > 0 and items[n].gen:
                n -= 1
            if items[n].kind == NOUN and not items[n].definite and any(table == "noun" for table, _ in items[n].choice.rows):
                return n
        return m

    def _apart(self, items: list[Item], k: int, first: Argument) -> bool:
        """«خلال قمة جمعتهما في هلسنكي، رفضه للعقوبات»: does a comma end what the verb tells of the noun right before it?

        So too where a verb that only carries an act stands before what another does («في مؤتمر صحفي عقده مع نظيره رفضه للعقوبات»).
        """
        if not k or items[k].choice.form.prefix or items[k - 1].kind not in (NOUN, X) or items[k - 1].definite:
            return False
        if sum(x.kind == COMMA for x in items[k + 1 :] if x.i < first.i) % 2:
            return True
        light = any(table == "light" for table, _ in items[k].choice.rows)
        return light and first.noun is not None and self._item(items, k, first).choice.form.suffix != ""

    @staticmethod
    def _fronted(pre: Argument, bare: list[Argument]) -> bool:
        """Is what opens the clause the act that the one named behind its verb does («زيارة يقوم بها لافروف»)?"""
        return pre.how == "before" and pre.noun is not None and not pre.mentions and bool(bare and bare[0].mentions)

    def _pronounced(self, items: list[Item], k: int, form: Form) -> bool:
        """«لكنها تنفي امتلاك أسلحة»: is the verb's subject the pronoun of the word right before it?"""
        last = items[k - 1] if k else None
        if last is None or not last.kind & (SUB | COMP) or last.j != items[k].i or form.suffix:
            return False
        word = self.norms[last.j - 1]
        return word in markers("but") and word.endswith(PRONOUN_ENDINGS) and self._fits(word, form)

    def _must_be_object(self, items: list[Item], k: int, bare: list[Argument], clause: Clause, before: Argument | None) -> bool:
        """«واتهم فرنسا», «عقد لقاءات»: what disagrees with its verb, or stands in the accusative, is no subject."""
        first, mentions = self._item(items, k, bare[0]), bare[0].mentions
        form = clause.form
        if self._pronounced(items, k, form):
            return True
        if form.person == 3 and (form.gender == "m" and form.number == "p" or form.number == "d" and form.part == "imperfect"):
            return True  # ألقوا حجارة, تنفيان الاتهامات: before its subject a verb is singular
        if form.number != "s" or (len(bare) > 1 and bare[1].mentions) or form.part not in ("perfect", "imperfect"):
            return False
        if not mentions:
            if before is not None and (self._is_said(first, clause) or self.struck(first, clause, before)):
                return True
            if before is not None and self._asked_of(first, clause):
                return True
            if before is None or first.i != bare[0].i or first.definite or form.voice == "passive":
                return False
            if self._lends(first, clause, before):
                return True
            word = self.norms[first.i]
            if first.kind == NOUN and first.choice.form.tanwin:
                return True  # وتلقى أمس اتصالا
            if first.i != clause.j:
                return False
            if word.endswith("ا") and len(word) > 3 and not word.endswith("ايا") and bare[0].j == first.j:
                return True  # no dual before its genitive (زعيما الكوريتين)
            return first.kind == NOUN and (word.endswith(("ه", "ات")) if form.gender == "m" else unlike(first, form, word))
        if len(mentions) != 1:
            return False
        m = self.names.mentions[mentions[0]]
        if before is not None and m.entity == ALL and any(row.startswith("request") for _, row in clause.rows):
            return True  # ودعا جميع الأطراف إلى الهدوء
        if m.kind == "unnamed" and m.number == "s" and before is not None and self.norms[m.i].endswith("ا") and len(self.norms[m.i]) > 3:
            return True  # استقبل وفدا تركيا
        return disagrees(m, form, self.norms) or accusative(m, form, clause.j, self.norms)

    def _lends(self, first: Item, clause: Clause, before: Argument) -> bool:
        """«انسحبت واشنطن من الاتفاق وفرضت عقوبات على إيران»: does she do the act that the verb carries, who was told of right before?"""
        form, carries = clause.form, first.kind == NOUN and any(table == "light" for table, _ in clause.rows)
        if not carries or form.prefix[:1] not in AND or before.i < clause.start or len(before.mentions) != 1:
            return False
        m = self.names.mentions[before.mentions[0]]
        return m.number == "s" and gender_of(m, self.norms) == form.gender and any(t in ("act", "noun") for t, _ in first.choice.rows)

    def _asked_of(self, first: Item, clause: Clause) -> bool:
        """«وطلبت من بكين التحقيق», «وقدم له التعازي»: what stands behind the one asked is what's asked for; who asks stands before him."""
        near = next((a for a in clause.args if clause.j <= a.i <= clause.j + 1 and a.role == "prep"), None)
        if near is None or near.i > first.i or first.kind not in (NOUN, X):
            return False
        if near.prep in markers("origin") and any(row.startswith("request_tlb") for _, row in clause.rows):
            return bool(near.mentions) and clause.form.part == "perfect"     # but ويطلب منهم المغادرة
        given = near.prep in markers("goal") and near.pronoun is not None and any(t == "light" for t, _ in clause.rows)
        return given and first.kind == NOUN and any(t == "noun" for t, _ in first.choice.rows)

    def _is_said(self, first: Item, clause: Clause) -> bool:
        """«وطلبت منه المغادرة», «ورفض إطلاق سراحهم»: a verbal noun asks and refuses nothing; somebody told of before does."""
        if not any(r in self.spoken for r in clause.rows):
            return False
        if first.kind == X and clause.form.prefix[:1] in AND and stem(self.norms[first.i]) in markers("abstract"):
            return True  # وثمن الموقف البريطاني
        if self.doers.last() is None:
            return False
        return first.kind == NOUN and any(table == "act" for table, _ in first.choice.rows)

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
                    if item.prep and self._is_taken(item):
                        self.belongs(bare, args, item)  # and who is meant in «المقاتلين الموالين لها» plays no part
                    elif item.prep and last.kind & NEAR and bare[1:] and self.norms[last.j - 1] in markers("adverbial"):
                        pass  # انتظارا للتقرير
                    elif item.prep or item.pronoun is not None:
                        how = "apart" if n - 1 > k and (last.kind & NEAR or _of_deed(items, n - 1)) else "direct"
                        args.append(self.argument(items, n, "prep", how))
                    elif kind == NOUN and self._is_why(item, clause) or kind == X and self.is_length(item):
                        pass  # تظاهروا احتجاجا على القرار, حكم على الصحفي بالسجن عامين
                    elif last.pronoun is not None and last.prep in markers("between") and self._counted(last.j, item.i):
                        pass  # فلسطينيون بينهم طفل, بينهم مئات المدنيين
                    elif kind == NOUN and bare and last.j == item.i and self.norms[item.i] in markers("takers"):
                        pass  # قصفت القوات المدعومة أمريكيا مواقع
                    elif kind == X and last.j == item.i and last.mentions and self._are_both(item.i, item.j):
                        pass  # أطاح مسلحون معارضون بالقذافي
                    elif item.joined and (bare or (kind == NOUN and args and not comma)):
                        pass
                    elif kind == MENTION and n - 1 > k and (self._goes_with(last, item) or self.named_again(bare, item)):
                        pass
                    elif kind == X and bare and bare[-1].mentions and last.j == item.i and self.norms[item.i] in markers("kin"):
                        pass  # علي حسن المجيد ابن عم صدام
                    elif comma and kind == MENTION and len(bare) == 1 and self._named_behind(items, n, bare[0]):
                        args[:] = [a for a in args if a.i < bare[0].i]  # of his office: «المفوض السامي للاجئين»
                        bare[0] = self.argument(items, n, "subject", "after")
                    elif self._names_them(bare, item):
                        bare[1] = self.argument(items, n, "object", "after")
                    elif not (comma and kind == X and len(bare) >= 2):
                        bare.append(self.argument(items, n, "subject" if not bare else "object", "after"))
            elif kind == COMMA:
                n = n if comma else self._past_apposition(items, n)
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
                    what = n + 1 < most and items[n + 1].kind == SUB  # إن ما حدث
                    end = next((x.i for x in items[n + 1 + what :] if x.kind & (STOP | SUB)), items[-1].j)
                    clause.complement = (item.j, end)
                break
            elif kind == COLON:
                clause.complement = (item.j, items[-1].j)
                break
            elif kind == VERB and (behind := max(self._past_relative(items, n, bare), self.past_people(items, n, bare))) > n:
                clause.cut, n = True, behind
            elif kind == SUB and n + 1 < most and self._in_it(item, items[n + 1]):
                comma = True
            elif kind & BOUNDARY or (kind == PARTICIPLE and clause.kind == "verb" and item.choice.form.tanwin):
                break
            last = items[n]
            n += 1
        return bare, args

    def _counted(self, i: int, j: int) -> bool:
        """Does nothing but a number stand between the tokens («بينهم مئات المدنيين»)?"""
        return i == j or i + 1 == j and (self.text.kinds[i] == "N" or self.norms[i] in markers("some_of"))

    def _in_it(self, item: Item, behind: Item) -> bool:
        """«قتل عشرة، وذلك خلال مواجهات»: does وذلك go on with the attack in which the verb's deed was done?"""
        fight = behind.kind == NOUN and behind.prep in markers("in_attack") and self.norms[item.i] in markers("and_that")
        return fight and any(table == "noun" and row.startswith("assault") for table, row in behind.choice.rows)

    def _are_both(self, people: int, told: int) -> bool:
        """«أطاح مسلحون معارضون بالقذافي»: do two plurals in ـون that end at these tokens tell of the same people?"""
        return all(self.norms[end - 1].endswith("ون") for end in (people, told))

    def _names_them(self, bare: list[Argument], item: Item) -> bool:
        """«أوقفت السلطات السياسيين البارزين مفتي وعبد الله»: do the names behind an object of ordinary words tell who it is?"""
        if len(bare) != 2 or item.kind != MENTION or not item.mentions:
            return False
        if bare[1].j != item.i or bare[1].mentions or bare[1].noun is not None:
            return False
        named = self.names.mentions[item.mentions[0]]
        return self.norms[bare[1].i].startswith("ال") and named.kind == "person" and named.form == "name"

    def _named_behind(self, items: list[Item], n: int, who: Argument) -> bool:
        """«ندد رئيس اللجنة التابعة للمنظمة، بوب كوركر، بالقرار»: does the item at n, set off by commas, name the one told by his office?"""
        after = items[n + 1] if n + 1 < len(items) else None
        if after is None or after.kind != COMMA or items[n - 1].kind != COMMA or items[n].joined or len(who.mentions) != 1:
            return False
        title, named = self.names.mentions[who.mentions[0]], self.names.mentions[items[n].mentions[0]] if items[n].mentions else None
        if named is None or named.kind != "person" or named.form != "name":
            return False
        return title.number == "s" and (title.kind == "unnamed" or title.form == "office")

    def _is_title(self, who: Argument, behind: Argument) -> bool:
        """«حنان عشراوي، عضو منظمة التحرير»: does what a comma sets off behind one named tell what he is?"""
        if len(who.mentions) != 1 or len(behind.mentions) != 1 or behind.i != who.j + 1 or self.norms[who.j] != "،":
            return False
        title, named = self.names.mentions[behind.mentions[0]], self.names.mentions[who.mentions[0]]
        return named.kind == "person" and title.number == "s" and (title.kind == "unnamed" or title.form == "office")

    def _past_relative(self, items: list[Item], n: int, bare: list[Argument]) -> int:
        """«شن تحالف تقوده السعودية غارات»: the last item of what is told of the subject right before the verb at n; n where nothing is.

        The verb carries the subject's pronoun, and is told of who is named behind it.
        """
        form, who = items[n].choice.form, items[n + 1] if n + 1 < len(items) else None
        if len(bare) != 1 or bare[0].mentions or bare[0].j != items[n].i or form.part != "imperfect" or form.suffix not in OWNERS:
            return n
        told = who is not None and who.kind == MENTION and not who.prep and not items[n - 1].definite
        return n + 1 if told else n

    def _past_apposition(self, items: list[Item], n: int) -> int:
        """«طالبت النهضة، الممثلة في الائتلاف، الحكومة»: where the apposition that the comma at n opens ends; n where it opens none."""
        behind = items[n + 1] if n + 1 < len(items) else None
        if behind is None or not behind.kind & NAMED or behind.prep or behind.joined or not items[n - 1].kind & NAMED:
            return n
        if behind.kind == MENTION:
            title = behind.mentions and self.names.mentions[behind.mentions[0]]  # ، رئيس حركة مجتمع السلم،
            person = items[n - 1].mentions and self.names.mentions[items[n - 1].mentions[-1]].kind in BEARERS
            if not title or not person or not (title.kind == "unnamed" or title.form == "office") or title.number != "s":
                return n
        elif not self.norms[behind.i].startswith("ال") and self.norms[behind.i] not in markers("apposition"):
            return n
        for m in range(n + 2, len(items) - 1):
            if items[m].kind == COMMA:
                return m if items[m + 1].kind & (PHRASE | COMP | COLON) and not items[m + 1].joined else n
            if not items[m].kind & PHRASE:
                return n
        return n

    def _is_why(self, item: Item, clause: Clause) -> bool:
        """Does the noun tell why a verb's deed is done (أحرقوا العلم احتجاجا على القرار)? One that only carries a noun has it as object."""
        return self.norms[item.i] in markers("reason_why") and not any(table == "light" for table, _ in clause.rows)


def _of_deed(items: list[Item], n: int) -> bool:
    """Does the item at n hang on a noun that a preposition behind it may belong to: «رفض سحب القوات من سوريا», «لجهود قطان في دعم …»?"""
    k = n
    while k > 0 and items[k].gen:
        k -= 1
    return k < n and (items[k].kind == NOUN or items[k].prep != "")
