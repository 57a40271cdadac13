"""What is looked at becomes a step; stories are edited beside the window; each is taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from liantu.document.show import scenario_of
from liantu.model.focus import CHARTS, DRILL, HOME, LISTS_PAGE, PLAN, POSTER, REPORT, SIDES, Focus
from liantu.model.story import Story, Tell, focus_of
from liantu.model.target import Target
from liantu.telling.charts.catalogue import ChartName
from liantu.ui.dialogs.stories.adding import AddStep
from liantu.ui.dialogs.stories.window import StoriesDialog
from liantu.ui.work.tasks import Tasks
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

Asked = TypeVar("Asked", bound=QDialog)
BPA = Target("product", "bpa")
CHAIN = "pc-nylon"


@pytest.fixture
def window(open_window: Open) -> OpenWindow:
    found: OpenWindow = open_window(chain=CHAIN, date="2022-10-26")
    return found


def dialog(window: OpenWindow, verb: str, kind: type[Asked]) -> Asked:
    window.run(verb)
    shown = [one for one in window.frame.findChildren(kind) if one.isVisible()]
    assert len(shown) == 1
    return shown[0]


def kept(window: OpenWindow) -> dict[str, Story]:
    return dict(window.workspace.atlas.stories)


def calm(window: OpenWindow, shown: StoriesDialog | AddStep, qtbot: QtBot) -> None:
    window.settle()
    qtbot.waitUntil(lambda: not shown.preview.busy, timeout=30_000)


LOOKS = {
    "map": replace(Focus("map", CHAIN), lens="structure", target=BPA, detail="tiles"),
    "one firm": replace(Focus("map", CHAIN), map=Target("enterprise", "luxi")),
    "board": Focus(POSTER, CHAIN, target=BPA),
    "city": Focus(HOME),
    "drill": replace(Focus(PLAN, CHAIN), plan=DRILL),
    "two counties": replace(
        Focus(PLAN, CHAIN),
        plan=SIDES,
        left=Target("county", "临清市"),
        right=Target("county", "茌平区"),
    ),
    "charts": Focus(CHARTS, CHAIN),
    "lists": Focus(LISTS_PAGE, CHAIN),
}


def test_every_page_becomes_the_step_that_shows_it_again(window: OpenWindow, qtbot: QtBot) -> None:
    window.desk.charts.view.choose(ChartName.GANTT)
    for focus in LOOKS.values():
        window.selection.go(focus)
        window.settle()
        adding = dialog(window, "story_add", AddStep)
        adding.save.click()
        window.settle()
    (made,) = (one for one in kept(window).values() if one.name == "我的故事")
    assert len(made.steps) == len(LOOKS)
    for step, focus in zip(made.steps, LOOKS.values(), strict=True):
        again = focus_of(step)
        own = replace(focus, chain="" if focus.page == HOME else focus.chain, list=again.list)
        assert again == own
        assert scenario_of(step, window.workspace.atlas).date == "2022-10-26"
    charts = next(step for step in made.steps if step.page == CHARTS)
    assert charts.picture == ChartName.GANTT
    window.selection.go(Focus(REPORT))
    assert not window.can("story_add")


def test_the_words_place_and_sentences_are_those_of_the_dialog(
    window: OpenWindow, qtbot: QtBot
) -> None:
    window.follow(BPA)
    window.settle()
    before = kept(window)["bpa"]
    adding = dialog(window, "story_add", AddStep)
    adding.story.setCurrentIndex(adding.story.findData("bpa"))
    adding.place.setCurrentIndex(adding.place.findData(1))
    assert "双酚A" in adding.words.title.text() and "2022-10-26" in adding.words.title.text()
    QTest.keyClicks(adding.words.title, "bpa now")  # the title is selected
    adding.words.words.setPlainText("一句话。")
    for tell, box in adding.words.tells.items():
        if box.isChecked() != (tell is Tell.EXTEND):
            box.click()
    calm(window, adding, qtbot)
    assert "bpa now" in adding.preview.accessibleDescription()
    QTest.keyClick(adding, Qt.Key.Key_Return)
    window.settle()
    steps = kept(window)["bpa"].steps
    assert (steps[0], *steps[2:]) == before.steps
    assert (steps[1].title, steps[1].text, steps[1].tells) == (
        "bpa now",
        "一句话。",
        (Tell.EXTEND,),
    )
    assert steps[1].product == "bpa"
    name = kept(window)["bpa"].name
    assert f"已加进故事“{name}”，现有 {len(steps)} 步。" in window.banner.words
    assert "从头放映" in [button.text() for button in window.banner.buttons]
    again = dialog(window, "story_add", AddStep)
    assert again.id == "bpa"
    again.reject()
    window.run("undo")
    assert kept(window)["bpa"] == before
    assert "已加进故事" not in window.banner.words, "it was taken back"


def test_assumptions_that_nobody_kept_are_kept_with_the_step(
    window: OpenWindow, qtbot: QtBot
) -> None:
    window.follow(Target("enterprise", "luxi"))
    window.run("suppose_stop")
    adding = dialog(window, "story_add", AddStep)
    assert adding.note.isVisibleTo(adding)
    adding.save.click()
    window.settle()
    (step,) = next(one for one in kept(window).values() if one.name == "我的故事").steps
    assert scenario_of(step, window.workspace.atlas).stops[0].enterprise == "luxi"
    window.run("undo")
    assert step.scenario not in window.workspace.atlas.scenarios


def test_stories_are_edited_beside_the_window(window: OpenWindow, qtbot: QtBot) -> None:
    shown = dialog(window, "stories", StoriesDialog)
    before = kept(window)["bpa"]
    titles = [step.title for step in before.steps]
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.steps.list.setFocus()
    QTest.keyClick(shown.steps.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calm(window, shown, qtbot)
    assert [s.title for s in kept(window)["bpa"].steps][:2] == [titles[1], titles[0]]
    assert shown.steps.at == 1
    shown.words.title.setFocus()
    shown.words.title.selectAll()
    QTest.keyClicks(shown.words.title, "first")
    QTest.keyClick(shown.words.title, Qt.Key.Key_Return)
    calm(window, shown, qtbot)
    assert kept(window)["bpa"].steps[1].title == "first"
    window.follow(BPA)
    shown.steps.buttons["put"].click()
    calm(window, shown, qtbot)
    put = kept(window)["bpa"].steps[1]
    assert (put.title, put.page, put.product) == ("first", "map", "bpa")
    shown.steps.buttons["here"].click()
    calm(window, shown, qtbot)
    assert shown.steps.at == len(titles)
    QTest.keyClick(shown.steps.list, Qt.Key.Key_Delete)
    calm(window, shown, qtbot)
    assert len(kept(window)["bpa"].steps) == len(titles)
    for _ in range(5):
        window.run("undo")
    assert kept(window)["bpa"] == before
    shown.close()


def test_stories_are_made_copied_named_and_deleted(window: OpenWindow, qtbot: QtBot) -> None:
    shown = dialog(window, "stories", StoriesDialog)
    shown.choose("bpa")
    shown.shelf.buttons["copy"].click()
    calm(window, shown, qtbot)
    copy = kept(window)[shown.shelf.id]
    assert copy.steps == kept(window)["bpa"].steps and copy.name != kept(window)["bpa"].name
    shown.shelf.name.setText("给市长")
    shown.shelf.name.editingFinished.emit()
    shown.shelf.minutes.setValue(12)
    shown.shelf.minutes.editingFinished.emit()
    calm(window, shown, qtbot)
    named = kept(window)[copy.id]
    assert (named.name, named.minutes) == ("给市长", 12)
    shown.shelf.name.setText(kept(window)["bpa"].name)
    shown.shelf.name.editingFinished.emit()
    calm(window, shown, qtbot)
    assert kept(window)[copy.id].name == "给市长"
    assert shown.shelf.name.text() == "给市长"
    shown.shelf.buttons["delete"].click()
    calm(window, shown, qtbot)
    assert copy.id not in kept(window)
    shown.buttons["show"].click()
    window.settle()
    show = window.desk.parts.shows.window
    assert show is not None and show.deck.at == 0
    assert show.deck.told.id == shown.shelf.id
    shown.close()


@pytest.mark.parametrize(("suffix", "count"), [("pptx", 1), ("pdf", 1), ("png", 9)])
def test_a_story_is_handed_out_and_what_is_there_stays(
    window: OpenWindow, qtbot: QtBot, tmp_path: Path, suffix: str, count: int
) -> None:
    shown = dialog(window, "stories", StoriesDialog)
    shown.steps.list.setCurrentRow(1)
    for _ in range(2 if suffix == "png" else 1):
        shown.buttons["export"].click()
        window.settle()
        asked = shown.findChild(QFileDialog)
        assert isinstance(asked, QFileDialog)
        asked.fileSelected.emit(str(tmp_path / f"给市长.{suffix}"))
        asked.close()
        asked.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        exports = window.desk.parts.exporter.findChild(Tasks)
        window.wait(lambda exports=exports: not exports.running)
    found = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert len(found) == (2 * count if suffix == "png" else count)
    assert all(path.stat().st_size > 10_000 for path in found)
    if suffix == "png":
        assert len({path.parent for path in found}) == 2
    shown.close()
