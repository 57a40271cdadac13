"""What every program does: Chinese menus, a calm wheel, undo everywhere, drops."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from liantu.model.scenario import Switches
from liantu.ui.assuming.window import AssumingDialog
from liantu.ui.widgets.buttons import run_by
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

UI = Path(__file__).parents[2] / "src" / "liantu" / "ui"
FIELDS = {"QComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit"}
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


# -- language


def numbers_of(window: OpenWindow) -> AssumingDialog:
    window.run("switches")
    found = window.findChild(AssumingDialog)
    assert isinstance(found, AssumingDialog)
    found.open_section(found.numbers)
    return found


def test_menus_of_fields_are_chinese(qtbot: QtBot) -> None:
    field = QLineEdit("词")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert [word.split("(")[0] for word in words] == [
        *("撤消", "重做", "剪切", "复制", "粘贴", "删除", "全选")
    ]
    menu.deleteLater()


def test_buttons_of_dialogs_are_chinese(qtbot: QtBot) -> None:
    both = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
    box = QDialogButtonBox(both)
    qtbot.addWidget(box)
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert cancel.text().split("(")[0] == "取消"
    assert QLocale().language() == QLocale.Language.Chinese


def test_weekdays_of_the_calendar_are_seen(open_window: Open) -> None:
    calendar = open_window().frame.topbar.date.edit.calendarWidget()
    heads = calendar.horizontalHeaderFormat()
    assert heads == calendar.HorizontalHeaderFormat.SingleLetterDayNames
    day = calendar.locale().dayName(1, QLocale.FormatType.NarrowFormat)
    assert day == "一"


# -- wheel


def fields_within(*widgets: QWidget) -> Iterator[QComboBox | QAbstractSpinBox]:
    """All but the year of an open calendar, which lies over everything else."""
    for widget in widgets:
        yield from widget.findChildren(QComboBox)
        for spin in widget.findChildren(QAbstractSpinBox):
            if not isinstance(spin.parentWidget().parentWidget(), QCalendarWidget):
                yield spin


def value(field: QWidget) -> str:
    return field.currentText() if isinstance(field, QComboBox) else field.text()  # type: ignore[attr-defined]


def turn(widget: QWidget, notches: int) -> None:
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        *(at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120 * notches)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(widget, event)


def test_the_arrows_of_the_calendar_have_the_colour_of_its_words(open_window: Open) -> None:
    calendar = open_window().frame.topbar.date.edit.calendarWidget()
    for name, sign in (("qt_calendar_prevmonth", "◀"), ("qt_calendar_nextmonth", "▶")):
        button = calendar.findChild(QToolButton, name)
        assert button.icon().isNull(), "Qt's own are green in any theme"
        assert button.text() == sign


def test_the_wheel_changes_no_field_without_the_keys(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    reading = window.workspace.reading
    dialog = numbers_of(window)
    window.map.canvas.setFocus()
    found = list(fields_within(window.frame, dialog))
    assert len(found) > 20
    before = [value(field) for field in found]
    for field in found:
        field.clearFocus()
        turn(field, 1)
        turn(field, -2)
    assert [value(field) for field in found] == before
    assert window.workspace.reading is reading


def test_the_wheel_changes_the_field_that_has_the_keys(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    dialog = numbers_of(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    before = dialog.numbers.thin.value()
    dialog.numbers.thin.setFocus()
    turn(dialog.numbers.thin, 1)
    assert dialog.numbers.thin.value() == pytest.approx(before + 0.05)


def test_only_calm_fields_are_built() -> None:
    found = []
    for path in UI.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        names = {call.id for call in calls if isinstance(call, ast.Name)}
        found += [f"{path.name}: {name}" for name in sorted(names & FIELDS)]
    assert found == [], "liantu.ui.widgets.fields has them"


# -- undo


def spots(window: OpenWindow) -> list[QWidget]:
    return [
        window.map.canvas,
        window.chains.view,
        window.head.county,
        window.frame.topbar.date.edit,
        window.lists.gaps["short"].filter,
        window.frame.topbar.search,
    ]


def test_undo_and_redo_work_from_everywhere(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.lists.setCurrentWidget(window.lists.gaps["short"])
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    for at, widget in enumerate(spots(window)):
        thin = 1.1 + at / 10
        window.assume(Switches(thin=thin))
        widget.setFocus()
        assert QApplication.focusWidget() is widget, widget
        qtbot.keyClick(widget, Qt.Key.Key_Z, CONTROL)
        window.settle()
        assert window.workspace.reading.switches.thin != thin, widget
        qtbot.keyClick(widget, Qt.Key.Key_Y, CONTROL)
        window.settle()
        assert window.workspace.reading.switches.thin == thin, widget
        qtbot.keyClick(widget, Qt.Key.Key_Z, CONTROL)
        window.settle()
        qtbot.keyClick(widget, Qt.Key.Key_Z, CONTROL | SHIFT)
        window.settle()
        assert window.workspace.reading.switches.thin == thin, widget


def test_a_field_takes_back_what_was_typed_first(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    window.assume(Switches(thin=1.3))
    window.lists.setCurrentWidget(window.lists.gaps["short"])
    field = window.lists.gaps["short"].filter
    field.setFocus()
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == ""
    assert window.workspace.reading.switches.thin == 1.3
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    window.settle()
    assert window.workspace.reading.switches.thin != 1.3


# -- drops


def dragged(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(window: OpenWindow, at: QPoint, data: QMimeData) -> bool:
    """Drag over a spot and let go there, as the system tells it; whether it is taken."""
    handle = window.frame.windowHandle()
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, buttons, none)
    QCoreApplication.sendEvent(handle, enter)
    if enter.isAccepted():
        let_go = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, buttons, none)
        QCoreApplication.sendEvent(handle, let_go)
    return enter.isAccepted()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "x.yaml").write_text("", encoding="utf-8")
    return tmp_path


def test_a_folder_dropped_anywhere_is_opened(open_window: Open, folder: Path, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    parts = (
        window.map.canvas,
        window.lists.gaps["short"].filter,
        window.inspector,
        window.frame.topbar,
    )
    for widget in parts:
        target = folder / str(id(widget))
        target.mkdir()
        at = window.frame.mapFromGlobal(widget.mapToGlobal(widget.rect().center()))
        assert drop(window, at, dragged(target))
        window.settle()
        assert window.workspace.folder == target


def test_a_file_is_refused_in_words(open_window: Open, folder: Path) -> None:
    window = open_window(chain="pc-nylon")
    before = window.workspace.folder
    assert drop(window, QPoint(300, 300), dragged(folder / "x.yaml"))
    assert "x.yaml" in window.banner.words
    assert "文件夹" in window.banner.words
    drop(window, QPoint(300, 300), dragged(folder, folder / "x.yaml"))
    assert "2 项" in window.banner.words
    assert window.workspace.folder == before


def test_dragged_text_is_left_to_the_field_below(open_window: Open) -> None:
    data = QMimeData()
    data.setText("词")
    assert not drop(open_window(chain="pc-nylon"), QPoint(300, 20), data)


def test_a_button_of_a_verb_may_go_before_the_verb(qtbot: QtBot) -> None:
    """A dialog that was closed is told nothing, and of it nothing is kept."""
    action, button = QAction("甲"), QToolButton()
    run_by(button, action)
    shiboken6.delete(button)
    with qtbot.captureExceptions() as caught:
        action.setText("乙")
        action.setText("丙")
    assert caught == []
