"""Where the plain noun phrases of a sentence begin and end."""

from __future__ import annotations

from .choosing import Chooser
from .item import Item
from .model import MENTION, NOUN, PHRASE, X
from .nations import compound
from .words import Word, markers

QUOTES = frozenset('"”“«»')


class Phrases(Chooser):
    """Tells what goes on with the phrase before, and what opens another."""

    def _tied(self, i: int) -> bool:
        """Is the word written with ة? Then it has no pronoun: «قبضة» is no قبض of his."""
        return self.text.raw[self.text.ends[i] - 1] == "ة"

    def _closed(self, last: Item) -> bool:
        """Can no noun hang on the phrase: people told by a plural with its ن («متظاهرون العلم»), or a phrase that has ended?"""
        return last.kind == X and self.norms[last.i] in markers("whole_plurals") or self._ended(last)

    def _parts(self, last: Item, word: Word, definite: bool) -> bool:
        """Does a plain word open a phrase of its own behind one that has ended (في خطوة مفاجئة | مواقع سورية)?"""
        own = not definite and not word.adjective and last.j - last.i > 1
        return self.norms[last.i] in markers("whole_plurals") or own and self._ended(last)

    def _ended(self, last: Item) -> bool:
        """Has a plain phrase ended: a length of time («منذ سنوات»), a noun with its adjective («في خطوة مفاجئة»)?"""
        if last.kind == NOUN:
            return last.j - last.i > 1 and not last.definite  # بعد محادثات مطولة
        if last.kind != X:
            return False
        if last.prep and last.nations or len(last.prep) > 3 and self.words[last.i].adjective:
            return not last.definite  # بوساطة عمانية, برعاية أممية
        if last.prep and (self._is_span(last) or self.norms[last.i - 1] in markers("with_all")) or last.gen and self._of_press(last):
            return True
        return last.j - last.i > 1 and self._is_adjective(last)

    def _is_span(self, phrase: Item) -> bool:
        """Is it a length of time (منذ سنوات, في غضون ساعات)?"""
        return self.norms[phrase.i] in markers("spans") or self.norms[phrase.j - 1] in markers("spans")

    def _of_press(self, phrase: Item) -> bool:
        """Is it the adjective of a press conference (مؤتمر صحفي)?"""
        return self.norms[phrase.i] in markers("press") and self.norms[phrase.i - 1].lstrip("بلوف") in markers("press_events")

    def _is_adjective(self, phrase: Item) -> bool:
        """Is the last word of the phrase an adjective of its first (خطوة مفاجئة, مؤتمر صحفي, no وزير خارجية)?"""
        word, first = self.norms[phrase.j - 1], self.norms[phrase.i]
        kind = self.words[phrase.j - 1].adjective
        if kind == "fm":
            return True
        if not kind or word in markers("nouns_in_ya") or self.text.raw[self.text.ends[phrase.j - 1] - 1] in "ىا":
            return False
        return kind == "f" or not first.endswith(("ه", "ات")) and (not word.endswith("تي") or word.endswith("اتي"))

    def _told_apart(self, last: Item, i: int) -> bool:
        """Does a phrase behind a preposition end with a pronoun, or say where the noun at i is told (رفض في بيان | اتهامات لندن)?"""
        release = self.norms[last.i].removeprefix(last.prep) in markers("releases")
        return self._owned(last.j - 1) or release and not self.norms[i].startswith("ال")

    def _owned(self, i: int) -> bool:
        """Does the word carry a pronoun (وزيره, بلادها)?"""
        word = self.norms[i]
        if len(word) < 5 or word.endswith(tuple(markers("own_letter"))):
            return False
        return word.endswith(("ها", "هما")) or word[-1] == "ه" and not self._tied(i)

    def _full(self, last: Item, i: int) -> bool:
        """Has an indefinite phrase its adjective, so that the definite word at i begins another («دراجة نارية النار»)?"""
        noun, word = self.norms[last.j - 2], self.norms[last.j - 1]
        if last.j - last.i < 2 or last.definite or last.nations or not self.norms[i].startswith("ال"):
            return False
        return noun.endswith("ه") and word.endswith("يه")

    def _no_adjective(self, last: Item, i: int) -> bool:
        """Can the definite word at i be no adjective of a definite noun in ـة: «أدانت القمة الأعمال», no القمة الكبرى, القمة الأبرز?"""
        word, norm = self.text.raw_of(last.i, last.i + 1), self.norms[i]
        if not word.endswith("ة") or not self.norms[last.i].startswith("ال") or norm.endswith(("ه", "ي", "ا", "اء")):
            return False
        return norm.startswith("ال") and (len(norm) > 6 or norm[2:3] not in ("ا", ""))

    def _named(self, i: int) -> bool:
        """Does a person's name without a preposition stand at i (لمقابلة كيم, no مقابلة مع قناة)?"""
        m = self.mention_from(i)
        return m is not None and not m.prefix and m.kind == "person"

    def _phrase(self, last: Item | None, word: Word, i: int, prep: str, joined: bool, adjacent: bool) -> Item | None:
        """The item of a word of a plain noun phrase; None where it goes on with the item before."""
        nation, own, definite = word.nation or compound(self.norms, i), word.own, word.definite
        conj = joined or word.joined
        if adjacent and last is not None and last.kind & PHRASE and not prep and not own:
            apart = nation is not None and not definite and last.kind == MENTION and self.norms[last.j - 1].startswith("ال")
            people = last.kind == NOUN and not last.nations and self.norms[i].endswith(("يين", "يون"))  # إصابة فلسطينيين
            if nation is not None and not (conj and not last.nations) and not apart and not people:
                if self.norms[i - 1] not in markers("currencies"):  # مليون دولار أمريكي: of no state
                    last.nations += (nation,)
                last.j = i + 1
                return None
            if not conj:
                kind = last.kind
                if kind == NOUN and word.adjective and not last.definite and last.j == i and self.agrees(last, word.adjective):
                    last.j = i + 1  # انسحاب سريع
                    return None
                described = kind == NOUN and definite and last.definite and QUOTES.issuperset(self.norms[last.j : i])
                if kind == X:
                    more = (definite or not last.definite) and not self._parts(last, word, definite) and not self._full(last, i)
                    more = more and not (self.norms[last.i].endswith("تان") and self.norms[i].endswith("تين"))  # مقاتلتان | قاذفتين
                else:
                    more = described and not self._no_adjective(last, i)
                if more:
                    last.j = i + 1
                    last.definite = definite or last.definite
                    return None
                if kind == MENTION and (self.takes_adjective if definite else self.described)(last.mentions, self.norms[i]):
                    last.j = i + 1
                    return None
            turned = self.norms[i] in markers("not_so")  # وقف إطلاق النار غير المسبوق
            gen = not conj and (last.kind == NOUN and not last.definite or turned)
        else:
            gen = False
        return Item(X, i, i + 1, own or prep, gen, conj, definite, nations=(nation,) if nation else ())
