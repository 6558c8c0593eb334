"""Where the unnamed belong: people of no nationality in an article that is about one country."""

from __future__ import annotations

from msgspec.structs import replace

from .model import Names

#: those who carry the news say nothing about where it happens
_CARRIERS = frozenset({"agency", "outlet"})
#: why an unnamed entity has the country it has
OF_THE_ARTICLE = "of the country most mentions of the article belong to"


def homeland(names: Names) -> str | None:
    """The country an article is about: that of more than half of its mentions that have one; None where no country is.

    Agencies, outlets, intergovernmental bodies and loaded words don't count.
    """
    count: dict[str, int] = {}
    placed = _datelines(names)
    for n, m in enumerate(names.mentions):
        if n in placed:
            continue
        loaded = m.form == "metonym" and m.town is None  # الاحتلال
        if m.country and m.country != "IGO" and m.kind not in _CARRIERS and not loaded:
            count[m.country] = count.get(m.country, 0) + 1
    best = max(sorted(count), key=lambda c: count[c], default=None)
    return best if best is not None and count[best] * 2 > sum(count.values()) else None


def _datelines(names: Names) -> set[int]:
    """The numbers of the mentions that only say where a carrier wrote: «دبي، الإمارات العربية المتحدة (CNN)»."""
    out: set[int] = set()
    for n, m in enumerate(names.mentions):
        at, k = m.i, n - 1
        while m.kind in _CARRIERS and k >= 0 and names.mentions[k].kind in ("place", "state") and at - 2 <= names.mentions[k].j < at:
            out.add(k)
            at, k = names.mentions[k].i, k - 1
    return out


def settle(names: Names) -> None:
    """Give each unnamed entity without a country that of the article, where it is about one; its `why` says so.

    «وقال مصدر عسكري» in an article about Syria is a Syrian military source.
    """
    home = homeland(names)
    if home is None:
        return
    for id_, e in names.entities.items():
        if e.kind == "unnamed" and e.country is None:
            why = f"{e.why or 'unnamed'}; {OF_THE_ARTICLE}"
            names.entities[id_] = replace(e, country=home, why=why)
