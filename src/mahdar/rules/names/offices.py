"""Who holds an office: on the day, ever, once."""

from __future__ import annotations

from ...arabic.letters import fold
from ...arabic.skeleton import skeleton
from .draft import Draft
from .state import State
from .words import similar

_HIGHEST = ("leader", "supreme_leader", "president", "king", "emir", "sultan")
#: titles of a party's or an armed group's leader
_LEADS = ("chairman", "party_leader", "head", "secretary_general")
_AT_UN = frozenset({"organization:united-nations", "organization:un-security-council"})


class Offices(State):
    """Finds holders of offices; none where it isn't sure."""

    def _now(self, title: str) -> list[str]:
        """Everybody in that office on the day, of any state, a leader in any of the highest."""
        return self.lexicon.holding(_HIGHEST if title in ("leader", "president") else (title,), self.day)

    def _former(self, d: Draft) -> str | None:
        """The only person of this article known to have held the office and not in it on the day; else None."""
        was = [p for p in self.lexicon.ever_held(d.title or "", d.of or "") if p in self.entities and p not in self._now(d.title or "")]
        return was[0] if len(was) == 1 else None

    def _holder(self, title: str | None, of: str | None) -> str | None:
        """The one sure holder; a leader may be called by any of the highest offices."""
        if of is None or title is None:
            return None
        if title == "delegate" and ("delegate_un" in self.bearers or not _AT_UN.isdisjoint(self.entities)):
            title = "delegate_un"
        others: tuple[str, ...] = _HIGHEST if title in ("leader", "president") else ("leader",) if title in _LEADS and ":" in of else ()
        for office in (title, *others):
            found = self.lexicon.holders(office, of, self.day)
            if found:
                return found[0] if len(found) == 1 and self.lexicon.get(found[0]) is not None else None
        return None

    def _in_office(self, words: tuple[str, ...], d: Draft) -> str | None:
        """The holder of the man's office on the day, where his name begins so or is spelled alike: «وزير الخارجية القطري محمد بن
        عبدالرحمن»."""
        found = self._holder(d.title, d.of) if d.title and d.of and not d.former else None
        entry = self.lexicon.get(found or "")
        known = fold(entry.name_ar or "").split() if entry is not None else []
        if not known or (len(words) == 1 and words[0] != known[0]):
            return None
        begins = "".join(known).startswith("".join(words))
        alike = len(words) > 1 and len(known) > 1 and similar(words[0], known[0])
        return found if begins or alike and (similar(words[-1], known[-1]) or skeleton(words[-1]) == skeleton(known[-1])) else None
