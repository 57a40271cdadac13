"""Single points of a small flow, by hand."""

from __future__ import annotations

import math

import networkx as nx
import pytest

from liantu.analysis.shocks.single import bottlenecks

EDGES = "S-A S-B A-C B-C C-D C-E D-F E-F F-T B-G G-T"
CAPACITY = {"A": 30.0, "B": 50.0, "C": 40.0, "D": 25.0, "E": 10.0, "F": 100.0, "G": 15.0}


def _graph(edges: str) -> nx.DiGraph:
    graph: nx.DiGraph = nx.DiGraph()
    graph.add_edges_from(edge.split("-") for edge in edges.split())
    return graph


def test_the_worked_case() -> None:
    found = bottlenecks(_graph(EDGES), "S", "T", CAPACITY)
    assert found.dominators == dict(zip("ABCDEFGT", "SSSCCCBS", strict=True))
    assert found.single == () and len(found.apart) == 2
    assert found.most == 50.0
    assert set(found.tight) == {"D", "E", "G"}
    assert found.without == {"A": 50, "B": 30, "C": 15, "D": 25, "E": 40, "F": 15, "G": 35}


def test_a_node_that_all_passes_is_single_and_without_it_nothing_flows() -> None:
    found = bottlenecks(_graph("S-A S-B A-C B-C C-T X-A"), "S", "T", {"A": 3.0, "C": 9.0})
    assert found.single == found.apart == ("C",)
    assert (found.most, found.tight) == (9.0, ("C",))
    assert found.without == {"A": 9.0, "B": 3.0, "C": 0.0, "X": 9.0}
    assert "X" not in found.dominators


def test_an_unknown_capacity_is_no_bound() -> None:
    found = bottlenecks(_graph("S-A A-T S-B B-T"), "S", "T", {"A": 3.0})
    assert (found.most, found.tight) == (math.inf, ())
    assert found.without == {"A": math.inf, "B": 3.0}


def test_ends_that_are_linked_directly_or_not_at_all() -> None:
    assert bottlenecks(_graph("S-A A-T S-T"), "S", "T", {}).apart == ()
    found = bottlenecks(_graph("S-A T-B"), "S", "T", {"A": 1.0})
    assert (found.most, found.apart, found.single) == (0.0, (), ())
    assert found.without == {"A": 0.0, "B": 0.0}


@pytest.mark.parametrize(("source", "sink"), [("S", "S"), ("S", "Z"), ("Z", "T")])
def test_two_ends_are_needed(source: str, sink: str) -> None:
    with pytest.raises(ValueError, match="two ends"):
        bottlenecks(_graph(EDGES), source, sink, {})
