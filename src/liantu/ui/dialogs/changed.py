"""两边都改了: what was edited here and by somebody else, decided one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.scrolled import Measured
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

SIZE = QSize(760, 500)
"""Size where the screen has room for it."""
LONGEST = 90
"""Characters of a value that are shown; the tooltip has all."""
Row = tuple[str, str, str]
"""What it is about, what is said here, what others say."""


class ConflictsDialog(QDialog):
    """``decided`` carries for each row whether mine is taken. Nothing is chosen beforehand: each
    is a decision.
    """

    decided = Signal(object)

    def __init__(self, rows: Sequence[Row], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.conflict.title"))
        self.groups: list[QButtonGroup] = []
        self.take = button(text("ui.conflict.take"), self._on_take)
        self.take.setEnabled(False)
        inside = QWidget()
        list_ = QVBoxLayout(inside)
        for row in rows:
            self._add(row, list_)
        list_.addStretch(1)
        scroll = Measured()
        scroll.setWidget(inside)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.take)
        foot.addWidget(button(text("ui.cancel"), self.reject))
        box = QVBoxLayout(self)
        head = text("ui.conflict.head", count=len(rows))
        box.addWidget(label(head, "sectionTitle", wrap=True))
        box.addWidget(scroll, 1)
        box.addLayout(foot)
        fit(self, SIZE)

    def _add(self, row: Row, list_: QVBoxLayout) -> None:
        about, mine, theirs = row
        list_.addWidget(label(about, wrap=True))
        group = QButtonGroup(self)
        for at, (code, words) in enumerate((("mine", mine), ("theirs", theirs))):
            whole = text(f"ui.conflict.{code}", words=words)
            button = QRadioButton(_cut(whole).replace("&", "&&"))
            button.setAccessibleName(f"{about} {whole}")
            plain_tip(button, whole)
            group.addButton(button, at)
            list_.addWidget(button)
        group.idClicked.connect(self._on_chosen)
        self.groups.append(group)

    def _on_chosen(self) -> None:
        self.take.setEnabled(all(group.checkedId() >= 0 for group in self.groups))

    def _on_take(self) -> None:
        self.decided.emit([group.checkedId() == 0 for group in self.groups])
        self.accept()


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
