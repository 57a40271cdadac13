"""An enterprise's own map: from whom it buys, what it makes, for whom."""

from __future__ import annotations

from liantu.analysis.diagnosis import Diagnosis
from liantu.analysis.reading import Reading
from liantu.diagram.view import BandView, MapView, ViewLink, product_card
from liantu.wording import text


def build_firm_view(reading: Reading, enterprise: str) -> MapView:
    """Inputs, own products (whatever their status) and users of an enterprise, in three bands.

    A product that it both makes and uses stands among its own. Utilities have no users here: power
    goes to everybody. Raises ``KeyError`` if unknown.
    """
    firm = reading.atlas.enterprises[enterprise]
    own = dict.fromkeys(c.product for c in firm.capacities)
    before = {
        source: None
        for product in own
        for source in reading.atlas.inputs_of(product)
        if source not in own and not reading.atlas.products[source].utility
    }
    after = {
        user: None
        for product in own
        if not reading.atlas.products[product].utility
        for user in reading.atlas.consumers.get(product, ())
        if user not in own and user not in before and reading.situation.is_local(user)
    }
    bands = [tuple(before), tuple(own), tuple(after)]
    cards = tuple(
        product_card(reading, product, at)
        for at, products in enumerate(bands)
        for product in products
    )
    shown = {card.id for card in cards}
    links = tuple(
        ViewLink(source, card.id, not reading.situation.is_local(source))
        for card in cards
        for source in reading.atlas.inputs_of(card.id)
        if source in shown and source != card.id and (source in own or card.id in own)
    )
    return MapView(
        "",
        None,
        firm.name,
        cards,
        links,
        tuple(_band(reading.diagnosis, *b) for b in _named(bands)),
    )


def _named(bands: list[tuple[str, ...]]) -> list[tuple[str, tuple[str, ...]]]:
    names = ("diagram.firm.before", "diagram.firm.own", "diagram.firm.after")
    return list(zip(names, bands, strict=True))


def _band(diagnosis: Diagnosis, code: str, products: tuple[str, ...]) -> BandView:
    local = sum(diagnosis.situation.is_local(p) for p in products)
    return BandView(text(code), len(products), local)
