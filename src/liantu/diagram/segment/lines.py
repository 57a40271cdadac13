"""Which lines the segment map draws at once, and where they run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from liantu.diagram.segment.board import Board, Course
from liantu.diagram.segment.candidates import Wish, box_wishes, wishes
from liantu.diagram.segment.lattice import build
from liantu.diagram.segment.model import Drawn, Graph, Placed, Plan, Rank, Segment
from liantu.diagram.segment.routing import improve, route
from liantu.diagram.segment.stubs import Side, stubs
from liantu.diagram.segment.tracks import Measures, channels
from liantu.layout.geometry import Point

KEPT = 32
"""Maps whose lines are remembered."""


def drawn_lines(
    graph: Graph, placed: Placed, level: Measures, *, trunk_only: bool = False
) -> tuple[Drawn, ...]:
    """The lines of a placed map, in the order in which they are painted: those between boxes,
    then the least important, what joins local products last. ``trunk_only``: no others.
    """
    most = Rank.LACK if trunk_only else Rank.PLAIN
    asked = wishes(graph, placed, most)
    task = _Task(placed, level, graph.segments, asked, box_wishes(graph, placed, most))
    known = _LAID.pop((graph.chain, placed.plan), None)
    found = known[1] if known is not None and known[0] == task else _laid_out(graph, task)
    _LAID[graph.chain, placed.plan] = task, found
    for old in [*_LAID][:-KEPT]:
        _LAID.pop(old, None)
    return found


@dataclass(frozen=True, slots=True)
class _Task:
    """All that lines depend on: where everything stands, and which are wished for."""

    placed: Placed
    level: Measures
    segments: tuple[Segment, ...]
    asked: tuple[Wish, ...]
    boxes: tuple[Wish, ...]


_LAID: dict[tuple[str, Plan], tuple[_Task, tuple[Drawn, ...]]] = {}
"""The last ones of a chain on a plan: another day often changes what cards say, and nothing here.
Threads may ask at once.
"""


def _laid_out(graph: Graph, task: _Task) -> tuple[Drawn, ...]:
    placed = task.placed
    short = [wish for wish in task.asked if wish.stub]
    routed = [wish for wish in task.asked if not wish.stub]
    every = (*routed, *task.boxes)
    board = _board(graph, placed, task.level, every)
    cards = range(len(routed))
    route(board, every, cards)
    improve(board, every, cards)
    _join_boxes(board, every, _entered(graph, [*short, *_laid(board, every)]))
    _join_spare(board, every, _entered(graph, [*short, *_laid(board, every)]))
    found = [_drawn(board, every[k], k) for k in sorted(board.ways)]
    found += [_arrow(placed, wish) for wish in short]
    return tuple(sorted(found, key=lambda d: (not d.box, -d.rank, d.source, d.target)))


def _board(graph: Graph, placed: Placed, level: Measures, every: Sequence[Wish]) -> Board:
    courses = [_course(placed, wish) for wish in every]
    ends = [(course.start, course.goal) for course in courses]
    ways = build(channels(graph, placed, level), stubs(placed, level, ends))
    return Board(ways, courses)


def _laid(board: Board, every: Sequence[Wish]) -> list[Wish]:
    return [every[line] for line in board.ways]


def _join_boxes(board: Board, every: Sequence[Wish], entered: Collection[int]) -> None:
    """Routes lines from the main suppliers of boxes to those outside ``entered``."""
    asked = [
        k
        for k, wish in enumerate(every)
        if wish.box and not wish.spare and wish.target.segment not in entered
    ]
    route(board, every, asked)
    improve(board, every, asked)


def _join_spare(board: Board, every: Sequence[Wish], entered: Collection[int]) -> None:
    """Routes a line from the best other supplier to every box that still lies outside."""
    reached = set(entered)
    for k, wish in enumerate(every):
        if wish.spare and wish.target.segment not in reached:
            route(board, every, [k])
            if k in board.ways:
                reached.add(wish.target.segment)


def _course(placed: Placed, wish: Wish) -> Course:
    """A line leaves to the right and comes from the left, but for a target in the column of its
    source, and for boxes at the very edge of the map or above each other.
    """
    if wish.box:
        source, target = placed.boxes[wish.source.segment], placed.boxes[wish.target.segment]
        start = Side.OUT if source.right < placed.panels[-1].right - 1 else Side.IN
        stacked = target.x < source.right and source.x < target.right
        back = target.x < 1 or (stacked and start is Side.OUT)
        return Course((wish.source, start), (wish.target, Side.BACK if back else Side.IN))
    columns = placed.columns
    same = columns[wish.source.product] == columns[wish.target.product]
    return Course((wish.source, Side.OUT), (wish.target, Side.BACK if same else Side.IN))


def _entered(graph: Graph, laid: Iterable[Wish]) -> frozenset[int]:
    """Boxes that a line enters from outside."""
    of = graph.segment_of
    found = set()
    for wish in laid:
        target = wish.target.segment if wish.box else of.get(wish.target.product, -1)
        if wish.box or target != of.get(wish.source.product, -1):
            found.add(target)
    return frozenset(found)


def _drawn(board: Board, wish: Wish, line: int) -> Drawn:
    lattice = board.lattice
    points = [(lattice.xs[node], lattice.ys[node]) for node in board.ways[line]]
    return Drawn(wish.source, wish.target, corners(points), wish.rank, box=wish.box)


def corners(points: Sequence[Point]) -> tuple[Point, ...]:
    """``points`` without those in the middle of a straight piece."""
    found = [points[0]]
    for point in points[1:]:
        if point == found[-1]:
            continue
        if len(found) > 1 and _straight(found[-2], found[-1], point):
            found[-1] = point
        else:
            found.append(point)
    return tuple(found)


def _straight(a: Point, b: Point, c: Point) -> bool:
    return a[0] == b[0] == c[0] or a[1] == b[1] == c[1]


def _arrow(placed: Placed, wish: Wish) -> Drawn:
    """The short arrow from a card to the next below it."""
    above = placed.cards[wish.source.product]
    below = placed.cards[wish.target.product]
    x = above.x + above.width / 2
    points = ((x, above.bottom), (x, below.y))
    return Drawn(wish.source, wish.target, points, wish.rank, stub=True)
