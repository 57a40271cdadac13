"""The segment map as a scene: its items, what lies where, who of them is lit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF

from liantu.diagram.drawing import Shape
from liantu.diagram.lenses import Lens
from liantu.diagram.segment.model import Counted, Map, Placed, Rect
from liantu.diagram.segment.paint_lines import FAINT
from liantu.diagram.theme import Theme
from liantu.ui.canvas.lighting import lit, near
from liantu.ui.canvas.picture import NOWHERE, Dress, Ids, Picture, Spot
from liantu.ui.canvas.segment_brush import Brush
from liantu.ui.canvas.segment_items import (
    CARDS,
    LINES,
    LineItem,
    Make,
    OverItem,
    ProductItem,
    RingItem,
    SketchItem,
    qrect,
)
from liantu.ui.canvas.segment_tips import FlowWords, Tips
from liantu.ui.canvas.segment_walk import Ring, ring_place, walk

HEADER = 24.0
"""Units from the top of a box in which it is taken by its header."""


class SegmentScene(Picture):
    """Built once for a map; :meth:`dress` changes what is stressed. ``old`` is the scene whose
    place it takes: what stands where it stood is taken over with the pixels that are kept of it.
    """

    def __init__(
        self,
        shown: Map,
        theme: Theme,
        lens: Lens,
        flow_words: FlowWords,
        old: SegmentScene | None = None,
    ) -> None:
        super().__init__()
        self.map, self._old = shown, old
        self.base = self.readable = shown.placed.scale
        self._brush = Brush(shown, theme, lens)
        self._dress = Dress()
        self._tips = Tips(shown, flow_words)
        sheets = (old.backdrop, old.layer) if old is not None else (None, None)
        self.backdrop: SketchItem = self._sheet(sheets[0], self._draw_backdrop, 0)
        self.cards = self._product_items()
        self.counted = self._counted_items()
        self.layer: SketchItem = self._sheet(sheets[1], self._draw_lines, LINES)
        self.lines = [
            LineItem(line, partial(self._draw_line, at)) for at, line in enumerate(shown.lines)
        ]
        self.links = OverItem(self._area())
        self.ring, self.focus_ring = RingItem(theme), RingItem(theme)
        self.every: SketchItem | None = None
        for item in self._all():
            self.addItem(item)
        self.addItem(self.ring)
        self.addItem(self.focus_ring)
        self.setSceneRect(self.whole())
        self._old = None

    # -- what it is asked

    def whole(self) -> QRectF:
        """The map; its layout leaves a margin."""
        return self._area()

    def products(self) -> Collection[str]:
        """All products of the graph."""
        return self.map.graph.by_id.keys()

    def place(self, product: str) -> QRectF | None:
        """The card or chip, else the chip that counts it."""
        found = self.map.placed.place(product) or self._counting(product)
        return qrect(found) if found is not None else None

    def near(self, product: str) -> Ids:
        """The product with its inputs and users."""
        return near(self.map.graph, product)

    def walk(self, product: str, direction: str) -> str:
        """Where an arrow key leads."""
        return walk(self.map, product, direction)

    def blocks(self) -> Sequence[tuple[QRectF, bool]]:
        """Boxes, and on them what the city makes."""
        placed = self.map.placed
        boxes = [(qrect(box), False) for box in placed.boxes.values()]
        made = [i.id for i in self.map.graph.items if i.local]
        return [*boxes, *((qrect(r), True) for p in made if (r := placed.place(p)) is not None)]

    def spot(self, point: QPointF, reach: float) -> Spot:
        """Cards before lines, lines before headers."""
        x, y = point.x(), point.y()
        if card := self._card_at(point):
            return Spot(product=card)
        for counted, place in self.map.placed.counted:
            if place.holds(x, y):
                return Spot(segment=counted.segment, counted=counted.items)
        segment = self._header_at(x, y)
        if segment >= 0:
            return Spot(segment=segment)
        hit = next((i for i in self.lines if all(i.ends) and i.hits(point, reach)), None)
        return Spot(ends=hit.ends) if hit is not None else NOWHERE

    def tip(self, spot: Spot, point: QPointF) -> str:
        """What to know of a spot."""
        told = self._brush.told(spot.product) if spot.product else ""
        return "\n".join(filter(None, (self._tips.of(spot, point.y()), told)))

    def boxes(self) -> dict[int, QRectF]:
        """Where the boxes of the segments are."""
        return {key: qrect(box) for key, box in self.map.placed.boxes.items()}

    def segment_of(self, product: str) -> int:
        """The segment in which a product stands; -1 for none."""
        return next((s.id for s in self.map.graph.segments if product in s.items), -1)

    def key_of(self, segment: int) -> str:
        """The lasting name of a box."""
        return next((s.key for s in self.map.graph.segments if s.id == segment), "")

    # -- how it is drawn

    def dress(self, dress: Dress) -> None:
        """Fade all but who is lit, draw the links of what is looked at, outline the selected."""
        self._dress = dress
        kept = lit(self.map, dress)
        self._dress_cards(dress, kept)
        self.layer.fade(1.0 if kept is None else FAINT)
        for line in self.lines:
            pointed = dress.hovered.line and line.ends == dress.hovered.ends
            line.set_look(
                faded=not self._stays(line, dress, kept), lit=pointed, apart=kept is not None
            )
        self.links.show_shapes(self._brush.links(dress))
        self.ring.show_at(self.place(dress.selected) if dress.selected else None)

    def show_ring(self, ring: Ring) -> None:
        """Outline what the keys stand on where that is no card."""
        found = ring_place(self.map, ring)
        self.focus_ring.show_at(qrect(found) if found is not None else None, dashed=True)

    def show_every(self, shown: bool) -> None:
        """Draw all links as thin curves under the cards, or not."""
        if shown == (self.every is not None):
            return
        if self.every is not None:
            self.removeItem(self.every)
            self.every = None
        else:
            self.every = SketchItem(self._area(), self._draw_every, 0.5)
            self.addItem(self.every)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._brush = replace(self._brush, theme=theme)
        self.ring.set_theme(theme)
        self.focus_ring.set_theme(theme)
        self._redraw()

    def set_lens(self, lens: Lens) -> None:
        """Paint another property."""
        if lens is self._brush.lens:
            return
        self._brush = replace(self._brush, lens=lens)
        for product, item in self.cards.items():
            item.lie_over(self._brush.over(product))
        self._redraw()

    def moves(self, old: Placed) -> bool:
        """Whether a product that is on another map stands elsewhere there."""
        return any(way != (0.0, 0.0) for _, way in self._ways(old))

    def come_from(self, old: Placed, share: float) -> None:
        """Stand between where the products were on another map and where they are; ``share`` of the
        way is done.
        """
        for item, way in self._ways(old):
            item.setPos(way[0] * (1 - share), way[1] * (1 - share))
        self.layer.setVisible(share >= 1.0)

    def _ways(self, old: Placed) -> Iterator[tuple[ProductItem, tuple[float, float]]]:
        """The way back of each item to where its product was on another map."""
        ratio = old.scale / self.base
        for product, item in self.cards.items():
            was = old.place(product)
            if was is not None:
                yield item, (was.x * ratio - item.place.x, was.y * ratio - item.place.y)

    # -- parts

    def _area(self) -> QRectF:
        return QRectF(0, 0, self.map.placed.width, self.map.placed.height)

    def _all(self) -> list[SketchItem]:
        chips = [chip for _, chip in self.counted]
        return [self.backdrop, self.layer, *self.lines, *self.cards.values(), *chips, self.links]

    def _dress_cards(self, dress: Dress, kept: Ids | None) -> None:
        """Fade all cards and chips but those of ``kept``."""
        faint = self._brush.theme.faded
        for product, item in self.cards.items():
            item.selected = product == dress.selected
            lit_ = kept is not None and product in kept
            share, strength = 1.0 if kept is None or lit_ else faint, self._brush.strength(product)
            item.fade(share, lit=lit_, strength=strength)
        for counted, chip in self.counted:
            chip.fade(1.0 if kept is None or kept & set(counted.items) else faint)

    def _card_at(self, point: QPointF) -> str:
        """The product whose card or chip lies at a point; empty for none."""
        found = (item for item in self.items(point) if isinstance(item, ProductItem))
        holding = (item for item in found if item.place.holds(point.x(), point.y()))
        return next((item.product for item in holding), "")

    def _product_items(self) -> dict[str, ProductItem]:
        placed = self.map.placed
        return {
            product: self._product_item(product, place)
            for product, place in {**placed.chips, **placed.cards}.items()
        }

    def _product_item(self, product: str, place: Rect) -> ProductItem:
        make, old = partial(self._draw_card, product), self._old
        item = old.cards.get(product) if old is not None else None
        if old is not None and item is not None and item.place == place:
            item.take(make, same=old._brush.facts(product) == self._brush.facts(product))
        else:
            item = ProductItem(product, place, make)
        item.lie_over(self._brush.over(product))
        return item

    def _sheet(self, known: SketchItem | None, make: Make, level: float) -> SketchItem:
        """An item as large as the map, that of the old scene where it has the same size."""
        if known is None or not known.stands_at(self._area()):
            return SketchItem(self._area(), make, level)
        known.take(make)
        return known

    def _counted_items(self) -> list[tuple[Counted, SketchItem]]:
        return [
            (counted, SketchItem(qrect(place), partial(self._draw_counted, at), CARDS))
            for at, (counted, place) in enumerate(self.map.placed.counted)
        ]

    def _draw_backdrop(self) -> Iterable[Shape]:
        return self._brush.backdrop()

    def _draw_every(self) -> Iterable[Shape]:
        return self._brush.every()

    def _draw_card(self, product: str) -> Iterable[Shape]:
        return self._brush.card(product, plain=True)

    def _draw_counted(self, at: int) -> Iterable[Shape]:
        return self._brush.counted(at)

    def _draw_lines(self) -> Iterable[Shape]:
        lines = (shape for at in range(len(self.map.lines)) for shape in self._brush.line(at))
        return [*lines, *self._brush.over_lines()]

    def _draw_line(self, at: int, lit: bool) -> Iterable[Shape]:
        return self._brush.line(at, lit=lit)

    def _redraw(self) -> None:
        for item in self._all():
            if item is not self.links:
                item.redraw()
        if self.every is not None:
            self.every.redraw()
        self.dress(self._dress)

    def _stays(self, line: LineItem, dress: Dress, kept: Ids | None) -> bool:
        """Whether a line keeps its strength; the links of a card looked at are drawn as curves."""
        if kept is None:
            return True
        if dress.hovered.line:
            return line.ends == dress.hovered.ends
        if dress.hovered.product or dress.hovered.segment >= 0 or dress.selected:
            return False
        return all(line.ends) and set(line.ends) <= kept

    def _counting(self, product: str) -> Rect | None:
        counted = self.map.placed.counted
        return next((place for found, place in counted if product in found.items), None)

    def _header_at(self, x: float, y: float) -> int:
        for segment, box in self.map.placed.boxes.items():
            if box.holds(x, y) and y <= box.y + HEADER:
                return segment
        return -1
