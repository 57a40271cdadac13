"""An enterprise's own map: from whom it buys, what it makes, for whom."""

from __future__ import annotations

from liantu.analysis.reading import Reading
from liantu.diagram.views.map_view import BandView, Card, MapView, ViewLink
from liantu.diagram.views.product import product_card
from liantu.model import Enterprise
from liantu.wording import text

BANDS = ("diagram.firm.before", "diagram.firm.own", "diagram.firm.after")
BEFORE, OWN, AFTER = range(3)
"""Places of the bands in the map of an enterprise."""


def build_firm_view(reading: Reading, enterprise: str) -> MapView:
    """Inputs, own products (whatever their status) and users of an enterprise, in three bands.

    A product that it both makes and uses stands among its own. Utilities have no users here: power
    goes to everybody. Raises ``KeyError`` if unknown.
    """
    firm = reading.atlas.enterprises[enterprise]
    bands = _products(reading, firm)
    cards = tuple(
        product_card(reading, product, at)
        for at, products in enumerate(bands)
        for product in products
    )
    return MapView(
        title=firm.name,
        cards=cards,
        links=_links(reading, cards),
        bands=tuple(_band(reading, *pair) for pair in zip(BANDS, bands, strict=True)),
        firm=enterprise,
    )


def _products(reading: Reading, firm: Enterprise) -> tuple[tuple[str, ...], ...]:
    """What stands in each band, in the order of the enterprise's own records."""
    atlas = reading.atlas
    own = dict.fromkeys(c.product for c in firm.capacities)
    before = {
        source: None
        for product in own
        for source in atlas.inputs_of(product)
        if source not in own and not atlas.products[source].utility
    }
    after = {
        user: None
        for product in own
        if not atlas.products[product].utility
        for user in atlas.consumers.get(product, ())
        if user not in own and user not in before and reading.situation.is_local(user)
    }
    return tuple(before), tuple(own), tuple(after)


def _links(reading: Reading, cards: tuple[Card, ...]) -> tuple[ViewLink, ...]:
    """Links of which one end is the enterprise's own."""
    bands = {card.id: card.band for card in cards}
    return tuple(
        ViewLink(source, card.id, not reading.situation.is_local(source))
        for card in cards
        for source in reading.atlas.inputs_of(card.id)
        if source in bands and source != card.id and OWN in (bands[source], card.band)
    )


def _band(reading: Reading, code: str, products: tuple[str, ...]) -> BandView:
    local = sum(reading.situation.is_local(p) for p in products)
    return BandView(text(code), len(products), local)
