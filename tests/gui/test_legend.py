"""The legend below the map says what the legend on paper says."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from liantu.diagram.lenses import LENSES
from liantu.ui.look import tones
from liantu.ui.pages.map.legend import Legend, Mark


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", list(LENSES))
def test_it_shows_the_entries_of_the_lens(qtbot: QtBot, name: str, dark: bool) -> None:
    look = tones(dark)
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_lens(LENSES[name])
    legend.set_tones(look)
    legend.show()
    entries = LENSES[name].legend(look.theme)
    shown = [label.text() for label in legend.findChildren(QLabel) if label.isVisible()]
    assert shown == [*(entry.words for entry in entries), LENSES[name].words]
    marks = [mark.shapes for mark in legend.findChildren(Mark) if mark.isVisible()]
    assert marks == [entry.mark for entry in entries if entry.mark]
    assert not legend.grab().isNull()


@pytest.mark.parametrize("name", list(LENSES))
def test_no_entry_is_cut_in_a_narrow_window(qtbot: QtBot, name: str) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_lens(LENSES[name])
    legend.resize(420, legend.heightForWidth(420))
    legend.show()
    for shown in legend.findChildren(QLabel):
        if shown.isVisible() and shown.text() != LENSES[name].words:
            assert shown.width() >= shown.sizeHint().width()
            corner = shown.mapTo(legend, shown.rect().bottomRight())
            assert corner.x() <= 420
            assert corner.y() <= legend.height()
