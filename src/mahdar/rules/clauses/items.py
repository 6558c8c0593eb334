"""A sentence as a row of items: predicates, noun phrases with their prepositions, boundaries. One pass, left to right."""

from __future__ import annotations

from ...arabic.clitics import bare
from ...arabic.words import Text
from ...model import Time
from ..names.model import Named, Names
from .item import Item
from .model import BOUNDARY, COLON, COMMA, COMP, IF, MENTION, NOUN, PARTICIPLE, PHRASE, RELATIVE, STOP, SUB, VERB, X
from .phrases import QUOTES, Phrases
from .prayers import prayers
from .words import AND, CONJUNCTION, FUNCTION, PLAIN, PREDICATE, PUNCTUATION, Vocabulary, Word, markers

OPEN, CLOSE = frozenset("(["), frozenset(")]")
_SILENT = frozenset("#_'’‘*")
_COMMAS = frozenset("،,-")
_ENDS = frozenset("،,.؛:\n")  # what ends a name set off
_ADJECTIVES = (PLAIN, PREDICATE)
_NEAR = NOUN | X
_INTRODUCERS = {"complement": COMP, "relative": RELATIVE, "subordinate": SUB}


class Builder(Phrases):
    """Builds the items of one sentence after the other."""

    def __init__(self, text: Text, names: Names, times: list[Time], vocabulary: Vocabulary) -> None:
        self.text, self.names, self.norms = text, names, text.norms
        self.quoting, self.spoken, self.counting = vocabulary.quoting, vocabulary.spoken, vocabulary.counting
        self.and_ally = markers("and_ally")
        self.words: list[Word] = list(map(vocabulary.__getitem__, text.norms))
        for i in [i for i, word in enumerate(self.words) if word.fourth]:
            if text.raw_of(i, i + 1).lstrip("وف")[:1] == "إ":
                self.words[i] = vocabulary.nominal(text.norms[i])
        #: token → the index of the mention that starts there, or minus the end of the time that does
        self.starting: dict[int, int] = {}
        for t in times:
            i = text.token_at(t.start)
            self.starting[i] = min(self.starting.get(i, 0), -(text.token_at(t.end - 1) + 1))
        self.starting.update((m.i, k) for k, m in enumerate(names.mentions))
        self.starting.update((i, -j) for i, j in prayers(text.norms))
        self.quoted = False

    def sentence(self, a: int, b: int, title: bool) -> list[Item]:
        """The items of tokens [a, b)."""
        norms, words, mentions, starting = self.norms, self.words, self.names.mentions, self.starting
        if a and self.text.kinds[a - 1] == "B":
            self.quoted = False  # a paragraph opens its own quotation marks
        items: list[Item] = []
        last: Item | None = None
        prep, modal = "", ""
        negated = joined = False
        adjacent = False  # nothing but words between the last item and here
        arrived, there = markers("arrival"), markers("arrival_place")
        depth = 0
        i = a
        while i < b:
            word = words[i]
            code = word.code
            if not prep and i > a and norms[i - 1] in arrived and norms[i] in there:
                prep, adjacent = "الي", False  # لدى وصوله مطار القاهرة
            if code == PUNCTUATION:
                w = norms[i]
                if w in OPEN:
                    depth += 1
                elif w in CLOSE:
                    depth = max(0, depth - 1)
                elif w in QUOTES:
                    self.quoted = not self.quoted if w == '"' else w in "“«"
                    if self.quoted and last is not None and not depth and self.opens_speech(items, i, b):
                        last = Item(COLON, i, i + 1)
                        items.append(last)
                        prep, adjacent = "", False
                elif starting.get(i, 0) < 0:
                    i = -starting[i]  # -حفظه الله-
                    continue
                elif depth == 0 and w not in _SILENT:
                    last = Item(COLON if w == ":" else COMMA if w in _COMMAS else STOP, i, i + 1)
                    items.append(last)
                    prep, adjacent = "", False
                i += 1
                continue
            if norms[i] in self.and_ally and last is not None and (ally := self._ally(last, i)) is not None:
                last.mentions, i = (*last.mentions, ally), mentions[ally].j  # إيران ومضيفتها سوريا
                last.j = i
                prep, joined, adjacent = "", False, True
                continue
            k = starting.get(i)
            if k is not None and k >= 0:
                m = mentions[k]
                if not depth:
                    own = m.prefix.lstrip("وف")
                    self._mention(items, k, i, m.j, own or prep, joined or m.prefix[:1] in AND, adjacent)
                    last = items[-1]
                prep, joined, adjacent = "", False, True
                i = max(m.j, i + 1)
                i += i < b and norms[i] in markers("airport")  # مطار الملك خالد الدولي
                if last is not None and not depth and m.kind != "person" and (by := self._represented(i)):
                    last.mentions, i = (*last.mentions[:-1], by[0]), by[1]
                continue
            if depth:
                i += 1
                continue
            if k is not None:
                eve = word.base if word.sole == "prep" and -k == i + 1 else ""  # عشية تظاهرة جديدة
                i, prep, adjacent = max(-k, i + 1), eve, False
                continue
            if norms[i] == "ال" and i + 1 < b and self.text.kinds[i + 1] == "N":
                i += 2  # أعضاء المجلس الـ15
                continue
            if i + 1 < b and (self.text.kinds[i] == "N" or norms[i] in self.counting):
                if norms[i + 1] in markers("origin") and (k := starting.get(i + 2, -1)) >= 0 and mentions[k].kind == "unnamed":
                    i += 2  # أفرجت عن 80 من النشطاء
                    continue
                if last is not None and last.kind == X and not last.prep and norms[i].isdigit() and norms[i + 1][-1] == "ا":
                    adjacent = adjacent and norms[last.j - 1] in markers("let_go")  # قتل انتحاري | 15 شخصا, not سراح 15 شخصا
                if words[i + 1].nouns and not words[i + 1].verbs and i + 1 not in starting:
                    i += 1  # شنت 20 غارة, خمس غارات
                    continue
            if word.pronoun is not None and word.with_tied is not None and self._tied(i):
                word = word.with_tied
                code = word.code
            if code == FUNCTION:
                n, cls = 1, word.sole
                if word.follow and i + 1 < b and norms[i + 1] in word.follow:
                    n, cls = self._function(word, i, b)
                if cls and word.accepting is not None and self._accepts(i):
                    last = Item(VERB, i, i + 1, choice=word.accepting, quoted=self.quoted)
                    items.append(last)
                    prep, adjacent, joined = "", True, False
                    i += 1
                    continue
                if cls:
                    if cls == "prep":
                        before = prep
                        if word.pronoun is not None and n == 1:
                            last = Item(MENTION, i, i + 1, prep=word.base, pronoun=word.pronoun)
                            items.append(last)
                            prep = ""
                        else:
                            if word.prefix:
                                joined = True
                            prep = word.base if n == 1 else " ".join((word.base, *norms[i + 1 : i + n]))
                            if n == 1 and self.is_who(i):
                                last = Item(RELATIVE, i, i + 1)
                                items += (Item(X, i, i + 1, before), last)
                                prep = ""
                        adjacent = False
                    elif cls == "transparent":
                        if word.prefix:
                            if word.prefix in AND:
                                joined = True
                            else:
                                prep = word.prefix
                        adjacent = adjacent and last is not None and last.kind & _NEAR != 0
                    elif norms[i] in markers("then") and starting.get(i + 1, -1) >= 0 and self._goes_on(items, mentions[starting[i + 1]]):
                        joined = True
                    elif cls in _INTRODUCERS:
                        kind = COMP if n == 2 and norms[i] in markers("goal") and self._says_so(items) else _INTRODUCERS[cls]
                        last = Item(kind, i, i + n, prep=prep, joined=bool(word.prefix))
                        items.append(last)
                        prep, adjacent = "", False
                    elif cls == "negation":
                        negated, adjacent = True, False
                        if word.prefix and word.prefix not in AND:
                            prep = word.prefix
                    elif cls == "modal":
                        modal, adjacent = "may" if word.base.endswith("قد") else "", False
                    elif cls == "must":
                        last = Item(SUB, i, i + n, modal="must")
                        items.append(last)
                        modal, adjacent = "must", False
                    elif cls == "condition":
                        last = Item(IF, i, i + n)
                        items.append(last)
                        prep, adjacent = "", False
                    elif cls == "direction":
                        if not prep and not (adjacent and last is not None and last.kind & _NEAR and not last.definite):
                            prep, adjacent = word.base, False
                    elif cls == "manner":
                        n += i + n < b and words[i + n].code in _ADJECTIVES and not words[i + n].looks_verb  # بشكل مفاجئ
                    elif cls == "pronoun":
                        adjacent = False
                    elif cls == "ordinal":
                        prep, adjacent = word.base[0], False
                    i += n
                    continue
            elif code == CONJUNCTION:
                joined = True
                i += 1
                continue
            item: Item | None
            if code != PLAIN and (word.with_tied is None or not self._tied(i)):
                item = self._predicate(items, word, i, prep, joined, adjacent, modal, negated, title)
            elif code != PLAIN and word.with_tied is not None:
                word = word.with_tied
                item = self._predicate(items, word, i, prep, joined, adjacent, modal, negated, title)
            else:
                item = None
            if item is not None and item.kind == NOUN and self._is_how(items, item):
                i += 1 + (i + 1 < b and norms[i + 1].endswith(("ا", "ه")) and words[i + 1].code in _ADJECTIVES)  # رفضت رفضا قاطعا
                adjacent = False
                continue
            if item is None:
                item = self._phrase(last, word, i, prep, joined, adjacent)
            if item is not None:
                item.negated, item.quoted = negated, self.quoted
                if modal:
                    item.modal = modal
                items.append(item)
                last = item
                negated, modal = False, ""
            adjacent = True
            prep, joined = "", False
            i += 1
        return items

    def _says_so(self, items: list[Item]) -> bool:
        """«أشارت هايلي إلى أن روسيا استخدمت الفيتو»: is إلى أن what somebody says, and no «until»?"""
        said = next((x for x in reversed(items) if x.kind & (BOUNDARY | PARTICIPLE)), None)
        return said is not None and said.kind & (VERB | PARTICIPLE) != 0 and any(table == "say" for table, _ in said.choice.rows)

    def _represented(self, i: int) -> tuple[int, int] | None:
        """«الحكومة ممثلة في وزيرة الثقافة فرانسواز نيسين»: who acts for the body before i, and where that ends."""
        norms = self.norms
        comma = i < len(norms) and norms[i] in _COMMAS
        i += comma
        if i + 1 >= len(norms) or norms[i] not in markers("represented"):
            return None
        i += 1
        i += norms[i] in markers("in")
        k = self.starting.get(i, -1)
        if k < 0 or self.names.mentions[k].kind != "person" or self.names.mentions[k].prefix not in ("", "ب"):
            return None
        end = self.names.mentions[k].j
        return k, end + (comma and end < len(norms) and norms[end] in _COMMAS)

    def _ally(self, last: Item, i: int) -> int | None:
        """«دمشق وحليفتها روسيا», «الحوثيون ومن ورائهم إيران»: the one tied by the word at i to whom it belongs, right before it."""
        if last.kind != MENTION or last.pronoun is not None or not last.mentions or last.j != i:
            return None
        n = i + 1
        if self.norms[i] in markers("and_of"):
            if n >= len(self.norms) or self.norms[n] not in markers("behind_them"):
                return None
            n += 1
        elif n not in self.starting and n < len(self.norms) and self.norms[n].startswith("ال"):
            n += 1                              # وحليفها اللبناني حزب الله
        k = self.starting.get(n, -1)
        return k if k >= 0 and not self.names.mentions[k].prefix and self.names.mentions[k].i == n else None

    @staticmethod
    def _goes_on(items: list[Item], m: Named) -> bool:
        """Does a mention behind ثم go on with the one before («هاتف ماكرون، ثم نظيره السيسي»), of the same kind of words?"""
        before = [x for x in items[-2:] if x.kind != COMMA][-1:]
        return bool(before) and before[0].kind == MENTION and bool(before[0].mentions) and not m.prefix

    def _is_how(self, items: list[Item], noun: Item) -> bool:
        """Is it the noun of the verb itself, that tells how («رفضت موسكو رفضا قاطعا اتهامات لندن», «أدانت إدانة شديدة الهجوم»)?"""
        if noun.prep or noun.definite or noun.joined or noun.gen:
            return False
        one = self.norms[noun.i].endswith("ه") and noun.j < len(self.words) and self.words[noun.j].adjective
        if not (noun.choice.form.tanwin or one):
            return False
        verb = next((x for x in reversed(items) if x.kind & BOUNDARY), None)
        return verb is not None and verb.kind == VERB and not set(verb.choice.rows).isdisjoint(noun.choice.rows)

    def _accepts(self, i: int) -> bool:
        """Is the function word at i a verb («قبل ترامب دعوة كيم», «فجر انتحاري نفسه», «عبر أردوغان عن قلقه»)?"""
        norms = self.norms
        if norms[i] in markers("verb_too"):
            end = self._past_names(i + 1)
            return not markers("verb_then").isdisjoint((*norms[i + 1 : i + 6], *norms[end : end + 1]))
        m = self.mention_from(i + 1)
        after = i + 1 if m is None else m.j
        if after >= len(norms) or norms[after] not in markers("accepted"):
            return False
        return m is not None or (i > 0 and self.names.at(i - 1) is not None)

    def _past_names(self, i: int) -> int:
        """«عبر رئيس الوزراء السابق، حمد بن جاسم، الاثنين، عن قلقه»: the token behind those named from i on, and the days and commas."""
        while i < len(self.norms):
            k = self.starting.get(i)
            if k is not None:
                i = max(self.names.mentions[k].j if k >= 0 else -k, i + 1)
            elif self.norms[i] in _COMMAS or self.words[i].code == PLAIN:
                i += 1
            else:
                break
        return i

    def _function(self, word: Word, i: int, b: int) -> tuple[int, str]:
        """How many tokens the function word at i takes, and its class, where the word behind it may belong to it."""
        norms = self.norms
        for tail, cls in word.follow[norms[i + 1]]:
            n = len(tail)
            if i + n < b and tuple(norms[i + 1 : i + 1 + n]) == tail:
                return n + 1, cls
        return 1, word.sole

    def _mention(self, items: list[Item], k: int, i: int, j: int, prep: str, conj: bool, adjacent: bool) -> None:
        """Add the mention, as a conjunct of the one before where و ties them."""
        last = items[-1] if items else None
        if conj and last is not None:
            before = items[-2] if last.kind == COMMA and len(items) > 1 else last
            if (
                before.kind == MENTION
                and before.pronoun is None
                and (not prep or prep == before.prep)
                and (last if last is not before else before).j >= i - 2
                and (before is last or last.i == before.j)
            ):
                before.mentions += (k,)
                before.j = j
                if before is not last:
                    items.pop()
                return
        if adjacent and not prep and not conj and last is not None and last.kind == NOUN and self._is_its_adjective(last, k):
            last.nations, last.j = (*last.nations, self.names.mentions[k].entity), j  # الحملة العسكرية السعودية
            return
        if adjacent and not prep and not conj and last is not None and last.kind == MENTION and self.names_holder(last, k):
            last.mentions, last.j = (*last.mentions[:-1], k), j  # الزعيم القبرصي التركي مصطفى أكينجي
            return
        held = self._held(items, k) if adjacent and not (prep or conj) else None
        if held is not None:
            held.kind, held.mentions = MENTION, (k,)  # مع سفير الاتحاد في موسكو ماركوس إيديرير
            return
        n = -1 if prep or conj or last is None or last.kind != COMMA else self._set_off(items, k)
        if n >= 0:
            items[n].kind, items[n].mentions, items[n].j = MENTION, (k,), j  # قائد القوات في الساحل، فلان، المسلحين
            del items[n + 1 :]
            return
        direct = adjacent and not prep and not conj
        if direct and last is not None and last.kind == MENTION and self.norms[last.j - 1] in markers("followers"):
            last.j = j  # أنصار الرئيس المعزول محمد مرسي
            return
        gen = (
            adjacent
            and not prep
            and not conj
            and last is not None
            and last.kind & _NEAR != 0
            and not last.definite
            and last.pronoun is None
            and not (self._ended(last) and self.words[i].nation is None)  # منشآت عسكرية سورية
            and not (last.kind == X and last.j - last.i > 1 and last.nations)
            and not (last.kind == X and self._owned(last.j - 1) and self.apart(last, k))  # في مكتبه | السفير
            and not self._in_words(items)
        )
        items.append(Item(MENTION, i, j, prep, gen, conj, mentions=(k,), quoted=self.quoted))

    def _is_its_adjective(self, noun: Item, k: int) -> bool:
        """Is a state whose name is its own adjective one of the definite noun and adjective before it («الحملة العسكرية السعودية»)?"""
        m = self.names.mentions[k]
        adjective = m.kind == "state" and m.j == m.i + 1 and self.words[m.i].nation == m.entity and self.norms[m.i].endswith("ه")
        return adjective and noun.definite and noun.j == m.i and noun.j - noun.i > 1 and self.norms[noun.j - 1].endswith("ه")

    def _in_words(self, items: list[Item]) -> bool:
        """«اتهمت حماس في بيان إسرائيل بالقصف»: is the last phrase the words in which a verb accuses or asks, that tells whom behind it?"""
        n = len(items) - 1
        while n > 0 and items[n].gen:
            n -= 1
        if items[n].prep not in markers("there") or self.norms[items[n].i] not in markers("own_words"):
            return False
        verb, told = self._verb_before(items, n)
        return verb is not None and told < 2 and any(r[0] == "act" and r in self.spoken for r in verb.choice.rows)

    @staticmethod
    def _verb_before(items: list[Item], n: int) -> tuple[Item | None, int]:
        """The verb before an item in its clause, and how many phrases without a preposition stand between the two."""
        told = 0
        for item in reversed(items[:n]):
            if item.kind == VERB:
                return item, told
            if item.kind & BOUNDARY:
                break
            told += item.kind & PHRASE != 0 and not (item.gen or item.prep)
        return None, told

    def _held(self, items: list[Item], k: int) -> Item | None:
        """The phrase for an office right before the name of its holder, perhaps where he serves between them; None where it may be another.

        Behind a preposition or a verb's subject it is his («مع محافظ البيضاء صالح الرصاص»), else where a rank stands before the name
        («استقبل النائب العام القاضي سمير حمود الوزير»).
        """
        m = self.names.mentions[k]
        if m.kind != "person" or m.form != "name":
            return None
        n = len(items) - 1
        n -= n > 0 and items[n].kind == MENTION and items[n].prep in markers("serves_in") and items[n - 1].j == items[n].i - 1
        if n < 0 or items[n].kind != X or not items[n].definite and items[n].j == items[n].i + 1:
            return None
        office = items[n]
        word = self.norms[office.i][office.prep != "" and self.norms[office.i][0] == office.prep :]
        if bare(word) not in markers("offices") or office.gen:
            return None
        ranked = self.norms[m.i] in markers("ranks")
        return office if office.prep or ranked or self._verb_before(items, n)[1] > 0 else None

    def _set_off(self, items: list[Item], k: int) -> int:
        """«دعا قائد الألوية في الساحل، طارق صالح، المسلحين»: the office whose holder is named between commas; else -1.

        Nothing but what hangs on it stands between the two.
        """
        m = self.names.mentions[k]
        if m.kind != "person" or m.form != "name" or m.j < len(self.norms) and self.norms[m.j] not in _ENDS:
            return -1
        for n in range(len(items) - 2, max(-1, len(items) - 7), -1):
            item = items[n]
            if not item.kind & PHRASE or item.pronoun is not None or self._names_person(item):
                return -1
            word = self.norms[item.i][item.prep != "" and self.norms[item.i][0] == item.prep :]
            if item.kind == X and not item.gen and bare(word) in markers("offices"):
                return n if item.definite or item.j < items[-1].i else -1
            if not (item.gen or item.prep):
                return -1
        return -1

    def _names_person(self, item: Item) -> bool:
        """Does it name a person?"""
        return any(self.names.mentions[k].kind == "person" for k in item.mentions)

    def _predicate(
        self, items: list[Item], word: Word, i: int, prep: str, joined: bool, adjacent: bool, modal: str, negated: bool, title: bool
    ) -> Item | None:
        """The item of a word that may be a predicate; None where it is none here."""
        last = items[-1] if items else None
        if word.verbs and not self.is_clipped(word, i) and self.is_verb(items, word, i, prep, adjacent, modal, negated, title):
            return Item(VERB, i, i + 1, joined=joined or word.verbs[0].prefix[:1] in AND, choice=self.verb_choice(word, i, last))
        counted = i > 0 and self.text.kinds[i - 1] == "N" and self.norms[i].endswith("ا")         # برأت المحكمة 23 متهما
        manner = word.parts and not prep and not counted and self.is_manner(items, word)
        if manner or (word.parts and not word.nouns and not counted and self.is_predicate(last, word, i, prep, adjacent)):
            return Item(PARTICIPLE, i, i + 1, joined=joined, choice=word.part)
        noun = word.noun_alone if prep else word.noun
        if noun is not None and not (word.interview and not self._named(i + 1)):
            conj = joined or noun.joined
            gen = (
                adjacent
                and not prep
                and not noun.own
                and not conj
                and last is not None
                and last.kind & _NEAR != 0
                and not last.definite
                and last.pronoun is None
                and not self._closed(last)
                and not (last.kind == X and last.prep and self._told_apart(last, i))
            )
            return Item(NOUN, i, i + 1, noun.own or prep, gen, conj, noun.definite, choice=noun.choice)
        if word.looks_verb and not prep and not (adjacent and last is not None and last.kind == X and last.prep and not last.definite):
            return Item(VERB, i, i + 1, joined=self.norms[i][0] in AND)
        return None
