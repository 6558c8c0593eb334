"""Arabic letters → Latin, by the press's habits: Arabic names, Maghrebi ones, and foreign names written in Arabic letters.

Only letters are known here; the spellings of known names come from tables the caller has.
"""

from __future__ import annotations

from .letters import fold

_COMMON = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "و": "w", "ي": "y", "ء": "",
}  # fmt: skip
_FOREIGN = _COMMON | {"غ": "g", "ق": "k", "ط": "t"}
#: letters of one sound, and endings, in foreign names; tried before single letters
_GROUPS = {
    "west": (("تش", "ch"), ("^سب", "sp"), ("كس", "x"), ("ايي", "aye"), ("يي", "ie"), ("وو", "oo"), ("اي", "ai"), ("او", "au"), ("دج", "j")),
    "de": (("تش", "tsch"), ("^شب", "sp"), ("^شت", "st"), ("ش", "sch"), ("كس", "x"), ("تس", "z"), ("اي", "ei"), ("او", "au"), ("يي", "ie")),
    "fr": (("تش", "tch"), ("ش", "ch"), ("كس", "x"), ("كي", "qui"), ("ك", "c"), ("وا", "oi"), ("ييه$", "ier"), ("يه$", "et"), ("يي", "ill"),
           ("اي", "ai"), ("ايي", "aye"), ("او", "au")),
    "es": (("تش", "ch"), ("كي", "qui"), ("ك", "c"), ("غي", "gui"), ("خ", "j"), ("ث", "z"), ("ييو", "illo"), ("نيا$", "na"), ("اي", "ai")),
    "it": (("تشي", "ci"), ("تش", "ci"), ("كي", "chi"), ("ك", "c"), ("غي", "ghi"), ("جي", "gi"), ("تس", "zz"), ("اي", "ai")),
    "ru": (("تش", "ch"), ("وف$", "ov"), ("يف$", "ev"), ("وفا$", "ova"), ("يفا$", "eva"), ("سكي$", "sky"), ("ينكو$", "enko"), ("يي", "iy"),
           ("كس", "x"), ("اي", "ai"), ("يو", "yu"), ("يا", "ya")),
    "tr": (("تش", "c"), ("اوغلو$", "oglu"), ("يي", "iye"), ("يل", "il"), ("ج", "c"), ("و", "u")),
    "fa": (("تش", "ch"), ("اي", "ai"), ("يي", "ei"), ("و", "ou"), ("خ", "kh"), ("ق", "gh")),
    "ko": (("تش", "ch"), ("جيه", "jae"), ("او", "eo"), ("يو", "yeo"), ("و", "o"), ("ونغ", "ong"), ("غ", "g")),
    "zh": (("تش", "zh"), ("شي", "xi"), ("يا", "ia"), ("و", "u"), ("اي", "ai"), ("او", "ao"), ("غ", "g")),
    "ja": (("تش", "ch"), ("تسو", "tsu"), ("و", "o"), ("يو", "yo"), ("اي", "ai"), ("غ", "g")),
    "maghreb": (("^ش", "ch"), ("ش", "ch"), ("و", "ou"), ("ج", "j")),
    "ar": (("وو", "uu"),),
}  # fmt: skip
_ARABIC = ("ar", "egypt", "gulf", "maghreb", "ur")
_WESTERN = ("west", "de", "fr", "es", "it")
_OPENING = frozenset(("تش", "دج", "ش", "ك", "كي", "خ", "تشي"))  # sounds that stand for a word's first letters too
#: the groups of a habit: letters, sound, whether they open or end the word
_SHAPES = {h: [(g.strip("^$"), s, g[0] == "^", g[-1] == "$") for g, s in groups] for h, groups in _GROUPS.items()}
_VOWEL = dict.fromkeys((*_ARABIC, "fa"), "a") | {"ja": "u"}  # elsewhere e
_SMALL = {"بن": "bin", "ابن": "ibn", "بنت": "bint", "ابو": "Abu", "ال": "Al", "ولد": "Ould", "بو": "Bou", "ام": "Umm", "دي": "de", 
          "فان": "van", "فون": "von", "دو": "de", "لو": "Le", "ديل": "del", "دير": "der"}  # fmt: skip
#: the Maghreb writes them in the French way, and families without the article
_SMALL_MAGHREB = _SMALL | {"بن": "Ben", "ابن": "Ibn", "ابو": "Abou", "ام": "Oum", "بنت": "Mint"}


def letters(word: str, habit: str = "ar") -> str:
    """One word, letter by letter; vowels Arabic leaves out are put where a cluster of consonants needs them.

    >>> letters("المسماري"), letters("أوشاكوف", "ru"), letters("ميلر", "west")
    ('al-Masmari', 'Oshakov', 'Miler')
    """
    raw = fold(word)
    if raw in _SMALL:
        return (_SMALL_MAGHREB if habit == "maghreb" else _SMALL)[raw]
    if habit in _ARABIC and raw.startswith("ال") and len(raw) > 4:
        return ("" if habit in ("maghreb", "ur") else "al-") + _spell(raw[2:], habit).capitalize()
    return _spell(raw, habit).capitalize()


def _spell(w: str, habit: str) -> str:
    single = _COMMON if habit in _ARABIC else _FOREIGN
    sounds: list[str] = []
    k = 0
    while k < len(w):
        for bare, sound, opening, ending in _SHAPES.get(habit, ()):
            if w.startswith(bare, k) and (not k if opening else k or bare in _OPENING) and (not ending or k + len(bare) == len(w)):
                sounds.append(sound)
                k += len(bare)
                break
        else:
            sounds.append(_sound(w, k, single, habit, sounds))
            k += 1
    return _voiced([s for s in sounds if s], _VOWEL.get(habit, "e"))


def _sound(w: str, k: int, single: dict[str, str], habit: str, before: list[str]) -> str:
    """The letter at k: و and ي are vowels between consonants, ه ends a feminine name, ع opens a vowel."""
    c, last = w[k], k == len(w) - 1
    after_vowel = bool(before and before[-1]) and before[-1][-1] in "aeiou"
    if k == 1 and w[0] == "ا" and c in "وي" and not last and w[2] not in "اوي":
        return ("o" if habit != "tr" else "e") if c == "و" else "i"
    if c == "و":
        if k == 0 or (not last and w[k + 1] == "ا") or (after_vowel and not last):
            return "v" if habit in ("ru", "tr", "fa", "ja") else "w"
        return "o" if habit in _WESTERN or habit == "ru" or last else "u"
    if c == "ي":
        if k == 0 or (not last and w[k + 1] in "او"):
            return "y"
        return "y" if after_vowel else "i"
    if c == "ه" and last and before:
        return "" if after_vowel else "a"
    if c == "ع" and k == 0:
        return "" if not last and w[1] in "اي" else "a"
    if c == "ع":
        return "" if after_vowel or (not last and w[k + 1] in "اوي") else "a"
    if c == "ا" and k == 0 and not last and w[k + 1] in "يو":
        return ""
    return single.get(c, "")


def _voiced(sounds: list[str], vowel: str) -> str:
    """The sounds with a vowel wherever two consonants open the word, or three meet, or two close it."""
    out = ""
    for k, s in enumerate(sounds):
        out += s
        if s[-1] in "aeiou" or k + 1 == len(sounds) or sounds[k + 1][0] in "aeiou":
            continue
        if k and sounds[k - 1][-1] not in "aeiou" and out[-len(s) - 1 : -len(s)] not in tuple("aeiou"):
            if vowel == "a" or k > 1 or sounds[0] != "s" or sounds[2] not in ("r", "l"):
                out += vowel
        elif k == 0 and (vowel == "a" or not _opens(s, sounds[1])):
            out += vowel
        elif k + 2 == len(sounds) and not _closes(s, sounds[k + 1]):
            out += vowel
        elif k and k + 2 < len(sounds) and sounds[k + 2][0] not in "aeiou" and not _closes(s, sounds[k + 1]):
            if vowel == "a" or k + 3 < len(sounds) or _closes(sounds[k + 1], sounds[k + 2]):  # فوكنر: only before the last
                out += vowel
    return out


def _opens(a: str, b: str) -> bool:
    """May two consonants open a foreign word together? br, kl, st, sp …"""
    return b in ("r", "l", "y") or (a in ("s", "sh", "sch") and b in ("t", "k", "c", "p", "m", "n", "w")) or (a, b) == ("k", "n")


def _closes(a: str, b: str) -> bool:
    """May two consonants end a syllable together? nt, rk, lt, ng …"""
    return (a in ("n", "r", "l") and b not in ("r", "l", "n", "m", "h")) or b in ("s", "z", "t", "x")


def romanise(name: str, spellings: list[str | None] | None = None, habit: str = "ar") -> str:
    """The name in Latin letters; `spellings` has the known spelling of each word, "" where the word before covers it.

    >>> romanise("سيرين المسماري", ["Serene", None])
    'Serene al-Masmari'
    """
    parts = name.replace("-", " ").replace("_", " ").split()
    if spellings is None or len(spellings) != len(parts):
        spellings = [None] * len(parts)
    for k, w in enumerate(parts[:-1]):  # عبد العاطي is one name
        if fold(w) == "عبد" and spellings[k + 1] != "" and fold(parts[k + 1]).startswith("ال"):
            spellings[k] = "Abdel" if habit == "maghreb" else "Abdul"
            spellings[k + 1] = (spellings[k + 1] or letters(parts[k + 1], habit)).removeprefix("al-")
    return " ".join(letters(w, habit) if s is None else s for w, s in zip(parts, spellings, strict=True) if s != "")
