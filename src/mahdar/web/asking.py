"""One request to an app without a server: for `mahdar serve --get` and for tests."""

from __future__ import annotations

import asyncio
from typing import NamedTuple
from urllib.parse import quote, unquote

from starlette.types import ASGIApp, Message


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def get(app: ASGIApp, path: str, *, method: str = "GET", headers: dict[str, str] | None = None) -> Answer:
    """The answer to one request."""
    path, _, query = path.partition("?")
    sent: list[Message] = []
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": unquote(path), "raw_path": path.encode(),
        "query_string": quote(query, safe="=&%+").encode(), "root_path": "",
        "headers": [(k.lower().encode(), v.encode()) for k, v in (headers or {"host": "127.0.0.1"}).items()],
        "client": ("127.0.0.1", 0), "server": ("127.0.0.1", 0),
    }  # fmt: skip

    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        if (message := next(asked, None)) is None:
            await asyncio.Event().wait()  # nobody hangs up
        return message or {}

    async def send(message: Message) -> None:
        sent.append(message)

    async def answer() -> None:
        await app(scope, receive, send)

    asyncio.run(answer())
    start = next(m for m in sent if m["type"] == "http.response.start")
    body = b"".join(m.get("body", b"") for m in sent if m["type"] == "http.response.body")
    return Answer(start["status"], {k.decode(): v.decode() for k, v in start["headers"]}, body)
