"""One plant is told once, whether as a capacity, as a phase of a project or as both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.state import survey
from liantu.model import Atlas, Capacity, Phase, Project, ProjectState, Status
from liantu.model.plants import untold
from liantu.model.scenario import Switches
from liantu.telling.dossiers.enterprise import enterprise_dossier
from liantu.telling.dossiers.product import product_dossier
from liantu.telling.line import Dossier
from liantu.wording import text
from tests.helpers.atlases import atlas, maker, product
from tests.helpers.readings import reading

PLANS = Switches(counting=frozenset({Status.OPERATING, Status.PLANNED}))
PHASE = Phase(Status.PLANNED, "a", 5.0, "万吨/年")
LATER = Phase(Status.PLANNED, "b", 7.0, "万吨/年")


def city(*phases: Phase, link: str = "p", status: Status = Status.PLANNED) -> Atlas:
    """A firm that runs 2 of ``a`` and has 5 to come, beside its project."""
    firm = maker("firm", "a", 2.0)
    coming = Capacity("a", status, 5.0, "万吨/年", project=link)
    firm = replace(firm, capacities=(*firm.capacities, coming))
    project = Project(
        id="p",
        name="甲二期",
        status=Status.PLANNED,
        state=ProjectState.PLANNED,
        chain="c",
        enterprise="firm",
        phases=phases,
    )
    found = atlas([product("a"), product("b")], [firm])
    return replace(found, projects={"p": project})


def told(dossier: Dossier, words: str) -> int:
    """In how many lines some words stand where a dossier lists capacities and projects."""
    listing = {text(f"ui.part.{part}") for part in ("capacities", "makers", "projects")}
    lines = (line for part in dossier.parts if part.title in listing for line in part.lines)
    return sum(words in f"{line.words} {line.figure} {line.remark}" for line in lines)


def dossiers(found: Atlas) -> tuple[Dossier, Dossier]:
    read = reading(found)
    return enterprise_dossier(read, "firm"), product_dossier(read, "a")


@pytest.mark.parametrize(("link", "times"), [("p", 1), ("", 2)])
def test_a_plant_told_twice_stands_once_in_a_dossier(link: str, times: int) -> None:
    for dossier in dossiers(city(PHASE, link=link)):
        assert told(dossier, "5 万吨/年") == times


def test_the_capacity_names_its_project_and_the_project_keeps_its_other_phases() -> None:
    for dossier in dossiers(city(PHASE, LATER)):
        assert told(dossier, "属项目“甲二期”") == 1
        assert told(dossier, "B 7 万吨/年 规划") == 1


@pytest.mark.parametrize("link", ["p", ""])
def test_a_plant_told_twice_counts_once_where_plans_count(link: str) -> None:
    found = survey(city(PHASE, link=link), "2022-12", PLANS)
    supply = found.supply("a")
    assert supply is not None
    assert (supply.known, supply.unknown_makers) == (7.0, 0)


def test_a_capacity_is_the_phases_of_its_own_status() -> None:
    building = replace(PHASE, status=Status.BUILDING)
    found = city(PHASE, building, status=Status.BUILDING)
    assert untold(found, found.projects["p"], {"a"}) == (PHASE,)
    assert untold(found, found.projects["p"], {"b"}) == (PHASE, building)


def test_a_capacity_of_another_status_is_still_the_only_phase() -> None:
    found = city(PHASE, status=Status.BUILDING)
    assert untold(found, found.projects["p"], {"a"}) == ()


def test_what_runs_is_no_phase_to_come() -> None:
    running = replace(PHASE, status=Status.OPERATING)
    found = city(running)
    assert untold(found, found.projects["p"], {"a"}) == (running,)
