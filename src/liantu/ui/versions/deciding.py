"""Conflicts as cards, each to be decided for one of two sides; nothing is chosen beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from liantu.library.merging import Side
from liantu.telling.versions.conflicts import ConflictRow
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

LONGEST = 70
"""Characters of a value that are shown in its line; more are told by its tooltip."""


class Deciding(QWidget):
    """``changed`` tells that something was decided."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.groups: list[QButtonGroup] = []
        self._box = QVBoxLayout(self)
        self._box.setSpacing(4)
        self._inside: QWidget | None = None

    @property
    def complete(self) -> bool:
        """Whether every conflict is decided."""
        return all(group.checkedId() >= 0 for group in self.groups)

    @property
    def sides(self) -> list[Side]:
        """What was decided, in the order of the rows."""
        return [list(Side)[group.checkedId()] for group in self.groups]

    def take_all(self, side: Side) -> None:
        """Decide all alike."""
        for group in self.groups:
            group.button(list(Side).index(side)).setChecked(True)
        self.changed.emit()

    def show_rows(self, rows: Sequence[ConflictRow]) -> None:
        """Ask about other conflicts."""
        if self._inside is not None:
            self._box.removeWidget(self._inside)
            self._inside.deleteLater()
        self.groups = []
        self._inside = QWidget()
        list_ = QVBoxLayout(self._inside)
        list_.setContentsMargins(4, 4, 4, 4)
        for row in rows:
            self._add(row, list_)
        if not rows:
            list_.addWidget(label(text("version.merge.clear"), "secondary"))
        list_.addStretch(1)
        self._box.addWidget(self._inside)

    def _add(self, row: ConflictRow, list_: QVBoxLayout) -> None:
        list_.addWidget(label(row.about, "partTitle", wrap=True))
        group = QButtonGroup(self._inside)
        for at, side in enumerate(Side):
            words = text(f"version.merge.side.{side}", words=getattr(row, side))
            cut = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
            button = QRadioButton(cut.replace("&", "&&"))
            button.setAccessibleName(f"{row.about} {words}")
            plain_tip(button, words)
            group.addButton(button, at)
            list_.addWidget(button)
        if row.base:
            list_.addWidget(
                label(text("version.merge.was", words=row.base), "secondary", wrap=True)
            )
        if row.note:
            list_.addWidget(label(row.note, "doubt", wrap=True))
        list_.addSpacing(8)
        group.idClicked.connect(lambda _: self.changed.emit())
        self.groups.append(group)
