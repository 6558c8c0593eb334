"""Decoding and HTML: encodings, metadata, hostile pages."""
from __future__ import annotations

import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from mahdar.errors import PageError
from mahdar.model import Article, Page
from mahdar.pages import read_page
from mahdar.pages.decode import decode
from mahdar.pages.html import read_html
from mahdar.pages.metadata import read_metadata

SENTENCES = ("أعلن المتحدث أن الوزيرين سيلتقيان الأسبوع المقبل في العاصمة.", "وأضاف أن جدول الأعمال لم يحدد بعد، وأن الوفدين سيصلان تباعا.",
             "وكان الوزيران التقيا في الربيع الماضي على هامش مؤتمر دولي.")
TITLE = "لقاء الوزيرين الأسبوع المقبل"
BODY = "\n".join(SENTENCES)


def page(body: str, head: str = "", *, encoding: str = "utf-8") -> Article:
    data = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(encoding)
    return read_page(Page(id="p", path="p.html", data=data, html=True))[0]


STORY = f"<h1>{TITLE}</h1>" + "".join(f"<p>{s}</p>" for s in SENTENCES)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256", "iso-8859-6", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_of_text(encoding: str) -> None:
    assert decode(f"{TITLE}\n{BODY}".encode(encoding), "p").strip() == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize(("encoding", "declared"), [
    ("windows-1256", "windows-1256"), ("windows-1256", "utf-8"), ("windows-1256", "iso-8859-1"), ("windows-1256", "nonsense"), ("windows-1256", "iso-8859-6"),
    ("iso-8859-6", "iso-8859-6"), ("iso-8859-6", "windows-1256"), ("utf-8", "windows-1256"), ("utf-16", "utf-8"),
])
def test_a_declared_encoding_is_believed_only_where_the_letters_agree(encoding: str, declared: str) -> None:
    article = page(STORY, f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">', encoding=encoding)
    assert article.text == f"{TITLE}\n{BODY}"


def test_a_few_invalid_bytes_do_not_change_the_encoding() -> None:
    data = BODY.encode()
    assert decode(data[:21] + b"\xfe\xff" + data[21:], "p").replace("\ufffd", "")[-40:] == BODY[-40:]


def test_http_header_saved_with_the_page() -> None:
    data = b"HTTP/1.1 200 OK\r\nServer: x\r\nContent-Type: text/html; charset=windows-1256\r\n\r\n" + BODY.encode("windows-1256")
    assert BODY in decode(data, "p")


@pytest.mark.parametrize("data", [b"", b"  \n", b"\xef\xbb\xbf", b"%PDF-1.4 \x00\x01", bytes(range(32)) * 9])
def test_no_text_is_an_error(data: bytes) -> None:
    with pytest.raises(PageError):
        decode(data, "p") if data != b"\xef\xbb\xbf" else read_page(Page(id="p", path="p", data=data))


def test_linked_data_gives_title_date_and_site() -> None:
    head = ('<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "صوت المدار"}, {"@type": ["NewsArticle"], "headline": "لقاء &quot;الوزيرين&quot;",'
            '"datePublished": "2018-05-31T10:00:00+03:00", "publisher": {"name": "صوت المدار"},}]}</script>')
    found = read_metadata(LexborHTMLParser(f"<html><head>{head}</head></html>"))
    assert (found.title, found.date, found.site) == ('لقاء "الوزيرين"', "2018-05-31T10:00:00+03:00", "صوت المدار")


@pytest.mark.parametrize("block", ["{", "[[[[", "null", '{"@type": "NewsArticle", "datePublished": 5, "headline": [1]}', "[" * 5000, '{"@graph": "x"}', '"text"'])
def test_malformed_linked_data_does_no_harm(block: str) -> None:
    article = page(STORY, f'<script type="application/ld+json">{block}</script>')
    assert article.text == f"{TITLE}\n{BODY}" and article.published is None


@pytest.mark.parametrize(("head", "body", "day"), [
    ('<meta property="article:published_time" content="2018-05-31T10:00:00Z">', "", "2018-05-31"),
    ('<meta itemprop="datePublished" content="2018-05-31">', "", "2018-05-31"),
    ('<meta property="article:modified_time" content="2018-05-31T10:00:00Z">', "", None),
    ('<meta property="article:published_time" content="0000-00-00">', "", None),
    ("", '<time datetime="2018-05-31T10:00:00+02:00">قبل عامين</time>', "2018-05-31"),
    ("", '<div>نشر: <time datetime="2018-05-31">31 مايو</time></div>', "2018-05-31"),
    ("", '<div>آخر تحديث: <time datetime="2018-05-31">31 مايو</time></div>', None),
    ('<link rel="canonical" href="https://example.net/2018/05/31/x">', "", "2018-05-31"),
])
def test_dates_of_html(head: str, body: str, day: str | None) -> None:
    article = page(STORY.replace("</h1>", f"</h1>{body}"), head)
    assert (article.published and article.published[:10]) == day


def test_what_the_reader_does_not_see_is_no_text() -> None:
    hidden = "".join(f"<{tag}>وقال متحدث خفي إن هذا النص لا يظهر لأحد من القراء.</{tag}>" for tag in ("script", "style", "noscript", "template", "textarea"))
    hidden += '<p style="display: none">وقال متحدث خفي إن هذا لا يظهر.</p><p hidden>وقال متحدث خفي.</p><!-- وقال متحدث خفي -->'
    assert page(STORY + hidden).text == f"{TITLE}\n{BODY}"


def test_line_breaks_and_spaces() -> None:
    article = page(f"<h1>{TITLE}</h1><div>{'<br/><br>'.join(s.replace(' ', '&nbsp;') for s in SENTENCES)}</div>")
    assert article.text == f"{TITLE}\n{BODY}"


def test_words_of_neighbouring_elements_do_not_grow_together() -> None:
    lines = [line.text for line in read_html("<div><a>سياسة</a><a>اقتصاد</a></div><p>قال <b>الوزير</b>، ثم <i>سا</i>فر.</p>").lines]
    assert lines == ["سياسة اقتصاد", "قال الوزير، ثم سافر."]


HOSTILE = {
    "nested": "<div>" * 30_000 + STORY,
    "unclosed": STORY.replace("</p>", "").replace("</h1>", ""),
    "attributes": f"<div {' '.join(f'a{k}=1' for k in range(20_000))}>{STORY}</div>",
    "long class": f'<div class="{"comment " * 50_000}">{STORY}</div>',
    "many nodes": STORY + "<b>x</b>" * 150_000,
    "long line": STORY + "<p>" + "كلمة " * 200_000 + "</p>",
    "one word": STORY + "<p>" + "ا" * 1_000_000 + "</p>",
    "bidi": STORY.replace("المقبل", "\u202eالمقبل\u202c\u2066"),
    "entities": STORY + "&#0;&#xFFFFFF;&bogus;&amp;" * 1000,
    "brackets": STORY + "<" * 50_000,
    "dates": STORY + "<p>" + "31/05/2018 " * 20_000 + "</p>",
    "dashes": STORY.replace("</h1>", " - " * 3000 + "</h1>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_do_no_harm(name: str) -> None:
    start = time.process_time()
    try:
        article = page(HOSTILE[name])
        assert "\x00" not in article.text
    except PageError:
        assert name in ("nested", "unclosed", "many nodes", "attributes", "entities", "long class")
    assert time.process_time() - start < 5, "too slow"


def test_script_never_comes_out_as_markup() -> None:
    article = page(STORY.replace(SENTENCES[1], SENTENCES[1] + "<script>alert(1)</script><img src=x onerror=alert(1)>"))
    assert article.text == f"{TITLE}\n{BODY}"
