"""What projects say of themselves agrees, and no plant stands twice unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu import wording
from liantu.issues import Issue, Severity
from liantu.library import load
from tests.helpers.folders import ENTERPRISES, write

PROJECTS = """\
format: 1
projects:
  P1:
    name: 苯酚项目
    status: {status}
    state: {state}
    enterprise: plant
    phases:
      - {{status: {phase}, product: phenol, amount: 3, unit: 万吨/年}}
"""
PLANNED = "{product: phenol, status: planned}"


def issues(
    folder: Path, state: str, status: str, phase: str, row: str = "{product: phenol}"
) -> list[Issue]:
    row = PLANNED if row == "{product: phenol}" else row
    files: dict[str, str | bytes] = {
        "projects.yaml": PROJECTS.format(status=status, state=state, phase=phase),
        "enterprises.yaml": ENTERPRISES.replace(PLANNED, row),
    }
    found = load(write(folder, files)).issues
    return [i for i in found if "project" in i.code or i.severity is Severity.ERROR]


LINKED = "{product: phenol, status: %s, project: P1}"


@pytest.mark.parametrize(
    ("state", "status", "phase"),
    [
        ("planned", "planned", "planned"),
        ("signed", "planned", "planned"),
        ("permitting", "planned", "planned"),
        ("building", "building", "building"),
        ("partial", "building", "building"),
        ("trial", "building", "building"),
        ("stalled", "stopped", "planned"),
        ("unknown", "unknown", "planned"),
    ],
)
def test_what_agrees_is_quiet(tmp_path: Path, state: str, status: str, phase: str) -> None:
    assert issues(tmp_path, state, status, phase, LINKED % phase) == []


@pytest.mark.parametrize(
    ("state", "status", "phase"),
    [("done", "operating", "operating"), ("ended", "stopped", "stopped")],
)
def test_what_is_over_agrees_without_a_capacity(
    tmp_path: Path, state: str, status: str, phase: str
) -> None:
    assert issues(tmp_path, state, status, phase) == []


@pytest.mark.parametrize(
    ("state", "status", "fits"),
    [
        ("building", "operating", "building 在建"),
        ("done", "building", "operating 在产"),
        ("planned", "building", "planned 规划"),
        ("ended", "planned", "stopped 停产"),
    ],
)
def test_a_state_that_its_status_denies_is_told(
    tmp_path: Path, state: str, status: str, fits: str
) -> None:
    (found,) = issues(tmp_path, state, status, "unknown")
    assert (found.code, found.severity) == ("library.project_status", Severity.WARNING)
    assert str(found.place) == "projects.yaml:3:3"
    assert fits in wording.issue_text(found)


@pytest.mark.parametrize(
    ("state", "status", "phase"),
    [
        ("done", "operating", "building"),
        ("planned", "planned", "operating"),
        ("building", "building", "operating"),
        ("building", "building", "planned"),
        ("trial", "building", "planned"),
        ("ended", "stopped", "planned"),
    ],
)
def test_a_phase_that_denies_the_state_is_told(
    tmp_path: Path, state: str, status: str, phase: str
) -> None:
    found = issues(tmp_path, state, status, phase)[0]
    assert (found.code, found.severity) == ("library.project_phases", Severity.WARNING)
    assert phase in wording.issue_text(found)


def test_parts_that_all_run_are_the_whole(tmp_path: Path) -> None:
    text = PROJECTS.format(state="partial", status="operating", phase="operating")
    again = text.splitlines(keepends=True)[-1]
    found = load(write(tmp_path, {"projects.yaml": text + again})).issues
    assert [i.code for i in found if "project" in i.code] == ["library.project_phases"]


def test_a_doubled_plant_is_found_and_told_how_to_mend(tmp_path: Path) -> None:
    (found,) = issues(tmp_path, "planned", "planned", "planned")
    assert (found.code, found.severity) == ("library.project_unlinked", Severity.INFO)
    assert str(found.place) == "enterprises.yaml:3:3"
    assert "project: P1" in wording.issue_text(found)
    assert issues(tmp_path / "b", "planned", "planned", "planned", LINKED % "planned") == []


@pytest.mark.parametrize(
    "row",
    [
        "{product: phenol, status: operating}",
        "{product: phenol, status: planned, until: 2020}",
        "{product: phenol, status: planned, contested: yes}",
        "{product: acetone, status: planned}",
    ],
)
def test_other_rows_are_no_doubles(tmp_path: Path, row: str) -> None:
    assert issues(tmp_path, "planned", "planned", "planned", row) == []


def test_a_capacity_and_its_project_tell_one_status(tmp_path: Path) -> None:
    (found,) = issues(tmp_path, "building", "building", "building", LINKED % "planned")
    assert (found.code, found.severity) == ("library.project_other", Severity.WARNING)
    assert "building 在建" in wording.issue_text(found)


def test_a_project_that_nothing_defines_costs_only_the_link(tmp_path: Path) -> None:
    row = "{product: phenol, status: planned, project: P9}"
    loaded = load(write(tmp_path, {"enterprises.yaml": ENTERPRISES.replace(PLANNED, row)}))
    (found,) = [i for i in loaded.issues if i.severity is Severity.ERROR]
    assert (found.code, found.lost) == ("library.unknown_project", ())
    assert str(found.place) == "enterprises.yaml:9:53"
    capacity = loaded.atlas.enterprises["plant"].capacities[1]
    assert (capacity.product, capacity.project) == ("phenol", "")
