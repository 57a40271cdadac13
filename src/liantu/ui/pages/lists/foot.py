"""The line below a list of the page 清单: what a score is made of, and what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.ui.lists.score import ScoreLegend
from liantu.ui.widgets.text import Elided

HIGH = 28


class Foot(QWidget):
    """``legend`` tells the criteria of the board in front, ``None`` for other lists."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("listFoot")
        self.setFixedHeight(HIGH)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 12, 0)
        self._row.setSpacing(12)
        self.legend: ScoreLegend | None = None
        self.words = Elided("", "remark")
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.words, 1)

    def show_list(self, key: str, reading: Reading) -> None:
        """The criteria of a board, with what they weigh."""
        if self.legend is not None:
            self._row.removeWidget(self.legend)
            self.legend.hide()
            self.legend.deleteLater()
            self.legend = None
        if key in set(Board):
            self.legend = ScoreLegend(Board(key))
            self.legend.show_weights(reading.switches.weights)
            self._row.insertWidget(0, self.legend)
