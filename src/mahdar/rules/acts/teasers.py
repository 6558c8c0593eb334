"""Lines that only point to other stories («للمزيد: …»), and headlines of other stories between the paragraphs."""

from __future__ import annotations

from ...arabic.words import Text
from ..speech.tables import word_at

#: words of the longest line that is taken for a headline
LONGEST = 18
#: marks that a paragraph ends with
ENDS = frozenset(".!؟?\"”»…:)،")


def teasers(text: Text) -> frozenset[int]:
    """The numbers of the sentences that tell of another story: they begin with a word that says so, or are a short line without a
    mark at its end where the article's paragraphs have one.

    «للمزيد: أردوغان يدعو العالم الإسلامي إلى …» is one; the first line never is.
    """
    ends = [k for k, kind in enumerate(text.kinds) if kind == "B"]
    lines = list(zip([0, *(k + 1 for k in ends)], [*ends, len(text)], strict=True))
    closed = sum(text.norms[b - 1] in ENDS for a, b in lines[1:] if b > a)
    bare = frozenset(
        a
        for a, b in lines[1:]
        if 0 < b - a <= LONGEST and text.kinds[a] == "W" and text.norms[b - 1] not in ENDS and 2 * closed > len(lines)
    )
    starts = frozenset(a for a, _ in lines[1:])
    return frozenset(n for n, (a, _) in enumerate(text.sentences) if a in starts and (a in bare or word_at(text, a, "teaser")))
