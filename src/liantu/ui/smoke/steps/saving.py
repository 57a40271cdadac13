"""An edit, taken back and done again, seen as unsaved, and saved into a copy of the folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from liantu import paths
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.ui.dialogs.unsaved import ChangesDialog
from liantu.ui.smoke.stage import Script, Stage, Step, expect
from liantu.wording import text

STATEMENT = "ui.smoke.edited"
COPY = "copy"


def steps(stage: Stage) -> list[Step]:
    """Nothing where there is no city to edit."""
    return [Step("edit", text("ui.smoke.edit"), _edit)] if stage.chains else []


def _edit(stage: Stage) -> Script:
    bridge, folder = stage.parts.bridge, stage.parts.bridge.folder
    before = bridge.session.atlas.library.statement
    bridge.edit(Edit(text("ui.smoke.edit"), _stated))
    yield stage.is_calm
    expect(bridge.session.dirty, "an edit is nothing to save")
    stage.grab("unsaved")
    for verb, words in (("undo", before), ("redo", text(STATEMENT))):
        stage.run(verb)
        yield stage.is_calm
        expect(bridge.session.reading.atlas.library.statement == words, verb)
    stage.run("unsaved")
    yield lambda: bool(stage.dialogs)
    expect(stage.dialog(ChangesDialog).list.count() == 1, "one change")
    stage.dialog(ChangesDialog).reject()
    yield from _save(stage, folder)


def _save(stage: Stage, folder: Path) -> Script:
    """Into a copy beside the settings of the run: the folder itself is somebody's work."""
    bridge, saver = stage.parts.bridge, stage.parts.saver
    copy = paths.config_folder() / COPY
    saver.save_into(copy)
    yield lambda: not saver.busy and stage.calm
    expect(not bridge.session.dirty, stage.parts.banner.words)
    expect(bridge.session.folder == copy, "the copy")
    stage.run("reload")
    yield stage.is_calm
    expect(bridge.session.reading.atlas.library.statement == text(STATEMENT), "read again")
    bridge.open(folder)
    yield stage.is_calm
    expect(bridge.session.folder == folder, "another folder")


def _stated(atlas: Atlas) -> Atlas:
    return replace(atlas, library=replace(atlas.library, statement=text(STATEMENT)))
