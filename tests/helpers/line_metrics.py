"""What lines of a segment map cost a reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from liantu.diagram.segment.model import Drawn
from liantu.layout.geometry import Point

Piece = tuple[Point, Point]

_NEAR = 0.01


def pieces(points: Sequence[Point]) -> list[Piece]:
    """Straight pieces, each from its left or upper end."""
    return [(min(a, b), max(a, b)) for a, b in pairwise(points)]


def crossings(lines: Iterable[Drawn]) -> int:
    """Places where two lines cross; lines on top of each other cross in one place."""
    level: list[Piece] = []
    upright: list[Piece] = []
    for line in lines:
        for a, b in pieces(line.points):
            (level if a[1] == b[1] else upright).append((a, b))
    return len(
        {
            (round(c[0] / 3), round(a[1] / 3))
            for a, b in level
            for c, d in upright
            if a[0] + _NEAR < c[0] < b[0] - _NEAR and c[1] + _NEAR < a[1] < d[1] - _NEAR
        }
    )


def length(lines: Iterable[Drawn]) -> float:
    """Drawn length in units; what several lines share counts once."""
    found: dict[tuple[bool, float], list[tuple[float, float]]] = {}
    for line in lines:
        for a, b in pieces(line.points):
            flat = a[1] == b[1]
            span = (a[0], b[0]) if flat else (a[1], b[1])
            found.setdefault((flat, round(a[1] if flat else a[0], 3)), []).append(span)
    return sum(_covered(spans) for spans in found.values())


def _covered(spans: list[tuple[float, float]]) -> float:
    total, reached = 0.0, float("-inf")
    for low, high in sorted(spans):
        total += max(0.0, high - max(low, reached))
        reached = max(reached, high)
    return total


def bends(line: Drawn) -> int:
    """Corners of a line."""
    return len(line.points) - 2
