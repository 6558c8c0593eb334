"""Clauses → drafts: each act row whose conditions hold and whose needed roles are filled."""
from __future__ import annotations

import msgspec

from ...arabic.words import Text
from ...model import Article, Time
from ..clauses.model import Clause
from ..names.model import Names
from .circumstances import towns
from .conditions import of_a_match
from .draft import Draft
from .filling import is_of_two
from .infer import accusers
from .merge import ONE_SIDED, Echo
from .resolver import Resolver
from .setting import Setting
from .settling import Settling
from .splitting import each
from .tables import acts, candidates, frames, pair_words
from .teasers import teasers
from .trusting import Trust
from .trying import MUTUAL

NEGATED = frozenset(("act:agree_wafq", "act:agree_qbl", "act:support_aetrf", "act:support_ayd"))     # لم توافق is a refusal
DUTY = ("act", "request_wjb")
TOP = ("title", "lead")
GUILTLESS = "act:reject_nfa_2"          # نفت روسيا تورطها
PAIRED = frozenset(("meet", "call", "visit", "agree", "cooperate", "message", "invite"))


class Reader(Settling):
    """Reads the drafts of one article."""

    def __init__(self, text: Text, names: Names, times: list[Time], clauses: list[Clause], speech, article: Article) -> None:
        self.text, self.names, self.clauses, self.speech, self.article = text, names, clauses, speech, article
        self.resolver = Resolver(text, names, clauses, speech)
        self.resolver.day = article.day
        self.setting = Setting(text, names, times, clauses, speech, article)
        self.echoes: list[Echo] = []
        self.told_with: Clause | None = None        # the verb whose subject a noun has borrowed
        self.refused: dict[int, list[frozenset[str]]] = {}
        self.taken: set[int] = set()        # act nouns a verb has already told of
        self.bids: list[Draft] = []         # invitations so far
        self.paired = not pair_words().isdisjoint(text.norms)       # does the text speak of two parties (الطرفان) at all?

    @property
    def trust(self) -> Trust:
        """What weighs the drafts; made anew, so that the reader and it don't hold each other."""
        return Trust(self.text, self.names, self.clauses, self.speech, self.country)

    def read(self) -> list[Draft]:
        """All drafts."""
        out: list[Draft] = []
        if of_a_match(self.text):
            return out
        told = [k for k, c in enumerate(self.clauses) if c.modal == "must" and c.kind == "verb" or c.rows and candidates(c.rows, c.kind)]
        order = [k for k in told if self.clauses[k].kind != "noun"] + [k for k in told if self.clauses[k].kind == "noun"]
        later: list[int] = []
        others = teasers(self.text)
        for k in order:
            clause = self.clauses[k]
            if k in self.taken or clause.sentence in others:
                continue
            if self.paired and self._names_pair(clause) or is_of_two(clause):
                later.append(k)
                continue
            for part in each(clause, self.text):
                self._take(self._clause(k, part), out)
        for k in later:
            if k not in self.taken:
                self._take(self._clause(k, self.clauses[k]), out)
        out.sort(key=lambda d: d.i)
        accusers(out, self.country, self.text)
        self._granted(out)
        out = self._one_attack(out)
        named = towns(self.text, self.names, self.country)
        for d in out:
            if d.act == "visit" and d.place is not None and d.place.startswith("state:"):
                d.place = named.get(d.place[6:], d.place)
            guiltless = d.rows[0] == GUILTLESS and not self._of_others(d)
            if (guiltless or d.act == "reject" and d.told) and not d.recipients and d.actors:
                d.recipients = self._counterpart(d.actors)
        for d in out:
            if d.pending and d.act == "visit":
                self._destination(d, out)
        out = [d for d in out if d.recipients or not (d.pending or d.told) or self._threat(d) or self._won(d)]
        front = [d.actors for d in out if d.act == "reject" and d.salience in TOP]
        out = [
            d
            for d in out
            if d.recipients
            or d.mode == "veto"
            or (d.actors in front if d.act == "reject" else d.salience in TOP or d.mode not in ONE_SIDED)
        ]
        return [d for d in out if not self._denies(d, out) and not self._opposed(d, out)]

    def _take(self, draft: Draft | None, out: list[Draft]) -> None:
        if draft is not None:
            out.append(draft)
            protest = self._dispersed(draft)
            out += [protest] if protest is not None else []
            if MUTUAL in draft.rows and len(draft.actors) == len(draft.recipients) == 1:      # تبادلا الاتهامات
                out.append(msgspec.structs.replace(draft, actors=draft.recipients, recipients=draft.actors, rows=list(draft.rows)))
            if draft.act == "invite" and draft.recipients:
                self.bids.append(draft)
            parties = list(dict.fromkeys(draft.actors + draft.recipients))
            if len(parties) == 2 and draft.act in PAIRED:
                self.resolver.pairs.append((draft.i, tuple(parties)))

    def _names_pair(self, clause: Clause) -> bool:
        """Does an argument speak of the two parties told of before (الطرفان)?"""
        words, norms = pair_words(), self.text.norms
        told = (clause.subject, clause.object, *clause.args)
        return any(a is not None and (norms[a.i] in words or norms[a.j - 1] in words) for a in told)

    def _clause(self, k: int, clause: Clause) -> Draft | None:
        rows, waiting = self._rows(clause), None
        if clause.modal == "must" and self._duty_of(clause):       # قال ترامب إن روسيا يجب أن تنسحب
            rows, clause = [acts()[DUTY]._replace(frame=frames()["blame"])], msgspec.structs.replace(clause, modal="")
        for row in rows:
            if clause.negated and row.key in NEGATED:
                row, clause = (
                    row._replace(act="reject", mode="change", frame=frames()["refuse"]),
                    msgspec.structs.replace(clause, negated=False),
                )
            elif clause.negated and any(name == "denied" for name, _ in row.when):       # لا تقبل, لا تستبعد فرض عقوبات
                clause = msgspec.structs.replace(clause, negated=False)
            kept = clause.subject, clause.object, clause.passive
            draft = self._try(k, clause, row)
            if draft is not None and not (draft.pending and draft.act == "assault"):
                return draft
            waiting = waiting or draft
            clause.subject, clause.object, clause.passive = kept  # what one row made of the clause is not the next one's
        return waiting
