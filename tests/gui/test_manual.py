"""The manual in the window: F1, searching, turning pages, paper; and its pictures are true."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liantu.model.focus import CHARTS, CLOSING, LISTS_PAGE, PLAN, Focus
from liantu.render.fonts import register_fonts
from liantu.telling.help import book, glossary, keys
from liantu.ui.manual.keys import KeysWindow
from liantu.ui.manual.window import ManualWindow
from liantu.ui.smoke.faults import Faults
from liantu.ui.smoke.stage import Stage
from liantu.ui.verbs.registry import VERBS
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.manual import table
from tests.manual.scenes import BY_NAME, SCENES
from tests.manual.taking import PLACE, take, wait
from tests.manual.taking import open_window as open_scene

ALIKE = 6.0
"""Mean difference of a pixel that few colours and another machine may make, of 255."""
ENTER = Qt.Key.Key_Return


def manual(window: OpenWindow) -> ManualWindow:
    """Press F1."""
    QTest.keyClick(window.frame, Qt.Key.Key_F1)
    found = window.frame.findChild(ManualWindow)
    assert isinstance(found, ManualWindow) and found.isVisible()
    window.wait(found.isActiveWindow)
    return found


@pytest.mark.parametrize(
    ("focus", "chapter", "section"),
    [
        (Focus(LISTS_PAGE), "lists", ""),
        (Focus(CHARTS, "pc-nylon"), "charts", ""),
        (Focus(PLAN, "pc-nylon", plan=CLOSING), "plan", "补链方案"),
    ],
)
def test_f1_turns_to_the_page_in_front(
    open_window: Open, focus: Focus, chapter: str, section: str
) -> None:
    window = open_window(chain="pc-nylon")
    window.selection.go(focus)
    window.settle()
    found = manual(window)
    assert (found.spot.chapter, found.spot.section) == (chapter, section)
    assert book.chapter(chapter).title in found.page.toPlainText()
    top = found.page.cursorForPosition(QPoint(30, 30)).block().text()
    assert not section or top == section


def test_typing_finds_and_a_click_shows_the_words(open_window: Open, qtbot: QtBot) -> None:
    found = manual(open_window(chain="pc-nylon"))
    assert found.search.hasFocus()
    QTest.keyClicks(found.search, "hjfg")
    assert found.left.currentWidget() is found.hits
    row = next(at for at in range(found.hits.count()) if "词汇表" in found.hits.item(at).text())
    spot = found.hits.visualItemRect(found.hits.item(row)).center()
    qtbot.mouseClick(found.hits.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (found.spot.chapter, found.spot.words) == ("words", "环节覆盖")
    assert found.page.extraSelections()
    found.search.clear()
    assert found.left.currentWidget() is found.contents


def test_nothing_found_is_said(open_window: Open) -> None:
    found = manual(open_window(chain="pc-nylon"))
    QTest.keyClicks(found.search, "qqzzxx")
    assert "没有“qqzzxx”" in found.hits.item(0).text()
    before = found.spot
    QTest.keyClick(found.search, ENTER)
    assert found.spot == before


def test_links_and_the_way_back(open_window: Open) -> None:
    found = manual(open_window(chain="pc-nylon"))
    found.open_at("start")
    found.page.asked.emit("edit", "摸底一圈")
    assert (found.spot.chapter, found.spot.section) == ("edit", "摸底一圈")
    QTest.keyClick(found, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert found.spot.chapter == "start" and not found.page.verticalScrollBar().value()
    QTest.keyClick(found, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert found.spot.chapter == "edit"
    assert not found.forward.isEnabled() and found.back.isEnabled()


def test_there_is_one_manual_and_esc_closes_it(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    found = manual(window)
    assert manual(window) is found
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert not found.isVisible()


def test_the_sheet_of_keys_tells_every_key(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    QTest.keyClick(window.frame, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    found = window.frame.findChild(KeysWindow)
    assert isinstance(found, KeysWindow) and found.isVisible()
    told = found.page.toPlainText()
    for verb in VERBS:
        assert all(key in told for key in verb.keys), verb.id
    found.close()


def test_the_manual_goes_on_paper(open_window: Open, tmp_path: Path) -> None:
    found = manual(open_window(chain="pc-nylon"))
    from liantu.render.manual import sheet

    found.paper.write(tmp_path / "快捷键.pdf", sheet)
    assert (tmp_path / "快捷键.pdf").read_bytes().startswith(b"%PDF")
    assert "已导出" in found.paper.words.words and found.paper.open_button.isVisibleTo(found)
    found.paper.write(tmp_path / "没有" / "快捷键.pdf", sheet)
    assert "失败" in found.paper.words.words and found.paper.path is None


def test_no_chapter_ends_on_a_page_of_a_few_lines(qapp: QApplication) -> None:
    from liantu.render import manual

    register_fonts()
    for chapter in book.book():
        laid = manual._laid(chapter.markdown)
        assert not manual._ends_short(laid), chapter.id
    short = book.chapter("home").markdown
    assert manual._laid(short).pageCount() < manual._paged(short, 1.0).pageCount()


def test_every_verb_is_told_in_one_sentence_and_its_keys_are_known(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    assert table.PLACE.read_text(encoding="utf-8") == table.text(), "python -m tests.manual"
    told = book.chapter("keys").markdown
    for verb in VERBS:
        sentence = glossary.verb(verb.id)
        assert len(sentence) > len(verb.text.rstrip("…")), f"help.verb.{verb.id}"
        assert sentence in told
        assert window.desk.actions_.by_id[verb.id].statusTip() == sentence
    assert [row.id for row in keys.rows()] == [verb.id for verb in VERBS]


def test_heads_of_columns_tell_what_they_mean(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    window.selection.go(Focus(LISTS_PAGE, list="fill"))
    window.settle()
    model = window.desk.lists.view.grid.model
    tips = [
        model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        for at in range(model.columnCount())
    ]
    assert all(tips) and "一句话" not in tips[0]


def test_pictures_are_of_the_window_as_it_is(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font = app.font()
    window = open_scene()
    try:
        stage = Stage(window, PLACE, Faults())
        wait(lambda: window.desk is not None and stage.ready)
        for name in ("home", "search"):
            made = take(stage, BY_NAME[name])
            kept = Image.open(PLACE / f"{name}.png").convert("RGB")
            assert made.size == kept.size
            away = ImageStat.Stat(ImageChops.difference(made, kept)).mean
            assert max(away) < ALIKE, name
    finally:
        window.close_anyway()
        window.deleteLater()
        app.setFont(font)


def test_every_picture_has_its_scene() -> None:
    assert {f"{scene.name}.png" for scene in SCENES} == {path.name for path in PLACE.iterdir()}
