"""What shipped projects change and need, and the choice among them, read as the mayor would."""

from __future__ import annotations

import pytest

from liantu.analysis.portfolio.candidates import (
    Candidate,
    Pool,
    Stage,
    stage_of,
)
from liantu.analysis.portfolio.effects import Effects, Kind, effects
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.plan import Plan, Refusal, best
from liantu.analysis.portfolio.question import question
from liantu.analysis.portfolio.sound import Code
from liantu.analysis.portfolio.units import needs_of
from liantu.model.gates import Effect as GateEffect
from tests.helpers.readings import shipped_at


def changed(project: str) -> Effects:
    reading = shipped_at()
    found = effects(reading, (reading.atlas.projects[project],))
    assert found is not None
    return found


def test_all_of_the_bisphenol_is_a_surplus_and_a_need_of_phenol() -> None:
    """120 万吨 at 20 万吨 of polycarbonate: 18.1 are used, and 102 of phenol are to be bought."""
    balances = changed("P001").balances
    before, after = balances["bpa"]
    assert before is not None and after is not None
    assert (before.surplus, after.surplus) == (pytest.approx(1.9), pytest.approx(101.9))
    before, after = balances["phenol"]
    assert before is not None and after is not None
    assert (before.need, after.need) == (pytest.approx(17.0), pytest.approx(102.0))


def test_the_anodes_close_a_gap_and_open_two() -> None:
    found = changed("P094")
    assert found.of(Kind.CLOSED) == ("anode",)
    assert set(found.of(Kind.OPENED)) == {"pitch", "cpc"}


def test_the_aluminium_sheet_unlocks_foil() -> None:
    found = changed("P024")
    assert found.of(Kind.CLOSED) == ("alsheet",)
    assert set(found.of(Kind.UNLOCKED)) == {"alfoil", "batfoil_al"}


def test_no_shipped_project_says_what_energy_or_emissions_it_takes() -> None:
    projects = shipped_at().atlas.projects.values()
    needs = [needs_of(p) for p in projects]
    known = {r: sum(n[r].amount is not None for n in needs) for r in Resource}
    assert known == {
        Resource.LAND: 10,
        Resource.CAPITAL: 50,
        Resource.ENERGY: 0,
        Resource.EMISSION: 0,
    }


CHOSEN = ("P009", "P060", "P067", "P078", "P093", "P094", "P004")


def pool() -> Pool:
    """Some of the shipped projects: a diagnosis for each of all takes seven seconds."""
    reading = shipped_at()
    found = []
    for id_ in CHOSEN:
        project = reading.atlas.projects[id_]
        change = effects(reading, (project,))
        found.append(Candidate(project, stage_of(project), needs_of(project), change))
    scores = {"pvglass": 14.7, "grown": 30.0, "cclfoil": 77.8, "anode": 53.2}
    return Pool(tuple(found), scores=scores)


def test_a_hundred_yi_go_to_copper_foil_anodes_and_glass() -> None:
    asked = question(pool(), {Resource.CAPITAL: 100.0}, competing=(Stage.OPEN, Stage.BEGUN))
    found = best(asked)
    assert isinstance(found, Plan) and found.proven
    assert found.chosen == ("P067", "P093", "P094")
    assert found.used[Resource.CAPITAL] == pytest.approx(90.87)
    assert [(lack.bid, lack.resources, lack.value) for lack in found.left_out] == [
        ("P004", (Resource.CAPITAL,), True)
    ]


def test_under_a_budget_of_energy_every_project_has_to_be_asked() -> None:
    budgets = {Resource.CAPITAL: 100.0, Resource.ENERGY: 10.0}
    found = best(question(pool(), budgets, competing=(Stage.OPEN, Stage.BEGUN)))
    assert isinstance(found, Refusal)
    (trouble,) = found.troubles
    assert (trouble.code, trouble.params) == (Code.ALL_LACK, {"count": len(CHOSEN)})
    assert all(Resource.ENERGY in lack.resources for lack in found.left_out)


def test_every_project_has_a_stage_and_none_builds_what_policy_shuts() -> None:
    reading = shipped_at()
    gates = reading.situation.gates
    for project in reading.atlas.projects.values():
        if stage_of(project) in (Stage.OPEN, Stage.BEGUN):
            found = [g for p in project.phases for g in gates.get(p.product, ())]
            assert not any(g.effect is GateEffect.SHUT for g in found), project.id
