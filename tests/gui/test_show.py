"""演示: stories play through by the keys that clickers send, and end where the window goes on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liantu.document.show import scenario_of
from liantu.model.focus import MAP
from liantu.model.story import Story
from liantu.model.target import Target
from liantu.ui.canvas import motion
from liantu.ui.show.deck import CONTENTS
from liantu.ui.show.landing import focus_at
from liantu.ui.show.view import Veil
from liantu.ui.show.window import ShowWindow
from liantu.ui.verbs.story import show_from
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

K = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier


class Room:
    """A window with a show that is pressed through."""

    def __init__(self, window: OpenWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    @property
    def show(self) -> ShowWindow:
        shown = self.window.desk.parts.shows.window
        assert shown is not None
        return shown

    @property
    def is_on(self) -> bool:
        return self.window.desk.parts.shows.window is not None

    def begin(self) -> None:
        self.window.frame.activateWindow()
        self._qtbot.waitUntil(self.window.frame.isActiveWindow)
        QTest.keyClick(self.window.frame, K.Key_F11)
        self.wait()

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        for key in keys:
            QTest.keyClick(self.show, key, held)
            if self.is_on:
                self.wait()

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.show.busy, timeout=30_000)

    @property
    def told(self) -> str:
        return self.show.view.accessibleDescription()

    @property
    def stories(self) -> list[Story]:
        return list(self.window.workspace.atlas.stories.values())

    def spot(self) -> QPoint:
        sheet = self.show.view.sheet
        assert sheet is not None
        return self.show.view.place_of(sheet.slide.spots[-1])


@pytest.fixture
def room(open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(motion, "wanted", lambda: False)
    yield Room(open_window(chain="pc-nylon", date="2022-10-26"), qtbot)


def test_the_clicker_plays_every_story_and_the_contents_between(room: Room) -> None:
    room.begin()
    stories = room.show.deck.stories
    assert [one.id for one in stories] == [*room.window.workspace.atlas.stories, ""]
    for number, story in enumerate(stories):
        assert (room.show.deck.story, room.show.deck.at) == (number, CONTENTS)
        assert all(one.name in room.told for one in stories)
        for at, step in enumerate(story.steps):
            room.press(K.Key_PageDown)
            assert room.show.deck.at == at
            assert step.title in room.told
            assert f"第 {at + 1} 步" in room.show.view.accessibleName()
        room.press(K.Key_PageDown)
        assert room.show.note.words
        room.press(K.Key_PageDown)
    assert room.show.deck.in_contents


def test_the_window_goes_on_at_the_step_at_which_the_show_was_left(room: Room) -> None:
    atlas = room.window.workspace.atlas
    steps = [
        (n, at, step) for n, one in enumerate(room.stories) for at, step in enumerate(one.steps)
    ]
    for number, at, step in steps:
        if at == 1:  # once in each story by keys, else at once: the slides are tried elsewhere
            room.begin()
            room.press(K.Key_Home, *[K.Key_Down] * number, K.Key_PageDown, K.Key_2, K.Key_Return)
        else:
            show_from(room.window.desk.parts, room.stories[number].id, at)
        assert (room.show.deck.story, room.show.deck.at) == (number, at)
        room.press(K.Key_Escape)
        assert not room.is_on
        room.window.settle()
        assert room.window.selection.focus == focus_at(step, atlas)
        wanted = scenario_of(step, atlas)
        assert room.window.workspace.wanted.alike(wanted)
        assert room.window.workspace.reading.date == (wanted.date or atlas_date(room))


def atlas_date(room: Room) -> str:
    """The day of the folder where nothing says another."""
    reading = room.window.workspace.reading
    return reading.at("").date


def test_leaving_is_one_step_that_can_be_taken_back(room: Room) -> None:
    before = room.window.workspace.wanted
    at = next(n for n, step in enumerate(room.stories[0].steps) if step.date == "2022-10-25")
    room.begin()
    room.press(K.Key_PageDown, *[K.Key_PageDown] * at)
    room.press(K.Key_F11)
    room.window.settle()
    assert room.window.workspace.reading.date == "2022-10-25"
    assert room.stories[0].steps[at].title in (room.window.workspace.history.undo_label or "")
    room.window.run("undo")
    assert room.window.workspace.wanted == before


def test_a_show_can_be_left_without_touching_the_window(room: Room) -> None:
    focus, before = room.window.selection.focus, room.window.workspace.wanted
    room.begin()
    room.press(K.Key_PageDown)
    room.press(K.Key_Escape, held=Qt.KeyboardModifier.ShiftModifier)
    assert not room.is_on
    assert (room.window.selection.focus, room.window.workspace.wanted) == (focus, before)
    room.begin()
    room.press(K.Key_Escape)
    assert (room.window.selection.focus, room.window.workspace.wanted) == (focus, before)


def test_the_room_looks_at_who_speaks_while_the_screen_is_black(room: Room) -> None:
    room.begin()
    room.press(K.Key_PageDown)
    for key, veil in ((K.Key_B, Veil.BLACK), (K.Key_Comma, Veil.WHITE)):
        room.press(key)
        assert room.show.view.veil is veil
        image = room.show.view.grab().toImage()
        assert (
            image.pixelColor(image.width() // 2, image.height() // 2).name() == veil.value.lower()
        )
        room.press(key)
        assert room.show.view.veil is Veil.NONE
    room.press(K.Key_Period, K.Key_PageDown)
    assert room.show.view.veil is Veil.NONE


def test_numbers_keys_and_help(room: Room) -> None:
    room.begin()
    room.press(K.Key_PageDown, K.Key_2)
    assert "2" in room.show.note.words
    room.press(K.Key_Return)
    assert room.show.deck.at == 1
    room.press(K.Key_F1)
    assert room.show.keys.isVisible()
    room.press(K.Key_Escape)
    assert not room.show.keys.isVisible()
    room.press(K.Key_G)
    assert room.show.deck.in_contents
    room.press(K.Key_Down, K.Key_Return)
    assert room.show.deck.story == 1


def test_a_click_selects_and_a_double_click_goes_to_the_map(room: Room) -> None:
    room.begin()
    room.press(K.Key_PageDown)
    QTest.mouseClick(room.show.view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    room.wait()
    assert room.show.deck.chosen is None and room.show.deck.at == 0
    QTest.mouseClick(room.show.view, Qt.MouseButton.LeftButton, pos=room.spot())
    room.wait()
    chosen = room.show.deck.chosen
    assert chosen is not None
    QTest.mouseDClick(room.show.view, Qt.MouseButton.LeftButton, pos=room.spot())
    room.window.settle()
    assert not room.is_on
    assert room.window.selection.focus.page == MAP
    assert room.window.selection.focus.target is not None


def test_the_screen_alone_without_a_story(room: Room, open_window: Open, qtbot: QtBot) -> None:
    room.window.follow(Target("product", "bpa"))
    room.begin()
    room.press(K.Key_End, K.Key_PageDown)
    assert room.show.deck.told.id == ""
    assert room.show.deck.told.steps[0].product == "bpa"
    focus = room.window.selection.focus
    room.press(K.Key_Escape)
    assert room.window.selection.focus == focus


def test_a_show_ends_with_the_window(room: Room) -> None:
    room.begin()
    shown = room.show
    QTest.keyClick(shown, K.Key_PageDown)
    room.window.desk.stop()
    assert not shown.isVisible()
    assert not room.window.desk.parts.shows.busy
