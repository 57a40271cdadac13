"""The three boards: what is lacking (补链), what can follow (延链), what must hold (强链).

Gates go first: what policy closes, what is secured from outside, auxiliaries, goods of every city
and what only groups need stand on no board. Unknown earns 0.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log10

from liantu.analysis.diagnosis import Diagnosis, Verdict, scale_of
from liantu.analysis.grounds import Ground, Grounds
from liantu.analysis.needs import Needs
from liantu.analysis.ranking import Score, ordered, score
from liantu.analysis.state import Situation
from liantu.analysis.tiers import best_level
from liantu.jobs import each
from liantu.model import Atlas, Role
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.standing import ABSENT, Certainty, Remedy, Standing
from liantu.once import once

DEMAND = 2.0
"""Sum of the weights in its users that earns 需求 in full where amounts are unknown."""
EXPOSURE = 10
UNLOCK = 2
BEHIND = 8
OTHERS = 2
"""Other firms behind a sole maker that bring it onto 强链榜."""
_LACKING = (Word.BROKEN, Word.SHORT_UP)
_LEVELS = {0: 1.0, 1: 0.5}
"""Places on the honour ladder: 国家级, 省级."""


def volume(tonnes: float | None) -> float:
    """0 for 100 t a year and less, ½ for 10,000 t, 1 for 1,000,000 t; 0 if unknown."""
    if not tonnes or tonnes <= 0:
        return 0.0
    return min(max((log10(tonnes) - 2) / 4, 0.0), 1.0)


@dataclass(frozen=True)
class Boards:
    """The rows of the boards, best first. ``groundless``: what is fed, yet only by what any works
    buys, so that it stands on no board.
    """

    rows: Mapping[Board, tuple[Score, ...]]
    groundless: frozenset[str] = frozenset()

    def of(self, board: Board, products: Iterable[str] | None = None) -> tuple[Score, ...]:
        """The rows of a board among ``products`` (all)."""
        if products is None:
            return self.rows[board]
        ranks, rows = self._ranks[board], self.rows[board]
        return tuple(rows[at] for at in sorted({ranks[p] for p in products if p in ranks}))

    def best(self, product: str) -> Score | None:
        """The row of 补链 or 延链 that is worth more; ``None`` if it stands on neither."""
        found = [s for b in (Board.FILL, Board.EXTEND) for s in self.of(b, (product,))]
        return max(found, key=_total, default=None)

    @once
    def _ranks(self) -> Mapping[Board, Mapping[str, int]]:
        """Where a product stands: a chain asks for its own without looking through the city."""
        return {b: {row.product: at for at, row in enumerate(r)} for b, r in self.rows.items()}


def _total(found: Score) -> float:
    return found.total


def boards(atlas: Atlas, diagnosis: Diagnosis, products: Collection[str] | None = None) -> Boards:
    """All rows of the city, or only those of ``products``: no row depends on another."""
    maker = Rows(atlas, diagnosis)
    found: dict[Board, list[Score]] = {board: [] for board in Board}
    groundless: set[str] = set()
    verdicts = diagnosis.verdicts
    asked = verdicts if products is None else [p for p in products if p in verdicts]
    for product in each(asked):
        verdict = verdicts[product]
        if atlas.products[verdict.product].generic or verdict.merged:
            continue
        if maker.is_lacking(verdict) and maker.has_named_user(verdict):
            found[Board.FILL].append(maker.fill(verdict))
        if maker.can_follow(verdict):
            found[Board.EXTEND].append(maker.extend(verdict))
        elif maker.is_groundless(verdict):
            groundless.add(product)
        if maker.must_hold(verdict):
            found[Board.STRONG].append(maker.strong(verdict))
    rows = {board: ordered(scores) for board, scores in found.items()}
    return Boards(rows, frozenset(groundless))


class Rows:
    """Decides who stands on a board, and works out the values."""

    def __init__(self, atlas: Atlas, diagnosis: Diagnosis) -> None:
        self._atlas, self._diagnosis = atlas, diagnosis
        self._situation = diagnosis.situation
        self._verdicts = diagnosis.verdicts
        self._needs = Needs(atlas, diagnosis.situation, diagnosis.switches)
        self._grounds = Grounds(atlas, diagnosis, self._needs)
        self._beside: dict[str, list[Verdict]] = {}
        for verdict in diagnosis.verdicts.values():
            if verdict.merged:
                self._beside.setdefault(verdict.merged, []).append(verdict)

    # -- 补链

    def is_lacking(self, verdict: Verdict) -> bool:
        """Whether something here needs it and it may be made here."""
        return verdict.worst in _LACKING and verdict.remedy is not Remedy.SUPPLY

    def _with_coproducts(self, verdict: Verdict) -> list[Verdict]:
        return [verdict, *self._beside.get(verdict.product, ())]

    def has_named_user(self, verdict: Verdict) -> bool:
        """Whether a firm on record needs it, or what comes only beside it."""
        found = self._with_coproducts(verdict)
        return any(self._is_made(user) for v in found for user in v.uses)

    def _is_made(self, product: str) -> bool:
        return self._situation.standing(product) is Standing.MADE

    def fill(self, verdict: Verdict) -> Score:
        """The row on 补链榜."""
        rows = self._with_coproducts(verdict)
        weight = sum(
            share.weight for v in rows for user, share in v.uses.items() if self._is_made(user)
        )
        lacking = [v.balance.deficit if v.balance else None for v in rows]
        tonnes = [self._tonnes(v.product, amount) for v, amount in zip(rows, lacking, strict=True)]
        whole = sum(t for t in tonnes if t) or None
        exposed = behind(verdict.product, self._verdicts, self._situation)
        opened = self._diagnosis.locks.get(verdict.product, ())
        values = {
            "demand": self._demand(verdict, weight, lacking[0], whole),
            "ready": verdict.readiness or 0.0,
            "exposure": exposed / EXPOSURE,
            "key": float(verdict.product in self._diagnosis.wanted),
            "unlock": len(opened) / UNLOCK,
            "strategic": float(self._atlas.products[verdict.product].barrier is not None),
        }
        facts: dict[str, float | str | None] = {
            "weight": weight,
            "deficit": lacking[0],
            "tonnes": whole,
            "exposed": float(exposed),
            "opened": float(len(opened)),
            "readiness": verdict.readiness,
        }
        return self._score(verdict, Board.FILL, values, facts)

    def _demand(
        self, verdict: Verdict, weight: float, deficit: float | None, tonnes: float | None
    ) -> float:
        least = scale_of(self._atlas, self._atlas.products[verdict.product], self._situation.day)
        if deficit and least:
            return deficit / least
        return max(min(weight / DEMAND, 1.0), volume(tonnes))

    def _tonnes(self, product: str, amount: float | None) -> float | None:
        item = self._atlas.products[product]
        if amount is None or amount <= 0 or item.base_unit != "t":
            return None
        return amount * item.base_per_unit

    # -- 延链

    def can_follow(self, verdict: Verdict) -> bool:
        """Whether it can follow from what is made here."""
        product, step = verdict.product, self._diagnosis.steps.get(verdict.product)
        if not self._may_follow(verdict):
            return False
        if verdict.worst is Word.SHORT_DOWN:
            return self._grounds.of(product) is not None
        if verdict.worst is Word.BROKEN:
            return self._rests_on_key(product)
        wanted = product in self._diagnosis.wanted and verdict.worst is Word.BLANK
        ground = self._grounds.of(product) if step == 2 and wanted else None
        return ground is not None and bool(ground.product)

    def is_groundless(self, verdict: Verdict) -> bool:
        """Whether it is fed and yet follows from nothing that is made here."""
        follows = verdict.worst is Word.SHORT_DOWN and self._may_follow(verdict)
        return follows and self._grounds.of(verdict.product) is None

    def _may_follow(self, verdict: Verdict) -> bool:
        product = verdict.product
        if verdict.standing not in ABSENT - {Standing.SHUT} or product not in self._diagnosis.steps:
            return False
        closed = self._needs.is_common(product) or self._needs.is_bought(product)
        return not closed and (product in self._diagnosis.wanted or not self._is_inner(product))

    def _is_inner(self, product: str) -> bool:
        """Whether it is only ever made in the plant that goes on with it, so that what follows from
        what is made here is the product of that plant.
        """
        users = self._atlas.consumers.get(product, ())
        inputs = [
            one.role
            for user in users
            for route in self._needs.recipes.own(user)
            for one in route.inputs
            if one.product == product
        ]
        return bool(inputs) and all(role is Role.CAPTIVE for role in inputs)

    def _rests_on_key(self, product: str) -> bool:
        """Whether its heaviest local main is a key link with a known surplus."""
        ground = self._grounds.of(product)
        if ground is None or ground.kin:
            return False
        spare = self._spare(ground.product)
        return ground.product in self._diagnosis.wanted and spare is not None and spare > 0

    def _spare(self, product: str) -> float | None:
        verdict = self._verdicts.get(product)
        balance = verdict.balance if verdict else None
        return balance.spare if balance else None

    def extend(self, verdict: Verdict) -> Score:
        """The row on 延链榜."""
        ground = self._grounds.of(verdict.product) or Ground("")
        base = ground.product
        spare = None if ground.kin else self._spare(base)
        known = base in self._verdicts and not ground.kin
        balance = self._verdicts[base].balance if known else None
        favoured = any(gate.favours for gate in verdict.gates)
        values = {
            "surplus": self._surplus(verdict.product, base, spare),
            "key": float(verdict.product in self._diagnosis.wanted),
            "ready": verdict.readiness or 0.0,
            "distance": {0: 1.0, 1: 0.5}.get(verdict.distance or 0, 0.0),
            "lead": self._lead(base),
            "favour": float(favoured),
        }
        facts: dict[str, float | str | None] = {
            "base": base,
            "kin": float(ground.kin),
            "spare": spare,
            "silent": float(balance.need_unknown) if balance else None,
            "distance": None if verdict.distance is None else float(verdict.distance),
            "step": float(self._diagnosis.steps.get(verdict.product, 0)),
            "readiness": verdict.readiness,
        }
        return self._score(verdict, Board.EXTEND, values, facts)

    def _surplus(self, product: str, base: str, spare: float | None) -> float:
        if not spare or spare <= 0:
            return 0.0
        item = self._atlas.products[product]
        least = scale_of(self._atlas, item, self._situation.day)
        taken = self._taken(product, base)
        if least and taken:
            held = spare * self._atlas.products[base].base_per_unit
            return held / (least * item.base_per_unit * taken)
        return volume(self._tonnes(base, spare))

    def _taken(self, product: str, base: str) -> float | None:
        """Base units of ``base`` for a base unit of ``product``; ``None`` if not directly taken."""
        for route in self._needs.recipes.own(product):
            share = self._needs.recipes.shares(product, route).get(base)
            if share and share.unit == self._atlas.products[base].base_unit:
                return share.per_unit
        return None

    def _lead(self, base: str) -> float:
        firms = list(self._situation.firms(base))
        for parent in self._situation.by_product_of(base):
            firms += self._situation.firms(parent)
        return _LEVELS.get(self._level(firms), 0.0)

    def _level(self, firms: Iterable[str]) -> int:
        """Best place on the honour ladder; beyond every ladder where none is known."""
        day = self._situation.day
        places = (best_level(self._atlas, self._atlas.enterprises[e], day) for e in firms)
        return min((p for p in places if p is not None), default=99)

    # -- 强链

    def must_hold(self, verdict: Verdict) -> bool:
        """Whether it is thin or weak, or one maker stands before several firms."""
        if verdict.standing is not Standing.MADE:
            return False
        marked = Word.THIN in verdict.words or Word.WEAK in verdict.words
        return marked or len(self._others(verdict)) >= OTHERS

    def _others(self, verdict: Verdict) -> set[str]:
        firms = {e for user in verdict.lost for e in self._situation.firms(user)}
        return firms - set(verdict.makers)

    def strong(self, verdict: Verdict) -> Score:
        """The row on 强链榜."""
        others, balance = self._others(verdict), verdict.balance
        gap = 0.0
        if balance and balance.need > 0 and not balance.supply_unknown:
            gap = 1 - balance.supply / balance.need
        tier = 1 - _LEVELS.get(self._level(verdict.makers), 0.0)
        values = {"behind": (len(verdict.lost) + len(others)) / BEHIND, "gap": gap, "tier": tier}
        facts: dict[str, float | str | None] = {
            "products": float(len(verdict.lost)),
            "firms": float(len(others)),
            "deficit": balance.deficit if balance else None,
        }
        return self._score(verdict, Board.STRONG, values, facts)

    def _score(
        self,
        verdict: Verdict,
        board: Board,
        values: Mapping[str, float],
        facts: Mapping[str, float | str | None],
    ) -> Score:
        weights = self._diagnosis.switches.weights.get(board, {})
        return score(verdict.product, board, values, weights, facts)


def confirmed(rows: Iterable[Score], verdicts: Mapping[str, Verdict]) -> tuple[Score, ...]:
    """The rows whose absence is confirmed; what is made here needs no confirmation."""
    return tuple(
        row for row in rows if verdicts[row.product].certainty in (None, Certainty.CONFIRMED)
    )


def behind(product: str, verdicts: Mapping[str, Verdict], situation: Situation) -> int:
    """How many made products stand, directly or through others, if it cannot be had."""
    seen, queue = {product}, deque([product])
    while queue:
        verdict = verdicts.get(queue.popleft())
        for user in verdict.uses if verdict else ():
            if user not in seen and situation.standing(user) is Standing.MADE:
                seen.add(user)
                queue.append(user)
    return len(seen) - 1
