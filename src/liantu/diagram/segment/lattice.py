"""The crossing points of all tracks as flat arrays, so that searching for a way is fast.

A node is the crossing of two tracks, or the edge of a card at its stub. A *piece* joins two
neighbours on a track: piece ``k`` the node ``k`` and the next to its right, piece ``n + k`` the
node ``k`` and the next below.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from liantu.diagram.segment.model import End
from liantu.diagram.segment.stubs import Port, Side, Stub
from liantu.diagram.segment.tracks import Channels, Track

NEAR = 2.0
"""Parallel pieces nearer than this look like one line: a line on one closes the other."""

CLOSE = 3.0
"""Corners of two lines on one track nearer than this look like one line."""

Steps = tuple[tuple[int, int], ...]
"""Neighbours of a node on a track, each with the piece that leads there."""


@dataclass(frozen=True, slots=True)
class Lattice:
    """Nodes with their places; ``along`` and ``across``: neighbours of each node on its horizontal
    and its vertical track. ``size``: length of each piece. ``gate``: the node at the edge of an
    end; ``private``: the pieces of a stub, which only its own lines use. ``twins``: pieces that
    lie too near to another to be used beside it; ``close``: nodes that lie too near to another on
    its track for two lines to turn there, where there are any.
    """

    xs: list[float]
    ys: list[float]
    along: list[Steps]
    across: list[Steps]
    size: list[float]
    gate: Mapping[Port, int]
    private: Mapping[Port, tuple[int, ...]]
    twins: Mapping[int, tuple[int, ...]]
    close: Mapping[int, tuple[int, ...]]


@dataclass(slots=True)
class _Rows:
    """Nodes while they are found: of each horizontal track by x, of each vertical one by y."""

    xs: list[float]
    ys: list[float]
    rows: list[list[int]]
    columns: list[list[int]]


def build(channels: Channels, stubs: Mapping[Port, Stub]) -> Lattice:
    """All crossing points of the channels and the stubs."""
    level: list[tuple[Track, Port | None]] = [(track, None) for track in channels.horizontal]
    level += [(stub.track, stub.port) for stub in stubs.values()]
    level.sort(key=lambda row: (row[0], row[1] or (End(), Side.IN)))
    upright = sorted(channels.vertical)
    found = _crossings(level, upright, stubs)
    count = len(found.xs)
    size = [0.0] * (2 * count)
    gate: dict[Port, int] = {}
    private: dict[Port, tuple[int, ...]] = {}
    for (_, port), row in zip(level, found.rows, strict=True):
        if port is not None:
            gate[port] = row[-1] if port[1] is Side.IN else row[0]
            private[port] = tuple(row[:-1])
    along = _steps(found.rows, found.xs, size, 0)
    across = _steps(found.columns, found.ys, size, count)
    twins = dict(_twins([t for t, _ in level], found.rows, found.xs, 0))
    twins.update(_twins(upright, found.columns, found.ys, count))
    close = _close(along, across, size)
    return Lattice(found.xs, found.ys, along, across, size, gate, private, twins, close)


def _close(
    along: list[Steps], across: list[Steps], size: list[float]
) -> dict[int, tuple[int, ...]]:
    """Of the nodes that have any the neighbours that are too close."""
    found: dict[int, tuple[int, ...]] = {}
    for steps in (along, across):
        for node, ways in enumerate(steps):
            for other, piece in ways:
                if size[piece] < CLOSE:
                    found[node] = (*found.get(node, ()), other)
    return found


def _crossings(
    level: list[tuple[Track, Port | None]], upright: list[Track], stubs: Mapping[Port, Stub]
) -> _Rows:
    found = _Rows([], [], [], [[] for _ in upright])
    places = [track[0] for track in upright]
    for (y, left, right), port in level:
        row: list[int] = []
        edge = None if port is None else stubs[port].edge
        if port is not None and port[1] is not Side.IN:
            row.append(_node(found, stubs[port].edge, y))
        first = bisect.bisect_left(places, left - 0.01)
        last = bisect.bisect_right(places, right + 0.01)
        for at in range(first, last):
            x, low, high = upright[at]
            if low - 0.01 <= y <= high + 0.01 and x != edge:
                node = _node(found, x, y)
                row.append(node)
                found.columns[at].append(node)
        if port is not None and port[1] is Side.IN:
            row.append(_node(found, stubs[port].edge, y))
        found.rows.append(row)
    return found


def _node(found: _Rows, x: float, y: float) -> int:
    found.xs.append(x)
    found.ys.append(y)
    return len(found.xs) - 1


def _steps(lines: list[list[int]], at: list[float], size: list[float], base: int) -> list[Steps]:
    """Neighbours of every node on its track; notes the lengths of the pieces in ``size``."""
    steps: list[Steps] = [()] * len(at)
    for line in lines:
        for low, high in itertools.pairwise(line):
            size[base + low] = at[high] - at[low]
            steps[low] = (*steps[low], (high, base + low))
            steps[high] = ((low, base + low),)
    return steps


def _twins(
    tracks: list[Track], lines: list[list[int]], at: list[float], base: int
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Pieces of parallel tracks that lie side by side."""
    found: dict[int, list[int]] = {}
    for first, (place, low, high) in enumerate(tracks):
        for second in range(first + 1, len(tracks)):
            other, start, end = tracks[second]
            if other - place >= NEAR:
                break
            if start < high and low < end:
                for a, b in _beside(lines[first], lines[second], at):
                    found.setdefault(base + a, []).append(base + b)
                    found.setdefault(base + b, []).append(base + a)
    return ((piece, tuple(others)) for piece, others in found.items())


def _beside(first: list[int], second: list[int], at: list[float]) -> Iterator[tuple[int, int]]:
    """Pairs of pieces, as their first nodes, whose stretches overlap."""
    for a, a_end in itertools.pairwise(first):
        for b, b_end in itertools.pairwise(second):
            if at[a] < at[b_end] - 0.01 and at[b] < at[a_end] - 0.01:
                yield a, b
