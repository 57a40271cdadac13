"""The shapes of a segment map as it is painted now: in the colours of a theme, through a lens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from liantu.diagram.drawing import Curve, Shape
from liantu.diagram.lenses import Lens
from liantu.diagram.segment import paint
from liantu.diagram.segment.model import Map, Rect
from liantu.diagram.segment.paint_lines import arc
from liantu.diagram.theme import Theme
from liantu.ui.canvas.lighting import flows
from liantu.ui.canvas.picture import Dress

THIN, STEP, THICK = 1.4, 0.5, 6.0
"""Width of the flow of one link between two boxes, of each further one, at most."""
CASING = 3.0
"""What keeps such a flow off the cards."""
MIDDLE = 12.0
"""Units from the top of a box to the middle of its header."""


@dataclass(frozen=True, slots=True)
class Brush:
    """Draws the parts of ``shown``; lines and counted chips by their place in it."""

    shown: Map
    theme: Theme
    lens: Lens

    def backdrop(self) -> Iterable[Shape]:
        """Panels, boxes and strips with their words."""
        return paint.backdrop(self.shown, self.theme, self.lens)

    def card(self, product: str, *, plain: bool = False) -> Iterable[Shape]:
        """A card or chip; ``plain``: who shows it fades it."""
        return paint.card(self.shown, product, self.theme, self.lens, plain=plain)

    def strength(self, product: str) -> float:
        """How strong a card is that is drawn plain: the lens may fade it."""
        return self.theme.faded if self.lens.quiets(product) else 1.0

    def facts(self, product: str) -> tuple[object, ...]:
        """All that the shapes of a card or chip depend on, its place aside."""
        shown, placed = self.shown, self.shown.placed
        item, named = shown.graph.by_id[product], shown.named.get(product, ())
        kind = product in placed.cards, placed.level, placed.width
        return item, named, kind, self.theme, self.lens

    def over(self, product: str) -> float:
        """How far a card lies over others, below 1."""
        return paint.over_others(self.shown, self.lens, product) / 4

    def counted(self, at: int) -> Iterable[Shape]:
        """A chip that stands for several."""
        return paint.counted(self.shown, at, self.theme, self.lens)

    def line(self, at: int, *, lit: bool = False) -> Iterable[Shape]:
        """A drawn line."""
        drawn = self.shown.lines[at]
        flow = paint.flow_of(self.shown, drawn)
        way = paint.way_of(self.shown, drawn, self.lens)
        faded = self.lens.quiet and not lit and way is None
        return paint.line(drawn, self.theme, self.lens, flow=flow, faded=faded, lit=lit, way=way)

    def over_lines(self) -> Iterable[Shape]:
        """What lies over the lines and under the cards."""
        return paint.over_lines(self.shown, self.theme, self.lens)

    def told(self, product: str) -> str:
        """What a stop does to a product, for its tooltip; empty for nothing."""
        found = self.lens.strike(product)
        return found.told if found is not None else ""

    def every(self) -> Iterable[Shape]:
        """All links as thin curves."""
        return paint.every(self.shown, self.theme)

    def links(self, dress: Dress) -> Iterable[Shape]:
        """All links of the card looked at, or the flows of the box."""
        spot = dress.hovered
        if spot.product:
            return paint.relations(self.shown, spot.product, self.theme)
        if spot.segment >= 0 and not spot.counted:
            return self._flows(spot.segment)
        if spot.line or spot.counted or not dress.selected:
            return ()
        return paint.relations(self.shown, dress.selected, self.theme)

    def _flows(self, segment: int) -> Iterable[Shape]:
        boxes = self.shown.placed.boxes
        for (start, end), count in flows(self.shown.graph, segment).items():
            if start in boxes and end in boxes:
                width = min(THIN + STEP * (count - 1), THICK)
                points = arc(_head(boxes[start]), _head(boxes[end]))
                yield Curve(points, self.theme.segments.casing, width + CASING, arrow=False)
                yield Curve(points, self.theme.accent, width)


def _head(box: Rect) -> Rect:
    return replace(box, height=min(box.height, 2 * MIDDLE))
