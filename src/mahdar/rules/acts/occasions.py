"""Acts of one occasion lend each other its day and its place: a plan and its cancelling, a visit and its talks, a promise at talks."""

from __future__ import annotations

from collections.abc import Callable

from ..status.status import AHEAD, CONSULT
from .draft import Draft

Country = Callable[[str], str | None]
AT_TALKS = frozenset(("invite", "agree", "message", "support", "request"))
ACCEPTED = frozenset(("act:agree_wafq", "act:agree_qbl"))
AT_HOME = frozenset(
    (
        ("sanction", "expel"),
        ("accuse", "summon"),
        ("retreat", "release"),
        ("accuse", "investigate"),
        ("mobilize", "test"),
        ("aid", "asylum"),
    )
)
ON_SITE = frozenset(("assault", "coerce", "protest", "retreat", "meet", "mobilize", "visit"))
OWN_GROUND = frozenset(("coerce", "protest"))
WITHIN = frozenset((("retreat", "resign"), ("concede", "pardon"), ("concede", "ease")))  # done at home where all of them are of one state


SHOT_DOWN = "act:assault_asqt"      # whose plane is shot down is seldom at home


def share(drafts: list[Draft], country: Country) -> None:
    """Fill in days and places that another act of the same occasion names."""
    _settled(drafts)
    _at_talks(drafts)
    _on_visit(drafts, country)
    for d in drafts:
        if d.act not in CONSULT or (d.place is not None and d.date is not None):
            continue
        mine = {country(e) for e in d.actors + d.recipients} - {None}
        people = {e for e in d.actors + d.recipients if e.startswith("person:")}
        for other in drafts:
            if other is d or other.act not in CONSULT or (d.status in AHEAD) != (other.status in AHEAD):
                continue
            theirs = {country(e) for e in other.actors + other.recipients} - {None}
            them = {e for e in other.actors + other.recipients if e.startswith("person:")}
            if mine != theirs or len(mine) < 2 or (people and them and not people & them):
                continue
            if other.act != d.act and not {"visit", "meet"} >= {d.act, other.act}:
                continue
            if d.status in AHEAD and other.act != d.act and bool(people) != bool(them):
                continue  # talks of two states to come, and whom a leader bids to his house
            if d.status not in AHEAD and other.act == d.act:
                continue  # two meetings that were held are two occasions
            if d.date is not None and other.date is not None and not _near(d.date, other.date):
                continue
            if d.date is None and other.date is not None and (d.status in AHEAD or d.act != other.act):
                d.date, d.date_from = other.date, other.date_from
            if d.act != "call" and other.act != "call":
                d.place = d.place or other.place


def _settled(drafts: list[Draft]) -> None:
    """A visit told of by a bare noun lies ahead where its talks do; an invited visit is planned once the guest has accepted."""
    for v in drafts:
        if v.act != "visit":
            continue
        pair = set(v.actors + v.recipients)
        if v.status == "held" and v.date is None and v.rows[:1] and v.rows[0].startswith("noun:") and len(v.rows) == 1:
            if any(d.act == "meet" and d.status == "planned" and len(pair & set(d.actors)) > 1 for d in drafts):
                v.status, v.detail = "planned", "scheduled"
        elif (
            v.status == "proposed"
            and v.detail == "invited"
            and any(
                d.act == "agree" and d.status == "held" and set(d.rows) & ACCEPTED and set(d.actors) & set(v.actors)
                for d in drafts
            )
        ):
            v.status, v.detail = "planned", "intended"


def _near(a: str, b: str) -> bool:
    """Do two values touch?"""
    (a1, _, a2), (b1, _, b2) = a.partition("/"), b.partition("/")
    return a1 <= (b2 or b1 + "~") and b1 <= (a2 or a1 + "~")


def _at_talks(drafts: list[Draft]) -> None:
    talks = [d for d in drafts if d.act == "meet" and d.status == "held" and len(d.actors) == 2 and (d.place or d.date)]
    for d in drafts:
        if d.act not in AT_TALKS or d.status != "held":
            continue
        parties = set(d.actors + d.recipients)
        for m in talks:
            if (
                len(parties) == 2
                and parties == set(m.actors)
                and (d.date in (None, m.date) or d.date_from == "inferred")
            ):
                d.place = d.place or m.place
                if m.date is not None and m.date_from == "text" and d.date_from != "text":
                    d.date, d.date_from = m.date, "text"
                elif d.date is None and d.act == "agree" and d.salience != "background":
                    d.date, d.date_from = m.date, m.date_from
                break


def _on_visit(drafts: list[Draft], country: Country) -> None:
    """What a visitor does to his hosts is done on the visit."""
    for v in drafts:
        if v.act != "visit" or v.status != "held" or v.place is None or not v.recipients:
            continue
        host = country(v.recipients[0])
        for d in drafts:
            if d.act not in AT_TALKS | {"meet"} or d.status not in ("held", "planned") or not set(v.actors) & set(d.actors):
                continue
            apart = d.status == "held" and d.date and v.date and not _near(d.date, v.date)
            if apart or host not in {country(e) for e in d.actors + d.recipients}:
                continue
            if d.date is None and d.salience == "background":
                continue
            d.place = d.place or v.place
            if d.date is None and d.status == "held":
                d.date, d.date_from = v.date, v.date_from


def grounds(
    drafts: list[Draft], country: Country, near: Callable[[int], dict[str, str]], posts: Callable[[int], dict[str, str]]
) -> None:
    """The place of an act that none is named for: the envoy's post, the state it is done in by its nature, or the victims' own.

    `near` gives for a token the towns its sentence names; a town of the state is more exact than the state. `posts` gives the
    envoys its sentence names, with the towns of their posts.
    """
    for d in drafts:
        d.place = d.place or _post(d, country, posts)
        if d.place is None:
            home = _ground(d, country)
            d.place = f"state:{home}" if home is not None else None
        if d.place is not None and d.place.startswith("state:") and d.act in ON_SITE:
            d.place = near(d.i).get(d.place[6:], d.place)


def _post(d: Draft, country: Country, posts: Callable[[int], dict[str, str]]) -> str | None:
    """The town in which hosts meet, summon or expel an envoy («استدعت تركيا السفير الإسرائيلي في أنقرة»)."""
    if d.act != "meet" and (d.act, d.mode) not in AT_HOME:
        return None
    sides = d.actors + d.recipients
    found = {e: town for e, town in posts(d.i).items() if e in sides}
    return next((town for e, town in found.items() if country(town) in {country(o) for o in sides if o != e}), None)


def _ground(d: Draft, country: Country) -> str | None:
    if d.act in OWN_GROUND or (d.act, d.mode) in AT_HOME:
        sides = [d.actors]
    elif d.act == "assault" and not d.rows[0].startswith(SHOT_DOWN):
        sides = [[e for e in d.recipients if e.startswith(("state:", "institution:"))]]
    elif d.act in ("aid", "visit"):
        sides = [d.recipients]
    elif (d.act, d.mode) in WITHIN and len({country(e) for e in d.actors + d.recipients}) == 1:
        sides = [d.actors]
    else:
        return None
    return next((c for side in sides for c in map(country, side) if c not in (None, "IGO")), None)
