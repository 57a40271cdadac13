"""Where to put the file of a view, in the file dialog of the system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from liantu.document.view_file import SUFFIX
from liantu.ui.remembered import export_memory
from liantu.wording import text


class ViewDialog(QFileDialog):
    """``wished`` carries the ``Path`` once the user has chosen it, an existing file only after
    they said that it may be replaced.
    """

    wished = Signal(object)

    def __init__(self, stem: str, parent: QWidget) -> None:
        super().__init__(parent, text("ui.view.save"), str(views_folder()))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters([text("ui.view.format")])
        self.setDefaultSuffix(SUFFIX[1:])
        self.selectFile(stem + SUFFIX)
        self.fileSelected.connect(self._on_chosen)

    def _on_chosen(self, name: str) -> None:
        path = Path(name)
        export_memory.save(export_memory.Kind.VIEW, export_memory.Choice(str(path.parent)))
        self.wished.emit(path)


def views_folder() -> Path:
    """Where a view was put the last time, else where exports go."""
    return export_memory.start(export_memory.Kind.VIEW)
