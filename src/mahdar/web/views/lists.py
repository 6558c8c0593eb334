"""Search, promises, changes, and the page about the record itself."""

from __future__ import annotations

from itertools import islice
from typing import Any

import msgspec
from starlette.requests import Request

PAGE = 100


def search(record: Any, request: Request) -> tuple[str, dict[str, Any]]:
    """Words found in the articles, and people, countries and bodies of that name."""
    asked = request.query_params.get("q", "").strip()[:200]
    entities = [e for e in record.entity(asked) if e.kind != "unnamed"][:10] if asked else []
    return "search.html", {
        "asked": asked,
        "hits": list(record.search(asked, limit=50)) if asked else [],
        "entities": entities,
    }


def promises(record: Any, request: Request) -> tuple[str, dict[str, Any]]:
    """Invitations, plans and threats, and what became of them; a hundred at a time."""
    number = request.query_params.get("page", "1")
    at = max(1, int(number)) if number.isdigit() else 1
    found = [(p, msgspec.to_builtins(p.event)) for p in islice(record.promises(), (at - 1) * PAGE, at * PAGE + 1)]
    return "promises.html", {"promises": found[:PAGE], "page": at, "more": len(found) > PAGE}


def changes(record: Any, request: Request) -> tuple[str, dict[str, Any]]:
    """What the last build did."""
    return "changes.html", {"changes": list(record.changes())[:500]}


def about(record: Any, request: Request) -> tuple[str, dict[str, Any]]:
    """What the record was built from, and which pages it holds."""
    coverage = record.coverage()
    hidden = ("idle rulings", "linked")  # the record's own bookkeeping
    known = record.facts().items()
    facts = [(k.replace("_", " "), v) for k, v in known if k not in hidden and not isinstance(v, list | tuple | dict)]
    return "about.html", {"facts": facts, "rows": coverage.rows, "gaps": coverage.gaps}
