"""Where keys lead on a segment map: along links, down columns, from panel to box to card."""

from __future__ import annotations

from dataclasses import dataclass, replace

from liantu.diagram.segment.model import Edge, Map, Rect
from liantu.ui.canvas.walk import DOWN, LEFT, RIGHT, UP


@dataclass(frozen=True, slots=True)
class Ring:
    """What the keys stand on where that is no card: a panel, or a box in it (-1: none)."""

    stage: int = -1
    segment: int = -1

    @property
    def shown(self) -> bool:
        """Whether it is anywhere."""
        return self.stage >= 0


def walk(shown: Map, product: str, direction: str) -> str:
    """The product that an arrow leads to; the same one where there is no way on."""
    here = shown.placed.place(product)
    if here is None:
        return first(shown)
    if direction in (LEFT, RIGHT):
        return _along(shown, product, forward=direction == RIGHT)
    return _beside(shown, product, here, 1 if direction == DOWN else -1)


def first(shown: Map) -> str:
    """The first card or chip in reading order, or empty."""
    return next((p for at in range(len(shown.graph.stages)) for p in _panel(shown, at)), "")


def _along(shown: Map, product: str, *, forward: bool) -> str:
    edges = shown.graph.out if forward else shown.graph.into
    ways = sorted(edges.get(product, ()), key=_worth)
    ends = (edge.target if forward else edge.source for edge in ways)
    return next((p for p in ends if p != product and shown.placed.place(p)), product)


def _worth(edge: Edge) -> tuple[bool, bool, float]:
    """The main way first, then the rest of the trunk, then by score."""
    return (not edge.first, not edge.trunk, -edge.score)


def _beside(shown: Map, product: str, here: Rect, step: int) -> str:
    """The next one above or below that shares some of the width, in the same panel."""
    stage = shown.graph.by_id[product].stage
    found = []
    for other in _panel(shown, stage):
        place = shown.placed.place(other)
        if place is None or other == product or _shared(here, place) <= 0:
            continue
        way = (place.y - here.y) * step
        if way > 0:
            found.append((way, -_shared(here, place), other))
    return min(found, default=(0.0, 0.0, product))[2]


def _shared(one: Rect, other: Rect) -> float:
    return min(one.right, other.right) - max(one.x, other.x)


def _panel(shown: Map, stage: int) -> list[str]:
    """Products of a panel that have a place, in reading order."""
    inside = [i.id for i in shown.graph.items if i.stage == stage]
    places = {p: place for p in inside if (place := shown.placed.place(p)) is not None}
    return sorted(places, key=lambda p: (places[p].y, places[p].x))


# -- panels and boxes


def boxes(shown: Map, stage: int) -> list[int]:
    """Boxes of a panel in reading order."""
    found = [s.id for s in shown.graph.segments if s.stage == stage and s.id in shown.placed.boxes]
    return sorted(found, key=lambda at: (shown.placed.boxes[at].y, shown.placed.boxes[at].x))


def deeper(shown: Map, ring: Ring) -> Ring | str:
    """From nowhere to the first panel, from a panel to its first box, from a box to a card."""
    if not ring.shown:
        return Ring(0)
    if ring.segment < 0:
        inside = boxes(shown, ring.stage)
        return replace(ring, segment=inside[0]) if inside else first(shown)
    items = shown.graph.segments[ring.segment].items
    places = {p: place for p in items if (place := shown.placed.place(p)) is not None}
    return min(places, key=lambda p: (places[p].y, places[p].x), default=first(shown))


def higher(shown: Map, ring: Ring, product: str) -> Ring:
    """From a card to its box, from a box to its panel, from a panel out of the map."""
    if product in shown.graph.by_id:
        segment = shown.graph.segment_of.get(product, -1)
        return Ring(shown.graph.by_id[product].stage, segment)
    return replace(ring, segment=-1) if ring.segment >= 0 else Ring()


def aside(shown: Map, ring: Ring, direction: str) -> Ring:
    """The next panel, or the next box of the same panel."""
    step = -1 if direction in (LEFT, UP) else 1
    if ring.segment < 0:
        last = len(shown.graph.stages) - 1
        return Ring(min(max(ring.stage + step, 0), last))
    inside = boxes(shown, ring.stage)
    at = min(max(inside.index(ring.segment) + step, 0), len(inside) - 1)
    return replace(ring, segment=inside[at])


def ring_place(shown: Map, ring: Ring) -> Rect | None:
    """Where the ring is drawn."""
    if not ring.shown:
        return None
    if ring.segment >= 0:
        return shown.placed.boxes.get(ring.segment)
    return shown.placed.panels[ring.stage]
