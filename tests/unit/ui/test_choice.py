"""One of several as buttons or as a menu."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from liantu.ui.widgets.choice import Choice

OPTIONS = {"": "全部", "east": "东区", "west": "西区"}


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def choice(parent: QWidget, *, folded: bool) -> Choice:
    made = Choice(parent, "县市区", folded=folded)
    made.offer(OPTIONS, "east")
    return made


def test_what_stays_a_menu_has_no_buttons(parent: QWidget) -> None:
    made = choice(parent, folded=True)
    made.offer({**OPTIONS, "north": "北区"}, "north")
    assert made.buttons == []
    assert [a.text() for a in made.menu.actions() if a.isChecked()] == ["北区"]


def test_buttons_come_when_there_is_room(parent: QWidget) -> None:
    made = choice(parent, folded=True)
    made.fold(False)
    assert [button.text() for button in made.buttons] == list(OPTIONS.values())
    assert [button.isChecked() for button in made.buttons] == [False, True, False]
    picked: list[str] = []
    made.chosen.connect(picked.append)
    made.buttons[2].click()
    assert (picked, made.key) == (["west"], "west")
    made.fold(True)
    assert all(button.isHidden() for button in made.buttons)


def test_other_options_have_other_buttons(parent: QWidget) -> None:
    made = choice(parent, folded=False)
    made.offer({"a": "A&B", "b": "C"}, "b")
    assert [button.text() for button in made.buttons] == ["A&&B", "C"]
    assert [button.isChecked() for button in made.buttons] == [False, True]
