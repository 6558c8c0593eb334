"""Which readings of an act are trusted: articles of our own, long enough to judge by, and single sentences."""

from __future__ import annotations

import msgspec
import pytest

from mahdar.lexicon import load
from mahdar.model import Article
from mahdar.reading import read, stages
from mahdar.rules.acts.plover import least
from mahdar.rules.acts.reader import Reader
from mahdar.rules.acts.trusting import DOUBTS, LEAST, RIGHT, TABLE, Trust
from mahdar.rules.weighing import weigh, weights

ATTACKED = "ويواجه الرئيس الإيراني حسن روحاني هجوما عنيفا منذ شهور من المحافظين في البرلمان."
WITH_MORE = f"أزمة العملة في طهران\nتراجع سعر العملة الإيرانية من جديد الأحد. {ATTACKED} وينتظر التجار قرارا من البنك المركزي."
MET = (
    "قمة في هلسنكي\nالتقى الرئيس الروسي فلاديمير بوتين نظيره الأمريكي دونالد ترامب في هلسنكي الاثنين. "
    "وتحدث الرئيسان أمام الصحفيين. وغادر الوفدان القصر مساء."
)


def acts(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    article = Article(id="a", text=text, title=text.split("\n")[0] if "\n" in text else None, day="2018-07-16")
    return [(r.act, r.actors, r.recipients) for r in read(article, load()).reports]


def drafts(text: str) -> tuple[Trust, list]:
    article = Article(id="a", text=text, title=text.split("\n")[0], day="2018-07-16")
    found, when, who, parts, said = stages(article, load())
    reader = Reader(found, who, when, parts, said, article)
    return reader.trust, reader.read()


def test_what_the_weights_speak_against_is_left_out() -> None:
    trust, found = drafts(WITH_MORE)
    assert [d.act for d in found] == ["assault"]  # an attack in words, with nobody who attacks
    assert weigh(weights(TABLE), trust.features(found[0], found)) < LEAST
    assert acts(WITH_MORE) == []


def test_a_sentence_alone_is_taken_at_its_word() -> None:
    assert [a for a, _, _ in acts(ATTACKED)] == ["assault"]


def test_what_is_plainly_told_is_kept() -> None:
    assert acts(MET) == [("meet", ("person:vladimir-putin", "person:donald-trump"), ())]


def test_a_weak_mention_stays_beside_a_strong_one_of_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    trust, found = drafts(MET)
    weak = msgspec.structs.replace(found[0], i=1, j=2)
    other = msgspec.structs.replace(weak, actors=["person:donald-trump"])
    monkeypatch.setattr(Trust, "features", lambda self, d, among: ["strong" if d is found[0] else "weak"])
    tables = {TABLE: {"weak": LEAST - 1, "strong": least()["meet"]}, DOUBTS: {}}
    monkeypatch.setattr("mahdar.rules.acts.trusting.weights", tables.get)
    assert trust.trusted([*found, weak, other]) == [*found, weak]


def test_what_seems_misread_is_left_out_however_likely_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    trust, found = drafts(MET)
    tables = {TABLE: {"meet": 1000}, DOUBTS: {"actor subject after": RIGHT - 1}}
    monkeypatch.setattr("mahdar.rules.acts.trusting.weights", tables.get)
    assert trust.listed(found) == found
    assert trust.trusted(found) == []
    monkeypatch.setitem(tables, DOUBTS, {"actor subject after": RIGHT})
    assert trust.trusted(found) == found


def test_ways_tell_how_parties_were_found_and_what_stands_around() -> None:
    trust, found = drafts(MET)
    ways = trust.ways.features(found[0])
    assert {"actor subject after", "actor object after", "actor subject after person", "meet behind mark", "governed by none"} <= set(ways)
    assert "actor behind 0 verbs" in ways and "actor behind relative False comma False" in ways
    assert len(ways) == len(set(ways))
    assert all(f == f.strip() and "\t" not in f and "\n" not in f for f in ways)


def test_a_party_of_another_sentence_is_told_as_such() -> None:
    trust, found = drafts(
        "زيارة إلى برلين\nوصل الرئيس الروسي فلاديمير بوتين إلى برلين الاثنين. وأجرى محادثات مع المستشارة الألمانية أنغيلا ميركل. "
        "وغادر الوفدان القصر مساء."
    )
    talks = next(d for d in found if d.act == "meet")
    assert "person:vladimir-putin" in talks.actors
    assert any(f.startswith("actor elsewhere") for f in trust.ways.features(talks))


def test_features_tell_sides_and_telling() -> None:
    trust, found = drafts(MET)
    features = trust.features(found[0], found)
    assert {"meet", "meet by person person", "meet at lead", "frame meet", "alike 0"} <= set(features)
    assert all(f == f.strip() and "\t" not in f for f in features)


def test_some_acts_need_more_trust(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"agree", "assault", "protest", "threaten"} <= set(least())
    assert all(bar > LEAST for bar in least().values())
    trust, found = drafts(MET)
    doubtful = [msgspec.structs.replace(found[0], act=act) for act in ("accuse", *least())]
    monkeypatch.setattr(Trust, "features", lambda self, d, among: ["weak"])
    monkeypatch.setattr("mahdar.rules.acts.trusting.weights", {TABLE: {"weak": LEAST}, DOUBTS: {}}.get)
    assert [d.act for d in trust.trusted(doubtful)] == ["accuse"]
