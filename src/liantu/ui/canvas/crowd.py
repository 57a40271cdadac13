"""Thousands of pieces of a map as one graphics item, painted in tiles.

A frame only lays down tiles that are there; what is missing stands in as the whole map in small
until it is painted, some milliseconds of tiles in each turn of the event loop. Where no name could
be read pieces are plain rectangles.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from liantu.diagram.drawing import Shape
from liantu.diagram.segment.model import Rect
from liantu.render.painter import paint

TILE = 256
"""Side of a tile (px): at every scale some milliseconds of work."""
BUDGET_S = 0.006
"""So long tiles are made before the window may do something else."""
KEPT = 400
"""Tiles that are kept, ten screens of them."""
SMALL = 2048
"""Longest side of the whole map in small (px)."""
LEGIBLE = 5.0
"""Type below this height on screen (px) is left out."""
CELL = 512.0
"""Side of a cell in which pieces are looked up (units)."""
REMEMBERED = 3000
"""Pieces whose shapes are kept."""
BLEED = 15.0
"""Units that marks may stand out over the edge of a piece."""

Key = str | int
Tile = tuple[int, int, int]
"""Scale in millionths, column and row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """``make`` tells its shapes, ``plain`` face and border of the rectangle that it is where type
    of ``size`` cannot be read; an empty face: nothing.
    """

    place: Rect
    make: Callable[[], Iterable[Shape]]
    plain: Callable[[], tuple[str, str]]
    size: float


class Cells:
    """Where pieces are found by their place."""

    def __init__(self, pieces: Mapping[Key, Piece]) -> None:
        self._cells: dict[tuple[int, int], list[Key]] = {}
        for key, piece in pieces.items():
            for cell in _cells(piece.place, BLEED):
                self._cells.setdefault(cell, []).append(key)

    def within(self, area: Rect) -> dict[Key, None]:
        """The pieces that may reach into an area, each once."""
        found = dict[Key, None]()
        for cell in _cells(area, 0.0):
            found.update(dict.fromkeys(self._cells.get(cell, ())))
        return found


def _cells(area: Rect, room: float) -> Iterator[tuple[int, int]]:
    left, right = math.floor((area.x - room) / CELL), math.floor((area.right + room) / CELL)
    top, bottom = math.floor((area.y - room) / CELL), math.floor((area.bottom + room) / CELL)
    for column in range(left, right + 1):
        for row in range(top, bottom + 1):
            yield column, row


class Crowd(QGraphicsItem):
    """Pieces by their keys, the later over the earlier; ``rank`` tells how far one lies over others
    all the same. ``owner`` is the scene, which outlives it.
    """

    def __init__(
        self,
        area: QRectF,
        pieces: Mapping[Key, Piece],
        level: float,
        owner: QObject,
        rank: Callable[[Key], float] = lambda _: 0.0,
    ) -> None:
        super().__init__()
        self.area = area
        self._rank = rank
        self._ranks: dict[Key, tuple[float, int]] = {}
        self._faces: dict[Key, tuple[str, str]] = {}
        self._lay(pieces)
        self._shapes: dict[Key, tuple[Shape, ...]] = {}
        self._tiles: dict[Tile, QPixmap] = {}
        self._wanted: dict[Tile, None] = {}
        self._ratio = 1.0
        self._small: QPixmap | None = None
        self._seen = self._former = 0
        self._making = QTimer(owner, interval=0)
        self._making.timeout.connect(self._make_some)
        self.setZValue(level)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def complete(self) -> bool:
        """Whether nothing stands in for what is seen."""
        return not self._wanted

    def at(self, x: float, y: float) -> Key | None:
        """The uppermost piece at a point."""
        inside = self._cells.within(Rect(x, y, 0.0, 0.0))
        found = [key for key in inside if self.pieces[key].place.holds(x, y)]
        return max(found, key=self._order.__getitem__, default=None)

    def ordered(self, keys: Iterable[Key]) -> list[Key]:
        """Those of ``keys`` that are pieces, as they lie over each other."""
        known = (key for key in keys if key in self.pieces)
        return sorted(known, key=self._order.__getitem__)

    def _lay(self, pieces: Mapping[Key, Piece]) -> None:
        self.pieces = pieces
        self._order = {key: at for at, key in enumerate(pieces)}
        self._cells = Cells(pieces)

    def redraw(self, pieces: Mapping[Key, Piece] | None = None) -> None:
        """Make all again: colours or facts are others, or even the ``pieces``."""
        if pieces is not None:
            self._lay(pieces)
        for made in (self._shapes, self._ranks, self._faces):
            made.clear()
        self._tiles.clear()
        self._wanted.clear()
        self._small = None
        self.update()

    def retire(self) -> None:
        """Make no more tiles."""
        self._making.stop()
        self._wanted.clear()

    def boundingRect(self) -> QRectF:
        """The area with room for marks."""
        return self.area.adjusted(-BLEED, -BLEED, BLEED, BLEED)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Lay down the tiles of what is exposed, and have the missing ones made."""
        world = painter.worldTransform()
        scale, self._ratio = world.m11(), painter.device().devicePixelRatio()
        exposed: QRectF = option.exposedRect  # type: ignore[attr-defined]
        seen = [*_tiles(exposed.intersected(self.boundingRect()), scale)]
        missing = [tile for tile in seen if tile not in self._tiles]
        painter.save()
        painter.setWorldTransform(QTransform.fromTranslate(world.dx(), world.dy()))
        for tile in seen:
            if (found := self._tiles.get(tile)) is not None:
                painter.drawPixmap(tile[1] * TILE, tile[2] * TILE, found)
        if missing:
            painter.setClipRegion(_region(missing), Qt.ClipOperation.IntersectClip)
            painter.setWorldTransform(world)
            self._stand_in(painter, missing)
        painter.restore()
        for tile in missing:
            self._want(tile)

    # -- tiles

    def _want(self, tile: Tile) -> None:
        for other in [w for w in self._wanted if w[0] != tile[0]]:
            del self._wanted[other]
        self._wanted.pop(tile, None)
        self._wanted[tile] = None
        self._making.start()

    def _make_some(self) -> None:
        """The newest wishes first: what was passed by may never be seen."""
        began, last = time.perf_counter(), 0.0
        while self._wanted and (now := time.perf_counter()) + last <= began + BUDGET_S:
            tile, _ = self._wanted.popitem()
            while len(self._tiles) >= KEPT:
                del self._tiles[next(iter(self._tiles))]
            self._tiles[tile] = self._painted(_place(tile), tile[0] / 1e6, TILE, TILE)
            self.update(_qrect(_place(tile)))
            last = time.perf_counter() - now
        if not self._wanted:
            self._making.stop()

    def _stand_in(self, painter: QPainter, missing: list[Tile]) -> None:
        """The whole map in small where tiles are missing, and on it what was seen at the scale
        before: all at once, for a frame may miss dozens of them.
        """
        key, area = missing[0][0], _hull(missing)
        self._show_small(painter, area)
        if key != self._seen:
            self._former, self._seen = self._seen, key
        if not self._former:
            return
        seen = _qrect(area)
        for tile, found in self._tiles.items():
            if tile[0] == self._former and seen.intersects(place := _qrect(_place(tile))):
                painter.drawPixmap(place, found, QRectF(found.rect()))

    def _show_small(self, painter: QPainter, place: Rect) -> None:
        box = self.boundingRect()
        scale = min(SMALL / max(box.width(), box.height()), 1.0)
        if self._small is None:
            whole = Rect(box.x(), box.y(), box.width(), box.height())
            size = math.ceil(box.width() * scale), math.ceil(box.height() * scale)
            self._small = self._painted(whole, scale, *size)
        ratio = self._small.devicePixelRatio()
        part = QRectF(
            (place.x - box.x()) * scale * ratio,
            (place.y - box.y()) * scale * ratio,
            place.width * scale * ratio,
            place.height * scale * ratio,
        )
        painter.drawPixmap(_qrect(place), self._small, part)

    def _painted(self, place: Rect, scale: float, width: int, height: int) -> QPixmap:
        found = QPixmap(math.ceil(width * self._ratio), math.ceil(height * self._ratio))
        found.setDevicePixelRatio(self._ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.scale(scale, scale)
        painter.translate(-place.x, -place.y)
        inside = sorted(self._cells.within(place), key=self._over)
        near = [key for key in inside if self.pieces[key].size * scale >= LEGIBLE]
        whole = set(near)
        self._paint_plain(painter, (key for key in inside if key not in whole))
        for key in near:
            paint(painter, self._shapes_of(key))
        painter.end()
        return found

    def _over(self, key: Key) -> tuple[float, int]:
        found = self._ranks.get(key)
        if found is None:
            found = self._ranks[key] = self._rank(key), self._order[key]
        return found

    def _paint_plain(self, painter: QPainter, keys: Iterable[Key]) -> None:
        """All of a face at once: that is one call for hundreds of rectangles."""
        faces: dict[tuple[str, str], list[QRectF]] = {}
        for key in keys:
            piece, face = self.pieces[key], self._faces.get(key)
            if face is None:
                face = self._faces[key] = piece.plain()
            faces.setdefault(face, []).append(_qrect(piece.place))
        for (fill, stroke), places in faces.items():
            if not fill:
                continue
            pen = QPen(QColor(stroke or fill))
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(QColor(fill))
            painter.drawRects(places)

    def _shapes_of(self, key: Key) -> tuple[Shape, ...]:
        found = self._shapes.get(key)
        if found is None:
            while len(self._shapes) >= REMEMBERED:
                del self._shapes[next(iter(self._shapes))]
            found = self._shapes[key] = tuple(self.pieces[key].make())
        return found


def _tiles(area: QRectF, scale: float) -> Iterator[Tile]:
    """The tiles over an area in units."""
    side = TILE / scale
    key = round(scale * 1e6)
    columns = range(math.floor(area.left() / side), math.ceil(area.right() / side))
    rows = range(math.floor(area.top() / side), math.ceil(area.bottom() / side))
    return ((key, column, row) for column in columns for row in rows)


def _region(tiles: Iterable[Tile]) -> QRegion:
    """Where tiles lie, in pixels of their scale."""
    found = QRegion()
    for _, column, row in tiles:
        found += QRect(column * TILE, row * TILE, TILE, TILE)
    return found


def _hull(tiles: Sequence[Tile]) -> Rect:
    """The rectangle round tiles of one scale, in units."""
    columns, rows = [tile[1] for tile in tiles], [tile[2] for tile in tiles]
    first = _place((tiles[0][0], min(columns), min(rows)))
    last = _place((tiles[0][0], max(columns), max(rows)))
    return Rect(first.x, first.y, last.right - first.x, last.bottom - first.y)


def _place(tile: Tile) -> Rect:
    side = TILE * 1e6 / tile[0]
    return Rect(tile[1] * side, tile[2] * side, side, side)


def _qrect(place: Rect) -> QRectF:
    return QRectF(place.x, place.y, place.width, place.height)
