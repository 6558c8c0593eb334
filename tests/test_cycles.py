"""Reading leaves no cycles of objects behind: what an article took is free again at once, and the collector finds nothing to do."""

from __future__ import annotations

import gc

from mahdar.lexicon import load
from mahdar.model import Article
from mahdar.reading import read

TEXT = """لافروف يلتقي كيم في بيونغ يانغ
التقى وزير الخارجية الروسي سيرغي لافروف، الخميس، الزعيم كيم جونغ أون في بيونغ يانغ.
وقال لافروف إن موسكو ترحب بالاتصالات بين كوريا الشمالية والولايات المتحدة، مضيفا أن رفع العقوبات ضروري.
وأكدت وكالة تاس أن الوزير سلم كيم رسالة من الرئيس فلاديمير بوتين.
ودعا لافروف الزعيم الكوري الشمالي إلى زيارة روسيا، وأدانت واشنطن تجارب بيونغ يانغ الصاروخية العام الماضي."""


def test_reading_leaves_no_cycles() -> None:
    article = Article(id="a", page=None, url=None, title=TEXT.split("\n", 1)[0], text=TEXT, published="2018-05-31", day="2018-05-31")
    assert read(article, load()).reports  # tables and caches are filled
    gc.collect()
    gc.disable()
    try:
        read(article, load())
        assert gc.collect() == 0
    finally:
        gc.enable()
