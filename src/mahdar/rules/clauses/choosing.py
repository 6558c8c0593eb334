"""Letters that may be a verb, a verbal noun or a participle: which they are, by what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...arabic.inflect import Form
from ...arabic.numbers import words as number_words
from ...arabic.words import Text
from ..names.model import Named, Names
from .doers import gender_of
from .model import COLON, COMMA, COMP, IF, MENTION, NOUN, RELATIVE, STOP, SUB, VERB, Row, X
from .words import AND, PRONOUN_ENDINGS, PUNCTUATION, Choice, Word, markers

if TYPE_CHECKING:
    from .item import Item

_MARKS = frozenset('"”»')
PAST_BE = ("aux", "kan")
#: verbs that link what they tell of to a verb behind it («لا تزال موسكو تدعم الأسد»)
LINKS = frozenset(("aux", verb) for verb in ("asbh", "bat", "bqy", "sar", "zal", "zl"))
_ADJECTIVE_TAKERS = frozenset(("agency", "group", "institution", "organization", "outlet", "unnamed"))


class Chooser:
    """What the building of items asks about a word: is it a verb here?"""

    text: Text
    names: Names
    norms: list[str]
    words: list[Word]
    quoting: set[Row]
    spoken: set[Row]
    starting: dict[int, int]
    quoted: bool

    def mention_from(self, i: int) -> Named | None:
        """The mention that starts at a token."""
        k = self.starting.get(i, -1)
        return self.names.mentions[k] if k >= 0 else None

    def takes_adjective(self, mentions: tuple[int, ...], word: str) -> bool:
        """May a definite word behind the mention be its adjective? Not of a person's or a state's name; of a town a feminine one."""
        m = self.names.mentions[mentions[-1]] if mentions else None
        if word in markers("no_adjectives") or m is not None and m.number == "s" and m.gender == "f" and word[-1] not in "هياءت":
            return False  # اتهمت حماس السلطة, أدانت المنظمة الهجوم
        if m is not None and not self._accords(m, word):
            return False
        if m is not None and m.j > m.i + 1 and self.norms[m.i + 1] in markers("in_name") and not self.norms[m.i].startswith("ال"):
            return False  # أدان متحدث باسم الخارجية الحادث
        if m is not None and m.kind == "place":
            return word.endswith("ه")  # صنعاء القديمة
        if m is not None and m.kind == "unnamed":
            word = self.norms[m.i]
            if word[-1] not in "يو" and not word.lstrip("وفبلك").startswith(("ال", "ل")):
                return False  # متظاهرون العلم
        return m is not None and (m.kind in _ADJECTIVE_TAKERS or (m.kind == "person" and m.form == "office"))

    def described(self, mentions: tuple[int, ...], word: str) -> bool:
        """May an indefinite word behind people of no name be their adjective: a plural of the same ending («ناشطون حقوقيون»)?"""
        m = self.names.mentions[mentions[-1]] if mentions else None
        if m is None or m.kind != "unnamed" or m.number != "p" or self.norms[m.i].startswith("ال"):
            return False
        return word[-2:] in ("ون", "ين") and self.norms[m.j - 1][-2:] == word[-2:] and not word.startswith("ال")

    def _accords(self, m: Named, word: str) -> bool:
        """May a word be the adjective of bodies and people told by a plural in ون, or of a masculine: no «هاجم المتمردون المدينة»?"""
        first, head = self.norms[m.i], self.norms[m.j - 1]
        if head.startswith("ال") and head.endswith(("ون", "ين")) and first.endswith(head[-2:]):
            return word.endswith(head[-2:]) or word in markers("broken_adjectives")
        feminine = m.number == "p" and m.gender == "f" and head.endswith("ه")
        if feminine:
            return word[-1] in "هياءت"  # القوات التركية المواقع
        named = m.kind == "institution" and m.gender is None and not first.endswith(("ه", "ات", "ا"))  # نفى البيت الأبيض العلاقة
        whole = m.number != "s" or m.gender != "m" and not named or m.kind == "unnamed" or not first.lstrip("وفبلك").startswith("ال")
        return whole or not word.endswith(("ه", "ات", "ون"))

    def names_holder(self, title: Item, k: int) -> bool:
        """Is mention k the name of who holds the office before it, an adjective of another nation between them?"""
        if not title.nations or not title.mentions or title.pronoun is not None:
            return False
        office, m = self.names.mentions[title.mentions[-1]], self.names.mentions[k]
        return m.kind == "person" and m.form == "name" and m.i == title.j and office.form == "office" and office.number == "s"

    def apart(self, owned: Item, k: int) -> bool:
        """Is a name behind a noun that carries a pronoun no apposition (وزيرها لافروف): behind في, or people («معارضوه روسيا»)?"""
        body = self.names.mentions[k].kind in ("state", "organization", "group")
        many = body and self.norms[owned.j - 1].endswith(("وه", "وها", "وهم"))
        return many or owned.prep in markers("in")

    def agrees(self, noun: Item, gender: str) -> bool:
        """Can an adjective of the gender go with a noun: a feminine one with ـة, ـات and plurals?"""
        word = self.norms[noun.i]
        feminine = word.endswith(("ه", "ات")) or noun.choice.form.number == "p" or word in markers("feminine_nouns")
        return ("f" if feminine else "m") in gender

    def is_who(self, i: int) -> bool:
        """Is the preposition من at i the pronoun before a verb (من يخالف القانون)?"""
        if self.norms[i] not in markers("who") or i + 1 >= len(self.words) or i + 1 in self.starting:
            return False
        word = self.words[i + 1]
        return word.looks_verb or (bool(word.verbs) and not word.nouns and not word.parts and not word.homograph and not word.clipped)

    def opens_speech(self, items: list[Item], i: int, b: int) -> bool:
        """Does the quotation mark at i open what a verb of speech just told («قال ترامب "سنزور"»)?"""
        end = next((k for k in range(i + 1, min(b, i + 6)) if self.norms[k] in _MARKS), i + 6)
        if end < i + 5:
            return False
        for item in reversed(items[-3:]):
            if item.kind == VERB:
                return any(r in self.quoting for r in item.choice.rows)
            if item.kind not in (MENTION, X) or (item.joined and item.kind != MENTION):
                return False
        return False

    def is_clipped(self, word: Word, i: int) -> bool:
        """Only the form of a jussive (يعد), with nothing before it that asks for one?"""
        return word.clipped and self.norms[i - 1] not in markers("jussive")

    def verb_choice(self, word: Word, i: int, last: Item | None) -> Choice:
        """Of several analyses of a verb the perfect, unless a word before it asks for an imperfect, or it is said of a noun (قمة تجمعه)."""
        if i and self.norms[i - 1] in markers("asks_imperfect"):
            told = word.asked.form.person == 1 and word.past.form.person == 3 and self.norms[i - 1] in markers("that")
            return word.past if told else word.asked  # بعد أن استقبل وفدا
        if word.ours is not None and (self.quoted or i and self.norms[i - 1].endswith("نا")) and self.mention_from(i + 1) is None:
            return word.ours  # «أوقفنا أربعة», «إننا أوقفنا»
        if word.past is word.asked:
            return word.past
        said_of = last is not None and last.kind == NOUN and last.j == i and not last.definite and word.verbs[0].suffix
        if said_of and last is not None and self._resumed_by(last, word.past.form):
            said_of = ""  # «اتصال تلقاه»
        if said_of or (word.past.form.gender == "m" and word.asked.form.gender == "f" and self._feminine_beside(i, last)):
            return word.asked
        return word.past

    def _resumed_by(self, noun: Item, form: Form) -> bool:
        """Does the pronoun of a verb of the perfect, whose subject isn't feminine, mean the noun right before it?"""
        feminine = self.norms[noun.i].endswith(("ه", "ات")) or noun.choice.form.number == "p"
        return form.part == "perfect" and form.gender == "m" and form.suffix == ("ها" if feminine else "ه")

    def _feminine_beside(self, i: int, last: Item | None) -> bool:
        """Is the subject before or behind the verb feminine («وتقدم روسيا دعما», «إيران تحمل واشنطن المسؤولية», «إنها تطلب ضمانات»)?"""
        if last is not None and last.kind == COMP and last.j == i and self.norms[last.i].endswith(PRONOUN_ENDINGS):
            return self.norms[last.i].endswith("ها")
        if last is not None and last.j == i and last.kind & (MENTION | X) and not last.prep:
            if last.kind == X:
                return self.norms[last.i].endswith(("ه", "ات"))
            return len(last.mentions) == 1 and gender_of(self.names.mentions[last.mentions[0]], self.norms) == "f"
        m = self.mention_from(i + 1)
        if m is not None:
            return not m.prefix and gender_of(m, self.norms) == "f"
        return i + 1 < len(self.norms) and self.norms[i + 1].startswith("ال") and self.norms[i + 1].endswith(("ه", "ات"))

    def is_predicate(self, last: Item | None, word: Word, i: int, prep: str, adjacent: bool) -> bool:
        """Is the participle at i a predicate (متهما إياه, وهو متهم) and no noun?"""
        form = word.parts[0]
        if form.definite and not (prep or form.prefix):  # روسيا هي المسؤولة عن الهجوم
            return self.norms[i - 1] in markers("copula") and form.voice == "active" and self._takes_preposition(i + 1)
        if prep or form.definite or form.prefix:
            return False
        if form.tanwin:
            return self.norms[i] not in markers("asked_of") or last is None or not self._linked(i)
        if last is None:
            return False
        if form.voice == "active" and i + 1 < len(self.norms) and self.norms[i + 1] in markers("him_apart"):
            return True  # قطعت علاقاتها مع قطر متهمة إياها بدعم الإرهاب
        if last.kind == COMP and form.voice == "active" and self.norms[last.i].endswith(PRONOUN_ENDINGS):
            return self._takes_preposition(i + 1)
        if last.kind & (COMMA | COMP | SUB):
            return form.gender == "f" and form.number == "s" or form.number != "s" and not self.norms[i].endswith("ات")
        if form.voice == "active" and self._takes_preposition(i + 1):
            if last.kind == VERB and adjacent:
                return last.choice.form.row in markers("linking") and self._is_glued(i + 1)  # ستظل داعمة لنا
            if form.number == "p" and self.norms[i].endswith("ون") and last.kind & (X | MENTION):
                return True
        if adjacent and last.kind & (X | NOUN) and last.definite and form.voice == "active" and form.gender == "f" and form.number == "s":
            return self._takes_preposition(i + 1) or self.mention_from(i + 1) is not None  # … العلاقات الثنائية معتبرة موسكو مذنبة
        return last.kind == MENTION and adjacent and form.voice == "active" and form.number == "s" and self._takes_preposition(i + 1)

    def is_manner(self, items: list[Item], word: Word) -> bool:
        """«قالت ميركل …، مطالبة روسيا بالضغط»: letters of a verbal noun that are the participle of who speaks, behind a comma.

        The sentence's first verb is feminine, and the word one of speech.
        """
        form = word.parts[0]
        if not items or items[-1].kind != COMMA or (form.gender, form.number, form.voice) != ("f", "s", "active"):
            return False
        if form.definite or form.prefix or form.suffix or self.spoken.isdisjoint(word.part.rows):
            return False
        first = next((x.choice.form for x in items if x.kind == VERB), None)
        return first is not None and (first.gender, first.number, first.person) == ("f", "s", 3)

    def _linked(self, i: int) -> bool:
        """Does a verb of being stand before the word, no comma between («سيكون الرئيس مطالبا بـ»: asked of him)?"""
        for n in range(i - 1, max(0, i - 8) - 1, -1):
            if self.words[n].code == PUNCTUATION:
                return False
            if any(f.row in markers("linking") for f in self.words[n].verbs):
                return True
        return False

    def _is_glued(self, i: int) -> bool:
        """Does the word begin with the preposition ب or ل?"""
        m = self.mention_from(i)
        return (m.prefix if m is not None else self.norms[i]).startswith(("ب", "ل"))

    def _takes_preposition(self, i: int) -> bool:
        """Does a preposition follow (مستعدة للحوار, ملتزمة بالاتفاق)?"""
        if i >= len(self.norms):
            return False
        m = self.mention_from(i)
        if m is not None:
            return m.prefix.endswith(("ب", "ل"))
        return self.norms[i].startswith(("ب", "ل")) or any(c == "prep" for _, c in self.words[i].classes)

    def is_verb(self, items: list[Item], word: Word, i: int, prep: str, adjacent: bool, modal: str, negated: bool, title: bool) -> bool:
        """A finite verb, where the letters could also be a verbal noun (بحث, دعم, قصف)?"""
        if prep or self.norms[i - 1] in markers("before_noun"):
            return False
        form = word.verbs[0]
        last = items[-1] if items else None
        if word.nouns and len(items) > 1 and last is not None and last.prep in markers("duty") and last.mentions and last.j == i:
            if items[-2].kind & (COMP | COLON):
                return False  # قال إن على إيران وقف تدخلاتها
        if last is not None and last.kind == COMMA and self.norms[i] in markers("apposition") and not self._takes_preposition(i + 1):
            return False  # حزب الوفد، أقدم الأحزاب المصرية
        if adjacent and last is not None and (form.part == "perfect" or form.number == "d") and self._is_noun_behind(last, word, modal):
            return False
        if not word.nouns and not word.parts and not word.homograph:
            return True
        if form.part == "imperfect" and not any(f.part == "perfect" for f in word.verbs):
            return not (word.nouns and adjacent and last is not None and last.kind & (NOUN | X))
        if modal or (negated and self.norms[i - 1] in markers("verb_negation")):
            return True
        if last is None or (last.kind == STOP and not title):
            return not title
        kind = last.kind
        if kind == RELATIVE or (kind == SUB and (form.suffix or self.norms[last.i] in markers("asks_verb"))):
            return True
        if kind & (STOP | COLON | SUB | IF):
            return self._followed_by_subject(i) or kind == SUB and self._counts(i + 1)
        if kind == COMP:
            return self.norms[last.i].endswith(PRONOUN_ENDINGS) or self._is_asked(word, i, last)
        joined = form.prefix[:1] in AND
        if kind & (MENTION | COMMA) and not joined and form.part == "perfect" and self._points_back(i + 1):
            return True  # «اشتباكات في غزة قتل فيها أربعة», «حادثا، قتل فيه أربعة»
        if kind & (NOUN | X) and adjacent and not last.definite and not joined:
            return bool(form.suffix) or self._points_back(i + 1) or self._gathers(last, i)
        if kind == VERB:
            return False
        for item in reversed(items):
            if item.kind == VERB:
                if not joined and self._had_done(items, word, i):
                    return True
                if kind == COMMA and (word.homograph and joined or self._names_subject(form, i)):
                    return True
                if kind == COMMA and form.part == "perfect" and self._points_back(i + 1):
                    return True  # «حادثا وقع الاثنين، قتل فيه جندي»
                return joined and (
                    self._followed_by_subject(i)
                    and (kind == COMMA or not self._disagrees(form, i))
                    or (word.homograph and i + 1 < len(self.words) and self.words[i + 1].own != "")
                )
            if item.kind == NOUN and joined and (form.suffix and item.choice.form.suffix == form.suffix or item.prep and kind != COMMA):
                return False  # بسبب دعمها للإرهاب وتدخلها في شؤونهم, إلى إحصاء المهاجرين وطرد بعضهم
            if item.kind == NOUN and joined and word.nouns and form.suffix and markers("of_masdar").intersection(self.norms[i + 1 : i + 2]):
                return False  # افتراءات الرئيس وتطاوله على الكويت
            if item.kind & (COMP | SUB | RELATIVE | IF | STOP | COLON):
                break
        if kind == X and adjacent and not joined and not title and not last.prep and form.part == "perfect" and not form.suffix:
            return form.gender == "m" and not self.norms[last.j - 1].endswith(("ه", "ات"))  # الجيش قصف
        return kind & (MENTION | COMMA) != 0 or joined

    def _had_done(self, items: list[Item], word: Word, i: int) -> bool:
        """«وكان مجلس الأمن حث أطراف النزاع»: a perfect that agrees with the verb of being before it, only the subject between them."""
        form, n = word.past.form, len(items) - 1
        while n > 0 and items[n].kind & (MENTION | X | NOUN) and (items[n].gen or items[n].joined):
            n -= 1
        subject, be = items[n], items[n - 1] if n else None
        if be is None or be.kind != VERB or PAST_BE not in be.choice.rows or be.choice.form.part != "perfect" or subject.prep:
            return False
        if subject.j < be.i or subject.pronoun is not None or not (subject.kind == MENTION or subject.kind == X and subject.definite):
            return False
        agrees = (form.part, form.person, form.number, form.gender) == ("perfect", 3, "s", be.choice.form.gender)
        return agrees and (not word.homograph or self._takes_preposition(i + 1) or self.mention_from(i + 1) is not None)

    def _is_asked(self, word: Word, i: int, last: Item) -> bool:
        """«من المقرر أن توقع اليابان معاهدة»: an imperfect behind أن before its subject, though the letters are a verbal noun too."""
        if last.j != i or not self.text.raw_of(last.i, last.j).startswith("أن") or word.asked is None:
            return False
        asked, m = word.asked.form, self.mention_from(i + 1)
        if asked.part != "imperfect" or asked.gender != "f" or asked.person != 3 or m is None or m.prefix:
            return False
        return gender_of(m, self.norms) == "f" and m.kind != "person"

    def _gathers(self, last: Item, i: int) -> bool:
        """«لقاء جمع لافروف بنظيره»: a verb that tells who met, behind the noun of the meeting."""
        met = last.kind == NOUN and any(key.startswith("meet_") for _, key in last.choice.rows)
        if not met or self.norms[i] not in markers("gathers") or i + 1 == len(self.norms):
            return False
        m, behind = self.mention_from(i + 1), self.norms[i + 1]
        both = behind.startswith("ال") and behind.endswith(("ين", "ان")) or behind in markers("between") | markers("each")
        return both or m is not None and not m.prefix

    def _counts(self, i: int) -> bool:
        """Does a number stand at i («حيث قتل تسعة فلسطينيين»)?"""
        return i < len(self.norms) and (self.text.kinds[i] == "N" or self.norms[i] in number_words())

    def _points_back(self, i: int) -> bool:
        """Does a preposition with a pronoun stand at i («عرض تقدم به ماكرون»)?"""
        return i < len(self.words) and self.words[i].pronoun is not None and any(c == "prep" for _, c in self.words[i].classes)

    def _is_noun_behind(self, last: Item, word: Word, modal: str) -> bool:
        """Can the letters of a perfect be but a noun: no dual behind one name (آثارا), no verb behind بأي (ثمن)?"""
        form = word.verbs[0]
        if form.number == "d" and all(f.number == "d" for f in word.verbs):
            if last.kind == MENTION:
                m = self.names.mentions[last.mentions[0]]
                return len(last.mentions) == len(m.entities) == 1 and m.number == "s"
            return not form.prefix and last.kind & (VERB | NOUN | X) != 0 and not self.norms[last.j - 1].endswith(("ان", "ين"))
        return (
            (word.homograph or bool(word.nouns))
            and form.part == "perfect"
            and last.kind == X
            and last.prep != ""
            and not last.definite
            and not modal
            and not form.prefix
            and form.gender == "m"
            and form.number == "s"
        )

    def _names_subject(self, form: Form, i: int) -> bool:
        """Does a name follow that can be the subject («بعدما وصل، طالب ترامب بالسلام»)?"""
        m = self.mention_from(i + 1)
        return m is not None and not m.prefix and form.part == "perfect" and not self._disagrees(form, i) and m.kind != "place"

    def _disagrees(self, form: Form, i: int) -> bool:
        """Is it a masculine verb before a feminine name (بسبب الأزمة وضم روسيا القرم)?"""
        m = self.mention_from(i + 1)
        return m is not None and form.part == "perfect" and form.gender == "m" and gender_of(m, self.norms) == "f" and m.number == "s"

    def _followed_by_subject(self, i: int) -> bool:
        norms = self.norms
        if i + 1 >= len(norms):
            return False
        k = self.starting.get(i + 1)
        if k is not None and k >= 0:
            return not self.names.mentions[k].prefix
        nxt, word = norms[i + 1], self.words[i + 1]
        if word.nouns and not word.nouns[0].prefix and not word.nouns[0].definite and not word.verbs:
            return True
        return nxt.startswith("ال") or nxt in markers("lead_subject") or k is not None or word.classes != ()
