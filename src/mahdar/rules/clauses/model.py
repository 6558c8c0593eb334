"""What the reading of clauses gives: predicates with their grammatical arguments, in tokens and indices of mentions."""
from __future__ import annotations

import msgspec

from ...arabic.inflect import Form

Row = tuple[str, str]       # (table, id): table one of act, noun, light, govern, say, aux

#: kinds of items, one bit each: predicates (finite verb, participle, verbal or act noun), phrases (mention, other noun phrase), and
#: what stands between them (ان, a subordinating word, a relative, a condition, a colon, a comma, another mark)
VERB, PARTICIPLE, NOUN, MENTION, X, COMP, SUB, RELATIVE, IF, COLON, COMMA, STOP = (1 << n for n in range(12))
PREDICATES = VERB | PARTICIPLE | NOUN
PHRASE = MENTION | NOUN | X
BOUNDARY = VERB | COMP | SUB | IF | COLON | STOP


class Argument(msgspec.Struct, gc=False):
    """Tokens [i, j) that fill a grammatical slot of a predicate.

    `mentions`: indices into names.mentions of the head and its conjuncts (empty for an ordinary noun); `inner`: mentions that
    hang on the head (the Russians of دبلوماسيين روس); `nations`: states named by its adjectives; `noun`: the clause of the
    verbal noun that heads it; `pronoun`: (person, gender, number) where a suffix fills the slot.
    """

    role: str                               # subject, object, genitive, prep
    i: int
    j: int
    prep: str = ""
    how: str = ""                           # of a subject: after, before, relative, dropped; of others: direct, apart
    mentions: tuple[int, ...] = ()
    inner: tuple[int, ...] = ()
    nations: tuple[str, ...] = ()
    noun: int | None = None
    pronoun: tuple[int, str, str] | None = None


class Clause(msgspec.Struct, gc=False):
    """A predicate: finite verb, verbal or nominal act, or participle.

    `rows` the table rows its word may stand for; `governor` the clause that governs it and the slot it fills there (object, subject,
    head of a relative clause, a preposition, ان); `complement` what أن, إن or a colon behind it introduces.
    """

    i: int
    j: int
    kind: str                               # verb, participle, noun
    form: Form
    rows: tuple[Row, ...]
    sentence: int
    start: int
    end: int
    tense: str = ""                         # past, present, future
    negated: bool = False
    modal: str = ""                         # may, must, duty (على إيران أن)
    anterior: bool = False                  # كان قد
    passive: bool = False
    subject: Argument | None = None
    object: Argument | None = None
    args: list[Argument] = []
    complement: tuple[int, int] | None = None
    governor: int | None = None
    slot: str = ""
    quoted: bool = False
    relative: bool = False
    conditional: bool = False
    cut: bool = False                       # a relative clause stands where the object may follow
