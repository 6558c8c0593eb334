"""`mahdar times`: the calendar expressions of a text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ..errors import PageError
from .common import OUTPUT, days, options, writing


def _texts(text: str, day: str | None) -> Iterator[tuple[str | None, str, str | None] | PageError]:
    """(id, text, day): the words given, standard input, or every article of a JSONL file."""
    if text == "-":
        yield None, sys.stdin.buffer.read().decode("utf-8", "replace"), day
    elif text.endswith((".jsonl", ".jsonl.gz")) and Path(text).is_file():
        from ..pages import read, sources

        for item in sources([text]):
            try:
                if isinstance(item, PageError):
                    raise item
                for article in read(item):
                    yield article.id, article.text, day or article.day
            except PageError as e:
                yield e
    else:
        yield None, text, day


@click.command()
@click.argument("text", default="-", metavar="[TEXT|-|FILE.jsonl]")
@options(
    click.option(
        "--date", metavar="DATE", help="The day the text was published: what today and last Tuesday count from."
    ),
    click.option("--offsets", is_flag=True, help="Also those counted from another event (the next day)."),
    OUTPUT,
)
def times(text: str, date: str | None, offsets: bool, output: Path) -> int:
    """Print the calendar expressions of a text and their values.

    One JSON object a line: text, start, end (code points), value, why; with a .jsonl file also the article's id.

    \b
    mahdar times "يلتقي الرئيسان في 12 يونيو المقبل" --date 2018-05-31
    """
    import msgspec

    from ..arabic.words import Text
    from ..rules.times import find
    from .read import failure

    failed = False
    with writing(output, inputs=(text,)) as out:
        for found in _texts(text, days(date)):
            if isinstance(found, PageError):
                failed = True
                failure(found)
                continue
            key, words, day = found
            for t in find(Text(words), day=day, offsets=offsets):
                line: dict[str, Any] = {"text": t.text, "start": t.start, "end": t.end, "value": t.value, "why": t.why}
                if key is not None:
                    line = {"id": key, **line}
                if offsets:
                    line["offset"] = t.offset
                out.write(msgspec.json.encode(line).decode() + "\n")
    return 3 if failed else 0
