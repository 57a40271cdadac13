"""Every pair of firms that could deal with each other, for small atlases only."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from liantu.analysis.diagnosis import Diagnosis
from liantu.analysis.matching import markets
from liantu.model import Atlas


class Match(NamedTuple):
    """A maker and a user of a product without a recorded supply between them."""

    product: str
    supplier: str
    customer: str
    use: str
    surplus: float | None


def matches(
    atlas: Atlas, diagnosis: Diagnosis, products: Container[str] | None = None
) -> tuple[Match, ...]:
    """The pairs of :func:`markets`: suppliers × customers."""
    return tuple(
        Match(market.product, supplier, customer, market.use, market.surplus)
        for market in markets(atlas, diagnosis, products)
        for supplier, customer in market.pairs()
    )
