"""Chips over the map: what is shown is less than the whole, and a click takes that back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from liantu.ui.canvas.picture_view import PictureView
from liantu.ui.widgets.text import plain_tip
from liantu.wording import text

GAP = 6
"""Pixels between chips, and from the edges of the map."""
TIP = 260
"""Pixels that the words of a chip may have before they are cut."""


@dataclass(frozen=True, slots=True)
class Chip:
    """Words, and the fields of the focus that a click sets; ``county`` is that which it tells
    of, so that another may stand beside it.
    """

    words: str
    changes: Mapping[str, Any]
    county: str = ""


class MapChips(QWidget):
    """Stands in the upper right corner of a map. ``hidden_asked``: cards under what covers the map
    are to be seen; ``beside_asked`` carries the county beside which another is to stand.
    """

    hidden_asked = Signal()
    beside_asked = Signal(str)

    def __init__(self, canvas: PictureView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._shown: Sequence[Chip] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self.hidden = QPushButton(canvas)
        self.hidden.setObjectName("hiddenChip")
        self.hidden.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the map
        self.hidden.clicked.connect(self.hidden_asked)
        self.hidden.hide()
        self.hide()
        canvas.installEventFilter(self)

    def buttons(self) -> list[QPushButton]:
        """The chips from left to right."""
        found = (self._row.itemAt(at).widget() for at in range(self._row.count()))
        return [b for b in found if isinstance(b, QPushButton)]

    def show_chips(
        self, chips: Sequence[Chip], take_back: Callable[[Mapping[str, Any]], None]
    ) -> None:
        """Show these instead."""
        if list(chips) != list(self._shown):
            self._shown = chips
            for old in self.buttons():
                self._row.removeWidget(old)
                old.hide()
                old.deleteLater()
            for chip in chips:
                button = self._made(chip, take_back)
                self._row.addWidget(button)
                button.show()  # Qt would do so later, and give it no room until then
        self.setVisible(bool(chips))
        self._place()

    def tell_hidden(self, count: int) -> None:
        """So many cards that belong to the selected one lie under what covers the map."""
        self.hidden.setText(text("ui.map.hidden", count=count))
        self.hidden.setVisible(count > 0)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _made(self, chip: Chip, take_back: Callable[[Mapping[str, Any]], None]) -> QPushButton:
        button = QPushButton()
        button.setObjectName("mapChip")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        cut = button.fontMetrics().elidedText(chip.words, Qt.TextElideMode.ElideMiddle, TIP)
        button.setText(text("ui.map.chip", words=cut).replace("&", "&&"))
        button.setAccessibleName(text("ui.map.chip.name", words=chip.words))
        plain_tip(button, text("ui.map.chip.name", words=chip.words))
        button.clicked.connect(lambda: take_back(chip.changes))
        if chip.county:
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            action = QAction(text("beside.with"), button)
            action.triggered.connect(lambda: self.beside_asked.emit(chip.county))
            button.addAction(action)
        return button

    def _place(self) -> None:
        port, cover = self._canvas.viewport().rect(), self._canvas.cover.width
        self.adjustSize()
        self.move(port.width() - cover - self.width() - GAP, GAP)
        self.hidden.adjustSize()
        edge = port.width() - cover - self.hidden.width() - GAP
        self.hidden.move(edge, (port.height() - self.hidden.height()) // 2)
