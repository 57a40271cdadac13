"""Heights of the vertices in their columns, as near to their neighbours as the gaps allow.

Lines that lie side by side in a column and come from one card, or go to one card, are drawn as one
there: what is placed is a *unit*, a card or a bundle of such lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from liantu.layout.geometry import Spacing
from liantu.layout.grid import Grid

ROUNDS = 8
BOTH = 2
"""Side of a pull beside 0 (from the left) and 1 (from the right)."""

STRENGTH = (1.0, 2.0, 4.0)
"""Weight of a pull by how many of its two ends are dummies."""

FREE = 1e-6
"""Weight of a vertex that nothing pulls: it only keeps its place where there is room."""


def place_rows(grid: Grid, heights: Sequence[float], spacing: Spacing, rounds: int) -> list[float]:
    """Centre of every vertex; the order of the columns and all gaps are kept."""
    units = _units(grid)
    gaps = _gaps(grid, units, heights, spacing)
    y = _stack(grid, units, gaps)
    pulls: dict[int, list[list[Pull]]] = {}
    for turn in range(rounds):
        side = turn % 2 if turn < rounds - 2 else BOTH
        if side not in pulls:
            pulls[side] = _pulls(grid, units, side)
        columns = range(len(units))
        for at in reversed(columns) if turn % 2 else columns:
            _settle(units[at], gaps[at], pulls[side][at], y)
    return y


Unit = list[int]
"""A card, or neighbouring lines with one end in common."""


def _units(grid: Grid) -> list[list[Unit]]:
    """The vertices of every column from top to bottom, bundled where they may be."""
    ends: dict[int, frozenset[tuple[str, int]]] = {}
    for path, turned in zip(grid.paths, grid.turned, strict=True):
        if not turned:
            shared = frozenset({("from", path[0]), ("to", path[-1])})
            ends.update((v, shared) for v in path[1:-1])
    return [list(_bundled(layer, ends)) for layer in grid.layers]


def _bundled(layer: list[int], ends: dict[int, frozenset[tuple[str, int]]]) -> Iterator[Unit]:
    """A line joins the bundle above it while all its lines have an end in common."""
    unit: Unit = []
    common: frozenset[tuple[str, int]] = frozenset()
    for v in layer:
        own = ends.get(v, frozenset())
        if unit and common & own:
            unit.append(v)
            common &= own
        else:
            if unit:
                yield unit
            unit, common = [v], own
    if unit:
        yield unit


def _gaps(
    grid: Grid, units: list[list[Unit]], heights: Sequence[float], spacing: Spacing
) -> list[list[float]]:
    """Least distance of every unit's centre from the one above (0 for the first)."""
    real, lines = grid.real, len(grid.pos) - grid.real
    half = [height / 2 for height in heights] + [0.0] * lines
    free = [spacing.node * share for share in (0.5, 0.75, 1.0)]  # lines need less than cards
    return [
        [0.0] * min(1, len(column))
        + [
            half[a] + half[b] + free[(a < real) + (b < real)]
            for (a, *_), (b, *_) in pairwise(column)
        ]
        for column in units
    ]


def _stack(grid: Grid, units: list[list[Unit]], gaps: list[list[float]]) -> list[float]:
    """Every column packed and centred on 0."""
    y = [0.0] * len(grid.pos)
    for column, row in zip(units, gaps, strict=True):
        top = -sum(row) / 2
        for unit, gap in zip(column, row, strict=True):
            top += gap
            for v in unit:
                y[v] = top
    return y


Pull = list[tuple[int, float]]
"""(neighbour, weight) pairs."""


def _pulls(grid: Grid, units: list[list[Unit]], side: int) -> list[list[Pull]]:
    """Who pulls every unit from a side; long lines pull harder so that they run straight."""
    real = grid.real
    near = grid.down if side == 1 else grid.up
    more = grid.down if side == BOTH else [()] * len(near)
    return [
        [
            [(w, STRENGTH[(v >= real) + (w >= real)]) for v in unit for w in (*near[v], *more[v])]
            for unit in column
        ]
        for column in units
    ]


def _settle(column: list[Unit], gaps: list[float], pulls: list[Pull], y: list[float]) -> None:
    """Exact least-squares places of one column (isotonic regression by pooling violators)."""
    blocks: list[tuple[float, float, int]] = []  # sum of weights, weighted sum of places, size
    offset = 0.0
    for unit, gap, pull in zip(column, gaps, pulls, strict=True):
        offset += gap
        weight, total = FREE, FREE * (y[unit[0]] - offset)
        for w, strength in pull:
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
            for v in column[at]:
                y[v] = mean + offset
            at += 1
