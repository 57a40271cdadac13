"""Writing one list as it is shown: where to, and in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from liantu import files
from liantu.analysis.reading import Reading
from liantu.briefing.lists import write_list
from liantu.telling.filenames import filled
from liantu.ui.exporting.exporter import Exporter
from liantu.ui.lists.wish import ListWish
from liantu.ui.remembered import export_memory
from liantu.wording import text

SUFFIX = ".xlsx"


class ListDialog(QFileDialog):
    """``wished`` carries the ``Path`` once the user has chosen it; the name offered is one that no
    file has, and an existing file is replaced only after the user said so.
    """

    wished = Signal(object)

    def __init__(self, stem: str, parent: QWidget) -> None:
        folder = export_memory.start(export_memory.Kind.LIST)
        super().__init__(parent, text("ui.list.export.title"), str(folder))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters([text("ui.list.export.format")])
        self.setDefaultSuffix(SUFFIX[1:])
        self.selectFile(free_name(folder, stem))
        self.fileSelected.connect(self._on_chosen)

    def _on_chosen(self, name: str) -> None:
        path = Path(name)
        export_memory.save(export_memory.Kind.LIST, export_memory.Choice(str(path.parent)))
        self.wished.emit(path)


def free_name(folder: Path, stem: str) -> str:
    """``stem.xlsx``, or with _2, _3 … where such a file is there already."""
    path = folder / f"{stem}{SUFFIX}"
    return (files.beside(path) if path.exists() else path).name


def export_list(exporter: Exporter, reading: Reading, wish: ListWish, parent: QWidget) -> None:
    """Ask for a file, and write the list as it was shown when it was asked for."""
    region = reading.atlas.library.region.name
    stem = filled("", region=region, chain=wish.where, kind=wish.item.title, date=reading.date)
    dialog = ListDialog(stem, parent)
    dialog.wished.connect(lambda path: _write(exporter, reading, wish, path))
    dialog.open()


def _write(exporter: Exporter, reading: Reading, wish: ListWish, path: Path) -> None:
    exporter.make(
        lambda _: write_list(reading, wish.item, wish.rows, path, wish.lead, wish.columns)
    )
