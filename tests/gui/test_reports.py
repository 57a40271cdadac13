"""The page 汇报: choices, preview, export, presets; and pictures of the city."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from liantu import paths
from liantu.briefing.office import Office, Part, Style
from liantu.briefing.order import Kind, Order
from liantu.briefing.pictures import Wish, draw
from liantu.telling.charts.catalogue import ChartName
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.pages.home.tile import Tile
from liantu.ui.pages.report.view import Reports
from liantu.ui.remembered.report_store import ReportStore
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import LIBRARY, write

CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(window: OpenWindow, qtbot: QtBot) -> Reports:
    reports = window.reports
    qtbot.waitUntil(lambda: reports.preview.pages.count > 0, timeout=20_000)
    return reports


def test_ctrl_p_shows_the_pages_of_the_shown_chain(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="soy", date="2022-10-26")
    qtbot.keyClick(window.frame, Qt.Key.Key_P, CONTROL)
    reports = shown(window, qtbot)
    assert reports.form.chosen() == ("soy",)
    assert reports.names.text() == "聊城市_大豆蛋白与粮油_诊链简报_20221026.pdf"
    whole = reports.preview.pages.count
    reports.preview.pages.go_to(whole)
    assert reports.preview.pages.current() >= whole - 1
    before = reports.preview.pages.widget().width()
    reports.preview.pages.step(1)
    assert reports.preview.pages.widget().width() > before


def test_leaving_out_parts_makes_it_shorter(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="soy", date="2022-10-26")
    window.run("briefing")
    reports = shown(window, qtbot)
    whole = reports.preview.pages.count
    for part in (Part.MAPS, Part.GAPS, Part.ENTERPRISES):
        qtbot.mouseClick(reports.form.parts[part], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: reports.preview.pages.count < whole, timeout=20_000)


def test_export_writes_what_is_named(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(chain="soy", date="2022-10-26")
    window.run("visit")
    reports = shown(window, qtbot)
    reports.form.folder.setText(str(tmp_path))
    reports.form.pattern.setText("{产业链}-{名称}")
    qtbot.mouseClick(reports.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=20_000)
    assert [p.name for p in tmp_path.iterdir()] == ["大豆蛋白与粮油-巡链一页纸.pdf"]


def button(window: OpenWindow, words: str) -> QPushButton:
    return next(b for b in window.banner.buttons if b.text().startswith(words))


def test_a_paper_changed_by_hand_is_never_replaced_without_a_question(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="soy", date="2022-10-26")
    window.run("visit")
    reports = window.reports
    reports.form.folder.setText(str(tmp_path))
    reports.form.pattern.setText("{产业链}")
    path = tmp_path / "大豆蛋白与粮油.pdf"
    path.write_bytes(b"by hand")
    qtbot.mouseClick(reports.save, Qt.MouseButton.LeftButton)
    assert "可能有人改过" in window.banner.words
    assert path.name in window.banner.words
    button(window, "关闭").click()
    qtbot.wait(50)
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"by hand"]
    qtbot.mouseClick(reports.save, Qt.MouseButton.LeftButton)
    button(window, "另存为").click()
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=20_000)
    assert path.read_bytes() == b"by hand"
    assert (tmp_path / f"{path.stem}_2.pdf").read_bytes().startswith(b"%PDF")
    qtbot.mouseClick(reports.save, Qt.MouseButton.LeftButton)
    button(window, "覆盖").click()
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_picture_is_not_replaced_without_a_question(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    path = tmp_path / "图.svg"
    path.write_bytes(b"by hand")
    wish = Wish(path=path, picture="heat")
    window.desk.parts.exporter.save(partial(draw, window.workspace.reading), wish)
    assert "可能有人改过" in window.banner.words
    button(window, "另存为").click()
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=20_000)
    assert path.read_bytes() == b"by hand"
    assert b"<svg" in (tmp_path / "图_2.svg").read_bytes()


def test_a_missing_folder_is_made(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(chain="soy")
    window.run("lists")
    window.reports.form.folder.setText(str(tmp_path / "no"))
    qtbot.mouseClick(window.reports.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=20_000)
    assert list((tmp_path / "no").iterdir())


def test_a_folder_that_cannot_be_made_is_said(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    window = open_window(chain="soy")
    window.run("lists")
    window.reports.form.folder.setText(str(tmp_path / "file" / "no"))
    qtbot.mouseClick(window.reports.save, Qt.MouseButton.LeftButton)
    assert window.banner.words


def test_a_column_that_no_list_has_is_said(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    own = "  lists:\n    own:\n      name: 本市\n      sheets:\n"
    sheet = "        - {title: 名录, list: enterprises, columns: [countyy]}\n"
    window = open_window(write(tmp_path, {"library.yaml": LIBRARY + own + sheet}), chain="resin")
    window.run("lists")
    qtbot.waitUntil(lambda: "没有列 countyy" in window.reports.preview.hint.text(), timeout=20_000)


def test_lists_tell_their_sheets_instead_of_pages(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="soy")
    window.run("lists")
    qtbot.waitUntil(
        lambda: "领航龙头企业清单" in window.reports.preview.hint.text(), timeout=20_000
    )
    assert window.reports.form.chosen() == ("soy",)


def test_without_a_chain_nothing_can_be_exported(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="soy")
    window.run("briefing")
    window.reports.form.choose([])
    assert not window.reports.save.isEnabled()
    qtbot.waitUntil(lambda: "至少选一条" in window.reports.preview.hint.text(), timeout=20_000)


def test_presets_and_the_last_order_are_remembered(open_window: Open, tmp_path: Path) -> None:
    window = open_window(chain="soy")
    window.run("briefing")
    form = window.reports.form
    form.style_.setCurrentIndex(form.style_.findData(Style.OFFICIAL))
    window.reports.keep("市领导用")
    window.reports.stop()
    kept = ReportStore(paths.config_folder() / "reports.json")
    assert kept.presets["市领导用"].office.style is Style.OFFICIAL
    assert kept.last is not None
    assert kept.last.chains == ("soy",)


def test_the_letter_of_an_official_paper_is_written_and_remembered(open_window: Open) -> None:
    window = open_window(chain="soy")
    window.run("briefing")
    form = window.reports.form
    assert form.letter.isHidden(), "a plain paper has none"
    form.style_.setCurrentIndex(form.style_.findData(Style.OFFICIAL))
    assert not form.letter.isHidden()
    form.letter.lines["issuer"].setText("聊城市工业和信息化局")
    form.letter.lines["attachments"].setText("摸底任务单；项目清单；")
    window.reports.stop()
    kept = ReportStore(paths.config_folder() / "reports.json").last
    assert kept is not None
    assert kept.office.issuer == "聊城市工业和信息化局"
    assert kept.office.attachments == ("摸底任务单", "项目清单")
    form.show_order(kept)
    assert form.letter.lines["attachments"].text() == "摸底任务单；项目清单"


def test_an_order_kept_before_letters_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "reports.json"
    store = ReportStore(path)
    store.presets["甲"] = Order(Kind.LISTS, "xlsx", ("a",))
    assert store.save()
    older = json.loads(path.read_text(encoding="utf-8"))
    for name in ("issuer", "addressee", "number", "signed", "attachments"):
        del older["presets"]["甲"]["office"][name]
    path.write_text(json.dumps(older), encoding="utf-8")
    assert ReportStore(path).presets == store.presets


def test_a_store_survives_bad_files(tmp_path: Path) -> None:
    path = tmp_path / "reports.json"
    store = ReportStore(path)
    store.presets["甲"] = Order(Kind.LISTS, "xlsx", ("a",), Office(parts=frozenset({Part.MAPS})))
    assert store.save()
    assert ReportStore(path).presets == store.presets
    for bad in ("[]", "{", '{"version": 1, "presets": {"甲": {"kind": "x"}}, "last": 3}'):
        path.write_text(bad, encoding="utf-8")
        assert ReportStore(path).presets == {}
        assert ReportStore(path).last is None


def test_home_shows_and_exports_pictures_of_the_city(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    window.selection.show_page("home")
    assert all(card.isVisibleTo(window.home) for card in window.home.cards.values())
    qtbot.keyClick(window.frame, Qt.Key.Key_E, CONTROL)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.show_picture("heat")
    dialog.format.setCurrentIndex(dialog.format.findData("svg"))
    dialog.folder.setText(str(tmp_path))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=20_000)
    assert [p.name[:14] for p in tmp_path.iterdir()] == ["聊城市_断短细弱无热力图_2"]


def test_copying_on_the_home_page_takes_the_overview(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.selection.show_page("home")
    QGuiApplication.clipboard().clear()
    window.run("copy_picture")
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=20_000)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures_follow_the_theme(open_window: Open, qtbot: QtBot, theme: str) -> None:
    window = open_window()
    window.frame.choose_theme(theme)
    window.selection.show_page("home")
    card = window.home.cards[ChartName.NETWORK]
    window.home.ensureWidgetVisible(card)

    def ground() -> str:
        surface = card.view.surface
        return surface.widget.grab().toImage().pixelColor(2, 2).name().upper() if surface else ""

    # one drawn in the colours before may come first
    qtbot.waitUntil(lambda: ground() == window.frame.tones.theme.ground, timeout=20_000)


def test_home_names_the_figures_of_the_city_and_the_trend(open_window: Open) -> None:
    window = open_window(date="2022-10-26")
    window.selection.show_page("home")
    shown = [label.text() for label in window.home.findChildren(QLabel, "mapTitle")]
    assert "1574家" in shown
    assert window.workspace.reading.trend("pc-nylon") == 2
    tile = next(t for t in window.home.findChildren(Tile) if t.chain == "pc-nylon")
    assert any("▲2" in label.text() for label in tile.findChildren(QLabel))
    for label in window.home.findChildren(QLabel, "secondary"):
        assert not label.wordWrap() or label.heightForWidth(label.width()) <= label.height()
    window.choose_date("2021-10-26")
    assert window.workspace.reading.trend("pc-nylon") == 0
