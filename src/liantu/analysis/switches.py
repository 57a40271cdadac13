"""What a planner may assume; part of every result and of every export."""

from __future__ import annotations

from dataclasses import dataclass, field

from liantu.model import Atlas, Product, Status

DEFAULT_WEIGHTS = {
    "demand": 30.0,
    "readiness": 25.0,
    "unlock": 20.0,
    "exposure": 15.0,
    "strategic": 10.0,
}


@dataclass(frozen=True)
class Switches:
    """Assumptions of a diagnosis.

    ``external``: products that may be bought beside the raw ones (外购允许). ``ambition``: raw
    products that the city wants to make itself. ``utilisation``: share of capacity in use.
    ``thin``: cover ratio below which a link is 细. ``counting``: statuses that count.
    """

    external: frozenset[str] = frozenset()
    ambition: frozenset[str] = frozenset()
    utilisation: float = 1.0
    thin: float = 1.0
    counting: frozenset[Status] = frozenset({Status.OPERATING})
    weights: dict[str, float] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))

    def buys(self, product: Product) -> bool:
        """Whether the product may come from outside without being a gap."""
        outside = product.raw or product.utility or product.id in self.external
        return outside and product.id not in self.ambition

    def outside(self, atlas: Atlas) -> frozenset[str]:
        """Ids of all products that may come from outside."""
        return frozenset(p.id for p in atlas.products.values() if self.buys(p))


DEFAULT = Switches()
