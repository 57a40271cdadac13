"""The shipped data as a whole: complete, clean, and every chain can be drawn."""

from __future__ import annotations

import re
from functools import cache

import pytest

from liantu import paths
from liantu.analysis.state import Situation, survey
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import arrange
from liantu.issues import Severity
from liantu.layout.geometry import Placed
from liantu.library import Loaded, load
from liantu.model import Basis, Status
from tests.helpers.readings import shipped_at


@cache
def shipped() -> Loaded:
    return load(paths.shipped_chains())


@cache
def today() -> Situation:
    return survey(shipped().atlas)


VIEWS = [
    (chain.id, section)
    for chain in shipped().atlas.chains.values()
    for section in (None, *(s.id for s in chain.sections if len(chain.sections) > 1))
]


def test_the_shipped_data_has_no_error() -> None:
    assert [i for i in shipped().issues if i.severity is Severity.ERROR] == []


def test_counts_of_the_shipped_data() -> None:
    """831 products and 659 routes came from the research; the others were found with sources."""
    atlas = shipped().atlas
    routes = [r for p in atlas.products.values() for r in p.routes]
    rows = [c for r in routes for c in (*r.inputs, *r.byproducts)]
    bases = [c.basis for c in rows]
    assert (len(atlas.chains), len(atlas.products), len(routes), len(rows)) == (20, 937, 794, 2496)
    assert [bases.count(b) for b in Basis] == [124, 327, 2045]
    assert (len(atlas.enterprises), len(atlas.projects), len(atlas.supplies)) == (235, 118, 37)


@pytest.mark.parametrize("chain_id", sorted(shipped().atlas.chains))
def test_every_chain_has_at_least_eight_enterprises(chain_id: str) -> None:
    assert len(shipped_at().summary(chain_id).enterprises) >= 8


def test_no_claim_is_unmapped_for_want_of_a_product() -> None:
    """A product that a source names is added with a route, not left out; six still wait for one."""
    wanting = [
        (e.id, u.claim)
        for e in shipped().atlas.enterprises.values()
        for u in e.unmapped
        if "没有这种产品" in u.reason or re.search("没有.*环节|环节.*没有", u.reason)
    ]
    assert sorted(wanting) == [
        ("haohuisuye", "塑料筐180万套/年、新型穴盘180吨/年（环评征求意见）"),
        ("huayuexinnengyuan", "聚合物锂离子电池极耳"),
        ("lifengyuan", "鲜食玉米加工"),
        ("qiluweijing", "味精"),
        ("rongwangnongmu", "日宰杀加工肉鸭4万只、鹅3万只（环评报批前公示）"),
        ("shenxianhangfate", "焊丝线材60万吨/年（二期，2011年在建）"),
    ]


def test_every_fact_cites_a_source() -> None:
    atlas = shipped().atlas
    unsourced = [
        (e.id, c.product)
        for e in atlas.enterprises.values()
        for c in e.capacities
        if not (c.sources or e.sources)
    ]
    assert unsourced == []


def test_the_seed_case_turns_local_on_its_day() -> None:
    atlas = shipped().atlas
    assert not survey(atlas, "2022-10-25").is_local("bpa")
    after = survey(atlas, "2022-10-26")
    supply = after.supply("bpa")
    assert after.is_local("bpa")
    assert supply is not None
    assert (supply.known, supply.unit) == (20, "万吨/年")
    pc = after.supply("pc")
    assert pc is not None
    assert pc.known == 20, "6.5 万吨 of 2015 is superseded, not added"


def test_planned_capacity_never_counts() -> None:
    planned = [
        c.product
        for e in shipped().atlas.enterprises.values()
        for c in e.capacities
        if c.status is Status.OPERATING
        and any(word in c.note for word in ("规划", "在建", "拟建"))
        and not c.since
        and not c.inferred
    ]
    assert planned == []


@pytest.mark.parametrize(("chain", "section"), VIEWS)
def test_every_chain_has_members_in_every_stage(chain: str, section: str | None) -> None:
    summary = shipped_at().summary(chain, section)
    assert all(stage.products for stage in summary.stages)
    assert summary.coverage.whole > 0


@pytest.mark.parametrize(("chain", "section"), VIEWS)
def test_every_map_is_laid_out_without_overlap(chain: str, section: str | None) -> None:
    view = build_view(shipped_at(), chain, section)
    layout = arrange(view)
    assert {n.id for n in layout.nodes} == {c.id for c in view.cards}
    nodes = layout.nodes
    assert not [(a.id, b.id) for i, a in enumerate(nodes) for b in nodes[i + 1 :] if _overlap(a, b)]
    assert all(
        n.x >= 0 and n.x + n.width <= layout.width and n.y + n.height <= layout.height
        for n in nodes
    )


def _overlap(a: Placed, b: Placed) -> bool:
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )
