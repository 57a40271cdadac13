"""What the shapes on the map mean: the entries of the lens, as they stand on paper."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from liantu.diagram.drawing import Shape
from liantu.diagram.lenses import MARK, MARK_TOP, STRUCTURE, Lens
from liantu.diagram.theme import LIGHT
from liantu.render.painter import paint
from liantu.ui.look import Tones
from liantu.ui.widgets.text import Elided, label

EDGE = 2
"""Room round a mark for its border."""


class Mark(QWidget):
    """The picture of one entry."""

    def __init__(self, shapes: tuple[Shape, ...]) -> None:
        super().__init__()
        self.shapes = shapes
        self.setFixedSize(QSize(int(MARK[0]) + 2 * EDGE, int(MARK[1]) + 2 * EDGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.translate(EDGE, EDGE - MARK_TOP)
        paint(painter, self.shapes)
        painter.end()


class Legend(QWidget):
    """A line below the map; made anew for another lens or theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("legend")
        self._lens, self._theme = STRUCTURE, LIGHT
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 16, 8)
        self._row.setSpacing(8)
        self._fill()

    def set_tones(self, look: Tones) -> None:
        """Paint in other colours."""
        self._theme = look.theme
        self._fill()

    def show_lens(self, lens: Lens) -> None:
        """Explain what the lens paints."""
        self._lens = lens
        self._fill()

    def _fill(self) -> None:
        while self._row.count():
            old = self._row.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for entry in self._lens.legend(self._theme):
            if entry.mark:
                self._row.addWidget(Mark(entry.mark))
            self._row.addWidget(label(entry.words, "secondary"))
            self._row.addSpacing(8)
        self._row.addWidget(Elided(self._lens.words, "secondary"), 1)
