"""What the hands of the tests notice: every way in which a fault can hide inside of Qt."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer, qWarning
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QListWidget,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.hands import Faults, Log, acts, breathe, put_away, strays


class Painted(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        raise KeyError("painted")


class Watched(QWidget):
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            raise KeyError("filtered")
        return False


@pytest.fixture
def seen(qtlog: Log, caplog: pytest.LogCaptureFixture) -> Faults:
    return Faults(qtlog, caplog)


@pytest.fixture
def root(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(200, 100)
    return made


def _paints(root: QWidget) -> None:
    painted = Painted(root)
    root.show()
    breathe()
    painted.deleteLater()


def _filters(root: QWidget) -> None:
    watcher = Watched(root)
    root.installEventFilter(watcher)
    QApplication.sendEvent(root, QEvent(QEvent.Type.User))
    root.removeEventFilter(watcher)


def _clicks(root: QWidget) -> None:
    button = QPushButton(root)
    button.clicked.connect(_raises)
    button.click()


def _waits(root: QWidget) -> None:
    QTimer.singleShot(0, root, _raises)


def _threads(_root: QWidget) -> None:
    thread = threading.Thread(target=_raises)
    thread.start()
    thread.join()


def _raises() -> None:
    raise KeyError("raised")


def _deletes(_root: QWidget) -> None:
    class Dying:
        def __del__(self) -> None:
            raise KeyError("dying")

    Dying()


@pytest.mark.parametrize("act", [_paints, _filters, _clicks, _waits, _threads, _deletes])
def test_what_is_raised_inside_of_qt_is_noticed_with_the_act(
    seen: Faults, root: QWidget, act: Callable[[QWidget], None]
) -> None:
    with seen.watching():
        seen.attempt("before", breathe)
        seen.attempt("it", lambda: act(root))
    assert seen.found
    assert all(words.startswith("it: KeyError(") for words in seen.found)


def test_an_error_of_the_act_itself_is_noticed_once(seen: Faults) -> None:
    with seen.watching():
        seen.attempt("it", _raises)
        seen.attempt("nothing", breathe)
    assert len(seen.found) == 1


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_warnings_of_qt_and_of_the_program_are_noticed(
    seen: Faults, caplog: pytest.LogCaptureFixture
) -> None:
    with seen.watching():
        seen.attempt("qt", lambda: qWarning("careful"))
        seen.attempt("program", lambda: logging.getLogger("liantu").warning("mind"))
        seen.attempt("nothing", breathe)
    caplog.clear()
    assert seen.found == ["qt: careful", "program: mind"]


def test_a_window_without_a_parent_is_a_stray(qtbot: QtBot, root: QWidget) -> None:
    root.show()
    dialog, lost = QDialog(root), QPushButton("夺")
    qtbot.addWidget(lost)
    dialog.show()
    assert strays(root) == []
    lost.show()
    assert strays(root) == ["QPushButton"]
    put_away(root)
    assert not dialog.isVisible()
    assert not lost.isVisible()


def test_everything_that_is_seen_is_tried_and_nothing_else(root: QWidget) -> None:
    done: list[str] = []
    for at, name in enumerate(("甲", "乙", "丙")):
        button = QPushButton(name, root)
        button.move(0, at * 20)
        button.clicked.connect(lambda _=False, name=name: done.append(name))
    button.hide()
    menued = QToolButton(root)
    menued.setMenu(QMenu(menued))
    for name in ("上", "下"):
        menued.menu().addAction(name, lambda name=name: done.append(name))
    combo = QComboBox(root)
    combo.addItems(["一", "二"])
    combo.activated.connect(lambda at: done.append(combo.itemText(at)))
    rows = QListWidget(root)
    rows.addItems(["行"])
    rows.itemDoubleClicked.connect(lambda item: done.append(item.text()))
    root.show()
    for act in acts(root, breathe):
        assert act.possible
        act.do()
    assert done == ["甲", "乙", "上", "下", "二", "一", "行"]
