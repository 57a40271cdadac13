"""Graph files: what other programs read is the graph."""

from __future__ import annotations

import io
import json
from pathlib import Path

import networkx as nx
import pytest

from liantu.analysis.graph_files import encode
from liantu.briefing.graphs import graph_of, put, write
from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.telling.graph import worded
from tests.helpers.readings import shipped_at

READING = shipped_at("2022-12-31")


def test_graphml_and_json_read_back_are_the_graph() -> None:
    graph = worded(graph_of(READING, "al"), READING)
    again = nx.read_graphml(io.BytesIO(encode(graph, ".graphml")), force_multigraph=True)
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert again.adj == graph.adj
    document = json.loads(encode(graph, ".json"))
    assert nx.utils.graphs_equal(nx.node_link_graph(document, edges="edges"), graph)


def test_gexf_has_the_labels_and_no_none(tmp_path: Path) -> None:
    path = write(READING, "pc-nylon", tmp_path / "a.gexf", Progress())
    data = path.read_bytes()
    assert b"None" not in data
    assert nx.read_gexf(path).nodes["product:bpa"]["label"] == "双酚A"


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        put(READING, graph_of(READING, "al"), tmp_path / "a.pdf")
