"""The style sheet is read wherever the program lies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from liantu import paths
from liantu.ui.style.look import tones
from liantu.ui.style.sheet import sheet


@pytest.mark.parametrize("name", ["张 三", "链图（试用） & (2)", "it's; a {folder}"])
def test_a_folder_of_any_name_spoils_neither_the_sheet_nor_its_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, name: str
) -> None:
    """Qt warns of a sheet that it cannot read, which fails the test, and drops all of it."""
    icons = tmp_path / name / "icons"
    shutil.copytree(paths.resource("icons"), icons)
    monkeypatch.setattr(paths, "resource", (tmp_path / name).joinpath)
    drawn = [grabbed(qtbot)]
    monkeypatch.undo()
    drawn.append(grabbed(qtbot))
    assert drawn[0] == drawn[1], "the mark is drawn"


def grabbed(qtbot: QtBot) -> QImage:
    """A ticked box."""
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setChecked(True)
    box.setFixedSize(QSize(40, 20))
    box.setStyleSheet(sheet(tones(dark=False)))
    return box.grab().toImage()
