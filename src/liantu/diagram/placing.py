"""Heights of the vertices in their columns, as near to their neighbours as the gaps allow."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from liantu.diagram.geometry import Spacing
from liantu.diagram.ordering import Grid

ROUNDS = 8
FREE = 1e-6
"""Weight of a vertex that nothing pulls: it only keeps its place where there is room."""


def place_rows(grid: Grid, heights: Sequence[float], spacing: Spacing, rounds: int) -> list[float]:
    """Centre of every vertex; the order of the columns and all gaps are kept."""
    gaps = _gaps(grid, heights, spacing)
    y = _stack(grid, gaps)
    pulls = _pulls(grid)
    for turn in range(rounds):
        side = turn % 2 if turn < rounds - 2 else 2
        columns = range(len(grid.layers))
        for at in reversed(columns) if turn % 2 else columns:
            _settle(grid.layers[at], gaps[at], pulls, side, y)
    return y


def _gaps(grid: Grid, heights: Sequence[float], spacing: Spacing) -> list[list[float]]:
    """Least distance of every vertex's centre from the one above (0 for the first)."""
    gaps = []
    for layer in grid.layers:
        row = [0.0] * min(1, len(layer))
        for a, b in itertools.pairwise(layer):
            row.append((_height(a, heights) + _height(b, heights)) / 2 + _gap(grid, a, b, spacing))
        gaps.append(row)
    return gaps


def _height(v: int, heights: Sequence[float]) -> float:
    return heights[v] if v < len(heights) else 0.0


def _gap(grid: Grid, a: int, b: int, spacing: Spacing) -> float:
    """Free space between two neighbours in a column; lines need less than cards."""
    if a < grid.real and b < grid.real:
        return spacing.node
    return spacing.node * (0.5 if a >= grid.real and b >= grid.real else 0.75)


def _stack(grid: Grid, gaps: list[list[float]]) -> list[float]:
    """Every column packed and centred on 0."""
    y = [0.0] * len(grid.pos)
    for layer, row in zip(grid.layers, gaps, strict=True):
        top = -sum(row) / 2
        for v, gap in zip(layer, row, strict=True):
            top += gap
            y[v] = top
    return y


Pull = tuple[tuple[tuple[int, float], ...], ...]
"""For the sides up, down and both: (neighbour, weight) pairs."""


def _pulls(grid: Grid) -> list[Pull]:
    """Who pulls every vertex; long lines pull harder so that they run straight."""

    def weigh(v: int, near: list[int]) -> tuple[tuple[int, float], ...]:
        return tuple((w, (1.0, 2.0, 4.0)[(v >= grid.real) + (w >= grid.real)]) for w in near)

    pulls: list[Pull] = []
    for v in range(len(grid.pos)):
        up, down = weigh(v, grid.up[v]), weigh(v, grid.down[v])
        pulls.append((up, down, up + down))
    return pulls


def _settle(
    layer: list[int], gaps: list[float], pulls: list[Pull], side: int, y: list[float]
) -> None:
    """Exact least-squares places of one column (isotonic regression by pooling violators)."""
    blocks: list[tuple[float, float, int]] = []  # sum of weights, weighted sum of places, size
    offset = 0.0
    for v, gap in zip(layer, gaps, strict=True):
        offset += gap
        weight, total = FREE, FREE * (y[v] - offset)
        for w, strength in pulls[v][side]:
            weight += strength
            total += strength * (y[w] - offset)
        size = 1
        while blocks and blocks[-1][1] * weight >= total * blocks[-1][0]:
            more_weight, more, count = blocks.pop()
            weight, total, size = weight + more_weight, total + more, size + count
        blocks.append((weight, total, size))
    at, offset = 0, 0.0
    for weight, total, size in blocks:
        mean = total / weight
        for _ in range(size):
            offset += gaps[at]
            y[layer[at]] = mean + offset
            at += 1
