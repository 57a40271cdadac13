"""The 工艺树 of a chain: all products in layers, joined by the main ways alone."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.diagram.segment.mapping import graph_of
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import MapView


def build_tree(
    reading: Reading, chain: str, section: str | None = None, *, every: bool = False
) -> MapView:
    """The layered map of a chain or section; ``every`` draws all links, which together cannot be
    followed in most chains. Raises ``KeyError`` for an unknown chain.
    """
    graph = graph_of(reading, chain, section)
    boxes = sorted(graph.segments, key=lambda box: box.stage)
    groups = tuple((box.name, box.items) for box in boxes)
    view = replace(build_view(reading, chain, section), groups=groups)
    if every:
        return view
    trunk = {(edge.source, edge.target) for edge in graph.edges if edge.trunk}
    return replace(view, links=tuple(k for k in view.links if (k.source, k.target) in trunk))
