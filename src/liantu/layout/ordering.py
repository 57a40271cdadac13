"""Order of the cards in their columns: few crossings, found the same way every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from liantu.layout.crossings import count_all
from liantu.layout.grid import Grid, renumber

SWEEPS = 16
FAST_SWEEPS = 2
HUGE = 1500
"""Vertices (cards and dummies) above which the order is found by a few sweeps alone."""

PATIENCE = 4
"""Sweeps without a better order after which no further one is tried."""

REROUTES = 3
SEED = 20240607


def order_grid(grid: Grid, starts: int) -> None:
    """Order all columns: ``starts`` starts are swept, the best of them is polished."""
    random = Random(SEED)  # noqa: S311 - repeatable, not secret
    if len(grid.pos) > HUGE:
        _start(grid, 0, random)
        for _ in range(FAST_SWEEPS):
            _sweep(grid, median=False, flip=False)
        return
    best: list[list[int]] = []
    fewest = -1
    for start in range(max(1, starts)):
        _start(grid, start, random)
        crossings = _sweep_often(grid)
        if fewest < 0 or crossings < fewest:
            fewest, best = crossings, [list(layer) for layer in grid.layers]
        if not fewest:
            break
    grid.layers = best
    renumber(grid)
    if fewest:
        _polish(grid)


def _polish(grid: Grid) -> None:
    """Single vertices and whole lines in turn, until no line crosses less elsewhere."""
    from liantu.layout.rerouting import reroute  # noqa: PLC0415  numpy must not delay the start
    from liantu.layout.sifting import sift  # noqa: PLC0415  likewise

    sift(grid)
    for _ in range(REROUTES):
        if not reroute(grid):
            return
        sift(grid, drifts=0)


def _start(grid: Grid, number: int, random: Random) -> None:
    """Start 0 is depth-first, start 1 the same from the right, the others are seeded."""
    if number < 2:
        rank = _depth_first(grid, forward=number == 0)
        for layer in grid.layers:
            layer.sort(key=rank.__getitem__)
    else:
        for layer in grid.layers:
            layer.sort()
            random.shuffle(layer)
    renumber(grid)


def _depth_first(grid: Grid, forward: bool) -> list[int]:
    """Visit number of every vertex in a walk over segments in both directions."""
    rank = [-1] * len(grid.pos)
    count = 0
    layers = grid.layers if forward else grid.layers[::-1]
    for layer in layers:
        for root in sorted(layer):
            stack = [root]
            while stack:
                v = stack.pop()
                if rank[v] >= 0:
                    continue
                rank[v] = count
                count += 1
                near = grid.up[v] + grid.down[v] if forward else grid.down[v] + grid.up[v]
                stack.extend(w for w in near if rank[w] < 0)
    return rank


def _sweep_often(grid: Grid) -> int:
    """Sweeps keeping the best order until nothing gets better; returns its crossings."""
    best: list[list[int]] = []
    fewest, last = -1, 0
    for sweep in range(SWEEPS):
        _sweep(grid, median=sweep % 8 > 3, flip=sweep % 2 == 1)
        crossings = count_all(grid.layers, grid.down, grid.pos)
        if fewest < 0 or crossings < fewest:
            fewest, best, last = crossings, [list(layer) for layer in grid.layers], sweep
        if not fewest or sweep - last >= PATIENCE:
            break
    grid.layers = best
    renumber(grid)
    return fewest


def _sweep(grid: Grid, median: bool, flip: bool) -> None:
    """Once to the right and once back."""
    for layer in grid.layers[1:]:
        _arrange(grid, layer, grid.up, median, flip)
    for layer in grid.layers[-2::-1]:
        _arrange(grid, layer, grid.down, median, flip)


def _arrange(grid: Grid, layer: list[int], near: list[list[int]], median: bool, flip: bool) -> None:
    """Sort a column by its neighbours' places; vertices without neighbours stay where they are.

    ``flip`` turns equal ones round, which leads out of many local minima.
    """
    pos = grid.pos
    keys: dict[int, float] = {}
    for v in layer:
        ends = near[v]
        if len(ends) == 1:
            keys[v] = pos[ends[0]]
        elif ends:
            places = [pos[w] for w in ends]
            keys[v] = _median(places) if median else sum(places) / len(places)
    movable = list(keys)
    if flip:
        movable.reverse()
    movable.sort(key=keys.__getitem__)
    if len(movable) == len(layer):
        layer[:] = movable
    else:
        moved = iter(movable)
        layer[:] = [next(moved) if v in keys else v for v in layer]
    for at, v in enumerate(layer):
        pos[v] = at


def _median(places: list[int]) -> float:
    places.sort()
    half = len(places) // 2
    return places[half] if len(places) % 2 else (places[half - 1] + places[half]) / 2


def follow(grid: Grid, ids: Sequence[str], previous: Mapping[str, int]) -> None:
    """Keep an earlier order of the cards (place in the column by id) and fit the rest into it."""
    from liantu.layout.sifting import sift  # noqa: PLC0415  numpy must not delay the start

    order_grid(grid, 1)
    known = [v for v in range(grid.real) if ids[v] in previous]
    for layer in grid.layers:
        kept = [v for v in layer if v < grid.real and ids[v] in previous]
        wanted = iter(sorted(kept, key=lambda v: previous[ids[v]]))
        layer[:] = [next(wanted) if v in set(kept) else v for v in layer]
    renumber(grid)
    if known:
        sift(grid, fixed=frozenset(known))
