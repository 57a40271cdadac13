"""Columns of the map: every stage band is cut into sub-layers by the longest path inside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

LINE_HEIGHT = 6.0
"""Room that a line takes in a column it passes, in drawing units."""

WRAP_LEAST = 5
"""Columns of so few cards are never wrapped."""

WRAP_ASPECT = 1.5
"""Width : height that an automatic wrap tries to reach."""

MANY = 120
"""Cards a column above which the wrap is looked for in larger steps."""

AUTOMATIC = 0
"""Value of ``wrap`` that lets :func:`assign_layers` choose the cards a column."""


@dataclass(frozen=True, slots=True)
class Layering:
    """Column of every vertex, number of columns of every band (0 for a band without cards)."""

    layer: tuple[int, ...]
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What the layering needs to know of a card: band, width and height with its gaps."""

    band: int
    width: float
    height: float


def assign_layers(
    cells: Sequence[Cell], edges: Sequence[tuple[int, int]], bands: int, wrap: int | None
) -> Layering:
    """Put every vertex into a column; ``wrap`` limits the cards a column.

    ``None`` sets no limit and :data:`AUTOMATIC` chooses one for a readable aspect. Edges that
    leave the band or close a cycle inside it do not set columns.
    """
    plan = _plan(cells, edges, bands)
    if wrap == AUTOMATIC:
        return _wrapped(plan, edges)
    return _pack(plan, wrap or len(cells) + 1)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Cards in the order of packing, who must follow whom, and who has no links at all."""

    cells: Sequence[Cell]
    bands: int
    order: list[int]
    successors: list[list[int]]
    alone: list[bool]


def _plan(cells: Sequence[Cell], edges: Sequence[tuple[int, int]], bands: int) -> _Plan:
    inside = [(u, v) for u, v in edges if cells[u].band == cells[v].band]
    successors = _acyclic(len(cells), inside)
    ranks = _longest_paths(successors)
    linked = {v for edge in edges for v in edge}
    alone = [v not in linked for v in range(len(cells))]
    order = sorted(range(len(cells)), key=lambda v: (alone[v], ranks[v], not successors[v], v))
    return _Plan(cells, bands, order, successors, alone)


def _wrapped(plan: _Plan, edges: Sequence[tuple[int, int]]) -> Layering:
    """The fullest columns that make the map :data:`WRAP_ASPECT` times as wide as high."""
    limit = len(plan.cells) + 1
    while True:
        layering = _pack(plan, limit)
        most = max(Counter(layering.layer).values(), default=0)
        width, height = _estimate(plan.cells, edges, layering)
        if most <= WRAP_LEAST or width >= WRAP_ASPECT * height:
            return layering
        limit = most - max(1, most // (4 if most > MANY else 12))


def _estimate(
    cells: Sequence[Cell], edges: Sequence[tuple[int, int]], layering: Layering
) -> tuple[float, float]:
    """Width and height of the map, with the room that passing lines take."""
    count = sum(layering.columns)
    widths, heights = [0.0] * count, [0.0] * count
    for cell, at in zip(cells, layering.layer, strict=True):
        widths[at] = max(widths[at], cell.width)
        heights[at] += cell.height
    for u, v in edges:
        first, last = sorted((layering.layer[u], layering.layer[v]))
        for at in range(first + 1, last):
            heights[at] += LINE_HEIGHT
    return sum(widths), max(heights, default=0.0)


def _acyclic(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Successor lists without the edges that close a cycle in a depth-first walk."""
    targets: list[list[int]] = [[] for _ in range(count)]
    entered = [0] * count
    for u, v in edges:
        targets[u].append(v)
        entered[v] += 1
    kept: list[list[int]] = [[] for _ in range(count)]
    state = [0] * count
    for root in sorted(range(count), key=lambda v: (entered[v] > 0, v)):
        if not state[root]:
            _walk(root, targets, state, kept)
    return kept


def _walk(root: int, targets: list[list[int]], state: list[int], kept: list[list[int]]) -> None:
    """Depth-first walk from ``root``; state 1 is on the path, 2 is done."""
    state[root] = 1
    stack = [(root, iter(targets[root]))]
    while stack:
        u, rest = stack[-1]
        v = next(rest, -1)
        if v < 0:
            state[u] = 2
            stack.pop()
        elif state[v] != 1:
            kept[u].append(v)
            if not state[v]:
                state[v] = 1
                stack.append((v, iter(targets[v])))


def _longest_paths(successors: list[list[int]]) -> list[int]:
    """Length of the longest path that ends in each vertex."""
    waiting = [0] * len(successors)
    for targets in successors:
        for v in targets:
            waiting[v] += 1
    ranks = [0] * len(successors)
    ready = [v for v, missing in enumerate(waiting) if not missing]
    for u in ready:
        for v in successors[u]:
            ranks[v] = max(ranks[v], ranks[u] + 1)
            waiting[v] -= 1
            if not waiting[v]:
                ready.append(v)
    return ranks


def _pack(plan: _Plan, limit: int) -> Layering:
    """First column of the band that is behind all predecessors and has under ``limit`` cards.

    A card without links goes to the emptiest column, as it is bound to none.
    """
    counts: list[list[int]] = [[] for _ in range(plan.bands)]
    earliest = [0] * len(plan.cells)
    sub = [0] * len(plan.cells)
    for v in plan.order:
        column = counts[plan.cells[v].band]
        at = column.index(min(column)) if plan.alone[v] and column else earliest[v]
        while at < len(column) and column[at] >= limit:
            at += 1
        column.extend([0] * (at + 1 - len(column)))
        column[at] += 1
        sub[v] = at
        for w in plan.successors[v]:
            earliest[w] = max(earliest[w], at + 1)
    return _stack_bands(plan.cells, sub, plan.bands)


def _stack_bands(cells: Sequence[Cell], sub: list[int], bands: int) -> Layering:
    """Columns counted over all bands."""
    columns = [0] * bands
    for cell, at in zip(cells, sub, strict=True):
        columns[cell.band] = max(columns[cell.band], at + 1)
    starts = [sum(columns[:band]) for band in range(bands)]
    layer = tuple(starts[cell.band] + at for cell, at in zip(cells, sub, strict=True))
    return Layering(layer, tuple(columns))
