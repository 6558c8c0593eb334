"""Titles and prayers that stand behind a name."""

from __future__ import annotations

from .draft import Draft
from .scan import Atom
from .several import COMMAS, Several

CLOSERS = ("،", ",", ".", "-", ":", "؛", "\n", "(", ")", "")
CROWNED = ("king", "prince", "sultan", "emir")
_DASHES = ("-", "–", "—", "(", ")")


class Apposed(Several):
    """What the grammar of titles knows of titles behind a name."""

    def after(self, i: int, atom: Atom) -> Draft:
        """The phrase of the title `atom`: what it is of, and who."""
        raise NotImplementedError

    def _fits(self, draft: Draft, found: Draft) -> bool:
        """Can this person bear the title?"""
        raise NotImplementedError

    def apposed(self, draft: Draft) -> None:
        """Join titles behind a name: سيرغي كيزلياك، سفير روسيا السابق، and محمد بن زايد آل نهيان ولي عهد أبوظبي نائب القائد الأعلى."""
        scan = self.scan
        self._blessed(draft)
        if scan.word(draft.j) in COMMAS:
            title = self._apposition(draft, draft.j + 1)
            if title is not None and scan.word(title.j) in CLOSERS:
                self._titled(draft, title)
            return
        for _ in range(3):
            title = self._apposition(draft, draft.j)
            if title is None or not self._borne(draft, title):
                return
            self._titled(draft, title)
            self._blessed(draft)

    def _blessed(self, draft: Draft) -> None:
        """Take the prayer behind a name, between dashes or not: الملك سلمان -حفظه الله-."""
        scan, j = self.scan, draft.j
        dashed = scan.word(j) in _DASHES
        x = scan.get(j + dashed, ("prayer",))
        if x is not None:
            draft.j = x.j + (dashed and scan.word(x.j) in _DASHES)

    def _apposition(self, draft: Draft, j: int) -> Draft | None:
        atom = self.scan.get(j, ("title",))
        if atom is None or self.lexicon[atom.id].type == "honorific":
            return None
        title = self.after(j, atom)
        if title.form != "office" or title.parts or title.nested or title.number != "s":
            return None
        if not (title.of or title.definite or self.scan.norms[title.j - 1].startswith("ال")):
            return None
        return title if self._fits(title, draft) else None

    def _borne(self, draft: Draft, title: Draft) -> bool:
        """Is the title right behind a name surely his? He held it; or nobody knows him, and nobody is known to have held it."""
        held = self.lexicon.ever_held(title.title or "", title.of or "")
        if draft.id is not None and title.of is None:       # الشيخ تميم بن حمد آل ثاني أمير البلاد
            entry = self.lexicon.get(draft.id)
            held = self.lexicon.ever_held(title.title or "", f"state:{entry.country}") if entry is not None else []
            return draft.id in held or not held and draft.title in CROWNED
        if draft.id is not None:
            return draft.id in held or (not held and title.of is not None and (draft.title is not None or draft.i < draft.a))
        return not held and title.of is not None and draft.words is not None

    def _titled(self, draft: Draft, title: Draft) -> None:
        draft.j, draft.town = title.j, title.town
        if draft.title is None:
            draft.title, draft.of, draft.office, draft.former = title.title, title.of, title.office, title.former
            draft.country, draft.sector = title.country or draft.country, title.sector or draft.sector
