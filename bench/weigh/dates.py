"""Learn the weights of rules/acts/dating.tsv: which of an article's times dates an act, or its own day, or none.

    .venv/bin/python bench/weigh/dates.py            folds over the sets taught, figures on gold/dev, and the table written
    .venv/bin/python bench/weigh/dates.py --dry      the figures only

Needs ../shared (gold and corpus). Rows: oracle.py. A choice is right as score.py counts it: a stated day to the letter, an inferred one
within two days.
"""

from __future__ import annotations

import sys

import choosing
import oracle
from gold import scorer

from mahdar.rules.acts import dating

HEAD = (
    "Weights of the choice of an act's day, in hundredths of log-odds: bench/weigh/dates.py learned them on gold/more "
    "and 75 more articles annotated alike."
)


def groups(name: str) -> list[choosing.Group]:
    """Every told event with the days it may have, and which of them are right."""
    same, out = scorer().same_date, []
    for t in oracle.told(name):
        if t.kind == "report":
            continue
        setting = t.reader.setting
        row = t.row._replace(act=t.event["act"])
        asked = setting.asked(t.k, t.clause, row, t.event["status"], t.verb, t.lent, t.actors)
        choices = setting.dating.choices(asked)
        want, stated = t.event["date"], t.event["date_from"] == "text"

        def right(value: str | None, want: str | None = want, slack: int = 0 if stated else 2) -> bool:
            return value is None if want is None else value is not None and same(want, value, slack)

        kind = "none" if want is None else "stated" if stated else "inferred"
        features, fits = [c.features for c in choices], [right(c.value) for c in choices]
        count = 1.0 if t.kind == "anchor" else 0.7
        out.append(choosing.Group(t.article.id, t.kind, kind, features, fits, count, right(asked.ruled[0])))
    return out


if __name__ == "__main__":
    choosing.main(groups, dating.TABLE, HEAD, dry="--dry" in sys.argv)
