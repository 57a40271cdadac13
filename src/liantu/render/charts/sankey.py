"""Flows as ribbons between products; columns follow the way of the material."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from liantu.diagram import measure
from liantu.render.charts.inks import warm
from liantu.render.charts.pen import BODY, SMALL, Pen
from liantu.telling.charts.sankey import Node, Sankey

BAR = 9.0
EDGE = 1.0
"""Room for the frame of the first nodes."""
LINE, FIRST, GAP = 10.0, 12.0, 9.0
"""Pitch of the lines over a node, room of the name, and the room below a node."""
LEAST = 2.5
"""Least height of a node."""
BUDGET = 150.0
"""Height of all the nodes of the fullest column together."""
SWEEPS = 4
PALE, STRONG = 0.28, 0.42
BEHIND = 0.72
"""Opacity of the ground of words."""


@dataclass(frozen=True, slots=True)
class _Spot:
    x: float
    y: float
    height: float


def height(chart: Sankey, width: float) -> float:
    """As high as the fullest column."""
    scale, label = _scale(chart), _label(chart, width)
    return max(_tall(column, scale, label) for column in _columns(chart).values()) + 2


def paint(pen: Pen, chart: Sankey) -> None:
    """Ribbons below nodes and their names."""
    places = _places(chart, pen.width, height(chart, pen.width))
    scale = _scale(chart)
    out: defaultdict[str, float] = defaultdict(float)
    into: defaultdict[str, float] = defaultdict(float)
    nodes = {node.product: node for node in chart.nodes}
    order = {p: (spot.x, spot.y) for p, spot in places.items()}
    starts: dict[tuple[str, str], float] = {}
    for flow in sorted(chart.flows, key=lambda f: (order[f.source], order[f.target])):
        starts[flow.source, flow.target] = out[flow.source]
        out[flow.source] += flow.amount * scale
    for flow in sorted(chart.flows, key=lambda f: (order[f.target], order[f.source])):
        start, end = places[flow.source], places[flow.target]
        node = nodes[flow.source]
        color = warm(pen.theme) if node.share == 1.0 else _color(pen, node)
        ribbon = pen.band(
            (start.x + BAR, start.y + starts[flow.source, flow.target]),
            (end.x, end.y + into[flow.target]),
            max(flow.amount * scale, 0.8),
            color,
            STRONG if node.share == 1.0 else PALE,
        )
        pen.hit(ribbon, flow.tip, node.aim)
        into[flow.target] += flow.amount * scale
    for node in chart.nodes:
        _node(pen, node, places[node.product], _room(chart, pen.width))


def _columns(chart: Sankey) -> Mapping[int, list[Node]]:
    found: defaultdict[int, list[Node]] = defaultdict(list)
    for node in chart.nodes:
        found[node.depth].append(node)
    return found


def _scale(chart: Sankey) -> float:
    """Points a ton."""
    return BUDGET / max(sum(n.size for n in column) for column in _columns(chart).values())


def _tall(column: list[Node], scale: float, label: float) -> float:
    return sum(max(n.size * scale, LEAST) + label + GAP for n in column)


def _told(node: Node, room: float) -> tuple[str, ...]:
    """What is said of a node, in two lines where one has no room: supply and need are not torn."""
    if measure.width(node.told, SMALL) <= room or "，" not in node.told:
        return measure.wrap(node.told, SMALL, room, 2)
    supply, _, need = node.told.partition("，")
    return measure.cut(supply, SMALL, room), measure.cut(need, SMALL, room)


def _label(chart: Sankey, width: float) -> float:
    """Height of the words over a node."""
    room = _room(chart, width)
    return FIRST + LINE * max(len(_told(node, room)) for node in chart.nodes)


def _room(chart: Sankey, width: float) -> float:
    """Width of the names of a column."""
    return width / len(_columns(chart)) - 11


def _places(chart: Sankey, width: float, tall: float) -> Mapping[str, _Spot]:
    """Each column in the middle of the height, in the order of what it is fed by and feeds."""
    scale, columns, label = _scale(chart), _columns(chart), _label(chart, width)
    places: dict[str, _Spot] = {}
    for sweep in range(SWEEPS):
        for at in sorted(columns, reverse=bool(sweep % 2)):
            column = columns[at]
            if sweep:
                column.sort(key=lambda n: _middle(chart, places, n))
            y = (tall - _tall(column, scale, label)) / 2
            for node in column:
                y += label
                size = max(node.size * scale, LEAST)
                places[node.product] = _Spot(EDGE + at * width / len(columns), y, size)
                y += size + GAP
    return places


def _middle(chart: Sankey, places: Mapping[str, _Spot], node: Node) -> float:
    """Where what it is tied to stands, by amount."""
    ties = [(f.source, f.amount) for f in chart.flows if f.target == node.product]
    ties += [(f.target, f.amount) for f in chart.flows if f.source == node.product]
    whole = sum(amount for _, amount in ties)
    tied = ((places[p].y + places[p].height / 2) * amount for p, amount in ties)
    return sum(tied) / whole if whole else 0.0


def _node(pen: Pen, node: Node, spot: _Spot, room: float) -> None:
    lack = spot.height * node.share
    made = spot.height - lack
    if made > 0:
        pen.box((spot.x, spot.y, BAR, made), _color(pen, node))
    if lack > 0:
        color = warm(pen.theme)
        fill = "" if node.suspected else color
        pen.box((spot.x, spot.y + made, BAR, lack), fill, color, 0.9)
    told = _told(node, room)
    label = FIRST + LINE * len(told)
    wide = max(measure.width(words, SMALL) for words in told)
    _ground(pen, node, (spot.x, spot.y - label), (min(wide, room), label))
    name = measure.cut_inside(node.name, BODY, room, bold=True)
    pen.text(spot.x, spot.y - label + 9.5, name, BODY, bold=True)
    ink = warm(pen.theme) if node.lack else pen.theme.secondary
    for at, words in enumerate(reversed(told)):
        pen.text(spot.x, spot.y - 3.5 - at * LINE, words, SMALL, ink)
    area = (spot.x, spot.y - label, max(room * 0.6, BAR), label + spot.height)
    pen.spot(area, node.tip, node.aim)


def _color(pen: Pen, node: Node) -> str:
    """That of what is made here, or of what policy leaves to be bought."""
    return pen.theme.policy.color if node.policy else pen.theme.local


def _ground(pen: Pen, node: Node, corner: tuple[float, float], size: tuple[float, float]) -> None:
    """Ribbons pass palely below the words."""
    wide = max(measure.width(node.name, BODY, bold=True), size[0]) + 2
    pen.box((*corner, wide, size[1] - 1), pen.theme.ground, opacity=BEHIND)
