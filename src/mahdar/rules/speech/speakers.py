"""Who says it: the subject of a verb of speech, named, by office, by a noun that points back, or dropped."""

from __future__ import annotations

from typing import NamedTuple

from ...arabic.clitics import bare
from ...arabic.letters import fold
from ...arabic.words import Text
from ..engine import Hit
from ..names.homeland import homeland
from ..names.model import Named, Names
from .cues import Cue
from .strangers import head as headed
from .strangers import stranger
from .tables import anaphor_kinds, anaphor_of, anaphors, class_words, forms, heads, word_at

MEDIA = frozenset({"agency", "outlet"})
#: how many sentences back a speaker goes on from; two gave more statements and more wrong ones on gold
FAR = 1
#: endings of duals and plurals
MANY = ("ان", "ون", "ين", "ات")
#: verbs of these forces take no person as their object: a name right behind is who speaks
TELLING = frozenset({"say", "opinion", "announce", "claim", "deny"})


class Voice(NamedTuple):
    """A speaker as found: entity ids (none where nobody can be named), grammar for agreement, and how he was found."""

    entities: tuple[str, ...]
    kind: str
    gender: str | None
    number: str
    how: str


def governed(text: Text, m: Named) -> bool:
    """Does a preposition govern the mention? («عن لافروف», «للافروف»)"""
    if any(p in m.prefix for p in "بلك"):
        return True
    k = m.i - 1
    if k > 0 and text.kinds[k] == "P" and text.norms[k - 1] in ("ل", "ب"):      # «لـ "فرانس برس"»
        k -= 1
    w = text.norms[k] if k >= 0 else ""
    return w in ("ل", "ب") or w in class_words("preposition") and w not in class_words("resumptive")


def voice_of(m: Named, names: Names, text: Text, how: str) -> Voice:
    """The mention as a speaker, with the conjuncts that follow it."""
    ids, number = list(m.entities), m.number
    nxt = names.at(m.j)
    while nxt is not None and nxt.i == m.j and nxt.prefix == "و" and nxt.kind == m.kind:
        ids += nxt.entities
        number = "p"
        m, nxt = nxt, names.at(nxt.j)
    return Voice(tuple(dict.fromkeys(ids)), m.kind, m.gender, number, how)


class Speakers:
    """The speakers of one article in the order they spoke; finds the speaker of each cue."""

    def __init__(self, text: Text, names: Names, dated: frozenset[int] = frozenset()) -> None:
        self.text, self.names, self.dated = text, names, dated
        self.past: list[Voice] = []
        self.past_at: list[int] = []
        self.past_end: list[int] = []
        self.home = homeland(names)

    def spoke(self, voice: Voice, at: int, end: int | None = None) -> None:
        """Remember who spoke last, at which token, and before which token his words ended."""
        self.past.append(voice)
        self.past_at.append(at)
        self.past_end.append(at + 1 if end is None else end)

    def forget(self) -> None:
        """Take the last speaker back: he only carried another's words."""
        self.past.pop()
        self.past_at.pop()
        self.past_end.pop()

    def subject(self, cue: Cue, lead: int, a: int) -> Voice | None:
        """The speaker of a finite cue whose words begin at `lead`, in the sentence from `a` on; None where none can be told."""
        text, names = self.text, self.names
        behind = names.at(cue.j)
        follows = behind is not None and behind.i == cue.j and not behind.prefix and cue.verb is not None and cue.verb.force in TELLING
        if (
            cue.i > a
            and text.norms[cue.i - 1] in class_words("relative")
            and not follows
            and text.norms[cue.j : cue.j + 1]
            and text.norms[cue.j] not in class_words("resumptive")
        ):
            return self.before(cue, a)
        adjacent = cue.i - (2 if cue.i > a and text.norms[cue.i - 1] in class_words("perfective") else 1)
        if adjacent >= a and names.at(adjacent) is not None and (voice := self.before(cue, a)) is not None:
            return voice
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
                    if not explicit and cue.verb is not None and "object" in cue.verb.takes and self._object(cue, m, lead):
                        return self.before(cue, a) or self.dropped(cue, a)
                    row = headed(text, head, head + 1)[0]
                    titled = m.kind == "person" and k > head + 1 and (m.title or row is not None and row["office"])
                    if not explicit or m.form == "name" and (definite or text.kinds[k - 1] == "P" or titled):
                        if m.kind in ("unnamed", "institution", "state") and (named := self._apposed(m, lead, cue)) is not None:
                            return voice_of(named, names, text, "apposition")
                        return self._holder(m) or voice_of(m, names, text, "subject")
                k = m.j
                continue
            if (
                m is None
                and text.kinds[k] == "W"
                and not explicit
                and (k == cue.j or text.kinds[k - 1] == "P" and k - 1 == cue.j or k - 1 in self.dated)
            ):
                w = text.norms[k]
                if w in class_words("latter"):
                    return self.latter(k, a, w.endswith("ه"))
                if w in class_words("document"):
                    return self.document(k, lead, a)
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
        if explicit and cue.verb is not None and cue.verb.force == "label" and cue.form is not None and cue.form.prefix:
            return self.dropped(cue, a)     # «ووصف الاتفاق بأنه …»: what is described, not who does
        if explicit:
            return self._again(cue, head, a) or self.unnamed(cue, lead)
        resumed = cue.form is not None and cue.form.prefix in ("و", "ف")
        return (None if resumed and cue.i > a else self.before(cue, a)) or self.dropped(cue, a)

    def _object(self, cue: Cue, m: Named, lead: int) -> bool:
        """Is the mention right behind a verb that needs an object («واتهمت واشنطن بأنها …») that object, not who speaks?"""
        text = self.text
        alone = m.i == cue.j and all(text.kinds[t] == "P" or t in self.dated for t in range(m.j, lead))
        behind = m.i == cue.j and m.j < len(text) and text.norms[m.j] in class_words("an") and text.norms[m.j].startswith("ب")
        return alone or behind or not self._agrees(m, cue)

    def document(self, k: int, lead: int, a: int) -> Voice | None:
        """Who speaks where a document does («البيان», «تقرير للأمم المتحدة»): its owner named behind it, or where it was named before,
        else the body or person that spoke last. None where none is near."""
        text, names, norms = self.text, self.names, self.text.norms
        owner = next((m for m in names.between(k + 1, min(lead, k + 8)) if m.kind not in ("place", *MEDIA)), None)
        if owner is not None:
            return voice_of(owner, names, text, "document")
        if k + 1 < lead and any(hit.prefix == "ل" for hit in heads().at(text, k + 1)):
            return self._stranger(k + 1, lead, None)
        noun, since = bare(norms[k]), self._since(a, 3)
        last = self.past_at[-1] if self.past else -1
        for t in range(k - 1, max(since, last), -1):
            if bare(norms[t].lstrip("وفبل")) == noun or bare(norms[t]) == noun:
                owner = next((m for m in names.between(t + 1, min(k, t + 5)) if m.kind not in ("place", *MEDIA)), None)
                if owner is None and (b := next((x for x, y in text.sentences if x <= t < y), None)) is not None:
                    owner = next((m for m in names.between(b, t) if m.kind not in ("place", *MEDIA) and not governed(text, m)), None)
                if owner is not None:
                    return voice_of(owner, names, text, "document")
        for v, end in zip(reversed(self.past), reversed(self.past_end), strict=True):
            if end <= since:
                break
            if v.entities and v.kind not in MEDIA:
                return v._replace(how="document goes on")
        return None

    def _since(self, a: int, far: int) -> int:
        """The first token of the sentence `far` sentences before the one that starts at token a."""
        return next((x for n, (x, _) in enumerate(reversed([z for z in self.text.sentences if z[0] <= a])) if n == far), 0)

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

    def addressed(self, a: int, b: int) -> Voice | None:
        """Whose occasion it was: «جاء ذلك في بيان للاتحاد الأوروبي»; None where the sentence from a on names nobody with ل."""
        m = next((m for m in self.names.between(a, b) if m.prefix.endswith("ل") and m.kind not in ("place", *MEDIA)), None)
        return None if m is None else self._holder(m) or voice_of(m, self.names, self.text, "document")

    def latter(self, k: int, a: int, feminine: bool) -> Voice | None:
        """«فيما قال الأخير»: the person last named before token k, in its sentence or the one before; None where two stand side by side."""
        since = (self._before(a) or (a, a))[0]
        people = [m for m in self.names.between(since, k) if m.kind == "person" and (m.gender == "f") == feminine]
        return voice_of(people[-1], self.names, self.text, "the latter") if people and len(people[-1].entities) == 1 else None

    def _again(self, cue: Cue, k: int, a: int) -> Voice | None:
        """Who spoke last, where an unknown definite noun alone stands for him («وأردفت الأم», «وأضاف الطبيب»): one person who agrees."""
        v, form = self.past[-1] if self.past else None, cue.form
        if v is None or v.kind not in ("person", "unnamed") or v.number != "s" or self.past_end[-1] <= self._since(a, FAR):
            return None
        row, w = headed(self.text, k, k + 1)[0], self.text.norms[k]
        if not w.startswith("ال") or w.endswith(MANY) or w in class_words("pronoun") or not self._alone(k + 1):
            return None
        if row is not None and (row["kind"] != "unnamed" or row["english"].endswith("s")):
            return None
        agrees = form is not None and form.number == "s" and v.gender in (None, form.gender)
        return v._replace(how="a noun goes on") if agrees and self._surname(k) is None else None

    def unnamed(self, cue: Cue, lead: int) -> Voice | None:
        """A speaker no table knows («أولياء أمور الطلبة», «أهالي القرية»), kept as an unnamed entity under the words as printed."""
        i = next((k for k in range(cue.j, lead) if k not in self.dated), lead)
        return self.printed(i, lead, cue.form.gender if cue.form else None)

    def printed(self, i: int, lead: int, gender: str | None = None) -> Voice | None:
        """Who the unknown words at token i stand for: a last name, else an entity of its own under the words as printed."""
        return self._surname(i) or self._stranger(i, lead, gender)

    def _stranger(self, i: int, lead: int, gender: str | None) -> Voice | None:
        found = stranger(self.text, self.names, self.dated, i, lead, self.home)
        return None if found is None else Voice((found.entity.id,), found.entity.kind, gender, "s", found.how)

    def _surname(self, k: int) -> Voice | None:
        """The one person of the article whose name ends with the unknown word at token k («آبي» after «شينزو آبي»)."""
        w = self.text.norms[k]
        fits = {
            m.entity: m
            for m in self.names.mentions
            if m.kind == "person" and m.form == "name" and m.b - m.a >= 2 and m.number == "s" and self.text.norms[m.b - 1] == w
        }
        return voice_of(next(iter(fits.values())), self.names, self.text, "last name") if len(fits) == 1 else None

    def _holder(self, m: Named) -> Voice | None:
        """The named person an office without a name points back to («الوزير الفرنسي» after لودريان): the last of that country who spoke.

        Where names took the only one of the country («المسؤول الأميركي») and he hasn't spoken, the last speaker counts more.
        """
        if m.kind == "person" and m.form == "office" and m.title == "official" and self.past:
            last = self.past[-1]
            e = self.names.entities.get(last.entities[0]) if len(last.entities) == 1 else None
            heard = any(m.entity in v.entities for v in self.past)
            if not heard and e is not None and e.kind == "person" and e.country in (None, m.country):
                return last._replace(how="office points back")
        if (
            m.kind == "person"
            or m.number != "s"
            or m.form not in ("office", "name")
            or not (m.form == "office" or m.kind == "unnamed")
            or not self.text.norms[m.i].removeprefix("و").startswith("ال")
        ):
            return None
        for v in reversed(self.past if m.country else self.past[-1:]):
            e = self.names.entities.get(v.entities[0]) if len(v.entities) == 1 else None
            if (
                e is not None
                and e.kind == "person"
                and m.country in (None, e.country)
                and (v.gender is None or m.gender is None or v.gender == m.gender)
            ):
                return v._replace(how="office points back")
        return None

    def pointing_back(self, k: int, strip: bool = False) -> Voice | None:
        """The speaker that a definite noun at token k stands for (المصدر, الصحيفة, الوزير): the last one of its kind.

        With `strip`, a preposition may be attached (للمصدر).
        """
        hits = anaphors().at(self.text, k)
        if not hits and strip and self.text.norms[k].startswith("لل"):
            hits = [
                Hit(k, k + 1, "ل", r, (row,))
                for r, row in [("ا" + self.text.norms[k][1:], anaphor_of("ا" + self.text.norms[k][1:]))]
                if row
            ]
        if not hits or not self._alone(hits[0].j):
            return None
        row = hits[0].values[0]
        kinds, gender = anaphor_kinds(row), row["gender"] or None
        noun = bare(hits[0].key)
        named_so = self._headed(noun, k)
        if named_so is not None and (
            not self.past or self.past_at[-1] < named_so.i or any(v.entities == named_so.entities for v in self.past)
        ):
            return voice_of(named_so, self.names, self.text, f"anaphors:{row['id']}")
        for v in reversed(self.past):
            if (
                v.entities
                and v.kind in kinds
                and self._called(v.entities[0], noun)
                and (v.gender is None or gender is None or v.gender == gender or v.kind != "person")
            ):
                return v._replace(how=f"anaphors:{row['id']}")
        for m in reversed(self.names.mentions):
            if (
                m.i < k
                and m.kind in kinds
                and m.kind not in ("unnamed",)
                and self._called(m.entity, noun)
                and (m.gender is None or gender is None or m.gender == gender or m.kind != "person")
            ):
                return Voice(m.entities, m.kind, m.gender, m.number, f"anaphors:{row['id']}")
        return None

    def _headed(self, noun: str, k: int) -> Named | None:
        """The last mention before token k that begins with the noun itself: «مصدر مطلع» for المصدر, «متحدث باسم الرئاسة» for المتحدث."""
        norms = self.text.norms
        return next((m for m in reversed(self.names.mentions) if m.i < k and bare(norms[m.i].removeprefix(m.prefix)) == noun), None)

    def _called(self, entity: str, noun: str) -> bool:
        """May the noun stand for the entity? A body must carry it in its name (المرصد for المرصد السوري); others may."""
        e = self.names.entities.get(entity)
        if e is None or e.kind not in ("institution", "organization", "group"):
            return True
        return any(noun == bare(w) for w in fold(e.name_ar or "").split()) or any(
            noun == bare(w) for m in self.names.mentions if entity in m.entities for w in self.text.norms[m.i : m.j]
        )

    def _alone(self, k: int) -> bool:
        """Does the noun phrase end here? (السفير وحده, not السفير الروسي في لندن)"""
        text = self.text
        if k >= len(text) or text.kinds[k] != "W":
            return True
        w = text.norms[k]
        return (
            w in class_words("an")
            or w in class_words("preposition")
            or w in class_words("adverb")
            or w in class_words("saying")
            or w in class_words("same")
            or w in class_words("relative")
            or w.startswith(("ب", "ل"))
            and not w.startswith("ال")
        )

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

    def _free(self, a: int, m: Named) -> bool:
        """Nothing but openers stands between the sentence's start and the mention."""
        last = self.text.norms[m.i - 1] if m.i > a else ""
        if last in class_words("an"):
            return True
        seen = [self.text.norms[t] for t in range(a, m.i) if self.text.kinds[t] == "W"]
        return len(seen) <= 3 and not any(w in class_words("preposition") for w in seen[-1:])

    def _opened(self, a: int, m: Named) -> bool:
        """Does a clause start right at the mention? (behind a mark, a conjunction, ولكن)"""
        if m.i <= a:
            return True
        w = self.text.norms[m.i - 1]
        return self.text.kinds[m.i - 1] == "P" or w.removeprefix("و") in class_words("break") or w.removeprefix("و") in class_words("but")

    @staticmethod
    def _agrees(m: Named, cue: Cue) -> bool:
        form = cue.form
        if form is None or not form.gender or m.gender is None or m.kind != "person":
            return True
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
            here = self._first_subject(a, cue.i, gender, number)
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
            if (
                gender
                and v.gender
                and gender != v.gender
                and v.kind in ("person", "unnamed", "agency", "outlet", "institution", "organization", "state")
            ):
                continue
            return v._replace(how="goes on")
        return None

    def owned(self, m: Named, a: int) -> bool:
        """Does the mention own a noun that a preposition governs? («بعد انسحاب الولايات المتحدة», «خلال جلسة مجلس الأمن»)"""
        return m.i - 2 >= a and self.text.kinds[m.i - 1] == "W" and self.text.norms[m.i - 2] in class_words("preposition")

    def _before(self, a: int) -> tuple[int, int] | None:
        """The sentence before the one that starts at token a."""
        return next(((i, j) for i, j in reversed(self.text.sentences) if j <= a), None)

    def _first_subject(self, a: int, b: int, gender: str | None, number: str) -> Named | None:
        """The first mention of tokens [a, b) that may speak, isn't governed and agrees; None where the first such is a crowd of many."""
        for m in self.names.between(a, b):
            if m.kind in ("place", *MEDIA) or governed(self.text, m) or m.prefix.endswith(("ب", "ل", "ك")):
                continue
            if gender and m.gender and m.gender != gender or self.owned(m, a):
                return None
            return m if (m.number == "s") == (number == "s") else None
        return None
