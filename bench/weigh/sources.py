"""Learn the weights of rules/acts/sourcing.tsv: on whose word an act stands, or nobody's but the article's.

    .venv/bin/python bench/weigh/sources.py            folds over the sets taught, figures on gold/dev, and the table written
    .venv/bin/python bench/weigh/sources.py --dry      the figures only

Needs ../shared (gold and corpus). Rows: oracle.py; sources are right as score.py counts them, one of them in gold's list.
"""

from __future__ import annotations

import sys

import choosing
import oracle

from mahdar.rules.acts import sourcing

HEAD = (
    "Weights of the choice of an act's sources, in hundredths of log-odds: bench/weigh/sources.py learned them on gold/more "
    "and 240 more articles annotated alike."
)


def groups(name: str) -> list[choosing.Group]:
    """Every told event with the sources it may have, and which of them are right."""
    out = []
    for t in oracle.told(name):
        if t.kind == "report":
            continue
        r, want = t.reader, t.event["source"]
        row = t.row._replace(act=t.event["act"])
        asked = r.setting.asked_source(t.clause, row, t.event["status"], t.verb, t.actors, t.recipients)
        choices = r.setting.sourcing.choices(asked)

        def right(ids: tuple[str, ...], want: list[str] = want, t: oracle.Told = t) -> bool:
            if not want or not ids:
                return not want and not ids
            return any(t.scored.is_actor(s, None, e) for s in want for e in ids)

        features, fits = [c.features for c in choices], [right(c.value) for c in choices]
        count = 1.0 if t.kind == "anchor" else 0.7
        out.append(
            choosing.Group(
                t.article.id, t.kind, "source" if want else "absent", features, fits, count, right(asked.ruled)
            )
        )
    return out


if __name__ == "__main__":
    choosing.main(groups, sourcing.TABLE, HEAD, dry="--dry" in sys.argv, rounds=100)
