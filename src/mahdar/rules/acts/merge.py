"""One report per act, matter and status: mentions of the same act in one article become one draft with all their evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from ..status.status import AHEAD, CONSULT
from .draft import Draft
from .occasions import share
from .roles import SYMMETRIC, VERBAL
from .timeline import days_between

ONE_SIDED = frozenset(("pledge", "offer", "ready"))        # what one side agrees to is not what the other does
DISTINCT = frozenset(("accuse", "request", "support", "reject", "threaten"))
ANNOUNCED = "govern:announce"
GAS = "chemical"
_SALIENCE = {"title": 0, "lead": 1, "body": 2, "background": 3}
Country = Callable[[str], str | None]


def merge(drafts: list[Draft], country: Country) -> list[Draft]:
    """The drafts with repeated mentions merged, in the order of their first words."""
    out: list[Draft] = []
    _follow(drafts, country)
    _headed(drafts, country)
    for d in sorted(drafts, key=lambda d: (-d.rank, _SALIENCE[d.salience], d.i)):
        for other in out:
            if _same(d, other, country):
                _absorb(other, d, country)
                break
        else:
            out.append(d)
    out.sort(key=lambda d: d.i)
    share(out, country)
    return out


def _fits(a: list[str], b: list[str], country: Country) -> bool:
    """Do two lists of participants name the same side?"""
    if not a or not b:
        return True
    if set(a) & set(b):
        return True
    mine, theirs = {country(e) for e in a} - {None}, {country(e) for e in b} - {None}
    loose = all(e.startswith(("state:", "institution:")) for e in a) or all(
        e.startswith(("state:", "institution:")) for e in b
    )
    return bool(mine) and mine == theirs and loose


def _retold(a: list[str], b: list[str], country: Country) -> bool:
    """May a title and the paragraph behind it mean the same side: an unnamed party, a body and its state, an office and its holder?"""
    if _fits(a, b, country):
        return True
    mine, theirs = {country(e) for e in a} - {None}, {country(e) for e in b} - {None}
    vague = all(e.startswith("unnamed:") for e in a) or all(e.startswith("unnamed:") for e in b)
    if vague:
        return not (mine and theirs) or bool(mine & theirs)
    named = {e for e in a if e.startswith("person:")}, {e for e in b if e.startswith("person:")}
    return bool(mine) and mine == theirs and not all(named)


def _rulers(ids: list[str], country: Country) -> set[str | None]:
    """The countries whose state or government is among them."""
    return {country(e) for e in ids if e.startswith("state:") or e.endswith("-government")} - {None}


def dates_fit(a: Draft, b: Draft) -> bool:
    """May both have been on one day («في عام 2006» and «في مارس 2018» were not)?"""
    if a.date is None or b.date is None or a.date == b.date:
        return True
    if a.date_from == "inferred" or b.date_from == "inferred":
        return True
    if a.guessed and b.salience == "lead" or b.guessed and a.salience == "lead":
        return True
    return a.date.startswith(b.date) or b.date.startswith(a.date)


def _same(a: Draft, b: Draft, country: Country) -> bool:
    if a.act != b.act or a.status != b.status or not dates_fit(a, b):
        return False
    alone = a.act in ("coerce", "retreat") and (a.recipients or b.recipients) and not (a.actors and b.actors)
    if alone and not set(a.recipients) & set(b.recipients):
        return False  # arrests by nobody named are of those they name
    kinds = a.act == "coerce" and a.mode != b.mode and "title" not in (a.salience, b.salience) and a.recipients and b.recipients
    if kinds and not set(a.recipients) & set(b.recipients):
        return False  # «تضيق مصر على معارضيها … واعتقل الناشط علاء عبد الفتاح»
    if a.act == "assault" and a.mode and b.mode and a.mode != b.mode and GAS in (a.mode, b.mode):
        return False  # «ضربة صاروخية على سوريا ردا على هجوم كيميائي»
    if a.act not in SYMMETRIC and a.actors and a.actors == b.recipients and a.recipients == b.actors:
        return False  # each accuses the other
    if a.act == "agree" and ONE_SIDED & {a.mode, b.mode}:
        return a.mode == b.mode and a.actors == b.actors and _fits(a.recipients, b.recipients, country)
    if a.act in SYMMETRIC:
        left, right = set(a.actors + a.recipients), set(b.actors + b.recipients)
        fewer, most = min((left, right), key=len), max(len(left), len(right))
        if len(fewer) == 1 < most and next(iter(fewer)).startswith("institution:"):
            return False  # a parliament's sitting is no meeting of it with others
        if left <= right or right <= left:
            return True
        ours, theirs = {country(e) for e in left} - {None}, {country(e) for e in right} - {None}
        for c in ours & theirs:
            mine = {e for e in left if e.startswith("person:") and country(e) == c}
            other = {e for e in right if e.startswith("person:") and country(e) == c}
            if mine and other and not mine & other:
                return False
        return (
            len(ours) > 1
            and (ours <= theirs or theirs <= ours)
            and (
                bool(left & right)
                or all(e.startswith("state:") for e in left)
                or all(e.startswith("state:") for e in right)
            )
        )
    alike = a.actors == b.actors and (set(a.recipients) <= set(b.recipients) or set(b.recipients) <= set(a.recipients))
    blamed = a.act == "accuse" and bool(a.recipients and b.recipients)
    told_again = alike and (a.mode == b.mode or blamed or a.evidence[0] == b.evidence[0])
    if a.act in DISTINCT and "title" not in (a.salience, b.salience) and a.rows[:1] != b.rows[:1] and abs(a.i - b.i) > 3 and not told_again:
        return False  # two verbs in the body tell of two matters
    if a.act in DISTINCT and any(_rulers(x.actors, country) & _rulers(y.recipients, country) for x, y in ((a, b), (b, a))):
        return False  # «تتهم أنقرة غولن …، واتهمت منظمات حقوقية الحكومة التركية»
    placed = a.place == b.place or not (a.place and b.place)
    one_blow = a.act == "assault" and placed and bool(set(a.actors) & set(b.actors) or not (a.actors and b.actors))
    if one_blow or "title" in (a.salience, b.salience) or a.salience == b.salience == "lead":
        return _retold(a.actors, b.actors, country) and _retold(a.recipients, b.recipients, country)
    return _fits(a.actors, b.actors, country) and _fits(a.recipients, b.recipients, country)


def _sharpen(kept: list[str], other: list[str], country: Country) -> list[str]:
    """Put the person another mention names where this one has only his office or state."""
    people = {country(e): e for e in reversed(other) if e.startswith("person:")}
    have = {country(e) for e in kept if e.startswith("person:")}
    return list(
        dict.fromkeys(
            people.get(country(e), e)
            if country(e) and country(e) not in have and e.startswith(("institution:", "unnamed:", "state:"))
            else e
            for e in kept
        )
    )


def _absorb(kept: Draft, other: Draft, country: Country) -> None:
    whole = kept.act in VERBAL and kept.salience == "title" and all(e.startswith(("state:", "unnamed:")) for e in kept.actors)
    if len(kept.actors) == len(other.actors) and (kept.act in CONSULT or whole):
        kept.actors = _sharpen(kept.actors, other.actors, country)
    if not kept.actors:
        kept.actors = other.actors
    if not kept.recipients and not set(other.recipients) & set(kept.actors):
        kept.recipients = other.recipients
    if kept.act in SYMMETRIC and len(kept.actors) < 2:
        kept.actors = list(dict.fromkeys(kept.actors + other.actors))
    told = kept.date_from == "text" and not kept.guessed
    finer = other.date is not None and kept.date is not None and len(kept.date) < len(other.date) == 10 and other.date.startswith(kept.date)
    if other.date is not None and (kept.date is None or finer or (not told and other.date_from == "text")):
        kept.date, kept.date_from, kept.guessed = other.date, other.date_from, other.guessed
    if kept.place is None or (
        kept.place.startswith("state:") and other.place is not None and other.place.startswith("place:")
    ):
        kept.place = other.place or kept.place
    if not kept.source and kept.salience in ("title", "lead"):
        kept.source = other.source
    kept.mode = kept.mode or other.mode
    kept.detail = kept.detail or other.detail
    kept.object = kept.object or other.object
    kept.evidence = sorted(set(kept.evidence + other.evidence))
    kept.rows += [r for r in other.rows if r not in kept.rows]
    if _SALIENCE[other.salience] < _SALIENCE[kept.salience]:
        kept.salience = other.salience
    for role, ids in other.roles.items():
        kept.roles.setdefault(role, ids)


def _follow(drafts: list[Draft], country: Country) -> None:
    """A title that only names an act («قمة بوتين وترامب») has the status its body tells; a bare meeting of the body without a day that
    of what the article tells of it in so many words.
    """
    for d in drafts:
        title, named = d.salience == "title", _bare(d)
        now = d.act in CONSULT if title else d.act == "meet" and d.salience == "lead"
        now = now and d.present
        if d.status != "held" or not (named or now) or not (title or now or (d.act in CONSULT and d.date is None)):
            continue
        told = [
            o
            for o in drafts
            if o.salience != "title"
            and o.act == d.act
            and (title or not _bare(o))
            and _same(msgspec.structs.replace(o, status="held", date=None), d, country)
        ]
        if (title or now) and d.act in CONSULT and any(o.status in AHEAD and (title or o.date == d.date) for o in told):
            told = [o for o in told if not (o.status == "held" and (_bare(o) or o.present))]      # what only names it, or tells of today
        elif not (title or named):
            continue
        if told and all(o.status != "held" for o in told):
            d.status, d.detail, d.date, d.date_from = told[0].status, told[0].detail, told[0].date, told[0].date_from


def _headed(drafts: list[Draft], country: Country) -> None:
    """A title's verbal act is the one that the lead tells of the same side, and is aimed where that one is: «السعودية تطالب برقابة
    دولية» … «طالبت السعودية مجلس الأمن». Who only announces a release leaves it to him who released.
    """
    for d in drafts:
        alike = [o for o in drafts if o is not d and o.salience != "title" and o.act == d.act and o.status == d.status and o.actors]
        if d.act == "retreat" and d.recipients and ANNOUNCED in d.rows:
            told = (o.actors for o in alike if o.recipients and ANNOUNCED not in o.rows and _retold(d.recipients, o.recipients, country))
            d.actors = next(told, d.actors)
        elif d.salience == "title" and d.actors and (d.act in DISTINCT or d.mode in ONE_SIDED):
            twice = any(o is not d and o.salience == "title" and (o.act, o.actors) == (d.act, d.actors) for o in drafts)
            same = (o for o in sorted(alike, key=lambda o: o.i) if o.salience == "lead" and _retold(d.actors, o.actors, country))
            first = next(same, None)
            if first is not None and not twice and ("aim" in d.rows or first.rows[:1] == d.rows[:1]):
                d.actors, d.recipients = first.actors, first.recipients


def _bare(d: Draft) -> bool:
    """Does nothing but a noun tell of it?"""
    return all(r.startswith("noun:") for r in d.rows)


class Echo(NamedTuple):
    """A definite noun for an act told elsewhere, with the day or the place it adds (القمة في سنغافورة)."""

    token: int
    act: str
    status: str
    date: str | None
    date_from: str | None
    place: str | None


def _sharper(d: Draft, e: Echo) -> bool:
    """Does the echo name a day close to the one that was only inferred?"""
    if (
        d.date is None
        or e.date is None
        or (d.date_from, e.date_from) != ("inferred", "text")
        or len(d.date) != 10
        or len(e.date) != 10
    ):
        return False
    return abs(days_between(d.date, e.date)) <= 7


def echo(drafts: list[Draft], echoes: list[Echo], day: str | None, country: Country) -> None:
    """Give an act the day and the place that a definite noun for it names elsewhere, where one act fits."""
    for e in echoes:
        open_ones = [d for d in drafts if d.act == e.act]
        ahead = e.status != "held" or (e.date is not None and day is not None and e.date[:10] > day[: len(e.date[:10])])
        same = [d for d in open_ones if (d.status != "held") == ahead]
        one = len({frozenset(map(country, d.actors + d.recipients)) for d in open_ones}) == 1
        fits = (
            same
            if len(same) == 1 or one
            else open_ones
            if len(open_ones) == 1
            else [d for d in same if d.i < e.token][-1:]
        )
        bare = [
            d for d in open_ones if d.status == "held" and d.date is None and all(r.startswith("noun:") for r in d.rows)
        ]
        if ahead and not same and e.date is not None and len(bare) == 1:
            fits = bare
            bare[0].status, bare[0].detail = "planned", "scheduled"
        for d in fits:
            if e.date is not None and (d.date is None or _sharper(d, e)) and (d.status != "held") == ahead:
                d.date, d.date_from = e.date, e.date_from
            d.place = d.place or e.place
        if one and e.place is not None and e.status != "proposed":
            for d in same if ahead else open_ones:
                d.place = d.place or e.place
