"""设置: one window with a few pages; whatever is chosen holds at once."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from liantu.ui.dialogs.settings.folders import FoldersPage
from liantu.ui.dialogs.settings.judging import JudgingPage
from liantu.ui.dialogs.settings.looks import LooksPage
from liantu.ui.dialogs.settings.parts import SettingsPage
from liantu.ui.dialogs.settings.templates import TemplatesPage
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.dialog_rows import fit
from liantu.wording import text

SIZE = QSize(900, 580)
"""Size where the screen has room for it, px."""
SIDE = 124


class SettingsDialog(QDialog):
    """The pages with their names beside them; who opens it connects what they ask for."""

    def __init__(
        self,
        looks: LooksPage,
        judging: JudgingPage,
        templates: TemplatesPage,
        folders: FoldersPage,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.settings"))
        self.looks, self.judging = looks, judging
        self.templates, self.folders = templates, folders
        self.side = QListWidget()
        self.side.setObjectName("settingsSide")
        self.side.setAccessibleName(text("ui.settings"))
        self.side.setFixedWidth(SIDE)
        self.stack = QStackedWidget()
        pages: tuple[SettingsPage, ...] = (looks, judging, templates, folders)
        for page in pages:
            self.side.addItem(text(f"ui.settings.{page.name}"))
            self.stack.addWidget(page)
        self.side.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.side.setCurrentRow(0)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.side)
        row.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(text("ui.close"), self.accept))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 12)
        box.addLayout(row, 1)
        box.addLayout(foot)
        fit(self, SIZE)
