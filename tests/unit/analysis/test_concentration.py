"""HHI of the supply; unknown amounts leave it unknown."""

from __future__ import annotations

import pytest

from liantu.analysis.concentration import Concentration, concentration
from liantu.analysis.diagnosis import diagnose
from liantu.model import Enterprise
from tests.helpers.atlases import atlas, maker, product, route


def spread(*makers: Enterprise) -> Concentration | None:
    small = atlas([product("x"), product("y", route("x", byproducts="z")), product("z")], makers)
    verdict = diagnose(small).verdicts["x"]
    return concentration(verdict.balance)


def test_sum_of_squared_shares() -> None:
    found = spread(maker("a", "x", 6.0), maker("b", "x", 3.0), maker("c", "x", 1.0))
    assert found is not None
    assert found.makers == 3
    assert found.hhi == pytest.approx(0.36 + 0.09 + 0.01)
    assert found.largest == pytest.approx(0.6)


def test_a_sole_maker_is_one_whatever_its_amount() -> None:
    assert spread(maker("a", "x")) == Concentration(1, 1.0, 1.0)


def test_an_unknown_share_leaves_it_unknown() -> None:
    assert spread(maker("a", "x", 5.0), maker("b", "x")) == Concentration(2, None, None)


def test_nobody_supplies() -> None:
    assert spread(maker("a", "y", 5.0)) is None
