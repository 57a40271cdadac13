"""Dates, assumptions, search and the sheets that tell more: what is asked for in small windows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from liantu.document.view_file import SUFFIX
from liantu.model.target import Target
from liantu.telling.searching.pinyin import spellings
from liantu.ui.assuming.window import AssumingDialog
from liantu.ui.bars.hit_delegate import HIT
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.dialogs.view import ViewDialog
from liantu.ui.dialogs.why import WhyDialog
from liantu.ui.smoke.stage import Script, Skipped, Stage, Step, expect, save_as
from liantu.wording import text


def steps(_: Stage) -> Iterator[Step]:
    """One for each."""
    yield Step("ask/date", text("ui.date"), _date)
    yield Step("ask/switches", text("ui.assuming"), _switches)
    yield Step("ask/why", text("ui.verb.why"), _why)
    yield Step("ask/export", text("ui.export.title"), _export)
    yield Step("ask/view", text("ui.view.save"), _view)
    yield Step("ask/search", text("ui.search"), _search)


def _date(stage: Stage) -> Script:
    """A day back, forward, and the step taken back."""
    stage.stand()
    yield stage.is_calm
    before = stage.parts.reading.date
    stage.run("date_before")
    yield stage.is_calm
    expect(stage.parts.reading.date < before, "the same date")
    stage.run("undo")
    yield stage.is_calm
    expect(stage.parts.reading.date == before, "not taken back")


def _switches(stage: Stage) -> Script:
    stage.stand()
    stage.run("switches")
    dialog = stage.dialog(AssumingDialog)
    numbers = dialog.numbers
    before = stage.parts.reading.switches
    numbers.utilisation.setValue(numbers.utilisation.value() - 0.1)
    yield stage.is_calm
    expect(stage.parts.reading.switches != before, "the same assumptions")
    numbers.reset.click()
    yield stage.is_calm
    dialog.close()


def _why(stage: Stage) -> Script:
    """The sheet of the selected product, and its text on the clipboard."""
    stage.stand()
    yield stage.is_calm
    stage.run("why")
    dialog = stage.dialog(WhyDialog)
    dialog.copy_button.click()
    yield stage.is_calm
    expect(QGuiApplication.clipboard().text(), "nothing copied")
    dialog.close()


def _export(stage: Stage) -> Script:
    """The dialog with its preview for every paper, and no file."""
    stage.stand()
    yield stage.is_calm
    stage.run("picture")
    dialog = stage.dialog(ExportDialog)
    for at in range(dialog.paper.count()):
        dialog.paper.setCurrentIndex(at)
        yield lambda: not dialog.preview.busy
        expect(not dialog.preview.pixmap().isNull(), f"no preview {dialog.paper.currentText()}")
    dialog.reject()


def _search(stage: Stage) -> Script:
    """The first chain by its pinyin, chosen with Enter."""
    if not stage.chains:
        raise Skipped("search")
    target = Target("chain", stage.chains[0])
    words = stage.parts.reading.atlas.chains[target.id].label
    stage.run("page_home")
    stage.run("search")
    palette = stage.parts.search
    palette.field.setText("".join(spellings(words)[0]))
    yield lambda: any(hit.target == target for hit in palette.hits())
    rows = [palette.results.item(row) for row in range(palette.results.count())]
    hits = [(item.data(HIT), item) for item in rows]
    palette.results.setCurrentItem(next(item for hit, item in hits if hit and hit.target == target))
    enter = (QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(palette.field, QKeyEvent(*enter))
    yield stage.is_calm
    expect(stage.parts.selection.focus.chain == target.id, "not found")


def _view(stage: Stage) -> Script:
    """What is looked at as a file; dropped on the window, it is looked at again."""
    stage.stand()
    yield stage.is_calm
    shown, path = stage.parts.selection.focus, stage.folder / "views" / f"1{SUFFIX}"
    stage.run("view_save")
    save_as(stage.dialog(ViewDialog), path)
    yield stage.is_calm
    stage.run("page_home")
    stage.window.drops.dropped.emit([path])
    yield stage.is_calm
    found = stage.parts.selection.focus
    expect((found.page, found.target) == (shown.page, shown.target), f"{found}")
