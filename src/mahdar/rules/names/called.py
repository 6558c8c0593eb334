"""Whom a definite noun means that called a named person before or behind: الناشط, for «الناشط نبيل رجب»."""

from __future__ import annotations

from .draft import Draft
from .homes import Homes


class Called(Homes):
    """Finds the people of an article by what its words call them; none where several fit."""

    def _by_call(self, d: Draft) -> str | None:
        """The one person the article calls by the noun and names: «المواطنة اللبنانية» for «المواطنة اللبنانية منى المذبوح».

        None where several are called so, or where gender or nationality speak against it.
        """
        noun = d.called or d.title
        word = self.scan.norms[d.i].removeprefix(d.prefix)
        if not noun or d.number != "s" or not word.startswith("ل" if d.prefix.endswith("ل") else "ال"):
            return None  # عضو الأكاديمية is one of many
        if self._goes_on(d):
            return None  # الناشطة اللبنانية سلوى حداد is another
        named = (o for o in self.drafts if o is not d and o.kind == "person" and o.form == "name" and o.id is not None)
        found = {o.id for o in named if noun in (o.called, o.title)}
        ident = next(iter(found)) if len(found) == 1 else None
        if ident is None:
            return None
        known, gender = self.entities.get(ident), self.genders.get(ident)
        if gender is not None and d.gender not in (None, gender):
            return None
        country = known.country if known is not None else None
        return ident if d.country is None or country in (None, d.country) else None

    def _goes_on(self, d: Draft) -> bool:
        """May a name no table knows follow: a word that is neither short nor begins with an article, a conjunction or a preposition?"""
        text = self.scan.text
        if d.j >= len(text.norms) or text.kinds[d.j] != "W":
            return False
        return len(text.norms[d.j]) > 3 and not text.norms[d.j].startswith(("ال", "و", "ف", "ب", "ل"))
