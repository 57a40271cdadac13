"""导出填报模板: for which kind of rows, empty or with what is on record."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QFormLayout, QVBoxLayout, QWidget

from liantu.library.importing.targets import targets
from liantu.telling.filenames import safe
from liantu.ui.dialogs.importing.pieces import box, row
from liantu.ui.remembered import export_memory
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import label
from liantu.wording import text

SUFFIX = ".xlsx"


class BlankDialog(QDialog):
    """``wished`` carries the id of the target, whether it is filled, and the path of the file."""

    wished = Signal(str, bool, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.import.blank.title"))
        self.kind = Combo()
        self.kind.setAccessibleName(text("ui.import.blank.kind"))
        for target in targets().values():
            self.kind.addItem(target.name, target.id)
        self.full = box("ui.import.blank.full")
        self.save = button(text("ui.import.blank.save"), self.choose)
        self.save.setObjectName("primary")
        form = QFormLayout()
        form.addRow(label(text("ui.import.blank.kind")), self.kind)
        form.addRow(label(""), self.full)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 16, 20, 16)
        page.addWidget(label(text("ui.import.blank.told"), "secondary", wrap=True))
        page.addLayout(form)
        page.addStretch(1)
        page.addLayout(row(None, button(text("ui.cancel"), self.reject), self.save))
        self.resize(420, 200)

    @property
    def stem(self) -> str:
        """What the file is called at first."""
        code = "ui.import.blank.stem_full" if self.full.isChecked() else "ui.import.blank.stem"
        return safe(text(code, name=self.kind.currentText()))

    def choose(self) -> None:
        """Let the planner say where the file goes; the system asks before one is replaced."""
        start = export_memory.start(export_memory.Kind.LIST) / f"{self.stem}{SUFFIX}"
        title, kinds = text("ui.import.blank.title"), text("ui.import.blank.format")
        found, _ = QFileDialog.getSaveFileName(self, title, str(start), kinds)
        if found:
            path = Path(found)
            self.take(
                path if path.suffix.casefold() == SUFFIX else path.with_name(path.name + SUFFIX)
            )

    def take(self, path: Path) -> None:
        """Write it there."""
        export_memory.save(export_memory.Kind.LIST, export_memory.Choice(str(path.parent), SUFFIX))
        self.wished.emit(self.kind.currentData(), self.full.isChecked(), path)
        self.accept()
