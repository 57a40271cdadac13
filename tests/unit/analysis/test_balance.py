"""Balances against the right answers of the oracle (own calculation from molar masses)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.balance import balances
from liantu.analysis.state import survey
from liantu.model import Basis, Byproduct, Input, Product, Route
from liantu.model.verification import WHOLE, Answer, Reply
from tests.helpers.atlases import atlas, maker, product, route


def flows(inputs: dict[str, float], recycled: dict[str, float] | None = None) -> Route:
    return Route(
        "r1",
        "r1",
        inputs=tuple(Input(k, v, "t", Basis.STOICHIOMETRY) for k, v in inputs.items()),
        byproducts=tuple(
            Byproduct(k, v, "t", Basis.STOICHIOMETRY, recycle=True)
            for k, v in (recycled or {}).items()
        ),
    )


def melt_route() -> list[Product]:
    return [
        product("phenol"),
        product("acetone"),
        product("dmc"),
        product("bpa", flows({"phenol": 0.8245, "acetone": 0.2544})),
        product("dpc", flows({"dmc": 0.4205, "phenol": 0.8786})),
        product("pc", flows({"bpa": 0.8978, "dpc": 0.8425}, {"phenol": 0.7402})),
    ]


def test_the_phenol_of_the_melt_route_comes_back() -> None:
    small = atlas(
        melt_route(), [maker("a", "pc", 10.0), maker("b", "bpa", 8.978), maker("c", "dpc", 8.425)]
    )
    found = balances(small, survey(small))["phenol"]
    gross = sum(t.amount or 0 for t in found.terms if t.kind == "use")
    returned = sum(t.amount or 0 for t in found.terms if t.kind == "return")
    assert gross == pytest.approx(14.8046, abs=2e-4)
    assert returned == pytest.approx(7.402)
    assert found.need == pytest.approx(7.4026, abs=2e-4)


def test_unknown_amounts_stay_unknown() -> None:
    small = atlas(
        [product("x"), product("y", route("x"))],
        [maker("a", "x", 5.0), maker("b", "x"), maker("c", "y", 2.0), maker("d", "y")],
    )
    found = balances(small, survey(small))["x"]
    assert (found.supply, found.supply_unknown) == (5.0, 1)
    assert (found.need, found.need_unknown) == (2.0, 1)
    assert found.cover is None
    assert found.surplus is None


def test_units_are_converted() -> None:
    small = atlas(
        [product("x"), product("y", route("x", per_unit=2.0))],
        [maker("a", "y", 30_000.0, unit="吨/年")],
    )
    assert balances(small, survey(small))["x"].need == pytest.approx(6.0)


def test_by_products_are_supply() -> None:
    small = atlas([product("x"), product("y", route("", "x"))], [maker("a", "y", 10.0)])
    found = balances(small, survey(small))["x"]
    assert found.supply == pytest.approx(1.0)
    assert found.terms[0].kind == "byproduct"


def test_an_unknown_row_beside_a_known_one_adds_no_doubt() -> None:
    small = atlas([product("x")], [maker("a", "x", 5.0)])
    firm = small.enterprises["a"]
    double = replace(firm, capacities=(*firm.capacities, replace(firm.capacities[0], amount=None)))
    both = replace(small, enterprises={"a": double})
    found = balances(both, survey(both))["x"]
    assert (found.supply, found.supply_unknown) == (5.0, 0)


def test_what_was_first_told_in_a_later_year_is_no_known_supply() -> None:
    small = atlas([product("x")], [maker("a", "x", 5.0, as_of="2025")])
    before = balances(small, survey(small, "2022-12-31"))["x"]
    assert (before.supply, before.supply_unknown) == (0.0, 1)
    after = balances(small, survey(small, "2025-12-31"))["x"]
    assert (after.supply, after.supply_unknown) == (5.0, 0)


def test_what_a_group_makes_is_an_unknown_amount() -> None:
    small = atlas([product("x"), product("y", route("x"))], [maker("a", "y", 2.0)])
    told = Reply("x", WHOLE, Answer.MADE, "2022-06-01")
    found = balances(small, survey(replace(small, answers=(told,)), "2022-12-31"))["x"]
    assert (found.supply, found.supply_unknown, found.need) == (0.0, 1, 2.0)
    assert (found.cover, found.surplus, found.deficit) == (None, None, None)
