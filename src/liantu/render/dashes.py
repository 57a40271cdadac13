"""Dashed lines cut so that Qt paints them fast: it strokes single lines several times as fast as a
path, so only what reaches a bend is a path, and that is stroked beforehand.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from liantu.layout.geometry import Point

ROUND = 10.0
"""The square of how many straight pieces draw a quarter of a circle of radius 1; as it grows with
the radius, they lie equally near to every circle.
"""
FINE = 0.02
"""How far a bend may be drawn beside where it is: it is also seen enlarged."""
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
            _lay(straight, bent, _Way((piece[0], piece[-1])), dash, (not before, not after))
        else:
            bent.moveTo(*piece[0])
            bent.cubicTo(*(QPointF(*point) for point in piece[1:]))
    return Dashes(straight, _stroked(bent, width, dash))


@lru_cache(maxsize=2048)
def around(box: tuple[float, float, float], dash: Dash, width: float) -> Dashes:
    """Those round a box of some width, height and radius of its corners that stands in the origin:
    from the left of its top clockwise.
    """
    straight: list[QLineF] = []
    bent = QPainterPath()
    _lay(straight, bent, _Way(_outline(*box)), dash, (True, True))
    return Dashes(straight, _stroked(bent, width, dash))


class _Way:
    """A line from corner to corner and how long it is up to each."""

    def __init__(self, corners: Sequence[Point]) -> None:
        self.corners = corners
        self.ends = [0.0, *accumulate(math.dist(a, b) for a, b in pairwise(corners))]

    def at(self, side: int, length: float) -> Point:
        """Where it is so long, on a side."""
        start, end = self.ends[side], self.ends[side + 1]
        (x, y), (to_x, to_y) = self.corners[side], self.corners[side + 1]
        share = (length - start) / (end - start)
        return x + (to_x - x) * share, y + (to_y - y) * share

    def piece(self, start: float, end: float) -> Iterator[Point]:
        """The corners of a part of it."""
        side = bisect_right(self.ends, start + NEAR) - 1
        yield self.at(side, start)
        while self.ends[side + 1] < end - NEAR:
            side += 1
            yield self.corners[side]
        yield self.at(side, end)


def _lay(
    straight: list[QLineF], bent: QPainterPath, way: _Way, dash: Dash, bends: tuple[bool, bool]
) -> None:
    """The dashes of a way: as many as are whole on a side as one line, others as a path, and so
    those that touch its start and end where it ``bends`` there.
    """
    turn, whole = sum(dash), way.ends[-1]
    count = math.ceil((whole - NEAR) / turn)
    touches = (count - 1) * turn + dash[0] > whole - NEAR
    free = range(int(bends[0]), count - int(bends[1] and touches))
    laid = 0
    for side, (start, end) in enumerate(pairwise(way.ends)):
        if end - start < dash[0] - NEAR:
            continue
        first = max(math.ceil((start - NEAR) / turn), free.start)
        last = min(math.floor((end - dash[0] + NEAR) / turn), free.stop - 1)
        if first > last:
            continue
        straight.append(QLineF(*way.at(side, first * turn), *way.at(side, last * turn + dash[0])))
        _add(bent, way, range(laid, first), dash)
        laid = last + 1
    _add(bent, way, range(laid, count), dash)


def _add(path: QPainterPath, way: _Way, turns: Iterable[int], dash: Dash) -> None:
    for at in turns:
        start = at * sum(dash)
        points = way.piece(start, min(start + dash[0], way.ends[-1]))
        path.moveTo(*next(points))
        for point in points:
            path.lineTo(*point)


def _stroked(path: QPainterPath, width: float, dash: Dash) -> QPainterPath:
    """The outline of a path as a pen draws it that begins every piece with a dash."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    stroker.setCurveThreshold(FINE)
    stroker.setDashPattern([length / width for length in dash])
    return stroker.createStroke(path)


def _outline(width: float, height: float, radius: float) -> list[Point]:
    """The line round a box as corners, back to where it begins."""
    reach = min(radius, width / 2, height / 2)
    right, bottom = width - reach, height - reach
    quarter = _quarter(math.ceil(math.sqrt(ROUND * reach)))
    found = [(reach, 0.0)]
    found += ((right + reach * x, reach - reach * y) for x, y in quarter)
    found += ((right + reach * y, bottom + reach * x) for x, y in quarter)
    found += ((reach - reach * x, bottom + reach * y) for x, y in quarter)
    found += ((reach - reach * y, reach - reach * x) for x, y in quarter)
    return [*_apart(found)]


@cache
def _quarter(chords: int) -> list[Point]:
    """How a quarter of a circle of radius 1 goes from above its middle to the right of it, as what
    it is to the right and above.
    """
    angles = (math.pi / 2 * at / max(chords, 1) for at in range(chords + 1))
    return [(math.sin(angle), math.cos(angle)) for angle in angles]


def _apart(points: Sequence[Point]) -> Iterator[Point]:
    """Without points that lie where the one before does."""
    yield points[0]
    for before, point in pairwise(points):
        if math.dist(before, point) > NEAR:
            yield point


def _is_level(piece: Sequence[Point]) -> bool:
    """Whether a piece is straight along an axis."""
    (x, y), *others = piece
    return all(point[0] == x for point in others) or all(point[1] == y for point in others)
