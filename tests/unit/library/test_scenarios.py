"""Scenarios in files: read, checked, written line by line, and refused with a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu import paths
from liantu.library.editing import Draft, edited
from liantu.library.plain import plain
from liantu.library.reader import load, load_files, read_folder
from liantu.library.scenarios import scenarios_of
from liantu.library.writer import rewritten
from liantu.model import Status
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop
from tests.helpers.readings import loaded

WHOLE = """\
format: 1
scenarios:
  s1:
    name: 试算
    date: 2027-12
    projects:
      - P001
      - {project: P006, phase: 1, since: 2026-06}
      - {project: P010, on: no}
    stops: [luxi]
    plants:
      - {enterprise: luxi, product: pc, amount: 30, unit: 万吨/年}
    external: [phenol]
    counting: [building]
    weights: {fill: {demand: 40}}
"""


def test_a_file_of_a_colleague_reads_whole(tmp_path: Path) -> None:
    path = tmp_path / "试算.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    (found,), issues = scenarios_of(path, loaded().atlas)
    assert issues == ()
    assert found == Scenario(
        id="s1",
        name="试算",
        date="2027-12",
        external=("phenol",),
        counting=(Status.BUILDING,),
        weights={"fill": {"demand": 40.0}},
        projects=(
            ProjectChoice("P001"),
            ProjectChoice("P006", phase=1, since="2026-06"),
            ProjectChoice("P010", on=False),
        ),
        stops=(Stop("luxi"),),
        plants=(Plant("luxi", "pc", 30.0, "万吨/年"),),
    )


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("P001", "P999", "unknown_named"),
        ("[luxi]", "[nobody]", "unknown_named"),
        ("phase: 1", "phase: 1.5", "number_whole"),
        ("phase: 1", "phase: 0", "number_least"),
        ("on: no", "on: maybe", "want_yes_no"),
        ("name: 试算", "nome: 试算", "unknown_key_near"),
        ("2027-12", "2027-13", "no_such_day"),
        ("scenarios:", "scenario:", "unknown_key_near"),
    ],
)
def test_a_bad_file_is_told_with_its_place(tmp_path: Path, was: str, now: str, code: str) -> None:
    path = tmp_path / "试算.yaml"
    path.write_text(WHOLE.replace(was, now), encoding="utf-8")
    _, issues = scenarios_of(path, loaded().atlas)
    assert f"library.{code}" in [issue.code for issue in issues]
    assert all(issue.place.file == "试算.yaml" for issue in issues)


def test_a_new_scenario_gets_a_file_of_its_own_and_reads_back() -> None:
    before, files = loaded().atlas, read_folder(paths.shipped_chains())
    values = {"name": "试算", "stops": ["luxi"], "projects": [{"project": "P001"}]}
    after = edited(before, [Draft("scenario", "s1", values)])
    new = rewritten(files, before, after)
    assert set(new) == {"scenarios/s1.yaml"}
    again = load_files({**files, **new}).atlas
    assert again.scenarios["s1"] == Scenario(
        id="s1", name="试算", projects=(ProjectChoice("P001"),), stops=(Stop("luxi"),)
    )
    assert plain(again, "scenario", "s1") == {
        "name": "试算",
        "stops": ["luxi"],
        "projects": ["P001"],
    }


def test_a_scenario_that_goes_leaves_a_folder_that_reads_clean() -> None:
    before, files = loaded().atlas, read_folder(paths.shipped_chains())
    after = edited(before, [Draft("scenario", "bpa-120", None)])
    new = rewritten(files, before, after)
    again = load_files({**files, **new})
    assert "bpa-120" not in again.atlas.scenarios
    codes = [i.code for i in again.issues if i.place.file.startswith("scenarios/")]
    assert codes == []


def test_a_project_that_goes_leaves_the_scenarios() -> None:
    after = edited(loaded().atlas, [Draft("project", "P001", None)])
    assert after.scenarios["bpa-120"].projects == ()


CASES = [
    ("scenario_phase", "phase: 1", "phase: 9"),
    ("scenario_twice", "stops: [luxi]", "stops: [luxi, luxi]"),
    ("scenario_name", "name: 试算", "name: 双酚A 120万吨全部投产"),
]
"""Each doubt, and what in the file becomes what."""


@pytest.mark.parametrize(("code", "was", "now"), [*CASES, ("unknown_project", "P001", "P999")])
def test_doubts_and_errors_in_a_folder_are_told(code: str, was: str, now: str) -> None:
    files = read_folder(paths.shipped_chains())
    files["scenarios/s1.yaml"] = WHOLE.replace(was, now).encode()
    found = [i.code for i in load_files(files).issues if i.place.file == "scenarios/s1.yaml"]
    assert found == [f"library.{code}"]


def test_the_shipped_scenarios_are_sound() -> None:
    found = load(paths.shipped_chains())
    assert [i for i in found.issues if i.place.file.startswith("scenarios/")] == []
    assert set(found.atlas.scenarios) == {"bpa-120", "bpa-120-pc-30"}
