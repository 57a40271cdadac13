"""Scenarios are kept, renamed, copied and taken away; each is a file that can be handed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from liantu.document.history import History
from liantu.issues import Severity
from liantu.library import load
from liantu.library.editing import RefusedError
from liantu.library.edits import scenarios
from liantu.library.keeping import Base, save
from liantu.library.reader import load_files
from liantu.library.scenarios import file_of, scenarios_of
from liantu.model import Atlas, Status
from liantu.model.edits import Edit
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop
from tests.helpers.folders import write

PROJECTS = """\
format: 1
projects:
  P001:
    name: 双酚A二期
    enterprise: plant
    status: building
    phases:
      - {product: bpa, amount: 20, unit: 万吨/年, status: planned}
"""
ALL = Scenario(
    date="2023-05",
    note="各种假设都有",
    external=("bpa",),
    ambition=("acetone",),
    utilisation=0.8,
    thin=1.2,
    counting=(Status.BUILDING,),
    weights={"fill": {"demand": 40.0}},
    projects=(ProjectChoice("P001"), ProjectChoice("P001", on=False, phase=1, since="2024")),
    stops=(Stop("plant", "2023-01-01"),),
    plants=(Plant("plant", "bpa", 30.0, "万吨/年"), Plant("plant", "phenol")),
)


def city(folder: Path) -> Path:
    return write(folder / "city", {"projects.yaml": PROJECTS})


def saved(folder: Path, edits: Sequence[Edit]) -> Atlas:
    """What the folder reads as after the edits were saved; it must load without a word."""
    base = Base.read(folder)
    before = after = load_files(base.files).atlas
    for edit in edits:
        after = edit.change(after)
    save(base, before, after, folder.parent / "state")
    loaded = load(folder)
    assert [i for i in loaded.issues if i.severity is not Severity.INFO] == []
    return loaded.atlas


def kept(folder: Path, name: str = "试一试", scenario: Scenario = ALL) -> Atlas:
    atlas = load(folder).atlas
    return saved(folder, [scenarios.keep(atlas, scenarios.fresh(atlas, scenario, name))])


def test_every_assumption_comes_back_from_the_file(tmp_path: Path) -> None:
    folder = city(tmp_path)
    atlas = kept(folder)
    assert dict(atlas.scenarios) == {"s001": replace(ALL, id="s001", name="试一试")}
    assert sorted(p.name for p in (folder / "scenarios").iterdir()) == ["s001.yaml"]


def test_only_the_line_concerned_changes(tmp_path: Path) -> None:
    folder = city(tmp_path)
    atlas = kept(folder)
    file = folder / "scenarios/s001.yaml"
    file.write_text(
        file.read_text("utf-8").replace("    note:", "    # 会上要用\n    note:"), "utf-8"
    )
    lines = file.read_text("utf-8").splitlines()
    others = {p: p.read_bytes() for p in folder.glob("*.yaml")}
    saved(folder, [scenarios.rename(atlas, "s001", "另一名称")])
    now = file.read_text("utf-8").splitlines()
    assert [(a, b) for a, b in zip(lines, now, strict=True) if a != b] == [
        ("    name: 试一试", "    name: 另一名称")
    ]
    assert {p: p.read_bytes() for p in folder.glob("*.yaml")} == others


def test_changes_are_kept_where_the_scenario_stands(tmp_path: Path) -> None:
    folder = city(tmp_path)
    atlas = kept(folder)
    other = replace(atlas.scenarios["s001"], stops=(), utilisation=None)
    edit = scenarios.keep(atlas, other)
    assert edit.label == "保存情景“试一试”的改动"
    assert saved(folder, [edit]).scenarios["s001"] == other


def test_the_last_of_a_file_leaves_it_empty_and_sound(tmp_path: Path) -> None:
    folder = city(tmp_path)
    atlas = saved(folder, [scenarios.delete(kept(folder), "s001")])
    assert not atlas.scenarios
    assert (folder / "scenarios/s001.yaml").read_text("utf-8") == "format: 1\nscenarios: {}\n"
    assert list(kept(folder, "再来").scenarios) == ["s001"]
    assert sorted(p.name for p in (folder / "scenarios").iterdir()) == ["s001.yaml"]


def test_a_copy_has_its_own_id_and_file(tmp_path: Path) -> None:
    folder = city(tmp_path)
    atlas = saved(folder, [scenarios.duplicate(kept(folder), "s001", "Plan B")])
    assert atlas.scenarios["plan-b"] == replace(ALL, id="plan-b", name="Plan B")
    assert (folder / "scenarios/plan-b.yaml").exists()
    after = saved(folder, [scenarios.note(atlas, "plan-b", "")])
    assert (after.scenarios["plan-b"].note, after.scenarios["s001"].note) == ("", ALL.note)


def test_no_two_scenarios_go_by_one_name(tmp_path: Path) -> None:
    atlas = kept(city(tmp_path))
    two = scenarios.duplicate(atlas, "s001", "第二").change(atlas)
    for edit in (
        scenarios.rename(two, "s002", "试一试"),
        scenarios.rename(two, "s002", "现状"),
        scenarios.duplicate(two, "s002", "试一试"),
        scenarios.keep(two, scenarios.fresh(two, ALL, "第二")),
    ):
        with pytest.raises(RefusedError) as refused:
            edit.change(two)
        assert refused.value.faults[0].issue.code == "edit.scenario.taken"
    assert scenarios.rename(two, "s002", "第二").change(two).scenarios == two.scenarios
    assert scenarios.free_name(two, "第二") == "第二（2）"
    assert scenarios.free_name(two, "第三") == "第三"


def test_what_is_gone_is_not_copied(tmp_path: Path) -> None:
    atlas = kept(city(tmp_path))
    edit = scenarios.duplicate(atlas, "s001", "第二")
    with pytest.raises(RefusedError):
        edit.change(scenarios.delete(atlas, "s001").change(atlas))


def test_steps_go_back_and_forth(tmp_path: Path) -> None:
    atlas = kept(city(tmp_path))
    history = History(atlas, Scenario())
    for edit in (scenarios.rename(atlas, "s001", "甲"), scenarios.delete(atlas, "s001")):
        history.do(edit.label, atlas=edit.change(history.now.atlas))
    assert not history.now.atlas.scenarios
    history.undo()
    assert history.now.atlas.scenarios["s001"].name == "甲"
    history.undo()
    assert not history.dirty
    history.redo()
    assert history.now.atlas.scenarios["s001"].name == "甲"


def test_a_scenario_goes_from_folder_to_folder_as_a_file(tmp_path: Path) -> None:
    atlas = kept(city(tmp_path))
    file = tmp_path / "handed on.yaml"
    file.write_bytes(file_of(atlas.scenarios["s001"]))
    assert scenarios_of(file, atlas) == ((atlas.scenarios["s001"],), ())
    lean = load(write(tmp_path / "lean")).atlas
    _, issues = scenarios_of(file, lean)
    assert {i.params["id"] for i in issues} == {"P001"}


def test_what_a_deleted_firm_leaves_of_a_scenario(tmp_path: Path) -> None:
    from liantu.library.edits.removing import remove

    folder = city(tmp_path)
    atlas = kept(folder)
    after = saved(folder, [remove(atlas, "enterprise", "plant")])
    left = after.scenarios["s001"]
    assert (left.stops, left.plants, left.projects) == ((), (), ALL.projects)
