"""The roles of an act: who fills them, and which acts are spoken or mutual."""

from __future__ import annotations

from ..clauses.model import Argument

VERBAL = frozenset(("agree", "support", "concede", "request", "accuse", "reject", "threaten", "invite"))
EMBASSIES = frozenset(("relocate", "opening"))      # frames of a deed done to an embassy
SYMMETRIC = frozenset(("meet", "call", "agree", "cooperate"))
OFFICE = frozenset(("GOV", "LEG", "JUD", "PTY"))


class Roles:
    """What one act's arguments fill: entity ids by role, the tokens they were read from, the object's tokens."""

    def __init__(self) -> None:
        self.ids: dict[str, list[str]] = {}
        self.tokens: list[tuple[int, int]] = []
        self.object: tuple[int, int] | None = None
        self.itself = False  # the words for the recipient name the actor
        self.stated = False  # the recipient is a state named as such, no town that stands for it

    def add(self, role: str, ids: list[str], argument: Argument) -> bool:
        """Put entities into a role; those already there, or in the role opposite, are left out."""
        other = {"actor": "recipient", "recipient": "actor"}.get(role)
        new = [e for e in ids if e not in self.ids.get(role, ()) and (other is None or e not in self.ids.get(other, ()))]
        if ids and not new and other == "actor" and argument.mentions:
            self.itself = True
        if new:
            self.ids.setdefault(role, []).extend(new)
            self.tokens.append((argument.i, argument.j))
        return bool(new)

    def has(self, needs: tuple[str, ...]) -> bool:
        """Are the roles filled?"""
        for need in needs:
            if need == "actor2":
                if len(self.ids.get("actor", ())) < 2:
                    return False
            elif need == "object":
                if self.object is None:
                    return False
            elif not self.ids.get(need):
                return False
        return True
