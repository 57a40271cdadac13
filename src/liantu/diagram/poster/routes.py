"""Where the stations of a line network stand, and how the ways between them run.

Lines share stations as on a metro map: each stands once, in the column of the longest way to it
and in the row of the first line that it belongs to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from liantu.layout.geometry import Point
from liantu.layout.reaching import reaches
from liantu.telling.poster.model import Joint, Network, Way

MOST_COLUMNS = 9
"""With more columns fewer lines are drawn."""
BESIDE = 6.5
"""Between two upright ways in the same gap."""
OVER = 17.0
"""How far above a row a way passes over the stations between its ends."""


@dataclass(frozen=True, slots=True)
class Plan:
    """``ways`` are those that bring stations of their own; ``columns`` and ``rows``: product id →
    place; ``heads``: way id → row and column in which its own stations begin.
    """

    ways: tuple[Way, ...]
    columns: Mapping[str, int]
    rows: Mapping[str, int]
    heads: Mapping[str, tuple[int, int]]

    @property
    def across(self) -> int:
        """How many columns there are."""
        return max(self.columns.values(), default=-1) + 1

    @property
    def down(self) -> int:
        """How many rows there are."""
        return max(self.rows.values(), default=-1) + 1

    def joints(self, network: Network) -> tuple[Joint, ...]:
        """The joints of the ways that are drawn, in their order."""
        drawn = {pair for way in self.ways for pair in pairwise(way.stations)}
        return tuple(j for j in network.joints if (j.source, j.target) in drawn)


def plan(network: Network, most: int) -> Plan:
    """The first ``most`` ways with stations that no way before them has."""
    ways: list[Way] = []
    known: set[str] = set()
    for way in network.ways:
        if len(ways) < most and not known.issuperset(way.stations):
            ways.append(way)
            known.update(way.stations)
    columns = _columns(ways)
    rows, heads = _rows(ways, columns)
    return Plan(tuple(ways), columns, rows, heads)


def _columns(ways: Sequence[Way]) -> dict[str, int]:
    """Longest way to each station; steps that close a circle count for nothing."""
    steps: dict[str, list[str]] = {p: [] for way in ways for p in way.stations}
    for way in ways:
        for source, target in pairwise(way.stations):
            if not reaches(steps, target, source):
                steps[source].append(target)
    columns = dict.fromkeys(steps, 0)
    for _ in columns:
        for source, targets in steps.items():
            for target in targets:
                columns[target] = max(columns[target], columns[source] + 1)
    return columns


def _rows(
    ways: Sequence[Way], columns: Mapping[str, int]
) -> tuple[dict[str, int], dict[str, tuple[int, int]]]:
    """What a way brings stands in the first row where its columns and those beside are free, and
    those that its ways to and from other rows pass.
    """
    rows: dict[str, int] = {}
    heads: dict[str, tuple[int, int]] = {}
    taken: list[list[tuple[int, int]]] = []
    for way in ways:
        own = [p for p in way.stations if p not in rows]
        low, high = _span(way, own, columns)
        free = (at for at, spans in enumerate(taken) if not _meets(spans, low - 1, high + 1))
        row = next(free, len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append((low, high))
        rows.update(dict.fromkeys(own, row))
        heads[way.id] = row, min(columns[p] for p in own)
    return rows, heads


def _span(way: Way, own: Sequence[str], columns: Mapping[str, int]) -> tuple[int, int]:
    """The columns that a way takes of the row of its ``own`` stations."""
    taken = [columns[p] for p in own]
    for source, target in pairwise(way.stations):
        if source in own and target not in own:
            taken.append(columns[target] - 1)
        elif target in own and source not in own:
            taken.append(columns[source] + 1)
    return min(taken), max(taken)


def _meets(spans: Sequence[tuple[int, int]], low: int, high: int) -> bool:
    return any(low <= b and a <= high for a, b in spans)


@dataclass(frozen=True, slots=True)
class Grid:
    """Middles of columns and rows in units of the page, and the distance of columns."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    step: float


def corners(found: Plan, grid: Grid, joint: Joint, lane: float = 0.0) -> tuple[Point, ...]:
    """The way of a joint: straight in a row, else down behind its source or up before its target,
    ``lane`` beside the middle of that gap; over the heads of stations that stand between.
    """
    x0, x1 = (grid.xs[found.columns[p]] for p in (joint.source, joint.target))
    y0, y1 = (grid.ys[found.rows[p]] for p in (joint.source, joint.target))
    half = grid.step / 2
    if y0 == y1 and _clear(found, joint, joint.source):
        return (x0, y0), (x1, y1)
    if y0 == y1:
        out, back = (x0 + half + lane, x1 - half + lane)
        return (x0, y0), (out, y0), (out, y0 - OVER), (back, y0 - OVER), (back, y0), (x1, y1)
    x = (x0 + half if _behind(found, joint) else x1 - half) + lane
    return (x0, y0), (x, y0), (x, y1), (x1, y1)


def _behind(found: Plan, joint: Joint) -> bool:
    """Whether an upright way stands behind its source: where it goes down, unless something stands
    in the row of its target and nothing in that of its source.
    """
    ends = _clear(found, joint, joint.source), _clear(found, joint, joint.target)
    down = found.rows[joint.target] > found.rows[joint.source]
    return down if ends[0] == ends[1] else ends[1]


def _clear(found: Plan, joint: Joint, end: str) -> bool:
    """Whether nothing stands between the two columns in the row of ``end``."""
    low, high = sorted((found.columns[joint.source], found.columns[joint.target]))
    row = found.rows[end]
    return not any(
        row == found.rows[p] and low < column < high for p, column in found.columns.items()
    )


def lanes(found: Plan, joints: Sequence[Joint]) -> dict[tuple[str, str], float]:
    """How far upright ways stand from the middle of their gap: those behind one source or before
    one target together, others that pass the same rows side by side.
    """
    groups: dict[tuple[int, str], tuple[int, int]] = {}
    keys: dict[tuple[str, str], tuple[int, str]] = {}
    for joint in joints:
        above, below = found.rows[joint.source], found.rows[joint.target]
        if above == below:
            continue
        behind = _behind(found, joint)
        gap = found.columns[joint.source] + 1 if behind else found.columns[joint.target]
        key = gap, joint.source if behind else joint.target
        low, high = groups.get(key, (found.down, -1))
        groups[key] = min(low, above, below), max(high, above, below)
        keys[joint.source, joint.target] = key
    placed: dict[tuple[int, str], int] = {}
    for key, (low, high) in groups.items():
        near = {
            at
            for other, at in placed.items()
            if other[0] == key[0] and groups[other][0] <= high and low <= groups[other][1]
        }
        placed[key] = next(at for at in range(len(placed) + 1) if at not in near)
    return {pair: _offset(placed[key]) for pair, key in keys.items()}


def _offset(lane: int) -> float:
    """0, right, left, further right, …"""
    side = (lane + 1) // 2
    return BESIDE * (side if lane % 2 else -side)
