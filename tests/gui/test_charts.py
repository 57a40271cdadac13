"""图表: every chart is seen, tells its values, and leads to what it tells of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liantu import paths
from liantu.diagram.theme import LIGHT
from liantu.model.focus import CHARTS as PAGE
from liantu.model.focus import LISTS_PAGE, MAP
from liantu.render.charts.canvas import Surface
from liantu.render.charts.plot import draw
from liantu.telling.charts.catalogue import CHARTS, ChartName, chart
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.pages.charts.view import Charts
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import write
from tests.helpers.readings import shipped_at

LEFT = Qt.MouseButton.LeftButton


def page(window: OpenWindow, qtbot: QtBot, name: ChartName = ChartName.BALANCE) -> Charts:
    """The page with a chart drawn on it."""
    window.selection.show_page(PAGE)
    view = window.desk.charts.view
    view.choose(name)
    wait(view, qtbot)
    return view


def wait(view: Charts, qtbot: QtBot) -> None:
    chart = view.card.view
    qtbot.waitUntil(lambda: chart.isVisible() and not chart.busy, timeout=20_000)
    assert chart.surface is not None


def at(view: Charts, tip: str) -> QPoint:
    """The middle of the area whose tip begins so."""
    surface = view.card.view.surface
    assert surface is not None
    found = next(at for at, hit in enumerate(surface.hits) if hit.tip.startswith(tip))
    return surface.area(found).center().toPoint()


def canvas(view: Charts):
    surface = view.card.view.surface
    assert surface is not None
    return surface.widget


@pytest.mark.parametrize("name", [n for n in ChartName if n is not ChartName.TREND])
def test_every_chart_is_seen_with_its_finding(
    open_window: Open, qtbot: QtBot, name: ChartName
) -> None:
    view = page(open_window(chain="al"), qtbot, name)
    assert view.card.finding.text().endswith("。")
    assert view.card.title.text()
    assert view.chain.isVisible() == CHARTS[name].of_chain
    image = canvas(view).grab().toImage()
    colors = {
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 5)
    }
    assert len(colors) > 3


def test_what_cannot_be_drawn_is_said(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="nev")
    view = page(window, qtbot)
    view.choose(ChartName.SANKEY)
    assert not view.card.view.isVisible()
    assert "没有已知用量" in view.card.finding.text()
    assert not view.copy.isEnabled()
    view.choose(ChartName.RADAR)
    wait(view, qtbot)
    assert view.copy.isEnabled()


def test_the_chooser_follows_the_focus_and_leads_it(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="al")
    view = page(window, qtbot)
    assert view.chain.currentData() == "al"
    view.chain.setCurrentIndex(view.chain.findData("pc-nylon"))
    view.chain.activated.emit(view.chain.currentIndex())
    window.settle()
    assert (window.selection.focus.page, window.selection.focus.chain) == (PAGE, "pc-nylon")
    assert view.card.title.text().startswith("聚碳酸酯·尼龙")
    window.selection.open_chain("cu")
    window.selection.show_page(PAGE)
    assert view.chain.currentData() == "cu"
    wait(view, qtbot)


def test_the_pointer_tells_values_and_a_click_selects(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    view = page(window, qtbot)
    place = at(view, "双酚A：")
    QTest.mouseMove(canvas(view), place)
    qtbot.waitUntil(lambda: "20万吨" in canvas(view).toolTip())
    assert "年需 18.1万吨" in canvas(view).toolTip()
    assert canvas(view).cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(canvas(view), LEFT, pos=place)
    focus = window.selection.focus
    assert (focus.page, focus.chain, focus.product) == (MAP, "pc-nylon", "bpa")


def test_keys_go_from_bar_to_bar_and_enter_selects(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    chart = page(window, qtbot).card.view
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert "：环己酮：" in chart.accessibleName()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert "：苯酚：" in chart.accessibleName()
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert window.selection.focus.product == "phenol"


def test_a_cell_of_a_county_leads_to_its_firms(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="al")
    view = page(window, qtbot, ChartName.COUNTIES)
    qtbot.mouseClick(canvas(view), LEFT, pos=at(view, "茌平区："))
    assert window.selection.focus.page == LISTS_PAGE
    ledger = window.desk.lists.view
    assert (ledger.key, ledger.side.value("county")) == ("enterprises", "茌平区")


def test_the_shown_chart_is_copied_and_saved(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="al")
    view = page(window, qtbot)
    QGuiApplication.clipboard().clear()
    view.copy.click()
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=20_000)
    view.save.click()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert dialog.picture.currentData() == "balance"
    dialog.format.setCurrentIndex(dialog.format.findData("svg"))
    dialog.folder.setText(str(tmp_path))
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=20_000)
    (made,) = tmp_path.iterdir()
    assert made.name.startswith("聊城市_铝供需对比_")
    assert "铝产业链供需对比" in made.read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_charts_follow_the_theme(open_window: Open, qtbot: QtBot, theme: str) -> None:
    window = open_window(chain="al")
    view = page(window, qtbot)
    window.frame.choose_theme(theme)
    ground = window.frame.tones.theme.ground
    qtbot.waitUntil(
        lambda: canvas(view).grab().toImage().pixelColor(1, 1).name().upper() == ground,
        timeout=20_000,
    )


def test_a_folder_without_chains_shows_no_chart(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    empty = {"01-resin.yaml": "format: 1\n", "enterprises.yaml": "format: 1\n"}
    window = open_window(write(tmp_path, empty))
    window.selection.show_page(PAGE)
    window.settle()
    assert window.pages.currentWidget() is window.desk.arrival.empty


START = """
import sys
from PySide6.QtWidgets import QApplication
from liantu import paths
from liantu.ui.window import Window
app = QApplication([])
window = Window(paths.shipped_chains(), "al", "")
window.resize(1366, 768)
window.show()
window.furnish()
while not window.desk.bridge.session.ready or window.desk.bridge.busy:
    app.processEvents()
for _ in range(50):
    app.processEvents()
assert "matplotlib" not in sys.modules
window.close()
"""


def test_the_window_starts_without_matplotlib(tmp_path: Path) -> None:
    environment = {
        "PYTHONPATH": str(Path(paths.__file__).parents[1]),
        "LIANTU_CONFIG": str(tmp_path),
        "HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "PATH": "",
    }
    done = subprocess.run(
        [sys.executable, "-c", START],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


def test_a_chart_that_is_gone_is_not_drawn(qtbot: QtBot) -> None:
    found = chart(shipped_at(), ChartName.BALANCE, "pc-nylon")
    widget = Surface(draw(found, 500.0, LIGHT, LIGHT.ground), 1).widget
    widget.draw_idle()  # type: ignore[attr-defined]  # matplotlib's
    (waiting,) = widget.findChildren(QTimer)  # and goes with it
    assert waiting.isActive()
    shiboken6.delete(widget)
    qtbot.wait(20)
