"""Crossing numbers of two neighbouring columns."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence


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
