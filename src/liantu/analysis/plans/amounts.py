"""How much a plan asks of each product, and whether that feeds a plant of the least scale.

Amounts go from the target to what is taken for it, along the proof: every product has one maker
there, and makers come before users. What is told in a unit that cannot be converted is unknown,
and so is all that hangs on it; it is never 0.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from liantu.analysis.diagnosis import scale_of
from liantu.analysis.plans.problem import Unit
from liantu.analysis.reading import Reading

LEAST = 100.0
"""Tonnes a year below which a known need is no reason for a plant (as for 先办三件事)."""
_SLIP = 1e-9


@dataclass(frozen=True, slots=True)
class Amounts:
    """In capacity units of each product a year, ``None`` unknown. ``taken``: what the plan takes of
    a product in all; ``added``: what its new links take of it; ``made``: what each running step
    makes of its own product.
    """

    taken: Mapping[str, float | None] = field(default_factory=dict)
    added: Mapping[str, float | None] = field(default_factory=dict)
    made: Mapping[str, float | None] = field(default_factory=dict)


class Fit(enum.StrEnum):
    """Local need against the least scale of a plant: enough for one; less, so that the rest must be
    sold outside; less as far as it is known; no scale known; a matter of a laboratory; or needed by
    nobody here.
    """

    ENOUGH = "enough"
    LESS = "less"
    UNSURE = "unsure"
    NO_SCALE = "no_scale"
    TRIFLE = "trifle"
    NO_NEED = "no_need"


@dataclass(frozen=True, slots=True)
class Need:
    """What is needed here of a link, in ``unit`` a year: ``known`` by running plants and by the new
    ones of the plan, and by how many that did not say (``silent``). ``scale``: the least plant.
    """

    known: float
    silent: int
    unit: str
    scale: float | None
    fit: Fit

    @property
    def share(self) -> float | None:
        """Known need ÷ the least plant."""
        return self.known / self.scale if self.scale else None


@dataclass(frozen=True, slots=True)
class Strain:
    """A product made here of which the new links take more than is to spare as far as is known."""

    product: str
    taken: float
    spare: float
    unit: str


def amounts(
    reading: Reading,
    steps: Sequence[tuple[Unit, tuple[str, ...]]],
    target: str,
    demand: float | None,
) -> Amounts:
    """For ``demand`` (capacity unit) of the target, ``None`` if unknown. ``steps`` in the order in
    which they can start, each with the products for which it is run.
    """
    found = _Walk(reading)
    base = reading.atlas.products[target].base_per_unit
    found.take(target, None if demand is None else demand * base, new=False)
    for unit, wanted in reversed(steps):
        found.run(unit, wanted)
    return found.amounts()


class _Walk:
    """Sums in base units; a product in ``_lost`` is taken in an amount that nobody knows."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._taken: defaultdict[str, float] = defaultdict(float)
        self._added: defaultdict[str, float] = defaultdict(float)
        self._lost: set[str] = set()
        self._lost_new: set[str] = set()
        self._made: dict[str, float | None] = {}

    def take(self, product: str, amount: float | None, *, new: bool) -> None:
        """Something is taken; negative is returned."""
        if amount is None:
            self._lost.add(product)
            if new:
                self._lost_new.add(product)
            return
        self._taken[product] += amount
        if new:
            self._added[product] += amount

    def run(self, unit: Unit, wanted: Sequence[str]) -> None:
        """The unit runs as much as the hungriest product asks for which it is run."""
        runs = [self._runs(unit, product) for product in wanted]
        known = [r for r in runs if r is not None]
        activity = max(known) if len(known) == len(runs) and known else None
        self._made[unit.id] = activity
        for product, amount in unit.inputs.items():
            total = None if activity is None or amount is None else activity * amount
            self.take(product, total, new=unit.is_new)
        self._give_back(unit, activity)

    def _runs(self, unit: Unit, product: str) -> float | None:
        amount = unit.outputs[product]
        if product in self._lost or not amount:
            return None
        return max(self._taken[product], 0.0) / amount

    def _give_back(self, unit: Unit, activity: float | None) -> None:
        """What a route returns into the process lowers what must be made of it."""
        product, _, route = unit.id.partition("/")
        for own in self._reading.atlas.products[product].routes:
            if own.id == route and activity is not None:
                for item in own.byproducts:
                    if item.recycle and item.unit == self._unit(item.product):
                        self._taken[item.product] -= activity * item.per_unit

    def _unit(self, product: str) -> str:
        found = self._reading.atlas.products.get(product)
        return found.base_unit if found else ""

    def amounts(self) -> Amounts:
        """The sums in capacity units."""
        products = {*self._taken, *self._lost}
        made = {u: self._whole(u.partition("/")[0], amount) for u, amount in self._made.items()}
        return Amounts(
            taken={p: self._sum(p, self._taken, self._lost) for p in sorted(products)},
            added={p: self._sum(p, self._added, self._lost_new) for p in sorted(products)},
            made=made,
        )

    def _sum(self, product: str, sums: Mapping[str, float], lost: set[str]) -> float | None:
        return self._whole(product, None if product in lost else max(sums.get(product, 0.0), 0.0))

    def _whole(self, product: str, amount: float | None) -> float | None:
        item = self._reading.atlas.products[product]
        return None if amount is None else amount / item.base_per_unit


def need(reading: Reading, product: str, found: Amounts) -> Need:
    """What running plants need of a link today and what the new ones would, against the scale."""
    item = reading.atlas.products[product]
    balance = reading.diagnosis.balances.get(product)
    known = balance.need if balance else 0.0
    silent = balance.need_unknown if balance else 0
    more = found.added.get(product, 0.0)
    known, silent = (known, silent + 1) if more is None else (known + more, silent)
    scale = scale_of(reading.atlas, item, reading.situation.day)
    tonnes = known * item.base_per_unit if item.base_unit == "t" else None
    if known <= 0 and not silent:
        fit = Fit.NO_NEED
    elif tonnes is not None and tonnes < LEAST and not silent:
        fit = Fit.TRIFLE
    else:
        fit = _fit(known, silent, scale)
    return Need(known, silent, item.unit, scale, fit)


def _fit(known: float, silent: int, scale: float | None) -> Fit:
    if scale is None:
        return Fit.NO_SCALE
    if known >= scale - _SLIP:
        return Fit.ENOUGH
    return Fit.UNSURE if silent else Fit.LESS


def beside(reading: Reading, unit: Unit, found: Amounts) -> dict[str, float | None]:
    """What a unit yields beside its own product, in capacity units a year."""
    products = reading.atlas.products
    product, made = unit.id.partition("/")[0], found.made.get(unit.id)
    base = None if made is None else made * products[product].base_per_unit
    return {
        p: None if base is None or amount is None else base * amount / products[p].base_per_unit
        for p, amount in unit.outputs.items()
        if p != product
    }


def strains(reading: Reading, found: Amounts) -> tuple[Strain, ...]:
    """Products made here of which a plan's new links take more than is to spare; where a maker did
    not say how much it makes, nothing can be called short.
    """
    short = []
    for product, taken in found.added.items():
        balance = reading.diagnosis.balances.get(product)
        if not taken or balance is None or balance.supply_unknown or balance.spare is None:
            continue
        spare = max(balance.spare, 0.0)
        if reading.situation.is_local(product) and taken > spare + _SLIP:
            short.append(Strain(product, taken, spare, balance.unit))
    return tuple(short)
