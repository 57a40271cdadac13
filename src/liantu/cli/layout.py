"""``layout``: where the map of a chain puts its boxes, cards and lines."""

from __future__ import annotations

import argparse
from typing import Any

from liantu.cli.usage import data_code, emit, known_chain, known_section, reading_of, tell_scenario
from liantu.diagram.segment.mapping import Area, build_map, graph_of
from liantu.diagram.segment.model import Map, Rect
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import arrange
from liantu.layout.geometry import Layout, Point
from liantu.model import Chain
from liantu.model.focus import TREE
from liantu.wording import text

WIDTH, HEIGHT = 1189.0, 592.0
"""The usual area: what a window of 1366 × 768 leaves for the map."""


def run(arguments: argparse.Namespace) -> int:
    """Lay out one chain or section: the segment map for an area, or the layered tree."""
    loaded, reading = reading_of(arguments)
    chain = known_chain(loaded.atlas, arguments.chain)
    section = known_section(loaded.atlas, chain, arguments.section)
    if arguments.view == TREE:
        found = tree_as_json(
            loaded.atlas.chains[chain], arrange(build_view(reading, chain, section))
        )
    else:
        area = Area(arguments.width, arguments.height)
        graph = graph_of(reading, chain, section)
        found = map_as_json(build_map(graph, area, detail=arguments.detail))
    if arguments.json:
        emit(found, reading)
    else:
        tell_scenario(reading)
        print(
            text(
                "cli.layout.line",
                nodes=len(found["nodes"]),
                links=len(found["edges"]),
                width=f"{found['width']:.0f}",
                height=f"{found['height']:.0f}",
            )
        )
    return data_code(loaded)


def map_as_json(found: Map) -> dict[str, Any]:
    """Boxes, cards, chips and lines in px from the upper left, rounded to 0.01; what has no place
    is named with the chip that counts it. ``level``: 4 tells most, -4 least.
    """
    placed, graph = found.placed, found.graph
    scale = placed.scale
    chips = {p: _rect(r, scale) for p, r in placed.chips.items()}
    cards = {p: _rect(r, scale) for p, r in placed.cards.items()}
    return {
        "chain": graph.chain,
        "view": "segments",
        "width": round(placed.width * scale, 2),
        "height": round(placed.height * scale, 2),
        "level": placed.level,
        "scale": round(scale, 4),
        "boxes": [
            {"name": s.name, "stage": graph.stages[s.stage], **_rect(placed.boxes[s.id], scale)}
            for s in graph.segments
            if s.id in placed.boxes
        ],
        "nodes": [
            {"id": i.id, "kind": i.kind, "chip": i.id in chips, **(cards | chips)[i.id]}
            for i in graph.items
            if i.id in cards or i.id in chips
        ],
        "counted": [
            {"words": row.words, "products": list(row.items), **_rect(rect, scale)}
            for row, rect in placed.counted
        ],
        "edges": [
            {
                "source": line.source.product or graph.segments[line.source.segment].name,
                "target": line.target.product or graph.segments[line.target.segment].name,
                "between": "boxes" if line.box else "products",
                "rank": line.rank.name.lower(),
                "points": _points(line.points, scale),
            }
            for line in found.lines
        ],
    }


def tree_as_json(chain: Chain, layout: Layout) -> dict[str, Any]:
    """Nodes and Bézier edges of the layered tree in drawing units, rounded to 0.01."""
    return {
        "chain": chain.id,
        "view": TREE,
        "width": round(layout.width, 2),
        "height": round(layout.height, 2),
        "nodes": [
            {
                "id": node.id,
                **_rect(Rect(node.x, node.y, node.width, node.height), 1.0),
                "stage": chain.stages[node.band].id,
                "layer": node.layer,
            }
            for node in layout.nodes
        ],
        "edges": [
            {"source": link.source, "target": link.target, "points": _points(link.points, 1.0)}
            for link in layout.links
        ],
    }


def _rect(rect: Rect, scale: float) -> dict[str, float]:
    sides = {"x": rect.x, "y": rect.y, "w": rect.width, "h": rect.height}
    return {name: round(value * scale, 2) for name, value in sides.items()}


def _points(points: tuple[Point, ...], scale: float) -> list[list[float]]:
    return [[round(x * scale, 2), round(y * scale, 2)] for x, y in points]
