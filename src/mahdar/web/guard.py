"""What stands before every page: this machine only, one token, read only, a strict content-security policy."""

from __future__ import annotations

import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
COOKIE = "mahdar"


class Guard:
    """Lets a request through when it asks this machine by its own name, only reads, and has shown the token once.

    `token` None (as for --get and tests) asks for none. The token works once; the browser that used it keeps a cookie.
    """

    def __init__(self, app: ASGIApp, *, token: str | None = None, host: str | None = None) -> None:
        self.app = app
        self.open = token is None
        self.token = token
        self.hosts = {host, host.replace("127.0.0.1", "localhost")} if host else None
        self.session = secrets.token_urlsafe(24)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                static = scope["path"].startswith("/static/")
                headers["cache-control"] = "private, max-age=3600" if static else "no-store"
            await send(message)

        refused = self._refuse(scope)
        await (refused or self.app)(scope, receive, guarded)

    def _refuse(self, scope: Scope) -> PlainTextResponse | RedirectResponse | None:
        """The answer to a request that isn't let through; None for one that is."""
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("This page only reads.\n", 405)
        if self.hosts and headers.get("host") not in self.hosts:
            return PlainTextResponse("Ask for this page by the address that was printed.\n", 421)
        if self.open:
            return None
        if self._knows(headers.get("cookie", "")):
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if self.token and hmac.compare_digest(given.encode(), self.token.encode()):
            self.token = None
            answer = RedirectResponse("/", 303)
            answer.set_cookie(self._name(), self.session, httponly=True, samesite="strict", path="/")
            return answer
        return PlainTextResponse(
            "Open the address that `mahdar serve` printed; it works once. Or start it again.\n", 403
        )

    def _name(self) -> str:
        """The cookie's name; one a port, since cookies don't know ports."""
        port = next(iter(self.hosts)).rpartition(":")[2] if self.hosts else ""
        return COOKIE + port

    def _knows(self, cookie: str) -> bool:
        try:
            morsel = SimpleCookie(cookie).get(self._name())
        except CookieError:
            return False
        return morsel is not None and hmac.compare_digest(morsel.value.encode(), self.session.encode())
