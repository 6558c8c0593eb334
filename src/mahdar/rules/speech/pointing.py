"""Who a noun points back to: «الوزير», «المصدر نفسه», «البيان», «الأخير», a last name, words no table knows."""

from __future__ import annotations

from ...arabic.clitics import bare
from ...arabic.letters import fold
from ..engine import Hit
from ..names.model import Named
from .cues import Cue
from .strangers import head as headed
from .strangers import stranger
from .tables import anaphor_kinds, anaphor_of, anaphors, class_words, heads
from .voices import MEDIA, Past, Voice, governed, voice_of

#: how many sentences back a speaker goes on from; two gave more statements and more wrong ones on gold
FAR = 1
#: endings of duals and plurals
MANY = ("ان", "ون", "ين", "ات")


class Pointing(Past):
    """Finds whom a noun without a name stands for."""

    def document(self, k: int, lead: int, a: int) -> Voice | None:
        """Who speaks where a document does («البيان», «تقرير للأمم المتحدة»): its owner named behind it, or where it was named before,
        else the body or person that spoke last. None where none is near."""
        text, names, norms = self.text, self.names, self.text.norms
        owner = next((m for m in names.between(k + 1, min(lead, k + 8)) if m.kind not in ("place", *MEDIA)), None)
        addressed = norms[k] in class_words("letter") and owner is not None and (owner.prefix.endswith("ل") or norms[owner.i - 1] == "الي")
        if owner is not None and not addressed:
            return voice_of(owner, names, text, "document")
        if addressed:
            return self._stranger(k, lead, None)  # «رسالة موجهة للرئيس»
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

    def addressed(self, a: int, b: int) -> Voice | None:
        """Whose occasion it was: «جاء ذلك في بيان للاتحاد الأوروبي»; None where the sentence from a on names nobody with ل."""
        m = next((m for m in self.names.between(a, b) if m.prefix.endswith("ل") and m.kind not in ("place", *MEDIA)), None)
        return None if m is None else self._holder(m) or voice_of(m, self.names, self.text, "document")

    def latter(self, k: int, a: int, feminine: bool) -> Voice | None:
        """«فيما قال الأخير»: the person last named before token k, in its sentence or the one before; None where two stand side by side."""
        since = (self._before(a) or (a, a))[0]
        people = [m for m in self.names.between(since, k) if m.kind == "person" and (m.gender == "f") == feminine]
        return voice_of(people[-1], self.names, self.text, "the latter") if people and len(people[-1].entities) == 1 else None

    def both(self, k: int) -> Voice | None:
        """«وقال الزعيمان», «أعلن البلدان»: the two named in the sentence and the two before token k; None where they are one or many."""
        kind = "state" if self.text.norms[k] in class_words("both_states") else "person"
        named = [m for m in self.names.between(self._since(k, 2), k) if m.kind == kind and m.form == "name"]
        ids = tuple(dict.fromkeys(e for m in named for e in m.entities))
        return Voice(ids, kind, "m", "p", "both") if len(ids) == 2 else None

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
        named = self._surname(i)
        return named._replace(gender=gender or named.gender) if named is not None else self._stranger(i, lead, gender)

    def _stranger(self, i: int, lead: int, gender: str | None) -> Voice | None:
        found = stranger(self.text, self.names, self.dated, i, lead, self.home)
        return None if found is None else Voice((found.entity.id,), found.entity.kind, gender, "s", found.how)

    def _surname(self, k: int) -> Voice | None:
        """The one person whose name ends («آبي», of «شينزو آبي»), or began earlier, with the unknown word at token k («أحمد»)."""
        w, norms = self.text.norms[k], self.text.norms
        full = [m for m in self.names.mentions if m.kind == "person" and m.form == "name" and m.b - m.a >= 2 and m.number == "s"]
        for how, at in (("last name", -1), ("first name", 0)):
            fits = {m.entity: m for m in full if norms[m.a : m.b][at] == w and (at or m.i < k)}
            if fits:
                return voice_of(next(iter(fits.values())), self.names, self.text, how) if len(fits) == 1 else None
        return None

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
        j = hits[0].j
        if j < len(self.text) and self.text.norms[j] in class_words("same") and "unnamed" in kinds and self.past and self.past[-1].entities:
            return self.past[-1]._replace(how=f"anaphors:{row['id']}")  # «المصدر نفسه»: whoever spoke last
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
