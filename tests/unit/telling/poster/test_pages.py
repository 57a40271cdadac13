"""The pages of the shipped chains: plain words, no number that nobody can read, nothing twice."""

from __future__ import annotations

import re

import pytest

from liantu.telling.poster.chain import chain_poster
from liantu.telling.poster.plain import plain
from tests.helpers.readings import loaded, shipped_at

DAY = "2022-12-31"
CHAINS = tuple(loaded().atlas.chains)
SILLY = re.compile(r"\d[eE][+-]?\d|[()]|未注明）|。。|，，|；。|、、|None|  ")
SMALL = 100.0


@pytest.mark.parametrize("chain", CHAINS)
def test_a_page_reads_as_chinese(chain: str) -> None:
    poster = chain_poster(shipped_at(DAY), chain)
    assert not SILLY.search(plain(poster))
    assert poster.overall.endswith("。")
    assert all(len(s.told) <= 2 and all(s.told) for s in poster.network.stations)
    assert all(len(v) == len(set(v)) for s in poster.network.stations for v in s.told)


@pytest.mark.parametrize("chain", CHAINS)
def test_the_network_holds_every_station_and_way_once(chain: str) -> None:
    found = chain_poster(shipped_at(DAY), chain).network
    stations = [s.product for s in found.stations]
    joints = [(j.source, j.target) for j in found.joints]
    assert len(set(stations)) == len(stations)
    assert len(set(joints)) == len(joints)
    assert 0 < len(found.ways) <= 4
    assert {p for way in found.ways for p in way.stations} == set(stations)
    assert all((j.mark is None) == j.live for j in found.joints)


@pytest.mark.parametrize("chain", CHAINS)
def test_no_balance_below_a_hundred_tonnes(chain: str) -> None:
    rows = chain_poster(shipped_at(DAY), chain).needs.rows
    assert all(row.need >= SMALL for row in rows if row.unit == "t")
    assert all(row.short == (row.need > row.supply) for row in rows)
    assert all(bool(row.both) == (row.supply > 0) for row in rows)


@pytest.mark.parametrize("chain", CHAINS)
def test_no_job_is_of_a_small_need(chain: str) -> None:
    space = shipped_at(DAY)
    keys = {k.product for k in space.atlas.chains[chain].key}
    for job in chain_poster(space, chain).jobs:
        item, balance = space.atlas.products[job.product], space.verdicts[job.product].balance
        if item.base_unit == "t" and balance and balance.need and job.product not in keys:
            assert balance.need * item.base_per_unit >= SMALL


def test_nothing_is_told_of_later_years() -> None:
    for chain in CHAINS:
        for row in chain_poster(shipped_at(DAY), chain).works.rows:
            assert row.since <= DAY
            assert not re.search(r"202[3-9]", row.told[0])


def test_where_nothing_is_sole_nothing_is_said() -> None:
    assert chain_poster(shipped_at(DAY), "pipe").holds.rows == ()
    told = chain_poster(shipped_at(DAY), "pc-nylon").holds
    assert told.rows[0].words == "己内酰胺（鲁西集团）停供，直接断尼龙6切片，牵连7个产品。"


def test_who_builds_or_buys_is_asked_before_who_only_makes_the_like() -> None:
    words = [said.words for said in chain_poster(shipped_at("2022-12-31"), "nev").asks.rows]
    assert "先问弗兰卡（高唐县）：本地有无汽车灯具、汽车内饰件在产。" in words
    assert "先问中通客车（东昌府区）：本地有无电机控制器、盘式制动器在产。" in words
