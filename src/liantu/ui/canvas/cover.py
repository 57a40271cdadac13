"""What is hidden while something lies over the right part of the map."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsView

GAP = 12
"""Pixels that stay free between a card and what lies over the map."""


class Cover:
    """``width``: pixels at the right of the view that are covered, 0 for none."""

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view
        self.width = 0

    def hides(self, place: QRectF) -> bool:
        """Whether at least half of a place on the map lies under it or further right."""
        return self.width > 0 and self._mapped(place).center().x() > self._edge()

    def hidden(self, places: Iterable[QRectF]) -> list[QRectF]:
        """Those that it hides."""
        return [place for place in places if self.hides(place)]

    def uncover(self, place: QRectF) -> bool:
        """Move the map by just so much that ``place`` is seen beside it; whether it had to."""
        if self.width <= 0:
            return False
        over = self._mapped(place).right() + GAP - self._edge()
        if over <= 0:
            return False
        bar = self._view.horizontalScrollBar()
        bar.setValue(bar.value() + round(over))
        return True

    def room(self, whole: QRectF, scale: float) -> QRectF:
        """What can be scrolled to: the map, and as much ground at its right as is covered."""
        return whole.adjusted(0, 0, self.width / scale if self.width else 0, 0)

    def _edge(self) -> float:
        return float(self._view.viewport().width() - self.width)

    def _mapped(self, place: QRectF) -> QRectF:
        return QRectF(self._view.mapFromScene(place).boundingRect())
