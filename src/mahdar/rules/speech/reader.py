"""One article's statements, sentence by sentence, and the attribution that governs each token."""

from __future__ import annotations

from collections.abc import Sequence

from ...arabic.inflect import PRONOUNS
from ...arabic.words import Text
from ...model import Article, Statement, Time
from ..names.model import Names
from .chain import carried
from .crediting import Crediting
from .cues import Cue, find
from .once import Told, carried_on, once
from .quotes import Quotes
from .spans import Said, extent, introduction
from .tables import class_words, forms, heads, word_at
from .voices import MEDIA, Voice, governed, voice_of

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


class _Reader(Crediting):
    """Reads the sentences of one article, cue by cue."""

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
        if last is not None:  # «قال X إن الشرطة أبلغت …، مبينا»: not of who is told of within
            cue = last.cue
            last = next((t for t in self.told if t.cue >= a and t.i <= cue < t.j and t.voice.how != "doer"), last)
            if gender and self.spoken_by(last.cue) not in ("", gender):
                return None  # «قالت القناة إن القيادي …، معبرا»
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

    def spoken_by(self, k: int) -> str:
        """The gender that the verb of speech at token k tells of its speaker, "" where it tells none."""
        told = {f.gender for f in forms(self.text.norms[k]) if f.part in ("perfect", "imperfect") and f.person == 3 and f.number == "s"}
        return told.pop() if len(told) == 1 else ""

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
