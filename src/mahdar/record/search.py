"""Full-text search: words folded as they were stored, phrases in quotation marks, beginnings of words with a star."""

from __future__ import annotations

import re
import sqlite3

import msgspec

from ..arabic.clitics import CONJUNCTIONS, PREPOSITIONS
from ..arabic.letters import Folded, fold
from ..arabic.stems import ARTICLE
from ..errors import UsageError
from .views import Hit

_TERM = re.compile(r'"([^"]*)"?|(\S+)')
WORD = re.compile(r"[^\W_]+")
AROUND = 120


def terms(text: str) -> list[tuple[list[str], bool]]:
    """The words of each term, folded, and whether its last word is only a beginning.

    >>> terms('"وزير الخارجية" لافرو*')
    [(['وزير', 'الخارجيه'], False), (['لافرو'], True)]
    """
    out = []
    for m in _TERM.finditer(fold(text).casefold()):
        raw = m[1] if m[1] is not None else m[2]
        if words := WORD.findall(raw):
            out.append((words, raw.rstrip().endswith("*")))
    return out


def written(word: str) -> list[str]:
    """A folded word with every conjunction and preposition it may be written with.

    >>> written("كيم")[:3], "وللرييس" in written("الرييس")
    (['كيم', 'بكيم', 'لكيم'], True)
    """
    out = []
    for c in ("", *CONJUNCTIONS):
        for p in ("", *PREPOSITIONS):
            out.append(
                c + (PREPOSITIONS[1] + word[1:] if p == PREPOSITIONS[1] and word.startswith(ARTICLE) else p + word)
            )
    return out


def query(text: str) -> str:
    """The search as SQLite's FTS5 wants it: every term must be there, its first word with or without what is
    written onto it.

    Errors: UsageError where nothing is left to search for.
    """
    found = terms(text)
    if not found:
        raise UsageError(
            "nothing to search for", hint='words, a "phrase", or the beginning of a word with a star: لافر*'
        )
    parts = []
    for (first, *rest), star in found:
        forms = written(first) if first[0] > "z" else [first]
        phrases = ['"' + " ".join([form, *rest]) + '"' + ("*" if star else "") for form in forms]
        parts.append(f"({' OR '.join(phrases)})")
    return " AND ".join(parts)


def search(db: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    """The articles that hold all terms, the best first, each with its first passage."""
    found = db.execute("SELECT bm25(search, 3.0, 1.0) AS r, rowid FROM search WHERE search MATCH ? ORDER BY r", (query(text),)).fetchall()
    worst = found[:limit][-1][0] if found else 0.0
    keys = msgspec.json.encode([(k, r) for r, k in found if r <= worst]).decode()
    rows = db.execute(
        "SELECT a.id, a.title, a.outlet, a.published, a.text FROM json_each(?) j JOIN articles a ON a.key = j.value ->> 0 "
        "ORDER BY j.value ->> 1, a.id LIMIT ?",
        (keys, limit),
    ).fetchall()
    out = []
    for id_, title, outlet, published, body in rows:
        start, end = passage(body, terms(text))
        out.append(
            Hit(
                article=id_,
                title=title,
                outlet=outlet,
                published=published,
                start=start,
                end=end,
                words=body[start:end],
            )
        )
    return out


def passage(text: str, wanted: list[tuple[list[str], bool]]) -> tuple[int, int]:
    """The words around the first term found: [start, end), cut at spaces."""
    folded = Folded(text)
    at = len(folded.text)
    for words, star in wanted:
        before = f"[{''.join(CONJUNCTIONS)}]?[{''.join(PREPOSITIONS)}]?"
        pattern = r"\b" + before + r"\W+".join(map(re.escape, words)) + ("" if star else r"\b")
        if m := re.search(pattern, folded.text, re.IGNORECASE):
            at = min(at, m.start())
    at = folded.back(at if at < len(folded.text) else 0)
    a = max(0, at - AROUND)
    b = min(len(text), at + AROUND)
    if a:
        a = max(text.find(" ", a, at), a - 1) + 1
    if b < len(text):
        b = max(text.rfind(" ", at, b), at + 1)
    return a, b
