"""Export and copy: what is seen is what is written, and the preview shows it before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from liantu.briefing.pictures import Wish, draw, first_file, pages
from liantu.diagram.drawing import Label
from liantu.diagram.segment.graph import folded
from liantu.diagram.segment.mapping import graph_of
from liantu.model.focus import LISTS_PAGE, TREE
from liantu.model.target import Target
from liantu.render import limits, pixels
from liantu.render.bundle import files_of
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.dialogs.graph import GraphDialog
from liantu.ui.exporting.list_export import ListDialog
from liantu.ui.pages.report.form import ReportForm
from liantu.ui.remembered import export_memory
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton


def asked(window: OpenWindow, folder: Path) -> ExportDialog:
    """The dialog of the verb, to write SVG into ``folder``."""
    window.run("picture")
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.folder.setText(str(folder))
    dialog.format.setCurrentText("SVG")
    return dialog


def written(window: OpenWindow, qtbot: QtBot, dialog: ExportDialog, folder: Path) -> Path:
    """The new file that the dialog writes."""
    before = set(folder.glob("*")) if folder.exists() else set()
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(
        lambda: folder.exists() and len(set(folder.glob("*.svg")) - before) == 1, timeout=20_000
    )
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=5_000)
    (found,) = set(folder.glob("*.svg")) - before
    return found


def words(path: Path) -> set[str]:
    return set(re.findall(r"<text[^>]*>([^<]*)</text>", path.read_text(encoding="utf-8")))


def test_a_fold_is_exported_as_it_is_seen(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(chain="pc-nylon", date="2022-12-31")
    window.desk.map._look(fold="bpa")
    graph = graph_of(window.workspace.reading, "pc-nylon")
    inside = {item.name for item in folded(graph, "bpa").items}
    outside = {item.name for item in graph.items} - inside
    target = tmp_path / "new" / "folder"
    path = written(window, qtbot, asked(window, target), target)
    told = words(path)
    assert "双酚A" in told
    assert outside & told == set()
    assert path.stem.endswith("_双酚A上下游_图谱_20221231")
    assert any("双酚A的上下游" in line for line in told)


def test_a_folder_that_is_not_there_is_made_and_told(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="soy")
    target = tmp_path / "甲" / "乙"
    path = written(window, qtbot, asked(window, target), target)
    assert path.parent == target
    assert window.banner.words.endswith(".svg（文件夹是新建的）")
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None, timeout=5_000)
    dialog = asked(window, target)
    dialog.name.setText("再")
    qtbot.mouseClick(dialog.save, LEFT)
    window.wait(lambda: window.banner.words == f"已导出 {target / '再.svg'}")


def test_a_folder_that_cannot_be_made_leaves_the_dialog_open(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="soy")
    (tmp_path / "甲").write_text("x", encoding="utf-8")
    dialog = asked(window, tmp_path / "甲" / "乙")
    qtbot.mouseClick(dialog.save, LEFT)
    assert dialog.isVisible()
    assert dialog.note.text().startswith("建不了这个文件夹（")


def test_exports_go_at_first_to_a_folder_of_their_own(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "文档"))
    own = tmp_path / "文档" / "链图"
    window = open_window(chain="soy")
    window.run("picture")
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert dialog.folder.text() == str(own)
    assert window.reports.form.folder.text() == str(own)
    assert export_memory.start(export_memory.Kind.LIST) == own.parent, "nothing is made unasked"
    assert not own.exists()
    assert export_memory.make(own)
    assert not export_memory.make(own)
    assert export_memory.start(export_memory.Kind.LIST) == own


def test_the_whole_chain_may_be_exported_from_a_fold(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="pc-nylon")
    window.desk.map._look(fold="bpa")
    dialog = asked(window, tmp_path)
    dialog.part.setCurrentIndex(1)
    assert dialog.part.currentText() == "整条链"
    told = words(written(window, qtbot, dialog, tmp_path))
    assert {"己内酰胺", "双酚A"} <= told


def test_the_board_of_the_shown_chain_may_be_exported(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="soy")
    dialog = asked(window, tmp_path)
    dialog.part.setCurrentIndex(dialog.part.findText("看板"))
    assert dialog.wish().picture == "board"
    qtbot.waitUntil(lambda: not dialog.preview.busy, timeout=20_000)
    told = words(written(window, qtbot, dialog, tmp_path))
    assert {"产品线", "总体判断", "先办三件事", "大豆蛋白与粮油产业链图谱"} <= told


def test_numbered_pages_of_a_board_replace_nothing_unasked(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="soy")
    dialog = asked(window, tmp_path)
    dialog.part.setCurrentIndex(dialog.part.findText("看板"))
    dialog.paper.setCurrentText("A4")
    first = tmp_path / f"{dialog.name.text()}-1.svg"
    first.write_text("kept", encoding="utf-8")
    qtbot.mouseClick(dialog.save, LEFT)
    assert "还没有写" in window.banner.words
    assert first.read_text(encoding="utf-8") == "kept"


def test_a_second_export_replaces_nothing_unasked(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="cu")
    first = written(window, qtbot, asked(window, tmp_path), tmp_path)
    kept = first.read_bytes()
    window.follow(Target("product", "cath"))
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None, timeout=5_000)
    qtbot.mouseClick(asked(window, tmp_path).save, LEFT)
    assert "还没有写" in window.banner.words
    beside = next(b for b in window.banner.buttons if b.text().startswith("另存为"))
    beside.click()
    second = first.with_name(f"{first.stem}_2.svg")
    qtbot.waitUntil(second.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=5_000)
    assert first.read_bytes() == kept != second.read_bytes()


def test_folder_and_format_are_remembered(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(chain="cu")
    written(window, qtbot, asked(window, tmp_path), tmp_path)
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None, timeout=5_000)
    window.run("picture")
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert Path(dialog.folder.text()) == tmp_path
    assert dialog.format.currentData() == "svg"
    assert not dialog.dpi.isEnabled()


def test_the_preview_follows_paper_and_range(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="soy")
    product = graph_of(window.workspace.reading, "soy").items[0].id
    window.desk.map._look(fold=product)
    dialog = asked(window, tmp_path)
    shown = []
    for change in (
        lambda: None,
        lambda: dialog.part.setCurrentIndex(1),
        lambda: dialog.paper.setCurrentText("16:9"),
    ):
        change()
        qtbot.waitUntil(lambda: not dialog.preview.busy, timeout=20_000)
        shown.append(dialog.preview.pixmap().toImage())
    assert shown[0] != shown[1] != shown[2]
    assert shown[0].width() / shown[0].height() == shown[1].width() / shown[1].height()
    assert abs(shown[2].width() / shown[2].height() - 16 / 9) < 0.02
    dialog.reject()


def test_what_is_seen_names_selection_county_and_lens(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.desk.map._look(lens="balance")
    window.follow(Target("product", "bpa"))
    window.run("picture")
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    wish = dialog.wish()
    assert (wish.chain, wish.lens.id, wish.selected) == ("pc-nylon", "balance", "bpa")
    shapes = draw(window.workspace.reading, wish).shapes
    told = [shape.text for shape in shapes if isinstance(shape, Label)]
    assert any("突出 双酚A" in line for line in told)
    dialog.reject()


def test_the_overview_offers_the_page_of_the_city_first(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="pc-nylon")
    window.selection.show_page("home")
    dialog = asked(window, tmp_path)
    assert dialog.picture.currentText() == "全市看板（一页）"
    assert dialog.wish().picture == "city"
    assert "全市看板" in dialog.name.text()
    dialog.paper.setCurrentIndex(dialog.paper.findData("A4"))
    dialog.save.click()
    wanted = [tmp_path / f"{dialog.name.text()}-{page}.svg" for page in (1, 2)]
    qtbot.waitUntil(lambda: all(path.exists() for path in wanted), timeout=30_000)
    assert "先办一件事" in wanted[0].read_text(encoding="utf-8")
    assert "全市先办三件事" in wanted[1].read_text(encoding="utf-8")


def test_an_empty_folder_offers_no_picture(open_window: Open, tmp_path: Path) -> None:
    window = open_window(tmp_path)
    window.selection.show_page("map")
    assert not window.can("picture")
    assert not window.can("copy_picture")


def test_a_wish_without_anything_special_is_the_whole_chain(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="al")
    window.run("picture")
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert dialog.part.count() == 2
    assert dialog.part.itemText(1) == "看板"
    assert dialog.wish().view == Wish().view
    dialog.reject()


def test_a_copy_of_a_very_large_picture_says_that_it_is_coarser(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(chain="cu")
    window.run("copy_picture")
    qtbot.waitUntil(lambda: "已复制" in window.banner.words, timeout=20_000)
    assert "dpi" not in window.banner.words
    monkeypatch.setattr(pixels, "MAX_PIXELS", 400_000)
    window.run("copy_picture")
    qtbot.waitUntil(lambda: "dpi" in window.banner.words, timeout=20_000)
    assert re.search(r"图太大，已按 \d+ dpi 复制", window.banner.words)


def test_a_resolution_that_is_too_high_is_refused_with_the_one_that_fits(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window(chain="cu")
    dialog = asked(window, tmp_path)
    dialog.format.setCurrentText("PNG")
    monkeypatch.setattr(limits, "MAX_PIXELS", 4_000_000)
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: "dpi" in window.banner.words, timeout=20_000)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("verb", "kind", "name", "suffix"),
    [("graph", GraphDialog, "图.gexf", ".gexf"), ("list", ListDialog, "清单.xlsx", "")],
)
def test_lists_and_graphs_remember_their_folder(
    open_window: Open,
    qtbot: QtBot,
    tmp_path: Path,
    verb: str,
    kind: type[QFileDialog],
    name: str,
    suffix: str,
) -> None:
    window = open_window(chain="cu")

    def open_dialog() -> QFileDialog:
        if verb == "graph":
            window.run("graph")
        else:
            window.desk.lists.view.head.export.click()
        found = window.frame.findChild(kind)
        assert isinstance(found, QFileDialog)
        return found

    if verb == "list":
        window.selection.show_page(LISTS_PAGE)
        window.settle()
    dialog = open_dialog()
    assert Path(dialog.directory().absolutePath()) != tmp_path
    dialog.fileSelected.emit(str(tmp_path / name))
    dialog.close()
    qtbot.waitUntil((tmp_path / name).exists, timeout=20_000)
    qtbot.waitUntil(lambda: window.frame.findChild(kind) is None, timeout=5_000)
    again = open_dialog()
    assert Path(again.directory().absolutePath()) == tmp_path
    if suffix:
        assert suffix in again.selectedNameFilter()
    again.close()


def test_papers_remember_their_folder(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(chain="soy")
    window.run("lists")
    window.reports.form.folder.setText(str(tmp_path / "报"))
    qtbot.mouseClick(window.reports.save, LEFT)
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=20_000)
    assert Path(ReportForm().folder.text()) == tmp_path / "报"


def test_a_tree_on_several_sheets_is_told_before_and_written_whole(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="al", date="2022-12-31")
    window.desk.map._look(view=TREE)
    dialog = asked(window, tmp_path)
    qtbot.waitUntil(lambda: not dialog.preview.busy, timeout=20_000)
    assert dialog.sheets.text() == ""
    full = dialog.part.findText("当前画面，写全企业和产能")
    dialog.part.setCurrentIndex(full)
    qtbot.waitUntil(lambda: "分" in dialog.sheets.text(), timeout=20_000)
    wish = dialog.wish()
    made = pages(window.workspace.reading, wish)
    assert len(made) > 1 and f"分 {len(made)} 张" in dialog.sheets.text()
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=20_000)
    assert len(list(tmp_path.glob("*.svg"))) == len(made)
    assert first_file(wish) == files_of(wish.path, 2)[0], "which of them is there is seen"
