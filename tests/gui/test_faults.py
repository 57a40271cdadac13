"""Whatever goes wrong, wherever Qt called it, reaches the teller once, and the window lives on."""

from __future__ import annotations

import ast
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from liantu.ui.app import _tell_crash
from liantu.ui.habits import crash, guarding, messages
from liantu.ui.habits.afresh import command, start_afresh
from liantu.ui.habits.crash import CrashTeller, is_noted
from liantu.ui.habits.fault import FaultDialog
from liantu.ui.widgets.banner import Banner
from liantu.ui.window import Window
from tests.gui.conftest import Open

Index = QModelIndex | QPersistentModelIndex
SRC = Path(crash.__file__).parents[2]
OPEN = "liantu.ui.habits.fault.QDesktopServices.openUrl"
ASKED = QEvent.Type.User
WAIT_MS = 5_000


class Faulty(QWidget):
    """Fails in the methods named by ``bad``."""

    asked = Signal()

    def __init__(self, *bad: str) -> None:
        super().__init__()
        self.bad = set(bad)
        self.called: list[str] = []

    def _maybe_fail(self, name: str) -> None:
        self.called.append(name)
        if name in self.bad:
            # In C, as most do: with Python 3.11 PySide would end the program for it.
            self.called[len(self.called)]

    def event(self, event: QEvent) -> bool:
        if event.type() == ASKED:
            self._maybe_fail("event")
        return super().event(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == ASKED:
            self._maybe_fail("eventFilter")
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._maybe_fail("paintEvent")

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        self._maybe_fail("mouseMoveEvent")

    def closeEvent(self, _event: QCloseEvent) -> None:
        self._maybe_fail("closeEvent")

    def sizeHint(self) -> QSize:
        self._maybe_fail("sizeHint")
        return QSize(200, 100)


class FaultyModel(QAbstractTableModel):
    """Has rows, of which it cannot say anything."""

    def rowCount(self, _parent: Index | None = None) -> int:
        return 3

    def columnCount(self, _parent: Index | None = None) -> int:
        return 2

    def data(self, _index: Index, _role: int = 0) -> object:
        return 1 / 0


@pytest.fixture
def teller(
    qapp: QApplication, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> Iterator[CrashTeller]:
    """Listens in the place of pytest-qt, and what it logged is expected."""
    for module, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    found = CrashTeller(qapp)
    found.listen()
    qapp.setQuitOnLastWindowClosed(False)
    yield found
    qapp.setQuitOnLastWindowClosed(True)
    if found.dialog is not None:
        found.dialog.close()
    found.deleteLater()
    caplog.get_records("call").clear()


def faults(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [r.getMessage() for r in caplog.records if r.name == crash.__name__]


LOOP_MS = 250
"""So long a busy machine may take for what follows."""


def in_the_loop(qapp: QApplication, act: Callable[[], object]) -> None:
    """Run ``act`` and what follows in an event loop of Qt, with no Python below that."""
    QTimer.singleShot(0, act)
    QTimer.singleShot(LOOP_MS, lambda: qapp.exit(0))  # quit() would close the dialog
    qapp.exec()


def post(widget: QWidget) -> None:
    QCoreApplication.postEvent(widget, QEvent(ASKED))


def send(widget: QWidget) -> None:
    QCoreApplication.sendEvent(widget, QEvent(ASKED))


def filtered(widget: QWidget) -> None:
    widget.installEventFilter(widget)
    post(widget)


def move(widget: QWidget) -> None:
    widget.setMouseTracking(True)
    for x in (7, 9):  # the mouse may be at one of them already
        QTest.mouseMove(widget, QPoint(x, x))


EVENTS: dict[str, tuple[str, Callable[[QWidget], object]]] = {
    "event posted": ("event", post),
    "event sent": ("event", send),
    "event filter": ("eventFilter", filtered),
    "painting soon": ("paintEvent", lambda widget: widget.update()),
    "painting at once": ("paintEvent", lambda widget: widget.repaint()),
    "mouse": ("mouseMoveEvent", move),
    "closing": ("closeEvent", lambda widget: widget.close()),
    "size": ("sizeHint", lambda widget: widget.adjustSize()),
}


@pytest.mark.parametrize("kind", EVENTS)
def test_a_fault_in_what_qt_calls_is_told(
    kind: str, teller: CrashTeller, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    bad, act = EVENTS[kind]
    widget = Faulty(bad)
    widget.show()
    in_the_loop(qapp, lambda: act(widget))
    assert bad in widget.called
    assert faults(caplog)[0] == "fault ×1: IndexError: list index out of range"
    assert teller.dialog is not None
    assert "list index out of range" in teller.dialog.informativeText()
    widget.bad.clear()
    widget.close()


@pytest.mark.parametrize("kind", EVENTS)
def test_nor_is_it_lost_below_python_code(
    kind: str, teller: CrashTeller, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """PySide would raise it there, lose it, or die."""
    bad, act = EVENTS[kind]
    widget = Faulty(bad)
    with qtbot.waitExposed(widget):
        widget.show()
    act(widget)
    qtbot.waitUntil(lambda: bad in widget.called, timeout=WAIT_MS)
    assert faults(caplog)[0].startswith("fault ×1: IndexError")
    widget.bad.clear()
    widget.close()


def test_a_fault_in_a_slot_a_timer_and_an_animation_is_told(
    teller: CrashTeller, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(kind: str) -> Callable[..., None]:
        def slot(*_: object) -> None:
            # One line each, or they would be the same fault.
            raise {"direct": KeyError, "queued": ValueError, "timer": TypeError}.get(
                kind, RuntimeError
            )(kind)

        return slot

    widget = Faulty()
    widget.asked.connect(fail("direct"))
    widget.asked.connect(fail("queued"), Qt.ConnectionType.QueuedConnection)
    timer = QTimer(widget, singleShot=True, interval=0)
    timer.timeout.connect(fail("timer"))
    moving = QVariantAnimation(widget, duration=1, startValue=0, endValue=1)
    moving.finished.connect(fail("animation"))

    def act() -> None:
        widget.asked.emit()
        timer.start()
        moving.start()

    in_the_loop(qapp, act)
    told = sorted(faults(caplog))
    assert told == [
        *("fault ×1: KeyError: 'direct'", "fault ×1: RuntimeError: animation"),
        *("fault ×1: TypeError: timer", "fault ×1: ValueError: queued"),
    ]
    assert teller.dialog is not None
    details = teller.dialog.detailedText()
    assert all(name in details for name in ("KeyError", "ValueError", "TypeError", "RuntimeError"))


def test_a_click_that_fails_is_told_and_the_button_works_on(
    teller: CrashTeller, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    clicks: list[int] = []

    def slot() -> None:
        clicks.append(1)
        raise LookupError("first")

    button.clicked.connect(slot)
    button.show()
    for _ in range(2):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: teller.dialog is not None, timeout=WAIT_MS)
    assert len(clicks) == 2
    assert faults(caplog) == ["fault ×1: LookupError: first"]


def test_a_list_whose_rows_fail_is_no_endless_loop(
    teller: CrashTeller, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(FaultyModel(view))
    view.show()
    qtbot.waitUntil(lambda: teller.dialog is not None, timeout=WAIT_MS)
    assert faults(caplog)[0] == "fault ×1: ZeroDivisionError: division by zero"


def test_a_fault_of_a_thread_is_told(
    teller: CrashTeller, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work() -> None:
        raise KeyError("thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: teller.dialog is not None, timeout=WAIT_MS)
    assert faults(caplog) == ["fault ×1: KeyError: 'thread'"]


def test_a_fault_of_giving_up_is_logged_alone(
    teller: CrashTeller, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    class Leaving:
        def __del__(self) -> None:
            raise KeyError("gone")

    leaving = Leaving()
    del leaving
    qapp.processEvents()
    assert "Leaving.__del__" in faults(caplog)[0]
    assert teller.dialog is None


def test_painting_that_fails_each_time_shows_one_dialog(
    teller: CrashTeller, qapp: QApplication, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    widget = Faulty("paintEvent")
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    for _ in range(12):
        widget.repaint()
    qtbot.waitUntil(lambda: teller.dialog is not None, timeout=WAIT_MS)
    assert teller.dialog is not None
    teller.dialog.close()
    widget.repaint()
    qapp.processEvents()
    assert teller.dialog is None, "it was told a moment ago"
    assert widget.called.count("paintEvent") >= 12
    assert [words[:9] for words in faults(caplog)] == ["fault ×1:", "fault ×10"]


def test_the_same_fault_is_told_again_after_a_while(
    teller: CrashTeller, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "QUIET_S", 0.0)
    widget = Faulty("event")
    qtbot.addWidget(widget)
    for _ in range(2):
        send(widget)
        qtbot.waitUntil(lambda: teller.dialog is not None, timeout=WAIT_MS)
        assert teller.dialog is not None
        teller.dialog.close()
        assert teller.dialog is None


def test_a_dialog_that_goes_with_its_window_makes_room(teller: CrashTeller, qtbot: QtBot) -> None:
    window = QWidget()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    crash.hand_over(KeyError("first"))
    qtbot.waitUntil(lambda: teller.dialog is not None, timeout=WAIT_MS)
    assert teller.dialog is not None
    assert teller.dialog.parentWidget() is window
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert teller.dialog is None


def test_its_buttons_copy_open_the_folder_and_close(
    teller: CrashTeller, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, _own_settings: Path
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(OPEN, open_url)
    crash.hand_over(KeyError("x"))
    qtbot.waitUntil(lambda: teller.dialog is not None, timeout=WAIT_MS)
    dialog = teller.dialog
    assert dialog is not None
    buttons = {b.text(): b for b in dialog.findChildren(QPushButton)}
    buttons["复制详情"].click()
    assert "KeyError: 'x'" in QGuiApplication.clipboard().text()
    buttons["打开日志文件夹"].click()
    assert opened == [_own_settings / "logs"]
    assert opened[0].is_dir()
    assert dialog.isVisible(), "neither closes it"
    assert "已记入日志" in dialog.text()
    assert "没有改动" in dialog.text()
    buttons["关闭"].click()
    assert teller.dialog is None


@pytest.mark.parametrize(
    ("count", "noted"), [(1, True), (2, False), (10, True), (11, False), (100, True), (110, False)]
)
def test_what_repeats_is_noted_by_tens(count: int, noted: bool) -> None:
    assert is_noted(count) is noted


# -- a window that does not come


def test_a_fault_before_the_inside_is_there_offers_the_settings(
    teller: CrashTeller, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []
    teller.restart = lambda: asked.append("again")

    def fail(*_: object) -> None:
        raise KeyError("settings")

    monkeypatch.setattr("liantu.ui.desk.Desk", fail)
    window = Window(tmp_path)
    qtbot.addWidget(window)
    window.furnished.connect(teller.be_calm)
    window.show()
    qtbot.waitUntil(lambda: teller.dialog is not None, timeout=WAIT_MS)
    assert teller.dialog is not None
    buttons = {b.text(): b for b in teller.dialog.findChildren(QPushButton)}
    assert "退出" in buttons
    assert "关闭" not in buttons
    buttons["以缺省设置重新打开"].click()
    assert asked == ["again"]
    monkeypatch.undo()


def test_once_it_is_there_they_are_not_offered(
    teller: CrashTeller, qtbot: QtBot, tmp_path: Path
) -> None:
    teller.restart = lambda: None
    window = Window(tmp_path)
    qtbot.addWidget(window)
    window.furnished.connect(teller.be_calm)
    window.show()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=WAIT_MS)
    assert teller.restart is None


# -- work in the background


def fail(*_: object) -> object:
    raise LookupError("planted")


def refuse(*_: object) -> object:
    raise PermissionError(13, "refused", "x.png")


def test_a_fault_of_a_job_is_in_the_log_and_its_details_are_offered(
    open_window: Open, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    window = open_window(lists=False)
    window.desk.parts.exporter.make(fail)
    window.wait(lambda: "导出失败" in window.banner.words)
    assert window.banner.words == "导出失败（程序内部出错，已记入日志）。"
    record = caplog.records[0]
    assert record.getMessage() == "fault of a job: LookupError: planted"
    assert record.exc_info is not None
    caplog.clear()
    assert [b.text() for b in window.banner.buttons] == ["详情…", "关闭"]
    window.banner.buttons[0].click()
    dialog = window.findChild(FaultDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert "LookupError: planted" in dialog.detailedText()
    assert "in fail" in dialog.detailedText()
    dialog.close()


def test_what_a_disk_refuses_is_no_fault(open_window: Open) -> None:
    window = open_window(lists=False)
    window.desk.parts.exporter.make(refuse)
    window.wait(lambda: "导出失败" in window.banner.words)
    assert window.banner.words == "导出失败（没有权限）。"
    assert [b.text() for b in window.banner.buttons] == ["关闭"]


def test_a_folder_that_cannot_be_read_is_told_with_the_details(
    open_window: Open, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(lists=False)
    monkeypatch.setattr("liantu.ui.session.bridge.read", fail)
    window.reload()
    window.settle()
    assert "读取失败（程序内部出错" in window.banner.words
    assert window.banner.buttons[0].text() == "详情…"
    caplog.clear()


@pytest.mark.parametrize(
    "job",
    [
        *("liantu.ui.session.later.search.build", "liantu.ui.session.later.search.with_pinyin"),
        *("liantu.ui.session.later.late_issues",),
    ],
)
def test_a_fault_that_no_note_would_tell_is_told_by_the_dialog(
    job: str,
    teller: CrashTeller,
    open_window: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(lists=False)
    monkeypatch.setattr(job, fail)
    window.reload()
    window.wait(lambda: teller.dialog is not None)
    assert teller.dialog is not None
    assert "LookupError: planted" in teller.dialog.informativeText()


def test_a_chart_that_cannot_be_drawn_is_told(
    teller: CrashTeller, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(chain="soy", lists=False)
    monkeypatch.setattr("liantu.ui.widgets.chart.draw", fail)
    window.selection.show_page("charts")
    window.wait(lambda: teller.dialog is not None)
    assert teller.dialog is not None
    assert "LookupError: planted" in teller.dialog.informativeText()


# -- a start afresh


def test_a_start_afresh_sets_the_settings_aside(
    monkeypatch: pytest.MonkeyPatch, _own_settings: Path, qapp: QApplication
) -> None:
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(
        "liantu.ui.habits.afresh.QProcess.startDetached",
        lambda program, arguments: started.append((program, arguments)),
    )
    ended: list[int] = []
    monkeypatch.setattr("liantu.ui.habits.afresh.QCoreApplication.exit", ended.append)
    (_own_settings / "settings.json").write_text("{}", encoding="utf-8")
    (_own_settings / "notes.txt").write_text("", encoding="utf-8")
    start_afresh(["--chain", "al"])
    left = sorted(path.name for path in _own_settings.iterdir())
    assert left == ["notes.txt", "settings.json.bad"]
    assert started == [(sys.executable, ["-m", "liantu", "--new-window", "--chain", "al"])]
    assert ended == [0]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable]


# -- Qt's own messages


def test_what_qt_says_is_logged_with_its_place(caplog: pytest.LogCaptureFixture) -> None:
    place = SimpleNamespace(file="x.cpp", line=3, function="paint()", category="qt.gui")
    nowhere = SimpleNamespace(file=None, line=0, function=None, category=None)
    caplog.set_level(logging.DEBUG, "liantu.qt")
    messages.hear(QtMsgType.QtWarningMsg, place, "first")  # type: ignore[arg-type]
    messages.hear(QtMsgType.QtCriticalMsg, nowhere, "second")  # type: ignore[arg-type]
    messages.hear(QtMsgType.QtInfoMsg, nowhere, "third")  # type: ignore[arg-type]
    found = [(r.levelname, r.getMessage()) for r in caplog.records]
    caplog.clear()
    assert found == [
        ("WARNING", "qt.gui: first (x.cpp:3 paint())"),
        ("ERROR", "default: second"),
        ("DEBUG", "default: third"),
    ]


# -- a crash of the run before


def test_it_is_told_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window(tmp_path)
    qtbot.addWidget(window)
    window.furnished.connect(partial(_tell_crash, window, tmp_path / "crash-1.txt"))
    window.show()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=WAIT_MS)
    assert window.desk is not None
    qtbot.waitUntil(lambda: not window.desk.bridge.busy, timeout=WAIT_MS)
    found = [note for note in window.findChildren(Banner) if "上次异常退出" in note.words]
    assert len(found) == 1
    assert str(tmp_path / "crash-1.txt") in found[0].words
    assert [b.text() for b in found[0].buttons] == ["打开日志文件夹", "关闭"]


# -- all of it


def _overrides(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        part.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for part in node.body
        if isinstance(part, ast.FunctionDef) and part.name != part.name.lower()
    }


def test_every_method_that_qt_calls_is_guarded() -> None:
    own = {"calendarWidget", "setCurrentWidget", "currentWidget", "enableCallbacks"}
    """Called by ourselves alone, the last by HiGHS."""
    names = {name for path in SRC.rglob("*.py") for name in _overrides(path)}
    assert {name for name in names if not guarding.is_guarded(name)} == own
