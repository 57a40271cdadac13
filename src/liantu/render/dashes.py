"""Dashed lines cut so that Qt paints them fast: it strokes single lines several times as fast as a
path, so only what reaches a bend is a path, and that is stroked beforehand.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
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


@lru_cache(maxsize=2048)
def along(points: tuple[Point, ...], dash: Dash, width: float) -> Dashes:
    """Those of a poly-Bézier, which begin anew in every piece."""
    straight: list[QLineF] = []
    bent = QPainterPath()
    pieces = [points[at - 1 : at + 3] for at in range(1, len(points) - 2, 3)]
    level = [True, *map(_is_level, pieces), True]
    for piece, before, here, after in zip(pieces, level, level[1:], level[2:], strict=False):
        if here:
            _lay(straight, bent, (piece[0], piece[-1]), dash, (not before, not after))
        else:
            bent.moveTo(*piece[0])
            bent.cubicTo(*piece[1], *piece[2], *piece[3])
    return Dashes(straight, _stroked(bent, width, dash))


def _lay(
    straight: list[QLineF],
    bent: QPainterPath,
    side: tuple[Point, Point],
    dash: Dash,
    bends: tuple[bool, bool],
) -> None:
    """The dashes of a side, of which those that touch a bend before or after it go to ``bent``."""
    turn, length = sum(dash), math.dist(*side)
    last = math.floor((length - NEAR) / turn) * turn
    touches = bends[1] and last + dash[0] > length - NEAR
    start = turn if bends[0] else 0.0
    end = last - dash[1] if touches else length
    if start < end - NEAR:
        straight.append(_part(side, start, end))
    if bends[0] and length > NEAR:
        _add(bent, _part(side, 0.0, min(dash[0], length)))
    if touches and last >= start:
        _add(bent, _part(side, last, length))


def _part(side: tuple[Point, Point], start: float, end: float) -> QLineF:
    """The part of a side from one length to another."""
    (x, y), (to_x, to_y) = side
    length = math.hypot(to_x - x, to_y - y)
    dx, dy = (to_x - x) / length, (to_y - y) / length
    return QLineF(x + dx * start, y + dy * start, x + dx * end, y + dy * end)


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
    lengths = box[0] - 2 * reach, box[1] - 2 * reach
    for at, (side, bend) in enumerate(_sides(box[0], box[1], reach)):
        length = lengths[at % 2]
        first, last = _whole(way, length, dash)
        if first < last:
            line = _part(side, first, last)
            if first:
                path.lineTo(line.p1())
            straight.append(line)
            path = bent
            path.moveTo(line.p2())
        path.lineTo(*side[1])
        path.cubicTo(*bend)
        way += length + math.pi / 2 * reach
    outline = _stroked(bent, width, dash, dash[0])
    outline.addPath(_stroked(opening, width, dash))
    return Dashes(straight, outline)


def _whole(way: float, length: float, dash: Dash) -> tuple[float, float]:
    """From where to where a side has whole dashes, ``way`` from where they begin."""
    turn = sum(dash)
    first = math.ceil((way - NEAR) / turn) * turn - way
    last = math.floor((way + length - dash[0] + NEAR) / turn) * turn + dash[0] - way
    return max(first, 0.0), min(last, length)


def _sides(
    width: float, height: float, reach: float
) -> tuple[tuple[tuple[Point, Point], tuple[float, ...]], ...]:
    """The sides of a box, and handles and end of the round corner after each."""
    w, h, r, s = width, height, reach, reach * (1 - ARC)
    return (
        (((r, 0.0), (w - r, 0.0)), (w - s, 0.0, w, s, w, r)),
        (((w, r), (w, h - r)), (w, h - s, w - s, h, w - r, h)),
        (((w - r, h), (r, h)), (s, h, 0.0, h - s, 0.0, h - r)),
        (((0.0, h - r), (0.0, r)), (0.0, s, s, 0.0, r, 0.0)),
    )


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
