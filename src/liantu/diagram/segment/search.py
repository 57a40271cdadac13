"""The cheapest way of one line over the lattice (A*)."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from itertools import pairwise

from liantu.diagram.segment.board import CLOSED, CROSSING, Board, Way

BEND = 26.0
"""Surcharge of a bend, in units of length."""

PUSHED = 160.0
"""Surcharge of a piece from which another line has to be pushed away."""


def find(board: Board, line: int, limit: float, *, push: bool = False) -> Way | None:
    """The way of ``line`` from its source, ``None`` where none costs at most ``limit``.

    With ``push`` it may run over pieces of other lines, at a price: these then have to go.
    """
    goal = board.lattice.gate[board.courses[line].goal]
    fees, tolls = board.opened(line, PUSHED if push else CLOSED)
    old_fees = {piece: board.fee[piece] for piece in fees}
    old_tolls = {node: board.toll[node] for node in tolls}
    _put(board.fee, fees)
    _put(board.toll, tolls)
    try:
        tree = board.tree(line)
        branch = _search(board, tree, goal, limit, push)
    finally:
        _put(board.fee, old_fees)
        _put(board.toll, old_tolls)
    return None if branch is None else (*tree[branch[0]][:-1], *branch)


def _put(values: list[float], changes: Mapping[int, float]) -> None:
    for at, value in changes.items():
        values[at] = value


def _search(
    board: Board, tree: Mapping[int, Way], goal: int, limit: float, push: bool
) -> Way | None:
    """A state is a node and how it was reached: ``2 * node``, + 1 on a vertical track. A closed
    piece costs so much that no state is ever reached over it.
    """
    xs, ys, toll = board.lattice.xs, board.lattice.ys, board.toll
    along, across = board.lattice.along, board.lattice.across
    fee = board.pushing(PUSHED) if push else board.fee
    gx, gy, aim = xs[goal], ys[goal], 2 * goal
    best, heap = _seeds(board, tree, goal)
    came = [-1] * len(best)
    pop, put = heapq.heappop, heapq.heappush
    while heap:
        _, negative, state = pop(heap)
        cost = -negative  # of two as good the one that has come further goes first
        if cost > best[state]:
            continue
        if state == aim:
            return _back(came, state)
        node, upright = state >> 1, state & 1
        bend = BEND + PUSHED if toll[node] else BEND
        turns = push or not toll[node]
        if turns or not upright:
            base, y = cost + bend if upright else cost, ys[node]
            off, bends = abs(y - gy), 0.0 if y == gy else 2 * BEND
            for other, piece in along[node]:
                total, to = base + fee[piece] + toll[other], 2 * other
                if total < best[to]:
                    rest = abs(xs[other] - gx) + off + bends
                    if total + rest <= limit:
                        best[to] = total
                        came[to] = state
                        put(heap, (total + rest, -total, to))
        if turns or upright:
            base = cost if upright else cost + bend
            off = abs(xs[node] - gx)
            for other, piece in across[node]:
                total, to = base + fee[piece] + toll[other], 2 * other + 1
                if total < best[to]:
                    rest = off + abs(ys[other] - gy) + BEND
                    if total + rest <= limit:
                        best[to] = total
                        came[to] = state
                        put(heap, (total + rest, -total, to))
    return None


def _seeds(
    board: Board, tree: Mapping[int, Way], goal: int
) -> tuple[list[float], list[tuple[float, float, int]]]:
    """The cost of every state at the start, and the states from which to go on: the nodes of the
    source's tree as they are reached, so that branching off is a bend.
    """
    xs, ys = board.lattice.xs, board.lattice.ys
    best = [CLOSED] * (2 * len(xs))
    heap: list[tuple[float, float, int]] = []
    for node, stem in tree.items():
        state = 2 * node + (len(stem) > 1 and xs[stem[-2]] == xs[node])
        best[state] = 0.0
        heap.append((abs(xs[node] - xs[goal]) + abs(ys[node] - ys[goal]), 0.0, state))
    heapq.heapify(heap)
    return best, heap


def _back(came: list[int], state: int) -> Way:
    nodes = [state >> 1]
    while came[state] >= 0:
        state = came[state]
        if state >> 1 != nodes[-1]:
            nodes.append(state >> 1)
    return tuple(reversed(nodes))


def cost(board: Board, way: Way) -> float:
    """What a taken way costs as it lies: length, bends and crossings."""
    xs, ys = board.lattice.xs, board.lattice.ys
    total = 0.0
    upright = False
    for a, b in pairwise(way):
        now = xs[a] == xs[b]
        total += abs(xs[a] - xs[b]) + abs(ys[a] - ys[b])
        total += BEND if now != upright else 0.0
        total += CROSSING if len(board.sitters(b)) > 1 else 0.0
        upright = now
    return total
