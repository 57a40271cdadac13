"""What a planner asks about: a date and assumptions; part of every result and of every export."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from liantu.model.boards import Weights, weighted
from liantu.model.nouns import Library, Product, Status


@dataclass(frozen=True)
class Switches:
    """Assumptions of a diagnosis.

    ``external``: products that may be bought beside the raw ones (外购允许). ``ambition``: raw
    products that the city wants to make itself. ``utilisation``: share of capacity in use.
    ``thin``: cover ratio below which a link is 细. ``counting``: statuses that count. ``weights``:
    those of the boards.
    """

    external: frozenset[str] = frozenset()
    ambition: frozenset[str] = frozenset()
    utilisation: float = 1.0
    thin: float = 1.0
    counting: frozenset[Status] = frozenset({Status.OPERATING})
    weights: Weights = field(default_factory=lambda: weighted({}))

    def buys(self, product: Product) -> bool:
        """Whether the product may come from outside without being a gap."""
        outside = product.raw or product.utility or product.id in self.external
        return outside and product.id not in self.ambition

    def outside(self, products: Iterable[Product]) -> frozenset[str]:
        """Ids of those of ``products`` that may come from outside."""
        return frozenset(p.id for p in products if self.buys(p))


DEFAULT = Switches()


@dataclass(frozen=True)
class Scenario:
    """A 口径日期 (ISO text, as exact as it was asked; empty: that of the edition) and the
    assumptions under which it is looked at.
    """

    date: str = ""
    switches: Switches = DEFAULT

    @classmethod
    def starting(cls, library: Library, date: str = "") -> Scenario:
        """The scenario that the data folder asks to start from."""
        weights = weighted(library.weights)
        switches = Switches(utilisation=library.utilisation, thin=library.thin, weights=weights)
        return cls(date, switches)


def following(wanted: Scenario, before: Library, after: Library) -> Scenario:
    """The scenario once the settings of its folder have changed: an assumption that was the
    folder's own follows it, one that was made for the moment stays.
    """
    old, new = Scenario.starting(before).switches, Scenario.starting(after).switches
    own = wanted.switches
    followed = {
        name: getattr(new, name)
        for name in ("utilisation", "thin", "weights")
        if getattr(own, name) == getattr(old, name)
    }
    switches = replace(own, **followed)
    return wanted if switches == own else replace(wanted, switches=switches)


def year_before(date: str) -> str:
    """The same day of the year before; the last of February for a leap day; empty if unknown."""
    year, rest = date[:4], date[4:]
    if not year.isdecimal() or int(year) < 1:
        return ""
    return f"{int(year) - 1:04d}" + ("-02-28" if rest == "-02-29" else rest)
