"""Order of the cards in their columns: few crossings, found the same way every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from random import Random

from liantu.diagram.crossings import count_all, preference

SWEEPS = 16
FAST_SWEEPS = 3
LARGE = 900
HUGE = 1500
"""Vertices (cards and dummies) above which the order is found with less work."""
PASSES = 12
DRIFTS = 4
ROUNDS = 6
SEED = 20240607


@dataclass(slots=True)
class Grid:
    """The layered graph with dummies: vertices below ``real`` are cards.

    ``paths`` holds for each edge its vertices from the left to the right column.
    """

    layers: list[list[int]]
    pos: list[int]
    up: list[list[int]]
    down: list[list[int]]
    real: int
    paths: list[tuple[int, ...]]


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
    grid = Grid(layers, [0] * len(of), up, down, len(layer), paths)
    renumber(grid)
    return grid


def renumber(grid: Grid) -> None:
    """Make ``pos`` agree with ``layers``."""
    for layer in grid.layers:
        for at, v in enumerate(layer):
            grid.pos[v] = at


def order_grid(grid: Grid, starts: int) -> int:
    """Order all columns; returns the number of crossings of the segments.

    Above :data:`LARGE` vertices one start with a few sweeps has to do.
    """
    if len(grid.pos) > LARGE:
        _start(grid, 0, Random(SEED))  # noqa: S311 - repeatable, not secret
        return _improve(grid, FAST_SWEEPS, sifting=len(grid.pos) <= HUGE)
    best: list[list[int]] = []
    fewest = -1
    random = Random(SEED)  # noqa: S311 - repeatable, not secret
    for start in range(max(1, starts)):
        _start(grid, start, random)
        crossings = _improve(grid, SWEEPS, sifting=True)
        if fewest < 0 or crossings < fewest:
            fewest, best = crossings, [list(layer) for layer in grid.layers]
        if not fewest:
            break
    grid.layers = best
    renumber(grid)
    return fewest


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


def _improve(grid: Grid, sweeps: int, sifting: bool) -> int:
    """Sweeps keeping the best order, then sifting until nothing gets better."""
    best: list[list[int]] = []
    fewest = -1
    for sweep in range(sweeps):
        _sweep(grid, median=sweep % 8 > 3, flip=sweep % 2 == 1)
        crossings = count_all(grid.layers, grid.down, grid.pos)
        if fewest < 0 or crossings < fewest:
            fewest, best = crossings, [list(layer) for layer in grid.layers]
        if not fewest:
            break
    grid.layers = best
    renumber(grid)
    if not fewest or not sifting:
        return fewest
    sift(grid)
    return count_all(grid.layers, grid.down, grid.pos)


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


def sift(grid: Grid, fixed: frozenset[int] = frozenset()) -> None:
    """Move single vertices to their best place in their column until no move helps.

    The first passes also take moves that change nothing, first upwards and then downwards. Cards
    in ``fixed`` keep their order among themselves.
    """
    dirty = set(range(len(grid.layers)))
    for turn in range(PASSES):
        if not dirty:
            return
        drift = (-1, -1, 1, 1)[turn] if turn < DRIFTS else 0
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
    matrix = preference(layer, sides, grid.pos)
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


def follow(grid: Grid, ids: Sequence[str], previous: Mapping[str, int]) -> None:
    """Keep an earlier order of the cards (place in the column by id) and fit the rest into it."""
    order_grid(grid, 1)
    known = [v for v in range(grid.real) if ids[v] in previous]
    for layer in grid.layers:
        kept = [v for v in layer if v < grid.real and ids[v] in previous]
        wanted = iter(sorted(kept, key=lambda v: previous[ids[v]]))
        layer[:] = [next(wanted) if v in set(kept) else v for v in layer]
    renumber(grid)
    if known:
        sift(grid, fixed=frozenset(known))
