"""The graph says what the diagnosis says: who makes, who needs, what feeds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liantu.analysis.graph import bare, build, product_node
from liantu.analysis.reading import Reading
from liantu.analysis.structure import flows, loops
from liantu.model import Atlas, Capacity, Enterprise, Status
from tests.helpers.atlases import atlas, product, route
from tests.helpers.readings import reading, shipped_at

NAMES = [f"p{i}" for i in range(6)]
SOME = st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(" ".join)
WAYS = st.lists(st.tuples(SOME, SOME, SOME), max_size=2)
DAYS = st.sampled_from(["", "2021", "2022-06", "2023-01-01"])
STATUSES = st.sampled_from([Status.OPERATING, Status.OPERATING, Status.PLANNED])


@st.composite
def cities(draw: st.DrawFn) -> Atlas:
    """Six products with up to two routes, three enterprises that may name one of these."""
    products = [
        product(
            name,
            *(route(*way, id_=f"r{at}") for at, way in enumerate(draw(WAYS))),
            utility=name == "p5",
        )
        for name in NAMES
    ]
    ways = {p.id: ["", *(r.id for r in p.routes)] for p in products}
    firms = [Enterprise(firm, firm, "甲县", capacities=_rows(draw, ways)) for firm in "abc"]
    return atlas(products, firms)


def _rows(draw: st.DrawFn, ways: dict[str, list[str]]) -> tuple[Capacity, ...]:
    return tuple(
        Capacity(
            made,
            draw(STATUSES),
            since=draw(DAYS),
            until=draw(DAYS),
            route=draw(st.sampled_from(ways[made])),
            contested=draw(st.booleans()),
        )
        for made in draw(st.lists(st.sampled_from(NAMES), max_size=3))
    )


def ends(graph: Any, node: str, kind: str, *, into: bool) -> list[tuple[str, dict[str, Any]]]:
    """The other ends of the edges of a kind, with what these tell."""
    found = graph.in_edges(node, data=True) if into else graph.out_edges(node, data=True)
    return [(u if into else v, d) for u, v, d in found if d["kind"] == kind]


def makers(graph: Any, node: str) -> set[str]:
    """Enterprises that operate at a product or a route."""
    found = ends(graph, node, "makes", into=True)
    return {u for u, d in found if u.startswith("enterprise:") and d["operating"]}


def routes(graph: Any, node: str) -> list[str]:
    return [u for u, _ in ends(graph, node, "makes", into=True) if u.startswith("route:")]


def used(graph: Any, node: str) -> set[str]:
    """Routes at which somebody operates; the default one for those who name none."""
    ways = routes(graph, node)
    named = {way for way in ways if makers(graph, way)}
    plain = {way for way in ways if graph.nodes[way]["default"] and makers(graph, node)}
    return named | plain


def check(found: Reading) -> None:
    graph = build(found)
    products = [n for n, d in graph.nodes(data=True) if d["kind"] == "product"]
    active = {way for node in products for way in used(graph, node)}
    assert active == {n for n, d in graph.nodes(data=True) if d.get("active")}
    owner = {way: node for node in products for way in routes(graph, node)}
    for node in products:
        taken = [way for way, _ in ends(graph, node, "input", into=False)]
        beside = {way for way, _ in ends(graph, node, "byproduct", into=True)}
        firms = makers(graph, node).union(*(makers(graph, way) for way in routes(graph, node)))
        assert graph.nodes[node]["local"] == bool(firms or beside & active), node
        verdict = found.verdicts.get(bare(node))
        if verdict is None:
            assert graph.nodes[node]["utility"]
            continue
        assert {bare(firm) for firm in firms} == set(verdict.makers)
        users = {bare(owner[way]) for way in taken if way in active} - {bare(node)}
        more = set(verdict.needed_by) - users
        assert users <= set(verdict.needed_by)
        running = {p for p in more if any(m.operating for m in found.situation.makers(p))}
        assert not running, "only by-products of others take more"
        own = [w for w in routes(graph, node) if graph.nodes[w]["route_kind"] == "make"]
        inputs = {u for way in own for u, _ in ends(graph, way, "input", into=True)} - {node}
        fed = {bare(u) for u in inputs if graph.nodes[u]["local"] and not graph.nodes[u]["utility"]}
        assert fed == set(verdict.fed_by)
        told = graph.nodes[node]
        assert (told["needed"], told["fed"]) == (bool(verdict.needed_by), bool(fed))


@settings(deadline=None)
@given(cities(), DAYS)
def test_edges_say_what_the_diagnosis_says(city: Atlas, date: str) -> None:
    check(reading(city, date))


@pytest.mark.parametrize("date", ["2022-10-25", "2022-12-31", "2026-06-30"])
def test_edges_say_what_the_diagnosis_says_of_the_shipped_data(date: str) -> None:
    check(shipped_at(date))


@given(cities())
def test_loops_are_who_reach_each_other(city: Atlas) -> None:
    graph = build(reading(city))
    feeds = {(u, v) for u, v in flows(graph).edges}
    while more := {(u, w) for u, v in feeds for x, w in feeds if v == x} - feeds:
        feeds |= more
    both = {frozenset((u, v)) for u, v in feeds if u != v and (v, u) in feeds}
    grouped = {frozenset((u, v)) for g in loops(flows(graph)) for u in g for v in g if u != v}
    assert grouped == both
    assert all(product_node(p) in graph for g in loops(flows(graph)) for p in g)
