"""What a closing plan is looked for in: units, what is at hand, what may be bought, and the goal.

Process-network synthesis in the sense of P-graphs (Friedler et al. 1992): units take products
and yield products; a set of new units is wanted that brings the target within reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isfinite


class ProblemError(ValueError):
    """The figures of a problem cannot be: ``reason`` names what, ``where`` the unit or product."""

    def __init__(self, reason: str, where: str) -> None:
        super().__init__(f"{reason}: {where}")
        self.reason, self.where = reason, where


@dataclass(frozen=True, slots=True)
class Unit:
    """A plant. ``inputs`` and ``outputs`` are amounts for one unit of activity (``None``: unknown);
    only their names matter where the problem has no demand.

    ``link``: the missing link that is built with it; empty for what exists, which costs nothing to
    have. ``fixed`` is the cost to build it (``None``: unknown, never 0), ``variable`` that of one
    unit of activity, ``capacity`` the most activity (``None``: unknown). Of equal plans that with
    fewest ``doubts`` (conditions, questions to the authority, barriers) is better, then that with
    the most ``merit`` (0 to 1: what speaks for the link).
    """

    id: str
    inputs: Mapping[str, float | None]
    outputs: Mapping[str, float | None]
    link: str = ""
    fixed: float | None = None
    variable: float = 0.0
    capacity: float | None = None
    doubts: int = 0
    merit: float = 0.0

    @property
    def is_new(self) -> bool:
        """Whether it would have to be built."""
        return bool(self.link)

    @property
    def needs(self) -> frozenset[str]:
        """Products that must be reached before it runs."""
        return frozenset(self.inputs)

    @property
    def yields(self) -> tuple[str, ...]:
        """Products that it reaches when it runs."""
        return tuple(self.outputs)


@dataclass(frozen=True, slots=True)
class Problem:
    """``at_hand`` is free; ``prices``: products that may be bought, for one unit of each (``None``:
    unknown). ``imports`` may be bought instead of being made, but at most ``allowed`` of them:
    each is a dependence that a plan exists to end. Without ``demand`` the target must only be
    reached; with it so much of it is to be made, amounts, capacities and prices count, and there
    are no ``imports`` beside those with prices.

    ``stand_in``: what a link of unknown cost counts as (analysis.md §6: 1). Without it, plans with
    fewer links of unknown cost are better, whatever the others cost: the two are never added.
    """

    target: str
    units: tuple[Unit, ...]
    at_hand: frozenset[str] = frozenset()
    prices: Mapping[str, float | None] = field(default_factory=dict)
    imports: frozenset[str] = frozenset()
    allowed: int = 0
    demand: float | None = None
    stand_in: float | None = None

    @property
    def outside(self) -> frozenset[str]:
        """Products that are had without any unit, and count for nothing."""
        return self.at_hand | self.prices.keys()

    @property
    def importable(self) -> frozenset[str]:
        """Products that may be bought instead of being made."""
        return self.imports - self.outside - {self.target} if self.allowed > 0 else frozenset()

    def check(self) -> None:
        """Raise :class:`ProblemError` for figures that would make the answer nonsense: negative or
        infinite ones (a plan without bound), and with a demand what amounts cannot do without.
        """
        _sound("price", self.prices.items())
        _sound("stand_in", [("", self.stand_in)])
        if self.demand is not None and not (isfinite(self.demand) and self.demand > 0):
            raise ProblemError("demand", self.target)
        seen: set[str] = set()
        for unit in self.units:
            if unit.id in seen:
                raise ProblemError("twice", unit.id)
            seen.add(unit.id)
            _sound("cost", [(unit.id, unit.fixed), (unit.id, unit.variable)])
            _sound("capacity", [(unit.id, unit.capacity)])
            for flows in (unit.inputs, unit.outputs):
                _sound("amount", ((unit.id, amount) for amount in flows.values()))
        if self.demand is not None:
            self._check_known()

    def _check_known(self) -> None:
        """With a demand nothing that amounts depend on may be unknown but the cost of links."""
        if self.importable:
            raise ProblemError("imports", self.target)
        for product, price in self.prices.items():
            if price is None:
                raise ProblemError("no price", product)
        for unit in self.units:
            if unit.capacity is None:
                raise ProblemError("no capacity", unit.id)
            if None in (*unit.inputs.values(), *unit.outputs.values()):
                raise ProblemError("no amount", unit.id)


def _sound(reason: str, figures: Iterable[tuple[str, float | None]]) -> None:
    for where, figure in figures:
        if figure is not None and not (isfinite(figure) and figure >= 0):
            raise ProblemError(reason, where)
