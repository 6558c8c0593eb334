"""The subject before its verb: what opens the clause, the head of a relative clause, whom أنه points back to."""

from __future__ import annotations

from ...arabic.clitics import bare
from ...arabic.inflect import Form
from .before import NAMED, Before, copied
from .choosing import LINKS, PAST_BE
from .doers import gender_of, is_set_off
from .item import Item
from .model import (
    BOUNDARY,
    COMMA,
    COMP,
    IF,
    MENTION,
    NOUN,
    PARTICIPLE,
    PHRASE,
    RELATIVE,
    VERB,
    Argument,
    Clause,
    X,
)
from .words import AND, PRONOUN_ENDINGS, markers

DEEDS = frozenset(("act", "govern", "light"))


class Subjects(Before):
    """Finds the subjects that stand before the predicates of one sentence."""

    def struck(self, first: Item, clause: Clause, before: Argument) -> bool:
        """«خرقت الميليشيات الهدنة وقصفت أحياء سكنية»: houses and posts shell nobody; who was told of before did."""
        form = clause.form
        if not before.mentions or form.prefix[:1] not in AND or first.definite or self.norms[first.i] not in markers("struck"):
            return False
        told = any(table == "act" and row.startswith("assault") for table, row in clause.rows)
        return told and gender_of(self.names.mentions[before.mentions[0]], self.norms) == form.gender

    def subject_before(self, items: list[Item], k: int, clause: Clause, before: Argument | None) -> Argument | None:
        """The subject before the predicate: the noun phrase that opens its clause, or the head of its relative clause."""
        if clause.form.tanwin:
            return None  # متهما إياه: of the verb's subject
        topic = self._topic(items, k, clause)
        if topic is not None:
            return topic
        if (who := self._resumed_being(items, k, clause)) is not None:
            clause.anterior = clause.tense == "past"
            return who
        if (raids := self._of_raids(items, k, clause)) is not None:
            return raids
        n = k - 1
        first = fresh = -1
        joined = clause.form.prefix[:1] in AND
        if n >= 0 and not joined and clause.kind == "verb" and items[n].j == clause.i:
            heads = self._indefinite(items[n]) and not (clause.form.suffix and items[n].kind == MENTION)
            head = self._told_of(items, n, clause) if heads else self._giver(items, n, clause)
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
                being = self.clauses[item.clause]
                if first < 0 and n == k - 1 and being.relative and being.subject is not None and PAST_BE in being.rows and not joined:
                    if clause.form.suffix in ("هم", "هن"):
                        break  # «أفرجت عن أميركيين كانت تحتجزهم»: they are held
                    clause.relative = True
                    return copied(being.subject, "relative")  # «اعتقلوا خلية كانت تخطط لهجوم»
                if PAST_BE not in being.rows:
                    linked = first == n + 1 and all(x.gen or x.joined for x in items[first + 1 : k])
                    if linked and not joined and not LINKS.isdisjoint(being.rows):
                        break  # «لا تزال موسكو تدعم الأسد»
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
                if kind == COMP and n == k - 1 and n and items[n - 1].mentions and self.norms[items[n - 1].i - 1] in markers("given_to"):
                    return self.argument(items, n - 1, "subject", "dropped")  # «سبق لطهران أن رفضت»
                if kind == COMP and first < 0 and self.norms[item.i].endswith(PRONOUN_ENDINGS):
                    told = self._told_by(items, n) or self._teller(item, clause.form) or self.told_near(items, n, clause.form) or before
                    if told is not None and self._fits(self.norms[item.i], clause.form):
                        return copied(told, "dropped")
                if item.modal:
                    clause.modal = item.modal
                if kind == IF:
                    clause.conditional = True
                break
            n -= 1
        if first < 0 or (clause.kind == "participle" and not items[k - 1].kind & NAMED):
            return None
        opening = items[first]
        comma = items[k - 1].kind == COMMA
        if joined and first == n + 1 and n >= 0 and items[n].kind == COMP and self.norms[items[n].i].endswith(PRONOUN_ENDINGS):
            return None  # «وصفه بأنه كارثة، وهدد بالانسحاب»
        if opening.joined and first != 0 and items[k].joined:
            return None
        alone = opening.kind == X and opening.j == opening.i + 1 and not (opening.definite or self._owned(opening))
        if joined and (not comma or alone):
            return None  # وصفها بأنها "كارثية"، وهدد بالانسحاب
        if opening.kind == MENTION:
            if k - first > 1 and items[first + 1].kind == COMMA and self.names.mentions[opening.mentions[0]].kind == "place":
                return None  # a dateline
            act = items[n + 1]
            if comma and first > n + 1 and act.kind == NOUN and act.prep and not any(x.kind == COMMA for x in items[n + 1 : first]):
                return None  # «بعد لقائه في داكار الرئيس السنغالي، حث المبعوث …», «عقب اعتقال الشرطة صحفيين، نددت باريس …»
        elif comma and first > n + 1 and items[n + 1].prep:
            return None  # «إثر طلب روسيا ضمانات، قرر …»
        argument = self.argument(items, first, "subject", "before")
        return argument if self.agrees_before(argument, clause.form) else None

    def planned(self, items: list[Item], k: int) -> int | None:
        """What is planned («زيارة كان مقررا أن يجريها», «الزيارة التي يعتزم بوتين القيام بها»): the noun before what carries it at k."""
        n = k - 1
        n -= n > 0 and items[n].kind == COMP and self.norms[items[n].i] in markers("that")
        n -= n > 0 and items[n].kind == MENTION and not items[n].prep and items[k].kind == NOUN
        if n < 1 or self.norms[items[n].i] not in markers("due"):
            return None
        n -= 1
        n -= n > 0 and items[n].kind == VERB and PAST_BE in items[n].choice.rows
        n -= n > 0 and items[n].kind == RELATIVE
        while n > 0 and items[n].gen:
            n -= 1
        return n if items[n].kind == NOUN else None

    def subject_near(self, clause: Clause, apart: bool) -> Argument | None:
        """The subject of the verb before, in the same sentence; `apart`: behind a comma, no verb of a relative clause.

        «انتقد مادورو بنس الذي يزور كولومبيا، متهما واشنطن …»: Maduro accuses.
        """
        for c in reversed(self.clauses[self.opened :]):
            if apart and c.relative:
                continue
            if c.i < clause.i and c.kind == "verb" and c.subject is not None and c.subject.mentions:
                return c.subject
        return None

    def is_held(self, phrases: list[Argument]) -> bool:
        """«اتهم مدير المرصد رامي عبد الرحمن النظام»: does the second of three phrases name who holds the office of the first?"""
        office, name = phrases[:2]
        if office.mentions or office.noun is not None or len(name.mentions) != 1:
            return False
        m = self.names.mentions[name.mentions[0]]
        beside = len(phrases) > 2 and bare(self.norms[office.i]) in markers("offices")
        return m.kind == "person" and m.form == "name" and (beside or is_set_off(office, name, self.norms))

    def named_again(self, bare: list[Argument], item: Item) -> bool:
        """«التقى الرئيس الفرنسي، إيمانويل ماكرون وعددا من الوزراء»: is it the name of the one told of right before it?"""
        if item.prep or not item.mentions or not bare or not bare[-1].mentions:
            return False
        return self.names.mentions[bare[-1].mentions[-1]].entities == self.names.mentions[item.mentions[0]].entities

    def past_people(self, items: list[Item], n: int, bare: list[Argument]) -> int:
        """«هاجم مسلحون يعتقد أنهم من داعش قرية», «أطلق مسلحون يستقلون دراجة النار»: the last item of what is told of people of no name."""
        people = self.names.mentions[bare[0].mentions[-1]] if len(bare) == 1 and bare[0].mentions and bare[0].j == items[n].i else None
        supposed = self.norms[items[n].i] in markers("supposed")
        if people is None or people.kind != "unnamed" or people.number != "p" or self.norms[people.i].startswith("ال"):
            return n
        if not supposed and (items[n].joined or not self.norms[items[n].i].endswith(("ون", "وا"))):
            return n
        k, own = n + 1, supposed
        k += k < len(items) and items[k].kind == COMP
        while k < len(items) and items[k].kind & PHRASE and (items[k].gen or items[k].prep or items[k].pronoun is not None or not own):
            own = own or not items[k].prep
            k += 1
        more = k < len(items) and items[k].kind & PHRASE and not items[k].joined
        return k - 1 if more and k - 1 > n else n

    def belongs(self, bare: list[Argument], args: list[Argument], item: Item) -> None:
        """«أغارت طائرات تابعة للجيش التركي», «غارات على مواقع تابعة لحماس»: whose a thing is, told behind تابعة, hangs on it."""
        if self.norms[item.i - 1] not in markers("belonging"):
            return
        if len(bare) > 1 and bare[-1].i == item.i - 1 and bare[-2].j == bare[-1].i:
            bare.pop()
        for thing in (*bare[-1:], *args[-1:]):
            own = thing.mentions or thing.inner or not markers("bands").isdisjoint(self.norms[thing.i : thing.j])  # ميليشيات تابعة لإيران
            if item.i - 1 <= thing.j <= item.i and not own:
                thing.inner += item.mentions


def unlike(noun: Item, verb: Form, word: str) -> bool:
    """«واستنكرت إقدام الحوثيين على التصعيد»: a verbal noun of one, behind a feminine verb, is no subject."""
    if verb.gender != "f" or verb.prefix[:1] not in AND or noun.choice.form.number != "s" or word.endswith(("ه", "ات")):
        return False
    return any(table in DEEDS for table, _ in noun.choice.rows)
