"""Whole lines moved at once: every long line is laid anew where it crosses least.

Sifting moves single vertices, and a line of many dummies cannot leave its place one dummy at a
time. Here all dummies of a line are taken out and the cheapest way through the columns is found
by dynamic programming over the gaps between their vertices: exact for one line while all else
stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from liantu.layout.grid import Grid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Table = NDArray[np.int32]


@dataclass(slots=True)
class _Between:
    """Two neighbouring columns of n and m vertices.

    ``links`` (n × m) counts their segments; ``cost`` (n + 1 × m + 1) the segments that a new one
    crosses from above row a at the left to above row b at the right.
    """

    links: Table
    cost: Table

    def count(self, a: int, b: int, sign: int) -> None:
        """Add (1) or take away (-1) what the segment from row ``a`` to row ``b`` costs others."""
        self.cost[a + 1 :, : b + 1] += sign
        self.cost[: a + 1, b + 1 :] += sign

    def from_row(self, a: int) -> Table:
        """Crossings of a segment from vertex ``a`` to every gap at the right; those with its own
        segments do not count.
        """
        row: Table = self.cost[a].copy()
        row[1:] -= np.cumsum(self.links[a], dtype=np.int32)
        return row

    def to_row(self, b: int) -> Table:
        """Crossings of a segment from every gap at the left to vertex ``b``, likewise."""
        column: Table = self.cost[:, b].copy()
        column[1:] -= np.cumsum(self.links[:, b], dtype=np.int32)
        return column


def reroute(grid: Grid) -> int:
    """Lay every line with dummies anew; returns the number of crossings saved."""
    column = {v: at for at, layer in enumerate(grid.layers) for v in layer}
    betweens = [_between(grid, at) for at in range(len(grid.layers) - 1)]
    saved = 0
    for path in grid.paths:
        if len(path) > 2:
            saved += _reroute_one(grid, path, column[path[0]], betweens)
    return saved


def _between(grid: Grid, at: int) -> _Between:
    left, pos = grid.layers[at], grid.pos
    links = np.zeros((len(left), len(grid.layers[at + 1])), dtype=np.int32)
    for row, v in enumerate(left):
        for w in grid.down[v]:
            links[row, pos[w]] += 1
    return _counted(links)


def _counted(links: Table) -> _Between:
    sums = np.zeros((links.shape[0] + 1, links.shape[1] + 1), dtype=np.int32)
    np.cumsum(np.cumsum(links, axis=0, dtype=np.int32), axis=1, out=sums[1:, 1:])
    return _Between(links, sums[:, -1:] + sums[-1:, :] - 2 * sums)


def _reroute_one(grid: Grid, path: tuple[int, ...], first: int, betweens: list[_Between]) -> int:
    """Find the best way of one line; move its dummies there if that is better."""
    rows = [grid.pos[v] for v in path]
    passed = betweens[first : first + len(path) - 1]
    head, tail = passed[0].from_row(rows[0]), passed[-1].to_row(rows[-1])
    inner = list(zip(passed[1:-1], pairwise(rows[1:-1]), strict=True))
    before = int(head[rows[1]] + tail[rows[-2]] + sum(b.cost[own] for b, own in inner))
    if not before:
        return 0
    for between, (a, b) in inner:
        between.count(a, b, -1)
    gaps, after = _cheapest([between.cost for between in passed[1:-1]], head, tail)
    if after >= before:
        for between, (a, b) in inner:
            between.count(a, b, 1)
        return 0
    turns = [_move(grid, first + 1 + at, rows[1 + at], gap) for at, gap in enumerate(gaps)]
    for at, between in enumerate(passed):
        links = between.links[turns[at - 1]] if at else between.links
        betweens[first + at] = _counted(links[:, turns[at]] if at < len(turns) else links)
    return before - after


def _cheapest(costs: list[Table], head: Table, tail: Table) -> tuple[list[int], int]:
    """The gaps of the cheapest way through the columns, and what it crosses."""
    reached = [head]
    for cost in costs:
        reached.append((reached[-1][:, None] + cost).min(axis=0))
    whole = reached[-1] + tail
    gaps = [int(whole.argmin())]
    for so_far, cost in zip(reached[-2::-1], costs[::-1], strict=True):
        gaps.append(int((so_far + cost[:, gaps[-1]]).argmin()))
    return gaps[::-1], int(whole.min())


def _move(grid: Grid, at: int, here: int, gap: int) -> list[int]:
    """Put the vertex in row ``here`` above the one in row ``gap``; the old rows in new order."""
    layer = grid.layers[at]
    turned = list(range(len(layer)))
    turned.pop(here)
    turned.insert(gap if gap <= here else gap - 1, here)
    layer[:] = [layer[row] for row in turned]
    for row, v in enumerate(layer):
        grid.pos[v] = row
    return turned
