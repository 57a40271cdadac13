"""A segment map of so many pieces that they cannot be graphics items of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label, Polygon, Shape
from liantu.diagram.lenses import Lens
from liantu.diagram.segment.model import Counted, Map, Placed, Rect
from liantu.diagram.segment.paint_cards import face_of
from liantu.diagram.theme import Theme
from liantu.once import once
from liantu.ui.canvas.crowd import Crowd, Key, Piece
from liantu.ui.canvas.picture import Dress, Ids
from liantu.ui.canvas.segment_items import CARDS, LIT, ProductItem, SketchItem, qrect
from liantu.ui.canvas.segment_scene import SegmentScene
from liantu.ui.canvas.segment_tips import FlowWords

FROM = 600
"""From so many cards and chips on a map is painted as a crowd."""
APART = 200
"""So many cards that are looked at are items of their own; more are a crowd again."""
NAME, EDGE = 12.0, 8.0
"""Type of what is on a card, and what counts as such for a box: below it corners are not seen."""


def is_crowd(shown: Map) -> bool:
    """Whether a map has so many pieces."""
    placed = shown.placed
    return len(placed.cards) + len(placed.chips) + len(placed.counted) >= FROM


class CrowdScene(SegmentScene):
    """Cards, chips and what lies under them are two crowds; only what is looked at has items."""

    def __init__(self, shown: Map, theme: Theme, lens: Lens, flow_words: FlowWords) -> None:
        super().__init__(shown, theme, lens, flow_words)
        self._stressed: Ids | None = None
        self._over: Crowd | None = None
        self.ground = Crowd(self._area(), self._ground(), 0, self)
        self.crowd = Crowd(self._area(), self._pieces(), CARDS, self, self._rank)
        for crowd in (self.ground, self.crowd):
            self.addItem(crowd)

    @property
    def complete(self) -> bool:
        """Whether all that is seen is painted as it is."""
        over = self._over is None or self._over.complete
        return over and self.ground.complete and self.crowd.complete

    def blocks(self) -> Sequence[tuple[QRectF, bool]]:
        """Boxes alone: cards would be no pixel."""
        return [(qrect(box), False) for box in self.map.placed.boxes.values()]

    def set_lens(self, lens: Lens) -> None:
        """Paint another property."""
        self._brush = replace(self._brush, lens=lens)
        self._redraw()

    def come_from(self, old: Placed, share: float) -> None:
        """So many stand where they are at once."""

    # -- instead of items

    def _product_items(self) -> dict[str, ProductItem]:
        return {}

    def _counted_items(self) -> list[tuple[Counted, SketchItem]]:
        return []

    def _all(self) -> list[SketchItem]:
        return [self.layer, *self.lines, self.links]

    def _card_at(self, point: QPointF) -> str:
        found = self.crowd.at(point.x(), point.y())
        return found if isinstance(found, str) else ""

    def _dress_cards(self, dress: Dress, kept: Ids | None) -> None:
        self.crowd.setOpacity(1.0 if kept is None else self._brush.theme.faded)
        if kept != self._stressed:
            self._stressed = kept
            self._stress(kept or frozenset())
        for product, item in self.cards.items():
            item.selected = product == dress.selected

    def _stress(self, kept: Ids) -> None:
        """Give items to those at full strength, or make them a crowd."""
        for item in self.cards.values():
            self.removeItem(item)
        self.cards = {}
        if self._over is not None:
            self._over.retire()
            self.removeItem(self._over)
            self._over = None
        keys = self._keys(kept)
        if len(keys) > APART:
            pieces = {key: self.crowd.pieces[key] for key in keys}
            self._over = Crowd(self._area(), pieces, LIT, self, self._rank)
            self.addItem(self._over)
            return
        for product in sorted(key for key in keys if isinstance(key, str)):
            item = self._product_item(product, self.crowd.pieces[product].place)
            item.fade(1.0, lit=True)
            self.cards[product] = item
            self.addItem(item)

    def _keys(self, kept: Ids) -> list[Key]:
        """The pieces of these products, in the order of the crowd."""
        counted = {self._counted_in[p] for p in kept if p in self._counted_in}
        return self.crowd.ordered({*kept, *counted})

    @once
    def _counted_in(self) -> dict[str, int]:
        placed = self.map.placed.counted
        return {p: at for at, (counted, _) in enumerate(placed) for p in counted.items}

    def _redraw(self) -> None:
        self.ground.redraw(self._ground())
        for crowd in (self.crowd, self._over):
            if crowd is not None:
                crowd.redraw()
        self._stressed = None
        super()._redraw()

    def _rank(self, key: Key) -> float:
        return self._brush.over(key) if isinstance(key, str) else 0.0

    # -- pieces

    def _pieces(self) -> dict[Key, Piece]:
        placed = self.map.placed
        found: dict[Key, Piece] = {
            product: Piece(
                place, partial(self._draw_card, product), partial(self._plain, product), NAME
            )
            for product, place in {**placed.chips, **placed.cards}.items()
        }
        for at, (_, place) in enumerate(placed.counted):
            found[at] = Piece(place, partial(self._draw_counted, at), self._plain_counted, NAME)
        return found

    def _draw_card(self, product: str) -> Iterable[Shape]:
        return self._brush.card(product)  # tiles hold many cards: each is faded in its shapes

    def _plain(self, product: str) -> tuple[str, str]:
        face = face_of(self.map.graph.by_id[product], self._brush.theme, self._brush.lens)
        return face.fill, face.stroke

    def _plain_counted(self) -> tuple[str, str]:
        face = self._brush.theme.segments.kinds["open"]
        return face.fill, face.stroke

    def _ground(self) -> dict[Key, Piece]:
        return dict(enumerate(map(_piece, self._draw_backdrop())))


def _piece(shape: Shape) -> Piece:
    """A shape of the ground as a piece of its own."""
    size, plain = NAME, ("", "")
    match shape:
        case Box():
            place = Rect(shape.x, shape.y, shape.width, shape.height)
            size, plain = EDGE, (shape.fill, shape.stroke)
        case Polygon():
            xs, ys = zip(*shape.points, strict=True)
            place = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            plain = (shape.fill, shape.stroke)
        case Label():
            size = shape.size
            wide = measure.width(shape.text, size, bold=shape.bold)
            left = shape.x - wide * {"middle": 0.5, "end": 1.0}.get(shape.anchor, 0.0)
            place = Rect(left, shape.y - size, wide, 1.3 * size)
        case _:
            raise TypeError(shape)
    return Piece(place, lambda: (shape,), lambda: plain, size)
