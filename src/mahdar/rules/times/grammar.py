"""Rules over the classes of tokens: a pattern names classes, marks stand in quotes, `name=( … )` keeps a part.

A stretch of tokens becomes a string of one symbol per token, so a pattern is an ordinary regular expression over
symbols, and which rules match a string of symbols is worked out once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from ...arabic import numbers
from ...arabic.clitics import AND, PREPOSITIONS
from .firsts import Firsts
from .lexemes import Token

if TYPE_CHECKING:
    from .context import Context

_SYMBOLS: dict[str, str] = {}
UNITS = ("day", "week", "month", "year", "decade", "century", "quarter", "half", "third", "weekend")
#: names for several classes at once
UNIONS: dict[str, tuple[str, ...]] = {
    "one": tuple(f"{u}_s" for u in UNITS),
    "two": tuple(f"{u}_d" for u in UNITS),
    "many": tuple(f"{u}_p" for u in UNITS),
    "the_one": tuple(f"{u}_S" for u in UNITS),
    "the_two": tuple(f"{u}_D" for u in UNITS),
    "the_many": tuple(f"{u}_P" for u in UNITS),
    "a_month": ("month", "shy", "madda", "weak"),
    "month_and": ("month+", "shy+", "madda+"),
    "sure_month": ("month", "shy", "madda", "month+", "shy+", "madda+"),
    "the": ("the", "the+"),
    "wday": ("weekday", "weekday+"),
    "wday_and": ("weekday+",),
    "mod": ("last", "lastp", "next", "this", "beforelast", "afternext"),
    "yearword": ("year_s", "year_S", "year_c"),
    "fraction": ("quarter_S", "half_S", "third_S"),
    "join": ("to", "and", "or"),
}


def symbol(name: str) -> str:
    """The symbol of a class; marks are their own."""
    if len(name) == 1 and not name.isalnum():
        return name
    if name not in _SYMBOLS:
        _SYMBOLS[name] = chr(0xE000 + len(_SYMBOLS))
    return _SYMBOLS[name]


def symbol_of(token: Token) -> str:
    """The symbol of a token; units by their unit and number."""
    cls = token.lexeme.cls
    if cls == "unit":
        return symbol(token.lexeme.value.replace(" ", "_"))
    if token.prefix in _AND and cls in _JOINED:
        return symbol(f"{cls}+")
    return symbol(cls)


_AND = frozenset((AND, AND + PREPOSITIONS[0], AND + PREPOSITIONS[1]))
#: classes whose words are told apart when و is written on them
_JOINED = frozenset(("num", "card", "ord", "year", "month", "shy", "madda", "weekday", "the"))
_SPEC = re.compile(r'(\w+)=\(|(\(\?[=!:]|\(\?<[=!])|"([^"]+)"|([A-Za-z_]\w*\+\+?|[A-Za-z_]\w*)|(\s+)|(.)')


def pattern_source(spec: str, parts: dict[str, str]) -> str:
    """A pattern over symbols. `parts` are named pieces of pattern, put in where their name stands.

    >>> bool(re.match(pattern_source('num month "," ?', {}), symbol("num") + symbol("month")))
    True
    """
    seen: dict[str, int] = {}

    def once(m: re.Match[str]) -> str:
        """A part named twice (in two branches) gets a number, taken off again in `Rules._at`."""
        seen[m[1]] = seen.get(m[1], 0) + 1
        return f"(?P<{m[1]}>" if seen[m[1]] == 1 else f"(?P<{m[1]}__{seen[m[1]]}>"

    return re.sub(r"\(\?P<(\w+)>", once, _translate(spec, parts))


def _translate(spec: str, parts: dict[str, str]) -> str:
    out = []
    for m in _SPEC.finditer(spec):
        group, look, marks, name, _, other = m.groups()
        if group:
            out.append(f"(?P<{group}>")
        elif look:
            out.append(look)
        elif marks:
            out.append(f"[{re.escape(marks)}]")
        elif name:
            joined = name.endswith("++")  # `num++` is a number with و written on it
            name = name.removesuffix("+").removesuffix("+")
            again = "+" if m.group(4).endswith("+") and not joined else ""
            if joined:
                out.append(symbol(name + "+"))
            elif name in parts:
                out.append(f"(?:{_translate(parts[name], parts)}){again}")
            elif name in UNIONS:
                out.append(f"[{''.join(symbol(c) for c in UNIONS[name])}]{again}")
            else:
                out.append(symbol(name) + again)
        elif other:
            out.append(other)
    return "".join(out)


class Found(NamedTuple):
    """What a rule makes of its tokens; `start`/`end` narrow the words where not all tokens belong."""

    value: str | None
    why: str
    offset: bool = False
    candidates: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    named: tuple[int | None, int | None, int | None, int | None] | None = None  # year, month, day, weekday as named
    sure: int = 2  # 1 where the tense chose the year, 0 where nearness alone did

    @property
    def bare(self) -> bool:
        """Is it a weekday alone?"""
        return self.named is not None and self.named[:3] == (None, None, None)


#: a find that is no time; it only keeps its words from being read otherwise
NOTHING = Found("", "no time")


class Hit:
    """The tokens a rule matched, by the names of its parts."""

    __slots__ = ("ctx", "tokens", "i", "j", "groups")

    def __init__(self, ctx: Context, tokens: list[Token], i: int, j: int, groups: dict[str, tuple[int, int]]) -> None:
        self.ctx, self.tokens, self.i, self.j, self.groups = ctx, tokens, i, j, groups

    def has(self, name: str) -> bool:
        return name in self.groups

    def part(self, name: str) -> list[Token]:
        """The tokens of a part; none where it wasn't matched."""
        a, b = self.groups.get(name, (0, 0))
        return self.tokens[a:b]

    def first(self, name: str) -> Token | None:
        part = self.part(name)
        return part[0] if part else None

    def value(self, name: str) -> str | None:
        """The table value of a part's first token."""
        token = self.first(name)
        return token.lexeme.value if token else None

    def cls(self, name: str) -> str | None:
        """The class of a part's first token."""
        token = self.first(name)
        return token.lexeme.cls if token else None

    def number(self, name: str) -> int | None:
        """The number a part's tokens spell."""
        part = self.part(name)
        found = [i for i, t in enumerate(part) if t.lexeme.cls in ("num", "card", "ord", "year")]
        if not found:
            return None
        first = part[found[0]]
        if len(found) == 1:
            return int(first.lexeme.value)
        rest = [(AND if part[i - 1].lexeme.cls == "and" else "") + part[i].norm for i in found[1:]]
        return numbers.parse([first.norm[len(first.prefix) :], *rest])

    @property
    def start(self) -> int:
        return self.tokens[self.i].start

    @property
    def end(self) -> int:
        return self.tokens[self.j - 1].end

    def before(self, n: int = 1) -> Token | None:
        """The nth token before the match, where the stretch holds it."""
        return self.tokens[self.i - n] if self.i >= n else None

    def after(self, n: int = 0) -> Token | None:
        """The nth token behind the match, where the stretch holds it."""
        return self.tokens[self.j + n] if self.j + n < len(self.tokens) else None


class Rule:
    """A named pattern and what it makes; `make` returns None to refuse. The pattern is compiled when first tried."""

    __slots__ = ("name", "source", "make", "firsts", "_pattern")

    def __init__(self, name: str, source: str, make: Callable[[Hit], Found | None]) -> None:
        self.name, self.source, self.make = name, source, make
        self.firsts = frozenset(Firsts(source).symbols)
        self._pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern over symbols."""
        if self._pattern is None:
            self._pattern = re.compile(self.source)
        return self._pattern


_MANY = 50_000
#: tokens a rule may reach over
_REACH = 40
_NEVER_FIRST = frozenset(
    symbol(c) for c in ("other", "clock", "decimal", "counted", "todays", "age", "last", "lastp", "next", "this")
)


#: (end, rule, its parts), and for every position what matches there
Match = tuple[int, Rule, dict[str, tuple[int, int]]]
Plan = tuple[tuple[Match, ...], ...]


class Rules:
    """A family's rules, tried at every token: longest match first, then in order."""

    def __init__(self, parts: dict[str, str]) -> None:
        self.parts = parts
        self.rules: list[Rule] = []
        self._plans: dict[str, tuple] = {}
        self._tails: dict[str, tuple] = {}
        self._by_first: dict[str, list[Rule]] = {}

    def rule(self, name: str, *specs: str) -> Callable[[Callable[[Hit], Found | None]], Callable[[Hit], Found | None]]:
        """Register a function as the maker of these patterns."""

        def keep(make: Callable[[Hit], Found | None]) -> Callable[[Hit], Found | None]:
            for spec in specs:
                self.rules.append(Rule(name, pattern_source(spec, self.parts), make))
            return make

        return keep

    def plan(self, symbols: str) -> Plan:
        """For every position the rules that match there: (end, rule, parts)."""
        plan = self._plans.get(symbols)
        if plan is None:
            plan = tuple(self._at(symbols, i) for i in range(len(symbols)))
            if len(self._plans) > _MANY:
                self._plans.clear()
            if len(symbols) <= 4 * _REACH:
                self._plans[symbols] = plan
        return plan

    def _at(self, symbols: str, i: int) -> tuple[Match, ...]:
        if symbols[i] < "\ue000" or symbols[i] in _NEVER_FIRST:
            return ()
        tail = symbols[i : i + _REACH]  # no rule looks back: what matches hangs on what follows alone
        hits = self._tails.get(tail)
        if hits is None:
            found = []
            for rule in self._starting(tail[0]):
                m = rule.pattern.match(tail)
                if m and m.end():
                    found.append((m.end(), rule, {k.split("__")[0]: m.span(k) for k, v in m.groupdict().items() if v}))
            found.sort(key=lambda h: -h[0])
            if len(self._tails) > _MANY:
                self._tails.clear()
            self._tails[tail] = hits = tuple(found)
        return tuple((j + i, rule, {k: (a + i, b + i) for k, (a, b) in groups.items()}) for j, rule, groups in hits)

    def _starting(self, first: str) -> list[Rule]:
        """The rules whose patterns may start with the symbol, in order."""
        if first not in self._by_first:
            self._by_first[first] = [rule for rule in self.rules if first in rule.firsts]
        return self._by_first[first]

    def plan_for(self, tokens: list[Token]) -> Plan | None:
        """What may match the tokens; None where nothing does."""
        plan = self.plan("".join([symbol_of(t) for t in tokens]))
        return plan if any(plan) else None

    def read(self, ctx: Context, tokens: list[Token], plan: Plan | None = None) -> list[tuple[int, int, Rule, Found]]:
        """(first token, end token, rule, what it made) from left to right."""
        plan = plan or self.plan_for(tokens)
        out: list[tuple[int, int, Rule, Found]] = []
        i = 0
        while plan and i < len(tokens):
            for j, rule, groups in plan[i]:
                found = rule.make(Hit(ctx, tokens, i, j, groups))
                if found is not None:
                    if found.value and not found.offset and found.value[:4].isdigit():  # not a year before Christ
                        ctx.years.append((tokens[j - 1].end, int(found.value[:4])))
                    out.append((i, j, rule, found))
                    i = j
                    break
            else:
                i += 1
        return out
