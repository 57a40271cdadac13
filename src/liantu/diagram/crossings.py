"""Crossing numbers of two neighbouring columns."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from itertools import accumulate
from operator import add, sub


def count_between(left: Sequence[int], down: Sequence[Sequence[int]], pos: Sequence[int]) -> int:
    """Crossings of the segments that leave the column ``left`` to the right."""
    seen: list[int] = []
    crossings = 0
    for v in left:
        ends = [pos[w] for w in down[v]]
        for end in ends:
            crossings += len(seen) - bisect_right(seen, end)
        for end in ends:
            insort(seen, end)
    return crossings


def count_all(
    layers: Sequence[Sequence[int]], down: Sequence[Sequence[int]], pos: Sequence[int]
) -> int:
    """Crossings of all segments."""
    return sum(count_between(layer, down, pos) for layer in layers[:-1])


def preference(
    layer: Sequence[int], sides: Sequence[tuple[Sequence[Sequence[int]], int]], pos: Sequence[int]
) -> list[list[int]]:
    """Matrix of a column: ``[i][j]`` = crossings with i above j minus those with j above i.

    ``sides`` are (neighbours of every vertex, size of the neighbouring column).
    """
    size = len(layer)
    total = [[0] * size for _ in layer]
    for neighbours, width in sides:
        _add_side(total, [[pos[w] for w in neighbours[v]] for v in layer], width)
    columns = [list(column) for column in zip(*total, strict=True)]
    return [list(map(sub, row, column)) for row, column in zip(total, columns, strict=True)]


def _add_side(total: list[list[int]], ends: list[list[int]], width: int) -> None:
    """Add the crossings with one neighbouring column, with whole rows at a time.

    ``below[p][j]`` is the number of ends of j above position p, so an end of i at p crosses them.
    """
    counts = []
    for own in ends:
        tally = [0] * (width + 1)
        for end in own:
            tally[end + 1] += 1
        counts.append(accumulate(tally))
    below = list(zip(*counts, strict=True))
    for i, own in enumerate(ends):
        row = total[i]
        for end in own:
            row = list(map(add, row, below[end]))
        total[i] = row
