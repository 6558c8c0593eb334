"""Where what was said begins and ends: behind أن, إن, a colon, a quotation mark, or a preposition; to the quotation's or sentence's end."""

from __future__ import annotations

from typing import NamedTuple

from ...arabic.inflect import Form
from ...arabic.words import Text
from ..clauses.words import vocabulary
from ..names.model import Named, Names
from .chain import attribution
from .cues import Cue, of_which
from .quotes import Quotes, marks
from .tables import anaphors, channels, class_words, forms, heads, verbs, word_at
from .voices import MEDIA

#: how far behind its verb the beginning of what was said is looked for
REACH = 45
#: ... and behind a verb of an act in words
NEAR = 14
#: a quotation of this many words is no title of a paper or body
TITLE = 8

#: «his» behind a noun
OWN = ("ها", "هما", "هم", "ه")


class Said(NamedTuple):
    """Tokens [i, j) are the words said; `lead` is where their introduction (أن, colon, mark) starts; `how` names it."""

    i: int
    j: int
    lead: int
    how: str
    direct: bool


def introduction(
    text: Text, names: Names, quotes: Quotes, cue: Cue, end: int, dated: frozenset[int] = frozenset()
) -> tuple[int, int, str] | None:
    """(lead, first token of what was said, how) for a finite or participle cue; None where nothing is said.

    The nearest of: أن or إن where the verb takes it; a preposition the verb takes, with أن or a noun behind; a colon; an
    opening quotation mark before three words or more; a bare noun right behind the subject where the verb takes one.
    """
    assert cue.verb is not None
    takes = cue.verb.takes
    labels = cue.verb.force == "label"
    an, preps = class_words("an"), class_words("prep")
    norms, kinds = text.norms, text.kinds
    stop = min(end, cue.j + (NEAR if cue.verb.force == "act" else REACH))
    fallback: tuple[int, int, str] | None = None
    k = cue.j
    while k < stop:
        w = norms[k]
        quote = quotes.at(k) if quotes.ranges else None
        if quote and quote[0] == k and "quote" in takes and (quote[1] - k >= 3 or k - 1 == cue.j or norms[k - 2] == ":" or labels):
            mention = names.at(k - 1) or names.at(k)
            if mention is not None and mention.i == k and mention.j >= quote[1] and mention.kind in MEDIA:
                k = quote[1]
                continue
            medium = names.at(k - 2)
            spoken = medium and medium.j == k - 1 and medium.kind in MEDIA
            titled = quote[1] - k < TITLE and not spoken and _titles(norms, max(cue.j, k - 3), k - 1)
            called = medium and medium.j == k - 1 and medium.form != "name" or medium and medium.kind in ("institution", "organization")
            titled = titled or bool(called) and quote[1] - k <= 4 and any(w in an for w in norms[quote[1] : min(end, quote[1] + 25)])
            if not titled and not (mention and mention.i < k - 1 and mention.j >= quote[1]):
                bare = _bare_noun(text, names, cue, k, dated) if "np" in takes and ":" not in norms[cue.j : k] else None
                if bare is not None and bare[0] < k - 1 and cue.verb.force != "express" and _matter(norms[bare[0]]):
                    return bare  # «أعلن وقف المناورات "إلى أجل غير مسمى"»
                return _quote_lead(text, k), k, "quote"
        if kinds[k] == "P":
            if w == ":" and "colon" in takes and k + 1 < end:
                return k, k + 1, "colon"
            k += 1
            continue
        if (
            w in an
            and ("an" in takes or "بان" in takes and w.startswith("ب"))
            and not (norms[k - 1] in class_words("preposition") and norms[k - 1] not in class_words("resumptive"))
            and not (quote and quote[0] < k and quote[1] - quote[0] < 3)
        ):
            return k, k + 1, "an"
        if w in preps and k + 1 < end and norms[k + 1] in an and (w in takes or w + "+ان" in takes):
            return k, k + 2, w
        if w in preps and w in takes and k + 1 < end and norms[k + 1] not in class_words("from"):
            bare = _bare_noun(text, names, cue, k, dated) if "np" in takes else None
            if bare is not None and bare[0] < k and _matter(norms[bare[0]]):
                return bare[0], bare[1], "np"  # «أكد الجيش قصف الموقع … على السياج»
            if cue.shape == "participle" or k <= cue.j + 12:
                beyond = next((t for t in range(k + 2, min(stop, k + 16)) if norms[t] in an and norms[t - 1] in ("،", ",")), None)
                if beyond is not None and "an" in takes and cue.shape == "finite":
                    return beyond, beyond + 1, "an"  # «أكد الربيعة، المشرف على المركز، أن»
                fallback = fallback or (k, k + 1, w)
                break
        if w in class_words("relative"):
            quoted = next((x for x, y in quotes.ranges if x > k and not any(t in an for t in norms[y : y + 4])), end)
            if "،" in norms[k : min(k + 20, quoted)]:
                comma = norms.index("،", k)
                if kinds[k - 1] == "P" or an.isdisjoint(norms[k:comma]):
                    k = comma
                    continue
        if "ب" in takes and w.startswith("بان") and w in an:
            return k, k + 1, "an"
        mention = names.at(k)
        if (
            "ب" in takes
            and fallback is None
            and mention is None
            and k > cue.j
            and w.startswith("ب")
            and len(w) > 4
            and w not in class_words("preposition")
            and not quote
            and norms[k - 1] not in class_words("an")
        ):
            fallback = (k, k, "ب")
        if mention and mention.j > k:
            k = mention.j
            continue
        if k > cue.j and (said := forms(w)):
            if any(of_which(text, k, f.suffix, verbs()[f.row].force) for f in said if f.part in ("perfect", "imperfect")):
                break  # «تنفي طهران ما تصفه واشنطن بأنه …»
            leads = word_at(text, k - 1, "break") is not None
            if (
                mention is None
                and cue.shape == "finite"
                and any(_finite(f) and (not f.suffix or f.prefix == "و" or leads) for f in said)
                and (kinds[k - 1] != "P" or w[0] in "وف")
                and norms[k - 1] not in class_words("relative")
                and norms[k - 1] not in class_words("filler")
                and w not in class_words("preposition")
                and norms[k - 1] not in class_words("preposition")
                and norms[k - 1] not in class_words("negation")
                and not word_at(text, k, "carried_from")
            ):
                break
        k += 1
    if fallback is None and "np" in takes:
        fallback = _bare_noun(text, names, cue, end, dated)
    return fallback


def _finite(f: Form) -> bool:
    return f.part in ("perfect", "imperfect") and f.voice != "passive"


def _titles(norms: list[str], i: int, k: int) -> bool:
    """Do the words before a quotation mark at token k say that a name or title is quoted? («حزب "…"», «مؤتمر "…"»)"""
    return any(w in class_words("media_noun") for w in norms[i:k]) or k > i and norms[k - 1] in class_words("titled_noun")


def _quote_lead(text: Text, k: int) -> int:
    """The opening mark before token k, with a colon or clitic before it."""
    lead = k - 1
    while lead > 0 and (text.norms[lead - 1] == ":" or (len(text.norms[lead - 1]) == 1 and text.kinds[lead - 1] == "W")):
        lead -= 1
    return lead


def _bare_noun(text: Text, names: Names, cue: Cue, end: int, dated: frozenset[int]) -> tuple[int, int, str] | None:
    """The noun that a verb such as أعلن or أكد takes as its object: behind its subject and adverbials, or right behind it."""
    k = cue.j
    if k >= end:
        return None
    if cue.shape == "finite":
        m = names.at(k) or _titled(text, names, k, end)
        if m is not None and m.i >= k and not m.prefix:
            k = m.j
            while k < end and (nxt := names.at(k)) is not None and nxt.i == k and nxt.prefix == "و":
                k = nxt.j
        elif m is None and heads().at(text, k):
            k = _matter_behind(text, names, k, end, dated)  # «أعلنت مؤسسة الإسكان، السبت، الانتهاء من …»
        elif (m is not None or k not in dated) and not _led(text, names, cue) and not _his(text, k):
            return None
        k = _adverbials(text, names, k, end, dated)
        said_in = k < end and k > cue.j and k - 1 not in dated and channels().at(text, k - 1) and not _matter(text.norms[k])
        if k < end and (said_in or text.norms[k] in class_words("preposition")):
            k = _matter_behind(text, names, k, end, dated)
    if k >= end or text.kinds[k] != "W" or text.norms[k] in class_words("preposition") or names.at(k) is not None:
        return None
    if _definite(text.norms[k]) and text.raw.startswith("ال", text.starts[k]) and not _matter(text.norms[k][2:]):
        return None
    if any(text.norms[k] in class_words(c) for c in ("break", "relative", "adverb")):
        return None
    return k, k, "np"


def _titled(text: Text, names: Names, k: int, end: int) -> Named | None:
    """The person named behind plain nouns that say what he is («المغني اللبناني جو رعد»); None where something else comes first."""
    for t in range(k, min(end, k + 7)):
        m = names.at(t)
        if m is not None and m.kind == "person" and m.form == "name" and not m.prefix:
            return m if t > k else None
        if text.kinds[t] != "W" or m is not None and m.kind != "unnamed" or text.norms[t] in class_words("preposition"):
            return None
    return None


def _matter(word: str) -> bool:
    """May the word, without ال, be a noun that tells what is said to be («مقتل», «استقالة», «عدم»)?"""
    nouns = vocabulary()[word].nouns if word else ()
    return _masdar(word) or word in class_words("matter") or any("/" in r.row and r.part == "noun" and not r.prefix for r in nouns)


def _definite(word: str) -> bool:
    """Does the word start with the article (not «التزام»)?"""
    return word.startswith("ال") and all(r.definite for r in vocabulary()[word].nouns)


def _matter_behind(text: Text, names: Names, k: int, end: int, dated: frozenset[int]) -> int:
    """Past adverbials from a preposition at token k on: the first noun that may be told, behind a noun phrase that is complete.

    «من أستراليا التزام باريس», «في بيان مشترك مع أنقرة تمديد الهدنة»; the end where أن, a verb or a mark but a comma comes first.
    """
    for t in range(k + 1, min(end, k + 12)):
        w = text.norms[t]
        mark = text.kinds[t] == "P" and w not in ("،", ",", *marks(), *marks().values())
        if mark or w in class_words("an") or w in class_words("relative"):
            return end
        whole = t - 1 in dated or names.at(t - 1) is not None or text.kinds[t - 1] != "W" or text.norms[t - 1].startswith("ال")
        free = text.kinds[t] == "W" and t not in dated and names.at(t) is None
        told = _matter(w[2:]) and text.kinds[t - 1] == "P" if _definite(w) else _matter(w)
        if whole and free and told and w not in class_words("preposition"):
            return t
    return end


def _his(text: Text, k: int) -> bool:
    """Is the word at token k a noun of the speaker's own («وأكد رفضه التدخل», «وجددت دعمها للحوار»)?"""
    if k >= len(text) or text.kinds[k] != "W" or text.raw_of(k, k + 1).endswith("ة"):
        return False
    w = text.norms[k]
    ending = next((e for e in OWN if w.endswith(e)), "")
    known = any(f.suffix for f in vocabulary()[w].nouns) or w.removesuffix(ending) in class_words("stance")
    return bool(ending) and (known or _masdar(w.removesuffix(ending)))


def _masdar(word: str) -> bool:
    """Has the word, without ال, the shape of a verbal noun? (انتهاء, إفراج, استئناف, تأجيل)"""
    if len(word) < 5:
        return False
    ends = word[-2]
    return word[0] == "ا" and ends == "ا" or word[0] == "ت" and ends == "ي" and len(word) == 5 or word[:3] == "است" and word[-1] == "ه"


def _led(text: Text, names: Names, cue: Cue) -> bool:
    """Does the verb's subject stand before it («وكان المغرب قد أعلن قطع …»)?"""
    k = cue.i - 1
    while k > 0 and text.norms[k] in class_words("perfective"):
        k -= 1
    return k >= 0 and names.at(k) is not None


def _adverbials(text: Text, names: Names, k: int, end: int, dated: frozenset[int]) -> int:
    """Past times, commas, a name in apposition, and adverbials between commas, from k on."""
    while k < end:
        if k in dated or text.norms[k] == "في" and k + 1 in dated:
            k += 1
        elif text.norms[k] in ("،", ",") and (m := names.at(k + 1)) is not None and m.i == k + 1 and m.kind == "person":
            k = m.j
        elif (
            text.norms[k] in ("،", ",")
            and k + 1 < end
            and dated.isdisjoint((k + 1, k + 2))
            and text.norms[k + 1] not in class_words("preposition")
        ):
            k += 1
            break
        elif text.norms[k] in ("،", ","):
            close = next((t for t in range(k + 1, min(end, k + 9)) if text.norms[t] in ("،", ",")), None)
            if close is None:
                break
            k = close + 1
        elif text.norms[k] in class_words("adverb"):
            k += 1
        elif text.norms[k] == "في" and k + 1 < end and channels().at(text, k + 1):
            k = channels().at(text, k + 1)[0].j
        else:
            break
    return k


def extent(
    text: Text, names: Names, quotes: Quotes, cue: Cue, begin: int, how: str, end: int, cues: list[Cue]
) -> Said | None:
    """The words said from `begin` on, cut before the next attribution, participle or coordinated verb of speech."""
    while begin < end and text.kinds[begin] == "P" and not quotes.at(begin):
        begin += 1
    quote = quotes.at(begin)
    opens = quote if quote is not None and quote[0] == begin else None
    if opens and not _runs_on(text, quotes, opens[1], end, how):
        return _trim(text, quotes, begin, opens[1], begin, how, True)
    stop = end
    for c in cues:
        if c.i <= begin or opens and c.i < opens[1]:
            continue
        inside = quotes.at(c.i)
        if inside and inside[0] <= c.i and inside[1] - inside[0] >= 5:
            continue
        if c.shape == "after" and not names_a_speaker(text, names, c.j, end):
            continue
        if c.shape == "saying" and text.norms[c.i].startswith("ب"):     # «…، وتوجه إلى الكونغرس بالقول: "…"»
            stop = next((k for k in range(c.i, begin, -1) if text.norms[k] in ("،", ",") and text.norms[k + 1][0] == "و"), stop)
            break
        others = range(c.i - 1, max(begin, c.i - 12), -1) if c.shape == "finite" else ()
        but = next((k for k in others if text.norms[k] in ("،", ",") and word_at(text, k + 1, "break_but") and not quotes.at(k)), None)
        if but is not None:  # «…، إلا أن وزارة الصحة أكدت»
            stop = but
            break
        comma = text.norms[c.i - 1] in ("،", ",", "-", "”", "»", '"', ".")
        if c.shape in ("participle", "after", "self") or (
            c.shape == "finite" and c.form is not None and c.form.prefix and (comma or c.form.prefix == "و")
        ):
            stop = c.i
            break
    stop = _break(text, names, quotes, begin, stop)
    if how == "np":
        stop = next((k for k in range(begin + 2, stop) if text.norms[k] in class_words("resumed_but") and not quotes.at(k)), stop)
    labels = cue.verb is not None and cue.verb.force == "label"
    if labels or cue.i > 0 and text.norms[cue.i - 1] in class_words("relative") | class_words("which"):
        stop = next((k for k in range(begin + 1, stop) if text.norms[k] in ("،", ",") and not quotes.at(k)), stop)
    long = next(((a, b) for a, b in quotes.ranges if begin < a < stop and b > stop), None)
    if long:
        stop = long[1]
    if opens and stop <= opens[1] + 1:
        return _trim(text, quotes, begin, opens[1], begin, how, True)
    return _trim(text, quotes, begin, stop, begin, how, True if opens else None)


def names_a_speaker(text: Text, names: Names, k: int, end: int) -> bool:
    """Does an attribution whose words end before token k name somebody? («بحسب لافروف»; not «بحسب القانون الدولي»)"""
    m, _ = attribution(text, names, k, min(end, k + 9))
    known = k < end and (anaphors().at(text, k) or heads().at(text, k) or text.norms[k].startswith("لل"))
    return bool(m or known)


def _predicate(text: Text, k: int) -> bool:
    """Does a quotation that starts at token k start with a predicate? («إن ردها "لن يتأخر"»; not «القوات التي "لن تعود"»)"""
    w, last = text.norms[k], text.norms[k - 2] if k > 1 else ""
    verbal = w in class_words("predicate") or len(w) > 3 and w.startswith(("سي", "ست", "ي"))
    return verbal and last not in class_words("relative")


def _acts(text: Text, k: int) -> bool:
    """Is the word at token k a finite verb that says something of itself, no «is» or «will be»?"""
    w = vocabulary()[text.norms[k]]
    if text.norms[k] in class_words("copula"):
        return False
    return text.kinds[k] == "W" and (bool(w.verbs) and not w.nouns or w.looks_verb)


def _runs_on(text: Text, quotes: Quotes, k: int, end: int, how: str) -> bool:
    """Does the clause run on behind a quotation that ends before token k? («إنه "من الضروري" عدم التصعيد»)"""
    if how == "colon" or k + 1 >= end:
        return False
    ends = word_at(text, k + 1, "break_bare", "post", "post_l", "post_verb", "post_self")
    if text.kinds[k] != "P" or text.kinds[k + 1] not in "WN" or ends:
        return False
    loose = word_at(text, k + 1, "break_loose")
    return not _leaves(text, k + 1) and not (loose and not quotes.at(loose[0] + 1))


def _leaves(text: Text, k: int) -> bool:
    """Does the word at token k leave what was said: وذلك, فيما; بعد أن, حيث only before another verb of speech?"""
    if word_at(text, k, "runs_on"):
        return False
    loose = word_at(text, k, "break_loose")
    if loose is not None and loose[0] < len(text):
        return any(map(_finite, forms(text.norms[loose[0]])))
    return word_at(text, k, "break") is not None


def _break(text: Text, names: Names, quotes: Quotes, begin: int, stop: int) -> int:
    """Before a comma with a word that leaves what was said (وذلك, فيما, حسبما …), not inside a quotation."""
    bare, norms = class_words("post_verb_bare"), text.norms
    for k in range(begin + 2, stop - 1):
        if norms[k] not in ("،", ",") or quotes.at(k):
            continue
        if _leaves(text, k + 1) or word_at(text, k + 1, "break_bare", "post_verb", "lead_in") and not word_at(text, k + 1, "runs_on"):
            return k
    for k in range(begin + 3, stop):
        w = norms[k]
        leaves = w in bare and (word_at(text, k, "post_verb") or names_a_speaker(text, names, k + 1, stop))
        if (leaves or w in class_words("break_opens") and word_at(text, k, "break_bare")) and not quotes.at(k):
            return k
    return stop


def _trim(text: Text, quotes: Quotes, i: int, j: int, lead: int, how: str, direct: bool | None) -> Said | None:
    while j > i and text.kinds[j - 1] in "PB":
        j -= 1
    while i < j and text.kinds[i] in "PB":
        i += 1
    if i >= j:
        return None
    if direct is None:
        direct = _quoted(text, quotes, i, j, how)
    return Said(i, j, lead, how, direct)


def _quoted(text: Text, quotes: Quotes, i: int, j: int, how: str) -> bool:
    """Is a clause that is quoted in part direct speech? Where its main predicate stands between the quotation marks.

    «إن رد بلاده "لن يتأخر"» is, «إنها رصدت "نشاطا غير معتاد"» isn't: there a verb stands before the quotation.
    """
    quoted = quotes.inside(i, j)
    first = next((a for a, b in quotes.ranges if b > i and a < j), j)
    if first < j and _predicate(text, first):
        return True
    most = quoted >= 3 and (quoted * 2 >= j - i or (first - i <= 6 and quoted >= 4))
    if how != "an" or not i < first < j:
        return most
    return not any(_acts(text, k) for k in range(i, first)) and (most or j - first <= quoted + 2)
