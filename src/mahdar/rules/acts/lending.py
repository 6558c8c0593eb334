"""Verbs that only carry an act noun (أجرى محادثات, فرض عقوبات): the one that takes a noun, and the arguments it lends it."""

from __future__ import annotations

from ..clauses.model import Argument, Clause
from ..clauses.words import markers
from .roles import SYMMETRIC, Resolver, Roles
from .tables import Act, Light, acts, lights


class Lending:
    """What a reader of acts knows of light verbs."""

    clauses: list[Clause]
    resolver: Resolver

    def _light(self, clause: Clause, row: Act) -> tuple[int, Light] | None:
        """The light verb that takes this noun, here or above a governing noun."""
        current, depth = clause, 0
        while current.governor is not None and depth < 2:
            parent = self.clauses[current.governor]
            slot = {"object": "obj", "genitive": "obj", "subject": "subj", "head": "head"}.get(current.slot, current.slot)
            fits = []
            for table, key in parent.rows:
                if table == "light":
                    light = lights()[key]
                    if row.act not in light.acts:
                        continue
                    if slot == light.slot or (slot == "head" and light.slot == "obj") or (slot == "subj" and light.slot == "obj"):
                        fits.append(light)
            if fits:
                fits.sort(key=lambda f: (f.slot != slot, f.key))
                return current.governor, fits[0]
            if parent.kind != "noun" or not any(r[0] == "govern" or r in acts() and acts()[r].act == row.act for r in parent.rows):
                return None
            current, depth = parent, depth + 1
        return None

    def _lend(self, roles: Roles, row: Act, clause: Clause, verb: Clause, light: Light, *, told: bool = False) -> None:
        """Give the noun the light verb's subject, object and prepositional arguments. `told`: another verb tells who does it, unless
        the light verb has a doer of its own («اتهمت روسيا واشنطن بشن غارات»).
        """
        both = row.act in SYMMETRIC and any(
            a.prep in markers("between") and a.i <= clause.j + 2 and len(self.resolver.ids(a, clause)) > 1 for a in clause.args
        )
        for slot, role in light.slots.items():
            if both and slot == "subject" and role == "actor":
                continue  # أعلن أوشاكوف عقد قمة بين الرئيسين
            role = "actor" if row.act in SYMMETRIC and role in ("actor", "recipient") else role
            if slot == "subject":
                argument = verb.subject
                if verb.kind == "noun":
                    owner = next((a for a in verb.args if a.role == "genitive" and (a.mentions or a.pronoun or a.noun is None)), None)
                    ids = self.resolver.subject(verb) if owner is not None or not told else []
                    argument = owner or Argument("subject", verb.i, verb.j)
                    if ids:
                        roles.add(role, ids, argument)
                    continue
                if argument is None or argument.noun is not None or verb.passive:
                    continue
                if argument.how == "relative" and light.slot != "head":
                    continue
                roles.add(role, self.resolver.ids(argument, verb), argument)
            elif slot == "object":
                if verb.object is not None and verb.object.noun is None:
                    roles.add(role, self.resolver.ids(verb.object, verb), verb.object)
            else:
                for a in verb.args:
                    if a.role == "prep" and a.prep == slot:
                        roles.add(role, self.resolver.ids(a, verb), a)
        for a in verb.args:
            if (
                a.role == "prep"
                and a.prep in row.frame.slots
                and a.prep not in light.slots
                and not (a.prep in markers("in") and row.frame.slots[a.prep] == "recipient" and clause.args)
                and row.frame.slots[a.prep] in ("actor", "recipient")
                and not self._hangs_apart(a, clause)
            ):
                roles.add(row.frame.slots[a.prep], self.resolver.ids(a, verb), a)

    def _hangs_apart(self, argument: Argument, clause: Clause) -> bool:
        """Does a phrase behind the noun hang on another noun («شن غارات دعما لقوات سوريا»)?"""
        return argument.i > clause.j and any(
            c.form.tanwin and c.sentence == clause.sentence and clause.i < c.i < argument.i and any(a.i == argument.i for a in c.args)
            for c in self.clauses
        ) and not any(a.i == argument.i for a in clause.args)
