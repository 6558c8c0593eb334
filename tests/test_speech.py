"""Speech: cases, negatives, known failures; every table row fired by its example."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from mahdar.arabic.words import Text
from mahdar.lexicon import load, read_table
from mahdar.model import Article
from mahdar.rules import names, speech, times
from mahdar.rules.names.homeland import settle
from mahdar.rules.speech.quotes import Quotes

HERE = Path(speech.__file__).parent
LEXICON = load()


def lines(name):
    return [json.loads(x) for x in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if x]


def said(raw, day="2018-07-18"):
    """The statements of a text; its first line is the title where there are two."""
    text = Text(raw)
    title = raw.split("\n")[0] if "\n" in raw else None
    when = times.find(text, day=day, offsets=True)
    who = names.read(text, day=day, outlet=None, lexicon=LEXICON, times=when)
    return speech.read(text, who, Article(id="case", text=raw, title=title, day=day), when).statements


def shown(raw, statements):
    return [{"speakers": list(s.speakers), "via": list(s.via), "kind": s.kind, "words": raw[s.start:s.end]} for s in statements]


@pytest.mark.parametrize("case", lines("cases") + lines("negative"), ids=lambda c: c["label"])
def test_case(case):
    assert shown(case["text"], said(case["text"])) == case["expect"]


def test_known_failures_still_fail():
    passing = [c["label"] for c in lines("known_failures") if shown(c["text"], said(c["text"])) == c["expect"]]
    assert not passing, f"these pass now, move them to cases.jsonl: {passing}"


@pytest.mark.parametrize("table", ["verbs", "words", "channels", "anaphors", "heads", "quotes"])
def test_every_row_is_fired_by_its_example(table):
    silent = []
    for row in read_table(HERE / f"{table}.tsv"):
        raw = row["example"]
        if table == "quotes":
            fired = bool(Quotes(Text(raw)).ranges)
        elif table == "words":
            fired = row["class"] in CLASSES_SHOWN_BY_SILENCE or bool(said(raw))
        else:
            fired = any(f"{table}:{row['id']}" in s.rows for s in said(raw))
        if not fired:
            silent.append(row["id"])
    assert not silent


#: what keeps something from being speech: the example must give no statement of that verb
CLASSES_SHOWN_BY_SILENCE = {"impersonal", "media_noun", "negation", "never", "not_said", "pronoun", "teaser", "thing", "titled_noun"}


def test_negation_silences():
    rows = [r for r in read_table(HERE / "words.tsv") if r["class"] in CLASSES_SHOWN_BY_SILENCE]
    assert rows and all(not said(r["example"]) for r in rows)


def test_tables_are_sorted():
    for path in HERE.glob("*.tsv"):
        ids = list(read_table(path).rows)
        assert ids == sorted(ids), path.name


def test_chain_governs_the_words_said():
    raw = "نقلت وكالة تاس عن سيرغي لافروف قوله إن موسكو مستعدة للحوار."
    text = Text(raw)
    who = names.read(text, day="2018-07-18", outlet=None, lexicon=LEXICON, times=[])
    result = speech.read(text, who)
    token = text.norms.index("مستعده")
    assert result.chain(token) == ("person:sergey-lavrov", "agency:tass")
    assert result.chain(0) == ()


def test_the_unnamed_belong_to_the_country_an_article_is_about():
    raw = "قصف الجيش السوري مدينة حلب. وعاد السوريون إلى دمشق. وقال مصدر عسكري إن القصف توقف."
    text = Text(raw)
    who = names.read(text, day="2018-07-18", outlet=None, lexicon=LEXICON, times=[])
    settle(who)
    [speaker] = speech.read(text, who).statements[0].speakers
    assert who.entities[speaker].kind == "unnamed" and who.entities[speaker].country == "SYR"
    two = names.read(Text("قال مصدر إن روسيا وأمريكا والصين اتفقت."), day="2018-07-18", outlet=None, lexicon=LEXICON, times=[])
    settle(two)
    assert all(e.country is None for e in two.entities.values() if e.kind == "unnamed")


def test_a_colleague_speaks_for_the_article_s_outlet():
    raw = "موسكو (CNN)-- وقال سيرغي لافروف في مقابلة مع الزميلة هالة غوراني إن موسكو مستعدة للحوار."
    text = Text(raw)
    who = names.read(text, day="2018-07-18", outlet="CNN", lexicon=LEXICON, times=[])
    [statement] = speech.read(text, who, Article(id="case", text=raw, outlet="CNN", day="2018-07-18")).statements
    assert statement.speakers == ("person:sergey-lavrov",) and statement.via == ("outlet:cnn",)


def test_a_statement_told_twice_governs_both_places():
    raw = (
        "قال سيرغي لافروف إن موسكو ستدافع عن مصالحها في القطب الشمالي.\n"
        "وقال سيرغي لافروف إن موسكو ستدافع عن مصالحها في القطب الشمالي مهما كان الثمن."
    )
    text = Text(raw)
    who = names.read(text, day="2018-07-18", outlet=None, lexicon=LEXICON, times=[])
    result = speech.read(text, who)
    assert len(result.statements) == 1
    assert all(result.chain(k) == ("person:sergey-lavrov",) for k, w in enumerate(text.norms) if w == "القطب")
