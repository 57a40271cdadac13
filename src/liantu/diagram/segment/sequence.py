"""The order of the boxes in each panel: what supplies stands above what it supplies, and boxes that
belong together stand level in neighbouring panels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from liantu.diagram.segment.model import Graph, Item, Plan, Segment

Order = tuple[tuple[Segment, ...], ...]
"""The boxes of each panel from the upper left on."""

_TRUNK, _OTHER = 1.0, 0.3
"""What an edge on the main way weighs, and any other."""
_UPWARD = 5.0
"""What a flow against the reading direction inside a panel costs."""
_INSIDE = 0.25
"""What the distance of a flow inside a panel costs, against one between panels."""
_ROUNDS = 4
"""How often all panels are gone through: the fifth round changes nothing on any chain."""
_CLIMBED = 20
"""Panels of more boxes are only sorted by their neighbours: climbing takes the square of them."""


@dataclass
class _Places:
    """Boxes of each panel in their present order, with their flows."""

    panels: list[list[int]]
    across: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    inside: dict[int, dict[int, float]] = field(default_factory=dict)
    at: dict[int, float] = field(default_factory=dict)

    def note(self, panel: Sequence[int]) -> None:
        """Takes down the places of a panel as parts of its length."""
        for i, box in enumerate(panel):
            self.at[box] = (i + 0.5) / len(panel)


def sequence(graph: Graph, former: Plan | None = None) -> Order:
    """The boxes of each panel in the order in which they are placed, and their items in theirs.

    The order of a ``former`` picture stays: new boxes go behind, a box with new items is ordered
    anew.
    """
    by_id = {segment.id: segment for segment in graph.segments}
    stages = range(len(graph.stages))
    panels = [[s.id for s in graph.segments if s.stage == stage] for stage in stages]
    if former:
        old = {key: at for panel in former.order for at, key in enumerate(panel)}
        for panel in panels:
            panel.sort(key=lambda i: (old.get(by_id[i].key, len(old)), i))
    else:
        _arrange(_places(graph, panels))
    parents = {edge.target: edge.source for edge in graph.edges if edge.first}
    places = {p: at for box in former.products for at, p in enumerate(box)} if former else {}
    return tuple(
        tuple(_arranged(graph, by_id[i], parents, places) for i in panel) for panel in panels
    )


def _arranged(
    graph: Graph, segment: Segment, parents: Mapping[str, str], places: Mapping[str, int]
) -> Segment:
    """Its items as they stood, or along the trunk where one is new."""
    if all(product in places for product in segment.items):
        return replace(segment, items=tuple(sorted(segment.items, key=places.__getitem__)))
    return _along(graph, segment, parents)


def _along(graph: Graph, segment: Segment, parents: Mapping[str, str]) -> Segment:
    """Its items along the trunk: by depth, those of one depth in the order of their parents."""
    items = [graph.by_id[product] for product in segment.items]
    inside = {item.id: item.order for item in items}

    def place(item: Item) -> tuple[int, int, int, str]:
        parent = inside.get(parents.get(item.id, ""), item.order)
        return graph.depth[item.id], parent, item.order, item.id

    return replace(segment, items=tuple(item.id for item in sorted(items, key=place)))


def _places(graph: Graph, panels: list[list[int]]) -> _Places:
    found = _Places(panels)
    stage = {segment.id: segment.stage for segment in graph.segments}
    for (source, target), flow in sorted(_flows(graph).items()):
        if stage[source] == stage[target]:
            found.inside.setdefault(source, {})[target] = flow
            found.inside.setdefault(target, {}).setdefault(source, 0.0)
        else:
            found.across.setdefault(source, []).append((target, flow))
            found.across.setdefault(target, []).append((source, flow))
    for panel in panels:
        found.note(panel)
    return found


def _flows(graph: Graph) -> Mapping[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    for edge in graph.edges:
        pair = graph.segment_of.get(edge.source), graph.segment_of.get(edge.target)
        source, target = pair
        if source is not None and target is not None and source != target:
            weight = _TRUNK if edge.trunk else _OTHER
            found[source, target] = found.get((source, target), 0.0) + weight
    return found


def _arrange(places: _Places) -> None:
    count = len(places.panels)
    for _ in range(_ROUNDS):
        for stage in [*range(count), *range(count - 2, -1, -1)]:
            panel = places.panels[stage]
            if len(panel) > _CLIMBED:
                _sort(places, panel)
            elif len(panel) > 1:
                _climb(places, panel)
            places.note(panel)


def _sort(places: _Places, panel: list[int]) -> None:
    """Each box at the mean place of those it trades with."""

    def wanted(box: int) -> float:
        flows = places.across.get(box, ())
        total = sum(flow for _, flow in flows)
        if not total:
            return places.at[box]
        return sum(flow * places.at[other] for other, flow in flows) / total

    panel.sort(key=lambda box: (wanted(box), box))


def _climb(places: _Places, panel: list[int]) -> None:
    """Moves boxes to other places as long as that makes the panel cheaper."""
    better = True
    while better:
        better = False
        for box in tuple(panel):
            gain, to = min(_moves(places, panel, panel.index(box)))
            if gain < -1e-9:
                panel.remove(box)
                panel.insert(to, box)
                places.note(panel)
                better = True


def _moves(places: _Places, panel: list[int], start: int) -> list[tuple[float, int]]:
    """What it saves (negative) to move the box at ``start`` to each place, by neighbours' swaps."""
    found = [(0.0, start)]
    for step in (1, -1):
        trial, cost = list(panel), 0.0
        at = start
        while 0 <= at + step < len(panel):
            upper = min(at, at + step)
            cost += _swap(places, trial, upper)
            at += step
            found.append((cost, at))
        places.note(panel)
    return found


def _swap(places: _Places, panel: list[int], upper: int) -> float:
    """Swaps two neighbours; the change of cost."""
    first, second = panel[upper], panel[upper + 1]
    before = _reach(places, first, second) + _reach(places, second, first)
    panel[upper], panel[upper + 1] = second, first
    places.at[first], places.at[second] = places.at[second], places.at[first]
    after = _reach(places, first, second) + _reach(places, second, first)
    down = places.inside.get(first, {}).get(second, 0.0)
    up = places.inside.get(second, {}).get(first, 0.0)
    turned = max(0.0, down - up) - max(0.0, up - down)
    return after - before + _UPWARD * turned


def _reach(places: _Places, box: int, but: int) -> float:
    """What the distances of ``box`` cost, to all but one."""
    at = places.at
    cost = sum(flow * abs(at[box] - at[other]) for other, flow in places.across.get(box, ()))
    for other in places.inside.get(box, {}):
        if other != but:
            both = places.inside[box][other] + places.inside.get(other, {}).get(box, 0.0)
            cost += _INSIDE * both * abs(at[box] - at[other])
    return cost
