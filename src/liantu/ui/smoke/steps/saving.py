"""An edit: taken back and done again, told as unsaved, given up, and saved in a copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
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
    """The verbs for which something must have been edited; nothing where there is no city."""
    runs: dict[str, Callable[[Stage], Script]] = {
        "unsaved": _unsaved,
        "discard": _discard,
        "save": partial(_save, stage.parts.bridge.folder),
    }
    if not stage.chains:
        return []
    return [Step(f"verb/{verb}", text(f"ui.verb.{verb}"), run) for verb, run in runs.items()]


def _unsaved(stage: Stage) -> Script:
    bridge = stage.parts.bridge
    before = bridge.session.atlas.library.statement
    yield from _edit(stage, text(STATEMENT))
    stage.grab("unsaved")
    for verb, words in (("undo", before), ("redo", text(STATEMENT))):
        stage.run(verb)
        yield stage.is_calm
        expect(bridge.session.reading.atlas.library.statement == words, verb)
    stage.run("unsaved")
    yield lambda: bool(stage.dialogs)
    expect(stage.dialog(ChangesDialog).list.count() == 1, "one change")
    stage.dialog(ChangesDialog).reject()


def _discard(stage: Stage) -> Script:
    yield from _edit(stage, f"{text(STATEMENT)} 2")
    stage.run("discard")
    yield stage.is_calm
    expect(not stage.parts.bridge.session.dirty, "given up")


def _save(folder: Path, stage: Stage) -> Script:
    """In a copy beside the settings of the run: the folder itself is somebody's work."""
    bridge, saver = stage.parts.bridge, stage.parts.saver
    copy = paths.config_folder() / COPY
    saver.save_into(copy)
    yield lambda: not saver.busy and stage.calm
    expect(bridge.session.folder == copy, "the copy")
    yield from _edit(stage, f"{text(STATEMENT)} 3")
    stage.run("save")
    yield lambda: not saver.busy and stage.calm
    expect(not bridge.session.dirty, stage.parts.banner.words)
    stage.run("reload")
    yield stage.is_calm
    expect(bridge.session.atlas.library.statement == f"{text(STATEMENT)} 3", "read again")
    bridge.open(folder)
    yield stage.is_calm
    expect(bridge.session.folder == folder, "another folder")


def _edit(stage: Stage, words: str) -> Script:
    """Let the settings of the folder say something else."""

    def change(atlas: Atlas) -> Atlas:
        return replace(atlas, library=replace(atlas.library, statement=words))

    stage.parts.bridge.edit(Edit(words, change))
    yield stage.is_calm
    expect(stage.parts.bridge.session.dirty, "an edit is nothing to save")
