"""The web page without a browser: who gets in, what every answer carries, and that page text is only ever text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest

pytest.importorskip("starlette")

from mahdar.building import build
from mahdar.lexicon import read_table
from mahdar.record import open_record
from mahdar.web.app import HERE, make_app
from mahdar.web.asking import get
from mahdar.web.marks import Mark, pieces
from mahdar.web.views.asked import STATUSES
from mahdar.web.views.timeline import months_between
from mahdar.web.words import _words, shown, word

NEWS = (
    "استقبل الزعيم الكوري الشمالي كيم جونغ أون وزير الخارجية الروسي سيرغي لافروف في بيونغ يانغ "
    "يوم الخميس 31 مايو 2018. "
    "وقال لافروف: «المحادثات كانت مفيدة وسوف تستمر في موسكو»."
)
SCRIPT = '<script src="/static/panes.js" defer></script>'  # ours, from a file
ATTACK = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> &lt;b&gt; \u202eمعكوس\u202c \u2066مخفي\u2069 {{ 7 * 7 }}"
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of three articles, one of them hostile in its title, its text and its outlet."""
    folder = tmp_path_factory.mktemp("web")
    lines = [
        {"id": "one", "title": "لافروف في بيونغ يانغ", "date": "2018-05-31", "outlet": "First", "text": NEWS},
        {"id": "two/deep", "title": ATTACK, "date": "2018-06-01", "outlet": ATTACK, "url": "javascript:alert(3)",
         "text": f"{NEWS} وأضاف لافروف أن «{ATTACK}»."},
        {"id": "three", "title": "ا" * 20000, "date": "2018-06-02", "text": NEWS + " " + "ب" * 20000},
    ]  # fmt: skip
    path = folder / "news.jsonl"
    path.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines), encoding="utf-8")
    target = folder / "web.mahdar"
    build([str(path)], target)
    return target


def addresses(record: Path) -> list[str]:
    """Every kind of page there is."""
    with open_record(record) as opened:
        events = [e.id for e in opened.timeline()]
        entities = sorted({p.id for e in opened.timeline() for p in (*e.actors, *e.recipients)})
    assert events and entities
    pages = ["", "promises", "promises?at=90", "promises?state=open&who=x", "changes", "about", "sources", "said", f"said?about={quote(ATTACK)}&from=2018", "search", "dyad", "dyad?a=RUS&b=PRK", f"search?q={quote('لافروف')}", f"search?q={quote(ATTACK)}"]
    pages += ["?act=meet&country=PRK&from=2018-05&to=2018", f"?who={quote(ATTACK)}&words={quote(ATTACK)}", "?page=99"]
    pages += [f"e/{quote(i)}" for i in events] + [f"who/{quote(i, safe='')}" for i in entities]
    pages += ["a/one", "a/two%2Fdeep", "a/two/deep", "a/three"]
    return [f"/{lang}/{p}" for lang in ("en", "ar") for p in pages]


def test_every_page_answers_in_both_languages_and_shows_text_as_text(record: Path) -> None:
    app = make_app(record)
    for address in addresses(record):
        answer = get(app, address)
        assert answer.status == 200, address
        page = answer.body.decode()
        assert "<script" not in page.replace(SCRIPT, "") and "<img" not in page, address
        assert not re.search(r"""=\s*["']?\s*javascript:""", page), address
        assert "onerror" not in page or "onerror=alert(2)&gt;" in page, address
        assert not any(c in page for c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"), address
        assert " style=" not in page and "49" not in page.partition("{{ 7")[0][-3:], address
        lang = address[1:3]
        assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in page


def test_every_answer_carries_the_policy(record: Path) -> None:
    app = make_app(record)
    for address in ("/", "/en/", "/static/style.css", "/nope", "/timeline.json", "/en/e/none"):
        headers = get(app, address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"


def test_what_is_not_there_is_said(record: Path) -> None:
    app = make_app(record)
    for address in ("/en/e/none", "/ar/a/none", "/en/who/person:nobody", "/fr/", "/en/?from=soon", "/en/nope", "/static/nope", "/nope/none"):
        answer = get(app, address)
        assert answer.status == 404 and b"Traceback" not in answer.body and b"<h1>" in answer.body, address
    assert "ليس في هذا السجل" in get(app, "/ar/nowhere").body.decode()


def test_the_token_works_once_and_the_cookie_stays(record: Path) -> None:
    app = make_app(record, token="secret-token", host="127.0.0.1:8123")
    here = {"host": "127.0.0.1:8123"}
    assert get(app, "/en/", headers=here).status == 403
    assert get(app, "/static/style.css", headers=here).status == 403
    assert get(app, "/?token=wrong", headers=here).status == 403
    let_in = get(app, "/?token=secret-token", headers=here)
    assert let_in.status == 303
    cookie = let_in.headers["set-cookie"]
    assert "HttpOnly" in cookie and "samesite=strict" in cookie.lower()
    known = {**here, "cookie": cookie.partition(";")[0]}
    assert get(app, "/en/", headers=known).status == 200
    assert get(app, "/?token=secret-token", headers=here).status == 403
    assert get(app, "/en/", headers={**known, "host": "evil.example:8123"}).status == 421
    assert get(app, "/en/", headers=known, method="POST").status == 405


def test_no_file_outside_static_is_given(record: Path) -> None:
    app = make_app(record)
    for address in ("/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/vendor/../../app.py"):
        assert get(app, address).status == 404


def test_views_for_other_programs(record: Path) -> None:
    app = make_app(record)
    events = json.loads(get(app, "/timeline.json?act=meet").body)
    assert events and all(e["act"] == "meet" for e in events)
    assert json.loads(get(app, f"/e/{events[0]['id']}.json").body)["id"] == events[0]["id"]
    assert json.loads(get(app, "/a/two%2Fdeep.json").body)["id"] == "two/deep"
    table = get(app, "/timeline.csv?act=meet")
    assert table.headers["content-type"].startswith("text/csv")
    assert len(table.body.decode().splitlines()) == 1 + len(events)


def test_citations(record: Path) -> None:
    app = make_app(record)
    event = json.loads(get(app, "/timeline.json?act=meet").body)[0]["id"]
    bib, ris = get(app, f"/e/{event}.bib").body.decode(), get(app, f"/e/{event}.ris").body.decode()
    assert bib.count("@misc{") == ris.count("TY  - NEWS") == 3 and event in bib and event in ris
    assert "\u202e" not in bib + ris and all(re.match(r"^([A-Z][A-Z0-9]  - .*)?$", x) for x in ris.split("\r\n"))


def test_marks_cut_no_letter_from_its_sign() -> None:
    text = "قدّم الوزير"
    cut = pieces(text, [Mark(0, 2, "act", "r1")])       # the edge would fall between د and its shadda
    assert [p.text for p in cut] == ["قدّ", "م الوزير"]
    assert "".join(p.text for p in cut) == text


def test_marks_overlap() -> None:
    marks = [Mark(0, 4, "evidence", "r1"), Mark(2, 3, "act", "r1"), Mark(2, 6, "said", "s1"), Mark(9, 12, "act", "x")]
    cut = pieces("abcdef", marks)
    assert [(p.text, p.kinds, p.link) for p in cut] == [
        ("ab", ("evidence",), "r1"),
        ("c", ("act", "said", "evidence"), "r1"),
        ("d", ("said", "evidence"), "s1"),
        ("ef", ("said",), "s1"),
    ]
    assert [p.first for p in cut] == [("r1",), ("s1",), (), ()]


def test_every_word_of_the_interface_stands_in_both_languages() -> None:
    assert all(row["en"] and row["ar"] for row in _words().values())
    assert word("article", "ar", 2) == "مقالان" and word("event", "en", 1) == "1 event"
    assert word("event", "ar", 11) == "11 واقعة"
    pages = "".join(p.read_text(encoding="utf-8") for p in (HERE / "templates").glob("*.html"))
    keys = set(re.findall(r"\bt\('([a-z_]+)'\)", pages))
    assert len(keys) > 40 and not {k for k in keys if k not in _words()}


def test_shown_and_months() -> None:
    assert shown(None) == "" and shown("a\u202eb\u2067c\x1b") == "abc" and shown("خانه\u200cها") == "خانه\u200cها"
    assert months_between("2018-12", "2018-12") == ["2018-12"] and len(months_between("2018-01", "2023-12")) == 72


def test_whatever_a_record_may_hold_has_a_word_in_both_languages() -> None:
    source = HERE.parent
    acts = [row["id"] for row in read_table(source / "english" / "acts.tsv")]
    held = {part for act in acts for part in act.split("/")}
    held |= {row["mode"] for row in read_table(source / "rules" / "acts" / "verbs.tsv") if row["mode"]}
    held |= {row["id"] for row in read_table(source / "rules" / "speech" / "channels.tsv")}
    held |= {row["kind"] for row in read_table(source / "pages" / "furniture.tsv")}
    held |= {"person", "state", "institution", "organization", "group", "agency", "unnamed", "is_place", "is_outlet"}
    held |= set(STATUSES) | {"scheduled", "intended", "expected", "invited", "offered", "demanded", "hoped", "conditional", "speculated",
                             "called_off", "postponed", "suspended", "began", "ongoing", "resumed", "ended", "attempted", "foiled", "rumoured"}  # fmt: skip
    held |= {"carried_out_by", "announced_by", "cancelled_by", "revived_by", "denied_by", "part_of", "repeats", "more precise", "contradicts", "changed"}
    held |= {"change_new", "change_changed", "change_withdrawn", "change_passed", "no report tells it any more", "first independent confirmation", "newly denied", "its day has passed"}
    held |= {"open", "overdue", "carried out", "called off", "overtaken", "metadata", "page", "inferred"}
    assert not sorted(k for k in held if k not in _words())
