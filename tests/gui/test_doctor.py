"""帮助 ▶ 检查本机 and 日志文件夹."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from liantu.doctor.report import findings
from liantu.jobs import Progress
from liantu.render.facts import look
from liantu.ui.dialogs.doctor import DoctorDialog
from tests.gui.conftest import Open

OPEN = "liantu.ui.habits.fault.QDesktopServices.openUrl"


def test_the_menu_opens_the_folder_of_the_logs(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, _own_settings: Path
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(OPEN, open_url)
    window = open_window(lists=False)
    window.run("logs")
    assert opened == [_own_settings / "logs"]
    assert opened[0].is_dir()
    monkeypatch.setattr(OPEN, lambda _: False)
    window.run("logs")
    box = window.findChild(QMessageBox)
    assert str(_own_settings / "logs") in box.text(), "it can be opened by hand"
    box.close()


def test_the_doctor_says_the_same_in_the_window(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, _own_settings: Path, qtbot: QtBot
) -> None:
    monkeypatch.setattr("liantu.ui.dialogs.doctor.redacted", lambda words: f"~{words}")
    window = open_window(lists=False)
    window.run("doctor")
    dialog = window.findChild(DoctorDialog)
    qtbot.waitUntil(dialog.copy_button.isEnabled, timeout=30_000)
    shown = dialog.lines.toPlainText()
    found = findings(look(), Progress())
    assert [line[2:].partition("：")[0] for line in shown.splitlines()] == [f.name for f in found]
    assert "Qt：6." in shown
    assert str(_own_settings / "logs") in shown
    assert dialog.verdict.text() == "这台电脑符合要求。"
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == f"~{shown}"
    dialog.close()


def test_the_doctor_counts_what_is_wrong(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("liantu.doctor.machine.PACKAGES", {"nothing": "no_such_module"})
    window = open_window(lists=False)
    window.run("doctor")
    dialog = window.findChild(DoctorDialog)
    qtbot.waitUntil(dialog.copy_button.isEnabled, timeout=30_000)
    assert "有 1 项不符合要求" in dialog.verdict.text()
    assert "× nothing：未安装" in dialog.lines.toPlainText()
    dialog.close()


@pytest.mark.parametrize("how", ["close", "reject"])
def test_leaving_the_doctor_leaves_nothing_running(open_window: Open, how: str) -> None:
    window = open_window(lists=False)
    window.run("doctor")
    dialog = window.findChild(DoctorDialog)
    getattr(dialog, how)()
    assert not dialog._tasks.running
