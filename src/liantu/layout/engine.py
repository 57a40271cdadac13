"""The layout engine: stages are fixed bands, cards lie in columns, links run along the chain.

Deterministic: the same graph gives the same picture whatever the order of the input.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from liantu.jobs import collector_paused
from liantu.layout.geometry import Band, Layout, Link, Node, Placed, Routed, Spacing
from liantu.layout.grid import Grid, build_grid
from liantu.layout.layering import AUTOMATIC, Cell, Layering, assign_layers
from liantu.layout.ordering import HUGE, follow, order_grid
from liantu.layout.placing import ROUNDS, place_rows
from liantu.layout.routing import Frame, route

EMPTY_BAND = 160.0
"""Inner width of a band without cards: room for its header."""

SPACING = Spacing()
TRIED = 600
"""Vertices times starts that fit into the time of a map."""

FAST_ROUNDS = 2
"""Rounds of placing for graphs beyond :data:`HUGE` vertices."""


@collector_paused()
def lay_out(
    nodes: Sequence[Node],
    links: Sequence[Link],
    bands: int,
    spacing: Spacing = SPACING,
    previous: Mapping[str, int] | None = None,
    *,
    starts: int = 0,
    wrap: int | None = AUTOMATIC,
) -> Layout:
    """Place the cards and draw the links.

    A repeated node id, a repeated link, a link to itself or to an unknown id is left out; a band
    outside ``0 … bands - 1`` counts as the nearest one. ``previous`` (place in the column by id,
    as in ``Layout.order``) keeps the picture stable after a small change; ``starts`` is the number
    of tries (0: more for smaller graphs); ``wrap`` limits the cards a column (``None``: no limit,
    0: chosen for the aspect).
    """
    cards = _cards(nodes, bands)
    edges = _edges(cards, links)
    layering = _layer(cards, edges, max(bands, 1), spacing, wrap)
    grid = build_grid(layering.layer, edges, sum(layering.columns))
    if previous:
        follow(grid, [card.id for card in cards], previous)
    else:
        order_grid(grid, starts or _tries(grid))
    return _compose(cards, edges, layering, grid, spacing)


def _tries(grid: Grid) -> int:
    """As many starts as small graphs can afford within a few tens of milliseconds."""
    return max(2, min(8, TRIED // max(len(grid.pos), 1)))


def _cards(nodes: Sequence[Node], bands: int) -> list[Node]:
    """The nodes by band and id, each id once."""
    first: dict[str, Node] = {}
    for node in nodes:
        first.setdefault(node.id, node)
    top = max(bands, 1) - 1
    held = [Node(n.id, n.width, n.height, min(max(n.band, 0), top)) for n in first.values()]
    return sorted(held, key=lambda node: (node.band, node.id))


def _edges(cards: Sequence[Node], links: Sequence[Link]) -> list[tuple[int, int]]:
    """The drawable links as pairs of card numbers, sorted, each once."""
    number = {card.id: at for at, card in enumerate(cards)}
    pairs = {(number.get(link.source, -1), number.get(link.target, -1)) for link in links}
    return sorted((u, v) for u, v in pairs if u != v and u >= 0 and v >= 0)


def _layer(
    cards: Sequence[Node],
    edges: Sequence[tuple[int, int]],
    bands: int,
    spacing: Spacing,
    wrap: int | None,
) -> Layering:
    cells = [Cell(c.band, c.width + spacing.column, c.height + spacing.node) for c in cards]
    return assign_layers(cells, edges, bands, wrap)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left and right of every column and of every band."""

    left: list[float]
    right: list[float]
    bands: list[tuple[float, float]]


def _columns(cards: Sequence[Node], layering: Layering, spacing: Spacing) -> _Columns:
    widths = [0.0] * sum(layering.columns)
    for card, at in zip(cards, layering.layer, strict=True):
        widths[at] = max(widths[at], card.width)
    columns = _Columns([], [], [])
    x = 0.0
    for count in layering.columns:
        start = x
        x += spacing.padding
        for _ in range(count):
            columns.left.append(x)
            x += widths[len(columns.right)]
            columns.right.append(x)
            x += spacing.column
        x += spacing.padding + (EMPTY_BAND if not count else -spacing.column)
        columns.bands.append((start, x))
        x += max(spacing.band, spacing.column - 2 * spacing.padding)
    return columns


def _compose(
    cards: Sequence[Node],
    edges: Sequence[tuple[int, int]],
    layering: Layering,
    grid: Grid,
    spacing: Spacing,
) -> Layout:
    columns = _columns(cards, layering, spacing)
    heights = [card.height for card in cards]
    rounds = ROUNDS if len(grid.pos) <= HUGE else FAST_ROUNDS
    y = place_rows(grid, heights, spacing, rounds)
    top, bottom = _extent(y, heights)
    shift = spacing.header + spacing.padding - top
    frame = _frame(cards, layering, columns, [value + shift for value in y])
    height = bottom + shift + spacing.padding
    placed = _placed(cards, frame)
    return Layout(
        nodes=placed,
        links=_routed(cards, edges, grid, frame),
        bands=tuple(
            Band(at, left, 0.0, right - left, height)
            for at, (left, right) in enumerate(columns.bands)
        ),
        width=columns.bands[-1][1],
        height=height,
        order=_order(cards, grid),
    )


def _extent(y: Sequence[float], heights: Sequence[float]) -> tuple[float, float]:
    """Top and bottom of all cards and lines; (0, 0) for nothing."""
    half = [height / 2 for height in heights] + [0.0] * (len(y) - len(heights))
    top = min((at - size for at, size in zip(y, half, strict=True)), default=0.0)
    return top, max((at + size for at, size in zip(y, half, strict=True)), default=0.0)


def _frame(
    cards: Sequence[Node], layering: Layering, columns: _Columns, y: Sequence[float]
) -> Frame:
    """Boxes of the cards, each centred in its column."""
    middle = [(columns.left[at] + columns.right[at]) / 2 for at in layering.layer]
    half = [card.width / 2 for card in cards]
    return Frame(
        left=columns.left,
        right=columns.right,
        card_left=[x - w for x, w in zip(middle, half, strict=True)],
        card_right=[x + w for x, w in zip(middle, half, strict=True)],
        heights=[card.height for card in cards],
        y=y,
        layer=layering.layer,
    )


def _placed(cards: Sequence[Node], frame: Frame) -> tuple[Placed, ...]:
    return tuple(
        Placed(
            card.id,
            frame.card_left[at],
            frame.y[at] - card.height / 2,
            card.width,
            card.height,
            card.band,
            frame.layer[at],
        )
        for at, card in enumerate(cards)
    )


def _routed(
    cards: Sequence[Node], edges: Sequence[tuple[int, int]], grid: Grid, frame: Frame
) -> tuple[Routed, ...]:
    """The lines from source to target; those against the columns are turned round."""
    links = []
    for (u, v), points in zip(edges, route(grid, frame), strict=True):
        backward = frame.layer[u] > frame.layer[v]
        line = points[::-1] if backward else points
        links.append(Routed(cards[u].id, cards[v].id, line, backward))
    return tuple(links)


def _order(cards: Sequence[Node], grid: Grid) -> dict[str, int]:
    """Place of every card among the cards of its column."""
    order: dict[str, int] = {}
    for layer in grid.layers:
        real = [v for v in layer if v < grid.real]
        order.update({cards[v].id: place for place, v in enumerate(real)})
    return order
