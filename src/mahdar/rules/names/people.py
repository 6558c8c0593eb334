"""Names of people: those the lexicon knows, and unknown ones by the grammar of names."""

from __future__ import annotations

from .draft import Draft
from .scan import Scan

_MOST = 6  # tokens of an unknown name
_ENTITY = (
    "state",
    "adj",
    "people",
    "place",
    "body",
    "media",
    "title",
    "field",
    "organ",
    "unnamed",
    "counterpart",
    "modifier",
    "quality",
    "honorific",
)


class People:
    """The grammar of people's names over a scan."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.lexicon = scan, scan.lexicon
        self.common = scan.words.common
        self.strict = True

    def name(self, i: int, *, titled: bool, prefixes: tuple[str, ...] | None = ("",)) -> Draft | None:
        """The name of a person at i, known or unknown; `titled`: a title stands before it, so an unknown first name will do."""
        scan = self.scan
        if i >= scan.n or scan.kinds[i] != "W":
            return None
        known = scan.get(i, ("person",), prefixes)
        short = scan.get(i, ("short",), prefixes)
        end = self._extent(i, titled, prefixes)
        best = known if known is not None and (short is None or known.j >= short.j) else short
        if best is not None and best.j >= end:
            entry = self.lexicon[best.id]
            return Draft(
                i,
                best.j,
                i,
                best.j,
                best.prefix,
                "name",
                "person",
                id=best.id,
                name=entry.name,
                country=entry.country,
                sector=entry.sector,
                gender=entry.gender,
                office=None,
            )
        if end <= i:
            return None
        first = scan.get(i, ("first",), prefixes)
        return Draft(
            i,
            end,
            i,
            end,
            first.prefix if first else "",
            "name",
            "person",
            words=(i, end),
            gender=(first.tag or None) if first else None,
        )

    def _extent(self, i: int, titled: bool, prefixes: tuple[str, ...] | None) -> int:
        """Where an unknown name that starts at i ends; i where none starts."""
        scan = self.scan
        first = scan.get(i, ("first",), prefixes)
        if first is not None and not self._exact(i, first.prefix):
            return i
        if first is None and not (titled and self._part(i, alone=True)):
            return i
        j = first.j if first is not None else i + 1
        while j < scan.n and j - i < _MOST:
            if scan.word(j) == "-" and j + 1 < scan.n and scan.kinds[j + 1] == "W" and self._part(j + 1, alone=False):
                j += 2
            elif (
                scan.get(j, ("particle",))
                and scan.kinds[j + 1 : j + 2] == ["W"]
                and self._part(j + 1, alone=False, family=True)
            ):
                j += 2
            elif self._part(j, alone=False):
                j += 1
            else:
                break
        if j - i < 2 and not titled:
            return i
        if first is not None and j - i == 1 and titled and self.strict and scan.word(i) in self.common:
            return i
        return j

    def _part(self, j: int, *, alone: bool, family: bool = False) -> bool:
        """May the token be part of a name?"""
        scan = self.scan
        w = scan.word(j)
        if scan.kinds[j] != "W" or len(w) < 2 or w.isascii() or j in scan.timed:
            return False
        atoms = scan.atoms(j)
        names = any(x.cls in ("first", "person", "short") and not x.prefix for x in atoms) and self._exact(j)
        if alone and w.startswith("ال"):
            return False
        if names and not alone:
            return True
        if any(not x.prefix and x.cls in _ENTITY for x in atoms):
            return False
        if w in self.common:
            return family
        return not self._wordlike(w)

    def _exact(self, j: int, prefix: str = "") -> bool:
        """Is a first name that is also an everyday word written just as the name is (علي, not على)?"""
        norm = self.scan.norms[j][len(prefix) :]
        if norm not in self.common:
            return True
        raw = self.scan.text.raw_of(j, j + 1)[len(prefix) :]
        return norm in self.scan.words.first and raw in self.scan.words.written

    def _wordlike(self, w: str) -> bool:
        """An everyday word with proclitics or a pronoun, or a verb of the present, though rare."""
        if w[0] in "وفبلك" and (w[1:] in self.common or w[2:] in self.common and w[1] in "بلك"):
            return True
        if w.startswith("لل") or w.startswith(("وال", "بال", "فال", "كال", "ولل")) and len(w) > 5:
            return True
        if len(w) > 4 and (
            w.endswith(("ها", "هم", "هما")) and w.rstrip("امه") and w[:-2] + "" not in self.scan.words.first
        ):
            return True
        return len(w) > 3 and w.startswith(
            ("يت", "تت", "يست", "تست", "يخ", "يح", "تخ", "تح", "يق", "تق", "سين", "سيت", "ستت", "ينت", "تنت")
        )
