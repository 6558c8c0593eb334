"""States and places by name; capitals and seats that stand for their governments; pairs and blocs of states."""

from __future__ import annotations

import re

from ...lexicon.build import Entry
from .draft import Draft
from .scan import Atom, Scan

#: verbal nouns of what governments do: استمرار, انسحاب, تهديد
_MASDAR = re.compile("است..?ا.$|ان...?ا.$|ت..ي.$")
_NEAR = 8  # words a verb of motion reaches over
_SOUND = ("ون", "ين")  # endings of a sound plural

#: states whose names are masculine, in some papers feminine like the others (الأردن, العراق, لبنان)
MASCULINE = frozenset(("state:IRQ", "state:JOR", "state:LBN", "state:MAR", "state:SDN", "state:SSD", "state:VAT", "state:YEM"))


class Places:
    """The grammar of states and places over a scan."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.lexicon = scan, scan.lexicon
        self.last: tuple[int, bool] = (-1, False)  # where the last capital ended, and whether it stood for a government

    def read(self, i: int) -> Draft | None:
        """The state, place or bloc at i; a capital may stand for its government."""
        x = self.scan.get(i, ("bloc", "state", "place"), None)
        loaded = self.scan.get(i, ("loaded",), None)
        if loaded is not None and (x is None or x.j <= loaded.j):
            return self._loaded(i, loaded)
        if x is None:
            return self._capital(i)
        raw = self.scan.text.raw_of(i, i + 1)
        if "\u064b" in raw or raw.endswith("ه") and x.j == i + 1 and self.scan.norms[i][len(x.prefix) :] in self.scan.words.suffixed:
            return None  # دوماً, always, is no Douma; جده, his grandfather, no Jeddah
        if x.cls == "bloc":
            return None if x.j == i + 1 and self._plain(i, x) else self._bloc(i, x)
        if x.j == i + 1 and self.scan.get(x.j, ("head",)):
            return None  # مسقط رأسه, his birthplace
        x = self._twin(i, x)
        entry = self.lexicon[x.id]
        gender = None if x.id in MASCULINE else "f"
        draft = Draft(i, x.j, i, x.j, x.prefix, "name", entry.kind, id=x.id, name=entry.name, country=entry.country, gender=gender)
        seat = self.lexicon.get(entry.seat) if entry.seat and entry.kind == "place" else None
        if seat is not None:
            governs = self._governs(i, x)
            self.last = (x.j, governs)
            if governs:
                draft.town = entry.id
                draft.kind, draft.id, draft.form, draft.name, draft.country = "state", seat.id, "metonym", seat.name, seat.country
        return draft

    def loaded(self, i: int) -> Draft | None:
        """Whom a loaded word at i, without proclitics, means."""
        x = self.scan.get(i, ("loaded",))
        return self._loaded(i, x) if x is not None else None

    def _loaded(self, i: int, x: Atom) -> Draft | None:
        """العدوان, العدو, المملكة: whom the outlet means by it, or the states the article names; None where nobody fits, or
        two of whom not just one is named in full."""
        if self.scan.get(x.j, ("adj",)):
            return None  # الاحتلال التركي
        if x.j == i + 1 and not x.prefix and i and all(w.startswith("ال") and w.endswith(_SOUND) for w in self.scan.norms[i - 1 : i + 1]):
            return None  # الاشتراكيين الديمقراطيين
        meant: dict[str, None] = {}
        for y in self.scan.atoms(i):
            if y.cls == "loaded" and y.j == x.j:
                row = self.scan.words.loaded[y.id]
                if self.scan.home is not None and self.scan.home in row.where and row.entity == f"state:{self.scan.home}":
                    meant = {row.entity: None}  # المملكة in a Saudi paper
                    break
                there = not row.where or self.scan.names_state(*row.where) or self.scan.names_group(*row.where)
                if there and (not row.outlets or self.scan.outlet in row.outlets):
                    meant[row.entity] = None
        if len(meant) > 1:  # التحالف, where Syria and Yemen are named: the one called التحالف العربي
            meant = {ident: None for ident in meant if self.scan.names_body(ident)}
        entry = self.lexicon.get(next(iter(meant))) if len(meant) == 1 else None
        if entry is None:
            return None
        return Draft(
            i, x.j, i, x.j, x.prefix, "metonym", entry.kind, id=entry.id, name=entry.name, country=entry.country, sector=entry.sector
        )

    def _capital(self, i: int) -> Draft | None:
        """العاصمة السعودية الرياض, العاصمة السعودية: the place."""
        noun = self.scan.get(i, ("capital",), None)
        if noun is None:
            return None
        adj = self.scan.get(noun.j, ("adj",))
        name = adj.j if adj else noun.j
        x = self.scan.get(name, ("place",))
        entry = self.lexicon[x.id] if x else self._of_state(adj)
        if entry is None:
            return None
        end = x.j if x else name
        return Draft(
            i,
            end,
            name if x else i,
            end,
            noun.prefix,
            "name",
            entry.kind,
            id=entry.id,
            name=entry.name,
            country=entry.country,
            gender="f",
        )

    def _of_state(self, adj: Atom | None) -> Entry | None:
        """The capital of the state whose nationality stands behind العاصمة."""
        state = self.lexicon.get(adj.id) if adj is not None and adj.tag == "fs+" else None
        return self.lexicon.get(state.seat) if state is not None and state.seat else None

    def _plain(self, i: int, x: Atom) -> bool:
        """Is the one word a direction (من الغرب) or the adjective of a noun before it (المهاجرين العرب)?"""
        if x.prefix or not i or self.scan.words.blocs[x.id].members:
            return False
        prior, word = self.scan.word(i - 1), self.scan.word(i)
        if not word.endswith(_SOUND):
            return self.scan.get(i - 1, ("placing", "inside"), None) is not None
        named = self.scan.get(i - 1, ("person", "short"), None)  # دعا ماكرون الأوروبيين
        return named is None and len(prior) > 4 and (prior.endswith(("ين", "ون", "ان", "ات")) or prior.startswith("ال"))

    def _bloc(self, i: int, x: Atom) -> Draft:
        bloc = self.scan.words.blocs[x.id]
        if bloc.members:
            parts = [Draft(i, x.j, i, x.j, x.prefix, "name", "state", id=m, number="p") for m in bloc.members]
            return Draft(i, x.j, i, x.j, x.prefix, "name", "state", id=bloc.members[0], number="p", also=parts[1:])
        return Draft(
            i, x.j, i, x.j, x.prefix, "name", bloc.kind, name=bloc.name, country=bloc.country, sector=bloc.sector, number="p", title=x.id
        )

    def _twin(self, i: int, x: Atom) -> Atom:
        """One word for a state and for a city of another state (عمان): told by the other names of the article."""
        scan = self.scan
        state = scan.get(i, ("state",), (x.prefix,))
        place = scan.get(i, ("place",), (x.prefix,))
        if state is None or place is None or state.j != place.j:
            return x
        home = self.lexicon[place.id].country
        if home == self.lexicon[state.id].country:
            return state
        return place if scan.names_state(home) and not scan.names_state(self.lexicon[state.id].country, apart=i) else state

    def _governs(self, i: int, x: Atom) -> bool:
        """Does the capital stand for its government? Not behind words of place, not where somebody travels to it or from it."""
        scan = self.scan
        if "ب" in x.prefix or "ك" in x.prefix:
            return False
        if self.last[0] == i and x.prefix in ("", "و"):
            return self.last[1]
        if "ل" in x.prefix:
            return not self._moves(i)
        before = scan.word(i - 1) if i else "\n"
        cut = before[1:] if before[:1] == "و" else before
        if scan.get(i - 1, ("placing",), None) or self._genitive(cut):
            return False
        if before[:1] in "\n." or i == 0:
            after = scan.word(x.j)
            return after not in ("-", "(", "،", ",", "/") and scan.kinds[x.j : x.j + 1] != ["B"]
        if before in "،,-)":
            return scan.word(x.j)[:1] not in "،,.-)\n" and not scan.get(i - 2, ("place",), None)
        return not self._moves(i)

    def _genitive(self, before: str) -> bool:
        """Is the word before an everyday noun that a place belongs to (شوارع موسكو), not one that a government owns (موقف موسكو)?"""
        return self.scan.noun(before) and before not in self.scan.words.owned and not _MASDAR.match(before)

    def _moves(self, i: int) -> bool:
        """Does somebody travel, shortly before?"""
        scan = self.scan
        for k in range(i - 1, max(-1, i - _NEAR), -1):
            if scan.kinds[k] == "B" or scan.word(k) in ".؟!":
                return False
            if scan.get(k, ("moving",), None):
                return True
        return False
