"""Who in the city could deal with whom, and what several chains miss at once."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from liantu.analysis.diagnosis import Diagnosis
from liantu.model import Atlas


@dataclass(frozen=True, slots=True)
class Match:
    """A local maker and a local user of a product without a recorded supply between them.

    ``surplus`` in the product's unit, ``None`` where sales or amounts are unknown.
    """

    product: str
    supplier: str
    customer: str
    use: str
    surplus: float | None


@dataclass(frozen=True, slots=True)
class CityGap:
    """An absent product that several chains show, with the local products that need it."""

    product: str
    chains: tuple[str, ...]
    needed_by: tuple[str, ...]


def matches(
    atlas: Atlas, diagnosis: Diagnosis, products: Container[str] | None = None
) -> tuple[Match, ...]:
    """对接建议 for ``products`` (for all); a maker with a known deficit is left out, its own needs
    too.
    """
    known = {(s.product, s.supplier, s.customer) for s in atlas.supplies.values()}
    found = []
    for product, verdict in diagnosis.verdicts.items():
        if products is not None and product not in products:
            continue
        if not (verdict.local and verdict.needed_by and verdict.makers):
            continue
        surplus = verdict.balance.surplus if verdict.balance else None
        if surplus is not None and surplus <= 0:
            continue
        for use in verdict.needed_by:
            for customer in diagnosis.verdicts[use].makers:
                for supplier in verdict.makers:
                    pair = (product, supplier, customer)
                    if supplier != customer and pair not in known:
                        found.append(Match(product, supplier, customer, use, surplus))
    return tuple(found)


def city_gaps(atlas: Atlas, diagnosis: Diagnosis, least: int = 2) -> tuple[CityGap, ...]:
    """Absent products of at least ``least`` chains, those of most chains first."""
    found = [
        CityGap(product, atlas.chains_of.get(product, ()), verdict.needed_by)
        for product, verdict in diagnosis.verdicts.items()
        if verdict.words and not verdict.local and len(atlas.chains_of.get(product, ())) >= least
    ]
    return tuple(sorted(found, key=lambda g: (-len(g.needed_by), -len(g.chains), g.product)))
