"""A layered map as a scene: the map of an enterprise, the process tree of a chain."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF

from liantu.analysis.state import State
from liantu.diagram.lenses import Lens
from liantu.diagram.theme import Theme
from liantu.diagram.views.map_view import MapView
from liantu.layout.geometry import Layout
from liantu.ui.canvas.items import BandItem, CardItem, LinkItem
from liantu.ui.canvas.picture import NOWHERE, Dress, Ids, Picture, Spot
from liantu.ui.canvas.segment_items import RingItem
from liantu.ui.canvas.walk import paths, walk

MARGIN = 8.0
READABLE = 0.6
"""Below this scale the names of the cards need good eyes."""


class MapScene(Picture):
    """Built once for a map; :meth:`dress` changes what is stressed."""

    readable = READABLE

    def __init__(self, view: MapView, layout: Layout, theme: Theme) -> None:
        super().__init__()
        self.view, self.layout_ = view, layout
        self.paths = paths(view.links)
        facts = {(link.source, link.target): link for link in view.links}
        cards = {card.id: card for card in view.cards}
        self.bands = [
            BandItem(band, words, theme)
            for band, words in zip(layout.bands, view.bands, strict=True)
        ]
        self.links = [
            LinkItem(link, facts[link.source, link.target], theme) for link in layout.links
        ]
        self.cards = {n.id: CardItem(cards[n.id], n, theme) for n in layout.nodes}
        self.ring = RingItem(theme)
        for item in (*self.bands, *self.links, *self.cards.values(), self.ring):
            self.addItem(item)
        self.setSceneRect(self.whole())

    def take(self, view: MapView, layout: Layout) -> bool:
        """Show other facts on the same cards in the same places; ``False`` if they differ."""
        same = layout == self.layout_ and len(view.bands) == len(self.view.bands)
        if not same:
            return False
        if view == self.view:
            return True
        self.view = view
        for card in view.cards:
            self.cards[card.id].set_card(card)
        facts = {(link.source, link.target): link for link in view.links}
        for link in self.links:
            link.set_facts(facts[link.link.source, link.link.target])
        for band, words in zip(self.bands, view.bands, strict=True):
            band.set_words(words)
        return True

    # -- what it is asked

    def whole(self) -> QRectF:
        """The map with a little room around it."""
        width, height = self.layout_.width, self.layout_.height
        return QRectF(-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN)

    def products(self) -> Collection[str]:
        """The products of the cards."""
        return self.cards.keys()

    def place(self, product: str) -> QRectF | None:
        """The card of a product."""
        item = self.cards.get(product)
        return item.mapRectToScene(item.face) if item is not None else None

    def near(self, product: str) -> Ids:
        """The product with all that is linked to it."""
        return frozenset(self.paths.neighbours(product))

    def spot(self, point: QPointF, reach: float) -> Spot:
        """The card at a point."""
        for item in self.items(point):
            if isinstance(item, CardItem):
                inside = item.mapFromScene(point)
                return Spot(item.card.id, item.door_at(inside.x(), inside.y()))
        return NOWHERE

    def tip(self, spot: Spot, point: QPointF) -> str:
        """What is known of the product of a card."""
        return self.cards[spot.product].card.tooltip if spot.product in self.cards else ""

    def walk(self, product: str, direction: str) -> str:
        """Where an arrow key leads."""
        return walk(self.layout_, self.paths, product, direction)

    def blocks(self) -> Sequence[tuple[QRectF, bool]]:
        """All cards."""
        return [
            (QRectF(n.x, n.y, n.width, n.height), self.cards[n.id].card.state is State.LOCAL)
            for n in self.layout_.nodes
        ]

    # -- how it is drawn

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        items: list[BandItem | LinkItem | CardItem | RingItem] = [*self.bands, *self.links]
        for item in (*items, *self.cards.values(), self.ring):
            item.set_theme(theme)

    def set_lens(self, lens: Lens) -> None:
        """Paint another property; the layout stays."""
        for card in self.cards.values():
            card.set_lens(lens)
        for link in self.links:
            link.set_lens(lens)

    def dress(self, dress: Dress) -> None:
        """Stress the links of the card looked at and fade the rest."""
        selected, hovered = dress.selected, dress.hovered.product
        centre = next((p for p in (hovered, selected) if p in self.cards), "")
        shown = self.near(centre) | {selected} if centre else dress.marked
        for key, card in self.cards.items():
            card.set_look(selected=key == selected, faded=shown is not None and key not in shown)
        for item in self.links:
            ends = (item.link.source, item.link.target)
            lit = centre in ends and centre != ""
            faded = not lit and (bool(centre) or (shown is not None and not set(ends) <= shown))
            item.set_look(lit=lit, faded=faded)
        self.ring.show_at(self.place(selected) if selected else None)
