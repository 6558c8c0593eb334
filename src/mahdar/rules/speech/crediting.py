"""Words credited behind or before: «…، بحسب لافروف», «وفق بيان صادر عن الخارجية، …»."""

from __future__ import annotations

from .chain import attribution
from .cues import Cue
from .spans import Said
from .tables import channels, class_words, forms, heads, word_at
from .voices import BODIES, MEDIA, Voice, past_dateline, voice_of
from .writing import Writing


class Crediting(Writing):
    """Finds what words an attribution is for: those before it, those behind it, the sentence before."""

    def after(self, c: Cue, a: int, b: int) -> None:
        """«…، بحسب لافروف» where nothing else in the sentence claims the words before it."""
        issued = next((t for t in range(c.j, min(b, c.j + 4)) if word_at(self.text, t, "issued")), None)
        if issued is not None:  # «وفق بيان صادر عن قيادة الأسطول»
            c = c._replace(j=(word_at(self.text, issued, "issued") or (c.j,))[0])
        m, end = attribution(self.text, self.names, c.j, b)
        at = min(c.j, b - 1)
        if m is not None and (m.kind == "place" or m.kind == "state" and not self.speaks(c.j)) and m.i > c.j:
            return  # «وفقا لبيانات بورصة لندن», «وفقا لرؤية السعودية»
        voice = voice_of(m, self.names, self.text, "attribution") if m is not None else self.speakers.pointing_back(at, strip=True)
        if m is not None and m.kind in MEDIA and m.i > c.j and m.prefix.endswith("ل"):
            voice = self.speakers.pointing_back(at, strip=True) or self.speakers.printed(c.j, m.i)  # «بحسب إفادة طالب لشبكة …»
        if voice is None and c.j < b and heads().at(self.text, c.j):
            voice = self.speakers.printed(c.j, b)
            end = next((t for t in range(c.j, b) if self.text.kinds[t] == "P"), b) if voice is not None else end
        if voice is None or not voice.entities:
            return
        named = self.names.at(end + 1) if end + 1 < b and self.text.norms[end] in ("،", ",") else None
        named = named if named is not None and named.i == end + 1 and named.kind == "person" and named.form == "name" else None
        if named is not None and voice.kind not in ("person", *MEDIA):
            voice, end = voice_of(named, self.names, self.text, "apposition"), named.j  # «وفق وزير الخارجية، عادل الجبير»
        if m is not None and self.text.norms[end : end + 1] == ["عن"]:
            source = self.names.at(end + 1)
            voice = voice_of(source, self.names, self.text, "attribution") if source is not None and source.i == end + 1 else voice
            end = source.j if source is not None else end
        last = self.told[-1] if self.told and self.told[-1].i >= a else None
        if last is not None and last.j <= c.i:
            if last.voice.kind in MEDIA and voice.kind not in MEDIA and last.j + 2 >= c.i:
                via = tuple(dict.fromkeys((*last.voice.entities, *last.via)))
                self.told[-1] = last._replace(voice=voice, via=via, rows=(*last.rows, c.row))
                return
            if voice.kind in MEDIA and not set(voice.entities) & set(last.voice.entities):
                via = tuple(dict.fromkeys((*last.via, *voice.entities)))
                self.told[-1] = last._replace(via=via, rows=(*last.rows, c.row))
            elif voice.kind in BODIES and last.voice.kind == "person":
                self.told[-1] = last._replace(through=voice.entities)
            return
        if last is None and c.i - a > 2 and self.set_in(end, b):
            begin, stop = a, b
        elif last is None and c.i - a >= 4:
            begin, stop = a, c.i
        elif c.i == a or c.i - a <= 2:
            begin, stop = end, b
            then = next((t for t in range(end, min(b, end + 24)) if self.text.norms[t] in class_words("then")), None)
            if then is not None and not self.quotes.at(then):
                begin = then + 1
        else:
            return
        while stop > begin and (self.text.kinds[stop - 1] == "P" or self.text.norms[stop - 1] in class_words("break")):
            stop -= 1
        while begin < stop and (self.text.kinds[begin] == "P" or begin in self.dated):
            begin += 1
        if c.i == a and (stop - begin < 2 or any(f.part == "participle" and f.tanwin for f in forms(self.text.norms[begin]))):
            return self.behind_all(voice, c, a, b)
        begin = self.opening(begin, stop)
        if stop - begin < 4 or word_at(self.text, begin, "not_said"):
            return
        quoted = self.quotes.inside(begin, stop)
        self.take(c, Said(begin, stop, begin, "after", quoted * 2 >= stop - begin), voice, [(c.j, end)], b, spoke=False)

    def behind_all(self, voice: Voice, c: Cue, a: int, b: int) -> None:
        """«… . بحسب رويترز.» is of the sentence before: its words, or who carried them."""
        i, j = next(((x, y) for x, y in reversed(self.text.sentences) if y <= a), (a, a))
        last = self.told[-1] if self.told and self.told[-1].j > i else None
        if last is None and j - i >= 5:
            while j > i and self.text.kinds[j - 1] in "PB":
                j -= 1
            self.take(c, Said(i, j, i, "after", self.quotes.inside(i, j) * 2 >= j - i), voice, [], b, spoke=False)
        elif last is not None and voice.kind in MEDIA and last.voice.kind not in MEDIA:
            self.told[-1] = last._replace(via=tuple(dict.fromkeys((*last.via, *voice.entities))), rows=(*last.rows, c.row))
        if last is not None and self.speakers.past and self.speakers.past_at[-1] >= i:
            self.speakers.past_end[-1] = b

    def speaks(self, k: int) -> bool:
        """Does the noun at token k speak for whom it is of? («بيان», «تصريحات», «مسؤولين»; not «رؤية»)"""
        text = self.text
        known = text.norms[k].removeprefix("ل") in class_words("document") or heads().at(text, k) or channels().at(text, k)
        return bool(known) or bool(forms(text.norms[k]))

    def opening(self, i: int, j: int) -> int:
        """Past a dateline («أتلانتا، الولايات المتحدة (CNN)--») and «يذكر أن» at the head of tokens [i, j)."""
        norms = self.text.norms
        i = past_dateline(self.text, i, j)
        if i < j and norms[i].removeprefix("و") in class_words("impersonal"):
            i = next((t + 1 for t in range(i, min(j, i + 4)) if norms[t] in class_words("an")), i)
        return i

    def set_in(self, k: int, b: int) -> bool:
        """Does the clause go on behind an attribution that ends at token k? («أعدت لندن، بحسب دبلوماسيين، مسودة القرار»)"""
        text = self.text
        if k + 4 > b or text.norms[k] not in ("،", ",", "-"):
            return False
        leaves = word_at(text, k + 1, "break", "break_bare", "but", "lead_in", "post_verb", "relative")
        return not leaves and text.norms[k + 1][0] not in "وف"
