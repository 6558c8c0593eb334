"""One verb that tells of an act with each of several partners."""
from __future__ import annotations

import msgspec

from ...arabic.words import Text
from ..clauses.model import Clause
from ..clauses.words import markers
from .tables import of_act, told_of

PARTED = frozenset(("meet", "call", "visit"))          # هاتف ماكرون، ثم السيسي: one act with each


def each(clause: Clause, text: Text) -> list[Clause]:
    """A clause for each partner: with a مع of its own («يلتقي مون في أبريل، ومع ترامب في مايو»), or told as each (كلا من)."""
    if PARTED.isdisjoint(told_of(clause.rows)):
        return [clause]
    with_them = [a for a in clause.args if a.prep in markers("with") and a.mentions]
    both = clause.object
    apart = markers("then" if of_act(clause.rows, "visit") else "each")        # a tour of each of two states is one
    if both is not None and len(both.mentions or both.inner) > 1 and apart & set(text.norms[clause.j:both.j]):
        return [msgspec.structs.replace(clause, object=msgspec.structs.replace(both, mentions=(k,), inner=()))
                for k in both.mentions or both.inner]
    if len(with_them) < 2:
        return [clause]
    out = []
    for n, a in enumerate(with_them):
        args = [x for x in clause.args if x not in with_them or x is a]
        end = with_them[n + 1].i if n + 1 < len(with_them) else clause.end
        out.append(msgspec.structs.replace(clause, args=args, start=clause.start if not n else a.i, end=end))
    return out
