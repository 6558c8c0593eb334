"""The app: addresses, templates, errors. A page is a pure function of the record and its address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from ..cli.words import best
from ..errors import MahdarError
from ..record import open_record
from .guard import Guard
from .views import article, cite, dyad, event, lists, takeaway, timeline, who
from .words import LANGUAGES, Tongue, shown

HERE = Path(__file__).parent
View = Callable[[Any, Request], tuple[str, dict[str, Any]]]


def templates() -> jinja2.Environment:
    """The templates: everything is escaped, a name that isn't there is an error."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    env.filters["shown"] = shown
    env.filters["best"] = best
    env.filters["days"] = lambda value: str(value).replace("/", " – ")
    env.filters["path"] = lambda text: quote(str(text), safe="")
    return env


def _arabic_names(opened: Any) -> Callable[[str], str | None]:
    """A look-up of the record's Arabic names by id."""

    def look(id: str) -> str | None:
        row = opened.db.execute("SELECT name_ar FROM entities WHERE id = ?", (id,)).fetchone()
        return row[0] if row else None

    return look


def make_app(record: Path, *, token: str | None = None, host: str | None = None) -> ASGIApp:
    """The app for one record. A token lets in the browser that was given it alone; a host, requests by that name."""
    env = templates()

    def render(
        request: Request, name: str, context: dict[str, Any], status: int = 200, opened: Any = None
    ) -> HTMLResponse:
        lang = request.path_params.get("lang", "en")
        lang = lang if lang in LANGUAGES else "en"
        other = "ar" if lang == "en" else "en"
        rest = request.url.path.removeprefix(f"/{lang}/") if request.url.path.startswith(f"/{lang}/") else ""
        query = f"?{request.url.query}" if request.url.query else ""
        frame = {
            "lang": lang, "dir": "rtl" if lang == "ar" else "ltr", "base": f"/{lang}",
            "other": f"/{other}/{quote(rest, safe='/')}{query}", "record_name": record.name,
            "t": Tongue(lang, _arabic_names(opened) if opened else None),
        }  # fmt: skip
        return HTMLResponse(env.get_template(name).render(**frame, **context), status)

    def page(view: View) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            if request.path_params["lang"] not in LANGUAGES:
                return render(request, "error.html", {"what": request.url.path, "hint": None}, 404)
            try:
                with open_record(record) as opened:
                    name, context = view(opened, request)
                    return render(request, name, context, opened=opened)
            except MahdarError as e:
                return render(request, "error.html", {"what": e.what, "hint": e.hint}, 404)

        return answer

    def raw(view: Callable[[Any, Request], Response]) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            try:
                with open_record(record) as opened:
                    return view(opened, request)
            except MahdarError as e:
                return render(request, "error.html", {"what": e.what, "hint": e.hint}, 404)

        return answer

    def home(request: Request) -> Response:
        wants = request.headers.get("accept-language", "").lower()
        return RedirectResponse("/ar/" if wants.startswith("ar") else "/en/", 303)

    app = Starlette(routes=[
        Route("/", home),
        Mount("/static", StaticFiles(directory=HERE / "static")),
        Route("/timeline.json", raw(takeaway.timeline_json)),
        Route("/timeline.csv", raw(takeaway.timeline_csv)),
        Route("/e/{id:path}.json", raw(takeaway.event_json)),
        Route("/e/{id:path}.bib", raw(cite.download)),
        Route("/e/{id:path}.ris", raw(cite.download)),
        Route("/a/{id:path}.json", raw(takeaway.article_json)),
        Route("/{lang}/", page(timeline.timeline)),
        Route("/{lang}/e/{id:path}", page(event.event)),
        Route("/{lang}/a/{id:path}", page(article.article)),
        Route("/{lang}/who/{id:path}", page(who.who)),
        Route("/{lang}/dyad", page(dyad.dyad)),
        Route("/{lang}/search", page(lists.search)),
        Route("/{lang}/promises", page(lists.promises)),
        Route("/{lang}/changes", page(lists.changes)),
        Route("/{lang}/about", page(lists.about)),
    ])  # fmt: skip
    return Guard(app, token=token, host=host)
