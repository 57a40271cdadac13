"""The layered graph that is ordered, placed and routed: cards and the dummies of long lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(slots=True)
class Grid:
    """The layered graph with dummies: vertices below ``real`` are cards.

    ``paths`` holds for each edge its vertices from the left to the right column, ``turned`` whether
    it runs against the columns.
    """

    layers: list[list[int]]
    pos: list[int]
    up: list[list[int]]
    down: list[list[int]]
    real: int
    paths: list[tuple[int, ...]]
    turned: list[bool]


def build_grid(layer: Sequence[int], edges: Sequence[tuple[int, int]], columns: int) -> Grid:
    """Cut every edge into segments between neighbouring columns with dummies between."""
    of = list(layer)
    paths: list[tuple[int, ...]] = []
    for u, v in edges:
        left, right = (u, v) if layer[u] < layer[v] else (v, u)
        first = len(of)
        of.extend(range(layer[left] + 1, layer[right]))
        paths.append((left, *range(first, len(of)), right))
    up: list[list[int]] = [[] for _ in of]
    down: list[list[int]] = [[] for _ in of]
    for path in paths:
        for a, b in pairwise(path):
            down[a].append(b)
            up[b].append(a)
    layers: list[list[int]] = [[] for _ in range(columns)]
    for v, at in enumerate(of):
        layers[at].append(v)
    turned = [layer[u] > layer[v] for u, v in edges]
    grid = Grid(layers, [0] * len(of), up, down, len(layer), paths, turned)
    renumber(grid)
    return grid


def renumber(grid: Grid) -> None:
    """Make ``pos`` agree with ``layers``."""
    for layer in grid.layers:
        for at, v in enumerate(layer):
            grid.pos[v] = at
