"""What Qt says by itself is Chinese, as dates and numbers are; its translation may be missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLibraryInfo, QLocale, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QTableView,
    QTextBrowser,
    QTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from liantu.ui.habits import language
from liantu.ui.widgets.fields import DateField

TOLD = ("text", "windowTitle", "toolTip", "placeholderText", "accessibleName")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_KEYS = re.compile(r"\t.*")


def words(widget: QWidget) -> Iterator[str]:
    """All that a widget and what is in it say; paths and names of files are not Qt's words."""
    for part in (widget, *widget.findChildren(QObject)):
        if isinstance(part, QLabel | QAbstractButton | QAction | QWidget):
            for name in TOLD:
                told = part.property(name)
                if isinstance(told, str) and not isinstance(part, QLineEdit):
                    yield told


def latin(told: Iterator[str]) -> list[str]:
    return [words for words in told if _LATIN.search(words)]


def test_every_button_of_a_message_is_chinese(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    first, last = (
        QMessageBox.StandardButton.Ok.value,
        QMessageBox.StandardButton.RestoreDefaults.value,
    )
    for button in QMessageBox.StandardButton:
        if button.value.bit_count() == 1 and first <= button.value <= last:
            box.addButton(button)
    box.setDetailedText("详情")
    found = [button.text() for button in box.buttons()]
    assert len(found) > 17
    assert latin(words(box)) == []
    ok = box.button(QMessageBox.StandardButton.Ok)
    assert ok is not None
    assert (ok.text(), box.button(QMessageBox.StandardButton.Cancel).text()) == ("确定", "取消")


def test_every_button_of_a_row_of_them_is_chinese(qtbot: QtBot) -> None:
    row = QDialogButtonBox()
    qtbot.addWidget(row)
    for button in QDialogButtonBox.StandardButton:
        if button.value.bit_count() == 1:
            row.addButton(button)
    assert len(row.buttons()) > 17
    assert latin(words(row)) == []


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_the_file_dialog_is_chinese(
    qtbot: QtBot, tmp_path: Path, mode: QFileDialog.AcceptMode
) -> None:
    dialog = QFileDialog(None, "标题", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    view = dialog.findChild(QTreeView)
    assert isinstance(view, QTreeView)
    model = view.model()
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(4)]
    assert heads == ["名称", "体积", "类型", "修改日期"]
    own = [told for told in words(dialog) if str(tmp_path) not in told]
    assert latin(iter(own)) == []


@pytest.mark.parametrize("make", [QLineEdit, QTextEdit, QPlainTextEdit, QTextBrowser])
def test_the_menu_of_a_field_is_chinese(
    qtbot: QtBot, make: Callable[[], QLineEdit | QTextEdit | QPlainTextEdit]
) -> None:
    field = make()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    entries = [_KEYS.sub("", entry.text()) for entry in menu.actions()]
    assert "全选" in entries
    assert latin(iter(entries)) == []


@pytest.mark.parametrize("make", [QInputDialog, QProgressDialog])
def test_small_dialogs_are_chinese(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    assert "取消" in list(words(dialog))
    assert latin(words(dialog)) == []


def test_a_calendar_begins_on_monday_and_has_chinese_heads(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.setDate(QDate(2022, 12, 31))
    calendar = field.calendarWidget()
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    table = calendar.findChild(QTableView)
    assert isinstance(table, QTableView)
    first = [table.model().index(0, at).data() for at in range(7)]
    assert first == ["一", "二", "三", "四", "五", "六", "日"]
    calendar.setSelectedDate(QDate(2022, 12, 31))
    assert "十二月" in list(words(calendar))
    assert latin(words(calendar)) == []


def test_numbers_and_dates_are_written_as_in_china(qtbot: QtBot) -> None:
    spin = QDoubleSpinBox()
    qtbot.addWidget(spin)
    assert spin.locale().name() == "zh_CN"
    assert QLocale().toString(12345.5, "f", 1) == "12,345.5"
    written = QLocale().toString(QDate(2024, 1, 2), QLocale.FormatType.LongFormat)
    assert written == "2024年1月2日星期二"


def test_without_its_translation_dates_are_chinese_all_the_same(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QLibraryInfo, "path", lambda _: str(tmp_path))
    assert not language.speak_chinese(qapp)
    assert QLocale().name() == "zh_CN"
