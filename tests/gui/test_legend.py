"""The legend below the map says what the legend on paper says, and its marks are filters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from liantu.diagram.lenses import LENSES
from liantu.diagram.segment.legend import legend_entries
from liantu.ui.canvas.segment_scene import SegmentScene
from liantu.ui.pages.map.legend_help import Help, meaning
from liantu.ui.seen import lenses, looking
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton
SMALL = (1366, 697)


def cards(window: OpenWindow, *, faded: bool) -> frozenset[str]:
    scene = window.map.canvas.map_scene
    assert isinstance(scene, SegmentScene)
    return frozenset(p for p, card in scene.cards.items() if card.faded is faded)


def test_it_shows_what_stands_on_the_map(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=SMALL, lists=False)
    for lens in LENSES.values():
        window.head.lens_chosen.emit(lens.id)
        window.settle()
        window.wait(lambda: not window.map.canvas.awaited)
        reading, focus = window.workspace.reading, window.selection.focus
        graph = looking.graph_of(reading, focus)
        assert graph is not None
        shown = lenses.lens_of(reading, focus)
        assert shown is not None
        entries = legend_entries(graph, shown, window.frame.tones.theme)
        assert window.legend.entries == entries
        assert [part.entry for part in window.legend.shown] == list(entries)


def test_counts_and_names_are_never_cut(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="it", size=SMALL, lists=False)
    for width in (1366, 1180, 1024, 900):
        window.frame.resize(width, 697)
        qtbot.wait(50)
        for part in window.legend.shown:
            if part.isVisible():
                assert part.width() >= part.sizeHint().width(), part.entry.words
                assert part.geometry().right() < window.legend.help.geometry().left()
        seen = {part.entry.id for part in window.legend.shown if part.isVisible()}
        assert {"made", "broken", "short_up", "short_down"} <= seen


def test_a_click_keeps_one_kind_and_shift_adds_another(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL, lists=False)
    parts = {part.entry.id: part for part in window.legend.shown}
    up, down = parts["short_up"], parts["short_down"]
    with qtbot.waitSignal(window.legend.filtered) as told:
        qtbot.mouseClick(up, LEFT)
    assert told.args == [up.entry.items]
    assert cards(window, faded=False) == up.entry.items
    assert up.isChecked()
    with qtbot.waitSignal(window.legend.filtered) as told:
        qtbot.mouseClick(down, LEFT, Qt.KeyboardModifier.ShiftModifier)
    assert told.args == [up.entry.items | down.entry.items]
    assert cards(window, faded=False) == up.entry.items | down.entry.items
    qtbot.mouseClick(down, LEFT, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(up, LEFT)
    assert window.legend.chosen == frozenset()
    assert not cards(window, faded=True)


def test_the_key_tells_every_entry_with_its_meaning(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL, lists=False)
    qtbot.keyClick(window.frame, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    found = window.frame.findChild(Help)
    assert found is not None
    words = [label.text() for label in found.findChildren(QLabel)]
    for entry in window.legend.entries:
        assert entry.words in words
        assert not entry.items or meaning(entry) in words
    popover = found.parentWidget()
    assert isinstance(popover, QFrame)
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_another_lens_is_told_of_once_its_map_is_painted(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=SMALL, lists=False)
    before = window.legend.entries
    window.head.lens_chosen.emit("balance")
    assert window.map.canvas.lens.id == "balance"
    assert [b.isChecked() for b in window.head.lens.buttons] == [k == "balance" for k in LENSES]
    assert window.legend.entries == before
    window.head.lens_chosen.emit("structure")
    window.settle()
    reading, focus = window.workspace.reading, window.selection.focus
    graph = looking.graph_of(reading, focus)
    assert graph is not None and focus.lens == "structure"
    theme = window.frame.tones.theme
    assert window.legend.entries == legend_entries(graph, LENSES["structure"], theme)


def test_a_filter_ends_with_its_lens_before_the_map_is_painted(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon", size=SMALL, lists=False)
    part = next(p for p in window.legend.shown if p.entry.id == "short_up")
    qtbot.mouseClick(part, LEFT)
    assert cards(window, faded=True)
    window.head.lens_chosen.emit("balance")
    assert not cards(window, faded=True)
    assert not window.legend.chosen
