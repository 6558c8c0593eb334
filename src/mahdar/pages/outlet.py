"""Who published an article, and which aggregator it was found on: by the title's suffix, metadata, address, credit, copyright."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from ..arabic.letters import fold
from ..lexicon.table import alternatives
from .credits import in_credit, in_furniture, towned
from .knowledge import rows, words_in, words_of
from .lines import split_words
from .media import Medium, by_url, decor, media, named, of_country, shared
from .sheet import Piece

_PARTS = re.compile(r"\s+[-–—|:/]+\s+|\s*\|\s*")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|net|org|gov|edu|info|tv|news|[a-z]{2})(?:\.[a-z]{2})?(?![a-z])", re.I)
_RIGHTS = re.compile(
    "|".join(sorted((re.escape(f) for row in rows("sites", role="rights") for f in alternatives(row["forms"])), key=len, reverse=True)),
    re.I,
)
_NOISE = re.compile(r"\b(?:19|20)\d\d\b|[©®]|\([cC]\)|\b20\d\d\s*[-–]\s*20\d\d\b")
_DIGIT = re.compile(r"\d\d")
_DATE = re.compile(r"[\d\s/.:\-–]+")
_LABEL = re.compile(r"^[^:：]{0,24}[:：]\s*")


class Site(NamedTuple):
    """The site a page lies on: the medium where it's known, the name as printed otherwise."""

    medium: Medium | None
    name: str | None


def site_of(piece: Piece, *, site: str | None = None, url: str | None = None, places: Sequence[str] = ()) -> Site:
    """The site by title suffix, metadata, address, a line above the title, or the furniture that names it; `places`: names of less
    weight that the page gives itself.

    The furniture speaks only where it names one medium alone.
    """
    names = [p.strip() for name in piece.sites for p in reversed(_PARTS.split(name))] + [*([site, *_PARTS.split(site)] if site else [])]
    names = [
        n
        for name in names
        for n in (re.split(r"\s*[,،]\s*", name) if _DIGIT.search(name) else [name])
        if n and not _DATE.fullmatch(n.strip())
    ]
    names.sort(key=_of_site)        # BBC Arabic - الشرق الأوسط: a paper's name that is a section too
    for name in names:
        if medium := named(name):
            return Site(medium, medium.name)
    if medium := by_url(url):
        return Site(medium, medium.name)
    if carrier := next((n for n in [*names, *piece.above] if _gathers(n)), None):
        return Site(None, carrier)
    if site:
        return Site(None, _PARTS.split(site)[0].strip())
    if medium := _most_named([m for line in piece.above if not _region(line, piece) for p in line.split("|") if (m := named(p))], piece):
        return Site(medium, medium.name)
    suffix = _likeliest([s for s in names if 1 <= len(split_words(s)) <= 6 and not _section(s)], piece) or next(filter(shared, names), None)
    if not suffix and (only := next((x for s in names if len(x := media().suffixes.get(tuple(split_words(s)), [])) == 1), None)):
        return Site(only[0], only[0].name)  # a paper that is called as a section is: الخليج
    if not suffix and piece.masthead:  # "مونت كارلو الدولية / MCD - …": another article's title behind the site's name
        for part in re.split(r"\s+[-–—|/:»]+\s+", piece.masthead)[:2]:
            if (medium := named(part)) and medium.kind == "outlet" and not medium.network and not _region(part, piece):
                return Site(medium, medium.name)
    if suffix:
        return Site(None, suffix)
    if name := next((line for line in piece.above if shared(line) and not _section(line)), None):
        return Site(None, name)
    signed = [split_words(p) for e in piece.edges if len(e) < 90 for p in re.split(r"\s*[-–—|/:،]+\s*", e)]
    for line in piece.above:
        if len(words := split_words(line)) <= 4 and words in signed and not _section(line):
            return Site(None, line)
        if name := next((p for p in re.split(r"\s+[-–—|]\s+", line) if _kind_and_name(p)), None):
            return Site(None, name)
    texts = [cut.text for cut in piece.cuts]
    for text in texts:
        for host in _HOST.finditer(text):
            if (medium := by_url("http://" + host[0])) and not medium.network:
                return Site(medium, medium.name)
    for kinds in (("copyright",), ("app", "cookies", "newsletter", "share", "mistake", "footer", "comments")):
        found: dict[str, Medium] = {}
        for cut in piece.cuts:
            if cut.kind in kinds:
                found.update({m.name: m for m in in_furniture(cut.text) if cut.kind == "copyright" or m.kind == "outlet"})
        if len(found) == 1:
            return Site(next(iter(found.values())), next(iter(found)))
    for cut in piece.cuts:
        if cut.kind == "copyright" and (name := _owner(cut.text)):
            medium = named(name)
            return Site(medium, medium.name if medium else name)
    bare = [name for place in places if (name := _place(place))]
    if medium := next((m for name in bare if (m := named(name)) and not m.network), None):
        return Site(medium, medium.name)
    return Site(None, _masthead(piece) or next((name for name in bare if not _section(name)), None) or _host(url))


@cache
def _place_words() -> frozenset[str]:
    """The folded words that stand beside a site's name in its logo and its feed."""
    return frozenset(w.lower() for role in ("feed", "logo") for w in words_in("sites", role))


def _place(text: str) -> str | None:
    """The site's name in the title of its feed or the words of its logo: "المدار » الخلاصة", "شعار صحيفة المدار".

    >>> _place("المدار » الخلاصة"), _place("شعار صحيفة المدار"), _place("Logo")
    ('المدار', 'صحيفة المدار', None)
    """
    part = re.split(r"\s*[»|«]\s*|\s+[-–—:]\s+", text.strip(" »«|-–—"))[0]
    words = part.split()
    while words and fold(words[0]).lower() in _place_words():
        words.pop(0)
    while words and fold(words[-1]).lower() in _place_words():
        words.pop()
    name = _owner(text) or " ".join(words)
    return name if 1 <= len(split_words(name)) <= 5 and len(name) > 2 and "." not in name.rstrip(".") else None


def _likeliest(names: list[str], piece: Piece) -> str | None:
    """Of unknown names in a title's suffix the one that the page's rights or bylines name, else the last that says more than
    "an independent newspaper"."""
    told = [fold(cut.text) for cut in piece.cuts if cut.kind == "copyright"] + [fold(edge) for edge in piece.edges]
    general = decor() | words_of("slogan") | words_of("site") | words_in("credits", "kind") | words_in("sites", "mast")
    for name in names:
        if any(fold(name) in text for text in told):
            return name
    return next((name for name in names if not set(split_words(name)) <= general), names[0] if names else None)


def _host(url: str | None) -> str | None:
    """The bare host of the page's own address, an archive's or a platform's aside: "sudanakhbar.com"."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return host if "." in host and not host.endswith(tuple(sorted(words_in("sites", "host")))) else None


def _region(line: str, piece: Piece) -> bool:
    """Is a line a part of the world in a menu, though a paper has its name: "الشرق الأوسط" that isn't the page's first line, or
    is on a page whose rights another holds?"""
    if fold(line.strip()) not in words_in("sites", "region"):
        return False
    owners = [owner for cut in piece.cuts if cut.kind == "copyright" and (owner := _owner(cut.text))]
    return line != piece.masthead or any(named(owner) != named(line) for owner in owners)


def _masthead(piece: Piece) -> str | None:
    """The name that a page's first line shows, where one of its words is one that outlets call themselves by: "صوت الجنوب"."""
    name, _, motto = (piece.masthead or "").partition("|")
    name, words = name.strip(), split_words(name)
    if words and set(split_words(name)[:1]) <= words_in("sites", "logo") and (place := _place(name)):  # "شعار صحيفة المدار"
        return medium.name if (medium := named(place)) else place
    if 0 < len(words) <= 4 and (_motto(motto) or piece.menued and len(words) < 4) and not _section(name):
        return name
    return name if 1 < len(words) <= 4 and set(words) & words_in("sites", "mast") and not _section(name) else None


def _motto(text: str) -> bool:
    """Does a site say here what it is: "موقع إخباري شامل"?"""
    words = split_words(text)
    kinds = decor() | words_in("credits", "kind")
    return len(words) > 1 and words[0] in kinds and any(w in words_of("slogan") | decor() for w in words[1:])


def _most_named(found: list[Medium], piece: Piece) -> Medium | None:
    """Of the media that lines above the title name, the one that the page's other furniture names most, then the nearest."""
    if not found:
        return None
    signed = [m.name for text in piece.edges if (m := _signed(text))]
    texts = [cut.text for cut in piece.cuts if cut.kind != "top"]
    return max(found, key=lambda m: (signed.count(m.name) + sum(m in in_furniture(t) for t in texts if len(t) < 200), found.index(m)))


@cache
def _carriers() -> frozenset[str]:
    """The folded names of sites that gather others' articles."""
    return frozenset(fold(f) for row in rows("sites", role="gatherer") for f in alternatives(row["forms"]))


def _gathers(name: str) -> bool:
    """Is this the name of a site that gathers others' articles?"""
    words = split_words(name.replace(".", " "))
    return " ".join(words) in _carriers() or " ".join(w for w in words if w not in decor()) in _carriers()


def _owner(text: str) -> str | None:
    """Who a copyright line says holds the rights: "جميع الحقوق محفوظة لموقع المدار © 2018" names المدار.

    >>> _owner("جميع الحقوق محفوظة لموقع المدار © 2018")
    'موقع المدار'
    """
    if "©" not in text and not _RIGHTS.search(text):
        return None
    alone = {f for row in rows("sites", role="rights-lead") for f in alternatives(row["forms"])}
    text = _NOISE.sub(" ", _RIGHTS.sub(" ", text))
    parts = [p.strip(" .،,-–—|:©«»\"“”") for p in re.split(r"[|\-–—.،,©]+", text)]
    name = next((p for p in parts if p), "")
    if (lead := name.split("«", 1)[0].split(None, 1)[0] if name else "").rstrip("ـ") in alone or lead in alone:  # "محفوظة لدى المدار"
        name = name[len(lead) :].strip(" «»\"“”")
    words = split_words(name)
    if words and words[0].startswith("ل") and len(words[0]) > 4:
        name = name.split(None, 1)
        head = name[0]
        head = "ال" + head[2:] if head.startswith("لل") else head[1:]
        name = " ".join([head, *name[1:]])
    return name if 1 <= len(words) <= 5 else None


def _section(name: str) -> bool:
    """Is a suffix a section of the site (سياسة, أخبار العالم)?"""
    words = split_words(name)
    sections = words_of("section")
    return all(w in sections or w[0] == "و" and w[1:] in sections for w in words)


def _of_site(name: str) -> bool:
    """Is a suffix a part of the site: a section, or a part of the world?"""
    return _section(name) or fold(name.strip()) in words_in("sites", "region")


def publisher(piece: Piece, site: Site) -> tuple[str | None, str | None]:
    """(outlet, carrier): the site is the outlet, unless it gathers others' articles; then the credit names the outlet."""
    credited = None
    gathers = bool(site.name and (site.medium and site.medium.carrier or _gathers(site.name) or piece.gathered and not site.medium))
    for line in piece.foot:
        for medium in in_credit(_LABEL.sub("", line)):
            if medium.kind == "outlet":
                credited = medium.name
    if credited is None:
        lines = [*piece.edges, *(piece.above if gathers else ())]
        credited = next((m.name for text in lines if (m := _signed(text)) and m.kind == "outlet" and not m.carrier), None)
    if credited is None and gathers:
        credited = next((n for cut in piece.cuts if (n := _printed_in(cut.text, site.medium))), None)
    if credited is None and (site.name is None or gathers):
        credited = next((n for line in piece.foot if (n := _unknown(line))), None)
        credited = credited or next((m.name if (m := named(n)) else n for line in piece.edges if (n := _kind_and_name(line))), None)
    if site.name is None:
        return credited or _own_agency(piece) or _fed(piece) or _in_lead(piece), None
    if gathers and credited is None and site.medium and not site.medium.carrier:
        return site.name, None          # a site that writes itself too
    if gathers:
        return (credited, site.name) if credited != site.name else (site.name, None)
    return site.name, None


@cache
def _printed() -> re.Pattern[str]:
    """What names a paper and its day on a page of a site that gathers papers: "نشر في المساء يوم 20 - 11 - 2011"."""
    leads, days = (
        "|".join(sorted((re.escape(f) for row in rows("sites", role=r) for f in alternatives(row["forms"])), key=len, reverse=True))
        for r in ("printed-in", "printed-day")
    )
    return re.compile(rf"(?<!\w)(?:{leads})\s+([^\d:|/]{{2,40}}?)\s+(?:{days})\s+[^\d:|/]{{0,12}}\d")


def _printed_in(text: str, site: Medium | None) -> str | None:
    """The paper that a dateline says an article was printed in; of papers of one name the one of the site's own country."""
    m = _printed().search(text) if len(text) < 120 else None
    if m is None or _section(m[1]):
        return None
    if medium := named(m[1]) or of_country(m[1], site.country if site else None):
        return medium.name
    return m[1].strip()


def _in_lead(piece: Piece) -> str | None:
    """The outlet an article's first words sign with: "إيلاف من لندن: …"."""
    head = re.match(r"([^:()]{2,40}?)\s*:", piece.body[0][:60]) if piece.body else None
    parts = re.split(r"\s+من\s+|\s*[-–—/،|]\s*", head[1]) if head else []
    return next((m.name for p in parts if (m := named(p)) and m.kind == "outlet" and not m.network), None) if len(parts) > 1 else None


def _fed(piece: Piece) -> str | None:
    """The agency a gathered article came from: the last "المصدر: …" of a page that names no site."""
    last = in_credit(_LABEL.sub("", piece.foot[-1])) if piece.foot else []
    return last[0].name if len(last) == 1 else None


def _own_agency(piece: Piece) -> str | None:
    """The agency whose own page this is: its name stands on two lines of the page's edges at least."""
    signed = [m.name for text in [*piece.above, *piece.edges, *piece.foot] if (m := _signed(text)) and m.kind == "agency"]
    signed += [
        m.name for cut in piece.cuts if cut.kind in ("copyright", "notice", "share") for m in in_furniture(cut.text) if m.kind == "agency"
    ]
    lead = re.match(r"[^:()/]{2,30}?[-–—/(]\s*([^():/\-–—]{2,30}?)\s*[):/\-–—]", piece.body[0][:70]) if piece.body else None
    if lead and (medium := named(lead[1])):
        signed.append(medium.name)
    own = next((name for name in signed if signed.count(name) > 1), None)
    head = next((m.name for text in piece.edges if (m := _signed(text)) and m.kind == "agency"), None)
    if own is None and head and piece.foot and not any(m.name == head for line in piece.foot for m in in_credit(_LABEL.sub("", line))):
        return head  # a foot that credits somebody else shows that the head's name is the page's own
    return own


def _signed(text: str) -> Medium | None:
    """The medium a short line signs with: "الثورة نت/", "دبي - العربية.نت"; an outlet before the agency it credits."""
    if medium := named(text.strip(" /-–—:()")):
        return medium
    if len(split_words(text)) > 8:
        return None
    found = [m for p in _apart().split(text) if p and (m := named(p))]
    own = None if towned(text) else next((m for m in found if m.kind == "outlet"), None)        # "فرانس24/ أ ف ب"
    return own or (found[-1] if found else None)


@cache
def _apart() -> re.Pattern[str]:
    """What parts a name from the rest of a short line: a mark, or how long ago it was: "لبنان 24 منذ 3 ساعات"."""
    since = "|".join(f for row in rows("sites", role="since") for f in alternatives(row["forms"]))
    return re.compile(rf"\s*[-–—/|:،()]+\s*|\s+(?:{since})\s+")


def says_it_gathers(text: str) -> bool:
    """Does a line of a page say that it gathers others' articles: "محرك بحث إخباري"?"""
    return _gathering().search(fold(text)) is not None


@cache
def _gathering() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(fold(f)) for row in rows("sites", role="gathers") for f in alternatives(row["forms"])))


def _kind_and_name(line: str) -> str | None:
    """A short line that is a newspaper's, site's or channel's name: "صحيفة المدار"."""
    words = split_words(line)
    return (
        line.strip(" /-–—:.")
        if 2 <= len(words) <= 4 and words[0] in words_in("credits", "kind") - words_in("sites", "many") and not line.rstrip().endswith(":")
        else None
    )


def _unknown(line: str) -> str | None:
    """The name a credit gives where the lexicon doesn't know it."""
    name = _LABEL.sub("", line).strip(" .-–—")
    words = split_words(name)
    if not 1 <= len(words) <= 4 or all(len(w) < 4 for w in words) or in_credit(name) or any(w.startswith("وكال") for w in words):
        return None
    return name
