"""未保存的改动: what was edited, thing by thing; and the one question before it would be lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.text import label
from liantu.wording import text

Offer = tuple[str, Callable[[], None]]
SIZE = QSize(720, 440)
"""Size where the screen has room for it."""
FIRST = 5
"""So many changes are told with the question."""


class ChangesDialog(QDialog):
    """A list of changes in words, and what can be done about them; each button also closes it."""

    def __init__(
        self,
        title: str,
        head: str,
        lines: Sequence[str],
        offers: Sequence[Offer],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        self.list.addItems(list(lines))
        self.buttons: list[QPushButton] = []
        row = QHBoxLayout()
        row.addStretch(1)
        for caption, run in (*offers, (text("ui.close"), lambda: None)):
            row.addWidget(self._button(caption, run))
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        box.addWidget(label(head, "sectionTitle", wrap=True))
        box.addWidget(self.list, 1)
        box.addLayout(row)
        fit(self, SIZE)

    def _button(self, caption: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(caption)
        button.setAccessibleName(caption)
        button.setAutoDefault(False)
        button.clicked.connect(self.accept)
        button.clicked.connect(lambda _=False: run())
        self.buttons.append(button)
        return button


class SaveQuestion(QMessageBox):
    """保存 / 不保存 / 取消; ``words`` ask, ``lines`` are the changes. Closing it is 取消."""

    def __init__(
        self,
        words: str,
        lines: Sequence[str],
        *,
        save: Callable[[], None],
        leave: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(text("ui.unsaved"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        told = [*lines[:FIRST]]
        if len(lines) > FIRST:
            told.append(text("ui.unsaved.more", count=len(lines)))
        self.setInformativeText("\n".join(told))
        roles = QMessageBox.ButtonRole
        self.save = self.addButton(text("ui.unsaved.keep"), roles.AcceptRole)
        self.leave = self.addButton(text("ui.unsaved.leave"), roles.DestructiveRole)
        self.stay = self.addButton(text("ui.cancel"), roles.RejectRole)
        self.save.clicked.connect(lambda _=False: save())
        self.leave.clicked.connect(lambda _=False: leave())
        self.setDefaultButton(self.save)
        self.setEscapeButton(self.stay)
