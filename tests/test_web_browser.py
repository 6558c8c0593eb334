"""The web page in a real browser: no error, no request leaving this machine, by keyboard, words that stay joined."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
if not CHROMIUM:
    pytest.skip("no chromium here", allow_module_level=True)

ROOT = Path(__file__).resolve().parent.parent
NEWS = (
    "استقبل الزعيم الكوري الشمالي كيم جونغ أون وزير الخارجية الروسي سيرغي لافروف في بيونغ يانغ "
    "يوم الخميس 31 مايو 2018. وقال لافروف: «المحادثات كانت مفيدة وسوف تستمر في موسكو»."
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A served record; the address that opens it once."""
    folder = tmp_path_factory.mktemp("browser")
    pages = ROOT / "examples" / "pages"
    if not any(pages.glob("*")):
        pages = folder / "news.jsonl"
        pages.write_text(json.dumps({"id": "one", "date": "2018-05-31", "text": NEWS}), encoding="utf-8")
    record = folder / "web.mahdar"
    command = [sys.executable, "-m", "mahdar"]
    assert subprocess.run([*command, "build", str(pages), "-o", str(record), "-q"]).returncode in (0, 3)
    server = subprocess.Popen([*command, "serve", str(record), "-q"], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    yield server.stdout.readline().strip()
    server.terminate()
    server.wait(10)


@pytest.fixture(scope="module")
def page(address: str) -> Iterator[sync_api.Page]:
    """A browser tab let in by the token. Whatever goes wrong in it is kept in `page.wrong`."""
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.wrong = []
        tab.on("console", lambda m: tab.wrong.append(m.text) if m.type in ("error", "warning") else None)
        tab.on("pageerror", lambda e: tab.wrong.append(str(e)))
        # the next page may cut off the icon of the one before: that is no failure
        tab.on("requestfailed", lambda r: None if "ERR_ABORTED" in (r.failure or "") else tab.wrong.append(f"failed {r.url}"))
        here = "http://127.0.0.1:"
        tab.on("request", lambda r: None if r.url.startswith(here) else tab.wrong.append(f"left {r.url}"))
        tab.goto(address)
        tab.base = address.partition("/?")[0]
        yield tab
        browser.close()


def first(page: sync_api.Page, start: str) -> str:
    """The first link of a page that begins so."""
    return page.locator(f'main a[href^="{start}"]').first.get_attribute("href")


def test_every_kind_of_page_without_an_error(page: sync_api.Page) -> None:
    for lang in ("en", "ar"):
        page.goto(f"{page.base}/{lang}/")
        event = first(page, f"/{lang}/e/")
        page.goto(page.base + event)
        seen = [f"/{lang}/", event, first(page, f"/{lang}/a/").partition("#")[0], first(page, f"/{lang}/who/")]
        seen += [f"/{lang}/{x}" for x in ("promises", "changes", "about", "sources", "said?about=لافروف&from=2018", "dyad?a=RUS&b=PRK", "search?q=لافروف", "?status=held")]
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            for path in seen:
                assert page.goto(page.base + path).status == 200
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
                assert page.evaluate("getComputedStyle(document.body).direction") == ("rtl" if lang == "ar" else "ltr")
                assert page.locator("h1").count() == 1 or "/a/" in path
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not page.wrong


def test_switching_the_language_keeps_the_page(page: sync_api.Page) -> None:
    page.goto(f"{page.base}/en/?status=held")
    page.locator(".tongue").click()
    assert page.url == f"{page.base}/ar/?status=held" and page.locator("html").get_attribute("dir") == "rtl"
    page.locator(".tongue").click()
    assert page.url == f"{page.base}/en/?status=held"


def tab_to(page: sync_api.Page, wanted: str, key: str = "Tab", most: int = 400) -> None:
    """Presses Tab until the focus is on something that fits the selector; it must show where it is."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", wanted):
            break
    else:
        raise AssertionError(f"{wanted} can't be reached by {key} on {page.url}")
    style = page.evaluate("""() => { const s = getComputedStyle(document.activeElement);
        const m = document.activeElement.querySelector('.month');
        return s.outlineStyle !== 'none' || (m && getComputedStyle(m).strokeWidth === '3px'); }""")
    assert style, f"no focus to be seen on {wanted}"


def enter(page: sync_api.Page, address: str) -> None:
    """Follows what has the focus; it must lead there."""
    with page.expect_navigation(url=address):
        page.keyboard.press("Enter")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_whole_way_by_keyboard_alone(page: sync_api.Page, lang: str) -> None:
    page.goto(f"{page.base}/{lang}/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    tab_to(page, ".strip a")                                    # a month of the strip
    enter(page, "**/?from=*")
    tab_to(page, ".chip")                                       # takes the filter away
    enter(page, "**to=*")
    tab_to(page, "input[name=country]")                         # fills the form in
    page.keyboard.type("PRK")
    enter(page, "**country=PRK**")
    tab_to(page, ".facet a")
    enter(page, "**country=PRK**")
    tab_to(page, f'.event .sentence a[href^="/{lang}/e/"]')
    enter(page, "**/e/**")
    tab_to(page, "summary")                                     # a why opens
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")
    tab_to(page, f'.claims a[href^="/{lang}/a/"]')
    enter(page, "**/a/**")
    assert "#w-r" in page.url and page.locator("article .m.act.chosen").count() >= 1
    tab_to(page, "article a.m")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('aside li') !== null")
    tab_to(page, ".take summary")                               # a citation, at the foot of every page
    page.keyboard.press("Enter")
    tab_to(page, '.take a[href$=".bib"]')
    tab_to(page, ".find input", "Shift+Tab")
    page.keyboard.type("لافروف")
    enter(page, "**/search?q=**")
    tab_to(page, f'a.chip[href^="/{lang}/who/"]')
    enter(page, "**/who/**")
    tab_to(page, f'aside a[href^="/{lang}/dyad?"]')
    enter(page, "**/dyad?**")
    tab_to(page, ".tongue")
    enter(page, f"**/{'ar' if lang == 'en' else 'en'}/dyad?**")
    assert not page.wrong


def test_the_two_panes_lead_to_each_other_by_keyboard(page: sync_api.Page) -> None:
    page.goto(page.base + first_article(page))
    word = page.locator("article a.m.act").first
    word.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")                    # words -> fact
    fact = page.evaluate("document.activeElement.closest('li').id")
    assert fact.startswith("f-r") and page.url.endswith(f"#{fact}")
    assert page.locator(f"#{fact}.chosen").count() == 1 and page.locator("article .chosen").count() >= 1
    assert page.locator("#told").inner_text()
    page.keyboard.press("Enter")                    # fact -> words
    assert fact[2:] in page.evaluate("document.activeElement.dataset.facts").split()
    page.keyboard.press("Escape")                   # back, and nothing is chosen
    assert page.evaluate("document.activeElement.closest('li').id") == fact and page.locator(".chosen").count() == 0
    page.keyboard.press("n")
    after = page.evaluate("document.activeElement.closest('li').id")
    assert after != fact and page.locator(f"#{after}.chosen").count() == 1
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.closest('li').id") == fact
    page.locator(".brand").focus()                  # outside the panes the letters do nothing
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.className") == "brand"


def test_the_two_panes_lead_to_each_other_by_mouse(page: sync_api.Page) -> None:
    page.goto(page.base + first_article(page))
    page.locator("article a.m.name").first.click()
    chosen = page.locator("aside .chosen")
    assert chosen.count() == 1
    fact = chosen.get_attribute("id")
    assert page.locator(f'article [data-facts~="{fact[2:]}"].chosen').count() >= 1
    other = page.locator("aside li:not(.chosen) a.to").first
    other.click()
    assert page.locator("aside .chosen").count() == 1 and page.locator("aside .chosen").get_attribute("id") != fact
    page.locator("#bare").check()
    assert page.evaluate("getComputedStyle(document.querySelector('article .m:not(.chosen)')).textDecorationLine") == "none"
    page.locator("#bare").uncheck()


def test_without_scripts_the_panes_are_linked_too(page: sync_api.Page) -> None:
    path = first_article(page)
    context = page.context.browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    tab = context.new_page()
    tab.goto(page.base + path)
    tab.locator("article a.m.act").first.click()
    assert "#f-r" in tab.url and tab.locator("li:target").count() == 1
    tab.locator("li:target a.to").click()
    assert "#w-r" in tab.url and tab.locator(".m :target").count() == 1
    context.close()


def test_marks_keep_words_joined(page: sync_api.Page) -> None:
    page.goto(page.base + first_article(page))
    widths = page.evaluate("""() => {
        const box = document.querySelector('article p');
        const measure = html => { const s = document.createElement('span'); s.innerHTML = html; box.append(s);
                                  const w = s.getBoundingClientRect().width; s.remove(); return w; };
        const word = 'بالرياض';
        return [measure(word), measure('ب<a class="m place" href="#x">الرياض</a>'),
                measure('ب<a class="m act evidence" href="#x"><span id="w-x">ال</span>رياض</a>'),
                measure('ب<span> </span>الرياض')];
    }""")
    plain, marked, nested, torn = widths
    assert abs(plain - marked) < 0.5 and abs(plain - nested) < 0.5 and torn > plain + 5, widths


def test_every_paragraph_is_as_wide_marked_as_unmarked(page: sync_api.Page) -> None:
    """Over all example articles: no mark, where it begins or ends inside a word, breaks the join of its letters."""
    events = page.context.request.get(f"{page.base}/timeline.json").json()
    articles = {a["article"] for e in events for a in e["evidence"]}
    assert len(articles) > 12
    inside = 0
    for article in sorted(articles):
        page.goto(f"{page.base}/en/a/{quote(article, safe='')}")
        page.evaluate("document.fonts.ready")
        for marked, plain, cuts in page.evaluate(WIDTHS):
            assert abs(marked - plain) < 0.6, (article, marked, plain)
            inside += cuts
    assert inside > 10                                          # marks that begin or end between two joined letters


WIDTHS = """() => [...document.querySelectorAll('article p, article h1')].map(one => {
    one.style.display = 'inline-block'; one.style.whiteSpace = 'nowrap';
    const letter = c => /[\\u0620-\\u064a]/.test(c || '');
    let cuts = 0, before = '';
    const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) { const t = walk.currentNode.data;
        if (before && letter(before.at(-1)) && letter(t[0])) cuts += 1; if (t) before = t; }
    const marked = one.getBoundingClientRect().width;
    one.textContent = one.textContent;
    return [marked, one.getBoundingClientRect().width, cuts];
})"""


def first_article(page: sync_api.Page) -> str:
    page.goto(f"{page.base}/en/")
    page.goto(page.base + first(page, "/en/e/"))
    return first(page, "/en/a/").partition("#")[0]


def test_fonts_are_our_own_and_colours_are_readable(page: sync_api.Page) -> None:
    page.goto(page.base + first_article(page))
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Naskh', 'ب'))")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for selector in ("body", ".quiet", "a.m.act", "a.m.name", ".status"):
            ratio = page.evaluate(CONTRAST, selector)
            assert ratio is None or ratio >= 4.5, (scheme, selector, ratio)
    page.emulate_media(color_scheme="light")


CONTRAST = """(selector) => {
    const one = document.querySelector(selector); if (!one) return null;
    const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
    let at = one, back = [0, 0, 0, 0];
    while (at && (back.length === 4 && back[3] === 0)) {
        back = parse(getComputedStyle(at).backgroundColor); at = at.parentElement;
    }
    const channel = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
    const light = c => { const [r, g, b] = c.slice(0, 3).map(channel);
                         return .2126 * r + .7152 * g + .0722 * b; };
    const a = light(parse(getComputedStyle(one).color)), b = light(back);
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
}"""


AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core here: npm install --no-save --no-package-lock axe-core")
def test_nothing_stands_in_anybodys_way(page: sync_api.Page) -> None:
    page.goto(f"{page.base}/en/")
    event = first(page, "/en/e/")
    page.goto(page.base + event)
    paths = ["/en/", event, first(page, "/en/a/").partition("#")[0], first(page, "/en/who/"), "/en/promises", "/en/about",
             "/en/sources", "/en/said?about=لافروف&from=2018", "/en/dyad?a=RUS&b=PRK", "/en/changes", "/en/search?q=كيم"]
    context = page.context.browser.new_context(bypass_csp=True, storage_state=page.context.storage_state())
    tab = context.new_page()
    found = []
    for path in [*paths, *(p.replace("/en/", "/ar/", 1) for p in paths)]:
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)
            tab.goto(page.base + path)
            tab.evaluate(AXE.read_text(encoding="utf-8"))
            tags = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']"
            result = tab.evaluate(f"axe.run({{runOnly: {tags}}})")
            found += [f"{path} {scheme}: {v['id']} {v['nodes'][0]['html'][:100]}" for v in result["violations"]]
    context.close()
    assert not found
