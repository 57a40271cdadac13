from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.state import State, active_routes, survey
from liantu.model import Status
from tests.helpers.atlases import atlas, maker, product, route

BPA = product("bpa", route("phenol acetone"))


@pytest.mark.parametrize(
    ("date", "state"),
    [
        ("2022-10-25", State.ABSENT),
        ("2022-10-26", State.LOCAL),
        ("2022-09", State.ABSENT),
        ("2022-10", State.LOCAL),
        ("2022", State.LOCAL),
        ("", State.LOCAL),
    ],
)
def test_a_capacity_counts_from_its_first_day(date: str, state: State) -> None:
    city = atlas([BPA], [maker("luxi", "bpa", 20, since="2022-10-26")])
    assert survey(city, date).state("bpa") is state


def test_a_capacity_ends_on_its_last_bound() -> None:
    city = atlas([BPA], [maker("old", "bpa", 6.5, since="2015", until="2018-12")])
    assert survey(city, "2018-11-30").is_local("bpa")
    assert not survey(city, "2018-12-01").is_local("bpa")


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.OPERATING])
def test_only_operating_capacity_counts(status: Status) -> None:
    situation = survey(atlas([BPA], [maker("luxi", "bpa", 20, status=status)]))
    assert situation.state("bpa") is State.ABSENT
    assert situation.supply("bpa") is None
    assert [m.operating for m in situation.makers("bpa")] == [False]


def test_unknown_amounts_are_counted_and_never_zero() -> None:
    city = atlas([BPA], [maker("a", "bpa", 20), maker("b", "bpa")])
    supply = survey(city).supply("bpa")
    assert supply is not None
    assert (supply.known, supply.unknown_makers, supply.unit) == (20, 1, "万吨/年")


def test_amounts_are_converted_to_the_unit_of_the_product() -> None:
    city = atlas(
        [BPA], [maker("a", "bpa", 500, unit="吨/年"), maker("b", "bpa", 3, unit="万台/年")]
    )
    supply = survey(city).supply("bpa")
    assert supply is not None
    assert supply.known == pytest.approx(0.05)
    assert supply.unknown_makers == 1


def test_an_unknown_row_beside_a_known_one_of_the_same_maker_adds_no_doubt() -> None:
    known, silent = maker("a", "bpa", 20), maker("a", "bpa")
    both = replace(known, capacities=known.capacities + silent.capacities)
    supply = survey(atlas([BPA], [both])).supply("bpa")
    assert supply is not None
    assert supply.unknown_makers == 0


def test_a_by_product_of_a_local_route_is_local_unless_recycled() -> None:
    phenol = product("phenol", route("cumene", byproducts="acetone", recycled="cumene"))
    city = atlas([phenol, product("acetone"), product("cumene")], [maker("a", "phenol")])
    situation = survey(city)
    assert situation.is_local("acetone")
    assert situation.by_product_of("acetone") == ("phenol",)
    assert not situation.is_local("cumene")


def test_the_route_named_by_the_capacity_is_the_active_one() -> None:
    pc = product("pc", route("bpa phosgene", id_="interface"), route("bpa dpc", id_="melt"))
    named = survey(atlas([pc], [maker("a", "pc", route="melt")]))
    silent = survey(atlas([pc], [maker("a", "pc")]))
    assert [r.id for r in active_routes(pc, named.makers("pc"))] == ["melt"]
    assert [r.id for r in active_routes(pc, silent.makers("pc"))] == ["interface"]


def test_raw_products_are_raw_until_somebody_makes_them() -> None:
    city = atlas([product("coal", raw=True), product("salt", raw=True)], [maker("a", "salt")])
    found = survey(city)
    assert {p: found.state(p) for p in found.standings} == {"coal": State.RAW, "salt": State.LOCAL}


def test_operating_makers_come_first() -> None:
    city = atlas([BPA], [maker("p", "bpa", status=Status.PLANNED), maker("o", "bpa")])
    assert [m.enterprise.id for m in survey(city).makers("bpa")] == ["o", "p"]


def test_running_are_the_rows_that_operate_at_the_date() -> None:
    ended = maker("a", "bpa", 6.0, until="2020-01-01")
    planned = maker("b", "bpa", 20.0, status=Status.PLANNED)
    begun = maker("c", "bpa", 30.0, since="2020-01-01")
    city = atlas([BPA], [ended, planned, begun])
    assert survey(city, "2019-06-01").running == {ended.capacities[0]}
    assert survey(city, "2021-06-01").running == {begun.capacities[0]}
    assert survey(atlas([BPA])).running == frozenset()


def test_what_another_source_contests_never_counts() -> None:
    firm = maker("luxi", "bpa", 20)
    rows = (*firm.capacities, replace(firm.capacities[0], amount=30, contested=True))
    supply = survey(atlas([BPA], [replace(firm, capacities=rows)])).supply("bpa")
    assert supply is not None
    assert supply.known == 20
    alone = survey(atlas([BPA], [replace(firm, capacities=rows[1:])]))
    assert alone.state("bpa") is State.ABSENT


def test_the_day_of_the_end_is_the_first_without() -> None:
    city = atlas([BPA], [maker("old", "bpa", 6.5, until="2018-12-05")])
    assert survey(city, "2018-12-04").is_local("bpa")
    assert not survey(city, "2018-12-05").is_local("bpa")


def test_a_month_reaches_to_its_last_day() -> None:
    late = atlas([BPA], [maker("a", "bpa", 1.0, since="2022-10-31")])
    assert survey(late, "2022-10").is_local("bpa")
    assert not survey(late, "2022-09").is_local("bpa")
