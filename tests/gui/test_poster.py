"""看板 in the window: the sheet is made, its things are chosen, zoomed and walked to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytest import approx
from pytestqt.qtbot import QtBot

from liantu.diagram.drawing import Drawing, Label
from liantu.model.focus import MAP, POSTER
from liantu.model.target import Target
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.pages.poster.page import PosterPage
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton
SMALL = (1366, 768)


def _poster(window: OpenWindow, qtbot: QtBot) -> PosterPage:
    page = window.desk.poster
    window.selection.show_page(POSTER)
    qtbot.waitUntil(lambda: bool(page.view.pages) and not page.busy, timeout=20_000)
    return page


def _words(drawing: Drawing) -> str:
    return "".join(s.text for s in drawing.shapes if isinstance(s, Label))


def _click(page: PosterPage, qtbot: QtBot, target: Target) -> None:
    spot = next(s for s in page.view.spots if s.target == target)
    page.view.ensureVisible(spot.x, spot.y, spot.width, spot.height)
    middle = page.view.mapFromScene(spot.x + spot.width / 2, spot.y + spot.height / 2)
    assert page.view.spot_at(middle) is not None
    qtbot.mouseClick(page.view.viewport(), LEFT, pos=middle)


def test_a_thing_on_the_sheet_is_told_of_below_it(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    page = _poster(window, qtbot)
    _click(page, qtbot, Target("product", "phenol"))
    assert window.selection.focus.product == "phenol"
    assert window.selection.focus.page == POSTER
    assert page.strip.title.text() == "苯酚"
    assert "年需" in page.strip.told.words


def test_keys_walk_choose_and_leave(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    page = _poster(window, qtbot)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    first = min(page.view.spots, key=lambda s: (s.y, s.x))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert window.selection.focus.target == first.target
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert window.selection.focus.target is None
    assert page.strip.map.isHidden()


def test_a_thing_clicked_twice_is_shown_on_the_map(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    page = _poster(window, qtbot)
    _click(page, qtbot, Target("product", "phenol"))
    qtbot.mouseClick(page.strip.map, LEFT)
    assert (window.selection.focus.page, window.selection.focus.product) == (MAP, "phenol")
    window.run("back")
    assert window.selection.focus.page == POSTER


def test_the_city_leads_to_a_chain_and_back(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    page = _poster(window, qtbot)
    page.head.chain.setCurrentIndex(0)
    page.head.chain.activated.emit(0)
    qtbot.waitUntil(lambda: not page.busy)
    assert page.sight.chain == ""
    _click(page, qtbot, Target("chain", "al"))
    qtbot.waitUntil(lambda: not page.busy)
    assert (page.sight.chain, window.selection.focus.page) == ("al", POSTER)
    assert page.head.chain.currentData() == "al"
    window.run("back")
    assert page.sight.chain == ""


def test_zoom_and_page_width(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    page = _poster(window, qtbot)
    assert page.view.percent == 100
    assert page.view.horizontalScrollBar().maximum() == 0
    window.run("zoom_in")
    assert page.view.percent == 125
    window.run("fit")
    assert page.view.percent == 100


def test_another_paper_is_laid_out_anew(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    page = _poster(window, qtbot)
    before = page.view.pages[0].drawing
    page.head.paper.setCurrentIndex(page.head.paper.findData("16:9"))
    qtbot.waitUntil(lambda: not page.busy)
    after = page.view.pages[0].drawing
    assert (before.width, after.width) == (approx(1587.4, abs=1), approx(1280, abs=1))


def test_a_later_date_is_drawn(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25", size=SMALL)
    page = _poster(window, qtbot)
    before = page.view.pages[0].drawing
    assert "2022年10月" in _words(before)
    window.choose_date("2022-12-31")
    qtbot.waitUntil(lambda: not page.busy and page.view.pages[0].drawing is not before)
    assert "2022年12月" in _words(page.view.pages[0].drawing)


def test_the_sheet_is_exported_as_it_is_seen(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    _poster(window, qtbot)
    window.run("picture")
    dialog = window.findChild(ExportDialog)
    wish = dialog.wish()
    assert (wish.chain, wish.picture) == ("pc-nylon", "board")
    assert "看板" in wish.path.stem
    dialog.reject()
