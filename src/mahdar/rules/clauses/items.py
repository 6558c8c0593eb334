"""A sentence as a row of items: predicates, noun phrases with their prepositions, boundaries. One pass, left to right."""

from __future__ import annotations

import msgspec

from ...arabic.clitics import bare
from ...arabic.inflect import Form
from ...arabic.words import Text
from ...model import Time
from ..names.model import Names
from .words import PRONOUN_ENDINGS, Vocabulary, Word, markers

QUOTES = frozenset('"”“«»')
OPEN, CLOSE = frozenset("(["), frozenset(")]")
_BARE_PREPOSITIONS = ("بال", "لل", "كال")


class Item(msgspec.Struct):
    """kind: V verb, P participle, N verbal noun or act noun, M mention, X other noun phrase, and the boundaries: comp, sub, rel, if,
    colon, comma, stop. `prep` stands before it; `gen`: it hangs on the item before; `joined`: و ties it to the item before."""

    kind: str
    i: int
    j: int
    prep: str = ""
    gen: bool = False
    joined: bool = False
    mentions: tuple[int, ...] = ()
    nations: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    definite: bool = False
    negated: bool = False
    modal: str = ""
    pronoun: tuple[int, str, str] | None = None
    quoted: bool = False
    clause: int = -1


class Builder:
    """Builds the items of one sentence after the other."""

    def __init__(self, text: Text, names: Names, times: list[Time], vocabulary: Vocabulary, nations: dict[str, str]) -> None:
        self.text, self.names, self.vocabulary, self.nations = text, names, vocabulary, nations
        self.mention_at = {m.i: k for k, m in enumerate(names.mentions)}
        self.time_at: dict[int, int] = {}
        for t in times:
            i = text.token_at(t.start)
            self.time_at[i] = max(self.time_at.get(i, 0), text.token_at(t.end - 1) + 1)
        self.quoted = False

    def sentence(self, a: int, b: int, title: bool) -> list[Item]:
        """The items of tokens [a, b)."""
        text, names = self.text, self.names
        norms, kinds, known, accept = text.norms, text.kinds, self.vocabulary.seen, markers("accept")
        items: list[Item] = []
        prep = ""
        negated, modal, joined = False, "", False
        depth = 0
        i = a
        adjacent = False  # nothing but words between the last item and here
        while i < b:
            w, kind = norms[i], kinds[i]
            if kind == "P":
                if w in OPEN:
                    depth += 1
                elif w in CLOSE:
                    depth = max(0, depth - 1)
                elif w in QUOTES:
                    self.quoted = not self.quoted if w == '"' else w in "“«"
                elif depth == 0 and w not in "#_'’‘*":
                    items.append(Item("colon" if w == ":" else "comma" if w in "،,-" else "stop", i, i + 1))
                    prep, adjacent = "", False
                i += 1
                continue
            k = self.mention_at.get(i)
            if depth and k is None:
                i += 1
                continue
            if k is not None:
                m = names.mentions[k]
                conj = joined or m.prefix[:1] in ("و", "ف")
                own = m.prefix.lstrip("وف")
                self._mention(items, k, i, m.j, own or prep, conj, adjacent, bool(depth))
                prep, joined, adjacent = "", False, True
                i = max(m.j, i + 1)
                continue
            t = self.time_at.get(i)
            if t is not None:
                i, prep = max(t, i + 1), ""
                continue
            word = known.get(w) or self.vocabulary.word(w)
            step = self._function(word, i, b) if word.classes else None
            if step is not None and w in accept and self._accepts(i):
                items.append(Item("V", i, i + 1, forms=self.vocabulary.inflections.analyse(w), quoted=self.quoted))
                prep, adjacent, joined = "", True, False
                i += 1
                continue
            if step is not None:
                n, cls = step
                if cls == "prep":
                    if word.pronoun is not None and n == 1:
                        items.append(Item("M", i, i + 1, prep=word.base, pronoun=word.pronoun))
                        prep, adjacent = "", False
                    else:
                        if word.prefix:
                            joined = True
                        prep = " ".join((word.base, *norms[i + 1 : i + n]))
                        adjacent = False
                elif cls == "negation":
                    negated, adjacent = True, False
                elif cls == "modal":
                    modal, adjacent = "may" if word.base == "قد" else "", False
                elif cls == "must":
                    items.append(Item("sub", i, i + n, modal="must"))
                    modal, adjacent = "must", False
                elif cls == "condition":
                    items.append(Item("if", i, i + n))
                    prep, adjacent = "", False
                elif cls in ("complement", "relative", "subordinate"):
                    short = {"complement": "comp", "relative": "rel", "subordinate": "sub"}[cls]
                    items.append(Item(short, i, i + n, prep=prep, joined=bool(word.prefix)))
                    prep, adjacent = "", False
                elif cls == "pronoun":
                    pass
                elif cls == "ordinal":
                    prep, adjacent = word.base[0], False
                elif cls == "transparent":
                    joined = joined or bool(word.prefix)
                    adjacent = bool(adjacent and items and items[-1].kind in "NX")
                i += n
                continue
            if w == "و":
                joined = True
                i += 1
                continue
            item = self._word(items, word, w, i, a, prep, joined, adjacent, modal, negated, title)
            if item is not None:
                item.negated = item.negated or negated
                item.modal = item.modal or modal
                item.quoted = self.quoted
                items.append(item)
                negated, modal = False, ""
            adjacent = True
            prep, joined = "", False
            i += 1
        return items

    def _accepts(self, i: int) -> bool:
        """Is قبل at i the verb («قبل ترامب دعوة كيم»)?"""
        norms = self.text.norms
        k = self.mention_at.get(i + 1)
        after = i + 1 if k is None else self.names.mentions[k].j
        return (
            after < len(norms) and norms[after] in markers("accepted") and (k is not None or (i > 0 and self.names.at(i - 1) is not None))
        )

    def _function(self, word: Word, i: int, b: int) -> tuple[int, str] | None:
        """How many tokens the function word at i takes, and its class."""
        norms = self.text.norms
        for tail, cls in word.classes:
            n = len(tail)
            if not n or (i + n < b and tuple(norms[i + 1 : i + 1 + n]) == tail):
                return n + 1, cls
        return None

    def _mention(self, items: list[Item], k: int, i: int, j: int, prep: str, conj: bool, adjacent: bool, aside: bool) -> None:
        last = items[-1] if items else None
        before = last
        if last is not None and last.kind == "comma" and len(items) > 1 and conj:
            before = items[-2]
        if aside:
            return
        if (
            conj
            and before is not None
            and last is not None
            and before.kind == "M"
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
        gen = bool(
            adjacent and not prep and not conj and last is not None and last.kind in "NX" and not last.definite and last.pronoun is None
        )
        items.append(Item("M", i, j, prep=prep, gen=gen, joined=conj, mentions=(k,), quoted=self.quoted))

    def _word(
        self,
        items: list[Item],
        word: Word,
        w: str,
        i: int,
        a: int,
        prep: str,
        joined: bool,
        adjacent: bool,
        modal: str,
        negated: bool,
        title: bool,
    ) -> Item | None:
        """The item of an ordinary word: a predicate, or (part of) a noun phrase."""
        last = items[-1] if items else None
        if w[-1:] == "ه" and self.text.raw_of(i, i + 1).endswith("ة"):
            word = self._no_pronoun(word)
        if word.verbs and not self._clipped(word, i) and self._is_verb(items, word, i, prep, adjacent, modal, negated, title):
            return Item("V", i, i + 1, forms=word.verbs, joined=joined or word.verbs[0].prefix[:1] in ("و", "ف"))
        if word.parts and not word.nouns and self._is_predicate(items, word, i, prep, adjacent):
            return Item("P", i, i + 1, forms=word.parts, joined=joined)
        if word.nouns:
            form = self._noun_form(word, prep)
            own = form.prefix.lstrip("وف")
            gen = bool(
                adjacent
                and not prep
                and not own
                and not joined
                and form.prefix[:1] not in ("و", "ف")
                and last is not None
                and last.kind in "NX"
                and not last.definite
                and last.pronoun is None
            )
            forms = tuple(f for f in word.nouns if f.prefix == form.prefix and f.definite == form.definite and f.suffix == form.suffix)
            return Item(
                "N",
                i,
                i + 1,
                prep=own or prep,
                gen=gen,
                joined=joined or form.prefix[:1] in ("و", "ف"),
                forms=forms,
                definite=form.definite or bool(form.suffix),
            )
        if word.unknown_verb and not prep and not (adjacent and last is not None and last.kind == "X" and last.prep and not last.definite):
            return Item("V", i, i + 1, joined=w[0] in "وف")
        stem, nation, own, definite = self._plain(w)
        conj = joined or (stem != w and (stem.startswith("ال") or own != "" or nation is not None))
        if last is not None and adjacent and last.kind in "NXM" and not prep and not own:
            if nation is not None and not (conj and not last.nations):
                last.nations += (nation,)
                last.j = i + 1
                return None
            if (
                last.kind == "X"
                and not conj
                and (definite or not last.definite)
                or (last.kind == "N" and definite and last.definite and not conj)
            ):
                last.j = i + 1
                last.definite = definite or last.definite
                return None
            if last.kind == "M" and definite and not conj and self._takes_adjective(last):
                last.j = i + 1
                return None
        gen = bool(adjacent and not prep and not own and not conj and last is not None and last.kind == "N" and not last.definite)
        return Item("X", i, i + 1, prep=own or prep, gen=gen, joined=conj, definite=definite, nations=(nation,) if nation else ())

    def _plain(self, w: str) -> tuple[str, str | None, str, bool]:
        """Of a word no table knows: itself without و, the state it names as an adjective, the preposition glued to it, definite."""
        found = self.vocabulary.plain.get(w)
        if found is not None:
            return found
        stem = w[1:] if w[0] in "وف" and len(w) > 4 else w
        nation = self.nations.get(bare(stem)) or self.nations.get(bare(w))
        own, definite = "", stem.startswith("ال")
        for p in _BARE_PREPOSITIONS:
            for candidate in (w, stem):
                if candidate.startswith(p) and len(candidate) > len(p) + 2:
                    own, definite = candidate[0], True
        if not own and len(stem) > 4 and stem[0] in "بل" and nation is None and not bare(stem).startswith(self.vocabulary.whole):
            own = stem[0]
        self.vocabulary.plain[w] = stem, nation, own, definite
        return stem, nation, own, definite

    def _takes_adjective(self, item: Item) -> bool:
        """May a definite adjective follow the mention? Not a name of a person, a state or a place."""
        m = self.names.mentions[item.mentions[-1]] if item.mentions else None
        return m is not None and (
            m.kind in ("institution", "organization", "group", "unnamed") or (m.kind == "person" and m.form == "office")
        )

    def _clipped(self, word: Word, i: int) -> bool:
        """Only the form of a jussive (يعد), with nothing before it that asks for one?"""
        return all(f.short for f in word.verbs) and self.text.norms[i - 1] not in markers("jussive")

    @staticmethod
    def _no_pronoun(word: Word) -> Word:
        """«قبضة» is no قبض with a pronoun: a word that ends with ة has none."""
        if any(f.suffix == "ه" for f in (*word.verbs, *word.nouns, *word.parts)):
            verbs, nouns, parts = (tuple(f for f in forms if f.suffix != "ه") for forms in (word.verbs, word.nouns, word.parts))
            return word._replace(verbs=verbs, nouns=nouns, parts=parts)
        return word

    @staticmethod
    def _noun_form(word: Word, prep: str) -> Form:
        forms = word.nouns
        if prep:
            whole = [f for f in forms if not f.prefix]
            return (whole or list(forms))[0]
        return forms[0]

    def _is_predicate(self, items: list[Item], word: Word, i: int, prep: str, adjacent: bool) -> bool:
        """Is the participle at i a predicate (متهما إياه, وهو متهم) and no noun?"""
        form = word.parts[0]
        if prep or form.definite or form.prefix:
            return False
        if form.tanwin:
            return True
        last = items[-1] if items else None
        if last is not None and last.kind == "comp" and form.voice == "active" and self.text.norms[last.i].endswith(PRONOUN_ENDINGS):
            return self._takes_preposition(i + 1)
        if last is not None and last.kind in ("comma", "comp", "sub"):
            return form.gender == "f" or form.number != "s"
        return bool(
            last is not None
            and last.kind == "M"
            and adjacent
            and form.voice == "active"
            and form.number == "s"
            and self._takes_preposition(i + 1)
        )

    def _takes_preposition(self, i: int) -> bool:
        """Does a preposition follow (مستعدة للحوار, ملتزمة بالاتفاق)?"""
        norms = self.text.norms
        if i >= len(norms):
            return False
        k = self.mention_at.get(i)
        if k is not None:
            return self.names.mentions[k].prefix.endswith(("ب", "ل"))
        return norms[i].startswith(("ب", "ل")) or any(c == "prep" for _, c in self.vocabulary.word(norms[i]).classes)

    def _is_verb(self, items: list[Item], word: Word, i: int, prep: str, adjacent: bool, modal: str, negated: bool, title: bool) -> bool:
        """A finite verb, where the letters could also be a verbal noun (بحث, دعم, قصف)?"""
        if prep:
            return False
        form = word.verbs[0]
        if (
            adjacent
            and items
            and items[-1].kind == "M"
            and form.part == "perfect"
            and form.number == "d"
            and len(items[-1].mentions) == 1
            and all(f.number == "d" for f in word.verbs)
            and self.names.mentions[items[-1].mentions[0]].number == "s"
        ):
            return False  # آثارا behind one name is a noun, no dual
        last = items[-1] if items else None
        if (
            adjacent
            and last is not None
            and last.kind == "X"
            and last.prep
            and not last.definite
            and not modal
            and not form.prefix
            and form.part == "perfect"
            and form.gender == "m"
            and form.number == "s"
        ):
            return False  # بأي ثمن
        if not word.nouns and not word.parts:
            return True
        if form.part == "imperfect" and not any(f.part == "perfect" for f in word.verbs):
            return not (word.nouns and adjacent and items and items[-1].kind in "NX")
        last = items[-1] if items else None
        if modal or (negated and self.text.norms[i - 1] in markers("verb_negation")):
            return True
        if last is None or (last.kind == "stop" and not title):
            return not title and (prep == "")
        if last.kind == "rel" or (last.kind == "sub" and form.suffix):
            return True
        if last.kind in ("stop", "colon", "sub", "if"):
            return self._followed_by_subject(i)
        if last.kind == "comp":
            return self.text.norms[last.i].endswith(PRONOUN_ENDINGS)
        if last.kind in "NX" and adjacent and not last.definite:
            return bool(form.suffix)
        if last.kind == "V":
            return last.clause == -2
        for k in range(len(items) - 1, -1, -1):
            item = items[k]
            if item.kind == "V":
                if form.prefix[:1] in ("و", "ف"):
                    return self._followed_by_subject(i)
                return False
            if item.kind in ("comp", "sub", "rel", "if", "stop", "colon"):
                break
        return last.kind in ("M", "comma") or form.prefix[:1] in ("و", "ف")

    def _followed_by_subject(self, i: int) -> bool:
        norms = self.text.norms
        if i + 1 >= len(norms):
            return False
        k = self.mention_at.get(i + 1)
        if k is not None:
            return not self.names.mentions[k].prefix
        nxt = norms[i + 1]
        word = self.vocabulary.word(nxt)
        if word.nouns and not word.nouns[0].prefix and not word.nouns[0].definite and not word.verbs:
            return True
        return nxt.startswith("ال") or nxt in markers("lead_subject") or i + 1 in self.time_at or self.vocabulary.word(nxt).classes != ()
