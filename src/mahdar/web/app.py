"""The app: addresses, templates, errors. A page is a pure function of the record and its address."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import anyio.to_thread
import jinja2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from ..cli.words import best
from ..errors import MahdarError
from .guard import Guard
from .shelf import Desk, Shelf
from .views import about, article, cite, dyad, event, lists, sources, takeaway, timeline, who
from .words import LANGUAGES, Tongue, has, shown, whole

HERE = Path(__file__).parent
THREADS = 4  # each keeps the record open, with a cache of its own
View = Callable[[Desk], tuple[str, dict[str, Any]]]
#: views by name, which is their address too; the timeline stands at the top
VIEWS: dict[str, View] = {
    "timeline": timeline.timeline, "dyad": dyad.dyad, "said": lists.said, "promises": lists.promises, "changes": lists.changes,
    "sources": sources.sources, "search": lists.search, "about": about.about,
}  # fmt: skip
THINGS: dict[str, View] = {"e": event.event, "a": article.article, "who": who.who}


def templates() -> jinja2.Environment:
    """The templates: everything is escaped, a name that isn't there is an error."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    env.filters["shown"] = shown
    env.filters["whole"] = whole
    env.filters["best"] = best
    env.filters["path"] = lambda text: quote(str(text), safe="")
    env.tests["worded"] = has
    return env


@asynccontextmanager
async def few_threads(_: Starlette) -> AsyncIterator[None]:
    """Answers run in few threads for as long as the app does."""
    anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield


def frame(shelf: Shelf, request: Request, t: Tongue, kind: str | None) -> dict[str, Any]:
    """What every page's template knows."""
    lang, other = t.lang, "ar" if t.lang == "en" else "en"
    path = request.url.path
    rest = path.removeprefix(f"/{lang}/") if path.startswith(f"/{lang}/") else ""
    query = f"?{request.url.query}" if request.url.query else ""
    return {
        "lang": lang, "dir": "rtl" if lang == "ar" else "ltr", "base": f"/{lang}", "t": t, "kind": kind,
        "other": f"/{other}/{quote(rest, safe='/')}{query}", "record_name": shelf.path.name,
        "take": (f"/{quote(rest or 'timeline', safe='/')}", query) if kind else None, "brief": kind in takeaway.BRIEF,
    }  # fmt: skip


def make_app(record: Path, *, token: str | None = None, host: str | None = None) -> ASGIApp:
    """The app for one record. A token lets in the browser that was given it alone; a host, requests by that name."""
    env = templates()
    shelf = Shelf(record)

    def failed(request: Request, what: str, hint: str | None) -> HTMLResponse:
        lang = request.url.path.strip("/").partition("/")[0]
        t = Tongue(lang if lang in LANGUAGES else "en")
        context = {**frame(shelf, request, t, None), "what": what, "hint": hint}
        return HTMLResponse(env.get_template("error.html").render(**context), 404)

    def page(kind: str, view: View) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            if request.path_params["lang"] not in LANGUAGES:
                return failed(request, request.url.path, None)
            given = request.query_params.multi_items()
            if any(not value.strip() for _, value in given):  # a form's empty fields make no part of an address
                kept = urlencode([(k, v) for k, v in given if v.strip()])
                return RedirectResponse(f"{quote(request.url.path, safe='/')}{'?' + kept if kept else ''}", 303)
            try:
                desk = Desk(shelf, request)
                name, context = view(desk)
                footnote = "" if kind == "e" else cite.plain_view(desk, kind)
                known = {**frame(shelf, request, desk.t, kind), "footnote": footnote, **context}
                return HTMLResponse(env.get_template(name).render(**known))
            except MahdarError as e:
                return failed(request, e.what, e.hint)

        return answer

    def form(kind: str) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            try:
                return takeaway.take(Desk(shelf, request), kind, request.path_params["form"])
            except MahdarError as e:
                return failed(request, e.what, e.hint)

        return answer

    def unknown(request: Request, _: Exception) -> Response:
        return failed(request, request.url.path, None)

    def home(request: Request) -> Response:
        """An address without a language leads to the browser's own."""
        lang = "ar" if request.headers.get("accept-language", "").lower().startswith("ar") else "en"
        path = quote(request.url.path.removeprefix("/timeline"), safe="/")
        return RedirectResponse(f"/{lang}{path or '/'}{'?' + request.url.query if request.url.query else ''}", 303)

    app = Starlette(lifespan=few_threads, exception_handlers={404: unknown}, routes=[
        Route("/", home),
        Mount("/static", StaticFiles(directory=HERE / "static")),
        *(Route(f"/{name}.{{form}}", form(name)) for name in VIEWS),
        *(Route(f"/{name}/{{id:path}}.{{form}}", form(name)) for name in THINGS),
        *(Route(f"/{name}", home) for name in VIEWS),
        *(Route(f"/{name}/{{id:path}}", home) for name in THINGS),
        Route("/{lang}/", page("timeline", timeline.timeline)),
        *(Route(f"/{{lang}}/{name}", page(name, view)) for name, view in VIEWS.items()),
        *(Route(f"/{{lang}}/{name}/{{id:path}}", page(name, view)) for name, view in THINGS.items()),
    ])  # fmt: skip
    return Guard(app, token=token, host=host)
