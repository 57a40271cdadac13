"""The graph of a small city, value by value, and what networkx says of its shape."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from liantu.analysis.graph import bare, build, of_chain, part, recipes
from liantu.analysis.structure import (
    around,
    centrality,
    components,
    flows,
    loops,
    loops_in,
    outline,
    passes,
    trunk,
)
from liantu.model import Atlas, Status
from liantu.model.records import Supply, SupplyMode
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading, shipped_at


def city() -> Atlas:
    """Salt gives chlorine by two routes, chlorine PVC, PVC pipe and film; glass stands apart."""
    firms = [
        maker("a", "cl2", 20.0, route="r2", since="2020"),
        maker("b", "pvc"),
        maker("c", "pipe", 5.0, status=Status.PLANNED),
    ]
    found = atlas(
        [
            product("salt", raw=True),
            product("power", utility=True),
            product("cl2", route("salt power"), route("salt", "h2", "brine", id_="r2")),
            product("pvc", route("cl2 power", per_unit=0.6)),
            product("pipe", route("pvc")),
            product("film", route("pvc")),
            product("h2"),
            product("brine"),
            product("glass"),
        ],
        firms,
        {"up": "salt cl2 h2", "down": "pvc pipe"},
    )
    sold = Supply("S1", "供氯", SupplyMode.PIPE, "cl2", "a", "b")
    unnamed = Supply("S2", "供电", SupplyMode.DIRECT, "power", "", "b")
    return replace(found, supplies={"S1": sold, "S2": unnamed})


def edges(graph: Any, source: str, target: str) -> list[dict[str, Any]]:
    return list(graph.get_edge_data(source, target).values())


def test_products_tell_how_they_stand() -> None:
    graph = build(reading(city(), "2022"))
    assert graph.nodes["product:pvc"] == {
        **{"kind": "product", "label": "PVC", "name": "PVC", "home": "c", "chains": "c"},
        **{"unit": "万吨/年", "base_unit": "t", "raw": False, "utility": False, "local": True},
        **{"word": "steady", "words": "steady", "needed": False, "fed": True},
        **{"standing": "made", "key_link": False, "fed_share": 1.0, "main_share": 1.0},
    }, "its supply is unknown and nobody needs it, so neither is a number"
    chlorine = graph.nodes["product:cl2"]
    assert (chlorine["supply"], chlorine["needed"]) == (20.0, True)
    assert "need" not in chlorine, "PVC needs it, nobody knows how much"
    assert "words" not in graph.nodes["product:power"]
    assert "supply" not in graph.nodes["product:glass"]
    assert graph.graph == {"name": "甲市", "date": "2022"}


def test_routes_and_flows() -> None:
    graph = build(reading(city(), "2022"))
    used = {n: d["active"] for n, d in graph.nodes(data=True) if d["kind"] == "route"}
    assert used == {
        **{"route:cl2/r1": False, "route:cl2/r2": True, "route:pvc/r1": True},
        **{"route:pipe/r1": False, "route:film/r1": False},
    }
    assert [graph.nodes[f"route:cl2/{r}"]["default"] for r in ("r1", "r2")] == [True, False]
    flow = {"kind": "input", "per_unit": 0.6, "unit": "t", "basis": "estimate"}
    taken = {"kind": "takes", "role": "main", "share": 1.0, "key_input": False}
    assert edges(graph, "product:cl2", "route:pvc/r1") == [flow, taken]
    assert edges(graph, "route:pvc/r1", "product:pvc") == [{"kind": "makes"}]
    beside = {"per_unit": 0.1, "unit": "t", "basis": "estimate"}
    assert edges(graph, "route:cl2/r2", "product:h2") == [{"kind": "byproduct", **beside}]
    assert edges(graph, "route:cl2/r2", "product:brine") == [{"kind": "recycle", **beside}]


def test_statements_keep_what_is_known_and_leave_out_what_is_not() -> None:
    graph = build(reading(city(), "2022"))
    never = {"contested": False, "inferred": False}
    assert edges(graph, "enterprise:a", "route:cl2/r2") == [
        {
            **{"kind": "makes", "status": "operating", "operating": True, "since": "2020"},
            **{"amount": 20.0, "unit": "万吨/年", **never},
        }
    ]
    assert edges(graph, "enterprise:b", "product:pvc") == [
        {"kind": "makes", "status": "operating", "operating": True, **never}
    ]
    (planned,) = edges(graph, "enterprise:c", "product:pipe")
    assert (planned["status"], planned["operating"]) == ("planned", False)
    before = build(reading(city(), "2019"))
    (later,) = edges(before, "enterprise:a", "route:cl2/r2")
    assert not later["operating"]
    assert not before.nodes["product:cl2"]["local"]


def test_recorded_supplies_join_enterprises_of_the_atlas() -> None:
    graph = build(reading(city()))
    found = [(u, v, k, d) for u, v, k, d in graph.edges(keys=True, data=True) if "mode" in d]
    told = {"kind": "supply", "mode": "pipe", "product": "cl2", "claim": "供氯", "inferred": False}
    assert found == [("enterprise:a", "enterprise:b", "supply:S1", told)]


def test_equal_statements_are_edges_of_their_own() -> None:
    row = maker("a", "x", 1.0).capacities[0]
    firm = replace(maker("a", "x"), capacities=(row, row))
    graph = build(reading(atlas([product("x")], [firm])))
    keys = [key for _, _, key in graph.edges(keys=True)]
    assert keys == ["makes:enterprise:a>product:x", "makes:enterprise:a>product:x#2"]


def test_a_chain_keeps_its_products_routes_makers_and_their_deals() -> None:
    graph = build(reading(city()))
    found = of_chain(graph, "c")
    assert {bare(n) for n in found if n.startswith("product:")} == {
        *("salt", "cl2", "h2", "pvc", "pipe")
    }
    assert [n for n in found if n.startswith("enterprise:")] == [
        *("enterprise:a", "enterprise:b", "enterprise:c")
    ]
    assert "route:film/r1" not in found
    assert found.has_edge("enterprise:a", "enterprise:b")
    assert found.graph["chain"] == "c"
    assert [*part(graph, ["glass"])] == ["product:glass"]


def test_around_a_product_is_what_leads_to_it_and_comes_from_it() -> None:
    found = around(build(reading(city())), "pvc")
    products = {bare(n) for n in found if n.startswith("product:")}
    assert products == {"salt", "cl2", "pvc", "pipe", "film"}
    assert found.graph["around"] == "pvc"


def test_flows_leave_out_utilities_bought_ways_and_what_feeds_itself() -> None:
    seed = product("wheat", route("wheat"))
    found = flows(recipes(atlas([*city().products.values(), seed])))
    assert set(found.edges) == {
        *(("salt", "cl2"), ("cl2", "pvc"), ("pvc", "pipe"), ("pvc", "film"))
    }
    assert "power" not in found


def test_loops_are_named_and_utilities_left_out() -> None:
    ring = atlas(
        [
            product("x", route("y power")),
            product("y", route("x")),
            product("z", route("x")),
            product("power", route("y"), utility=True),
        ]
    )
    assert loops(flows(recipes(ring))) == loops_in(ring) == (("x", "y"),)


def test_components_come_the_largest_first() -> None:
    found = components(flows(recipes(city())))
    assert found == (("salt", "cl2", "pvc", "pipe", "film"), ("h2",), ("brine",), ("glass",))


def test_the_trunk_is_the_longest_way_and_goes_through_loops() -> None:
    assert trunk(flows(recipes(city()))) == ("salt", "cl2", "pvc", "pipe")
    ring = atlas(
        [
            product("ore"),
            product("a", route("ore c")),
            product("b", route("a")),
            product("c", route("b")),
            product("end", route("c")),
        ]
    )
    assert trunk(flows(recipes(ring))) == ("ore", "a", "b", "c", "end")
    assert trunk(flows(recipes(atlas([])))) == ()


def test_a_pass_is_what_nothing_gets_round() -> None:
    assert passes(flows(recipes(city()))) == {"salt": 4, "cl2": 3, "pvc": 2}
    two_ways = atlas(
        [
            product("coal", raw=True),
            product("gas", raw=True),
            product("methanol", route("coal"), route("gas", id_="r2")),
            product("olefin", route("methanol")),
        ]
    )
    assert passes(flows(recipes(two_ways))) == {"methanol": 1}
    assert passes(flows(recipes(atlas([])))) == {}


def test_the_middle_of_a_path_is_its_centre() -> None:
    line = [product("a"), product("b", route("a")), product("c", route("b"))]
    assert centrality(flows(recipes(atlas(line)))) == {"b": 0.5, "a": 0.0, "c": 0.0}
    assert centrality(flows(recipes(atlas([])))) == {}


def test_the_outline_counts_kinds() -> None:
    found = outline(build(reading(city())))
    assert found.nodes == {"product": 9, "route": 5, "enterprise": 3}
    assert found.edges == {
        **{"input": 7, "takes": 5, "makes": 8, "byproduct": 1, "recycle": 1, "supply": 1},
    }
    assert found.trunk == ("salt", "cl2", "pvc", "pipe")


@pytest.mark.parametrize("date", ["2022-10-25", "2026-06-30"])
def test_the_shipped_graph_holds_scalars_only_and_unique_keys(date: str) -> None:
    graph = build(shipped_at(date))
    values = [v for _, d in graph.nodes(data=True) for v in d.values()]
    values += [v for _, _, d in graph.edges(data=True) for v in d.values()]
    assert {type(v) for v in values} == {str, float, bool}
    assert "" not in values
    keys = [key for _, _, key in graph.edges(keys=True)]
    assert len(keys) == len(set(keys))
    atlas_ = shipped_at(date).atlas
    kinds = outline(graph).nodes
    assert kinds["product"] == len(atlas_.products)
    assert kinds["enterprise"] == len(atlas_.enterprises)
    assert kinds["route"] == sum(len(p.routes) for p in atlas_.products.values())
