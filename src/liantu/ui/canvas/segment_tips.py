"""What the tooltips of a segment map say, plain text."""

from __future__ import annotations

from collections.abc import Callable

from liantu.diagram.segment.model import Map
from liantu.telling.names import capped
from liantu.ui.canvas.lighting import flows
from liantu.ui.canvas.picture import Spot
from liantu.wording import text

FlowWords = Callable[[str, str], str]
"""What is known of how much of one product goes into another, plain; empty for nothing."""
ROW = 15.0
"""Units that a line of named inputs takes at the lower edge of a card, at least."""
MOST = 24
"""Names that one tooltip lists."""


class Tips:
    """Tells what lies at a spot."""

    def __init__(self, shown: Map, flow_words: FlowWords) -> None:
        self._map, self._flow_words = shown, flow_words

    def of(self, spot: Spot, y: float) -> str:
        """The words for a spot that the mouse touches at height ``y``."""
        if spot.product:
            return self._product(spot.product, y)
        if spot.line:
            return self._line(*spot.ends)
        if spot.counted:
            return self._listed(spot.counted)
        return self._box(spot.segment) if spot.segment >= 0 else ""

    def _product(self, product: str, y: float) -> str:
        place, named = self._map.placed.cards.get(product), self._map.named.get(product, ())
        if place is not None and named and y >= place.bottom - ROW * (len(named) + 0.5):
            return self._inputs(product)
        item = self._map.graph.by_id[product]
        return "\n".join(filter(None, (item.tooltip, item.memo)))

    def _inputs(self, product: str) -> str:
        graph = self._map.graph
        head = text("ui.map.inputs", name=graph.by_id[product].full)
        sources = [edge.source for edge in graph.into.get(product, ())]
        rows = [self._input(source, product) for source in sources]
        return "\n".join([head, *capped(rows, MOST)])

    def _input(self, source: str, target: str) -> str:
        name, words = self._map.graph.by_id[source].full, self._flow_words(source, target)
        return text("ui.map.input", name=name, words=words) if words else name

    def _line(self, source: str, target: str) -> str:
        by_id = self._map.graph.by_id
        head = text("ui.map.link", source=by_id[source].full, target=by_id[target].full)
        return "\n".join(filter(None, (head, self._flow_words(source, target))))

    def _listed(self, items: tuple[str, ...]) -> str:
        by_id = self._map.graph.by_id
        return "\n".join(capped([by_id[p].full for p in items if p in by_id], MOST))

    def _box(self, segment: int) -> str:
        graph = self._map.graph
        names = {s.id: s.name for s in graph.segments}
        rows = [
            text("ui.map.flow", source=names[start], target=names[end], count=count)
            for (start, end), count in flows(graph, segment).items()
        ]
        return "\n".join([text("ui.map.box", name=names[segment]), *capped(rows, MOST)])
