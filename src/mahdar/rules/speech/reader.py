"""One article's statements, sentence by sentence, and the attribution that governs each token."""

from __future__ import annotations

from collections.abc import Sequence

from ...arabic.inflect import PRONOUNS
from ...arabic.words import Text
from ...model import Article, Statement, Time
from ..names.model import Names
from .chain import attribution, behind, carried
from .cues import Cue, find
from .once import Told, carried_on, once
from .quotes import Quotes
from .spans import Said, extent, introduction
from .speakers import Speakers
from .tables import channels, class_words, forms, heads, word_at
from .voices import BODIES, MEDIA, Voice, governed, past_dateline, voice_of

#: occasions of which a sentence tells before its verb of speech
SPOKEN = frozenset({"interview", "speech", "tweet", "press_conference", "facebook_post", "telegram_post"})

#: how the speaker of words that aren't told must be found, to be kept
KNOWN = frozenset({"subject", "document", "document goes on", "goes on", "office points back"})
NO_QUOTES = Quotes(Text(""))


class Speech:
    """The statements of an article and, for any token, on whose word it stands: `told` has the repeated ones too."""

    def __init__(self, told: list[Told], statements: list[Statement], quotes: Quotes) -> None:
        self.told, self.statements, self.quotes = told, statements, quotes
        self._governing: dict[int, Told | None] = {}

    def governing(self, token: int) -> Told | None:
        """The innermost statement whose words hold the token; None where the article speaks itself."""
        if token in self._governing:
            return self._governing[token]
        best = None
        for t in self.told:
            if t.i <= token < t.j and (best is None or t.j - t.i < best.j - best.i):
                best = t
        self._governing[token] = best
        return best

    def chain(self, token: int) -> tuple[str, ...]:
        """The entity ids on whose word the token stands, nearest first: speakers, then carriers; () in the article's own voice."""
        t = self.governing(token)
        return () if t is None else tuple(dict.fromkeys((*t.voice.entities, *t.via)))


class _Reader:
    def __init__(self, text: Text, names: Names, article: Article | None, times: Sequence[Time]) -> None:
        self.text, self.names, self.article = text, names, article
        self.dated = frozenset(k for t in times for k in range(text.token_at(t.start), text.token_at(t.end - 1) + 1))
        self.quotes = Quotes(text)
        self.speakers = Speakers(text, names, self.dated, self.quotes)
        self.told: list[Told] = []
        outlet = article.outlet if article is not None else None
        self.own = next((i for i, e in names.entities.items() if outlet and e.kind in MEDIA and e.name == outlet), None)
        self.title_end = len(article.title) if article is not None and article.title else 0

    def run(self) -> list[Told]:
        for a, b in self.text.sentences:
            if word_at(self.text, a, "teaser"):
                continue
            cues = find(self.text, self.names, self.quotes, a, b)
            before = len(self.told)
            for c in cues:
                if c.shape in ("finite", "participle", "came_in"):
                    self.verb(c, cues, a, b)
                elif c.shape == "masdar":
                    self.masdar(c, cues, b)
                elif c.shape == "saying":
                    self.saying(c, cues, a, b)
                elif c.shape == "after":
                    self.after(c, a, b)
            if len(self.told) == before:
                self.colon(a, b)
            if word_at(self.text, a, "came"):
                self.came(a, b, before)
        return self.told

    def came(self, a: int, b: int, before: int) -> None:
        """«جاء ذلك في مقابلة مع قناة روسيا اليوم» says through whom the words of the sentence before were carried."""
        last = self.told[before - 1] if before else None
        if last is None or last.via or not any(y <= a < y + 2 for x, y in self.text.sentences if x <= last.cue < y):
            return
        stop = next((t.cue for t in self.told[before:]), min(b - 1, a + 16))
        got = carried(self.text, self.names, [self.occasion(stop)], last.voice.entities)
        if got.via:
            self.told[before - 1] = last._replace(via=got.via, channel=last.channel or got.channel, rows=(*last.rows, *got.rows))

    def verb(self, c: Cue, cues: list[Cue], a: int, b: int) -> None:
        """A finite verb or a participle of speech with what it introduces."""
        intro = introduction(self.text, self.names, self.quotes, c, b, self.dated)
        if intro is None:
            return self.unsaid(c, cues, a, b)
        lead, begin, how = intro
        assert c.verb is not None
        if c.verb.force == "show" and self.text.norms[c.j] not in class_words("document"):
            return  # «أظهرت الصور أن»
        if c.verb.force == "act" and how != "quote":
            return self.unsaid(c, cues, a, b)
        announced = c.verb.force == "announce" and how == "np"
        if (announced or c.verb.force in ("act", "label", "opinion")) and c.shape == "finite" and self.nested(c):
            return  # told of within somebody's words
        if c.verb.force == "carry" and any(o.shape == "saying" and c.j <= o.i < lead for o in cues):
            return  # «نقلت الوكالة عن … قوله إن»: the words are read at قوله
        said = extent(self.text, self.names, self.quotes, c, begin, how, b, cues)
        if said is None or said.j - said.i < (3 if how == "quote" and c.verb.force in ("act", "announce") else 2):
            return
        if c.verb.force == "carry" and (quoted := self.quoted(c.j, lead)) is not None:
            self.take(c, said, quoted._replace(how="carried"), [(a, lead)], b)
            return
        voice: Voice | None
        if c.shape == "finite":
            voice = self.speakers.subject(c, lead, a)
        elif c.shape == "came_in":
            m = next((m for m in self.names.between(c.j, lead) if m.kind != "place"), None)
            letter = self.text.norms[c.j] in class_words("letter")
            voice = self.speakers.document(c.j, lead, a) if letter else None
            voice = voice or (voice_of(m, self.names, self.text, "document") if m else self.speakers.dropped(c, a))
        else:
            voice = self.of_sentence(c, a)
        if voice is not None and c.verb.force == "express" and voice.how == "words as printed":
            return  # «تعبر الانقسامات عن نفسها»
        if voice is None or not voice.entities:
            present = c.form is not None and c.form.part == "imperfect" and not c.form.prefix
            if c.shape == "finite" and not (present and c.i > a and self.names.at(c.i - 1) is None):  # not «أدلة تؤكد أن …»
                self.speakers.spoke(Voice((), "", None, "s", "unknown"), c.i)
            return
        if any(self.text.norms[t] in class_words("from") for t in range(c.j + 1, lead) if self.text.norms[t - 1] == "علي"):
            voice = self.quoted(c.j, lead) or voice  # «أكدت الهيئة على لسان الطبيب أن»
        if voice.kind in MEDIA and any(word_at(self.text, t, "carried_from") for t in range(c.j, lead)):
            voice = self.quoted(c.j, lead) or voice  # «ذكرت رويترز نقلا عن مصدر أن»
        self.take(c, said, voice, [(c.i, lead)], b)
        if voice.kind in MEDIA:
            self.within(said, b)

    def nested(self, c: Cue) -> bool:
        """Does the verb stand within what somebody, no agency, was just told to have said?"""
        outer = self.told[-1] if self.told else None
        return outer is not None and outer.i <= c.i < outer.j and outer.voice.kind not in MEDIA

    def unsaid(self, c: Cue, cues: list[Cue], a: int, b: int) -> None:
        """A verb of speech whose words aren't told («وندد لافروف بالهجوم»): who spoke is kept, for what follows."""
        outer = self.told[-1] if self.told else None
        if c.shape != "finite" or c.verb is None or c.verb.force == "carry" or c.j >= b or outer is not None and c.i < outer.j:
            return
        stop = min([o.i for o in cues if o.i > c.i] + [b, c.j + 10])
        behind, w = self.names.at(c.j), self.text.norms[c.j]
        voice: Voice | None = None
        headed = any(hit.prefix == "" for hit in heads().at(self.text, c.j))
        if behind is not None and behind.i == c.j or w in class_words("document") or headed:
            voice = self.speakers.subject(c, stop, a)
        elif c.i == a and (w in class_words("preposition") or w.startswith("ب")):
            voice = self.speakers.dropped(c, a)  # «وأثنى على جهوده»
        if voice is not None and voice.entities and (voice.how in KNOWN or voice.how.startswith("heads:")):
            self.speakers.spoke(voice._replace(how="spoke"), c.i, stop)

    def within(self, said: Said, b: int) -> None:
        """«ذكرت الوكالة أن "كيم قال إن …"»: who is quoted in the first words of what an agency says, speaks; the agency carries it."""
        text = self.text
        m = self.names.at(said.i)
        k = m.j if m is not None and m.i == said.i and m.kind not in ("place", *MEDIA) else said.i
        if m is None or k == said.i or not self.quotes.at(k):
            return
        inner = find(text, self.names, NO_QUOTES, k, min(said.j, k + 3))
        c = next((c for c in inner if c.shape == "finite" and c.verb is not None and c.verb.force != "act"), None)
        intro = introduction(text, self.names, NO_QUOTES, c, min(said.j, c.j + 12), self.dated) if c is not None else None
        if c is not None and intro is not None and said.j - intro[1] >= 2:
            self.take(c, said._replace(i=intro[1]), voice_of(m, self.names, text, "within"), [], b)

    def of_sentence(self, c: Cue, a: int) -> Voice | None:
        """The speaker of a participle: of the sentence's last cue (no «إعلان ترامب أن»), else the sentence's subject."""
        last = self.told[-1] if self.told and self.told[-1].cue >= a and self.told[-1].voice.how != "doer" else None
        gender = c.form.gender if c.form is not None else None
        if last is not None and (
            not gender or last.voice.gender in (None, gender) or last.voice.number != "s" or last.voice.kind not in ("person",)
        ):
            return last.voice._replace(how="goes on")
        if word_at(self.text, a, "came") and (owner := self.speakers.addressed(a, c.i)) is not None:
            return owner
        if self.speakers.past and self.speakers.past_at[-1] >= a:
            return self.speakers.dropped(c, a)
        for m in self.names.mentions:
            if (
                a <= m.i < c.i
                and m.kind not in ("place", *MEDIA)
                and not governed(self.text, m)
                and (m.gender in (None, gender) or not gender or m.kind != "person")
            ):
                return None if self.speakers.owned(m, a) else voice_of(m, self.names, self.text, "sentence")
        if not any(a <= m.i < c.i for m in self.names.mentions):
            return self.speakers.dropped(c, a)
        return None

    def masdar(self, c: Cue, cues: list[Cue], b: int) -> None:
        """«بإعلانه وقف المناورات», «إعلان ترامب أن القمة ألغيت»: a verbal noun with its doer, what was said right behind it."""
        assert c.form is not None and c.verb is not None
        m = self.names.at(c.j)
        k = c.j
        if c.form.suffix:
            _, gender, number = PRONOUNS.get(c.form.suffix, (3, None, "s"))
            m = self.names.resolve(c.i, gender or None, number, persons=gender != "f")
        elif m is None or m.i != c.j or m.prefix or m.kind == "place":
            return
        else:
            k = m.j
        if m is None:
            return
        while k in self.dated:
            k += 1
        w = self.text.norms[k] if k < b else ""
        how, begin = ("an", k + 1) if w in class_words("an") else ("عن", k + 1) if w == "عن" else ("np", k)
        if how == "np" and (
            not c.form.suffix
            or c.form.prefix[-1:] != "ب"
            or w.startswith("ال")
            or self.text.kinds[k] != "W"
            or self.names.at(k) is not None
            or w in class_words("preposition")
        ):
            return
        said = extent(self.text, self.names, self.quotes, c, begin, how, b, cues)
        if said is None or said.j - said.i < 2:
            return
        stop = next((t for t in range(said.i, said.j) if self.text.norms[t] in ("،", ",")), said.j)
        self.take(c, said._replace(j=stop), voice_of(m, self.names, self.text, "doer"), [], b, spoke=False)

    def saying(self, c: Cue, cues: list[Cue], a: int, b: int) -> None:
        """«نقلت وكالة تاس عن لافروف قوله إن …»"""
        begin = c.j
        if self.told and self.told[-1].i >= begin:
            return  # «وتابع لافروف بالقول: …»
        while begin < b and (self.text.kinds[begin] == "P" or self.text.norms[begin] in ("ان", "انه", "انها", "انهم")):
            begin += 1
        marked = next((t for t in range(begin, min(b, begin + 10)) if (q := self.quotes.at(t)) and q[0] == t and q[1] - t > 3), None)
        if marked is not None and self.text.norms[begin] in class_words("preposition"):
            begin = marked  # «قوله في مطلع اللقاء "نثمن …"»
        beside = self.names.at(c.i - 1)
        voice = None
        if self.text.norms[c.i].startswith("ب"):     # «واكتفى لافروف بالقول»
            alone = beside is not None and beside.kind not in ("place", *MEDIA) and not governed(self.text, beside)
            voice = voice_of(beside, self.names, self.text, "saying") if alone and beside is not None else self.of_sentence(c, a)
        voice = voice or self.quoted(a, c.i, False)
        said = extent(self.text, self.names, self.quotes, c, begin, "saying", b, cues) if begin < b else None
        if said is None or voice is None:
            return
        since = max([a, *(t.j for t in self.told[-1:] if t.j <= c.i and self.text.norms[c.i].startswith("ب"))])
        self.take(c, said, voice._replace(how="saying"), [(since, c.i)], b)

    def quoted(self, i: int, j: int, carries: bool = True) -> Voice | None:
        """Whose words are carried in tokens [i, j): «نقلت تاس عن لافروف», «على لسان لافروف», «عن المسؤول», «عن قائد مؤيد للحكومة»."""
        norms = self.text.norms
        ascribed = any(norms[t] in class_words("ascribed") for t in range(i, j))
        lead = class_words("from") | (class_words("unto") if ascribed else frozenset())
        at = next((m for m in reversed(self.names.between(i, j)) if m.i > i and norms[m.i - 1] in lead), None)
        if at is not None:
            return voice_of(at, self.names, self.text, "carried")
        carries = carries or ascribed or any(f.row == "transmit" for t in range(i, j) for f in forms(norms[t]))
        for t in range(i, j):
            if norms[t] in lead and carries and t + 1 < j:
                people = [m for m in self.names.between(t + 2, j) if m.kind == "person" and m.form == "name" and not governed(self.text, m)]
                if len(people) == 1 and people[0].number == "s" and "،" in norms[t + 1 : people[0].i]:
                    return voice_of(people[0], self.names, self.text, "carried")  # «عن رئيس الأركان، الجنرال محمد باقري، قوله»
                return self.speakers.pointing_back(t + 1) or self.speakers.printed(t + 1, j)
            if norms[t] in class_words("from_him") and carries or norms[t] in class_words("unto_him") and ascribed:  # نقلت عنه صحيفة قوله
                gender, number = ("f", "s") if norms[t].endswith("ها") else ("m", "p" if norms[t].endswith("م") else "s")
                him = self.names.resolve(t, gender, number, persons=True)
                return voice_of(him, self.names, self.text, "carried") if him is not None else None
        paper = next((t for t in range(i, j) if norms[t] in class_words("document")), None)
        return self.speakers.document(paper, j, paper) if paper is not None else None

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

    def colon(self, a: int, b: int) -> None:
        """A headline or a line «لافروف: موسكو مستعدة للحوار»."""
        text = self.text
        opening = text.norms[a : min(b, a + 14)]
        if ":" not in opening:
            return
        at = a + opening.index(":")
        if at + 3 > b:
            return
        if text.starts[a] > self.title_end and text.kinds[b - 1] != "P":
            return  # a line without an end among paragraphs: another story's headline
        m = self.names.at(at - 1) if at > a else None
        if m is None or m.i != a or m.kind not in ("person", "state", "institution", "organization", "group", "unnamed"):
            return
        said = Said(at + 1, b, at, "colon", False)
        while said.j > said.i and text.kinds[said.j - 1] == "P":
            said = said._replace(j=said.j - 1)
        while said.i < said.j and text.kinds[said.i] == "P":
            said = said._replace(i=said.i + 1)
        if said.j - said.i < 2:
            return
        direct = self.quotes.inside(said.i, said.j) * 2 >= said.j - said.i
        if m.kind == "state" and not direct:
            return  # «فرنسا: البرلمان يقر القانون» names the place of the news
        self.take(None, said._replace(direct=direct), voice_of(m, self.names, text, "colon"), [], b, spoke=False)

    def occasion(self, i: int) -> tuple[int, int]:
        """The tokens before a cue that name where the words were said («في مقابلة بثها التلفزيون الرسمي، قال»); or an empty range.

        They stand in the cue's own sentence, behind what was last said in it.
        """
        a = max([self.text.opening(i), *(t.j for t in self.told[-2:] if t.j <= i)])
        known = channels()
        for k, norm in enumerate(self.text.norms[a:i], a):
            leads = self.text.norms[a].removeprefix("و") == "في"
            aired = leads and norm in class_words("aired") and (m := self.names.starting(k + 1)) is not None and m.kind in MEDIA
            if aired or known.lookups(norm) and any(h.values[0][0] in SPOKEN for h in known.at(self.text, k)):
                return k, i
        return i, i

    def told_on(self, outer: Told, c: Cue, voice: Voice) -> bool:
        """Does an agency go on telling of him it named? («ذكرت الوكالة أن المجلس عبر عن تضامنه وقال إنه …»)"""
        here = {e for m in self.names.between(outer.i, outer.j) for e in m.entities}
        return outer.voice.kind in MEDIA and voice.kind not in MEDIA and outer.j == c.i and bool(here & set(voice.entities))

    def earlier(self, c: Cue) -> bool:
        """Was it said before the rest? («وكان لافروف قد صرح»)"""
        perfective = class_words("perfective")
        return any(w.removeprefix("و") in perfective for w in self.text.norms[self.text.opening(c.i) : c.i])

    def take(self, c: Cue | None, said: Said, voice: Voice, ranges: list[tuple[int, int]], b: int, spoke: bool = True) -> None:
        """Write the statement down, with its chain; an agency that only carries another's words becomes his carrier."""
        text, names = self.text, self.names
        via: tuple[str, ...] = ()
        outer = self.told[-1] if self.told else None
        nested = c is not None and self.nested(c)
        goes_on = voice.how == "goes on"
        if c is not None and outer is not None and outer.i <= c.i < outer.j and outer.voice.entities == voice.entities and not outer.direct:
            return  # «قال ترامب إنه يتوقع …»: one statement
        if outer is not None and outer.voice.kind in MEDIA and outer.i <= (c.i if c else said.i) < outer.j:
            via = outer.voice.entities
            head = (c.i if c else said.i) - outer.i
            if head <= 12:
                self.told.pop()
                if not outer.goes_on and self.speakers.past and self.speakers.past[-1].entities == outer.voice.entities:
                    self.speakers.forget()
        if c is not None and not via and outer is not None and self.told_on(outer, c, voice):
            via = outer.voice.entities
        occasion = self.occasion(c.i) if c is not None and ranges else (0, 0)
        places = [occasion, *ranges, behind(text, names, said.j, b)]
        got = carried(text, names, places, voice.entities, self.dated, self.speakers.home, self.own)
        via = tuple(dict.fromkeys((*got.via, *via)))
        channel = got.channel
        earlier = c is not None and self.earlier(c)
        if outer is not None and not via and outer.voice.entities == voice.entities and goes_on:
            via, channel = tuple(e for e in outer.via if e not in voice.entities), channel or outer.channel
        verb = None if c is None else text.raw_of(c.i, c.j)
        rows = ((c.row,) if c else ("colon",)) + got.rows + ((voice.how,) if ":" in voice.how else ())
        self.told.append(Told(said.i, said.j, c.i if c else said.i, voice, via, channel, said.direct, verb, rows, goes_on, earlier))
        if spoke and not nested:
            self.speakers.spoke(voice._replace(how="spoke"), c.i if c else said.i, said.j)


def read(text: Text, names: Names, article: Article | None = None, times: Sequence[Time] = ()) -> Speech:
    """The statements of a text, in order, and who governs which words.

    Example: in «قال لافروف إن موسكو مستعدة للحوار» one statement by `person:sergey-lavrov`, indirect, «موسكو مستعدة للحوار».
    A statement whose speaker can't be told is left out. Offsets are raw code points.
    """
    reader = _Reader(text, names, article, times)
    told = reader.run()
    statements = []
    for n, t in enumerate(carried_on(once(text, told, reader.title_end)), 1):
        start, end = text.span(t.i, t.j)
        statements.append(
            Statement(
                id=f"s{n}",
                start=start,
                end=end,
                kind="direct" if t.direct else "indirect",
                speakers=t.voice.entities,
                via=t.via,
                channel=t.channel,
                verb=t.verb,
                why=f"{t.rows[0]}; speaker by {t.voice.how}",
                rows=t.rows,
            )
        )
    return Speech(carried_on(told), statements, reader.quotes)
