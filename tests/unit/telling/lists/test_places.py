"""Counties and chains: sums of a table and sums of the city are told apart."""

from __future__ import annotations

from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.places import ChainRow, CountyRow, together
from tests.helpers.readings import shipped_at

READING = shipped_at("2022-12-31")
ALL = Scope(chains=tuple(READING.atlas.chains))


def test_the_city_counts_once_what_chains_share() -> None:
    rows: list[ChainRow] = list(find("chains").rows(READING, ALL))
    city = together(READING, ALL)
    assert city.products == len({p for c in READING.atlas.chains_of for p in [c]})
    assert city.products < sum(row.products for row in rows)
    assert city.enterprises < sum(row.enterprises for row in rows)
    assert all(city.classes[on] <= sum(row.classes[on] for row in rows) for on in city.classes)
    assert city.local == sum(READING.situation.is_local(p) for p in READING.atlas.chains_of)
    column = find("chains").column("closure")
    assert (column.text(city), column.amount(city)) == ("—", None)


def test_a_chain_alone_is_the_same_together() -> None:
    scope = Scope(chains=("cu",))
    (row,) = find("chains").rows(READING, scope)
    city = together(READING, scope)
    assert (row.products, row.local, row.coverage) == (city.products, city.local, city.coverage)
    assert (row.classes, row.enterprises) == (city.classes, city.enterprises)


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
