"""Puts a text of the manual on paper: asks for a file, writes a PDF, tells where it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QPushButton, QWidget

from liantu import files
from liantu.render.errors import ExportError
from liantu.ui.habits.fault import told
from liantu.ui.remembered import export_memory
from liantu.ui.widgets.text import Elided
from liantu.wording import text

SUFFIX = ".pdf"


class Paper(QWidget):
    """One line: nothing, where the file is with a button that opens it, or why there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = Elided("", "secondary")
        self.open_button = QPushButton(text("ui.export.open"))
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(self._open)
        self.open_button.hide()
        self.path: Path | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.open_button)

    def ask(self, title: str, make: Callable[[], bytes]) -> None:
        """Ask for a file, then write what ``make`` gives."""
        folder = export_memory.start(export_memory.Kind.LIST)
        dialog = QFileDialog(self, text("ui.manual.pdf"), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([text("ui.manual.format")])
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.selectFile(f"{title}{SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.write(Path(name), make))
        dialog.open()

    def write(self, path: Path, make: Callable[[], bytes]) -> None:
        """Write the file and say so."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            files.put(path, make())
        except (OSError, ExportError) as error:
            self._tell(text("ui.export.failed", reason=told(error)), None)
        else:
            self._tell(text("ui.export.done", path=path), path)
        finally:
            QApplication.restoreOverrideCursor()

    def _tell(self, words: str, path: Path | None) -> None:
        self.path = path
        self.words.set_words(words)
        self.open_button.setVisible(path is not None)

    def _open(self) -> None:
        if self.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))
