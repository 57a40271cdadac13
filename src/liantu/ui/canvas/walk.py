"""Where the arrow keys lead on a map, and what belongs to a product's up- and downstream."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from liantu.diagram.views.map_view import ViewLink
from liantu.layout.geometry import Layout, Placed

LEFT, RIGHT, UP, DOWN = "left", "right", "up", "down"


@dataclass(frozen=True)
class Paths:
    """Links of a map in both directions, by product id."""

    sources: dict[str, tuple[str, ...]]
    targets: dict[str, tuple[str, ...]]

    def neighbours(self, product: str) -> set[str]:
        """The product with all that is linked to it directly."""
        return {product, *self.sources.get(product, ()), *self.targets.get(product, ())}

    def related(self, product: str) -> set[str]:
        """The product with all of its upstream and all of its downstream."""
        return _reach(product, self.sources) | _reach(product, self.targets)


def paths(links: Iterable[ViewLink]) -> Paths:
    """The links of a map, indexed."""
    sources: defaultdict[str, list[str]] = defaultdict(list)
    targets: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        targets[link.source].append(link.target)
        sources[link.target].append(link.source)
    return Paths(
        {k: tuple(v) for k, v in sources.items()}, {k: tuple(v) for k, v in targets.items()}
    )


def _reach(start: str, step: dict[str, tuple[str, ...]]) -> set[str]:
    seen, todo = {start}, [start]
    while todo:
        for near in step.get(todo.pop(), ()):
            if near not in seen:
                seen.add(near)
                todo.append(near)
    return seen


def walk(layout: Layout, found: Paths, product: str, direction: str) -> str:
    """The product that an arrow key leads to; the same one where there is no way on.

    Left and right follow links to the nearest card; up and down stay in the column.
    """
    places = {node.id: node for node in layout.nodes}
    if product not in places:
        return first(layout)
    here = places[product]
    if direction in (UP, DOWN):
        return _beside(layout.nodes, here, 1 if direction == DOWN else -1)
    ids = (found.targets if direction == RIGHT else found.sources).get(product, ())
    ways = [places[key] for key in ids if key in places]
    return min(ways, key=lambda n: (abs(n.y - here.y), n.y), default=here).id


def _beside(nodes: Sequence[Placed], here: Placed, step: int) -> str:
    column = sorted((n for n in nodes if n.layer == here.layer), key=lambda n: n.y)
    at = column.index(here) + step
    return column[at].id if 0 <= at < len(column) else here.id


def first(layout: Layout) -> str:
    """The first card in reading order, or empty."""
    node = min(layout.nodes, key=lambda n: (n.layer, n.y), default=None)
    return node.id if node else ""
