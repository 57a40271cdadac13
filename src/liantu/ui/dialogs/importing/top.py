"""The first row of the page: the file, its sheet, and what its rows are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from liantu.library.importing.tables import SUFFIXES, Table
from liantu.library.importing.targets import Target, targets
from liantu.ui.dialogs.importing.pieces import row
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import Elided, label
from liantu.wording import text


class Top(QWidget):
    """``asked`` carries a file that is to be read; the others: another
    sheet is chosen, or its rows are said to be something else.
    """

    asked = Signal(object)
    sheet_changed = Signal()
    target_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._path = Path()
        self._tables: Sequence[Table] = ()
        self.file = Elided(text("ui.import.no_file"), "figure")
        self.sheet, self.target = Combo(), Combo()
        for target in targets().values():
            self.target.addItem(target.name, target.id)
        line = row(label(text("ui.import.file")), self.file)
        line.setStretch(1, 1)
        line.addWidget(button(text("ui.import.choose"), self.choose))
        for code, combo in (("ui.import.sheet", self.sheet), ("ui.import.target", self.target)):
            combo.setAccessibleName(text(code))
            combo.setMinimumWidth(130)
            line.addSpacing(8)
            line.addWidget(label(text(code)))
            line.addWidget(combo)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addLayout(line)
        self.sheet.currentIndexChanged.connect(self._on_sheet)
        self.target.activated.connect(self.target_changed)

    @property
    def table(self) -> Table | None:
        """The chosen sheet; ``None`` before a file is read."""
        at = self.sheet.currentIndex()
        return self._tables[at] if 0 <= at < len(self._tables) else None

    @property
    def chosen(self) -> Target:
        """What the rows are."""
        return targets()[self.target.currentData()]

    def choose(self) -> None:
        """Let the planner choose a file."""
        kinds = text("ui.import.kinds", suffixes=" ".join(f"*{suffix}" for suffix in SUFFIXES))
        start = str(self._path.parent) if self._path.name else ""
        found, _ = QFileDialog.getOpenFileName(self, text("ui.import.title"), start, kinds)
        if found:
            self.asked.emit(Path(found))

    def show_file(self, path: Path) -> None:
        """Name the file that is being read."""
        self._path, self._tables = path, ()
        self.file.set_words(path.name)
        self.sheet.clear()

    def show_tables(self, tables: Sequence[Table]) -> None:
        """Offer the sheets and choose the first that holds something."""
        self._tables = ()
        self.sheet.clear()
        for table in tables:
            code = "ui.import.hidden" if table.hidden else "ui.import.sheet_name"
            self.sheet.addItem(text(code, name=table.name, count=len(table.rows)))
        first = next((at for at, table in enumerate(tables) if table.rows), 0)
        self.sheet.setCurrentIndex(first)
        self._tables = tables
        self._on_sheet()

    def _on_sheet(self) -> None:
        if self.table is not None:
            self.sheet_changed.emit()

    def show_target(self, target: Target) -> None:
        """Name what the rows are thought to be."""
        self.target.setCurrentIndex(self.target.findData(target.id))
