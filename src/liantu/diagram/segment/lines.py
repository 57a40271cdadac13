"""Which lines the segment map draws at once, and where they run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liantu.diagram.segment.board import Board, Course
from liantu.diagram.segment.candidates import Wish, box_wishes, wishes
from liantu.diagram.segment.lattice import build
from liantu.diagram.segment.model import Drawn, Graph, Placed, Rank
from liantu.diagram.segment.routing import improve, route
from liantu.diagram.segment.stubs import stubs
from liantu.diagram.segment.tracks import Measures, channels
from liantu.layout.geometry import Point


def drawn_lines(
    graph: Graph, placed: Placed, level: Measures, *, trunk_only: bool = False
) -> tuple[Drawn, ...]:
    """The lines of a placed map, in the order in which they are painted: those between boxes,
    then the least important, what joins local products last. ``trunk_only``: no others.
    """
    most = Rank.LACK if trunk_only else Rank.PLAIN
    asked = wishes(graph, placed, most)
    short = [wish for wish in asked if wish.stub]
    routed = [wish for wish in asked if not wish.stub]
    boxes = box_wishes(graph, placed, frozenset(), most)
    courses = [_course(placed, wish) for wish in (*routed, *boxes)]
    ends = {port[0] for c in courses for port in (c.start, c.goal)}
    known = stubs(placed, level, sorted(ends))
    board = Board(build(channels(graph, placed, level), known), courses)
    every = (*routed, *boxes)
    cards = range(len(routed))
    route(board, every, cards)
    improve(board, every, cards)
    done = [*short, *(routed[k] for k in cards if k in board.ways)]
    open_boxes = set(box_wishes(graph, placed, _entered(graph, done), most))
    rest = [k for k in range(len(routed), len(every)) if every[k] in open_boxes]
    route(board, every, rest)
    improve(board, every, rest)
    found = [_drawn(board, every[k], k) for k in sorted(board.ways)]
    found += [_arrow(placed, wish) for wish in short]
    return tuple(sorted(found, key=lambda d: (not d.box, -d.rank, d.source, d.target)))


def _course(placed: Placed, wish: Wish) -> Course:
    """A target in the column of its source is entered from the right, any other from the left."""
    columns = placed.columns
    same = not wish.box and columns[wish.source.product] == columns[wish.target.product]
    return Course((wish.source, True), (wish.target, same))


def _entered(graph: Graph, done: Iterable[Wish]) -> frozenset[int]:
    """Boxes that a line between products enters from outside."""
    of = graph.segment_of
    pairs = [(of.get(w.source.product, -1), of.get(w.target.product, -1)) for w in done]
    return frozenset(target for source, target in pairs if source != target)


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
