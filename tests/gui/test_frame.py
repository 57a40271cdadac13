"""The frame of the window on every size of screen: what gives way, what the map keeps."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from liantu import paths
from liantu.telling.standing import coverage_brief, coverage_sentence
from liantu.ui.bars.topbar import PAGES
from liantu.ui.pages.map import frame as frames
from liantu.ui.remembered import settings
from liantu.ui.shell import LEAST
from liantu.ui.window import Window
from liantu.wording import text
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

SIZES = [
    (1920, 1080),
    (1600, 960),
    (1366, 728),
    (1366, 697),
    (1280, 640),
    (1180, 768),
    (1092, 582),
    (1024, 768),
    (1024, 690),
    (911, 480),
    (900, 600),
    (800, 460),
]


def shown(window: OpenWindow, part: QWidget) -> QRect:
    """Where a part lies in the window."""
    return QRect(part.mapTo(window.frame, QPoint(0, 0)), part.size())


def texts(part: QWidget) -> list[QWidget]:
    """Visible labels and buttons with words that are to be read whole."""
    inside = [*part.findChildren(QLabel), *part.findChildren(QAbstractButton)]
    return [w for w in inside if w.isVisible() and w.text()]


@pytest.mark.parametrize("chain", ["pc-nylon", "it"])
def test_nothing_lies_outside_or_is_cut(open_window: Open, qtbot: QtBot, chain: str) -> None:
    window = open_window(chain=chain, size=SIZES[0], lists=False)
    for size in SIZES:
        window.frame.resize(*size)
        assert (window.frame.width(), window.frame.height()) == size
        qtbot.waitUntil(partial(_is_whole, window))  # a part of a part is laid out an event later


def _is_whole(window: OpenWindow) -> None:
    whole = window.frame.rect()
    for area in (window.frame.topbar, window.head, window.legend, window.lists.bar):
        if not area.isVisible() or not area.height():
            continue
        assert whole.contains(shown(window, area)), area.objectName()
        for part in texts(area):
            place = shown(window, part)
            assert whole.contains(place), (area.objectName(), part.text())
            assert part.width() >= part.minimumSizeHint().width(), part.text()


ROOM = {
    (1366, 728): (1189, 592),
    (1366, 697): (1189, 561),
    (1024, 700): (979, 564),
    (1280, 640): (1100, 500),
    (900, 600): (850, 480),
}
"""Size of the window → what the map gets at least."""


def test_the_map_has_its_room(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SIZES[0], lists=False)
    for size, least in ROOM.items():
        window.frame.resize(*size)
        qtbot.wait(50)
        room = window.map.canvas.size()
        assert room.width() >= least[0], size
        assert room.height() >= least[1], size


def test_a_large_window_docks_the_inspector_and_the_lists(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=(1600, 960))
    assert window.room.docks
    assert window.side.isVisible()
    assert (window.map.width(), window.map.height()) == (1059, 580)
    assert shown(window, window.drawer).top() == shown(window, window.legend).bottom() + 1
    assert not shown(window, window.side).intersects(shown(window, window.map))


def test_the_window_may_be_small() -> None:
    assert LEAST.width() <= 900
    assert LEAST.height() <= 600


@pytest.mark.parametrize("page", PAGES)
def test_every_page_fits_the_least_size(open_window: Open, page: str) -> None:
    window = open_window(chain="pc-nylon", size=(900, 600), lists=False)
    window.selection.show_page(page)
    window.settle()
    assert (window.frame.width(), window.frame.height()) == (900, 600)


def test_it_gives_way_in_the_order_of_the_plan(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=(1366, 728), lists=False)
    head, bar = window.head, window.frame.topbar
    assert not window.chains.icons
    assert head.lens.buttons[0].isVisible()
    assert head.second.isVisible()
    window.frame.resize(1179, 700)
    assert window.chains.icons
    window.frame.resize(1024, 700)
    assert head.lens.closed.isVisible()
    assert not head.lens.buttons[0].isVisible()
    assert head.lens.closed.text().startswith("镜头：")
    assert bar.search.words.text() == text("ui.search")
    assert bar.date.isVisible()
    window.frame.resize(1024, 689)
    assert not head.second.isVisible()
    assert window.legend.height() > 0
    window.frame.resize(1024, 639)
    assert window.legend.height() == 0
    assert head.help.isVisible()
    window.frame.resize(800, 700)
    assert all(button.isVisible() for button in bar.pages.values())
    assert bar.export_button.isVisible()
    assert not head.section.isVisible()
    assert head.more.isVisible()
    assert head.second.lacking.isVisible()
    window.frame.resize(1366, 728)
    assert head.lens.buttons[0].isVisible()
    assert head.second.names.isVisible()
    assert not head.more.isVisible()


def test_a_chosen_section_is_told_however_narrow(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=(800, 700), lists=False)
    assert not window.head.section.isVisible()
    window.pick(window.head.section, "nylon")
    assert window.head.section.isVisible()
    assert window.selection.focus.section == "nylon"


def test_all_chains_are_seen_without_scrolling(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=(1366, 697), lists=False)
    assert len(window.chains.chains()) == 20
    for height in (697, 640):
        window.frame.resize(1366, height)
        qtbot.wait(50)
        assert window.chains.view.verticalScrollBar().maximum() == 0, height


def test_coverage_stands_beside_the_tabs_as_a_whole_form(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=(1366, 700), lists=False)
    reading = window.workspace.reading
    forms = [coverage_sentence(reading), coverage_brief(reading), text("ui.coverage.sign")]
    label = window.lists.bar.coverage
    assert label.text() == forms[0]
    for width in (1366, 1100, 900, 800):
        window.frame.resize(width, 700)
        qtbot.wait(50)
        assert label.isVisible()
        assert label.text() in forms
        assert label.width() >= label.sizeHint().width()
        assert label.accessibleName() == forms[0]


def test_icons_are_remembered_for_this_screen(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=(1366, 728), lists=False)
    window.run("chain_icons")
    assert window.chains.width() == 45
    assert window.map.width() == 1366 - 45
    window.frame.close()
    again = open_window(size=(1366, 728), lists=False)
    assert again.chains.icons
    again.run("chain_icons")
    assert not again.chains.icons


def test_icons_open_under_the_focus_and_lie_over_the_map(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=(1024, 700), lists=False)
    room = window.map.geometry()
    window.chains.view.setFocus()
    qtbot.waitUntil(lambda: window.chains.width() == 177)
    assert window.map.geometry() == room
    window.map.canvas.setFocus()
    qtbot.waitUntil(lambda: window.chains.width() == 45)


def test_the_first_start_is_maximised_and_a_later_one_as_it_was_left(qtbot: QtBot) -> None:
    windows = []
    for maximised in (True, False):
        window = Window(paths.shipped_chains())
        windows.append(window)
        window.appear()
        qtbot.waitExposed(window)
        assert window.isMaximized() is maximised
        if maximised:
            window.showNormal()
            window.resize(800, 500)
        else:
            assert window.height() == 500
        window.close()


def test_a_stored_size_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    window = Window(paths.shipped_chains())
    screen = window.screen().availableGeometry()
    window.resize(4000, 3000)
    window.show()
    qtbot.waitExposed(window)
    window.close()
    again = Window(paths.shipped_chains())
    again.appear()
    qtbot.waitExposed(again)
    qtbot.waitUntil(lambda: again.frameGeometry().bottom() <= screen.bottom())
    assert again.frameGeometry().top() >= screen.top()
    assert again.width() == max(screen.width() - _around(again), LEAST.width())
    again.close()


def _around(window: Window) -> int:
    return window.frameGeometry().width() - window.width()


def test_damaged_values_of_the_frame_count_as_absent() -> None:
    body = '{"version": 1, "narrow": {"1366x768": "x", "a": true}, "docked": 3, "side_width": "w"}'
    settings.path().parent.mkdir(parents=True, exist_ok=True)
    settings.path().write_text(body, encoding="utf-8")
    found = settings.load()
    assert found.narrow == {"a": True}
    assert found.docked is None
    assert found.side_width == 0
    assert settings.save(found)
    assert isinstance(settings.path(), Path)
    assert settings.load() == found


def test_what_was_left_open_is_open_again(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=(1366, 728), lists=False)
    window.run("lists_open")
    window.run("inspector_dock")
    assert window.room.docks
    window.frame.close()
    kept = settings.load()
    assert kept.lists_open
    assert kept.docked
    assert frames.WIDE > 1366


class _Tops(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self.found += [type(watched).__name__] if watched.isWindow() else []
        return False


def test_no_part_flashes_up_as_a_window_of_its_own(open_window: Open, qapp: QApplication) -> None:
    tops = _Tops()
    qapp.installEventFilter(tops)
    window = open_window(chain="pc-nylon")
    window.selection.open_chain("it")
    window.settle()
    qapp.removeEventFilter(tops)
    assert tops.found == ["Window"]


def test_a_date_is_never_cut(open_window: Open) -> None:
    """Half a date is another date; the ways to undo have keys and menu, and give way before it."""
    window = open_window(chain="pc-nylon", date="2022-10-26", size=(LEAST.width(), LEAST.height()))
    bar = window.frame.topbar
    assert not bar.date.slider.isVisible(), "the first that gives way"
    for words in (text("ui.scenario.now"), "双酚A全部投产、聚碳酸酯30万吨"):
        bar.show_scenario(words, "" if words == text("ui.scenario.now") else words)
        bar.show_unsaved(12)
        window.wait(lambda edit=bar.date.edit: edit.width() >= edit.minimumSizeHint().width())
        window.wait(lambda: bar.need <= bar.width())
