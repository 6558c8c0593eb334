"""News agencies and outlets behind their noun, in quotation marks or not: صحيفة "هآرتس" الإسرائيلية."""

from __future__ import annotations

from ...arabic.romanise import romanise
from .draft import Draft
from .scan import Atom, Scan
from .words import spelling

_OPEN = frozenset("\"«“'”")
_SHUT = frozenset("\"»”'“")


class Media:
    """The grammar of media over a scan."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.lexicon = scan, scan.lexicon

    def read(self, i: int, noun: Atom) -> Draft | None:
        """The agency or outlet whose noun stands at i, or None."""
        scan, j = self.scan, noun.j
        country, state, j = self._state(j, None, None)
        quoted = scan.word(j) in _OPEN
        k = j + 1 if quoted else j
        known = self.one(k, scan.get(k, ("media", "suffix", "credit")), quoted, i)
        whole = scan.get(i, ("media",), (noun.prefix,))
        if whole is not None and known is not None and whole.j >= known.j and whole.id != known.id:
            return None  # وكالة أنباء الشرق الأوسط has a row of its own
        if known is not None and (known.cls == "media" or quoted or noun.tag == "agency"):
            entry = self.lexicon[known.id]
            end = self._closed(known.j, quoted)
            _, _, end = self._state(end, country, None)
            last = next((t for t in range(k, known.j) if quoted and scan.word(t) in _SHUT), known.j)
            return Draft(
                i, end, k, last, noun.prefix, "name", entry.kind, id=known.id, name=entry.name, country=entry.country, title=noun.id
            )
        if not quoted or (whole is not None and whole.j > noun.j):
            return None  # the medium stands before the quotation
        end = k
        while end < scan.n and end - k < 5 and scan.word(end) not in _SHUT:
            end += 1
        if end == k or end >= scan.n or scan.word(end) not in _SHUT or any(scan.kinds[t] == "B" for t in range(k, end)):
            return None
        if any(scan.norms[t] in scan.words.common for t in range(k, end)):
            return None  # words said, not a name
        raw = scan.text.raw_of(k, end)
        parts = tuple(w for w in scan.norms[k:end] if w[0].isalpha())
        name = (
            raw
            if raw.isascii()
            else romanise(" ".join(parts), spelling(parts, self.lexicon.spellings, "west"), "ar" if country in scan.words.arab else "west")
        )
        country, state, last = self._state(end + 1, country, state)
        return Draft(i, last, k, end, noun.prefix, "name", noun.tag, name=name, country=country, sector="MED", of=state, title=noun.id)

    def one(self, k: int, x: Atom | None, quoted: bool = False, noun: int | None = None) -> Atom | None:
        """The medium x, or of several of that name the one whose state is named behind it, else in the article; or None."""
        if x is None:
            return None
        same = {y.id: y for y in self.scan.atoms(k) if y.cls == x.cls and y.j == x.j and y.prefix == x.prefix}
        before = self.scan.get(noun, ("mednoun",), None) if noun is not None else None
        if before is not None:
            kind = "agency" if before.tag == "agency" else "outlet"
            same = {i: y for i, y in same.items() if self.lexicon[i].kind == kind} or same
        if len(same) == 1:
            return next(iter(same.values()))
        if noun is not None:  # قناة "النهار" is the one called so with its noun
            whole = self.lexicon.phrase((*self.scan.norms[noun : noun + 1], *self.scan.norms[k : x.j]))
            called = [y for y in same.values() if any(ident == y.id for _, ident, _ in whole)]
            if len(called) == 1:
                return called[0]
        country, _, _ = self._state(self._closed(x.j, quoted), None, None)
        fits = [y for y in same.values() if self.lexicon[y.id].country == country]
        if country is None:
            fits = [y for y in same.values() if self.scan.names_state(self.lexicon[y.id].country)]
        return fits[0] if len(fits) == 1 else None

    def _closed(self, j: int, quoted: bool) -> int:
        return j + 1 if quoted and self.scan.word(j) in _SHUT else j

    def _state(self, j: int, country: str | None, state: str | None) -> tuple[str | None, str | None, int]:
        x = self.scan.get(j, ("adj",))
        return (self.lexicon[x.id].country, x.id, x.j) if x is not None else (country, state, j)
