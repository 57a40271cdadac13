"""The graph says what the diagnosis says: who makes, who needs, what feeds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liantu.analysis.graph import bare, build, product_node
from liantu.analysis.reading import Reading
from liantu.analysis.structure import flows, loops, loops_in
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
        told = graph.nodes[node]
        beside = {way for way, _ in ends(graph, node, "byproduct", into=True)}
        firms = makers(graph, node).union(*(makers(graph, way) for way in routes(graph, node)))
        grouped = bare(node) in found.situation.grouped
        assert told["local"] == bool(firms or beside & active or grouped), node
        verdict = found.verdicts.get(bare(node))
        if verdict is None:
            assert told["utility"]
            continue
        assert {bare(firm) for firm in firms} == set(verdict.makers)
        assert told["standing"] == verdict.standing
        assert users(graph, found, node, active, owner) == set(verdict.needed_by)
        assert told["needed"] == bool(verdict.needed_by)
        assert told["fed_share"] == pytest.approx(share_fed(graph, found, node)), node


def users(
    graph: Any, found: Reading, node: str, active: set[str], owner: dict[str, str]
) -> set[str]:
    """Products made here, by firms or groups, whose plants take this as what matters."""
    taken = [
        way
        for way, d in ends(graph, node, "takes", into=False)
        if d["role"] in ("main", "part") or d["key_input"]
    ]
    by_firms = {bare(owner[way]) for way in taken if way in active}
    by_groups = {bare(owner[way]) for way in taken if graph.nodes[way]["default"]}
    made = {p for p in by_firms if found.situation.speaks(p)}
    return made | {p for p in by_groups if found.situation.standing(p) == "group"}


def share_fed(graph: Any, found: Reading, node: str) -> float:
    """The largest share of an own route that local products of some chain hold."""
    shares = [0.0]
    for way in routes(graph, node):
        if graph.nodes[way]["route_kind"] == "make":
            inputs = ends(graph, way, "takes", into=True)
            shares.append(sum(d["share"] for u, d in inputs if feeds(graph, u)))
    return max(shares)


def feeds(graph: Any, node: str) -> bool:
    told = graph.nodes[node]
    return bool(told["local"] and (told.get("home") or told["key_link"]))


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
    links = {(u, v) for u, v in flows(graph).edges}
    while more := {(u, w) for u, v in links for x, w in links if v == x} - links:
        links |= more
    both = {frozenset((u, v)) for u, v in links if u != v and (v, u) in links}
    grouped = {frozenset((u, v)) for g in loops(flows(graph)) for u in g for v in g if u != v}
    assert grouped == both
    assert loops(flows(graph)) == loops_in(city)
    assert all(product_node(p) in graph for g in loops(flows(graph)) for p in g)
