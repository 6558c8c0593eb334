"""Paths → pages: ids, order, packing, and every kind of bad input; the rest goes on and memory stays bounded."""
from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from pathlib import Path

import pytest

from mahdar.errors import PageError
from mahdar.model import Page
from mahdar.pages import Known, articles, read, sources, use
from mahdar.pages.sources import LINE_LIMIT, PAGE_LIMIT

PAGE = "لقاء الوزيرين الأسبوع المقبل\nنشر في: 31/05/2018\nأعلن المتحدث أن الوزيرين سيلتقيان الأسبوع المقبل في العاصمة.\nوأضاف أن جدول الأعمال لم يحدد بعد.\n"


def write(folder: Path, **files: str | bytes) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def run(*paths: Path | str) -> tuple[list[str], list[str]]:
    """Ids of the articles, messages of the errors."""
    errors: list[str] = []
    return [a.id for a in articles(paths, on_error=lambda e: errors.append(str(e)))], errors


def test_ids_are_paths_below_the_argument(tmp_path: Path) -> None:
    write(tmp_path, b_txt=PAGE, sub__a_html=f"<p>{PAGE}", sub__c_txt_gz=gzip.compress(PAGE.encode()), note_md="no page")
    assert [i.id for i in sources([tmp_path])] == ["b", "sub/a", "sub/c"]
    assert [i.id for i in sources([tmp_path / "sub" / "a.html"])] == ["a"]


def test_the_ending_stays_where_two_files_would_collide(tmp_path: Path) -> None:
    write(tmp_path, a_txt=PAGE, a_html=f"<p>{PAGE}", b_txt=PAGE)
    assert [i.id for i in sources([tmp_path])] == ["a.html", "a.txt", "b"]


def test_order_does_not_hang_on_the_file_system(tmp_path: Path) -> None:
    for name in ("z", "m", "a"):
        write(tmp_path, **{f"{name}_txt": PAGE})
    assert run(tmp_path) == run(tmp_path) == (["a", "m", "z"], [])


def test_a_users_table_names_outlets(tmp_path: Path) -> None:
    columns = "id kind name name_ar forms domains country zone wikidata source suffixes credits".split()
    row = "outlet:almadar\toutlet\tAl-Madar\tموقع المدار\tموقع المدار\talmadar.example\tEGY\tAfrica/Cairo\t\tpress\tالمدار\t"
    (tmp_path / "media.tsv").write_text("\t".join(columns) + f"\n{row}\n", encoding="utf-8")
    page = Page(id="p", path="p", data=PAGE.replace("\n", " | المدار\n", 1).encode())
    try:
        use([tmp_path])
        assert (read(page)[0].outlet, read(page)[0].title) == ("Al-Madar", "لقاء الوزيرين الأسبوع المقبل")
    finally:
        use()
    assert read(page)[0].outlet == "المدار"


def test_known_articles_keep_their_fields(tmp_path: Path) -> None:
    line = {"id": "x-1", "url": "https://www.skynewsarabia.com/world/1", "title": "لقاء", "date": "2018-05-31T22:00:00+00:00", "outlet": "skynews", "text": "التقى الوزيران."}
    write(tmp_path, news_jsonl=json.dumps(line) + "\n\n" + json.dumps({"text": "نص بلا عنوان."}) + "\n")
    first, second = articles([tmp_path])
    assert (first.id, first.outlet, first.day, first.published_from) == ("x-1", "Sky News Arabia", "2018-06-01", "metadata")
    assert first.text == "لقاء\nالتقى الوزيران." and first.url == line["url"] and first.title == "لقاء"
    assert (second.id, second.title, second.text, second.published) == ("news#3", None, "نص بلا عنوان.", None)


@pytest.mark.parametrize(("given", "name"), [
    ("alarabia", "Al Arabiya"), ("skynews", "Sky News Arabia"), ("france24", "France 24"), ("BBC", "BBC"), ("CNN", "CNN"), ("صوت المدار", "صوت المدار"),
])
def test_outlets_of_known_articles_get_their_english_names(tmp_path: Path, given: str, name: str) -> None:
    write(tmp_path, n_jsonl=json.dumps({"text": "قال الوزير ذلك.", "outlet": given}))
    assert next(articles([tmp_path])).outlet == name


def test_read_also_lines_of_known_articles_go_and_nothing_else(tmp_path: Path) -> None:
    body = "قال الوزير ذلك.\nتحرير الميناء\nاقرأ أيضا: لقاء آخر في العاصمة\nإعلانوأضاف أن بلاده باقية على موقفها.\nمشاركة دولية"
    write(tmp_path, n_jsonl=json.dumps({"text": body}))
    assert next(articles([tmp_path])).text == "قال الوزير ذلك.\nتحرير الميناء\nوأضاف أن بلاده باقية على موقفها.\nمشاركة دولية"


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.html": (b" \n\t \n", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 500, "binary"),
    "cut.html.gz": (gzip.compress(PAGE.encode() * 500)[:-40], "cut short"),
    "broken.txt.gz": (gzip.compress(PAGE.encode())[:12] + b"\xff" * 60, "damaged"),
    "plain.txt.gz": (PAGE.encode(), "not a gzip"),
    "latin.txt": ("The minister said that talks go on. " * 20).encode(), 
    "menu.html": ("<ul>" + "<li><a href=x>سياسة</a></li>" * 30 + "</ul>").encode(),
}
BAD = {name: what if isinstance(what, tuple) else (what, "not an Arabic page" if name == "latin.txt" else "no article") for name, what in BAD.items()}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_is_named_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name][0])
    write(tmp_path, a_txt=PAGE, z_txt=PAGE)
    ids, errors = run(tmp_path)
    assert ids == ["a", "z"] and len(errors) == 1
    assert str(tmp_path / name) in errors[0] and BAD[name][1] in errors[0] and "(try: " in errors[0]


def test_invalid_utf8_costs_a_letter_not_the_page(tmp_path: Path) -> None:
    data = PAGE.encode()
    at = data.index("جدول".encode())
    (tmp_path / "a.txt").write_bytes(data[:at] + b"\xff\xfe\x9a" + data[at:])
    (article,) = articles([tmp_path])
    assert "جدول الأعمال لم يحدد بعد" in article.text and article.published == "2018-05-31"


def test_bad_lines_of_jsonl_are_named_by_number(tmp_path: Path) -> None:
    good = json.dumps({"id": "g", "text": "قال الوزير ذلك."})
    write(tmp_path, n_jsonl="\n".join([good, "{not json", '{"id": "x"}', '["text"]', '{"text": 5}', '{"text": "  "}', good.replace('"g"', '"h"')]))
    ids, errors = run(tmp_path)
    assert ids == ["g", "h"]
    assert [e.split(": ")[0] for e in errors] == [f"{tmp_path / 'n.jsonl'}:{n}" for n in (2, 3, 4, 5, 6)]


def test_jsonl_cut_short_gives_what_it_has(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": f"a{k:05}", "text": f"قال الوزير رقم {k} ذلك."}) + "\n" for k in range(4000))
    (tmp_path / "n.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-900])
    ids, errors = run(tmp_path)
    assert len(ids) > 1000 and ids[0] == "a00000" and errors and "cut short" in errors[-1]


def test_a_line_of_fifty_megabytes_is_passed_over_and_never_held(tmp_path: Path) -> None:
    good = json.dumps({"id": "g", "text": "قال الوزير ذلك."}).encode()
    with (tmp_path / "n.jsonl").open("wb") as out:
        out.write(good + b'\n{"id": "x", "text": "')
        for _ in range(50):
            out.write(b"a" * (1 << 20))
        out.write(b'"}\n' + good.replace(b'"g"', b'"h"'))
    tracemalloc.start()
    ids, errors = run(tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert ids == ["g", "h"] and f"n.jsonl:2: a line longer than {LINE_LIMIT >> 20} MB" in errors[0] and len(errors) == 1
    assert peak < 3 * LINE_LIMIT


def test_a_gzip_bomb_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "bomb.html.gz").write_bytes(gzip.compress(b"<p>" + b" " * (PAGE_LIMIT + (1 << 20))))
    write(tmp_path, a_txt=PAGE)
    ids, errors = run(tmp_path)
    assert ids == ["a"] and "longer than" in errors[0]


def test_missing_paths_and_folders_without_pages(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    ids, errors = run(tmp_path / "gone", tmp_path / "none", write(tmp_path / "some", a_txt=PAGE))
    assert ids == ["a"] and "no such file" in errors[0] and "no pages in this folder" in errors[1]


def test_without_a_callback_the_first_bad_page_is_raised(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="no such file"):
        list(articles([tmp_path / "gone"]))


def test_piped_pages_and_articles() -> None:
    (page,) = sources(["-"], stdin=io.BytesIO(PAGE.encode()))
    assert isinstance(page, Page) and read(page)[0].title == "لقاء الوزيرين الأسبوع المقبل"
    first, second = sources(["-"], stdin=io.BytesIO(b'{"text": "1"}\n{"text": "2"}'))
    assert isinstance(first, Known) and [first.id, second.id] == ["stdin#1", "stdin#2"]
    (page,) = sources(["-"], stdin=io.BytesIO(gzip.compress(PAGE.encode())))
    assert read(page)[0].published == "2018-05-31"


def test_a_date_and_address_given_with_a_page(tmp_path: Path) -> None:
    page = Page(id="p", path="-", data=PAGE.encode(), url="https://www.bbc.com/arabic/1", date="2018-06-01")
    (article,) = read(page)
    assert (article.published, article.outlet, article.url) == ("2018-06-01", "BBC", "https://www.bbc.com/arabic/1")


def test_sources_are_lazy(tmp_path: Path) -> None:
    write(tmp_path, a_txt=PAGE, n_jsonl=json.dumps({"text": "قال الوزير ذلك."}))
    stream = sources([tmp_path])
    (tmp_path / "n.jsonl").unlink()
    found = list(stream)
    assert [f.id for f in found if isinstance(f, Page)] == ["a"]
