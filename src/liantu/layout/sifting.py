"""Single cards and dummies moved to the best place in their column (sifting).

After Matuszewski, Schönfeld and Molitor: Using sifting for k-layer straightline crossing
minimization (Graph Drawing 1999), with all pairs of a column counted at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from liantu.layout.grid import Grid

if TYPE_CHECKING:
    from numpy.typing import NDArray

PASSES = 12
DRIFTS = 4
ROUNDS = 6


def sift(grid: Grid, fixed: frozenset[int] = frozenset(), *, drifts: int = DRIFTS) -> None:
    """Move single vertices to their best place in their column until no move helps.

    The first ``drifts`` passes also take moves that change nothing, first upwards and then
    downwards. Cards in ``fixed`` keep their order among themselves.
    """
    dirty = set(range(len(grid.layers)))
    for turn in range(PASSES):
        if not dirty:
            return
        drift = (-1, -1, 1, 1)[turn] if turn < drifts else 0
        for at in sorted(dirty, reverse=turn % 2 == 1):
            if at in dirty:
                dirty.discard(at)
                if _sift_layer(grid, at, fixed, drift):
                    dirty.update(n for n in (at - 1, at + 1) if 0 <= n < len(grid.layers))


def _sift_layer(grid: Grid, at: int, fixed: frozenset[int], drift: int) -> bool:
    """Sift one column against both neighbours; True when its order changed."""
    layer = grid.layers[at]
    if len(layer) < 2:
        return False
    sides = []
    if at:
        sides.append((grid.up, len(grid.layers[at - 1])))
    if at + 1 < len(grid.layers):
        sides.append((grid.down, len(grid.layers[at + 1])))
    matrix = _preference(layer, sides, grid.pos)
    order = list(range(len(layer)))
    free = [i for i, v in enumerate(layer) if v not in fixed]
    for _ in range(ROUNDS):
        if not _sift_once(order, free, matrix, drift):
            break
    moved = [layer[i] for i in order]
    if moved == layer:
        return False
    grid.layers[at] = moved
    for place, v in enumerate(moved):
        grid.pos[v] = place
    return True


def _sift_once(order: list[int], free: list[int], matrix: list[list[int]], drift: int) -> bool:
    """Try every free vertex once; True when one moved to a place with fewer crossings."""
    better = False
    for i in free:
        here = order.index(i)
        gains = list(accumulate(map(matrix[i].__getitem__, order), initial=0))
        # gains[k] = crossings saved by standing below the first k vertices instead of on top.
        best = max(gains)
        if best > gains[here]:
            better = True
        elif not drift:
            continue
        place = gains.index(best) if drift >= 0 else len(gains) - 1 - gains[::-1].index(best)
        order.pop(here)
        order.insert(place if place <= here else place - 1, i)
    return better


def _preference(
    layer: Sequence[int], sides: Sequence[tuple[Sequence[Sequence[int]], int]], pos: Sequence[int]
) -> list[list[int]]:
    """Matrix of a column: ``[i][j]`` = crossings with i above j minus those with j above i.

    ``sides`` are (neighbours of every vertex, size of the neighbouring column).
    """
    total = np.zeros((len(layer), len(layer)), dtype=np.int32)
    for neighbours, width in sides:
        _add_side(total, [[pos[w] for w in neighbours[v]] for v in layer], width)
    matrix: list[list[int]] = (total - total.T).tolist()
    return matrix


def _add_side(total: NDArray[np.int32], ends: list[list[int]], width: int) -> None:
    """Add the crossings with one neighbouring column; ``ends`` are the rows that each ends at.

    Rows of a table are gathered and summed: a matrix product would do, but BLAS starts threads.
    """
    rows = [row for row, own in enumerate(ends) if own]
    if not rows:
        return
    flat = [end for own in ends for end in own]
    links = np.zeros((width, len(ends)), dtype=np.int32)
    links[flat, [row for row, own in enumerate(ends) for _ in own]] = 1
    before = np.cumsum(links, axis=0, dtype=np.int32) - links
    firsts = list(accumulate((len(ends[row]) for row in rows[:-1]), initial=0))
    total[rows] += np.add.reduceat(before[flat], firsts, axis=0)
