"""Who could deal with whom, as rows of a list: pairs, or both sides where pairs are too many."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from liantu.analysis.matching import Market
from liantu.analysis.reading import Reading
from liantu.model import Atlas
from liantu.telling.why.grounds import NAMED
from liantu.wording import text

MOST_PAIRS = 20
"""Pairs of one product and one use that are listed one by one; nobody calls on more of them."""


@dataclass(frozen=True, slots=True)
class Deal:
    """``suppliers`` and ``customers`` in words: one enterprise each, or the first few and how many
    there are. ``surplus`` as in :class:`Market`; ``key`` names the row.
    """

    key: str
    product: str
    use: str
    suppliers: str
    customers: str
    surplus: float | None


def deals(reading: Reading, products: Container[str] | None = None) -> Iterator[Deal]:
    """Suggestions for ``products`` (for all), in the order of the atlas."""
    atlas = reading.atlas
    for market in reading.markets:
        if products is not None and market.product not in products:
            continue
        if market.count > MOST_PAIRS:
            yield _deal(atlas, market, market.suppliers, market.customers)
        else:
            for supplier, customer in market.pairs():
                yield _deal(atlas, market, (supplier,), (customer,))


def _deal(atlas: Atlas, market: Market, suppliers: Sequence[str], customers: Sequence[str]) -> Deal:
    return Deal(
        key=f"{market.product}/{suppliers[0]}/{customers[0]}/{market.use}",
        product=market.product,
        use=market.use,
        suppliers=_firms(atlas, suppliers),
        customers=_firms(atlas, customers),
        surplus=market.surplus,
    )


def _firms(atlas: Atlas, firms: Sequence[str]) -> str:
    shown = "、".join(atlas.enterprises[key].name for key in firms[:NAMED])
    more = len(firms) > NAMED
    return text("why.more.firms", names=shown, count=len(firms)) if more else shown
