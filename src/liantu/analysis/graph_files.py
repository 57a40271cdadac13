"""A graph as the bytes of a file: GraphML, GEXF 1.2draft or node-link JSON, all by networkx."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liantu.analysis.graph import Graph

_TODAY = re.compile(rb' lastmodifieddate="[^"]*"')


def encode(graph: Graph, suffix: str) -> bytes:
    """The file for a suffix of :data:`WRITERS`; equal graphs give equal bytes.

    Raises ``KeyError`` for another suffix, ``TypeError`` for a value that is no scalar.
    """
    return WRITERS[suffix](graph)


def _graphml(graph: Graph) -> bytes:
    """Edges keep their keys as ids, so that networkx reads the same multigraph."""
    from networkx.readwrite.graphml import GraphMLWriter  # noqa: PLC0415  takes half a second

    writer = GraphMLWriter(graph)
    yes_no = {key.get("id") for key in writer.xml.iter("key") if key.get("attr.type") == "boolean"}
    for data in writer.xml.iter("data"):
        if data.get("key") in yes_no:
            data.text = data.text.lower()  # XML Schema knows no True
    target = io.BytesIO()
    writer.dump(target)
    return target.getvalue()


def _gexf(graph: Graph) -> bytes:
    """Edges have their keys as ids; the note of the graph is its description; without the day of
    writing, which networkx adds.
    """
    import networkx as nx  # noqa: PLC0415

    named = graph.copy()
    for _, _, key, told in named.edges(keys=True, data=True):
        told["id"] = key
    target = io.BytesIO()
    nx.write_gexf(named, target, version="1.2draft")
    note = f"</creator><description>{html.escape(graph.graph.get('note', ''))}</description>"
    data = _TODAY.sub(b"", target.getvalue(), count=1)
    return data.replace(b"</creator>", note.encode(), 1)


def _json(graph: Graph) -> bytes:
    import networkx as nx  # noqa: PLC0415

    document = nx.node_link_data(graph, edges="edges")
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


WRITERS: Mapping[str, Callable[[Graph], bytes]] = {
    ".graphml": _graphml,
    ".gexf": _gexf,
    ".json": _json,
}
"""Suffix → the writer of its format."""
