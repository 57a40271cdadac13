"""Counties and chains: sums of a table and sums of the city are told apart."""

from __future__ import annotations

from liantu.telling import figures
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.places import ChainRow, CountyRow
from tests.helpers.readings import shipped_at

READING = shipped_at("2022-12-31")
ALL = Scope(chains=tuple(READING.atlas.chains))


def test_a_chain_is_told_by_key_links_span_and_main_materials() -> None:
    rows: list[ChainRow] = list(find("chains").rows(READING, ALL))
    assert [row.id for row in rows] == list(READING.atlas.chains)
    item = find("chains")
    cells = {column.id: column.text(rows[0]) for column in item.columns}
    summary = READING.summary(rows[0].id)
    assert cells["keys"].startswith(f"关键环节 {sum(summary.keys.values())}：")
    assert cells["mains"] == figures.share(summary.mains.share)
    assert cells["closure"] == f"{summary.closure.part}/{summary.closure.whole}"
    few = next(row for row in rows if 0 < row.summary.mains.made < 3)
    mains = few.summary.mains
    assert item.column("mains").text(few) == f"{mains.made} 个中 {mains.full} 个"


def test_counties_count_each_firm_once() -> None:
    rows: list[CountyRow] = list(find("regions").rows(READING, ALL))
    assert sum(row.firms for row in rows) == len(ALL.firms(READING))
    for row in rows:
        assert all(count <= row.firms for count in row.chains.values())


def test_a_county_makes_what_its_firms_operate() -> None:
    rows = find("regions").rows(READING, Scope(chains=("pc-nylon",)))
    high = next(row for row in rows if row.county == "高新区")
    assert "bpa" in high.made
    assert high.chains["pc-nylon"] == high.firms
