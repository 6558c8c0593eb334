"""What the views show and give away, over the example pages."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

pytest.importorskip("starlette")

from mahdar.building import build
from mahdar.linking.account import Event
from mahdar.model import Entity
from mahdar.record import open_record
from mahdar.web.app import THINGS, VIEWS, make_app
from mahdar.web.asking import get
from mahdar.web.offices import terms, title
from mahdar.web.privacy import private
from mahdar.web.views.dyad import plot
from mahdar.web.views.event import steps
from mahdar.web.views.sources import outlets
from mahdar.web.views.takeaway import BRIEF

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the example pages."""
    target = tmp_path_factory.mktemp("views") / "examples.mahdar"
    build([str(ROOT / "examples" / "pages")], target)
    return target


@pytest.fixture(scope="module")
def ask(record: Path):
    """Asks the app for a path; the body as text."""
    app = make_app(record)

    def asked(path: str, status: int = 200) -> str:
        answer = get(app, path)
        assert answer.status == status, (path, answer.body[:300])
        return answer.body.decode()

    return asked


def disputed(record: Path) -> Event:
    """The event of the examples with most disagreements and statuses."""
    with open_record(record) as opened:
        return max(opened.timeline(), key=lambda e: (len(e.disagreements), len({h.status for h in e.history}), len(e.evidence), e.id))


def test_every_view_in_every_form(ask, record: Path) -> None:
    things = {"e": disputed(record).id, "a": "2018/letter", "who": "person:kim-jong-un"}
    queries = {"dyad": "?a=USA&b=PRK", "search": f"?q={quote('كيم')}", "said": f"?about={quote('كيم')}", "timeline": "?country=PRK"}
    assert set(things) == set(THINGS)
    for kind in (*VIEWS, *THINGS):
        path = f"/{kind}/{quote(things[kind], safe='')}" if kind in THINGS else f"/{kind}"
        query = queries.get(kind, "")
        whole = json.loads(ask(f"{path}.json{query}"))
        assert whole, kind
        rows = list(csv.DictReader(io.StringIO(ask(f"{path}.csv{query}"))))
        assert rows and all(None not in r for r in rows), kind
        assert ask(f"{path}.bib{query}").startswith("@misc{") and ask(f"{path}.ris{query}").startswith("TY  - "), kind
        brief = ask(f"{path}.md{query}", 200 if kind in BRIEF else 404)
        assert kind not in BRIEF or (brief.startswith("# ") and "[^1]: «" in brief), kind
        page = ask(f"/en{'/' if kind == 'timeline' else path}{query}")
        for form in ("json", "csv", "bib", "ris", *(("md",) if kind in BRIEF else ())):
            assert f'href="{unquote(path)}.{form}{unquote(query).replace("&", "&amp;")}"' in unquote(page), (kind, form)


def test_an_address_without_a_language_leads_to_the_readers_own(record: Path) -> None:
    app = make_app(record)
    for path, wants, leads in (
        ("/timeline?country=PRK", "en", "/en/?country=PRK"), ("/a/2018%2Fletter", "ar-EG,ar", "/ar/a/2018/letter"),
        ("/promises", "ar", "/ar/promises"), ("/", "fr", "/en/"), ("/en/?country=PRK&who=&from=", "en", "/en/?country=PRK"),
    ):  # fmt: skip
        answer = get(app, path, headers={"host": "127.0.0.1", "accept-language": wants})
        assert answer.status == 303 and answer.headers["location"] == leads, path
        assert get(app, leads).status == 200


def test_json_and_csv_hold_the_whole_view(ask) -> None:
    events = json.loads(ask("/timeline.json?country=PRK&act=meet"))
    assert len(events) == len(list(csv.DictReader(io.StringIO(ask("/timeline.csv?country=PRK&act=meet")))))
    assert all(e["act"] == "meet" and any(p["country"] == "PRK" for p in (*e["actors"], *e["recipients"])) for e in events)
    assert json.loads(ask(f"/timeline.json?country={quote('كوريا الشمالية')}&act=meet")) == events
    assert json.loads(ask("/timeline.json?country=North+Korea&act=meet")) == events


def test_filters_read_as_a_sentence_and_can_be_taken_away(ask) -> None:
    page = ask("/en/?country=PRK&act=meet&from=2018-05")
    assert "<title>meeting · with North Korea · from May 2018 ·" in page
    chips = re.findall(r'<a class="chip" href="([^"]+)"><bdi>([^<]+)</bdi>', page)
    assert chips == [("/en/?country=PRK&amp;from=2018-05", "meeting"), ("/en/?act=meet&amp;from=2018-05", "North Korea"),
                     ("/en/?act=meet&amp;country=PRK", "May 2018")]  # fmt: skip
    form = ask("/en/?country=PRK&country=USA&mode=direct")
    assert '<input type="hidden" name="country" value="PRK">' in form and '<input type="hidden" name="mode" value="direct">' in form
    assert "بمشاركة" in ask("/ar/?country=PRK") and "كوريا الشمالية" in ask("/ar/?country=PRK")


def test_facet_counts_are_those_of_the_views_they_lead_to(ask) -> None:
    assert "status=held" not in ask("/en/?status=planned").partition("<aside")[2]
    page = ask("/en/?country=PRK")
    facets = re.findall(r'<li><a href="/en/\?([^"]+)">.*?</a> <span class="quiet">([\d,]+)</span></li>', page)
    assert len(facets) > 12 and any("place=" in q for q, _ in facets) and any("who=person" in q for q, _ in facets)
    for query, n in facets[::2]:
        assert len(json.loads(ask(f"/timeline.json?{query.replace('&amp;', '&')}"))) == int(n.replace(",", "")), query


def test_an_event_shows_its_voices_and_where_they_differ(ask, record: Path) -> None:
    event = disputed(record)
    assert event.disagreements and len(event.evidence) > 1
    for lang in ("en", "ar"):
        page = ask(f"/{lang}/e/{event.id}")
        assert page.count("<tr>") == 1 + len(event.reports) and 'id="differ"' in page
        told = {v.value for d in event.disagreements if d.field == "date" for v in d.values if v.value != event.date}
        assert page.count('class="differs"') >= len(told)


def test_an_event_shows_its_path_and_the_voices_of_each_step(ask, record: Path) -> None:
    with open_record(record) as opened:
        event = next(e for e in opened.timeline() if len({h.status for h in e.history}) > 1)
    page = ask(f"/en/e/{event.id}")
    path = page.partition('<ol class="path">')[2].partition("</ol>")[0]
    for status in {h.status for h in event.history}:
        assert f'href="/en/e/{event.id}?status={status}#voices"' in path
        only = ask(f"/en/e/{event.id}?status={status}").partition("<tbody>")[2].partition("</tbody>")[0]
        shown = set(re.findall(r'<span class="status (\w+)">', only))
        assert shown == {status}
    assert ask(f"/en/e/{event.id}?status=nonsense").count("<tr>") == page.count("<tr>")


def test_steps_join_what_is_told_in_a_row_and_put_the_announcement_first() -> None:
    def stage(status: str, told: str | None) -> dict:
        return {"status": status, "date": None, "first_reported": told, "articles": [f"a{told}"]}

    event = {"articles": 4, "history": [stage("planned", "2018-05-01"), stage("planned", "2018-05-02"), stage("cancelled", "2018-05-24"), stage("held", "2018-06-12")]}
    tie = {"relation": "announced_by", "event": "e1", "date": "2018-03-08", "status": "held", "sentence": {"en": "", "ar": ""}}
    after = {**tie, "relation": "carried_out_by", "event": "e2"}
    found = steps(event, [after, tie])
    assert [s["relation"] or s["status"] for s in found] == ["announced_by", "planned", "cancelled", "held", "carried_out_by"]
    assert found[1]["articles"] == 2


def test_people_without_an_office_have_no_page(ask) -> None:
    def person(**known: str | None) -> Entity:
        return Entity(id="person:nobody-known", kind="person", name="X", **known)

    assert private(person()) and private(person(office="journalist", sector="MED")) and private(person(office="prisoner", sector="GOV"))
    assert private(person(office="soldier", sector="MIL")) and private(person(sector="GOV"))
    assert not private(person(office="interior minister", sector="GOV"))
    assert not private(Entity(id="person:kim-jong-un", kind="person", name="Kim Jong Un"))     # holds an office by the tables
    assert not private(Entity(id="state:PRK", kind="state", name="North Korea"))


def test_no_page_and_no_export_of_a_private_person(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    text = "التقى وزير الخارجية الروسي سيرغي لافروف الطبيبة نادين الحداد في موسكو. وقالت الطبيبة نادين الحداد إن اللقاء كان مفيدا."
    news.write_text(json.dumps({"id": "one", "date": "2018-05-31", "text": text}), encoding="utf-8")
    build([str(news)], tmp_path / "one.mahdar")
    with open_record(tmp_path / "one.mahdar") as opened:
        people = {p.id for e in opened.timeline() for p in (*e.actors, *e.recipients)}
    hidden = next(p for p in people if p != "person:sergey-lavrov")
    app = make_app(tmp_path / "one.mahdar")
    page = get(app, f"/en/who/{quote(hidden, safe='')}").body.decode()
    assert "no page" in page and "موسكو" not in page and ".json" not in page
    assert all(get(app, f"/who/{quote(hidden, safe='')}.{form}").status == 404 for form in ("json", "csv", "md"))
    for address in ("/en/", f"/en/search?q={quote('نادين')}", "/en/said"):
        assert f"/who/{quote(hidden, safe='')}" not in get(app, address).body.decode()


def test_what_is_said_about_somebody_names_him_or_stands_under_his_name(tmp_path: Path) -> None:
    text = "أعلن الكرملين أن «المحادثات مع لافروف كانت مفيدة». وقال البيت الأبيض إن «العقوبات ستبقى»."
    news = tmp_path / "news.jsonl"
    news.write_text(json.dumps({"id": "one", "date": "2018-05-31", "title": "واشنطن ترد على لافروف", "text": text}), encoding="utf-8")
    build([str(news)], tmp_path / "one.mahdar")
    app = make_app(tmp_path / "one.mahdar")
    about = quote("لافروف")
    named = [q["words"] for q in json.loads(get(app, f"/said.json?about={about}").body)]
    assert named == ["المحادثات مع لافروف كانت مفيدة"]
    titled = [q["words"] for q in json.loads(get(app, f"/said.json?about={about}&titled=1").body)]
    assert set(titled) > set(named) and any("العقوبات" in w for w in titled)
    assert json.loads(get(app, f"/said.json?about={quote('...')}").body) == []
    page = get(app, f"/en/said?about={about}&titled=1&from=2018").body.decode()
    assert "2 quotations" in page and "checked" in page


def test_offices_over_time(ask) -> None:
    held = terms("person:sergey-lavrov")
    assert [(t.office, t.start[:4]) for t in held][-1] == ("foreign_minister", "2004")
    assert title("foreign_minister", "ar") == "وزير الخارجية" and title("spokesperson_foreign", "en") == "Foreign Ministry spokesperson"
    assert "وزير الخارجية، <bdi>روسيا</bdi>" in ask("/ar/who/person:sergey-lavrov")
    state = ask("/en/who/state:KOR")
    assert "Who held office" in state and "Moon Jae-in" in state


def test_sources_count_copies_and_who_was_first(record: Path) -> None:
    with open_record(record) as opened:
        found = outlets(opened.db)
        assert sum(o.articles for o in found) == opened.facts()["articles"]
        copies = sum(o.copies for o in found)
        assert copies == opened.db.execute("SELECT count(copy_of) FROM articles").fetchone()[0]
        told = opened.db.execute("SELECT count(DISTINCT event) FROM event_reports").fetchone()[0]
    assert 0 < sum(o.first for o in found) + sum(o.alone for o in found) <= told


def test_the_plot_reads_in_both_directions() -> None:
    counts = {("2018-03", "up"): 1, ("2018-05", "up"): 4, ("2018-05", "down"): 2}
    english, arabic = (plot(counts, {"2018-03", "2018-05"}, (), mirrored=m) for m in (False, True))
    assert [m.month for m in english] == [m.month for m in arabic] == ["2018-03", "2018-04", "2018-05"]
    assert [m.x for m in english] == [0, 10, 20] and [m.x for m in arabic] == [20, 10, 0]
    assert english[2].up == 38 and english[2].down == 19 and not english[1].covered


def test_the_record_says_what_it_is(ask) -> None:
    about = json.loads(ask("/about.json"))
    assert re.fullmatch(r"[0-9a-f]{32}", about["fingerprint"]) and about["rules"] and about["by_act"]
    assert about["fingerprint"] in ask("/timeline.ris") and about["fingerprint"] in ask("/en/promises")
    page = ask("/ar/about")
    assert "الضبط" in page and "نماذج لغوية" in page


def test_the_list_opens_where_the_articles_begin(tmp_path: Path) -> None:
    text = "زار الرئيس الروسي فلاديمير بوتين بيونغ يانغ في يوليو 2000. واستقبل الرئيس الروسي فلاديمير بوتين الزعيم الكوري الشمالي كيم جونغ أون في موسكو يوم 31 مايو 2018."
    news = tmp_path / "news.jsonl"
    news.write_text(json.dumps({"id": "one", "date": "2018-06-01", "text": text}), encoding="utf-8")
    build([str(news)], tmp_path / "one.mahdar")
    app = make_app(tmp_path / "one.mahdar")
    days = re.compile(r'<h2><time datetime="([^"]+)"')
    page = get(app, "/en/").body.decode()
    assert "2000-07" not in days.findall(page)
    link = re.search(r'href="(/en/\?at=0)"', page)
    assert link and "2000-07" in days.findall(get(app, link[1]).body.decode())


def test_a_period_opens_with_its_own_days(tmp_path: Path) -> None:
    text = "زار الرئيس الروسي فلاديمير بوتين بيونغ يانغ في عام 2018. واستقبل الرئيس الروسي فلاديمير بوتين الزعيم الكوري الشمالي كيم جونغ أون في موسكو يوم 31 مايو 2018."
    news = tmp_path / "news.jsonl"
    news.write_text(json.dumps({"id": "one", "date": "2018-06-01", "text": text}), encoding="utf-8")
    build([str(news)], tmp_path / "one.mahdar")
    app = make_app(tmp_path / "one.mahdar")
    page = get(app, "/en/?from=2018-05&to=2018-06").body.decode()
    days = re.findall(r'<h2><time datetime="([^"]+)"', page)
    assert days == ["2018-05-31"] and "begin earlier" in page
    link = re.search(r'href="(/en/\?[^"]*at=0)"', page)
    assert link and 'datetime="2018"' in get(app, link[1].replace("&amp;", "&")).body.decode()


def test_the_strip_keeps_all_months_and_shows_the_period(ask) -> None:
    whole, part = ask("/en/"), ask("/en/?from=2018-05&to=2018-06")
    strips = [re.findall(r'<a href="/en/\?from=(\d{4}-\d\d)[^"]*"( aria-current="true")?', page.partition('class="strip"')[2].partition("</svg>")[0])
              for page in (whole, part)]  # fmt: skip
    assert [m for m, _ in strips[0]] == [m for m, _ in strips[1]] and not any(here for _, here in strips[0])
    assert [m for m, here in strips[1] if here] == ["2018-05", "2018-06"]


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    text = "استقبل الزعيم الكوري الشمالي كيم جونغ أون وزير الخارجية الروسي سيرغي لافروف في بيونغ يانغ يوم 31 مايو 2018."
    news.write_text(json.dumps({"id": "one", "date": "2018-05-31", "text": text}) + "\n", encoding="utf-8")
    build([str(news)], tmp_path / "r.mahdar")
    app = make_app(tmp_path / "r.mahdar")
    before = json.loads(get(app, "/about.json").body)["fingerprint"]
    with news.open("a", encoding="utf-8") as more:
        more.write(json.dumps({"id": "two", "date": "2018-06-02", "text": "زار لافروف طوكيو يوم 2 يونيو 2018."}) + "\n")
    build([str(news)], tmp_path / "r.mahdar")
    after = json.loads(get(app, "/about.json").body)
    assert after["fingerprint"] != before and dict(after["counts"])["articles"] == 2


@pytest.mark.parametrize("lines", [[{"id": "one", "text": "عنوان بلا واقعة."}], [{"id": "one", "date": "2018-05-31", "text": "نص."}]])
def test_a_record_of_nothing_has_all_its_pages(tmp_path: Path, lines: list[dict]) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text("".join(json.dumps(x) + "\n" for x in lines), encoding="utf-8")
    build([str(news)], tmp_path / "one.mahdar")
    app = make_app(tmp_path / "one.mahdar")
    for lang in ("en", "ar"):
        for path in ("", "a/one", *(v for v in VIEWS if v != "timeline"), "dyad?a=RUS&b=PRK", "said?about=x&from=2018", "?from=2018"):
            assert get(app, f"/{lang}/{path}").status == 200, path
    for kind in VIEWS:
        assert get(app, f"/{kind}.json").status == 200 and get(app, f"/{kind}.csv").status == 200, kind
