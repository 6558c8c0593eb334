"""Hostile pages in the browser's answers: one attack a test, in titles, names, outlets, evidence; always only text."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import quote

import pytest

pytest.importorskip("starlette")

from mahdar.building import build
from mahdar.record import open_record
from mahdar.web.app import make_app
from mahdar.web.asking import Answer, get

Ask = Callable[[str], Answer]

NEWS = (
    "استقبل الزعيم الكوري الشمالي كيم جونغ أون وزير الخارجية الروسي سيرغي لافروف في بيونغ يانغ "
    "يوم الخميس 31 مايو 2018. وقال لافروف: «{0} المحادثات كانت مفيدة {0}». وأعلن وزير الخارجية التشيكي {0} زدينيك زاوراليك في موسكو أن بلاده "
    "تدعم روسيا {0}."
)
SCRIPT = "<script>alert(1)</script><svg><script>alert(2)</script></svg>"
HANDLER = '"><img src=x onerror=alert(3)> \' onmouseover=\'alert(4)\' x="'
LINK = 'javascript:alert(5)//<a href="javascript:alert(6)">'
BIDI = "\u202eقلب\u202c \u2067عزل\u2069 \u200eعلامة\u200f"
TEMPLATE = "{{ 7 * 7 }} {% raw %} ${7*7} &lt;b&gt; <!-- --> ]]>"
GIANT = "ا" * 30000
CELL = "=HYPERLINK(\"http://evil.example\",\"x\")"
ATTACKS = {"script": SCRIPT, "handler": HANDLER, "link": LINK, "bidi": BIDI, "template": TEMPLATE, "giant": GIANT, "cell": CELL}


class Seen(HTMLParser):
    """The tags and attributes of a page, as a browser takes them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module", params=sorted(ATTACKS))
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Ask, list[str]]:
    """(name of the attack, an app over articles that make it, every kind of address)."""
    attack = ATTACKS[request.param]
    folder = tmp_path_factory.mktemp("attack")
    lines = [
        {"id": "plain", "date": "2018-05-30", "outlet": "First", "title": "لافروف في بيونغ يانغ", "text": NEWS.format("")},
        {"id": f"bad/{attack[:60]}", "date": "2018-05-31", "outlet": attack, "url": f"http://x.example/{attack[:200]}",
         "title": f"{attack} لافروف يلتقي كيم", "text": NEWS.format(attack)},
    ]  # fmt: skip
    path = folder / "news.jsonl"
    path.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines), encoding="utf-8")
    record = folder / "web.mahdar"
    build([str(path)], record)
    with open_record(record) as opened:
        events = [e.id for e in opened.timeline()]
        people = sorted({p.id for e in opened.timeline() for p in (*e.actors, *e.recipients)})
        articles = list(opened.articles())
    asked = quote(attack[:150])
    pages = ["", "said", "promises", "changes", "sources", "about", f"search?q={asked}", f"?who={asked}&words={asked}&country={asked}",
             f"?place={asked}&source={asked}&act={asked}&mode={asked}", f"said?who={asked}&about={asked}", f"dyad?a={asked}&b=RUS",
             f"promises?who={asked}&words={asked}&state={asked}", f"?independent={asked}&reviewed={asked}&at={asked}"]  # fmt: skip
    pages += [f"e/{quote(e, safe='')}" for e in events] + [f"who/{quote(p, safe='')}" for p in people] + [f"a/{quote(a, safe='')}" for a in articles]
    app = make_app(record)
    return request.param, lambda path: get(app, path), [f"/{lang}/{p}" for lang in ("en", "ar") for p in pages]


def test_a_page_has_only_our_own_tags_handlers_and_addresses(attacked: tuple[str, Ask, list[str]]) -> None:
    name, ask, addresses = attacked
    for address in addresses:
        answer = ask(address)
        assert answer.status in (200, 404) and "text/html" in answer.headers["content-type"], address
        seen = Seen(answer.body.decode())
        assert not {"img", "iframe", "object", "embed", "base", "style"} & set(seen.tags), (name, address)
        scripts = [v for t, n, v in seen.attributes if t == "script" and n == "src"]
        assert seen.tags.count("script") == len(scripts) and set(scripts) <= {"/static/panes.js"}, (name, address)
        for tag, attribute, value in seen.attributes:
            assert not attribute.startswith("on") and attribute != "style", (name, address, attribute)
            if attribute in ("href", "src", "action"):
                assert value.startswith(("/", "#")) and not value.startswith("//"), (name, address, tag, value)


def test_letters_that_turn_the_text_around_are_left_out(attacked: tuple[str, Ask, list[str]]) -> None:
    name, ask, addresses = attacked
    for address in addresses:
        page = ask(address).body.decode()
        assert not [c for c in page if c in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00"], (name, address)


def test_what_the_page_says_is_still_there_as_text(attacked: tuple[str, Ask, list[str]]) -> None:
    name, ask, addresses = attacked
    if name in ("bidi", "giant"):
        return
    bad = next(a for a in addresses if a.startswith("/en/a/bad"))
    text = " ".join("".join(Seen(ask(bad).body.decode()).text).split())
    core = {"script": "alert(1)", "handler": "onerror=alert(3)", "link": "javascript:alert(5)", "template": "{{ 7 * 7 }}", "cell": "HYPERLINK"}[name]
    assert core in text, name


def test_a_giant_name_makes_no_giant_page(attacked: tuple[str, Ask, list[str]]) -> None:
    name, ask, addresses = attacked
    if name != "giant":
        return
    for address in addresses:
        size = len(ask(address).body)
        assert size < (800_000 if "/a/" in address else 200_000), (address, size)


def test_files_to_take_away_obey_nobody(attacked: tuple[str, Ask, list[str]]) -> None:
    name, ask, addresses = attacked
    for address in addresses:
        if "/ar/" in address:
            continue
        path, _, query = address.removeprefix("/en").partition("?")
        path = "/timeline" if path == "/" else path
        for form in ("json", "csv", "bib", "ris"):
            answer = ask(f"{path}.{form}?{query}")
            if answer.status == 404:
                continue
            body = answer.body.decode()
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert "html" not in answer.headers["content-type"], (name, path, form)
            if form == "csv":
                assert not [line for line in body.splitlines() if line.startswith(("=", "+", "@"))], (name, path)
                assert ",=HYPERLINK" not in body and ',"=HYPERLINK' not in body
            if form == "ris":
                assert all(x[:6].endswith("  - ") for x in body.split("\r\n") if x), (name, path)
            if form in ("bib", "ris"):
                assert "\u202e" not in body and "\u2067" not in body
