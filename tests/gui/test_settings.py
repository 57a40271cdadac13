"""设置: what is chosen holds at once; what the folder says is edited and can be undone."""

from __future__ import annotations

import json
import os
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from liantu.library.tuning import with_threshold
from liantu.model.boards import Board
from liantu.model.edits import Edit
from liantu.telling.lists.catalogue import LISTS
from liantu.ui.assuming.window import AssumingDialog
from liantu.ui.dialogs.settings.window import SettingsDialog
from liantu.ui.habits import afresh
from liantu.ui.remembered import settings as stored
from liantu.ui.style import typesize
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

ONCE_OFF_AND_ONCE_ON = 4
"""A widget hears of its dress twice each time: by itself, and from what it stands in."""


def opened(window: OpenWindow) -> SettingsDialog:
    window.run("settings")
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    return dialog


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_theme_is_worn_at_once_and_reset(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    looks = opened(window).looks
    dark = next(b for b in looks.theme.buttons if b.property("key") == "dark")
    press(qtbot, dark)
    assert window.frame.tones.dark
    assert window.frame.settings.theme == "dark"
    looks.restore()
    assert window.frame.settings.theme == "system"


class _Dressings(QObject):
    """Counts how often widgets are dressed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[int] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self.seen[id(watched)] += 1
        return False


def test_another_theme_dresses_no_widget_once_for_each_of_its_ancestors(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon")
    table = window.lists.products.grid.table
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    table.setColumnWidth(1, 321)
    window.map.canvas.zoom_in()
    window.settle()
    places = (bar.value(), table.columnWidth(1), window.map.canvas.scale_now)
    sizes = [part.geometry() for part in (window.head, window.legend, window.map, window.drawer)]
    deep = [table, table.viewport(), table.horizontalHeader(), window.legend]
    dressings = _Dressings()
    for widget in deep:
        widget.installEventFilter(dressings)
    window.run("theme_dark")
    assert dressings.seen
    assert max(dressings.seen.values()) <= ONCE_OFF_AND_ONCE_ON
    assert (bar.value(), table.columnWidth(1), window.map.canvas.scale_now) == places
    assert [p.geometry() for p in (window.head, window.legend, window.map, window.drawer)] == sizes
    image = table.viewport().grab().toImage()
    found = Counter(image.pixelColor(x, 9).name() for x in range(image.width()))
    assert found.most_common(1)[0][0] == window.frame.tones.paper.lower()


def test_what_was_put_together_is_dressed_for_where_it_lies(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    parts = (window.lists, window.desk.lists.widget, window.head)
    inside = [widget for part in parts for widget in part.findChildren(QWidget)]
    for widget in inside:
        widget.ensurePolished()  # what was never shown is dressed only then
    wanted = [widget.sizeHint() for widget in inside]
    window.run("theme_dark")
    other = [w for w, size in zip(inside, wanted, strict=True) if w.sizeHint() != size]
    assert other == [], "dressed anew, they want another size"


def test_a_type_size_is_kept_and_told_to_come_with_the_next_start(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    looks = opened(window).looks
    assert not looks.restart.isVisible()
    large = next(b for b in looks.size_.buttons if b.property("key") == "large")
    press(qtbot, large)
    assert looks.restart.isVisible()
    assert looks.waiting.isVisible()
    assert stored.load().type_size == "large"
    looks.restore()
    assert not looks.restart.isVisible()
    assert stored.load().type_size == "medium"


def test_the_window_is_opened_anew_on_the_same_folder(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    monkeypatch.setattr(afresh, "start_again", started.append)
    window = open_window()
    looks = opened(window).looks
    press(qtbot, next(b for b in looks.size_.buttons if b.property("key") == "large"))
    press(qtbot, looks.restart)
    assert started == [window.workspace.folder]
    assert not window.frame.isVisible()
    assert stored.load().type_size == "large"


@pytest.mark.parametrize(
    ("size", "outside", "factor"),
    [
        ("medium", None, None),
        ("large", None, "1.15"),
        ("small", None, "0.92"),
        ("large", "1.5", "1.725"),
        ("medium", "1.25", "1.25"),
        ("large", "nonsense", "1.15"),
        ("other", None, None),
    ],
)
def test_the_scale_of_the_system_stays_under_the_size(
    monkeypatch: pytest.MonkeyPatch, size: str, outside: str | None, factor: str | None
) -> None:
    for name in (typesize.OUTSIDE, typesize.FACTOR, typesize.RUNNING):
        monkeypatch.setenv(name, "1")
        monkeypatch.delenv(name)
    if outside:
        monkeypatch.setenv(typesize.FACTOR, outside)
    typesize.take(size)
    assert os.environ.get(typesize.FACTOR) == factor
    typesize.take(size)  # a start out of itself
    assert os.environ.get(typesize.FACTOR) == factor


def test_a_threshold_is_an_edit_that_the_diagnosis_follows(open_window: Open) -> None:
    window = open_window()
    judging = opened(window).judging
    before = window.workspace.reading
    judging.thin.setValue(0.8)
    window.settle()
    assert window.workspace.atlas.library.thin == 0.8
    assert window.workspace.reading.switches.thin == 0.8
    assert window.workspace.history.undo_label == "细链门槛改为 80%"
    assert window.workspace.reading is not before
    window.run("undo")
    assert window.workspace.atlas.library.thin == 1.0
    assert window.workspace.reading.switches.thin == 1.0
    assert judging.thin.value() == 1.0


def test_many_weights_of_one_criterion_are_one_step(open_window: Open) -> None:
    window = open_window()
    judging = opened(window).judging
    spin = judging.weights[Board.FILL]["demand"]
    for points in (35.0, 40.0, 45.0):
        spin.setValue(points)
    window.settle()
    assert window.workspace.reading.switches.weights[Board.FILL]["demand"] == 45
    window.run("undo")
    assert spin.value() == 30
    assert not window.workspace.dirty


def test_an_assumption_of_the_moment_is_no_setting_of_the_folder(open_window: Open) -> None:
    window = open_window()
    dialog = opened(window)
    assert "不改资料" in " ".join(
        w.text() for w in dialog.judging.findChildren(QWidget) if hasattr(w, "text")
    )
    window.run("switches")
    moment = window.findChild(AssumingDialog)
    assert isinstance(moment, AssumingDialog)
    moment.numbers.thin.setValue(0.6)
    window.settle()
    assert dialog.judging.thin.value() == 1.0
    assert not window.workspace.dirty


def test_while_nothing_can_be_edited_the_page_says_why(open_window: Open) -> None:
    window = open_window()
    judging = opened(window).judging
    window.bridge.hold("别人正打开着")
    judging.thin.setValue(0.8)
    window.settle()
    assert judging.note.text() == "别人正打开着"
    assert judging.thin.value() == 1.0
    assert not window.workspace.dirty


def test_what_the_reader_would_not_take_is_told_on_the_page(open_window: Open) -> None:
    window = open_window()
    dialog = opened(window)
    window.bridge.edit(Edit("x", partial(with_threshold, key="thin", value=0.0)))
    window.settle()
    assert "大于 0" in dialog.judging.note.text()
    assert dialog.judging.thin.value() == 1.0


def test_the_settings_are_opened_once(open_window: Open) -> None:
    window = open_window()
    first = opened(window)
    assert opened(window) is first


def test_a_template_is_copied_named_and_given_columns(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    page = opened(window).templates
    page.window().side.setCurrentRow(2)  # type: ignore[attr-defined]
    page._copy()
    page.title.setFocus()
    page.title.selectAll()
    qtbot.keyClicks(page.title, "quarter")
    window.settle()
    (own,) = [s for s in window.workspace.atlas.library.lists.values() if s.name == "quarter"]
    assert len(own.sheets) == 11
    page.sheets.list.setCurrentRow(1)
    page.sheet.usual.click()
    page.sheet.columns.list.setCurrentRow(1)
    page.sheet._move(-1)
    page.sheet.columns.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    window.settle()
    now = window.workspace.atlas.library.lists[own.id]
    listed = [column.id for column in LISTS["suppliers"].on_sheet]
    assert now.sheets[1].columns == (listed[0], *listed[2:])
    page._move_sheet(-1)
    page._remove_sheet()
    window.settle()
    assert [s.title for s in window.workspace.atlas.library.lists[own.id].sheets][:2] == [
        "领航龙头企业清单",
        "主要特色优势清单",
    ]
    page._remove()
    window.settle()
    assert own.id not in window.workspace.atlas.library.lists
    while window.workspace.can_undo:
        window.run("undo")
    assert not window.workspace.dirty


def test_the_default_template_is_one(open_window: Open) -> None:
    window = open_window()
    page = opened(window).templates
    page.sets.list.setCurrentRow(1)
    page.default.click()
    window.settle()
    lists = window.workspace.atlas.library.lists
    assert [i for i, s in lists.items() if s.default] == [next(iter(lists))]
    assert page.sets.list.item(0).text().endswith("（先用）")


def test_a_template_without_a_name_is_not_taken(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    page = opened(window).templates
    page.title.setFocus()
    page.title.selectAll()
    qtbot.keyClick(page.title, Qt.Key.Key_Delete)
    window.settle()
    assert page.note.text() == "模板要有名称，未改。"
    assert not window.workspace.dirty


def test_what_is_remembered_is_counted_and_forgotten(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    folders = opened(window).folders
    folders.kept.setValue(3)
    assert stored.load().recent == 3
    folders.window().side.setCurrentRow(3)  # type: ignore[attr-defined]
    press(qtbot, folders.forget)
    body = json.loads(stored.path().read_text(encoding="utf-8"))
    assert (body["views"], body["folder"]) == ([], "")
    assert folders.opens["data"].isEnabled()
    assert folders.opens["config"].isEnabled()


def test_every_page_fits_the_smallest_window(open_window: Open) -> None:
    dialog = opened(open_window())
    assert dialog.minimumSizeHint().width() <= 960
    assert dialog.minimumSizeHint().height() <= 600


def test_a_damaged_size_counts_as_none(tmp_path: Path) -> None:
    stored.path().parent.mkdir(parents=True, exist_ok=True)
    stored.path().write_text('{"version": 2, "type_size": "huge", "recent": 900}', encoding="utf-8")
    found = stored.load()
    assert (found.type_size, found.recent) == ("medium", 20)
