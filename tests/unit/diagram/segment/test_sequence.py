"""The order of boxes and of what stands in them."""

from __future__ import annotations

from dataclasses import replace

from liantu.diagram.segment.model import Kind, Plan
from liantu.diagram.segment.sequence import sequence
from tests.unit.diagram.segment.graphs import edge, graph_of


def keys(order: object) -> list[list[str]]:
    return [[segment.key for segment in panel] for panel in order]  # type: ignore[attr-defined]


def made(counts: tuple[int, ...], *links: tuple[str, str]) -> object:
    return graph_of(counts, [edge(a, b) for a, b in links], kind=lambda n: Kind.LOCAL)


def test_a_supplier_stands_above_what_it_supplies() -> None:
    graph = made((15,), ("s0p14", "s0p5"), ("s0p5", "s0p0"))
    assert keys(sequence(graph)) == [["g2", "g1", "g0"]]  # type: ignore[arg-type]


def test_boxes_that_trade_stand_level() -> None:
    graph = made((10, 10), ("s0p0", "s1p9"), ("s0p9", "s1p0"))
    first, second = keys(sequence(graph))  # type: ignore[arg-type]
    assert (first, second) in ((["g0", "g1"], ["g3", "g2"]), (["g1", "g0"], ["g2", "g3"]))


def test_a_former_order_stays_and_new_boxes_go_behind() -> None:
    graph = made((15, 5))
    inside = (("s0p1", "s0p0", "s0p2", "s0p4", "s0p3", "s0p9"), ("s0p10", "s0p11"))
    former = Plan(1, 1.0, (), (1.0, 1.0), (("g2", "g0"), ("g3",)), (), inside)
    order = sequence(graph, former)  # type: ignore[arg-type]
    assert keys(order) == [["g2", "g0", "g1"], ["g3"]]
    assert order[0][1].items == ("s0p1", "s0p0", "s0p2", "s0p4", "s0p3")
    assert order[0][0].items == tuple(f"s0p{i}" for i in range(10, 15)), "one of them is new"


def test_items_follow_the_trunk() -> None:
    links = [("s0p4", "s0p3"), ("s0p2", "s0p1"), ("s0p2", "s0p0")]
    graph = made((5,), *links)
    firsts = tuple(replace(e, first=True) for e in graph.edges)  # type: ignore[attr-defined]
    (panel,) = sequence(replace(graph, edges=firsts))  # type: ignore[type-var,arg-type]
    assert panel[0].items == ("s0p2", "s0p4", "s0p0", "s0p1", "s0p3")


def test_large_panels_are_only_sorted() -> None:
    graph = made((200, 200), *[(f"s0p{i}", f"s1p{199 - i}") for i in range(0, 200, 5)])
    first, second = keys(sequence(graph))  # type: ignore[arg-type]
    partner = {f"g{i}": f"g{79 - i}" for i in range(40)}
    assert [partner[key] for key in first] == second
