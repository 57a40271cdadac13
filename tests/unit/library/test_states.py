"""The state of a project: one of the words, or the text of an older file with a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu import wording
from liantu.issues import Severity
from liantu.library import load
from liantu.library.reader import Loaded
from liantu.model import ProjectState
from liantu.telling.relations import state_text
from tests.helpers.folders import write

PROJECTS = """\
format: 1
projects:
  P1:
    name: 双酚A二期
    status: planned
    state: {state}
"""


def read(folder: Path, state: str) -> Loaded:
    return load(write(folder, {"projects.yaml": PROJECTS.format(state=state)}))


@pytest.mark.parametrize("state", ProjectState)
def test_every_word_is_read_and_has_one_in_chinese(tmp_path: Path, state: ProjectState) -> None:
    loaded = read(tmp_path, state)
    project = loaded.atlas.projects["P1"]
    assert (project.state, project.state_text) == (state, "")
    assert state_text(project) == wording.text(f"ui.project.state.{state}")
    assert not [i for i in loaded.issues if i.code == "library.state_text"]


def test_the_text_of_an_older_file_is_kept_and_told(tmp_path: Path) -> None:
    loaded = read(tmp_path, "环评拟审批")
    project = loaded.atlas.projects["P1"]
    assert (project.state, project.state_text) == (None, "环评拟审批")
    assert state_text(project) == "环评拟审批"
    (issue,) = [i for i in loaded.issues if i.code == "library.state_text"]
    assert (issue.severity, str(issue.place)) == (Severity.INFO, "projects.yaml:6:12")
    told = wording.issue_text(issue)
    assert "“环评拟审批”" in told
    assert "permitting 审批" in told
    assert "note" in told


def test_a_project_without_a_state_tells_its_status(tmp_path: Path) -> None:
    assert state_text(read(tmp_path, '""').atlas.projects["P1"]) == "规划"


def test_a_state_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    loaded = read(tmp_path, "[planned]")
    assert loaded.atlas.projects["P1"].state is None
    assert [i.code for i in loaded.issues if i.severity is Severity.ERROR] == ["library.want_text"]
