"""Stories are begun, recorded into, reworded, ordered and taken away; a file holds each."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu.library import load
from liantu.library.editing import RefusedError
from liantu.library.edits import stories
from liantu.library.keeping import Base, save
from liantu.library.reader import load_files
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.model.scenario import Scenario
from liantu.model.story import MOST_STEPS, Step, Tell
from tests.helpers.folders import write


def played(atlas: Atlas, *edits: Edit) -> Atlas:
    for edit in edits:
        atlas = edit.change(atlas)
    return atlas


def start(folder: Path) -> Atlas:
    return load(write(folder / "city", {})).atlas


def test_steps_are_added_reworded_moved_and_dropped(tmp_path: Path) -> None:
    atlas = start(tmp_path)
    atlas = played(atlas, stories.begin(atlas, "汇报", (Step("一", page="home"),)))
    (id_,) = atlas.stories
    atlas = played(
        atlas,
        stories.add(atlas, id_, Step("三", page="lists")),
        stories.add(atlas, id_, Step("二", page="map"), 1),
        stories.put(atlas, id_, 0, Step("壹", "开头的话", (Tell.JUDGEMENT,), page="home")),
        stories.move(atlas, id_, 2, 0),
    )
    assert [step.title for step in atlas.stories[id_].steps] == ["三", "壹", "二"]
    atlas = played(atlas, stories.drop(atlas, id_, 0), stories.rename(atlas, id_, "给市长"))
    assert atlas.stories[id_].name == "给市长"
    assert atlas.stories[id_].steps[0].tells == (Tell.JUDGEMENT,)
    assert not played(atlas, stories.delete(atlas, id_)).stories


def test_a_story_is_saved_in_a_file_of_its_own_and_read_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "city", {})
    base = Base.read(folder)
    before = load_files(base.files).atlas
    step = Step("看", "说", (Tell.WHY,), page="plan", plan="closing", product="bpa", date="2022-10")
    after = played(before, stories.begin(before, "story", (step,)))
    save(base, before, after, tmp_path / "state")
    loaded = load(folder)
    assert not loaded.issues
    assert loaded.atlas.stories["story"].steps == (step,)
    assert (folder / "stories" / "story.yaml").is_file()


def test_unkept_assumptions_are_kept_as_a_scenario_with_the_step(tmp_path: Path) -> None:
    atlas = start(tmp_path)
    atlas = played(atlas, stories.begin(atlas, "汇报"))
    (id_,) = atlas.stories
    dated, supposed = Scenario(date="2022-10"), Scenario(date="2022-10", utilisation=0.5)
    plain = stories.record(atlas, id_, Step("日期", date="2022-10"), dated).change(atlas)
    assert plain.stories[id_].steps[0].scenario == "" and not plain.scenarios
    kept = stories.record(atlas, id_, Step("五成", date="2022-10"), supposed)
    now = kept.change(atlas)
    name = now.stories[id_].steps[0].scenario
    assert now.scenarios[name].utilisation == 0.5 and now.scenarios[name].name == "五成"
    assert kept.look is not None and kept.look.id == name


def test_a_name_in_use_and_a_story_without_end_are_refused(tmp_path: Path) -> None:
    atlas = start(tmp_path)
    atlas = played(atlas, stories.begin(atlas, "汇报", (Step("x", page="home"),) * MOST_STEPS))
    (id_,) = atlas.stories
    with pytest.raises(RefusedError):
        stories.begin(atlas, "汇报").change(atlas)
    with pytest.raises(RefusedError):
        stories.add(atlas, id_, Step("多", page="home")).change(atlas)
