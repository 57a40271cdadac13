"""新建城市: page by page to a folder that is opened; what cannot stay is told while it is typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liantu.library import load
from liantu.ui.dialogs.new_city.wizard import NewCityDialog
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow


def opened(window: OpenWindow) -> NewCityDialog:
    window.run("new_city")
    dialog = window.findChild(NewCityDialog)
    assert isinstance(dialog, NewCityDialog)
    window.wait(lambda: dialog.chains.shipped.count() == 20)
    return dialog


def press(qtbot: QtBot, dialog: NewCityDialog) -> None:
    qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)


def tick(qtbot: QtBot, dialog: NewCityDialog, at: int) -> None:
    """As a hand does it: on the name."""
    rows = dialog.chains.shipped
    place = rows.visualItemRect(rows.item(at)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_city_is_made_with_the_product_structure_and_opened(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    dialog = opened(window)
    assert not dialog.next.isEnabled()
    assert dialog.note.text() == "请写城市名称"
    qtbot.keyClicks(dialog.city.region, "Linhai")
    dialog.city.counties.setPlainText("东城区、西城区 东城区")
    assert dialog.note.text() == "“东城区”写了两次"
    dialog.city.counties.setPlainText("东城区、西城区")
    press(qtbot, dialog)
    tick(qtbot, dialog, 5)
    dialog.chains.own.setPlainText("低空经济产业链")
    press(qtbot, dialog)
    press(qtbot, dialog)
    assert "2条产业链，沿用产品结构" in dialog.place.told.text()
    assert dialog.place.path.text().endswith("Linhai产业链资料")
    dialog.place.path.setText(str(tmp_path))
    (tmp_path / "x").write_text("x", encoding="utf-8")
    dialog.place.path.setText(str(tmp_path / "新 城"))
    assert dialog.next.text() == "建立"
    press(qtbot, dialog)
    window.wait(lambda: window.workspace.folder == tmp_path / "新 城" and window.workspace.ready)
    window.settle()
    atlas = window.workspace.reading.atlas
    assert atlas.library.region.counties == ("东城区", "西城区")
    assert list(atlas.chains) == ["pc-nylon", "own1"]
    assert "bpa" in atlas.products
    assert window.home.tiles[0].lines[-1].words == "还没有收录企业"
    for page in ("map", "poster", "lists", "charts", "report", "home"):
        window.selection.show_page(page)
        window.settle()
    for chain in atlas.chains:
        window.selection.open_chain(chain)
        window.settle()


def test_an_empty_city_has_no_products(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window()
    dialog = opened(window)
    qtbot.keyClicks(dialog.city.region, "Linhai")
    press(qtbot, dialog)
    dialog.chains._tick_all(True)
    dialog.chains._tick_all(False)
    dialog.chains.own.setPlainText("低空")
    press(qtbot, dialog)
    dialog.basis.empty.click()
    press(qtbot, dialog)
    dialog.place.path.setText(str(tmp_path / "a"))
    press(qtbot, dialog)
    window.wait((tmp_path / "a" / "library.yaml").exists)
    window.settle()
    atlas = load(tmp_path / "a").atlas
    assert (list(atlas.chains), atlas.products) == (["own1"], {})


def test_a_folder_with_files_is_not_taken(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(open_window())
    qtbot.keyClicks(dialog.city.region, "Linhai")
    press(qtbot, dialog)
    assert dialog.note.text() == "请至少选一条产业链，或写一条自己的"
    assert not dialog.next.isEnabled()
    dialog.chains.own.setPlainText("低空")
    for _ in range(2):
        press(qtbot, dialog)
    (tmp_path / "x").write_text("x", encoding="utf-8")
    for words, told in (
        (str(tmp_path), "这个文件夹里已有文件，请换一个新的或空的"),
        ("here", "请写完整的文件夹路径"),
        ("", "请写完整的文件夹路径"),
    ):
        dialog.place.path.setText(words)
        assert dialog.note.text() == told
        assert not dialog.next.isEnabled()
    dialog.step(-1)
    assert dialog.next.isEnabled()


def test_an_own_chain_named_like_a_chosen_one_is_told(open_window: Open, qtbot: QtBot) -> None:
    dialog = opened(open_window())
    qtbot.keyClicks(dialog.city.region, "Linhai")
    press(qtbot, dialog)
    tick(qtbot, dialog, 0)
    dialog.chains.own.setPlainText(dialog.chains.shipped.item(0).text())
    assert "写了两次" in dialog.note.text()


def test_the_window_is_no_higher_than_a_small_screen(open_window: Open) -> None:
    dialog = opened(open_window())
    assert dialog.minimumSizeHint().height() <= 520
    assert dialog.minimumSizeHint().width() <= 680
