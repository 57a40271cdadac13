"""Dashed lines cut so that Qt paints them fast: it strokes single lines several times as fast as a
path, so only what reaches a bend is a path, and that is stroked beforehand.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QTransform

from liantu.diagram.drawing import ARC
from liantu.layout.geometry import Point

FINE = 8.0
"""So much larger are bends stroked: they are also seen enlarged, and dashes are laid on chords."""
NEAR = 1e-6
"""Lengths below this are none."""

Dash = tuple[float, ...]
"""On and off length in drawing units."""


@dataclass(frozen=True, slots=True)
class Dashes:
    """``straight`` is stroked with the dashes, which begin anew in every line, ``bent`` is filled.
    A dash is wholly in one of them, so that it shows no seam. Shared and not to be changed.
    """

    straight: list[QLineF]
    bent: QPainterPath


@dataclass(frozen=True, slots=True)
class _Side:
    """A straight piece of a line."""

    start: Point
    end: Point

    @property
    def length(self) -> float:
        return math.dist(self.start, self.end)

    def line(self, start: float, end: float) -> QLineF:
        """The part of it from one length to another."""
        (x, y), (to_x, to_y), length = self.start, self.end, self.length
        dx, dy = (to_x - x) / length, (to_y - y) / length
        return QLineF(x + dx * start, y + dy * start, x + dx * end, y + dy * end)


@lru_cache(maxsize=2048)
def along(points: tuple[Point, ...], dash: Dash, width: float) -> Dashes:
    """Those of a poly-Bézier, which begin anew in every piece."""
    straight: list[QLineF] = []
    bent = QPainterPath()
    pieces = [points[at - 1 : at + 3] for at in range(1, len(points) - 2, 3)]
    level = [True, *map(_is_level, pieces), True]
    for piece, before, here, after in zip(pieces, level, level[1:], level[2:], strict=False):
        if here:
            _lay(straight, bent, _Side(piece[0], piece[-1]), dash, (not before, not after))
        else:
            bent.moveTo(*piece[0])
            bent.cubicTo(*(QPointF(*point) for point in piece[1:]))
    return Dashes(straight, _stroked(bent, width, dash))


def _lay(
    straight: list[QLineF],
    bent: QPainterPath,
    side: _Side,
    dash: Dash,
    bends: tuple[bool, bool],
) -> None:
    """The dashes of a side, of which those that touch a bend before or after it go to ``bent``."""
    turn, length = sum(dash), side.length
    last = math.floor((length - NEAR) / turn) * turn
    touches = bends[1] and last + dash[0] > length - NEAR
    start = turn if bends[0] else 0.0
    end = last - dash[1] if touches else length
    if start < end - NEAR:
        straight.append(side.line(start, end))
    if bends[0] and length > NEAR:
        _add(bent, side.line(0.0, min(dash[0], length)))
    if touches and last >= start:
        _add(bent, side.line(last, length))


def _add(path: QPainterPath, line: QLineF) -> None:
    path.moveTo(line.p1())
    path.lineTo(line.p2())


@lru_cache(maxsize=2048)
def around(box: tuple[float, float, float], dash: Dash, width: float) -> Dashes:
    """Those round a box of some width, height and radius of its corners that stands in the origin:
    from the left of its top clockwise.
    """
    reach = min(box[2], box[0] / 2, box[1] / 2)
    straight: list[QLineF] = []
    opening, bent = QPainterPath(QPointF(reach, 0.0)), QPainterPath()
    path, way = opening, 0.0
    for side, corner, after in _sides(box[0], box[1], reach):
        first, last = _whole(way, side.length, dash)
        if first < last:
            line = side.line(first, last)
            if first:
                path.lineTo(line.p1())
            straight.append(line)
            path = bent
            path.moveTo(line.p2())
        path.lineTo(*side.end)
        path.cubicTo(_towards(side.end, corner), _towards(after, corner), QPointF(*after))
        way += side.length + math.pi / 2 * reach
    outline = _stroked(bent, width, dash, dash[0])
    outline.addPath(_stroked(opening, width, dash))
    return Dashes(straight, outline)


def _whole(way: float, length: float, dash: Dash) -> tuple[float, float]:
    """From where to where a side has whole dashes, ``way`` from where they begin."""
    turn = sum(dash)
    first = math.ceil((way - NEAR) / turn) * turn - way
    last = math.floor((way + length - dash[0] + NEAR) / turn) * turn + dash[0] - way
    return max(first, 0.0), min(last, length)


def _sides(width: float, height: float, reach: float) -> Iterator[tuple[_Side, Point, Point]]:
    """The sides of a box, the corner after each and where that ends."""
    corners = (width, 0.0), (width, height), (0.0, height), (0.0, 0.0)
    ways = (1, 0), (0, 1), (-1, 0), (0, -1)
    for at, ((x, y), (dx, dy)) in enumerate(zip(corners, ways, strict=True)):
        (old_x, old_y), (next_x, next_y) = corners[at - 1], ways[(at + 1) % len(ways)]
        start = old_x + reach * dx, old_y + reach * dy
        end = x - reach * dx, y - reach * dy
        yield _Side(start, end), (x, y), (x + reach * next_x, y + reach * next_y)


def _towards(start: Point, corner: Point) -> QPointF:
    """Where the handle of a round corner lies."""
    return QPointF(start[0] + (corner[0] - start[0]) * ARC, start[1] + (corner[1] - start[1]) * ARC)


def _stroked(path: QPainterPath, width: float, dash: Dash, offset: float = 0.0) -> QPainterPath:
    """The outline of a path as a pen draws it whose dashes begin anew in every piece, so far on."""
    if path.elementCount() < 2:
        return QPainterPath()
    stroker = QPainterPathStroker()
    stroker.setWidth(width * FINE)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroker.setDashPattern([length / width for length in dash])
    stroker.setDashOffset(offset / width)
    large = stroker.createStroke(QTransform.fromScale(FINE, FINE).map(path))
    return QTransform.fromScale(1 / FINE, 1 / FINE).map(large)


def _is_level(piece: Sequence[Point]) -> bool:
    """Whether a piece is straight along an axis."""
    (x, y), *others = piece
    return all(point[0] == x for point in others) or all(point[1] == y for point in others)
