"""The problem of a reading: what runs here, what may be built at all, and what is bought.

Built is only what nobody here makes and no law shuts; its needs are main materials, parts and key
auxiliaries, captive ones looked through (judgement §2). Bought is what comes from outside by its
nature, what a gate shuts, common materials, what a route says is bought, and goods of every city.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from liantu.analysis.needs import Needs
from liantu.analysis.plans.problem import Problem, Unit
from liantu.analysis.reading import Reading
from liantu.model import Product, Route
from liantu.model.gates import Effect
from liantu.model.standing import ABSENT, Standing
from liantu.once import once


class Reach(enum.StrEnum):
    """How far a plan goes. ``READY``: what is made here is at hand, and goes on buying what it
    buys today. ``CHAIN``: what is made here and of the target's chain must find its mains and parts
    here, too, or by nature outside; ``CLOSED``: so must everything.
    """

    READY = "ready"
    CHAIN = "chain"
    CLOSED = "closed"


class Had(enum.StrEnum):
    """How a product is had without building: made here, or bought because it comes from outside by
    its nature (or was switched to that), is shut by a gate, a common material, bought by a route of
    its own, or a good of every city; ``IMPORT``: bought although it is a gap that might be closed;
    ``BEYOND``: a gap, too, but of other chains than the one that the plan keeps within; ``TOLD``:
    bought because the planner says so; ``TRIFLE``: needed in an amount for which nobody builds.
    """

    LOCAL = "local"
    OUTSIDE = "outside"
    SHUT = "shut"
    COMMON = "common"
    BOUGHT = "bought"
    GENERIC = "generic"
    IMPORT = "import"
    BEYOND = "beyond"
    TOLD = "told"
    TRIFLE = "trifle"


_DOUBTS = (Effect.CONDITION, Effect.ASK, Effect.INDIRECT)


@dataclass(frozen=True)
class City:
    """A reading as units. ``costs``: what a planner says that building a link costs, by product;
    ``allowed`` and ``stand_in`` as in :class:`Problem`. Every absent product but the target may
    then be bought instead of being made. Links are built ``within`` a chain (empty: anywhere);
    ``buying``: what the planner would rather buy than have made here; ``trifles``: of which a
    plan takes next to nothing.
    """

    reading: Reading
    target: str
    reach: Reach
    costs: Mapping[str, float] = field(default_factory=dict)
    stand_in: float | None = None
    allowed: int = 0
    within: str = ""
    buying: frozenset[str] = frozenset()
    trifles: frozenset[str] = frozenset()

    @once
    def needs(self) -> Needs:
        """Roles and what may come from elsewhere."""
        return Needs(self.reading.atlas, self.reading.situation, self.reading.switches)

    @once
    def problem(self) -> Problem:
        """The problem of the target."""
        local = (p for p, had in self.had.items() if had is Had.LOCAL)
        bought = {p: None for p, had in self.had.items() if had is not Had.LOCAL}
        return Problem(
            target=self.target,
            units=tuple(self.units.values()),
            at_hand=frozenset(local),
            prices=bought,
            imports=self._absent,
            allowed=self.allowed,
            stand_in=self.stand_in,
        )

    @once
    def _absent(self) -> frozenset[str]:
        standings = self.reading.situation.standings
        return frozenset(p for p, s in standings.items() if s in ABSENT and p not in self.had)

    @once
    def had(self) -> Mapping[str, Had]:
        """Products that are had without building, and how."""
        found = {p: self._had(p) for p in self.reading.atlas.products}
        return {p: had for p, had in found.items() if had is not None}

    def _had(self, product: str) -> Had | None:
        standing = self.reading.situation.standing(product)
        if standing is Standing.EXTERNAL:
            return Had.OUTSIDE
        if standing not in ABSENT:
            return None if self._must_be_fed(product) else Had.LOCAL
        return None if product == self.target else self._secured(product, standing)

    @once
    def _members(self) -> frozenset[str]:
        """Products of the chain that a plan keeps within."""
        chain = self.reading.atlas.chains[self.within]
        return frozenset(member.product for member in chain.members())

    def _secured(self, product: str, standing: Standing) -> Had | None:
        """Whether an absent product is bought as a rule, and why."""
        reasons = (
            (Had.SHUT, standing is Standing.SHUT),
            (Had.COMMON, self.needs.is_common(product)),
            (Had.BOUGHT, self.needs.is_bought(product)),
            (Had.GENERIC, self.reading.atlas.products[product].generic),
            (Had.TOLD, product in self.buying),
            (Had.TRIFLE, product in self.trifles),
            (Had.BEYOND, bool(self.within) and product not in self._members),
        )
        return next((had for had, holds in reasons if holds), None)

    def _must_be_fed(self, product: str) -> bool:
        """Whether something made here is only had if its own inputs are: its firm is on record with
        a route, or what it comes beside has one. What a group makes nobody can look into.
        """
        situation = self.reading.situation
        if product != self.target and not self._is_within(product):
            return False
        standing = situation.standing(product)
        if standing is Standing.BYPRODUCT:
            return True
        speaks = standing is Standing.MADE and situation.speaks(product)
        return speaks and bool(situation.routes(product))

    @once
    def units(self) -> Mapping[str, Unit]:
        """Units by id (product/route): those that run as far as they must be fed, and new ones."""
        return {unit.id: unit for unit in self._units()}

    def _units(self) -> Iterator[Unit]:
        situation = self.reading.situation
        for product in self.reading.atlas.products.values():
            standing = situation.standing(product.id)
            if standing is Standing.MADE and situation.speaks(product.id):
                if self._is_asked(product.id):
                    for route in situation.routes(product.id):
                        yield self._unit(product, route)
            elif standing in ABSENT - {Standing.SHUT} and product.id not in self.had:
                for route in self.needs.recipes.own(product.id):
                    yield self._unit(product, route, link=product.id)

    def _is_asked(self, product: str) -> bool:
        """Whether its running units matter: it must be fed, or something beside it must."""
        beside = self.reading.situation.by_product_of(self.target)
        return self._is_within(product) or product == self.target or product in beside

    def _is_within(self, product: str) -> bool:
        """Whether what is made here is looked into."""
        if self.reach is Reach.CHAIN:
            return self.reading.atlas.products[product].home == self.chain
        return self.reach is Reach.CLOSED

    @once
    def chain(self) -> str:
        """The chain of the target."""
        return self.reading.atlas.products[self.target].home

    def _unit(self, product: Product, route: Route, link: str = "") -> Unit:
        shares = self.needs.recipes.shares(product.id, route)
        inputs = {
            q: self._amount(q, share.per_unit, share.unit)
            for q, share in shares.items()
            if share.matters and q != product.id
        }
        outputs: dict[str, float | None] = {product.id: 1.0}
        for item in route.byproducts:
            if not item.recycle and item.product in self.reading.atlas.products:
                amount = self._amount(item.product, item.per_unit, item.unit)
                outputs.setdefault(item.product, amount)
        return Unit(
            id=f"{product.id}/{route.id}",
            inputs=inputs,
            outputs=outputs,
            link=link,
            fixed=self._cost(product) if link else None,
            doubts=self._doubts(product) if link else 0,
            merit=self._merit(product.id) if link else 0.0,
        )

    def _cost(self, product: Product) -> float | None:
        told = product.cost.amount if product.cost else None
        return self.costs.get(product.id, told)

    def parents(self, product: str) -> tuple[str, ...]:
        """What is made here whose own routes yield ``product`` beside it."""
        return tuple(
            parent
            for parent, had in self.had.items()
            if had is Had.LOCAL
            for route in self.needs.recipes.own(parent)
            if any(b.product == product and not b.recycle for b in route.byproducts)
        )

    def _amount(self, product: str, per_unit: float, unit: str) -> float | None:
        """In base units; ``None`` if it is told in others."""
        same = unit == self.reading.atlas.products[product].base_unit
        return per_unit if same and per_unit > 0 else None

    def _merit(self, product: str) -> float:
        score = self.reading.boards.best(product)
        return score.total / 100 if score else 0.0

    def _doubts(self, product: Product) -> int:
        gates = self.reading.situation.gates.get(product.id, ())
        return sum(g.effect in _DOUBTS for g in gates) + (product.barrier is not None)
