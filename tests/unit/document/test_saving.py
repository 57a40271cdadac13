"""An open folder written, and copied before where it must stay as it is."""

from __future__ import annotations

from pathlib import Path

from liantu import paths
from liantu.document import saving
from liantu.document.disk import Disk
from liantu.library import difference, keeping, load
from tests.helpers.kills import Stage


def test_a_copy_has_all_of_it_and_the_first_folder_offers_nothing_more(tmp_path: Path) -> None:
    stage = Stage.built(tmp_path)
    disk = Disk(stage.base, stage.before)
    state = paths.state_folder()
    saving.kept(disk, stage.after, "五处修改")
    assert keeping.recovery.found(state, stage.base) is not None
    saving.kept(disk, stage.after, "五处修改")
    saved = saving.written(disk, stage.after, tmp_path / "另存")
    assert saved.base.folder == tmp_path / "另存"
    assert difference.same(load(saved.base.folder).atlas, stage.after)
    assert keeping.Base.read(stage.folder).files == stage.base.files
    assert keeping.recovery.found(state, stage.base) is None
