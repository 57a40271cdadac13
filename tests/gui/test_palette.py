"""The search palette: best hits first, more on demand, and it stays while its own menu is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liantu.model.target import Target
from liantu.telling.searching.search import build
from liantu.ui.bars import search as bars
from liantu.ui.bars.hit_delegate import MORE
from liantu.ui.bars.search import SearchPalette
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(window: OpenWindow, qtbot: QtBot) -> SearchPalette:
    """The palette, once pinyin is known."""
    qtbot.waitUntil(lambda: bool(window.search._index.hits("sfa")), timeout=20_000)
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    qtbot.keyClick(window.frame, Qt.Key.Key_K, CONTROL)
    return window.search


def rows(palette: SearchPalette) -> list[str]:
    return [palette.results.item(at).text() for at in range(palette.results.count())]


def more_row(palette: SearchPalette) -> int:
    found = range(palette.results.count())
    return next(at for at in found if palette.results.item(at).data(MORE) == "product")


def test_the_best_hit_is_the_first_and_enter_opens_it(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    palette = opened(window, qtbot)
    for typed, first in (("xf", "xinfa"), ("zt", "zhongtong"), ("sj", "naoh")):
        palette.field.setText(typed)
        assert palette.hits()[0].target.id == first, typed
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.selection.focus.target == Target("product", "naoh")
    canvas = window.map.canvas
    assert window.frame.focusWidget() is canvas
    window.settle()
    window.chains.view.setFocus()
    opened(window, qtbot).field.setText("qq")  # on the same map as before
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    window.settle()
    assert window.selection.focus.target == Target("product", "h2")
    assert window.frame.focusWidget() is canvas


def test_enter_before_pinyin_is_known_opens_the_hit_once_it_is(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    palette = opened(window, qtbot)
    whole = palette._index
    palette.set_index(build(window.workspace.reading.atlas))
    palette.field.setText("sfa")
    assert palette.hits() == []
    assert palette.note.text().startswith("正在读取"), "not: there is no such thing"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.set_index(whole)
    assert not palette.isVisible()
    assert window.selection.focus.target == Target("product", "bpa")


def test_what_is_not_shown_is_counted_and_shown_on_demand(open_window: Open, qtbot: QtBot) -> None:
    palette = opened(open_window(), qtbot)
    palette.field.setText("铝")
    whole = len(palette._index.hits("铝"))
    row = more_row(palette)
    hidden = [int(words.split()[1]) for words in rows(palette) if words.startswith("还有 ")]
    assert len(palette.hits()) + sum(hidden) == whole > 40
    palette.results.setCurrentRow(row)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert palette.results.currentRow() == row, "goes on at the first that was hidden"
    products = [hit for hit in palette._index.hits("铝") if hit.target.kind == "product"]
    assert len([hit for hit in palette.hits() if hit.target.kind == "product"]) == len(products)


def test_a_hit_says_its_kind_its_chain_and_how_it_stands(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    palette = opened(window, qtbot)
    palette.field.setText("双酚A")
    spoken = palette.results.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    verdict = window.workspace.reading.verdicts["bpa"]
    assert verdict.local
    assert spoken.startswith("双酚A · 环节 · ")
    assert spoken.endswith("聚碳酸酯·尼龙")
    palette.field.setText("中通客车")
    assert "东昌府区" in palette.results.item(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_its_own_menu_does_not_close_it(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    palette = opened(open_window(), qtbot)
    QGuiApplication.clipboard().setText("bpa")
    palette.field.clear()
    for spot in (palette.field.rect().center(), QPoint(20, -4)):
        at = palette.field.mapTo(palette, spot)
        below = palette.childAt(at) or palette
        qtbot.mousePress(below, Qt.MouseButton.RightButton, pos=below.mapFrom(palette, at))
        assert palette.isVisible()
    reason = Qt.FocusReason.PopupFocusReason
    QApplication.sendEvent(palette.field, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert palette.isVisible()
    menu = palette.field.createStandardContextMenu()
    paste = next(action for action in menu.actions() if action.text().startswith("粘贴"))
    paste.trigger()
    menu.deleteLater()
    assert palette.isVisible()
    assert palette.hits()[0].target == Target("product", "bpa")


def test_going_elsewhere_closes_it(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    palette = opened(window, qtbot)
    window.chains.view.setFocus()
    assert not palette.isVisible()
    opened(window, qtbot)
    qtbot.mousePress(window.frame, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert not palette.isVisible()


def test_escape_gives_the_keys_back(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.map.canvas.setFocus()
    palette = opened(window, qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is window.map.canvas


def test_it_lies_within_a_small_window(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.frame.resize(1024, 700)
    palette = opened(window, qtbot)
    palette.field.setText("l")
    inside = QRect(QPoint(0, 0), window.frame.size())
    assert inside.contains(palette.geometry())
    assert palette.results.horizontalScrollBar().maximum() == 0


def test_a_large_index_is_searched_beside_the_window(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    palette = opened(open_window(), qtbot)
    palette.field.setText("xf")
    at_once = rows(palette)
    monkeypatch.setattr(bars, "AT_ONCE", 0)
    palette.field.setText("x")
    palette.field.setText("xf")
    qtbot.waitUntil(lambda: not palette.busy)
    assert rows(palette) == at_once
    palette.field.setText("zhongtong")
    assert palette.busy and rows(palette) == at_once
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible(), "nothing of what was found before is opened"
    qtbot.waitUntil(lambda: not palette.isVisible())


def test_of_a_kind_so_many_are_shown_and_then_the_next(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bars, "WHOLE", 20)
    window = open_window()
    palette = opened(window, qtbot)
    palette.field.setText("l")
    whole = sum(hit.target.kind == "product" for hit in palette.index.hits("l"))
    shown = []
    for _ in range(2):
        row = more_row(palette)
        palette.results.itemClicked.emit(palette.results.item(row))
        assert palette.results.currentRow() == row
        shown.append(sum(hit.target.kind == "product" for hit in palette.hits()))
    best = shown[0] - 20
    assert shown == [20 + best, 40 + best] and shown[1] < whole
    assert palette.results.item(more_row(palette)).text().find(str(whole - shown[1])) >= 0
