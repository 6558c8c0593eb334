"""All families of rules, in the order in which they are tried where two match the same words."""

from . import absolute, hijri, holidays, offsets, periods, relative, spans, traps

FAMILIES = (absolute, hijri, holidays, offsets, periods, relative, spans, traps)
