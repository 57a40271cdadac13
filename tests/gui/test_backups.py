"""自动备份: back to what the folder held before a saving, in one step that can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from liantu import paths
from liantu.library.keeping import backups
from liantu.ui.dialogs.backups import BackupsDialog
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.gui.test_saving import RENAME, press, settle
from tests.helpers.folders import write

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(open_window: Open, tmp_path: Path) -> OpenWindow:
    """A window in which a name was changed and saved."""
    found = open_window(write(tmp_path / "资料"))
    found.bridge.edit(RENAME)
    found.settle()
    press(found, Qt.Key.Key_S)
    return found


def _dialog(window: OpenWindow) -> BackupsDialog:
    window.run("backups")
    (dialog,) = window.frame.findChildren(BackupsDialog)
    return dialog


def test_going_back_is_one_step_that_can_be_undone(window: OpenWindow) -> None:
    dialog = _dialog(window)
    assert dialog.list.count() == 1
    dialog.list.setCurrentRow(0)
    QTest.mouseClick(dialog.restore, LEFT)
    window.wait(lambda: window.workspace.dirty)  # the dialog is gone by then
    window.settle()
    products = window.workspace.atlas.products
    assert products["phenol"].name == "苯酚"
    assert window.workspace.dirty
    window.run("undo")
    assert window.workspace.atlas.products["phenol"].name == "石炭酸"
    assert not window.workspace.dirty
    settle(window)


def test_a_damaged_backup_says_so_and_changes_nothing(window: OpenWindow) -> None:
    (version,) = backups.versions(paths.state_folder(), window.workspace.folder)
    version.path.write_bytes(b"PK\x03\x04 broken")
    dialog = _dialog(window)
    dialog.list.setCurrentRow(0)
    QTest.mouseClick(dialog.restore, LEFT)
    window.wait(dialog.restore.isEnabled)
    assert "备份" in dialog.note.text()
    assert not window.workspace.dirty
    dialog.reject()
