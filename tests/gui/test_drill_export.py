"""断供演练单 out of the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel

from liantu.library.importing.tables import tables_of
from liantu.model.drill import Drill, Shock, ShockKind
from tests.gui.conftest import Open


def test_a_drill_is_written_once_something_fails(open_window: Open, tmp_path: Path) -> None:
    window = open_window(chain="nev")
    assert not window.can("drill_export")
    drill = Drill((Shock(ShockKind.ENTERPRISE, "huilong"),))
    window.desk.parts.bridge.look(replace(window.workspace.reading.scenario, drill=drill), "演练")
    window.wait(lambda: window.can("drill_export"))
    window.run("drill_export")
    (dialog,) = window.frame.findChildren(QFileDialog)
    path = tmp_path / "单.xlsx"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    window.wait(
        lambda: any(str(path) in told.text() for told in window.banner.findChildren(QLabel))
    )
    assert "断供演练" in [table.name for table in tables_of(path.read_bytes(), path.name)]
