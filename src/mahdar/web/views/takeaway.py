"""Every view for other programs: the same filters, the same ids, as JSON or CSV."""

from __future__ import annotations

import io
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from ...cli.timeline import COLUMNS, row, write_csv
from .asked import asked, filters


def timeline_json(record: Any, request: Request) -> Response:
    """The events of a view, as JSON."""
    events = list(record.timeline(**filters(asked(request))))
    return Response(msgspec.json.encode(events), media_type="application/json")


def timeline_csv(record: Any, request: Request) -> Response:
    """The events of a view, as CSV."""
    events = [msgspec.to_builtins(e) for e in record.timeline(**filters(asked(request)))]
    out = io.StringIO()
    write_csv(out, [row(e) for e in events], COLUMNS)
    return Response(
        out.getvalue(), media_type="text/csv", headers={"content-disposition": 'attachment; filename="events.csv"'}
    )


def event_json(record: Any, request: Request) -> Response:
    """One event, as JSON."""
    return Response(msgspec.json.encode(record.event(request.path_params["id"])), media_type="application/json")


def article_json(record: Any, request: Request) -> Response:
    """The reading of one article, as JSON."""
    return Response(
        msgspec.json.encode(record.article(request.path_params["id"]).reading), media_type="application/json"
    )
