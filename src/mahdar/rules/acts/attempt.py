"""One row of the act tables tried at one clause: what is found so far."""

from __future__ import annotations

from ..clauses.model import Argument, Clause
from ..status import Standing
from .roles import Roles
from .tables import Act, Light


class Attempt:
    """A row, the clause it is tried at (the k-th of the article), its status, and the roles filled so far.

    `rows` are the keys of what fired, `more` the other clauses that tell of it, `absorbed` the act nouns it tells of besides.
    """

    def __init__(self, k: int, clause: Clause, row: Act, status: Standing) -> None:
        self.k, self.clause, self.row, self.status = k, clause, row, status
        self.roles = Roles()
        self.rows = [row.key]
        self.more: list[Clause] = []
        self.absorbed: list[int] = []
        self.light: tuple[int, Light] | None = None  # the verb that carries a noun: its clause, its row
        self.attack: Argument | None = None  # in which somebody was killed
        self.hit = False  # somebody is killed
        self.told = False  # a refusal of what was told right before
        self.denied = False
        self.harm = False  # an accusation of a deed
        self.deed = False  # what is criticised is a deed
