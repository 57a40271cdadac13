"""Drawn lines: straight through the columns, one cubic in every gap between columns.

All cubics of a gap share their x course, so two of them meet at most once and only when the
order of their ends differs, and no line enters the box of a foreign card.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liantu.layout.geometry import Point
from liantu.layout.grid import Grid

PORT_STEP = 8.0
PORT_MARGIN = 6.0
HANDLE = 0.38
"""Reach of a cubic's handles as a share of the gap; every cubic has the same."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the columns and vertices lie: column left and right, card boxes, centres in y."""

    left: Sequence[float]
    right: Sequence[float]
    card_left: Sequence[float]
    card_right: Sequence[float]
    heights: Sequence[float]
    y: Sequence[float]
    layer: Sequence[int]


def route(grid: Grid, frame: Frame) -> list[tuple[Point, ...]]:
    """A poly-Bézier from left to right for every path of the grid."""
    leaving = _ports(grid, frame, out=True)
    entering = _ports(grid, frame, out=False)
    return [
        _draw(path, frame, leaving[number], entering[number])
        for number, path in enumerate(grid.paths)
    ]


def _ports(grid: Grid, frame: Frame, out: bool) -> list[float]:
    """Height at which every path leaves its left card (``out``) or enters its right card; lines of
    one bundle share it.
    """
    near: dict[int, list[tuple[float, int]]] = {}
    for number, path in enumerate(grid.paths):
        card, neighbour = (path[0], path[1]) if out else (path[-1], path[-2])
        near.setdefault(card, []).append((frame.y[neighbour], number))
    ports = [0.0] * len(grid.paths)
    for card, ends in near.items():
        rank = {y: place for place, y in enumerate(sorted({y for y, _ in ends}))}
        room = max(0.0, frame.heights[card] - 2 * PORT_MARGIN)
        step = min(PORT_STEP, room / max(1, len(rank) - 1))
        top = frame.y[card] - step * (len(rank) - 1) / 2
        for y, number in ends:
            ports[number] = top + step * rank[y]
    return ports


def _draw(path: Sequence[int], frame: Frame, leave: float, enter: float) -> tuple[Point, ...]:
    """One line along ``path`` with the given heights at its cards."""
    first, last = path[0], path[-1]
    layers = range(frame.layer[first], frame.layer[last] + 1)
    heights = [leave, *(frame.y[v] for v in path[1:-1]), enter]
    points: list[Point] = [(frame.card_right[first], leave)]
    _line(points, frame.right[layers[0]])
    for at, height in zip(layers[1:], heights[1:], strict=True):
        _curve(points, frame.left[at], height)
        _line(points, frame.card_left[last] if at == layers[-1] else frame.right[at])
    return tuple(points)


def _line(points: list[Point], x: float) -> None:
    """A straight level piece to ``x`` as a cubic; nothing when already there."""
    from_x, y = points[-1]
    if x > from_x:
        third = (x - from_x) / 3
        points += [(from_x + third, y), (x - third, y), (x, y)]


def _curve(points: list[Point], x: float, y: float) -> None:
    """A cubic to ``(x, y)`` that starts and ends level."""
    from_x, from_y = points[-1]
    reach = (x - from_x) * HANDLE
    points += [(from_x + reach, from_y), (x - reach, y), (x, y)]
