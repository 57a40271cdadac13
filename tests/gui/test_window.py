"""A planner's first minutes, with real clicks and keys, on the shipped chains."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from liantu.diagram.lenses import LENSES
from liantu.diagram.segment.model import Item
from liantu.model.focus import TREE
from liantu.model.target import Target
from liantu.ui.canvas.items import CardItem
from liantu.ui.canvas.scene import MapScene
from liantu.ui.canvas.segment_items import ProductItem
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.dialogs.problems import ProblemsDialog
from liantu.ui.remembered import settings
from liantu.ui.widgets.banner import Banner
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import CHAIN, write

LEFT = Qt.MouseButton.LeftButton


def card(window: OpenWindow, product: str) -> ProductItem | CardItem:
    scene = window.map.canvas.map_scene
    assert scene is not None
    return scene.cards[product]


def item(window: OpenWindow, product: str) -> Item:
    assert window.map.map is not None
    return window.map.map.graph.by_id[product]


def chips(window: OpenWindow) -> str:
    """What lies over the map and says that it is not all that is shown."""
    return "\n".join(chip.text() for chip in window.map.chips.buttons())


def spot(window: OpenWindow, product: str) -> QPoint:
    """The middle of a card on screen."""
    canvas = window.map.canvas
    assert canvas.map_scene is not None
    place = canvas.map_scene.place(product)
    assert place is not None
    return canvas.mapFromScene(place.center())


def click(qtbot: QtBot, window: OpenWindow, product: str) -> None:
    qtbot.mouseClick(window.map.canvas.viewport(), LEFT, pos=spot(window, product))


def words(window: OpenWindow) -> str:
    return "\n".join(label.text() for label in window.inspector.findChildren(QLabel))


def test_home_shows_a_tile_for_every_chain_and_a_click_opens_it(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    assert len(window.home.tiles) == 20
    assert "20" in window.home.headline.text()
    tile = next(t for t in window.home.tiles if t.chain == "pc-nylon")
    qtbot.mouseClick(tile, LEFT)
    assert window.selection.focus.chain == "pc-nylon"
    assert window.pages.currentWidget() is window.columns
    assert len(window.head.section.keys) == 3


def test_two_clicks_to_a_map_and_one_more_to_a_product(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    click(qtbot, window, "bpa")
    assert window.selection.focus.product == "bpa"
    assert card(window, "bpa").selected
    assert "苯酚-丙酮缩合(离子交换树脂)" in words(window)
    assert "工程估算" in words(window)
    assert "鲁西集团" in [b.words for b in window.inspector.links()]
    assert window.lists.products.table.selectionModel().hasSelection()


def test_one_selection_is_shared_by_list_map_and_inspector(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="al")
    page = window.lists.products
    row = page.model.row_of("alumina")
    index = page.model.index(row, 0)
    page.table.scrollTo(index)
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=page.table.visualRect(index).center())
    assert window.map.canvas.selected_product == "alumina"
    assert window.inspector.dossier is not None
    assert window.inspector.dossier.title == "氧化铝(冶金级)"


def test_an_enterprise_stresses_what_it_makes(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    click(qtbot, window, "bpa")
    link = next(b for b in window.inspector.links() if b.words.startswith("鲁西"))
    qtbot.mouseClick(link, LEFT)
    assert window.selection.focus.enterprise == "luxi"
    assert not card(window, "bpa").faded
    assert card(window, "glycerol").faded
    assert window.lists.currentWidget() is window.lists.enterprises


def test_arrow_keys_walk_along_the_links(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    click(qtbot, window, "bpa")
    canvas = window.map.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.selected_product in {"phenol", "acetone"}
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selected_product != ""
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.selected_product == ""
    assert window.selection.focus.target is None


def test_double_click_folds_and_escape_returns(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    canvas = window.map.canvas
    whole = len(canvas.map_scene.cards) if canvas.map_scene else 0
    qtbot.mouseDClick(canvas.viewport(), LEFT, pos=spot(window, "bpa"))
    window.settle()
    assert canvas.map_scene is not None
    assert 3 < len(canvas.map_scene.cards) < whole
    assert "双酚A" in chips(window)
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    window.settle()
    assert len(canvas.map_scene.cards) == whole
    assert chips(window) == ""


def test_hover_lights_the_neighbours(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    viewport = window.map.canvas.viewport()
    qtbot.mouseMove(viewport, QPoint(2, 2))
    qtbot.mouseMove(viewport, spot(window, "bpa"))
    qtbot.waitUntil(lambda: card(window, "glycerol").faded)
    assert not card(window, "phenol").faded


def test_a_door_leads_to_the_other_chain(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.pick(window.head.view, TREE)
    canvas = window.map.canvas
    assert isinstance(canvas.map_scene, MapScene)
    found = next(c for c in canvas.map_scene.cards.values() if len(c.card.doors) > 1)
    place = found.mapToScene(found.card.width - 14, 43)
    canvas.centerOn(place)
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=canvas.mapFromScene(place))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == len(found.card.doors) > 1
    menu.actions()[1].trigger()
    menu.close()
    assert window.selection.focus.chain == found.card.doors[1]
    assert window.selection.focus.product == found.card.id


def test_search_by_pinyin_initials_alias_and_keys(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.reload()
    qtbot.waitUntil(lambda: _finds(window, "sfa", "双酚A"), timeout=60_000)
    qtbot.keyClick(window.frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.isVisible()
    window.search.field.clear()
    qtbot.keyClicks(window.search.field, "bpa")
    assert window.search.hits()[0].target == Target("product", "bpa")
    qtbot.keyClick(window.search.field, Qt.Key.Key_Return)
    assert not window.search.isVisible()
    assert window.selection.focus.product == "bpa"


def _finds(window: OpenWindow, query: str, name: str) -> bool:
    return any(hit.name == name for hit in window.search._index.hits(query))


def test_zoom_fit_and_minimap(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="it")
    canvas = window.map.canvas
    fitted = canvas.scale_now
    assert not canvas.minimap.isVisible()
    qtbot.mouseClick(window.head.zoom["zoom_in"], LEFT)
    assert canvas.scale_now > fitted
    for _ in range(4):
        canvas.zoom_in()
    assert canvas.minimap.isVisible()
    before = canvas.visible_window()
    qtbot.mouseClick(canvas.minimap, LEFT, pos=QPoint(canvas.minimap.width() - 10, 10))
    assert canvas.visible_window() != before
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_F)
    assert canvas.scale_now == pytest.approx(fitted)


def test_lists_sort_filter_and_copy(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="al")
    page = window.lists.products
    whole = page.model.rowCount()
    page.filter.setText("铝箔")  # Qt's test keys are ASCII only
    assert 0 < page.model.rowCount() < whole
    page.table.selectRow(0)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QGuiApplication.clipboard().text().split("\n")
    assert head.startswith("环节\t段\t类别")
    assert "铝箔" in row
    page.filter.setText("没有这样的环节")
    assert page.empty.isVisible()


def test_export_by_dialog_writes_the_file(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(chain="cu")
    window.run("picture")
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.folder.setText(str(tmp_path))
    dialog.format.setCurrentText("PDF")
    assert not dialog.dpi.isEnabled()
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.pdf"))), timeout=20_000)
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=5_000)
    assert next(tmp_path.glob("*.pdf")).read_bytes().startswith(b"%PDF")


def test_export_into_a_folder_that_cannot_be_made_says_so(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="cu")
    window.run("picture")
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    (tmp_path / "file").write_text("", encoding="utf-8")
    dialog.folder.setText(str(tmp_path / "file" / "folder"))
    qtbot.mouseClick(dialog.save, LEFT)
    assert dialog.note.isVisible()


def test_copy_as_picture_puts_the_whole_map_on_the_clipboard(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="soy")
    QGuiApplication.clipboard().clear()
    window.run("copy_picture")
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=20_000)
    assert QGuiApplication.clipboard().image().width() > 2 * 900


def test_back_and_forward(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="al")
    window.selection.open_chain("cu")
    qtbot.keyClick(window.frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.selection.focus.chain == "al"
    qtbot.keyClick(window.frame, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.selection.focus.chain == "cu"


def test_the_window_remembers_chain_and_theme(open_window: Open) -> None:
    window = open_window(chain="brg")
    window.run("theme_dark")
    window.frame.close()
    again = open_window()
    assert again.selection.focus.chain == "brg"
    assert again.desk.actions_.by_id["theme_dark"].isChecked()
    again.run("theme_light")


def test_only_other_colours_dress_the_window_again(open_window: Open) -> None:
    window = open_window()
    window.run("theme_light")
    dressed: list[bool] = []
    window.frame.dressed.connect(lambda: dressed.append(window.frame.tones.dark))
    for theme, times in (("light", 0), ("dark", 1), ("dark", 1), ("light", 2)):
        window.run(f"theme_{theme}")
        assert len(dressed) == times, "it takes a second, for as many widgets as there are"
    assert dressed == [True, False]


def test_a_section_can_be_shown_alone(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    whole = window.lists.products.model.rowCount()
    window.pick(window.head.section, "nylon")
    assert window.selection.focus.section == "nylon"
    assert window.lists.products.model.rowCount() < whole
    assert window.map.view is not None
    assert window.map.view.card("bpa") is None


def test_nothing_is_squeezed_on_a_small_screen(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.frame.resize(1366, 768)
    for lens in LENSES.values():
        window.head.lens_chosen.emit(lens.id)
        qtbot.wait(20)
        assert window.frame.width() <= 1366
        assert window.chains.width() == 177
        assert window.map.canvas.height() >= 592


def test_every_chain_opens(open_window: Open) -> None:
    window = open_window(lists=False)  # beside open lists the largest chain counts some
    for chain in window.workspace.reading.atlas.chains:
        window.selection.open_chain(chain)
        window.settle()
        scene = window.map.canvas.map_scene
        assert scene is not None
        assert len(scene.cards) == window.workspace.reading.summary(chain).products


@pytest.mark.parametrize("kind", ["missing", "empty", "broken"])
def test_bad_folders_open_with_a_clear_message(
    open_window: Open, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "资料"
    if kind == "empty":
        folder.mkdir()
    if kind == "broken":
        write(folder, {"00.yaml": "a: [", "01-resin.yaml": CHAIN.replace("raw: yes", "raw: 是")})
    window = open_window(folder)
    assert window.banner.isVisible()
    assert "错误" in window.banner.words
    qtbot.mouseClick(window.banner.buttons[0], LEFT)
    dialog = window.findChild(ProblemsDialog)
    assert isinstance(dialog, ProblemsDialog)
    assert dialog.page.model.rowCount() >= 1
    if kind == "broken":
        window.selection.open_chain("resin")
        window.settle()
        click(qtbot, window, "bpa")
        assert window.selection.focus.product == "bpa"
    else:
        with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
            qtbot.mouseClick(window.banner.buttons[1], LEFT)
        window.settle()
        assert len(window.home.tiles) == 20


def test_hostile_names_stay_inert(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    name = '<img src="x">&amp;{0} %s 𠮷'
    folder = write(tmp_path, {"01-resin.yaml": CHAIN.replace("name: 双酚A", f"name: '{name}'")})
    window = open_window(folder, chain="resin")
    click(qtbot, window, "bpa")
    assert name in words(window)
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in window.frame.findChildren(QLabel)
    )
    assert "<img" not in card(window, "bpa").toolTip()


def test_lenses_change_the_paint_and_not_the_layout(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    before = card(window, "bpa").pos()
    for button in window.head.lens.buttons:
        qtbot.mouseClick(button, LEFT)
        assert window.selection.focus.lens == button.property("key")
        assert card(window, "bpa").pos() == before
        window.settle()
        covers = any("保障率" in entry.words for entry in window.legend.entries)
        assert covers or button.property("key") != "balance"


def test_everything_follows_the_date(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    click(qtbot, window, "bpa")
    assert item(window, "bpa").local
    window.inspector.view.jump("ui.part.why")
    assert "供给 20，需求 18.1，余缺 +1.9 万吨/年，保障率 110%" in words(window)
    window.choose_date("2022-10-25")
    assert not item(window, "bpa").local
    assert "延链·上游延伸" in words(window)
    bar = window.frame.topbar.date
    assert bar.edit.date().toString("yyyy-MM-dd") == "2022-10-25"
    qtbot.mouseClick(bar.after, LEFT)
    window.settle()
    assert window.workspace.reading.situation.date == "2022-10-26"
    assert item(window, "bpa").local


def test_lists_of_the_five_words(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    short = window.lists.gaps["short"]
    window.lists.setCurrentWidget(short)
    names = [row.name for row in short.model.rows]
    assert "苯酚" in names
    assert "丙酮" in names
    index = short.model.index(short.model.row_of("phenol"), 0)
    short.table.scrollTo(index)
    qtbot.mouseClick(short.table.viewport(), LEFT, pos=short.table.visualRect(index).center())
    assert window.map.canvas.selected_product == "phenol"
    assert window.lists.currentWidget() is short, "the list that was used stays in front"
    assert "weak" in window.lists.gaps
    window.lists.setCurrentWidget(window.lists.balances)
    assert window.lists.balances.model.row_of("bpa") >= 0


def test_projects_and_health_are_listed(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    window.lists.setCurrentWidget(window.lists.projects)
    assert any("双酚A" in row.project.name for row in window.lists.projects.model.rows)
    trust = window.lists.health.trust
    window.lists.setCurrentWidget(window.lists.health)
    assert [row.name for row in trust.model.rows][:2] == ["全部资料", "铝"]
    assert len(trust.model.rows) == 21
    trust.table.selectRow(trust.model.row_of("cu"))
    assert window.selection.focus.chain == "cu"


def test_the_map_can_stand_alone(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    before = window.map.canvas.area
    qtbot.keyClick(window.frame, Qt.Key.Key_F9)
    assert window.room.alone
    assert not window.chains.isVisible()
    assert not window.inspector.isVisible()
    window.settle()
    assert window.map.map is not None
    assert window.map.map.placed.plan.area[0] > 1.1 * before.width
    qtbot.keyClick(window.frame, Qt.Key.Key_F9)
    assert window.lists.isVisible()
    window.settle()
    assert window.map.canvas.area == before
    assert window.map.map.placed.plan.area[0] == before.width


def test_a_damaged_settings_file_is_told_and_does_not_stop_the_start(open_window: Open) -> None:
    settings.path().write_text("[" * 200_000, encoding="utf-8")
    window = open_window()
    notes = [b.words for b in window.frame.findChildren(Banner)]
    assert any("settings.json.bad" in words for words in notes)
