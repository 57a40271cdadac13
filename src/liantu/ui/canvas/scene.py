"""The items of one map, and who of them is lit, faded or selected."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QGraphicsScene

from liantu.diagram.lenses import Lens
from liantu.diagram.theme import Theme
from liantu.diagram.views.map_view import MapView
from liantu.layout.geometry import Layout
from liantu.ui.canvas.items import BandItem, CardItem, LinkItem
from liantu.ui.canvas.walk import paths

MARGIN = 40.0


class MapScene(QGraphicsScene):
    """Built once for a map; :meth:`dress` changes what is stressed."""

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
        for item in (*self.bands, *self.links, *self.cards.values()):
            self.addItem(item)
        self.setSceneRect(-MARGIN, -MARGIN, layout.width + 2 * MARGIN, layout.height + 2 * MARGIN)

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

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        items: list[BandItem | LinkItem | CardItem] = [*self.bands, *self.links]
        for item in (*items, *self.cards.values()):
            item.set_theme(theme)

    def set_lens(self, lens: Lens) -> None:
        """Paint another property; the layout stays."""
        for card in self.cards.values():
            card.set_lens(lens)
        for link in self.links:
            link.set_lens(lens)

    def dress(self, selected: str, hovered: str, stressed: Collection[str] | None) -> None:
        """Stress the links of the hovered or selected card, or a given set of cards."""
        centre = hovered or selected
        near = self.paths.neighbours(centre) if centre in self.cards else None
        shown = near if hovered and near else stressed
        for key, card in self.cards.items():
            card.set_look(selected=key == selected, faded=shown is not None and key not in shown)
        for item in self.links:
            ends = (item.link.source, item.link.target)
            lit = centre in ends and centre in self.cards
            faded = not lit and (
                bool(hovered) or (shown is not None and not set(ends) <= set(shown))
            )
            item.set_look(lit=lit, faded=faded)
