"""Who in the city could deal with whom, and what several chains miss at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass

from liantu.analysis.diagnosis import Diagnosis
from liantu.jobs import each
from liantu.model import Atlas
from liantu.model.classes import RANKED


@dataclass(frozen=True, slots=True)
class Market:
    """All who sell a product over against all makers of one ``use`` of it who do not make it
    themselves: as large as the sides are long, while the pairs are as many as their product.

    ``recorded``: pairs (supplier, customer) with a supply on record. ``count``: pairs left.
    """

    product: str
    use: str
    suppliers: tuple[str, ...]
    customers: tuple[str, ...]
    surplus: float | None
    recorded: frozenset[tuple[str, str]]
    count: int

    def pairs(self) -> Iterator[tuple[str, str]]:
        """(supplier, customer), customer by customer."""
        for customer in self.customers:
            for supplier in self.suppliers:
                if (supplier, customer) not in self.recorded:
                    yield supplier, customer


@dataclass(frozen=True, slots=True)
class CityGap:
    """An absent product that several chains show, with the local products that need it."""

    product: str
    chains: tuple[str, ...]
    needed_by: tuple[str, ...]


def markets(
    atlas: Atlas, diagnosis: Diagnosis, products: Container[str] | None = None
) -> Iterator[Market]:
    """对接建议 for ``products`` (for all), in the order of the atlas, where a pair is left.

    A product with a known deficit is left out, its makers' own needs too; so is who makes it for
    its own products only (a works' foundry), and a user who makes it itself: neither looks for the
    other. Linear in makers and users.
    """
    known = _recorded(atlas)
    for product, verdict in each(diagnosis.verdicts.items()):
        surplus = verdict.balance.surplus if verdict.balance else None
        short = surplus is not None and surplus <= 0
        if (products is None or product in products) and verdict.local and not short:
            suppliers = diagnosis.situation.sellers(product)
            for use in verdict.needed_by:
                customers = _without(diagnosis.verdicts[use].makers, verdict.makers)
                recorded = known.get(product, frozenset())
                count = _count(suppliers, customers, recorded)
                if count:
                    yield Market(product, use, suppliers, customers, surplus, recorded, count)


def _without(firms: Sequence[str], others: Collection[str]) -> tuple[str, ...]:
    own = frozenset(others)
    return tuple(e for e in firms if e not in own)


def _recorded(atlas: Atlas) -> dict[str, frozenset[tuple[str, str]]]:
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for supply in atlas.supplies.values():
        found[supply.product].add((supply.supplier, supply.customer))
    return {product: frozenset(pairs) for product, pairs in found.items()}


def _count(
    suppliers: Collection[str], customers: Collection[str], recorded: Collection[tuple[str, str]]
) -> int:
    """Pairs that have no supply on record."""
    selling, buying = set(suppliers), set(customers)
    done = sum(s in selling and c in buying for s, c in recorded)
    return len(suppliers) * len(customers) - done


def city_gaps(atlas: Atlas, diagnosis: Diagnosis, least: int = 2) -> tuple[CityGap, ...]:
    """Absent products of at least ``least`` chains, those of most chains first."""
    found = [
        CityGap(product, atlas.chains_of.get(product, ()), verdict.needed_by)
        for product, verdict in each(diagnosis.verdicts.items())
        if verdict.worst in RANKED
        and not verdict.merged
        and len(atlas.chains_of.get(product, ())) >= least
    ]
    return tuple(sorted(found, key=lambda g: (-len(g.needed_by), -len(g.chains), g.product)))
