"""Learn the weights of rules/acts/placing.tsv: where an act was done: in a place of its sentence or another, where the rules say, or none.

    .venv/bin/python bench/weigh/places.py            folds over the sets taught, figures on gold/dev, and the table written
    .venv/bin/python bench/weigh/places.py --dry      the figures only

Needs ../shared (gold and corpus). Rows: oracle.py; a place is right as score.py counts it, by its English name.
"""

from __future__ import annotations

import sys
from functools import partial
from types import SimpleNamespace

import choosing
import oracle
from gold import scorer

from mahdar import lexicon
from mahdar.rules.acts import occasions, placing
from mahdar.rules.acts.circumstances import near_towns, posts, site

HEAD = (
    "Weights of the choice of an act's place, in hundredths of log-odds: bench/weigh/places.py learned them on gold/more "
    "and 75 more articles annotated alike."
)


def groups(name: str) -> list[choosing.Group]:
    """Every told event with the places it may have, and which of them are right."""
    score, lex, out = scorer(), lexicon.load(), []
    at: dict[str, placing.Placing] = {}
    for t in oracle.told(name):
        if t.kind == "draft" or t.event["act"] == "call":
            continue
        r, want = t.reader, t.event["place"]
        if t.article.id not in at:
            at = {
                t.article.id: placing.Placing(
                    r.text, r.names, r.setting.predicates, r.speech, r.country, t.article.title is not None
                )
            }
        d = t.draft or SimpleNamespace(
            act=t.event["act"],
            mode=t.row.mode,
            actors=t.actors,
            recipients=t.recipients,
            i=t.clause.i,
            status=t.event["status"],
            rows=[t.row.key],
            place=site(r.text, r.names, t.clause, t.more, r.clauses, t.event["act"]),
        )
        near, sent = partial(near_towns, r.text, r.names, r.country, clauses=r.clauses), partial(posts, r.text, r.names)
        named = d.place
        occasions.grounds([d], r.country, near, sent)
        origin = "none" if d.place is None else "ground" if named is None else "stated"
        parties = tuple(d.actors), tuple(d.recipients)
        asked = placing.Asked(t.k, t.clause, t.verb, d.act, d.status, *parties, d.place, origin)
        choices = at[t.article.id].choices(asked)

        def right(value: str | None, want: str | None = want, r=r) -> bool:
            if value is None or want is None:
                return value is want
            entity = r.names.entities.get(value) or lex.entity(value)
            known = score.NAMES.get(want, {}).get("aliases", [])
            return entity is not None and (
                score.alike(want, entity.name) or any(score.norm(a) == score.norm(entity.name) for a in known)
            )

        kind = "place" if want else "absent"
        out.append(
            choosing.Group(
                t.article.id,
                t.kind,
                kind,
                [c.features for c in choices],
                [right(c.value) for c in choices],
                1.0 if t.kind == "anchor" else 0.7,
                right(d.place),
            )
        )
    return out


if __name__ == "__main__":
    choosing.main(groups, placing.TABLE, HEAD, dry="--dry" in sys.argv)
