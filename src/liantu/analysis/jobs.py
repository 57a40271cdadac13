"""先办三件事: what a chain is to do first, one of each kind where there is one.

The best row of 补链, of 延链, and of 强链 where something is thin or weak; what is left of the
three is filled by weight. No product and no local main stands twice: what two ways from one
material ask for is one job, unless nothing else is left.

A board orders all that could be done; a mayor is shown three things, so more is asked of them:

* They are key links of this chain, or known to be needed in earnest: an amount, three made
  products behind it, a wanted link that lacks only this, a cited barrier. Else by-ways of a good
  score (甲酸钙 of a formic acid that another chain makes, 钢桶 of any sheet) lead a chain.
* What is lacking is the chain's own, or something in the chain takes it: the foil that a radiator
  needs is no job of the paper mills, whose key link it is.
* A known need below 100 t a year is a matter of a laboratory, whatever its score.
* What follows from a local main has at least half of its mains and parts at hand: 电池铝箔 without
  foil, or a cable "of cathode copper" without rod, is not the next step.

Only where these leave room come the key links that hang on one maker, what is needed without an
amount, and what follows from a key link of the chain.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator

from liantu.analysis.asking import home_or_key
from liantu.analysis.boards import Boards, volume
from liantu.analysis.diagnosis import Diagnosis
from liantu.analysis.ranking import Score
from liantu.model import Atlas
from liantu.model.boards import Board
from liantu.model.classes import Word

JOBS = 3
KEY, AMOUNT = 15.0, 10.0
"""Points above those of the board: for a key link of this chain; at most, for a known amount."""
BEHIND = 3
"""Made products behind a lacking one that make it weighty without an amount."""
HALF = 0.5
"""Share of mains and parts that must be at hand for something to follow next."""
TWICE = 2
"""How often one local main may stand where nothing else is left."""
LEAST = 100.0
"""Tonnes a year below which a known need is no job."""


def first_jobs(atlas: Atlas, diagnosis: Diagnosis, boards: Boards, chain: str) -> tuple[Score, ...]:
    """At most :data:`JOBS` rows of what the page of a chain lists; raises ``KeyError``."""
    found: list[Score] = []
    rows = list(_Jobs(atlas, diagnosis, boards, chain).in_turn())
    for row in rows:
        if len(found) < JOBS and not any(_same(row, other) for other in found):
            found.append(row)
    mains = Counter(other.facts.get("base") for other in found)
    for row in rows:
        fresh = all(row.product != other.product for other in found)
        if len(found) < JOBS and fresh and mains[row.facts.get("base")] < TWICE:
            found.append(row)
            mains[row.facts.get("base")] += 1
    return tuple(found)


class _Jobs:
    """Weighs the rows of one chain."""

    def __init__(self, atlas: Atlas, diagnosis: Diagnosis, boards: Boards, chain: str) -> None:
        self._atlas, self._diagnosis, self._chain = atlas, diagnosis, chain
        self._keys = {k.product for k in atlas.chains[chain].key}
        listed = home_or_key(atlas, chain)
        self._members = {m.product for m in atlas.chains[chain].members()}
        self._rows = {board: boards.of(board, listed) for board in Board}

    def in_turn(self) -> Iterator[Score]:
        """Rows in the order in which they are taken."""
        own = [r for r in self._rows[Board.FILL] if self._is_taken(r)]
        fill = [r for r in own if self._fills(r)]
        extend = [r for r in self._rows[Board.EXTEND] if self._extends(r)]
        strong = [r for r in self._rows[Board.STRONG] if self._is_marked(r)]
        first: dict[str, Score] = {}
        for rows in (fill, extend, strong):
            fresh = (r for r in self._ordered(rows) if r.product not in first)
            first |= {r.product: r for r in itertools.islice(fresh, 1)}
        yield from first.values()
        yield from self._ordered([*fill, *extend, *strong])
        yield from self._ordered([r for r in self._rows[Board.STRONG] if r.product in self._keys])
        yield from self._ordered([r for r in own if not self._is_small(r)])
        yield from self._ordered([r for r in self._rows[Board.EXTEND] if self._rests_on_key(r)])

    def _ordered(self, rows: list[Score]) -> list[Score]:
        """The weightiest first; of equals what the chain owns and what opens most steps of it."""
        return sorted(rows, key=self._place)

    def _place(self, row: Score) -> tuple[float, bool, int, str]:
        borrowed = self._atlas.products[row.product].home != self._chain
        return -round(self._weight(row), 6), borrowed, -self._opens(row), row.product

    def _weight(self, row: Score) -> float:
        tonnes = self._needed(row.product)
        told = volume(tonnes) if tonnes is not None else float(self._counted(row.product) > 0)
        return row.total + KEY * (row.product in self._keys) + AMOUNT * told

    def _opens(self, row: Score) -> int:
        return len(self._members.intersection(self._atlas.consumers.get(row.product, ())))

    # -- what is asked of a job

    def _fills(self, row: Score) -> bool:
        if self._is_small(row):
            return False
        if row.product in self._keys or self._counted(row.product) > 0:
            return True
        opened, exposed = row.facts.get("opened"), row.facts.get("exposed")
        behind = isinstance(exposed, float) and exposed >= BEHIND
        barrier = self._atlas.products[row.product].barrier is not None
        return behind or bool(opened) or barrier

    def _is_taken(self, row: Score) -> bool:
        """Whether the chain owns it or one of its products takes it."""
        uses = self._diagnosis.verdicts[row.product].uses
        own = self._atlas.products[row.product].home == self._chain
        return own or bool(self._members.intersection(uses))

    def _is_small(self, row: Score) -> bool:
        """Whether its known need is too little; a key link is no small thing."""
        tonnes = self._needed(row.product)
        return row.product not in self._keys and tonnes is not None and 0 < tonnes < LEAST

    def _extends(self, row: Score) -> bool:
        verdict = self._diagnosis.verdicts[row.product]
        known = row.product in self._keys or any(gate.favours for gate in verdict.gates)
        return known and bool(row.facts.get("base")) and (verdict.readiness or 0.0) >= HALF

    def _rests_on_key(self, row: Score) -> bool:
        readiness = self._diagnosis.verdicts[row.product].readiness or 0.0
        return row.facts.get("base") in self._keys and readiness >= HALF

    def _is_marked(self, row: Score) -> bool:
        words = self._diagnosis.verdicts[row.product].words
        return Word.THIN in words or Word.WEAK in words

    def _counted(self, product: str) -> float:
        balance = self._diagnosis.verdicts[product].balance
        return balance.need if balance else 0.0

    def _needed(self, product: str) -> float | None:
        """The known need in tonnes; ``None`` for what is counted in anything else."""
        item = self._atlas.products[product]
        return self._counted(product) * item.base_per_unit if item.base_unit == "t" else None


def _same(one: Score, other: Score) -> bool:
    """Whether two rows are of one product, or rest on the same local main."""
    mains = one.facts.get("base"), other.facts.get("base")
    return one.product == other.product or (bool(mains[0]) and mains[0] == mains[1])
