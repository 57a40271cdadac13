"""What a planner may assume; part of every result and of every export."""

from __future__ import annotations

from dataclasses import dataclass, field

from liantu.model import Atlas, Product, Status
from liantu.wording import text

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

    def told(self, atlas: Atlas) -> str:
        """What differs from the defaults, in one line; empty if nothing does."""
        words = []
        if self.external:
            names = "、".join(atlas.products[p].name for p in sorted(self.external))
            words.append(text("switches.external", names=names))
        if self.ambition:
            names = "、".join(atlas.products[p].name for p in sorted(self.ambition))
            words.append(text("switches.ambition", names=names))
        if self.utilisation != 1.0:
            words.append(text("switches.utilisation", share=f"{self.utilisation * 100:.0f}%"))
        if self.thin != 1.0:
            words.append(text("switches.thin", share=f"{self.thin * 100:.0f}%"))
        more = sorted(self.counting - {Status.OPERATING})
        words += [text(f"switches.counting.{status}") for status in more]
        if self.weights != DEFAULT_WEIGHTS:
            words.append(text("switches.weights"))
        return "；".join(words)

    def buys(self, product: Product) -> bool:
        """Whether the product may come from outside without being a gap."""
        outside = product.raw or product.utility or product.id in self.external
        return outside and product.id not in self.ambition

    def outside(self, atlas: Atlas) -> frozenset[str]:
        """Ids of all products that may come from outside."""
        return frozenset(p.id for p in atlas.products.values() if self.buys(p))


DEFAULT = Switches()


def starting(atlas: Atlas) -> Switches:
    """The assumptions that the data folder asks to start from."""
    library = atlas.library
    weights = {**DEFAULT_WEIGHTS, **library.weights}
    return Switches(utilisation=library.utilisation, thin=library.thin, weights=weights)
