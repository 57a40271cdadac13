"""Gives lines their ways: one after the other, then again where somebody was left without."""

from __future__ import annotations

from collections.abc import Sequence

from liantu.diagram.segment.board import Board, Way
from liantu.diagram.segment.candidates import Wish
from liantu.diagram.segment.model import Rank
from liantu.diagram.segment.search import BEND, cost, find

LIMITS = {Rank.LIVE: 3600.0, Rank.LACK: 2000.0, Rank.OPEN: 1600.0, Rank.PLAIN: 340.0}
"""What a line may cost at most: one that would wander is not drawn, its material is named."""

ASTRAY, ASIDE = 1.5, 300.0
"""What a line between boxes may cost at most: times the distance of its ends, and on top."""

WEIGHTS = (64, 32, 24, 16, 4, 1, 8)
"""How much it matters that a line of a tier is drawn."""

DETOUR = 20.0
"""How much longer others may become for a line, by how much it matters."""

RETRIES = 10
"""Lines without a way for which others are asked to move."""

WORST = 10
"""Lines that are routed again once all others lie, those with most bends first."""


def limit(board: Board, wish: Wish, line: int) -> float:
    """What a line may cost: one between boxes that would run round half of the map tells less
    than none.
    """
    return ASTRAY * board.distance(line) + ASIDE if wish.box else LIMITS[wish.rank]


def route(board: Board, wishes: Sequence[Wish], lines: Sequence[int]) -> None:
    """Routes ``lines`` (places in ``wishes``) in this order, as far as there is room."""
    for line in lines:
        _lay(board, wishes, line)


def _lay(board: Board, wishes: Sequence[Wish], line: int) -> None:
    way = find(board, line, limit(board, wishes[line], line))
    if way is not None:
        board.take(line, way)


def improve(board: Board, wishes: Sequence[Wish], lines: Sequence[int]) -> None:
    """Second pass: makes room for what was missed, then straightens the worst lines."""
    missed = [k for k in lines if wishes[k].box or wishes[k].rank is not Rank.PLAIN]
    missed = [k for k in missed if k not in board.ways]
    for line in missed[:RETRIES]:
        if line not in board.ways:
            _make_room(board, wishes, line)
    _straighten(board, lines)


def _make_room(board: Board, wishes: Sequence[Wish], line: int) -> None:
    """Pushes others away for ``line``, if then what is left without a way matters less."""
    wanted = find(board, line, limit(board, wishes[line], line) + 1000.0, push=True)
    others = [] if wanted is None else _in_the_way(board, line, wanted)
    if others:
        length = sum(cost(board, board.ways[k]) for k in others)
        before = {k: board.free(k) for k in others}
        if not _better(board, wishes, (line, *others), length):
            _restore(board, (line, *others), before)


def _better(board: Board, wishes: Sequence[Wish], lines: Sequence[int], length: float) -> bool:
    """Lays the first of ``lines``, then the others, which had ``length`` together; whether that is
    worth what is lost.
    """
    gain = WEIGHTS[wishes[lines[0]].tier]
    for k in lines:
        _lay(board, wishes, k)
        if k not in board.ways:
            gain -= WEIGHTS[wishes[k].tier]
        if gain <= 0:
            return False
    now = sum(cost(board, board.ways[k]) for k in lines[1:] if k in board.ways)
    return now <= length + gain * DETOUR


def _restore(board: Board, lines: Sequence[int], before: dict[int, Way]) -> None:
    for line in lines:
        if line in board.ways:
            board.free(line)
    for line, way in before.items():
        board.take(line, way)


def _in_the_way(board: Board, line: int, way: Way) -> list[int]:
    """Lines that keep ``line`` off a way: on its pieces, beside them, or turning where it does."""
    found = {k for p in board.pieces(way) if board.closed_to(line, p) for k in board.holders(p)}
    xs = board.lattice.xs
    for before, node, after in zip(way, way[1:], way[2:], strict=False):
        if (xs[before] == xs[node]) != (xs[node] == xs[after]):
            found.update(k for k in board.sitters(node) if board.apart(line, k))
    return sorted(found)


def _straighten(board: Board, lines: Sequence[int]) -> None:
    costs = [(-cost(board, board.ways[line]), line) for line in lines if line in board.ways]
    for negative, line in sorted(costs)[:WORST]:
        if -negative < 4 * BEND:
            break
        old = board.free(line)
        board.take(line, find(board, line, -negative + BEND) or old)
