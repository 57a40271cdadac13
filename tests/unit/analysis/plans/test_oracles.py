"""The gap plans of the oracle: which links are built, what is bought, and what it costs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from liantu.analysis.plans.problem import Problem, Unit
from liantu.analysis.plans.solving import cheapest

CASES = json.loads(Path(__file__).with_name("oracles.json").read_text("utf-8"))
RECIPES = CASES["pc_chain_stoichiometry"]["units"]
GAP = CASES["gap_closing_PC"]


def units(candidates: dict[str, Any]) -> tuple[Unit, ...]:
    made = []
    for name, recipe in RECIPES.items():
        new = candidates.get(name)
        if new is None and name not in GAP["existing_fix0"]:
            continue
        made.append(
            Unit(
                name,
                recipe["in"],
                recipe["out"],
                link=name if new else "",
                fixed=new[0] if new else None,
                variable=GAP["variable_cost_each"],
                capacity=new[1] if new else GAP["existing_fix0"][name],
            )
        )
    return tuple(made)


def problem(candidates: dict[str, Any], imports: dict[str, float]) -> Problem:
    prices = GAP["raw_price"] | imports
    return Problem("PC", units(candidates), prices=prices, demand=GAP["demand_PC"])


def test_imports_allowed() -> None:
    found = cheapest(problem(GAP["candidates_fix_cap"], GAP["import_price"]), 5)
    best = found.solutions[0]
    assert best.cost == pytest.approx(GAP["optimum_imports_allowed"], abs=6e-5)
    assert list(best.links) == GAP["build"]
    imported = {p: a for p, a in best.bought.items() if p in GAP["import_price"]}
    assert imported == pytest.approx(GAP["buy"], abs=6e-4)
    # The next is to build nothing; whatever builds more than that and costs more is no plan.
    assert [s.links for s in found.solutions] == [("DPC",), ()]
    assert found.solutions[1].cost == pytest.approx(GAP["no_candidate_allowed"], abs=6e-4)
    assert found.complete


def test_only_acetone_may_be_imported() -> None:
    imports = {"丙酮": GAP["import_price"]["丙酮"]}
    found = cheapest(problem(GAP["candidates_fix_cap"], imports), 5)
    assert found.solutions[0].cost == pytest.approx(
        GAP["optimum_only_acetone_importable"], abs=6e-5
    )
    assert list(found.solutions[0].links) == GAP["build_then"]
    assert len(found.solutions) == 1
    assert found.complete


def test_no_candidate_allowed() -> None:
    found = cheapest(problem({}, GAP["import_price"]), 5)
    assert found.solutions[0].cost == pytest.approx(GAP["no_candidate_allowed"], abs=6e-4)
    assert found.solutions[0].links == ()


def test_activities_and_the_return_of_the_melt_route() -> None:
    imports = {"丙酮": GAP["import_price"]["丙酮"]}
    best = cheapest(problem(GAP["candidates_fix_cap"], imports), 1).solutions[0]
    chain = CASES["pc_chain_stoichiometry"]
    assert best.activity == pytest.approx(chain["melt_route_activity"], abs=6e-4)
    raws = {p: -amount for p, amount in chain["net"].items() if amount < 0}
    assert best.bought == pytest.approx(raws, abs=6e-4)


def test_nothing_importable_and_nothing_to_build() -> None:
    assert cheapest(problem({}, {}), 5).solutions == ()
