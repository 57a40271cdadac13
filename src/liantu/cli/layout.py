"""``layout``: where the map of a chain puts its cards and lines."""

from __future__ import annotations

import argparse

from liantu.cli.usage import data_code, emit, known_chain, reading_of
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import arrange
from liantu.layout.geometry import Layout
from liantu.model import Chain
from liantu.wording import text


def run(arguments: argparse.Namespace) -> int:
    """Lay out one chain or section."""
    loaded, reading = reading_of(arguments)
    chain, section = known_chain(loaded.atlas, arguments.chain, arguments.section)
    layout = arrange(build_view(reading, chain, section))
    if arguments.json:
        emit(as_json(loaded.atlas.chains[chain], layout))
    else:
        print(
            text(
                "cli.layout.line",
                nodes=len(layout.nodes),
                links=len(layout.links),
                width=f"{layout.width:.0f}",
                height=f"{layout.height:.0f}",
            )
        )
    return data_code(loaded)


def as_json(chain: Chain, layout: Layout) -> dict[str, object]:
    """Nodes and edges with coordinates in drawing units, rounded to 0.01."""
    return {
        "chain": chain.id,
        "width": round(layout.width, 2),
        "height": round(layout.height, 2),
        "nodes": [
            {
                "id": node.id,
                "x": round(node.x, 2),
                "y": round(node.y, 2),
                "w": round(node.width, 2),
                "h": round(node.height, 2),
                "stage": chain.stages[node.band].id,
                "layer": node.layer,
            }
            for node in layout.nodes
        ],
        "edges": [
            {
                "source": link.source,
                "target": link.target,
                "points": [[round(x, 2), round(y, 2)] for x, y in link.points],
            }
            for link in layout.links
        ],
    }
