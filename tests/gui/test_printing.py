"""打印: what is in front becomes pages, with and without a printer."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from liantu.jobs import Progress
from liantu.model.target import Target
from liantu.render.errors import ExportError
from liantu.ui.dialogs import printing as dialogs
from liantu.ui.dialogs.printing import PrintingDialog
from liantu.ui.verbs.print_front import front
from liantu.ui.verbs.printing import put, to_file
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
A4, A3 = (595, 842), (842, 1191)


def asked(window: OpenWindow, qtbot: QtBot) -> PrintingDialog:
    """The dialog of what is in front, once its pages are seen."""
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    qtbot.keyClick(window.frame, Qt.Key.Key_P, KEYS)
    dialog = window.frame.findChild(PrintingDialog)
    assert dialog is not None
    window.wait(lambda: not dialog.busy)
    return dialog


def written(window: OpenWindow, dialog: PrintingDialog, path: Path) -> pypdf.PdfReader:
    """The PDF that the dialog asks for, without the dialog of files."""
    found = front(window.desk.parts)
    assert found is not None
    wishes: list[dialogs.Wish] = []
    dialog.file_asked.disconnect()
    dialog.file_asked.connect(wishes.append)
    dialog.to_file.click()
    to_file(found, wishes[0], path, Progress())
    return pypdf.PdfReader(path)


def size(page: pypdf.PageObject) -> tuple[int, int]:
    return round(float(page.mediabox.width)), round(float(page.mediabox.height))


def test_the_map_is_printed_as_it_is_seen_on_the_chosen_paper(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    window.follow(Target("product", "bpa"))
    window.settle()
    dialog = asked(window, qtbot)
    assert dialog.pages.count == 1
    assert dialog.windowTitle().startswith("打印：")
    dialog.paper.setCurrentIndex(dialog.paper.findData("A3"))
    window.wait(lambda: not dialog.busy)
    found = written(window, dialog, tmp_path / "a.pdf")
    assert [size(page) for page in found.pages] == [A3[::-1]]
    told = found.pages[0].extract_text()
    assert "双酚" in told
    assert len(found.pages[0].images) == 0, "vectors"
    dialog.lies.setCurrentIndex(dialog.lies.findData("portrait"))
    found = written(window, dialog, tmp_path / "b.pdf")
    assert [size(page) for page in found.pages] == [A3]
    dialog.close()


@pytest.mark.parametrize(
    ("page", "lies"), [("poster", A4[::-1]), ("lists", A4[::-1]), ("charts", A4[::-1])]
)
def test_what_other_pages_show_is_printed(
    open_window: Open, qtbot: QtBot, tmp_path: Path, page: str, lies: tuple[int, int]
) -> None:
    window = open_window()
    window.selection.open_chain("al")
    window.selection.show_page(page)
    window.settle()
    dialog = asked(window, qtbot)
    assert dialog.pages.count >= 1
    found = written(window, dialog, tmp_path / "a.pdf")
    assert len(found.pages) == dialog.pages.count
    assert size(found.pages[0]) == lies
    dialog.close()


def test_without_a_printer_a_pdf_is_offered_and_why_is_said(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "printers", list)
    window = open_window()
    dialog = asked(window, qtbot)
    assert not dialog.to_printer.isEnabled()
    assert dialog.to_file.isDefault()
    assert "没有找到打印机" in dialog.note.text()
    dialog.close()


def test_a_printer_is_asked_of_the_system_and_refusals_are_told(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "printers", lambda: ["办公室"])
    opened: list[object] = []
    monkeypatch.setattr(dialogs.QDialog, "open", opened.append)
    window = open_window()
    dialog = asked(window, qtbot)
    assert dialog.to_printer.isEnabled()
    qtbot.mouseClick(dialog.to_printer, Qt.MouseButton.LeftButton)
    assert len(opened) == 1
    monkeypatch.setattr("liantu.render.leaves.print_leaves", lambda *_: False)
    found = front(window.desk.parts)
    assert found is not None
    with pytest.raises(ExportError, match="print"):
        put(found, dialog.wish(QPrinter()), Progress())
    dialog.close()


def test_a_page_without_paper_says_what_can_be_printed(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.selection.show_page("plan")
    window.settle()
    window.run("print")
    assert window.frame.findChild(PrintingDialog) is None
    assert "没有可以打印的页面" in window.banner.words
