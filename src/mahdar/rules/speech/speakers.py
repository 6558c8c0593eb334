"""Who says it: the subject of a verb of speech, named, by office, by a noun that points back, or dropped."""

from __future__ import annotations

from ..names.model import Named
from .cues import LONG_QUOTE, Cue, of_which
from .pointing import FAR, Pointing
from .strangers import head as headed
from .tables import class_words, forms, heads, word_at
from .voices import BODIES, MEDIA, Voice, governed, past_dateline, voice_of

#: verbs of these forces take no person as their object: a name right behind is who speaks
TELLING = frozenset({"say", "opinion", "announce", "claim", "deny"})


class Speakers(Pointing):
    """The speakers of one article in the order they spoke; finds the speaker of each cue."""

    def subject(self, cue: Cue, lead: int, a: int) -> Voice | None:
        """The speaker of a finite cue whose words begin at `lead`, in the sentence from `a` on; None where none can be told."""
        text, names = self.text, self.names
        behind = names.at(cue.j)
        if cue.form is not None and cue.verb is not None and cue.i > a and of_which(text, cue.i, cue.form.suffix, cue.verb.force):
            if behind is None or behind.i != cue.j:
                m = self._first_subject(a, cue.i, cue.form.gender, cue.form.number)
                return voice_of(m, names, text, "subject of the sentence") if m is not None else None
        follows = behind is not None and behind.i == cue.j and not behind.prefix and cue.verb is not None and cue.verb.force in TELLING
        if (
            cue.i > a
            and text.norms[cue.i - 1] in class_words("relative")
            and not follows
            and text.norms[cue.j : cue.j + 1]
            and text.norms[cue.j] not in class_words("resumptive")
        ):
            return self.before(cue, a)
        led = cue.i > a and text.norms[cue.i - 1] in class_words("relative")
        if cue.i > a and not led and cue.j < len(text) and text.norms[cue.j] in class_words("in_it"):
            told_in = self._told_in(cue, a)
            if told_in is not None:
                return told_in
        adjacent = cue.i - (2 if cue.i > a and text.norms[cue.i - 1] in class_words("perfective") else 1)
        if adjacent >= a and names.at(adjacent) is not None and (voice := self.before(cue, a)) is not None:
            return voice
        if adjacent >= a and names.at(adjacent) is None and text.kinds[adjacent] == "W" and self._opens(a, adjacent):
            if (named := self._surname(adjacent)) is not None:
                return named  # «لكن ولاء تقول»
        if adjacent >= a and text.norms[adjacent].removeprefix("و") in class_words("resumed"):
            return self.dropped(cue, a)
        if adjacent >= a and text.norms[adjacent] in class_words("reports") and names.at(adjacent) is None:
            return self._stranger(adjacent, cue.i, cue.form.gender if cue.form else None)
        k, explicit, definite, head = cue.j, False, True, cue.j
        while k < lead:
            if k in self.dated:
                k += 1
                continue
            if text.norms[k] in class_words("relative"):
                k = next((t for t in range(k, lead) if text.norms[t] in ("،", ",")), lead)
                continue
            m = names.at(k)
            if m is not None and k == cue.j and m.prefix == "و" and heads().at(text, k):
                m = None  # «وقال والد نسيم»
            if m is not None and m.i == k:
                if m.kind == "unnamed" and not explicit and k == cue.j and (back := self.pointing_back(k)) is not None:
                    return back
                last = names.at(k - 1)
                if not m.prefix and self.owned(m, cue.j) and self.text.norms[m.i - 1] not in class_words("preposition"):
                    k = m.j  # «وقالت خلال جلسة مجلس الأمن»
                    continue
                if m.prefix == "و" and last is not None and last.i > cue.j and governed(text, last):
                    k = m.j  # «المشاركون من ألمانيا وفرنسا»
                    continue
                if not (governed(text, m) if k > cue.j else any(p in m.prefix for p in "بلك")) and (
                    m.kind != "place" or m.form == "metonym"
                ):
                    if not explicit and self._takes(cue) and self._object(cue, m, lead):
                        return self.before(cue, a) or self.dropped(cue, a)
                    row = headed(text, head, head + 1)[0]
                    titled = m.kind == "person" and k > head + 1 and (m.title or row is not None and row["office"] == "yes")
                    titled = titled or m.kind in BODIES and k == head + 1 and row is not None and row["office"] == "body"
                    owner = explicit and m.kind == "state" and text.kinds[k - 1] == "W"
                    if not explicit or not owner and m.form == "name" and (definite or text.kinds[k - 1] == "P" or titled):
                        called = m.kind in ("unnamed", "institution", "state") and not self._takes(cue)
                        if called and (apposed := self._apposed(m, lead, cue)) is not None:
                            return voice_of(apposed, names, text, "apposition")
                        return self._holder(m) or voice_of(m, names, text, "subject")
                k = m.j
                continue
            to = self._told_to(k, lead) if k == cue.j and m is None else None
            if to is not None:
                k = to
                continue
            if (
                m is None
                and text.kinds[k] == "W"
                and not explicit
                and (k == cue.j or text.kinds[k - 1] == "P" and k - 1 == cue.j or k - 1 in self.dated)
            ):
                w = text.norms[k]
                if w in class_words("both") | class_words("both_states") and (two := self.both(k)) is not None:
                    return two
                if w in class_words("latter"):
                    return self.latter(k, a, w.endswith("ه"))
                if w in class_words("document"):
                    return self.document(k, lead, a)
                if w in class_words("one_of") and (n := names.starting(k + 1)) is not None and n.kind == "unnamed":
                    return voice_of(n, names, text, "one of them")._replace(number="s")
                if w in class_words("thing"):
                    return None  # «كشفت التحقيقات أن …»: nobody says it
                if k == cue.j and any(f.part == "imperfect" and f.person == 3 and not f.prefix for f in forms(w)):
                    break  # «وتابعت تقول»
                noun = any(hit.prefix == "" for hit in heads().at(text, k))
                if (
                    not noun
                    and any(f.part == "participle" and (f.tanwin or f.gender == "f") and not f.definite for f in forms(w))
                    and not (k + 1 < lead and text.norms[k + 1] in class_words("in_name_of"))
                ):
                    break  # «وتابعت قائلة»
                if noun or w not in class_words("preposition") and not w.startswith(("ب", "ل")):
                    back = self.pointing_back(k)
                    if back is not None:
                        return back
                    explicit, definite, head = w not in class_words("adverb"), w.startswith("ال"), k
            k += 1
        form = cue.form
        if explicit and cue.verb is not None and cue.verb.force == "label" and form is not None and form.prefix and not form.suffix:
            return self.dropped(cue, a)     # «ووصف الاتفاق بأنه …»: what is described, not who does
        if explicit and self._takes(cue) and lead < len(text) and text.norms[lead].startswith("بان"):
            return self.before(cue, a)  # «ويتهم الرجلان بأنهما …»: who is accused
        if explicit:
            return self._again(cue, head, a) or self.unnamed(cue, lead)
        if text.norms[a].removeprefix("و") in class_words("perfective") and a + 1 < cue.i < a + 9 and names.at(a + 1) is None:
            if self.before(cue, a) is None and text.norms[a + 1] not in class_words("perfective"):
                return self.printed(a + 1, cue.i)  # «وكان رئيس المركز قال، الثلاثاء، إن»
        if cue.i > a and text.norms[cue.i - 1] in class_words("relative") and text.norms[cue.j : cue.j + 1] != []:
            if text.norms[cue.j] in class_words("resumptive"):
                return None  # «في اليوم الذي أعلنت فيه …»: somebody behind, whom we don't know
        resumed = cue.form is not None and cue.form.prefix in ("و", "ف")
        return (None if resumed and cue.i > a else self.before(cue, a)) or self.dropped(cue, a)

    def _told_to(self, k: int, lead: int) -> int | None:
        """Past whom words are told to, at token k: «لإحدى محطات التلفزيون الفرنسي»; None where nobody is."""
        w = self.text.norms[k]
        if not w.startswith("ل") or w.startswith("لل") or len(w) < 4:
            return None
        j = k + 1
        while j < lead and self.text.kinds[j] == "W" and self.names.at(j) is None and self.text.norms[j] not in class_words("preposition"):
            j += 1
        m = self.names.at(j) if j < lead else None
        return m.j if m is not None and m.i == j and m.kind not in ("person", "place") else None

    def _told_in(self, cue: Cue, a: int) -> Voice | None:
        """Who speaks in what was just named: «تصريح للافروف أكد فيه», «أرسلت الشركة بيانا قالت فيه»."""
        owner = self.names.at(cue.i - (2 if self.text.kinds[cue.i - 1] == "P" else 1))
        form = cue.form
        a = next((t + 1 for t in range(cue.i - 1, a, -1) if self.text.norms[t] in class_words("an")), a)
        if owner is not None and owner.prefix.endswith("ل") and owner.kind not in ("place", *MEDIA) and self._agrees(owner, cue):
            return voice_of(owner, self.names, self.text, "document")
        which = next((t for t in range(cue.i - 1, a, -1) if self.text.norms[t] in class_words("relative")), a)
        led = self.names.at(which - 1) if which > a else None
        if led is not None and led.kind == "person" and self._agrees(led, cue):
            return voice_of(led, self.names, self.text, "subject of the sentence")  # «كومي الذي نشر كتابا وصف فيه»
        here = self._first_subject(a, cue.i, form.gender if form else None, form.number if form else "s")
        if here is not None:
            return voice_of(here, self.names, self.text, "subject of the sentence")
        return self.printed(a + 1, cue.i, form.gender if form else None) if heads().at(self.text, a + 1) else None

    @staticmethod
    def _takes(cue: Cue) -> bool:
        """Does the verb still need an object of its own? («تصف الاتفاق بأنه», not «ما تصفه بأنه»)"""
        return cue.verb is not None and "object" in cue.verb.takes and not (cue.form is not None and cue.form.suffix)

    def _object(self, cue: Cue, m: Named, lead: int) -> bool:
        """Is the mention right behind a verb that needs an object («واتهمت واشنطن بأنها …») that object, not who speaks?"""
        text = self.text
        alone = m.i == cue.j and all(text.kinds[t] == "P" or t in self.dated for t in range(m.j, lead))
        first = not any(n.j <= m.i for n in self.names.between(cue.j, m.i))
        behind = first and m.j < len(text) and text.norms[m.j] in class_words("an") and text.norms[m.j].startswith("ب")
        w = text.norms[m.j] if m.i == cue.j and m.j < len(text) and self.names.at(m.j) is None else ""
        accused = w.startswith("ب") and len(w) > 3 and w not in class_words("preposition")     # «واتهم الحوثيين بنهب المرتبات»
        return alone or behind or accused or not self._agrees(m, cue)

    def _apposed(self, m: Named, lead: int, cue: Cue) -> Named | None:
        """The person named between commas behind one called by what he does («المحامية البارزة في …، ليزبيث زغفيلد، إن»)."""
        if m.number != "s":
            return None
        for n in self.names.between(m.j, lead):
            if n.kind == "person" and n.form == "name" and n.number == "s" and not n.prefix and self._agrees(n, cue):
                opens = self.text.kinds[n.i - 1] == "P" and self.text.norms[n.i - 1] != "("
                ends = n.j >= lead or self.text.kinds[n.j] == "P"
                return n if opens and ends else None
        return None

    def before(self, cue: Cue, a: int) -> Voice | None:
        """The mention in front of its verb: «الكرملين أكد أن», «أما كيم، فقال», «وكان ترامب قال», «لافروف الذي قال»."""
        text, names = self.text, self.names
        k, steps = cue.i - 1, 0
        if k >= a and text.norms[k] in class_words("perfective"):
            k -= 1
        relative = k >= a and text.norms[k] in class_words("relative")
        if relative and cue.form is not None and cue.form.gender == "f" and text.norms[k] in class_words("masculine"):
            return None             # «الهجوم الذي تقول إن …»: somebody else says it
        if relative and cue.j < len(text) and text.norms[cue.j] in class_words("resumptive"):
            return None             # «اليوم الذي أعلنت فيه بيونغ يانغ أن»: the subject comes behind
        if relative:
            k -= 1
        while k >= a and steps < 10:
            m = names.at(k)
            if m is not None:
                if m.kind == "place" and m.form != "metonym":
                    return None
                owner = m.i - 1 if text.kinds[m.i - 1] == "W" and m.i - 1 >= a and names.at(m.i - 1) is None else None
                if owner is not None and m.j == cue.i and not self._agrees(m, cue) and self._opens(a, owner):
                    return self.printed(owner, cue.i)  # «لكن منتقدي ترامب قالوا»
                if (relative or not governed(text, m)) and self._agrees(m, cue):
                    if relative or self._free(a, m) or steps == 0 and m.j >= cue.i - 1 and self._opened(a, m):
                        return self._holder(m) or voice_of(m, names, text, "before")
                    return None
                k, steps = m.i - 1, steps + 1
                continue
            if text.kinds[k] == "W" and relative:
                return self.pointing_back(k)
            if text.kinds[k] == "W":
                steps += 1
                if steps > 6:
                    break
            k -= 1
        return None

    def _opens(self, a: int, k: int) -> bool:
        """Does a clause start at token k, which is no preposition? (at the sentence's head, behind لكن)"""
        text = self.text
        if text.norms[k] in class_words("preposition") or text.norms[k].removeprefix("و") in class_words("but"):
            return False
        last = text.norms[k - 1].removeprefix("و") if k > a else ""
        return k == a or text.kinds[k - 1] == "P" or last in class_words("break") or last in class_words("but")

    def _free(self, a: int, m: Named) -> bool:
        """Nothing but openers stands between the sentence's start and the mention."""
        last = self.text.norms[m.i - 1] if m.i > a else ""
        if last in class_words("an"):
            return True
        if any(n.i > a and n.j <= m.i and n.prefix != "و" for n in self.names.between(a, m.i)):
            return False  # «وأقال ترامب كومي، ثم اعترف»
        seen = [self.text.norms[t] for t in range(a, m.i) if self.text.kinds[t] == "W"]
        return len(seen) <= 3 and not any(w in class_words("preposition") for w in seen[-1:])

    def _opened(self, a: int, m: Named) -> bool:
        """Does a clause start right at the mention? (behind a mark, a conjunction, ولكن)"""
        if m.i <= a:
            return True
        w = self.text.norms[m.i - 1]
        return self.text.kinds[m.i - 1] == "P" or w.removeprefix("و") in class_words("break") or w.removeprefix("و") in class_words("but")

    def _agrees(self, m: Named, cue: Cue) -> bool:
        form = cue.form
        if form is None or not form.gender or m.gender is None or m.kind != "person":
            return True
        if form.number == "p" and m.number == "s" and m.form == "name" and m.j <= cue.i:
            return any(w[0] == "و" for w in self.text.norms[m.j : cue.i])  # not «منتقدو ترامب قالوا»
        return form.gender == m.gender or form.number != "s"

    def dropped(self, cue: Cue, a: int) -> Voice | None:
        """The speaker that goes on: the sentence's own subject, else of the sentence before, else the last one who agrees.

        Nobody where the last one couldn't be named, or spoke before the last sentence.
        """
        form = cue.form
        gender, number = (form.gender, form.number) if form is not None else (None, "s")
        if word_at(self.text, a, "came") and (owner := self.addressed(a, cue.i)) is not None:
            return owner
        if not self.past or self.past_at[-1] < a:
            but = next((t for t in range(cue.i - 2, a, -1) if word_at(self.text, t, "break_but") and self.text.kinds[t - 1] == "P"), a)
            here = self._first_subject(but, cue.i, gender, number) or self._first_subject(a, cue.i, gender, number)
            if here is None and cue.i - a <= 2 and (k := self._before(a)) is not None and not (self.past and self.past_end[-1] > k[0]):
                here = self._first_subject(*k, gender, number)
            if here is not None:
                return voice_of(here, self.names, self.text, "subject goes on")
        since = self._since(a, FAR)
        for v, end in zip(self.past[:-4:-1], self.past_end[:-4:-1], strict=True):
            if end <= since or not v.entities:
                return None
            if number == "s" and v.number != "s" and v.kind == "person":
                continue
            things = v.kind == "unnamed" and v.number == "p" and v.entities[0].endswith("sources") and gender == "f"
            if (
                gender
                and v.gender
                and gender != v.gender
                and not things
                and v.kind in ("person", "unnamed", "agency", "outlet", "institution", "organization", "group", "state")
            ):
                continue
            return v._replace(how="goes on")
        return None

    def owned(self, m: Named, a: int) -> bool:
        """Does the mention own a noun that a preposition governs? («بعد انسحاب الولايات المتحدة», «خلال جلسة مجلس الأمن»)"""
        return m.i - 2 >= a and self.text.kinds[m.i - 1] == "W" and self.text.norms[m.i - 2] in class_words("preposition")

    def _counted(self, m: Named) -> bool:
        """Is the mention told of by number, or an object by its ending? («مقتل 20 مدنيا»)"""
        last = self.text.norms[m.i - 1].removeprefix("و") if m.i > 0 else ""
        led = last in class_words("but") or last in class_words("an")     # «لكن مصدرا في الوزارة قال»
        return m.kind == "unnamed" and not led and (last[:1].isdigit() or self.text.norms[m.i].endswith("ا"))

    def _first_subject(self, a: int, b: int, gender: str | None, number: str) -> Named | None:
        """The first mention of tokens [a, b) that may speak, isn't governed and agrees; None where the first such is a crowd of many."""
        for m in self.names.between(past_dateline(self.text, a, b), b):
            if m.kind in ("place", *MEDIA) or governed(self.text, m) or m.prefix.endswith(("ب", "ل", "ك")):
                continue
            if self._counted(m) or (q := self.quotes.at(m.i)) is not None and q[1] - q[0] > LONG_QUOTE:
                continue  # «مقتل 20 مدنيا», and who is named in a quotation
            if gender and m.gender and m.gender != gender or self.owned(m, a):
                return None
            return m if (m.number == "s") == (number == "s") else None
        return None
