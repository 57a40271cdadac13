"""The graph of a chain: items, trunk, joint products, segments and parts of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from liantu.diagram.segment import groups
from liantu.diagram.segment.graph import boxed, build_graph, folded, short_names
from liantu.diagram.segment.model import Edge, Graph, Item, Kind, Rank
from liantu.library import load
from liantu.model.standing import Standing
from tests.helpers.atlases import product
from tests.helpers.folders import CHAIN, ENTERPRISES, write
from tests.helpers.readings import loaded, reading, shipped_at

CHAINS = tuple(loaded().atlas.chains)


def graph_of(folder: Path, chain: str = CHAIN, date: str = "") -> Graph:
    files = {"01-resin.yaml": chain, "enterprises.yaml": ENTERPRISES}
    return build_graph(reading(load(write(folder, files)).atlas, date), "resin")


def test_items_say_who_makes_what_and_what_that_lacks(tmp_path: Path) -> None:
    graph = graph_of(tmp_path)
    phenol, acetone, bpa = (graph.by_id[p] for p in ("phenol", "acetone", "bpa"))
    assert (bpa.kind, bpa.makers, bpa.amount) == (Kind.LOCAL, ("试验化工",), "20万吨/年")
    assert bpa.missing == ("苯酚",)
    assert (phenol.kind, phenol.planned) == (Kind.UP, "规划 试验化工")
    assert phenol.suspected
    assert (acetone.kind, acetone.planned) == (Kind.BOUGHT, "")
    assert [graph.by_id[p].stage for p in ("phenol", "acetone", "bpa")] == [0, 0, 1]


def test_facts_later_than_the_date_do_not_count(tmp_path: Path) -> None:
    bpa = graph_of(tmp_path, date="2022-10-25").by_id["bpa"]
    assert (bpa.kind is Kind.LOCAL, bpa.makers, bpa.amount) == (False, (), "")


def test_edges_carry_rank_share_and_the_one_parent(tmp_path: Path) -> None:
    edges = {(e.source, e.target): e for e in graph_of(tmp_path).edges}
    main, other = edges["phenol", "bpa"], edges["acetone", "bpa"]
    assert main.rank is Rank.LACK
    assert main.first
    assert main.share == pytest.approx(0.85 / 1.115)
    assert other.rank is Rank.LACK, "what is bought counts as absent"
    assert not other.first
    assert main.score > other.score


def test_what_goes_round_has_a_parent_but_for_one(tmp_path: Path) -> None:
    back = "        inputs: {bpa: {per_unit: 0.9, unit: t, basis: estimate}}\n"
    round_ = f"    unit: 万吨/年\n    routes:\n      back:\n        name: 回\n{back}  acetone:"
    graph = graph_of(tmp_path, CHAIN.replace("    unit: 万吨/年\n  acetone:", round_))
    pairs = {(e.source, e.target) for e in graph.edges}
    assert {("bpa", "phenol"), ("phenol", "bpa")} <= pairs
    parents = {e.target: e.source for e in graph.edges if e.first}
    assert parents["bpa"] == "phenol"
    assert "phenol" not in parents, "it would be its own grandparent"


def test_a_joint_product_hangs_on_what_it_comes_beside(tmp_path: Path) -> None:
    beside = "        byproducts: {salt: {per_unit: 0.5, unit: t, basis: estimate}}\n"
    chain = CHAIN.replace("down: [bpa]", "down: [bpa, salt]")
    chain = chain.rstrip("\n") + f"\n{beside}  salt: {{name: 盐, unit: 万吨/年}}\n"
    edges = {(e.source, e.target): e for e in graph_of(tmp_path, chain).edges}
    assert edges["bpa", "salt"].joint
    assert edges["bpa", "salt"].first
    assert not edges["phenol", "bpa"].joint


@pytest.mark.parametrize(
    ("chain", "way"),
    [
        ("al", ("alformwork", "indprof", "billet", "al", "alumina", "aloh", "bauxite")),
        ("textile", ("shirt", "dyed", "grey", "cyarn", "lint", "seedcot")),
        ("cu", ("curod", "cath", "cuanode", "cuconc")),
        ("paper", ("carton", "linerb", "ocpulp", "recpaper")),
    ],
)
def test_the_trunk_follows_the_process(chain: str, way: tuple[str, ...]) -> None:
    graph = build_graph(shipped_at(), chain)
    parents = {e.target: e.source for e in graph.edges if e.first}
    found = [way[0]]
    while found[-1] in parents:
        found.append(parents[found[-1]])
    assert tuple(found) == way


@pytest.mark.parametrize("chain", CHAINS)
def test_every_shipped_chain_is_parted_by_its_own_groups(chain: str) -> None:
    graph = build_graph(shipped_at(), chain)
    named = {g.name for g in loaded().atlas.chains[chain].groups}
    inside = [p for s in graph.segments for p in s.items]
    wanted = {i.id for i in graph.items if i.kind is not Kind.BOUGHT}
    assert sorted(inside) == sorted(wanted), "each exactly once"
    assert all(not s.derived and s.name in named for s in graph.segments)
    assert all(graph.by_id[p].stage == s.stage for s in graph.segments for p in s.items)
    assert [s.id for s in graph.segments] == list(range(len(graph.segments)))


@pytest.mark.parametrize("chain", CHAINS)
def test_names_on_a_map_are_different_and_parents_make_no_circle(chain: str) -> None:
    graph = build_graph(shipped_at(), chain)
    names = [i.name for i in graph.items]
    assert len(set(names)) == len(names)
    parents = {e.target: e.source for e in graph.edges if e.first}
    assert len(parents) == sum(e.first for e in graph.edges), "one parent each"
    for start in parents:
        assert len(list(_ways_up(parents, start))) <= len(parents)
    assert all(e.trunk for e in graph.edges if e.first)
    sources = {e.source for e in graph.edges}
    assert sources == {e.source for e in graph.edges if e.trunk}, "all are in some way"


def _ways_up(parents: dict[str, str], start: str) -> Iterator[str]:
    at = start
    while at in parents:
        at = parents[at]
        assert at != start, "a circle"
        yield at


def test_few_products_hang_in_the_air() -> None:
    loose = 0
    for chain in CHAINS:
        graph = build_graph(shipped_at(), chain)
        linked = {p for e in graph.edges for p in (e.source, e.target)}
        loose += len(graph.items) - len(linked)
    assert loose <= 12


def test_brackets_go_where_the_name_stays_unique() -> None:
    found = short_names(
        {
            "a": replace(product("a"), name="功率半导体(IGBT)"),
            "b": replace(product("b"), name="轴承（大）"),
            "c": replace(product("c"), name="轴承（小）"),
            "d": replace(product("d"), name="钢"),
            "e": replace(product("e"), name="钢"),
        }
    )
    assert found == {
        "a": "功率半导体",
        "b": "轴承（大）",
        "c": "轴承（小）",
        "d": "钢 [d]",
        "e": "钢 [e]",
    }


# -- derived segments


def item(key: str, order: int, stage: int = 0, section: int = 0) -> Item:
    return Item(key, key, key, stage, Standing.UNSEEN, Kind.OPEN, order, section)


def derive(codes: dict[str, str], edges: tuple[Edge, ...] = ()) -> list[set[str]]:
    chain = replace(loaded().atlas.chains["al"], groups=())
    items = [item(key, at) for at, key in enumerate(codes)]
    products = {
        key: replace(product(key), gbt=code, gbt_name=f"{code}制造") for key, code in codes.items()
    }
    return [set(s.items) for s in groups.segments(chain, items, edges, products)]


def test_what_is_of_one_class_stands_together() -> None:
    codes = {f"a{n}": "2614" for n in range(5)} | {f"b{n}": "3311" for n in range(6)}
    assert derive(codes) == [{f"a{n}" for n in range(5)}, {f"b{n}" for n in range(6)}]


def test_what_the_trunk_joins_stands_together() -> None:
    codes = {f"p{n}": "" for n in range(11)}
    chain = [("p0", f"p{n}") for n in range(1, 5)] + [("p5", f"p{n}") for n in range(6, 11)]
    edges = tuple(Edge(a, b, 1.0, 1.0, Rank.PLAIN, trunk=True, first=True) for a, b in chain)
    assert derive(codes, edges) == [{f"p{n}" for n in range(5)}, {f"p{n}" for n in range(5, 11)}]


def test_a_derived_segment_is_never_too_big() -> None:
    parts = derive({f"p{n}": "2614" for n in range(60)})
    assert max(len(part) for part in parts) <= groups.BIGGEST
    assert sum(len(part) for part in parts) == 60


def test_a_huge_stage_is_parted_by_class() -> None:
    codes = {f"p{n}": f"26{n % 7}1" for n in range(groups.COMPARED + 1)}
    assert len(derive(codes)) == 7


# -- parts


def test_a_fold_keeps_what_is_above_and_below_only() -> None:
    graph = build_graph(shipped_at(), "pc-nylon")
    part = folded(graph, "bpa")
    ids = {i.id for i in part.items}
    assert {"phenol", "acetone", "bpa", "pc"} <= ids
    assert "cpl" not in ids
    assert part.part == "双酚A"
    assert all(e.source in ids and e.target in ids for e in part.edges)
    assert [s.id for s in part.segments] == list(range(len(part.segments)))
    assert folded(graph, "nowhere") is graph


def test_a_box_alone_has_its_direct_suppliers_and_users() -> None:
    graph = build_graph(shipped_at(), "pc-nylon")
    key = next(s.key for s in graph.segments if s.name == "双酚A与聚碳酸酯")
    part = boxed(graph, key)
    ids = {i.id for i in part.items}
    assert {"bpa", "pc", "phenol", "acetone", "pc_sheet"} <= ids
    assert "cumene" not in ids, "not the suppliers of suppliers"
    assert part.part == "双酚A与聚碳酸酯"
    assert boxed(graph, "0:none") is graph


def test_depth_counts_along_the_trunk_and_survives_a_circle() -> None:
    items = tuple(item(key, at) for at, key in enumerate("abcd"))
    pairs = (("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"))
    edges = tuple(Edge(s, t, 1.0, None, Rank.PLAIN, trunk=True) for s, t in pairs)
    graph = Graph("x", "x", ("s",), items, edges, ())
    depth = graph.depth
    assert depth["d"] == depth["c"] + 1
    assert sorted(depth.values())[0] == 0


def test_first_jobs_are_of_different_kinds_and_materials() -> None:
    for chain in CHAINS:
        jobs = shipped_at().jobs(chain)
        assert len(jobs) <= 3
        assert len({j.product for j in jobs}) == len(jobs)
        bases = Counter(j.facts["base"] for j in jobs if j.facts.get("base"))
        assert max(bases.values(), default=0) <= 2, "twice only where nothing else is left"
    assert [j.product for j in shipped_at().jobs("pc-nylon")] == ["chexone", "pc_opt", "phenol"]


def test_a_card_tells_what_is_under_way_at_the_date_only() -> None:
    planned = {
        item.id: item.planned for item in build_graph(shipped_at("2022-12-31"), "ejiao").items
    }
    assert planned["extract"] == "", "first told of in 2024"
    planned = {item.id: item.planned for item in build_graph(shipped_at("2022-12-31"), "al").items}
    assert planned["alsheet"].endswith("中源新材料")
