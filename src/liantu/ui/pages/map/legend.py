"""What the shapes on the map mean: the entries of the lens, as they stand on paper."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from liantu.diagram.badges import MARK, MARK_TOP
from liantu.diagram.drawing import Shape
from liantu.diagram.lenses import STRUCTURE, Entry, Lens
from liantu.diagram.theme import LIGHT
from liantu.render.painter import paint
from liantu.ui.look import Tones
from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.text import label

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
    """As many lines below the map as the width needs; made anew for another lens or theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("legend")
        self._lens, self._theme = STRUCTURE, LIGHT
        self._row = Flow()
        self.setLayout(self._row)
        self._row.setContentsMargins(16, 6, 16, 8)
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
        self._row.clear()
        for entry in self._lens.legend(self._theme):
            self._row.addWidget(_Shown(entry))
        self._row.addWidget(label(self._lens.words, "secondary"))


class _Shown(QWidget):
    """One entry, which stays on one line."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        if entry.mark:
            row.addWidget(Mark(entry.mark))
        row.addWidget(label(entry.words, "secondary"))
