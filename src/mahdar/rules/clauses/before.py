"""What can stand before a verb as its subject: a topic, the head of a relative clause, who gives a document, whom أنه points back to."""

from __future__ import annotations

import msgspec

from ...arabic.clitics import bare as stem
from ...arabic.clitics import splits
from ...arabic.inflect import Form
from ...arabic.words import Text
from ..names.model import Names
from ..speech.tables import anaphor_of
from .choosing import PAST_BE
from .doers import Doers, gender_of
from .item import Item
from .model import (
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
from .phrases import QUOTES
from .words import AND, markers

NEAR = NOUN | X
NAMED = MENTION | X
FRESH = COMP | SUB | STOP | COLON  # where another clause begins
OWNERS = ("ه", "ها", "هم")  # pronouns a noun carries
CHARGES = ("govern", "accuse_of")


class Before:
    """Finds the phrases before the predicates of one sentence that can be their subjects."""

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
        elif item.kind == X and k + 1 < most and items[k + 1].gen and self.norms[item.i] in markers("degree"):
            noun = items[k + 1].clause if items[k + 1].kind == NOUN else None  # أعرب عن بالغ تعازيه
        return Argument(role, item.i, j, item.prep, how, item.mentions, inner, nations, noun, pronoun)

    def described(self, items: list[Item], k: int, backed: bool) -> list[Argument]:
        """The one named right before what tells more of him (الدور الروسي الداعم, الفصائل، المدعومة من أنقرة)."""
        item, n = items[k], k - 1
        if n > 0 and backed and items[n].kind == COMMA and items[n].j == item.i and items[n - 1].kind & NAMED:
            n -= 1
            if items[n].prep in markers("between"):
                return []  # مواجهات بين المعارضة والجيش، مدعوما من روسيا
        elif n < 0 or not items[n].kind & NAMED:
            return []
        elif items[n].j != item.i and not (backed and items[n].j == item.i - 1 and self.norms[items[n].j] in QUOTES):
            return []
        head = self.argument(items, n, "prep", "direct")
        head.prep = "before"
        return [head]

    def _topic(self, items: list[Item], k: int, clause: Clause) -> Argument | None:
        """«أما روسيا، التي تنفي الاتهامات، فدعت لندن إلى …»: who is named behind أما, unless one of his own is the subject."""
        answers = markers("answers_topic")
        if clause.form.prefix != "ف" and (not clause.i or self.norms[clause.i - 1] not in answers):
            return None
        n = k - 1
        while n > 0 and not (items[n].kind == SUB and self.norms[items[n].i] in markers("as_for")):
            if items[n].kind & (STOP | COLON) or items[n].kind == VERB and items[n].choice.form.prefix == "ف":
                return None
            n -= 1
        opening = items[n + 1]
        if n < 0 or items[n].kind != SUB or n + 1 >= k or opening.kind != MENTION or opening.prep or opening.pronoun is not None:
            return None
        own = self.names.mentions[opening.mentions[0]]
        behind = items[k + 1] if k + 1 < len(items) else None
        if behind is not None and behind.kind == MENTION and not behind.prep and behind.mentions:
            m = self.names.mentions[behind.mentions[0]]
            if m.kind != "state" and m.country == own.country:
                return None  # «أما روسيا فقالت متحدثتها ماريا زاخاروفا»
        argument = self.argument(items, n + 1, "subject", "before")
        return argument if self.agrees_before(argument, clause.form) else None

    def _resumed_being(self, items: list[Item], k: int, clause: Clause) -> Argument | None:
        """«وكان بوتين، الذي وصل الاثنين، قد التقى أردوغان»: whom the verb of being told of, another verb between; else None."""
        if clause.kind != "verb" or clause.tense != "past" or self.norms[clause.i - 1] not in markers("already"):
            return None
        told = False
        for item in reversed(items[:k]):
            if item.kind & FRESH:
                return None
            if item.kind == VERB and PAST_BE in self.clauses[item.clause].rows:
                subject = self.clauses[item.clause].subject
                fits = told and subject is not None and subject.how == "after" and subject.mentions
                return copied(subject, "before") if subject is not None and fits else None
            told = told or item.kind & (VERB | PARTICIPLE) != 0
        return None

    def _of_raids(self, items: list[Item], k: int, clause: Clause) -> Argument | None:
        """«شن التحالف غارات على صعدة، استهدفت مواقع»: the attacks that a verb behind a comma or a phrase tells more of."""
        if self.norms[clause.i] not in markers("attacks_do") or not k or not (items[k - 1].kind == COMMA or items[k - 1].prep):
            return None
        for n in range(k - 1 - (items[k - 1].kind == COMMA), -1, -1):
            item = items[n]
            if item.kind == NOUN and any(table == "noun" and row.startswith("assault") for table, row in item.choice.rows):
                if item.definite or not self._feminine(item):
                    return None
                clause.relative = True
                return self.argument(items, n, "subject", "relative")
            if not item.kind & PHRASE or not (item.prep or item.gen):
                return None
        return None

    def _told_of(self, items: list[Item], n: int, clause: Clause) -> Argument | None:
        """«قرارا يدعو إلى»: the indefinite noun right before a verb that tells more of it, behind another verb.

        What a resolution or a letter says is said by who gave it.
        """
        last = n
        if self.norms[clause.i] in markers("due") and _is_act(items[last]):
            return None  # «زيارة يعتزم بوتين القيام بها»
        while n > 0 and (items[n].gen or (items[n].joined and items[n - 1].kind & NEAR)):
            n -= 1
        form = clause.form
        if self._owned(items[last]):
            return None  # «الذي لا يسافر خارج بلاده سيسافر»
        if form.gender == "f" and form.number == "s" and not form.suffix and items[last].kind == X and not self._feminine(items[n]):
            n = last  # نشر تغريدة تتهم
        prep = items[n].prep
        gathers = self.norms[clause.i] in markers("gathers") or form.suffix and ("act", "meet_jme") in clause.rows
        n = self._act_in(items, n, last + 1) if gathers else n
        item = items[n]
        if (who := self._apposed(items, n)) is not None and not form.suffix:
            clause.relative = True
            return who
        speaks = any(r in self.spoken for r in clause.rows)
        met = item.kind == NOUN and gathers
        if item.pronoun is not None or (prep and not met and (speaks or prep in markers("when"))):
            return None
        m = n - 1
        while m >= 0 and not items[m].kind & (FRESH | IF):
            if items[m].kind & (VERB | NOUN | PARTICIPLE):
                clause.relative = True
                giver = self.doers.last()
                told = speaks and clause.form.number == "s" and not clause.form.suffix and not item.prep
                told = told and not _is_act(item) and not _is_national(item) and item.kind != MENTION
                if told and giver is not None:
                    return None if self._says_in_it(items, last + 1, giver, form) else copied(giver, "dropped")
                return self.argument(items, n, "subject", "relative")
            m -= 1
        return None

    def _says_in_it(self, items: list[Item], k: int, giver: Argument, form: Form) -> bool:
        """«وقع ترامب وثيقة تعهدت فيها كوريا الشمالية بنزع سلاحها»: does another than its giver say something in a document?"""
        if k + 1 >= len(items) or items[k + 1].pronoun is None or items[k + 1].prep not in markers("there"):
            return False
        return len(giver.mentions) > 1 or not self.agrees_before(giver, form)

    def _indefinite(self, item: Item) -> bool:
        """Is it an indefinite noun, or people of no name told by one (مسلحين)?"""
        if item.kind != MENTION:
            return item.kind & NEAR != 0 and not item.definite
        m = self.names.mentions[item.mentions[-1]] if item.mentions else None
        if m is None or not (m.kind == "unnamed" or m.kind == "group" and m.number == "p"):
            return False
        if self.norms[m.i - 1] in markers("superlative"):
            return False  # كيم، أرفع مسؤول كوري يزور واشنطن
        return not self.norms[m.i].lstrip("وفبلك").startswith(("ال", "ل"))

    def _giver(self, items: list[Item], n: int, clause: Clause) -> Argument | None:
        """«قرار لمجلس الأمن يدعو إيران إلى …»: what a document says is said by the body behind its ل, في or من."""
        item, form = items[n], clause.form
        if n == 0 or item.kind != MENTION or item.prep not in markers("issued_by") or form.part != "imperfect" or form.number != "s":
            return None
        if not any(r in self.spoken for r in clause.rows) or form.suffix:
            return None
        head = items[n - 1]
        words = {rest for w in self.norms[head.i : head.j] for _, rest in splits(w)}
        if not head.kind & NEAR or markers("document").isdisjoint(words):
            return None
        clause.relative = True
        return self.argument(items, n, "subject", "dropped")

    def _apposed(self, items: list[Item], n: int) -> Argument | None:
        """«شينزو آبي، وهو أول رئيس حكومة يابانية يزور طهران»: of whom a phrase with أول, behind a comma, tells; else None."""
        t = items[n].i - 1
        if n < 2 or items[n].prep or items[n].kind != X or self.norms[t] not in markers("superlative"):
            return None
        t -= self.norms[t - 1] in markers("being")
        who = items[n - 2] if items[n - 1].kind == COMMA else None
        if who is None or who.kind != MENTION or who.j != t - 1 or self.names.mentions[who.mentions[0]].kind != "person":
            return None
        return self.argument(items, n - 2, "subject", "relative")

    def _act_in(self, items: list[Item], n: int, k: int) -> int:
        """«في ختام محادثات أجراها»: behind a word for a part of it (ختام), the act's noun of the phrase from n to k; else n."""
        if self.norms[items[n].i] not in markers("part_of_act"):
            return n
        return next((m for m in range(n, k) if items[m].kind == NOUN and not items[m].definite), n)

    def _owned(self, item: Item) -> bool:
        """Does an ordinary noun carry a pronoun (بلاده)? Then it is definite, and no verb tells more of it."""
        if item.kind != X or item.definite:
            return False
        word, raw = self.norms[item.j - 1], self.text.raw
        if not word.endswith(OWNERS) or len(word) < 4 or word in markers("own_letter"):
            return False
        return raw[self.text.ends[item.j - 1] - 1] != "ة"

    def _feminine(self, item: Item) -> bool:
        return self.norms[item.i].endswith(("ه", "ات")) or item.kind == NOUN and item.choice.form.number == "p"

    def _told_by(self, items: list[Item], n: int) -> Argument | None:
        """«إعلان ترامب أنه»: who the noun before أنه is of."""
        m = n - 1
        while m > 0 and items[m].kind == X and not items[m].prep:
            m -= 1
        if m > 0 and items[m].kind == MENTION and items[m].gen and items[m - 1].kind == NOUN and self._is_word(items[m - 1]):
            return self.argument(items, m, "subject")
        return None

    def told_near(self, items: list[Item], n: int, form: Form) -> Argument | None:
        """«وتباهى الرئيس الفرنسي بأنه أقنع ترامب»: the one named behind a word no table knows, which أنه hangs on."""
        for m in range(n - 1, -1, -1):
            item = items[m]
            if not item.kind & PHRASE:
                return None
            if item.kind == MENTION and item.mentions and not (item.prep or item.gen or item.joined):
                argument = self.argument(items, m, "subject", "before")
                first = m == 0 or m == 1 and items[0].kind == X
                return argument if first and len(item.mentions) == 1 and self.agrees_before(argument, form) else None
        return None

    def _is_word(self, noun: Item) -> bool:
        """Is it a noun of what somebody says (إعلان, تأكيد), and no meeting («أكد ترودو في ختام قمة السبع أنه حذر ترامب»)?"""
        return any(r in self.spoken or r[0] == "say" for r in noun.choice.rows)

    def _teller(self, item: Item, form: Form) -> Argument | None:
        """«أعلنت فيه بيونغ يانغ أنها»: the subject of the verb that أنها hangs on; of a charge (اتهم ترامب إيران بأنها) who is charged."""
        for c in reversed(self.clauses[self.opened :]):
            if c.complement is not None and c.complement[0] == item.j:
                charged = self.norms[item.i][0] in markers("charge") and any(r == CHARGES for r in c.rows)
                for argument in (c.object, c.subject) if charged else (c.subject, c.object):
                    if argument is not None and argument.mentions and (self.agrees_before(argument, form) or argument is c.subject):
                        return argument
                return c.subject if not charged and self._unknown(c) else None
        return None

    def is_length(self, phrase: Item) -> bool:
        """«سجنه عامين», «بحبس الصحفي 15 يوما»: is it an accusative of how long something lasts, nobody and nothing it is done to?"""
        last = self.norms[phrase.j - 1]
        if phrase.j - phrase.i == 1:
            return last.endswith("ين") and last in markers("spans")
        return phrase.j - phrase.i == 2 and (last in markers("spans") or last in markers("lengths"))

    def _unknown(self, clause: Clause) -> bool:
        """«وقالت المليشيا الكردية إنها»: does somebody no table knows say something, told by a definite noun that names no paper?"""
        who = clause.subject
        if who is None or who.how not in ("after", "before") or who.noun is not None or not any(r in self.spoken for r in clause.rows):
            return False
        word = self.norms[who.i]
        papers = markers("document") | markers("releases") | markers("abstract")
        return word.startswith("ال") and anaphor_of(word) is None and stem(word) not in papers

    @staticmethod
    def _fits(norm: str, form: Form) -> bool:
        """Can the pronoun of أنه, أنها, أنهم be the subject of the verb (أنه في مايو طرحت بريطانيا)?"""
        if form.person != 3 or form.number != "s" or not form.gender:
            return True
        return form.gender == ("f" if norm.endswith("ها") else "m")

    def _opening(self, items: list[Item], n: int, k: int, clause: Clause) -> Argument | None:
        """«والرياض التي تقود ائتلافا، تتهم إيران»: the phrase that opens the clause, behind it a relative clause or an apposition.

        Without a comma it is the second verb behind the relative: «كيم الذي نادرا ما يسافر سيزور روسيا».
        """
        if clause.form.prefix[:1] in AND:
            return None
        comma, verbs = items[k - 1].kind == COMMA, 0
        while n >= 0 and not items[n].kind & FRESH:
            verbs += items[n].kind == VERB
            n -= 1
        first = n + 1
        if first + 1 >= k or items[first].kind != MENTION or items[first].prep or not items[first + 1].kind & (RELATIVE | COMMA):
            return None
        if not comma and (verbs != 1 or items[first + 1].kind != RELATIVE):
            return None
        argument = self.argument(items, first, "subject", "before")
        return argument if self.agrees_before(argument, clause.form) else None

    def _head(self, items: list[Item], n: int, clause: Clause) -> Argument | None:
        """The noun phrase before a relative that its clause tells of."""
        clause.relative = True
        m = n - 1
        feminine = self.norms[items[n].i].endswith(tuple(markers("feminine_relative")))
        while m >= 0 and not items[m].kind & (VERB | FRESH):
            item = items[m]
            if item.kind & PHRASE and item.pronoun is None:
                if item.gen and m > 0 and item.kind != MENTION:
                    m -= 1
                    continue
                gender = self.names.mentions[item.mentions[0]].gender if item.mentions else None
                if item.kind == MENTION and gender is not None and (gender == "f") != feminine and len(item.mentions) == 1:
                    m -= 1
                    continue
                if self._of_backer(items, m, n):
                    m -= 2
                    continue
                m = self._set_off(items, m, n, feminine)
                return self._last_of_two(self.argument(items, m, "subject", "relative"), self.norms[items[n].i])
            m -= 1
        return None

    def _of_backer(self, items: list[Item], m: int, n: int) -> bool:
        """«الوحدات المدعومة من واشنطن والتي تحاربها أنقرة»: does what stands before a joined relative tell by whom its noun is backed?"""
        joined = self.norms[items[n].i].startswith("و") and m > 1 and items[m].prep != ""
        return joined and self.norms[items[m - 1].i] in markers("adverb_behind")

    def _set_off(self, items: list[Item], m: int, n: int, feminine: bool) -> int:
        """«غولن، المقيم في بنسلفانيا، الذي تتهمه أنقرة»: the man before an apposition that commas set off; m itself where none is."""
        if m < 2 or items[n - 1].kind != COMMA or items[m - 1].kind != COMMA or items[m].kind != X or items[m].prep:
            return m
        who = items[m - 2]
        told = self.names.mentions[who.mentions[0]] if who.kind == MENTION and len(who.mentions) == 1 else None
        same = told is not None and told.kind == "person" and told.number == "s" and told.gender in (None, "f" if feminine else "m")
        return m - 2 if same else m

    def _last_of_two(self, head: Argument, relative: str) -> Argument:
        """The head of a relative clause; of two the last, where the relative means one («دمشق وأنقرة التي تدعم المعارضة»)."""
        if len(head.mentions) != 2 or relative not in markers("of_one"):
            return head
        last = self.names.mentions[head.mentions[1]]
        return msgspec.structs.replace(head, i=last.i, mentions=head.mentions[1:]) if last.number == "s" else head

    def agrees_before(self, argument: Argument, form: Form) -> bool:
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


def _is_act(item: Item) -> bool:
    return any(table in ("act", "noun") for table, _ in item.choice.rows)


def _is_national(item: Item) -> bool:
    """Is it somebody told by his nationality alone (لبنانية)?"""
    return item.nations != () and item.j - item.i == 1


def copied(argument: Argument, how: str) -> Argument:
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
