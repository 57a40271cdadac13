"""Which line runs where while lines are routed: what a piece costs, and whom it is open to.

Two sources never share a piece, unless all that runs on it ends at the same target.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liantu.diagram.segment.lattice import Lattice
from liantu.diagram.segment.stubs import Port

CLOSED = 1e9
CROSSING = 9.0
"""Surcharge of a crossing, in units of length."""

SHARED = 0.6
"""Cost of a piece that a line to the same target already has, as a part of its length."""

Way = tuple[int, ...]
"""The nodes of a line from source to target."""


@dataclass(frozen=True, slots=True)
class Course:
    """What is to be routed: from the right side of ``start`` to the side of ``goal``."""

    start: Port
    goal: Port


class Board:
    """The ways that are taken, and what the pieces and nodes cost for the next line."""

    def __init__(self, lattice: Lattice, courses: Sequence[Course]) -> None:
        self.lattice = lattice
        self.courses = courses
        self.ways: dict[int, Way] = {}
        numbers = {port: n for n, port in enumerate(lattice.gate)}
        self._start = [numbers[course.start] for course in courses]
        self._goal = [numbers[course.goal] for course in courses]
        self._runs: dict[int, tuple[int, ...]] = {}
        self._rounds: dict[int, set[int]] = {}
        self.fee = list(lattice.size)
        self.toll = [0.0] * len(lattice.xs)
        self._on: dict[int, list[int]] = {}
        self._beside: dict[int, int] = {}
        self._at: dict[int, list[int]] = {}
        self._private: set[int] = set()
        for pieces in lattice.private.values():
            self._private.update(pieces)
        for piece in self._private:
            self.fee[piece] = CLOSED

    def distance(self, line: int) -> float:
        """How far the ends of a line are from each other, along and across."""
        gate, xs, ys = self.lattice.gate, self.lattice.xs, self.lattice.ys
        a, b = gate[self.courses[line].start], gate[self.courses[line].goal]
        return abs(xs[a] - xs[b]) + abs(ys[a] - ys[b])

    def take(self, line: int, way: Way) -> None:
        """Lets a line run along ``way``."""
        self.ways[line] = way
        self._runs[line] = tuple(self.pieces(way))
        twins, fee, on = self.lattice.twins, self.fee, self._on
        for piece in self._runs[line]:
            on.setdefault(piece, []).append(line)
            fee[piece] = CLOSED
            for twin in twins.get(piece, ()):
                self._beside[twin] = self._beside.get(twin, 0) + 1
                fee[twin] = CLOSED
        self._rounds[line] = around = self._around(way)
        for node in around:
            self._at.setdefault(node, []).append(line)
            self.toll[node] = CROSSING

    def free(self, line: int) -> Way:
        """Takes a line away and says where it ran."""
        way = self.ways.pop(line)
        for piece in self._runs.pop(line):
            self._on[piece].remove(line)
            self._settle(piece)
            for twin in self.lattice.twins.get(piece, ()):
                self._beside[twin] -= 1
                self._settle(twin)
        for node in self._rounds.pop(line):
            self._at[node].remove(line)
            self.toll[node] = CROSSING if self._at[node] else 0.0
        return way

    def _settle(self, piece: int) -> None:
        taken = self._on.get(piece) or self._beside.get(piece) or piece in self._private
        self.fee[piece] = CLOSED if taken else self.lattice.size[piece]

    def _around(self, way: Way) -> set[int]:
        """The nodes of a way and those close to them."""
        close = self.lattice.close
        return set(way).union(*[close[node] for node in way if node in close])

    def pieces(self, way: Way) -> Iterator[int]:
        """The pieces of a way."""
        along, across = self.lattice.along, self.lattice.across
        for a, b in itertools.pairwise(way):
            for node, piece in along[a]:
                if node == b:
                    yield piece
                    break
            else:
                yield next(piece for node, piece in across[a] if node == b)

    def holders(self, piece: int) -> Sequence[int]:
        """The lines on a piece or on one beside it."""
        twins = self.lattice.twins.get(piece, ())
        return [*self._on.get(piece, ()), *(k for t in twins for k in self._on.get(t, ()))]

    def sitters(self, node: int) -> Sequence[int]:
        """The lines through a node."""
        return self._at.get(node, ())

    def closed_to(self, line: int, piece: int) -> bool:
        """Whether somebody else's line keeps ``line`` off a piece."""
        return bool(self._beside.get(piece)) or not self._may_join(line, self._on.get(piece, ()))

    def pushing(self, price: float) -> list[float]:
        """What pieces cost for a line that may push others away at a price; stubs stay closed."""
        fees = [
            size + price if fee >= CLOSED else fee
            for fee, size in zip(self.fee, self.lattice.size, strict=True)
        ]
        for piece in self._private:
            fees[piece] = self.fee[piece]
        return fees

    def _may_join(self, line: int, others: Sequence[int]) -> bool:
        """Whether ``line`` has the target of all ``others``, or the source of all."""
        return _alike(self._goal, line, others) or _alike(self._start, line, others)

    def tree(self, line: int) -> dict[int, Way]:
        """Nodes from which ``line`` may branch off, with the way there from its source."""
        gate = self.lattice.gate[self.courses[line].start]
        found: dict[int, Way] = {gate: (gate,)}
        start = self._start[line]
        for other in [k for k in self.ways if self._start[k] == start]:
            way = self.ways[other]
            for at, piece in enumerate(self._runs[other], 1):
                if not self._may_join(line, self._on[piece]):
                    break
                if way[at] not in found:
                    found[way[at]] = way[: at + 1]
                if self._turns(way, at) and not self._may_join(line, self._at[way[at]]):
                    break
        return found

    def _turns(self, way: Way, at: int) -> bool:
        """Whether a way has a corner at its node number ``at``."""
        if at + 1 >= len(way):
            return False
        xs = self.lattice.xs
        return (xs[way[at - 1]] == xs[way[at]]) != (xs[way[at]] == xs[way[at + 1]])

    def opened(self, line: int, pushed: float) -> tuple[dict[int, float], dict[int, float]]:
        """What pieces and nodes cost for ``line`` where that differs from what they cost others:
        its own stubs, with a surcharge of ``pushed`` where others run, and ways to the same target.
        """
        me = self.courses[line]
        fees: dict[int, float] = {}
        tolls: dict[int, float] = {}
        for port in (me.start, me.goal):
            for piece in self.lattice.private[port]:
                taken = self._on.get(piece) or self._beside.get(piece)
                fees[piece] = self.lattice.size[piece] + (pushed if taken else 0.0)
        start, goal = self._start[line], self._goal[line]
        for other in self.ways:
            same = self._goal[other] == goal
            if same:
                for piece in self._runs[other]:
                    if self._may_join(line, self._on[piece]) and not self._beside.get(piece):
                        fees[piece] = self.lattice.size[piece] * SHARED
            if same or self._start[other] == start:
                for node in self._rounds[other]:
                    if self._may_join(line, self._at[node]):
                        tolls[node] = 0.0
        return fees, tolls

    def apart(self, line: int, other: int) -> bool:
        """Whether two lines have neither source nor target in common."""
        return not self._may_join(line, (other,))


def _alike(ends: Sequence[int], line: int, others: Sequence[int]) -> bool:
    """Whether all ``others`` have the end of ``line``."""
    own = ends[line]
    for k in others:  # noqa: SIM110  a generator would be dearer than what it compares
        if ends[k] != own:
            return False
    return True
