"""演示: every story played through and left where the window goes on; a step made of a page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from liantu.ui.dialogs.stories.adding import AddStep
from liantu.ui.dialogs.stories.window import StoriesDialog
from liantu.ui.show.window import ShowWindow
from liantu.ui.smoke.stage import SHOTS, Script, Stage, Step, expect
from liantu.wording import text

VERBS = ("show", "story_add", "stories")
"""Verbs with steps of their own."""


def steps(stage: Stage) -> Iterator[Step]:
    """Each story, then what is looked at, then a story recorded."""
    count = len(stage.parts.reading.base.stories)
    for number in range(count + 1):
        yield Step(f"show/{number + 1}", text("ui.verb.show"), partial(_play, number))
    yield Step("verb/story_add", text("ui.verb.story_add"), _record)
    yield Step("verb/stories", text("ui.verb.stories"), _edit)


def _play(number: int, stage: Stage) -> Script:
    stage.stand()
    yield stage.is_calm
    stage.run("show")
    show = _shown(stage)
    yield lambda: not show.busy
    show.go(show.deck.marked(number))
    for at in range(len(show.deck.told.steps)):
        _press(show, Qt.Key.Key_PageDown)
        yield lambda: not show.busy
        expect(show.deck.at == at, f"step {at + 1}")
        sheet = show.view.sheet
        expect(sheet is not None and sheet.slide.alt, "nothing told")
        folder = stage.folder / SHOTS
        folder.mkdir(exist_ok=True)
        name = f"show-{number + 1}-{at + 1}.png"
        expect(show.grab().save(str(folder / name)), name)
    _press(show, Qt.Key.Key_Escape)
    yield stage.is_calm
    expect(stage.parts.shows.window is None, "still on")
    if stage.desk.actions_.by_id["undo"].isEnabled():
        stage.run("undo")
        yield stage.is_calm


def _record(stage: Stage) -> Script:
    """What is looked at in a new story, and taken back."""
    stage.stand()
    yield stage.is_calm
    before = len(stage.parts.bridge.session.atlas.stories)
    stage.run("story_add")
    dialog = stage.dialog(AddStep)
    dialog.story.setCurrentIndex(dialog.story.count() - 1)
    yield lambda: not dialog.preview.busy
    dialog.save.click()
    yield stage.is_calm
    expect(len(stage.parts.bridge.session.atlas.stories) == before + 1, "no story")
    stage.run("undo")
    yield stage.is_calm
    expect(len(stage.parts.bridge.session.atlas.stories) == before, "not taken back")


def _edit(stage: Stage) -> Script:
    stage.stand()
    yield stage.is_calm
    stage.run("stories")
    dialog = stage.dialog(StoriesDialog)
    yield lambda: not dialog.preview.busy
    dialog.close()
    yield stage.is_calm


def _shown(stage: Stage) -> ShowWindow:
    show = stage.parts.shows.window
    expect(show is not None, "no show")
    assert show is not None
    return show


def _press(show: ShowWindow, key: Qt.Key) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(show, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
