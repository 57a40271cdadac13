"""摸底任务单 and 短板清单: what to ask first, and what may be handed in as lacking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from liantu.analysis.boards import Boards, Rows
from liantu.analysis.diagnosis import Diagnosis, Verdict
from liantu.jobs import each
from liantu.model import Atlas, Product, Status
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.standing import OPEN, Certainty
from liantu.once import once

ALWAYS = 0.1
FIRM = 0.75
"""Chance that a firm of the same 小类 does not make it; at most four firms count."""
FIRMS = 4
SAME_FAMILY = 0.2
RECORD = {Status.BUILDING: 0.5, Status.UNKNOWN: 0.6, Status.PLANNED: 0.2}
SANDWICH = 0.5
CLAIM = 0.6
CLUSTER = 0.5
BLANK = 40.0
"""Board score with which a key link enters that stands on no board."""
AT_MOST = 40
"""Lines of a county."""
SHORT = 5
"""Rows of a chain on 短板清单."""
FIRST = 20
"""Rows of which the share of what can be settled is told."""
_HEAD = 2
"""Characters by which a name is looked up in a text."""
_CLASS, _FAMILY = 4, 3
"""Digits of GB/T 4754 that name a 小类 and a 中类."""


@dataclass(frozen=True, slots=True)
class Question:
    """A row of 摸底任务单: ``value`` = ``worth`` (board score) × ``doubt`` (chance from 0 to 1 that
    it is made here after all). ``reasons`` → their chances; ``ask``: enterprises to ask first.
    """

    product: str
    worth: float
    doubt: float
    reasons: Mapping[str, float]
    ask: tuple[str, ...]

    @property
    def value(self) -> float:
        """What is gained by asking."""
        return self.worth * self.doubt


def questions(atlas: Atlas, diagnosis: Diagnosis, found: Boards) -> tuple[Question, ...]:
    """摸底任务单 of the city, the most worth asking first."""
    doubts = _Doubts(atlas, diagnosis)
    worth = _worth(atlas, diagnosis, found)
    rows = [
        doubts.question(atlas.products[p], value)
        for p, value in each(worth.items())
        if diagnosis.verdicts[p].standing in OPEN
    ]
    return tuple(sorted(rows, key=lambda q: (-round(q.value, 6), q.product)))


def _worth(atlas: Atlas, diagnosis: Diagnosis, found: Boards) -> dict[str, float]:
    """Product → the better board score; what only groups need has none of its own board. A wanted
    link that rests on nothing here is asked about like one in 无链.
    """
    rows = Rows(atlas, diagnosis)
    worth: dict[str, float] = {}
    for verdict in each(diagnosis.verdicts.values()):
        item = atlas.products[verdict.product]
        if verdict.worst is Word.BLANK:
            worth[verdict.product] = BLANK
        elif rows.is_lacking(verdict) and not (item.generic or verdict.merged):
            worth[verdict.product] = rows.fill(verdict).total
    for board in (Board.FILL, Board.EXTEND):
        for row in found.of(board):
            worth[row.product] = max(worth.get(row.product, 0.0), row.total)
    for product in sorted(found.groundless & diagnosis.wanted):
        worth[product] = BLANK
    return worth


def settled(rows: tuple[Question, ...], first: int = FIRST) -> float | None:
    """Share of the value of all rows that the first ones hold; ``None`` without rows."""
    whole = sum(q.value for q in rows)
    return sum(q.value for q in rows[:first]) / whole if whole else None


class _Doubts:
    """The chance that something is made here after all."""

    def __init__(self, atlas: Atlas, diagnosis: Diagnosis) -> None:
        self._atlas, self._diagnosis = atlas, diagnosis
        self._situation = diagnosis.situation
        classes: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._families: set[str] = set()
        for verdict in each(diagnosis.verdicts.values()):
            code = atlas.products[verdict.product].gbt
            if verdict.makers and code:
                classes[code[:_CLASS]].update(dict.fromkeys(verdict.makers))
                self._families.add(code[:_FAMILY])
        self._classes = {code: tuple(makers) for code, makers in classes.items()}

    def question(self, product: Product, worth: float) -> Question:
        """The row of a product."""
        reasons = self._reasons(product)
        made = 1.0
        for chance in reasons.values():
            made *= 1 - chance
        return Question(product.id, worth, 1 - made, reasons, self._ask(product))

    def _ask(self, product: Product) -> tuple[str, ...]:
        """One object for all products of a class: it may name hundreds."""
        return self._classes.get(product.gbt[:_CLASS], ()) if product.gbt else ()

    def _reasons(self, product: Product) -> dict[str, float]:
        found = {"always": ALWAYS}
        sisters = len(self._ask(product))
        if sisters:
            found["class"] = 1 - FIRM ** min(sisters, FIRMS)
        elif product.gbt and product.gbt[:_FAMILY] in self._families:
            found["family"] = SAME_FAMILY
        record = max((RECORD.get(s, 0.0) for s in self._statuses(product)), default=0.0)
        if record:
            found["record"] = record
        if self._firms_above(product) & self._firms_below(product):
            found["both_sides"] = SANDWICH
        if product.id in self._claimed:
            found["claim"] = CLAIM
        if product.id in self._in_clusters:
            found["cluster"] = CLUSTER
        return found

    def _statuses(self, product: Product) -> list[Status]:
        makers = self._situation.makers(product.id)
        return [m.capacity.status for m in makers if not (m.operating or m.capacity.contested)]

    def _firms_above(self, product: Product) -> set[str]:
        inputs = {i.product for r in self._situation.recipes.own(product.id) for i in r.inputs}
        return {e for q in inputs for e in self._situation.firms(q)}

    def _firms_below(self, product: Product) -> set[str]:
        users = self._diagnosis.verdicts[product.id].uses
        return {e for user in users for e in self._situation.firms(user)}

    @once
    def _claimed(self) -> frozenset[str]:
        texts = [u.claim for e in self._atlas.enterprises.values() for u in e.unmapped]
        return self._named_in(texts)

    @once
    def _in_clusters(self) -> frozenset[str]:
        return self._named_in([k.name + k.scale + k.note for k in self._atlas.clusters.values()])

    def _named_in(self, texts: list[str]) -> frozenset[str]:
        """Products of which a name, without what stands in brackets, is part of one of the texts:
        each text is read once, whatever the number of products.
        """
        named: defaultdict[str, list[str]] = defaultdict(list)
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for product in each(self._atlas.products.values()):
            for name in (product.name.split("(")[0], *product.aka):
                if len(name) > 1:
                    named[name].append(product.id)
                    lengths[name[:_HEAD]].add(len(name))
        return frozenset(
            product
            for text in dict.fromkeys(texts)
            for at in range(len(text) - 1)
            for length in lengths.get(text[at : at + _HEAD], ())
            for product in named.get(text[at : at + length], ())
        )


def shortlist(atlas: Atlas, diagnosis: Diagnosis, found: Boards, chain: str) -> tuple[str, ...]:
    """短板清单 of a chain: what is confirmed as lacking, or a key link with a cited barrier."""
    shown = home_or_key(atlas, chain)
    keys = {k.product for k in atlas.chains[chain].key}
    rows = [
        row.product
        for row in found.of(Board.FILL, shown)
        if _handed_in(atlas, diagnosis.verdicts[row.product], keys)
    ]
    return tuple(rows[:SHORT])


def _handed_in(atlas: Atlas, verdict: Verdict, keys: set[str]) -> bool:
    barred = atlas.products[verdict.product].barrier is not None and verdict.product in keys
    return barred or verdict.certainty is Certainty.CONFIRMED


def home_or_key(atlas: Atlas, chain: str) -> frozenset[str]:
    """Members of a chain that it owns, or that it calls key links: those its page lists."""
    one = atlas.chains[chain]
    keys = {k.product for k in one.key}
    members = (m.product for m in one.members())
    return frozenset(
        p for p in members if p in atlas.products and (atlas.products[p].home == chain or p in keys)
    )
