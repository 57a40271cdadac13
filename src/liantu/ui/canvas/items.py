"""Cards, links and bands as graphics items; all paint through the one painter."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from liantu.diagram.cards import FAR, MIDDLE, NEAR, draw_band, draw_card, draw_link
from liantu.diagram.drawing import Shape
from liantu.diagram.lenses import STRUCTURE, Lens
from liantu.diagram.theme import Theme
from liantu.diagram.views.map_view import BandView, Card, ViewLink
from liantu.layout.geometry import Band, Placed, Routed
from liantu.render.painter import paint, path_of

FAR_BELOW = 0.34
MIDDLE_BELOW = 0.78
"""Scales at which less is drawn."""

NAMES_ABOVE = 0.2
"""Below this scale no name can be read, so none is drawn."""

SMALLEST_TYPE = 10.5
"""Pixels that a name or header should have on screen at 100 % desktop scale."""

ROOM, HEAD = 2.0, 8.0
"""Units round a card for its border, round a line for its head."""
DOOR = QRectF(-44.0, 34.0, 40.0, 18.0)
"""The door at the lower right of a card, from its right edge."""


def detail_at(scale: float) -> int:
    """Level of detail of a card at ``scale`` (1 = 100 %)."""
    if scale < FAR_BELOW:
        return FAR
    return MIDDLE if scale < MIDDLE_BELOW else NEAR


def type_size(scale: float, most: float) -> float:
    """A type size (map units) that can be read at ``scale``; in steps, so that it can be kept."""
    return min(max(13.0, math.ceil(SMALLEST_TYPE / max(scale, 0.01))), most)


class CardItem(QGraphicsRectItem):
    """A card; ``selected`` and ``faded`` change its paint."""

    def __init__(self, card: Card, place: Placed, theme: Theme) -> None:
        super().__init__(-ROOM, -ROOM, card.width + 2 * ROOM, card.height + 2 * ROOM)
        self.setPen(Qt.PenStyle.NoPen)
        self.card = card
        self._theme = theme
        self._look = (False, False)
        self._lens = STRUCTURE
        self._shapes: dict[tuple[int, float], tuple[Shape, ...]] = {}
        self.setPos(place.x, place.y)
        self.setZValue(2)

    @property
    def selected(self) -> bool:
        """Whether the card is drawn as the selected one."""
        return self._look[0]

    @property
    def faded(self) -> bool:
        """Whether the card is drawn faintly."""
        return self._look[1]

    @property
    def face(self) -> QRectF:
        """The card without its border."""
        return QRectF(0, 0, self.card.width, self.card.height)

    def set_card(self, card: Card) -> None:
        """Show other facts of the same product."""
        if card != self.card:
            self.card = card
            self._shapes = {}
            self.update()

    def set_look(self, *, selected: bool, faded: bool) -> None:
        """Change how the card is drawn."""
        if (selected, faded) != self._look:
            self._look = (selected, faded)
            self._shapes = {}
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._shapes = {}
        self.update()

    def set_lens(self, lens: Lens) -> None:
        """Paint another property."""
        self._lens = lens
        self._shapes = {}
        self.update()

    def door_at(self, x: float, y: float) -> bool:
        """Whether a point in card coordinates lies on the door to other chains."""
        return bool(self.card.doors) and DOOR.translated(self.card.width, 0).contains(x, y)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint at the level of detail of the zoom."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        detail = detail_at(scale)
        size = type_size(scale, 24.0) if detail == MIDDLE else 0.0
        if detail == FAR and scale >= NAMES_ABOVE:
            size = type_size(scale, 42.0)
        key = (detail, size)
        if key not in self._shapes:
            selected, faded = self._look
            self._shapes[key] = draw_card(
                self.card,
                self._theme,
                selected=selected,
                faded=faded,
                detail=detail,
                name_size=size,
                lens=self._lens,
            )
        paint(painter, self._shapes[key])


class LinkItem(QGraphicsRectItem):
    """A line between two cards."""

    def __init__(self, link: Routed, facts: ViewLink, theme: Theme) -> None:
        area = path_of(link.points).controlPointRect()
        super().__init__(area.adjusted(-HEAD, -HEAD, HEAD, HEAD))
        self.setPen(Qt.PenStyle.NoPen)
        self.link = link
        self._facts = facts
        self._lens = STRUCTURE
        self._theme = theme
        self._lit = self._faded = False
        self._draw()

    def set_facts(self, facts: ViewLink) -> None:
        """Show other facts of the same link."""
        if facts != self._facts:
            self._facts = facts
            self._draw()

    def set_look(self, *, lit: bool, faded: bool) -> None:
        """Change how the line is drawn."""
        if (lit, faded) != (self._lit, self._faded):
            self._lit, self._faded = lit, faded
            self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._draw()

    def set_lens(self, lens: Lens) -> None:
        """Paint another property."""
        self._lens = lens
        self._draw()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint."""
        paint(painter, (self._shape,))

    def _draw(self) -> None:
        way = self._lens.way(self.link.source, self.link.target)
        quiet = self._lens.quiet and self._lens.failure is not None and way is None
        self._shape = draw_link(
            self.link,
            self._theme,
            absent=self._facts.absent,
            lit=self._lit,
            faded=self._faded or (quiet and not self._lit),
            flow=self._lens.flow(self._facts),
            way=way,
        )
        self.setZValue(1.5 if self._lit else 1)
        self.update()


class BandItem(QGraphicsRectItem):
    """A stage behind its cards."""

    def __init__(self, band: Band, words: BandView, theme: Theme) -> None:
        super().__init__(band.x, band.y, band.width, band.height)
        self.setPen(Qt.PenStyle.NoPen)
        self._band, self._words = band, words
        self._theme = theme
        self._shapes: dict[float, tuple[Shape, ...]] = {}

    def set_words(self, words: BandView) -> None:
        """Show other counts."""
        if words != self._words:
            self._words = words
            self._shapes = {}
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._shapes = {}
        self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint; the header stays readable from afar."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        size = type_size(scale, 26.0)
        if size not in self._shapes:
            self._shapes[size] = draw_band(self._band, self._words, self._theme, size)
        paint(painter, self._shapes[size])
