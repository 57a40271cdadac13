"""Which enterprises a policy is for: unknown is not unmet, and nothing unmet is unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from liantu.analysis.support import Condition, Fit, Match, in_force, match
from liantu.model import Enterprise, Honour, Status
from liantu.model.gates import Gate, GateKind
from liantu.model.ledgers import Policy, SupportKind
from tests.helpers.atlases import atlas, maker, product
from tests.helpers.readings import reading

MET, UNKNOWN, UNMET = Fit.MET, Fit.UNKNOWN, Fit.UNMET
HONOURS = (Honour("国家级专精特新小巨人", "2022-06", "国家级"), Honour("瞪羚企业", "2024", "省级"))


def judged(firm: Enterprise, **asked: Any) -> Match:
    """A policy with these conditions against a firm of a city with one chain and two products."""
    city = atlas([product("x"), replace(product("y"), gbt="2614")], [firm])
    gate = Gate(GateKind.CATALOGUE, "g", gbt=("26",))
    city = replace(city, gates={"g": gate})
    policy = Policy("Z", "补助", SupportKind.FUNDS, **asked)
    return match(reading(city, "2022-12-31"), policy, firm)


@pytest.mark.parametrize(
    ("asked", "fit"),
    [
        ({"honours": ("国家级",)}, MET),
        ({"honours": ("小巨人",)}, MET),
        ({"honours": ("省级",)}, UNKNOWN),
        ({"honours": ("单项冠军", "专精特新")}, MET),
        ({"chains": ("c",)}, MET),
        ({"counties": ("甲县", "乙县")}, MET),
        ({"counties": ("乙县",)}, UNMET),
        ({"products": ("x",)}, MET),
        ({"products": ("y",)}, UNKNOWN),
        ({"gates": ("g",)}, UNKNOWN),
        ({"other": "当年新增贷款"}, UNKNOWN),
        ({"honours": ("国家级",), "counties": ("乙县",), "other": "贷款"}, UNMET),
        ({"honours": ("国家级",), "products": ("y",)}, UNKNOWN),
        ({}, MET),
    ],
)
def test_each_condition_by_what_the_data_say(asked: dict[str, Any], fit: Fit) -> None:
    """The title of 2024 is not held yet in 2022."""
    firm = replace(maker("a", "x", 1.0), honours=HONOURS)
    assert judged(firm, **asked).fit is fit


def test_a_county_that_is_not_written_is_unknown() -> None:
    firm = replace(maker("a", "x", 1.0), county="未注明")
    assert judged(firm, counties=("乙县",)).fit is UNKNOWN


@pytest.mark.parametrize(
    ("chains", "fit", "product_"),
    [((), MET, "x"), (("d",), UNMET, ""), ((), UNKNOWN, "")],
)
def test_only_another_chain_denies_a_chain(chains: Any, fit: Fit, product_: str) -> None:
    firm = replace(maker("a", "x", 1.0), chains=chains)
    firm = firm if product_ else replace(firm, capacities=())
    assert judged(firm, chains=("c",)).fit is fit


@pytest.mark.parametrize(
    "other",
    [
        {"status": Status.PLANNED},
        {"status": Status.BUILDING},
        {"until": "2022-06"},
        {"since": "2023-06"},
    ],
)
def test_what_is_coming_or_has_ended_is_named_and_not_met(other: Any) -> None:
    firm = maker("a", "y", 1.0, **other)
    for asked in ({"products": ("y",)}, {"gates": ("g",)}):
        found = judged(firm, **asked)
        assert found.fit is UNKNOWN
        assert found.checks[0].found == ("y",)
        assert found.is_told


def test_a_contested_capacity_meets_nothing() -> None:
    firm = maker("a", "y", 1.0)
    firm = replace(firm, capacities=(replace(firm.capacities[0], contested=True),))
    assert judged(firm, products=("y",)).fit is UNKNOWN


def test_an_enterprise_is_named_only_for_a_reason() -> None:
    firm = maker("a", "x", 1.0)
    assert judged(firm, counties=("甲县",)).is_told
    assert not judged(firm, counties=("甲县",), honours=("国家级",)).is_told
    assert not judged(firm, products=("y",), chains=("c",)).is_told
    assert not judged(firm).is_told
    assert [c.condition for c in judged(firm, gates=("g",), other="贷款").checks] == [
        Condition.GATE,
        Condition.OTHER,
    ]


def test_a_policy_holds_until_the_end_of_its_last_day() -> None:
    policy = Policy("Z", "补助", SupportKind.FUNDS, since="2022-03", until="2022-06")
    days = ("2022-02-28", "2022-03-01", "2022-06-30", "2022-07-01")
    assert [in_force(policy, day) for day in days] == [False, True, True, False]
    assert in_force(replace(policy, until=""), "2030-01-01")
    assert not in_force(policy, "")
